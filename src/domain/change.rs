//! What somebody wants to be different in an edition that people have enrolled in, and whether it may be.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::edition::Rule;
use super::invite::Appointment;
use super::session::{Hours, Timing, TimingFault};
use super::waiting_list::Offers;

/// What is printed of an offering.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Official title; none = to come.
    pub title: Option<String>,
    /// Its English gloss.
    pub gloss_en: Option<String>,
    /// Text in Italian.
    pub text_it: Option<String>,
    /// Text in English.
    pub text_en: Option<String>,
    /// What it costs, as printed.
    pub fee: Option<String>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A session has this date, these hours and this place.
    Session {
        /// The session.
        session: i64,
        /// When and where.
        to: Appointment,
    },
    /// The offering has one more session.
    AddSession {
        /// The offering.
        offering: i64,
        /// When and where.
        to: Appointment,
    },
    /// One session of several is called off.
    CancelSession {
        /// The session.
        session: i64,
    },
    /// The whole offering is called off.
    CancelOffering {
        /// The offering.
        offering: i64,
    },
    /// Titles, texts, places and who offers a freed one.
    Offering {
        /// The offering.
        offering: i64,
        /// What is printed.
        texts: Texts,
        /// Places; none = unlimited.
        capacity: Option<i64>,
        /// Who offers a freed place.
        offers: Offers,
    },
    /// The rule of the edition.
    Rule {
        /// The rule.
        to: Rule,
    },
}

/// What is wrong with a change: the field of its form or file, and a code that has a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditFault {
    /// `date`, `starts`, `ends`, `capacity`, or empty for the change as a whole.
    pub field: &'static str,
    /// `past`, `twice`, `order`, `no-such-time`, `double-time`, `taken-away`, `held`, `last`, `cancelled`, `negative`.
    pub code: &'static str,
}

/// What the check of a session's change looks at.
#[derive(Clone, Debug)]
pub struct SessionFacts {
    /// How it stands; none for one that is added.
    pub before: Option<Appointment>,
    /// Dates of the other sessions of its offering that are not called off.
    pub others: Vec<NaiveDate>,
    /// Whether its register is closed.
    pub closed: bool,
    /// Whether it, or its offering, was called off.
    pub cancelled: bool,
    /// The zone.
    pub zone: Tz,
    /// Today, local.
    pub today: NaiveDate,
}

/// Whether a session may be held then; every fault at its field.
pub fn check_session(facts: &SessionFacts, to: &Appointment) -> Vec<EditFault> {
    let fault = |field, code| EditFault { field, code };
    if facts.cancelled {
        return vec![fault("", "cancelled")];
    }
    if facts.closed {
        return vec![fault("", "held")];
    }
    if facts.before.as_ref() == Some(to) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let Some(date) = to.date else {
        let had_one = facts.before.as_ref().is_some_and(|before| before.date.is_some());
        if had_one {
            faults.push(fault("date", "taken-away"));
        } else if to.start.is_some() || to.end.is_some() {
            faults.push(fault("date", "needed"));
        }
        return faults;
    };
    let moved = facts.before.as_ref().and_then(|before| before.date) != Some(date);
    if moved && date < facts.today {
        faults.push(fault("date", "past"));
    }
    if facts.others.contains(&date) {
        faults.push(fault("date", "twice"));
    }
    match (to.start, to.end) {
        (Some(start), Some(end)) => match Timing::new(date, Some(Hours { start, end }), facts.zone) {
            Ok(_) => {}
            Err(TimingFault::EndNotAfterStart) => faults.push(fault("ends", "order")),
            Err(TimingFault::DoesNotExist) => faults.push(fault("starts", "no-such-time")),
            Err(TimingFault::ComesTwice) => faults.push(fault("starts", "double-time")),
        },
        (None, None) => {}
        (Some(_), None) => faults.push(fault("ends", "needed")),
        (None, Some(_)) => faults.push(fault("starts", "needed")),
    }
    faults
}

/// Whether one session can be called off: not one that was held, nor the last that is left.
pub fn check_cancel_session(cancelled: bool, over: bool, left: usize) -> Option<EditFault> {
    let code = match (cancelled, over, left) {
        (true, _, _) => "cancelled",
        (_, true, _) => "held",
        (_, _, 0 | 1) => "last",
        _ => return None,
    };
    Some(EditFault { field: "", code })
}

