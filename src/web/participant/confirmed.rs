//! After confirming: certainty, what happens next, and the second workshop in one tap. Shown only to the person
//! whose sign-up it is.

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::path_slots::{Slot, slots};
use crate::domain::person::Language;
use crate::domain::reminder::due;
use crate::store::people::Person;
use crate::store::sign_ups::{self, SignUp};
use crate::store::{enrolments, programme};
use crate::usecases::confirm_address::confirm_signed_in;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::Participant;
use crate::web::offers::{Doing, Offer, offers};
use crate::web::page::Page;
use crate::web::view::EditionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, confirm]
}

#[derive(Serialize)]
struct ConfirmedPage {
    edition: EditionView,
    choices: Vec<ConfirmedChoice>,
    slots: Vec<Slot>,
    missing: u32,
    /// What else can be chosen now.
    others: Vec<Offer>,
    handle: String,
    /// Whether choices still wait for their confirmation.
    pending: bool,
    /// The name in the form, where it is another one than the viewer's.
    other_name: Option<String>,
    /// Whether a reminder of one of them is planned.
    reminded: bool,
}

#[derive(Serialize)]
struct ConfirmedChoice {
    offer: Offer,
    /// `confirmed`, `waitlisted`, `cancelled`; none where it could not be had any more.
    state: Option<String>,
    code: Option<String>,
    position: Option<u32>,
    enrolment: Option<i64>,
}

#[get("/iscrizione/<handle>", rank = 2)]
async fn show(who: Participant, handle: &str) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let sign_up = sign_ups::by_handle(reader, handle).await?.ok_or(PageError::NotFound)?;
    if sign_up.person_id != who.viewer.person.id {
        return Err(PageError::NotFound);
    }
    let rows = sign_ups::choices(reader, sign_up.id).await?;
    let first = rows.first().ok_or(PageError::NotFound)?.offering_id;
    let programme = programme::of_offering(reader, first).await?.ok_or(PageError::NotFound)?;
    let standing = visit.standing(&programme).await?.ok_or(PageError::NotFound)?;
    let all = offers(reader, &visit.app.desk, &programme, Some(&standing), &[], visit.language).await?;
    let mut choices = Vec::new();
    for row in rows {
        let Some(offer) = all.iter().find(|o| o.id == row.offering_id).cloned() else { continue };
        let live = standing.live_in(row.offering_id);
        let position = match live {
            Some(live) if live.state()?.is_waiting() => {
                Some(enrolments::waiting_ahead(reader, live.offering_id, live.position).await? + 1)
            }
            _ => None,
        };
        choices.push(ConfirmedChoice {
            offer,
            state: live.map(|l| l.state.clone()),
            code: live.map(|l| l.code.clone()),
            position,
            enrolment: live.map(|l| l.id),
        });
    }
    let confirmed = choices.iter().filter(|c| c.state.as_deref() == Some("confirmed"));
    let reminded = confirmed
        .filter_map(|c| programme.offering(c.offer.id)?.timings().first().and_then(due))
        .any(|at| at > visit.now);
    let page = ConfirmedPage {
        reminded: reminded && who.viewer.person.email.is_some(),
        edition: EditionView::of(&programme, visit.language == Language::En),
        pending: choices.iter().any(|c| c.state.as_deref().is_some_and(|s| s.starts_with("pending"))),
        other_name: other_name(&sign_up, &who.viewer.person),
        choices,
        slots: slots(&standing.facts),
        missing: standing.eligibility.missing(),
        others: all
            .into_iter()
            .filter(|o| o.mine.is_none() && matches!(o.doing, Doing::Open | Doing::Full))
            .collect(),
        handle: sign_up.handle,
    };
    Ok(visit.render("participant/confirmed.html", "path", &page)?)
}

/// The name that was typed into a form, where the person has another one: anybody can type an address.
pub(super) fn other_name(sign_up: &SignUp, person: &Person) -> Option<String> {
    let name = format!("{} {}", sign_up.given_name, sign_up.family_name).trim().to_owned();
    (name != person.full_name()).then_some(name)
}

#[post("/iscrizione/<handle>", data = "<_signed>", rank = 2)]
async fn confirm(who: Participant, handle: &str, _signed: Signed) -> Result<Redirect, PageError> {
    confirm_signed_in(&who.visit.app.desk, handle, who.viewer.person.id).await?;
    Ok(who.visit.to(&format!("/iscrizione/{handle}")))
}
