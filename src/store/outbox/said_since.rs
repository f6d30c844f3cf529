//! Whether a letter was written once more since.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::super::{Conn, Error};
use super::{OutboxLetter, entity};

/// Whether a letter of the same kind, to an address and about the same, was written after this one and since an instant.
pub async fn is_said_since(
    conn: &impl Conn,
    letter: &OutboxLetter,
    address: &str,
    since: DateTime<Utc>,
) -> Result<bool, Error> {
    use entity::Column;
    let same = |column: Column, id: Option<i64>| match id {
        Some(id) => column.eq(id),
        None => column.is_null(),
    };
    let newer = entity::Entity::find()
        .filter(Column::Address.eq(address))
        .filter(Column::Kind.eq(&letter.kind))
        .filter(Column::Id.gt(letter.id))
        .filter(Column::State.ne("withdrawn"))
        .filter(Column::Dated.gte(since))
        .filter(same(Column::EnrolmentId, letter.enrolment_id))
        .filter(same(Column::SessionId, letter.session_id));
    Ok(newer.one(conn).await?.is_some())
}

/// The letters of some kinds about some enrolments that arrived.
pub async fn arrived_about(
    conn: &impl Conn,
    enrolments: &[i64],
    kinds: &[&str],
) -> Result<Vec<OutboxLetter>, Error> {
    let mut found = Vec::new();
    for chunk in enrolments.chunks(500) {
        let theirs = entity::Entity::find()
            .filter(entity::Column::EnrolmentId.is_in(chunk.to_vec()))
            .filter(entity::Column::Kind.is_in(kinds.iter().copied()))
            .filter(entity::Column::State.eq("sent"));
        found.extend(theirs.all(conn).await?);
    }
    Ok(found)
}
