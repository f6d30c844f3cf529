//! The rule's edge cases, each by name, and its properties.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::domain::enrolment::CancelReason;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The autumn of 2014: topics 1, 2, 3 dated, 4 and 5 without a date; the course begins on 22 October.
fn autumn(today: &str) -> Facts {
    let dated = |offering: i64, on: &str| Workshop {
        offering,
        topic: offering,
        counts: true,
        cancelled: false,
        date: Some(date(on)),
        starts_at: Some(date(on).and_hms_opt(7, 30, 0).unwrap().and_utc()),
        register_effective: false,
        enrolment: None,
    };
    let undated = |offering: i64| Workshop { date: None, starts_at: None, ..dated(offering, "2014-01-01") };
    Facts {
        required: 2,
        carry_over: true,
        reached_before: false,
        waiver: false,
        attended: Vec::new(),
        workshops: vec![
            dated(1, "2014-09-24"),
            dated(2, "2014-10-02"),
            dated(3, "2014-10-03"),
            undated(4),
            undated(5),
        ],
        first_day: Some(date("2014-10-22")),
        today: date(today),
        now: date(today).and_hms_opt(6, 0, 0).unwrap().and_utc(),
    }
}

fn attended(topic: i64, on: &str) -> Attended {
    Attended {
        topic,
        held_on: date(on),
        mark: Some(Mark::Present),
        effective: true,
        counts: true,
        earlier_edition: false,
    }
}

fn with(mut facts: Facts, marks: &[Attended]) -> Facts {
    facts.attended.extend_from_slice(marks);
    facts
}

fn booked(mut facts: Facts, offering: i64, state: State) -> Facts {
    for workshop in facts.workshops.iter_mut().filter(|w| w.offering == offering) {
        workshop.enrolment = Some(state);
    }
    facts
}

const MET: Eligibility = Eligibility::Met { by: MetBy::Rule };

#[test]
fn two_different_workshops_attended_open_the_course() {
    let facts = with(autumn("2014-10-06"), &[attended(1, "2014-09-24"), attended(3, "2014-10-03")]);
    assert_eq!(eligibility(&facts), MET);
}

#[test]
fn the_same_topic_twice_is_one() {
    let facts = with(autumn("2014-10-06"), &[attended(1, "2014-09-24"), attended(1, "2014-03-05")]);
    assert_eq!(eligibility(&facts), Eligibility::Short { missing: 1, possible: vec![4, 5] });
}

#[test]
fn a_topic_from_an_earlier_edition_counts_only_where_the_edition_carries_over() {
    let earlier = Attended { earlier_edition: true, ..attended(9, "2013-10-09") };
    let facts = with(autumn("2014-09-25"), &[attended(1, "2014-09-24"), earlier]);
    assert_eq!(eligibility(&facts), MET);
    let strict = Facts { carry_over: false, ..facts };
    assert_eq!(eligibility(&strict).missing(), 1);
}

#[test]
fn a_workshop_cancelled_by_the_organiser_is_neither_booked_nor_possible() {
    let mut facts = booked(with(autumn("2014-09-25"), &[attended(1, "2014-09-24")]), 2, State::Confirmed);
    assert_eq!(eligibility(&facts), Eligibility::OnTrack { missing: 1, booked: vec![2] });
    facts.workshops[1].cancelled = true;
    assert_eq!(eligibility(&facts), Eligibility::Short { missing: 1, possible: vec![3, 4, 5] });
}

#[test]
fn a_workshop_moved_to_or_past_the_first_day_no_longer_helps() {
    let mut facts = booked(with(autumn("2014-09-25"), &[attended(1, "2014-09-24")]), 2, State::Confirmed);
    for moved in ["2014-10-22", "2014-10-30"] {
        facts.workshops[1].date = Some(date(moved));
        facts.workshops[1].starts_at = Some(date(moved).and_hms_opt(7, 30, 0).unwrap().and_utc());
        assert_eq!(
            eligibility(&facts),
            Eligibility::Short { missing: 1, possible: vec![3, 4, 5] },
            "{moved}"
        );
    }
}

