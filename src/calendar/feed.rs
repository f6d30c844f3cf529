//! Several appointments in one stream, subscribed to or downloaded: METHOD:PUBLISH, each UID once, no
//! ATTENDEE (RFC 5546 section 3.2.1, RFC 7986; CALENDAR.md R46–R48, R59).

use chrono::{DateTime, Utc};
use ics::components::{Component, Parameter, Property};

use super::invite::{opened, organizer, own_path, page, summary, times, utc, when_and_where};
use super::text::{escaped, refolded};
use super::zone;
use crate::domain::letter::{Sender, SessionFacts};
use crate::domain::person::Language;
use crate::domain::session::KEPT_IN_CALENDARS;
use crate::words::Words;

/// How often a calendar that subscribes should look again (R47).
const REFRESH: &str = "PT6H";

/// Whose appointments they are: it decides where their text leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of one person, who has a page of their own.
    Own,
    /// The programme, which is everybody's.
    Everybodys,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its UID: of the person's mails, or the session's public one.
    pub uid: String,
    /// Its SEQUENCE: of the last mail, or the session's own.
    pub sequence: u32,
    /// When what it says was decided; never the time of the request.
    pub stamp: DateTime<Utc>,
    /// Whether it is called off.
    pub cancelled: bool,
    /// The session, when and where it was told.
    pub session: SessionFacts,
}

/// A stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Whose appointments.
    pub whose: Whose,
    /// How the calendar is called; none for a file that goes into a calendar somebody has.
    pub name: Option<String>,
    /// Where it can be asked for again; none for a file that stays as it is.
    pub source: Option<String>,
    /// The appointments; those without a date are left out.
    pub entries: Vec<Entry>,
}

/// Whether a calendar still carries an appointment: until a year after it was held; one that
/// ended, as long as its day lies ahead and somebody may know of it (SEQUENCE 0: nobody was told, R46).
pub fn is_carried(ended: bool, sequence: u32, ends_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    if ended { ends_at > now && sequence > 0 } else { ends_at > now - KEPT_IN_CALENDARS }
}

/// The stream: UTF-8, CRLF, folded at 75 octets, by date. The same entries give the same bytes.
pub fn render(feed: &Feed, sender: &Sender, language: Language, words: &Words) -> String {
    let mut calendar = opened("PUBLISH", sender);
    for property in head(feed) {
        calendar.add_property(property);
    }
    let mut entries: Vec<&Entry> = feed.entries.iter().filter(|entry| entry.session.date.is_some()).collect();
    entries.sort_by_cached_key(|entry| (entry.session.date, entry.session.start, entry.uid.clone()));
    // A calendar holds at least one component (RFC 5545 section 3.6): an empty one, the zone alone.
    if entries.is_empty() || entries.iter().any(|entry| entry.session.start.is_some()) {
        calendar.add_component(zone::rome());
    }
    for entry in entries {
        calendar.add_component(event(entry, feed.whose, sender, language, words));
    }
    refolded(&calendar.to_string())
}

/// What a stream says of itself (R47).
fn head(feed: &Feed) -> Vec<Property<'static>> {
    let mut head = Vec::new();
    if let Some(name) = &feed.name {
        head.push(Property::new("NAME", escaped(name)));
        head.push(Property::new("X-WR-CALNAME", escaped(name)));
    }
    if let Some(source) = &feed.source {
        head.push(typed("REFRESH-INTERVAL", "DURATION", REFRESH.to_owned()));
        head.push(Property::new("X-PUBLISHED-TTL", REFRESH));
        head.push(typed("SOURCE", "URI", source.clone()));
    }
    head
}

fn typed(name: &'static str, kind: &'static str, value: String) -> Property<'static> {
    let mut property = Property::new(name, value);
    property.add(Parameter::new("VALUE", kind));
    property
}

