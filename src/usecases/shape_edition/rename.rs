//! What an edition is called, who signs its letters, what its papers print of it. Letters that wait keep the name
//! they were written with.

use serde_json::json;

use super::create::{LONGEST_TITLE, Titles, title_faults, titles_taken};
use super::{Act, NotDone, audit, locked, wrong};
use crate::domain::certificate::CanPrint;
use crate::domain::change::{EditFault, check_printed};
use crate::domain::edition::EditionStatus;
use crate::domain::impact::{Impact, TextLine};
use crate::store::editions::{self, Edition};
use crate::store::{Conn, Error, Tx};
use crate::usecases::{Actor, Desk, No};

/// The names of an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Italian title.
    pub title_it: String,
    /// English title.
    pub title_en: Option<String>,
    /// Who signs its letters; none = whoever signs all letters.
    pub signature: Option<String>,
    /// The project it is part of, as certificates print it.
    pub project: Option<String>,
    /// The city it is held in, as certificates print it.
    pub city: Option<String>,
}

impl Names {
    /// What stands.
    pub fn of(edition: &Edition) -> Self {
        Self {
            title_it: edition.title_it.clone(),
            title_en: edition.title_en.clone(),
            signature: edition.signature.clone(),
            project: edition.project.clone(),
            city: edition.city.clone(),
        }
    }
}

/// What is wrong with names, each at its field.
fn faults(names: &Names) -> Vec<EditFault> {
    let mut faults = title_faults(&names.title_it, names.title_en.as_deref());
    let lines = [("signature", &names.signature), ("project", &names.project), ("city", &names.city)];
    for (field, text) in lines {
        if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_TITLE) {
            faults.push(EditFault { field, code: "long" });
        }
    }
    faults
}

/// What certificates would print of them and cannot; a line that stands already is left alone.
fn not_printable(old: &Edition, names: &Names, can_print: CanPrint) -> Vec<EditFault> {
    let printed = [("project", &names.project, &old.project), ("city", &names.city, &old.city)];
    let fault = |(field, to, stands): (&'static str, &Option<String>, &Option<String>)| {
        check_printed(field, to.as_deref(), stands.as_deref(), can_print)
    };
    printed.into_iter().filter_map(fault).collect()
}

/// What is wrong with them beside what stands: a title of another edition, what cannot be printed.
async fn beside_others(
    conn: &impl Conn,
    old: &Edition,
    names: &Names,
    can_print: CanPrint,
) -> Result<Vec<EditFault>, Error> {
    let titles = Titles { it: &names.title_it, en: names.title_en.as_deref() };
    let mut faults = titles_taken(conn, titles, Some(old)).await?;
    faults.extend(not_printable(old, names, can_print));
    Ok(faults)
}

/// What it would mean to set them; nothing is saved. No letter and no calendar follows: what was written stays.
///
/// # Errors
/// As for setting them.
pub async fn if_renamed(
    desk: &Desk,
    edition_id: i64,
    version: i64,
    names: &Names,
) -> Result<Impact, NotDone> {
    let faults = faults(names);
    if !faults.is_empty() {
        return Err(NotDone::Faults(faults));
    }
    let old = editions::find(desk.store.reader(), edition_id).await?.ok_or(No::NotFound)?;
    if old.status() == EditionStatus::Archived {
        return Err(wrong("", "archived"));
    }
    if old.version != version {
        return Err(NotDone::Meanwhile);
    }
    let faults = beside_others(desk.store.reader(), &old, names, desk.policy.can_print).await?;
    if faults.is_empty() { Ok(meant(&old, names)) } else { Err(NotDone::Faults(faults)) }
}

/// What everybody reads of an edition that is shown, where that differs.
fn meant(old: &Edition, names: &Names) -> Impact {
    if old.status() == EditionStatus::Draft {
        return Impact::default();
    }
    let fields = [
        ("edition-title-it", Some(&old.title_it), Some(&names.title_it)),
        ("edition-title-en", old.title_en.as_ref(), names.title_en.as_ref()),
    ];
    Impact { texts: TextLine::differing(None, fields), ..Impact::default() }
}

/// Sets them; `version` is the one that whoever asks has seen. The same names change nothing.
///
/// # Errors
/// What is wrong, at `title-it`, `title-en`, `signature`, `project` or `city`; [`NotDone::Meanwhile`]; a fault.
pub async fn rename_edition(
    desk: &Desk,
    edition_id: i64,
    version: i64,
    names: &Names,
    staff: i64,
) -> Result<(), NotDone> {
    let faults = faults(names);
    if !faults.is_empty() {
        return Err(NotDone::Faults(faults));
    }
    let tx = desk.store.begin().await?;
    let old = locked(&tx, edition_id).await?.edition;
    if old.version != version {
        return Err(NotDone::Meanwhile);
    }
    let faults = beside_others(&tx, &old, names, desk.policy.can_print).await?;
    if !faults.is_empty() {
        return Err(NotDone::Faults(faults));
    }
    rename_in(desk, &tx, &old, names, Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Sets them in a transaction that somebody else commits; `old` is the edition as it stands in it. Gives back what that
/// means.
pub(in crate::usecases) async fn rename_in(
    desk: &Desk,
    tx: &Tx,
    old: &Edition,
    names: &Names,
    actor: Actor,
) -> Result<Impact, NotDone> {
    let new = Edition {
        title_it: names.title_it.clone(),
        title_en: names.title_en.clone(),
        signature: names.signature.clone(),
        project: names.project.clone(),
        city: names.city.clone(),
        version: old.version + 1,
        ..old.clone()
    };
    let said = said(old, &new);
    if said.is_empty() {
        return Ok(Impact::default());
    }
    let (fields, words): (Vec<&str>, Vec<String>) = said.into_iter().unzip();
    editions::save(tx, new).await?;
    let words = words.join("\n");
    let act = Act {
        code: "rename_edition",
        actor,
        subject: ("editions", old.id),
        person: None,
        detail: json!({ "fields": fields }),
        words: Some(&words),
    };
    audit(tx, desk.clock.now(), &act).await?;
    Ok(meant(old, names))
}

/// The fields that differ, each with what it said and says.
fn said(old: &Edition, new: &Edition) -> Vec<(&'static str, String)> {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    [
        ("title-it", old.title_it.clone(), new.title_it.clone()),
        ("title-en", text(&old.title_en), text(&new.title_en)),
        ("signature", text(&old.signature), text(&new.signature)),
        ("project", text(&old.project), text(&new.project)),
        ("city", text(&old.city), text(&new.city)),
    ]
    .into_iter()
    .filter(|(_, before, after)| before != after)
    .map(|(field, before, after)| (field, format!("{before} → {after}")))
    .collect()
}
