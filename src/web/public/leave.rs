//! The link of a mail that gives a place back: a page with a button, which signs nobody in.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::store::programme;
use crate::usecases::No;
use crate::usecases::cancel_enrolment::{by_link, look};
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::{Anyone, Visit};
use crate::web::page::Page;
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, leave]
}

#[derive(Serialize)]
struct LeavePage {
    token: String,
    title: Option<String>,
    nth: usize,
    course: bool,
    session: Option<SessionView>,
    /// `confirmed`, `waitlisted`, `cancelled`, …
    state: String,
    /// Whether it has begun: then nothing can be given back.
    begun: bool,
    /// Why what was pressed came to nothing.
    refused: Option<String>,
}

#[get("/disdici/<token>")]
async fn show(who: Anyone, token: &str) -> Result<Page, PageError> {
    page(&who.0, token, None).await
}

async fn page(visit: &Visit, token: &str, refused: Option<String>) -> Result<Page, PageError> {
    let wrong = refused.is_some();
    let enrolment = look(&visit.app.desk, token).await?;
    let programme = programme::of_offering(visit.app.desk.store.reader(), enrolment.offering_id)
        .await?
        .ok_or(PageError::NotFound)?;
    let offered = programme.offering(enrolment.offering_id).ok_or(PageError::NotFound)?;
    let page = LeavePage {
        token: token.to_owned(),
        title: offered.row.title.clone(),
        nth: programme.nth(enrolment.offering_id),
        course: offered.row.kind() == Kind::Course,
        session: offered.first_session().map(SessionView::of),
        state: enrolment.state,
        begun: offered.is_past(visit.now),
        refused,
    };
    let rendered = visit.render("public/leave.html", "programme", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/disdici/<token>", data = "<posted>")]
async fn leave(who: Anyone, token: &str, posted: Posted) -> Result<Redirect, Result<Page, PageError>> {
    let visit = who.0;
    let seen = posted.seen();
    match by_link(&visit.app.desk, token, seen.as_deref()).await {
        Err(No::Refused(refusal @ Refusal::ChangedMeanwhile(_))) => {
            Err(page(&visit, token, Some(visit.refusal(&refusal))).await)
        }
        // Any other refusal is shown by the same page, which knows that it has begun.
        Ok(()) | Err(No::Refused(_)) => Ok(visit.to(&format!("/disdici/{token}"))),
        Err(other) => Err(Err(other.into())),
    }
}
