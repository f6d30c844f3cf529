//! The links of the mail that offers a freed place, one that takes it and one that does not, and of the mail that tells of
//! one for whoever takes it first: each a page with a button, because mail scanners open links and must not act. They sign
//! nobody in.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::admission::FreePlaces;
use crate::domain::enrolment::{CancelReason, State};
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme;
use crate::usecases::answer_offer::{Answer, by_link, look};
use crate::usecases::{No, free_places};
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::{Anyone, Visit};
use crate::web::page::Page;
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, accept, show_no, decline]
}

/// Either the page again, which tells what became of it, or why it could not be.
type Answered = Result<Redirect, Result<Page, PageError>>;

#[derive(Serialize)]
struct OfferPage {
    /// Where the form goes; none where there is nothing to answer.
    action: Option<String>,
    /// Whether it is the link that gives the place up.
    no: bool,
    title: Option<String>,
    nth: usize,
    course: bool,
    session: Option<SessionView>,
    /// `open`, `free` (held for nobody, and for whoever takes it first), `confirmed`, `provisional`, `waiting`, `declined`
    /// or `over`.
    state: &'static str,
    /// Whether no offer is made any more.
    late: bool,
    /// Until when the place is held.
    until: Option<String>,
    /// The position in the line, for whoever is back in it.
    position: Option<u32>,
    /// Why the answer could not be taken.
    refused: Option<String>,
}

/// What an offer has become; `older` = it is over, and the open one is another.
fn state_of(visit: &Visit, enrolment: &Enrolment, older: bool) -> Result<&'static str, PageError> {
    let open = !older && enrolment.hold_until.is_some_and(|until| until > visit.now);
    Ok(match enrolment.state()? {
        State::Offered if open => "open",
        State::Confirmed => "confirmed",
        State::Provisional => "provisional",
        State::Waitlisted => "waiting",
        State::Cancelled(CancelReason::Declined) => "declined",
        _ => "over",
    })
}

/// Where a page about an offer comes from.
#[derive(Clone, Copy)]
pub enum From<'a> {
    /// The person's own path.
    Path,
    /// A link of a mail: its token, and whether it belongs to an offer that is over.
    Link {
        /// The token.
        token: &'a str,
        /// Whether the open offer is another one.
        older: bool,
        /// Whether it tells of a place that is for whoever takes it first.
        first_come: bool,
    },
}

/// The page about an offer.
///
/// # Errors
/// There is no such thing; a fault.
pub async fn page(
    visit: &Visit,
    enrolment: &Enrolment,
    from: From<'_>,
    answer: Answer,
    refused: Option<String>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme =
        programme::of_offering(reader, enrolment.offering_id).await?.ok_or(PageError::NotFound)?;
    let offered = programme.offering(enrolment.offering_id).ok_or(PageError::NotFound)?;
    let (action, older, first_come) = match from {
        From::Path => (None, false, false),
        From::Link { token, older, first_come } => (Some(path(token, answer)), older, first_come),
    };
    let wrong = refused.is_some();
    let places = free_places(&programme, offered, visit.now);
    let is_free = places == FreePlaces::ForAll && offered.row.seats().has_room();
    let state = match state_of(visit, enrolment, older)? {
        "waiting" if first_come && is_free && !wrong => "free",
        state => state,
    };
    let position = match state {
        "waiting" => {
            Some(enrolments::waiting_ahead(reader, enrolment.offering_id, enrolment.position).await? + 1)
        }
        _ => None,
    };
    let page = OfferPage {
        action: action.filter(|_| matches!(state, "open" | "free") && !wrong),
        no: answer == Answer::Decline,
        title: offered.row.title.clone(),
        nth: programme.nth(enrolment.offering_id),
        course: offered.row.kind() == Kind::Course,
        session: offered.first_session().map(SessionView::of),
        state,
        late: places != FreePlaces::ForTheLine,
        until: enrolment.hold_until.map(|until| until.to_rfc3339()),
        position,
        refused,
    };
    let rendered = visit.render("public/offer.html", "programme", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// The address of a link.
fn path(token: &str, answer: Answer) -> String {
    match answer {
        Answer::Accept => format!("/offerta/{token}"),
        Answer::Decline => format!("/offerta/{token}/no"),
    }
}

async fn linked(
    visit: &Visit,
    token: &str,
    answer: Answer,
    refused: Option<String>,
) -> Result<Page, PageError> {
    let linked = look(&visit.app.desk, token, answer).await?;
    let from = From::Link { token, older: linked.is_older(), first_come: linked.is_first_come() };
    page(visit, &linked.enrolment, from, answer, refused).await
}

async fn answered(visit: &Visit, token: &str, answer: Answer) -> Answered {
    match by_link(&visit.app.desk, token, answer).await {
        // An offer that is over is told by the same page.
        Ok(_) | Err(No::Refused(Refusal::OfferOver)) => Ok(visit.to(&path(token, answer))),
        Err(No::Refused(refusal)) => Err(linked(visit, token, answer, Some(visit.refusal(&refusal))).await),
        Err(other) => Err(Err(other.into())),
    }
}

#[get("/offerta/<token>")]
async fn show(who: Anyone, token: &str) -> Result<Page, PageError> {
    linked(&who.0, token, Answer::Accept, None).await
}

#[post("/offerta/<token>", data = "<_posted>")]
async fn accept(who: Anyone, token: &str, _posted: Posted) -> Answered {
    answered(&who.0, token, Answer::Accept).await
}

#[get("/offerta/<token>/no")]
async fn show_no(who: Anyone, token: &str) -> Result<Page, PageError> {
    linked(&who.0, token, Answer::Decline, None).await
}

#[post("/offerta/<token>/no", data = "<_posted>")]
async fn decline(who: Anyone, token: &str, _posted: Posted) -> Answered {
    answered(&who.0, token, Answer::Decline).await
}
