//! "Leggi la mail" for every kind of letter a change can bring: a day more, something called off, the rule.

use chrono::TimeDelta;

use crate::editions::with;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND, on_the_course};
use crate::harness::{Browser, World};
use crate::office_changes::{hidden, typed};
use crate::on_both;

/// Reads a letter of a change that was checked; nothing leaves.
async fn read(world: &World, admin: &Browser<'_>, path: &str, checked: &Answer, letter: &str) -> Answer {
    assert_eq!(checked.status, 200, "{letter}: {}", checked.text());
    let button = format!("name=\"lettera\" value=\"{letter}\"");
    assert!(checked.body.contains(&button), "no {letter}: {}", checked.text());
    let before = world.mails().len();
    let fields = hidden(checked, "class=\"save row\"");
    let page = admin.post(&format!("{path}/mail"), &with(&fields, &[("lettera", letter)])).await;
    assert_eq!(page.status, 200, "{letter}: {}", page.text());
    world.settle().await;
    assert_eq!(world.mails().len(), before, "{letter}: it was only read");
    page
}

/// Ada has a provisional place, with the first workshop attended and the second booked; Bea attended it and asked for no
/// place on the course.
async fn on_her_way(world: &World) {
    world.programme(|_| {}).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states(ADA, "corso").await, ["provisional"]);
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P"), (BEA, "P")]).await;
    world.wait(TimeDelta::hours(1)).await;
}

on_both!(the_letters_of_an_added_day_and_of_what_is_called_off_are_read_before, |world| {
    on_the_course(world).await;
    let admin = world.admin().await;
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let mut day = typed(["28", "1", "2015"], ["", ""], "");
    day.extend([("versione", "1"), ("azione", "aggiungi")]);
    let checked = admin.post(&course, &day).await;
    let page = read(world, &admin, &course, &checked, "added.update").await;
    page.says("28 gennaio");
    page.says("Il calendario si aggiorna.");
    let session = format!("/gestione/sessioni/{}", world.session("corso", 7).await);
    let cancel = [("versione", "1"), ("azione", "annulla")];
    let checked = admin.post(&session, &cancel).await;
    let page = read(world, &admin, &session, &checked, "session-cancelled.cancel").await;
    page.says("Annullata la giornata 7 di 7");
    page.says("L’appuntamento esce dal calendario.");
    let workshop = format!("/gestione/offerte/{}", world.offering("workshop-1").await);
    let cancel = [("versione", "1"), ("proposta", "tutti"), ("azione", "annulla")];
    let checked = admin.post(&workshop, &cancel).await;
    let page = read(world, &admin, &workshop, &checked, "offering-cancelled.cancel").await;
    page.says("è annullato");
    page.says("24 settembre");
});

on_both!(the_letters_of_another_rule_are_read_before_on_both_of_its_pages, |world| {
    on_her_way(world).await;
    let admin = world.admin().await;
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let rule = [("richiesti", "1"), ("provvisori", "si"), ("versione_edizione", "1"), ("azione", "regola")];
    let checked = admin.post(&course, &rule).await;
    let page = read(world, &admin, &course, &checked, "reached.none").await;
    page.says("Hai 1 workshop su 1: ora puoi iscriverti al corso");
    let path = "/gestione/edizioni/autunno-2014/regola";
    let whole = [
        ("richiesti", "1"),
        ("ammissione", "immediate"),
        ("provvisori", "si"),
        ("riporto", "si"),
        ("versione", "1"),
        ("azione", "regola"),
    ];
    let checked = admin.post(path, &whole).await;
    read(world, &admin, path, &checked, "reached.none").await.says(BEA);
    let page = read(world, &admin, path, &checked, "place-final.none").await;
    page.says("Il tuo posto nel corso è definitivo");
    page.says(ADA);
    let page = read(world, &admin, path, &checked, "course-day.update").await;
    page.says("22 ottobre");
    page.says("Il calendario si aggiorna.");
    assert_eq!(world.states(ADA, "corso").await, ["provisional"], "nothing is saved");
});

on_both!(the_letter_about_a_place_at_risk_is_read_before, |world| {
    on_her_way(world).await;
    let admin = world.admin().await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let mut form = typed(["22", "10", "2014"], ["", ""], "");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    let checked = admin.post(&path, &form).await;
    let page = read(world, &admin, &path, &checked, "at-risk.none").await;
    page.says("Il tuo posto provvisorio nel corso sta per scadere");
});
