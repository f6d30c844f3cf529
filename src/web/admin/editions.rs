//! The editions: where each is in its life, what it offers, and how one begins, new or from an earlier one.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::edition_links::title_of;
use super::edition_words::{Came, by_field, came};
use crate::store::editions::{self, Edition};
use crate::store::offerings::{self, OfferCounts};
use crate::usecases::shape_edition::copy::copy_edition;
use crate::usecases::shape_edition::create::{NewEdition, create_edition};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::paging::{Pager, Paging};
use crate::web::public::sign_up_form::FieldError;

/// How many editions a page shows.
const ON_A_PAGE: usize = 20;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, begin, make]
}

#[derive(Serialize)]
struct EditionsPage {
    rows: Vec<EditionRow>,
    /// The newest that was shown: a new one begins as its copy.
    newest: Option<NewestEdition>,
    #[serde(flatten)]
    pager: Pager,
}

#[derive(Serialize)]
struct NewestEdition {
    key: String,
    title: String,
}

#[derive(Serialize)]
struct EditionRow {
    key: String,
    title: String,
    /// `draft`, `published` or `archived`.
    status: String,
    /// Whether it is the one of the first page.
    current: bool,
    /// Since when it is shown.
    published_at: Option<String>,
    /// Offerings that are shown.
    shown: i64,
    /// Offerings that are drafts.
    drafts: i64,
    /// Places that are taken.
    taken: i64,
}

#[get("/gestione/edizioni?<pagina>")]
async fn show(who: Reader, pagina: Option<&str>) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let current = editions::current(reader).await?.map(|edition| edition.id);
    let total = editions::count(reader).await?;
    let paging = Paging::new(Paging::asked(pagina), total, ON_A_PAGE);
    let here = editions::page(reader, paging.before, ON_A_PAGE).await?;
    let ids: Vec<i64> = here.iter().map(|edition| edition.id).collect();
    let offers = offerings::count_by_edition(reader, &ids).await?;
    let row = |edition: Edition| {
        let OfferCounts { shown, drafts, taken } = offers.get(&edition.id).copied().unwrap_or_default();
        EditionRow {
            title: title_of(&edition, visit.language),
            current: current == Some(edition.id),
            published_at: edition.published_at.map(|at| at.to_rfc3339()),
            shown,
            drafts,
            taken,
            key: edition.key,
            status: edition.status,
        }
    };
    let newest = editions::newest_shown(reader)
        .await?
        .map(|edition| NewestEdition { title: title_of(&edition, visit.language), key: edition.key });
    let page = EditionsPage { rows: here.into_iter().map(row).collect(), newest, pager: paging.pager(link) };
    Ok(visit.render("admin/editions.html", "dates", &page)?)
}

fn link(page: usize) -> String {
    if page > 1 { format!("/gestione/edizioni?pagina={page}") } else { "/gestione/edizioni".to_owned() }
}

/// The form of a new edition; named as in the form.
#[derive(Clone, Debug, Default, Serialize)]
struct Answers {
    titolo_it: String,
    titolo_en: String,
    /// Empty = made from the title.
    chiave: String,
    /// The key of the edition that is copied; empty = none.
    da: String,
    /// Whether whoever led then leads again.
    conduce: bool,
}

impl Answers {
    fn read(posted: &Posted) -> Self {
        Self {
            titolo_it: posted.line("titolo_it"),
            titolo_en: posted.line("titolo_en"),
            chiave: posted.line("chiave"),
            da: posted.line("da"),
            conduce: posted.ticked("conduce"),
        }
    }

    fn asked(&self) -> NewEdition {
        NewEdition {
            key: self.chiave.clone(),
            title_it: self.titolo_it.clone(),
            title_en: (!self.titolo_en.is_empty()).then(|| self.titolo_en.clone()),
        }
    }
}

#[derive(Serialize)]
struct NewPage {
    /// The title of the edition that is copied.
    from: Option<String>,
    answers: Answers,
    errors: Vec<FieldError>,
    error: std::collections::BTreeMap<String, String>,
}

#[get("/gestione/nuova-edizione?<da>")]
async fn begin(who: Secretary, da: Option<&str>) -> Result<Page, PageError> {
    let answers = Answers { da: da.unwrap_or_default().to_owned(), ..Answers::default() };
    form(&who.visit, answers, Vec::new()).await
}

#[post("/gestione/nuova-edizione", data = "<signed>")]
async fn make(who: Secretary, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (desk, staff) = (&who.visit.app.desk, who.viewer.person.id);
    let answers = Answers::read(&signed);
    let new = answers.asked();
    let (done, flash) = if answers.da.is_empty() {
        (create_edition(desk, &new, staff).await, "edition-created")
    } else {
        (copy_edition(desk, &answers.da, &new, answers.conduce, staff).await, "edition-copied")
    };
    match came(&who.visit, done, None).map_err(Err)? {
        Came::Done(key) => Ok(who.visit.to(&format!("/gestione/edizioni/{key}?fatto={flash}"))),
        Came::Wrong(errors) => Err(form(&who.visit, answers, errors).await),
        Came::Meanwhile => Err(Err(PageError::NotFound)),
    }
}

async fn form(visit: &Visit, answers: Answers, errors: Vec<FieldError>) -> Result<Page, PageError> {
    let from = if answers.da.is_empty() {
        None
    } else {
        let found = editions::by_key(visit.app.desk.store.reader(), &answers.da).await?;
        Some(title_of(&found.ok_or(PageError::NotFound)?, visit.language))
    };
    let wrong = !errors.is_empty();
    let page = NewPage { from, answers, error: by_field(&errors), errors };
    let rendered = visit.render("admin/edition_new.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}
