//! What reaches people's calendars, read by libraries that are not ours. Numbers are those of CALENDAR.md.

use chrono::TimeDelta;
use icalendar::{Calendar, CalendarComponent, Component as _};

use crate::harness::Mail;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
/// Content lines that stand exactly once in a REQUEST with hours (R25, R28, R33, R37–R39, R44).
const STAND_ONCE: [&str; 14] = [
    "VERSION:2.0",
    "METHOD:REQUEST",
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Rome",
    "BEGIN:STANDARD",
    "BEGIN:DAYLIGHT",
    "UID:",
    "DTSTAMP:",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "ORGANIZER",
    "ATTENDEE",
    "X-MICROSOFT-DISALLOW-COUNTER:TRUE",
];
const SECOND: &str = "valutazione-di-efficacia";

/// The value of a property, read by the foreign parser.
fn property(mail: &Mail, name: &str) -> Option<String> {
    event(mail).property_value(name).map(ToOwned::to_owned)
}

fn event(mail: &Mail) -> icalendar::Event {
    let calendar: Calendar = mail.calendar().parse().expect("a calendar");
    let events: Vec<icalendar::Event> =
        calendar.components.iter().filter_map(CalendarComponent::as_event).cloned().collect();
    assert_eq!(events.len(), 1, "R29: one VEVENT");
    events.into_iter().next().unwrap()
}

on_both!(r1_to_r19_the_message_of_a_confirmed_workshop, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let mail = world.mails_to("ada@posta.example").pop().unwrap();
    let headers = mail.raw.split("\r\n\r\n").next().unwrap().to_owned();
    for name in ["From", "To", "Date", "Message-ID", "Subject", "MIME-Version", "Auto-Submitted"] {
        let lines = headers
            .lines()
            .filter(|line| line.to_lowercase().starts_with(&format!("{}:", name.to_lowercase())))
            .count();
        assert_eq!(lines, 1, "R1, R17: {name} once in {headers}");
    }
    for absent in ["Cc:", "Bcc:", "Reply-To:", "Precedence:"] {
        assert!(!headers.contains(absent), "R2, R13: {absent}");
    }
    assert!(headers.contains("<corsi@percorso.example>"), "R12: From is the organizer");
    assert!(mail.message_id.ends_with("@percorso.example"), "R15");
    let kinds: Vec<(&str, Option<&str>)> =
        mail.calendars.iter().map(|(kind, method, _)| (kind.as_str(), method.as_deref())).collect();
    assert_eq!(kinds, [("text/calendar", Some("REQUEST")), ("application/ics", None)], "R4, R5, R10");
    assert_eq!(mail.calendars[0].2, mail.calendars[1].2, "R10: byte-identical");
    let at = |needle: &str| mail.raw.find(needle).unwrap_or_else(|| panic!("{needle} is missing"));
    assert!(
        at("multipart/mixed") < at("multipart/alternative")
            && at("text/plain") < at("text/html")
            && at("text/html") < at("text/calendar"),
        "R3"
    );
    assert!(
        mail.raw.contains("charset=utf-8; method=REQUEST")
            || mail.raw.contains("charset=UTF-8; method=REQUEST")
            || mail.raw.contains("method=REQUEST; charset"),
        "R6"
    );
    assert!(mail.raw.lines().all(|line| line.len() <= 998), "R7");
    assert!(!mail.raw.replace("\r\n", "").contains('\n'), "R8: CRLF throughout");
    for part in [&mail.text, &mail.html] {
        assert!(part.contains("24 settembre"), "R11: complete without the calendar: {part}");
    }
    assert_eq!(mail.raw.matches("Content-Disposition: attachment").count(), 1, "R9");
});

