//! Everything that happened with one person, in every edition, as one history: sign-ups, marks, letters, certificates,
//! what the office did.

use std::collections::HashMap;

use super::audit_changes::said;
use super::edition_links::title_of;
use super::person_line::{HistoryLine, Named, PaperRef};
use super::person_said::name_lines;
use super::session_line::Seasons;
use crate::domain::offering::Kind;
use crate::domain::session::local_date;
use crate::store::audit::AuditRow;
use crate::store::certificates::Certificate;
use crate::store::enrolments::Enrolment;
use crate::store::{
    attendance, audit, certificates, declined, editions, enrolments, outbox, people, rule, sessions, tasks,
    texts,
};
use crate::web::error::PageError;
use crate::web::guards::Visit;
use chrono_tz::Europe::Rome;

/// Reads a history; each edition once, and each member of staff.
pub struct History<'a> {
    visit: &'a Visit,
    seasons: Seasons<'a>,
    staff: HashMap<i64, String>,
}

impl<'a> History<'a> {
    /// For one page.
    pub fn new(visit: &'a Visit) -> Self {
        Self { visit, seasons: Seasons::new(visit), staff: HashMap::new() }
    }

    /// Everything that happened, newest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn lines(mut self, person_id: i64, all: &[Enrolment]) -> Result<Vec<HistoryLine>, PageError> {
        let papers = certificates::of_person(self.visit.app.desk.store.reader(), person_id).await?;
        let mut lines = self.enrolment_lines(all).await?;
        lines.extend(self.mark_lines(person_id).await?);
        lines.extend(self.letter_lines(person_id, all).await?);
        lines.extend(self.paper_lines(&papers).await?);
        lines.extend(self.audit_lines(person_id, &papers).await?);
        lines.extend(name_lines(self.visit, person_id).await?);
        // Newest first; of the same instant, what was written last comes first too.
        lines.reverse();
        lines.sort_by_key(|line| std::cmp::Reverse(line.when));
        Ok(with_editions(lines))
    }

    async fn enrolment_lines(&mut self, all: &[Enrolment]) -> Result<Vec<HistoryLine>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let ids: Vec<i64> = all.iter().map(|e| e.id).collect();
        let rows = enrolments::history(reader, &ids).await?;
        let words = texts::bodies(reader, &rows.iter().filter_map(|r| r.text_id).collect::<Vec<_>>()).await?;
        let mut lines = Vec::new();
        for row in rows {
            let offering = all.iter().find(|e| e.id == row.enrolment_id).map_or(0, |e| e.offering_id);
            // The date as it was then: the session may have another one by now.
            let about = Named { date: row.date(), ..self.offering(offering).await? };
            lines.push(HistoryLine {
                detail: declined::reason_of(&row),
                by: self.by(row.actor_id, &row.actor).await?,
                actor: row.actor,
                text: row.text_id.and_then(|id| words.get(&id).cloned()),
                ..HistoryLine::new(row.at, "enrolment", row.to_state).about(about)
            });
        }
        Ok(lines)
    }

    async fn mark_lines(&mut self, person_id: i64) -> Result<Vec<HistoryLine>, PageError> {
        let mut lines = Vec::new();
        for row in attendance::marks_of(self.visit.app.desk.store.reader(), person_id).await? {
            let mut about = self.session(row.session_id).await?;
            // A mark is set from the day on: a later date is one that the session got since.
            about.date = about.date.filter(|date| *date <= local_date(row.marked_at, Rome));
            lines.push(HistoryLine {
                by: self.by(Some(row.marked_by), "staff").await?,
                actor: "staff".to_owned(),
                ..HistoryLine::new(row.marked_at, "mark", row.value).about(about)
            });
        }
        Ok(lines)
    }

    async fn letter_lines(
        &mut self,
        person_id: i64,
        all: &[Enrolment],
    ) -> Result<Vec<HistoryLine>, PageError> {
        let mut lines = Vec::new();
        for letter in outbox::of_person(self.visit.app.desk.store.reader(), person_id).await? {
            let enrolment = all.iter().find(|e| Some(e.id) == letter.enrolment_id);
            let about = match (enrolment, letter.session_id) {
                (Some(enrolment), _) => self.offering(enrolment.offering_id).await?,
                (None, Some(session)) => self.session(session).await?,
                (None, None) => Named::default(),
            };
            let retries = letter.state == "waiting" && letter.tries > 0;
            lines.push(HistoryLine {
                detail: Some(if retries { "retrying".to_owned() } else { letter.state }),
                edition: about.edition,
                letter: Some(letter.id),
                actor: "job".to_owned(),
                text: letter.last_error,
                ..HistoryLine::new(letter.ended_at.unwrap_or(letter.dated), "letter", letter.kind)
            });
        }
        Ok(lines)
    }

    async fn paper_lines(&mut self, papers: &[Certificate]) -> Result<Vec<HistoryLine>, PageError> {
        let mut lines = Vec::new();
        for row in papers.iter().rev() {
            let mut about = self.offering(row.offering_id).await?;
            let (code, actor) = match (row.kind(), row.suffix) {
                (Kind::Course, 0) => ("certificate", "staff"),
                (Kind::Course, _) => ("reissued", "staff"),
                (Kind::Workshop, _) => ("statement", "job"),
            };
            // A certificate is about the whole course, not about its first day.
            about.date = about.date.filter(|_| row.kind() == Kind::Workshop);
            lines.push(HistoryLine {
                paper: Some(PaperRef::of(row)),
                by: self.by(row.issued_by, actor).await?,
                actor: actor.to_owned(),
                ..HistoryLine::new(row.issued_at, "paper", code.to_owned()).about(about)
            });
        }
        Ok(lines)
    }

    async fn audit_lines(
        &mut self,
        person_id: i64,
        papers: &[Certificate],
    ) -> Result<Vec<HistoryLine>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let mut rows = audit::of_person(reader, person_id).await?;
        // What moved an enrolment stands in the enrolment's own history, a certificate that was given beside its number.
        let elsewhere = ["move_enrolment", "publish_certificate", "reissue_certificate"];
        rows.retain(|row| !elsewhere.contains(&row.act.as_str()));
        let words = texts::bodies(reader, &rows.iter().filter_map(|r| r.text_id).collect::<Vec<_>>()).await?;
        let mut lines = Vec::new();
        for row in rows {
            let of_paper =
                papers.iter().find(|p| row.subject == "certificates" && row.subject_id == Some(p.id));
            let about = match of_paper {
                Some(paper) => Named { date: None, ..self.offering(paper.offering_id).await? },
                None => self.of_act(&row).await?,
            };
            let text = row.text_id.and_then(|id| words.get(&id).cloned());
            let changes = said(row.detail.as_deref(), text.as_deref());
            lines.push(HistoryLine {
                paper: of_paper.map(PaperRef::of),
                by: self.by(row.actor_id, &row.actor).await?,
                actor: row.actor,
                text: text.filter(|_| changes.is_none()),
                changes: changes.unwrap_or_default(),
                ..HistoryLine::new(row.at, "act", row.act).about(about)
            });
        }
        Ok(lines)
    }

    async fn of_act(&mut self, row: &AuditRow) -> Result<Named, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let edition = match (row.subject.as_str(), row.subject_id) {
            ("sessions", Some(id)) => return self.session(id).await,
            ("waivers", Some(id)) => rule::waiver(reader, id).await?.map(|waiver| waiver.edition_id),
            ("tasks", Some(id)) => tasks::find(reader, id).await?.and_then(|task| task.edition_id),
            _ => None,
        };
        let found = match edition {
            Some(id) => editions::find(reader, id).await?,
            None => None,
        };
        let edition = found.map(|edition| title_of(&edition, self.visit.language));
        Ok(Named { edition, ..Named::default() })
    }

    async fn offering(&mut self, offering_id: i64) -> Result<Named, PageError> {
        let Some(programme) = self.seasons.of_offering(offering_id).await? else {
            return Ok(Named::default());
        };
        let offered = programme.offering(offering_id);
        Ok(Named {
            named: true,
            title: offered.and_then(|offered| offered.row.title.clone()),
            nth: programme.nth(offering_id),
            date: offered.and_then(|offered| offered.first_date()),
            edition: Some(title_of(&programme.edition, self.visit.language)),
        })
    }

    async fn session(&mut self, session_id: i64) -> Result<Named, PageError> {
        let session = sessions::find(self.visit.app.desk.store.reader(), session_id).await?;
        let Some(session) = session else { return Ok(Named::default()) };
        Ok(Named { date: session.date, ..self.offering(session.offering_id).await? })
    }

    /// The name of a member of staff; a person's own acts need none.
    async fn by(&mut self, id: Option<i64>, actor: &str) -> Result<Option<String>, PageError> {
        let Some(id) = id.filter(|_| actor == "staff") else { return Ok(None) };
        if let Some(name) = self.staff.get(&id) {
            return Ok(Some(name.clone()));
        }
        let Some(person) = people::find(self.visit.app.desk.store.reader(), id).await? else {
            return Ok(None);
        };
        let name = person.full_name();
        let name = if name.is_empty() { person.email.unwrap_or_default() } else { name };
        self.staff.insert(id, name.clone());
        Ok(Some(name))
    }
}

/// Lines name their edition only where there are several.
fn with_editions(mut lines: Vec<HistoryLine>) -> Vec<HistoryLine> {
    let mut names = lines.iter().filter_map(|line| line.edition.as_deref());
    let first = names.next();
    if !names.any(|name| Some(name) != first) {
        for line in &mut lines {
            line.edition = None;
        }
    }
    lines
}
