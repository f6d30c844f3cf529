//! "Altri dati": phone, profile and language of somebody are corrected. Somebody else who was faster is shown, and nothing
//! is lost.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::person::{done_link, season};
use super::person_form::{Filled, Shown};
use super::phone_form::no_or_profile;
use crate::domain::person::{Language, Profile};
use crate::store::people;
use crate::usecases::correct_person::{Details, correct_person};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::{FieldError, fault, phone};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send]
}

#[derive(Serialize)]
struct DataPage {
    id: i64,
    /// The edition that the person's page showed.
    season: Option<String>,
    name: String,
    /// Whether letters reach them: then they need no phone.
    email: bool,
    profiles: Vec<&'static str>,
    #[serde(flatten)]
    form: Filled<Answers>,
}

/// The form; the fields are named as in it.
#[derive(Clone, Default, Serialize)]
struct Answers {
    telefono: String,
    profilo: String,
    lingua: String,
}

impl Answers {
    fn of(details: &Details) -> Self {
        Self {
            telefono: details.phone.clone().unwrap_or_default(),
            profilo: details.profile.map(Profile::code).unwrap_or_default().to_owned(),
            lingua: details.language.code().to_owned(),
        }
    }

    /// Reads the fields; `start` begins their names.
    fn read(posted: &Posted, start: &str) -> Self {
        let line = |name: &str| posted.line(&format!("{start}{name}"));
        Self { telefono: line("telefono"), profilo: line("profilo"), lingua: line("lingua") }
    }

    fn details(&self) -> Details {
        Details {
            phone: Some(self.telefono.clone()).filter(|phone| !phone.is_empty()),
            profile: Profile::from_code(&self.profilo),
            language: Language::from_code(&self.lingua),
        }
    }

    /// What is wrong with them, in the order of the page.
    fn faults(&self, visit: &Visit) -> Vec<FieldError> {
        let mut found = Vec::new();
        if let Err(error) = phone(&self.telefono) {
            found.push(fault(visit, "telefono", &error.code));
        }
        if let Err(error) = no_or_profile(&self.profilo) {
            found.push(fault(visit, "profilo", &error.code));
        }
        if !Language::ALL.iter().any(|language| language.code() == self.lingua) {
            found.push(fault(visit, "lingua", "missing"));
        }
        found
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("phone", self.telefono.clone()),
            ("profile", self.profilo.clone()),
            ("language", self.lingua.clone()),
        ]
    }
}

#[get("/gestione/persone/<id>/dati?<edizione>")]
async fn show(who: Secretary, id: i64, edizione: Option<String>) -> Result<Page, PageError> {
    page(&who.visit, id, Shown::default(), edizione).await
}

async fn page(
    visit: &Visit,
    id: i64,
    shown: Shown<Answers>,
    season: Option<String>,
) -> Result<Page, PageError> {
    let person = people::living(visit.app.desk.store.reader(), id).await?.ok_or(PageError::NotFound)?;
    let wrong = shown.is_wrong();
    let page = DataPage {
        id,
        season,
        name: person.full_name(),
        email: person.email.is_some(),
        profiles: Profile::ALL.into_iter().map(Profile::code).collect(),
        form: shown.filled(Answers::of(&Details::of(&person)), Answers::fields),
    };
    let rendered = visit.render("admin/person_data.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/gestione/persone/<id>/dati", data = "<signed>")]
async fn send(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let (typed, seen) = (Answers::read(&signed, ""), Answers::read(&signed, "visto_"));
    let errors = typed.faults(visit);
    let (to, from) = (typed.details(), seen.details());
    let mut shown = Shown { typed: Some(typed), seen: Some(seen), errors, meanwhile: false };
    if shown.is_wrong() {
        return Err(page(visit, id, shown, season(&signed)).await);
    }
    match correct_person(&visit.app.desk, id, &from, &to, who.viewer.person.id).await {
        Ok(()) => Ok(visit.to(&done_link(id, season(&signed).as_deref(), "person-corrected"))),
        Err(why) => {
            shown.not_corrected(visit, why).map_err(Err)?;
            Err(page(visit, id, shown, season(&signed)).await)
        }
    }
}
