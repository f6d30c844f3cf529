//! A line of a person's history, and what it is about.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::audit_changes::Changed;
use crate::domain::offering::Kind;
use crate::store::certificates::Certificate;

/// A line of the history.
#[derive(Default, Serialize)]
pub struct HistoryLine {
    /// When.
    pub(super) at: String,
    #[serde(skip)]
    pub(super) when: DateTime<Utc>,
    /// `enrolment`, `mark`, `letter`, `paper` or `act`.
    pub(super) what: &'static str,
    /// The code: a state, a mark, a kind of letter, of paper, an act.
    pub(super) code: String,
    /// The reason of a cancellation, or the state of a letter.
    pub(super) detail: Option<String>,
    /// Whether it is about an offering.
    pub(super) named: bool,
    /// What that is called.
    pub(super) title: Option<String>,
    /// Place in the programme.
    pub(super) nth: usize,
    /// The date it is about.
    pub(super) date: Option<NaiveDate>,
    /// The edition, where the history is of several.
    pub(super) edition: Option<String>,
    /// The letter, whose page says what it says.
    pub(super) letter: Option<i64>,
    /// The certificate or statement.
    pub(super) paper: Option<PaperRef>,
    /// `person`, `staff`, `job` or `command`.
    pub(super) actor: String,
    /// The name of the human.
    pub(super) by: Option<String>,
    /// The reason somebody wrote.
    pub(super) text: Option<String>,
    /// What an act changed.
    pub(super) changes: Vec<Changed>,
}

/// A certificate, or the statement of a workshop.
#[derive(Clone, Serialize)]
pub(super) struct PaperRef {
    pub(super) id: i64,
    /// Its number; a statement has none.
    pub(super) number: String,
    /// The code of its public check.
    pub(super) code: String,
    /// Whether it is of the course: then the office has its PDF.
    pub(super) course: bool,
}

/// What a line is about.
#[derive(Default)]
pub(super) struct Named {
    pub(super) named: bool,
    pub(super) title: Option<String>,
    pub(super) nth: usize,
    pub(super) date: Option<NaiveDate>,
    pub(super) edition: Option<String>,
}

impl HistoryLine {
    pub(super) fn new(when: DateTime<Utc>, what: &'static str, code: String) -> Self {
        Self { at: when.to_rfc3339(), when, what, code, ..Self::default() }
    }

    pub(super) fn about(self, about: Named) -> Self {
        let Named { named, title, nth, date, edition } = about;
        Self { named, title, nth, date, edition, ..self }
    }
}

impl PaperRef {
    pub(super) fn of(row: &Certificate) -> Self {
        let number = row.number_text().unwrap_or_default();
        Self { id: row.id, number, code: row.code.clone(), course: row.kind() == Kind::Course }
    }
}
