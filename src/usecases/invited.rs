//! Whom letters invite to the course of an edition, by telling them that they may take it: nobody who has done it in another
//! edition, or has a place on it there. Whoever is on the way here all the same is told.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::Outcome;
use crate::store::programme::Programme;
use crate::store::{Conn, enrolments, finished, rule};

/// Those of some people whom letters do not invite. They may take it: no guard asks this.
pub(super) async fn uninvited(
    conn: &impl Conn,
    programme: &Programme,
    people: &[i64],
    now: DateTime<Utc>,
) -> Outcome<HashSet<i64>> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let edition = programme.edition.id;
    let mut found: HashSet<i64> = finished::of_some(conn, edition, people).await?.into_keys().collect();
    found.extend(finished::on_another(conn, edition, people, now).await?);
    let ids: Vec<i64> = found.iter().copied().collect();
    // A waiver is the office's word that this course is meant for them; an enrolment in it is their own.
    for waiver in rule::waivers_in(conn, edition, Some(&ids)).await? {
        found.remove(&waiver.person_id);
    }
    if let Some(course) = programme.course() {
        for enrolment in enrolments::of_people(conn, &ids, &[course.row.id]).await? {
            if enrolment.state != "cancelled" {
                found.remove(&enrolment.person_id);
            }
        }
    }
    Ok(found)
}
