//! For whom a free place is: whoever reads that it goes to whoever takes it first can take it, and whoever cannot reads
//! something else. Letters say what is so when they leave, and calls what is so when they are made.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::edition::{CourseAdmission, Rule};
use percorso::domain::edition_file::Checked;
use percorso::store::{enrolments, outbox};
use percorso::usecases::{cancel_enrolment, enrol};

use crate::harness::changing::{ADA, BEA, FIRST, SECOND, change, moved, on, rule};
use crate::harness::{Mail, World, form};
use crate::on_both;
use crate::phone_sign_ups::by_phone;

const CIRO: &str = "ciro@posta.example";
const FOR_ALL: &str = "è di chi lo prende per primo";
/// Fourteen hours before the second workshop, which has no hours and begins at midnight.
const FOURTEEN: &str = "2014-10-01T08:00:00Z";
/// Sixteen hours before the course.
const SIXTEEN: &str = "2014-10-21T06:00:00Z";

async fn leaves(world: &World, email: &str, key: &str) {
    let (id, person) = (world.enrolment(email, key).await, world.person(email).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
}

/// The last letter of a kind to somebody.
fn last(world: &World, address: &str, kind: &str) -> Mail {
    world.mails_to(address).into_iter().rfind(|mail| mail.kind() == kind).expect("the letter")
}

/// Ada has the only place on the course and Bea waits for it, both by a waiver.
async fn a_course_line(world: &World, set: impl FnOnce(&mut Checked)) {
    world
        .programme(|file| {
            file.offerings[5].capacity = Some(1);
            set(file);
        })
        .await;
    let admin = world.admin().await;
    let edition = world.edition().await.to_string();
    for (given, email, decided) in [("Ada", ADA, "accetta"), ("Bea", BEA, "attesa")] {
        let browser = world.sign_up(given, email, &[FIRST]).await;
        let person = world.person(email).await;
        let fields = [("edizione", edition.as_str()), ("motivo", "prova")];
        assert_eq!(admin.post(&format!("/gestione/persone/{person}/deroga"), &fields).await.status, 303);
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
        if world.states(email, "corso").await == ["applied"] {
            let id = world.enrolment(email, "corso").await;
            let answer = admin.post(&format!("/gestione/domande/{id}/{decided}"), &[("motivo", "")]).await;
            assert_eq!(answer.status, 303, "{}", answer.text());
        }
    }
    world.settle().await;
    assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
}

/// Then Ada gives her place back, and the office offers it to Bea.
async fn offered(world: &World, at: &str) {
    world.go_to(at).await;
    leaves(world, ADA, "corso").await;
    assert_eq!(world.offers_by_hand("corso").await.status, 303);
    world.settle().await;
    assert_eq!(world.states(BEA, "corso").await, ["offered"]);
}

fn closes_early(file: &mut Checked) {
    file.edition.rule.enrolment_closes = "2014-10-01".parse().ok();
}

fn by_decision(file: &mut Checked) {
    file.edition.rule.course_admission = CourseAdmission::ByDecision;
}

/// Bea's offer has run out, and nobody can take the place: her letter says so, and promises nothing.
async fn reads_that_nobody_can_take_it(world: &World) {
    world.go_to("2014-10-21T10:01:00Z").await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    let letter = last(world, BEA, "offer-lapsed");
    assert_eq!(letter.subject, "Il posto non è più riservato a te: ora sei in lista d’attesa, numero 1");
    for said in [&letter.text, &letter.html] {
        assert!(!said.contains("prende per primo"), "{said}");
        assert!(!said.contains("Se tocca di nuovo a te"), "{said}");
        assert!(said.contains("non facciamo altre offerte"), "{said}");
    }
    let page = world.signed_in(BEA).await.get("/mio-percorso").await;
    assert!(!page.text().contains("Prendo il posto"), "{}", page.text());
}

on_both!(
    past_the_last_day_to_enrol_an_offer_that_ran_out_leads_nobody_to_a_place_they_cannot_take,
    |world| {
        a_course_line(world, closes_early).await;
        offered(world, SIXTEEN).await;
        reads_that_nobody_can_take_it(world).await;
    }
);

on_both!(where_the_office_decides_an_offer_that_ran_out_in_the_last_hours_promises_no_other_one, |world| {
    a_course_line(world, by_decision).await;
    offered(world, SIXTEEN).await;
    reads_that_nobody_can_take_it(world).await;
});

/// The course begins in fourteen hours all at once: Bea's offer is over, and nobody can take the place.
async fn reads_that_the_offer_ended(world: &World) {
    offered(world, "2014-10-06T08:00:00Z").await;
    change(world, vec![moved(world, "corso", 1, on("2014-10-07")).await]).await;
    assert_eq!(world.states(BEA, "corso").await, ["waitlisted"]);
    world.wait(TimeDelta::minutes(11)).await;
    let letter = last(world, BEA, "session-changed");
    for said in [&letter.text, &letter.html] {
        assert!(!said.contains("prende per primo"), "{said}");
        assert!(said.contains("non è più riservato a te"), "{said}");
    }
}

on_both!(an_offer_that_a_move_ended_past_the_last_day_to_enrol_says_that_it_is_over_and_no_more, |world| {
    a_course_line(world, closes_early).await;
    reads_that_the_offer_ended(world).await;
});

on_both!(an_offer_that_a_move_ended_where_the_office_decides_says_that_it_is_over_and_no_more, |world| {
    a_course_line(world, by_decision).await;
    reads_that_the_offer_ended(world).await;
});

on_both!(a_place_that_is_at_risk_again_is_not_called_safe_once_more, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    for required in [3, 2, 3] {
        let to = Rule { required, ..rule(world).await };
        change(world, vec![Edit::Rule { to }]).await;
        world.wait(TimeDelta::minutes(11)).await;
    }
    let (reader, id) = (world.desk.store.reader(), world.enrolment(ADA, "corso").await);
    let place = enrolments::find(reader, id).await.unwrap().unwrap();
    assert_eq!((place.state.as_str(), place.hold_until.is_some()), ("provisional", true));
    let safe = outbox::last_of(reader, id, "provisional-place").await.unwrap().expect("the letter");
    assert!(safe.payload.contains("\"again\":true"), "{}", safe.payload);
    let again = world.admin().await.post(&format!("/gestione/posta/{}/di-nuovo", safe.id), &[]).await;
    assert_eq!(again.status, 422, "its place ends, and this letter says that it does not");
});

