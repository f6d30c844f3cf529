//! What a change does to offers: what becomes of those that are open, and who would be offered a place at once.

use chrono::{DateTime, Utc};

use crate::domain::enrolment::State;
use crate::domain::impact::OpenOffer;
use crate::domain::letter::{Letter, Payload};
use crate::domain::offering::OfferingStatus;
use crate::domain::waiting_list::{Step, after_move, next_step};
use crate::store::could_have::could_have;
use crate::store::enrolments::Enrolment;
use crate::store::programme::{Offered, Programme};
use crate::store::{Conn, calls, enrolments, outbox};
use crate::usecases::Outcome;
use crate::usecases::offer_places::facts_of;

/// The open offers of one person whose begin is moved. One whose offering is called off ends with that.
pub(super) async fn open_offers(
    conn: &impl Conn,
    before: &Programme,
    after: &Programme,
    of: &[Enrolment],
    now: DateTime<Utc>,
) -> Outcome<Vec<OpenOffer>> {
    let mut found = Vec::new();
    for row in of {
        let (State::Offered, Some(until)) = (row.state()?, row.hold_until) else { continue };
        let (was, is) = (before.offering(row.offering_id), after.offering(row.offering_id));
        let (Some(was), Some(is)) = (was, is) else { continue };
        if is.row.status() == OfferingStatus::Cancelled || was.starts_at() == is.starts_at() {
            continue;
        }
        // What a change took away the next one may give back.
        let promised = promised(conn, row.id).await?.unwrap_or(until);
        found.push(OpenOffer { until, becomes: after_move(promised, now, is.starts_at()) });
    }
    Ok(found)
}

/// Until when a place was promised, by the letter or the call that offered it; by the last one where there were two.
pub(super) async fn promised(conn: &impl Conn, enrolment_id: i64) -> Outcome<Option<DateTime<Utc>>> {
    let letter = outbox::last_of(conn, enrolment_id, "place-offered").await?;
    let letter = letter.and_then(|letter| Some((letter.dated, offered_until(&letter.payload)?)));
    let mut said = calls::said_of(conn, enrolment_id).await?.into_iter();
    let call = said.find_map(|call| Some((call.due_at, offered_until(&call.payload)?)));
    Ok(letter.max(call).map(|(_, until)| until))
}

/// Until when a place was promised by what offered it.
fn offered_until(payload: &str) -> Option<DateTime<Utc>> {
    match serde_json::from_str::<Payload>(payload).ok()?.letter {
        Letter::PlaceOffered { until, .. } => Some(until),
        _ => None,
    }
}

/// The people who would be offered a place at once, in the order of the line.
pub(super) async fn would_be_offered(
    conn: &impl Conn,
    after: &Programme,
    offered: &Offered,
    now: DateTime<Utc>,
) -> Outcome<Vec<i64>> {
    let facts = facts_of(conn, after, offered.row.id, false, now).await?;
    if !matches!(next_step(&facts, now), Step::Offer { .. }) {
        return Ok(Vec::new());
    }
    let places = offered.row.seats().free().unwrap_or(i64::MAX);
    let mut found = Vec::new();
    for waiting in enrolments::line(conn, offered.row.id).await? {
        if i64::try_from(found.len()).unwrap_or(i64::MAX) >= places {
            break;
        }
        if could_have(conn, after, offered, waiting.person_id, now).await? {
            found.push(waiting.person_id);
        }
    }
    Ok(found)
}
