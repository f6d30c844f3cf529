//! One invite: a REQUEST or CANCEL with one VEVENT, one UID, one ATTENDEE (RFC 5545, 5546; CALENDAR.md R20–R45).

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use ics::components::{Component, Property};

use super::text::{escaped, quoted, refolded};
use super::zone;
use crate::domain::letter::{InviteFacts, Method, Recipient, Sender, SessionFacts};
use crate::domain::person::Language;
use crate::domain::session::next_day;
use crate::words::Words;
use crate::words::dates::{self, Form};

/// How the message and its object are named: `method` in the mail's Content-Type, METHOD in the object (R5).
pub fn method_word(method: Method) -> &'static str {
    match method {
        Method::Request => "REQUEST",
        Method::Cancel => "CANCEL",
    }
}

/// The object as a stream: UTF-8, CRLF, folded at 75 octets.
pub fn render(
    invite: &InviteFacts,
    sender: &Sender,
    to: &Recipient,
    language: Language,
    words: &Words,
) -> String {
    let mut calendar = opened(method_word(invite.method), sender);
    if invite.session.start.is_some() {
        calendar.add_component(zone::rome());
    }
    calendar.add_component(event(invite, sender, to, language, words));
    refolded(&calendar.to_string())
}

/// A stream without components: what it is and its method, each once and first (R25).
pub(super) fn opened(method: &'static str, sender: &Sender) -> Component<'static> {
    let mut calendar = Component::new("VCALENDAR");
    calendar
        .add_property(Property::new("PRODID", format!("-//{}//Percorso//IT", plain(&sender.organisation))));
    calendar.add_property(Property::new("VERSION", "2.0"));
    calendar.add_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.add_property(Property::new("METHOD", method));
    calendar
}

fn event(
    invite: &InviteFacts,
    sender: &Sender,
    to: &Recipient,
    language: Language,
    words: &Words,
) -> Component<'static> {
    let session = &invite.session;
    let stamp = utc(invite.dtstamp);
    let cancelled = invite.method == Method::Cancel;
    let mut event = Component::new("VEVENT");
    let mut add = |property: Property<'static>| event.add_property(property);
    add(Property::new("UID", invite.uid.clone()));
    add(Property::new("DTSTAMP", stamp.clone()));
    add(Property::new("LAST-MODIFIED", stamp));
    add(Property::new("SEQUENCE", invite.sequence.to_string()));
    for property in times(session) {
        add(property);
    }
    add(Property::new("SUMMARY", escaped(&summary(session, language, words))));
    if let Some(place) = &session.place {
        add(Property::new("LOCATION", escaped(place)));
    }
    add(Property::new("DESCRIPTION", escaped(&description(session, sender, language, words))));
    add(Property::new("URL", format!("{}{}", sender.public_address, page(session, language))));
    add(Property::new("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" }));
    add(Property::new("CLASS", "PUBLIC"));
    add(Property::new("TRANSP", "OPAQUE"));
    add(organizer(sender));
    add(attendee(to));
    add(Property::new("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY"));
    add(Property::new("X-MICROSOFT-DISALLOW-COUNTER", "TRUE"));
    if !cancelled && session.start.is_some() {
        event.add_component(alarm(session, language, words));
    }
    event
}

/// The mailbox that reads replies, with its name (R41).
pub(super) fn organizer(sender: &Sender) -> Property<'static> {
    let mut organizer = Property::new("ORGANIZER", format!("mailto:{}", sender.mailbox));
    organizer.add(ics::components::Parameter::new("CN", quoted(&sender.mailbox_name)));
    organizer
}

