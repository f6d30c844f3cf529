//! "Il nome sull'attestato": how my name is spelled, before it is printed.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::award::PrintedName;
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::store::editions::{self, Edition};
use crate::store::{certificates, name_checks};
use crate::usecases::No;
use crate::usecases::check_names::answer;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Participant, Visit};
use crate::web::page::Page;
use crate::web::papers::unprintable;
use crate::web::public::sign_up_form::{FieldError, fault, name as check_name};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send]
}

#[derive(Serialize)]
struct NamePage {
    /// The key of the edition, and its title.
    edition: String,
    title: String,
    nome: String,
    cognome: String,
    answered: bool,
    /// Whether it is on paper by now: then the office mends it.
    printed: bool,
    /// Whether it can be printed as it is.
    printable: bool,
    errors: Vec<FieldError>,
    /// The sentence at each field.
    nome_error: Option<String>,
    cognome_error: Option<String>,
}

/// The edition that a person was asked about: the one that is named, else the newest.
async fn asked(visit: &Visit, person_id: i64, named: Option<&str>) -> Result<(Edition, bool), PageError> {
    let reader = visit.app.desk.store.reader();
    for check in name_checks::of_person(reader, person_id).await? {
        let Some(edition) = editions::find(reader, check.edition_id).await? else { continue };
        if named.is_none_or(|key| key == edition.key) {
            return Ok((edition, check.answered_at.is_some()));
        }
    }
    Err(PageError::NotFound)
}

#[get("/mio-percorso/nome?<edizione>")]
async fn show(who: Participant, edizione: Option<&str>) -> Result<Page, PageError> {
    let person = &who.viewer.person;
    let name = PrintedName::new(&person.given_name, &person.family_name);
    page(&who, edizione, name, Vec::new()).await
}

async fn page(
    who: &Participant,
    named: Option<&str>,
    name: PrintedName,
    errors: Vec<FieldError>,
) -> Result<Page, PageError> {
    let visit = &who.visit;
    let person_id = who.viewer.person.id;
    let (edition, answered) = asked(visit, person_id, named).await?;
    let rows = certificates::of_person(visit.app.desk.store.reader(), person_id).await?;
    let is_of_it = |row: &certificates::Certificate| {
        row.edition_id == edition.id
            && row.kind() == Kind::Course
            && row.revoked_at.is_none()
            && row.replaced_at.is_none()
    };
    let printed = rows.iter().any(is_of_it);
    let wrong = !errors.is_empty();
    let unprintable = not_printable(visit, &name);
    let printable = unprintable.is_empty();
    // Before anybody types: what is not to be printed is said at once, at its field.
    let errors = if wrong || printed { errors } else { unprintable };
    let at = |field: &str| errors.iter().find(|error| error.field == field).map(|error| error.text.clone());
    let page = NamePage {
        printed,
        printable,
        edition: edition.key,
        title: edition.title_it,
        nome: name.given,
        cognome: name.family,
        answered,
        nome_error: at("nome"),
        cognome_error: at("cognome"),
        errors,
    };
    let rendered = visit.render("participant/name.html", "path", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// What is wrong with a name that was typed, in the order of the page.
fn faults(visit: &Visit, name: &PrintedName) -> Vec<FieldError> {
    let mut found = Vec::new();
    for (field, typed) in [("nome", &name.given), ("cognome", &name.family)] {
        match check_name(typed) {
            Err(error) => found.push(fault(visit, field, &error.code)),
            Ok(()) => found.extend(unprintable(visit, field, typed)),
        }
    }
    found
}

/// What of a name cannot be printed, in the order of the page.
fn not_printable(visit: &Visit, name: &PrintedName) -> Vec<FieldError> {
    let fields = [("nome", &name.given), ("cognome", &name.family)];
    fields.into_iter().filter_map(|(field, typed)| unprintable(visit, field, typed)).collect()
}

#[post("/mio-percorso/nome", data = "<form>")]
async fn send(who: Participant, form: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let name = PrintedName::new(&form.line("nome"), &form.line("cognome"));
    let key = form.line("edizione");
    let named = Some(key.as_str()).filter(|key| !key.is_empty());
    let (edition, _) = asked(visit, who.viewer.person.id, named).await.map_err(Err)?;
    let wrong = faults(visit, &name);
    if !wrong.is_empty() {
        return Err(page(&who, named, name, wrong).await);
    }
    match answer(&visit.app.desk, who.viewer.person.id, edition.id, &name).await {
        Ok(corrected) => {
            let done = if corrected { "name-corrected" } else { "name-confirmed" };
            visit.to_path(&edition.key, done).await.map_err(Err)
        }
        Err(No::Refused(refusal)) => {
            let field = if refusal == Refusal::AlreadyPrinted { "contatti" } else { "nome" };
            let error = FieldError { field: field.to_owned(), text: visit.refusal(&refusal) };
            Err(page(&who, named, name, vec![error]).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}
