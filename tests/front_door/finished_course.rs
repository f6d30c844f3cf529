//! A course of three days that two of them earn, lived through from the first workshop to the last register.

use chrono::TimeDelta;
use percorso::domain::award::PrintedName;
use percorso::store::certificates::{self, Certificate};
use percorso::store::people::{self, Person};

use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{FIRST, SECOND};

/// The page of the office.
pub const PAGE: &str = "/gestione/attestati";
/// The evenings of the three days.
const EVENINGS: [&str; 3] = ["2014-10-22T16:00:00Z", "2014-10-29T16:00:00Z", "2014-11-05T16:00:00Z"];

/// Everybody attends two workshops and has a place on the course, which has not begun.
pub async fn on_the_course(world: &World, people: &[(&str, &str)]) {
    world
        .programme(|file| {
            file.offerings[5].sessions.truncate(3);
            file.edition.rule.certificate_days = Some(2);
        })
        .await;
    for (given, email) in people {
        world.sign_up(given, email, &[FIRST, SECOND]).await;
    }
    let all: Vec<(&str, &str)> = people.iter().map(|(_, email)| (*email, "P")).collect();
    for (key, evening) in [("workshop-1", "2014-09-24T16:00:00Z"), ("workshop-2", "2014-10-02T16:00:00Z")] {
        world.go_to(evening).await;
        world.register(key, 1, &all).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
    for (_, email) in people {
        let browser = world.signed_in(email).await;
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303, "{email}");
        assert_eq!(world.states(email, "corso").await, ["confirmed"], "{email}");
    }
    world.wait(TimeDelta::minutes(1)).await;
}

/// Closes the register of a day of the course; it takes effect half an hour later.
pub async fn close_day(world: &World, number: i64, marks: &[(&str, &str)]) {
    world.go_to(EVENINGS[usize::try_from(number).unwrap() - 1]).await;
    world.register("corso", number, marks).await;
}

/// The same, in effect.
pub async fn hold_day(world: &World, number: i64, marks: &[(&str, &str)]) {
    close_day(world, number, marks).await;
    world.wait(TimeDelta::minutes(31)).await;
}

/// The whole course: for each person their address and a letter for each of the three days; `-` = no mark.
pub async fn finished(world: &World, people: &[(&str, &str, &str)]) {
    let all: Vec<(&str, &str)> = people.iter().map(|(given, email, _)| (*given, *email)).collect();
    on_the_course(world, &all).await;
    for day in 0..3 {
        let marks: Vec<(&str, &str)> = people
            .iter()
            .map(|(_, email, marks)| (*email, &marks[day..=day]))
            .filter(|(_, mark)| *mark != "-")
            .collect();
        hold_day(world, i64::try_from(day).unwrap() + 1, &marks).await;
    }
}

/// The office presses a button of the page, with the fields of its form.
pub async fn press(world: &World, act: &str, fields: &[(&str, &str)]) -> Answer {
    let edition = world.edition().await.to_string();
    let mut all = vec![("edizione", edition.as_str())];
    all.extend(fields);
    world.admin().await.post(&format!("{PAGE}/{act}"), &all).await
}

/// The office publishes the certificate of one person; gives it back.
pub async fn publish(world: &World, email: &str) -> Certificate {
    let person = world.person(email).await.to_string();
    let answer = press(world, "pubblica", &[("persona", &person)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.settle().await;
    certificate(world, email).await.expect("a certificate")
}

/// The valid certificate of a person.
pub async fn certificate(world: &World, email: &str) -> Option<Certificate> {
    let (person, course) = (world.person(email).await, world.offering("corso").await);
    certificates::valid_of(world.desk.store.reader(), person, course).await.unwrap()
}

/// Somebody's name is corrected.
pub async fn rename(world: &World, email: &str, given: &str, family: &str) {
    let tx = world.desk.store.begin().await.unwrap();
    let person = people::by_email(&tx, email).await.unwrap().unwrap();
    let row = Person { given_name: given.into(), family_name: family.into(), ..person };
    people::save(&tx, row).await.unwrap();
    tx.commit().await.unwrap();
}

/// The name a certificate prints.
pub async fn printed(world: &World, row: &Certificate) -> String {
    let names = certificates::names(world.desk.store.reader(), std::slice::from_ref(row)).await.unwrap();
    names.get(&row.name_text_id).map(PrintedName::whole).unwrap_or_default()
}
