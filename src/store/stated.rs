//! What papers that were given say of a session, and whether a statement still says what the register says.

use super::certificates::{self, Certificate};
use super::programme::{Offered, Programme};
use super::qualified::held;
use super::sessions::Session;
use super::{Conn, Error, attendance};
use crate::domain::attendance::Mark;
use crate::domain::offering::Kind;

/// What the valid certificate of somebody for the course of an edition states about a session: whether they attended it.
/// None where there is none, or where it says nothing of it: of workshops, of whatever edition, it lists only those that
/// led to the course.
///
/// # Errors
/// The database failed.
pub async fn by_certificate(
    conn: &impl Conn,
    programme: &Programme,
    person_id: i64,
    (offered, session): (&Offered, &Session),
) -> Result<Option<bool>, Error> {
    let Some(course) = programme.course() else { return Ok(None) };
    let Some(certificate) = certificates::valid_of(conn, person_id, course.row.id).await? else {
        return Ok(None);
    };
    let awarded = certificate.awarded()?;
    Ok(match offered.row.kind() {
        Kind::Workshop => awarded.workshops.iter().any(|w| Some(w.date) == session.date).then_some(true),
        Kind::Course => {
            // A held day keeps its date. Two of them may have the same one: their order tells them apart.
            let at = held(offered).iter().position(|day| day.id == session.id);
            let here = at.and_then(|at| awarded.days.get(at)).filter(|day| day.date == session.date);
            let day = here.or_else(|| awarded.days.iter().find(|day| day.date == session.date));
            day.map(|day| day.attended)
        }
    })
}

/// Whether somebody was given a statement of a workshop, by themselves or by the office, that says that they attended
/// this session. One that nobody fetched was never made.
///
/// # Errors
/// The database failed.
pub async fn by_statement(
    conn: &impl Conn,
    person_id: i64,
    (offered, session): (&Offered, &Session),
) -> Result<bool, Error> {
    if offered.row.kind() != Kind::Workshop {
        return Ok(false);
    }
    match certificates::valid_of(conn, person_id, offered.row.id).await? {
        Some(row) => Ok(row.awarded()?.days.iter().any(|day| day.attended && day.date == session.date)),
        None => Ok(false),
    }
}

/// Whether the register still says of every day of a statement that it was attended.
///
/// # Errors
/// The database failed.
pub async fn stands(conn: &impl Conn, row: &Certificate, offered: &Offered) -> Result<bool, Error> {
    let rows = attendance::effective_of(conn, &[row.person_id]).await?;
    let counts = |value: &str| Mark::from_code(value).is_some_and(Mark::counts);
    let been = |session: &Session| rows.iter().any(|r| r.session_id == session.id && counts(&r.value));
    let awarded = row.awarded()?;
    let mut stated = awarded.days.iter().filter(|day| day.attended);
    Ok(stated.all(|day| offered.sessions.iter().any(|s| s.date == day.date && been(s))))
}
