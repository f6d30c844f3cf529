//! Notes about people, for admins alone: who wrote one, and when. The words stand in `texts`.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person_notes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub text_id: i64,
        pub written_by: i64,
        pub written_at: DateTimeUtc,
        pub removed_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Note;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

/// Stores a note; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Note) -> Result<Note, Error> {
    insert!(tx, row)
}

/// One note, taken away or not.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Note>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// The notes about a person that were not taken away, newest first.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Vec<Note>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::RemovedAt.is_null())
        .order_by_desc(entity::Column::Id)
        .all(conn)
        .await
}

/// Takes a note away; false when somebody was quicker.
pub async fn remove(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<bool, Error> {
    let done = entity::Entity::update_many()
        .col_expr(entity::Column::RemovedAt, Expr::value(now))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::RemovedAt.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
