//! The guard: may this person have a place in this offering, or a place in the line? One function, asked on
//! every way in: the public form, the link that confirms, signed-in people, an offer taken, walk-ins, an application
//! that is accepted.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::edition::{CourseAdmission, Rule};
use super::eligibility::Eligibility;
use super::offering::{Kind, OfferingStatus, Seats};
use super::refusal::Refusal;
use super::waiting_list::open_to_all;

/// No offer of a freed place is open later than this before the begin.
pub const LAST_OFFER_BEFORE_START: TimeDelta = TimeDelta::hours(12);

/// What the guard looks at of an offering.
#[derive(Clone, Debug)]
pub struct OfferingFacts {
    /// Workshop or course.
    pub kind: Kind,
    /// Draft, published, cancelled.
    pub status: OfferingStatus,
    /// Whether its edition is published.
    pub edition_published: bool,
    /// Places.
    pub seats: Seats,
    /// How many people wait who could be offered a place.
    pub waiting: u32,
    /// Local date of the first session that is not cancelled; none = undated.
    pub first_date: Option<NaiveDate>,
    /// Instant at which that session begins.
    pub starts_at: Option<DateTime<Utc>>,
}

/// Who lets the person in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The person, whose address is confirmed or who confirms it now.
    Person {
        /// A place is already held for them (a hold that did not end).
        holds_place: bool,
        /// People waiting who came before them.
        ahead: u32,
    },
    /// In the room on the day: over capacity only as an extra place that a named person grants.
    InTheRoom {
        /// Whether the extra place was granted.
        extra_granted: bool,
        /// A place is already held for them.
        holds_place: bool,
        /// People waiting who came before them.
        ahead: u32,
    },
    /// By an offer that is taken in time: it was made to somebody who stood in line in time, so that the last day to enrol
    /// does not end it.
    Offered,
    /// By a person of the office who accepts an application for the course: whom to take is theirs to decide, the rule and
    /// the free place are not.
    Decided,
}

/// What the guard decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// A place for good.
    Place,
    /// A place for good, over the capacity, as an extra one.
    ExtraPlace,
    /// A provisional place on the course.
    ProvisionalPlace,
    /// A position in the line.
    WaitingList,
    /// An application to be decided by a person.
    Application,
}

/// For whom a free place is now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FreePlaces {
    /// For whoever is next in line: it can still be offered.
    #[default]
    ForTheLine,
    /// For whoever takes it first, in line or not: no offer can be made any more.
    ForAll,
    /// For nobody: no offer can be made any more, and nobody gets in without one.
    ForNobody,
}

/// For whom a free place is now: what the guard would answer to somebody who stands behind others in the line and whom
/// nothing else stands in the way of, were a place free.
pub fn free_places(
    offering: &OfferingFacts,
    rule: &Rule,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> FreePlaces {
    let with_room = OfferingFacts { seats: Seats::default(), ..offering.clone() };
    let anybody = Eligibility::Met { by: super::eligibility::MetBy::Rule };
    let way = Way::Person { holds_place: false, ahead: 1 };
    match decide(&with_room, rule, Some(&anybody), way, today, now) {
        Ok(Admission::Place) => FreePlaces::ForAll,
        _ if open_to_all(now, offering.starts_at) => FreePlaces::ForNobody,
        _ => FreePlaces::ForTheLine,
    }
}

/// Decides. `eligibility` is asked for the course only; a workshop is open to everybody.
///
/// # Errors
/// The [`Refusal`] that explains a "no".
pub fn decide(
    offering: &OfferingFacts,
    rule: &Rule,
    eligibility: Option<&Eligibility>,
    way: Way,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Admission, Refusal> {
    open(offering, rule, way, today, now)?;
    let provisional = match (offering.kind, eligibility) {
        (Kind::Workshop, _) => false,
        (Kind::Course, Some(eligibility)) => course(rule, eligibility, way)?,
        (Kind::Course, None) => return Err(Refusal::NotOpen),
    };
    let place = if provisional { Admission::ProvisionalPlace } else { Admission::Place };
    match way {
        Way::Person { holds_place: true, .. } | Way::Offered => Ok(place),
        Way::Person { .. }
            if offering.kind == Kind::Course && rule.course_admission == CourseAdmission::ByDecision =>
        {
            Ok(Admission::Application)
        }
        Way::Person { ahead, .. } if has_room_for(offering, ahead, now) => Ok(place),
        Way::Person { .. } => Ok(Admission::WaitingList),
        Way::InTheRoom { holds_place: true, .. } => Ok(place),
        Way::InTheRoom { ahead, .. } if has_room_for(offering, ahead, now) => Ok(place),
        Way::InTheRoom { extra_granted: true, .. } => Ok(Admission::ExtraPlace),
        Way::InTheRoom { extra_granted: false, .. } => Err(Refusal::NoFreePlace),
        Way::Decided if offering.seats.has_room() => Ok(place),
        Way::Decided => Err(Refusal::NoFreePlace),
    }
}

/// Whether the offering takes anybody at all.
fn open(
    offering: &OfferingFacts,
    rule: &Rule,
    way: Way,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    if offering.status == OfferingStatus::Cancelled {
        return Err(Refusal::Cancelled);
    }
    if offering.status != OfferingStatus::Published || !offering.edition_published {
        return Err(Refusal::NotOpen);
    }
    let Some(first_date) = offering.first_date else {
        // A course may be published before its days are dated; a workshop without a date takes nobody.
        return if offering.kind == Kind::Course { Ok(()) } else { Err(Refusal::NotDated) };
    };
    let begun = offering.starts_at.is_some_and(|start| start <= now);
    if begun && !matches!(way, Way::InTheRoom { .. }) {
        return Err(Refusal::AlreadyHeld(first_date));
    }
    match rule.enrolment_closes {
        Some(closes)
            if offering.kind == Kind::Course && today > closes && matches!(way, Way::Person { .. }) =>
        {
            Err(Refusal::EnrolmentClosed(closes))
        }
        _ => Ok(()),
    }
}

/// Whether a place on the course would be provisional; a refusal when the rule does not allow one.
fn course(rule: &Rule, eligibility: &Eligibility, way: Way) -> Result<bool, Refusal> {
    match eligibility {
        Eligibility::Met { .. } => Ok(false),
        Eligibility::OnTrack { .. } if rule.provisional_places && !matches!(way, Way::InTheRoom { .. }) => {
            Ok(true)
        }
        other => Err(Refusal::RuleNotReached(other.clone())),
    }
}

/// Whether somebody who waits for the course could be offered a place now: the rule is reached or on track.
pub fn could_be_offered(rule: &Rule, eligibility: &Eligibility) -> bool {
    course(rule, eligibility, Way::Person { holds_place: false, ahead: 0 }).is_ok()
}

/// While anybody waits who could be offered a place, the offering is full for whoever comes after them; once no
/// offer can be made any more, free places are open to all.
fn has_room_for(offering: &OfferingFacts, ahead: u32, now: DateTime<Utc>) -> bool {
    offering.seats.has_room() && (ahead == 0 || open_to_all(now, offering.starts_at))
}

#[cfg(test)]
#[path = "admission_tests.rs"]
mod tests;
