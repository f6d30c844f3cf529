//! One person for the office: enrolments, marks, letters, waivers, as one history.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::store::enrolments::Enrolment;
use crate::store::people::Person;
use crate::store::programme::{self, Programme};
use crate::store::{attendance, audit, enrolments, outbox, people, sessions, texts};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// An enrolment with what can be done about it.
#[derive(Serialize)]
pub struct EnrolmentView {
    /// Its id.
    pub id: i64,
    /// Spoken code.
    pub code: String,
    /// What it is in.
    pub title: Option<String>,
    /// Place in the programme.
    pub nth: usize,
    /// Date of the first session.
    pub date: Option<chrono::NaiveDate>,
    /// The edition.
    pub edition: String,
    /// State code.
    pub state: String,
    /// The mark in effect of a workshop.
    pub mark: Option<String>,
    /// Reason, where cancelled.
    pub reason: Option<String>,
    /// Until when a hold lasts.
    pub hold_until: Option<String>,
    /// Position in the line as people see it.
    pub position: Option<u32>,
    /// Whether it can be confirmed on the phone.
    pub can_confirm: bool,
    /// Whether a free place can be given.
    pub can_give: bool,
    /// Whether it can be ended.
    pub can_cancel: bool,
}

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

/// What an offering is called, and when it is.
#[derive(Clone, Default)]
struct Named {
    title: Option<String>,
    nth: usize,
    date: Option<chrono::NaiveDate>,
    edition: String,
}

/// Reads enrolments and history.
pub struct Loader<'a> {
    visit: &'a Visit,
    programmes: HashMap<i64, Programme>,
}

impl<'a> Loader<'a> {
    /// A reader for one page.
    pub fn new(visit: &'a Visit) -> Self {
        Self { visit, programmes: HashMap::new() }
    }

    async fn programme(&mut self, offering_id: i64) -> Result<Option<&Programme>, PageError> {
        if !self.programmes.contains_key(&offering_id)
            && let Some(programme) =
                programme::of_offering(self.visit.app.desk.store.reader(), offering_id).await?
        {
            self.programmes.insert(offering_id, programme);
        }
        Ok(self.programmes.get(&offering_id))
    }

    async fn named(&mut self, offering_id: i64) -> Result<Named, PageError> {
        let Some(programme) = self.programme(offering_id).await? else { return Ok(Named::default()) };
        let Some(offered) = programme.offering(offering_id) else { return Ok(Named::default()) };
        Ok(Named {
            title: offered.row.title.clone(),
            nth: programme.nth(offering_id),
            date: offered.first_date(),
            edition: programme.edition.title_it.clone(),
        })
    }

    /// The enrolments, newest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn enrolments(&mut self, all: &[Enrolment]) -> Result<Vec<EnrolmentView>, PageError> {
        let mut views = Vec::new();
        let marks = self.marks(all).await?;
        for enrolment in all.iter().rev() {
            let named = self.named(enrolment.offering_id).await?;
            let (begun, past, room) = self.now(enrolment.offering_id).await?;
            let reader = self.visit.app.desk.store.reader();
            let waits = enrolment.state == "waitlisted";
            let line = enrolments::waiting_ahead(reader, enrolment.offering_id, enrolment.position).await?;
            let first = enrolments::first_in_line(reader, enrolment.offering_id)
                .await?
                .is_some_and(|e| e.id == enrolment.id);
            views.push(EnrolmentView {
                id: enrolment.id,
                code: enrolment.code.clone(),
                title: named.title,
                nth: named.nth,
                date: named.date,
                edition: named.edition,
                state: enrolment.state.clone(),
                mark: marks.get(&enrolment.offering_id).filter(|_| enrolment.state != "cancelled").cloned(),
                reason: enrolment.cancel_reason.clone(),
                hold_until: enrolment
                    .hold_until
                    .filter(|_| enrolment.state != "cancelled")
                    .map(|at| at.to_rfc3339()),
                position: waits.then_some(line + 1),
                can_confirm: enrolment.state.starts_with("pending") && !begun,
                can_give: waits && first && room && !begun,
                can_cancel: enrolment.state != "cancelled" && !past,
            });
        }
        Ok(views)
    }

    /// The marks in effect, by offering, where it has one session.
    async fn marks(&self, all: &[Enrolment]) -> Result<HashMap<i64, String>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let person: Vec<i64> = all.iter().map(|e| e.person_id).take(1).collect();
        let mut marks = HashMap::new();
        for row in attendance::effective_of(reader, &person).await? {
            if let Some(session) = sessions::find(reader, row.session_id).await?.filter(|s| s.of == 1) {
                marks.insert(session.offering_id, row.value);
            }
        }
        Ok(marks)
    }

    /// Whether an offering has begun, whether nothing of it lies ahead, and whether it has a free place.
    async fn now(&mut self, offering_id: i64) -> Result<(bool, bool, bool), PageError> {
        let now = self.visit.now;
        let Some(programme) = self.programme(offering_id).await? else { return Ok((true, true, false)) };
        let Some(offered) = programme.offering(offering_id) else { return Ok((true, true, false)) };
        let begun = offered.starts_at().is_some_and(|start| start <= now);
        Ok((begun, offered.is_past(now), offered.row.seats().has_room()))
    }

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
                code: row.to_state,
                detail: row.reason,
                title: named.title,
                nth: named.nth,
                date: named.date,
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
                date: session.and_then(|s| s.date),
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
            lines.push(HistoryLine {
                at: row.at.to_rfc3339(),
                when: row.at,
                what: "act",
                code: row.act,
                detail: None,
                title: None,
                nth: 0,
                date: None,
                by: self.by(row.actor_id, &row.actor).await?,
                actor: row.actor,
                text: row.text_id.and_then(|id| words.get(&id).cloned()),
            });
        }
        Ok(lines)
    }

    /// The name of a member of staff; a person's own acts need none.
    async fn by(&self, id: Option<i64>, actor: &str) -> Result<Option<String>, PageError> {
        let Some(id) = id.filter(|_| actor == "staff") else { return Ok(None) };
        let person = people::find(self.visit.app.desk.store.reader(), id).await?;
        Ok(person.map(|p| if p.full_name().is_empty() { p.email.unwrap_or_default() } else { p.full_name() }))
    }
}
