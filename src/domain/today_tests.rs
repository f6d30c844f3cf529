//! The order of the list for today, and what becomes a line of it.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn whats(facts: &Facts, on: &str) -> Vec<What> {
    today(facts, day(on)).lines.into_iter().map(|l| l.what).collect()
}

#[test]
fn an_undated_workshop_is_a_task_only_in_the_last_thirty_days_before_the_course() {
    let facts = Facts { undated: 2, first_day: Some(day("2014-10-22")), ..Facts::default() };
    assert_eq!(whats(&facts, "2014-09-15"), []);
    assert_eq!(whats(&facts, "2014-10-06"), [What::WorkshopsUndated]);
    assert_eq!(whats(&facts, "2014-10-22"), []);
}

#[test]
fn open_registers_come_first_and_the_list_is_short() {
    let facts = Facts {
        undated: 1,
        first_day: Some(day("2014-10-22")),
        open_registers: vec![(1, day("2014-10-02")), (2, day("2014-10-03"))],
        places_to_give: vec![(7, 2, 3), (8, 1, 1)],
        refused_letters: 1,
        ..Facts::default()
    };
    let expected =
        [What::RegisterOpen, What::RegisterOpen, What::PlaceToGive, What::PlaceToGive, What::LettersRefused];
    assert_eq!(whats(&facts, "2014-10-06"), expected);
    assert_eq!(today(&facts, day("2014-10-06")).more, 1, "what is cut off is counted");
}

#[test]
fn more_than_two_open_registers_share_one_line() {
    let dates = ["2014-10-03", "2014-10-02", "2014-09-24"];
    let facts = Facts {
        open_registers: dates.iter().zip(1..).map(|(date, id)| (id, day(date))).collect(),
        refused_letters: 1,
        ..Facts::default()
    };
    let list = today(&facts, day("2014-10-06"));
    let whats: Vec<What> = list.lines.iter().map(|l| l.what).collect();
    assert_eq!(whats, [What::RegistersOpen, What::LettersRefused]);
    assert_eq!((list.lines[0].count, list.lines[0].date, list.more), (3, Some(day("2014-09-24")), 0));
}

#[test]
fn what_ends_within_hours_comes_before_what_waits_for_days() {
    let facts = Facts {
        offers_ending: vec![(7, 1)],
        open_registers: vec![(1, day("2014-10-02"))],
        disputes: 2,
        disputes_since: Some(day("2014-10-04")),
        applications: Some((9, 3)),
        unmarked: vec![(1, 1)],
        rule_in_doubt: 1,
        certificate_in_doubt: 1,
        statement_in_doubt: 2,
        days_at_risk: 4,
        ..Facts::default()
    };
    let first = [
        What::OffersEnding,
        What::RegisterOpen,
        What::DisputesOpen,
        What::ApplicationsWaiting,
        What::Unmarked,
    ];
    assert_eq!(whats(&facts, "2014-10-06"), first);
    let list = today(&facts, day("2014-10-06"));
    assert_eq!(list.more, 4);
    assert_eq!((list.lines[2].count, list.lines[2].date), (2, Some(day("2014-10-04"))));
    assert_eq!((list.lines[3].about, list.lines[3].count), (Some(9), 3));
    let rest = Facts {
        offers_ending: Vec::new(),
        open_registers: Vec::new(),
        disputes: 0,
        applications: Some((9, 0)),
        unmarked: Vec::new(),
        ..facts
    };
    let last = [What::RuleInDoubt, What::CertificateInDoubt, What::StatementInDoubt, What::DaysAtRisk];
    assert_eq!(whats(&rest, "2014-10-06"), last);
}

#[test]
fn what_is_due_first_stands_on_top_and_what_has_no_deadline_last() {
    let at = |text: &str| -> DateTime<Utc> { text.parse().unwrap() };
    let mut facts = Facts {
        offers_ending: vec![(7, 1)],
        calls: 1,
        open_registers: vec![(1, day("2014-10-02")), (2, day("2014-10-03"))],
        applications: Some((9, 3)),
        refused_letters: 1,
        certificates_ready: 1,
        undated: 2,
        first_day: Some(day("2014-10-22")),
        ..Facts::default()
    };
    let moments = &mut facts.moments;
    moments.note(What::OffersEnding, Some(7), at("2014-10-06T15:00:00Z"));
    moments.note(What::CallsToMake, None, at("2014-10-06T06:00:00Z"));
    moments.note(What::RegisterOpen, Some(1), at("2014-10-02T18:00:00Z"));
    moments.note(What::RegisterOpen, Some(2), at("2014-10-03T18:00:00Z"));
    moments.note(What::ApplicationsWaiting, Some(9), at("2014-10-01T09:00:00Z"));
    moments.note(What::WorkshopsUndated, None, at("2014-10-21T22:00:00Z"));
    let lines = everything(&facts, day("2014-10-06"));
    let expected = [
        (What::RegisterOpen, Some(1)),
        (What::ApplicationsWaiting, Some(9)),
        (What::RegisterOpen, Some(2)),
        (What::CallsToMake, None),
        (What::OffersEnding, Some(7)),
        (What::WorkshopsUndated, None),
        (What::LettersRefused, None),
        (What::CertificatesReady, None),
    ];
    assert_eq!(lines.iter().map(|line| (line.what, line.about)).collect::<Vec<_>>(), expected);
    assert_eq!(lines[1].due, Some(at("2014-10-03T09:00:00Z")), "two days after it came in");
    assert_eq!(today(&facts, day("2014-10-06")).lines, lines[..MOST_LINES]);
}