/// Whether an offering can have so many places.
pub fn check_capacity(capacity: Option<i64>) -> Option<EditFault> {
    let bad = capacity.is_some_and(|capacity| !(0..=100_000).contains(&capacity));
    bad.then_some(EditFault { field: "capacity", code: "negative" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on(date: &str) -> Appointment {
        Appointment { date: date.parse().ok(), ..Appointment::default() }
    }

    fn timed(date: &str, start: &str, end: &str) -> Appointment {
        Appointment { start: start.parse().ok(), end: end.parse().ok(), ..on(date) }
    }

    fn facts() -> SessionFacts {
        SessionFacts {
            before: Some(on("2014-10-29")),
            others: vec![day("2014-10-22"), day("2014-11-05")],
            closed: false,
            cancelled: false,
            zone: chrono_tz::Europe::Rome,
            today: day("2014-10-01"),
        }
    }

    fn codes(facts: &SessionFacts, to: &Appointment) -> Vec<(&'static str, &'static str)> {
        check_session(facts, to).into_iter().map(|f| (f.field, f.code)).collect()
    }

    #[test]
    fn a_day_in_the_past_and_a_date_twice_are_refused() {
        assert_eq!(codes(&facts(), &on("2014-09-30")), [("date", "past")]);
        assert_eq!(codes(&facts(), &on("2014-11-05")), [("date", "twice")]);
        assert_eq!(codes(&facts(), &on("2014-10-30")), []);
    }

    #[test]
    fn hours_that_end_before_they_begin_do_not_exist_or_come_twice_are_refused_at_their_field() {
        assert_eq!(codes(&facts(), &timed("2014-10-30", "17:00:00", "09:30:00")), [("ends", "order")]);
        assert_eq!(
            codes(&facts(), &timed("2014-10-26", "02:30:00", "09:00:00")),
            [("starts", "double-time")]
        );
        assert_eq!(
            codes(&facts(), &timed("2015-03-29", "02:30:00", "09:00:00")),
            [("starts", "no-such-time")]
        );
        let half = Appointment { start: "09:30:00".parse().ok(), ..on("2014-10-30") };
        assert_eq!(codes(&facts(), &half), [("ends", "needed")]);
    }

    #[test]
    fn a_date_is_not_taken_away_again_and_hours_need_one() {
        assert_eq!(codes(&facts(), &Appointment::default()), [("date", "taken-away")]);
        let undated = SessionFacts { before: Some(Appointment::default()), ..facts() };
        assert_eq!(codes(&undated, &Appointment::default()), []);
        let hours_only = Appointment { start: "09:30:00".parse().ok(), ..Appointment::default() };
        assert_eq!(codes(&undated, &hours_only), [("date", "needed")]);
    }

    #[test]
    fn what_was_held_or_called_off_stays_as_it_is() {
        assert_eq!(codes(&SessionFacts { closed: true, ..facts() }, &on("2014-12-01")), [("", "held")]);
        assert_eq!(
            codes(&SessionFacts { cancelled: true, ..facts() }, &on("2014-12-01")),
            [("", "cancelled")]
        );
        assert_eq!(check_cancel_session(false, true, 7).map(|f| f.code), Some("held"));
        assert_eq!(check_cancel_session(false, false, 1).map(|f| f.code), Some("last"));
        assert_eq!(check_cancel_session(false, false, 7), None);
    }

    #[test]
    fn a_past_day_keeps_its_date_when_only_its_room_is_corrected() {
        let past = SessionFacts { today: day("2014-12-01"), ..facts() };
        let elsewhere = Appointment { place: Some("Biblioteca".into()), ..on("2014-10-29") };
        assert_eq!(codes(&past, &elsewhere), []);
    }

    #[test]
    fn places_are_not_negative() {
        assert_eq!(check_capacity(Some(-1)).map(|f| f.code), Some("negative"));
        assert_eq!(check_capacity(Some(0)), None);
        assert_eq!(check_capacity(None), None);
    }
}
