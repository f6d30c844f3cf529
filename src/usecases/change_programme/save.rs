//! Stores what differs between the edition as it was and as it will be.

use super::super::{Desk, Outcome};
use crate::domain::offering::OfferingStatus;
use crate::store::programme::Programme;
use crate::store::sessions::Session;
use crate::store::{Tx, editions, offerings, sessions, topics};

/// Stores it; each row that changes is one version further.
pub(super) async fn save(desk: &Desk, tx: &Tx, before: &Programme, after: &Programme) -> Outcome<()> {
    if before.edition != after.edition {
        let mut row = after.edition.clone();
        row.version += 1;
        editions::save(tx, row).await?;
    }
    for offered in &after.offerings {
        let Some(was) = before.offering(offered.row.id) else { continue };
        // A day more is a change of the offering: a second click has not seen it.
        if was.row != offered.row || was.sessions.len() != offered.sessions.len() {
            let mut row = offered.row.clone();
            row.version += 1;
            offerings::save(tx, row).await?;
            if let (Some(mut topic), Some(title)) = (offered.topic.clone(), &offered.row.title)
                && topic.title.is_none()
            {
                topic.title = Some(title.clone());
                topic.gloss_en.clone_from(&offered.row.gloss_en);
                topics::save(tx, topic).await?;
            }
        }
        let called_off =
            was.row.status != offered.row.status && offered.row.status() == OfferingStatus::Cancelled;
        for session in &offered.sessions {
            let old = was.sessions.iter().find(|s| s.id == session.id && session.id > 0);
            let shown = Shown { called_off, renamed: was.row.title != offered.row.title };
            save_session(desk, tx, old, session, shown).await?;
        }
    }
    Ok(())
}

/// What changed of an offering that its sessions show in calendars.
#[derive(Clone, Copy)]
struct Shown {
    called_off: bool,
    /// Its title: the same SEQUENCE, and a later stamp (R71).
    renamed: bool,
}

/// Stores one session; what public calendars show of it has a SEQUENCE of its own.
async fn save_session(
    desk: &Desk,
    tx: &Tx,
    old: Option<&Session>,
    session: &Session,
    shown: Shown,
) -> Outcome<()> {
    let now = Some(desk.clock.now());
    let Some(old) = old else {
        let row = Session { public_uid: Some(desk.random.token()), changed_at: now, ..session.clone() };
        sessions::add(tx, row).await?;
        return Ok(());
    };
    if old == session && !shown.called_off && !shown.renamed {
        return Ok(());
    }
    let mut row = session.clone();
    if shown.renamed {
        (row.changed_at, row.renamed_at) = (now, now);
    }
    if old != session || shown.called_off {
        row.version += 1;
    }
    if shown.called_off || old.appointment() != session.appointment() || old.status != session.status {
        row.public_sequence += 1;
        row.changed_at = now;
    }
    Ok(sessions::save(tx, row).await?)
}
