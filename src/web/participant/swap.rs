//! "Cambia con un altro workshop": another one with a free place, for the one that is booked. The old place goes only
//! when the new one is had; an overlap with another appointment is a warning, no refusal.

use chrono::NaiveDate;
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::person::Language;
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::{self, Programme};
use crate::store::standing::Standing;
use crate::usecases::No;
use crate::usecases::swap_workshop::swap_workshop;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Participant, Visit};
use crate::web::offers::{Doing, Offer, offers};
use crate::web::page::Page;
use crate::web::public::sign_up_form::fault;
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, swap]
}

#[derive(Serialize)]
struct SwapPage {
    /// The key of the edition.
    edition: String,
    /// What is given for it.
    enrolment: i64,
    title: Option<String>,
    gloss: Option<String>,
    nth: usize,
    session: Option<SessionView>,
    /// Whether the person has a place there, rather than a position in the line.
    placed: bool,
    choices: Vec<SwapChoice>,
    /// Why nothing was swapped.
    refused: Option<String>,
}

#[derive(Serialize)]
struct SwapChoice {
    offer: Offer,
    overlaps: Vec<Overlap>,
}

/// An appointment at the same time.
#[derive(Clone, Serialize)]
pub struct Overlap {
    /// What it belongs to.
    title: Option<String>,
    /// Its place in the programme; 0 = the course.
    nth: usize,
    /// Its date.
    date: NaiveDate,
}

/// The appointments of a person that overlap an offering; what they would leave for it is not counted.
pub fn overlaps(
    programme: &Programme,
    standing: &Standing,
    wanted: i64,
    leaving: Option<i64>,
) -> Vec<Overlap> {
    let Some(offered) = programme.offering(wanted) else { return Vec::new() };
    let times = offered.timings();
    let booked = standing.enrolments.iter().filter(|e| {
        let others = e.offering_id != wanted && Some(e.offering_id) != leaving;
        others && matches!(e.state.as_str(), "confirmed" | "provisional")
    });
    let overlap = |enrolment: &Enrolment| {
        let other = programme.offering(enrolment.offering_id)?;
        let at = other.timings().into_iter().find(|at| times.iter().any(|time| time.overlaps(at)))?;
        let nth = programme.nth(enrolment.offering_id);
        Some(Overlap { title: other.row.title.clone(), nth, date: at.date })
    };
    booked.filter_map(overlap).collect()
}

#[get("/mio-percorso/<id>/cambia")]
async fn show(who: Participant, id: i64) -> Result<Page, PageError> {
    page(&who.visit, &own(&who, id).await?, None).await
}

/// The enrolment, where it is the asker's and can be given for another one.
async fn own(who: &Participant, id: i64) -> Result<Enrolment, PageError> {
    let found = mine(who, id).await?;
    if can_be_given(&found)? { Ok(found) } else { Err(PageError::NotFound) }
}

/// The enrolment, where it is the asker's.
async fn mine(who: &Participant, id: i64) -> Result<Enrolment, PageError> {
    let found = enrolments::find(who.visit.app.desk.store.reader(), id).await?;
    found.filter(|e| e.person_id == who.viewer.person.id).ok_or(PageError::NotFound)
}

fn can_be_given(enrolment: &Enrolment) -> Result<bool, PageError> {
    Ok(matches!(enrolment.state()?, State::Confirmed | State::Waitlisted | State::Offered))
}

async fn page(visit: &Visit, enrolment: &Enrolment, refused: Option<String>) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme =
        programme::of_offering(reader, enrolment.offering_id).await?.ok_or(PageError::NotFound)?;
    let offered = programme.offering(enrolment.offering_id).ok_or(PageError::NotFound)?;
    if offered.row.kind() != Kind::Workshop {
        return Err(PageError::NotFound);
    }
    let standing = visit.standing(&programme).await?.ok_or(PageError::NotFound)?;
    let all = offers(reader, &visit.app.desk, &programme, Some(&standing), &[], visit.language).await?;
    let begun = offered.starts_at().is_some_and(|start| start <= visit.now);
    let choices = all
        .into_iter()
        .filter(|offer| !begun && offer.doing == Doing::Open && offer.mine.is_none())
        .map(|offer| SwapChoice {
            overlaps: overlaps(&programme, &standing, offer.id, Some(enrolment.offering_id)),
            offer,
        })
        .collect();
    let wrong = refused.is_some();
    let page = SwapPage {
        edition: programme.edition.key.clone(),
        enrolment: enrolment.id,
        title: offered.row.title.clone(),
        gloss: offered.row.gloss_en.clone().filter(|_| visit.language == Language::En),
        nth: programme.nth(enrolment.offering_id),
        session: offered.first_session().map(SessionView::of),
        placed: enrolment.state == "confirmed",
        choices,
        refused,
    };
    let rendered = visit.render("participant/swap.html", "path", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/mio-percorso/<id>/cambia", data = "<signed>")]
async fn swap(who: Participant, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let enrolment = mine(&who, id).await.map_err(Err)?;
    let desk = &who.visit.app.desk;
    let programme = programme::of_offering(desk.store.reader(), enrolment.offering_id).await;
    let programme = programme.map_err(|error| Err(error.into()))?.ok_or(Err(PageError::NotFound))?;
    let wanted = programme.by_slug(&signed.line("workshop")).map(|offered| offered.row.id);
    let Some(wanted) = wanted else {
        own(&who, id).await.map_err(Err)?;
        let sentence = fault(&who.visit, "workshop", "unknown").text;
        return Err(page(&who.visit, &enrolment, Some(sentence)).await);
    };
    match swap_workshop(desk, who.viewer.person.id, id, wanted).await {
        Ok(_) => who.visit.to_path_of(enrolment.offering_id, "swapped").await.map_err(Err),
        Err(No::Refused(refusal)) if can_be_given(&enrolment).map_err(Err)? => {
            let sentence = who.visit.refusal(&refusal);
            Err(page(&who.visit, &enrolment, Some(sentence)).await)
        }
        Err(No::Refused(_)) => Err(Err(PageError::NotFound)),
        Err(other) => Err(Err(other.into())),
    }
}
