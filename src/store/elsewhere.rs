//! What other public editions hold on the same days: rooms, people and whoever leads may be the same.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Conn, Error, editions, offerings, sessions};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::OfferingStatus;
use crate::domain::session::Timing;

/// A session of another edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The session.
    pub session: i64,
    /// Its offering.
    pub offering: i64,
    /// When it is held.
    pub timing: Timing,
}

/// The sessions that public editions other than this one hold on some dates.
///
/// # Errors
/// The database failed.
pub async fn on(conn: &impl Conn, edition_id: i64, dates: &[NaiveDate]) -> Result<Vec<Elsewhere>, Error> {
    let held = sessions::planned_on(conn, dates).await?;
    let ids: Vec<i64> = held.iter().map(|session| session.offering_id).collect();
    let mut edition_of: HashMap<i64, i64> = HashMap::new();
    for offering in offerings::some(conn, &ids).await? {
        if offering.edition_id != edition_id && offering.status() == OfferingStatus::Published {
            edition_of.insert(offering.id, offering.edition_id);
        }
    }
    if edition_of.is_empty() {
        return Ok(Vec::new());
    }
    let mut zones: HashMap<i64, Tz> = HashMap::new();
    for edition in editions::all(conn).await? {
        if edition.status() == EditionStatus::Published {
            zones.insert(edition.id, edition.zone());
        }
    }
    let elsewhere = |session: &sessions::Session| {
        let zone = zones.get(edition_of.get(&session.offering_id)?)?;
        let timing = session.timing(*zone)?;
        Some(Elsewhere { session: session.id, offering: session.offering_id, timing })
    };
    Ok(held.iter().filter_map(elsewhere).collect())
}
