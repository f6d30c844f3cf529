//! Last season once more: the same workshops and course as drafts, without dates, without hours, without people.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::NotDone;
use super::create::{NewEdition, named, record};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::slug;
use crate::store::editions::{self, Edition};
use crate::store::offerings::{self, Offering};
use crate::store::programme::{self, Offered};
use crate::store::sessions::{self, Session};
use crate::store::topics::{self, Topic};
use crate::store::{Error, Tx};
use crate::usecases::{Desk, No};

/// Copies the edition of a key; gives back the key of the new one. Keys, titles, texts, places, rooms and the rule
/// are the same; a workshop that has a title has the same topic, which counts once for the rule, and each workshop an
/// address of its own: mails and calendars lead to the old one.
///
/// # Errors
/// [`No::NotFound`] for a key nobody has; what is wrong with the names of the new one; a fault.
pub async fn copy_edition(
    desk: &Desk,
    from: &str,
    new: &NewEdition,
    with_trainers: bool,
    staff: i64,
) -> Result<String, NotDone> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let old = editions::by_key(&tx, from).await?.ok_or(No::NotFound)?;
    let key = named(&tx, new).await?;
    let programme = programme::load(&tx, old).await?;
    let old = &programme.edition;
    let row = Edition {
        id: 0,
        key,
        title_it: new.title_it.clone(),
        title_en: new.title_en.clone(),
        status: EditionStatus::Draft.code().to_owned(),
        rule_version: 1,
        enrolment_closes: None,
        created_at: now,
        published_at: None,
        version: 1,
        ..old.clone()
    };
    let edition = editions::add(&tx, row).await?;
    let mut taken = offerings::addresses_elsewhere(&tx, None).await?;
    // The course keeps its own, and no workshop beside it gets that.
    let courses = programme.offerings.iter().filter(|offered| offered.row.kind() == Kind::Course);
    taken.extend(courses.map(|offered| offered.row.slug.clone()));
    let all = offerings::all(&tx).await?;
    for offered in &programme.offerings {
        let slug = address(&offered.row, &all, &taken);
        taken.insert(slug.clone());
        offering(desk, &tx, &edition, (offered, slug), with_trainers, now).await?;
    }
    record(&tx, now, "copy_edition", &edition, Some(old.id), staff).await?;
    tx.commit().await?;
    Ok(edition.key)
}

/// The word of a copy in addresses: that of the old one with a number, until nobody has it. A number that the old one got
/// as a copy itself is counted on (`ascolto-2` becomes `ascolto-3`); one that is part of its name stays (`modulo-2` becomes
/// `modulo-2-2`). A number and no year: two editions may be held in one.
fn address(old: &Offering, all: &[Offering], taken: &HashSet<String>) -> String {
    if old.kind() == Kind::Course {
        return old.slug.clone();
    }
    let numbered = old.slug.rsplit_once('-').filter(|(_, tail)| matches!(tail.parse(), Ok(2_u32..=99)));
    // A copy has the key of what it was copied from.
    let copied_from = |head: &str| {
        all.iter()
            .any(|other| other.edition_id != old.edition_id && other.key == old.key && other.slug == head)
    };
    let head = match numbered {
        Some((head, _)) if copied_from(head) => head,
        _ => &old.slug,
    };
    slug::unique(head, "workshop", |word| taken.contains(word))
}

async fn offering(
    desk: &Desk,
    tx: &Tx,
    edition: &Edition,
    (offered, slug): (&Offered, String),
    with_trainers: bool,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let old = &offered.row;
    let row = Offering {
        id: 0,
        edition_id: edition.id,
        slug,
        topic_id: topic(tx, edition, offered).await?,
        status: OfferingStatus::Draft.code().to_owned(),
        extra: 0,
        taken: 0,
        last_position: 0,
        created_at: now,
        version: 1,
        ..old.clone()
    };
    let row = offerings::add(tx, row).await?;
    let mut held: Vec<&Session> = offered.sessions.iter().filter(|session| !session.is_cancelled()).collect();
    if held.is_empty() {
        // All were called off: there is one at least to begin with.
        held.extend(offered.sessions.first());
    }
    let of = i64::try_from(held.len()).unwrap_or(1);
    let mut copies: HashMap<i64, i64> = HashMap::new();
    for (number, session) in (1..).zip(held) {
        let new = Session {
            of,
            place: session.place.clone(),
            public_uid: Some(desk.random.token()),
            changed_at: Some(now),
            ..Session::added(row.id, number)
        };
        copies.insert(session.id, sessions::add(tx, new).await?.id);
    }
    if with_trainers {
        for (old, new) in copies {
            for person in sessions::trainers(tx, old).await? {
                sessions::add_trainer(tx, new, person).await?;
            }
        }
    }
    Ok(())
}

/// The topic of a copy: the same one where the workshop has a title, else one of its own, for nobody knows yet what it
/// will be about.
async fn topic(tx: &Tx, edition: &Edition, offered: &Offered) -> Result<Option<i64>, Error> {
    if offered.row.topic_id.is_none() || offered.row.title.is_some() {
        return Ok(offered.row.topic_id);
    }
    new_topic(tx, edition, &offered.row.key).await.map(|topic| Some(topic.id))
}

/// A topic that nobody has named yet, with a key of its own.
pub(super) async fn new_topic(tx: &Tx, edition: &Edition, offering: &str) -> Result<Topic, Error> {
    let wished = format!("{}-{offering}", edition.key);
    let mut key = slug::slug(&wished);
    let mut number = 2_u32;
    while topics::by_key(tx, &key).await?.is_some() {
        key = slug::unique(&format!("{number} {wished}"), "tema", |_| false);
        number += 1;
    }
    topics::add(tx, Topic { id: 0, key, title: None, gloss_en: None }).await
}
