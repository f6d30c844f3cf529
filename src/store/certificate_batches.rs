//! Requests to publish the certificate of everybody who is ready, and how far they have come.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "certificate_batches")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub edition_id: i64,
        pub asked_by: i64,
        pub asked_at: DateTimeUtc,
        pub total: i64,
        pub done: i64,
        pub finished_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Batch;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

/// Stores a new one; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Batch) -> Result<Batch, Error> {
    insert!(tx, row)
}

/// Those that are not finished, oldest first.
pub async fn open(conn: &impl Conn) -> Result<Vec<Batch>, Error> {
    entity::Entity::find()
        .filter(entity::Column::FinishedAt.is_null())
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// The last one of an edition, finished or not.
pub async fn last_of(conn: &impl Conn, edition_id: i64) -> Result<Option<Batch>, Error> {
    entity::Entity::find()
        .filter(entity::Column::EditionId.eq(edition_id))
        .order_by_desc(entity::Column::Id)
        .one(conn)
        .await
}

/// Counts one certificate more.
pub async fn count_one(tx: &Tx, id: i64) -> Result<(), Error> {
    use entity::Column::{Done, Id};
    entity::Entity::update_many()
        .col_expr(Done, Expr::col(Done).add(1))
        .filter(Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Ends it: nobody is left.
pub async fn finish(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::FinishedAt, Expr::value(now))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}
