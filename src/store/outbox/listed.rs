//! Letters as the office lists them: by state, newest first.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, Select};

use super::super::newest::{Part, part};
use super::super::{Conn, Error};
use super::{OutboxLetter, entity};

/// What the office asks the outbox for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// `waiting`, `retrying`, `sent`, `refused` or `withdrawn`; none = all.
    pub state: Option<String>,
    /// Of one person.
    pub person: Option<i64>,
    /// Kind of letter.
    pub kind: Option<String>,
}

/// The letters that are wanted, in no order.
pub(super) fn wanted_ones(wanted: &Wanted) -> Select<entity::Entity> {
    use entity::Column;
    let mut query = entity::Entity::find();
    query = match wanted.state.as_deref() {
        // Said twice for SQLite, whose index of the few that were not sent is found by these words alone.
        Some(state) if state != "sent" && !matches!(state, "waiting" | "retrying") => {
            query.filter(Column::State.eq(state)).filter(Column::State.ne("sent"))
        }
        Some("waiting") => query
            .filter(Column::State.eq("waiting"))
            .filter(Column::BegunAt.is_null())
            .filter(Column::LastError.is_null()),
        Some("retrying") => query
            .filter(Column::State.eq("waiting"))
            .filter(Condition::any().add(Column::BegunAt.is_not_null()).add(Column::LastError.is_not_null())),
        Some(state) => query.filter(Column::State.eq(state)),
        None => query,
    };
    if let Some(person) = wanted.person {
        query = query.filter(Column::PersonId.eq(person));
    }
    if let Some(kind) = &wanted.kind {
        query = query.filter(Column::Kind.eq(kind.as_str()));
    }
    query
}

/// How many letters there are in each state: `waiting`, `retrying`, `sent`, `refused`, `withdrawn`.
///
/// # Errors
/// The database does not answer.
pub async fn counts(conn: &impl Conn) -> Result<HashMap<String, usize>, Error> {
    let rows: Vec<(String, i64)> = entity::Entity::find()
        .select_only()
        .column(entity::Column::State)
        .column_as(entity::Column::Id.count(), "number")
        .filter(entity::Column::State.ne("sent"))
        .group_by(entity::Column::State)
        .into_tuple()
        .all(conn)
        .await?;
    let size = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let mut counts: HashMap<String, usize> =
        rows.into_iter().map(|(state, number)| (state, size(number))).collect();
    // Nearly all of them were sent: these are what the others leave.
    let all = usize::try_from(entity::Entity::find().count(conn).await?).unwrap_or(usize::MAX);
    counts.insert("sent".to_owned(), all.saturating_sub(counts.values().sum()));
    let retrying = Wanted { state: Some("retrying".to_owned()), ..Wanted::default() };
    let retrying = usize::try_from(wanted_ones(&retrying).count(conn).await?).unwrap_or(usize::MAX);
    if let Some(waiting) = counts.get_mut("waiting") {
        *waiting = waiting.saturating_sub(retrying);
    }
    counts.insert("retrying".to_owned(), retrying);
    Ok(counts)
}

/// Some of the letters that are wanted, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn page(conn: &impl Conn, wanted: &Wanted, of: Part) -> Result<Vec<OutboxLetter>, Error> {
    part(conn, wanted_ones(wanted), entity::Column::Id, of).await
}
