//! What the office's list of a day looks at, loaded for one edition.

use chrono::{DateTime, Utc};

use super::programme::Programme;
use super::{Conn, Error, date_requests, enrolments, outbox, registers, tasks};
use crate::domain::today::Facts;

/// Loads them for an edition.
///
/// # Errors
/// The database failed.
pub async fn facts(reader: &impl Conn, programme: &Programme, now: DateTime<Utc>) -> Result<Facts, Error> {
    let undated: Vec<i64> = programme
        .workshops()
        .filter(|w| w.row.counts_toward_rule && w.row.status == "published" && w.first_date().is_none())
        .map(|w| w.row.id)
        .collect();
    let sessions: Vec<i64> =
        programme.offerings.iter().flat_map(|o| o.sessions.iter().map(|s| s.id)).collect();
    let closed: Vec<i64> =
        registers::of_sessions(reader, &sessions).await?.iter().map(|r| r.session_id).collect();
    let mut facts = Facts {
        undated: u32::try_from(undated.len()).unwrap_or(u32::MAX),
        wait_for_date: u32::try_from(date_requests::count_open(reader, &undated).await?).unwrap_or(u32::MAX),
        first_day: programme.first_day(),
        refused_letters: u32::try_from(outbox::count_refused(reader).await?).unwrap_or(u32::MAX),
        ..Facts::default()
    };
    for offered in programme.offerings.iter().filter(|offered| programme.is_shown(offered)) {
        for session in offered.sessions.iter().filter(|s| !s.is_cancelled() && !closed.contains(&s.id)) {
            let over = session.timing(offered.zone).is_some_and(|t| t.ends_at() <= now);
            if let Some(date) = session.date.filter(|_| over) {
                facts.open_registers.push((session.id, date));
            }
        }
        let begun = offered.starts_at().is_some_and(|start| start <= now);
        let free = offered.row.seats().free().unwrap_or(0);
        // Where the program offers by itself there is nothing to do.
        if offered.row.offers == "automatic" {
            continue;
        }
        if free > 0 && !begun && enrolments::first_in_line(reader, offered.row.id).await?.is_some() {
            facts.places_to_give.push((
                offered.row.id,
                free,
                enrolments::waiting_ahead(reader, offered.row.id, None).await?,
            ));
        }
    }
    for task in tasks::open_of(reader, programme.edition.id).await?.iter().filter(|t| t.kind == "unmarked") {
        let Some(session) = task.session_id else { continue };
        match facts.unmarked.iter_mut().find(|(id, _)| *id == session) {
            Some((_, count)) => *count += 1,
            None => facts.unmarked.push((session, 1)),
        }
    }
    facts.open_registers.sort_by_key(|(_, date)| *date);
    Ok(facts)
}
