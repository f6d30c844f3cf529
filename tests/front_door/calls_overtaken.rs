//! A call waits through the quiet time of a change, and meanwhile the date is corrected again: what is said on the phone of
//! an offer that ended is so.

use chrono::TimeDelta;
use percorso::store::calls;

use crate::harness::changing::{ADA, SECOND, change, moved, on};
use crate::harness::{Browser, World};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of, to_say};

const CIRO: &str = "ciro@posta.example";
const ENDED: &str = "Il posto che ti avevamo offerto non è più riservato a te";

async fn to(world: &World, date: &str) {
    change(world, vec![moved(world, "workshop-2", 1, on(date)).await]).await;
}

/// Ugo, who has a phone alone, waits for the only place of the second workshop, and is offered it.
async fn an_offer(world: &World) -> (Browser<'_>, i64) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    let admin = world.admin().await;
    let ada = world.sign_up("Ada", ADA, &[SECOND]).await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-2", &[]).await);
    called(world, &admin, ugo).await;
    let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, "workshop-2").await);
    assert_eq!(ada.post(&leave, &[]).await.status, 303);
    world.settle().await;
    assert_eq!(to_say(world, ugo).await, ["place-offered"]);
    (admin, ugo)
}

/// Every call that waits for somebody is made.
async fn called(world: &World, admin: &Browser<'_>, person: i64) {
    for call in calls::open_of(world.desk.store.reader(), person).await.unwrap() {
        let done = format!("/gestione/telefonate/{}/fatto", call.task_id);
        assert_eq!(admin.post(&done, &[]).await.status, 303);
    }
}

/// Ugo was told of the offer; a minute later the begin is too near to hold it, and Ciro takes the place.
async fn an_offer_that_ended(world: &World) -> i64 {
    let (admin, ugo) = an_offer(world).await;
    called(world, &admin, ugo).await;
    world.wait(TimeDelta::minutes(1)).await;
    to(world, "2014-09-16").await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    world.sign_up("Ciro", CIRO, &[SECOND]).await;
    assert_eq!(world.states(CIRO, "workshop-2").await, ["confirmed"]);
    ugo
}

/// What is said to Ugo.
async fn said(world: &World) -> String {
    let page = world.admin().await.get("/gestione/telefonate").await;
    let text = page.text();
    text.split_once("Ciao Ugo").expect("the call").1.split_once("Fatto").expect("its button").0.to_owned()
}

on_both!(on_the_phone_an_offer_ended_by_a_date_that_was_taken_back_is_told_all_the_same, |world| {
    let ugo = an_offer_that_ended(world).await;
    to(world, "2014-10-02").await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    let said = said(world).await;
    assert!(said.contains(ENDED) && said.contains("giovedì 2 ottobre"), "{said}");
    for untrue in ["di chi lo prende per primo", "Cambia un appuntamento", "16 settembre"] {
        assert!(!said.contains(untrue), "{untrue}: {said}");
    }
});

on_both!(on_the_phone_an_offer_ended_by_a_date_that_was_corrected_again_is_not_called_everybodys, |world| {
    let ugo = an_offer_that_ended(world).await;
    to(world, "2014-10-08").await;
    assert_eq!(to_say(world, ugo).await, ["session-changed"]);
    world.wait(TimeDelta::minutes(11)).await;
    let said = said(world).await;
    assert!(said.contains(ENDED) && said.contains("mercoledì 8 ottobre"), "{said}");
    assert!(!said.contains("di chi lo prende per primo"), "{said}");
});

on_both!(on_the_phone_whoever_never_heard_of_an_offer_that_ended_hears_of_the_new_date_alone, |world| {
    let (_, ugo) = an_offer(world).await;
    world.wait(TimeDelta::minutes(1)).await;
    to(world, "2014-09-16").await;
    world.wait(TimeDelta::minutes(11)).await;
    // The begin is near: the free place is for whoever takes it first, and that is said beside it.
    assert_eq!(to_say(world, ugo).await, ["place-free", "session-changed"]);
    let said = world.admin().await.get("/gestione/telefonate").await.text();
    assert!(said.contains("martedì 16 settembre") && said.contains("Resti in lista d’attesa"), "{said}");
    assert!(!said.contains("avevamo offerto"), "{said}");
});
