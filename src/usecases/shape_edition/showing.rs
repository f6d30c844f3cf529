//! What it means for people that drafts are shown to everybody, or that something becomes a draft again; and one of the
//! letters that publishing writes, read before anything is published.

use chrono::{DateTime, Utc};

use super::NotDone;
use super::publish::{is_told, publish_edition_in, publish_offering_in, untold};
use crate::domain::edition::EditionStatus;
use crate::domain::impact::{Calendar, Change, Impact, Topic};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::store::programme::Programme;
use crate::store::{Conn, date_requests, outbox};
use crate::usecases::change_programme::{Sample, door_line, impact_with, read_back};
use crate::usecases::{Actor, Desk, Outcome};

/// What it would mean to show a draft.
///
/// # Errors
/// The database failed.
pub async fn if_shown(
    conn: &impl Conn,
    programme: &Programme,
    offering_id: i64,
    now: DateTime<Utc>,
) -> Outcome<Impact> {
    let after = with_status(programme, &[offering_id], OfferingStatus::Published);
    meant(conn, programme, &after, now).await
}

/// What it would mean to show an edition with these of its drafts.
///
/// # Errors
/// The database failed.
pub async fn if_edition_shown(
    conn: &impl Conn,
    programme: &Programme,
    drafts: &[i64],
    now: DateTime<Utc>,
) -> Outcome<Impact> {
    let draft = |id: &i64| {
        programme.offering(*id).is_some_and(|offered| offered.row.status() == OfferingStatus::Draft)
    };
    let drafts: Vec<i64> = drafts.iter().copied().filter(draft).collect();
    let mut after = with_status(programme, &drafts, OfferingStatus::Published);
    EditionStatus::Published.code().clone_into(&mut after.edition.status);
    meant(conn, programme, &after, now).await
}

/// What it would mean to make an offering a draft again.
///
/// # Errors
/// The database failed.
pub async fn if_hidden(
    conn: &impl Conn,
    programme: &Programme,
    offering_id: i64,
    now: DateTime<Utc>,
) -> Outcome<Impact> {
    let after = with_status(programme, &[offering_id], OfferingStatus::Draft);
    meant(conn, programme, &after, now).await
}

/// What it would mean to make an edition a draft again.
///
/// # Errors
/// The database failed.
pub async fn if_edition_hidden(
    conn: &impl Conn,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Outcome<Impact> {
    let mut after = programme.clone();
    EditionStatus::Draft.code().clone_into(&mut after.edition.status);
    meant(conn, programme, &after, now).await
}

fn with_status(programme: &Programme, offerings: &[i64], status: OfferingStatus) -> Programme {
    let mut after = programme.clone();
    for offered in after.offerings.iter_mut().filter(|offered| offerings.contains(&offered.row.id)) {
        status.code().clone_into(&mut offered.row.status);
    }
    after
}

async fn meant(
    conn: &impl Conn,
    before: &Programme,
    after: &Programme,
    now: DateTime<Utc>,
) -> Outcome<Impact> {
    let mut change = Change::default();
    for is in &after.offerings {
        let Some(was) = before.offering(is.row.id) else { continue };
        change.doors.extend(door_line((before, was), (after, is), now));
        if before.is_shown(was) || !is_told(after, is, now) {
            continue;
        }
        change.date_requests += date_requests::open_for(conn, is.row.id).await?.len();
        if is.row.kind() == Kind::Course {
            change.reached = untold(conn, after, now).await?;
        }
    }
    impact_with(conn, before, after, &change, now).await
}

/// One of the letters that publishing a draft would write; nothing is published.
///
/// # Errors
/// As for publishing it.
pub async fn letter_of_offering(
    desk: &Desk,
    offering_id: i64,
    seen: &str,
    staff: i64,
    which: (Topic, Calendar),
) -> Result<Option<Sample>, NotDone> {
    // The transaction is dropped, which takes everything back.
    let tx = desk.store.begin().await?;
    let newest = outbox::newest(&tx).await?;
    let impact = publish_offering_in(desk, &tx, offering_id, Some(seen), Actor::Staff(staff)).await?;
    Ok(read_back(&tx, newest, &impact, which).await?)
}

/// One of the letters that publishing an edition with these of its drafts would write; nothing is published.
///
/// # Errors
/// As for publishing it.
pub async fn letter_of_edition(
    desk: &Desk,
    (edition_id, seen): (i64, &str),
    chosen: &[i64],
    staff: i64,
    which: (Topic, Calendar),
) -> Result<Option<Sample>, NotDone> {
    let tx = desk.store.begin().await?;
    let newest = outbox::newest(&tx).await?;
    let actor = Actor::Staff(staff);
    let impact = publish_edition_in(desk, &tx, (edition_id, Some(seen)), chosen, actor).await?;
    Ok(read_back(&tx, newest, &impact, which).await?)
}
