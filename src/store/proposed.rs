//! Who is proposed for the certificate of a course: of everybody, no more than the decision and the counts look at. What a
//! row says besides is read by `qualified`, for whoever is shown.

use std::collections::{HashMap, HashSet};

use sea_orm::{FromQueryResult, Statement};

use super::programme::{Offered, Programme};
use super::qualified::{CanPrint, days, printable};
use super::{Conn, Error, registers};
use crate::domain::attendance::Mark;
use crate::domain::enrolment::State;
use crate::domain::qualification::{Existing, Facts, Printable, Readiness, readiness};
use crate::domain::text::folded;

/// Somebody who is, or was, on the course.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The person.
    pub person_id: i64,
    /// What the program proposes; the name is looked at where it is all that is left.
    pub readiness: Readiness,
    /// Whether they were asked about their name.
    pub asked: bool,
    /// Whether they said that it is right, or put it right.
    pub answered: bool,
    /// Whether they have an address.
    pub has_email: bool,
}

/// One row per person: what is read.
#[derive(FromQueryResult)]
struct Row {
    id: i64,
    given_name: String,
    family_name: String,
    email: Option<String>,
    /// Of the live enrolment in the course.
    state: Option<String>,
    /// What counts of them at the sessions of the course: `12 present;13 absent`.
    marked: Option<String>,
    /// Their last certificate of the course: `valid` or `revoked`.
    certificate: Option<String>,
    /// Whether they were asked about their name: `asked` or `answered`.
    name_check: Option<String>,
}

/// Reads everybody who has a live enrolment in the course, was marked at one of its days, or has a certificate of it;
/// by surname.
///
/// # Errors
/// The database failed.
pub async fn of_everybody(
    conn: &impl Conn,
    programme: &Programme,
    can_print: CanPrint,
) -> Result<Vec<Proposed>, Error> {
    let Some(course) = programme.course() else { return Ok(Vec::new()) };
    let sessions: Vec<i64> = course.sessions.iter().map(|session| session.id).collect();
    let closed = registers::of_sessions(conn, &sessions).await?;
    let effective: HashSet<i64> =
        closed.iter().filter(|r| r.took_effect_at.is_some()).map(|r| r.session_id).collect();
    let values = [course.row.id.into(), programme.edition.id.into()];
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql(&sessions), values);
    let mut rows = Vec::new();
    for row in conn.query_all_raw(statement).await? {
        rows.push(Row::from_query_result(&row, "")?);
    }
    rows.sort_by_cached_key(|row| (folded(&row.family_name), folded(&row.given_name), row.id));
    let needed = programme.edition.rule().certificate_days;
    Ok(rows.iter().filter_map(|row| proposed(course, &effective, needed, row, can_print)).collect())
}

/// $1 is the course, $2 the edition. Ids are numbers of ours: nothing to escape.
fn sql(sessions: &[i64]) -> String {
    let sessions: Vec<String> = sessions.iter().map(i64::to_string).collect();
    let sessions = if sessions.is_empty() { "0".to_owned() } else { sessions.join(", ") };
    format!(
        "SELECT p.id AS id, p.given_name AS given_name, p.family_name AS family_name, p.email AS email,
            e.state AS state,
            (SELECT string_agg(CAST(a.session_id AS TEXT) || ' ' || a.value, ';') FROM attendance a
                WHERE a.person_id = p.id AND a.session_id IN ({sessions})) AS marked,
            (SELECT CASE WHEN c.revoked_at IS NULL THEN 'valid' ELSE 'revoked' END FROM certificates c
                WHERE c.person_id = p.id AND c.offering_id = $1 AND c.replaced_at IS NULL
                ORDER BY c.id DESC LIMIT 1) AS certificate,
            (SELECT CASE WHEN n.void_at > n.asked_at THEN 'again'
                    WHEN n.answered_at IS NULL OR n.void_at IS NOT NULL THEN 'asked' ELSE 'answered' END
                FROM name_checks n
                WHERE n.person_id = p.id AND n.edition_id = $2) AS name_check
         FROM persons p LEFT JOIN enrolments e
            ON e.person_id = p.id AND e.offering_id = $1 AND e.state <> 'cancelled'
         WHERE p.erased_at IS NULL AND p.id IN (
            SELECT person_id FROM enrolments WHERE offering_id = $1 AND state <> 'cancelled'
            UNION SELECT person_id FROM certificates WHERE offering_id = $1 AND replaced_at IS NULL
            UNION SELECT person_id FROM attendance WHERE session_id IN ({sessions}))
          AND EXISTS (SELECT 1 FROM enrolments x JOIN offerings o ON o.id = x.offering_id
            WHERE x.person_id = p.id AND o.edition_id = $2)"
    )
}

/// What is proposed; none = they are not of the course.
fn proposed(
    course: &Offered,
    effective: &HashSet<i64>,
    needed: Option<u32>,
    row: &Row,
    can_print: CanPrint,
) -> Option<Proposed> {
    let marks = marks(row.marked.as_deref().unwrap_or_default());
    let enrolment = row.state.as_deref().and_then(|state| State::from_codes(state, None));
    let enrolled = enrolment.is_some_and(|state| !state.is_pending());
    if !enrolled && row.certificate.is_none() && !marks.values().any(|mark| mark.counts()) {
        return None;
    }
    let mut facts = Facts {
        enrolment,
        days: days(course, effective, &marks),
        needed,
        name: Printable::Yes,
        existing: match row.certificate.as_deref() {
            None => Existing::None,
            Some("revoked") => Existing::Revoked,
            Some(_) => Existing::Valid,
        },
    };
    let mut found = readiness(&facts);
    // To look for every letter of a name in every font takes longer than all the rest.
    if found == Readiness::Ready {
        let name = format!("{} {}", row.given_name, row.family_name);
        facts.name = printable(name.trim(), can_print);
        found = readiness(&facts);
    }
    Some(Proposed {
        person_id: row.id,
        readiness: found,
        asked: row.name_check.as_deref().is_some_and(|check| check != "again"),
        answered: row.name_check.as_deref() == Some("answered"),
        has_email: row.email.is_some(),
    })
}

fn marks(marked: &str) -> HashMap<i64, Mark> {
    let mark = |part: &str| {
        let (session, code) = part.split_once(' ')?;
        Some((session.parse().ok()?, Mark::from_code(code)?))
    };
    marked.split(';').filter_map(mark).collect()
}
