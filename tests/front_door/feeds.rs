//! Calendars that are subscribed to and downloaded, read by a library that is not ours. Numbers are those of
//! CALENDAR.md.

use chrono::TimeDelta;
use icalendar::{Calendar, CalendarComponent, Component as _, Event};
use percorso::domain::change::Edit;
use percorso::domain::invite::Appointment;
use percorso::usecases::Actor;
use percorso::usecases::change_programme::{Wanted, change_programme};
use rocket::local::asynchronous::LocalRequest;

use crate::harness::changing::off;
use crate::harness::{Browser, Mail, SITE, World};
use crate::on_both;

pub const FIRST: &str = "il-promotore-dell-ama";
pub const SECOND: &str = "valutazione-di-efficacia";
pub const ADA: &str = "ada@posta.example";
/// What a mail, a feed and a file say alike of one appointment (R59).
const SAME: [&str; 10] = [
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "STATUS",
    "ORGANIZER",
];

/// What came back to a calendar program.
pub struct Fetched {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub length: Option<usize>,
    pub body: String,
}

impl Fetched {
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value.as_str())
    }
}

pub async fn read(request: LocalRequest<'_>) -> Fetched {
    let response = request.dispatch().await;
    let headers = response.headers().iter().map(|h| (h.name().to_string(), h.value().to_owned())).collect();
    let (status, length) = (response.status().code, response.body().preset_size());
    Fetched { status, headers, length, body: response.into_string().await.unwrap_or_default() }
}

/// Fetches as a calendar program does: no cookie, no language, no page that it comes from.
pub async fn fetch(world: &World, path: &str) -> Fetched {
    read(world.client.get(path.to_owned())).await
}

/// The path of somebody's calendar address, as their page shows it.
pub async fn feed_of(browser: &Browser<'_>) -> String {
    let page = browser.get("/mio-percorso/calendario").await;
    assert_eq!(page.status, 200, "{}", page.text());
    let (_, rest) = page.body.split_once(&format!("value=\"{SITE}")).expect("the address in its field");
    rest.split('"').next().expect("the end of the field").to_owned()
}

/// The appointments of a stream, read by the foreign parser.
pub fn events(stream: &str) -> Vec<Event> {
    let calendar: Calendar = stream.parse().expect("a calendar");
    calendar.components.iter().filter_map(CalendarComponent::as_event).cloned().collect()
}

#[track_caller]
pub fn one(stream: &str) -> Event {
    let mut found = events(stream);
    assert_eq!(found.len(), 1, "{stream}");
    found.remove(0)
}

pub fn value(event: &Event, name: &str) -> String {
    event.property_value(name).unwrap_or_default().to_owned()
}

pub fn number(event: &Event) -> u32 {
    value(event, "SEQUENCE").parse().expect("a SEQUENCE")
}

#[track_caller]
pub fn says_the_same(a: &Event, b: &Event) {
    for name in SAME {
        assert_eq!(value(a, name), value(b, name), "{name}");
    }
}

pub fn last_invite(world: &World) -> Event {
    let mails: Vec<Mail> = world.mails_to(ADA).into_iter().filter(|m| !m.calendars.is_empty()).collect();
    one(mails.last().expect("a mail with an invite").calendar())
}

/// The methods of the invites mailed to Ada after the first so many mails.
pub fn methods_after(world: &World, before: usize) -> Vec<String> {
    let mails = world.mails_to(ADA);
    mails.iter().skip(before).filter_map(|mail| mail.calendars.first()?.1.clone()).collect()
}

async fn change(world: &World, edit: Edit) {
    let wanted = Wanted { edition: world.edition().await, edits: vec![edit], seen: Vec::new() };
    change_programme(&world.desk, &wanted, Actor::Command).await.expect("the change is made");
}

/// The first workshop is held on another day, with hours and a place.
pub async fn move_first(world: &World, date: &str) {
    let to = Appointment {
        date: date.parse().ok(),
        start: "09:30:00".parse().ok(),
        end: "17:00:00".parse().ok(),
        place: Some("Sala AMALO, Milano; secondo piano".into()),
    };
    change(world, Edit::Session { session: world.session("workshop-1", 1).await, to }).await;
}

