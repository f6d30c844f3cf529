//! Who changed an edition, a workshop, the course or one of its days last, and when: the newest row of the audit about it.

use serde::Serialize;

use super::audit_view::{Somebody, somebody};
use crate::store::audit::{Thing, newest_about};
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// What changes an edition and what it offers; what is done about people in it does not.
const ACTS: [&str; 18] = [
    "add_offering",
    "add_trainer",
    "archive_edition",
    "change_programme",
    "copy_edition",
    "create_edition",
    "delete_offering",
    "delete_session",
    "import_edition",
    "move_offering",
    "publish_edition",
    "publish_offering",
    "remove_trainer",
    "rename_edition",
    "reopen_edition",
    "reshape_offering",
    "unpublish_edition",
    "unpublish_offering",
];

/// The last change.
#[derive(Serialize)]
pub struct LastChange {
    at: String,
    /// Who; none where it was no person of the staff.
    who: Option<Somebody>,
}

/// Of an edition, with everything in it.
///
/// # Errors
/// The database failed.
pub async fn of_edition(visit: &Visit, programme: &Programme) -> Result<Option<LastChange>, PageError> {
    let offerings: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    let sessions: Vec<i64> = programme.offerings.iter().flat_map(sessions_of).collect();
    let editions = vec![programme.edition.id];
    let rows = vec![("editions", editions), ("offerings", offerings), ("sessions", sessions)];
    newest(visit, &Thing { rows, named: None }).await
}

/// Of a workshop or the course, with its sessions.
///
/// # Errors
/// The database failed.
pub async fn of_offering(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
) -> Result<Option<LastChange>, PageError> {
    let rows = vec![("offerings", vec![offered.row.id]), ("sessions", sessions_of(offered))];
    let words = format!("\"offering\":{},", offered.row.id);
    newest(visit, &Thing { rows, named: Some((programme.edition.id, words)) }).await
}

/// Of one session. A change of the programme names it by its number.
///
/// # Errors
/// The database failed.
pub async fn of_session(
    visit: &Visit,
    programme: &Programme,
    session: &Session,
) -> Result<Option<LastChange>, PageError> {
    let rows = vec![("sessions", vec![session.id])];
    let words = format!("\"offering\":{},\"session\":{},\"field\"", session.offering_id, session.number);
    newest(visit, &Thing { rows, named: Some((programme.edition.id, words)) }).await
}

fn sessions_of(offered: &Offered) -> Vec<i64> {
    offered.sessions.iter().map(|session| session.id).collect()
}

async fn newest(visit: &Visit, thing: &Thing) -> Result<Option<LastChange>, PageError> {
    let Some(row) = newest_about(visit.app.desk.store.reader(), thing, &ACTS).await? else {
        return Ok(None);
    };
    let staff: Vec<i64> = row.actor_id.filter(|_| row.actor == "staff").into_iter().collect();
    let who = somebody(visit, &staff).await?.pop();
    Ok(Some(LastChange { at: row.at.to_rfc3339(), who }))
}
