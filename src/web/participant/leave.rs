//! "Non posso venire": what it would mean for the rule, before the tap; then the place goes.

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::path_slots::Slot;
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme;
use crate::usecases::No;
use crate::usecases::cancel_enrolment::{by_person_who_saw, is_kept};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Participant, Visit};
use crate::web::page::Page;
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, leave]
}

#[derive(Serialize)]
struct LeavePage {
    enrolment: i64,
    /// The key of the edition.
    edition: String,
    title: Option<String>,
    nth: usize,
    course: bool,
    session: Option<SessionView>,
    state: String,
    /// How many workshops would be missing or not booked afterwards.
    missing_after: u32,
    /// The slots afterwards.
    slots: Vec<Slot>,
    /// Whether a provisional place on the course hangs on it.
    provisional: bool,
    /// Whether it has begun: then nothing can be given back, and the page says so before anybody presses.
    begun: bool,
    /// Why it cannot be left, where it cannot.
    refused: Option<String>,
}

#[get("/mio-percorso/<id>/disdici")]
async fn show(who: Participant, id: i64) -> Result<Page, PageError> {
    page(&who.visit, &own(&who, id).await?, None).await
}

/// The enrolment, where it is the asker's and live.
async fn own(who: &Participant, id: i64) -> Result<Enrolment, PageError> {
    let found = enrolments::find(who.visit.app.desk.store.reader(), id).await?;
    found.filter(|e| e.person_id == who.viewer.person.id && e.state != "cancelled").ok_or(PageError::NotFound)
}

async fn page(visit: &Visit, enrolment: &Enrolment, refused: Option<String>) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme =
        programme::of_offering(reader, enrolment.offering_id).await?.ok_or(PageError::NotFound)?;
    let offered = programme.offering(enrolment.offering_id).ok_or(PageError::NotFound)?;
    let standing = visit.standing(&programme).await?.ok_or(PageError::NotFound)?;
    let mut after = standing.facts.clone();
    for workshop in after.workshops.iter_mut().filter(|w| w.offering == enrolment.offering_id) {
        workshop.enrolment = None;
    }
    let slots = crate::domain::path_slots::slots(&after);
    let empty = slots.iter().filter(|s| s.kind == crate::domain::path_slots::SlotKind::Empty).count();
    let page = LeavePage {
        enrolment: enrolment.id,
        edition: programme.edition.key.clone(),
        title: offered.row.title.clone(),
        nth: programme.nth(enrolment.offering_id),
        course: offered.row.kind() == Kind::Course,
        session: offered.first_session().map(SessionView::of),
        state: enrolment.state.clone(),
        missing_after: u32::try_from(empty).unwrap_or(0),
        provisional: standing.course.enrolment == Some(State::Provisional),
        slots,
        begun: is_kept(offered, enrolment.state()?, visit.now),
        refused,
    };
    Ok(visit.render("participant/leave.html", "path", &page)?)
}

#[post("/mio-percorso/<id>/disdici", data = "<signed>")]
async fn leave(who: Participant, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let before = was(&who.visit, id).await.map_err(Err)?;
    let seen = signed.seen();
    match by_person_who_saw(&who.visit.app.desk, id, who.viewer.person.id, seen.as_deref()).await {
        Ok(()) => {
            let (offering, state) = before.ok_or(Err(PageError::NotFound))?;
            who.visit.to_path_of(offering, done(&state)).await.map_err(Err)
        }
        Err(No::Refused(refusal)) => {
            let enrolment = own(&who, id).await.map_err(Err)?;
            let sentence = who.visit.refusal(&refusal);
            Err(page(&who.visit, &enrolment, Some(sentence))
                .await
                .map(|page| page.with(rocket::http::Status::UnprocessableEntity)))
        }
        Err(other) => Err(Err(other.into())),
    }
}

/// The offering of an enrolment, and the state that leaving it ends. A second click finds it ended: then it is the one
/// that the first click ended.
async fn was(visit: &Visit, id: i64) -> Result<Option<(i64, String)>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(found) = enrolments::find(reader, id).await? else { return Ok(None) };
    if found.state != "cancelled" {
        return Ok(Some((found.offering_id, found.state)));
    }
    let last = enrolments::history(reader, &[id]).await?.pop();
    Ok(Some((found.offering_id, last.and_then(|row| row.from_state).unwrap_or(found.state))))
}

/// What was left, as the end of a key: a place, a position in the line, an application.
fn done(before: &str) -> &'static str {
    match before {
        "waitlisted" | "pending_wait" => "left-line",
        "applied" => "left-application",
        _ => "left",
    }
}
