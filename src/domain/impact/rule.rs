//! What a change does to the rule: what is read of it, who needs more workshops or fewer, and how people of the course stand to
//! the days for the certificate.

use super::{Change, Impact, Person, RuleFacts};
use crate::domain::eligibility::Eligibility;
use crate::domain::enrolment::State;
use crate::domain::path_state::{CourseFacts, PathState, path_state};

/// The field of whether workshops of earlier editions count.
pub const CARRY_OVER: &str = "carry-over";

/// What is said of the rule, where something else is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLine {
    /// `required`, `certificate`, `closes`, `admission`, `provisional`, `carry-over`.
    pub field: &'static str,
    /// Before; none = nothing is said of it.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

impl RuleLine {
    /// The line of a field; none where the same is said.
    pub fn differing(field: &'static str, before: Option<String>, after: Option<String>) -> Option<Self> {
        (before != after).then_some(Self { field, before, after })
    }

    /// Whether the public pages say it. That workshops of earlier editions count they do not: whoever has one reads it on
    /// their own page.
    pub fn is_public(&self) -> bool {
        self.field != CARRY_OVER
    }
}

/// How somebody stands to the days for the certificate, as the board says it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Days {
    /// They have them, can miss one, or nothing depends on it.
    Open,
    /// Each day that is left is needed.
    EachNeeded,
    /// They cannot have them any more.
    OutOfReach,
}

/// Notes whoever needs more workshops than before, or fewer and still some, and whose bookings were enough and are not any
/// more. What was reached stays: whoever has the dated fact
/// needs none. Whoever left, or could not reach the rule before either, is not concerned.
pub(super) fn note_needs(found: &mut Impact, person: &Person, before: &Eligibility, after: &Eligibility) {
    let out = |answer: &Eligibility| matches!(answer, Eligibility::OutOfReach { .. });
    let gone = person.places.is_empty() && person.rule_after.attended.is_empty();
    if gone || (out(before) && out(after)) {
        return;
    }
    let (was, is) = (before.missing(), after.missing());
    if is > was {
        found.needs_more.push(person.id);
    } else if is < was && !after.is_met() {
        found.needs_fewer.push(person.id);
    } else if matches!((before, after), (Eligibility::OnTrack { .. }, Eligibility::Short { .. })) {
        found.off_track.push(person.id);
    }
}

/// Notes whoever applied while a person decided: their applications stay open where that ends. A course that is called off ends
/// them all.
pub(super) fn note_applied(found: &mut Impact, change: &Change, person: &Person) {
    let open = |(offering, state): &(i64, State)| {
        *state == State::Applied && !change.offerings_cancelled.contains(offering)
    };
    if change.decision_ends && person.places.iter().any(open) {
        found.still_applied.push(person.id);
    }
}

/// Notes whoever stands otherwise to the days for the certificate. Whether a workshop is full decides nothing here.
pub(super) fn note_days(found: &mut Impact, person: &Person, before: &Eligibility, after: &Eligibility) {
    let (course_before, course_after) = &person.course;
    let was = days(&person.rule_before, before, course_before);
    let is = days(&person.rule_after, after, course_after);
    if was == is {
        return;
    }
    match is {
        Days::OutOfReach => found.days_out.push(person.id),
        Days::EachNeeded => found.days_last.push(person.id),
        Days::Open => {}
    }
    // Where no number is asked for any more, nobody reaches it.
    if was == Days::OutOfReach && course_after.certificate_days.is_some() {
        found.days_back.push(person.id);
    }
}