#[test]
fn a_workshop_attended_on_the_first_day_of_the_course_does_not_count() {
    let facts = with(autumn("2014-10-22"), &[attended(1, "2014-09-24"), attended(2, "2014-10-22")]);
    assert_eq!(eligibility(&facts), Eligibility::OutOfReach { missing: 1, why: Why::CourseHasBegun });
}

#[test]
fn a_mark_corrected_after_admission_does_not_take_away_what_was_reached() {
    let absent = Attended { mark: Some(Mark::Absent), ..attended(3, "2014-10-03") };
    let facts = with(autumn("2014-10-06"), &[attended(1, "2014-09-24"), absent]);
    assert_eq!(eligibility(&facts).missing(), 1);
    assert_eq!(eligibility(&Facts { reached_before: true, ..facts }), MET);
}

#[test]
fn two_records_of_one_person_merged_make_two_workshops() {
    let one = with(autumn("2014-10-06"), &[attended(1, "2014-09-24")]);
    let other = [attended(3, "2014-10-03")];
    assert_eq!(eligibility(&one).missing(), 1);
    assert_eq!(eligibility(&with(one, &other)), MET);
}

#[test]
fn the_number_required_changed_from_two_to_three_and_back() {
    let facts = with(autumn("2014-09-25"), &[attended(1, "2014-09-24"), attended(9, "2014-05-07")]);
    assert_eq!(eligibility(&facts), MET);
    let three = Facts { required: 3, ..facts.clone() };
    assert_eq!(eligibility(&three).missing(), 1);
    assert_eq!(eligibility(&Facts { reached_before: true, ..three.clone() }), MET);
    assert_eq!(eligibility(&Facts { required: 2, ..three }), MET);
}

#[test]
fn surplus_workshops_are_welcome_and_change_nothing() {
    let facts = with(
        autumn("2014-10-06"),
        &[attended(1, "2014-09-24"), attended(2, "2014-10-02"), attended(3, "2014-10-03")],
    );
    assert_eq!(eligibility(&facts), MET);
}

#[test]
fn an_undated_course_counts_everything_and_is_out_of_nobodys_reach() {
    let mut facts = with(autumn("2015-06-01"), &[attended(1, "2014-09-24")]);
    facts.first_day = None;
    facts.workshops.truncate(3);
    assert_eq!(eligibility(&facts), Eligibility::Short { missing: 1, possible: vec![] });
    assert_eq!(eligibility(&with(facts, &[attended(2, "2015-05-05")])), MET);
}

#[test]
fn a_waitlisted_second_workshop_is_possible_but_not_booked() {
    let facts = booked(with(autumn("2014-09-25"), &[attended(1, "2014-09-24")]), 2, State::Waitlisted);
    assert_eq!(eligibility(&facts), Eligibility::Short { missing: 1, possible: vec![2, 3, 4, 5] });
}

#[test]
fn a_booked_workshop_stays_booked_until_its_register_takes_effect() {
    let mut facts = booked(with(autumn("2014-10-03"), &[attended(1, "2014-09-24")]), 2, State::Confirmed);
    assert_eq!(eligibility(&facts), Eligibility::OnTrack { missing: 1, booked: vec![2] });
    facts.workshops[1].register_effective = true;
    assert_eq!(eligibility(&facts).missing(), 1);
    assert!(matches!(eligibility(&facts), Eligibility::Short { .. }));
}

#[test]
fn a_waiver_lets_a_person_in() {
    assert_eq!(
        eligibility(&Facts { waiver: true, ..autumn("2014-10-06") }),
        Eligibility::Met { by: MetBy::Waiver }
    );
}

