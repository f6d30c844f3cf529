//! The board: rows in the order that is asked for, filters with their counts, dots, profile and workshop, and the one
//! likely thing to do about somebody.

use chrono::TimeDelta;
use percorso::domain::edition::CourseAdmission;
use percorso::store::calls;

use crate::finished_course::{hold_day, on_the_course};
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{TRAINER, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";

/// What stands between two marks of a text.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {text}")).0
}

/// The names of the rows, in their order.
fn names(page: &Answer) -> Vec<&str> {
    let rows = page.body.split("<tr role=\"row\"><td role=\"cell\">").skip(1);
    rows.map(|row| between(row, "<b><bdi>", "</bdi></b>")).collect()
}

/// The filters as a reader sees them.
fn filters(page: &Answer) -> Vec<&str> {
    let chips = between(&page.body, "aria-label=\"Filtri\">", "</p>");
    chips.split("class=\"chip\"").skip(1).map(|chip| between(chip, ">", "</a>")).collect()
}

/// The row of a person.
fn row(page: &Answer, person: i64) -> &str {
    between(&page.body, &format!("<td role=\"cell\"><a href=\"/gestione/persone/{person}\"><b>"), "</tr>")
}

/// The marks of the dots of a row, workshops before days, and the words below.
fn dots(row: &str) -> (Vec<&str>, &str) {
    let pips = between(row, "class=\"pips\" aria-hidden=\"true\">", "</span>");
    let marks = pips.split("<i").skip(1).map(|dot| match dot.split_once("class=\"") {
        Some((_, class)) => class.split('"').next().unwrap(),
        None => "",
    });
    let (_, words) = row.split_once("class=\"pips\"").unwrap();
    (marks.collect(), between(words, "<small>", "</small>"))
}

/// Ugo has a phone and no address, and is signed up by the office.
async fn ugo(world: &World, key: &str, more: &[(&str, &str)]) -> i64 {
    let admin = world.admin().await;
    person_of(&by_phone(world, &admin, "Ugo", key, more).await)
}

on_both!(rows_stand_by_name_by_what_is_missing_and_by_who_heard_nothing_for_longest, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    ugo(world, "workshop-2", &[]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "A"), (BEA, "P")]).await;
    world.wait(TimeDelta::minutes(91)).await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    let admin = world.admin().await;
    for (order, expected) in [
        ("name", ["Prova Ada", "Prova Bea", "Senzamail Ugo"]),
        ("missing", ["Prova Bea", "Prova Ada", "Senzamail Ugo"]),
        ("contact", ["Senzamail Ugo", "Prova Bea", "Prova Ada"]),
    ] {
        let page = admin.get(&format!("/gestione?ordina={order}")).await;
        assert_eq!(names(&page), expected, "{order}");
        let sorted =
            format!("aria-sort=\"ascending\"><a href=\"/gestione?edizione=autunno-2014&amp;ordina={order}\"");
        assert_eq!(page.body.matches("aria-sort").count(), 1, "{order}");
        assert!(page.body.contains(&sorted), "{order}: {}", page.body);
    }
});

