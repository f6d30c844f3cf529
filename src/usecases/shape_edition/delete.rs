//! A draft that nobody has to do with goes: an edition, or one of several days. What somebody enrolled in, asked about or
//! did something with stays: the office calls it off, or leaves it a draft.

use serde_json::json;

use super::goes_with::{check, with_edition, with_session};
use super::{Act, NotDone, audit, locked, locked_around, wrong};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::OfferingStatus;
use crate::store::offerings::{self, Offering};
use crate::store::programme::Programme;
use crate::store::sessions::{self, Session};
use crate::store::{Conn, Error, date_requests, editions, enrolments};
use crate::usecases::{Actor, Desk, No};

/// Why an edition stays: the code of what keeps it; none where it can go.
///
/// # Errors
/// The database failed.
pub async fn kept_by(conn: &impl Conn, programme: &Programme) -> Result<Option<&'static str>, Error> {
    if programme.edition.status() != EditionStatus::Draft {
        return Ok(Some("no-draft"));
    }
    let ids: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    if enrolments::any_in(conn, &ids).await? {
        return Ok(Some("enrolled"));
    }
    for offered in &programme.offerings {
        if date_requests::any_for(conn, offered.row.id).await? {
            return Ok(Some("asked"));
        }
        for session in &offered.sessions {
            if sessions::is_used(conn, session.id).await? {
                return Ok(Some("used"));
            }
        }
        if offerings::is_used(conn, offered.row.id).await? {
            return Ok(Some("used"));
        }
    }
    Ok(editions::is_used(conn, programme.edition.id).await?.then_some("used"))
}

/// Deletes an edition with its drafts; `seen` is what goes with it as whoever asks has seen it.
///
/// # Errors
/// It is no draft, or somebody has to do with it; [`NotDone::Meanwhile`]; a fault.
pub async fn delete_edition(desk: &Desk, edition_id: i64, seen: &str, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let programme = locked(&tx, edition_id).await?;
    if let Some(code) = kept_by(&tx, &programme).await? {
        return Err(wrong("", code));
    }
    check(seen, &with_edition(&tx, &programme).await?)?;
    for offered in &programme.offerings {
        sessions::remove_of(&tx, offered.row.id).await?;
        offerings::remove(&tx, offered.row.id).await?;
    }
    editions::remove(&tx, edition_id).await?;
    let edition = &programme.edition;
    let act = Act {
        code: "delete_edition",
        actor: Actor::Staff(staff),
        subject: ("editions", edition_id),
        person: None,
        detail: json!({ "edition": edition.key, "offerings": programme.offerings.len() }),
        words: Some(&edition.title_it),
    };
    audit(&tx, desk.clock.now(), &act).await?;
    Ok(tx.commit().await?)
}

/// Deletes one of several sessions of a draft; gives back its offering. The others close up: nobody knows their numbers
/// yet, and the file of the edition counts them without a gap. `seen` is the day as whoever asks has seen it.
///
/// # Errors
/// It is no draft, its only session, or somebody has to do with it; [`NotDone::Meanwhile`]; a fault.
pub async fn delete_session(desk: &Desk, session_id: i64, seen: &str, staff: i64) -> Result<i64, NotDone> {
    let tx = desk.store.begin().await?;
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    let programme = locked_around(&tx, session.offering_id).await?;
    let (offered, session) = programme.session(session_id).ok_or(No::NotFound)?;
    let row = &offered.row;
    if row.status() != OfferingStatus::Draft {
        return Err(wrong("", "no-draft"));
    }
    if offered.sessions.iter().filter(|other| !other.is_cancelled()).count() < 2 {
        return Err(wrong("", "only-session"));
    }
    if enrolments::any_in(&tx, &[row.id]).await? {
        return Err(wrong("", "enrolled"));
    }
    if date_requests::any_for(&tx, row.id).await? {
        return Err(wrong("", "asked"));
    }
    if sessions::is_used(&tx, session_id).await? {
        return Err(wrong("", "used"));
    }
    check(seen, &with_session(&tx, session).await?)?;
    sessions::remove(&tx, session_id).await?;
    let left: Vec<&Session> = offered.sessions.iter().filter(|other| other.id != session_id).collect();
    let of = i64::try_from(left.len()).unwrap_or(1);
    for (number, other) in (1..).zip(left) {
        sessions::save(&tx, Session { number, of, ..other.clone() }).await?;
    }
    // A day fewer is a change of the offering, as a day more is: a second click has not seen it.
    offerings::save(&tx, Offering { version: row.version + 1, ..row.clone() }).await?;
    let act = Act {
        code: "delete_session",
        actor: Actor::Staff(staff),
        subject: ("offerings", row.id),
        person: None,
        detail: json!({ "number": session.number, "date": session.date }),
        words: None,
    };
    audit(&tx, desk.clock.now(), &act).await?;
    tx.commit().await?;
    Ok(row.id)
}