#[test]
fn nothing_left_before_the_course_is_out_of_reach() {
    let mut facts = autumn("2014-10-06");
    facts.workshops.truncate(3);
    assert_eq!(eligibility(&facts), Eligibility::OutOfReach { missing: 2, why: Why::NothingLeft });
}

#[test]
fn two_booked_workshops_of_the_same_topic_are_one() {
    let mut facts = booked(booked(autumn("2014-09-15"), 1, State::Confirmed), 2, State::Confirmed);
    facts.workshops[1].topic = 1;
    assert!(matches!(eligibility(&facts), Eligibility::Short { missing: 2, .. }));
}

fn any_mark() -> impl Strategy<Value = Attended> {
    (1i64..7, 0i64..60, prop::option::of(0usize..5), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(topic, day, mark, effective, counts, earlier_edition)| Attended {
            topic,
            held_on: date("2014-09-01") + TimeDelta::days(day),
            mark: mark.map(|m| Mark::ALL[m]),
            effective,
            counts,
            earlier_edition,
        },
    )
}

fn any_state() -> impl Strategy<Value = Option<State>> {
    prop::sample::select(vec![
        None,
        Some(State::PendingPlace),
        Some(State::PendingWait),
        Some(State::Waitlisted),
        Some(State::Offered),
        Some(State::Confirmed),
        Some(State::Cancelled(CancelReason::ByPerson)),
    ])
}

fn any_facts() -> impl Strategy<Value = Facts> {
    (
        prop::collection::vec(any_mark(), 0..6),
        prop::collection::vec(any_state(), 5),
        1u32..4,
        0i64..70,
        any::<bool>(),
    )
        .prop_map(|(marks, states, required, day, carry_over)| {
            let today = date("2014-09-10") + TimeDelta::days(day);
            let mut facts = with(autumn(&today.to_string()), &marks);
            for (workshop, state) in facts.workshops.iter_mut().zip(states) {
                workshop.enrolment = state;
            }
            Facts { required, carry_over, ..facts }
        })
}

/// How good an answer is; the higher the better.
fn rank(answer: &Eligibility) -> u8 {
    match answer {
        Eligibility::Met { .. } => 3,
        Eligibility::OnTrack { .. } => 2,
        Eligibility::Short { .. } => 1,
        Eligibility::OutOfReach { .. } => 0,
    }
}

proptest! {
    #[test]
    fn more_attendance_never_makes_it_worse(facts in any_facts(), extra in any_mark()) {
        let before = eligibility(&facts);
        let after = eligibility(&with(facts, &[extra]));
        prop_assert!(rank(&after) >= rank(&before), "{before:?} became {after:?}");
        prop_assert!(after.missing() <= before.missing());
    }

    #[test]
    fn order_and_repetition_do_not_matter(facts in any_facts(), turn in 0usize..6) {
        let mut other = facts.clone();
        if !other.attended.is_empty() {
            let turn = turn % other.attended.len();
            other.attended.rotate_left(turn);
            let again = other.attended[0].clone();
            other.attended.push(again);
        }
        prop_assert_eq!(eligibility(&facts), eligibility(&other));
    }

    #[test]
    fn no_mark_but_the_counting_ones_in_effective_registers_counts(facts in any_facts(), extra in any_mark()) {
        let idle = Attended { mark: extra.mark.filter(|m| !m.counts()), ..extra.clone() };
        let not_effective = Attended { effective: false, ..extra.clone() };
        let not_counting = Attended { counts: false, ..extra };
        let before = eligibility(&facts);
        for nothing in [idle, not_effective, not_counting] {
            prop_assert_eq!(eligibility(&with(facts.clone(), &[nothing])), before.clone());
        }
    }

    #[test]
    fn no_state_alone_ever_meets_the_rule(facts in any_facts()) {
        let unattended = Facts { attended: Vec::new(), ..facts };
        prop_assert!(!eligibility(&unattended).is_met());
    }
}
