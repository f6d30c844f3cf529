//! Who has done the course in another edition: they have its certificate, or attended the days that earn it; and who has a
//! place on one that is not over. Nobody is invited to the course a second time.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::attendance::{self, Attendance};
use super::offerings::{self, Offering};
use super::sessions::{self, Session};
use super::{Conn, Error, certificates, editions, enrolments};
use crate::domain::attendance::Mark;
use crate::domain::edition::EditionStatus;
use crate::domain::offering::{Kind, OfferingStatus};

/// The edition in which each of some people has done it, none = of everybody; of several that of a certificate, or the last
/// one. `attended` is what counts of them, with the sessions and offerings it is about.
///
/// # Errors
/// The database failed.
pub(super) async fn elsewhere(
    conn: &impl Conn,
    edition_id: i64,
    who: Option<&[i64]>,
    attended: &[Attendance],
    sessions: &HashMap<i64, Session>,
    offerings: &HashMap<i64, Offering>,
) -> Result<HashMap<i64, i64>, Error> {
    let mut days: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for row in attended {
        let Some(session) = sessions.get(&row.session_id).filter(|session| !session.is_cancelled()) else {
            continue;
        };
        let Some(offering) = offerings.get(&session.offering_id) else { continue };
        let counts = Mark::from_code(&row.value).is_some_and(Mark::counts);
        if counts && offering.kind() == Kind::Course && offering.edition_id != edition_id {
            *days.entry((row.person_id, offering.edition_id)).or_default() += 1;
        }
    }
    let needed = needed(conn, days.keys().map(|(_, edition)| *edition).collect()).await?;
    let mut found = HashMap::new();
    for ((person, edition), attended) in days {
        if needed.get(&edition).is_some_and(|needed| attended >= *needed) {
            found.insert(person, edition);
        }
    }
    found.extend(certificates::elsewhere(conn, edition_id, who).await?);
    Ok(found)
}

/// The same of some people, of whom nothing was read yet.
///
/// # Errors
/// The database failed.
pub async fn of_some(conn: &impl Conn, edition_id: i64, people: &[i64]) -> Result<HashMap<i64, i64>, Error> {
    let attended = attendance::effective_of(conn, people).await?;
    let ids: BTreeSet<i64> = attended.iter().map(|row| row.session_id).collect();
    let held = sessions::some(conn, &ids.into_iter().collect::<Vec<_>>()).await?;
    let ids: BTreeSet<i64> = held.iter().map(|session| session.offering_id).collect();
    let offered = offerings::some(conn, &ids.into_iter().collect::<Vec<_>>()).await?;
    let held: HashMap<i64, Session> = held.into_iter().map(|session| (session.id, session)).collect();
    let offered: HashMap<i64, Offering> =
        offered.into_iter().map(|offering| (offering.id, offering)).collect();
    elsewhere(conn, edition_id, Some(people), &attended, &held, &offered).await
}

/// Those of some people who have a place for good on the course of another edition, which is not over.
///
/// # Errors
/// The database failed.
pub async fn on_another(
    conn: &impl Conn,
    edition_id: i64,
    people: &[i64],
    now: DateTime<Utc>,
) -> Result<HashSet<i64>, Error> {
    let mut running = Vec::new();
    for course in offerings::all(conn).await? {
        let other = course.kind() == Kind::Course && course.edition_id != edition_id;
        if other && course.status() == OfferingStatus::Published && is_running(conn, &course, now).await? {
            running.push(course.id);
        }
    }
    let found = enrolments::of_people(conn, people, &running).await?;
    Ok(found.into_iter().filter(|row| row.state == "confirmed").map(|row| row.person_id).collect())
}

/// Whether a course has a day that is not over.
async fn is_running(conn: &impl Conn, course: &Offering, now: DateTime<Utc>) -> Result<bool, Error> {
    let Some(edition) = editions::find(conn, course.edition_id).await? else { return Ok(false) };
    let to_come = |session: &Session| {
        let over = session.timing(edition.zone()).is_some_and(|timing| timing.ends_at() <= now);
        !session.is_cancelled() && !over
    };
    let days = sessions::of_offerings(conn, &[course.id]).await?;
    Ok(edition.status() == EditionStatus::Published && days.iter().any(to_come))
}

/// How many days earn the certificate of some editions, where that is said.
async fn needed(conn: &impl Conn, ids: BTreeSet<i64>) -> Result<HashMap<i64, i64>, Error> {
    let mut needed = HashMap::new();
    for id in ids {
        if let Some(days) = editions::find(conn, id).await?.and_then(|edition| edition.certificate_days) {
            needed.insert(id, days);
        }
    }
    Ok(needed)
}
