//! What everybody reads of a change: the dates of sessions, and what the page of an offering lets people do.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Change;
use crate::domain::invite::Appointment;
use crate::domain::offering::Kind;

/// A line of the public page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicLine {
    /// The offering.
    pub offering: i64,
    /// The session; none for the offering as a whole.
    pub session: Option<i64>,
    /// Before.
    pub before: Option<Appointment>,
    /// After; none = not held.
    pub after: Option<Appointment>,
}

/// What the page of an offering lets people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// There is no such page.
    Hidden,
    /// Ask to be told of the date.
    Tell,
    /// Sign up.
    SignUp,
    /// Nothing any more: it has begun.
    Closed,
}

impl Door {
    /// The door of an offering that everybody may know of, or not. A course takes people before its days are dated.
    pub fn of(shown: bool, kind: Kind, starts_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        match (shown, starts_at) {
            (false, _) => Self::Hidden,
            (true, None) if kind == Kind::Workshop => Self::Tell,
            (true, Some(start)) if start <= now => Self::Closed,
            (true, _) => Self::SignUp,
        }
    }

    /// The code of its words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Tell => "tell",
            Self::SignUp => "sign-up",
            Self::Closed => "closed",
        }
    }
}

/// A page that lets people do something else than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorLine {
    /// The offering.
    pub offering: i64,
    /// Whether it is the course, which takes whoever has the workshops that it asks for.
    #[serde(default)]
    pub course: bool,
    /// Before.
    pub before: Door,
    /// After.
    pub after: Door,
}

/// A text of the public pages that says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// The offering; none for the edition.
    pub offering: Option<i64>,
    /// `title`, `gloss`, `text-it`, `text-en`, `fee`; of an edition `edition-title-it`, `edition-title-en`.
    pub field: &'static str,
    /// Before; none = nothing stood there.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

impl TextLine {
    /// Those of some fields that differ, each with what it said and says.
    pub fn differing<const N: usize>(
        offering: Option<i64>,
        fields: [(&'static str, Option<&String>, Option<&String>); N],
    ) -> Vec<Self> {
        let differs = |(_, before, after): &(&str, Option<&String>, Option<&String>)| before != after;
        let line = |(field, before, after): (&'static str, Option<&String>, Option<&String>)| Self {
            offering,
            field,
            before: before.cloned(),
            after: after.cloned(),
        };
        fields.into_iter().filter(differs).map(line).collect()
    }
}

/// The lines of sessions that differ, and of offerings that are called off.
pub(super) fn public(change: &Change) -> Vec<PublicLine> {
    let differs = |moved: &&super::Moved| moved.before != moved.after;
    let lines = change.sessions.iter().filter(differs).map(|moved| PublicLine {
        offering: moved.offering,
        session: Some(moved.session),
        before: moved.before.clone(),
        after: moved.after.clone(),
    });
    let cancelled = change.offerings_cancelled.iter().map(|offering| PublicLine {
        offering: *offering,
        session: None,
        before: None,
        after: None,
    });
    lines.chain(cancelled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_opens_with_a_date_and_closes_with_the_begin() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let (now, later) = (at("2014-10-06T08:00:00Z"), Some(at("2014-10-09T07:30:00Z")));
        let begun = Some(at("2014-10-06T07:30:00Z"));
        assert_eq!(Door::of(false, Kind::Workshop, later, now), Door::Hidden);
        assert_eq!(Door::of(true, Kind::Workshop, None, now), Door::Tell);
        assert_eq!(Door::of(true, Kind::Workshop, later, now), Door::SignUp);
        assert_eq!(Door::of(true, Kind::Workshop, begun, now), Door::Closed);
        assert_eq!(Door::of(true, Kind::Course, None, now), Door::SignUp, "before its days are dated");
    }
}
