//! M15 and M16: whoever leads tomorrow's session is reminded the evening before; the office gets its list on Mondays,
//! where something needs doing. Each is written once, by its natural key.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::post::{Addressee, Desktop, enqueue_once};
use super::{Desk, Outcome, Scene};
use crate::domain::letter::{DigestLine, Letter, Title};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::session::local_date;
use crate::domain::staff_reminder::{digest_due, tomorrow_due};
use crate::domain::today::{Facts, today};
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Tx, day_facts, editions, enrolments, outbox, people, programme, roles, sessions};

/// Writes what is due; gives back how many letters.
///
/// # Errors
/// A fault; what was written before it stays.
pub async fn remind_staff(desk: &Desk) -> Outcome<usize> {
    let reader = desk.store.reader();
    let now = desk.clock.now();
    let mut written = 0;
    let current = editions::current(reader).await?.map(|edition| edition.id);
    for edition in editions::all(reader).await?.into_iter().filter(|e| e.status == "published") {
        let zone = edition.zone();
        let (tomorrow, monday) = (tomorrow_due(now, zone), digest_due(now, zone));
        if tomorrow.is_none() && monday.is_none() {
            continue;
        }
        let programme = programme::load(reader, edition).await?;
        if let Some(date) = tomorrow {
            written += trainers(desk, &programme, date, now).await?;
        }
        if let Some(monday) =
            monday.filter(|_| !programme.is_over(now) || current == Some(programme.edition.id))
        {
            written += digest(desk, &programme, monday, now).await?;
        }
    }
    Ok(written)
}

async fn trainers(desk: &Desk, programme: &Programme, date: NaiveDate, now: DateTime<Utc>) -> Outcome<usize> {
    let mut written = 0;
    for offered in programme.offerings.iter().filter(|o| o.row.status() == OfferingStatus::Published) {
        let tomorrow = |session: &&Session| session.date == Some(date) && !session.is_cancelled();
        for session in offered.sessions.iter().filter(tomorrow) {
            written += one_session(desk, programme, offered, session, now).await?;
        }
    }
    Ok(written)
}

async fn one_session(
    desk: &Desk,
    programme: &Programme,
    offered: &Offered,
    session: &Session,
    now: DateTime<Utc>,
) -> Outcome<usize> {
    let reader = desk.store.reader();
    let mut written = 0;
    for trainer in sessions::trainers(reader, session.id).await? {
        let key = format!("tomorrow-{trainer}-{}-{}", session.id, session.date.unwrap_or_default());
        if outbox::has_key(reader, &key).await? {
            continue;
        }
        let expected = enrolments::in_offerings(reader, &[offered.row.id])
            .await?
            .iter()
            .filter(|enrolment| matches!(enrolment.state.as_str(), "confirmed" | "provisional"))
            .count();
        let letter = Letter::TomorrowInTheRoom {
            session: offered.session_facts(session),
            course: offered.row.kind() == Kind::Course,
            session_id: session.id,
            expected: u32::try_from(expected).unwrap_or(u32::MAX),
        };
        let tx = desk.store.begin().await?;
        written += usize::from(write(desk, &tx, programme, trainer, letter, &key, now).await?);
        tx.commit().await?;
    }
    Ok(written)
}

async fn digest(desk: &Desk, programme: &Programme, monday: NaiveDate, now: DateTime<Utc>) -> Outcome<usize> {
    let reader = desk.store.reader();
    let admins = roles::admins(reader).await?;
    let mut wanting = Vec::new();
    for admin in admins {
        let key = format!("digest-{}-{}-{monday}", admin.id, programme.edition.id);
        if !outbox::has_key(reader, &key).await? {
            wanting.push((admin, key));
        }
    }
    if wanting.is_empty() {
        return Ok(0);
    }
    let facts: Facts = day_facts::facts(reader, programme, now, desk.policy.can_print).await?;
    let list = today(&facts, local_date(now, programme.zone()));
    if list.lines.is_empty() {
        return Ok(0);
    }
    let lines: Vec<DigestLine> = list
        .lines
        .iter()
        .map(|line| {
            let offered = if line.what.is_about_offering() {
                line.about.and_then(|id| programme.offering(id))
            } else {
                line.about.and_then(|id| programme.session(id)).map(|(offered, _)| offered)
            };
            DigestLine {
                what: line.what.code().to_owned(),
                count: line.count,
                people: line.people,
                date: line.date,
                title: offered
                    .map(|o| o.title().unwrap_or(Title { nth: o.nth, ..Title::default() }))
                    .unwrap_or_default(),
            }
        })
        .collect();
    let (edition, mut written) = (&programme.edition, 0);
    for (admin, key) in wanting {
        let letter = Letter::Digest {
            lines: lines.clone(),
            more: u32::try_from(list.more).unwrap_or(u32::MAX),
            edition: edition.title_it.clone(),
            key: edition.key.clone(),
        };
        let tx = desk.store.begin().await?;
        written += usize::from(write(desk, &tx, programme, admin.id, letter, &key, now).await?);
        tx.commit().await?;
    }
    Ok(written)
}

async fn write(
    desk: &Desk,
    tx: &Tx,
    programme: &Programme,
    person_id: i64,
    letter: Letter,
    key: &str,
    now: DateTime<Utc>,
) -> Outcome<bool> {
    let Some(person) = people::find(tx, person_id).await? else { return Ok(false) };
    let Some(addressee) = Addressee::person(&person) else { return Ok(false) };
    let scene = Scene { desk, tx, programme, now, actor: super::Actor::Job };
    let sender = scene.sender();
    let desktop = Desktop { tx, sender: &sender, season: "", random: &desk.random, now };
    enqueue_once(&desktop, addressee, letter, person.id, key, TimeDelta::zero()).await
}
