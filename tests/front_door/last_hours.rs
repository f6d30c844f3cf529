//! The last fifteen hours before a begin: no offer can be made any more, and a free place is for whoever takes it first, in
//! line or not. The page, the path, the office and the letters say so alike.

use percorso::usecases::sign_up_by_staff::{Caller, PhoneForm, sign_up_by_staff};
use percorso::usecases::{cancel_enrolment, enrol};
use rocket::futures::future::join_all;

use crate::harness::World;
use crate::harness::changing::{ADA, BEA, SECOND, ask_for_the_course};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";
/// Fourteen hours before the second workshop, which has no hours and begins at midnight.
const FOURTEEN: &str = "2014-10-01T08:00:00Z";

/// Ada has the only place of the second workshop; Bea, Ciro and Dina wait for it, in this order.
async fn a_line(world: &World) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA), ("Ciro", CIRO), ("Dina", DINA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
}

async fn leaves(world: &World, email: &str, key: &str) {
    let (id, person) = (world.enrolment(email, key).await, world.person(email).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
}

async fn states(world: &World) -> Vec<String> {
    let mut found = Vec::new();
    for email in [BEA, CIRO, DINA] {
        found.extend(world.states(email, "workshop-2").await);
    }
    found
}

on_both!(fourteen_hours_before_whoever_stands_in_line_takes_a_free_place_with_one_click, |world| {
    a_line(world).await;
    world.go_to(FOURTEEN).await;
    let workshop = format!("/workshop/{SECOND}");
    let bea = world.signed_in(BEA).await;
    bea.get(&workshop)
        .await
        .says("Manca poco all’inizio: se si libera un posto, è di chi lo prende per primo.");
    leaves(world, ADA, "workshop-2").await;
    assert_eq!(states(world).await, ["waitlisted", "waitlisted", "waitlisted"], "nobody is offered it");
    let page = world.browser().get(&workshop).await;
    assert!(!page.text().contains("Posti esauriti"), "{}", page.text());
    bea.get(&workshop).await.says("Prendo il posto");
    bea.get("/mio-percorso").await.says("Prendo il posto");
    let office = world.admin().await;
    let offering = world.offering("workshop-2").await;
    let line = office.get(&format!("/gestione/offerte/{offering}")).await;
    line.says("i posti liberi sono aperti a tutti");
    assert_eq!(bea.post(&format!("{workshop}/iscrizione"), &[]).await.status, 303);
    assert_eq!(states(world).await, ["confirmed", "waitlisted", "waitlisted"]);
    let ciro = world.signed_in(CIRO).await;
    assert_eq!(ciro.post(&format!("{workshop}/iscrizione"), &[]).await.status, 303);
    assert_eq!(states(world).await, ["confirmed", "waitlisted", "waitlisted"], "there was one place");
    world.settle().await;
    assert_eq!(world.mails_to(BEA).pop().unwrap().kind(), "place-confirmed");
});

on_both!(fourteen_hours_before_a_newcomer_gets_the_free_place_as_well, |world| {
    a_line(world).await;
    world.go_to(FOURTEEN).await;
    leaves(world, ADA, "workshop-2").await;
    world.sign_up("Elsa", "elsa@posta.example", &[SECOND]).await;
    assert_eq!(world.states("elsa@posta.example", "workshop-2").await, ["confirmed"]);
});

on_both!(fourteen_hours_before_the_office_gives_whoever_waits_the_free_place_by_its_form, |world| {
    a_line(world).await;
    world.go_to(FOURTEEN).await;
    leaves(world, ADA, "workshop-2").await;
    let office = world.admin().await;
    let (bea, offering) = (world.person(BEA).await, world.offering("workshop-2").await);
    let form = office.get(&format!("/gestione/persone/{bea}/iscrivi")).await;
    assert!(form.body.contains(&format!("name=\"offerta\" value=\"{offering}\"")), "{}", form.text());
    let staff = world.person("ufficio@percorso.example").await;
    let (who, offerings) = (Caller::Known(bea), vec![offering]);
    let asked = PhoneForm { who, needs: None, offerings, seen_free: vec![offering] };
    assert_eq!(sign_up_by_staff(&world.desk, &asked, staff).await.ok(), Some(bea));
    assert_eq!(states(world).await, ["confirmed", "waitlisted", "waitlisted"]);
});

on_both!(sixteen_hours_before_the_first_in_line_cannot_pass_by_the_offer, |world| {
    a_line(world).await;
    world.go_to("2014-10-01T06:00:00Z").await;
    let (id, ada) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, ada).await.unwrap();
    let (offering, bea) = (world.offering("workshop-2").await, world.person(BEA).await);
    assert!(enrol::enrol(&world.desk, bea, offering).await.unwrap().had_it);
    assert_eq!(states(world).await, ["waitlisted", "waitlisted", "waitlisted"]);
    world.settle().await;
    assert_eq!(states(world).await, ["offered", "waitlisted", "waitlisted"]);
});

on_both!(three_who_click_at_once_for_one_free_place_are_one_place, |world| {
    a_line(world).await;
    world.go_to(FOURTEEN).await;
    leaves(world, ADA, "workshop-2").await;
    let offering = world.offering("workshop-2").await;
    let mut people = Vec::new();
    for email in [BEA, CIRO, DINA] {
        people.push(world.person(email).await);
    }
    let clicks = people.iter().cycle().take(12);
    let done = join_all(clicks.map(|person| enrol::enrol(&world.desk, *person, offering))).await;
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    let mut found = states(world).await;
    found.sort();
    assert_eq!(found, ["confirmed", "waitlisted", "waitlisted"]);
});

on_both!(an_offer_that_runs_out_twelve_hours_before_promises_no_other_one, |world| {
    a_line(world).await;
    world.go_to("2014-10-01T06:00:00Z").await;
    leaves(world, ADA, "workshop-2").await;
    assert_eq!(states(world).await, ["offered", "waitlisted", "waitlisted"]);
    world.go_to("2014-10-01T10:01:00Z").await;
    let letter = world.mails_to(BEA).pop().unwrap();
    let subject = "Il posto non è più riservato a te: ora è di chi lo prende per primo";
    assert_eq!((letter.kind(), letter.subject.as_str()), ("offer-lapsed", subject));
    assert!(letter.text.contains("non facciamo altre offerte"), "{}", letter.text);
    assert!(!letter.text.contains("Se tocca di nuovo a te"), "{}", letter.text);
});

on_both!(fourteen_hours_before_the_course_its_free_place_is_open_to_its_line_too, |world| {
    ask_for_the_course(world, |file| file.offerings[5].capacity = Some(1)).await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    world.go_to("2014-10-21T08:00:00Z").await;
    let bea = world.signed_in(BEA).await;
    assert!(!bea.get("/mio-percorso").await.text().contains("Prendo il posto"));
    leaves(world, ADA, "corso").await;
    bea.get("/mio-percorso").await.says("Prendo il posto");
    assert_eq!(bea.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states(BEA, "corso").await, ["confirmed"]);
});