/// Ada has a place on the course, and the invites to its seven days.
async fn on_the_course(world: &World) -> Browser<'_> {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::hours(1)).await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    ada
}

on_both!(r59_the_feed_carries_the_uid_and_sequence_of_the_mails, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    let mailed = last_invite(world);
    says_the_same(&one(&fetch(world, &path).await.body), &mailed);
    move_first(world, "2014-09-25").await;
    let now = one(&fetch(world, &path).await.body);
    assert_eq!((value(&now, "UID"), number(&now)), (value(&mailed, "UID"), 0), "before the mail has left");
    world.wait(TimeDelta::hours(1)).await;
    let mailed = last_invite(world);
    assert_eq!(value(&mailed, "DTSTART"), "20140925T093000");
    let session = world.session("workshop-1", 1).await;
    for file in ["/mio-percorso/calendario.ics".to_owned(), format!("/mio-percorso/incontri/{session}.ics")] {
        let file = ada.get(&file).await;
        assert_eq!(file.header("Content-Type"), Some("text/calendar; charset=utf-8"));
        says_the_same(&one(&file.body), &mailed);
    }
    says_the_same(&one(&fetch(world, &path).await.body), &mailed);
});

on_both!(r46_the_programme_is_published_with_uids_that_are_nobodys, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let own = value(&one(&fetch(world, &feed_of(&ada).await).await.body), "UID");
    let all = fetch(world, "/calendario.ics").await.body;
    let found = events(&all);
    assert_eq!(found.len(), 10, "three workshops and seven days have a date");
    let mut uids: Vec<String> = found.iter().map(|event| value(event, "UID")).collect();
    assert!(!uids.contains(&own));
    for uid in &uids {
        let (random, domain) = uid.split_once('@').expect("an at sign");
        assert!(uid.is_ascii() && random.len() >= 16, "R36: {uid}");
        assert_eq!(domain, "percorso.example");
    }
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), 10, "each UID once");
    let plain = all.replace("\r\n ", "");
    assert_eq!(plain.matches("\r\nMETHOD:PUBLISH\r\n").count(), 1);
    assert_eq!(plain.matches("\r\nORGANIZER;").count(), 10);
    assert!(!plain.contains("ATTENDEE"), "R39");
    let course = events(&fetch(world, "/corso/calendario.ics").await.body);
    let workshop = one(&fetch(world, &format!("/workshop/{FIRST}/calendario.ics")).await.body);
    assert_eq!(course.len(), 7);
    for event in course.iter().chain([&workshop]) {
        assert!(uids.contains(&value(event, "UID")), "the same UID in each of them");
    }
    assert_eq!(fetch(world, "/workshop/quarto-workshop/calendario.ics").await.status, 200, "no date yet");
    assert_eq!(fetch(world, "/workshop/nessuno/calendario.ics").await.status, 404);
});

on_both!(r46_a_moved_workshop_keeps_its_public_uid_under_a_higher_sequence, |world| {
    world.programme(|_| {}).await;
    let path = format!("/workshop/{FIRST}/calendario.ics");
    let before = one(&fetch(world, &path).await.body);
    world.wait(TimeDelta::hours(1)).await;
    move_first(world, "2014-09-25").await;
    let after = one(&fetch(world, &path).await.body);
    assert_eq!(value(&after, "UID"), value(&before, "UID"));
    assert!(number(&after) > number(&before) && value(&after, "DTSTAMP") > value(&before, "DTSTAMP"));
    assert_eq!(value(&after, "DTSTART"), "20140925T093000");
    assert_eq!(value(&after, "STATUS"), "CONFIRMED");
});

on_both!(r46_a_workshop_that_is_called_off_says_so_under_a_higher_sequence, |world| {
    world.programme(|_| {}).await;
    let path = format!("/workshop/{FIRST}/calendario.ics");
    let before = one(&fetch(world, &path).await.body);
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let own = feed_of(&ada).await;
    change(world, off(world.offering("workshop-1").await)).await;
    world.wait(TimeDelta::hours(1)).await;
    let after = one(&fetch(world, &path).await.body);
    assert_eq!(value(&after, "UID"), value(&before, "UID"));
    assert_eq!(value(&after, "STATUS"), "CANCELLED");
    assert!(number(&after) > number(&before), "{} after {}", number(&after), number(&before));
    let own = one(&fetch(world, &own).await.body);
    let mailed = last_invite(world);
    assert_eq!((value(&own, "UID"), number(&own)), (value(&mailed, "UID"), number(&mailed)));
    assert_eq!((value(&own, "STATUS").as_str(), number(&own)), ("CANCELLED", 1));
});

