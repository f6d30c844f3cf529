//! Rows of the audit as sentences: who, what, before and after, when, why.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use super::audit_changes::{Changed, ProposedLine, reshaped, said};
use super::audit_undo::undo;
use super::edition_links::title_of;
use crate::domain::edition::EditionStatus;
use crate::domain::proposal::Proposing;
use crate::store::audit::AuditRow;
use crate::store::people::{self, Person};
use crate::store::programme::{self, Programme};
use crate::store::{certificates, editions, enrolments, registers, sessions, tasks, texts};
use crate::usecases::change_programme::Recorded;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// One line.
#[derive(Default, Serialize)]
pub struct AuditLine {
    at: String,
    /// Who; none where it was no person of the staff.
    who: Option<Somebody>,
    /// `staff`, `command`, `job` or `person`.
    actor: String,
    act: String,
    /// Whom it concerns.
    person: Option<Somebody>,
    /// What it is about.
    about: Option<About>,
    /// The edition it is about, where no words name it.
    edition: Option<String>,
    /// The number of a certificate.
    number: Option<String>,
    /// Codes before and after, and which sentences they have: `state`, `mark`, `role` or `status`.
    codes: Option<Codes>,
    /// Field by field.
    changes: Vec<Changed>,
    /// What the people of a workshop that was called off were offered.
    proposes: Vec<ProposedLine>,
    /// Why.
    text: Option<String>,
    /// Where it can be undone.
    undo: Option<String>,
}

/// Somebody as a sentence names them.
#[derive(Clone, Serialize)]
pub struct Somebody {
    /// The id of their page.
    pub id: i64,
    /// Name and surname, or the address where no name is known.
    pub name: String,
    /// Whether they were erased: there is no page of theirs any more.
    pub gone: bool,
}

impl Somebody {
    fn of(person: Person) -> Self {
        let (name, gone) = (person.full_name(), person.erased_at.is_some());
        let name = if name.is_empty() { person.email.unwrap_or_default() } else { name };
        Self { id: person.id, name, gone }
    }
}

/// The people of some ids, by surname.
///
/// # Errors
/// The database failed.
pub async fn somebody(visit: &Visit, ids: &[i64]) -> Result<Vec<Somebody>, PageError> {
    let known = people::some(visit.app.desk.store.reader(), ids).await?;
    Ok(known.into_iter().map(Somebody::of).collect())
}

/// An offering, or one of its sessions.
#[derive(Clone, Default, Serialize)]
pub(super) struct About {
    title: Option<String>,
    nth: usize,
    /// The number of the session where there are several; 0 = none.
    number: i64,
    of: i64,
    date: Option<NaiveDate>,
}

impl About {
    /// The whole of it, not its first day.
    fn whole(self) -> Self {
        Self { date: None, ..self }
    }
}

#[derive(Serialize)]
struct Codes {
    family: &'static str,
    before: Option<String>,
    after: Option<String>,
}

impl Codes {
    /// Where something is in its life; none where that did not change.
    fn of_status(before: Option<String>, after: Option<String>) -> Option<Self> {
        (before.is_some() || after.is_some()).then_some(Self { family: "status", before, after })
    }
}

/// The sentences of some rows; `decides` says whether the asker may undo what only admins may.
///
/// # Errors
/// The database failed.
pub async fn lines(visit: &Visit, rows: &[AuditRow], decides: bool) -> Result<Vec<AuditLine>, PageError> {
    let reader = visit.app.desk.store.reader();
    let ids: Vec<i64> = rows.iter().flat_map(|row| [row.actor_id, row.person_id]).flatten().collect();
    let people: HashMap<i64, Somebody> =
        somebody(visit, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let words = texts::bodies(reader, &rows.iter().filter_map(|row| row.text_id).collect::<Vec<_>>()).await?;
    let mut loader = Loader { visit, programmes: Vec::new() };
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let text = row.text_id.and_then(|id| words.get(&id).cloned());
        let changes = said(row.detail.as_deref(), text.as_deref());
        let mut line = AuditLine {
            at: row.at.to_rfc3339(),
            who: row.actor_id.filter(|_| row.actor == "staff").and_then(|id| people.get(&id).cloned()),
            actor: row.actor.clone(),
            act: row.act.clone(),
            person: row.person_id.and_then(|id| people.get(&id).cloned()),
            text: text.filter(|_| changes.is_none()),
            changes: changes.unwrap_or_default(),
            ..AuditLine::default()
        };
        loader.fill(&mut line, row).await?;
        line.undo = undo(visit, row, decides).await?;
        found.push(line);
    }
    Ok(found)
}

/// Remembers the programmes that the lines of a page are about.
struct Loader<'a> {
    visit: &'a Visit,
    programmes: Vec<Programme>,
}

