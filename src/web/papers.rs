//! Certificates and statements on paper: the only file of this layer that asks `documents` for them. Drawing one takes
//! a while, so it happens on a thread of its own. The same row gives the same bytes.

use std::io::Cursor;

use rocket::Request;
use rocket::http::ContentType;
use rocket::response::{Responder, Response};

use super::error::PageError;
use super::guards::Visit;
use super::public::sign_up_form::FieldError;
use crate::documents;
use crate::domain::award::{Awarded, Signer, number_text};
use crate::domain::certificate::{AttendedWorkshop, CertificateFacts, CourseDay, StatementFacts};
use crate::domain::letter::Title;
use crate::domain::offering::Kind;
use crate::store::certificates::{self, Certificate};
use crate::words::Value;

/// A PDF to download. Its name says nothing about the person.
pub struct PdfFile {
    bytes: Vec<u8>,
    name: String,
}

impl<'r> Responder<'r, 'static> for PdfFile {
    fn respond_to(self, _request: &'r Request<'_>) -> rocket::response::Result<'static> {
        Response::build()
            .header(ContentType::PDF)
            .raw_header("Content-Disposition", format!("attachment; filename=\"{}\"", self.name))
            .raw_header("X-Robots-Tag", "noindex")
            .sized_body(self.bytes.len(), Cursor::new(self.bytes))
            .ok()
    }
}

/// Draws a certificate or a statement.
///
/// # Errors
/// Its name was erased; it cannot be drawn; the database failed.
pub async fn pdf(visit: &Visit, row: &Certificate) -> Result<PdfFile, PageError> {
    let reader = visit.app.desk.store.reader();
    let names = certificates::names(reader, std::slice::from_ref(row)).await?;
    let name = names.get(&row.name_text_id).ok_or(PageError::NotFound)?.whole();
    let awarded = row.awarded()?;
    let views = visit.app.views.clone();
    let (drawn, file) = match row.kind() {
        Kind::Course => {
            let facts = certificate(visit, row, &awarded, name).ok_or(PageError::NotFound)?;
            let file = format!("attestato-{}.pdf", row.number_text().unwrap_or_default().replace('/', "-"));
            let draw = move || documents::certificate(views.words(), &facts);
            (tokio::task::spawn_blocking(draw).await, file)
        }
        Kind::Workshop => {
            let facts = statement(visit, row, &awarded, name).ok_or(PageError::NotFound)?;
            let file = format!("attestazione-{}.pdf", facts.workshop.date);
            let draw = move || documents::statement(views.words(), &facts);
            (tokio::task::spawn_blocking(draw).await, file)
        }
    };
    let bytes = drawn
        .map_err(|error| PageError::Fault(error.to_string()))?
        .map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(PdfFile { bytes, name: file })
}

fn certificate(
    visit: &Visit,
    row: &Certificate,
    awarded: &Awarded,
    name: String,
) -> Option<CertificateFacts> {
    let (first, last) = awarded.span()?;
    let days =
        awarded.days.iter().filter_map(|day| Some(CourseDay { date: day.date?, attended: day.attended }));
    let workshops = awarded.workshops.iter().map(|workshop| AttendedWorkshop {
        title: official(&workshop.title),
        nth: workshop.title.nth,
        date: workshop.date,
    });
    let whole = row.number_text()?;
    let untitled = || visit.app.views.words().plain(awarded.language, "pub-course");
    Some(CertificateFacts {
        language: awarded.language,
        number: number_text(row.series.as_deref()?, row.number?, 0),
        suffix: whole.split_once('/').map(|(_, suffix)| suffix.to_owned()),
        code: row.code.clone(),
        name,
        organisation: printable(&awarded.organisation),
        project: line(awarded.project.as_deref()),
        course: official(&awarded.title).unwrap_or_else(untitled),
        city: line(awarded.city.as_deref()),
        first,
        last,
        days: days.collect(),
        minutes: awarded.minutes().filter(|minutes| *minutes > 0),
        workshops: workshops.collect(),
        required: awarded.required,
        issued_on: awarded.issued_on,
        signatures: signatures(visit, awarded),
        check_url: check_url(visit, row),
        phone: visit.app.site.phone.clone(),
    })
}

fn statement(visit: &Visit, row: &Certificate, awarded: &Awarded, name: String) -> Option<StatementFacts> {
    let day = awarded.days.first()?;
    Some(StatementFacts {
        language: awarded.language,
        number: None,
        code: row.code.clone(),
        name,
        organisation: printable(&awarded.organisation),
        project: line(awarded.project.as_deref()),
        workshop: AttendedWorkshop {
            title: official(&awarded.title),
            nth: awarded.title.nth,
            date: day.date?,
        },
        hours: day.hours.map(|hours| (hours.start, hours.end)),
        city: line(awarded.city.as_deref()),
        issued_on: awarded.issued_on,
        signatures: signatures(visit, awarded),
        check_url: check_url(visit, row),
        phone: visit.app.site.phone.clone(),
    })
}

/// Roles only: who signs, signs by hand.
fn signatures(visit: &Visit, awarded: &Awarded) -> Vec<String> {
    let words = visit.app.views.words();
    let name = printable(&awarded.organisation);
    let organisation = [("organisation", Value::Text(&name))];
    let label = |signer: &Signer| {
        let key = format!("award-signature-{}", signer.code());
        words.with(awarded.language, &key, &organisation)
    };
    awarded.signers.iter().map(label).collect()
}

fn official(title: &Title) -> Option<String> {
    line(Some(&title.official))
}

/// What can be printed of a line; none where nothing is left of it.
fn line(text: Option<&str>) -> Option<String> {
    text.map(printable).filter(|line| !line.is_empty())
}

/// What the fonts can print of a title that was stored before titles were looked at: a sign they lack is no reason to have
/// no paper. Names are another matter, and are looked at before anything is published.
fn printable(text: &str) -> String {
    let kept: String = text.chars().filter(|c| documents::can_print(&c.to_string()).is_ok()).collect();
    kept.trim().to_owned()
}

/// What is wrong with a line that is to be printed: a sentence with its first character that no font has.
pub fn unprintable(visit: &Visit, field: &str, typed: &str) -> Option<FieldError> {
    let character = (visit.app.desk.policy.can_print)(typed).err()?.to_string();
    let named = [("character", Value::Text(&character))];
    let text = visit.app.views.words().with(visit.language, "award-name-not-printable", &named);
    Some(FieldError { field: field.to_owned(), text })
}

/// Where anybody can check it.
pub fn check_url(visit: &Visit, row: &Certificate) -> String {
    format!("{}/v/{}", visit.app.site.address, row.code)
}
