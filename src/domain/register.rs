//! All marks of one session: open, closed, effective. Until it takes effect a closing can be undone and
//! nothing follows from it.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::attendance::Mark;
use super::enrolment::State;
use super::refusal::Refusal;
use super::session::{Timing, instant};

/// Local hour of its session's day by which a register is to be closed.
const EVENING: u32 = 20;

/// Where a register stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterState {
    /// Marks can be set.
    Open,
    /// Closed by a person; takes effect at this instant unless undone.
    Closed {
        /// When it takes effect.
        effective_at: DateTime<Utc>,
    },
    /// Everything that follows from it has been decided.
    Effective,
}

/// What a click on closing a register does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// It is closed, and takes effect at this instant.
    From(DateTime<Utc>),
    /// It was closed before and stands as it is: a second click moves nothing, and is no failure.
    Standing,
}

/// What closing a register now does.
///
/// # Errors
/// The session has not begun.
pub fn close(
    state: RegisterState,
    starts_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    delay: TimeDelta,
) -> Result<Closing, Refusal> {
    if state != RegisterState::Open {
        return Ok(Closing::Standing);
    }
    match starts_at {
        Some(start) if start <= now => Ok(Closing::From(now + delay)),
        _ => Err(Refusal::TooEarly),
    }
}

/// From when several registers hold together; none while one of them is open, and once all of them do.
pub fn holds_from(registers: &[RegisterState]) -> Option<DateTime<Utc>> {
    if registers.contains(&RegisterState::Open) {
        return None;
    }
    let from = |register: &RegisterState| match register {
        RegisterState::Closed { effective_at } => Some(*effective_at),
        RegisterState::Open | RegisterState::Effective => None,
    };
    registers.iter().filter_map(from).max()
}

/// From when on an open register is one for the office: 20:00 of its session's day, with or without hours, and not
/// before the end of a session that lasts longer.
pub fn closed_by(timing: &Timing) -> DateTime<Utc> {
    let evening = NaiveTime::from_hms_opt(EVENING, 0, 0).unwrap_or_default();
    let evening = instant(timing.date, evening, timing.zone);
    if timing.hours.is_some() { evening.max(timing.ends_at()) } else { evening }
}

/// Whether a closing is to be undone now; not where one was undone before and the register is open, which is what a
/// second click wants.
///
/// # Errors
/// It was never closed, or its time has come.
pub fn undo(state: RegisterState, undone_before: bool, now: DateTime<Utc>) -> Result<bool, Refusal> {
    match state {
        RegisterState::Closed { effective_at } if now < effective_at => Ok(true),
        RegisterState::Open if undone_before => Ok(false),
        _ => Err(Refusal::NothingToUndo),
    }
}

/// Whether the page proposes *absent* for whoever comes now: later than the edition's limit, while the session is
/// still going on. Without hours nobody can be late. Only a proposal: the mark alone decides.
pub fn proposes_absent(timing: Option<Timing>, limit_minutes: Option<i64>, now: DateTime<Utc>) -> bool {
    let (Some(timing), Some(limit)) = (timing, limit_minutes) else { return false };
    timing.hours.is_some() && now > timing.starts_at() + TimeDelta::minutes(limit) && now < timing.ends_at()
}

/// In which part of the register a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Expected.
    Expected,
    /// On the course with a provisional place.
    Provisional,
    /// Pending, waiting or cancelled: folded; marking one of these is a walk-in.
    Others,
}

/// Where somebody with this enrolment stands.
pub fn part(state: State) -> Part {
    match state {
        State::Confirmed => Part::Expected,
        State::Provisional => Part::Provisional,
        _ => Part::Others,
    }
}

/// The totals that are shown before closing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Marked present.
    pub present: u32,
    /// Marked late.
    pub late: u32,
    /// Marked left early.
    pub left_early: u32,
    /// Marked absent.
    pub absent: u32,
    /// Marked excused.
    pub excused: u32,
    /// Expected or provisional and without a mark.
    pub unmarked: u32,
}

/// Adds the marks of the people listed (none = not marked).
pub fn totals(marks: impl IntoIterator<Item = Option<Mark>>) -> Totals {
    let mut totals = Totals::default();
    for mark in marks {
        let field = match mark {
            Some(Mark::Present) => &mut totals.present,
            Some(Mark::Late) => &mut totals.late,
            Some(Mark::LeftEarly) => &mut totals.left_early,
            Some(Mark::Absent) => &mut totals.absent,
            Some(Mark::Excused) => &mut totals.excused,
            None => &mut totals.unmarked,
        };
        *field += 1;
    }
    totals
}

