//! Applications for a course that the office declined: the last word about it, as long as no other enrolment in the same
//! course came after.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, Statement};

use super::enrolments::{self, Enrolment, HistoryRow};
use super::{Conn, Error};

/// A refusal, as the enrolment's history tells it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Declined {
    /// Who had applied.
    pub person_id: i64,
    /// When it was declined.
    pub at: DateTime<Utc>,
    /// The text with the reason.
    pub text_id: Option<i64>,
}

const DECLINED: &str = "SELECT e.person_id AS person_id, h.at AS at, h.text_id AS text_id
    FROM enrolments e JOIN enrolment_history h ON h.enrolment_id = e.id
    WHERE e.offering_id = $1 AND e.state = 'cancelled'
    AND h.from_state = 'applied' AND h.to_state = 'cancelled' AND h.reason = 'by_staff'
    AND NOT EXISTS (SELECT 1 FROM enrolments later
        WHERE later.offering_id = e.offering_id AND later.person_id = e.person_id AND later.id > e.id)";

/// Everybody's in a course, by person.
///
/// # Errors
/// The database failed.
pub async fn in_course(conn: &impl Conn, course: i64) -> Result<HashMap<i64, Declined>, Error> {
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), DECLINED, [course.into()]);
    let rows = conn.query_all_raw(statement).await?;
    let declined: Result<Vec<Declined>, Error> =
        rows.iter().map(|row| Declined::from_query_result(row, "")).collect();
    Ok(declined?.into_iter().map(|row| (row.person_id, row)).collect())
}

/// One person's in a course.
///
/// # Errors
/// The database failed.
pub async fn of_person(conn: &impl Conn, course: i64, person_id: i64) -> Result<Option<Declined>, Error> {
    let sql = format!("{DECLINED} AND e.person_id = $2");
    let values = [course.into(), person_id.into()];
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    conn.query_one_raw(statement).await?.map(|row| Declined::from_query_result(&row, "")).transpose()
}

/// What the history calls the end of an application that was declined, in the place of the reason that is stored.
pub const NOT_ACCEPTED: &str = "not_accepted";

/// Why those of some enrolments that the office ended did, by their history.
///
/// # Errors
/// The database failed.
pub async fn reasons(conn: &impl Conn, all: &[Enrolment]) -> Result<HashMap<i64, String>, Error> {
    let by_staff = |e: &&Enrolment| e.cancel_reason.as_deref() == Some("by_staff");
    let ids: Vec<i64> = all.iter().filter(by_staff).map(|enrolment| enrolment.id).collect();
    let steps = enrolments::history(conn, &ids).await?;
    let ended = steps.iter().filter(|step| step.to_state == "cancelled");
    Ok(ended.filter_map(|step| Some((step.enrolment_id, reason_of(step)?))).collect())
}

/// The reason why an enrolment ended, as a step of its history tells it.
pub fn reason_of(step: &HistoryRow) -> Option<String> {
    let declined = step.from_state.as_deref() == Some("applied")
        && step.to_state == "cancelled"
        && step.reason.as_deref() == Some("by_staff");
    if declined { Some(NOT_ACCEPTED.to_owned()) } else { step.reason.clone() }
}
