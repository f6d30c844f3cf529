//! Who has earned the certificate of a course, and why somebody has not yet. The program proposes; a person publishes.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::attendance::Mark;
use super::eligibility::{self, counts};
use super::enrolment::State;
use super::path_state::certificate_out_of_reach;

/// A day of the course that was not called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its date; none = to come.
    pub date: Option<NaiveDate>,
    /// Whether its register has taken effect.
    pub effective: bool,
    /// What the register says of the person, in effect.
    pub mark: Option<Mark>,
}

impl Day {
    /// Whether the person attended it.
    pub fn is_attended(&self) -> bool {
        self.mark.is_some_and(Mark::counts)
    }

    /// Whether the register says that they were not there; one that says nothing of them does not.
    pub fn is_missed(&self) -> bool {
        self.effective && self.mark.is_some_and(|mark| !mark.counts())
    }

    fn is_unmarked(&self) -> bool {
        self.effective && self.mark.is_none()
    }
}

/// How the days of a course went for somebody; those whose register is open are none of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Attended.
    pub attended: u32,
    /// Missed.
    pub missed: u32,
    /// Without a mark, which is no absence: they may still turn out to be attended.
    pub unmarked: u32,
}

impl Tally {
    /// Counts the days that were not called off.
    pub fn of(days: &[Day]) -> Self {
        Self {
            attended: number(days.iter().filter(|day| day.is_attended()).count()),
            missed: number(days.iter().filter(|day| day.is_missed()).count()),
            unmarked: number(days.iter().filter(|day| day.is_unmarked()).count()),
        }
    }
}

/// Which certificate of this course a person has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Existing {
    /// None.
    #[default]
    None,
    /// One that is valid.
    Valid,
    /// One that was revoked.
    Revoked,
}

/// Whether a name can be printed with the letters at hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Printable {
    /// It can.
    #[default]
    Yes,
    /// There is none.
    Missing,
    /// Not with this character.
    Not(char),
}

/// What the decision looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The enrolment in the course, the live one if any.
    pub enrolment: Option<State>,
    /// The days of the course that were not called off, in order.
    pub days: Vec<Day>,
    /// How many days earn the certificate; none = not set.
    pub needed: Option<u32>,
    /// Whether the name can be printed.
    pub name: Printable,
    /// Which certificate the person has.
    pub existing: Existing,
}

impl Facts {
    /// How many days the person attended.
    pub fn attended(&self) -> u32 {
        Tally::of(&self.days).attended
    }

    /// How many days there are.
    pub fn of(&self) -> u32 {
        number(self.days.len())
    }
}

/// Why somebody is not ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The edition does not say how many days earn a certificate.
    NoNumber,
    /// They have no place on the course.
    NotConfirmed,
    /// Registers of these days have not taken effect; none = a day without a date.
    RegistersOpen(Vec<Option<NaiveDate>>),
    /// They attended too few days, and no open register can change that.
    TooFewDays {
        /// Attended.
        attended: u32,
        /// Of so many.
        of: u32,
        /// How many are needed.
        needed: u32,
    },
    /// In these registers they have no mark, and it depends on it.
    Unmarked(Vec<Option<NaiveDate>>),
    /// They have no name.
    NameMissing,
    /// This character of their name cannot be printed.
    NameNotPrintable(char),
    /// Their certificate was revoked: only a person can give it again, by name.
    Revoked,
}

impl Why {
    /// The word in keys.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoNumber => "no-number",
            Self::NotConfirmed => "not-confirmed",
            Self::RegistersOpen(_) => "registers-open",
            Self::TooFewDays { .. } => "too-few-days",
            Self::Unmarked(_) => "unmarked",
            Self::NameMissing => "name-missing",
            Self::NameNotPrintable(_) => "name-not-printable",
            Self::Revoked => "revoked",
        }
    }

    /// Whether it is about the name, which the person can mend.
    pub fn is_about_the_name(&self) -> bool {
        matches!(self, Self::NameMissing | Self::NameNotPrintable(_))
    }
}

/// What the program proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// They have it.
    Issued,
    /// It can be published.
    Ready,
    /// Not yet, or not at all, for each of these reasons.
    NotReady(Vec<Why>),
}

impl Readiness {
    /// Whether a person may publish it by name: also again, after it was revoked.
    pub fn may_be_published(&self) -> bool {
        match self {
            Self::Ready => true,
            Self::Issued => false,
            Self::NotReady(why) => *why == [Why::Revoked],
        }
    }

    /// Whether the spelling of the name is all that is left to look at.
    pub fn is_up_to_the_name(&self) -> bool {
        match self {
            Self::Ready => true,
            Self::Issued => false,
            Self::NotReady(why) => why.iter().all(Why::is_about_the_name),
        }
    }
}

/// The decision. Without a number of days nothing is proposed. A missing mark matters only to somebody who would have
/// the days with it.
pub fn readiness(facts: &Facts) -> Readiness {
    if facts.existing == Existing::Valid {
        return Readiness::Issued;
    }
    let mut why = Vec::new();
    if facts.enrolment != Some(State::Confirmed) {
        why.push(Why::NotConfirmed);
    }
    match facts.needed {
        None => why.push(Why::NoNumber),
        Some(needed) => why.extend(of_days(facts, needed)),
    }
    let open = dates(facts, |day| !day.effective);
    if !open.is_empty() || facts.days.is_empty() {
        why.push(Why::RegistersOpen(open));
    }
    match facts.name {
        Printable::Yes => {}
        Printable::Missing => why.push(Why::NameMissing),
        Printable::Not(character) => why.push(Why::NameNotPrintable(character)),
    }
    if facts.existing == Existing::Revoked {
        why.push(Why::Revoked);
    }
    if why.is_empty() { Readiness::Ready } else { Readiness::NotReady(why) }
}

/// The decision as if there was no certificate: whether what is so by now earns the one that is out.
pub fn readiness_anew(facts: &Facts) -> Readiness {
    readiness(&Facts { existing: Existing::None, ..facts.clone() })
}

fn of_days(facts: &Facts, needed: u32) -> Option<Why> {
    let (attended, of) = (facts.attended(), facts.of());
    if certificate_out_of_reach(Tally::of(&facts.days).missed, needed, of) {
        return Some(Why::TooFewDays { attended, of, needed });
    }
    let unmarked = dates(facts, Day::is_unmarked);
    (attended < needed && !unmarked.is_empty()).then_some(Why::Unmarked(unmarked))
}

fn dates(facts: &Facts, wanted: impl Fn(&Day) -> bool) -> Vec<Option<NaiveDate>> {
    facts.days.iter().filter(|day| wanted(day)).map(|day| day.date).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The workshops that led a person to the course: each topic once, with the day it was attended, by date. Of a topic
/// attended in two editions the day of this one is named.
pub fn workshops_attended(rule: &eligibility::Facts) -> Vec<(i64, NaiveDate)> {
    let mut seen = BTreeSet::new();
    let mut attended: Vec<_> = rule.attended.iter().filter(|a| counts(rule, a)).collect();
    attended.sort_by_key(|a| (a.earlier_edition, a.held_on));
    let mut found: Vec<(i64, NaiveDate)> =
        attended.into_iter().filter(|a| seen.insert(a.topic)).map(|a| (a.topic, a.held_on)).collect();
    found.sort_by_key(|(topic, held_on)| (*held_on, *topic));
    found
}

#[cfg(test)]
#[path = "qualification_tests.rs"]
mod tests;
