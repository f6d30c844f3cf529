//! What letters speak of: who, to whom, which session, the rule as it is drawn, the calendar object.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::attendance::Mark;
use crate::domain::invite::Appointment;
use crate::domain::path_slots::Slot;

/// Who sends, as it stood when the letter was decided, so that every try has the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The public address of the program, without a slash at the end.
    pub public_address: String,
    /// The organisation's name.
    pub organisation: String,
    /// The organizer's mailbox: From of every mail, ORGANIZER of every invite.
    pub mailbox: String,
    /// The name shown beside it.
    pub mailbox_name: String,
    /// A phone number for people, if there is one.
    pub phone: Option<String>,
    /// Who signs.
    pub signature: String,
}

/// To whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The address.
    pub address: String,
    /// First name, for the greeting; may be empty.
    pub given_name: String,
    /// Whole name, for To and ATTENDEE; may be empty.
    pub full_name: String,
}

/// A title in its official form, with an English gloss if there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// As announced.
    pub official: String,
    /// What it means, in English.
    pub gloss: Option<String>,
    /// The place among the workshops of the programme, which names one without a title; 0 = none.
    #[serde(default)]
    pub nth: u32,
}

/// A session as letters speak of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFacts {
    /// What it belongs to.
    pub title: Title,
    /// Its number within the offering, from 1.
    pub number: u32,
    /// How many sessions the offering has.
    pub of: u32,
    /// Local date, if there is one.
    pub date: Option<NaiveDate>,
    /// Local begin, if known.
    pub start: Option<NaiveTime>,
    /// Local end, if known.
    pub end: Option<NaiveTime>,
    /// IANA name of the zone.
    pub zone: String,
    /// Where; none while unknown.
    pub place: Option<String>,
    /// The page that tells more, from the root: `/workshop/…`.
    pub page: String,
    /// The course's first day, where a letter that says so much tells that a workshop comes too late to count for it.
    #[serde(default)]
    pub too_late_for: Option<NaiveDate>,
}

impl SessionFacts {
    /// When and where, which is what a calendar watches.
    pub fn appointment(&self) -> Appointment {
        Appointment { date: self.date, start: self.start, end: self.end, place: self.place.clone() }
    }

    /// The same session at another time or place.
    pub fn at(mut self, appointment: &Appointment) -> Self {
        (self.date, self.start, self.end) = (appointment.date, appointment.start, appointment.end);
        self.place.clone_from(&appointment.place);
        self
    }
}

/// One choice of a sign-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The session chosen.
    pub session: SessionFacts,
    /// The position in the line; none = a place is held.
    pub position: Option<u32>,
}

/// The rule as letters draw it: the slots, and what can still be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathFacts {
    /// How many workshops the edition requires.
    pub required: u32,
    /// How many it offers.
    pub offered: u32,
    /// How many are missing.
    pub missing: u32,
    /// The slots.
    pub slots: Vec<Slot>,
    /// What can still be chosen.
    pub choices: Vec<SessionFacts>,
    /// The pages of workshops that have no place for a newcomer: choosing one is joining its line. Known of what is said
    /// on the phone alone; a letter is read later.
    #[serde(default)]
    pub full: Vec<String>,
}

/// A mark that was corrected after its register took effect: what was, what is, and why it matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// The session.
    pub session: SessionFacts,
    /// Whether it is a day of the course.
    pub course: bool,
    /// The mark before; none = there was none.
    pub was: Option<Mark>,
    /// The mark now.
    pub now: Mark,
    /// Whether it counts now.
    pub attended: bool,
    /// Whether the workshop is one of those that the rule looks at.
    pub counts: bool,
    /// The reason, in the words of whoever corrected it.
    pub reason: String,
    /// Who corrected it; may be empty.
    pub by: String,
    /// Whether the person had said so before.
    pub asked: bool,
    /// Days of the course attended now.
    pub days_attended: u32,
    /// Days of the course.
    pub days: u32,
    /// How many of them the certificate asks for.
    pub days_needed: Option<u32>,
    /// Whether the office has to look at the rule once more.
    pub rule_in_doubt: bool,
    /// Whether the office has to look at the certificate once more.
    pub certificate_in_doubt: bool,
    /// Whether the statement they were given of the workshop is not valid any more.
    #[serde(default)]
    pub statement_in_doubt: bool,
    /// Whether it is valid again.
    #[serde(default)]
    pub statement_safe: bool,
    /// The titles of other editions in which the office has to look at what they have.
    #[serde(default)]
    pub elsewhere: Vec<String>,
}

/// What becomes of a place that somebody was offered, in a letter about a session that changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "now", rename_all = "snake_case")]
pub enum OfferNow {
    /// None was offered.
    #[default]
    NotMade,
    /// It is still held; two links, one that takes it and one that does not.
    Held {
        /// Until when, now.
        until: DateTime<Utc>,
        /// Takes it.
        accept_token: String,
        /// Gives it up.
        decline_token: String,
    },
    /// The new begin leaves no time to answer: the place is everybody's.
    Over,
    /// A change left no time to answer: the offer is over. The line goes on, or nobody gets in any more without an offer.
    Ended,
}

impl OfferNow {
    /// Whether there was an offer, and a change ended it.
    pub fn has_ended(&self) -> bool {
        matches!(self, Self::Over | Self::Ended)
    }
}

/// Ask to be in a calendar, or to be taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// RFC 5546 section 3.2.2.
    Request,
    /// RFC 5546 section 3.2.5.
    Cancel,
}

/// A line of the Monday digest: something only a person of the office can settle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestLine {
    /// The code of the day's list: `register-open`, `place-to-give`, …
    pub what: String,
    /// How many.
    pub count: u32,
    /// A second number of the sentence: people waiting.
    pub people: u32,
    /// The date it is about.
    pub date: Option<NaiveDate>,
    /// The title of what it is about.
    pub title: Title,
}

/// The iCalendar object of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteFacts {
    /// Stored once for enrolment, session and address.
    pub uid: String,
    /// Grows with each change that counts.
    pub sequence: u32,
    /// When this message of the UID was made; later than the one before by a second at least (R52).
    pub dtstamp: DateTime<Utc>,
    /// Request or cancel.
    pub method: Method,
    /// The session.
    pub session: SessionFacts,
}
