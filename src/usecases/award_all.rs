//! Publishes the certificate of everybody who is ready: a person asks for it, a job does some at a time and goes on
//! after a restart. Running twice changes nothing: each one asks again whether they are ready. What fails for one person
//! holds up nobody else, and is tried again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::audited::{self, About};
use super::award_certificate::course_of;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::qualification::{Readiness, readiness};
use crate::domain::refusal::Refusal;
use crate::store::certificate_batches::{self as batches, Batch};
use crate::store::programme::Programme;
use crate::store::{Conn, editions, offerings, people, programme, proposed};

/// How many are published in one round of the jobs.
pub const AT_ONCE: usize = 10;
/// How long a request rests of which nothing could be published.
const REST: TimeDelta = TimeDelta::minutes(1);

/// What failed since the program was started: a fault is logged once, however often it is met again.
#[derive(Debug, Default)]
pub struct Trouble {
    logged: BTreeSet<(i64, Option<i64>)>,
    resting: BTreeMap<i64, DateTime<Utc>>,
}

impl Trouble {
    /// A fault about one person of a request, or about all of it.
    fn note(&mut self, batch: i64, person: Option<i64>, error: &No) {
        if self.logged.insert((batch, person)) {
            tracing::error!(%error, batch, person, "a certificate could not be published; it is tried again");
        }
    }
}

/// Asks for it; gives back how many it will be. While one is under way a second changes nothing.
///
/// # Errors
/// [`Refusal::NobodyReady`], or [`No::NotFound`].
pub async fn ask(desk: &Desk, edition_id: i64, staff: i64) -> Outcome<i64> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let course = course_of(&tx, edition_id).await?;
    offerings::lock(&tx, &[course]).await?;
    let last = batches::last_of(&tx, edition_id).await?;
    if let Some(running) = last.filter(|batch| batch.finished_at.is_none()) {
        return Ok(running.total);
    }
    let programme = programme_of(&tx, course).await?;
    let total = i64::try_from(ready(desk, &tx, &programme, staff).await?.len()).unwrap_or(i64::MAX);
    if total == 0 {
        return Err(Refusal::NobodyReady.into());
    }
    let row = Batch { id: 0, edition_id, asked_by: staff, asked_at: now, total, done: 0, finished_at: None };
    let row = batches::add(&tx, row).await?;
    let about = About { subject: "certificate_batches", subject_id: Some(row.id), person_id: None };
    let detail = serde_json::json!({ "total": total }).to_string();
    audited::write(&tx, now, Actor::Staff(staff), "publish_certificates", about, Some(detail), None).await?;
    tx.commit().await?;
    Ok(total)
}

/// Goes on with what was asked for: some certificates of each, until nobody is left. Gives back how many were
/// published.
///
/// # Errors
/// It could not be read what is to be done; faults of one request are noted, and the others go on.
pub async fn go_on(desk: &Desk, trouble: &mut Trouble) -> Outcome<usize> {
    let now = desk.clock.now();
    let mut done = 0;
    for batch in batches::open(desk.store.reader()).await? {
        if trouble.resting.get(&batch.id).is_some_and(|until| now < *until) {
            continue;
        }
        match some_of(desk, &batch, trouble).await {
            Ok(published) => done += published,
            Err(error) => {
                trouble.note(batch.id, None, &error);
                trouble.resting.insert(batch.id, now + REST);
            }
        }
    }
    Ok(done)
}

/// Some certificates of one request; whoever failed before comes last.
async fn some_of(desk: &Desk, batch: &Batch, trouble: &mut Trouble) -> Outcome<usize> {
    let reader = desk.store.reader();
    let Some(edition) = editions::find(reader, batch.edition_id).await? else { return Ok(0) };
    let programme = programme::load(reader, edition).await?;
    let mut left = ready(desk, reader, &programme, batch.asked_by).await?;
    if left.is_empty() {
        finish(desk, batch).await?;
        return Ok(0);
    }
    left.sort_by_key(|person_id| trouble.logged.contains(&(batch.id, Some(*person_id))));
    let (mut done, mut failed) = (0, false);
    for person_id in left {
        match one(desk, batch, person_id).await {
            Ok(published) => done += usize::from(published),
            Err(error) => {
                trouble.note(batch.id, Some(person_id), &error);
                failed = true;
            }
        }
        if done == AT_ONCE {
            break;
        }
    }
    if failed && done == 0 {
        trouble.resting.insert(batch.id, desk.clock.now() + REST);
    }
    Ok(done)
}

/// Ends a request, if under the lock of the course there is still nobody left to publish for.
async fn finish(desk: &Desk, batch: &Batch) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    match course_of(&tx, batch.edition_id).await {
        Ok(course) => {
            offerings::lock(&tx, &[course]).await?;
            let programme = programme_of(&tx, course).await?;
            if !ready(desk, &tx, &programme, batch.asked_by).await?.is_empty() {
                return Ok(());
            }
        }
        // Without a course there is nothing to wait for.
        Err(No::NotFound) => {}
        Err(other) => return Err(other),
    }
    batches::finish(&tx, batch.id, desk.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Who is ready now, by surname; nobody publishes their own.
async fn ready(desk: &Desk, conn: &impl Conn, programme: &Programme, staff: i64) -> Outcome<Vec<i64>> {
    let all = proposed::of_everybody(conn, programme, desk.policy.can_print).await?;
    let is_ready = |one: &&proposed::Proposed| one.person_id != staff && one.readiness == Readiness::Ready;
    Ok(all.iter().filter(is_ready).map(|one| one.person_id).collect())
}

/// One certificate of a batch, counted in the same transaction; false where the person is not ready any more.
async fn one(desk: &Desk, batch: &Batch, person_id: i64) -> Outcome<bool> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let course = course_of(&tx, batch.edition_id).await?;
    offerings::lock(&tx, &[course]).await?;
    people::lock(&tx, &[person_id]).await?;
    let programme = programme_of(&tx, course).await?;
    let actor = Actor::Staff(batch.asked_by);
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    let candidate = match scene.candidate(person_id).await {
        Ok(candidate) => candidate,
        Err(No::NotFound) => return Ok(false),
        Err(other) => return Err(other),
    };
    if readiness(&candidate.facts) != Readiness::Ready {
        return Ok(false);
    }
    scene.award(&candidate).await?;
    batches::count_one(&tx, batch.id).await?;
    tx.commit().await?;
    Ok(true)
}
