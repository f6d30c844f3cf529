//! What is mine on paper: the certificate and the statements of workshops as PDF, and whether my name on them is right.

use std::collections::HashSet;

use chrono::NaiveDate;
use rocket::{Route, get, routes};
use serde::Serialize;

use super::name::{cannot_be_printed, instead_of_paper};
use crate::domain::attendance::Mark;
use crate::domain::award::Validity;
use crate::domain::letter::Title;
use crate::domain::offering::Kind;
use crate::domain::session::local_date;
use crate::store::certificates::{self, Certificate};
use crate::store::name_checks::{self, NameCheck};
use crate::store::{attendance, editions, enrolments, offerings, people, sessions, texts};
use crate::usecases::issue_statement::issue_statement;
use crate::usecases::{Actor, No};
use crate::web::error::PageError;
use crate::web::guards::{Participant, Visit};
use crate::web::page::Page;
use crate::web::papers::{PdfFile, pdf};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![certificate, statement]
}

/// Everything that is somebody's on paper.
#[derive(Default, Serialize)]
pub struct DocumentsView {
    /// Certificates that are valid, the newest first.
    certificates: Vec<CertificateLine>,
    /// The last certificates of courses, where they were revoked.
    revoked: Vec<RevokedLine>,
    /// Statements of workshops, the newest first.
    statements: Vec<StatementLine>,
    /// Whether my name, as it is spelled, cannot be printed on them.
    unprintable: bool,
    /// Whether somebody asked how my name is spelled, and it is not printed yet.
    name: Option<NameLine>,
}

#[derive(Serialize)]
struct CertificateLine {
    title: Title,
    number: String,
    code: String,
    issued_on: NaiveDate,
    /// The key of its edition.
    edition: String,
}

#[derive(Serialize)]
struct RevokedLine {
    number: String,
    /// On which day it was revoked.
    on: NaiveDate,
    /// Why, line by line; empty where the words are gone.
    reason: Vec<String>,
}

#[derive(Serialize)]
struct StatementLine {
    enrolment: i64,
    title: Option<String>,
    gloss: Option<String>,
    date: Option<NaiveDate>,
}

#[derive(Serialize)]
struct NameLine {
    /// The key of the edition it is about.
    edition: String,
    answered: bool,
}

/// Reads it.
///
/// # Errors
/// The database failed.
pub async fn documents(visit: &Visit, person_id: i64) -> Result<DocumentsView, PageError> {
    let reader = visit.app.desk.store.reader();
    let valid = valid(visit, person_id).await?;
    let last = last(visit, person_id).await?;
    let mut found = DocumentsView { revoked: revoked(visit, &last).await?, ..DocumentsView::default() };
    for row in &valid {
        let Some(edition) = editions::find(reader, row.edition_id).await? else { continue };
        let awarded = row.awarded()?;
        found.certificates.push(CertificateLine {
            title: awarded.title,
            number: row.number_text().unwrap_or_default(),
            code: row.code.clone(),
            issued_on: awarded.issued_on,
            edition: edition.key,
        });
    }
    found.statements = statements(visit, person_id).await?;
    let person = people::living(reader, person_id).await?;
    found.unprintable =
        !found.statements.is_empty() && person.is_some_and(|person| cannot_be_printed(visit, &person));
    // Asked before a certificate was printed, the name is asked for no more, even if that one was revoked.
    let is_open = |check: &NameCheck| {
        let since = last.iter().find(|row| row.edition_id == check.edition_id);
        since.is_none_or(|row| row.revoked_at.is_some_and(|revoked_at| check.asked_at > revoked_at))
    };
    let checks = name_checks::of_person(reader, person_id).await?;
    if let Some(check) = checks.into_iter().find(is_open)
        && let Some(edition) = editions::find(reader, check.edition_id).await?
    {
        found.name = Some(NameLine { edition: edition.key, answered: check.is_answered() });
    }
    Ok(found)
}

/// The valid certificates of courses.
async fn valid(visit: &Visit, person_id: i64) -> Result<Vec<Certificate>, PageError> {
    let mut rows = certificates::of_person(visit.app.desk.store.reader(), person_id).await?;
    rows.retain(|row| row.kind() == Kind::Course && row.validity() == Validity::Valid);
    Ok(rows)
}