proptest! {
    /// Whatever falls due whenever: the list is in order, no line is lost, and equal ones stay in the order of kinds.
    #[test]
    fn the_list_is_in_the_order_of_deadlines_and_then_of_kinds(hours in prop::collection::vec(prop::option::of(0i64..4), 8)) {
        let kinds = [
            What::CallsToMake,
            What::DisputesOpen,
            What::RuleInDoubt,
            What::CertificateInDoubt,
            What::LettersRefused,
            What::CertificatesReady,
            What::DaysAtRisk,
            What::NoDayToMiss,
        ];
        let mut facts = Facts {
            calls: 1,
            disputes: 1,
            rule_in_doubt: 1,
            certificate_in_doubt: 1,
            refused_letters: 1,
            certificates_ready: 1,
            days_at_risk: 1,
            no_day_to_miss: 1,
            ..Facts::default()
        };
        let begin: DateTime<Utc> = "2014-10-06T06:00:00Z".parse().unwrap();
        for (what, hours) in kinds.iter().zip(&hours) {
            if let Some(hours) = hours {
                facts.moments.note(*what, None, begin + TimeDelta::hours(*hours));
            }
        }
        let lines = everything(&facts, day("2014-10-06"));
        prop_assert_eq!(lines.len(), kinds.len());
        let place = |line: &Line| kinds.iter().position(|what| *what == line.what).unwrap();
        for pair in lines.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            let due = |line: &Line| line.due.unwrap_or(DateTime::<Utc>::MAX_UTC);
            prop_assert!(due(before) <= due(after), "{before:?} stands before {after:?}");
            prop_assert!(due(before) < due(after) || place(before) < place(after), "{before:?}, {after:?}");
        }
    }
}

#[test]
fn whoever_waits_for_a_call_comes_before_registers_and_what_can_be_planned_comes_last() {
    let facts = Facts {
        calls: 2,
        open_registers: vec![(1, day("2014-10-02"))],
        certificates_ready: 3,
        days_at_risk: 1,
        no_day_to_miss: 4,
        untold: 5,
        ..Facts::default()
    };
    let lines = everything(&facts, day("2014-10-06"));
    let expected = [
        (What::CallsToMake, 2),
        (What::RegisterOpen, 1),
        (What::CertificatesReady, 3),
        (What::DaysAtRisk, 1),
        (What::NoDayToMiss, 4),
        (What::Untold, 5),
    ];
    assert_eq!(lines.iter().map(|line| (line.what, line.count)).collect::<Vec<_>>(), expected);
    let list = today(&facts, day("2014-10-06"));
    assert_eq!((list.lines, list.more), (lines[..MOST_LINES].to_vec(), 1));
}

#[test]
fn whoever_has_one_workshop_to_choose_is_told_for_two_days_by_a_letter_or_a_call() {
    let now: DateTime<Utc> = "2014-09-26T16:00:00Z".parse().unwrap();
    let untold = |stage, state, hours: Option<i64>| {
        is_untold(stage, state, hours.map(|hours| now - TimeDelta::hours(hours)), now)
    };
    for state in [PathState::OneToChoose, PathState::OnlyFull, PathState::OnlyUndated] {
        let told = [None, Some(47), Some(48)].map(|hours| untold(Stage::OneMissing, state, hours));
        assert_eq!(told, [true, false, true], "{state:?}");
        assert!(!untold(Stage::MoreMissing, state, None), "more than one is missing: {state:?}");
        assert!(!untold(Stage::Left, state, None), "nothing is asked of whoever has left: {state:?}");
    }
    for state in [PathState::NearlyThere, PathState::RegisterPending, PathState::NothingLeft] {
        assert!(!untold(Stage::OneMissing, state, None), "there is nothing to choose: {state:?}");
    }
}
