//! Texts about people: the only table that holds reasons and free text.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "texts")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: Option<i64>,
        pub body: Option<String>,
        pub created_at: DateTimeUtc,
        pub erase_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Text;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{Conn, Error, Tx, insert};

/// Stores a text and gives back its id.
pub async fn add(
    tx: &Tx,
    person_id: Option<i64>,
    body: &str,
    now: DateTime<Utc>,
    erase_at: Option<DateTime<Utc>>,
) -> Result<i64, Error> {
    let row = Text { id: 0, person_id, body: Some(body.to_owned()), created_at: now, erase_at };
    Ok(insert!(tx, row)?.id)
}

/// The bodies of some texts, by id; erased ones are missing.
pub async fn bodies(conn: &impl Conn, ids: &[i64]) -> Result<std::collections::HashMap<i64, String>, Error> {
    let rows = entity::Entity::find().filter(entity::Column::Id.is_in(ids.to_vec())).all(conn).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.body?))).collect())
}

/// How many texts about a person are not empty.
pub async fn count_of(conn: &impl Conn, person_id: i64) -> Result<u64, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::Body.is_not_null())
        .count(conn)
        .await
}

/// Empties one text for good.
pub async fn empty(tx: &Tx, id: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Body, Expr::value(Option::<String>::None))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Moves the instant at which a text is emptied.
pub async fn erase_at(tx: &Tx, id: i64, at: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::EraseAt, Expr::value(at))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Empties a text by an instant, where it would be kept longer.
pub async fn erase_by(tx: &Tx, id: i64, at: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::EraseAt, Expr::value(at))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::EraseAt.gt(at))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Empties the texts whose time is over; gives back how many.
pub async fn erase_due(tx: &Tx, now: DateTime<Utc>) -> Result<u64, Error> {
    let done = entity::Entity::update_many()
        .col_expr(entity::Column::Body, Expr::value(Option::<String>::None))
        .filter(entity::Column::EraseAt.lte(now))
        .filter(entity::Column::Body.is_not_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected)
}
