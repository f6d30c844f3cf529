//! A name is corrected: what stands, what it becomes, why. Somebody else who was faster is shown, and nothing is lost.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::reason::length_fault;
use crate::store::people;
use crate::usecases::correct_name::{FullName, NotCorrected, correct_name};
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
    /// The name that stands.
    stands: String,
    answers: Answers,
    /// What the form was filled in on.
    seen: Answers,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// What stands beside what was typed, where somebody else changed it meanwhile.
    beside: Vec<Beside>,
    meanwhile: bool,
}

/// A name as a form has it.
#[derive(Clone, Default, Serialize)]
struct Answers {
    nome: String,
    cognome: String,
    motivo: String,
}

/// A field that stands otherwise than it was typed.
#[derive(Serialize)]
struct Beside {
    field: &'static str,
    now: String,
    typed: String,
}

impl Answers {
    fn read(posted: &Posted) -> Self {
        Self { nome: posted.line("nome"), cognome: posted.line("cognome"), motivo: posted.lines("motivo") }
    }

    fn seen(posted: &Posted) -> Self {
        let (nome, cognome) = (posted.line("visto_nome"), posted.line("visto_cognome"));
        Self { nome, cognome, motivo: String::new() }
    }

    fn full(&self) -> FullName {
        FullName { given: self.nome.clone(), family: self.cognome.clone() }
    }
}

/// What the page shows besides what stands.
#[derive(Default)]
struct Shown {
    typed: Option<Answers>,
    seen: Option<Answers>,
    errors: Vec<FieldError>,
    meanwhile: bool,
}

#[get("/gestione/persone/<id>/nome")]
async fn show(who: Secretary, id: i64) -> Result<Page, PageError> {
    page(&who.visit, id, Shown::default()).await
}

async fn page(visit: &Visit, id: i64, shown: Shown) -> Result<Page, PageError> {
    let known = people::find(visit.app.desk.store.reader(), id).await?.filter(|p| p.erased_at.is_none());
    let person = known.ok_or(PageError::NotFound)?;
    let wrong = shown.meanwhile || !shown.errors.is_empty();
    let stands = Answers {
        nome: person.given_name.clone(),
        cognome: person.family_name.clone(),
        motivo: String::new(),
    };
    let answers = shown.typed.unwrap_or_else(|| stands.clone());
    let both = [("given", &stands.nome, &answers.nome), ("family", &stands.cognome, &answers.cognome)];
    let differs = both.into_iter().filter(|(_, now, typed)| shown.meanwhile && now != typed);
    let page = NamePage {
        id,
        stands: person.full_name(),
        beside: differs
            .map(|(field, now, typed)| Beside { field, now: now.clone(), typed: typed.clone() })
            .collect(),
        // Shown again with a fault the form still says what it was filled in on.
        seen: shown.seen.filter(|_| !shown.meanwhile).unwrap_or_else(|| stands.clone()),
        answers,
        error: shown.errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors: shown.errors,
        meanwhile: shown.meanwhile,
    };
    let rendered = visit.render("admin/person_name.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/gestione/persone/<id>/nome", data = "<signed>")]
async fn send(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let (typed, seen) = (Answers::read(&signed), Answers::seen(&signed));
    let mut shown = Shown { typed: Some(typed.clone()), seen: Some(seen.clone()), ..Shown::default() };
    for (field, value) in [("nome", &typed.nome), ("cognome", &typed.cognome)] {
        if let Err(error) = name(value) {
            shown.errors.push(fault(visit, field, &error.code));
        }
    }
    shown.errors.extend(length_fault(visit, "motivo", &typed.motivo));
    if !shown.errors.is_empty() {
        return Err(page(visit, id, shown).await);
    }
    let reason = Some(typed.motivo.as_str()).filter(|reason| !reason.is_empty());
    let staff = who.viewer.person.id;
    match correct_name(&visit.app.desk, id, &seen.full(), &typed.full(), reason, staff).await {
        Ok(()) => Ok(visit.to(&format!("/gestione/persone/{id}?fatto=person-renamed"))),
        Err(NotCorrected::Meanwhile) => {
            shown.meanwhile = true;
            Err(page(visit, id, shown).await)
        }
        Err(NotCorrected::No(other)) => Err(Err(other.into())),
    }
}
