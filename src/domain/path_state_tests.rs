//! Each state of the path by its number in UX.md.

use chrono::NaiveDate;
use chrono_tz::Europe::Rome;

use super::*;
use crate::domain::attendance::Mark;
use crate::domain::eligibility::{Attended, eligibility};
use crate::domain::path_slots::{Slot, SlotKind, slots};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn workshop(offering: i64, on: Option<&str>) -> Workshop {
    let on = on.map(date);
    Workshop {
        offering,
        topic: offering,
        counts: true,
        cancelled: false,
        date: on,
        starts_at: on.map(|d| d.and_hms_opt(7, 30, 0).unwrap().and_utc()),
        register_effective: false,
        enrolment: None,
    }
}

fn rule(now: &str) -> Facts {
    let now: chrono::DateTime<chrono::Utc> = now.parse().unwrap();
    Facts {
        required: 2,
        carry_over: true,
        reached_before: false,
        waiver: false,
        attended: Vec::new(),
        workshops: vec![
            workshop(1, Some("2014-09-24")),
            workshop(2, Some("2014-10-02")),
            workshop(3, Some("2014-10-03")),
            workshop(4, None),
        ],
        first_day: Some(date("2014-10-22")),
        today: now.date_naive(),
        now,
    }
}

fn attend(mut rule: Facts, index: usize) -> Facts {
    let workshop = &mut rule.workshops[index];
    workshop.register_effective = true;
    workshop.enrolment = Some(State::Confirmed);
    let (topic, held_on) = (workshop.topic, workshop.date.unwrap());
    rule.attended.push(Attended {
        topic,
        held_on,
        mark: Some(Mark::Present),
        effective: true,
        counts: true,
        earlier_edition: false,
    });
    rule
}

fn book(mut rule: Facts, index: usize) -> Facts {
    rule.workshops[index].enrolment = Some(State::Confirmed);
    rule
}

fn course(enrolment: Option<State>) -> CourseFacts {
    let days = ["2014-10-22", "2014-10-29", "2014-11-05"];
    let days = days.iter().map(|d| Timing::new(date(d), None, Rome).unwrap()).collect();
    let (open, certificate_days) = (true, Some(2));
    CourseFacts { enrolment, open, days, certificate_days, ..CourseFacts::default() }
}

fn state(rule: &Facts, course: &CourseFacts, full: &[i64]) -> PathState {
    path_state(rule, &eligibility(rule), course, |offering| full.contains(&offering))
}

#[test]
fn a_day_without_a_date_is_one_that_can_still_be_attended() {
    let met = attend(attend(rule("2014-11-06T07:00:00Z"), 0), 2);
    let missed_two = CourseFacts { missed: 2, ..course(Some(State::Confirmed)) };
    assert_eq!(state(&met, &missed_two, &[]), PathState::BelowMinimum);
    let one_to_come = CourseFacts { undated: 1, ..missed_two };
    assert_eq!((one_to_come.total(), state(&met, &one_to_come, &[])), (4, PathState::CanMissDays));
}

#[test]
fn a_day_without_a_mark_is_no_absence_and_not_to_come_either() {
    let met = attend(attend(rule("2014-11-06T07:00:00Z"), 0), 2);
    let held = CourseFacts { attended: 1, missed: 1, unmarked: 1, ..course(Some(State::Confirmed)) };
    assert!(held.is_held() && !held.needs_every_day());
    assert_eq!(state(&met, &held, &[]), PathState::CanMissDays);
    let to_come = CourseFacts { unmarked: 0, ..held };
    assert!(!to_come.is_held() && to_come.needs_every_day());
}

#[test]
fn s1_to_s3_nothing_attended() {
    let start = rule("2014-09-15T07:00:00Z");
    assert_eq!(state(&start, &course(None), &[]), PathState::NothingBooked);
    let one = book(start, 0);
    assert_eq!(state(&one, &course(None), &[]), PathState::SomeBooked);
    assert_eq!(state(&book(one, 1), &course(None), &[]), PathState::AllBooked);
}

#[test]
fn s4_to_s7_one_attended() {
    let one = attend(rule("2014-09-25T07:00:00Z"), 0);
    assert_eq!(state(&one, &course(None), &[]), PathState::OneToChoose);
    assert_eq!(state(&book(one.clone(), 1), &course(None), &[]), PathState::NearlyThere);
    assert_eq!(state(&one, &course(Some(State::Provisional)), &[]), PathState::ProvisionalPlace);
    assert_eq!(state(&one, &course(None), &[2, 3]), PathState::OnlyFull);
    let later = attend(rule("2014-10-06T07:00:00Z"), 0);
    assert_eq!(state(&later, &course(None), &[]), PathState::OnlyUndated);
    let mut nothing = later;
    nothing.workshops.truncate(3);
    assert_eq!(state(&nothing, &course(None), &[]), PathState::NothingLeft);
}

#[test]
fn s8_to_s11_rule_reached() {
    let met = attend(attend(rule("2014-10-06T07:00:00Z"), 0), 2);
    assert_eq!(state(&met, &course(None), &[]), PathState::CanEnrol);
    assert_eq!(state(&met, &course(Some(State::Applied)), &[]), PathState::Applied);
    assert_eq!(state(&met, &course(Some(State::Confirmed)), &[]), PathState::PlaceOnCourse);
    assert_eq!(state(&met, &course(Some(State::Waitlisted)), &[]), PathState::CourseWaiting);
    let closed = CourseFacts { open: false, ..course(None) };
    assert_eq!(state(&met, &closed, &[]), PathState::CourseClosed);
}

