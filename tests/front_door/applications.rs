//! The course where a person decides: an application takes no place; it is accepted by the guard, put in line, or declined
//! with a reason; and a freed place goes to nobody by itself.

use percorso::domain::edition::CourseAdmission;
use percorso::domain::waiting_list::Offers;
use percorso::store::offerings;
use percorso::usecases::export_edition::export_edition;

use crate::harness::changing::set_places;
use crate::harness::{Browser, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";
const CIRO: &str = "ciro@posta.example";

/// The announced programme, with one place on a course where a person decides.
pub async fn by_decision(world: &World) {
    world
        .programme(|file| {
            file.edition.rule.course_admission = CourseAdmission::ByDecision;
            file.offerings[5].capacity = Some(1);
        })
        .await;
}

/// Somebody with two workshops booked applies.
pub async fn applied<'w>(world: &'w World, given: &str, email: &str, workshops: &[&str]) -> Browser<'w> {
    let browser = world.sign_up(given, email, workshops).await;
    let answer = browser.post("/corso/iscrizione", &[]).await;
    assert_eq!(answer.location.as_deref(), Some("/mio-percorso?fatto=course-applied"), "{}", answer.text());
    world.settle().await;
    browser
}

async fn taken(world: &World) -> i64 {
    let id = world.offering("corso").await;
    offerings::find(world.desk.store.reader(), id).await.unwrap().unwrap().taken
}

pub async fn decides(world: &World, admin: &Browser<'_>, email: &str, what: &str, reason: &str) -> u16 {
    let id = world.enrolment(email, "corso").await;
    let answer = admin.post(&format!("/gestione/domande/{id}/{what}"), &[("motivo", reason)]).await;
    world.settle().await;
    answer.status
}

fn last(world: &World, email: &str) -> String {
    world.mails_to(email).pop().unwrap().kind().to_owned()
}

on_both!(an_application_takes_no_place_says_that_it_arrived_and_can_be_withdrawn, |world| {
    by_decision(world).await;
    let short = world.sign_up("Dina", "dina@posta.example", &[FIRST]).await;
    assert_eq!(short.post("/corso/iscrizione", &[]).await.status, 422, "the rule holds here too");
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    ada.get("/corso/iscrizione").await.says("Fai domanda per il corso");
    assert_eq!(ada.get("/en/corso/iscrizione").await.status, 200);
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.settle().await;
    assert_eq!((world.states(ADA, "corso").await, taken(world).await), (vec!["applied".to_owned()], 0));
    ada.get("/mio-percorso").await.says("La tua domanda è arrivata");
    let twice = ada.post("/corso/iscrizione", &[]).await;
    assert_eq!(twice.location.as_deref(), Some("/mio-percorso?fatto=course-had-it"));
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!((letter.kind(), letter.calendars.len()), ("application-received", 0));
    let before = world.mails_to(ADA).len();
    assert_eq!(world.browser().post(&letter.link("/disdici/"), &[]).await.status, 303);
    world.settle().await;
    assert_eq!(world.states(ADA, "corso").await, ["cancelled(by_person)"]);
    assert_eq!(world.mails_to(ADA).len(), before, "the page has said it");
});

on_both!(an_application_taken_on_the_phone_is_not_called_a_place, |world| {
    by_decision(world).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let (person, course) = (world.person(ADA).await, world.offering("corso").await.to_string());
    let admin = world.admin().await;
    let done = admin.post(&format!("/gestione/persone/{person}/iscrivi"), &[("offerta", &course)]).await;
    let there = done.location.expect("a way on");
    assert!(there.contains("fatto=signed-up-applied"), "{there}");
    admin.get(&there).await.says("Per il corso è una domanda: decide l’ufficio");
    assert_eq!(world.states(ADA, "corso").await, ["applied"]);
});

