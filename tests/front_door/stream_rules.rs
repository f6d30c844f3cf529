//! Every line of what is mailed about one appointment: a REQUEST, its update, which replaced another one before it left,
//! and the CANCEL. Numbers are those of docs/calendar-rules.md.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use percorso::domain::session::Hours;

use crate::harness::changing::{ADA, FIRST, change, moved, objects, timed, told};
use crate::harness::{Mail, World};
use crate::invite_details::{header, lines};
use crate::on_both;

/// Long, and of letters that are longer than an octet: lines have to be folded between them.
const PLACE: &str = "Città metropolitana; è la sala più grande però perché c’è più luce, laggiù in fondo a via Libertà, Cefalù";

/// What a REQUEST cannot do without, and what a CANCEL cannot (RFC 5546 sections 3.2.2 and 3.2.5; R38, R53, R55).
const IN_A_REQUEST: [&str; 9] =
    ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER", "SEQUENCE", "ATTENDEE", "STATUS"];
const IN_A_CANCEL: [&str; 6] = ["UID", "DTSTAMP", "ORGANIZER", "SEQUENCE", "ATTENDEE", "STATUS"];

/// The three mails of one UID.
async fn three_mails(world: &World) -> [Mail; 3] {
    world
        .programme(|file| {
            let session = &mut file.offerings[0].sessions[0];
            session.hours =
                Some(Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() });
            session.place = Some(PLACE.into());
        })
        .await;
    let ada = world.sign_up("Adà", ADA, &[FIRST]).await;
    world.wait(TimeDelta::hours(1)).await;
    for date in ["2014-09-25", "2014-09-26"] {
        let to = timed(date, "10:00:00", "18:00:00", Some(PLACE));
        change(world, vec![moved(world, "workshop-1", 1, to).await]).await;
        world.wait(TimeDelta::minutes(5)).await;
    }
    world.wait(TimeDelta::hours(1)).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let wanted = [
        ("REQUEST", "0", "20140924T093000"),
        ("REQUEST", "1", "20140926T100000"),
        ("CANCEL", "2", "20140926T100000"),
    ];
    let (objects, uids) = objects(world, ADA, "");
    assert_eq!((objects, uids.len()), (wanted.map(told).to_vec(), 1));
    let mut mails = world.mails_to(ADA);
    mails.retain(|mail| !mail.calendars.is_empty());
    mails.try_into().expect("three mails")
}

/// The unfolded lines between the begin and the end of the first component of a name.
fn component(lines: &[String], name: &str) -> Vec<String> {
    let at = |edge: &str| lines.iter().position(|line| *line == format!("{edge}:{name}"));
    match (at("BEGIN"), at("END")) {
        (Some(begin), Some(end)) => lines[begin + 1..end].to_vec(),
        _ => Vec::new(),
    }
}

/// The event's own lines, without those of its alarm.
fn event(mail: &Mail) -> Vec<String> {
    let whole = component(&lines(mail), "VEVENT");
    let alarm = component(&whole, "VALARM").len();
    let begin = whole.iter().position(|line| line == "BEGIN:VALARM").unwrap_or(whole.len());
    let mut own = whole;
    own.drain(begin..own.len().min(begin + alarm + 2));
    own
}

/// The name of a property.
fn name(line: &str) -> &str {
    line.split([':', ';']).next().unwrap_or_default()
}

/// The value of a property; empty where there is none.
fn value(lines: &[String], wanted: &str) -> String {
    let line = lines.iter().find(|line| name(line) == wanted);
    line.and_then(|line| line.split_once(':')).map(|(_, value)| value.to_owned()).unwrap_or_default()
}

/// How often each property stands among some lines.
fn counted(lines: &[String]) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    for line in lines {
        *count.entry(name(line).to_owned()).or_default() += 1;
    }
    count
}

on_both!(r14_the_one_who_is_written_to_is_the_attendee_of_every_message, |world| {
    for mail in three_mails(world).await {
        let to = header(&mail, "To");
        assert!(to.ends_with(&format!("<{ADA}>")), "{to}");
        let event = event(&mail);
        let attendees: Vec<&String> = event.iter().filter(|line| name(line) == "ATTENDEE").collect();
        assert_eq!(attendees.len(), 1, "{event:?}");
        assert!(attendees[0].ends_with(&format!(":mailto:{}", mail.to)), "{} to {to}", attendees[0]);
    }
});

