//! What the page of one person shows besides their path and history: the office's work on it.

use serde::Serialize;

use super::calls::{self, CallView};
use super::notes::{self, NoteView};
use crate::store::people::Person;
use crate::web::error::PageError;
use crate::web::guards::{Viewer, Visit};

/// The office's work on one person.
#[derive(Serialize)]
pub struct Extra {
    /// What they are to be told on the phone.
    pub calls: Vec<CallView>,
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
        calls: calls::of_person(visit, person).await?,
        notes: notes::of_person(visit, viewer, person).await?,
        works: viewer.works(),
    })
}
