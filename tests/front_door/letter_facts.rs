//! Facts that never change: the programme of 2014 as letters speak of it, and how somebody stands to the rule.

use percorso::domain::letter::{InviteFacts, Method, PathFacts, SessionFacts, Title};
use percorso::domain::path_slots::{Slot, SlotKind};

use crate::letter_samples::TOKEN;

/// The course's days of 2014.
pub const DAYS: [&str; 7] =
    ["2014-10-22", "2014-10-29", "2014-11-05", "2014-11-19", "2014-12-10", "2015-01-14", "2015-01-21"];

/// A workshop of one day, without hours and place.
fn workshop(nth: u32, slug: &str, date: Option<&str>, title: Option<(&str, &str)>) -> SessionFacts {
    let (official, gloss) = title.unwrap_or_default();
    SessionFacts {
        title: Title { official: official.into(), gloss: title.map(|_| gloss.into()), nth },
        number: 1,
        of: 1,
        date: date.map(|date| date.parse().unwrap()),
        zone: "Europe/Rome".into(),
        page: format!("/workshop/{slug}"),
        ..SessionFacts::default()
    }
}

pub fn first() -> SessionFacts {
    let title = ("Il promotore dell’Ama", "The AMA group promoter");
    timed(workshop(1, "il-promotore-dell-ama", Some("2014-09-24"), Some(title)))
}

pub fn second() -> SessionFacts {
    let title =
        ("La valutazione di efficacia nei gruppi di auto mutuo aiuto", "Evaluating mutual-aid groups");
    timed(workshop(2, "valutazione-di-efficacia", Some("2014-10-02"), Some(title)))
}

pub fn third() -> SessionFacts {
    let title = ("Auto mutuo aiuto e professionismo", "Mutual aid and professional work");
    workshop(3, "auto-mutuo-aiuto-e-professionismo", Some("2014-10-03"), Some(title))
}

pub fn fourth() -> SessionFacts {
    workshop(4, "quarto-workshop", None, None)
}

pub fn course() -> Title {
    Title {
        official: "Il promotore dei gruppi di auto mutuo aiuto".into(),
        gloss: Some("The promoter of mutual-aid groups".into()),
        nth: 0,
    }
}

/// A day of the course, from 1, without hours.
pub fn day(number: u32) -> SessionFacts {
    let index = usize::try_from(number).unwrap() - 1;
    SessionFacts {
        title: course(),
        number,
        of: 7,
        page: "/corso".into(),
        ..workshop(0, "", Some(DAYS[index]), None)
    }
}

pub fn days() -> Vec<SessionFacts> {
    (1..=7).map(day).collect()
}

pub fn timed(session: SessionFacts) -> SessionFacts {
    SessionFacts {
        start: "09:30:00".parse().ok(),
        end: "17:00:00".parse().ok(),
        place: Some("Sala AMALO, Milano".into()),
        ..session
    }
}

pub fn on(date: &str, session: SessionFacts) -> SessionFacts {
    SessionFacts { date: date.parse().ok(), ..session }
}

/// The rule, with two slots.
fn path(missing: u32, slots: [(SlotKind, Option<&str>); 2], choices: &[SessionFacts]) -> PathFacts {
    let slot = |(kind, date): (SlotKind, Option<&str>)| Slot { kind, date: date.map(|d| d.parse().unwrap()) };
    PathFacts {
        required: 2,
        offered: 5,
        missing,
        slots: slots.map(slot).to_vec(),
        choices: choices.to_vec(),
        full: Vec::new(),
    }
}

pub fn nothing_yet() -> PathFacts {
    path(2, [(SlotKind::Empty, None), (SlotKind::Empty, None)], &[second(), third(), fourth()])
}

pub fn one_attended() -> PathFacts {
    path(1, [(SlotKind::Done, Some("2014-09-24")), (SlotKind::Empty, None)], &[third(), fourth()])
}

pub fn one_booked_too() -> PathFacts {
    path(1, [(SlotKind::Done, Some("2014-09-24")), (SlotKind::Book, Some("2014-10-02"))], &[])
}

pub fn one_in_its_register() -> PathFacts {
    path(1, [(SlotKind::Done, Some("2014-10-02")), (SlotKind::Held, Some("2014-09-24"))], &[])
}

pub fn first_of_two_in_its_register() -> PathFacts {
    path(2, [(SlotKind::Held, Some("2014-09-24")), (SlotKind::Empty, None)], &[third(), fourth()])
}

pub fn met() -> PathFacts {
    path(0, [(SlotKind::Done, Some("2014-09-24")), (SlotKind::Done, Some("2014-10-02"))], &[])
}

pub fn invite(session: SessionFacts, method: Method, sequence: u32) -> InviteFacts {
    InviteFacts {
        uid: "u@percorso.example".into(),
        sequence,
        dtstamp: "2014-09-15T07:00:00Z".parse().unwrap(),
        method,
        session,
    }
}

pub fn token() -> String {
    TOKEN.to_owned()
}
