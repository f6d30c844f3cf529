//! A new edition: a draft with the rule as it was announced in 2014, without anything to enrol in.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Act, NotDone, audit};
use crate::domain::change::EditFault;
use crate::domain::edition::{EditionStatus, Rule};
use crate::domain::slug;
use crate::store::editions::{self, Edition};
use crate::store::{Conn, Error, Tx};
use crate::usecases::{Actor, Desk};

/// The longest title, as in the file of an edition.
pub const LONGEST_TITLE: usize = 200;
/// The zone of a new edition: the only one whose calendars are tested.
const ZONE: chrono_tz::Tz = chrono_tz::Europe::Rome;

/// What a new edition is called.
#[derive(Clone, Debug, Default)]
pub struct NewEdition {
    /// Its key in addresses; empty = made from the title.
    pub key: String,
    /// Italian title.
    pub title_it: String,
    /// English title.
    pub title_en: Option<String>,
}

/// The titles of an edition.
#[derive(Clone, Copy)]
pub(super) struct Titles<'a> {
    /// In Italian.
    pub(super) it: &'a str,
    /// In English; none = English pages read the Italian one.
    pub(super) en: Option<&'a str>,
}

impl<'a> Titles<'a> {
    fn of(edition: &'a Edition) -> Self {
        Self { it: &edition.title_it, en: edition.title_en.as_deref() }
    }

    /// What Italian and English pages read, to be compared.
    fn read(self) -> (String, String) {
        (self.it.to_lowercase(), self.en.unwrap_or(self.it).to_lowercase())
    }
}

/// Makes a draft; gives back its key.
///
/// # Errors
/// What is wrong with its names, each at `title-it`, `title-en` or `key`; a fault.
pub async fn create_edition(desk: &Desk, new: &NewEdition, staff: i64) -> Result<String, NotDone> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let mut row = draft(now);
    row.key = named(&tx, new).await?;
    row.title_it.clone_from(&new.title_it);
    row.title_en.clone_from(&new.title_en);
    let edition = editions::add(&tx, row).await?;
    record(&tx, now, "create_edition", &edition, None, staff).await?;
    tx.commit().await?;
    Ok(edition.key)
}

/// A draft that has no name yet.
fn draft(now: DateTime<Utc>) -> Edition {
    let mut row = Edition {
        id: 0,
        key: String::new(),
        title_it: String::new(),
        title_en: None,
        status: EditionStatus::Draft.code().to_owned(),
        zone: ZONE.name().to_owned(),
        required: 0,
        rule_version: 0,
        provisional_places: false,
        course_admission: String::new(),
        enrolment_closes: None,
        certificate_days: None,
        carry_over: false,
        lateness_minutes: None,
        signature: None,
        created_at: now,
        published_at: None,
        version: 1,
        project: None,
        city: None,
    };
    // The first version of its rule.
    row.set_rule(&Rule::announced());
    row
}

/// The key of a new edition, once nothing is wrong with its names.
pub(super) async fn named(conn: &impl Conn, new: &NewEdition) -> Result<String, NotDone> {
    let titles = Titles { it: &new.title_it, en: new.title_en.as_deref() };
    let mut faults = titles_taken(conn, titles, None).await?;
    faults.extend(title_faults(&new.title_it, new.title_en.as_deref()));
    let key = if new.key.is_empty() { free_key(conn, &new.title_it).await? } else { new.key.clone() };
    if !slug::fits(&key) {
        faults.push(EditFault { field: "key", code: "word" });
    } else if editions::by_key(conn, &key).await?.is_some() {
        faults.push(EditFault { field: "key", code: "taken" });
    }
    if faults.is_empty() { Ok(key) } else { Err(NotDone::Faults(faults)) }
}

/// What is wrong with the titles of an edition.
pub(super) fn title_faults(title_it: &str, title_en: Option<&str>) -> Vec<EditFault> {
    let mut faults = Vec::new();
    if title_it.is_empty() {
        faults.push(EditFault { field: "title-it", code: "missing" });
    } else if title_it.chars().count() > LONGEST_TITLE {
        faults.push(EditFault { field: "title-it", code: "long" });
    }
    if title_en.is_some_and(|title| title.chars().count() > LONGEST_TITLE) {
        faults.push(EditFault { field: "title-en", code: "long" });
    }
    faults
}

/// That another edition has one of these titles, however it is written; `own` is the one that asks. Pages and letters name
/// an edition by its title alone: of two with the same nobody who chooses in the browser could tell which is meant. A file
/// names editions by their key, and may bring whatever title it has.
pub(super) async fn titles_taken(
    conn: &impl Conn,
    new: Titles<'_>,
    own: Option<&Edition>,
) -> Result<Vec<EditFault>, Error> {
    let all = editions::all(conn).await?;
    let others = all.iter().filter(|other| own.is_none_or(|own| own.id != other.id));
    let others: Vec<(String, String)> = others.map(|other| Titles::of(other).read()).collect();
    let stands = own.map(|own| Titles::of(own).read()).unwrap_or_default();
    let (it, en) = new.read();
    let mut faults = Vec::new();
    // One that stands already is left alone.
    if stands.0 != it && others.iter().any(|(other, _)| *other == it) {
        faults.push(EditFault { field: "title-it", code: "taken" });
    }
    let en_taken = stands.1 != en && others.iter().any(|(_, other)| *other == en);
    // Without an English title of its own, another Italian one mends both.
    if en_taken && (faults.is_empty() || new.en.is_some()) {
        faults.push(EditFault { field: "title-en", code: "taken" });
    }
    Ok(faults)
}

/// The word of a title that no edition has yet.
async fn free_key(conn: &impl Conn, title: &str) -> Result<String, Error> {
    let taken: Vec<String> = editions::all(conn).await?.into_iter().map(|edition| edition.key).collect();
    Ok(slug::unique(title, "edizione", |word| taken.iter().any(|key| key == word)))
}

/// The row of the audit for a new edition; `from` is the one it was copied from.
pub(super) async fn record(
    tx: &Tx,
    now: DateTime<Utc>,
    code: &'static str,
    edition: &Edition,
    from: Option<i64>,
    staff: i64,
) -> Result<(), NotDone> {
    let act = Act {
        code,
        actor: Actor::Staff(staff),
        subject: ("editions", edition.id),
        person: None,
        detail: json!({ "edition": edition.key, "from": from }),
        words: Some(&edition.title_it),
    };
    Ok(audit(tx, now, &act).await?)
}