on_both!(r22_r23_no_line_is_blank_or_long_and_no_letter_is_split, |world| {
    for mail in three_mails(world).await {
        let stream = mail.calendar();
        let folded = stream.strip_suffix("\r\n").expect("R21");
        assert!(folded.contains("\r\n "), "something was folded: {stream}");
        for line in folded.split("\r\n") {
            assert!(!line.trim().is_empty(), "R23: a blank line in {stream}");
            assert!(line.len() <= 75, "R22: {line}");
        }
        let place = value(&event(&mail), "LOCATION");
        assert_eq!(place.replace("\\,", ",").replace("\\;", ";"), PLACE, "R23: whole letters");
    }
});

on_both!(r28_a_request_an_update_and_a_cancel_have_all_they_need_and_nothing_twice, |world| {
    let [request, update, cancel] = three_mails(world).await;
    for (mail, needed) in
        [(&request, &IN_A_REQUEST[..]), (&update, &IN_A_REQUEST[..]), (&cancel, &IN_A_CANCEL[..])]
    {
        let count = counted(&event(mail));
        for property in needed {
            assert_eq!(count.get(*property), Some(&1), "{property} in {}", mail.calendar());
        }
        let twice: Vec<&String> = count.iter().filter(|(_, n)| **n > 1).map(|(name, _)| name).collect();
        assert_eq!(twice, Vec::<&String>::new(), "{}", mail.calendar());
        assert!(!(count.contains_key("DTEND") && count.contains_key("DURATION")), "{count:?}");
        assert!(!count.contains_key("REQUEST-STATUS"), "{count:?}");
        let all = lines(mail);
        let head: Vec<String> =
            all.iter().skip(1).take_while(|line| name(line) != "BEGIN").cloned().collect();
        let names: Vec<&str> = head.iter().map(|line| name(line)).collect();
        assert_eq!(names, ["PRODID", "VERSION", "CALSCALE", "METHOD"]);
        for (component, times) in [("VCALENDAR", 1), ("VTIMEZONE", 1), ("VEVENT", 1)] {
            let found = all.iter().filter(|line| **line == format!("BEGIN:{component}")).count();
            assert_eq!(found, times, "{component}");
        }
    }
});

on_both!(r30_r52_stamps_are_in_utc_those_of_their_mail_and_each_later_than_the_one_before, |world| {
    let mails = three_mails(world).await;
    let stamps: Vec<String> = mails.iter().map(|mail| value(&event(mail), "DTSTAMP")).collect();
    assert!(stamps.windows(2).all(|pair| pair[0] < pair[1]), "R52: {stamps:?}");
    for (mail, stamp) in mails.iter().zip(&stamps) {
        assert!(stamp.ends_with('Z'), "R30: {stamp}");
        assert_eq!(value(&event(mail), "LAST-MODIFIED"), *stamp, "R30");
    }
    for mail in &mails {
        let date = DateTime::parse_from_rfc2822(&header(mail, "Date")).unwrap().with_timezone(&Utc);
        let stamp = value(&event(mail), "DTSTAMP");
        assert_eq!(stamp, date.format("%Y%m%dT%H%M%SZ").to_string(), "R30: {}", mail.kind());
    }
});

on_both!(r33_the_rules_of_the_zone_begin_before_the_year_of_the_event, |world| {
    for mail in three_mails(world).await {
        let year: i32 = value(&event(&mail), "DTSTART")[..4].parse().unwrap();
        let zone = component(&lines(&mail), "VTIMEZONE");
        for part in ["STANDARD", "DAYLIGHT"] {
            let part = component(&zone, part);
            let since: i32 = value(&part, "DTSTART")[..4].parse().unwrap();
            assert!(since < year, "{part:?}");
            assert!(value(&part, "RRULE").starts_with("FREQ=YEARLY;"), "{part:?}");
        }
    }
});

on_both!(r43_an_alarm_says_what_it_is_about_and_a_cancel_has_none, |world| {
    let [request, update, cancel] = three_mails(world).await;
    for mail in [&request, &update] {
        let alarm = component(&lines(mail), "VALARM");
        let names: Vec<String> = counted(&alarm).into_keys().collect();
        assert_eq!((names.len(), alarm.len()), (3, 3), "each once: {alarm:?}");
        assert_eq!((value(&alarm, "ACTION"), value(&alarm, "TRIGGER")), ("DISPLAY".into(), "-P1D".into()));
        let said = value(&alarm, "DESCRIPTION");
        assert!(!said.is_empty(), "RFC 5545 section 3.6.6 wants it: {alarm:?}");
        assert_eq!(said, value(&event(mail), "SUMMARY"));
    }
    assert!(!cancel.calendar().contains("VALARM"), "{}", cancel.calendar());
});