on_both!(each_filter_says_how_many_it_leaves_and_leaves_them, |world| {
    world.programme(|file| file.edition.rule.course_admission = CourseAdmission::ByDecision).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.sign_up("Bea", BEA, &[FIRST]).await;
    ugo(world, "workshop-2", &[]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P"), (BEA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let there = format!("/mio-percorso/incontri/{}/segnala", world.session("workshop-1", 1).await);
    let bea = world.signed_in(BEA).await;
    assert_eq!(bea.post(&there, &[("parole", "Ero in aula.")]).await.status, 303);
    let admin = world.admin().await;
    let all = admin.get("/gestione").await;
    let expected = ["Tutte, 3", "Presenza contestata, 1", "Senza email, 1", "Domanda fatta, 1"];
    assert_eq!(filters(&all), expected);
    for (filter, name) in
        [("contested", "Prova Bea"), ("no-email", "Senzamail Ugo"), ("applied", "Prova Ada")]
    {
        let link = format!("href=\"/gestione?edizione=autunno-2014&amp;filtro={filter}\"");
        assert!(all.body.contains(&link), "{link}: {}", all.body);
        let page = admin.get(&format!("/gestione?filtro={filter}")).await;
        assert_eq!(names(&page), [name], "{filter}");
        assert_eq!(filters(&page), expected, "a filter changes no count: {filter}");
    }
    let stage = admin.get("/gestione?tappa=on-course").await;
    assert_eq!(filters(&stage), ["Tutte, 1", "Domanda fatta, 1"], "counted in the stage");
    let empty = admin.get("/gestione?filtro=provisional").await;
    assert_eq!(filters(&empty).last(), Some(&"Posto provvisorio, 0"), "the one that is chosen stays");
    empty.says("Nessuno qui: buon segno.");
});

on_both!(a_row_leads_to_the_one_likely_thing_to_do, |world| {
    world.programme(|file| file.edition.rule.course_admission = CourseAdmission::ByDecision).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let ugo = ugo(world, "workshop-2", &[]).await;
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let page = world.admin().await.get("/gestione").await;
    let action = |page: &Answer, person| row(page, person).rsplit("<td").next().unwrap().to_owned();
    assert!(action(&page, ada).contains("href=\"/gestione/domande\">Guarda la domanda"));
    assert!(action(&page, ugo).contains("href=\"tel:021234567\">Telefona"));
    assert!(action(&page, ugo).contains("02 1234567"), "the number can be read");
    assert!(!action(&page, bea).contains("href"), "{}", action(&page, bea));
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P"), (BEA, "A")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let there = format!("/mio-percorso/incontri/{}/segnala", world.session("workshop-1", 1).await);
    assert_eq!(world.signed_in(BEA).await.post(&there, &[("parole", "Ero in aula.")]).await.status, 303);
    let page = world.admin().await.get("/gestione").await;
    assert!(action(&page, bea).contains("href=\"/gestione/contestazioni\">Confronta"));
});

on_both!(profile_and_workshop_narrow_the_rows_and_stay_in_every_link, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    ugo(world, "workshop-1", &[("profilo", "volontariato")]).await;
    let admin = world.admin().await;
    let (first, both) = (format!("workshop={FIRST}"), format!("profilo=cittadinanza&workshop={FIRST}"));
    for (query, expected) in [
        ("profilo=volontariato", vec!["Senzamail Ugo"]),
        ("profilo=cittadinanza", vec!["Prova Ada", "Prova Bea"]),
        (first.as_str(), vec!["Prova Ada", "Senzamail Ugo"]),
        (both.as_str(), vec!["Prova Ada"]),
        ("workshop=corso", vec!["Prova Ada", "Prova Bea", "Senzamail Ugo"]),
    ] {
        assert_eq!(names(&admin.get(&format!("/gestione?{query}")).await), expected, "{query}");
    }
    let none = admin.get("/gestione?profilo=volontariato&workshop=quarto-workshop").await;
    none.says("Nessuno con questi filtri.");
    let page = admin.get(&format!("/gestione?{both}&ordina=contact")).await;
    assert!(page.body.contains("<option value=\"cittadinanza\" selected>"), "{}", page.body);
    assert!(page.body.contains(&format!("<option value=\"{FIRST}\" selected>")), "{}", page.body);
    let everybody = "/gestione?edizione=autunno-2014";
    let links: Vec<&str> = page.body.split("href=\"").skip(1).map(|l| l.split('"').next().unwrap()).collect();
    let kept = format!("&amp;profilo=cittadinanza&amp;workshop={FIRST}");
    let of_the_board = links.iter().filter(|link| link.starts_with(everybody) && **link != everybody);
    let lost: Vec<_> = of_the_board.clone().filter(|link| !link.contains(&kept)).collect();
    assert_eq!(lost, Vec::<&&str>::new());
    let all = 7 + 1 + 3 + 1;
    assert_eq!(of_the_board.count(), all, "stages, the filter of all, the heads of columns, what to print");
    let strip = between(&page.body, "class=\"stages\"", "</ol>");
    assert_eq!(strip.matches("<b>1</b>").count(), 1, "the stages count whom their links show: {strip}");
    assert_eq!(strip.matches("<b>0</b>").count(), 6, "{strip}");
});

