//! An edition that is over is put away: every register has taken effect, no offer is open. It can be taken out again.

use serde_json::json;

use super::goes_with::{check, with_edition};
use super::{Act, NotDone, audit, locked, locked_whatever, wrong};
use crate::domain::edition::{EditionStatus, may_archive};
use crate::domain::enrolment::State;
use crate::domain::offering::OfferingStatus;
use crate::store::editions::{self, Edition};
use crate::store::programme::Programme;
use crate::store::sessions::Session;
use crate::store::{Conn, Error, Tx, enrolments, registers};
use crate::usecases::{Actor, Desk};

/// What is still open in an edition.
#[derive(Clone, Debug, Default)]
pub struct StillOpen {
    /// Sessions whose register has not taken effect.
    pub sessions: Vec<i64>,
    /// How many freed places wait for an answer.
    pub offers: usize,
}

/// Looks what is still open: drafts and what was called off are nobody's.
///
/// # Errors
/// The database failed.
pub async fn still_open(conn: &impl Conn, programme: &Programme) -> Result<StillOpen, Error> {
    let shown = programme.offerings.iter().filter(|o| o.row.status() == OfferingStatus::Published);
    let sessions: Vec<&Session> =
        shown.flat_map(|offered| &offered.sessions).filter(|session| !session.is_cancelled()).collect();
    let ids: Vec<i64> = sessions.iter().map(|session| session.id).collect();
    let effective: Vec<i64> = registers::of_sessions(conn, &ids)
        .await?
        .into_iter()
        .filter(|register| register.took_effect_at.is_some())
        .map(|register| register.session_id)
        .collect();
    let offerings: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    let offers = enrolments::in_states(conn, &offerings, &[State::Offered]).await?;
    Ok(StillOpen {
        sessions: ids.into_iter().filter(|id| !effective.contains(id)).collect(),
        offers: offers.len(),
    })
}

/// Puts an edition away; `seen` is what goes with it as whoever asks has seen it.
///
/// # Errors
/// It is not shown, a register has not taken effect, or an offer is open; [`NotDone::Meanwhile`]; a fault.
pub async fn archive_edition(desk: &Desk, edition_id: i64, seen: &str, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    archive_edition_in(desk, &tx, edition_id, Some(seen), Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Puts it away in a transaction that somebody else commits. A file has `seen` nothing: it is compared by whoever reads it.
pub(in crate::usecases) async fn archive_edition_in(
    desk: &Desk,
    tx: &Tx,
    edition_id: i64,
    seen: Option<&str>,
    actor: Actor,
) -> Result<(), NotDone> {
    let programme = locked(tx, edition_id).await?;
    let open = still_open(tx, &programme).await?;
    if let Some(code) = may_archive(programme.edition.status(), open.sessions.len(), open.offers) {
        return Err(wrong("", code));
    }
    if let Some(seen) = seen {
        check(seen, &with_edition(tx, &programme).await?)?;
    }
    set(desk, tx, &programme.edition, EditionStatus::Archived, actor).await
}

/// Takes an edition out again: it is shown as before; `seen` is what goes with it as whoever asks has seen it.
///
/// # Errors
/// It was not put away; [`NotDone::Meanwhile`]; a fault.
pub async fn reopen_edition(desk: &Desk, edition_id: i64, seen: &str, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let programme = locked_whatever(&tx, edition_id).await?;
    if programme.edition.status() != EditionStatus::Archived {
        return Err(wrong("", "not-archived"));
    }
    check(seen, &with_edition(&tx, &programme).await?)?;
    set(desk, &tx, &programme.edition, EditionStatus::Published, Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

async fn set(desk: &Desk, tx: &Tx, old: &Edition, to: EditionStatus, actor: Actor) -> Result<(), NotDone> {
    let row = Edition { status: to.code().to_owned(), version: old.version + 1, ..old.clone() };
    editions::save(tx, row).await?;
    let code = if to == EditionStatus::Archived { "archive_edition" } else { "reopen_edition" };
    let act = Act {
        code,
        actor,
        subject: ("editions", old.id),
        person: None,
        detail: json!({ "before": old.status, "after": to.code() }),
        words: Some(&old.title_it),
    };
    Ok(audit(tx, desk.clock.now(), &act).await?)
}
