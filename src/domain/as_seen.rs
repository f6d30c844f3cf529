//! Whether an enrolment still stands as the page showed it on which somebody decided to end it: an old page ends nothing
//! that was never on it.

use super::enrolment::State;
use super::refusal::Refusal;

/// What is left to do for somebody who ends an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// It ends.
    Ends,
    /// It is over already: a second click changes nothing and is no error.
    Over,
}

/// Decides by the code of the state that was `seen`; none where nobody saw one. `again` says that what is over already was
/// ended by the same person, or that it does not matter by whom.
///
/// # Errors
/// [`Refusal::ChangedMeanwhile`] where it stands otherwise now.
pub fn leaving(seen: Option<&str>, again: bool, now: State) -> Result<Leaving, Refusal> {
    let as_seen = seen.is_none_or(|seen| seen == now.code());
    match now {
        State::Cancelled(_) if again || as_seen => Ok(Leaving::Over),
        _ if as_seen => Ok(Leaving::Ends),
        _ => Err(Refusal::ChangedMeanwhile(now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::enrolment::CancelReason;

    #[test]
    fn what_was_seen_ends_and_what_became_something_else_does_not() {
        assert_eq!(leaving(Some("waitlisted"), false, State::Waitlisted), Ok(Leaving::Ends));
        assert_eq!(leaving(None, false, State::Offered), Ok(Leaving::Ends), "nobody looked at a page");
        for seen in ["waitlisted", "applied", ""] {
            let refused = Err(Refusal::ChangedMeanwhile(State::Offered));
            assert_eq!(leaving(Some(seen), true, State::Offered), refused, "{seen}");
        }
    }

    #[test]
    fn a_second_click_finds_it_over_and_somebody_else_reads_that_it_is() {
        let over = State::Cancelled(CancelReason::ByPerson);
        assert_eq!(leaving(Some("confirmed"), true, over), Ok(Leaving::Over));
        assert_eq!(leaving(Some("cancelled"), false, over), Ok(Leaving::Over));
        assert_eq!(leaving(Some("confirmed"), false, over), Err(Refusal::ChangedMeanwhile(over)));
    }
}
