//! What somebody wants to be different in an edition that people have enrolled in, and whether it may be.

use chrono::{DateTime, Months, NaiveDate, Utc};
use chrono_tz::Tz;

use super::certificate::CanPrint;
use super::edition::{CourseAdmission, Rule};
use super::invite::Appointment;
use super::offering::Kind;
use super::proposal::Proposal;
use super::session::{Hours, Timing, TimingFault, local_date};
use super::waiting_list::{Offers, who_offers};

/// How many workshops a rule can ask for.
pub const MOST_REQUIRED: u32 = 12;
/// How many days a certificate can ask for.
pub const MOST_DAYS: u32 = 100;
/// The code of a line with a sign that certificates cannot print.
pub const NOT_PRINTABLE: &str = "not-printable";
/// The code of a rule that asks for more workshops than count toward it.
pub const OUT_OF_REACH: &str = "out-of-reach";
/// How many months ahead a date may lie: beyond them it is a slip of the keyboard.
const FARTHEST: Months = Months::new(60);
/// From how many minutes of lateness a register can propose *absent*, at most.
pub const MOST_LATENESS: u32 = 600;

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
        /// What the people of a workshop are offered instead.
        propose: Proposal,
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
    /// `date`, `starts`, `ends`, `capacity`, `required`, `closes`, `certificate`, `offers`, `admission`, `propose`, or empty for
    /// the change as a whole.
    pub field: &'static str,
    /// `past`, `far`, `twice`, `marked`, `order`, `no-such-time`, `double-time`, `taken-away`, `to-add`, `held`, `last`, `cancelled`,
    /// `archived`, `draft`, `negative`, `range`, `by-decision`, `automatic`, `missing`, `none`, `gone`, `after-course`,
    /// [`NOT_PRINTABLE`], [`OUT_OF_REACH`], [`super::course_begin::BEFORE_CLOSES`].
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
    /// Whether somebody was marked in it: marks belong to their day.
    pub marked: bool,
    /// Whether it, or its offering, was called off.
    pub cancelled: bool,
    /// Whether anybody outside the office knows of it: a draft's date can be taken away again.
    pub announced: bool,
    /// The zone.
    pub zone: Tz,
    /// Now.
    pub now: DateTime<Utc>,
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
        if had_one && facts.announced {
            faults.push(fault("date", "taken-away"));
        } else if facts.before.is_none() && facts.announced {
            faults.push(fault("date", "to-add"));
        } else if to.start.is_some() || to.end.is_some() {
            faults.push(fault("date", "needed"));
        }
        return faults;
    };
    let moved = facts.before.as_ref().and_then(|before| before.date) != Some(date);
    if moved && date < local_date(facts.now, facts.zone) {
        faults.push(fault("date", "past"));
    } else if moved && is_far(date, facts.now, facts.zone) {
        faults.push(fault("date", "far"));
    } else if moved && facts.marked {
        faults.push(fault("date", "marked"));
    }
    if facts.others.contains(&date) {
        faults.push(fault("date", "twice"));
    }
    match (to.start, to.end) {
        (Some(start), Some(end)) => match Timing::new(date, Some(Hours { start, end }), facts.zone) {
            Ok(timing) if faults.is_empty() => faults.extend(too_late(facts, &timing)),
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

/// Hours that have gone by: whoever has not begun yet begins later than now, and what goes on ends later than now.
fn too_late(facts: &SessionFacts, to: &Timing) -> Option<EditFault> {
    let before = facts.before.as_ref().and_then(|before| {
        let hours = before.start.zip(before.end).map(|(start, end)| Hours { start, end });
        Some(Timing { date: before.date?, hours, zone: facts.zone })
    });
    let begun = |timing: &Timing| timing.starts_at() <= facts.now;
    let over = |timing: &Timing| timing.ends_at() <= facts.now;
    if !before.as_ref().is_some_and(begun) && begun(to) {
        Some(EditFault { field: "starts", code: "past" })
    } else if !before.as_ref().is_some_and(over) && over(to) {
        Some(EditFault { field: "ends", code: "past" })
    } else {
        None
    }
}

/// Whether a rule can be kept: a course asks for one workshop at least. A number of days that stands already is left alone:
/// days may have been called off since, and something else of the rule can still change.
pub fn check_rule(rule: &Rule, stands: &Rule, course_days: Option<u32>) -> Vec<EditFault> {
    let fewest = u32::from(course_days.is_some());
    let required = (fewest..=MOST_REQUIRED).contains(&rule.required);
    let days = rule.certificate_days.is_none_or(|days| (1..=MOST_DAYS).contains(&days));
    let lateness = rule.lateness_minutes.is_none_or(|minutes| minutes <= MOST_LATENESS);
    let too_many = rule.certificate_days.zip(course_days).is_some_and(|(needed, held)| needed > held);
    let within = !too_many || rule.certificate_days == stands.certificate_days;
    [
        ("required", "range", required),
        ("certificate", "range", days),
        ("certificate", "days", !days || within),
        ("lateness", "range", lateness),
    ]
    .into_iter()
    .filter(|(_, _, fits)| !fits)
    .map(|(field, code, _)| EditFault { field, code })
    .collect()
}

/// Whether as many workshops count toward a rule as it asks for: else nobody could reach it. Where workshops of earlier
/// editions count too (`carry_over`), people bring theirs; where none counts, everybody comes by a waiver. A number that
/// stands already (`stands`; none = whatever it is) is left alone.
pub fn check_reach(
    required: u32,
    carry_over: bool,
    stands: Option<u32>,
    workshops: u32,
) -> Option<EditFault> {
    let few = (1..required).contains(&workshops) && !carry_over && stands != Some(required);
    few.then_some(EditFault { field: "required", code: OUT_OF_REACH })
}

/// Whether the last day to enrol is a date that somebody meant: from today, which closes with the end of today, to the first
/// day of the course, after which nobody enrols. One that stands already is left alone.
pub fn check_closes(
    rule: &Rule,
    stands: &Rule,
    first_day: Option<NaiveDate>,
    now: DateTime<Utc>,
    zone: Tz,
) -> Option<EditFault> {
    let typed = rule.enrolment_closes.filter(|_| rule.enrolment_closes != stands.enrolment_closes)?;
    let code = if typed < local_date(now, zone) {
        "past"
    } else if is_far(typed, now, zone) {
        "far"
    } else if first_day.is_some_and(|first| typed > first) {
        "after-course"
    } else {
        return None;
    };
    Some(EditFault { field: "closes", code })
}

/// Whether a date lies so far ahead that nobody means it.
fn is_far(date: NaiveDate, now: DateTime<Utc>, zone: Tz) -> bool {
    local_date(now, zone).checked_add_months(FARTHEST).is_some_and(|last| date > last)
}

/// Whether a line that certificates print may become this. What stands already is left alone: it is printed as far as it
/// can be.
pub fn check_printed(
    field: &'static str,
    to: Option<&str>,
    stands: Option<&str>,
    can_print: CanPrint,
) -> Option<EditFault> {
    let bad = to != stands && to.is_some_and(|line| can_print(line).is_err());
    bad.then_some(EditFault { field, code: NOT_PRINTABLE })
}

/// Whether one session can be called off: not one that was held (`held` says how that is known: `held` or `marked`), nor
/// the last that is left.
pub fn check_cancel_session(cancelled: bool, held: Option<&'static str>, left: usize) -> Option<EditFault> {
    let code = match (cancelled, held, left) {
        (true, _, _) => "cancelled",
        (_, Some(how), _) => how,
        (_, _, 0 | 1) => "last",
        _ => return None,
    };
    Some(EditFault { field: "", code })
}

/// Whether the program can offer the freed places of an offering: not of a course into which a person decides who
/// comes.
pub fn check_offers(set: Offers, kind: Kind, admission: CourseAdmission) -> Option<EditFault> {
    let heeded = who_offers(set, kind, admission) == set;
    (!heeded).then_some(EditFault { field: "offers", code: "by-decision" })
}

/// Whether an offering can have so many places.
pub fn check_capacity(capacity: Option<i64>) -> Option<EditFault> {
    let bad = capacity.is_some_and(|capacity| !(0..=100_000).contains(&capacity));
    bad.then_some(EditFault { field: "capacity", code: "negative" })
}

#[cfg(test)]
#[path = "change_tests.rs"]
mod tests;