on_both!(r20_to_r45_the_object_of_a_session_with_hours, |world| {
    world
        .programme(|file| {
            let session = &mut file.offerings[0].sessions[0];
            session.hours = Some(percorso::domain::session::Hours {
                start: "09:30:00".parse().unwrap(),
                end: "17:00:00".parse().unwrap(),
            });
            session.place = Some("Sala AMALO, Milano; secondo piano".into());
        })
        .await;
    world.sign_up("Ada \"la\"; Nera, d.ssa:", "ada@posta.example", &[FIRST]).await;
    let mail = world.mails_to("ada@posta.example").pop().unwrap();
    let stream = mail.calendar();
    assert!(
        stream.ends_with("END:VCALENDAR\r\n") && !stream.replace("\r\n", "").contains(['\r', '\n']),
        "R21"
    );
    assert!(stream.split("\r\n").all(|line| line.len() <= 75), "R22");
    let plain = stream.replace("\r\n ", "");
    let lines: Vec<&str> = plain.split("\r\n").collect();
    let once = |start: &str| {
        assert_eq!(lines.iter().filter(|l| l.starts_with(start)).count(), 1, "{start} once in {plain}");
    };
    for start in STAND_ONCE {
        once(start);
    }
    assert!(
        lines.contains(&"DTSTART;TZID=Europe/Rome:20140924T093000")
            && lines.contains(&"DTEND;TZID=Europe/Rome:20140924T170000"),
        "R31: {plain}"
    );
    assert!(lines.contains(&"LOCATION:Sala AMALO\\, Milano\\; secondo piano"), "R26");
    let attendee = lines.iter().find(|l| l.starts_with("ATTENDEE")).unwrap();
    assert!(
        attendee.ends_with(":mailto:ada@posta.example")
            && attendee.contains("RSVP=TRUE")
            && attendee.contains("PARTSTAT=NEEDS-ACTION"),
        "R39, R40: {attendee}"
    );
    assert!(attendee.contains("CN=\"Ada 'la'; Nera, d.ssa: Prova\""), "R27: {attendee}");
    assert!(lines.contains(&"ORGANIZER;CN=\"Segreteria corsi\":mailto:corsi@percorso.example"), "R41");
    let uid = property(&mail, "UID").unwrap();
    assert!(
        uid.is_ascii() && uid.split('@').next().unwrap().len() >= 16 && !uid.contains("ada@"),
        "R36: {uid}"
    );
    assert!(
        !plain.contains("RRULE:FREQ=WEEKLY") && !plain.contains("RDATE") && !plain.contains("EXDATE"),
        "R29"
    );
});

on_both!(r31a_without_hours_the_whole_day_and_no_zone, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let mail = world.mails_to("ada@posta.example").pop().unwrap();
    let plain = mail.calendar().replace("\r\n ", "");
    assert!(
        plain.contains("DTSTART;VALUE=DATE:20140924\r\n") && plain.contains("DTEND;VALUE=DATE:20140925\r\n"),
        "{plain}"
    );
    assert!(!plain.contains("VTIMEZONE") && !plain.contains("VALARM") && !plain.contains("TZID"), "{plain}");
});

