//! Somebody is signed up on the phone, or enrolled in more: what can be chosen with its places, and who it may be when
//! somebody of that name or address is known already.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::choosable::{Choosable, season, sentence};
use super::phone_form::{Choices, Newcomer};
use crate::domain::person::{EmailAddress, Profile};
use crate::domain::text::folded;
use crate::store::people::{self, Person};
use crate::store::programme::Programme;
use crate::usecases::No;
use crate::usecases::sign_up_by_staff::{NotSignedUp, sign_up_by_staff};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;

/// How many people of the same name a page shows.
const SHOWN: u64 = 8;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send]
}

type Answer = Result<Redirect, Result<Page, PageError>>;

#[derive(Serialize)]
struct NewPersonPage {
    /// What can be chosen; none = there is no edition.
    choosable: Option<Choosable>,
    profiles: Vec<&'static str>,
    answers: Newcomer,
    choices: Choices,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// Who it may be.
    known: Vec<KnownPerson>,
    /// Whether that is sure, by the address.
    same_address: bool,
}

/// Somebody we know, who may be the one on the phone.
#[derive(Serialize)]
struct KnownPerson {
    id: i64,
    name: String,
    email: Option<String>,
    phone: Option<String>,
}

impl KnownPerson {
    fn of(person: Person) -> Self {
        Self { id: person.id, name: person.full_name(), email: person.email, phone: person.phone }
    }
}

/// What the page shows besides what can be chosen.
#[derive(Default)]
struct Shown {
    answers: Newcomer,
    choices: Choices,
    errors: Vec<FieldError>,
    known: Vec<KnownPerson>,
    same_address: bool,
}

#[get("/gestione/persone/nuova?<edizione>")]
async fn show(who: Secretary, edizione: Option<&str>) -> Result<Page, PageError> {
    let programme = season(&who.visit, edizione).await?;
    page(&who.visit, programme.as_ref(), Shown::default()).await
}

async fn page(visit: &Visit, programme: Option<&Programme>, shown: Shown) -> Result<Page, PageError> {
    let wrong = !shown.errors.is_empty() || !shown.known.is_empty();
    let choosable = match programme {
        Some(programme) => Some(Choosable::of(visit, programme, None).await?),
        None => None,
    };
    let page = NewPersonPage {
        choosable,
        profiles: Profile::ALL.into_iter().map(Profile::code).collect(),
        answers: shown.answers,
        choices: shown.choices,
        error: shown.errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors: shown.errors,
        known: shown.known,
        same_address: shown.same_address,
    };
    let rendered = visit.render("admin/new_person.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/gestione/persone/nuova", data = "<signed>")]
async fn send(who: Secretary, signed: Signed) -> Answer {
    let visit = &who.visit;
    let key = signed.line("edizione");
    let programme = season(visit, Some(&key)).await.map_err(Err)?.ok_or(Err(PageError::NotFound))?;
    let mut shown =
        Shown { answers: Newcomer::read(&signed), choices: Choices::read(&signed), ..Shown::default() };
    let known: Vec<i64> = programme.workshops().map(|workshop| workshop.row.id).collect();
    let form = match shown.answers.checked(visit, &shown.choices, &known) {
        Ok(form) => form,
        Err(errors) => {
            shown.errors = errors;
            return Err(page(visit, Some(&programme), shown).await);
        }
    };
    if !shown.answers.altra {
        shown.known = namesakes(visit, &shown.answers).await.map_err(Err)?;
        let address = EmailAddress::parse(&shown.answers.email).ok().map(|address| address.to_string());
        shown.same_address = address.is_some() && shown.known.iter().any(|known| known.email == address);
        if !shown.known.is_empty() {
            return Err(page(visit, Some(&programme), shown).await);
        }
    }
    match sign_up_by_staff(&visit.app.desk, &form, who.viewer.person.id).await {
        Ok(person) => {
            let reader = visit.app.desk.store.reader();
            let done = shown.choices.done(reader, &programme, person).await;
            let done = done.map_err(|error| Err(error.into()))?;
            Ok(visit.to(&format!("/gestione/persone/{person}?fatto={done}")))
        }
        Err(NotSignedUp::Known(id)) => {
            let reader = visit.app.desk.store.reader();
            let person = people::find(reader, id).await.map_err(|error| Err(error.into()))?;
            shown.known = person.map(KnownPerson::of).into_iter().collect();
            shown.same_address = true;
            Err(page(visit, Some(&programme), shown).await)
        }
        Err(NotSignedUp::No(other)) if !matches!(other, No::Refused(_)) => Err(Err(other.into())),
        Err(not) => {
            shown.choices.told(&not);
            shown.errors = vec![sentence(visit, &programme, &not)];
            Err(page(visit, Some(&programme), shown).await)
        }
    }
}

/// People of the same name: whoever is on the phone may be one of them.
async fn namesakes(visit: &Visit, answers: &Newcomer) -> Result<Vec<KnownPerson>, PageError> {
    let (given, family) = (folded(&answers.nome), folded(&answers.cognome));
    let wanted = format!("{family} {given}");
    let found = people::search(visit.app.desk.store.reader(), &wanted, SHOWN).await?;
    let same = |person: &Person| folded(&person.given_name) == given && folded(&person.family_name) == family;
    Ok(found.into_iter().filter(same).map(KnownPerson::of).collect())
}
