//! Refused letters that somebody is to be told of are counted and marked however many others were refused since.

use percorso::domain::letter::{Letter, Payload};
use percorso::store::outbox::{self, OutboxLetter};

use crate::board_true::{REFUSED, REFUSED_ONES, refuse};
use crate::day_lines::{leads, to};
use crate::harness::World;
use crate::harness::changing::{ADA, FIRST};
use crate::on_both;

/// A letter like this one was refused so many times more, as far as the outbox knows.
async fn refused_alike(world: &World, letter: &OutboxLetter, times: usize) {
    let tx = world.desk.store.begin().await.unwrap();
    for n in 0..times {
        let one = OutboxLetter {
            message_id: format!("<{}-{n}@percorso.example>", letter.kind),
            state: "refused".to_owned(),
            ended_at: Some(world.desk.clock.now()),
            ..letter.clone()
        };
        outbox::add(&tx, one).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// How many letters the list of refused ones marks, on its three pages.
async fn marked(world: &World) -> usize {
    let admin = world.admin().await;
    let mut found = 0;
    for page in 1..=3 {
        let list = admin.get(&format!("/gestione/posta?stato=refused&pagina={page}")).await;
        found += list.body.matches("da dire a voce").count();
    }
    found
}

on_both!(a_hundred_newer_letters_that_confirm_an_address_hide_no_refused_one_that_is_to_be_told, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let told = refuse(world, "place-confirmed").await;
    let asked = refuse(world, "confirm-sign-up").await;
    refused_alike(world, &asked, 101).await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    assert_eq!(marked(world).await, 1);
    let admin = world.admin().await;
    let oldest = admin.get("/gestione/posta?stato=refused&pagina=3").await;
    oldest.says("da dire a voce");
    assert!(oldest.body.contains(&format!("/gestione/posta/{}", told.id)), "{}", oldest.text());
});

on_both!(nor_do_a_hundred_newer_ones_that_nobody_has_to_hear_of, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let told = refuse(world, "place-confirmed").await;
    let mut payload: Payload = serde_json::from_str(&told.payload).unwrap();
    payload.letter = Letter::TestMail;
    let payload = serde_json::to_string(&payload).unwrap();
    let trial = OutboxLetter {
        kind: "test-mail".to_owned(),
        payload,
        person_id: None,
        enrolment_id: None,
        invite_id: None,
        session_id: None,
        ..told
    };
    refused_alike(world, &trial, 101).await;
    assert_eq!(leads(world, REFUSED).await, to(REFUSED_ONES));
    assert_eq!(marked(world).await, 1);
});
