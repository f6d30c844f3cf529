//! Whoever's mailbox takes nothing has the feed alone: it goes on at the hour of a change whose letter waits behind an older
//! one, and never back (CALENDAR.md R51, R52, R59).

use chrono::TimeDelta;
use percorso::mail::transport::Transport;
use percorso::store::outbox::of_person;

use crate::feeds::{feed_of, fetch, move_first, number, one, value};
use crate::harness::changing::{change, moved, on};
use crate::harness::mails::parsed;
use crate::harness::{Database, World, views};
use crate::outbox::smtp;

/// A mailbox that is full for good.
const FULL: &str = "full@posta.example";

/// Whoever the mailbox is of has a place in the first workshop, and the letter that says so is tried again and again.
async fn signed_up(world: &World, email: &str) {
    world.programme(|_| {}).await;
    let offering = world.offering("workshop-1").await.to_string();
    let fields = [
        ("nome", "Ada"),
        ("cognome", "Prova"),
        ("email", email),
        ("privacy", "si"),
        ("offerta", offering.as_str()),
    ];
    let answer = world.admin().await.post("/gestione/persone/nuova", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.settle().await;
}

/// What the feed shows: SEQUENCE, day, state and stamp.
async fn shown(world: &World, path: &str) -> (u32, String, String, String) {
    let event = one(&fetch(world, path).await.body);
    let day = value(&event, "DTSTART").chars().take(8).collect();
    (number(&event), day, value(&event, "STATUS"), value(&event, "DTSTAMP"))
}

async fn r59_the_feed_of_a_full_mailbox_goes_on(database: Database) {
    let (address, handed) = smtp().await;
    let world = World::with_transport(database, views(), Transport::smtp(&address).unwrap()).await;
    signed_up(&world, FULL).await;
    let path = feed_of(&world.signed_in(FULL).await).await;
    let mut seen = vec![shown(&world, &path).await];
    // Each time before the hour of the change, and after it.
    for date in ["2014-09-25", "2014-09-26", "2014-09-25"] {
        move_first(&world, date).await;
        for minutes in [5, 6] {
            world.wait(TimeDelta::minutes(minutes)).await;
            seen.push(shown(&world, &path).await);
        }
    }
    // Undone before its hour.
    for date in ["2014-09-26", "2014-09-25"] {
        move_first(&world, date).await;
        world.wait(TimeDelta::minutes(5)).await;
    }
    world.wait(TimeDelta::minutes(30)).await;
    seen.push(shown(&world, &path).await);
    let (enrolment, person) = (world.enrolment(FULL, "workshop-1").await, world.person(FULL).await);
    percorso::usecases::cancel_enrolment::by_person(&world.desk, enrolment, person).await.unwrap();
    world.wait(TimeDelta::minutes(1)).await;
    seen.push(shown(&world, &path).await);
    let states: Vec<_> = seen.iter().map(|(n, day, state, _)| (*n, day.as_str(), state.as_str())).collect();
    let held = |n, day| (n, day, "CONFIRMED");
    assert_eq!(
        states,
        [
            held(0, "20140924"),
            held(0, "20140924"),
            held(1, "20140925"),
            held(1, "20140925"),
            held(2, "20140926"),
            held(2, "20140926"),
            held(3, "20140925"),
            held(3, "20140925"),
            (4, "20140925", "CANCELLED"),
        ]
    );
    let stamps: Vec<&String> = seen.iter().map(|(.., stamp)| stamp).collect();
    assert!(stamps.is_sorted(), "{stamps:?}");
    assert_eq!(handed.lock().unwrap().iter().filter(|mail| mail.contains(FULL)).count(), 0, "no mail came");
    world.ends().await;
}

/// A mailbox that takes the fourth letter it is handed.
const BUSY: &str = "busy@posta.example";

async fn r71_what_was_undone_after_its_hour_is_in_the_feed_alone(database: Database) {
    let (address, handed) = smtp().await;
    let world = World::with_transport(database, views(), Transport::smtp(&address).unwrap()).await;
    signed_up(&world, BUSY).await;
    let path = feed_of(&world.signed_in(BUSY).await).await;
    move_first(&world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(8)).await;
    move_first(&world, "2014-09-26").await;
    world.wait(TimeDelta::minutes(11)).await;
    let there = shown(&world, &path).await;
    assert_eq!((there.0, there.1.as_str()), (1, "20140926"));
    back_to_the_first_day(&world).await;
    world.wait(TimeDelta::hours(2)).await;
    let back = shown(&world, &path).await;
    assert_eq!((back.0, back.1.as_str()), (2, "20140924"));
    assert!(back.3 > there.3, "{there:?} {back:?}");
    let mails = || handed.lock().unwrap().iter().filter(|mail| mail.contains(BUSY)).count();
    assert_eq!(mails(), 4, "the confirmation, tried until it was taken, and nothing of a change");
    move_first(&world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(11)).await;
    let moved = shown(&world, &path).await;
    assert_eq!((moved.0, moved.1.as_str(), mails()), (3, "20140925", 5), "the next change is told");
    world.ends().await;
}

/// A mailbox that refuses the fourth letter for good, and takes the next.
const CLOSED: &str = "closed@posta.example";

/// What the newest mail to a mailbox brings its calendar.
fn newest(handed: &[String], email: &str) -> String {
    let whose = format!("<{email}>");
    let mail = handed.iter().rfind(|mail| mail.contains(&whose)).expect("a mail");
    parsed(String::new(), mail.as_bytes()).calendar().to_owned()
}

async fn r51_a_confirmation_sent_again_after_an_undone_change_is_above_the_feed(
    database: Database,
    email: &str,
    state: &str,
) {
    let (address, handed) = smtp().await;
    let world = World::with_transport(database, views(), Transport::smtp(&address).unwrap()).await;
    signed_up(&world, email).await;
    let path = feed_of(&world.signed_in(email).await).await;
    move_first(&world, "2014-09-25").await;
    world.wait(TimeDelta::minutes(11)).await;
    back_to_the_first_day(&world).await;
    world.wait(TimeDelta::hours(2)).await;
    let back = shown(&world, &path).await;
    assert_eq!((back.0, back.1.as_str()), (2, "20140924"));
    let letters = of_person(world.desk.store.reader(), world.person(email).await).await.unwrap();
    let first = letters.iter().find(|letter| letter.kind == "place-confirmed").unwrap();
    assert_eq!(first.state, state);
    let again = world.admin().await.post(&format!("/gestione/posta/{}/di-nuovo", first.id), &[]).await;
    assert_eq!(again.status, 303, "{}", again.text());
    world.wait(TimeDelta::minutes(1)).await;
    let event = one(&newest(&handed.lock().unwrap(), email));
    assert_eq!((number(&event), value(&event, "STATUS").as_str()), (2, "CONFIRMED"));
    assert!(value(&event, "DTSTAMP") > back.3, "{back:?}");
    let after = shown(&world, &path).await;
    assert_eq!((after.0, after.1.as_str(), after.3), (2, "20140924", value(&event, "DTSTAMP")));
    world.ends().await;
}

#[rocket::async_test]
async fn r51_a_refused_confirmation_tried_again_after_an_undone_change_is_above_the_feed_on_sqlite() {
    let database = Database::sqlite().await;
    r51_a_confirmation_sent_again_after_an_undone_change_is_above_the_feed(database, CLOSED, "refused").await;
}

#[rocket::async_test]
async fn r51_a_refused_confirmation_tried_again_after_an_undone_change_is_above_the_feed_on_postgres() {
    let database = Database::postgres().await;
    r51_a_confirmation_sent_again_after_an_undone_change_is_above_the_feed(database, CLOSED, "refused").await;
}

#[rocket::async_test]
async fn r51_a_sent_confirmation_sent_again_after_an_undone_change_is_above_the_feed_on_sqlite() {
    let database = Database::sqlite().await;
    r51_a_confirmation_sent_again_after_an_undone_change_is_above_the_feed(database, BUSY, "sent").await;
}

#[rocket::async_test]
async fn r51_a_sent_confirmation_sent_again_after_an_undone_change_is_above_the_feed_on_postgres() {
    let database = Database::postgres().await;
    r51_a_confirmation_sent_again_after_an_undone_change_is_above_the_feed(database, BUSY, "sent").await;
}

/// The first workshop is held again when it was announced.
async fn back_to_the_first_day(world: &World) {
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-24")).await]).await;
}

#[rocket::async_test]
async fn r71_what_was_undone_after_its_hour_is_in_the_feed_alone_on_sqlite() {
    r71_what_was_undone_after_its_hour_is_in_the_feed_alone(Database::sqlite().await).await;
}

#[rocket::async_test]
async fn r71_what_was_undone_after_its_hour_is_in_the_feed_alone_on_postgres() {
    r71_what_was_undone_after_its_hour_is_in_the_feed_alone(Database::postgres().await).await;
}

#[rocket::async_test]
async fn r59_the_feed_of_a_full_mailbox_goes_on_at_the_hour_of_each_change_on_sqlite() {
    r59_the_feed_of_a_full_mailbox_goes_on(Database::sqlite().await).await;
}

#[rocket::async_test]
async fn r59_the_feed_of_a_full_mailbox_goes_on_at_the_hour_of_each_change_on_postgres() {
    r59_the_feed_of_a_full_mailbox_goes_on(Database::postgres().await).await;
}
