//! Tasks: what only a person of the office can settle.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tasks")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub kind: String,
        pub edition_id: Option<i64>,
        pub person_id: Option<i64>,
        pub session_id: Option<i64>,
        pub enrolment_id: Option<i64>,
        pub key: String,
        pub created_at: DateTimeUtc,
        pub settled_at: Option<DateTimeUtc>,
        pub settled_by: Option<i64>,
        pub text_id: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Task;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel as _, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Conn, Error, Tx, calls};

/// Stores a task; the same key twice is one task.
pub async fn add(tx: &Tx, row: Task) -> Result<(), Error> {
    let mut active = row.into_active_model();
    active.id = ActiveValue::NotSet;
    let rule = OnConflict::column(entity::Column::Key).do_nothing().to_owned();
    entity::Entity::insert(active).on_conflict(rule).exec_without_returning(tx).await.map(|_| ())
}

/// One task.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Task>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// The task with this key.
pub async fn by_key(conn: &impl Conn, key: &str) -> Result<Option<Task>, Error> {
    entity::Entity::find().filter(entity::Column::Key.eq(key)).one(conn).await
}

/// Which of some keys a task has.
pub async fn known(conn: &impl Conn, keys: &[String]) -> Result<HashSet<String>, Error> {
    let mut found = HashSet::new();
    for chunk in keys.chunks(500) {
        let rows: Vec<String> = entity::Entity::find()
            .select_only()
            .column(entity::Column::Key)
            .filter(entity::Column::Key.is_in(chunk.iter().map(String::as_str)))
            .into_tuple()
            .all(conn)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// Open tasks, oldest first; calls are none of them: they have a list of their own.
fn open_ones() -> Select<entity::Entity> {
    entity::Entity::find()
        .filter(entity::Column::SettledAt.is_null())
        .filter(entity::Column::Kind.ne(calls::KIND))
        .order_by_asc(entity::Column::Id)
}

/// Every open task that is no call, oldest first.
pub async fn open(conn: &impl Conn) -> Result<Vec<Task>, Error> {
    open_ones().all(conn).await
}

/// The tasks that were settled since an instant and are no calls, the newest first.
pub async fn settled_since(conn: &impl Conn, since: DateTime<Utc>) -> Result<Vec<Task>, Error> {
    entity::Entity::find()
        .filter(entity::Column::SettledAt.gte(since))
        .filter(entity::Column::Kind.ne(calls::KIND))
        .order_by_desc(entity::Column::SettledAt)
        .order_by_desc(entity::Column::Id)
        .all(conn)
        .await
}

/// Settles a task with a word of why; false when it was settled already.
pub async fn settle(tx: &Tx, id: i64, now: DateTime<Utc>, by: i64, text_id: i64) -> Result<bool, Error> {
    use entity::Column;
    let done = entity::Entity::update_many()
        .col_expr(Column::SettledAt, Expr::value(now))
        .col_expr(Column::SettledBy, Expr::value(by))
        .col_expr(Column::TextId, Expr::value(text_id))
        .filter(Column::Id.eq(id))
        .filter(Column::SettledAt.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// The open tasks of an edition that are no calls, oldest first.
pub async fn open_of(conn: &impl Conn, edition_id: i64) -> Result<Vec<Task>, Error> {
    open_ones().filter(entity::Column::EditionId.eq(edition_id)).all(conn).await
}

/// When the last task of a kind about each of some people was settled.
pub async fn last_settled(
    conn: &impl Conn,
    kind: &str,
    people: &[i64],
) -> Result<HashMap<i64, DateTime<Utc>>, Error> {
    let mut found = HashMap::new();
    for chunk in people.chunks(500) {
        let rows: Vec<(Option<i64>, Option<DateTime<Utc>>)> = entity::Entity::find()
            .select_only()
            .column(entity::Column::PersonId)
            .column_as(entity::Column::SettledAt.max(), "last")
            .filter(entity::Column::PersonId.is_in(chunk.to_vec()))
            .filter(entity::Column::Kind.eq(kind))
            .filter(entity::Column::SettledAt.is_not_null())
            .group_by(entity::Column::PersonId)
            .into_tuple()
            .all(conn)
            .await?;
        found.extend(rows.into_iter().filter_map(|(person, at)| Some((person?, at?))));
    }
    Ok(found)
}

/// The open tasks of one kind about a person in an edition, oldest first.
pub async fn open_of_person(
    conn: &impl Conn,
    edition_id: i64,
    person_id: i64,
    kind: &str,
) -> Result<Vec<Task>, Error> {
    entity::Entity::find()
        .filter(entity::Column::EditionId.eq(edition_id))
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::Kind.eq(kind))
        .filter(entity::Column::SettledAt.is_null())
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// The open tasks of one kind about a person, whatever edition they are of, oldest first.
pub async fn open_anywhere(conn: &impl Conn, person_id: i64, kind: &str) -> Result<Vec<Task>, Error> {
    open_ones()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::Kind.eq(kind))
        .all(conn)
        .await
}

/// The open tasks about some sessions.
pub async fn open_about(conn: &impl Conn, kind: &str, session_id: i64) -> Result<Vec<Task>, Error> {
    entity::Entity::find()
        .filter(entity::Column::Kind.eq(kind))
        .filter(entity::Column::SessionId.eq(session_id))
        .filter(entity::Column::SettledAt.is_null())
        .all(conn)
        .await
}

/// Drops the tasks of a closing that was undone: they were never true.
pub async fn drop_of_register(tx: &Tx, register_id: i64) -> Result<(), Error> {
    entity::Entity::delete_many()
        .filter(entity::Column::Key.starts_with(format!("unmarked-{register_id}-")))
        .exec(tx)
        .await
        .map(|_| ())
}
