//! `/v/<code>`: whoever holds a certificate or a statement in their hands sees whether it is valid. The page tells what
//! is printed on it, of the name only an initial and the surname, and nothing else.

use chrono::NaiveDate;
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, routes};
use serde::Serialize;

use crate::domain::award::{AwardedWorkshop, Validity, code_of};
use crate::domain::letter::Title;
use crate::domain::offering::Kind;
use crate::domain::session::local_date;
use crate::domain::text::single_line;
use crate::store::certificates::{self, Certificate};
use crate::store::{editions, programme, stated};
use crate::web::error::PageError;
use crate::web::guards::{Anyone, Visit};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![ask, show]
}

#[derive(Serialize)]
struct CheckPage {
    /// `ask`, `unknown`, `valid`, `replaced` or `revoked`.
    state: &'static str,
    /// What was typed, to be mended.
    typed: String,
    paper: Option<Paper>,
}

/// What is printed on it.
#[derive(Serialize)]
struct Paper {
    course: bool,
    number: Option<String>,
    code: String,
    /// Initial and surname, of a valid one; none once it was erased.
    name: Option<String>,
    title: Title,
    organisation: String,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    attended: u32,
    of: u32,
    workshops: Vec<AwardedWorkshop>,
    issued_on: NaiveDate,
    /// The number of the one that was given in its place.
    by: Option<String>,
    /// On which day it was replaced or revoked.
    at: Option<NaiveDate>,
}

#[get("/v?<codice>")]
async fn ask(who: Anyone, codice: Option<&str>) -> Result<Redirect, Result<Page, PageError>> {
    let typed = codice.map(single_line).unwrap_or_default();
    match code_of(&typed) {
        Some(code) => Ok(who.0.to(&format!("/v/{code}"))),
        None if typed.is_empty() => Err(page(&who.0, "ask", &typed, None)),
        None => Err(page(&who.0, "unknown", &typed, None)),
    }
}

#[get("/v/<code>")]
async fn show(who: Anyone, code: &str) -> Result<Page, PageError> {
    let visit = who.0;
    let reader = visit.app.desk.store.reader();
    let found = match code_of(code) {
        Some(code) => certificates::by_code(reader, &code).await?,
        None => None,
    };
    let Some(row) = found else {
        return page(&visit, "unknown", &single_line(code), None);
    };
    let (validity, last) = stands(&visit, &row).await?;
    let paper = paper(&visit, row, validity, &last).await?;
    page(&visit, validity.code(), "", Some(paper))
}

fn page(visit: &Visit, state: &'static str, typed: &str, paper: Option<Paper>) -> Result<Page, PageError> {
    // Typed by hand it may be long: nobody needs the rest of it.
    let typed = typed.chars().take(40).collect();
    let rendered = visit.render("public/check.html", "", &CheckPage { state, typed, paper })?;
    Ok(if state == "unknown" { rendered.with(Status::NotFound) } else { rendered })
}

/// Whether it still says what is so, and the last one that was given in its place. A statement does as long as the
/// register says that the workshop was attended.
async fn stands(visit: &Visit, row: &Certificate) -> Result<(Validity, Certificate), PageError> {
    let reader = visit.app.desk.store.reader();
    let mut last = row.clone();
    while let Some(next) = last.replaced_by {
        last = certificates::find(reader, next).await?.ok_or(PageError::NotFound)?;
    }
    let mut validity = row.validity();
    if last.validity() == Validity::Revoked {
        validity = Validity::Revoked;
    }
    if validity == Validity::Valid && row.kind() == Kind::Workshop {
        let programme = programme::of_offering(reader, row.offering_id).await?.ok_or(PageError::NotFound)?;
        let offered = programme.offering(row.offering_id).ok_or(PageError::NotFound)?;
        if !stated::stands(reader, row, offered).await? {
            validity = Validity::Revoked;
        }
    }
    Ok((validity, last))
}

async fn paper(
    visit: &Visit,
    row: Certificate,
    validity: Validity,
    last: &Certificate,
) -> Result<Paper, PageError> {
    let reader = visit.app.desk.store.reader();
    let awarded = row.awarded()?;
    let names = certificates::names(reader, std::slice::from_ref(&row)).await?;
    let name = names.get(&row.name_text_id).map(|name| name.covered());
    let span = awarded.span();
    let edition = editions::find(reader, row.edition_id).await?.ok_or(PageError::NotFound)?;
    Ok(Paper {
        course: row.kind() == Kind::Course,
        number: row.number_text(),
        name: name.filter(|_| validity == Validity::Valid),
        organisation: awarded.organisation.clone(),
        first: span.map(|(first, _)| first),
        last: span.map(|(_, last)| last),
        attended: awarded.attended(),
        of: awarded.of(),
        issued_on: awarded.issued_on,
        title: awarded.title,
        workshops: awarded.workshops,
        by: last.number_text().filter(|_| validity == Validity::Replaced),
        at: match validity {
            Validity::Valid => None,
            Validity::Replaced => row.replaced_at,
            Validity::Revoked => last.revoked_at,
        }
        .map(|at| local_date(at, edition.zone())),
        code: row.code,
    })
}
