//! What was shown by mistake becomes a draft again, and a draft goes: only while nobody ever enrolled. Whoever enrolled
//! was promised something; an offering is then called off, which tells them.

use serde_json::json;

use super::goes_with::{check, with_edition, with_offering};
use super::publish::set_status;
use super::showing::{if_edition_hidden, if_hidden};
use super::{Act, NotDone, audit, locked, locked_around, wrong};
use crate::domain::edition::EditionStatus;
use crate::domain::impact::Impact;
use crate::domain::offering::OfferingStatus;
use crate::store::editions::{self, Edition};
use crate::store::{Tx, date_requests, enrolments, offerings, sessions};
use crate::usecases::tell_date::untell_date;
use crate::usecases::{Actor, Desk, No};

/// Makes an offering a draft again; `seen` is what goes with it as whoever asks has seen it.
///
/// # Errors
/// It is not shown, or somebody enrolled once; [`NotDone::Meanwhile`]; a fault.
pub async fn unpublish_offering(
    desk: &Desk,
    offering_id: i64,
    seen: &str,
    staff: i64,
) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    unpublish_offering_in(desk, &tx, offering_id, Some(seen), Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Makes it a draft again in a transaction that somebody else commits; gives back what it means for people. A file has
/// `seen` nothing: it is compared by whoever reads it.
pub(in crate::usecases) async fn unpublish_offering_in(
    desk: &Desk,
    tx: &Tx,
    offering_id: i64,
    seen: Option<&str>,
    actor: Actor,
) -> Result<Impact, NotDone> {
    let now = desk.clock.now();
    let programme = locked_around(tx, offering_id).await?;
    let offered = programme.offering(offering_id).ok_or(No::NotFound)?;
    let row = &offered.row;
    if row.status() != OfferingStatus::Published {
        return Err(wrong("", "not-published"));
    }
    if enrolments::any_in(tx, &[offering_id]).await? {
        return Err(wrong("", "enrolled"));
    }
    if let Some(seen) = seen {
        check(seen, &with_offering(tx, offered).await?)?;
    }
    let impact = if_hidden(tx, &programme, offering_id, now).await?;
    set_status(tx, row, OfferingStatus::Draft).await?;
    untell_date(tx, offered, now).await?;
    let detail =
        json!({ "before": row.status, "after": OfferingStatus::Draft.code(), "impact": impact.counts() });
    let act = Act {
        code: "unpublish_offering",
        actor,
        subject: ("offerings", offering_id),
        person: None,
        detail,
        words: None,
    };
    audit(tx, now, &act).await?;
    Ok(impact)
}

/// Deletes a draft, with its sessions; `seen` is what goes with it as whoever asks has seen it. Gives back the key of its
/// edition.
///
/// # Errors
/// It is no draft, somebody enrolled once, or waits to be told of its date; [`NotDone::Meanwhile`]; a fault.
pub async fn delete_offering(
    desk: &Desk,
    offering_id: i64,
    seen: &str,
    staff: i64,
) -> Result<String, NotDone> {
    let tx = desk.store.begin().await?;
    let programme = locked_around(&tx, offering_id).await?;
    let offered = programme.offering(offering_id).ok_or(No::NotFound)?;
    let row = &offered.row;
    if row.status() != OfferingStatus::Draft {
        return Err(wrong("", "no-draft"));
    }
    if enrolments::any_in(&tx, &[offering_id]).await? {
        return Err(wrong("", "enrolled"));
    }
    if date_requests::any_for(&tx, offering_id).await? {
        return Err(wrong("", "asked"));
    }
    check(seen, &with_offering(&tx, offered).await?)?;
    sessions::remove_of(&tx, offering_id).await?;
    offerings::remove(&tx, offering_id).await?;
    let act = Act {
        code: "delete_offering",
        actor: Actor::Staff(staff),
        subject: ("editions", programme.edition.id),
        person: None,
        detail: json!({ "edition": programme.edition.key, "key": row.key }),
        words: Some(row.title.as_deref().unwrap_or(&row.key)),
    };
    audit(&tx, desk.clock.now(), &act).await?;
    tx.commit().await?;
    Ok(programme.edition.key)
}

/// Makes an edition a draft again; `seen` is what goes with it as whoever asks has seen it.
///
/// # Errors
/// It is not shown, or somebody enrolled once; [`NotDone::Meanwhile`]; a fault.
pub async fn unpublish_edition(desk: &Desk, edition_id: i64, seen: &str, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    unpublish_edition_in(desk, &tx, edition_id, Some(seen), Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Makes it a draft again in a transaction that somebody else commits; gives back what it means for people. A file has
/// `seen` nothing: it is compared by whoever reads it.
pub(in crate::usecases) async fn unpublish_edition_in(
    desk: &Desk,
    tx: &Tx,
    edition_id: i64,
    seen: Option<&str>,
    actor: Actor,
) -> Result<Impact, NotDone> {
    let now = desk.clock.now();
    let programme = locked(tx, edition_id).await?;
    let old = &programme.edition;
    if old.status() != EditionStatus::Published {
        return Err(wrong("", "not-published"));
    }
    let ids: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    if enrolments::any_in(tx, &ids).await? {
        return Err(wrong("", "enrolled"));
    }
    if let Some(seen) = seen {
        check(seen, &with_edition(tx, &programme).await?)?;
    }
    let impact = if_edition_hidden(tx, &programme, now).await?;
    let row = Edition {
        status: EditionStatus::Draft.code().to_owned(),
        published_at: None,
        version: old.version + 1,
        ..old.clone()
    };
    editions::save(tx, row).await?;
    for offered in &programme.offerings {
        untell_date(tx, offered, now).await?;
    }
    let act = Act {
        code: "unpublish_edition",
        actor,
        subject: ("editions", old.id),
        person: None,
        detail: json!({ "edition": old.key }),
        words: Some(&old.title_it),
    };
    audit(tx, now, &act).await?;
    Ok(impact)
}
