//! Registers that were just closed: somebody's path waits for one, and the office reads from when it holds.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::domain::path_state::awaited_workshop;
use crate::domain::register::{RegisterState, holds_from};
use crate::store::programme::Programme;
use crate::store::standing::Standing;
use crate::store::{Conn, Error, registers};

/// The workshops with nothing left to close, and from when their registers hold.
pub struct ClosedRegisters(HashMap<i64, DateTime<Utc>>);

impl ClosedRegisters {
    /// Reads those of an edition.
    ///
    /// # Errors
    /// The database failed.
    pub async fn of(conn: &impl Conn, programme: &Programme) -> Result<Self, Error> {
        let ids: Vec<i64> =
            programme.workshops().flat_map(|workshop| workshop.sessions.iter().map(|s| s.id)).collect();
        let rows = registers::of_sessions(conn, &ids).await?;
        let states: HashMap<i64, RegisterState> =
            rows.iter().map(|row| (row.session_id, row.state())).collect();
        let mut found = HashMap::new();
        for workshop in programme.workshops() {
            let held = workshop.sessions.iter().filter(|session| !session.is_cancelled());
            let of_it: Vec<RegisterState> =
                held.map(|session| states.get(&session.id).copied().unwrap_or(RegisterState::Open)).collect();
            found.extend(holds_from(&of_it).map(|at| (workshop.row.id, at)));
        }
        Ok(Self(found))
    }

    /// From when the one holds that somebody's path waits for; none = it is open, or there is none.
    pub fn awaited_by(&self, standing: &Standing) -> Option<String> {
        let workshop = awaited_workshop(&standing.facts)?;
        self.0.get(&workshop.offering).map(|at| at.to_rfc3339())
    }
}
