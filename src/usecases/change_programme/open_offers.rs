//! What a change does to offers: who would be offered a place at once.

use chrono::{DateTime, Utc};

use crate::domain::waiting_list::{Step, next_step};
use crate::store::programme::{Offered, Programme};
use crate::store::{Conn, enrolments};
use crate::usecases::Outcome;
use crate::usecases::offer_places::{can_have, facts_of};

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
        if can_have(conn, after, offered, waiting.person_id, now).await? {
            found.push(waiting.person_id);
        }
    }
    Ok(found)
}
