//! Which edition is meant: the one published last, or an earlier one that still runs and that somebody is on their way
//! in.

use chrono::{DateTime, Utc};

use super::programme::{self, Programme};
use super::{Conn, Error, editions, enrolments};

/// Published editions that are not over, the one published last first.
///
/// # Errors
/// The database failed.
pub async fn running(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<Programme>, Error> {
    let mut found = Vec::new();
    for edition in editions::all(conn).await?.into_iter().filter(|edition| edition.status == "published") {
        let programme = programme::load(conn, edition).await?;
        if !programme.is_over(now) {
            found.push(programme);
        }
    }
    Ok(found)
}

/// The edition a person is on their way in: of those that still run the last in which they have an enrolment, else the
/// current one.
///
/// # Errors
/// The database failed.
pub async fn of_person(
    conn: &impl Conn,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Option<Programme>, Error> {
    let mine = enrolments::of_person(conn, person_id).await?;
    let has = |programme: &Programme| {
        let live = |offering| mine.iter().any(|e| e.offering_id == offering && e.state != "cancelled");
        programme.offerings.iter().any(|offered| live(offered.row.id))
    };
    match running(conn, now).await?.into_iter().find(has) {
        Some(programme) => Ok(Some(programme)),
        None => programme::current(conn).await,
    }
}

/// The edition that has a workshop with this address: the current one first, then those that still run.
///
/// # Errors
/// The database failed.
pub async fn with_slug(conn: &impl Conn, slug: &str, now: DateTime<Utc>) -> Result<Option<Programme>, Error> {
    let has = |programme: &Programme| programme.by_slug(slug).is_some();
    match programme::current(conn).await? {
        Some(current) if has(&current) => Ok(Some(current)),
        _ => Ok(running(conn, now).await?.into_iter().find(has)),
    }
}
