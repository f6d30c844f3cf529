//! "Il nome sull'attestato": how my name is spelled, before it is printed. Whoever was asked answers here; whoever has a
//! name that cannot be printed corrects it here, asked or not.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::award::PrintedName;
use crate::domain::offering::Kind;
use crate::domain::qualification::Printable;
use crate::domain::refusal::Refusal;
use crate::store::editions::{self, Edition};
use crate::store::people::Person;
use crate::store::{certificates, name_checks, qualified};
use crate::usecases::No;
use crate::usecases::check_names::{answer, correct_unprintable};
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
    /// The key of the edition, and its title; empty where nobody asked.
    edition: String,
    title: String,
    nome: String,
    cognome: String,
    /// The name that stands, whatever was typed.
    stands: String,
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

/// What a person was asked.
struct Asked {
    edition: Edition,
    answered: bool,
    /// Whether it is on paper by now.
    printed: bool,
}

/// The edition that a person was asked about: the one that is named, else the newest. None where nobody asked, or it is on
/// paper, and their name cannot be printed: then it is theirs to correct all the same.
async fn asked(visit: &Visit, person: &Person, named: Option<&str>) -> Result<Option<Asked>, PageError> {
    let reader = visit.app.desk.store.reader();
    let to_correct = named.is_none() && cannot_be_printed(visit, person);
    let rows = certificates::of_person(reader, person.id).await?;
    for check in name_checks::of_person(reader, person.id).await? {
        let Some(edition) = editions::find(reader, check.edition_id).await? else { continue };
        let is_of_it = |row: &certificates::Certificate| {
            row.edition_id == edition.id
                && row.kind() == Kind::Course
                && row.revoked_at.is_none()
                && row.replaced_at.is_none()
        };
        let printed = rows.iter().any(is_of_it);
        if named.is_none_or(|key| key == edition.key) && !(printed && to_correct) {
            return Ok(Some(Asked { edition, answered: check.is_answered(), printed }));
        }
    }
    if to_correct { Ok(None) } else { Err(PageError::NotFound) }
}

/// Whether the name of a person, as we have it, cannot be printed; who has none yet has nothing to correct.
pub fn cannot_be_printed(visit: &Visit, person: &Person) -> bool {
    let name = qualified::printable(&person.full_name(), visit.app.desk.policy.can_print);
    matches!(name, Printable::Not(_))
}

/// Instead of a paper that cannot be printed: why, and the form that corrects the name.
///
/// # Errors
/// The database failed.
pub async fn instead_of_paper(who: &Participant) -> Result<Page, PageError> {
    let name = name_of(who);
    let wrong = faults(&who.visit, &name);
    page(who, None, name, wrong).await
}

fn name_of(who: &Participant) -> PrintedName {
    let person = &who.viewer.person;
    PrintedName::new(&person.given_name, &person.family_name)
}

#[get("/mio-percorso/nome?<edizione>")]
async fn show(who: Participant, edizione: Option<&str>) -> Result<Page, PageError> {
    page(&who, edizione, name_of(&who), Vec::new()).await
}

async fn page(
    who: &Participant,
    named: Option<&str>,
    name: PrintedName,
    errors: Vec<FieldError>,
) -> Result<Page, PageError> {
    let visit = &who.visit;
    let asked = asked(visit, &who.viewer.person, named).await?;
    let (answered, printed) = asked.as_ref().map_or((false, false), |asked| (asked.answered, asked.printed));
    let (edition, title) = asked.map(|asked| (asked.edition.key, asked.edition.title_it)).unwrap_or_default();
    let wrong = !errors.is_empty();
    let unprintable = not_printable(visit, &name);
    // Of the one we have: what is wrong with what was typed is said at its field.
    let printable = not_printable(visit, &name_of(who)).is_empty();
    // Before anybody types: what is not to be printed is said at once, at its field.
    let errors = if wrong || printed { errors } else { unprintable };
    let at = |field: &str| errors.iter().find(|error| error.field == field).map(|error| error.text.clone());
    let page = NamePage {
        printed,
        printable,
        edition,
        title,
        stands: name_of(who).whole(),
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
    let asked = asked(visit, &who.viewer.person, named).await.map_err(Err)?;
    let wrong = faults(visit, &name);
    if !wrong.is_empty() {
        return Err(page(&who, named, name, wrong).await);
    }
    let me = who.viewer.person.id;
    let Some(Asked { edition, .. }) = asked else {
        return match correct_unprintable(&visit.app.desk, me, &name).await {
            Ok(()) => Ok(visit.to("/mio-percorso?fatto=name-corrected")),
            Err(other) => Err(Err(other.into())),
        };
    };
    let seen = form.seen();
    match answer(&visit.app.desk, me, edition.id, &name, seen.as_deref()).await {
        Ok(corrected) => {
            let done = if corrected { "name-corrected" } else { "name-confirmed" };
            visit.to_path(&edition.key, done).await.map_err(Err)
        }
        Err(No::Refused(refusal)) => {
            let field = if refusal == Refusal::AlreadyPrinted { "contatti" } else { "nome" };
            let error = FieldError { field: field.to_owned(), text: visit.refusal(&refusal) };
            // Of one that is another by now the page shows that one.
            let name = if refusal == Refusal::NameMeanwhile { name_of(&who) } else { name };
            Err(page(&who, named, name, vec![error]).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}
