//! What a person's calendar must be told: create, update, cancel, withdraw, or nothing (CALENDAR.md R50–R58,
//! R70–R73). One invite per enrolment, session and address, for ever.

use chrono::{DateTime, Utc};

/// How far the last letter of an invite got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Never begun to be sent.
    Waiting,
    /// Begun, handed over, or refused: it may have reached the person.
    MayHaveReached,
}

/// An invite as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The SEQUENCE of its last letter.
    pub sequence: u32,
    /// Whether the last letter was a CANCEL.
    pub ended: bool,
    /// How far that letter got.
    pub delivery: Delivery,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A REQUEST with this SEQUENCE (0 for a new UID, above the CANCEL's for one that comes back).
    Request {
        /// The SEQUENCE to send.
        sequence: u32,
    },
    /// A CANCEL with this SEQUENCE.
    Cancel {
        /// The SEQUENCE to send.
        sequence: u32,
    },
    /// The REQUEST that was never begun to be sent is withdrawn; no CANCEL either.
    Withdraw,
    /// Nothing.
    Nothing,
}

/// Decides for one person and one session. Past sessions are left alone: they stay in people's calendars.
pub fn decide(
    expected: bool,
    ends_at: DateTime<Utc>,
    standing: Option<Standing>,
    now: DateTime<Utc>,
) -> Action {
    if ends_at <= now {
        return Action::Nothing;
    }
    match (expected, standing) {
        (true, None) => Action::Request { sequence: 0 },
        (true, Some(Standing { ended: true, sequence, .. })) => Action::Request { sequence: sequence + 1 },
        (false, Some(Standing { ended: false, delivery: Delivery::Waiting, .. })) => Action::Withdraw,
        (false, Some(Standing { ended: false, sequence, .. })) => Action::Cancel { sequence: sequence + 1 },
        (true, Some(Standing { ended: false, .. })) | (false, None | Some(Standing { ended: true, .. })) => {
            Action::Nothing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2014-09-15T07:00:00Z";
    const LATER: &str = "2014-09-24T15:00:00Z";

    fn ask(expected: bool, standing: Option<Standing>) -> Action {
        decide(expected, LATER.parse().unwrap(), standing, NOW.parse().unwrap())
    }

    fn standing(sequence: u32, ended: bool, delivery: Delivery) -> Option<Standing> {
        Some(Standing { sequence, ended, delivery })
    }

    #[test]
    fn r50_the_first_message_of_a_uid_is_a_request_with_sequence_0() {
        assert_eq!(ask(true, None), Action::Request { sequence: 0 });
        assert_eq!(ask(false, None), Action::Nothing);
    }

    #[test]
    fn r51_a_cancel_raises_the_sequence() {
        assert_eq!(ask(false, standing(0, false, Delivery::MayHaveReached)), Action::Cancel { sequence: 1 });
    }

    #[test]
    fn r54_an_invite_that_comes_back_stands_above_its_cancel() {
        assert_eq!(ask(true, standing(1, true, Delivery::MayHaveReached)), Action::Request { sequence: 2 });
    }

    #[test]
    fn r56_a_live_invite_is_not_sent_twice() {
        assert_eq!(ask(true, standing(0, false, Delivery::Waiting)), Action::Nothing);
    }

    #[test]
    fn r73_past_days_stay_in_peoples_calendars() {
        let past = decide(
            false,
            NOW.parse().unwrap(),
            standing(0, false, Delivery::MayHaveReached),
            LATER.parse().unwrap(),
        );
        assert_eq!(past, Action::Nothing);
    }

    #[test]
    fn a_request_never_begun_to_be_sent_is_withdrawn_without_a_cancel() {
        assert_eq!(ask(false, standing(0, false, Delivery::Waiting)), Action::Withdraw);
    }
}