/// Ada has the only place of the second workshop; Bea and Ciro wait for it, in this order.
async fn a_line(world: &World) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA), ("Ciro", CIRO)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
}

on_both!(
    a_letter_about_the_line_that_is_sent_again_in_the_last_hours_says_that_places_are_for_all,
    |world| {
        a_line(world).await;
        assert!(!last(world, BEA, "waiting-list-joined").text.contains(FOR_ALL));
        world.go_to(FOURTEEN).await;
        let (reader, id) = (world.desk.store.reader(), world.enrolment(BEA, "workshop-2").await);
        let joined =
            outbox::last_of(reader, id, "waiting-list-joined").await.unwrap().expect("the letter").id;
        let again = world.admin().await.post(&format!("/gestione/posta/{joined}/di-nuovo"), &[]).await;
        assert_eq!(again.status, 303, "{}", again.text());
        world.settle().await;
        let told =
            world.mails_to(BEA).into_iter().filter(|mail| mail.kind() == "waiting-list-joined").count();
        let letter = last(world, BEA, "waiting-list-joined");
        assert_eq!((told, letter.text.contains(FOR_ALL)), (2, true), "{}", letter.text);
    }
);

on_both!(a_letter_about_the_line_that_leaves_in_the_last_hours_says_what_is_so_then, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    world.go_to("2014-10-01T06:59:00Z").await;
    let (bea, offering) = (world.person(BEA).await, world.offering("workshop-2").await);
    enrol::enrol(&world.desk, bea, offering).await.unwrap();
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"]);
    world.desk.clock.stand_at("2014-10-01T07:01:00Z".parse().unwrap());
    world.settle().await;
    let letter = last(world, BEA, "waiting-list-joined");
    assert!(letter.text.contains(FOR_ALL), "{}", letter.text);
});