on_both!(leaving_sends_the_cancel_of_the_same_uid, |world| {
    world.programme(|_| {}).await;
    let browser = world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let request = world.mails_to("ada@posta.example").pop().unwrap();
    let enrolment = world.enrolment("ada@posta.example", "workshop-1").await;
    assert_eq!(browser.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let cancel = world.mails_to("ada@posta.example").pop().unwrap();
    assert_eq!(cancel.kind(), "place-released");
    assert_eq!(cancel.calendars[0].1.as_deref(), Some("CANCEL"), "R5");
    for same in ["UID", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER"] {
        assert_eq!(property(&cancel, same), property(&request, same), "R53, R55: {same}");
    }
    assert_eq!(
        (property(&request, "SEQUENCE").unwrap().as_str(), property(&cancel, "SEQUENCE").unwrap().as_str()),
        ("0", "1"),
        "R51"
    );
    assert!(
        property(&cancel, "DTSTAMP") > property(&request, "DTSTAMP"),
        "R52: later, though the clock stood still"
    );
    assert_eq!(property(&cancel, "STATUS").as_deref(), Some("CANCELLED"), "R38");
    assert!(cancel.raw.contains(&format!("In-Reply-To: <{}>", request.message_id)), "R16");
    let again = browser.post(&format!("/workshop/{FIRST}/iscrizione"), &[]).await;
    assert_eq!(again.status, 303);
    world.settle().await;
    let new = world.mails_to("ada@posta.example").pop().unwrap();
    assert_ne!(property(&new, "UID"), property(&request, "UID"), "R54: a new enrolment is a new UID");
    assert_eq!(property(&new, "SEQUENCE").as_deref(), Some("0"), "R50");
});

on_both!(a_confirmation_never_begun_to_be_sent_is_withdrawn_and_no_cancel_follows, |world| {
    world.programme(|_| {}).await;
    let browser = world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let before = world.mails_to("ada@posta.example").len();
    assert_eq!(browser.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    let enrolment = world.enrolment("ada@posta.example", "workshop-2").await;
    assert_eq!(browser.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let after: Vec<String> =
        world.mails_to("ada@posta.example").iter().skip(before).map(|m| m.kind().to_owned()).collect();
    assert_eq!(after, ["place-released"]);
    assert_eq!(world.mails_to("ada@posta.example").pop().unwrap().calendars.len(), 0, "nothing to take back");
});

on_both!(r74_a_course_sends_one_confirmation_and_then_one_invite_per_day_in_order, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[("ada@posta.example", "P")]).await;
    world.go_to("2014-10-02T15:00:00Z").await;
    world.register("workshop-2", 1, &[("ada@posta.example", "R")]).await;
    world.wait(TimeDelta::hours(1)).await;
    let before = world.mails_to("ada@posta.example").len();
    let ada = world.signed_in("ada@posta.example").await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    let mails: Vec<Mail> = world.mails_to("ada@posta.example").into_iter().skip(before).collect();
    let kinds: Vec<&str> = mails.iter().map(Mail::kind).collect();
    assert_eq!(
        kinds,
        [
            "course-confirmed",
            "course-day",
            "course-day",
            "course-day",
            "course-day",
            "course-day",
            "course-day",
            "course-day"
        ]
    );
    assert_eq!(mails[0].calendars.len(), 0, "the confirmation has no calendar part");
    let days: Vec<String> = mails[1..].iter().map(|m| property(m, "DTSTART").unwrap()).collect();
    assert_eq!(
        days,
        ["20141022", "20141029", "20141105", "20141119", "20141210", "20150114", "20150121"],
        "R57"
    );
    let uids: std::collections::HashSet<String> =
        mails[1..].iter().map(|m| property(m, "UID").unwrap()).collect();
    assert_eq!(uids.len(), 7, "R56, R58");
    assert!(
        mails[1].subject.contains("1/7") && event(&mails[1]).get_summary().unwrap().contains("(1/7)"),
        "{}",
        mails[1].subject
    );
    let enrolment = world.enrolment("ada@posta.example", "corso").await;
    world.go_to("2014-10-23T08:00:00Z").await;
    let before = world.mails_to("ada@posta.example").len();
    let ada = world.signed_in("ada@posta.example").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    let cancels: Vec<Mail> = world
        .mails_to("ada@posta.example")
        .into_iter()
        .skip(before)
        .filter(|m| m.kind() == "course-day-cancelled")
        .collect();
    let gone: Vec<String> = cancels.iter().map(|mail| property(mail, "DTSTART").unwrap()).collect();
    let ahead = ["20141029", "20141105", "20141119", "20141210", "20150114", "20150121"];
    assert_eq!(gone, ahead, "R73: one CANCEL per future day; the day that was held stays");
    assert!(cancels.iter().all(|m| m.calendars[0].1.as_deref() == Some("CANCEL")));
});
