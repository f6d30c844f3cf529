//! The line of an offering for the office: who waits, who has an open offer, and why nothing is offered now.

use serde::Serialize;

use super::impact_view::{PersonRef, named};
use crate::domain::admission::FreePlaces;
use crate::domain::enrolment::State;
use crate::domain::waiting_list::{Facts, Step, Why, next_step};
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::Programme;
use crate::usecases::free_places;
use crate::usecases::offer_places::facts_of;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// The line.
#[derive(Serialize)]
pub struct LineView {
    /// Who waits, in order.
    pub waiting: Vec<Waiting>,
    /// Places that are held for somebody until they answer.
    pub offers: Vec<OpenOffer>,
    /// Why nothing is offered now, as the end of a key; `offers-now` where the program is about to.
    pub why: &'static str,
    /// Whom a person of the office can offer a place now.
    pub next: Option<Next>,
}

/// The first in line who could have the place: the form is about nobody else.
#[derive(Serialize)]
pub struct Next {
    /// The enrolment.
    enrolment: i64,
    /// Who; none = nobody we know any more.
    person: Option<PersonRef>,
}

/// Somebody who waits.
#[derive(Serialize)]
pub struct Waiting {
    /// Who; none = nobody we know any more.
    person: Option<PersonRef>,
    /// Whether the address has to be confirmed first.
    pending: bool,
    /// Since when.
    since: String,
    /// Offers that ran out.
    missed: i64,
}

/// A place that is held for somebody.
#[derive(Serialize)]
pub struct OpenOffer {
    /// Who.
    person: Option<PersonRef>,
    /// Until when.
    until: Option<String>,
}

/// The line of an offering, as it is now.
///
/// # Errors
/// The database failed.
pub async fn line(visit: &Visit, programme: &Programme, offering_id: i64) -> Result<LineView, PageError> {
    let reader = visit.app.desk.store.reader();
    let states = [State::Waitlisted, State::PendingWait, State::Offered];
    let mut all = enrolments::in_states(reader, &[offering_id], &states).await?;
    all.sort_by_key(|e| (e.position, e.id));
    let ids: Vec<i64> = all.iter().map(|e| e.person_id).collect();
    let known = named(visit, &ids).await?;
    let person = |e: &Enrolment| known.iter().find(|person| person.id == e.person_id).cloned();
    let facts = facts_of(reader, programme, offering_id, false, visit.now).await?;
    let free = programme.offering(offering_id).map(|offered| free_places(programme, offered, visit.now));
    let why = match next_step(&facts, visit.now) {
        Step::Nothing(Why::TooLate) if free == Some(FreePlaces::ForNobody) => "too-late-nobody",
        Step::Nothing(why) => why.code(),
        Step::Offer { .. } => "offers-now",
    };
    let next = match next_step(&Facts { by_hand: true, ..facts }, visit.now) {
        Step::Offer { enrolment, .. } if why == "a-person-decides" => {
            let person = all.iter().find(|e| e.id == enrolment).and_then(person);
            Some(Next { enrolment, person })
        }
        _ => None,
    };
    let (offered, waiting): (Vec<&Enrolment>, Vec<&Enrolment>) =
        all.iter().partition(|e| e.state == "offered");
    Ok(LineView {
        waiting: waiting
            .into_iter()
            .map(|e| Waiting {
                person: person(e),
                pending: e.state == "pending_wait",
                since: e.created_at.to_rfc3339(),
                missed: e.offers_missed,
            })
            .collect(),
        offers: offered
            .into_iter()
            .map(|e| OpenOffer { person: person(e), until: e.hold_until.map(|until| until.to_rfc3339()) })
            .collect(),
        why,
        next,
    })
}
