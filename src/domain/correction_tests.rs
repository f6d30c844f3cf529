//! What a corrected mark changes: the cases by name.

use chrono::{DateTime, Utc};

use super::*;
use crate::domain::eligibility::Workshop;
use crate::domain::session::Timing;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn attended(topic: i64, on: &str, mark: Mark) -> Attended {
    Attended {
        topic,
        held_on: date(on),
        mark: Some(mark),
        effective: true,
        counts: true,
        earlier_edition: false,
    }
}

/// Autumn 2014, on 6 October: topics 1 and 2 were held, 3 is to come, the course begins on 22 October.
fn rule(marks: &[Attended]) -> RuleFacts {
    let workshop = |topic: i64, on: &str, held: bool, enrolment: Option<State>| Workshop {
        offering: topic,
        topic,
        counts: true,
        cancelled: false,
        date: Some(date(on)),
        starts_at: Some(date(on).and_hms_opt(7, 30, 0).unwrap().and_utc()),
        register_effective: held,
        enrolment,
    };
    RuleFacts {
        required: 2,
        carry_over: true,
        reached_before: false,
        waiver: false,
        attended: marks.to_vec(),
        workshops: vec![
            workshop(1, "2014-09-24", true, Some(State::Confirmed)),
            workshop(2, "2014-10-02", true, Some(State::Confirmed)),
            workshop(3, "2014-10-09", false, None),
        ],
        first_day: Some(date("2014-10-22")),
        today: date("2014-10-06"),
        now: at("2014-10-06T08:00:00Z"),
    }
}

fn workshop(topic: i64, on: &str, earlier_edition: bool) -> Held {
    Held::Workshop { topic, held_on: date(on), counts: true, earlier_edition }
}

/// The second workshop's mark is corrected.
fn facts(marks: &[Attended], was: Option<Mark>, now: Mark) -> Facts {
    Facts {
        rule: rule(marks),
        course: CourseFacts::default(),
        held: workshop(2, "2014-10-02", false),
        was,
        now,
        stated: None,
        statement: false,
        reached: None,
        suspended: false,
    }
}

fn on_the_course(facts: Facts, state: State) -> Facts {
    Facts { course: CourseFacts { enrolment: Some(state), ..facts.course }, ..facts }
}

/// A certificate is out, and says this of the session.
fn certified(facts: Facts, stated: bool) -> Facts {
    let course = CourseFacts { certificate: true, ..facts.course };
    Facts { course, stated: Some(stated), ..facts }
}

/// Both were attended, and the rule was reached on them.
fn reached(now: Mark) -> Facts {
    let marks = [attended(1, "2014-09-24", Mark::Present), attended(2, "2014-10-02", Mark::Present)];
    let mut facts = facts(&marks, Some(Mark::Present), now);
    facts.rule.reached_before = true;
    facts.reached = Some(Reached { required: 2, topics: vec![1, 2] });
    facts
}

#[test]
fn a_mark_that_was_missing_reaches_the_rule_and_makes_a_provisional_place_final() {
    let facts = facts(&[attended(1, "2014-09-24", Mark::Present)], None, Mark::Present);
    let facts = on_the_course(facts, State::Provisional);
    let means = correction(&facts);
    assert_eq!(means.topics, (1, 2));
    assert_eq!(means.follows, [Follows::RuleReached, Follows::PlaceFinal]);
}

#[test]
fn late_instead_of_present_changes_nothing() {
    let means = correction(&certified(reached(Mark::Late), true));
    assert_eq!((means.topics, means.follows), ((2, 2), Vec::new()));
}

#[test]
fn what_the_rule_was_reached_on_is_in_doubt_and_the_place_with_it_but_nothing_is_taken_away() {
    let means = correction(&on_the_course(reached(Mark::Absent), State::Confirmed));
    assert_eq!(means.topics, (2, 1));
    assert_eq!(means.follows, [Follows::RuleInDoubt, Follows::CoursePlaceInDoubt]);
    assert!(means.follows.iter().all(|what| what.is_doubt()));
}

#[test]
fn a_third_workshop_keeps_the_rule_out_of_doubt() {
    let mut facts = reached(Mark::Absent);
    facts.rule.attended.push(attended(3, "2014-10-03", Mark::Late));
    assert_eq!(correction(&facts).follows, []);
}

