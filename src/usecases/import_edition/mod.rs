//! An edition comes in by its file: made if it is new, changed where nothing depends on it, left alone where
//! nothing differs. What a change means for people is computed first; what a file may not change is refused by name,
//! and then nothing is written.

use super::audited::{self, About};
use super::change_programme::Seen;
use super::grant_role::add_staff;
use super::{Actor, Desk, No, Outcome};
use crate::domain::edition::{CourseAdmission, EditionStatus};
use crate::domain::edition_file::{Checked, CheckedOffering, CheckedSession};
use crate::domain::impact::Impact;
use crate::domain::offering::OfferingStatus;
use crate::store::editions::{self, Edition};
use crate::store::offerings::{self, Offering};
use crate::store::programme;
use crate::store::sessions::{self, Session};
use crate::store::topics::{self, Topic};
use crate::store::{Tx, people};

mod change;
mod known;
mod printable;

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

/// Why an import was refused: each reason names what it is about. Nothing was written.
#[derive(Debug)]
pub enum NotImported {
    /// Refused.
    Refused(Vec<String>),
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
    /// The edition as it was looked at; empty where there is none yet.
    pub seen: Vec<Seen>,
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
    let (would, impact) = import_in(desk, &tx, file, &[]).await?;
    Ok(Previewed { would, impact, seen })
}

/// Imports a checked file: all of it, or none. `seen` is the edition as whoever asks has looked at it; empty = whatever
/// stands.
///
/// # Errors
/// The changes that are refused, all of them at once; that somebody changed the edition since; or a fault.
pub async fn import_edition(desk: &Desk, file: &Checked, seen: &[Seen]) -> Result<Imported, NotImported> {
    let tx = desk.store.begin().await?;
    let (done, _) = import_in(desk, &tx, file, seen).await?;
    tx.commit().await?;
    Ok(done)
}

async fn import_in(
    desk: &Desk,
    tx: &Tx,
    file: &Checked,
    seen: &[Seen],
) -> Result<(Imported, Impact), NotImported> {
    let mut impact = Impact::default();
    let done = match editions::by_key(tx, &file.edition.key).await? {
        None => {
            printable::check(file, None, desk.policy.can_print)?;
            create(desk, tx, file).await?;
            Imported::Created
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
                return Err(NotImported::Refused(vec![why.to_owned()]));
            }
            if known::is_known(desk, tx, file).await? {
                return Ok((Imported::Nothing, impact));
            }
            printable::check(file, Some(&programme), desk.policy.can_print)?;
            let (changes, meant) = change::apply(desk, tx, &programme, file).await?;
            impact = meant;
            if changes.is_empty() { Imported::Nothing } else { Imported::Changed(changes) }
        }
    };
    known::remember(desk, tx, file).await?;
    if done != Imported::Nothing {
        let edition = editions::by_key(tx, &file.edition.key).await?;
        let about =
            About { subject: "editions", subject_id: edition.map(|edition| edition.id), person_id: None };
        let detail = serde_json::json!({ "edition": file.edition.key }).to_string();
        audited::write(tx, desk.clock.now(), Actor::Command, "import_edition", about, Some(detail), None)
            .await?;
    }
    Ok((done, impact))
}

async fn create(desk: &Desk, tx: &Tx, file: &Checked) -> Outcome<()> {
    let now = desk.clock.now();
    let edition = editions::add(tx, edition_row(0, file, 1, now, None)).await?;
    for (index, offering) in file.offerings.iter().enumerate() {
        let topic_id = topic_of(tx, offering).await?;
        let row = Offering {
            id: 0,
            edition_id: edition.id,
            key: offering.key.clone(),
            slug: offering.slug.clone(),
            kind: offering.kind.code().to_owned(),
            topic_id,
            title: offering.title.clone(),
            gloss_en: offering.gloss_en.clone(),
            text_it: offering.text_it.clone(),
            text_en: offering.text_en.clone(),
            fee: offering.fee.clone(),
            status: match offering.cancelled {
                true => OfferingStatus::Cancelled,
                false => status(offering.published),
            }
            .code()
            .to_owned(),
            counts_toward_rule: offering.counts_toward_rule,
            capacity: offering.capacity,
            extra: 0,
            taken: 0,
            last_position: 0,
            offers: if offering.offers_automatic { "automatic" } else { "person" }.to_owned(),
            position: i64::try_from(index).unwrap_or(i64::MAX),
            created_at: now,
            version: 1,
        };
        let row = offerings::add(tx, row).await?;
        let of = i64::try_from(offering.sessions.len()).unwrap_or(1);
        for session in &offering.sessions {
            let public_uid = Some(desk.random.token());
            let new = Session { public_uid, ..session_row(0, row.id, of, session) };
            let stored = sessions::add(tx, new).await?;
            set_trainers(desk, tx, file, stored.id, session).await?;
        }
    }
    Ok(())
}

