//! What a file brings that is not there yet: an edition with all it offers, an offering, a topic, people who lead.

use chrono::{DateTime, Utc};

use super::show::hindered;
use super::{NotImported, Refused};
use crate::domain::edition::{CourseAdmission, EditionStatus};
use crate::domain::edition_file::{Checked, CheckedOffering, CheckedSession};
use crate::domain::offering::OfferingStatus;
use crate::domain::person::EmailAddress;
use crate::store::editions::{self, Edition};
use crate::store::offerings::{self, Offering};
use crate::store::programme::{self, Programme};
use crate::store::sessions::{self, Session};
use crate::store::topics::{self, Topic};
use crate::store::{Tx, people};
use crate::usecases::grant_role::add_staff;
use crate::usecases::shape_edition::lead::lead_in;
use crate::usecases::{Actor, Desk, Outcome};

/// Stores an edition as its file says, also one that was shown or put away elsewhere: nobody here knows of it yet. What it
/// shows has to be ready, as on the office's pages. `refused` is what was found of it before.
pub(super) async fn create(
    desk: &Desk,
    tx: &Tx,
    file: &Checked,
    mut refused: Vec<Refused>,
) -> Result<(), NotImported> {
    let now = desk.clock.now();
    let edition = editions::add(tx, edition_row(file, now)).await?;
    for (position, wanted) in (0_i64..).zip(&file.offerings) {
        let status = match (wanted.cancelled, wanted.published) {
            (true, _) => OfferingStatus::Cancelled,
            (false, true) => OfferingStatus::Published,
            (false, false) => OfferingStatus::Draft,
        };
        let row = Offering { position, ..offering_row(tx, edition.id, wanted, status, now).await? };
        let row = offerings::add(tx, row).await?;
        for session in session_rows(wanted) {
            let public_uid = Some(desk.random.token());
            sessions::add(tx, Session { offering_id: row.id, public_uid, ..session }).await?;
        }
    }
    let programme = programme::load(tx, edition).await?;
    refused.extend(hindered(&programme, now));
    if !refused.is_empty() {
        return Err(NotImported::Refused(refused));
    }
    Ok(lead(desk, tx, file, &programme).await?)
}

/// The row an edition's file asks for.
fn edition_row(file: &Checked, now: DateTime<Utc>) -> Edition {
    let (edition, rule) = (&file.edition, &file.edition.rule);
    let status = match (edition.archived, edition.published) {
        (true, _) => EditionStatus::Archived,
        (false, true) => EditionStatus::Published,
        (false, false) => EditionStatus::Draft,
    };
    let admission = match rule.course_admission {
        CourseAdmission::ByDecision => "decision",
        CourseAdmission::Immediate => "immediate",
    };
    Edition {
        id: 0,
        key: edition.key.clone(),
        title_it: edition.title_it.clone(),
        title_en: edition.title_en.clone(),
        status: status.code().to_owned(),
        zone: edition.zone.name().to_owned(),
        required: i64::from(rule.required),
        rule_version: 1,
        provisional_places: rule.provisional_places,
        course_admission: admission.to_owned(),
        enrolment_closes: rule.enrolment_closes,
        certificate_days: rule.certificate_days.map(i64::from),
        carry_over: rule.carry_over,
        lateness_minutes: rule.lateness_minutes.map(i64::from),
        signature: edition.signature.clone(),
        version: 1,
        created_at: now,
        published_at: edition.published.then_some(now),
        project: edition.project.clone(),
        city: edition.city.clone(),
    }
}

/// The row of an offering that is new, at the beginning of the programme; its topic is made if it is new.
pub(super) async fn offering_row(
    tx: &Tx,
    edition_id: i64,
    wanted: &CheckedOffering,
    status: OfferingStatus,
    now: DateTime<Utc>,
) -> Outcome<Offering> {
    Ok(Offering {
        id: 0,
        edition_id,
        key: wanted.key.clone(),
        slug: wanted.slug.clone(),
        kind: wanted.kind.code().to_owned(),
        topic_id: topic_of(tx, wanted).await?,
        title: wanted.title.clone(),
        gloss_en: wanted.gloss_en.clone(),
        text_it: wanted.text_it.clone(),
        text_en: wanted.text_en.clone(),
        fee: wanted.fee.clone(),
        status: status.code().to_owned(),
        counts_toward_rule: wanted.counts_toward_rule,
        capacity: wanted.capacity,
        extra: 0,
        taken: 0,
        last_position: 0,
        offers: if wanted.offers_automatic { "automatic" } else { "person" }.to_owned(),
        position: 0,
        created_at: now,
        version: 1,
    })
}

/// The rows of the sessions of an offering that is new; it is filled in by whoever stores them.
pub(super) fn session_rows(wanted: &CheckedOffering) -> Vec<Session> {
    let of = i64::try_from(wanted.sessions.len()).unwrap_or(1);
    let row = |session: &CheckedSession| Session {
        id: 0,
        of,
        date: session.date,
        starts: session.hours.map(|hours| hours.start),
        ends: session.hours.map(|hours| hours.end),
        place: session.place.clone(),
        status: if session.cancelled { "cancelled" } else { "planned" }.to_owned(),
        ..Session::added(0, session.number)
    };
    wanted.sessions.iter().map(row).collect()
}

/// The topic a workshop names, made if it is new; its title is the workshop's until somebody gives it another.
pub(super) async fn topic_of(tx: &Tx, offering: &CheckedOffering) -> Outcome<Option<i64>> {
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

/// Makes the people a file names lead their sessions, where they do not yet, as the office does on its pages: who was given
/// a register stands in the audit. Nobody is taken off by a file.
pub(super) async fn lead(desk: &Desk, tx: &Tx, file: &Checked, programme: &Programme) -> Outcome<()> {
    let mut leading: Vec<(i64, i64)> = Vec::new();
    for wanted in &file.offerings {
        let Some(offered) = programme.offerings.iter().find(|o| o.row.key == wanted.key) else { continue };
        for session in &wanted.sessions {
            let Some(row) = offered.sessions.iter().find(|s| s.number == session.number) else { continue };
            for email in &session.trainers {
                leading.push((row.id, leader(desk, tx, file, email).await?));
            }
        }
    }
    // All of them at once and in one order.
    let people: Vec<i64> = leading.iter().map(|(_, person)| *person).collect();
    people::lock(tx, &people).await?;
    for (session, person) in leading {
        lead_in(desk, tx, session, person, Actor::Command).await?;
    }
    Ok(())
}

/// Somebody who leads, by their address; made under the name the file gives where nobody knows the address.
async fn leader(desk: &Desk, tx: &Tx, file: &Checked, email: &EmailAddress) -> Outcome<i64> {
    if let Some(person) = people::by_email(tx, email.as_str()).await? {
        return Ok(person.id);
    }
    let named = file.trainers.iter().find(|trainer| trainer.email == *email);
    let (given, family) = named.map_or(("", ""), |t| (t.given_name.as_str(), t.family_name.as_str()));
    Ok(add_staff(tx, desk, email, given, family).await?.id)
}
