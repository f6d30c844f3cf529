//! The two-workshop rule, and its only home: may this person take the course?
//!
//! Source: the 2014 announcement, "deve essere preceduta dalla partecipazione ad almeno 2 tra i 5 workshop
//! introduttivi a scelta". The number required is a setting of the edition.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::attendance::Mark;
use super::enrolment::State;

/// One mark of the person, of this edition or an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    /// What the workshop was about; the same topic in two editions is one topic.
    pub topic: i64,
    /// When it was held.
    pub held_on: NaiveDate,
    /// The recorded mark; none = not marked, which is no fact.
    pub mark: Option<Mark>,
    /// Whether the register has taken effect.
    pub effective: bool,
    /// Whether the workshop counts toward the rule.
    pub counts: bool,
    /// Whether it was of an earlier edition.
    pub earlier_edition: bool,
}

/// One workshop of the edition and how the person stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// The offering's id.
    pub offering: i64,
    /// Its topic.
    pub topic: i64,
    /// Whether it counts toward the rule.
    pub counts: bool,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Local date of its session; none = undated.
    pub date: Option<NaiveDate>,
    /// Instant of its begin; none = undated.
    pub starts_at: Option<DateTime<Utc>>,
    /// Whether its register has taken effect.
    pub register_effective: bool,
    /// The person's live enrolment in it, if any.
    pub enrolment: Option<State>,
}

/// Everything the rule looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How many different topics must have been attended.
    pub required: u32,
    /// Whether topics of earlier editions count.
    pub carry_over: bool,
    /// The rule was reached before, as a stored, dated fact: a later change of dates or rule does not take it away.
    pub reached_before: bool,
    /// A person of the office let the person in despite the rule.
    pub waiver: bool,
    /// The person's marks.
    pub attended: Vec<Attended>,
    /// The edition's workshops.
    pub workshops: Vec<Workshop>,
    /// The course's first day; none = the course has no dates.
    pub first_day: Option<NaiveDate>,
    /// Today, local.
    pub today: NaiveDate,
    /// Now.
    pub now: DateTime<Utc>,
}

/// By what the rule is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetBy {
    /// Enough workshops attended, now or at an earlier time.
    Rule,
    /// A waiver.
    Waiver,
}

/// Why the rule cannot be reached any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The course has begun.
    CourseHasBegun,
    /// Not enough workshops are left before the course's first day.
    NothingLeft,
}

/// May this person take the course?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Eligibility {
    /// Yes.
    Met {
        /// By rule or by waiver.
        by: MetBy,
    },
    /// Not yet, but everything missing is booked.
    OnTrack {
        /// How many topics are missing.
        missing: u32,
        /// The booked offerings that would make it up.
        booked: Vec<i64>,
    },
    /// Not yet; enough can still be chosen.
    Short {
        /// How many topics are missing.
        missing: u32,
        /// The offerings that can still make it up, booked ones included.
        possible: Vec<i64>,
    },
    /// Not in this edition.
    OutOfReach {
        /// How many topics are missing.
        missing: u32,
        /// Why.
        why: Why,
    },
}

impl Eligibility {
    /// Whether the course is open to the person for good.
    pub fn is_met(&self) -> bool {
        matches!(self, Self::Met { .. })
    }

    /// How many different topics are missing; 0 when met.
    pub fn missing(&self) -> u32 {
        match self {
            Self::Met { .. } => 0,
            Self::OnTrack { missing, .. }
            | Self::Short { missing, .. }
            | Self::OutOfReach { missing, .. } => *missing,
        }
    }
}

/// The topics that count as attended: counting marks in effective registers, of workshops that count toward
/// the rule, held before the course's first day; each topic once.
pub fn topics_attended(facts: &Facts) -> BTreeSet<i64> {
    facts.attended.iter().filter(|a| counts(facts, a)).map(|a| a.topic).collect()
}

