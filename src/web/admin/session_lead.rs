//! Who leads a session: whoever does takes its register, and is reminded the evening before.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::audit_view::{Somebody, somebody};
use super::edition_words::{Came, SessionName, by_field, came, session_name};
use super::impact_view::{PersonRef, named};
use crate::domain::edition::EditionStatus;
use crate::domain::person::EmailAddress;
use crate::domain::text::folded;
use crate::store::{people, programme, sessions};
use crate::usecases::shape_edition::lead::{Leader, add_known_trainer, add_trainer, remove_trainer};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::{FieldError, email as check_email, fault};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, change]
}

/// Somebody who is to lead, as typed.
#[derive(Default, Serialize)]
struct Answers {
    /// Somebody who leads or led something, by id; empty = somebody else, by address.
    chi: String,
    email: String,
    nome: String,
    cognome: String,
}

impl Answers {
    fn read(posted: &Posted) -> Self {
        Self {
            chi: posted.line("chi"),
            email: posted.line("email"),
            nome: posted.line("nome"),
            cognome: posted.line("cognome"),
        }
    }

    fn parsed(&self, visit: &Visit) -> Result<Leader, FieldError> {
        let wrong = |code: &str| fault(visit, "email", code);
        check_email(&self.email).map_err(|error| wrong(&error.code))?;
        let email = EmailAddress::parse(&self.email).map_err(|_| wrong("malformed"))?;
        Ok(Leader { email, given_name: self.nome.clone(), family_name: self.cognome.clone() })
    }
}

#[derive(Serialize)]
struct LeadPage {
    session: SessionName,
    /// Whether the edition is in the archive: then nothing changes.
    archived: bool,
    edition_key: String,
    trainers: Vec<PersonRef>,
    /// Who leads or led something, and does not lead this.
    known: Vec<Somebody>,
    /// Somebody who was just added by an address we know, under another name than the one that was typed.
    other_name: Option<PersonRef>,
    answers: Answers,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
}

#[get("/gestione/sessioni/<id>/conduce?<nota>")]
async fn show(who: Reader, id: i64, nota: Option<i64>) -> Result<Page, PageError> {
    page(&who.visit, id, nota, Answers::default(), Vec::new()).await
}

#[post("/gestione/sessioni/<id>/conduce", data = "<signed>")]
async fn change(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (desk, staff) = (&who.visit.app.desk, who.viewer.person.id);
    let answers = Answers::read(&signed);
    let (done, flash) = if signed.line("azione") == "togli" {
        let Ok(person) = signed.line("persona").parse() else { return Err(Err(PageError::NotFound)) };
        (remove_trainer(desk, id, person, staff).await, "trainer-removed")
    } else if answers.email.is_empty() && !answers.chi.is_empty() {
        let Ok(person) = answers.chi.parse() else { return Err(Err(PageError::NotFound)) };
        (add_known_trainer(desk, id, person, staff).await, "trainer-added")
    } else {
        // An address that is none is looked at before whether there is such a session.
        match answers.parsed(&who.visit) {
            Ok(leader) => (add_trainer(desk, id, &leader, staff).await, "trainer-added"),
            Err(error) => return Err(page(&who.visit, id, None, answers, vec![error]).await),
        }
    };
    match came(&who.visit, done, None).map_err(Err)? {
        Came::Done(()) => {
            let other = other_name(&who.visit, &answers).await.map_err(Err)?;
            let known = other.map(|person| format!("&nota={person}")).unwrap_or_default();
            Ok(who.visit.to(&format!("/gestione/sessioni/{id}/conduce?fatto={flash}{known}")))
        }
        Came::Wrong(errors) => Err(page(&who.visit, id, None, answers, errors).await),
        Came::Meanwhile => Err(Err(PageError::NotFound)),
    }
}

/// Whose address it is, where somebody typed another name for them than the one we know.
async fn other_name(visit: &Visit, typed: &Answers) -> Result<Option<i64>, PageError> {
    let Ok(email) = EmailAddress::parse(&typed.email) else { return Ok(None) };
    let wanted = folded(&format!("{} {}", typed.nome, typed.cognome));
    let is_other = |known: &str| {
        let known = folded(known);
        wanted.split_whitespace().any(|word| !known.split_whitespace().any(|name| name == word))
    };
    let person = people::by_email(visit.app.desk.store.reader(), email.as_str()).await?;
    Ok(person.filter(|person| is_other(&person.full_name())).map(|person| person.id))
}

async fn page(
    visit: &Visit,
    id: i64,
    known: Option<i64>,
    answers: Answers,
    errors: Vec<FieldError>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let session = sessions::find(reader, id).await?.ok_or(PageError::NotFound)?;
    let programme = programme::of_offering(reader, session.offering_id).await?.ok_or(PageError::NotFound)?;
    let wrong = !errors.is_empty();
    let leading = sessions::trainers(reader, id).await?;
    let mut others = sessions::everybody_leading(reader).await?;
    others.retain(|person| !leading.contains(person));
    let trainers = named(visit, &leading).await?;
    let page = LeadPage {
        session: session_name(&programme, id).ok_or(PageError::NotFound)?,
        archived: programme.edition.status() == EditionStatus::Archived,
        edition_key: programme.edition.key.clone(),
        // Only of somebody whom the page names anyway: an address tells nothing about others.
        other_name: known.and_then(|known| trainers.iter().find(|person| person.id == known).cloned()),
        trainers,
        // Whoever was erased has neither name nor address.
        known: somebody(visit, &others).await?.into_iter().filter(|one| !one.name.is_empty()).collect(),
        answers,
        error: by_field(&errors),
        errors,
    };
    let rendered = visit.render("admin/session_lead.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}
