//! What the office may set of an edition and what it may not: addresses of copies, a rule that can be reached, dates that are
//! no slip, titles that are told apart; each refusal at its field, with a way out that whoever reads it has.

use percorso::domain::edition_file;
use percorso::domain::role::Role;
use percorso::store::offerings::{self, Offering};
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::Imported;

use crate::edition_drafts::{dated, draft, state};
use crate::editions::{edition, with};
use crate::harness::changing::FIRST;
use crate::harness::{PROGRAMME, World};
use crate::office_changes::{hidden, typed};
use crate::on_both;

/// Copies an edition by the office's form; gives back the status of the answer.
async fn copied(world: &World, from: &str, title: &str) -> u16 {
    let form = [("titolo_it", title), ("da", from)];
    world.admin().await.post("/gestione/nuova-edizione", &form).await.status
}

/// The addresses of an edition, in its order.
async fn addresses(world: &World, key: &str) -> Vec<String> {
    edition(world, key).await.offerings.into_iter().map(|offered| offered.row.slug).collect()
}

on_both!(a_number_in_the_name_of_a_workshop_stays_in_the_address_of_its_copies, |world| {
    world
        .programme(|file| {
            for (number, offering) in (1..).zip(file.offerings.iter_mut().take(3)) {
                offering.slug = format!("workshop-{number}");
            }
        })
        .await;
    assert_eq!(copied(world, "autunno-2014", "Autunno 2015").await, 303);
    let mut second = addresses(world, "autunno-2015").await;
    second.truncate(3);
    assert_eq!(second, ["workshop-1-2", "workshop-2-2", "workshop-3-2"]);
    assert_eq!(copied(world, "autunno-2015", "Autunno 2016").await, 303);
    let mut third = addresses(world, "autunno-2016").await;
    third.truncate(3);
    assert_eq!(third, ["workshop-1-3", "workshop-2-3", "workshop-3-3"]);
});

on_both!(a_workshop_with_the_address_of_the_course_and_a_number_is_copied_beside_it, |world| {
    world.programme(|file| file.offerings[0].slug = "corso-2".to_owned()).await;
    assert_eq!(copied(world, "autunno-2014", "Autunno 2015").await, 303);
    let found = addresses(world, "autunno-2015").await;
    assert_eq!((found[0].as_str(), found[5].as_str()), ("corso-2-2", "corso"));
});

on_both!(a_copy_of_a_workshop_does_not_take_the_address_of_the_course, |world| {
    world
        .programme(|file| {
            file.offerings[0].slug = "incontro".to_owned();
            file.offerings[5].slug = "incontro-2".to_owned();
        })
        .await;
    assert_eq!(copied(world, "autunno-2014", "Autunno 2015").await, 303);
    let found = addresses(world, "autunno-2015").await;
    assert_eq!((found[0].as_str(), found[5].as_str()), ("incontro-3", "incontro-2"));
});

on_both!(a_draft_with_the_address_of_an_older_workshop_keeps_it_and_changes_otherwise, |world| {
    world.programme(|_| {}).await;
    assert_eq!(copied(world, "autunno-2014", "Autunno 2015").await, 303);
    let row = edition(world, "autunno-2015").await.offerings.remove(0).row;
    let id = row.id;
    // Copies had the same addresses once.
    let tx = world.desk.store.begin().await.unwrap();
    offerings::save(&tx, Offering { slug: FIRST.to_owned(), ..row }).await.unwrap();
    tx.commit().await.unwrap();
    let (admin, path) = (world.admin().await, format!("/gestione/offerte/{id}/stato"));
    let form = [("indirizzo", FIRST), ("azione", "forma")];
    let (status, text) = state(&admin, &path, "id=\"forma\"", &form).await;
    assert_eq!(status, 303, "{text}");
    let row = offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    assert_eq!((row.slug.as_str(), row.counts_toward_rule), (FIRST, false));
    let mut file = export_edition(&world.desk, "autunno-2015").await.unwrap();
    file.offerings[0].counts_toward_rule = true;
    file.offerings[0].topic = Some("un-altro-tema".to_owned());
    let done = Imported::Changed(vec!["offering «workshop-1»: topic, counts_toward_rule".to_owned()]);
    assert_eq!(world.import(&file).await, Ok(done));
});

/// The form of the rule, where workshops of earlier editions do not count.
fn rule(
    required: &'static str,
    version: &'static str,
    button: &'static str,
) -> [(&'static str, &'static str); 6] {
    [
        ("richiesti", required),
        ("provvisori", "si"),
        ("ammissione", "immediate"),
        ("versione", version),
        ("azione", button),
        ("motivo", "Deciso in riunione"),
    ]
}

