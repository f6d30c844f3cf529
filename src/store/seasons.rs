//! Which edition is meant: the one published last, or an earlier one that still runs and that somebody is on their way
//! in.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Utc};

use super::enrolments::{self, Enrolment};
use super::programme::{self, AFTERMATH, Programme};
use super::{Conn, Error, certificates, editions, offerings, rule};
use crate::domain::award::Validity;
use crate::domain::edition::EditionStatus;
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::session::KEPT_IN_CALENDARS;

/// Published editions that are not over, the one published last first.
///
/// # Errors
/// The database failed.
pub async fn running(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<Programme>, Error> {
    // A day more than that on either side of the world's zones: what is over is decided below.
    let since = (now - AFTERMATH).date_naive() - Days::new(1);
    let mut found = Vec::new();
    for edition in editions::held_since(conn, since, false).await? {
        let programme = programme::load(conn, edition).await?;
        if !programme.is_over(now) {
            found.push(programme);
        }
    }
    Ok(found)
}

/// Editions that public calendars go on showing, the oldest first: whoever subscribed keeps a day for a year, whatever was
/// published or put away since; and the current one.
///
/// # Errors
/// The database failed.
pub async fn in_calendars(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<Programme>, Error> {
    let since = (now - KEPT_IN_CALENDARS).date_naive() - Days::new(1);
    let mut found = Vec::new();
    for edition in editions::held_since(conn, since, true).await? {
        found.push(programme::load(conn, edition).await?);
    }
    found.reverse();
    if let Some(current) = programme::current(conn).await?
        && !found.iter().any(|programme| programme.edition.id == current.edition.id)
    {
        found.push(current);
    }
    Ok(found)
}

/// The editions that are a person's: those that still run and in which they have an enrolment that counts, the oldest
/// first, then the current one. An unconfirmed sign-up, which anybody could send, opens none.
///
/// # Errors
/// The database failed.
pub async fn of_person(
    conn: &impl Conn,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Programme>, Error> {
    let mut mine = Vec::new();
    for enrolment in enrolments::of_person(conn, person_id).await? {
        let state = enrolment.state()?;
        if !state.is_pending() && !matches!(state, State::Cancelled(_)) {
            mine.push(enrolment.offering_id);
        }
    }
    let has = |programme: &Programme| programme.offerings.iter().any(|o| mine.contains(&o.row.id));
    let mut found: Vec<Programme> = running(conn, now).await?.into_iter().filter(has).collect();
    found.reverse();
    if let Some(current) = programme::current(conn).await?
        && !found.iter().any(|programme| programme.edition.id == current.edition.id)
    {
        found.push(current);
    }
    Ok(found)
}

/// The editions besides some in which somebody has, or had, a place or a position, or a certificate, over or not; the newest
/// first.
///
/// # Errors
/// The database failed.
pub async fn behind(conn: &impl Conn, person_id: i64, besides: &[i64]) -> Result<Vec<Programme>, Error> {
    let mut own = enrolments::of_person(conn, person_id).await?;
    own.retain(|e| e.state != "cancelled" && !e.state.starts_with("pending"));
    let mine: Vec<i64> = own.iter().map(|enrolment| enrolment.offering_id).collect();
    let offered = offerings::some(conn, &mine).await?;
    let mut ids: BTreeSet<i64> = offered.iter().map(|offering| offering.edition_id).collect();
    ids.extend(certificates::of_person(conn, person_id).await?.iter().map(|paper| paper.edition_id));
    let mut found = Vec::new();
    for id in ids.into_iter().rev().filter(|id| !besides.contains(id)) {
        let edition = editions::find(conn, id).await?;
        if let Some(edition) = edition.filter(|edition| edition.status() != EditionStatus::Draft) {
            found.push(programme::load(conn, edition).await?);
        }
    }
    Ok(found)
}

/// Whether anything of somebody ever stood in an edition: also a place they gave up, or an application that was declined.
///
/// # Errors
/// The database failed.
pub async fn had_part(conn: &impl Conn, person_id: i64, programme: &Programme) -> Result<bool, Error> {
    let own = enrolments::of_person(conn, person_id).await?;
    let real =
        |e: &Enrolment| !e.state.starts_with("pending") && e.cancel_reason.as_deref() != Some("unconfirmed");
    Ok(own.iter().any(|e| real(e) && programme.offering(e.offering_id).is_some()))
}

/// The editions besides this one in which somebody is on their way: what they attended in it may count there. One they
/// have no part in says nothing to them.
///
/// # Errors
/// The database failed.
pub async fn elsewhere(
    conn: &impl Conn,
    person_id: i64,
    edition_id: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Programme>, Error> {
    let own = enrolments::of_person(conn, person_id).await?;
    let counts = |e: &&Enrolment| e.state != "cancelled" && !e.state.starts_with("pending");
    let mut found = of_person(conn, person_id, now).await?;
    found.retain(|programme| {
        let takes_part = own.iter().filter(counts).any(|e| programme.offering(e.offering_id).is_some());
        takes_part && programme.edition.id != edition_id
    });
    Ok(found)
}

/// The editions besides this one in which somebody has what rests on what they attended, over or not: the fact that the
/// rule was reached, or a valid certificate.
///
/// # Errors
/// The database failed.
pub async fn resting(conn: &impl Conn, person_id: i64, edition_id: i64) -> Result<Vec<Programme>, Error> {
    let facts = rule::reached_of(conn, person_id).await?;
    let mut ids: BTreeSet<i64> = facts.iter().map(|fact| fact.edition_id).collect();
    let papers = certificates::of_person(conn, person_id).await?;
    let valid = papers.iter().filter(|p| p.kind() == Kind::Course && p.validity() == Validity::Valid);
    ids.extend(valid.map(|paper| paper.edition_id));
    ids.remove(&edition_id);
    let mut found = Vec::new();
    for id in ids {
        if let Some(edition) = editions::find(conn, id).await? {
            found.push(programme::load(conn, edition).await?);
        }
    }
    Ok(found)
}

/// A published edition by its key, also one that is over.
///
/// # Errors
/// The database failed.
pub async fn named(conn: &impl Conn, key: &str) -> Result<Option<Programme>, Error> {
    match editions::by_key(conn, key).await? {
        Some(edition) if edition.status() != EditionStatus::Draft => {
            Ok(Some(programme::load(conn, edition).await?))
        }
        _ => Ok(None),
    }
}

/// The edition that has a workshop with this address: of somebody signed in their own first, else the current one, then
/// those that still run.
///
/// # Errors
/// The database failed.
pub async fn with_slug(
    conn: &impl Conn,
    slug: &str,
    person_id: Option<i64>,
    now: DateTime<Utc>,
) -> Result<Option<Programme>, Error> {
    let has = |programme: &Programme| programme.by_slug(slug).is_some();
    let mut all = match person_id {
        Some(person_id) => of_person(conn, person_id, now).await?,
        None => programme::current(conn).await?.into_iter().collect(),
    };
    if !all.iter().any(has) {
        all = running(conn, now).await?;
    }
    Ok(all.into_iter().find(has))
}