fn event(
    entry: &Entry,
    whose: Whose,
    sender: &Sender,
    language: Language,
    words: &Words,
) -> Component<'static> {
    let session = &entry.session;
    let stamp = utc(entry.stamp);
    let mut event = Component::new("VEVENT");
    let mut add = |property: Property<'static>| event.add_property(property);
    add(Property::new("UID", entry.uid.clone()));
    add(Property::new("DTSTAMP", stamp.clone()));
    add(Property::new("LAST-MODIFIED", stamp));
    add(Property::new("SEQUENCE", entry.sequence.to_string()));
    for property in times(session) {
        add(property);
    }
    add(Property::new("SUMMARY", escaped(&summary(session, language, words))));
    if let Some(place) = &session.place {
        add(Property::new("LOCATION", escaped(place)));
    }
    add(Property::new("DESCRIPTION", escaped(&description(entry, whose, sender, language, words))));
    add(Property::new("URL", format!("{}{}", sender.public_address, page(session, language))));
    add(Property::new("STATUS", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" }));
    add(Property::new("CLASS", "PUBLIC"));
    // Readers that do not know STATUS should at least not call the person busy.
    add(Property::new("TRANSP", if entry.cancelled { "TRANSPARENT" } else { "OPAQUE" }));
    add(organizer(sender));
    add(Property::new("X-MICROSOFT-CDO-BUSYSTATUS", if entry.cancelled { "FREE" } else { "BUSY" }));
    event
}

/// What somebody needs who has only the calendar entry.
fn description(entry: &Entry, whose: Whose, sender: &Sender, language: Language, words: &Words) -> String {
    let session = &entry.session;
    let mut lines = if entry.cancelled {
        vec![words.plain(language, "feed-called-off")]
    } else {
        when_and_where(session, language, words)
    };
    lines.push(match whose {
        Whose::Own => own_path(sender, language, words),
        Whose::Everybodys => {
            let more = words.plain(language, "feed-more");
            format!("{more} {}{}", sender.public_address, page(session, language))
        }
    });
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn sender() -> Sender {
        Sender {
            public_address: "https://percorso.example".into(),
            organisation: "AMALO".into(),
            mailbox: "corsi@percorso.example".into(),
            mailbox_name: "Segreteria corsi".into(),
            phone: None,
            signature: String::new(),
        }
    }

    fn entry(uid: &str, date: &str, start: Option<&str>) -> Entry {
        let session = SessionFacts {
            number: 1,
            of: 1,
            date: date.parse().ok(),
            start: start.map(|start| start.parse().unwrap()),
            end: start.map(|_| "17:00:00".parse().unwrap()),
            zone: "Europe/Rome".into(),
            page: "/workshop/uno".into(),
            ..SessionFacts::default()
        };
        Entry { uid: uid.into(), sequence: 0, stamp: at("2014-09-01T08:00:00Z"), cancelled: false, session }
    }

    fn stream(entries: Vec<Entry>) -> String {
        let feed = Feed { whose: Whose::Everybodys, name: None, source: None, entries };
        render(&feed, &sender(), Language::It, &Words::load().unwrap())
    }

    #[test]
    fn r48_what_was_held_stays_for_a_year() {
        let end = at("2014-09-24T22:00:00Z");
        assert!(is_carried(false, 0, end, at("2015-09-24T21:59:59Z")));
        assert!(!is_carried(false, 0, end, at("2015-09-24T22:00:00Z")));
    }

    #[test]
    fn r46_what_ended_is_told_while_its_day_lies_ahead_and_only_to_whoever_may_know_it() {
        let end = at("2014-09-24T22:00:00Z");
        assert!(is_carried(true, 1, end, at("2014-09-24T21:00:00Z")));
        assert!(!is_carried(true, 1, end, end));
        assert!(!is_carried(true, 0, end, at("2014-09-01T00:00:00Z")));
    }

    #[test]
    fn r32_the_zone_stands_once_where_a_session_has_hours_and_where_there_is_nothing_else() {
        let zones = |entries| stream(entries).matches("BEGIN:VTIMEZONE").count();
        assert_eq!(zones(vec![entry("a", "2014-09-24", None)]), 0);
        let timed = Some("09:30:00");
        assert_eq!(zones(vec![entry("a", "2014-09-24", timed), entry("b", "2014-10-02", timed)]), 1);
        assert_eq!(zones(Vec::new()), 1);
        assert_eq!(zones(vec![entry("a", "", None)]), 1, "undated: there is no appointment");
    }

    #[test]
    fn the_same_entries_give_the_same_bytes_in_whatever_order_they_come() {
        let (a, b) = (entry("a", "2014-09-24", None), entry("b", "2014-10-02", None));
        assert_eq!(stream(vec![a.clone(), b.clone()]), stream(vec![b, a]));
    }
}
