//! Changes of an edition in tests: dates, hours, places, and what calendars were told of them.

use chrono::TimeDelta;
use icalendar::{Calendar, CalendarComponent, Component as _};
use percorso::domain::change::{Edit, Texts};
use percorso::domain::edition::Rule;
use percorso::domain::edition_file::Checked;
use percorso::domain::impact::Impact;
use percorso::domain::invite::Appointment;
use percorso::domain::proposal::Proposal;
use percorso::domain::waiting_list::Offers;
use percorso::usecases::change_programme::{NotChanged, Wanted, change_programme};
use percorso::usecases::{Actor, cancel_enrolment};

use super::World;
use super::browser::Answer;
use crate::office_changes::hidden;

pub const FIRST: &str = "il-promotore-dell-ama";
pub const SECOND: &str = "valutazione-di-efficacia";
pub const ADA: &str = "ada@posta.example";
pub const BEA: &str = "bea@posta.example";

pub fn on(date: &str) -> Appointment {
    Appointment { date: date.parse().ok(), ..Appointment::default() }
}

pub fn timed(date: &str, start: &str, end: &str, place: Option<&str>) -> Appointment {
    Appointment {
        start: start.parse().ok(),
        end: end.parse().ok(),
        place: place.map(str::to_owned),
        ..on(date)
    }
}

pub async fn wanted(world: &World, edits: Vec<Edit>) -> Wanted {
    Wanted { edition: world.edition().await, edits, seen: Vec::new() }
}

/// Sets the places of an offering and nothing else; freed ones are offered by the program.
pub async fn set_capacity(world: &World, offering: i64, capacity: Option<i64>) {
    set_places(world, offering, capacity, Offers::Automatic).await;
}

/// Sets the places of an offering and who offers a freed one, and nothing else.
pub async fn set_places(world: &World, offering: i64, capacity: Option<i64>, offers: Offers) {
    let row = percorso::store::offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap();
    let texts = Texts {
        title: row.title,
        gloss_en: row.gloss_en,
        text_it: row.text_it,
        text_en: row.text_en,
        fee: row.fee,
    };
    change(world, vec![Edit::Offering { offering, texts, capacity, offers }]).await;
}

/// Makes changes at once.
pub async fn change(world: &World, edits: Vec<Edit>) -> Impact {
    let wanted = wanted(world, edits).await;
    match change_programme(&world.desk, &wanted, Actor::Command).await {
        Ok(impact) => impact,
        Err(NotChanged::Faults(faults)) => panic!("faults: {faults:?}"),
        Err(other) => panic!("{other:?}"),
    }
}

/// A workshop or the course is called off; its letters propose whatever still helps.
pub fn off(offering: i64) -> Edit {
    Edit::CancelOffering { offering, propose: Proposal::All }
}

pub async fn moved(world: &World, key: &str, number: i64, to: Appointment) -> Edit {
    Edit::Session { session: world.session(key, number).await, to }
}

/// The calendar objects somebody got about a session, in order: method, SEQUENCE, begin; and each UID once. Read by
/// a library that is not ours.
pub fn objects(world: &World, address: &str, says: &str) -> (Vec<(String, String, String)>, Vec<String>) {
    let mut found = Vec::new();
    let mut uids: Vec<String> = Vec::new();
    for mail in world.mails_to(address) {
        let Some((_, method, stream)) = mail.calendars.first() else { continue };
        let calendar: Calendar = stream.parse().expect("a calendar");
        let event = calendar.components.iter().find_map(CalendarComponent::as_event).expect("an event");
        let value = |name: &str| event.property_value(name).unwrap_or_default().to_owned();
        if !value("SUMMARY").contains(says) {
            continue;
        }
        found.push((method.clone().unwrap_or_default(), value("SEQUENCE"), value("DTSTART")));
        if !uids.contains(&value("UID")) {
            uids.push(value("UID"));
        }
    }
    (found, uids)
}

pub fn told(object: (&str, &str, &str)) -> (String, String, String) {
    (object.0.to_owned(), object.1.to_owned(), object.2.to_owned())
}

/// Ada and Bea are on the course: by a waiver each, so that nothing else is in the way.
pub async fn on_the_course(world: &World) {
    ask_for_the_course(world, |_| {}).await;
}

/// Ada and then Bea ask for the course of the announced programme, changed by a test; each has a waiver.
pub async fn ask_for_the_course(world: &World, programme: impl FnOnce(&mut Checked)) {
    world.programme(programme).await;
    let admin = world.admin().await;
    let edition = world.edition().await.to_string();
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        let browser = world.sign_up(given, email, &[FIRST]).await;
        let person = world.person(email).await;
        let fields = [("edizione", edition.as_str()), ("motivo", "prova")];
        assert_eq!(admin.post(&format!("/gestione/persone/{person}/deroga"), &fields).await.status, 303);
        assert_eq!(browser.post("/corso/iscrizione", &[]).await.status, 303);
    }
    world.wait(TimeDelta::minutes(1)).await;
}

/// Ada has a place in two workshops, and with them one in the course for the time being.
pub async fn on_track(world: &World) {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(ADA, "corso").await, ["provisional"]);
}

/// Ada gave the only place of the second workshop back: it is held for Bea.
pub async fn an_offer(world: &World) {
    world.programme(|file| file.offerings[1].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[SECOND]).await;
    }
    let (id, person) = (world.enrolment(ADA, "workshop-2").await, world.person(ADA).await);
    cancel_enrolment::by_person(&world.desk, id, person).await.unwrap();
    world.settle().await;
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(BEA, "workshop-2").await, ["offered"]);
}

impl World {
    /// The office presses the button that offers a free place to the first in line who could have it.
    pub async fn offers_by_hand(&self, key: &str) -> Answer {
        let path = format!("/gestione/offerte/{}", self.offering(key).await);
        let admin = self.admin().await;
        let fields = hidden(&admin.get(&path).await, &format!("{path}/offri"));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        admin.post(&format!("{path}/offri"), &fields).await
    }
}

/// So many workshops are needed from now on.
pub async fn required(world: &World, required: u32) -> Impact {
    let to = Rule { required, ..rule(world).await };
    change(world, vec![Edit::Rule { to }]).await
}

pub async fn rule(world: &World) -> Rule {
    let reader = world.desk.store.reader();
    percorso::store::editions::find(reader, world.edition().await).await.unwrap().unwrap().rule()
}
