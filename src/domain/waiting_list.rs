//! The waiting list: who is offered a freed place, until when, and why sometimes nobody is.

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};

use super::admission::LAST_OFFER_BEFORE_START;
use super::edition::CourseAdmission;
use super::offering::{Kind, Seats};

/// The longest an offer lasts.
pub const LONGEST: TimeDelta = TimeDelta::hours(48);
/// The shortest time somebody is given to answer.
pub const SHORTEST: TimeDelta = TimeDelta::hours(3);
/// How many offers somebody may let run out: after the first they go to the end of the line, after this many
/// they leave it.
pub const MOST_MISSED: i64 = 2;

/// Who decides that a freed place is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offers {
    /// The program, at once.
    Automatic,
    /// A person of the office.
    ByPerson,
}

/// Who decides that a freed place is offered, where that is set: on a course into which a person decides who comes, a
/// person in any case.
pub fn who_offers(set: Offers, kind: Kind, admission: CourseAdmission) -> Offers {
    match (kind, admission) {
        (Kind::Course, CourseAdmission::ByDecision) => Offers::ByPerson,
        _ => set,
    }
}

/// What the decision looks at.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Places.
    pub seats: Seats,
    /// Whether the offering is published and not called off.
    pub open: bool,
    /// Who decides.
    pub offers: Offers,
    /// Whether a person decides right now, for the first in line.
    pub by_hand: bool,
    /// The instant of its begin; none = undated.
    pub starts_at: Option<DateTime<Utc>>,
    /// People who wait with a confirmed address, in order of the line: the enrolment, and whether a place could be
    /// given to them now (on the course: rule reached or on track).
    pub line: Vec<(i64, bool)>,
}

/// What happens now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// This enrolment is offered the place until the deadline.
    Offer {
        /// The enrolment.
        enrolment: i64,
        /// Until when it is held.
        until: DateTime<Utc>,
    },
    /// Nothing, for this reason.
    Nothing(Why),
}

/// Why no place is offered; the office reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody waits.
    NobodyWaits,
    /// No place is free.
    NoFreePlace,
    /// People wait, but none of them could have a place now.
    NobodyCanHaveIt,
    /// A person of the office decides here.
    APersonDecides,
    /// Too late before the begin: free places are open to everybody.
    TooLate,
    /// The offering takes nobody.
    NotOpen,
}

impl Why {
    /// The key of its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::NobodyWaits => "nobody-waits",
            Self::NoFreePlace => "no-free-place",
            Self::NobodyCanHaveIt => "nobody-can-have-it",
            Self::APersonDecides => "a-person-decides",
            Self::TooLate => "too-late",
            Self::NotOpen => "not-open",
        }
    }
}

/// Until when an offer made now is held, in whole milliseconds: min(48 h, half the time to the start), at least 3 h, and
/// never later than 12 h before the start; none where that leaves less than the shortest time.
pub fn deadline(now: DateTime<Utc>, starts_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    let Some(start) = starts_at else { return Some(now + LONGEST) };
    let last = start - LAST_OFFER_BEFORE_START;
    let wanted = LONGEST.min((start - now) / 2).max(SHORTEST);
    let until = (now + wanted).min(last).trunc_subsecs(3);
    (until >= now + SHORTEST).then_some(until)
}

/// The last moment at which an offer can be made; none where nobody knows when it begins.
pub fn last_moment(starts_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    starts_at.map(|start| start - LAST_OFFER_BEFORE_START - SHORTEST)
}

/// Whether no offer can be made any more before the begin: from then on a free place is open to everybody at once, whoever
/// stands in the line included.
pub fn open_to_all(now: DateTime<Utc>, starts_at: Option<DateTime<Utc>>) -> bool {
    deadline(now, starts_at).is_none()
}