#[test]
fn the_same_topic_of_an_earlier_edition_keeps_the_rule_out_of_doubt() {
    let mut facts = reached(Mark::Absent);
    facts.rule.attended.push(Attended { earlier_edition: true, ..attended(2, "2013-10-02", Mark::Present) });
    assert_eq!(correction(&facts).follows, []);
}

#[test]
fn a_waiver_keeps_the_rule_out_of_doubt() {
    let mut facts = reached(Mark::Absent);
    facts.rule.waiver = true;
    assert_eq!(correction(&facts).follows, []);
}

#[test]
fn a_rule_that_asks_for_more_since_then_is_no_doubt_about_marks_it_was_not_reached_on() {
    let mut facts = reached(Mark::Absent);
    facts.rule.required = 3;
    facts.rule.attended.push(attended(3, "2014-10-03", Mark::Present));
    facts.held = workshop(3, "2014-10-03", false);
    assert_eq!(correction(&facts).follows, [], "the third one was never needed");
}

#[test]
fn a_second_correction_ends_the_doubt_of_the_first_one() {
    let marks = [attended(1, "2014-09-24", Mark::Present), attended(2, "2014-10-02", Mark::Absent)];
    let mut facts = facts(&marks, Some(Mark::Absent), Mark::Present);
    facts.rule.reached_before = true;
    facts.reached = Some(Reached { required: 2, topics: vec![1, 2] });
    assert_eq!(correction(&facts).follows, [Follows::RuleSafe]);
}

#[test]
fn a_provisional_place_that_was_on_track_gets_an_end_unless_something_else_is_open() {
    let mut facts = facts(&[attended(2, "2014-10-02", Mark::Present)], Some(Mark::Present), Mark::Absent);
    facts.rule.workshops[2].enrolment = Some(State::Confirmed);
    let facts = on_the_course(facts, State::Provisional);
    assert_eq!(correction(&facts).follows, [Follows::PlaceEnds]);
    assert_eq!(correction(&Facts { suspended: true, ..facts }).follows, []);
}

#[test]
fn a_name_without_a_mark_that_becomes_absent_ends_what_it_kept() {
    let facts = facts(&[attended(1, "2014-09-24", Mark::Present)], None, Mark::Absent);
    assert_eq!(correction(&on_the_course(facts, State::Provisional)).follows, [Follows::PlaceEnds]);
}

#[test]
fn a_provisional_place_is_on_track_again() {
    let mut facts = facts(&[attended(2, "2014-10-02", Mark::Absent)], Some(Mark::Absent), Mark::Present);
    facts.rule.workshops[2].enrolment = Some(State::Confirmed);
    assert_eq!(correction(&on_the_course(facts, State::Provisional)).follows, [Follows::PlaceSafe]);
}

/// Seven days, six for the certificate, three held: two of them attended.
fn a_day(was: Option<Mark>, now: Mark) -> Facts {
    let day = |n: u64| Timing {
        date: date("2014-10-22") + chrono::Days::new(7 * n),
        hours: None,
        zone: chrono_tz::Europe::Rome,
    };
    let marks = [attended(1, "2014-09-24", Mark::Present), attended(2, "2014-10-02", Mark::Present)];
    Facts {
        held: Held::CourseDay,
        course: CourseFacts {
            enrolment: Some(State::Confirmed),
            open: false,
            days: (0..7).map(day).collect(),
            pending: Vec::new(),
            undated: 0,
            attended: 2,
            missed: 1,
            unmarked: 0,
            certificate_days: Some(6),
            certificate: false,
            done_in: None,
        },
        ..facts(&marks, was, now)
    }
}

