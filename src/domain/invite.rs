//! What a person's calendar must be told: a REQUEST, a CANCEL, another text for a letter that still waits, or
//! nothing (CALENDAR.md R50–R58, R70–R73). One invite per enrolment, session and address, for ever.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::letter::Method;
use super::session::{Hours, Timing};

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

impl Appointment {
    /// When it is; none without a date.
    pub fn timing(&self, zone: Tz) -> Option<Timing> {
        let hours = self.start.zip(self.end).map(|(start, end)| Hours { start, end });
        Some(Timing { date: self.date?, hours, zone })
    }
}

/// How long before a begin people have to know when and where it is, to be there or not to set out for it.
pub const NEAR: TimeDelta = TimeDelta::hours(1);

/// Whether it begins so soon that a change of it is told at once; without hours nobody knows when it begins.
pub fn is_near(timing: &Timing, now: DateTime<Utc>) -> bool {
    let left = timing.starts_at() - now;
    timing.hours.is_some() && left > TimeDelta::zero() && left <= NEAR
}

/// How long a change of an appointment may wait for another one: never into the last hour before the begin of any of the
/// appointments that people may be on their way to, nor beyond a begin. One that goes on is told at once; one that is
/// over holds nothing up.
pub fn quiet(longest: TimeDelta, now: DateTime<Utc>, zone: Tz, known: &[&Appointment]) -> TimeDelta {
    known
        .iter()
        .filter_map(|appointment| appointment.timing(zone))
        .filter(|timing| timing.ends_at() > now)
        .map(|timing| (timing.starts_at() - NEAR - now).max(TimeDelta::zero()))
        .fold(longest, TimeDelta::min)
}

/// The last thing a calendar was told, or may have been: by a letter whose sending began, or by the feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its SEQUENCE.
    pub sequence: u32,
    /// Whether it was a CANCEL.
    pub ended: bool,
    /// What it said.
    pub appointment: Appointment,
    /// Its DTSTAMP, which the next message has to be later than (R52); none where it was told before stamps were kept.
    #[serde(default)]
    pub stamp: Option<DateTime<Utc>>,
}

/// A letter of the invite that nobody has begun to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What it asks for.
    pub method: Method,
    /// Its SEQUENCE.
    pub sequence: u32,
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

/// What is known of an invite. Calendars learn of it by mail or by the feed, and what one way told the other does not
/// take back: so it is kept apart what mail has put into a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The last thing told, by either way.
    pub told: Option<Told>,
    /// What the last letter whose sending began put into the calendar; none where it was a CANCEL, or there was none.
    pub in_mail: Option<Appointment>,
    /// The letter on its way.
    pub waiting: Option<Waiting>,
}

impl Known {
    /// Whether only the feed still has to take the appointment back: mail did not put it into a calendar, or its CANCEL
    /// is on its way and the feed has gone on above it.
    pub fn only_fed(&self) -> bool {
        let Some(told) = self.told.as_ref().filter(|told| !told.ended) else { return false };
        let cancelled = self.waiting.as_ref().filter(|waiting| waiting.method == Method::Cancel);
        self.in_mail.is_none() || cancelled.is_some_and(|cancel| cancel.sequence < told.sequence)
    }

    /// The stamp of an invite once a letter of it that waited was withdrawn: nobody has seen that letter's own, which need
    /// not be exceeded (R30). `last` is the newest one that was made.
    pub fn stamp_told(&self, last: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
        match &self.told {
            Some(told) => told.stamp.unwrap_or(last),
            None => last.min(now),
        }
    }

    /// The stamp of a letter that waits and says something else now: that of the moment it leaves, later than whatever
    /// was told (R30, R52).
    pub fn stamp_at(&self, last: DateTime<Utc>, leaves: DateTime<Utc>) -> DateTime<Utc> {
        match &self.told {
            Some(told) => told.stamp.map_or(last, |told| leaves.max(told + TimeDelta::seconds(1))),
            None => leaves,
        }
    }

    /// Whether mail put it into their calendar, or is about to.
    pub fn is_invited(&self) -> bool {
        self.in_mail.is_some() || self.waits(Method::Request)
    }

    fn waits(&self, method: Method) -> bool {
        self.waiting.as_ref().is_some_and(|waiting| waiting.method == method)
    }
}

/// Decides for one person who takes invites, and one session whose end lies ahead. `wanted` is what the calendar should
/// show; none = not expected.
pub fn decide(wanted: Option<&Appointment>, known: &Known) -> Action {
    match (message(wanted, known), &known.waiting) {
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

/// The message that leads from what is known to what is wanted (R50, R51, R54).
fn message(wanted: Option<&Appointment>, known: &Known) -> Option<Message> {
    let request = |sequence| Some(Message { method: Method::Request, sequence });
    match (wanted, &known.told) {
        (Some(_), None) => request(0),
        (None, None) => None,
        // What mail put into the calendar only mail takes out again, whatever the feed said since.
        (None, Some(told)) => {
            let cancel = Message { method: Method::Cancel, sequence: told.sequence + 1 };
            known.in_mail.is_some().then_some(cancel)
        }
        (Some(wanted), Some(told)) if told.ended || *wanted != told.appointment => request(told.sequence + 1),
        (Some(wanted), Some(_)) if known.in_mail.as_ref() == Some(wanted) => None,
        // The feed has told it; a mail that says the same comes as the feed's own SEQUENCE.
        (Some(_), Some(told)) => request(told.sequence),
    }
}

/// The state of an invite whose person wants no letters: what the feed shows from now on, told by being saved. What mail
/// put into the calendar is first taken back by a CANCEL, whose message is given too, unless one is on its way.
pub fn fed(wanted: Option<&Appointment>, known: &Known) -> (Option<Message>, Option<Told>) {
    let live = |sequence, appointment: &Appointment| Told {
        sequence,
        ended: false,
        appointment: appointment.clone(),
        stamp: None,
    };
    let Some(told) = &known.told else { return (None, wanted.map(|wanted| live(0, wanted))) };
    let ended = |sequence| Told { sequence, ended: true, ..told.clone() };
    if known.in_mail.is_some() && !known.waits(Method::Cancel) {
        let cancel = Message { method: Method::Cancel, sequence: told.sequence + 1 };
        let now = wanted.map_or_else(|| ended(cancel.sequence), |wanted| live(told.sequence + 2, wanted));
        return (Some(cancel), Some(now));
    }
    // The feed goes on above a CANCEL that is on its way.
    let above = known.waiting.as_ref().filter(|waiting| waiting.method == Method::Cancel);
    let above = above.map_or(0, |cancel| cancel.sequence + 1);
    let now = match wanted {
        Some(wanted) if !told.ended && *wanted == told.appointment && told.sequence >= above => told.clone(),
        Some(wanted) => live((told.sequence + 1).max(above), wanted),
        None if told.ended => told.clone(),
        None => ended((told.sequence + 1).max(above)),
    };
    (None, Some(now))
}

#[cfg(test)]
#[path = "invite_stamp_tests.rs"]
mod stamp_tests;
#[cfg(test)]
#[path = "invite_tests.rs"]
mod tests;
