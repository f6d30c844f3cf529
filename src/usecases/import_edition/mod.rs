//! An edition comes in by its file: made if it is new, changed where nothing depends on it, left alone where
//! nothing differs. What a change means for people is computed first; what a file may not change is refused by name,
//! and then nothing is written.

use super::audited::{self, About};
use super::change_programme::Seen;
use super::{Actor, Desk, No};
use crate::domain::edition_file::Checked;
use crate::domain::impact::Impact;
use crate::store::{Tx, editions, offerings, programme};

mod addresses;
mod besides;
mod change;
mod create;
mod known;
mod names;
mod offering;
mod plan;
mod printable;
mod refused;
mod said;
mod sense;
mod show;

pub use besides::refused_besides;
pub use refused::Refused;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// The edition is new.
    Created,
    /// These things changed, each in words.
    Changed(Vec<String>),
    /// Nothing differed.
    Nothing,
}

/// Why a file did not come in. Nothing was written.
#[derive(Debug)]
pub enum NotImported {
    /// Each thing that is refused.
    Refused(Vec<Refused>),
    /// A fault.
    No(No),
}

impl<E: Into<No>> From<E> for NotImported {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// What importing a file would do and mean.
#[derive(Clone, Debug)]
pub struct Previewed {
    /// What it would do.
    pub would: Imported,
    /// What that means for people.
    pub impact: Impact,
    /// What the file leaves out, or a name that it says otherwise, and what stands all the same, each in words. Nothing for
    /// the last file that came in, whatever the office has set since.
    pub left_out: Vec<String>,
    /// The edition as it was looked at; empty where there is none yet.
    pub seen: Vec<Seen>,
}

/// What importing a file came to.
struct Done {
    what: Imported,
    impact: Impact,
    left_out: Vec<String>,
}

impl Done {
    /// Where nothing follows for people.
    fn of(what: Imported) -> Self {
        Self { what, impact: Impact::default(), left_out: Vec::new() }
    }
}

/// Looks what importing a file would do and mean; nothing is written.
///
/// # Errors
/// The changes that are refused, all of them at once, or a fault.
pub async fn preview_import(desk: &Desk, file: &Checked) -> Result<Previewed, NotImported> {
    // The transaction is dropped, which takes everything back.
    let tx = desk.store.begin().await?;
    let seen = match editions::by_key(&tx, &file.edition.key).await? {
        Some(edition) => Seen::all(&programme::load(&tx, edition).await?),
        None => Vec::new(),
    };
    let Done { what, impact, left_out } = import_in(desk, &tx, file, &[]).await?;
    Ok(Previewed { would: what, impact, left_out, seen })
}

/// Imports a checked file: all of it, or none. `seen` is the edition as whoever asks has looked at it; empty = whatever
/// stands.
///
/// # Errors
/// The changes that are refused, all of them at once; that somebody changed the edition since; or a fault.
pub async fn import_edition(desk: &Desk, file: &Checked, seen: &[Seen]) -> Result<Imported, NotImported> {
    let tx = desk.store.begin().await?;
    let done = import_in(desk, &tx, file, seen).await?;
    tx.commit().await?;
    Ok(done.what)
}

async fn import_in(desk: &Desk, tx: &Tx, file: &Checked, seen: &[Seen]) -> Result<Done, NotImported> {
    let mut named = names::otherwise(tx, file).await?;
    let mut done = match editions::by_key(tx, &file.edition.key).await? {
        None => {
            let mut refused = printable::check(file, None, desk.policy.can_print);
            refused.extend(addresses::check(tx, file, None).await?);
            refused.extend(sense::edition(file));
            create::create(desk, tx, file, refused).await?;
            Done::of(Imported::Created)
        }
        Some(edition) => {
            let programme = programme::load(tx, edition).await?;
            let ids: Vec<i64> = programme.offerings.iter().map(|o| o.row.id).collect();
            offerings::lock(tx, &ids).await?;
            editions::lock(tx, programme.edition.id).await?;
            let edition = editions::find(tx, programme.edition.id).await?.ok_or(No::NotFound)?;
            let programme = programme::load(tx, edition).await?;
            if !seen.iter().all(|seen| seen.stands(&programme)) {
                let why = "somebody changed the edition meanwhile: import again to see what it means now";
                return Err(NotImported::Refused(vec![Refused::whole(why)]));
            }
            if known::is_known(desk, tx, file).await? {
                return Ok(Done::of(Imported::Nothing));
            }
            let mut refused = printable::check(file, Some(&programme), desk.policy.can_print);
            refused.extend(addresses::check(tx, file, Some(&programme)).await?);
            refused.extend(sense::added(file, &programme));
            change::apply(desk, tx, &programme, file, refused).await?
        }
    };
    done.left_out.append(&mut named);
    known::remember(desk, tx, file).await?;
    if done.what != Imported::Nothing {
        let edition = editions::by_key(tx, &file.edition.key).await?;
        let about =
            About { subject: "editions", subject_id: edition.map(|edition| edition.id), person_id: None };
        let detail = serde_json::json!({ "edition": file.edition.key }).to_string();
        audited::write(tx, desk.clock.now(), Actor::Command, "import_edition", about, Some(detail), None)
            .await?;
    }
    Ok(done)
}
