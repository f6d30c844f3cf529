//! Another address for a person, or their first one: asked for here, theirs when its owner has said so.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Rome;
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::impact_view::{PersonRef, named};
use super::person::{done_link, season};
use super::person_extra::{PendingAddress, pending_address};
use crate::domain::person::EmailAddress;
use crate::store::people;
use crate::usecases::ask_address::{NotAsked, Seen, ask_address};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::{FieldError, email, fault};
use crate::words::Value;
use crate::words::dates::{self, Form};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send]
}

#[derive(Serialize)]
struct AddressPage {
    id: i64,
    /// The edition that the person's page showed.
    season: Option<String>,
    name: String,
    /// The address that stands.
    stands: Option<String>,
    /// What was typed.
    email: String,
    /// One that waits for its owner's word.
    pending: Option<PendingAddress>,
    /// The one that whoever sends the form has seen.
    request: String,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// Whose address it is already.
    taken: Option<PersonRef>,
}

#[get("/gestione/persone/<id>/indirizzo?<edizione>")]
async fn show(who: Secretary, id: i64, edizione: Option<String>) -> Result<Page, PageError> {
    page(&who.visit, id, String::new(), None, (None, edizione, None)).await
}

async fn page(
    visit: &Visit,
    id: i64,
    typed: String,
    error: Option<FieldError>,
    (taken, season, request): (Option<i64>, Option<String>, Option<String>),
) -> Result<Page, PageError> {
    let known = people::find(visit.app.desk.store.reader(), id).await?.filter(|p| p.erased_at.is_none());
    let person = known.ok_or(PageError::NotFound)?;
    let other: Vec<i64> = taken.into_iter().collect();
    let wrong = error.is_some();
    let errors: Vec<FieldError> = error.into_iter().collect();
    let pending = pending_address(visit, id).await?;
    let open = || pending.as_ref().map(|open| open.id.to_string()).unwrap_or_default();
    let page = AddressPage {
        id,
        season,
        name: person.full_name(),
        email: typed,
        request: request.unwrap_or_else(open),
        pending,
        stands: person.email,
        error: errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors,
        taken: named(visit, &other).await?.pop(),
    };
    let rendered = visit.render("admin/person_address.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/gestione/persone/<id>/indirizzo", data = "<signed>")]
async fn send(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let (typed, stands) = (signed.line("email"), signed.line("visto_email"));
    let email_seen = Some(stands.as_str()).filter(|seen| !seen.is_empty());
    let request = signed.line("visto_richiesta");
    let seen = Seen { email: email_seen, request: request.parse().ok() };
    let Ok(to) = EmailAddress::parse(&typed) else {
        let code = email(&typed).err().map_or("malformed".into(), |error| error.code);
        let error = fault(visit, "email", &code);
        return Err(page(visit, id, typed, Some(error), (None, season(&signed), Some(request))).await);
    };
    let plain = |code: &str| fault(visit, "email", code);
    // Whoever mends what they typed has seen no more than before.
    let (error, taken, kept) = match ask_address(&visit.app.desk, id, seen, &to, who.viewer.person.id).await {
        Ok(()) => return Ok(visit.to(&done_link(id, season(&signed).as_deref(), "address-asked"))),
        Err(NotAsked::Same) => (plain("same"), None, Some(request)),
        Err(NotAsked::Taken(other)) => (plain("taken"), Some(other), Some(request)),
        Err(NotAsked::Meanwhile) => (plain("meanwhile"), None, Some(request)),
        Err(NotAsked::Other { email, at }) => (asked_meanwhile(visit, &email, at), None, None),
        Err(NotAsked::AdminsOnly) => return Err(Err(PageError::Forbidden)),
        Err(NotAsked::No(other)) => return Err(Err(other.into())),
    };
    Err(page(visit, id, typed, Some(error), (taken, season(&signed), kept)).await)
}

/// That another address was asked for meanwhile: which, and when.
fn asked_meanwhile(visit: &Visit, email: &str, at: DateTime<Utc>) -> FieldError {
    let (date, time) = dates::local(at, Rome);
    let (date, time) = (dates::date(date, Form::Long, visit.language), dates::time(time));
    let args = [("email", Value::Text(email)), ("date", Value::Text(&date)), ("time", Value::Text(&time))];
    let text = visit.app.views.words().with(visit.language, "err-email-asked-meanwhile", &args);
    FieldError { field: "email".to_owned(), text }
}
