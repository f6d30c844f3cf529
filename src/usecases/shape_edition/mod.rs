//! The office shapes an edition: makes it, names it, says what it offers and who leads, shows it to everybody and puts
//! it away. What changes for people who have enrolled goes through `change_programme`, not through here.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::audited::{self, About};
use super::{Actor, No, Outcome};
use crate::domain::change::EditFault;
use crate::domain::edition::EditionStatus;
use crate::store::programme::{self, Programme};
use crate::store::{Tx, editions, offerings, texts};

pub mod add_offering;
pub mod archive;
pub mod copy;
pub mod create;
pub mod delete;
pub mod goes_with;
pub mod lead;
pub mod publish;
pub mod rename;
pub mod reshape;
pub mod showing;
pub mod topic;
pub mod withdraw;

/// Why it was not done; nothing was written.
#[derive(Debug)]
pub enum NotDone {
    /// What is wrong, each at its field.
    Faults(Vec<EditFault>),
    /// Somebody else changed it meanwhile.
    Meanwhile,
    /// A fault of our own, or there is no such thing.
    No(No),
}

impl<E: Into<No>> From<E> for NotDone {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// One thing that is wrong; the field is empty for the act as a whole.
fn wrong(field: &'static str, code: &'static str) -> NotDone {
    NotDone::Faults(vec![EditFault { field, code }])
}

/// An edition that may be changed, read after it and its offerings were locked: one that is over does not change.
async fn locked(tx: &Tx, edition_id: i64) -> Result<Programme, NotDone> {
    let programme = locked_whatever(tx, edition_id).await?;
    match programme.edition.status() {
        EditionStatus::Archived => Err(wrong("", "archived")),
        EditionStatus::Draft | EditionStatus::Published => Ok(programme),
    }
}

/// An edition, put away or not, read after it and its offerings were locked.
async fn locked_whatever(tx: &Tx, edition_id: i64) -> Outcome<Programme> {
    let ids: Vec<i64> = offerings::of_edition(tx, edition_id).await?.iter().map(|row| row.id).collect();
    offerings::lock(tx, &ids).await?;
    editions::lock(tx, edition_id).await?;
    let edition = editions::find(tx, edition_id).await?.ok_or(No::NotFound)?;
    Ok(programme::load(tx, edition).await?)
}

/// The edition of an offering, read after it and its offerings were locked.
async fn locked_around(tx: &Tx, offering_id: i64) -> Result<Programme, NotDone> {
    let row = offerings::find(tx, offering_id).await?.ok_or(No::NotFound)?;
    locked(tx, row.edition_id).await
}

/// An act on an edition, for the audit.
struct Act<'a> {
    code: &'static str,
    /// Who did it.
    actor: Actor,
    /// The table and the row it is about.
    subject: (&'static str, i64),
    /// Whom it concerns, where it is about somebody.
    person: Option<i64>,
    /// Codes and ids.
    detail: Value,
    /// Titles and names.
    words: Option<&'a str>,
}

async fn audit(tx: &Tx, now: DateTime<Utc>, act: &Act<'_>) -> Outcome<()> {
    let text_id = match act.words {
        Some(words) => Some(texts::add(tx, act.person, words, now, None).await?),
        None => None,
    };
    let (subject, id) = act.subject;
    let about = About { subject, subject_id: Some(id), person_id: act.person };
    let detail = (!act.detail.is_null()).then(|| act.detail.to_string());
    audited::write(tx, now, act.actor, act.code, about, detail, text_id).await
}
