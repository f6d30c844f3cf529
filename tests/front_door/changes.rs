//! After the first invite comes real life: hours are set, dates move, days are called off, and every calendar stays
//! true. The letters are read by libraries that are not ours.

use chrono::TimeDelta;
use icalendar::{Calendar as Calendar_, CalendarComponent, Component as _};
use percorso::domain::change::{Edit, Texts};
use percorso::domain::edition::Rule;
use percorso::domain::impact::{Calendar, Impact, Topic};
use percorso::domain::invite::Appointment;
use percorso::domain::waiting_list::Offers;
use percorso::usecases::Actor;
use percorso::usecases::change_programme::{NotChanged, Wanted, change_programme, preview};

use crate::harness::World;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";

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

async fn wanted(world: &World, edits: Vec<Edit>) -> Wanted {
    Wanted { edition: world.edition().await, edits, seen: Vec::new() }
}

/// Sets the places of an offering and nothing else.
pub async fn set_capacity(world: &World, offering: i64, capacity: Option<i64>) {
    let row = percorso::store::offerings::find(world.desk.store.reader(), offering).await.unwrap().unwrap();
    let texts = Texts {
        title: row.title,
        gloss_en: row.gloss_en,
        text_it: row.text_it,
        text_en: row.text_en,
        fee: row.fee,
    };
    change(world, vec![Edit::Offering { offering, texts, capacity, offers: Offers::Automatic }]).await;
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
        let calendar: Calendar_ = stream.parse().expect("a calendar");
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

fn told(object: (&str, &str, &str)) -> (String, String, String) {
    (object.0.to_owned(), object.1.to_owned(), object.2.to_owned())
}

on_both!(r31a_r51_hours_set_later_are_one_update_of_the_same_uid, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let to = timed("2014-09-24", "09:30:00", "17:00:00", Some("Sala AMALO"));
    let impact = change(world, vec![moved(world, "workshop-1", 1, to).await]).await;
    let letters: Vec<_> = impact.letters.iter().map(|l| (l.topic, l.calendar, l.count)).collect();
    assert_eq!(letters, [(Topic::Changed, Calendar::Update, 1)]);
    world.settle().await;
    assert_eq!(objects(world, ADA, "").0.len(), 1, "nothing leaves within the quiet time");
    world.wait(TimeDelta::minutes(10)).await;
    let (objects, uids) = objects(world, ADA, "");
    assert_eq!(objects, [told(("REQUEST", "0", "20140924")), told(("REQUEST", "1", "20140924T093000"))]);
    assert_eq!(uids.len(), 1, "one UID for ever");
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "session-changed");
});

on_both!(r70_two_changes_within_the_quiet_time_are_one_update_and_one_undone_is_none, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    world.wait(TimeDelta::minutes(5)).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-26")).await]).await;
    world.wait(TimeDelta::minutes(9)).await;
    assert_eq!(objects(world, ADA, "").0.len(), 1, "the second change begins the quiet time anew");
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(
        objects(world, ADA, "").0,
        [told(("REQUEST", "0", "20140924")), told(("REQUEST", "1", "20140926"))]
    );
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-29")).await]).await;
    world.wait(TimeDelta::minutes(2)).await;
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-26")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(objects(world, ADA, "").0.len(), 2, "what is undone is not told");
    change(world, vec![moved(world, "workshop-1", 1, on("2014-09-30")).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(objects(world, ADA, "").0.pop(), Some(told(("REQUEST", "2", "20140930"))));
});

on_both!(r71_a_corrected_title_is_no_calendar_mail, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let before = world.mails_to(ADA).len();
    let texts = Texts { title: Some("Il promotore dell’AMA".into()), ..Texts::default() };
    let offering = world.offering("workshop-1").await;
    let edit = Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic };
    assert_eq!(change(world, vec![edit]).await.letters, []);
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(world.mails_to(ADA).len(), before);
});

on_both!(r50_a_change_before_the_first_invite_left_changes_that_invite, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    let to = timed("2014-10-02", "09:30:00", "17:00:00", None);
    change(world, vec![moved(world, "workshop-2", 1, to).await]).await;
    world.wait(TimeDelta::minutes(30)).await;
    assert_eq!(
        objects(world, ADA, "valutazione").0,
        [told(("REQUEST", "0", "20141002T093000"))],
        "the confirmation that waited says it"
    );
});

