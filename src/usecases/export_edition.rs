//! An edition goes out as the file it can come in again: what is stored, nothing else; no people but those who lead.

use std::collections::{BTreeMap, BTreeSet};

use super::{Desk, No, Outcome};
use crate::domain::edition::EditionStatus;
use crate::domain::edition_file::{Checked, CheckedEdition, CheckedOffering, CheckedSession, CheckedTrainer};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::person::EmailAddress;
use crate::domain::session::Hours;
use crate::domain::waiting_list::Offers;
use crate::store::people::{self, Person};
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{editions, sessions};

/// What the file of an edition says; importing it changes nothing.
///
/// # Errors
/// [`No::NotFound`] for a key nobody has; a fault.
pub async fn export_edition(desk: &Desk, key: &str) -> Outcome<Checked> {
    let reader = desk.store.reader();
    let edition = editions::by_key(reader, key).await?.ok_or(No::NotFound)?;
    let programme = programme::load(reader, edition).await?;
    let mut leading: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for session in programme.offerings.iter().flat_map(|offered| &offered.sessions) {
        leading.insert(session.id, sessions::trainers(reader, session.id).await?);
    }
    let ids: BTreeSet<i64> = leading.values().flatten().copied().collect();
    let known = people::some(reader, &ids.into_iter().collect::<Vec<_>>()).await?;
    let named: BTreeMap<i64, CheckedTrainer> =
        known.iter().filter_map(|person| Some((person.id, trainer(person)?))).collect();
    let edition = &programme.edition;
    let mut trainers: Vec<CheckedTrainer> = named.values().cloned().collect();
    trainers.sort_by(|a, b| a.email.cmp(&b.email));
    Ok(Checked {
        edition: CheckedEdition {
            key: edition.key.clone(),
            title_it: edition.title_it.clone(),
            title_en: edition.title_en.clone(),
            project: edition.project.clone(),
            city: edition.city.clone(),
            zone: edition.zone(),
            published: edition.status() != EditionStatus::Draft,
            archived: edition.status() == EditionStatus::Archived,
            rule: edition.rule(),
            signature: edition.signature.clone(),
        },
        offerings: programme
            .offerings
            .iter()
            .map(|offered| offering(&programme, offered, &leading, &named))
            .collect(),
        trainers,
    })
}

/// Whoever leads, as a file names them: one who was entered by an address alone is named by it. None for somebody without
/// an address.
fn trainer(person: &Person) -> Option<CheckedTrainer> {
    let email = EmailAddress::parse(person.email.as_deref()?).ok()?;
    let (local, domain) = email.as_str().split_once('@').unwrap_or((email.as_str(), "-"));
    let or = |name: &str, otherwise: &str| if name.is_empty() { otherwise } else { name }.to_owned();
    // A file's names have eighty characters at most, an address may have more.
    let short = |text: String| text.chars().take(80).collect::<String>();
    Some(CheckedTrainer {
        given_name: short(or(&person.given_name, local)),
        family_name: short(or(&person.family_name, domain)),
        email,
    })
}

fn offering(
    programme: &Programme,
    offered: &Offered,
    leading: &BTreeMap<i64, Vec<i64>>,
    named: &BTreeMap<i64, CheckedTrainer>,
) -> CheckedOffering {
    let row = &offered.row;
    // A workshop's topic is always there; one without it would be named by its own key.
    let topic = || offered.topic.as_ref().map_or_else(|| row.key.clone(), |topic| topic.key.clone());
    CheckedOffering {
        key: row.key.clone(),
        slug: row.slug.clone(),
        kind: row.kind(),
        topic: (row.kind() == Kind::Workshop).then(topic),
        title: row.title.clone(),
        gloss_en: row.gloss_en.clone(),
        text_it: row.text_it.clone(),
        text_en: row.text_en.clone(),
        fee: row.fee.clone(),
        published: row.status() != OfferingStatus::Draft,
        cancelled: row.status() == OfferingStatus::Cancelled,
        counts_toward_rule: row.counts_toward_rule,
        capacity: row.capacity,
        offers_automatic: programme.offers(offered) == Offers::Automatic,
        sessions: offered.sessions.iter().map(|one| session(one, leading, named)).collect(),
    }
}

fn session(
    session: &Session,
    leading: &BTreeMap<i64, Vec<i64>>,
    named: &BTreeMap<i64, CheckedTrainer>,
) -> CheckedSession {
    let led_by = leading.get(&session.id).map_or(&[][..], Vec::as_slice);
    let mut trainers: Vec<EmailAddress> =
        led_by.iter().filter_map(|id| named.get(id)).map(|trainer| trainer.email.clone()).collect();
    trainers.sort();
    CheckedSession {
        number: session.number,
        date: session.date,
        hours: session.starts.zip(session.ends).map(|(start, end)| Hours { start, end }),
        place: session.place.clone(),
        cancelled: session.is_cancelled(),
        trainers,
    }
}
