use chrono::{DateTime, Utc};
use chrono_tz::Europe::Rome;

use super::*;
use crate::domain::attendance::Mark;
use crate::domain::eligibility::{Attended, Workshop};
use crate::domain::session::Hours;

const WORKSHOP: i64 = 1;
const COURSE: i64 = 6;

fn on(date: &str) -> Appointment {
    Appointment { date: date.parse().ok(), ..Appointment::default() }
}

fn timing(date: &str) -> Timing {
    let hours = Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() };
    Timing { date: date.parse().unwrap(), hours: Some(hours), zone: Rome }
}

fn moved(kind: Kind, before: Option<&str>, after: Option<&str>) -> Moved {
    Moved {
        session: if kind == Kind::Workshop { 11 } else { 61 },
        offering: if kind == Kind::Workshop { WORKSHOP } else { COURSE },
        kind,
        before: before.map(on),
        after: after.map(on),
        past: false,
        timing: after.map(timing),
        timing_before: before.map(timing),
    }
}

fn rule(attended: usize, first_day: &str) -> RuleFacts {
    let now: DateTime<Utc> = "2014-10-06T08:00:00Z".parse().unwrap();
    let mark = |topic: i64| Attended {
        topic,
        held_on: format!("2014-10-0{topic}").parse().unwrap(),
        mark: Some(Mark::Present),
        effective: true,
        counts: true,
        earlier_edition: false,
    };
    RuleFacts {
        required: 2,
        carry_over: true,
        reached_before: false,
        waiver: false,
        attended: (1..=i64::try_from(attended).unwrap()).map(mark).collect(),
        workshops: Vec::<Workshop>::new(),
        first_day: first_day.parse().ok(),
        today: now.date_naive(),
        now,
    }
}

fn person(id: i64, offering: i64, state: State) -> Person {
    Person {
        id,
        has_address: true,
        takes_invites: true,
        places: vec![(offering, state)],
        rule_before: rule(1, "2014-10-22"),
        rule_after: rule(1, "2014-10-22"),
        course: (CourseFacts::default(), CourseFacts::default()),
        unsaid: Vec::new(),
        untold: Vec::new(),
        risk_told: false,
        uninvited: false,
        offers: Vec::new(),
        expected: Vec::new(),
    }
}

fn letters(change: &Change, people: &[Person]) -> Vec<(Topic, Calendar, Vec<i64>, usize)> {
    impact(change, people).letters.into_iter().map(|l| (l.topic, l.calendar, l.people, l.count)).collect()
}

fn one(moved: Moved) -> Change {
    Change { sessions: vec![moved], ..Change::default() }
}

#[test]
fn a_moved_workshop_updates_the_calendars_of_whoever_is_expected_and_tells_whoever_waits() {
    let change = one(moved(Kind::Workshop, Some("2014-10-09"), Some("2014-10-14")));
    let mut by_feed = person(2, WORKSHOP, State::Confirmed);
    by_feed.takes_invites = false;
    let people = [
        person(1, WORKSHOP, State::Confirmed),
        by_feed,
        person(3, WORKSHOP, State::Waitlisted),
        person(4, WORKSHOP, State::PendingPlace),
        person(5, 9, State::Confirmed),
    ];
    assert_eq!(
        letters(&change, &people),
        [(Topic::Changed, Calendar::Update, vec![1], 1), (Topic::Changed, Calendar::None, vec![2, 3], 2)]
    );
}

#[test]
fn whoever_has_no_address_is_a_call() {
    let change = one(moved(Kind::Workshop, Some("2014-10-09"), Some("2014-10-14")));
    let mut without = person(1, WORKSHOP, State::Confirmed);
    without.has_address = false;
    let found = impact(&change, &[without]);
    assert_eq!((found.calls, found.letters), (vec![1], vec![]));
}

#[test]
fn nothing_is_said_about_past_days() {
    let past = Moved { past: true, ..moved(Kind::Course, Some("2014-09-24"), None) };
    assert_eq!(letters(&one(past), &[person(1, COURSE, State::Confirmed)]), []);
}

#[test]
fn a_cancelled_day_is_taken_out_of_calendars_and_told_to_provisional_places() {
    let change = one(moved(Kind::Course, Some("2014-11-05"), None));
    let people = [
        person(1, COURSE, State::Confirmed),
        person(2, COURSE, State::Provisional),
        person(3, COURSE, State::Waitlisted),
    ];
    assert_eq!(
        letters(&change, &people),
        [
            (Topic::SessionCancelled, Calendar::Cancel, vec![1], 1),
            (Topic::SessionCancelled, Calendar::None, vec![2], 1)
        ]
    );
}