impl Totals {
    /// How many people have a mark.
    pub fn marked(&self) -> u32 {
        self.present + self.late + self.left_early + self.absent + self.excused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn several_registers_hold_from_the_last_of_them_once_none_is_open() {
        let closed = |text: &str| RegisterState::Closed { effective_at: at(text) };
        let (first, last) = (closed("2014-09-24T15:30:00Z"), closed("2014-09-24T16:30:00Z"));
        assert_eq!(holds_from(&[first, last]), Some(at("2014-09-24T16:30:00Z")));
        assert_eq!(holds_from(&[first, RegisterState::Effective]), Some(at("2014-09-24T15:30:00Z")));
        assert_eq!(holds_from(&[first, RegisterState::Open]), None);
        assert_eq!(holds_from(&[RegisterState::Effective]), None);
        assert_eq!(holds_from(&[]), None);
    }

    #[test]
    fn a_register_takes_effect_after_the_set_time() {
        let now = at("2014-09-24T15:00:00Z");
        let start = Some(at("2014-09-24T07:30:00Z"));
        assert_eq!(
            close(RegisterState::Open, start, now, TimeDelta::minutes(30)),
            Ok(Closing::From(at("2014-09-24T15:30:00Z")))
        );
    }

    #[test]
    fn a_register_that_is_closed_stands_as_it_is_when_it_is_closed_once_more() {
        let now = at("2014-09-24T15:05:00Z");
        let start = Some(at("2014-09-24T07:30:00Z"));
        let closed = RegisterState::Closed { effective_at: at("2014-09-24T15:30:00Z") };
        for state in [closed, RegisterState::Effective] {
            assert_eq!(close(state, start, now, TimeDelta::minutes(30)), Ok(Closing::Standing), "{state:?}");
        }
    }

    #[test]
    fn a_register_is_not_closed_before_its_session_begins() {
        let now = at("2014-09-24T07:00:00Z");
        assert_eq!(
            close(RegisterState::Open, Some(at("2014-09-24T07:30:00Z")), now, TimeDelta::minutes(30)),
            Err(Refusal::TooEarly)
        );
        assert_eq!(close(RegisterState::Open, None, now, TimeDelta::minutes(30)), Err(Refusal::TooEarly));
    }

    #[test]
    fn a_closing_can_be_undone_until_it_takes_effect() {
        let closed = RegisterState::Closed { effective_at: at("2014-09-24T15:30:00Z") };
        assert_eq!(undo(closed, false, at("2014-09-24T15:29:59Z")), Ok(true));
        assert_eq!(undo(closed, true, at("2014-09-24T15:29:59Z")), Ok(true), "closed and undone before");
        for state in [closed, RegisterState::Effective] {
            for before in [false, true] {
                let late = undo(state, before, at("2014-09-24T15:30:00Z"));
                assert_eq!(late, Err(Refusal::NothingToUndo), "{state:?} {before}");
            }
        }
    }

    #[test]
    fn a_closing_is_undone_once_and_a_register_that_was_never_closed_has_none() {
        let now = at("2014-09-24T15:00:00Z");
        assert_eq!(undo(RegisterState::Open, true, now), Ok(false));
        assert_eq!(undo(RegisterState::Open, false, now), Err(Refusal::NothingToUndo));
    }

    #[test]
    fn a_register_is_to_be_closed_by_eight_in_the_evening_or_by_the_end_of_a_later_session() {
        let (date, zone) = ("2014-09-24".parse().unwrap(), chrono_tz::Europe::Rome);
        let hours = |start: &str, end: &str| {
            let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
            Some(crate::domain::session::Hours { start, end })
        };
        for (hours, by) in [
            (None, "2014-09-24T18:00:00Z"),
            (hours("09:30:00", "17:00:00"), "2014-09-24T18:00:00Z"),
            (hours("18:00:00", "20:00:00"), "2014-09-24T18:00:00Z"),
            (hours("20:30:00", "22:15:00"), "2014-09-24T20:15:00Z"),
        ] {
            assert_eq!(closed_by(&Timing { date, hours, zone }), at(by), "{hours:?}");
        }
        let winter = Timing { date: "2014-11-19".parse().unwrap(), hours: None, zone };
        assert_eq!(closed_by(&winter), at("2014-11-19T19:00:00Z"), "by the clock on the wall");
    }

    #[test]
    fn absent_is_proposed_only_beyond_the_limit_while_the_session_goes_on() {
        let hours = crate::domain::session::Hours {
            start: "09:30:00".parse().unwrap(),
            end: "17:00:00".parse().unwrap(),
        };
        let date = "2014-09-24".parse().unwrap();
        let zone = chrono_tz::Europe::Rome;
        let timed = Some(Timing { date, hours: Some(hours), zone });
        assert!(!proposes_absent(timed, Some(30), at("2014-09-24T08:00:00Z")));
        assert!(proposes_absent(timed, Some(30), at("2014-09-24T08:00:01Z")));
        assert!(!proposes_absent(timed, Some(30), at("2014-09-24T15:00:00Z")));
        assert!(!proposes_absent(timed, None, at("2014-09-24T09:00:00Z")));
        let all_day = Some(Timing { date, hours: None, zone });
        assert!(!proposes_absent(all_day, Some(30), at("2014-09-24T09:00:00Z")));
    }

    #[test]
    fn not_marked_is_counted_apart_from_absent() {
        let sum = totals([Some(Mark::Present), Some(Mark::Absent), None, None, Some(Mark::Late)]);
        assert_eq!(sum, Totals { present: 1, late: 1, absent: 1, unmarked: 2, ..Totals::default() });
        assert_eq!(sum.marked(), 3);
    }
}
