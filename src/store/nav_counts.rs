//! How much waits for the office behind an entry of its navigation. It is asked for each of its pages, so it is three
//! statements, whatever the database holds: each looks at what is open, by an index, and not at what is settled.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use sea_orm::{FromQueryResult, Statement};

use super::editions::Edition;
use super::programme::AFTERMATH;
use super::{Conn, Error, editions};
use crate::domain::register::closed_by;
use crate::domain::session::{Hours, Timing};

/// How much waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NavCounts {
    /// Tasks that are no calls, and people who say that they were there.
    pub tasks: u32,
    /// Applications for the courses of editions that run.
    pub applications: u32,
    /// People who are to be called now, however much there is to say to each.
    pub calls: u32,
    /// Registers of editions that run that were to be closed by now and are open.
    pub registers: u32,
}

#[derive(FromQueryResult)]
struct Open {
    tasks: i64,
    applications: i64,
    calls: i64,
}

/// A session whose register is open.
#[derive(FromQueryResult)]
struct Unclosed {
    date: NaiveDate,
    starts: Option<NaiveTime>,
    ends: Option<NaiveTime>,
    edition_id: i64,
}

/// Counts it.
///
/// # Errors
/// The database failed.
pub async fn of_office(conn: &impl Conn, now: DateTime<Utc>) -> Result<NavCounts, Error> {
    // A day more on either side, because of the world's zones.
    let since = (now - AFTERMATH).date_naive() - Days::new(1);
    let running = editions::held_since(conn, since, false).await?;
    let open = open(conn, &running, now).await?;
    let unclosed = unclosed(conn, &running, now.date_naive() + Days::new(1)).await?;
    let due = |session: &&Unclosed| {
        let edition = running.iter().find(|edition| edition.id == session.edition_id);
        let hours = session.starts.zip(session.ends).map(|(start, end)| Hours { start, end });
        edition.is_some_and(|edition| {
            closed_by(&Timing { date: session.date, hours, zone: edition.zone() }) <= now
        })
    };
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(NavCounts {
        tasks: number(open.tasks),
        applications: number(open.applications),
        calls: number(open.calls),
        registers: u32::try_from(unclosed.iter().filter(due).count()).unwrap_or(u32::MAX),
    })
}

/// Their ids, as a statement lists them.
fn list(editions: &[Edition]) -> String {
    let ids: Vec<String> = editions.iter().map(|edition| edition.id.to_string()).collect();
    if ids.is_empty() { "NULL".to_owned() } else { ids.join(", ") }
}

async fn open(conn: &impl Conn, running: &[Edition], now: DateTime<Utc>) -> Result<Open, Error> {
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM tasks WHERE settled_at IS NULL AND kind <> 'call')
              + (SELECT COUNT(*) FROM disputes WHERE settled_at IS NULL) AS tasks,
            (SELECT COUNT(*) FROM offerings o JOIN enrolments n ON n.offering_id = o.id AND n.state = 'applied'
                WHERE o.kind = 'course' AND o.status = 'published' AND o.edition_id IN ({})) AS applications,
            (SELECT COUNT(DISTINCT t.person_id) FROM tasks t WHERE t.settled_at IS NULL AND t.kind = 'call'
                AND EXISTS (SELECT 1 FROM calls c WHERE c.task_id = t.id AND c.due_at <= $1)) AS calls",
        list(running)
    );
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, [now.into()]);
    let nothing = Open { tasks: 0, applications: 0, calls: 0 };
    conn.query_one_raw(statement).await?.map_or(Ok(nothing), |row| Open::from_query_result(&row, ""))
}

/// Sessions up to a date that are held, or were where somebody had been marked before they were called off, and whose
/// register nobody closed.
async fn unclosed(conn: &impl Conn, running: &[Edition], until: NaiveDate) -> Result<Vec<Unclosed>, Error> {
    let sql = format!(
        "SELECT s.date AS date, s.starts AS starts, s.ends AS ends, o.edition_id AS edition_id
        FROM offerings o JOIN sessions s ON s.offering_id = o.id
        WHERE o.edition_id IN ({}) AND s.status = 'planned' AND s.date <= $1
          AND (o.status = 'published' OR o.status = 'cancelled' AND EXISTS (SELECT 1 FROM marks m
            WHERE m.session_id = s.id AND m.value <> 'cleared'
              AND m.id = (SELECT MAX(x.id) FROM marks x WHERE x.session_id = m.session_id AND x.person_id = m.person_id)))
          AND NOT EXISTS (SELECT 1 FROM registers r WHERE r.session_id = s.id AND r.undone_at IS NULL)",
        list(running)
    );
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, [until.into()]);
    let rows = conn.query_all_raw(statement).await?;
    rows.iter().map(|row| Unclosed::from_query_result(row, "")).collect()
}