/// Until when an open offer is held once the begin was moved: as it was promised, never into the last hours; none where that
/// would leave less than the shortest time, and the offer is over.
pub fn after_move(
    promised: DateTime<Utc>,
    now: DateTime<Utc>,
    starts_at: Option<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    let Some(start) = starts_at else { return Some(promised) };
    let last = (start - LAST_OFFER_BEFORE_START).trunc_subsecs(3);
    (promised <= last || !open_to_all(now, starts_at)).then_some(promised.min(last))
}

/// Decides the next step of the line.
pub fn next_step(facts: &Facts, now: DateTime<Utc>) -> Step {
    let Some((enrolment, _)) = facts.line.iter().find(|(_, can)| *can) else {
        let why = if facts.line.is_empty() { Why::NobodyWaits } else { Why::NobodyCanHaveIt };
        return Step::Nothing(why);
    };
    if !facts.open {
        return Step::Nothing(Why::NotOpen);
    }
    if !facts.seats.has_room() {
        return Step::Nothing(Why::NoFreePlace);
    }
    let Some(until) = deadline(now, facts.starts_at) else { return Step::Nothing(Why::TooLate) };
    if facts.offers == Offers::ByPerson && !facts.by_hand {
        return Step::Nothing(Why::APersonDecides);
    }
    Step::Offer { enrolment: *enrolment, until }
}

/// What becomes of somebody whose offer ran out, after so many they had missed before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lapsed {
    /// To the end of the line.
    EndOfLine,
    /// Out of it.
    Out,
}

