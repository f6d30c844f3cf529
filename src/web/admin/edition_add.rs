//! One more workshop of an edition, or its course: a draft, whose page has everything else.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::edition_links::title_of;
use super::edition_page::of_key;
use super::edition_words::{Came, by_field, came_of_names};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::Kind;
use crate::usecases::shape_edition::add_offering::{NewOffering, add_offering};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, add]
}

/// What was typed; named as in the form.
#[derive(Default, Serialize)]
struct Answers {
    /// `workshop` or `course`.
    tipo: String,
    titolo: String,
    /// The word in addresses; empty = made from the title.
    indirizzo: String,
}

impl Answers {
    fn read(posted: &Posted) -> Self {
        Self {
            tipo: Kind::from_code(&posted.line("tipo")).code().to_owned(),
            titolo: posted.line("titolo"),
            indirizzo: posted.line("indirizzo"),
        }
    }
}

#[derive(Serialize)]
struct AddPage {
    key: String,
    edition: String,
    /// Whether the edition is in the archive: then nothing is added.
    archived: bool,
    /// Whether the edition has its course already.
    has_course: bool,
    answers: Answers,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
}

#[get("/gestione/edizioni/<key>/aggiungi")]
async fn show(who: Secretary, key: &str) -> Result<Page, PageError> {
    let answers = Answers { tipo: Kind::Workshop.code().to_owned(), ..Answers::default() };
    page(&who.visit, key, answers, Vec::new()).await
}

#[post("/gestione/edizioni/<key>/aggiungi", data = "<signed>")]
async fn add(who: Secretary, key: &str, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let programme = of_key(&who.visit, key).await.map_err(Err)?;
    let answers = Answers::read(&signed);
    let new = NewOffering {
        kind: Kind::from_code(&answers.tipo),
        title: (!answers.titolo.is_empty()).then(|| answers.titolo.clone()),
        slug: answers.indirizzo.clone(),
    };
    let done = add_offering(&who.visit.app.desk, programme.edition.id, &new, who.viewer.person.id).await;
    let typed = [("title", answers.titolo.clone())];
    match came_of_names(&who.visit, done, &typed).map_err(Err)? {
        Came::Done(id) => Ok(who.visit.to(&format!("/gestione/offerte/{id}?fatto=offering-added"))),
        Came::Wrong(errors) => Err(page(&who.visit, key, answers, errors).await),
        Came::Meanwhile => Err(Err(PageError::NotFound)),
    }
}

async fn page(
    visit: &Visit,
    key: &str,
    answers: Answers,
    errors: Vec<FieldError>,
) -> Result<Page, PageError> {
    let programme = of_key(visit, key).await?;
    let wrong = !errors.is_empty();
    let page = AddPage {
        key: key.to_owned(),
        edition: title_of(&programme.edition, visit.language),
        archived: programme.edition.status() == EditionStatus::Archived,
        has_course: programme.offerings.iter().any(|offered| offered.row.kind() == Kind::Course),
        answers,
        error: by_field(&errors),
        errors,
    };
    let rendered = visit.render("admin/edition_add.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}
