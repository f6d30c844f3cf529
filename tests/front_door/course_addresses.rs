//! R53 for a whole course: seven days leave the calendar of the old address and come into that of the new one; for whoever
//! takes no invites, in the feed alone; and whoever is erased leaves no day behind.

use chrono::TimeDelta;
use percorso::domain::letter::{Letter, Payload};
use percorso::store::{outbox, people};

use crate::erasing::where_is;
use crate::feeds::{events, feed_of, fetch, number, value};
use crate::harness::changing::{ADA, BEA, objects, on_the_course, told};
use crate::harness::{Browser, World};
use crate::on_both;

const NEW: &str = "ada.nuova@posta.example";
/// What the course's title alone says.
const COURSE: &str = "promotore dei gruppi";
const DAYS: [&str; 7] = ["20141022", "20141029", "20141105", "20141119", "20141210", "20150114", "20150121"];

/// The seven days under one method and SEQUENCE, by date.
fn seven(method: &str, sequence: &str) -> Vec<(String, String, String)> {
    DAYS.iter().map(|day| told((method, sequence, *day))).collect()
}

/// The token of the letter in which an address is asked for.
fn token(row: &outbox::OutboxLetter) -> Option<String> {
    match serde_json::from_str::<Payload>(&row.payload).ok()?.letter {
        Letter::ConfirmAddress { token, .. } if !token.is_empty() => Some(token),
        _ => None,
    }
}

/// The office asks for another address of a person, whose owner says yes; then the letters leave.
async fn moves(world: &World, admin: &Browser<'_>, from: &str, to: &str) {
    let person = world.person(from).await;
    let asked = [("visto_email", from), ("email", to)];
    let answer = admin.post(&format!("/gestione/persone/{person}/indirizzo"), &asked).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let letters = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    let token = letters.iter().find_map(token).expect("a letter that waits");
    assert_eq!(world.browser().post(&format!("/indirizzo/{token}"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.person(to).await, person);
}

on_both!(r53_seven_days_are_cancelled_at_the_old_address_and_new_at_the_new_one, |world| {
    on_the_course(world).await;
    let (admin, bea) = (world.admin().await, world.mails_to(BEA).len());
    let (first, old_uids) = objects(world, ADA, COURSE);
    assert_eq!((first, old_uids.len()), (seven("REQUEST", "0"), 7));
    moves(world, &admin, ADA, NEW).await;
    let (at_the_old, same_uids) = objects(world, ADA, COURSE);
    assert_eq!(at_the_old, [seven("REQUEST", "0"), seven("CANCEL", "1")].concat());
    assert_eq!(same_uids, old_uids, "each day is taken back under its own UID");
    let (at_the_new, new_uids) = objects(world, NEW, COURSE);
    assert_eq!((at_the_new, new_uids.len()), (seven("REQUEST", "0"), 7));
    assert!(new_uids.iter().all(|uid| !old_uids.contains(uid)), "a UID has one address for ever");
    assert_eq!(world.mails_to(BEA).len(), bea, "nobody else is written to");
});

on_both!(r53_r54_back_to_the_first_address_its_days_stand_above_their_cancels, |world| {
    on_the_course(world).await;
    let admin = world.admin().await;
    let (_, first_uids) = objects(world, ADA, COURSE);
    moves(world, &admin, ADA, NEW).await;
    let (_, second_uids) = objects(world, NEW, COURSE);
    moves(world, &admin, NEW, ADA).await;
    let (at_the_second, uids) = objects(world, NEW, COURSE);
    assert_eq!(at_the_second, [seven("REQUEST", "0"), seven("CANCEL", "1")].concat());
    assert_eq!(uids, second_uids);
    let (at_the_first, uids) = objects(world, ADA, COURSE);
    let whole = [seven("REQUEST", "0"), seven("CANCEL", "1"), seven("REQUEST", "2")].concat();
    assert_eq!(at_the_first, whole);
    assert_eq!(uids, first_uids, "the address is that of these UIDs, and of no other ones");
});

on_both!(r53_for_whoever_takes_no_invites_the_days_change_their_uids_in_the_feed_alone, |world| {
    on_the_course(world).await;
    let (ada, admin) = (world.signed_in(ADA).await, world.admin().await);
    let path = feed_of(&ada).await;
    assert_eq!(ada.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    let (before, old_uids) = objects(world, ADA, COURSE);
    assert_eq!(before, [seven("REQUEST", "0"), seven("CANCEL", "1")].concat());
    moves(world, &admin, ADA, NEW).await;
    assert_eq!(objects(world, ADA, COURSE).0, before, "the old mailbox was told before");
    assert_eq!(objects(world, NEW, "").0, Vec::new(), "the new one is told nothing");
    let shown: Vec<_> = events(&fetch(world, &path).await.body)
        .into_iter()
        .filter(|event| value(event, "SUMMARY").contains(COURSE))
        .collect();
    let (live, gone): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|event| value(event, "STATUS") == "CONFIRMED");
    let days: Vec<String> = live.iter().map(|event| value(event, "DTSTART")).collect();
    assert_eq!(days, DAYS, "each day once");
    assert!(live.iter().all(|event| !old_uids.contains(&value(event, "UID"))), "under UIDs of their own");
    assert!(gone.iter().all(|event| value(event, "STATUS") == "CANCELLED" && number(event) == 3));
    let mut taken_back: Vec<String> = gone.iter().map(|event| value(event, "UID")).collect();
    let mut old_uids = old_uids;
    taken_back.sort();
    old_uids.sort();
    assert_eq!(taken_back, old_uids, "what the feed showed is taken back in it");
});

on_both!(r73_of_somebody_erased_every_day_to_come_is_cancelled_and_the_feed_is_gone, |world| {
    on_the_course(world).await;
    let (ada, admin, person) = (world.signed_in(ADA).await, world.admin().await, world.person(ADA).await);
    let path = feed_of(&ada).await;
    assert_eq!(fetch(world, &path).await.status, 200);
    let (_, uids) = objects(world, ADA, COURSE);
    let gone = [("conferma", "Prova")];
    assert_eq!(admin.post(&format!("/gestione/persone/{person}/cancella"), &gone).await.status, 303);
    assert_eq!(fetch(world, &path).await.status, 404, "at once");
    world.wait(TimeDelta::minutes(1)).await;
    let (all, same_uids) = objects(world, ADA, COURSE);
    assert_eq!(all, [seven("REQUEST", "0"), seven("CANCEL", "1")].concat());
    assert_eq!(same_uids, uids);
    let (workshop, _) = objects(world, ADA, "promotore dell’Ama");
    let methods: Vec<&str> = workshop.iter().map(|(method, ..)| method.as_str()).collect();
    assert_eq!(methods, ["REQUEST", "CANCEL"]);
    assert_eq!(where_is(world, ADA).await, Vec::<String>::new(), "the last letter took the address along");
    let reader = world.desk.store.reader();
    assert!(people::find(reader, person).await.unwrap().unwrap().erased_at.is_some());
    assert_eq!(fetch(world, &path).await.status, 404);
});