/// The row an edition's file asks for.
fn edition_row(
    id: i64,
    file: &Checked,
    rule_version: i64,
    now: chrono::DateTime<chrono::Utc>,
    before: Option<&Edition>,
) -> Edition {
    let (edition, rule) = (&file.edition, &file.edition.rule);
    let published_before = before.and_then(|b| b.published_at);
    let status = match (edition.published, before.map(Edition::status)) {
        (true, Some(EditionStatus::Archived)) => EditionStatus::Archived,
        (true, _) => EditionStatus::Published,
        (false, _) => EditionStatus::Draft,
    };
    Edition {
        id,
        key: edition.key.clone(),
        title_it: edition.title_it.clone(),
        title_en: edition.title_en.clone(),
        status: status.code().to_owned(),
        zone: edition.zone.name().to_owned(),
        required: i64::from(rule.required),
        rule_version,
        provisional_places: rule.provisional_places,
        course_admission: if rule.course_admission == CourseAdmission::ByDecision {
            "decision"
        } else {
            "immediate"
        }
        .to_owned(),
        enrolment_closes: rule.enrolment_closes,
        certificate_days: rule.certificate_days.map(i64::from),
        carry_over: rule.carry_over,
        lateness_minutes: rule.lateness_minutes.map(i64::from),
        signature: edition.signature.clone(),
        version: before.map_or(1, |b| b.version),
        created_at: before.map_or(now, |b| b.created_at),
        published_at: if edition.published { published_before.or(Some(now)) } else { None },
        project: edition.project.clone(),
        city: edition.city.clone(),
    }
}

fn status(published: bool) -> OfferingStatus {
    if published { OfferingStatus::Published } else { OfferingStatus::Draft }
}

fn session_row(id: i64, offering_id: i64, of: i64, session: &CheckedSession) -> Session {
    Session {
        id,
        offering_id,
        number: session.number,
        of,
        date: session.date,
        starts: session.hours.map(|h| h.start),
        ends: session.hours.map(|h| h.end),
        place: session.place.clone(),
        status: if session.cancelled { "cancelled" } else { "planned" }.to_owned(),
        version: 1,
        public_uid: None,
        public_sequence: 0,
        changed_at: None,
    }
}

/// The topic a workshop names, made if it is new; its title is the workshop's until somebody gives it another.
async fn topic_of(tx: &Tx, offering: &CheckedOffering) -> Outcome<Option<i64>> {
    let Some(key) = &offering.topic else { return Ok(None) };
    if let Some(mut topic) = topics::by_key(tx, key).await? {
        if topic.title.is_none() && offering.title.is_some() {
            topic.title.clone_from(&offering.title);
            topic.gloss_en.clone_from(&offering.gloss_en);
            let id = topic.id;
            topics::save(tx, topic).await?;
            return Ok(Some(id));
        }
        return Ok(Some(topic.id));
    }
    let row =
        Topic { id: 0, key: key.clone(), title: offering.title.clone(), gloss_en: offering.gloss_en.clone() };
    Ok(Some(topics::add(tx, row).await?.id))
}

/// Makes the people a file names lead a session; gives back how many are new. Nobody is taken off by a file.
async fn set_trainers(
    desk: &Desk,
    tx: &Tx,
    file: &Checked,
    session_id: i64,
    session: &CheckedSession,
) -> Outcome<usize> {
    let leading = sessions::trainers(tx, session_id).await?;
    let mut added = 0;
    for email in &session.trainers {
        let named = file.trainers.iter().find(|trainer| trainer.email == *email);
        let person = match people::by_email(tx, email.as_str()).await? {
            Some(person) => person,
            None => {
                add_staff(
                    tx,
                    desk,
                    email,
                    named.map_or("", |t| t.given_name.as_str()),
                    named.map_or("", |t| t.family_name.as_str()),
                )
                .await?
            }
        };
        if !leading.contains(&person.id) {
            sessions::add_trainer(tx, session_id, person.id).await?;
            added += 1;
        }
    }
    Ok(added)
}
