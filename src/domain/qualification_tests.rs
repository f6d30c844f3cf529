//! Each reason by its name, and that more attendance never makes it worse.

use proptest::prelude::*;

use super::*;
use crate::domain::enrolment::CancelReason;

fn date(number: usize) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2014, 10, u32::try_from(number).unwrap() + 1)
}

/// Seven days: P present, A absent, `-` no mark in an effective register, `.` a register that is open.
fn days(marks: &str) -> Vec<Day> {
    let one = |(number, sign): (usize, char)| Day {
        date: date(number),
        effective: sign != '.',
        mark: match sign {
            'P' => Some(Mark::Present),
            'A' => Some(Mark::Absent),
            _ => None,
        },
    };
    marks.chars().enumerate().map(one).collect()
}

fn facts(marks: &str) -> Facts {
    Facts { enrolment: Some(State::Confirmed), days: days(marks), needed: Some(6), ..Facts::default() }
}

fn reasons(facts: &Facts) -> Vec<Why> {
    match readiness(facts) {
        Readiness::NotReady(why) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_so_by_now_is_asked_as_if_there_was_no_certificate() {
    let has = |marks| Facts { existing: Existing::Valid, ..facts(marks) };
    assert_eq!(readiness_anew(&has("PPPPPPA")), Readiness::Ready);
    let few = Why::TooFewDays { attended: 5, of: 7, needed: 6 };
    assert_eq!(readiness_anew(&has("PPPPPAA")), Readiness::NotReady(vec![few]));
    assert_eq!(readiness(&has("PPPPPAA")), Readiness::Issued);
}

#[test]
fn six_of_seven_days_with_every_register_in_effect_are_enough() {
    assert_eq!(readiness(&facts("PPPPPPA")), Readiness::Ready);
    assert_eq!(readiness(&facts("PPPPPPP")), Readiness::Ready);
}

#[test]
fn an_open_register_names_its_day_even_where_the_days_are_enough() {
    assert_eq!(reasons(&facts("PPPPPP.")), [Why::RegistersOpen(vec![date(6)])]);
    assert_eq!(reasons(&facts("PPPPA..")), [Why::RegistersOpen(vec![date(5), date(6)])]);
}

#[test]
fn too_few_days_are_said_as_soon_as_no_open_register_can_change_it() {
    let few = |attended| Why::TooFewDays { attended, of: 7, needed: 6 };
    assert_eq!(reasons(&facts("PPPPPAA")), [few(5)]);
    assert_eq!(reasons(&facts("AAP....")), [few(1), Why::RegistersOpen((3..7).map(date).collect())]);
}

#[test]
fn a_missing_mark_matters_only_where_the_certificate_depends_on_it() {
    assert_eq!(reasons(&facts("PPPPPA-")), [Why::Unmarked(vec![date(6)])]);
    assert_eq!(readiness(&facts("PPPPPP-")), Readiness::Ready, "with or without it");
    assert_eq!(reasons(&facts("PPPPAA-")), [Why::TooFewDays { attended: 4, of: 7, needed: 6 }]);
}

#[test]
fn without_a_number_of_days_nothing_is_proposed() {
    assert_eq!(reasons(&Facts { needed: None, ..facts("PPPPPPP") }), [Why::NoNumber]);
}

#[test]
fn a_course_without_days_is_never_over() {
    let none = Facts { needed: Some(0), ..facts("") };
    assert_eq!(reasons(&none), [Why::RegistersOpen(Vec::new())]);
}

#[test]
fn only_a_confirmed_place_earns_one() {
    for state in [None, Some(State::Provisional), Some(State::Cancelled(CancelReason::ByPerson))] {
        assert_eq!(
            reasons(&Facts { enrolment: state, ..facts("PPPPPPP") }),
            [Why::NotConfirmed],
            "{state:?}"
        );
    }
}

#[test]
fn a_name_that_cannot_be_printed_is_up_to_the_person() {
    let unprintable = Facts { name: Printable::Not('𓀀'), ..facts("PPPPPPP") };
    assert_eq!(reasons(&unprintable), [Why::NameNotPrintable('𓀀')]);
    assert!(readiness(&unprintable).is_up_to_the_name() && !readiness(&unprintable).may_be_published());
    assert_eq!(reasons(&Facts { name: Printable::Missing, ..facts("PPPPPPP") }), [Why::NameMissing]);
    assert!(!readiness(&Facts { name: Printable::Missing, ..facts("PPPPPP.") }).is_up_to_the_name());
}

#[test]
fn a_revoked_one_is_given_again_by_name_only() {
    let revoked = Facts { existing: Existing::Revoked, ..facts("PPPPPPP") };
    assert_eq!(reasons(&revoked), [Why::Revoked]);
    assert!(readiness(&revoked).may_be_published());
    let short = Facts { existing: Existing::Revoked, ..facts("PPPPPAA") };
    assert!(!readiness(&short).may_be_published());
}

#[test]
fn whoever_has_it_is_not_asked_again_whatever_the_registers_say_now() {
    let has = Facts { existing: Existing::Valid, enrolment: None, ..facts("AAAAAAA") };
    assert_eq!(readiness(&has), Readiness::Issued);
    assert!(!readiness(&has).may_be_published());
}

fn why_count(readiness: &Readiness) -> usize {
    match readiness {
        Readiness::NotReady(why) => why.len(),
        _ => 0,
    }
}

proptest! {
    #[test]
    fn more_attendance_never_makes_it_worse(
        marks in "[PA.-]{1,9}",
        which in 0usize..9,
        needed in prop::option::of(0u32..9),
        confirmed in any::<bool>(),
        revoked in any::<bool>(),
    ) {
        let enrolment = confirmed.then_some(State::Confirmed);
        let existing = if revoked { Existing::Revoked } else { Existing::None };
        let before = Facts { enrolment, existing, needed, ..facts(&marks) };
        let mut after = before.clone();
        let day = which % after.days.len();
        after.days[day].mark = Some(Mark::Present);
        let (was, is) = (readiness(&before), readiness(&after));
        prop_assert!(why_count(&is) <= why_count(&was), "{was:?} became {is:?}");
        prop_assert!(was != Readiness::Ready || is == Readiness::Ready);
        prop_assert!(after.attended() >= before.attended());
    }
}