on_both!(a_printed_board_has_everybody_of_its_view_and_says_which_view_it_is, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let admin = world.admin().await;
    for n in 0..26 {
        let answer = by_phone(world, &admin, &format!("P{n:02}"), "workshop-1", &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    let screen = admin.get("/gestione?filtro=no-email&ordina=contact&pagina=2").await;
    assert_eq!(names(&screen).len(), 1, "the rest of 26");
    let view = "href=\"/gestione?edizione=autunno-2014&amp;filtro=no-email&amp;ordina=contact";
    assert!(screen.body.contains(&format!("{view}&amp;stampa=si\"")), "{}", screen.body);
    let paper = admin.get("/gestione?filtro=no-email&ordina=contact&stampa=si").await;
    assert_eq!(names(&paper).len(), 26);
    paper.says(
        "26 persone. Edizione: Autunno 2014. Tappa: Tutta l’edizione. Stampa di lunedì 15 settembre 2014.",
    );
    paper.says("Filtro: Senza email, 26.");
    assert!(paper.body.contains(&format!("{view}\"")), "the way back: {}", paper.body);
    for screens in ["rel=\"prev\"", "role=\"search\"", "class=\"todo\"", "class=\"stages\""] {
        assert!(!paper.body.contains(screens), "{screens}: {}", paper.body);
    }
    let (stage, profile) = ("tappa=more-missing&cerca=p0", "profilo=cittadinanza&workshop=");
    let some = admin.get(&format!("/gestione?{stage}&{profile}{FIRST}&stampa=si")).await;
    assert_eq!(names(&some).len(), 10);
    some.says("10 persone. Edizione: Autunno 2014. Tappa: Mancano 2 o più workshop.");
    some.says("Profilo: Cittadinanza. Workshop: Il promotore dell’Ama. Ricerca: «p0».");
    admin.get("/en/gestione?stampa=si").await.says("27 people. Edition: Autumn 2014.");
    let nobody = admin.get("/gestione?cerca=qqq&stampa=si").await;
    nobody.says("Nessuna persona. Edizione: Autunno 2014.");
    nobody.says("Nessuno con questi filtri.");
});

on_both!(the_dots_tell_attended_from_booked_and_the_words_who_waits, |world| {
    world.programme(|file| file.offerings[2].capacity = Some(1)).await;
    world.sign_up("Bea", BEA, &[THIRD]).await;
    world.sign_up("Ada", ADA, &[THIRD, FIRST, SECOND]).await;
    assert_eq!(world.states(ADA, "workshop-3").await, ["waitlisted"]);
    let ada = world.person(ADA).await;
    let page = world.admin().await.get("/gestione").await;
    let days = ["s"; 7];
    let (marks, words) = dots(row(&page, ada));
    assert_eq!(marks, [&["b", "b", "", "m", "m"][..], &days[..]].concat());
    assert_eq!(words, "0 di 2 · 2 prenotati · 1 in lista d’attesa");
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let page = world.admin().await.get("/gestione").await;
    let (marks, words) = dots(row(&page, ada));
    assert_eq!(marks, [&["d", "b", "", "m", "m"][..], &days[..]].concat());
    assert_eq!(words, "1 di 2 · 1 prenotato · 1 in lista d’attesa");
});

on_both!(the_dots_of_days_tell_attended_from_missed, |world| {
    on_the_course(world, &[("Ada", ADA), ("Bea", BEA)]).await;
    hold_day(world, 1, &[(ADA, "P"), (BEA, "A")]).await;
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let page = world.admin().await.get("/gestione").await;
    let workshops = ["d", "d", "", "m", "m"];
    let (marks, words) = dots(row(&page, ada));
    assert_eq!(marks, [&workshops[..], &["s d", "s", "s"][..]].concat());
    assert_eq!(words, "2 di 2 · giornate 1 su 3");
    let (marks, words) = dots(row(&page, bea));
    assert_eq!(marks, [&workshops[..], &["s", "s", "s"][..]].concat());
    assert_eq!(words, "2 di 2 · giornate 0 su 3", "a day that was missed is told");
});

on_both!(a_call_is_a_contact_as_a_letter_is_and_both_last_two_days, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let ugo = ugo(world, "workshop-1", &[]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    let room = format!("/aula/{}", world.session("workshop-1", 1).await);
    let marks = [world.person(ADA).await, ugo].map(|person| format!("presenza-{person}"));
    let trainer = world.signed_in(TRAINER).await;
    let fields = [(marks[0].as_str(), "P"), (marks[1].as_str(), "P")];
    assert_eq!(trainer.post(&room, &fields).await.status, 303);
    assert_eq!(trainer.post(&format!("{room}/chiudi"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(32)).await;
    let admin = world.admin().await;
    let untold = "/gestione?filtro=untold";
    let page = admin.get(untold).await;
    assert_eq!(names(&page), ["Senzamail Ugo"]);
    assert!(row(&page, ugo).contains("mai</td>"), "{}", row(&page, ugo));
    for call in calls::open_of(world.desk.store.reader(), ugo).await.unwrap() {
        let done = format!("/gestione/telefonate/{}/fatto", call.task_id);
        assert_eq!(admin.post(&done, &[]).await.status, 303);
    }
    assert_eq!(names(&admin.get(untold).await), Vec::<&str>::new());
    let page = admin.get("/gestione").await;
    assert!(!row(&page, ugo).contains("mai</td>"), "{}", row(&page, ugo));
    world.wait(TimeDelta::hours(47)).await;
    assert_eq!(names(&world.admin().await.get(untold).await), Vec::<&str>::new());
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(names(&world.admin().await.get(untold).await), ["Prova Ada", "Senzamail Ugo"]);
});