/// The last certificate of each course, whatever became of it.
async fn last(visit: &Visit, person_id: i64) -> Result<Vec<Certificate>, PageError> {
    let mut rows = certificates::of_person(visit.app.desk.store.reader(), person_id).await?;
    rows.retain(|row| row.kind() == Kind::Course);
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(row.offering_id));
    Ok(rows)
}

/// Those of them that were revoked, with the reason.
async fn revoked(visit: &Visit, last: &[Certificate]) -> Result<Vec<RevokedLine>, PageError> {
    let reader = visit.app.desk.store.reader();
    let ids: Vec<i64> = last.iter().filter_map(|row| row.text_id).collect();
    let words = texts::bodies(reader, &ids).await?;
    let mut found = Vec::new();
    for row in last {
        let Some(at) = row.revoked_at else { continue };
        let Some(edition) = editions::find(reader, row.edition_id).await? else { continue };
        let reason = row.text_id.and_then(|id| words.get(&id)).map(String::as_str).unwrap_or_default();
        found.push(RevokedLine {
            number: row.number_text().unwrap_or_default(),
            on: local_date(at, edition.zone()),
            reason: reason.lines().map(str::to_owned).collect(),
        });
    }
    Ok(found)
}

/// Whether the last certificate of a person for the course of an edition was revoked.
///
/// # Errors
/// The database failed.
pub async fn is_revoked(visit: &Visit, person_id: i64, edition_id: i64) -> Result<bool, PageError> {
    let last = last(visit, person_id).await?;
    Ok(last.iter().any(|row| row.edition_id == edition_id && row.validity() == Validity::Revoked))
}

/// The workshops that a register in effect says were attended, with the enrolment each belongs to.
async fn statements(visit: &Visit, person_id: i64) -> Result<Vec<StatementLine>, PageError> {
    let reader = visit.app.desk.store.reader();
    let own = enrolments::of_person(reader, person_id).await?;
    let mut found: Vec<StatementLine> = Vec::new();
    for row in attendance::effective_of(reader, &[person_id]).await? {
        if !Mark::from_code(&row.value).is_some_and(Mark::counts) {
            continue;
        }
        let Some(session) = sessions::find(reader, row.session_id).await? else { continue };
        let Some(enrolment) = own.iter().rfind(|e| e.offering_id == session.offering_id) else { continue };
        if found.iter().any(|line| line.enrolment == enrolment.id) {
            continue;
        }
        let offering = offerings::find(reader, session.offering_id).await?;
        if let Some(offering) = offering.filter(|offering| offering.kind() == Kind::Workshop) {
            found.push(StatementLine {
                enrolment: enrolment.id,
                title: offering.title,
                gloss: offering.gloss_en,
                date: session.date,
            });
        }
    }
    found.sort_by_key(|line| std::cmp::Reverse((line.date, line.enrolment)));
    Ok(found)
}

/// My certificate: of the edition that is named, else the newest one.
#[get("/mio-percorso/attestato.pdf?<edizione>")]
async fn certificate(who: Participant, edizione: Option<&str>) -> Result<PdfFile, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let mut valid = valid(&who.visit, who.viewer.person.id).await?;
    if let Some(key) = edizione {
        let edition = editions::by_key(reader, key).await?.ok_or(PageError::NotFound)?;
        valid.retain(|row| row.edition_id == edition.id);
    }
    pdf(&who.visit, valid.first().ok_or(PageError::NotFound)?).await
}

/// The statement of a workshop of mine; made the first time somebody asks.
#[get("/mio-percorso/attestazioni/<file>", rank = 2)]
async fn statement(who: Participant, file: &str) -> Result<PdfFile, Result<Page, PageError>> {
    let Some(id) = file.strip_suffix(".pdf").and_then(|id| id.parse::<i64>().ok()) else {
        return Err(Err(PageError::NotFound));
    };
    let me = who.viewer.person.id;
    match issue_statement(&who.visit.app.desk, me, id, Actor::Person(me)).await {
        Ok(row) => pdf(&who.visit, &row).await.map_err(Err),
        // A name that cannot be printed, the only thing that is refused: it is theirs to correct.
        Err(No::Refused(_)) => Err(instead_of_paper(&who).await),
        Err(other) => Err(Err(other.into())),
    }
}