on_both!(the_office_accepts_puts_in_line_and_declines_and_offers_a_freed_place_itself, |world| {
    by_decision(world).await;
    let ada = applied(world, "Ada", ADA, &[FIRST, SECOND]).await;
    applied(world, "Bea", BEA, &[FIRST, THIRD]).await;
    applied(world, "Ciro", CIRO, &[SECOND, THIRD]).await;
    let admin = world.admin().await;
    let page = admin.get("/gestione/domande").await;
    assert_eq!(admin.get("/en/gestione/domande").await.status, 200);
    page.says("1 posto libero");
    page.says("1. Prova Ada");
    page.says("3. Prova Ciro");
    page.says("posto provvisorio, fino ai workshop prenotati");
    assert_eq!(decides(world, &admin, ADA, "accetta", "").await, 303);
    assert_eq!(decides(world, &admin, ADA, "accetta", "").await, 303, "a second click changes nothing");
    assert_eq!((world.states(ADA, "corso").await, taken(world).await), (vec!["provisional".to_owned()], 1));
    assert_eq!(last(world, ADA), "provisional-place");
    assert_eq!(decides(world, &admin, BEA, "accetta", "").await, 422, "no place is free");
    assert_eq!(decides(world, &admin, BEA, "attesa", "").await, 303);
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    assert_eq!(last(world, BEA), "course-waiting");
    assert_eq!(decides(world, &admin, CIRO, "rifiuta", " ").await, 422, "a reason is required");
    let ciro = world.enrolment(CIRO, "corso").await;
    let why = [("motivo", "I posti sono pochi.\nRiprova in primavera.")];
    for _ in 0..2 {
        let path = format!("/gestione/domande/{ciro}/rifiuta");
        assert_eq!(admin.post(&path, &why).await.status, 303, "a second click changes nothing");
    }
    world.settle().await;
    assert_eq!(world.states(CIRO, "corso").await, ["cancelled(by_staff)"]);
    let card = admin.get(&format!("/gestione/persone/{}", world.person(CIRO).await)).await;
    card.says("Domanda non accolta");
    assert!(!card.text().contains("Annullata dall’ufficio"), "{}", card.text());
    let letter = world.mails_to(CIRO).pop().unwrap();
    assert_eq!(letter.kind(), "application-declined");
    assert!(
        letter.text.replace("\r\n", "\n").contains("I posti sono pochi.\nRiprova in primavera."),
        "{}",
        letter.text
    );
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "corso").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    world.settle().await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"], "a person offers the freed place");
    let bea = world.enrolment(BEA, "corso").await;
    assert_eq!(admin.post(&format!("/gestione/iscrizioni/{bea}/posto"), &[]).await.status, 303);
    world.settle().await;
    let offer = world.mails_to(BEA).pop().unwrap().link("/offerta/");
    assert_eq!(world.browser().post(&offer, &[]).await.status, 303);
    assert_eq!((world.states(BEA, "corso").await, taken(world).await), (vec!["provisional".to_owned()], 1));
});

on_both!(whoever_works_in_the_office_does_not_decide_on_their_own_application, |world| {
    by_decision(world).await;
    let office = world.admin().await;
    for slug in [FIRST, SECOND] {
        assert_eq!(office.post(&format!("/workshop/{slug}/iscrizione"), &[]).await.status, 303);
    }
    assert_eq!(office.post("/corso/iscrizione", &[]).await.status, 303);
    let page = office.get("/gestione/domande").await;
    page.says("Questa è la tua scheda");
    let own = decides(world, &office, "ufficio@percorso.example", "accetta", "").await;
    assert_eq!(own, 422);
    assert_eq!(world.states("ufficio@percorso.example", "corso").await, ["applied"]);
});

on_both!(a_course_by_decision_is_not_set_to_offer_its_places_by_itself, |world| {
    by_decision(world).await;
    let (admin, course) = (world.admin().await, world.offering("corso").await);
    let path = format!("/gestione/offerte/{course}");
    let page = admin.get(&path).await;
    page.says("Decide una persona dell’ufficio: nel corso si entra per decisione.");
    assert!(!page.body.contains("name=\"offerte\""), "there is nothing to choose");
    let form = [
        ("titolo", "Il promotore dei gruppi di auto mutuo aiuto"),
        ("capienza", "1"),
        ("offerte", "automatic"),
        ("versione", "1"),
        ("azione", "salva"),
    ];
    let refused = admin.post(&path, &form).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    refused.says("I posti di questo corso li offre una persona");
    let row = offerings::find(world.desk.store.reader(), course).await.unwrap().unwrap();
    assert_eq!((row.offers.as_str(), row.version), ("person", 1));
});

on_both!(a_course_that_offers_by_itself_is_not_put_under_a_decision_before_a_person_offers, |world| {
    world.programme(|file| file.offerings[5].offers_automatic = true).await;
    let (admin, course) = (world.admin().await, world.offering("corso").await);
    let path = "/gestione/edizioni/autunno-2014/regola";
    let rule = [
        ("richiesti", "2"),
        ("ammissione", "decision"),
        ("provvisori", "si"),
        ("riporto", "si"),
        ("versione", "1"),
        ("azione", "regola-conferma"),
        ("motivo", "Deciso in riunione"),
    ];
    let refused = admin.post(path, &rule).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    refused.says("Nel corso i posti liberi li offre il programma da solo");
    assert!(refused.body.contains("id=\"ammissione-e\""), "it stands at its field");
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    file.edition.rule.course_admission = CourseAdmission::ByDecision;
    let why = "course_admission asks for offers = \"person\" on the course: its freed places are offered by a person";
    assert_eq!(world.import(&file).await, Err(vec![format!("edition «autunno-2014»: {why}")]));
    set_places(world, course, None, Offers::ByPerson).await;
    assert_eq!(admin.post(path, &rule).await.status, 303);
});
