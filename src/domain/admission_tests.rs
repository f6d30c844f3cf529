//! The guard's edge cases, each with its name.

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
    assert_eq!(ask(&workshop(24), None, newcomer, "2014-09-23T16:30:00Z"), Ok(Admission::WaitingList));
    let no_offer_any_more = "2014-09-23T16:30:01Z";
    assert_eq!(ask(&workshop(24), None, newcomer, no_offer_any_more), Ok(Admission::Place));
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
    assert_eq!(ask(&course, Some(&out), in_the_room(true), EARLY), Err(Refusal::RuleNotReached(out.clone())));
    assert_eq!(
        ask(&course, Some(&on_track), in_the_room(true), EARLY),
        Err(Refusal::RuleNotReached(on_track.clone()))
    );
}

#[test]
fn where_a_person_decides_the_course_takes_applications_and_gives_free_places_by_the_rule() {
    let course = OfferingFacts { kind: Kind::Course, ..workshop(24) };
    let by_decision = Rule { course_admission: CourseAdmission::ByDecision, ..rule() };
    let met = Eligibility::Met { by: MetBy::Rule };
    let on_track = Eligibility::OnTrack { missing: 1, booked: vec![1] };
    let short = Eligibility::Short { missing: 1, possible: vec![1] };
    let now: DateTime<Utc> = EARLY.parse().unwrap();
    let ask = |offering: &OfferingFacts, eligibility: &Eligibility, way: Way| {
        decide(offering, &by_decision, Some(eligibility), way, now.date_naive(), now)
    };
    assert_eq!(ask(&course, &met, PERSON), Ok(Admission::Application));
    assert_eq!(ask(&course, &short, PERSON), Err(Refusal::RuleNotReached(short.clone())));
    assert_eq!(ask(&course, &met, Way::Decided), Ok(Admission::Place));
    assert_eq!(ask(&course, &on_track, Way::Decided), Ok(Admission::ProvisionalPlace));
    assert_eq!(ask(&course, &short, Way::Decided), Err(Refusal::RuleNotReached(short.clone())));
    let full = OfferingFacts { kind: Kind::Course, ..workshop(25) };
    assert_eq!(ask(&full, &met, PERSON), Ok(Admission::Application));
    assert_eq!(ask(&full, &met, Way::Decided), Err(Refusal::NoFreePlace));
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

#[test]
fn the_last_day_to_enrol_closes_the_door_and_leaves_an_offer_open_until_the_course_begins() {
    let course = OfferingFacts {
        kind: Kind::Course,
        first_date: "2014-10-22".parse().ok(),
        starts_at: "2014-10-22T07:30:00Z".parse().ok(),
        ..workshop(25)
    };
    let closes = "2014-10-01".parse().unwrap();
    let closed = Rule { enrolment_closes: Some(closes), ..rule() };
    let ask = |eligibility: &Eligibility, way: Way, now: &str| {
        let now: DateTime<Utc> = now.parse().unwrap();
        decide(&course, &closed, Some(eligibility), way, now.date_naive(), now)
    };
    let met = Eligibility::Met { by: MetBy::Rule };
    let on_track = Eligibility::OnTrack { missing: 1, booked: vec![1] };
    let short = Eligibility::Short { missing: 1, possible: vec![1] };
    let later = "2014-10-05T07:00:00Z";
    assert_eq!(ask(&met, PERSON, later), Err(Refusal::EnrolmentClosed(closes)));
    assert_eq!(ask(&met, Way::Offered, later), Ok(Admission::Place));
    assert_eq!(ask(&on_track, Way::Offered, later), Ok(Admission::ProvisionalPlace));
    assert_eq!(ask(&short, Way::Offered, later), Err(Refusal::RuleNotReached(short.clone())));
    let begun = Refusal::AlreadyHeld("2014-10-22".parse().unwrap());
    assert_eq!(ask(&met, Way::Offered, "2014-10-22T07:30:00Z"), Err(begun));
}

#[test]
fn in_the_last_hours_a_free_place_is_for_all_unless_nobody_gets_in_without_an_offer() {
    let course = OfferingFacts { kind: Kind::Course, ..workshop(25) };
    let closed = Rule { enrolment_closes: "2014-09-22".parse().ok(), ..rule() };
    let decided = Rule { course_admission: CourseAdmission::ByDecision, ..rule() };
    let at = |offering: &OfferingFacts, rule: &Rule, now: &str| {
        let now: DateTime<Utc> = now.parse().unwrap();
        free_places(offering, rule, now.date_naive(), now)
    };
    let found = |now: &str| {
        let all = [(&workshop(25), &closed), (&course, &rule()), (&course, &closed), (&course, &decided)];
        all.map(|(offering, rule)| at(offering, rule, now))
    };
    assert_eq!(found("2014-09-23T16:30:00Z"), [FreePlaces::ForTheLine; 4], "an offer can still be made");
    let (all, nobody) = (FreePlaces::ForAll, FreePlaces::ForNobody);
    assert_eq!(found("2014-09-23T16:30:01Z"), [all, all, nobody, nobody]);
    assert_eq!(found("2014-09-24T07:30:00Z"), [nobody; 4], "it has begun");
}