#[test]
fn a_day_that_is_lost_can_put_the_certificate_out_of_reach_and_a_day_that_is_won_back_within() {
    let lost = correction(&a_day(Some(Mark::Present), Mark::Absent));
    assert_eq!((lost.days, lost.follows), ((2, 1), vec![Follows::DaysOutOfReach]));
    let mut twice_missed = a_day(Some(Mark::Absent), Mark::LeftEarly);
    (twice_missed.course.attended, twice_missed.course.missed) = (1, 2);
    let won = correction(&twice_missed);
    assert_eq!((won.days, won.follows), ((1, 2), vec![Follows::DaysWithinReach]));
    let unmarked = correction(&a_day(None, Mark::Present));
    assert_eq!((unmarked.days, unmarked.follows), ((2, 3), Vec::new()));
    let absent = correction(&a_day(None, Mark::Absent));
    assert_eq!((absent.days, absent.follows), ((2, 2), vec![Follows::DaysOutOfReach]));
}

#[test]
fn a_certificate_that_is_out_says_something_else_than_the_register() {
    let changed = certified(a_day(Some(Mark::Excused), Mark::Present), false);
    assert_eq!(correction(&changed).follows, [Follows::CertificateInDoubt]);
    let same = Facts { now: Mark::Absent, ..changed };
    assert_eq!(correction(&same).follows, []);
}

#[test]
fn a_correction_back_to_what_the_certificate_says_ends_the_doubt() {
    let back = certified(a_day(Some(Mark::Absent), Mark::Late), true);
    assert_eq!(correction(&back).follows, [Follows::CertificateSafe]);
    assert!(!Follows::CertificateSafe.is_doubt());
    let other = Facts { now: Mark::Excused, ..back };
    assert_eq!(correction(&other).follows, [], "it says as little as before");
}

#[test]
fn what_a_certificate_does_not_state_leaves_it_as_it_is() {
    let changed = certified(a_day(Some(Mark::Excused), Mark::Present), false);
    assert_eq!(correction(&Facts { stated: None, ..changed }).follows, []);
}

#[test]
fn a_mark_of_an_earlier_edition_carries_the_rule_of_this_one_only_where_topics_are_carried_over() {
    let earlier = Attended { earlier_edition: true, ..attended(2, "2013-10-02", Mark::Present) };
    let mut facts =
        facts(&[attended(1, "2014-09-24", Mark::Present), earlier], Some(Mark::Present), Mark::Absent);
    facts.held = workshop(2, "2013-10-02", true);
    facts.rule.reached_before = true;
    facts.reached = Some(Reached { required: 2, topics: vec![1, 2] });
    let facts = on_the_course(facts, State::Confirmed);
    let means = correction(&facts);
    assert_eq!(means.topics, (2, 1));
    assert_eq!(means.follows, [Follows::RuleInDoubt, Follows::CoursePlaceInDoubt]);
    let mut apart = Facts { reached: None, ..facts };
    (apart.rule.carry_over, apart.rule.reached_before) = (false, false);
    let means = correction(&apart);
    assert_eq!((means.topics, means.follows), ((1, 1), Vec::new()));
}

#[test]
fn a_statement_that_says_something_else_than_the_register_is_in_doubt_until_it_says_the_same_again() {
    let given = |was, now| Facts { statement: true, ..facts(&[], was, now) };
    let lost = correction(&given(Some(Mark::Late), Mark::Absent));
    assert_eq!(lost.follows, [Follows::StatementInDoubt]);
    assert!(Follows::StatementInDoubt.is_doubt() && !Follows::StatementSafe.is_doubt());
    assert_eq!(correction(&given(Some(Mark::Absent), Mark::Present)).follows, [Follows::StatementSafe]);
    assert_eq!(correction(&given(Some(Mark::Present), Mark::Late)).follows, []);
    assert_eq!(correction(&given(Some(Mark::Absent), Mark::Excused)).follows, []);
}

#[test]
fn every_consequence_has_a_code_of_its_own() {
    let all = [
        Follows::RuleReached,
        Follows::RuleInDoubt,
        Follows::RuleSafe,
        Follows::PlaceFinal,
        Follows::PlaceSafe,
        Follows::PlaceEnds,
        Follows::CoursePlaceInDoubt,
        Follows::CertificateInDoubt,
        Follows::CertificateSafe,
        Follows::StatementInDoubt,
        Follows::StatementSafe,
        Follows::DaysOutOfReach,
        Follows::DaysWithinReach,
    ];
    let codes: BTreeSet<&str> = all.iter().map(|what| what.code()).collect();
    assert_eq!(codes.len(), all.len());
}