fn days(rule: &RuleFacts, answer: &Eligibility, course: &CourseFacts) -> Days {
    match path_state(rule, answer, course, |_| false) {
        PathState::BelowMinimum => Days::OutOfReach,
        PathState::CanMissDays if course.needs_every_day() => Days::EachNeeded,
        _ => Days::Open,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use chrono_tz::Europe::Rome;

    use super::super::impact;
    use super::*;
    use crate::domain::session::Timing;

    const COURSE: i64 = 6;

    /// Seven days of a course that has begun.
    fn course(missed: u32, certificate_days: Option<u32>) -> CourseFacts {
        let day = |day: u32| Timing {
            date: format!("2014-10-{:02}", 20 + day).parse().unwrap(),
            hours: None,
            zone: Rome,
        };
        CourseFacts {
            enrolment: Some(State::Confirmed),
            days: (1..=7).map(day).collect(),
            attended: 2,
            missed,
            certificate_days,
            ..CourseFacts::default()
        }
    }

    fn person(id: i64, missed: u32, needed: (Option<u32>, Option<u32>)) -> Person {
        let now: DateTime<Utc> = "2014-10-24T18:00:00Z".parse().unwrap();
        let rule = RuleFacts {
            required: 2,
            carry_over: true,
            reached_before: true,
            waiver: false,
            attended: Vec::new(),
            workshops: Vec::new(),
            first_day: None,
            today: now.date_naive(),
            now,
        };
        Person {
            id,
            has_address: true,
            takes_invites: true,
            places: vec![(COURSE, State::Confirmed)],
            rule_before: rule.clone(),
            rule_after: rule,
            course: (course(missed, needed.0), course(missed, needed.1)),
            risk_told: false,
            uninvited: false,
            offers: Vec::new(),
            unsaid: Vec::new(),
            untold: Vec::new(),
            expected: Vec::new(),
        }
    }

    fn turned(needed: (Option<u32>, Option<u32>)) -> [Vec<i64>; 3] {
        let people = [person(1, 0, needed), person(2, 1, needed), person(3, 2, needed)];
        let found = impact(&Change::default(), &people);
        [found.days_out, found.days_back, found.days_last]
    }

    #[test]
    fn another_number_of_days_names_who_cannot_reach_it_who_can_again_and_who_needs_every_day() {
        assert_eq!(turned((Some(5), Some(6))), [vec![3_i64], vec![], vec![2]]);
        assert_eq!(turned((Some(6), Some(5))), [vec![], vec![3_i64], vec![3]]);
        assert_eq!(turned((Some(6), Some(4))), [vec![], vec![3_i64], vec![]]);
        assert_eq!(turned((None, Some(7))), [vec![2_i64, 3], vec![], vec![1]]);
    }

    #[test]
    fn another_number_of_workshops_names_who_needs_more_or_fewer_but_not_who_has_the_dated_fact() {
        let rule = |required, reached_before| RuleFacts {
            required,
            reached_before,
            ..person(1, 0, (None, None)).rule_after
        };
        let asked = |id, reached, (was, is)| Person {
            rule_before: rule(was, reached),
            rule_after: rule(is, reached),
            ..person(id, 0, (None, None))
        };
        let needs = |change: (u32, u32)| {
            let left = Person { places: Vec::new(), ..asked(3, false, change) };
            let found = impact(&Change::default(), &[asked(1, false, change), asked(2, true, change), left]);
            (found.needs_more, found.needs_fewer, found.able)
        };
        assert_eq!(needs((2, 3)), (vec![1], vec![], vec![]));
        assert_eq!(needs((3, 2)), (vec![], vec![1], vec![]));
        assert_eq!(needs((2, 2)), (vec![], vec![], vec![]));
    }

    #[test]
    fn whoever_applied_is_named_where_the_decision_ends_and_the_course_is_held() {
        let applied = Person { places: vec![(COURSE, State::Applied)], ..person(1, 0, (None, None)) };
        let people = [applied, person(2, 0, (None, None))];
        let named = |change: &Change| impact(change, &people).still_applied;
        let ends = Change { decision_ends: true, ..Change::default() };
        assert_eq!(named(&ends), [1]);
        assert_eq!(named(&Change::default()), Vec::<i64>::new());
        assert_eq!(named(&Change { offerings_cancelled: vec![COURSE], ..ends }), Vec::<i64>::new());
    }

    #[test]
    fn nobody_is_named_where_the_number_stays_or_is_not_asked_for_any_more() {
        let nobody: [Vec<i64>; 3] = Default::default();
        assert_eq!(turned((Some(6), Some(6))), nobody);
        assert_eq!(turned((Some(6), None)), nobody);
    }
}