#[test]
fn s12_to_s14_on_the_course() {
    let met = attend(attend(rule("2014-10-30T07:00:00Z"), 0), 2);
    let on = course(Some(State::Confirmed));
    assert_eq!(state(&met, &CourseFacts { certificate_days: None, ..on.clone() }, &[]), PathState::OnCourse);
    assert_eq!(
        state(&met, &CourseFacts { attended: 1, missed: 1, ..on.clone() }, &[]),
        PathState::CanMissDays
    );
    assert_eq!(state(&met, &CourseFacts { missed: 2, ..on }, &[]), PathState::BelowMinimum);
}

#[test]
fn whoever_needs_every_day_that_is_left_can_miss_no_further_one() {
    let of_seven = |attended, missed| can_miss_no_further(attended, missed, 5, 7);
    assert_eq!([of_seven(1, 1), of_seven(1, 2), of_seven(1, 3)], [false, true, false]);
    assert!(certificate_out_of_reach(3, 5, 7), "three missed are too many, which is another matter");
    assert_eq!([of_seven(4, 2), of_seven(5, 2)], [true, false], "whoever has enough may miss the rest");
    assert!(can_miss_no_further(0, 0, 7, 7), "where all days are needed, from the first one on");
    assert!(!can_miss_no_further(0, u32::MAX, 5, 7));
}

#[test]
fn s17_the_register_of_today_is_not_in_effect_yet() {
    let today = book(rule("2014-09-24T16:00:00Z"), 0);
    assert_eq!(state(&today, &course(None), &[]), PathState::RegisterPending);
    let morning = book(rule("2014-09-24T06:00:00Z"), 0);
    assert_eq!(state(&morning, &course(None), &[]), PathState::SomeBooked);
}

#[test]
fn s17_a_register_left_open_is_awaited_on_the_days_after_too() {
    let later = book(attend(rule("2014-10-06T07:00:00Z"), 0), 2);
    assert_eq!(state(&later, &course(None), &[]), PathState::RegisterPending, "not nearly there");
    assert_eq!(awaited(&later), Some(date("2014-10-03")));
    let two = book(later.clone(), 1);
    assert_eq!(awaited(&two), Some(date("2014-10-03")), "the latest");
    let mut idle = later.clone();
    idle.workshops[2].counts = false;
    assert_eq!(awaited(&idle), None, "one that the rule cannot use keeps nobody waiting");
    let closed = attend(later, 2);
    assert_eq!((awaited(&closed), state(&closed, &course(None), &[])), (None, PathState::CanEnrol));
}

#[test]
fn whoever_waits_for_a_place_is_told_apart_from_whoever_has_chosen_nothing() {
    let mut waits = book(rule("2014-09-15T07:00:00Z"), 0);
    waits.workshops[1].enrolment = Some(State::Waitlisted);
    waits.workshops[2].enrolment = Some(State::PendingWait);
    assert_eq!(waiting(&waits), 1, "an address nobody confirmed waits for nothing yet");
    assert_eq!(state(&waits, &course(None), &[2, 3]), PathState::OnlyFull);
    let over = Facts { now: "2014-10-02T08:00:00Z".parse().unwrap(), ..waits };
    assert_eq!(waiting(&over), 0);
}

#[test]
fn the_slots_show_attended_before_booked_before_empty() {
    let rule = book(attend(rule("2014-09-25T07:00:00Z"), 0), 2);
    let slot = |kind, on: &str| Slot { kind, date: Some(date(on)) };
    assert_eq!(slots(&rule), [slot(SlotKind::Done, "2014-09-24"), slot(SlotKind::Book, "2014-10-03")]);
    let three = Facts { required: 3, ..rule };
    assert_eq!(slots(&three)[2], Slot { kind: SlotKind::Empty, date: None });
}

#[test]
fn a_workshop_that_has_begun_is_told_apart_from_one_that_is_booked() {
    let at = |now: &str| book(book(rule(now), 0), 1);
    let slot = |kind, on: &str| Slot { kind, date: Some(date(on)) };
    let to_come = slot(SlotKind::Book, "2014-10-02");
    assert_eq!(slots(&at("2014-09-24T07:29:59Z")), [slot(SlotKind::Book, "2014-09-24"), to_come]);
    for now in ["2014-09-24T07:30:00Z", "2014-09-26T07:30:00Z"] {
        assert_eq!(slots(&at(now)), [slot(SlotKind::Held, "2014-09-24"), to_come], "{now}");
    }
}

#[test]
fn the_days_of_this_edition_stand_before_those_of_an_earlier_one() {
    let mut rule = attend(rule("2014-09-25T07:00:00Z"), 0);
    let earlier = |topic, on: &str, mark| Attended {
        topic,
        held_on: date(on),
        mark: Some(mark),
        effective: true,
        counts: true,
        earlier_edition: true,
    };
    rule.attended.push(earlier(9, "2014-02-26", Mark::Present));
    rule.attended.push(earlier(1, "2014-03-12", Mark::Present));
    rule.attended.push(earlier(9, "2014-01-15", Mark::Absent));
    let slot = |on: &str| Slot { kind: SlotKind::Done, date: Some(date(on)) };
    assert_eq!(slots(&rule), [slot("2014-09-24"), slot("2014-02-26")]);
}

#[test]
fn s15_whoever_has_the_certificate_has_it_whatever_became_of_the_place() {
    let rule = rule("2014-11-10T08:00:00Z");
    for enrolment in [Some(State::Confirmed), None] {
        let has = CourseFacts { missed: 3, certificate: true, ..course(enrolment) };
        assert_eq!(state(&rule, &has, &[]), PathState::CertificateOut, "{enrolment:?}");
    }
}
