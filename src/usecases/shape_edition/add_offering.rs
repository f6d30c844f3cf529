//! One more workshop, or the course: a draft with one session without a date.

use serde_json::json;

use super::copy::new_topic;
use super::reshape::slug_fault;
use super::topic::for_title;
use super::{Act, NotDone, audit, locked};
use crate::domain::certificate::CanPrint;
use crate::domain::change::{EditFault, check_printed};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::slug;
use crate::store::Tx;
use crate::store::editions::Edition;
use crate::store::offerings::{self, Offering};
use crate::store::programme::Programme;
use crate::store::sessions::{self, Session};
use crate::usecases::change_programme::title_stands;
use crate::usecases::{Actor, Desk, Outcome};

/// The longest title, as in the file of an edition.
const LONGEST_TITLE: usize = 300;

/// What is to be added.
#[derive(Clone, Debug)]
pub struct NewOffering {
    /// A workshop, or the course.
    pub kind: Kind,
    /// Its title; none = to come.
    pub title: Option<String>,
    /// Its word in addresses; empty = made from the title.
    pub slug: String,
}

/// Adds it at the end of the programme; gives back its id. A workshop with the title of one of an earlier season has the
/// same topic, which counts once for the rule.
///
/// # Errors
/// What is wrong, at `kind`, `title` or `slug`; a fault.
pub async fn add_offering(
    desk: &Desk,
    edition_id: i64,
    new: &NewOffering,
    staff: i64,
) -> Result<i64, NotDone> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let programme = locked(&tx, edition_id).await?;
    let key = free_key(&programme, new.kind);
    let mut taken = offerings::addresses_elsewhere(&tx, Some(edition_id)).await?;
    taken.extend(programme.offerings.iter().map(|offered| offered.row.slug.clone()));
    let slug = match new.slug.is_empty() {
        true => slug::unique(new.title.as_deref().unwrap_or(&key), &key, |word| taken.contains(word)),
        false => new.slug.clone(),
    };
    let mut faults = faults(&programme, new, desk.policy.can_print);
    faults.extend(slug_fault(&slug, &taken));
    if !faults.is_empty() {
        return Err(NotDone::Faults(faults));
    }
    let topic_id = match (new.kind, new.title.as_deref()) {
        (Kind::Course, _) => None,
        (Kind::Workshop, Some(title)) => Some(for_title(&tx, &programme.edition, (title, None), &key).await?),
        (Kind::Workshop, None) => Some(new_topic(&tx, &programme.edition, &key).await?.id),
    };
    let row = Offering {
        id: 0,
        edition_id,
        key,
        slug,
        kind: new.kind.code().to_owned(),
        topic_id,
        title: new.title.clone(),
        gloss_en: None,
        text_it: None,
        text_en: None,
        fee: None,
        status: OfferingStatus::Draft.code().to_owned(),
        counts_toward_rule: new.kind == Kind::Workshop,
        capacity: None,
        extra: 0,
        taken: 0,
        last_position: 0,
        offers: if new.kind == Kind::Workshop { "automatic" } else { "person" }.to_owned(),
        position: programme.offerings.iter().map(|o| o.row.position + 1).max().unwrap_or(0),
        created_at: now,
        version: 1,
    };
    let first = vec![Session::added(0, 1)];
    let id = store_offering(desk, &tx, &programme.edition, (row, first), Actor::Staff(staff)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Stores an offering that is new in its edition, with its sessions, in a transaction that somebody else commits;
/// gives back its id.
pub(in crate::usecases) async fn store_offering(
    desk: &Desk,
    tx: &Tx,
    edition: &Edition,
    (row, held): (Offering, Vec<Session>),
    actor: Actor,
) -> Outcome<i64> {
    let now = desk.clock.now();
    let row = offerings::add(tx, row).await?;
    for session in held {
        let public_uid = Some(desk.random.token());
        let new = Session { offering_id: row.id, public_uid, changed_at: Some(now), ..session };
        sessions::add(tx, new).await?;
    }
    let act = Act {
        code: "add_offering",
        actor,
        subject: ("offerings", row.id),
        person: None,
        detail: json!({ "edition": edition.key, "key": row.key, "kind": row.kind }),
        words: None,
    };
    audit(tx, now, &act).await?;
    Ok(row.id)
}

fn faults(programme: &Programme, new: &NewOffering, can_print: CanPrint) -> Vec<EditFault> {
    let mut found = Vec::new();
    let mut fault = |field, code| found.push(EditFault { field, code });
    if new.kind == Kind::Course {
        if programme.offerings.iter().any(|offered| offered.row.kind() == Kind::Course) {
            fault("kind", "course-twice");
        } else if programme.edition.required == 0 {
            fault("kind", "course-without-rule");
        }
    }
    if new.title.as_ref().is_some_and(|title| title.chars().count() > LONGEST_TITLE) {
        fault("title", "long");
    }
    if new.title.as_deref().is_some_and(|title| title_stands(programme, title, None)) {
        fault("title", "taken");
    }
    found.extend(check_printed("title", new.title.as_deref(), None, can_print));
    found
}

fn free_key(programme: &Programme, kind: Kind) -> String {
    let taken = |word: &str| programme.offerings.iter().any(|offered| offered.row.key == word);
    match kind {
        Kind::Course => slug::unique("corso", "corso", taken),
        Kind::Workshop => {
            slug::unique(&format!("workshop-{}", programme.workshops().count() + 1), "workshop", taken)
        }
    }
}
