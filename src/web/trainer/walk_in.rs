//! "Aggiungi": somebody in the room who is not on the list; the name is searched first, from the day of the session on.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::register_view::{RegisterPage, load};
use crate::domain::look_up::{LookUp, look_up};
use crate::domain::person::EmailAddress;
use crate::domain::refusal::Refusal;
use crate::store::named::named;
use crate::store::people;
use crate::usecases::No;
use crate::usecases::add_walk_in::{WalkIn, add_walk_in};
use crate::web::admin::reason::length_fault;
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::Trainer;
use crate::web::page::Page;
use crate::web::public::sign_up_form::{FieldError, fault, name, phone};

/// How many people a search shows.
const SHOWN: u64 = 8;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, add]
}

#[derive(Serialize)]
struct WalkInPage {
    register: RegisterPage,
    search: String,
    found: Vec<Found>,
    answers: WalkInAnswers,
    errors: Vec<FieldError>,
    error: std::collections::BTreeMap<String, String>,
    /// The room is full: an extra place has to be granted, with a name and a reason.
    full: bool,
    /// Whom the extra place is asked for.
    person: Option<i64>,
}

#[derive(Serialize)]
struct Found {
    id: i64,
    name: String,
    /// Covered: enough to recognise somebody, no more.
    email: String,
}

#[derive(Clone, Default, Serialize)]
struct WalkInAnswers {
    nome: String,
    cognome: String,
    email: String,
    telefono: String,
    motivo: String,
    privacy: bool,
}

impl WalkInAnswers {
    fn read(posted: &Posted) -> Self {
        Self {
            nome: posted.line("nome"),
            cognome: posted.line("cognome"),
            email: posted.line("email"),
            telefono: posted.line("telefono"),
            motivo: posted.lines("motivo"),
            privacy: posted.ticked("privacy"),
        }
    }
}

#[get("/aula/<id>/aggiungi?<cerca>")]
async fn show(who: Trainer, id: i64, cerca: Option<String>) -> Result<Page, PageError> {
    page(&who, id, &cerca.unwrap_or_default(), WalkInAnswers::default(), Vec::new(), None).await
}

async fn page(
    who: &Trainer,
    id: i64,
    search: &str,
    answers: WalkInAnswers,
    errors: Vec<FieldError>,
    full_for: Option<Option<i64>>,
) -> Result<Page, PageError> {
    let register = load(who, id, &std::collections::HashMap::new()).await?;
    let search = crate::domain::text::single_line(search);
    let found = if register.early { Vec::new() } else { found(who, &search).await? };
    let wrong = !errors.is_empty() || full_for.is_some();
    let page = WalkInPage {
        register,
        search,
        found,
        answers,
        error: errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors,
        full: full_for.is_some(),
        person: full_for.flatten(),
    };
    let rendered = who.visit.render("trainer/walk_in.html", "room", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// Whom the search finds; whoever stands in the room on the day is recognised, nobody is leafed through.
async fn found(who: &Trainer, search: &str) -> Result<Vec<Found>, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let people = match look_up(search) {
        LookUp::Address(email) => people::by_email(reader, email.as_str()).await?.into_iter().collect(),
        LookUp::Part(part) => people::search(reader, &part, SHOWN).await?,
        LookUp::Name(name) => named(reader, &name, SHOWN).await?,
        LookUp::Nobody => Vec::new(),
    };
    let row = |person: people::Person| {
        let email = person.email.as_deref().and_then(|e| EmailAddress::parse(e).ok());
        let email = email.map(|e| e.masked()).unwrap_or_default();
        Found { id: person.id, name: person.full_name(), email }
    };
    Ok(people.into_iter().map(row).collect())
}

#[post("/aula/<id>/aggiungi", data = "<signed>")]
async fn add(who: Trainer, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    if !who.may_take(id) {
        return Err(Err(PageError::NotFound));
    }
    let answers = WalkInAnswers::read(&signed);
    let person = signed.line("persona").parse::<i64>().ok();
    let walk_in = match person {
        Some(person) => WalkIn::Known(person),
        None => match new_person(&who, &answers) {
            Ok(new) => new,
            Err(errors) => return Err(page(&who, id, "", answers, errors, None).await),
        },
    };
    if let Some(error) = length_fault(&who.visit, "motivo", &answers.motivo) {
        return Err(page(&who, id, "", answers, vec![error], Some(person)).await);
    }
    let extra = Some(answers.motivo.as_str()).filter(|reason| !reason.is_empty());
    match add_walk_in(&who.visit.app.desk, id, who.viewer.person.id, &walk_in, extra).await {
        Ok(_) => Ok(who.visit.to(&format!("/aula/{id}?fatto=added"))),
        Err(No::Refused(Refusal::NoFreePlace)) => {
            Err(page(&who, id, "", answers, Vec::new(), Some(person)).await)
        }
        Err(No::Refused(Refusal::AddressKnown)) => Err(known_already(&who, id, answers).await),
        Err(No::Refused(refusal)) => {
            let error = FieldError { field: "nome".to_owned(), text: who.visit.refusal(&refusal) };
            Err(page(&who, id, "", answers, vec![error], None).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

/// The address is that of somebody we know: the search shows who it could be, once the day has come.
async fn known_already(who: &Trainer, id: i64, answers: WalkInAnswers) -> Result<Page, PageError> {
    let early = load(who, id, &std::collections::HashMap::new()).await?.early;
    let text = if early {
        who.visit.app.views.words().plain(who.visit.language, "room-known-early")
    } else {
        who.visit.refusal(&Refusal::AddressKnown)
    };
    let error = FieldError { field: "email".to_owned(), text };
    let known = answers.email.clone();
    page(who, id, &known, answers, vec![error], None).await
}

/// Three fields: name, surname, and an address or a phone; the privacy notice was read aloud.
fn new_person(who: &Trainer, answers: &WalkInAnswers) -> Result<WalkIn, Vec<FieldError>> {
    let mut errors = Vec::new();
    for (field, value) in [("nome", &answers.nome), ("cognome", &answers.cognome)] {
        if let Err(error) = name(value) {
            errors.push(fault(&who.visit, field, &error.code));
        }
    }
    let email = match EmailAddress::parse(&answers.email) {
        Ok(email) => Some(email),
        Err(_) if answers.email.is_empty() => None,
        Err(_) => {
            errors.push(fault(&who.visit, "email", "malformed"));
            None
        }
    };
    if answers.email.is_empty() && answers.telefono.is_empty() {
        errors.push(FieldError {
            field: "email".to_owned(),
            text: fault(&who.visit, "contact", "missing").text,
        });
    }
    if phone(&answers.telefono).is_err() {
        errors.push(fault(&who.visit, "telefono", "malformed"));
    }
    if !answers.privacy {
        errors.push(fault(&who.visit, "privacy", "missing"));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let phone = (!answers.telefono.is_empty()).then(|| answers.telefono.clone());
    Ok(WalkIn::New { given_name: answers.nome.clone(), family_name: answers.cognome.clone(), email, phone })
}
