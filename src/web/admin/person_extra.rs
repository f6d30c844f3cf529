//! What the page of one person shows besides their path and history: the office's work on it.

use serde::Serialize;

use super::call_views::{self, ToSay};
use super::notes::{self, NoteView};
use crate::store::address_changes;
use crate::store::people::Person;
use crate::web::error::PageError;
use crate::web::guards::{Viewer, Visit};

/// The office's work on one person.
#[derive(Serialize)]
pub struct Extra {
    /// What they are to be told on the phone.
    pub to_say: ToSay,
    /// An address that waits for its owner's word.
    pub address: Option<PendingAddress>,
    /// Notes; none for whoever may not read them.
    pub notes: Option<Vec<NoteView>>,
    /// Whether the asker does the office's work.
    pub works: bool,
}

/// What there is to do about a person.
///
/// # Errors
/// The database failed.
pub async fn extra(visit: &Visit, viewer: &Viewer, person: &Person) -> Result<Extra, PageError> {
    Ok(Extra {
        to_say: call_views::of_person(visit, person).await?,
        address: pending_address(visit, person.id).await?,
        notes: notes::of_person(visit, viewer, person).await?,
        works: viewer.works(),
    })
}

/// An address that waits for its owner's word.
#[derive(Serialize)]
pub struct PendingAddress {
    /// The request, which a form carries that would end it.
    pub id: i64,
    /// The address.
    pub email: String,
    /// Until when.
    pub until: String,
}

/// The address that was asked for and not confirmed yet.
///
/// # Errors
/// The database failed.
pub async fn pending_address(visit: &Visit, person_id: i64) -> Result<Option<PendingAddress>, PageError> {
    let open = address_changes::open_of(visit.app.desk.store.reader(), person_id, visit.now).await?;
    Ok(open.and_then(|change| {
        let until = change.expires_at.to_rfc3339();
        Some(PendingAddress { id: change.id, email: change.new_email?, until })
    }))
}