on_both!(r46_a_called_off_day_of_the_course_says_so_in_every_calendar, |world| {
    let ada = on_the_course(world).await;
    let path = feed_of(&ada).await;
    assert_eq!(events(&fetch(world, &path).await.body).len(), 9, "two workshops and seven days");
    change(world, Edit::CancelSession { session: world.session("corso", 3).await }).await;
    world.wait(TimeDelta::hours(1)).await;
    let cancel = last_invite(world);
    assert_eq!(
        (value(&cancel, "STATUS").as_str(), value(&cancel, "DTSTART").as_str()),
        ("CANCELLED", "20141105")
    );
    let file = ada.get("/mio-percorso/corso.ics").await;
    let days: Vec<Event> = events(&file.body);
    let states: Vec<(String, u32)> = days.iter().map(|day| (value(day, "STATUS"), number(day))).collect();
    let wanted =
        |index: usize| if index == 2 { ("CANCELLED".to_owned(), 1) } else { ("CONFIRMED".to_owned(), 0) };
    assert_eq!(states, (0..7).map(wanted).collect::<Vec<(String, u32)>>(), "by date");
    assert_eq!(value(&days[2], "UID"), value(&cancel, "UID"));
    assert_eq!(number(&days[2]), number(&cancel));
    let public = events(&fetch(world, "/corso/calendario.ics").await.body);
    let gone: Vec<String> = public
        .iter()
        .filter(|day| value(day, "STATUS") == "CANCELLED" && number(day) > 0)
        .map(|day| value(day, "DTSTART"))
        .collect();
    assert_eq!((public.len(), gone), (7, vec!["20141105".to_owned()]));
    let cancelled = world.session("corso", 3).await;
    assert_eq!(ada.get(&format!("/mio-percorso/incontri/{cancelled}.ics")).await.status, 404);
});

on_both!(r46_what_was_left_says_so_until_its_day_and_then_is_gone, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let (shown, mailed) = (one(&fetch(world, &path).await.body), last_invite(world));
    for name in ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "STATUS"] {
        assert_eq!(value(&shown, name), value(&mailed, name), "{name}");
    }
    assert_eq!((value(&shown, "STATUS").as_str(), number(&shown)), ("CANCELLED", 1));
    world.go_to("2014-09-24T23:00:00Z").await;
    assert_eq!(events(&fetch(world, &path).await.body).len(), 0);
});

on_both!(a_change_before_the_cancel_has_left_does_not_swallow_it, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (path, before) = (feed_of(&ada).await, world.mails_to(ADA).len());
    ada.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await;
    move_first(world, "2014-09-25").await;
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(methods_after(world, before), ["CANCEL"], "what was mailed is taken back");
    let (cancel, shown) = (last_invite(world), one(&fetch(world, &path).await.body));
    assert_eq!(
        (value(&shown, "UID"), value(&shown, "STATUS")),
        (value(&cancel, "UID"), "CONFIRMED".to_owned())
    );
    assert!(number(&shown) > number(&cancel));
    assert_eq!(value(&shown, "DTSTART"), "20140925T093000");
});

on_both!(who_leaves_before_new_invites_have_left_is_expected_nowhere, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = feed_of(&ada).await;
    ada.post("/mio-percorso/calendario", &[("inviti", "calendario")]).await;
    world.wait(TimeDelta::hours(1)).await;
    let before = world.mails_to(ADA).len();
    ada.post("/mio-percorso/calendario", &[("inviti", "mail")]).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.wait(TimeDelta::hours(1)).await;
    assert_eq!(methods_after(world, before), Vec::<String>::new(), "the mailed one was taken back before");
    let shown = one(&fetch(world, &path).await.body);
    assert_eq!((value(&shown, "STATUS").as_str(), number(&shown)), ("CANCELLED", 3));
});
