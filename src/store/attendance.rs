//! Marks as they were set, and attendance as it counts.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "marks")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub session_id: i64,
        pub person_id: i64,
        pub value: String,
        pub marked_at: DateTimeUtc,
        pub marked_by: i64,
        pub nonce: String,
        pub text_id: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Mark;

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel as _, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx};
use crate::domain::attendance::CLEARED;

pub use effective::Model as Attendance;

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod effective {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attendance")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub session_id: i64,
        pub person_id: i64,
        pub value: String,
        pub register_id: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Stores a mark; the same nonce twice is one mark.
pub async fn add_mark(tx: &Tx, row: Mark) -> Result<(), Error> {
    let mut active = row.into_active_model();
    active.id = ActiveValue::NotSet;
    let rule = OnConflict::column(entity::Column::Nonce).do_nothing().to_owned();
    entity::Entity::insert(active).on_conflict(rule).exec_without_returning(tx).await.map(|_| ())
}

/// The latest mark of each person at a session, taken-back ones included.
pub async fn latest_marks(conn: &impl Conn, session_id: i64) -> Result<HashMap<i64, Mark>, Error> {
    let rows = entity::Entity::find()
        .filter(entity::Column::SessionId.eq(session_id))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row)).collect())
}

/// Whether anybody has a mark at a session; one that was taken back is none.
pub async fn is_marked(conn: &impl Conn, session_id: i64) -> Result<bool, Error> {
    Ok(latest_marks(conn, session_id).await?.values().any(|row| row.value != CLEARED))
}

/// Every mark of a person, oldest first.
pub async fn marks_of(conn: &impl Conn, person_id: i64) -> Result<Vec<Mark>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// All marks of some people, oldest first.
pub async fn marks_of_some(conn: &impl Conn, people: &[i64]) -> Result<Vec<Mark>, Error> {
    let mut found = Vec::new();
    for chunk in people.chunks(500) {
        let theirs = entity::Entity::find().filter(entity::Column::PersonId.is_in(chunk.to_vec()));
        found.extend(theirs.order_by_asc(entity::Column::Id).all(conn).await?);
    }
    Ok(found)
}

/// Stores what counts for one person at one session, in the place of what counted before.
pub async fn set_effective(tx: &Tx, row: Attendance) -> Result<(), Error> {
    let mut active = row.into_active_model();
    active.id = ActiveValue::NotSet;
    let rule = OnConflict::columns([effective::Column::SessionId, effective::Column::PersonId])
        .update_columns([effective::Column::Value, effective::Column::RegisterId])
        .to_owned();
    effective::Entity::insert(active).on_conflict(rule).exec_without_returning(tx).await.map(|_| ())
}

/// What counts at some sessions, of everybody.
pub async fn effective_at(conn: &impl Conn, sessions: &[i64]) -> Result<Vec<Attendance>, Error> {
    effective::Entity::find().filter(effective::Column::SessionId.is_in(sessions.to_vec())).all(conn).await
}

/// What counts of some people, in every edition.
pub async fn effective_of(conn: &impl Conn, people: &[i64]) -> Result<Vec<Attendance>, Error> {
    let mut found = Vec::new();
    for chunk in people.chunks(500) {
        found.extend(
            effective::Entity::find()
                .filter(effective::Column::PersonId.is_in(chunk.to_vec()))
                .all(conn)
                .await?,
        );
    }
    Ok(found)
}
