//! "I was there, and it does not show": who may say so, about what, and until when.

use chrono::{DateTime, TimeDelta, Utc};

use super::attendance::Mark;
use super::refusal::Refusal;
use super::register::RegisterState;

/// How long after a session somebody may say so.
pub const OPEN_FOR: TimeDelta = TimeDelta::days(30);
/// Within how long the office answers.
pub const ANSWERED_WITHIN: TimeDelta = TimeDelta::days(2);
/// The longest text, in characters.
pub const LONGEST: usize = 500;

/// The longest text of one who adds to what they said, in characters.
pub const LONGEST_ALL: usize = 2000;

/// What somebody has said once they have said something more about the same; none where they only said it again.
///
/// # Errors
/// [`Refusal::ReasonTooLong`] beyond [`LONGEST_ALL`].
pub fn with_more(said: Option<&str>, more: &str) -> Result<Option<String>, Refusal> {
    let all = match said {
        _ if more.is_empty() => return Ok(None),
        Some(said) if said.split("\n\n").any(|part| part == more) || said == more => return Ok(None),
        Some(said) => format!("{said}\n\n{more}"),
        None => more.to_owned(),
    };
    if all.chars().count() > LONGEST_ALL { Err(Refusal::ReasonTooLong) } else { Ok(Some(all)) }
}

/// How a session stands for somebody who has, or had, an enrolment in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its register.
    pub register: RegisterState,
    /// The mark that stands; none = not marked.
    pub mark: Option<Mark>,
    /// When it was set.
    pub marked_at: Option<DateTime<Utc>>,
    /// When the session ended; none = it has no date.
    pub ended_at: Option<DateTime<Utc>>,
    /// When the office last answered that it could not be confirmed.
    pub declined_at: Option<DateTime<Utc>>,
}

/// Whether somebody may say now that they were there.
///
/// # Errors
/// [`Refusal::NotRecordedYet`] while the register is open, [`Refusal::RecordedAlready`] where the mark counts,
/// [`Refusal::TooLateToContest`], and [`Refusal::AnsweredAlready`] where the office looked and nothing changed since.
pub fn may_contest(facts: &Facts, now: DateTime<Utc>) -> Result<(), Refusal> {
    if facts.register == RegisterState::Open {
        return Err(Refusal::NotRecordedYet);
    }
    if facts.mark.is_some_and(Mark::counts) {
        return Err(Refusal::RecordedAlready);
    }
    if facts.ended_at.is_none_or(|end| now > end + OPEN_FOR) {
        return Err(Refusal::TooLateToContest);
    }
    let answered = facts.declined_at.is_some_and(|answer| facts.marked_at.is_none_or(|mark| mark <= answer));
    if answered { Err(Refusal::AnsweredAlready) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn absent() -> Facts {
        Facts {
            register: RegisterState::Effective,
            mark: Some(Mark::Absent),
            marked_at: Some(at("2014-09-24T14:00:00Z")),
            ended_at: Some(at("2014-09-24T15:00:00Z")),
            declined_at: None,
        }
    }

    fn asked(facts: Facts, now: &str) -> Result<(), Refusal> {
        may_contest(&facts, at(now))
    }

    #[test]
    fn absent_excused_and_no_mark_can_be_contested_as_soon_as_the_register_is_closed() {
        let closed = RegisterState::Closed { effective_at: at("2014-09-24T16:00:00Z") };
        for register in [closed, RegisterState::Effective] {
            for mark in [None, Some(Mark::Absent), Some(Mark::Excused)] {
                let facts = Facts { register, mark, ..absent() };
                assert_eq!(asked(facts, "2014-09-24T15:30:00Z"), Ok(()));
            }
        }
        let open = Facts { register: RegisterState::Open, ..absent() };
        assert_eq!(asked(open, "2014-09-24T15:30:00Z"), Err(Refusal::NotRecordedYet));
    }

    #[test]
    fn what_counts_is_not_contested() {
        for mark in Mark::ALL.into_iter().filter(|mark| mark.counts()) {
            let facts = Facts { mark: Some(mark), ..absent() };
            assert_eq!(asked(facts, "2014-09-25T08:00:00Z"), Err(Refusal::RecordedAlready), "{mark:?}");
        }
    }

    #[test]
    fn what_is_added_stands_below_what_was_said_and_what_is_said_again_does_not() {
        assert_eq!(with_more(None, ""), Ok(None));
        assert_eq!(with_more(None, "Ero in aula."), Ok(Some("Ero in aula.".to_owned())));
        assert_eq!(with_more(Some("Ero in aula."), ""), Ok(None));
        assert_eq!(with_more(Some("Ero in aula."), "Ero in aula."), Ok(None));
        let both = "Ero in aula.\n\nHo firmato.";
        assert_eq!(with_more(Some("Ero in aula."), "Ho firmato."), Ok(Some(both.to_owned())));
        assert_eq!(with_more(Some(both), "Ho firmato."), Ok(None));
        assert_eq!(with_more(Some(both), both), Ok(None));
        let long = "è".repeat(LONGEST_ALL - 3);
        assert_eq!(
            with_more(Some(&long), "a").map(|all| all.map(|all| all.chars().count())),
            Ok(Some(LONGEST_ALL))
        );
        assert_eq!(with_more(Some(&long), "ab"), Err(Refusal::ReasonTooLong));
    }

    #[test]
    fn thirty_days_after_the_session_it_is_too_late() {
        assert_eq!(asked(absent(), "2014-10-24T15:00:00Z"), Ok(()));
        assert_eq!(asked(absent(), "2014-10-24T15:00:01Z"), Err(Refusal::TooLateToContest));
        let undated = Facts { ended_at: None, ..absent() };
        assert_eq!(asked(undated, "2014-09-25T08:00:00Z"), Err(Refusal::TooLateToContest));
    }

    #[test]
    fn after_an_answer_it_is_contested_again_only_if_a_mark_was_set_since() {
        let answered = Facts { declined_at: Some(at("2014-09-26T08:00:00Z")), ..absent() };
        assert_eq!(asked(answered, "2014-09-27T08:00:00Z"), Err(Refusal::AnsweredAlready));
        let unmarked = Facts { mark: None, marked_at: None, ..answered };
        assert_eq!(asked(unmarked, "2014-09-27T08:00:00Z"), Err(Refusal::AnsweredAlready));
        let marked_since = Facts { marked_at: Some(at("2014-09-26T09:00:00Z")), ..answered };
        assert_eq!(asked(marked_since, "2014-09-27T08:00:00Z"), Ok(()));
    }
}
