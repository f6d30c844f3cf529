//! What is so is said to whoever presses twice, comes too late, or only looks: a second click is no failure, a refusal
//! names its own reason, and a public number tells nothing of anybody.

use chrono::TimeDelta;
use percorso::store::registers;
use sea_orm::{ConnectionTrait as _, Statement};

use crate::harness::changing::{ADA, BEA, FIRST, SECOND, on_the_course};
use crate::harness::{TRAINER, World, form};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";
const KEPT: &str = "Il posto non si può più liberare.";

/// Ada has the only place of the second workshop, and Bea waits for it.
async fn a_line(world: &World) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
}

/// How often something was done.
async fn times(world: &World, act: &str) -> usize {
    let reader = world.desk.store.reader();
    let sql = format!("SELECT id FROM audit WHERE act = '{act}'");
    let found = reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await;
    found.unwrap().len()
}

/// Ada was there, and the register of her workshop is closed; gives its page.
async fn closed(world: &World) -> (i64, String) {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    let session = world.session("workshop-1", 1).await;
    (session, format!("/aula/{session}"))
}

on_both!(the_public_number_of_those_who_wait_does_not_tell_a_stranger_who_is_enrolled, |world| {
    a_line(world).await;
    let path = format!("/workshop/{SECOND}");
    let seen = world.browser().get(&path).await.text();
    assert!(seen.contains("(aspetta 1 persona)"), "{seen}");
    for (given, email) in [("Ada", ADA), ("Ciro", CIRO)] {
        let sent = world.browser().post(&format!("{path}/iscrizione"), &form(given, email, &[])).await;
        assert_eq!(sent.status, 303, "{email}");
        world.settle().await;
        assert_eq!(world.browser().get(&path).await.text(), seen, "{email}");
    }
    assert_eq!(world.states(CIRO, "workshop-2").await, ["pending_wait"]);
    let link = world.mails_to(CIRO).last().expect("a mail").link("/conferma/");
    assert_eq!(world.browser().post(&link, &[]).await.status, 303);
    assert_eq!(world.states(CIRO, "workshop-2").await, ["waitlisted"]);
    world.browser().get(&path).await.says("(aspettano 2 persone)");
});

on_both!(a_second_click_on_closing_a_register_or_on_reopening_it_is_answered_like_the_first, |world| {
    let (session, room) = closed(world).await;
    let reader = world.desk.store.reader();
    let stands = registers::of_session(reader, session).await.unwrap();
    let trainer = world.signed_in(TRAINER).await;
    world.wait(TimeDelta::minutes(5)).await;
    let again = trainer.post(&format!("{room}/chiudi"), &[]).await;
    assert_eq!((again.status, again.location), (303, Some(format!("{room}?fatto=closed"))));
    assert_eq!(registers::of_session(reader, session).await.unwrap(), stands, "its time has not moved");
    for click in 1..3 {
        let undone = trainer.post(&format!("{room}/annulla-chiusura"), &[]).await;
        let to = Some(format!("{room}?fatto=undone"));
        assert_eq!((undone.status, undone.location), (303, to), "click {click}");
    }
    trainer.get(&format!("{room}?fatto=undone")).await.says("il registro è di nuovo aperto");
    assert_eq!((times(world, "close_register").await, times(world, "undo_closing").await), (1, 1));
    let before = world.mails().len();
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(world.mails().len(), before, "nothing follows");
});

on_both!(a_register_in_effect_that_is_closed_once_more_shows_how_it_stands, |world| {
    let (_, room) = closed(world).await;
    let trainer = world.signed_in(TRAINER).await;
    world.wait(TimeDelta::minutes(31)).await;
    let before = world.mails().len();
    let again = trainer.post(&format!("{room}/chiudi"), &[]).await;
    assert_eq!((again.status, again.location), (303, Some(room.clone())));
    assert_eq!(trainer.get(&room).await.status, 200);
    let late = trainer.post(&format!("{room}/annulla-chiusura"), &[]).await;
    assert_eq!(late.status, 422, "what took effect is not taken back");
    late.says("Non c’è niente da annullare");
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!((times(world, "close_register").await, world.mails().len()), (1, before));
});

on_both!(a_workshop_that_has_begun_is_not_left_and_the_reason_is_its_own, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let place = world.enrolment(ADA, "workshop-1").await;
    let leave = format!("/mio-percorso/{place}/disdici");
    ada.get(&leave).await.says("Libera il mio posto");
    world.go_to("2014-09-25T08:00:00Z").await;
    let page = ada.get(&leave).await;
    assert_eq!(page.status, 200);
    let refused = ada.post(&leave, &[]).await;
    assert_eq!(refused.status, 422);
    for said in [&page, &refused] {
        said.says("È già cominciato");
        said.says(KEPT);
        for wrong in ["Libera il mio posto", "Liberi il tuo posto?", "L’iscrizione non è più possibile"] {
            assert!(!said.text().contains(wrong), "{wrong}: {}", said.text());
        }
    }
    ada.get(&format!("/en{leave}")).await.says("The place can no longer be given up.");
    let office = format!("/gestione/iscrizioni/{place}/annulla");
    let refused = world.admin().await.post(&office, &[("motivo", "prova")]).await;
    assert_eq!(refused.status, 422);
    refused.says("È già cominciato: il posto non si può più liberare.");
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
});

on_both!(the_link_of_a_letter_about_a_course_that_is_over_shows_no_button_that_does_nothing, |world| {
    on_the_course(world).await;
    let letter = world.mails_to(ADA).into_iter().rfind(|mail| mail.kind() == "course-confirmed");
    let leave = letter.expect("the letter with the place").link("/disdici/");
    world.browser().get(&leave).await.says("Libera il mio posto");
    world.go_to("2015-01-22T08:00:00Z").await;
    let page = world.browser().get(&leave).await;
    page.says(KEPT);
    assert!(!page.text().contains("Libera il mio posto"), "{}", page.text());
});

on_both!(a_second_click_on_leaving_says_what_the_first_one_left, |world| {
    a_line(world).await;
    for (email, done) in [(BEA, "left-line"), (ADA, "left")] {
        let leave = format!("/mio-percorso/{}/disdici", world.enrolment(email, "workshop-2").await);
        let browser = world.signed_in(email).await;
        for click in 1..3 {
            let left = browser.post(&leave, &[]).await;
            let to = Some(format!("/mio-percorso?fatto={done}"));
            assert_eq!((left.status, left.location), (303, to), "{email}, click {click}");
        }
        assert_eq!(world.states(email, "workshop-2").await, ["cancelled(by_person)"]);
    }
});