#[test]
fn an_offering_called_off_is_one_letter_for_each_who_has_or_waits_for_a_place() {
    let gone = moved(Kind::Workshop, Some("2014-10-09"), None);
    let change = Change { offerings_cancelled: vec![WORKSHOP], ..one(gone) };
    let people = [
        person(1, WORKSHOP, State::Confirmed),
        person(2, WORKSHOP, State::Waitlisted),
        person(3, WORKSHOP, State::PendingWait),
    ];
    assert_eq!(
        letters(&change, &people),
        [
            (Topic::OfferingCancelled, Calendar::Cancel, vec![1], 1),
            (Topic::OfferingCancelled, Calendar::None, vec![2], 1)
        ]
    );
}

#[test]
fn a_course_called_off_is_one_letter_more_for_each_day_ahead_in_a_calendar() {
    let past = Moved { past: true, ..moved(Kind::Course, Some("2014-10-22"), None) };
    let (next, last) =
        (moved(Kind::Course, Some("2014-10-29"), None), moved(Kind::Course, Some("2014-11-05"), None));
    let change =
        Change { sessions: vec![past, next, last], offerings_cancelled: vec![COURSE], ..Change::default() };
    let people = [person(1, COURSE, State::Confirmed), person(2, COURSE, State::Provisional)];
    assert_eq!(
        letters(&change, &people),
        [
            (Topic::OfferingCancelled, Calendar::None, vec![1, 2], 2),
            (Topic::CourseDay, Calendar::Cancel, vec![1], 2)
        ]
    );
}

#[test]
fn a_course_moved_later_lets_whoever_attended_in_time_reach_the_rule() {
    let mut able = person(1, COURSE, State::Provisional);
    able.rule_before = rule(2, "2014-10-02");
    able.rule_after = rule(2, "2014-10-22");
    let found = impact(&Change { course_days: 3, ..Change::default() }, &[able]);
    assert_eq!(found.able, [1]);
    let topics: Vec<(Topic, usize)> = found.letters.iter().map(|l| (l.topic, l.count)).collect();
    assert_eq!(topics, [(Topic::PlaceFinal, 1), (Topic::CourseDay, 3)]);
}

#[test]
fn a_workshop_moved_past_the_first_day_drops_whoever_has_nothing_else_left() {
    let mut drops = person(1, WORKSHOP, State::Confirmed);
    drops.rule_after = rule(1, "2014-10-22");
    drops.rule_before.first_day = None;
    let found = impact(&Change::default(), &[drops]);
    assert_eq!((found.drops, found.able), (vec![1], vec![]));
}

#[test]
fn a_clash_is_named_once_and_only_where_it_is_new() {
    let change = one(moved(Kind::Workshop, Some("2014-10-09"), Some("2014-10-29")));
    let mut both = person(1, WORKSHOP, State::Confirmed);
    both.expected = vec![(11, timing("2014-10-29")), (61, timing("2014-10-29"))];
    let found = impact(&change, &[both.clone()]);
    assert_eq!(found.clashes, [Clash { person: 1, session: 11, with: 61 }]);
    let same_day = one(moved(Kind::Workshop, Some("2014-10-29"), Some("2014-10-29")));
    assert_eq!(impact(&same_day, &[both]).clashes, []);
}

#[test]
fn the_public_page_says_before_and_after() {
    let change = one(moved(Kind::Workshop, Some("2014-10-09"), Some("2014-10-14")));
    let line = PublicLine {
        offering: WORKSHOP,
        session: Some(11),
        before: Some(on("2014-10-09")),
        after: Some(on("2014-10-14")),
    };
    assert_eq!(impact(&change, &[]).public, [line]);
}

/// The workshops of a season, dated or not, of which a person has booked the first.
fn with_workshops(dates: [Option<&str>; 3], count: bool) -> RuleFacts {
    let workshop = |(id, date): (i64, Option<&str>)| Workshop {
        offering: id,
        topic: id,
        counts: count || id == WORKSHOP,
        cancelled: false,
        date: date.map(|date| date.parse().unwrap()),
        starts_at: date.map(|date| timing(date).starts_at()),
        register_effective: false,
        enrolment: (id == WORKSHOP).then_some(State::Confirmed),
    };
    RuleFacts { workshops: (1..).zip(dates).map(workshop).collect(), ..rule(0, "2014-10-22") }
}

fn on_the_way(before: RuleFacts, after: RuleFacts) -> Person {
    Person { rule_before: before, rule_after: after, ..person(1, WORKSHOP, State::Confirmed) }
}

