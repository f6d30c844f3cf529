//! What somebody leads and is still to be held: without them nobody may be left to lead it.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::session_line::{Seasons, SessionLine};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::OfferingStatus;
use crate::store::programme::Programme;
use crate::store::sessions;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// A session that somebody leads.
#[derive(Serialize)]
pub struct Led {
    session: SessionLine,
    /// Whether nobody leads it beside them.
    alone: bool,
}

/// The sessions still ahead that a person leads, of every edition, by date; undated ones behind.
///
/// # Errors
/// The database failed.
pub async fn leads_ahead(visit: &Visit, person_id: i64) -> Result<Vec<Led>, PageError> {
    let reader = visit.app.desk.store.reader();
    let mut seasons = Seasons::new(visit);
    let mut found = Vec::new();
    for row in sessions::some(reader, &sessions::led_by(reader, person_id).await?).await? {
        let Some(programme) = seasons.of_offering(row.offering_id).await? else { continue };
        let Some(session) = SessionLine::of(programme, row.id) else { continue };
        if is_ahead(programme, row.id, visit.now) {
            let alone = sessions::trainers(reader, row.id).await?.len() < 2;
            found.push(Led { session, alone });
        }
    }
    found.sort_by_key(|led| (led.session.date.is_none(), led.session.date, led.session.id));
    Ok(found)
}

fn is_ahead(programme: &Programme, session_id: i64, now: DateTime<Utc>) -> bool {
    let Some((offered, session)) = programme.session(session_id) else { return false };
    let over = session.timing(offered.zone).is_some_and(|timing| timing.ends_at() <= now);
    let off = session.is_cancelled() || offered.row.status() == OfferingStatus::Cancelled;
    !over && !off && programme.edition.status() != EditionStatus::Archived
}