/// Whether a mark is one of those that [`topics_attended`] counts.
pub(super) fn counts(facts: &Facts, attended: &Attended) -> bool {
    attended.effective
        && attended.counts
        && attended.mark.is_some_and(Mark::counts)
        && (facts.carry_over || !attended.earlier_edition)
        && !is_too_late(Some(attended.held_on), facts.first_day, facts.today)
}

/// Whether a workshop comes too late for a course: it is not held before the course's first day, or has no date while that
/// day has come. A course without dates waits for every workshop.
pub fn is_too_late(date: Option<NaiveDate>, first_day: Option<NaiveDate>, today: NaiveDate) -> bool {
    first_day.is_some_and(|first| date.unwrap_or(today) >= first)
}

/// The rule.
pub fn eligibility(facts: &Facts) -> Eligibility {
    let attended = topics_attended(facts);
    let missing = facts.required.saturating_sub(u32::try_from(attended.len()).unwrap_or(u32::MAX));
    if facts.reached_before || missing == 0 {
        return Eligibility::Met { by: MetBy::Rule };
    }
    if facts.waiver {
        return Eligibility::Met { by: MetBy::Waiver };
    }
    let booked = offerings(facts, &attended, is_booked);
    if enough(&booked, missing) {
        return Eligibility::OnTrack { missing, booked: ids(booked) };
    }
    let possible = offerings(facts, &attended, |facts, workshop| {
        is_booked(facts, workshop) || can_be_chosen(facts, workshop)
    });
    // A course without dates can wait for everybody: nobody is out of its reach.
    if enough(&possible, missing) || facts.first_day.is_none() {
        return Eligibility::Short { missing, possible: ids(possible) };
    }
    let begun = facts.first_day.is_some_and(|first| facts.today >= first);
    Eligibility::OutOfReach { missing, why: if begun { Why::CourseHasBegun } else { Why::NothingLeft } }
}

/// The edition's workshops that count, are not called off and whose topic is not attended yet, of one kind.
fn offerings<'a>(
    facts: &'a Facts,
    attended: &BTreeSet<i64>,
    kind: impl Fn(&Facts, &Workshop) -> bool,
) -> Vec<&'a Workshop> {
    facts
        .workshops
        .iter()
        .filter(|w| w.counts && !w.cancelled && !attended.contains(&w.topic) && kind(facts, w))
        .collect()
}

/// The workshops with a date that the person could choose now and that would count; none they have an enrolment in.
pub(super) fn can_choose(facts: &Facts) -> BTreeSet<i64> {
    let open = |facts: &Facts, workshop: &Workshop| {
        workshop.enrolment.is_none() && workshop.date.is_some() && can_be_chosen(facts, workshop)
    };
    ids(offerings(facts, &topics_attended(facts), open)).into_iter().collect()
}

/// A confirmed place in a session before the first day that is still to come or whose register has not taken
/// effect.
pub fn is_booked(facts: &Facts, workshop: &Workshop) -> bool {
    let to_come = workshop.starts_at.is_some_and(|start| start > facts.now);
    workshop.enrolment.is_some_and(State::is_expected)
        && before_the_course(facts, workshop)
        && (to_come || !workshop.register_effective)
}

/// A session before the first day that has not begun, full or not; or an undated workshop while the first day
/// is still to come.
fn can_be_chosen(facts: &Facts, workshop: &Workshop) -> bool {
    match workshop.starts_at {
        Some(start) => start > facts.now && before_the_course(facts, workshop),
        None => !is_too_late(None, facts.first_day, facts.today),
    }
}

fn before_the_course(facts: &Facts, workshop: &Workshop) -> bool {
    workshop.date.is_some() && !is_too_late(workshop.date, facts.first_day, facts.today)
}

fn enough(workshops: &[&Workshop], missing: u32) -> bool {
    let topics: BTreeSet<i64> = workshops.iter().map(|w| w.topic).collect();
    u32::try_from(topics.len()).unwrap_or(u32::MAX) >= missing
}

fn ids(workshops: Vec<&Workshop>) -> Vec<i64> {
    workshops.into_iter().map(|w| w.offering).collect()
}

#[cfg(test)]
#[path = "eligibility_tests.rs"]
mod tests;
