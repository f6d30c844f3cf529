//! M15 and M16: whoever leads tomorrow's session is reminded the evening before; the office gets its list on Mondays,
//! where something needs doing. Each is written once, by its natural key.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::open_refusals::open_refusals;
use super::post::{Addressee, Desktop, enqueue_once};
use super::remind_trainers::{Day, remind_trainers};
use super::{Desk, Outcome, Scene};
use crate::domain::letter::{DigestLine, Letter, Title};
use crate::domain::session::local_date;
use crate::domain::staff_reminder::{digest_due, next_evening, tomorrow_due};
use crate::domain::today::{Facts, today};
use crate::store::programme::Programme;
use crate::store::{Tx, day_facts, editions, outbox, people, programme, roles, sessions};

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
        let today = local_date(now, zone);
        // What was said of today yesterday evening may be otherwise since, or somebody else may lead.
        let changed = match next_evening(today, zone) {
            Some(evening) => {
                !sessions::planned_on(reader, &[today]).await?.is_empty()
                    || !sessions::changed_since(reader, evening).await?.is_empty()
            }
            None => false,
        };
        if tomorrow.is_none() && monday.is_none() && !changed {
            continue;
        }
        let programme = programme::load(reader, edition).await?;
        if changed {
            let day = Day { date: today, tomorrow: false };
            written += remind_trainers(desk, &programme, day, now).await?;
        }
        if let Some(date) = tomorrow {
            let day = Day { date, tomorrow: true };
            written += remind_trainers(desk, &programme, day, now).await?;
        }
        if let Some(monday) =
            monday.filter(|_| !programme.is_over(now) || current == Some(programme.edition.id))
        {
            written += digest(desk, &programme, monday, now).await?;
        }
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
    let mut facts: Facts = day_facts::facts(reader, programme, now, desk.policy.can_print).await?;
    facts.refused_letters = u32::try_from(open_refusals(reader, now).await?.len()).unwrap_or(u32::MAX);
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

/// Writes one letter to somebody of the staff, by its natural key.
pub(super) async fn write(
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
