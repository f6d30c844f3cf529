//! The address of what nobody knows of yet, its topic, whether it counts toward the rule; and the order of the
//! programme.

use std::collections::HashSet;

use serde_json::json;

use super::{Act, NotDone, audit, locked_around, wrong};
use crate::domain::change::EditFault;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::slug;
use crate::store::offerings::{self, Offering};
use crate::store::{Error, Tx};
use crate::usecases::{Actor, Desk, No};

/// What is set while nobody knows of an offering.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its word in addresses.
    pub slug: String,
    /// Whether it counts toward the rule; a course never does.
    pub counts: bool,
    /// Another topic, by its id; none = the one it has.
    pub topic: Option<i64>,
}

/// Sets it; `version` is the one that whoever asks has seen.
///
/// # Errors
/// What is wrong, at `slug` or as a whole where everybody may know of it; [`NotDone::Meanwhile`]; a fault.
pub async fn reshape_offering(
    desk: &Desk,
    offering_id: i64,
    version: i64,
    shape: &Shape,
    staff: i64,
) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    reshape_offering_in(desk, &tx, (offering_id, version), shape, Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Sets it in a transaction that somebody else commits.
pub(in crate::usecases) async fn reshape_offering_in(
    desk: &Desk,
    tx: &Tx,
    (offering_id, version): (i64, i64),
    shape: &Shape,
    actor: Actor,
) -> Result<(), NotDone> {
    let programme = locked_around(tx, offering_id).await?;
    let offered = programme.offering(offering_id).ok_or(No::NotFound)?;
    let old = &offered.row;
    if old.version != version {
        return Err(NotDone::Meanwhile);
    }
    if old.status() == OfferingStatus::Cancelled || programme.is_shown(offered) {
        return Err(wrong("", "no-draft"));
    }
    let mut taken = match old.kind() {
        Kind::Workshop => offerings::addresses_elsewhere(tx, Some(old.edition_id)).await?,
        Kind::Course => HashSet::new(),
    };
    let others = programme.offerings.iter().filter(|o| o.row.id != offering_id);
    taken.extend(others.map(|o| o.row.slug.clone()));
    // One that stands is left alone: copies shared theirs once, and something else can still change.
    let fault = slug_fault(&shape.slug, &taken).filter(|_| shape.slug != old.slug);
    if let Some(fault) = fault {
        return Err(NotDone::Faults(vec![fault]));
    }
    let new = Offering {
        slug: shape.slug.clone(),
        counts_toward_rule: shape.counts && old.kind() == Kind::Workshop,
        topic_id: shape.topic.or(old.topic_id),
        ..old.clone()
    };
    if *old == new {
        return Ok(());
    }
    let detail = json!({
        "slug": { "before": old.slug, "after": new.slug },
        "counts": { "before": old.counts_toward_rule, "after": new.counts_toward_rule },
        "topic": { "before": old.topic_id, "after": new.topic_id },
    });
    offerings::save(tx, Offering { version: old.version + 1, ..new }).await?;
    let subject = ("offerings", offering_id);
    let act = Act { code: "reshape_offering", actor, subject, person: None, detail, words: None };
    Ok(audit(tx, desk.clock.now(), &act).await?)
}

/// What is wrong with the word of an offering in addresses; `taken` are those of all others.
pub(super) fn slug_fault(slug: &str, taken: &HashSet<String>) -> Option<EditFault> {
    if !slug::fits(slug) {
        return Some(EditFault { field: "slug", code: "word" });
    }
    taken.contains(slug).then_some(EditFault { field: "slug", code: "taken" })
}

/// Puts an offering one place further up, or down, in the programme; at its end nothing changes.
///
/// # Errors
/// [`No::NotFound`]; a fault.
pub async fn move_offering(desk: &Desk, offering_id: i64, up: bool, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let programme = locked_around(&tx, offering_id).await?;
    let mut order: Vec<Offering> = programme.offerings.iter().map(|offered| offered.row.clone()).collect();
    let at = order.iter().position(|row| row.id == offering_id).ok_or(No::NotFound)?;
    let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|next| *next < order.len()) };
    let Some(other) = other else { return Ok(()) };
    order.swap(at, other);
    set_order(&tx, order).await?;
    // Places are counted from 1, as people do.
    let detail = json!({ "up": up, "position": { "before": at + 1, "after": other + 1 } });
    let subject = ("offerings", offering_id);
    let act =
        Act { code: "move_offering", actor: Actor::Staff(staff), subject, person: None, detail, words: None };
    audit(&tx, desk.clock.now(), &act).await?;
    Ok(tx.commit().await?)
}

/// Stores the order of a programme, given as all its offerings. The position is nobody's to edit: it raises no version.
pub(in crate::usecases) async fn set_order(tx: &Tx, order: Vec<Offering>) -> Result<(), Error> {
    for (position, mut row) in (0_i64..).zip(order) {
        if row.position != position {
            row.position = position;
            offerings::save(tx, row).await?;
        }
    }
    Ok(())
}