on_both!(a_rule_that_asks_for_more_workshops_than_count_is_refused_at_its_field, |world| {
    world.programme(|file| file.edition.rule.carry_over = false).await;
    let admin = world.admin().await;
    let path = "/gestione/edizioni/autunno-2014/regola";
    let why = "I workshop che valgono come requisito sono meno: nessuno arriverebbe a questo numero";
    for button in ["regola", "regola-conferma"] {
        let page = admin.post(path, &rule("6", "1", button)).await;
        assert_eq!(page.status, 422, "{button}");
        page.says(why);
        assert!(page.body.contains("id=\"richiesti-e\"") && page.body.contains("value=\"6\""));
    }
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let typed = [("richiesti", "6"), ("versione_edizione", "1"), ("azione", "regola")];
    let page = admin.post(&course, &typed).await;
    assert_eq!(page.status, 422);
    page.says(why);
    assert_eq!(admin.post(path, &rule("5", "1", "regola-conferma")).await.status, 303);
    assert_eq!(edition(world, "autunno-2014").await.edition.required, 5);
    // A file may bring one workshop more together with the rule that asks for it.
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    let mut sixth = file.offerings[4].clone();
    (sixth.key, sixth.slug) = ("workshop-6".to_owned(), "sesto-workshop".to_owned());
    sixth.topic = Some("autunno-2014-sesto".to_owned());
    file.offerings.insert(5, sixth);
    file.edition.rule.required = 6;
    assert!(matches!(world.import(&file).await, Ok(Imported::Changed(_))));
    assert_eq!(edition(world, "autunno-2014").await.edition.required, 6);
});

on_both!(a_draft_may_ask_for_more_workshops_than_it_has_until_its_course_is_shown, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(copied(world, "autunno-2014", "Autunno 2015").await, 303);
    let path = "/gestione/edizioni/autunno-2015/regola";
    assert_eq!(admin.post(path, &rule("6", "1", "regola")).await.status, 303, "it is still being made");
    let stato = "/gestione/edizioni/autunno-2015/stato";
    let page = admin.get(stato).await;
    page.says("I workshop che valgono come requisito sono meno di quelli che servono per il corso");
    let course = edition(world, "autunno-2015").await.offerings[5].row.id.to_string();
    let publish = [("offerta", course.as_str()), ("azione", "pubblica")];
    let seen = hidden(&page, "id=\"pubblica\"");
    let refused = admin.post(stato, &with(&seen, &publish)).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    refused.says("Qualcosa che hai scelto non è ancora pronto");
    let mut file = export_edition(&world.desk, "autunno-2015").await.unwrap();
    file.edition.published = true;
    file.offerings[5].published = true;
    let why = "offering «corso»: cannot be published: workshops_required is more than the workshops that count: add one, or write a smaller number";
    assert_eq!(world.import(&file).await, Err(vec![why.to_owned()]));
    assert_eq!(admin.post(path, &rule("5", "2", "regola")).await.status, 303);
    let seen = hidden(&admin.get(stato).await, "id=\"pubblica\"");
    assert_eq!(admin.post(stato, &with(&seen, &publish)).await.status, 303);
});

#[test]
fn a_file_that_asks_for_more_workshops_than_count_is_refused_at_its_line() {
    let asks = |was: &str, is: &str| {
        let text = PROGRAMME.replacen("carry_over = true", "carry_over = false", 1).replacen(was, is, 1);
        let faults = edition_file::read(&text).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let why = "line 14, edition.workshops_required: 6 is more than the 5 workshops that count: nobody could reach the course";
    assert_eq!(asks("workshops_required = 2", "workshops_required = 6"), [why]);
    assert_eq!(asks("workshops_required = 2", "workshops_required = 5"), [""; 0]);
    let draft = ("published = true\nworkshops_required = 2", "published = false\nworkshops_required = 6");
    assert_eq!(asks(draft.0, draft.1), [""; 0], "a draft is still being made");
    let carried = PROGRAMME.replacen("workshops_required = 2", "workshops_required = 6", 1);
    assert!(edition_file::read(&carried).is_ok(), "people bring workshops of earlier editions");
}

on_both!(what_is_wrong_with_a_workshop_is_listed_in_the_order_of_its_form, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/offerte/{}", world.offering("workshop-1").await);
    let (title, fee) = ("a".repeat(301), "a".repeat(101));
    let mut form = typed(["31", "9", "2014"], ["nove", ""], "");
    form.extend([("titolo", title.as_str()), ("capienza", "tanti"), ("offerte", "automatic")]);
    form.extend([("quota", fee.as_str()), ("glossa", title.as_str()), ("azione", "controlla")]);
    form.extend([("versione", "1"), ("versione_incontro", "1")]);
    let page = world.admin().await.post(&path, &form).await;
    assert_eq!(page.status, 422);
    let (_, list) = page.body.split_once("id=\"errori\"").expect("a summary");
    let list = list.split("</ul>").next().unwrap_or_default();
    let fields: Vec<&str> =
        list.split("<a href=\"#").skip(1).filter_map(|part| part.split('"').next()).collect();
    assert_eq!(fields, ["titolo", "giorno", "inizio", "capienza", "quota", "glossa"]);
});