impl Loader<'_> {
    async fn fill(&mut self, line: &mut AuditLine, row: &AuditRow) -> Result<(), PageError> {
        let reader = self.visit.app.desk.store.reader();
        let detail: Value =
            row.detail.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let code = |name: &str| detail.get(name).and_then(Value::as_str).map(str::to_owned);
        let (before, after) = (code("before"), code("after"));
        match (row.subject.as_str(), row.subject_id) {
            ("enrolments", Some(id)) => {
                if let Some(enrolment) = enrolments::find(reader, id).await? {
                    line.about = self.offering(enrolment.offering_id).await?;
                }
                let (before, after) = (before.or_else(|| code("from")), after.or_else(|| code("to")));
                line.codes = Some(Codes { family: "state", before, after });
            }
            ("registers", Some(id)) => {
                if let Some(register) = registers::find(reader, id).await? {
                    line.about = self.session(register.session_id).await?;
                }
            }
            ("sessions", Some(id)) => {
                line.about = self.session(id).await?;
                line.codes = (row.act == "correct_mark").then_some(Codes { family: "mark", before, after });
            }
            ("tasks", Some(id)) => {
                if let Some(session) = tasks::find(reader, id).await?.and_then(|task| task.session_id) {
                    line.about = self.session(session).await?;
                }
            }
            ("offerings", Some(id)) => {
                line.about = self.offering(id).await?;
                line.codes = Codes::of_status(before, after);
                line.changes = reshaped(&detail);
            }
            ("certificates", Some(id)) => {
                if let Some(paper) = certificates::find(reader, id).await? {
                    line.about = self.offering(paper.offering_id).await?.map(About::whole);
                }
                line.number = code("number");
            }
            ("roles", _) => {
                let after = after.or_else(|| code("role"));
                line.codes = Some(Codes { family: "role", before, after });
            }
            ("editions", Some(id)) => self.edition(line, row, id, (before, after)).await?,
            _ => {}
        }
        Ok(())
    }

    /// What was done with an edition: from one status to another, or field by field.
    async fn edition(
        &mut self,
        line: &mut AuditLine,
        row: &AuditRow,
        id: i64,
        (before, after): (Option<String>, Option<String>),
    ) -> Result<(), PageError> {
        // Where the text is its title, it is not said twice; that of a changed programme is a reason.
        if line.text.is_none() || row.act == "change_programme" {
            let edition = editions::find(self.visit.app.desk.store.reader(), id).await?;
            line.edition = edition.map(|edition| title_of(&edition, self.visit.language));
        }
        let (draft, published) = (EditionStatus::Draft.code(), EditionStatus::Published.code());
        line.codes = match row.act.as_str() {
            "publish_edition" => Codes::of_status(Some(draft.to_owned()), Some(published.to_owned())),
            "unpublish_edition" => Codes::of_status(Some(published.to_owned()), Some(draft.to_owned())),
            _ => Codes::of_status(before, after),
        };
        if row.act == "change_programme" {
            let recorded: Option<Recorded> =
                row.detail.as_deref().and_then(|text| serde_json::from_str(text).ok());
            let recorded = recorded.unwrap_or_default();
            for one in recorded.impact.proposals {
                line.proposes.push(self.proposed(&one).await?);
            }
            for change in recorded.changes {
                let about = match change.offering {
                    Some(offering) => self.numbered(offering, change.session).await?,
                    None => None,
                };
                let (field, before, after) = (change.field, change.before, change.after);
                line.changes.push(Changed { about, field, before, after });
            }
        }
        Ok(())
    }

    /// What was chosen for the people of a workshop that was called off.
    async fn proposed(&mut self, one: &Proposing) -> Result<ProposedLine, PageError> {
        let mut workshops = Vec::new();
        for id in one.propose.these() {
            workshops.extend(self.offering(*id).await?);
        }
        let about = self.offering(one.called_off).await?;
        Ok(ProposedLine { about, chosen: one.propose.code(), workshops })
    }

    async fn programme(&mut self, offering: i64) -> Result<Option<&Programme>, PageError> {
        let has = |programme: &Programme| programme.offering(offering).is_some();
        if !self.programmes.iter().any(has) {
            let loaded = programme::of_offering(self.visit.app.desk.store.reader(), offering).await?;
            self.programmes.extend(loaded);
        }
        Ok(self.programmes.iter().find(|programme| has(programme)))
    }

    async fn offering(&mut self, offering: i64) -> Result<Option<About>, PageError> {
        self.numbered(offering, None).await
    }

    /// An offering, or the session of a number where it has several.
    async fn numbered(&mut self, offering: i64, number: Option<i64>) -> Result<Option<About>, PageError> {
        let Some(programme) = self.programme(offering).await? else { return Ok(None) };
        let Some(offered) = programme.offering(offering) else { return Ok(None) };
        let session = offered.sessions.iter().find(|session| Some(session.number) == number);
        Ok(Some(About {
            title: offered.row.title.clone(),
            nth: programme.nth(offering),
            number: session.filter(|s| s.of > 1).map_or(0, |s| s.number),
            of: session.map_or(0, |s| s.of),
            date: session.map_or_else(|| offered.first_date(), |s| s.date),
        }))
    }

    async fn session(&mut self, id: i64) -> Result<Option<About>, PageError> {
        let found = sessions::find(self.visit.app.desk.store.reader(), id).await?;
        match found {
            Some(session) => self.numbered(session.offering_id, Some(session.number)).await,
            None => Ok(None),
        }
    }
}