on_both!(a_call_about_the_line_that_is_made_in_the_last_hours_says_that_places_are_for_all, |world| {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let admin = world.admin().await;
    assert_eq!(by_phone(world, &admin, "Ugo", "workshop-2", &[]).await.status, 303);
    let page = admin.get("/gestione/telefonate").await;
    page.says("Ugo Senzamail");
    assert!(!page.text().contains(FOR_ALL), "{}", page.text());
    world.go_to(FOURTEEN).await;
    let page = world.admin().await.get("/gestione/telefonate").await;
    page.says("Ugo Senzamail");
    page.says("Manca poco all’inizio: se si libera un posto, è di chi lo prende per primo.");
});

/// Fourteen hours before, Ada's place is free, and Bea sends the public form without being signed in; the letter she gets.
async fn sends_the_form(world: &World) -> Mail {
    a_line(world).await;
    world.go_to(FOURTEEN).await;
    leaves(world, ADA, "workshop-2").await;
    let browser = world.browser();
    let sent = browser.post(&format!("/workshop/{SECOND}/iscrizione"), &form("Bea", BEA, &[])).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    browser.get(sent.location.as_deref().unwrap()).await.says("Ti abbiamo scritto");
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"], "the form alone takes nothing");
    last(world, BEA, "known-sign-up")
}

on_both!(whoever_waits_and_sends_the_form_in_the_last_hours_takes_the_free_place_by_its_letter, |world| {
    let letter = sends_the_form(world).await;
    let link = letter.link("/conferma/");
    assert!(letter.text.contains(FOR_ALL), "{}", letter.text);
    assert!(!letter.text.contains("Posto riservato a te"), "{}", letter.text);
    let page = world.browser().get(&link).await;
    page.says(FOR_ALL);
    assert!(!page.text().contains("Un posto per te"), "{}", page.text());
    assert_eq!(world.browser().get(&format!("/en{link}")).await.status, 200);
    for _ in 0..2 {
        assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    }
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["confirmed"]);
    let kinds: Vec<String> = world.mails_to(BEA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds[kinds.len() - 2..], ["known-sign-up", "place-confirmed"]);
});

on_both!(whoever_clicks_once_somebody_else_has_taken_the_free_place_stays_in_line_and_is_told, |world| {
    let link = sends_the_form(world).await.link("/conferma/");
    let ciro = world.signed_in(CIRO).await;
    assert_eq!(ciro.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    assert_eq!(world.states(CIRO, "workshop-2").await, ["confirmed"]);
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    world.settle().await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["waitlisted"]);
    let letter = world.mails_to(BEA).pop().unwrap();
    assert_eq!((letter.kind(), letter.text.contains(FOR_ALL)), ("waiting-list-joined", true));
});

on_both!(the_office_reads_of_free_places_that_nobody_can_take_any_more, |world| {
    a_course_line(world, closes_early).await;
    offered(world, SIXTEEN).await;
    world.go_to("2014-10-21T10:01:00Z").await;
    let (admin, offering) = (world.admin().await, world.offering("corso").await);
    let page = admin.get(&format!("/gestione/offerte/{offering}")).await;
    page.says("Manca troppo poco all’inizio per un’offerta, e nessuno può più prendere un posto da sé.");
    let own = world.enrolment(BEA, "corso").await;
    let refused = admin.post(&format!("/gestione/iscrizioni/{own}/posto"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(!refused.text().contains("aperti a tutti"), "{}", refused.text());
});