#[test]
fn a_workshop_that_can_be_chosen_is_a_choice_more_and_one_taken_back_is_one_fewer() {
    let dates = [Some("2014-10-09"), Some("2014-10-10"), None];
    let all = [Some("2014-10-09"), Some("2014-10-10"), Some("2014-10-14")];
    let (few, many) = (with_workshops(dates, true), with_workshops(all, true));
    let change = Change::default();
    let more = impact(&change, &[on_the_way(few.clone(), many.clone())]);
    assert_eq!((more.more_choice, more.less_choice), (vec![1], vec![]));
    let fewer = impact(&change, &[on_the_way(many.clone(), few.clone())]);
    assert_eq!((fewer.more_choice, fewer.less_choice), (vec![], vec![1]));
    let same = impact(&change, &[on_the_way(many.clone(), many.clone())]);
    assert_eq!((same.more_choice, same.less_choice), (vec![], vec![]));
    let out = impact(&change, &[on_the_way(many.clone(), with_workshops(all, false))]);
    assert_eq!((out.less_choice, out.drops), (vec![], vec![1]), "whoever drops out is named once");
    let met = RuleFacts { reached_before: true, ..many };
    assert_eq!(impact(&change, &[on_the_way(few, met)]).more_choice, Vec::<i64>::new(), "nothing is missing");
}

#[test]
fn what_a_letter_proposes_is_what_still_helps_its_reader_in_the_order_of_the_programme() {
    let gone = moved(Kind::Workshop, Some("2014-10-09"), None);
    let change = Change { offerings_cancelled: vec![WORKSHOP], ..one(gone) };
    let mut after = with_workshops([Some("2014-10-09"), Some("2014-10-10"), None], true);
    (after.workshops[0].counts, after.workshops[0].cancelled) = (false, true);
    let ada = on_the_way(after.clone(), after.clone());
    let mut bea = Person { id: 2, ..ada.clone() };
    bea.rule_after.workshops[1].enrolment = Some(State::Confirmed);
    let without = Person { id: 3, has_address: false, ..ada.clone() };
    let found = impact(&change, &[ada.clone(), bea, without]).proposed;
    assert_eq!(found, [Proposed { workshop: 2, count: 1 }, Proposed { workshop: 3, count: 2 }]);
    let chosen = |propose: Proposal| {
        let proposals = vec![Proposing { called_off: WORKSHOP, propose }];
        impact(&Change { proposals, ..change.clone() }, std::slice::from_ref(&ada)).proposed
    };
    assert_eq!(chosen(Proposal::Only(vec![3])), [Proposed { workshop: 3, count: 1 }]);
    assert_eq!(chosen(Proposal::Nothing), []);
    let day = one(moved(Kind::Course, Some("2014-11-05"), None));
    let course = Change { offerings_cancelled: vec![COURSE], ..day };
    let on_it = Person { places: vec![(COURSE, State::Confirmed)], ..ada };
    assert_eq!(impact(&course, &[on_it]).proposed, [], "there is nothing beside the course");
}

#[test]
fn what_was_chosen_is_kept_where_somebody_hears_of_it_by_letter_or_on_the_phone() {
    let gone = moved(Kind::Workshop, Some("2014-10-09"), None);
    let proposals = vec![Proposing { called_off: WORKSHOP, propose: Proposal::Nothing }];
    let change = Change { offerings_cancelled: vec![WORKSHOP], proposals: proposals.clone(), ..one(gone) };
    let without = Person { has_address: false, ..person(1, WORKSHOP, State::Confirmed) };
    let found = impact(&change, &[without]);
    assert_eq!((found.proposal(WORKSHOP), found.proposal(COURSE)), (Proposal::Nothing, Proposal::All));
    assert_eq!(found.proposals, proposals);
    assert_eq!(impact(&change, &[person(2, WORKSHOP, State::PendingPlace)]).proposals, []);
    let unsaid = Change { proposals: Vec::new(), ..change };
    let all = Proposing { called_off: WORKSHOP, propose: Proposal::All };
    assert_eq!(impact(&unsaid, &[person(1, WORKSHOP, State::Confirmed)]).proposals, [all]);
}

#[test]
fn whoever_reached_the_rule_before_there_was_a_course_is_told_when_there_is_one() {
    let change = Change { reached: vec![1], ..Change::default() };
    let people = [person(1, WORKSHOP, State::Confirmed), person(2, WORKSHOP, State::Confirmed)];
    assert_eq!(letters(&change, &people), [(Topic::Reached, Calendar::None, vec![1], 1)]);
    assert_eq!(impact(&change, &people).counts().letters, 1);
}
