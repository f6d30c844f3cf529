//! The address of a draft, whether it counts toward the rule, and the order of the programme.

use serde_json::json;

use super::{Act, NotDone, audit, locked_around, wrong};
use crate::domain::change::EditFault;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::slug;
use crate::store::offerings::{self, Offering};
use crate::store::programme::Programme;
use crate::usecases::{Desk, No};

/// What is set while nobody knows of an offering.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its word in addresses.
    pub slug: String,
    /// Whether it counts toward the rule; a course never does.
    pub counts: bool,
}

/// Sets it; `version` is the one that whoever asks has seen.
///
/// # Errors
/// What is wrong, at `slug` or as a whole where it is no draft; [`NotDone::Meanwhile`]; a fault.
pub async fn reshape_offering(
    desk: &Desk,
    offering_id: i64,
    version: i64,
    shape: &Shape,
    staff: i64,
) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let programme = locked_around(&tx, offering_id).await?;
    let old = &programme.offering(offering_id).ok_or(No::NotFound)?.row;
    if old.version != version {
        return Err(NotDone::Meanwhile);
    }
    if old.status() != OfferingStatus::Draft {
        return Err(wrong("", "no-draft"));
    }
    if let Some(fault) = slug_fault(&programme, offering_id, &shape.slug) {
        return Err(NotDone::Faults(vec![fault]));
    }
    let counts = shape.counts && old.kind() == Kind::Workshop;
    if old.slug == shape.slug && old.counts_toward_rule == counts {
        return Ok(());
    }
    let detail = json!({
        "slug": { "before": old.slug, "after": shape.slug },
        "counts": { "before": old.counts_toward_rule, "after": counts },
    });
    let new = Offering {
        slug: shape.slug.clone(),
        counts_toward_rule: counts,
        version: old.version + 1,
        ..old.clone()
    };
    offerings::save(&tx, new).await?;
    let subject = ("offerings", offering_id);
    let act = Act { code: "reshape_offering", staff, subject, person: None, detail, words: None };
    audit(&tx, desk.clock.now(), &act).await?;
    Ok(tx.commit().await?)
}

/// What is wrong with the word of an offering in addresses.
pub(super) fn slug_fault(programme: &Programme, offering_id: i64, slug: &str) -> Option<EditFault> {
    if !slug::fits(slug) {
        return Some(EditFault { field: "slug", code: "word" });
    }
    let taken = programme.offerings.iter().any(|o| o.row.id != offering_id && o.row.slug == slug);
    taken.then_some(EditFault { field: "slug", code: "taken" })
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
    // The position is nobody's to edit: it raises no version.
    for (position, mut row) in (0_i64..).zip(order) {
        if row.position != position {
            row.position = position;
            offerings::save(&tx, row).await?;
        }
    }
    // Places are counted from 1, as people do.
    let detail = json!({ "up": up, "position": { "before": at + 1, "after": other + 1 } });
    let subject = ("offerings", offering_id);
    let act = Act { code: "move_offering", staff, subject, person: None, detail, words: None };
    audit(&tx, desk.clock.now(), &act).await?;
    Ok(tx.commit().await?)
}
