//! An edition of many people, filled in beside the program: three workshops and a course of three days, all of it held.

use std::collections::HashMap;

use chrono::TimeDelta;
use percorso::domain::letter::{Letter, Payload, Recipient, SessionFacts};
use percorso::store::size::{Season, fill};
use percorso::store::{attendance, enrolments, programme};

use crate::harness::{TRAINER, World};

/// Fills it with so many people, the day after the last one of the course; all three days earn the certificate.
pub async fn filled(world: &World, people: i64) {
    world
        .programme(|file| {
            file.offerings[5].sessions.truncate(3);
            file.edition.rule.certificate_days = Some(3);
        })
        .await;
    world.go_to("2014-11-06T09:00:00Z").await;
    let now = world.desk.clock.now();
    let programme = programme::current(world.desk.store.reader()).await.unwrap().expect("an edition");
    let to = Recipient { address: String::new(), given_name: "Ada".into(), full_name: "Ada".into() };
    let letter = Letter::HoldEnded { session: SessionFacts::default() };
    let sender = world.desk.policy.sender.clone();
    let stored = serde_json::to_string(&Payload { sender, to, season: String::new(), letter }).unwrap();
    let season = Season {
        programme: &programme,
        before: None,
        people,
        trainer: world.person(TRAINER).await,
        payload: &stored,
        signed_up: now - TimeDelta::days(50),
        now,
    };
    let tx = world.desk.store.begin().await.unwrap();
    fill(&tx, &season).await.unwrap();
    tx.commit().await.unwrap();
}

/// How many people of the course attended every day of it, and how many did not.
pub async fn earned(world: &World) -> (usize, usize) {
    let reader = world.desk.store.reader();
    let programme = programme::current(reader).await.unwrap().expect("an edition");
    let course = programme.course().expect("a course");
    let days: Vec<i64> = course.sessions.iter().map(|session| session.id).collect();
    let mut attended: HashMap<i64, usize> = HashMap::new();
    for row in attendance::effective_at(reader, &days).await.unwrap() {
        *attended.entry(row.person_id).or_default() += usize::from(row.value == "present");
    }
    let all = enrolments::in_offerings(reader, &[course.row.id]).await.unwrap().len();
    let ready = attended.values().filter(|attended| **attended == days.len()).count();
    (ready, all - ready)
}

/// The first people of the course, by their ids, with the session of its first day.
pub async fn some_of_the_course(world: &World, most: usize) -> (Vec<i64>, i64) {
    let reader = world.desk.store.reader();
    let programme = programme::current(reader).await.unwrap().expect("an edition");
    let course = programme.course().expect("a course");
    let all = enrolments::in_offerings(reader, &[course.row.id]).await.unwrap();
    let people: Vec<i64> = all.iter().map(|enrolment| enrolment.person_id).take(most).collect();
    assert_eq!(people.len(), most);
    (people, course.sessions[0].id)
}
