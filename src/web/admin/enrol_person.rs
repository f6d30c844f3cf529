//! "Iscrivi a…": somebody we know gets further workshops, or the course; and says on the phone what becomes of a place
//! that is held for them.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::choosable::{Choosable, season, sentence};
use super::person::{self, NotDone};
use super::phone_form::Choices;
use crate::domain::enrolment::State;
use crate::store::programme::Programme;
use crate::store::{enrolments, people, standing};
use crate::usecases::No;
use crate::usecases::answer_offer::{Answer as Said, by_staff};
use crate::usecases::sign_up_by_staff::{Caller, NotSignedUp, sign_up_by_staff};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send, accept, decline]
}

type Answer = Result<Redirect, Result<Page, PageError>>;

#[derive(Serialize)]
struct EnrolPage {
    id: i64,
    name: String,
    /// Whether letters reach them.
    email: bool,
    choosable: Option<Choosable>,
    choices: Choices,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
}

#[get("/gestione/persone/<id>/iscrivi?<edizione>")]
async fn show(who: Secretary, id: i64, edizione: Option<&str>) -> Result<Page, PageError> {
    let programme = season(&who.visit, edizione).await?;
    page(&who.visit, id, programme.as_ref(), Choices::default(), Vec::new()).await
}

async fn page(
    visit: &Visit,
    id: i64,
    programme: Option<&Programme>,
    choices: Choices,
    errors: Vec<FieldError>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let person =
        people::find(reader, id).await?.filter(|p| p.erased_at.is_none()).ok_or(PageError::NotFound)?;
    let wrong = !errors.is_empty();
    let page = EnrolPage {
        id,
        name: person.full_name(),
        email: person.email.is_some(),
        choosable: match programme {
            Some(programme) => Some(choosable(visit, programme, id).await?),
            None => None,
        },
        choices,
        error: errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors,
    };
    let rendered = visit.render("admin/enrol_person.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

async fn choosable(visit: &Visit, programme: &Programme, id: i64) -> Result<Choosable, PageError> {
    let standing = standing::of_person(visit.app.desk.store.reader(), programme, id, visit.now).await?;
    Choosable::of(visit, programme, Some(&standing)).await
}

#[post("/gestione/persone/<id>/iscrivi", data = "<signed>")]
async fn send(who: Secretary, id: i64, signed: Signed) -> Answer {
    let visit = &who.visit;
    let key = signed.line("edizione");
    let programme = season(visit, Some(&key)).await.map_err(Err)?.ok_or(Err(PageError::NotFound))?;
    let mut choices = Choices::read(&signed);
    let open = choosable(visit, &programme, id).await.map_err(Err)?;
    let errors = choices.faults(visit, &open.ids());
    if !errors.is_empty() {
        return Err(page(visit, id, Some(&programme), choices, errors).await);
    }
    let form = choices.form(Caller::Known(id));
    match sign_up_by_staff(&visit.app.desk, &form, who.viewer.person.id).await {
        Ok(_) => {
            let again = choices.offerta.iter().any(|offering| open.attended.contains(offering));
            let done = choices.done(visit.app.desk.store.reader(), &programme, id).await;
            let done = done.map_err(|error| Err(error.into()))?;
            let done = if again { "signed-up-again" } else { done };
            let named = Some(key.as_str()).filter(|key| !key.is_empty());
            Ok(visit.to(&person::done_link(id, named, done)))
        }
        Err(NotSignedUp::No(other)) if !matches!(other, No::Refused(_)) => Err(Err(other.into())),
        Err(not) => {
            choices.told(&not);
            let errors = vec![sentence(visit, &programme, &not)];
            Err(page(visit, id, Some(&programme), choices, errors).await)
        }
    }
}

#[post("/gestione/iscrizioni/<id>/accetta", data = "<signed>")]
async fn accept(who: Secretary, id: i64, signed: Signed) -> Answer {
    answered(&who, id, Said::Accept, &signed).await
}

#[post("/gestione/iscrizioni/<id>/rinuncia", data = "<signed>")]
async fn decline(who: Secretary, id: i64, signed: Signed) -> Answer {
    answered(&who, id, Said::Decline, &signed).await
}

/// What somebody said on the phone about a place that is held for them.
async fn answered(who: &Secretary, id: i64, said: Said, signed: &Signed) -> Answer {
    let (visit, season) = (&who.visit, person::season(signed));
    let found =
        enrolments::find(visit.app.desk.store.reader(), id).await.map_err(|error| Err(error.into()))?;
    let person = found.ok_or(Err(PageError::NotFound))?.person_id;
    let seen = signed.seen();
    match by_staff(&visit.app.desk, id, who.viewer.person.id, said, seen.as_deref()).await {
        Ok(state) => {
            let done = match state {
                State::Waitlisted => "answered-back",
                State::Cancelled(_) => "answered-no",
                _ => "answered-yes",
            };
            Ok(visit.to(&person::done_link(person, season.as_deref(), done)))
        }
        Err(No::Refused(refusal)) => {
            let sentence = visit.refusal(&refusal);
            let wrong = NotDone { sentence, field: None, reason: String::new(), at_field: false };
            Err(person::page(visit, &who.viewer, person, season.as_deref(), Some(wrong)).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}
