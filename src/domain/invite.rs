//! What a person's calendar must be told: a REQUEST, a CANCEL, another text for a letter that still waits, or
//! nothing (CALENDAR.md R50–R58, R70–R73). One invite per enrolment, session and address, for ever.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::letter::Method;

/// What SEQUENCE watches of a session: when and where. A title that changes is no new appointment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Local date.
    pub date: Option<NaiveDate>,
    /// Local begin.
    pub start: Option<NaiveTime>,
    /// Local end.
    pub end: Option<NaiveTime>,
    /// Where.
    pub place: Option<String>,
}

/// The last thing a calendar was told, or may have been: by a letter whose sending began, or by the feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its SEQUENCE.
    pub sequence: u32,
    /// Whether it was a CANCEL.
    pub ended: bool,
    /// Whether by a letter; else by the feed alone.
    pub mailed: bool,
    /// What it said.
    pub appointment: Appointment,
}

/// A letter of the invite that nobody has begun to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What it asks for.
    pub method: Method,
    /// What it says.
    pub appointment: Appointment,
}

/// A message to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// REQUEST or CANCEL.
    pub method: Method,
    /// Its SEQUENCE.
    pub sequence: u32,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    Nothing,
    /// A new letter.
    Send(Message),
    /// The waiting letter says this instead.
    Replace(Message),
    /// The waiting letter is withdrawn: the calendar knows already what is true.
    Withdraw,
    /// The waiting letter is withdrawn and another one sent.
    WithdrawAndSend(Message),
}

/// Decides for one person and one session whose end lies ahead. `wanted` is what the calendar should show; none =
/// not expected. `told` and `waiting` are what it was told and what is on its way.
pub fn decide(wanted: Option<&Appointment>, told: Option<&Told>, waiting: Option<&Waiting>) -> Action {
    match (message(wanted, told), waiting) {
        (None, None) => Action::Nothing,
        (None, Some(_)) => Action::Withdraw,
        (Some(message), None) => Action::Send(message),
        (Some(message), Some(waiting)) if message.method != waiting.method => {
            Action::WithdrawAndSend(message)
        }
        (Some(_), Some(waiting)) if wanted.is_none_or(|wanted| *wanted == waiting.appointment) => {
            Action::Nothing
        }
        (Some(message), Some(_)) => Action::Replace(message),
    }
}

/// The message that leads from what was told to what is wanted (R50, R51, R54).
fn message(wanted: Option<&Appointment>, told: Option<&Told>) -> Option<Message> {
    let request = |sequence| Some(Message { method: Method::Request, sequence });
    match (wanted, told) {
        (Some(_), None) => request(0),
        (None, None) => None,
        (Some(_), Some(told)) if told.ended => request(told.sequence + 1),
        (None, Some(told)) if told.ended => None,
        (Some(wanted), Some(told)) if *wanted != told.appointment => request(told.sequence + 1),
        // The feed has told it; a mail that says the same comes as the feed's own SEQUENCE.
        (Some(_), Some(told)) if !told.mailed => request(told.sequence),
        (Some(_), Some(_)) => None,
        // Only the feed has told it: the feed itself takes it back.
        (None, Some(told)) if !told.mailed => None,
        (None, Some(told)) => Some(Message { method: Method::Cancel, sequence: told.sequence + 1 }),
    }
}

/// The state of an invite whose person wants no letters: what the feed shows from now on, told by being saved. What
/// was mailed before is first taken back by a CANCEL, whose message is given too.
pub fn fed(wanted: Option<&Appointment>, told: Option<&Told>) -> (Option<Message>, Option<Told>) {
    let live = |sequence, appointment: &Appointment| Told {
        sequence,
        ended: false,
        mailed: false,
        appointment: appointment.clone(),
    };
    match (wanted, told) {
        (None, None) => (None, None),
        (Some(wanted), None) => (None, Some(live(0, wanted))),
        (wanted, Some(told)) if told.mailed && !told.ended => {
            let cancel = Message { method: Method::Cancel, sequence: told.sequence + 1 };
            let ended = Told { sequence: cancel.sequence, ended: true, ..told.clone() };
            (Some(cancel), Some(wanted.map_or(ended, |wanted| live(told.sequence + 2, wanted))))
        }
        (Some(wanted), Some(told)) if !told.ended && *wanted == told.appointment => {
            (None, Some(told.clone()))
        }
        (Some(wanted), Some(told)) => (None, Some(live(told.sequence + 1, wanted))),
        (None, Some(told)) if told.ended => (None, Some(told.clone())),
        (None, Some(told)) => (None, Some(Told { sequence: told.sequence + 1, ended: true, ..told.clone() })),
    }
}

#[cfg(test)]
#[path = "invite_tests.rs"]
mod tests;
