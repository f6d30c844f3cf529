//! Writes a row of the audit: what staff and commands did, in the transaction of the deed.

use chrono::{DateTime, Utc};

use super::{Actor, Outcome};
use crate::store::Tx;
use crate::store::audit::{self, AuditRow};

/// What was acted on.
#[derive(Clone, Copy, Debug)]
pub(super) struct About {
    /// The table.
    pub(super) subject: &'static str,
    /// Its row.
    pub(super) subject_id: Option<i64>,
    /// Whom it concerns, where it is about one person.
    pub(super) person_id: Option<i64>,
}

/// Writes it.
pub(super) async fn write(
    tx: &Tx,
    at: DateTime<Utc>,
    actor: Actor,
    act: &str,
    about: About,
    detail: Option<String>,
    text_id: Option<i64>,
) -> Outcome<()> {
    let row = AuditRow {
        id: 0,
        at,
        actor: actor.code().to_owned(),
        actor_id: actor.id(),
        act: act.to_owned(),
        subject: about.subject.to_owned(),
        subject_id: about.subject_id,
        person_id: about.person_id,
        detail,
        text_id,
    };
    Ok(audit::add(tx, row).await?)
}
