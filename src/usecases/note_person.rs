//! Admins write notes about people, and take them away. What a note says stands nowhere but in itself: the audit tells only
//! that there was one.

use chrono::{DateTime, TimeDelta, Utc};

use super::audited::{self, About};
use super::{Actor, Desk, No, Outcome};
use crate::domain::refusal::Refusal;
use crate::domain::text::multi_line;
use crate::store::notes::{self, Note};
use crate::store::{Tx, people, texts};

/// Writes a note; one without words is none.
///
/// # Errors
/// [`Refusal::OwnAffair`], [`No::NotFound`]; a fault.
pub async fn write_note(desk: &Desk, person_id: i64, words: &str, staff: i64) -> Outcome<()> {
    let words = multi_line(words);
    if person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    if words.is_empty() {
        return Ok(());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    people::lock(&tx, &[person_id]).await?;
    let known = people::living(&tx, person_id).await?;
    known.ok_or(No::NotFound)?;
    if is_said(&tx, person_id, &words, staff, now).await? {
        return Ok(());
    }
    let text_id = texts::add(&tx, Some(person_id), &words, now, None).await?;
    let row = Note { id: 0, person_id, text_id, written_by: staff, written_at: now, removed_at: None };
    let note = notes::add(&tx, row).await?;
    tell(&tx, desk, &note, "write_note", staff).await?;
    Ok(tx.commit().await?)
}

/// The same note within this time is one: a double click.
const SAME: TimeDelta = TimeDelta::minutes(10);

async fn is_said(tx: &Tx, person_id: i64, words: &str, staff: i64, now: DateTime<Utc>) -> Outcome<bool> {
    let mut recent = notes::of_person(tx, person_id).await?;
    recent.retain(|note| note.written_by == staff && now - note.written_at < SAME);
    let bodies = texts::bodies(tx, &recent.iter().map(|note| note.text_id).collect::<Vec<_>>()).await?;
    Ok(bodies.values().any(|body| body == words))
}

/// Takes a note away: its words are gone for good. A second click changes nothing.
///
/// # Errors
/// [`No::NotFound`]; a fault.
pub async fn remove_note(desk: &Desk, note_id: i64, staff: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    // Notes about oneself are somebody else's affair: they are not shown, and not taken away.
    let known = notes::find(&tx, note_id).await?.filter(|note| note.person_id != staff);
    let note = known.ok_or(No::NotFound)?;
    if !notes::remove(&tx, note.id, desk.clock.now()).await? {
        return Ok(());
    }
    texts::empty(&tx, note.text_id).await?;
    tell(&tx, desk, &note, "remove_note", staff).await?;
    Ok(tx.commit().await?)
}

async fn tell(tx: &Tx, desk: &Desk, note: &Note, act: &str, staff: i64) -> Outcome<()> {
    let about = About { subject: "person_notes", subject_id: Some(note.id), person_id: Some(note.person_id) };
    audited::write(tx, desk.clock.now(), Actor::Staff(staff), act, about, None, None).await
}
