//! A freed place that is held for the person: it stands on top of their path, with two buttons.

use rocket::response::Redirect;
use rocket::{Route, post, routes};
use serde::Serialize;

use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::person::Language;
use crate::store::enrolments;
use crate::store::programme::Programme;
use crate::store::standing::Standing;
use crate::usecases::No;
use crate::usecases::answer_offer::{Answer, by_person_who_saw};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Participant, Visit};
use crate::web::page::Page;
use crate::web::public::offer::{From, page};
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![accept, decline]
}

/// Either back to the path, or why the answer could not be taken.
type Answered = Result<Redirect, Result<Page, PageError>>;

/// An offer that waits for its answer.
#[derive(Serialize)]
pub struct OpenOffer {
    /// The enrolment.
    enrolment: i64,
    title: Option<String>,
    gloss: Option<String>,
    nth: usize,
    course: bool,
    session: Option<SessionView>,
    /// Until when the place is held.
    until: String,
}

/// The open offers of a person, the one that ends first on top.
pub fn open_offers(visit: &Visit, programme: &Programme, standing: &Standing) -> Vec<OpenOffer> {
    let mut open: Vec<_> = standing
        .enrolments
        .iter()
        .filter(|e| e.state == "offered")
        .filter_map(|e| Some((e.hold_until.filter(|until| *until > visit.now)?, e)))
        .collect();
    open.sort_by_key(|(until, enrolment)| (*until, enrolment.id));
    let offer = |(until, enrolment): (chrono::DateTime<chrono::Utc>, &enrolments::Enrolment)| {
        let offered = programme.offering(enrolment.offering_id)?;
        Some(OpenOffer {
            enrolment: enrolment.id,
            title: offered.row.title.clone(),
            gloss: offered.row.gloss_en.clone().filter(|_| visit.language == Language::En),
            nth: programme.nth(enrolment.offering_id),
            course: offered.row.kind() == Kind::Course,
            session: offered.first_session().map(SessionView::of),
            until: until.to_rfc3339(),
        })
    };
    open.into_iter().filter_map(offer).collect()
}

#[post("/mio-percorso/<id>/accetta", data = "<signed>")]
async fn accept(who: Participant, id: i64, signed: Signed) -> Answered {
    answered(&who, id, Answer::Accept, &signed).await
}

#[post("/mio-percorso/<id>/rinuncia", data = "<signed>")]
async fn decline(who: Participant, id: i64, signed: Signed) -> Answered {
    answered(&who, id, Answer::Decline, &signed).await
}

async fn answered(who: &Participant, id: i64, answer: Answer, signed: &Signed) -> Answered {
    let visit = &who.visit;
    let seen = signed.seen();
    match by_person_who_saw(&visit.app.desk, id, who.viewer.person.id, answer, seen.as_deref()).await {
        Ok(state) => {
            let found = find(visit, id).await.map_err(Err)?;
            visit.to_path_of(found.offering_id, done(state)).await.map_err(Err)
        }
        Err(No::Refused(refusal)) => {
            let found = find(visit, id).await.map_err(Err)?;
            Err(page(visit, &found, From::Path, answer, Some(visit.refusal(&refusal))).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

async fn find(visit: &Visit, id: i64) -> Result<enrolments::Enrolment, PageError> {
    enrolments::find(visit.app.desk.store.reader(), id).await?.ok_or(PageError::NotFound)
}

/// What became of it, as the end of a key.
fn done(state: State) -> &'static str {
    match state {
        State::Confirmed => "offer-taken",
        State::Provisional => "offer-provisional",
        State::Waitlisted => "offer-back-in-line",
        _ => "offer-declined",
    }
}