on_both!(a_date_more_than_five_years_ahead_is_a_slip_and_is_refused_at_its_field, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-1", 1).await);
    let form = |day: &'static str, year: &'static str| {
        let mut form = typed([day, "9", year], ["", ""], "");
        form.extend([("versione", "1"), ("azione", "salva")]);
        form
    };
    for (day, year) in [("24", "2314"), ("24", "2094"), ("16", "2019")] {
        let page = admin.post(&path, &form(day, year)).await;
        assert_eq!(page.status, 422, "{day}/9/{year}");
        page.says("Controlla l’anno: questo giorno è tra più di cinque anni");
        assert!(page.body.contains("id=\"giorno-e\"") && page.body.contains(&format!("value=\"{year}\"")));
    }
    let closes = [("chiude_giorno", "17"), ("chiude_mese", "10"), ("chiude_anno", "2314")];
    let mut typed = rule("2", "1", "regola").to_vec();
    typed.extend(closes);
    let page = admin.post("/gestione/edizioni/autunno-2014/regola", &typed).await;
    assert_eq!(page.status, 422);
    page.says("Controlla l’anno dell’ultimo giorno: è tra più di cinque anni");
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    file.offerings[0].sessions[0].date = "2094-09-24".parse().ok();
    let why = "offering «workshop-1», session 1: date is more than five years ahead: look at the year";
    assert_eq!(world.import(&file).await, Err(vec![why.to_owned()]));
    assert_eq!(admin.post(&path, &form("15", "2019")).await.status, 303, "five years, and no day more");
});

on_both!(two_editions_do_not_have_the_same_title, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let why = "Scegli un altro titolo: questo è già di un’altra edizione";
    for from in ["", "autunno-2014"] {
        let form = [("titolo_it", "autunno 2014"), ("chiave", "un-altra"), ("da", from)];
        let page = admin.post("/gestione/nuova-edizione", &form).await;
        assert_eq!(page.status, 422, "from «{from}»");
        page.says(why);
        assert!(page.body.contains("id=\"titolo_it-e\"") && page.body.contains("value=\"autunno 2014\""));
    }
    assert_eq!(copied(world, "autunno-2014", "Autunno 2015").await, 303);
    let wrong = [
        ("/gestione/edizioni/autunno-2015", "Autunno 2014", "salva"),
        ("/gestione/edizioni/autunno-2014", "Autunno 2015", "controlla"),
        ("/gestione/edizioni/autunno-2014", "Autunno 2015", "salva"),
    ];
    for (path, title, button) in wrong {
        let seen = hidden(&admin.get(path).await, "id=\"nomi\"");
        let page = admin.post(path, &with(&seen, &[("titolo_it", title), ("azione", button)])).await;
        assert_eq!(page.status, 422, "{path}, {button}");
        page.says(why);
    }
    let own = [("titolo_it", "AUTUNNO 2015"), ("firma", "Greta"), ("azione", "salva")];
    let path = "/gestione/edizioni/autunno-2015";
    let seen = hidden(&admin.get(path).await, "id=\"nomi\"");
    assert_eq!(admin.post(path, &with(&seen, &own)).await.status, 303, "it is its own");
});

on_both!(whoever_has_no_tick_to_take_away_is_told_who_has_it, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let id = draft(world, &admin, "Dopo il corso").await;
    dated(world, &admin, id, ["8", "12", "2014"]).await;
    let secretary = world.with_role("segreteria@percorso.example", Role::Secretary).await;
    let ask = "oppure chiedi a chi ha il ruolo «amministrazione» di togliere «Vale come requisito»";
    let paths = [
        (format!("/gestione/offerte/{id}/stato"), "oppure togli la spunta a «Vale come requisito»"),
        (format!("/gestione/offerte/{id}"), "oppure togli «Vale come requisito»"),
    ];
    for (path, own) in paths {
        let page = secretary.get(&path).await;
        page.says(ask);
        assert!(!page.text().contains(own), "{path}: {}", page.text());
        let page = admin.get(&path).await;
        page.says(own);
        assert!(!page.text().contains(ask), "{path}: {}", page.text());
    }
});
