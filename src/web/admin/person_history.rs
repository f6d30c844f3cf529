//! What happened with one person, as one history: enrolments, marks, letters, acts of the office, their own word about
//! their name. Each line tells what was so then.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Rome;
use serde::Serialize;

use super::person_view::Loader;
use crate::domain::session::local_date;
use crate::store::enrolments::{self, Enrolment};
use crate::store::name_checks::{self, NameCheck};
use crate::store::people::{self, Person};
use crate::store::{attendance, audit, outbox, sessions, texts};
use crate::web::error::PageError;
use crate::words::Value;

/// A line of the history.
#[derive(Serialize)]
pub struct HistoryLine {
    /// When.
    pub at: String,
    #[serde(skip)]
    when: DateTime<Utc>,
    /// `enrolment`, `mark`, `letter`, `waiver` or `role`.
    pub what: &'static str,
    /// The code: a state, a mark, a kind of letter, an act.
    pub code: String,
    /// The reason of a cancellation, or the state of a letter.
    pub detail: Option<String>,
    /// What it is about.
    pub title: Option<String>,
    /// Place in the programme.
    pub nth: usize,
    /// The date it is about.
    pub date: Option<chrono::NaiveDate>,
    /// `person`, `staff`, `job` or `command`.
    pub actor: String,
    /// The name of the human.
    pub by: Option<String>,
    /// The reason somebody wrote.
    pub text: Option<String>,
}

impl HistoryLine {
    /// An act that is about the person.
    fn of_act(when: DateTime<Utc>, code: &str, actor: &str) -> Self {
        Self {
            at: when.to_rfc3339(),
            when,
            what: "act",
            code: code.to_owned(),
            detail: None,
            title: None,
            nth: 0,
            date: None,
            actor: actor.to_owned(),
            by: None,
            text: None,
        }
    }
}

impl Loader<'_> {
    /// Everything that happened, newest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn history(
        &mut self,
        person: &Person,
        all: &[Enrolment],
    ) -> Result<Vec<HistoryLine>, PageError> {
        let mut lines = self.enrolment_lines(all).await?;
        lines.extend(self.mark_lines(person.id).await?);
        lines.extend(self.letter_lines(person.id).await?);
        lines.extend(self.audit_lines(person.id).await?);
        lines.extend(self.name_lines(person.id).await?);
        // Newest first; of the same instant, what was written last comes first too.
        lines.reverse();
        lines.sort_by_key(|line| std::cmp::Reverse(line.when));
        Ok(lines)
    }

    async fn enrolment_lines(&mut self, all: &[Enrolment]) -> Result<Vec<HistoryLine>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let ids: Vec<i64> = all.iter().map(|e| e.id).collect();
        let rows = enrolments::history(reader, &ids).await?;
        let words = texts::bodies(reader, &rows.iter().filter_map(|r| r.text_id).collect::<Vec<_>>()).await?;
        let mut lines = Vec::new();
        for row in rows {
            let offering = all.iter().find(|e| e.id == row.enrolment_id).map_or(0, |e| e.offering_id);
            let named = self.named(offering).await?;
            lines.push(HistoryLine {
                at: row.at.to_rfc3339(),
                when: row.at,
                what: "enrolment",
                date: row.date(),
                code: row.to_state,
                detail: row.reason,
                title: named.title,
                nth: named.nth,
                by: self.by(row.actor_id, &row.actor).await?,
                actor: row.actor,
                text: row.text_id.and_then(|id| words.get(&id).cloned()),
            });
        }
        Ok(lines)
    }

    async fn mark_lines(&mut self, person_id: i64) -> Result<Vec<HistoryLine>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let mut lines = Vec::new();
        for row in attendance::marks_of(reader, person_id).await? {
            let session = sessions::find(reader, row.session_id).await?;
            let named = self.named(session.as_ref().map_or(0, |s| s.offering_id)).await?;
            lines.push(HistoryLine {
                at: row.marked_at.to_rfc3339(),
                when: row.marked_at,
                what: "mark",
                code: row.value,
                detail: None,
                title: named.title,
                nth: named.nth,
                // A mark is set from the day on: a later date is one that the session got since.
                date: session.and_then(|s| s.date).filter(|date| *date <= local_date(row.marked_at, Rome)),
                by: self.by(Some(row.marked_by), "staff").await?,
                actor: "staff".to_owned(),
                text: None,
            });
        }
        Ok(lines)
    }

    async fn letter_lines(&self, person_id: i64) -> Result<Vec<HistoryLine>, PageError> {
        let letters = outbox::of_person(self.visit.app.desk.store.reader(), person_id).await?;
        let line = |letter: outbox::OutboxLetter| HistoryLine {
            at: letter.ended_at.unwrap_or(letter.dated).to_rfc3339(),
            when: letter.ended_at.unwrap_or(letter.dated),
            what: "letter",
            code: letter.kind,
            detail: Some(if letter.state == "waiting" && letter.tries > 0 {
                "retrying".to_owned()
            } else {
                letter.state
            }),
            title: None,
            nth: 0,
            date: None,
            actor: "job".to_owned(),
            by: None,
            text: letter.last_error,
        };
        Ok(letters.into_iter().map(line).collect())
    }

    async fn audit_lines(&self, person_id: i64) -> Result<Vec<HistoryLine>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let rows = audit::of_person(reader, person_id).await?;
        let words = texts::bodies(reader, &rows.iter().filter_map(|r| r.text_id).collect::<Vec<_>>()).await?;
        let mut lines = Vec::new();
        // What moved an enrolment stands in the enrolment's own history.
        for row in rows.into_iter().filter(|row| row.act != "move_enrolment") {
            let by = self.by(row.actor_id, &row.actor).await?;
            let text = row.text_id.and_then(|id| words.get(&id).cloned());
            lines.push(HistoryLine { by, text, ..HistoryLine::of_act(row.at, &row.act, &row.actor) });
        }
        Ok(lines)
    }

    /// What the person said of how their name is spelled, with the name before where they corrected it.
    async fn name_lines(&self, person_id: i64) -> Result<Vec<HistoryLine>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let checks = name_checks::of_person(reader, person_id).await?;
        let ids: Vec<i64> = checks.iter().filter_map(|check| check.text_id).collect();
        let words = texts::bodies(reader, &ids).await?;
        let line = |check: NameCheck| {
            let when = check.answered_at?;
            let code = if check.text_id.is_some() { "correct_own_name" } else { "confirm_own_name" };
            let before = check.text_id.and_then(|id| words.get(&id));
            let text = before.map(|name| self.said_before(name));
            Some(HistoryLine { text, ..HistoryLine::of_act(when, code, "person") })
        };
        Ok(checks.into_iter().rev().filter_map(line).collect())
    }

    /// A name as it was, as the history says it.
    fn said_before(&self, name: &str) -> String {
        let words = self.visit.app.views.words();
        words.with(self.visit.language, "office-name-before", &[("name", Value::Text(name))])
    }

    /// The name of a member of staff; a person's own acts need none.
    async fn by(&self, id: Option<i64>, actor: &str) -> Result<Option<String>, PageError> {
        let Some(id) = id.filter(|_| actor == "staff") else { return Ok(None) };
        let person = people::find(self.visit.app.desk.store.reader(), id).await?;
        Ok(person.map(|p| if p.full_name().is_empty() { p.email.unwrap_or_default() } else { p.full_name() }))
    }
}