fn attendee(to: &Recipient) -> Property<'static> {
    let mut attendee = Property::new("ATTENDEE", format!("mailto:{}", to.address));
    let name = if to.full_name.is_empty() { &to.address } else { &to.full_name };
    for (key, value) in [
        ("CUTYPE", "INDIVIDUAL"),
        ("ROLE", "REQ-PARTICIPANT"),
        ("PARTSTAT", "NEEDS-ACTION"),
        ("RSVP", "TRUE"),
    ] {
        attendee.add(ics::components::Parameter::new(key, value));
    }
    attendee.add(ics::components::Parameter::new("CN", quoted(name)));
    attendee
}

/// Local times with their zone where hours are known, else the whole day (R31, R31a).
pub(super) fn times(session: &SessionFacts) -> Vec<Property<'static>> {
    let Some(date) = session.date else { return Vec::new() };
    let Some((start, end)) = session.start.zip(session.end) else {
        return vec![all_day("DTSTART", date), all_day("DTEND", next_day(date))];
    };
    vec![timed("DTSTART", date, start, &session.zone), timed("DTEND", date, end, &session.zone)]
}

fn all_day(name: &'static str, date: NaiveDate) -> Property<'static> {
    let mut property = Property::new(name, date.format("%Y%m%d").to_string());
    property.add(ics::components::Parameter::new("VALUE", "DATE"));
    property
}

fn timed(name: &'static str, date: NaiveDate, time: NaiveTime, zone: &str) -> Property<'static> {
    let mut property = Property::new(name, date.and_time(time).format("%Y%m%dT%H%M%S").to_string());
    property.add(ics::components::Parameter::new("TZID", plain(zone)));
    property
}

/// A reminder of a day before, where the calendar keeps it; the letter's own reminder does not rely on it (R43).
fn alarm(session: &SessionFacts, language: Language, words: &Words) -> Component<'static> {
    let mut alarm = Component::new("VALARM");
    alarm.add_property(Property::new("ACTION", "DISPLAY"));
    alarm.add_property(Property::new("TRIGGER", "-P1D"));
    alarm.add_property(Property::new("DESCRIPTION", escaped(&summary(session, language, words))));
    alarm
}

/// The offering's official title, with `(n/7)` for one of several sessions. Nothing private stands in it.
pub fn summary(session: &SessionFacts, language: Language, words: &Words) -> String {
    let title = if session.title.official.is_empty() {
        words.plain(language, "calendar-untitled")
    } else {
        session.title.official.clone()
    };
    if session.of > 1 { format!("{title} ({}/{})", session.number, session.of) } else { title }
}

/// What somebody needs who has only the calendar entry.
fn description(session: &SessionFacts, sender: &Sender, language: Language, words: &Words) -> String {
    let mut lines = when_and_where(session, language, words);
    lines.push(own_path(sender, language, words));
    lines.join("\n")
}

/// When and where in words, and what of it is still to come.
pub(super) fn when_and_where(session: &SessionFacts, language: Language, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(date) = session.date {
        let day = dates::date(date, Form::LongYear, language);
        lines.push(match session.start.zip(session.end) {
            Some((start, end)) => format!("{day}, {}", dates::hours(start, end)),
            None => format!("{day}. {}", words.plain(language, "calendar-hours-to-come")),
        });
    }
    if session.place.is_none() {
        lines.push(words.plain(language, "calendar-place-to-come"));
    }
    lines
}

/// The line that leads to the person's own page.
pub(super) fn own_path(sender: &Sender, language: Language, words: &Words) -> String {
    let path = match language {
        Language::It => "/mio-percorso",
        Language::En => "/en/mio-percorso",
    };
    format!("{} {}{path}", words.plain(language, "calendar-your-path"), sender.public_address)
}

/// The page that tells more, in a language.
pub(super) fn page(session: &SessionFacts, language: Language) -> String {
    match language {
        Language::It => session.page.clone(),
        Language::En => format!("/en{}", session.page),
    }
}

/// An instant as calendars write it.
pub(super) fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// For values that are no TEXT: no control characters, nothing that ends a line or a parameter.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, ';' | ',' | ':' | '"')).collect()
}
