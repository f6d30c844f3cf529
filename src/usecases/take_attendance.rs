//! A trainer saves the marks of a session. Saving twice, or from two phones, loses nothing: only what somebody
//! changed on their page becomes a new row, and where somebody else changed it meanwhile both are shown.

use std::collections::HashSet;

use super::{Desk, No, Outcome, programme_of};
use crate::domain::attendance::{CLEARED, Mark};
use crate::domain::offering::OfferingStatus;
use crate::domain::refusal::Refusal;
use crate::domain::register::{Part, part};
use crate::domain::session::local_date;
use crate::store::attendance::{self, Mark as MarkRow};
use crate::store::sessions::{self, Session};
use crate::store::{Tx, enrolments, offerings, people, registers};

/// One answer of the register's form: a person, and the mark or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The person.
    pub person_id: i64,
    /// The mark; none = not marked.
    pub mark: Option<Mark>,
    /// The mark that the page showed, where it told: what was not touched stays as others set it.
    pub seen: Option<Option<Mark>>,
}

impl Entry {
    /// A mark that overrules whatever stands.
    pub fn new(person_id: i64, mark: Option<Mark>) -> Self {
        Self { person_id, mark, seen: None }
    }
}

/// Saves the entries; gives back how many marks changed.
///
/// # Errors
/// [`Refusal::RegisterClosed`], [`Refusal::Cancelled`], [`Refusal::NotTheDay`] before the session's day,
/// [`Refusal::OwnAffair`] for one's own mark, [`Refusal::MarkedMeanwhile`] where somebody else set another mark since the
/// page was read, [`No::NotFound`] for somebody who has no place: whoever
/// came without one is added first, through the guard.
pub async fn take_attendance(
    desk: &Desk,
    session_id: i64,
    trainer: i64,
    entries: &[Entry],
) -> Outcome<usize> {
    let tx = desk.store.begin().await?;
    let changed = save(desk, &tx, session_id, trainer, entries).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Whether a session's register takes marks: it is not closed, and the session was not called off.
pub(super) async fn is_open(tx: &Tx, session: &Session) -> Outcome<()> {
    if registers::of_session(tx, session.id).await?.is_some() {
        return Err(Refusal::RegisterClosed.into());
    }
    is_held(tx, session).await
}

/// Whether the day of a session has come, in the edition's zone; one without a date has none.
pub(super) async fn is_its_day(desk: &Desk, tx: &Tx, session: &Session) -> Outcome<()> {
    let programme = programme_of(tx, session.offering_id).await?;
    let today = local_date(desk.clock.now(), programme.zone());
    if session.date.is_some_and(|date| date <= today) { Ok(()) } else { Err(Refusal::NotTheDay.into()) }
}

/// Whether a session is held, or was: it was not called off, and where its offering was, people had been marked in it
/// before.
pub(super) async fn is_held(tx: &Tx, session: &Session) -> Outcome<()> {
    let offering = offerings::find(tx, session.offering_id).await?.ok_or(No::NotFound)?;
    let called_off = offering.status() == OfferingStatus::Cancelled;
    if session.is_cancelled() || called_off && !attendance::is_marked(tx, session.id).await? {
        return Err(Refusal::Cancelled.into());
    }
    Ok(())
}

pub(super) async fn save(
    desk: &Desk,
    tx: &Tx,
    session_id: i64,
    trainer: i64,
    entries: &[Entry],
) -> Outcome<usize> {
    let offering_id = sessions::find(tx, session_id).await?.ok_or(No::NotFound)?.offering_id;
    let ids: Vec<i64> = entries.iter().map(|entry| entry.person_id).collect();
    // Closing takes the offering's lock too: no mark slips in between its look and its word.
    offerings::lock(tx, &[offering_id]).await?;
    people::lock(tx, &ids).await?;
    // Read once more, now that nobody else changes it: it may have been moved or called off meanwhile.
    let session = sessions::find(tx, session_id).await?.ok_or(No::NotFound)?;
    is_open(tx, &session).await?;
    let standing = attendance::latest_marks(tx, session_id).await?;
    let mut listed: HashSet<i64> = HashSet::new();
    for enrolment in enrolments::in_offerings(tx, &[session.offering_id]).await? {
        if part(enrolment.state()?) != Part::Others {
            listed.insert(enrolment.person_id);
        }
    }
    let mut changed = 0;
    for entry in entries {
        let before = standing.get(&entry.person_id).and_then(|row| Mark::from_code(&row.value));
        if before == entry.mark || entry.seen == Some(entry.mark) {
            continue;
        }
        if entry.seen.is_some_and(|seen| seen != before) {
            return Err(Refusal::MarkedMeanwhile.into());
        }
        if entry.mark.is_some() {
            is_its_day(desk, tx, &session).await?;
        }
        if entry.person_id == trainer {
            return Err(Refusal::OwnAffair.into());
        }
        if !listed.contains(&entry.person_id) {
            return Err(No::NotFound);
        }
        let row = MarkRow {
            id: 0,
            session_id,
            person_id: entry.person_id,
            value: entry.mark.map_or(CLEARED, Mark::code).to_owned(),
            marked_at: desk.clock.now(),
            marked_by: trainer,
            nonce: desk.random.token(),
            text_id: None,
        };
        attendance::add_mark(tx, row).await?;
        changed += 1;
    }
    Ok(changed)
}
