//! What the office sets of an edition does not contradict itself, from whichever side it comes: the first day of the course, the
//! last day to enrol, the workshops that count. And of many editions each is found again.

use chrono::TimeDelta;
use percorso::domain::role::Role;
use percorso::store::editions::{self, Edition};

use crate::editions::edition;
use crate::harness::browser::Answer;
use crate::office_changes::{stands, typed};
use crate::on_both;

/// A Friday; the course begins on Wednesday 22 October.
const LAST_DAY: &str = "2014-10-17";
const OVER: &str = "2014-09-20";
const NOT_BEFORE: &str =
    "Scegli un giorno che non viene prima di venerdì 17 ottobre, l’ultimo giorno per iscriversi al corso.";

/// The form of a session on a day of October 2014.
fn october<'a>(day: &'a str, button: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form = typed([day, "10", "2014"], ["9:30", "17:00"], "Sala «Rossa»");
    form.extend([("versione", "1"), ("azione", button)]);
    form
}

/// Asserts that a day is refused at its field, with what was typed.
#[track_caller]
fn is_refused(page: &Answer, day: &str, way_out: &str) {
    assert_eq!(page.status, 422, "{}", page.text());
    page.says(&format!("{NOT_BEFORE} {way_out}"));
    assert!(page.body.contains("id=\"giorno-e\"") && page.body.contains("<a href=\"#giorno\">"));
    for value in [day, "10", "2014", "9:30", "17:00", "Sala «Rossa»"] {
        assert!(page.body.contains(&format!("value=\"{value}\"")), "{value} was lost");
    }
}

on_both!(the_course_does_not_begin_before_the_last_day_to_enrol_that_stands, |world| {
    world.programme(|file| file.edition.rule.enrolment_closes = LAST_DAY.parse().ok()).await;
    let first = format!("/gestione/sessioni/{}", world.session("corso", 1).await);
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let admin = world.admin().await;
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    let own = "Per iniziare prima, anticipa quel giorno nella regola del percorso";
    let ask = "Per iniziare prima, chiedi a chi ha il ruolo «amministrazione» di anticipare quel giorno";
    for (browser, way_out) in [(&admin, own), (&secretary, ask)] {
        for button in ["controlla", "salva"] {
            is_refused(&browser.post(&first, &october("15", button)).await, "15", way_out);
        }
        for button in ["aggiungi", "aggiungi-conferma"] {
            is_refused(&browser.post(&course, &october("16", button)).await, "16", way_out);
        }
    }
    assert_eq!(stands(world, "corso").await, ("2014-10-22".to_owned(), 1), "nothing was saved");
    let english = admin.post(&format!("/en{first}"), &october("15", "controlla")).await;
    english.says("Choose a day that is not before Friday 17 October, the last day to enrol in the course.");
    let checked = secretary.post(&first, &october("17", "controlla")).await;
    assert_eq!(checked.status, 200, "the last day itself: {}", checked.text());
    let rule = [
        ("richiesti", "2"),
        ("provvisori", "si"),
        ("riporto", "si"),
        ("ammissione", "immediate"),
        ("chiude_giorno", "15"),
        ("chiude_mese", "10"),
        ("chiude_anno", "2014"),
        ("versione", "1"),
        ("azione", "regola-conferma"),
        ("motivo", "Deciso in riunione"),
    ];
    let sooner = admin.post("/gestione/edizioni/autunno-2014/regola", &rule).await;
    assert_eq!(sooner.status, 303, "{}", sooner.text());
    assert_eq!(secretary.post(&first, &october("15", "salva")).await.status, 303, "now it may");
    assert_eq!(stands(world, "corso").await.0, "2014-10-15");
});

on_both!(a_course_without_dates_gets_none_before_the_last_day_to_enrol, |world| {
    world
        .programme(|file| {
            file.edition.rule.enrolment_closes = LAST_DAY.parse().ok();
            for session in &mut file.offerings[5].sessions {
                session.date = None;
            }
        })
        .await;
    let admin = world.admin().await;
    let second = format!("/gestione/sessioni/{}", world.session("corso", 2).await);
    let own = "Per iniziare prima, anticipa quel giorno nella regola del percorso";
    is_refused(&admin.post(&second, &october("16", "salva")).await, "16", own);
    assert_eq!(admin.post(&second, &october("29", "salva")).await.status, 303);
});

on_both!(a_course_that_would_begin_before_workshops_that_count_names_them_at_its_date, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let says =
        "Il corso inizierebbe prima di questo workshop, o lo stesso giorno: non varrebbe più come requisito.";
    let first = format!("/gestione/sessioni/{}", world.session("corso", 1).await);
    let page = admin.post(&first, &october("2", "controlla")).await;
    assert_eq!(page.status, 200, "it is no refusal: {}", page.text());
    page.says(&format!("{says} La valutazione di efficacia nei gruppi"));
    page.says(&format!("{says} Auto mutuo aiuto e professionismo"));
    let later = admin.post(&first, &october("3", "controlla")).await;
    assert_eq!(later.text().matches(says).count(), 1, "{}", later.text());
    for day in ["4", "21", "23"] {
        let page = admin.post(&first, &october(day, "controlla")).await;
        assert!(!page.text().contains(says), "{day}: {}", page.text());
    }
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let added = admin.post(&course, &october("3", "aggiungi")).await;
    assert_eq!(added.text().matches(says).count(), 1, "{}", added.text());
});

