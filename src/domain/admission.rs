//! The guard: may this person have a place in this offering, or a place in the line? One function, asked on
//! every way in: the public form, the link that confirms, signed-in people, an offer taken, walk-ins.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::edition::{CourseAdmission, Rule};
use super::eligibility::Eligibility;
use super::offering::{Kind, OfferingStatus, Seats};
use super::refusal::Refusal;

/// No offer of a freed place is made or open later than this before the begin; from then on free places are
/// open to everybody.
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
        Way::Person { holds_place: true, .. } => Ok(place),
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

/// While anybody waits who could be offered a place, the offering is full for whoever comes after them; after
/// the last moment for offers, free places are open to all.
fn has_room_for(offering: &OfferingFacts, ahead: u32, now: DateTime<Utc>) -> bool {
    let offers_are_over = offering.starts_at.is_some_and(|start| now >= start - LAST_OFFER_BEFORE_START);
    offering.seats.has_room() && (ahead == 0 || offers_are_over)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::eligibility::{MetBy, Why};

    fn rule() -> Rule {
        Rule {
            required: 2,
            provisional_places: true,
            course_admission: CourseAdmission::Immediate,
            enrolment_closes: None,
            certificate_days: None,
            carry_over: true,
            lateness_minutes: None,
        }
    }

    fn workshop(taken: i64) -> OfferingFacts {
        OfferingFacts {
            kind: Kind::Workshop,
            status: OfferingStatus::Published,
            edition_published: true,
            seats: Seats { capacity: Some(25), extra: 0, taken },
            waiting: 0,
            first_date: "2014-09-24".parse().ok(),
            starts_at: "2014-09-24T07:30:00Z".parse().ok(),
        }
    }

    fn ask(
        offering: &OfferingFacts,
        eligibility: Option<&Eligibility>,
        way: Way,
        now: &str,
    ) -> Result<Admission, Refusal> {
        let now: DateTime<Utc> = now.parse().unwrap();
        decide(offering, &rule(), eligibility, way, now.date_naive(), now)
    }

    fn in_the_room(extra_granted: bool) -> Way {
        Way::InTheRoom { extra_granted, holds_place: false, ahead: 0 }
    }

    const PERSON: Way = Way::Person { holds_place: false, ahead: 0 };
    const EARLY: &str = "2014-09-15T07:00:00Z";

    #[test]
    fn the_last_place_is_given_and_the_next_person_waits() {
        assert_eq!(ask(&workshop(24), None, PERSON, EARLY), Ok(Admission::Place));
        assert_eq!(ask(&workshop(25), None, PERSON, EARLY), Ok(Admission::WaitingList));
    }

    #[test]
    fn while_somebody_waits_a_free_place_is_not_for_newcomers() {
        let newcomer = Way::Person { holds_place: false, ahead: 3 };
        assert_eq!(ask(&workshop(24), None, newcomer, EARLY), Ok(Admission::WaitingList));
        assert_eq!(ask(&workshop(24), None, newcomer, "2014-09-23T19:30:00Z"), Ok(Admission::Place));
    }

    #[test]
    fn a_held_place_is_kept_even_when_the_workshop_is_full() {
        assert_eq!(
            ask(&workshop(25), None, Way::Person { holds_place: true, ahead: 9 }, EARLY),
            Ok(Admission::Place)
        );
    }

    #[test]
    fn a_workshop_that_began_takes_only_people_in_the_room() {
        let now = "2014-09-24T07:30:00Z";
        let held = Refusal::AlreadyHeld("2014-09-24".parse().unwrap());
        assert_eq!(ask(&workshop(3), None, PERSON, now), Err(held));
        assert_eq!(ask(&workshop(3), None, in_the_room(false), now), Ok(Admission::Place));
        assert_eq!(ask(&workshop(25), None, in_the_room(false), now), Err(Refusal::NoFreePlace));
        assert_eq!(ask(&workshop(25), None, in_the_room(true), now), Ok(Admission::ExtraPlace));
    }

    #[test]
    fn the_first_in_line_who_stands_in_the_room_has_the_place_kept_for_them() {
        let one_free = OfferingFacts { waiting: 2, ..workshop(24) };
        let first = Way::InTheRoom { extra_granted: false, holds_place: false, ahead: 0 };
        let second = Way::InTheRoom { extra_granted: false, holds_place: false, ahead: 1 };
        let held = Way::InTheRoom { extra_granted: false, holds_place: true, ahead: 1 };
        assert_eq!(ask(&one_free, None, first, EARLY), Ok(Admission::Place));
        assert_eq!(ask(&one_free, None, second, EARLY), Err(Refusal::NoFreePlace));
        assert_eq!(ask(&workshop(25), None, held, EARLY), Ok(Admission::Place));
    }

    #[test]
    fn an_undated_a_cancelled_and_an_unpublished_workshop_take_nobody() {
        let undated = OfferingFacts { first_date: None, starts_at: None, ..workshop(0) };
        assert_eq!(ask(&undated, None, PERSON, EARLY), Err(Refusal::NotDated));
        let cancelled = OfferingFacts { status: OfferingStatus::Cancelled, ..workshop(0) };
        assert_eq!(ask(&cancelled, None, PERSON, EARLY), Err(Refusal::Cancelled));
        let draft = OfferingFacts { edition_published: false, ..workshop(0) };
        assert_eq!(ask(&draft, None, PERSON, EARLY), Err(Refusal::NotOpen));
    }

    #[test]
    fn the_course_gives_a_final_a_provisional_or_no_place_by_the_rule() {
        let course = OfferingFacts {
            kind: Kind::Course,
            first_date: "2014-10-22".parse().ok(),
            starts_at: "2014-10-22T07:30:00Z".parse().ok(),
            ..workshop(0)
        };
        let met = Eligibility::Met { by: MetBy::Rule };
        let on_track = Eligibility::OnTrack { missing: 1, booked: vec![1] };
        let short = Eligibility::Short { missing: 1, possible: vec![1] };
        assert_eq!(ask(&course, Some(&met), PERSON, EARLY), Ok(Admission::Place));
        assert_eq!(ask(&course, Some(&on_track), PERSON, EARLY), Ok(Admission::ProvisionalPlace));
        assert_eq!(ask(&course, Some(&short), PERSON, EARLY), Err(Refusal::RuleNotReached(short.clone())));
        let out = Eligibility::OutOfReach { missing: 2, why: Why::CourseHasBegun };
        assert_eq!(
            ask(&course, Some(&out), in_the_room(true), EARLY),
            Err(Refusal::RuleNotReached(out.clone()))
        );
        assert_eq!(
            ask(&course, Some(&on_track), in_the_room(true), EARLY),
            Err(Refusal::RuleNotReached(on_track.clone()))
        );
    }

    #[test]
    fn without_provisional_places_being_on_track_is_not_enough() {
        let course = OfferingFacts { kind: Kind::Course, ..workshop(0) };
        let on_track = Eligibility::OnTrack { missing: 1, booked: vec![1] };
        let strict = Rule { provisional_places: false, ..rule() };
        let now: DateTime<Utc> = EARLY.parse().unwrap();
        let answer = decide(&course, &strict, Some(&on_track), PERSON, now.date_naive(), now);
        assert_eq!(answer, Err(Refusal::RuleNotReached(on_track)));
    }
}
