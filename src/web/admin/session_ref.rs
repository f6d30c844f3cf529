//! Which session, or which offering, a line of an impact speaks of.

use chrono::NaiveDate;
use serde::Serialize;

use crate::store::programme::Programme;

/// A session by what it belongs to.
#[derive(Clone, Default, Serialize)]
pub(super) struct SessionRef {
    pub(super) title: Option<String>,
    pub(super) nth: usize,
    /// Its number; 0 = the only one.
    pub(super) number: i64,
    pub(super) of: i64,
    pub(super) date: Option<NaiveDate>,
}

/// A session that is added has no row yet: its id is its number, negative.
pub(super) fn session_ref(programme: &Programme, offering: i64, session: i64) -> SessionRef {
    let found = programme.session(session);
    let offered = found.map(|(offered, _)| offered).or_else(|| programme.offering(offering));
    let (number, of, date) =
        found.map_or((-session, -session, None), |(_, row)| (row.number, row.of, row.date));
    SessionRef {
        title: offered.and_then(|offered| offered.row.title.clone()),
        nth: offered.map_or(0, |offered| programme.nth(offered.row.id)),
        number: if of > 1 { number } else { 0 },
        of,
        date,
    }
}

/// An offering as a whole, by its title or its place.
pub(super) fn offering_ref(programme: &Programme, offering: i64) -> SessionRef {
    programme.offering(offering).map_or_else(SessionRef::default, |offered| SessionRef {
        title: offered.row.title.clone(),
        nth: programme.nth(offering),
        ..SessionRef::default()
    })
}