on_both!(before_a_course_is_shown_it_is_said_that_its_last_day_to_enrol_is_over, |world| {
    world
        .programme(|file| {
            file.edition.rule.enrolment_closes = OVER.parse().ok();
            file.offerings[5].published = false;
        })
        .await;
    let over =
        "L’ultimo giorno per iscriversi al corso era sabato 20 settembre 2014: nessuno può iscriversi.";
    let course = format!("/gestione/offerte/{}/stato", world.offering("corso").await);
    let workshop = format!("/gestione/offerte/{}/stato", world.offering("workshop-4").await);
    let before = world.admin().await.get(&course).await;
    assert!(!before.text().contains(over), "{}", before.text());
    world.go_to("2014-09-21T08:00:00Z").await;
    let admin = world.admin().await;
    admin.get(&course).await.says(over);
    assert!(!admin.get(&workshop).await.text().contains(over), "a workshop takes people as before");
});

/// The first link to the dates of an edition, which is the navigation's.
fn dates(page: &Answer) -> String {
    let mut links = page.body.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
    let leads = |link: &&str| link.trim_start_matches("/en").starts_with("/gestione/offerte");
    links.find(leads).expect("the navigation").to_owned()
}

on_both!(on_the_pages_of_an_edition_the_navigation_leads_to_the_dates_of_that_edition, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let form = [("titolo_it", "Autunno 2015"), ("titolo_en", "Autumn 2015"), ("da", "autunno-2014")];
    assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303);
    let draft = edition(world, "autunno-2015").await;
    let (workshop, course) = (draft.offerings[0].row.id, draft.offerings[5].row.id);
    let session = draft.offerings[0].sessions[0].id;
    for path in [
        "/gestione/edizioni/autunno-2015".to_owned(),
        "/gestione/edizioni/autunno-2015/stato".to_owned(),
        "/gestione/edizioni/autunno-2015/aggiungi".to_owned(),
        "/gestione/offerte?edizione=autunno-2015".to_owned(),
        format!("/gestione/offerte/{workshop}"),
        format!("/gestione/offerte/{workshop}/stato"),
        format!("/gestione/offerte/{course}/giornate"),
        format!("/gestione/sessioni/{session}"),
        format!("/gestione/sessioni/{session}/conduce"),
    ] {
        let page = admin.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(dates(&page), "/gestione/offerte?edizione=autunno-2015", "{path}");
    }
    for path in ["/gestione", "/gestione/edizioni", "/gestione/nuova-edizione", "/gestione/posta"] {
        assert_eq!(dates(&admin.get(path).await), "/gestione/offerte", "{path}");
    }
    let there = admin.get("/gestione/offerte?edizione=autunno-2015").await;
    assert!(there.body.contains("href=\"/gestione/offerte?edizione=autunno-2014\""), "and the way back");
    let english = admin.get(&format!("/en/gestione/offerte/{workshop}")).await;
    assert_eq!(dates(&english), "/en/gestione/offerte?edizione=autunno-2015");
    english.says("Autumn 2015");
});

/// Where the chips of the editions lead, in their order.
fn chips(page: &Answer) -> Vec<String> {
    let (_, rest) = page.body.split_once("aria-label=\"Edizioni\"").expect("the chips of the editions");
    let group = rest.split("</p>").next().unwrap_or_default();
    group.split("href=\"").skip(1).filter_map(|part| part.split('"').next()).map(str::to_owned).collect()
}

on_both!(of_many_editions_the_public_one_the_newest_and_the_one_that_is_shown_have_a_chip, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    for n in 1..=9 {
        let title = format!("Edizione {n}");
        let form = [("titolo_it", title.as_str()), ("da", "")];
        assert_eq!(admin.post("/gestione/nuova-edizione", &form).await.status, 303, "{title}");
        if n == 1 {
            let both = ["/gestione?edizione=autunno-2014", "/gestione?edizione=edizione-1"];
            assert_eq!(chips(&admin.get("/gestione").await), both);
        }
    }
    // All but the last are over by now.
    for n in 1..=8 {
        let row = edition(world, &format!("edizione-{n}")).await.edition;
        let published_at = Some(world.desk.clock.now() - TimeDelta::days(100 - n));
        let tx = world.desk.store.begin().await.unwrap();
        let over = Edition { status: "archived".to_owned(), published_at, ..row };
        editions::save(&tx, over).await.unwrap();
        tx.commit().await.unwrap();
    }
    for list in ["/gestione", "/gestione/offerte", "/gestione/iscritti", "/gestione/attestati"] {
        let leads = |keys: &[&str]| -> Vec<String> {
            let there = keys.iter().map(|key| format!("{list}?edizione={key}"));
            there.chain(["/gestione/edizioni".to_owned()]).collect()
        };
        let near = ["autunno-2014", "edizione-8", "edizione-7", "edizione-9"];
        assert_eq!(chips(&admin.get(list).await), leads(&near), "{list}");
        let old = admin.get(&format!("{list}?edizione=edizione-1")).await;
        let shown = ["autunno-2014", "edizione-8", "edizione-7", "edizione-1", "edizione-9"];
        assert_eq!(chips(&old), leads(&shown), "{list}");
        let current = format!("href=\"{list}?edizione=edizione-1\" aria-current=\"true\"");
        assert!(old.body.contains(&current), "{list}");
        old.says("Tutte le edizioni");
    }
    // From the list each is one click away, and from its page all that is kept of it.
    let row = "<a href=\"/gestione/edizioni/edizione-1\">";
    assert!(admin.get("/gestione/edizioni").await.body.contains(row));
    let page = admin.get("/gestione/edizioni/edizione-1").await;
    for list in ["/gestione", "/gestione/iscritti", "/gestione/attestati"] {
        assert!(page.body.contains(&format!("href=\"{list}?edizione=edizione-1\"")), "{list}");
    }
});