/// The first time the end of the line, then out.
pub fn lapsed(missed_before: i64) -> Lapsed {
    if missed_before + 1 >= MOST_MISSED { Lapsed::Out } else { Lapsed::EndOfLine }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    const START: &str = "2014-10-02T07:30:00Z";

    fn facts(line: &[(i64, bool)]) -> Facts {
        Facts {
            seats: Seats { capacity: Some(25), extra: 0, taken: 24 },
            open: true,
            offers: Offers::Automatic,
            by_hand: false,
            starts_at: Some(at(START)),
            line: line.to_vec(),
        }
    }

    #[test]
    fn a_place_on_a_course_by_decision_is_offered_by_a_person_whatever_is_set() {
        let (set, decision) = (Offers::Automatic, CourseAdmission::ByDecision);
        assert_eq!(who_offers(set, Kind::Course, decision), Offers::ByPerson);
        assert_eq!(who_offers(set, Kind::Workshop, decision), Offers::Automatic);
        assert_eq!(who_offers(set, Kind::Course, CourseAdmission::Immediate), Offers::Automatic);
        assert_eq!(who_offers(Offers::ByPerson, Kind::Workshop, decision), Offers::ByPerson);
    }

    #[test]
    fn an_offer_lasts_two_days_when_the_start_is_far() {
        let now = at("2014-09-20T08:00:00Z");
        assert_eq!(deadline(now, Some(at(START))), Some(at("2014-09-22T08:00:00Z")));
        assert_eq!(deadline(now, None), Some(at("2014-09-22T08:00:00Z")));
    }

    #[test]
    fn an_offer_lasts_half_the_time_to_the_start_when_it_is_near() {
        let now = at("2014-09-30T07:30:00Z");
        assert_eq!(deadline(now, Some(at(START))), Some(at("2014-10-01T07:30:00Z")));
    }

    #[test]
    fn an_offer_ends_twelve_hours_before_the_start_and_is_not_made_for_less_than_three() {
        assert_eq!(deadline(at("2014-10-01T15:30:00Z"), Some(at(START))), Some(at("2014-10-01T19:30:00Z")));
        assert_eq!(deadline(at("2014-10-01T16:30:00Z"), Some(at(START))), Some(at("2014-10-01T19:30:00Z")));
        assert_eq!(deadline(at("2014-10-01T16:30:01Z"), Some(at(START))), None);
        assert_eq!(deadline(at("2014-10-02T08:00:00Z"), Some(at(START))), None);
    }

    #[test]
    fn free_places_are_open_to_all_from_the_moment_no_offer_can_be_made() {
        let open = |now: &str| open_to_all(at(now), Some(at(START)));
        assert_eq!((open("2014-10-01T16:30:00Z"), open("2014-10-01T16:30:00.001Z")), (false, true));
        assert!(open("2014-10-01T19:30:00Z"));
        assert_eq!(last_moment(Some(at(START))), Some(at("2014-10-01T16:30:00Z")));
        assert!(!open_to_all(at("2014-10-01T19:30:00Z"), None), "nobody knows when it begins");
    }

    #[test]
    fn an_open_offer_keeps_its_promise_where_the_new_begin_lets_it_and_three_hours_at_least() {
        let (now, promised) = (at("2014-09-30T08:00:00Z"), at("2014-10-01T08:00:00Z"));
        let moved = |start: &str| after_move(promised, now, Some(at(start)));
        assert_eq!(moved(START), Some(promised));
        assert_eq!(moved("2014-10-01T07:30:00Z"), Some(at("2014-09-30T19:30:00Z")));
        assert_eq!(moved("2014-09-30T23:00:00Z"), Some(at("2014-09-30T11:00:00Z")));
        assert_eq!(moved("2014-09-30T22:59:00Z"), None);
        assert_eq!(moved("2014-09-29T07:30:00Z"), None);
        assert_eq!(after_move(promised, now, None), Some(promised));
    }

    #[test]
    fn a_deadline_is_kept_alike_by_both_databases() {
        let now = at("2014-09-30T07:30:00.123Z");
        let until = deadline(now, Some(at("2014-10-02T07:30:00Z")));
        assert_eq!(until, Some(at("2014-10-01T07:30:00.061Z")), "whole milliseconds");
    }

    #[test]
    fn the_first_who_could_have_the_place_is_offered_it() {
        let now = at("2014-09-20T08:00:00Z");
        let step = next_step(&facts(&[(7, false), (8, true), (9, true)]), now);
        assert_eq!(step, Step::Offer { enrolment: 8, until: at("2014-09-22T08:00:00Z") });
    }

    #[test]
    fn every_step_that_does_nothing_says_why() {
        let now = at("2014-09-20T08:00:00Z");
        let one = [(7, true)];
        let full = Seats { capacity: Some(25), extra: 0, taken: 25 };
        let by_person = Facts { offers: Offers::ByPerson, ..facts(&one) };
        assert_eq!(next_step(&facts(&[]), now), Step::Nothing(Why::NobodyWaits));
        assert_eq!(next_step(&facts(&[(7, false)]), now), Step::Nothing(Why::NobodyCanHaveIt));
        assert_eq!(next_step(&Facts { seats: full, ..facts(&one) }, now), Step::Nothing(Why::NoFreePlace));
        assert_eq!(next_step(&Facts { open: false, ..facts(&one) }, now), Step::Nothing(Why::NotOpen));
        assert_eq!(next_step(&by_person, now), Step::Nothing(Why::APersonDecides));
        assert_eq!(next_step(&facts(&one), at("2014-10-01T19:00:00Z")), Step::Nothing(Why::TooLate));
        let by_hand = Facts { by_hand: true, ..by_person };
        assert!(matches!(next_step(&by_hand, now), Step::Offer { enrolment: 7, .. }));
    }

    #[test]
    fn the_first_missed_offer_leads_to_the_end_of_the_line_and_the_second_out_of_it() {
        assert_eq!(lapsed(0), Lapsed::EndOfLine);
        assert_eq!(lapsed(1), Lapsed::Out);
    }

    proptest! {
        #[test]
        fn a_deadline_gives_three_hours_and_leaves_twelve_before_the_start(minutes in 0i64..20_000) {
            let now = at("2014-09-20T08:00:00Z");
            let start = now + TimeDelta::minutes(minutes);
            if let Some(until) = deadline(now, Some(start)) {
                prop_assert!(until >= now + SHORTEST && until <= now + LONGEST);
                prop_assert!(until <= start - LAST_OFFER_BEFORE_START);
            } else {
                prop_assert!(start - now < LAST_OFFER_BEFORE_START + SHORTEST);
            }
        }
    }
}
