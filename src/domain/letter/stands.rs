//! How what a letter or a call speaks of stands now. On these facts two things are decided: whether a letter is sent once
//! more as it is (`holds.rs`), and what of it is still to be said on the phone (`current.rs`).

use chrono::{DateTime, NaiveDate, Utc};

use super::{Letter, PathFacts, Payload, SessionFacts};
use crate::domain::admission::FreePlaces;
use crate::domain::attendance::Mark;
use crate::domain::enrolment::State;

/// How it stands, in the edition it is about.
#[derive(Clone, Debug, Default)]
pub struct Stands {
    /// The state of the enrolment it is about.
    pub state: Option<State>,
    /// Until when a place is held for it.
    pub hold_until: Option<DateTime<Utc>>,
    /// Whether that enrolment has ended, and the person is enrolled in the same again.
    pub enrolled_again: bool,
    /// The position in the line.
    pub position: Option<u32>,
    /// For whom a free place of the workshop or course is that it is about.
    pub free_places: FreePlaces,
    /// Whether a place of it is free.
    pub room: bool,
    /// The session it speaks of; none = there is none any more.
    pub session: Option<SessionFacts>,
    /// Whether that session is over: it ended, its register is closed, or the person is marked in it. Where it speaks of
    /// the whole offering, whether each one is.
    pub past: bool,
    /// Whether that session was called off.
    pub called_off: bool,
    /// The days of the course.
    pub days: Vec<SessionFacts>,
    /// The rule as it is drawn; none = it is about nobody we know.
    pub path: Option<PathFacts>,
    /// How the person stands to the course.
    pub on_course: Option<State>,
    /// Whether the course takes enrolments.
    pub course_open: bool,
    /// The last day to enrol in it.
    pub closes: Option<NaiveDate>,
    /// Whether a person decides who comes into it.
    pub by_decision: bool,
    /// Whether a place on the course is free.
    pub course_room: bool,
    /// The number of the certificate that is valid.
    pub certificate: Option<String>,
    /// What is recorded of the person at the session whose mark it tells.
    pub recorded: Recorded,
}

/// What is recorded of somebody at one session, and what hangs on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// The mark that counts; none = there is none.
    pub mark: Option<Mark>,
    /// Whether the statement of it says what the register says; none = they were given none.
    pub statement: Option<bool>,
    /// Whether the office still has to look at the rule once more.
    pub rule_in_doubt: bool,
    /// Whether it still has to look at the certificate once more.
    pub certificate_in_doubt: bool,
    /// How many days of the course they attended.
    pub days_attended: u32,
}

impl Recorded {
    /// Whether they were there, as far as a mark says.
    pub fn attended(&self) -> bool {
        self.mark.is_some_and(Mark::counts)
    }

    /// Whether they were not, as far as a mark says: without one nobody knows.
    pub fn missed(&self) -> bool {
        self.mark.is_some_and(|mark| !mark.counts())
    }
}

impl Stands {
    /// How many workshops the person misses.
    pub fn missing(&self) -> Option<u32> {
        self.path.as_ref().map(|path| path.missing)
    }

    /// Whether they wait, and a place is free for whoever takes it first.
    pub fn can_take_first(&self) -> bool {
        self.state == Some(State::Waitlisted) && self.room && self.free_places == FreePlaces::ForAll
    }

    /// Whether there is still something to enrol in for whoever has reached the rule.
    pub fn can_enrol(&self) -> bool {
        self.on_course.is_none() && self.course_open
    }
}

impl Payload {
    /// The key of the edition it is about; letters written before they named theirs may name it in a link. Empty = none.
    pub fn edition_key(&self) -> &str {
        match &self.letter {
            Letter::CheckName { edition, .. } | Letter::CertificateReady { edition, .. }
                if self.season.is_empty() =>
            {
                edition
            }
            _ => &self.season,
        }
    }
}
