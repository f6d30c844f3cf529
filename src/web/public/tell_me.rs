//! "Avvisami": an address, for a workshop that has no date yet.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::sign_up_form::{FieldError, email as check_email, fault};
use crate::domain::person::EmailAddress;
use crate::store::seasons;
use crate::usecases::No;
use crate::usecases::request_date::request_date;
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::{Anyone, Visit};
use crate::web::offers::{Doing, Offer, offers};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, ask]
}

#[derive(Serialize)]
struct TellMePage {
    offer: Offer,
    email: String,
    errors: Vec<FieldError>,
    error: Option<String>,
}

#[get("/workshop/<slug>/avvisami")]
async fn show(who: Anyone, slug: &str) -> Result<Page, PageError> {
    let visit = who.0;
    let email = visit.viewer.as_ref().and_then(|v| v.person.email.clone()).unwrap_or_default();
    page(&visit, slug, email, Vec::new()).await
}

async fn page(visit: &Visit, slug: &str, email: String, errors: Vec<FieldError>) -> Result<Page, PageError> {
    let offer = offer(visit, slug).await?;
    let wrong = !errors.is_empty();
    let error = errors.first().map(|e| e.text.clone());
    let page =
        visit.render("public/tell_me.html", "programme", &TellMePage { offer, email, errors, error })?;
    Ok(if wrong { page.with(Status::UnprocessableEntity) } else { page })
}

async fn offer(visit: &Visit, slug: &str) -> Result<Offer, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme =
        seasons::with_slug(reader, slug, visit.person_id(), visit.now).await?.ok_or(PageError::NotFound)?;
    let asked = visit.asked().await?;
    let all = offers(reader, &visit.app.desk, &programme, None, &asked, visit.language).await?;
    all.into_iter().find(|o| o.slug == slug).ok_or(PageError::NotFound)
}

#[post("/workshop/<slug>/avvisami", data = "<posted>")]
async fn ask(who: Anyone, slug: &str, posted: Posted) -> Result<Redirect, Result<Page, PageError>> {
    let visit = who.0;
    let typed = posted.line("email");
    let email = match (check_email(&typed), EmailAddress::parse(&typed)) {
        (Ok(()), Ok(email)) => email,
        (Err(error), _) => {
            return Err(page(&visit, slug, typed, vec![fault(&visit, "email", &error.code)]).await);
        }
        (Ok(()), Err(_)) => {
            return Err(page(&visit, slug, typed, vec![fault(&visit, "email", "malformed")]).await);
        }
    };
    if !visit.app.limits.allow_sign_up(visit.client) {
        return Err(Err(PageError::TooMany));
    }
    let offer = offer(&visit, slug).await.map_err(Err)?;
    if offer.doing != Doing::Undated {
        // It got its date meanwhile: its page says so, and has the form.
        return Ok(visit.to(&format!("/workshop/{slug}")));
    }
    match request_date(&visit.app.desk, offer.id, &email, visit.language).await {
        Ok(()) => Ok(visit.to(&format!("/workshop/{slug}?fatto=will-tell"))),
        Err(No::Refused(_)) => Ok(visit.to(&format!("/workshop/{slug}"))),
        Err(other) => Err(Err(other.into())),
    }
}