/// Ada and Bea are on the course: by a waiver each, so that nothing else is in the way.
async fn on_the_course(world: &World) {
    world.programme(|_| {}).await;
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

on_both!(
    r55_r73_a_course_day_called_off_is_one_cancel_for_each_and_an_added_one_continues_the_count,
    |world| {
        on_the_course(world).await;
        let session = world.session("corso", 3).await;
        let impact = change(world, vec![Edit::CancelSession { session }]).await;
        let letters: Vec<_> = impact.letters.iter().map(|l| (l.topic, l.calendar, l.count)).collect();
        assert_eq!(letters, [(Topic::SessionCancelled, Calendar::Cancel, 2)]);
        world.wait(TimeDelta::minutes(11)).await;
        for address in [ADA, BEA] {
            let (objects, uids) = objects(world, address, "(3/7)");
            assert_eq!(objects, [told(("REQUEST", "0", "20141105")), told(("CANCEL", "1", "20141105"))]);
            assert_eq!(uids.len(), 1);
        }
        let offering = world.offering("corso").await;
        change(world, vec![Edit::AddSession { offering, to: on("2015-01-28") }]).await;
        world.wait(TimeDelta::minutes(11)).await;
        assert_eq!(objects(world, ADA, "(8/8)").0, [told(("REQUEST", "0", "20150128"))]);
        assert_eq!(objects(world, BEA, "(2/7)").0.len(), 1, "the other days are left alone");
    }
);

on_both!(r73_a_course_called_off_halfway_leaves_past_days_in_peoples_calendars, |world| {
    on_the_course(world).await;
    world.go_to("2014-11-10T08:00:00Z").await;
    let offering = world.offering("corso").await;
    change(world, vec![Edit::CancelOffering { offering }]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let methods = |day: &str| -> Vec<String> {
        objects(world, ADA, day).0.into_iter().map(|(method, _, _)| method).collect()
    };
    for past in ["(1/7)", "(2/7)", "(3/7)"] {
        assert_eq!(methods(past), ["REQUEST"], "{past}");
    }
    for future in ["(4/7)", "(5/7)", "(6/7)", "(7/7)"] {
        assert_eq!(methods(future), ["REQUEST", "CANCEL"], "{future}");
    }
    assert_eq!(world.states(ADA, "corso").await, ["cancelled(offering_cancelled)"]);
});

on_both!(a_workshop_called_off_tells_everybody_once_with_what_can_still_be_chosen, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let offering = world.offering("workshop-1").await;
    change(world, vec![Edit::CancelOffering { offering }]).await;
    world.settle().await;
    for (address, calendars) in [(ADA, 1), (BEA, 0)] {
        let letter = world.mails_to(address).pop().unwrap();
        assert_eq!((letter.kind(), letter.calendars.len().min(1)), ("offering-cancelled", calendars));
        assert!(letter.text.contains("2 ottobre"), "{}", letter.text);
    }
    assert_eq!(world.states(BEA, "workshop-1").await, ["cancelled(offering_cancelled)"]);
    world.wait(TimeDelta::days(14)).await;
    let later: Vec<String> = world.mails_to(ADA).iter().map(|m| m.kind().to_owned()).collect();
    assert!(!later.contains(&"reminder".to_owned()), "no reminder of what is not held: {later:?}");
});

on_both!(reminders_follow_a_moved_date_and_vanish_with_a_cancelled_one, |world| {
    on_the_course(world).await;
    change(world, vec![moved(world, "corso", 2, on("2014-10-30")).await]).await;
    let third = world.session("corso", 3).await;
    change(world, vec![Edit::CancelSession { session: third }]).await;
    world.go_to("2014-11-18T12:00:00Z").await;
    let reminders: Vec<(String, String)> = world
        .mails_to(ADA)
        .iter()
        .filter(|mail| mail.kind() == "reminder")
        .map(|mail| (date_line(&mail.raw), mail.subject.clone()))
        .collect();
    let days: Vec<&str> = reminders.iter().map(|(date, _)| date.as_str()).collect();
    assert_eq!(days, ["22 Sep", "20 Oct", "28 Oct", "17 Nov"], "{reminders:?}");
});

/// Day and month of a mail's Date.
fn date_line(raw: &str) -> String {
    let line = raw.lines().find(|line| line.starts_with("Date: ")).unwrap_or_default();
    line.split(' ').skip(2).take(2).collect::<Vec<_>>().join(" ")
}

on_both!(m7_a_workshop_that_gets_its_title_and_date_tells_who_asked_once, |world| {
    world.programme(|_| {}).await;
    let slug = "quarto-workshop";
    let asked = world.browser().post(&format!("/workshop/{slug}/avvisami"), &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let offering = world.offering("workshop-4").await;
    let texts = Texts { title: Some("Quattro passi".into()), ..Texts::default() };
    let edits = vec![
        Edit::Offering { offering, texts, capacity: None, offers: Offers::Automatic },
        moved(world, "workshop-4", 1, on("2014-10-09")).await,
    ];
    assert_eq!(
        change(world, edits).await.letters.iter().map(|l| (l.topic, l.count)).collect::<Vec<_>>(),
        [(Topic::DateOut, 1)]
    );
    change(world, vec![moved(world, "workshop-4", 1, on("2014-10-10")).await]).await;
    world.wait(TimeDelta::hours(1)).await;
    let kinds: Vec<String> = world.mails_to(BEA).iter().map(|mail| mail.kind().to_owned()).collect();
    assert_eq!(kinds, ["date-out"]);
});

on_both!(
    a_workshop_moved_past_the_first_day_puts_a_provisional_place_at_risk_and_reached_stays_reached,
    |world| {
        world.programme(|_| {}).await;
        let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
        assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
        assert_eq!(world.states(ADA, "corso").await, ["provisional"]);
        let impact = change(world, vec![moved(world, "workshop-2", 1, on("2014-10-22")).await]).await;
        let topics: Vec<Topic> = impact.letters.iter().map(|l| l.topic).collect();
        assert_eq!(topics, [Topic::Changed, Topic::AtRisk]);
        world.wait(TimeDelta::minutes(11)).await;
        assert!(world.mails_to(ADA).iter().any(|mail| mail.kind() == "provisional-at-risk"));
        change(world, vec![moved(world, "workshop-2", 1, on("2014-10-02")).await]).await;
        world.go_to("2014-09-24T15:00:00Z").await;
        world.register("workshop-1", 1, &[(ADA, "P")]).await;
        world.go_to("2014-10-02T15:00:00Z").await;
        world.register("workshop-2", 1, &[(ADA, "P")]).await;
        world.wait(TimeDelta::hours(1)).await;
        assert_eq!(world.states(ADA, "corso").await, ["confirmed"]);
        let rule = Rule { required: 3, ..rule(world).await };
        assert_eq!(change(world, vec![Edit::Rule { to: rule }]).await.drops, Vec::<i64>::new());
        assert_eq!(world.states(ADA, "corso").await, ["confirmed"], "reached is a dated fact");
    }
);

async fn rule(world: &World) -> Rule {
    let reader = world.desk.store.reader();
    percorso::store::editions::find(reader, world.edition().await).await.unwrap().unwrap().rule()
}

on_both!(the_impact_that_is_shown_is_what_then_happens, |world| {
    on_the_course(world).await;
    let edits = vec![
        moved(world, "corso", 1, on("2014-10-23")).await,
        moved(world, "workshop-1", 1, on("2014-09-26")).await,
        Edit::CancelSession { session: world.session("corso", 7).await },
    ];
    let wanted = wanted(world, edits).await;
    let shown = preview(&world.desk, &wanted).await.unwrap();
    let before = world.mails().len();
    world.settle().await;
    assert_eq!(world.mails().len(), before, "looking saves nothing and tells nobody");
    let done = change_programme(&world.desk, &wanted, Actor::Command).await.unwrap();
    assert_eq!(shown, done);
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(world.mails().len() - before, shown.letters_in_all());
});
