//! Whether somebody who waits could have a place: asked before one is offered, and before the office is told of one.

use chrono::{DateTime, Utc};

use super::programme::{Offered, Programme};
use super::{Conn, Error, standing};
use crate::domain::admission::could_be_offered;
use crate::domain::offering::Kind;

/// In a workshop anybody could, on the course it is by the rule.
///
/// # Errors
/// The database failed.
pub async fn could_have(
    conn: &impl Conn,
    programme: &Programme,
    offered: &Offered,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    if offered.row.kind() == Kind::Workshop {
        return Ok(true);
    }
    let standing = standing::of_person(conn, programme, person_id, now).await?;
    Ok(could_be_offered(&programme.edition.rule(), &standing.eligibility))
}
