//! A name is corrected: what stands, what it becomes, why. Somebody else who was faster is shown, and nothing is lost.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::person::{done_link, season};
use super::person_form::{Filled, Shown};
use super::reason::length_fault;
use crate::store::people;
use crate::usecases::correct_name::{FullName, correct_name, unconfirmed_by};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::{FieldError, fault, name};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send]
}

#[derive(Serialize)]
struct NamePage {
    id: i64,
    /// The edition that the person's page showed.
    season: Option<String>,
    /// The name that stands.
    stands: String,
    /// Whether they confirmed it for a certificate that is not printed yet.
    unconfirms: bool,
    #[serde(flatten)]
    form: Filled<Answers>,
}

/// A name as a form has it.
#[derive(Clone, Default, Serialize)]
struct Answers {
    nome: String,
    cognome: String,
    motivo: String,
}

impl Answers {
    fn of(stands: FullName) -> Self {
        Self { nome: stands.given, cognome: stands.family, motivo: String::new() }
    }

    fn read(posted: &Posted) -> Self {
        Self { nome: posted.line("nome"), cognome: posted.line("cognome"), motivo: posted.lines("motivo") }
    }

    fn seen(posted: &Posted) -> Self {
        let (given, family) = (posted.line("visto_nome"), posted.line("visto_cognome"));
        Self::of(FullName { given, family })
    }

    fn full(&self) -> FullName {
        FullName { given: self.nome.clone(), family: self.cognome.clone() }
    }

    /// What is wrong with them, in the order of the page.
    fn faults(&self, visit: &Visit) -> Vec<FieldError> {
        let mut found = Vec::new();
        for (field, value) in [("nome", &self.nome), ("cognome", &self.cognome)] {
            if let Err(error) = name(value) {
                found.push(fault(visit, field, &error.code));
            }
        }
        found.extend(length_fault(visit, "motivo", &self.motivo));
        found
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("given", self.nome.clone()), ("family", self.cognome.clone())]
    }
}

#[get("/gestione/persone/<id>/nome?<edizione>")]
async fn show(who: Secretary, id: i64, edizione: Option<String>) -> Result<Page, PageError> {
    page(&who.visit, id, Shown::default(), edizione).await
}

async fn page(
    visit: &Visit,
    id: i64,
    shown: Shown<Answers>,
    season: Option<String>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let person = people::living(reader, id).await?.ok_or(PageError::NotFound)?;
    let unconfirms = !unconfirmed_by(reader, id).await?.is_empty();
    let wrong = shown.is_wrong();
    let form = shown.filled(Answers::of(FullName::of(&person)), Answers::fields);
    let page = NamePage { id, season, stands: person.full_name(), unconfirms, form };
    let rendered = visit.render("admin/person_name.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/gestione/persone/<id>/nome", data = "<signed>")]
async fn send(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let (typed, seen) = (Answers::read(&signed), Answers::seen(&signed));
    let errors = typed.faults(visit);
    let (to, from, reason) = (typed.full(), seen.full(), typed.motivo.clone());
    let mut shown = Shown { typed: Some(typed), seen: Some(seen), errors, meanwhile: false };
    if shown.is_wrong() {
        return Err(page(visit, id, shown, season(&signed)).await);
    }
    let reason = Some(reason.as_str()).filter(|reason| !reason.is_empty());
    match correct_name(&visit.app.desk, id, &from, &to, reason, who.viewer.person.id).await {
        Ok(()) => Ok(visit.to(&done_link(id, season(&signed).as_deref(), "person-renamed"))),
        Err(why) => {
            shown.not_corrected(visit, why).map_err(Err)?;
            Err(page(visit, id, shown, season(&signed)).await)
        }
    }
}
