//! Requests to be told when a workshop has a date.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "date_requests")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub offering_id: i64,
        pub email: String,
        pub language: String,
        pub created_at: DateTimeUtc,
        pub told_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as DateRequest;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel as _, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect as _,
};

use super::{Conn, Error, Tx};

/// Stores a request; the same address twice for one workshop is one request.
pub async fn add(tx: &Tx, row: DateRequest) -> Result<(), Error> {
    let mut active = row.into_active_model();
    active.id = ActiveValue::NotSet;
    let rule =
        OnConflict::columns([entity::Column::OfferingId, entity::Column::Email]).do_nothing().to_owned();
    entity::Entity::insert(active).on_conflict(rule).exec_without_returning(tx).await.map(|_| ())
}

/// How many people wait to be told of a date of one of these offerings.
pub async fn count_open(conn: &impl Conn, offerings: &[i64]) -> Result<u64, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.is_in(offerings.to_vec()))
        .filter(entity::Column::ToldAt.is_null())
        .count(conn)
        .await
}

/// How many people wait to be told of a date, by offering; those nobody waits for are missing.
pub async fn open_by_offering(conn: &impl Conn, offerings: &[i64]) -> Result<HashMap<i64, i64>, Error> {
    let counts: Vec<(i64, i64)> = entity::Entity::find()
        .select_only()
        .column(entity::Column::OfferingId)
        .column_as(entity::Column::Id.count(), "asked")
        .filter(entity::Column::OfferingId.is_in(offerings.to_vec()))
        .filter(entity::Column::ToldAt.is_null())
        .group_by(entity::Column::OfferingId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(counts.into_iter().collect())
}

/// The requests about one offering that were not answered yet, oldest first.
pub async fn open_for(conn: &impl Conn, offering_id: i64) -> Result<Vec<DateRequest>, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::ToldAt.is_null())
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// Whether anybody ever asked about an offering, told or not.
pub async fn any_for(conn: &impl Conn, offering_id: i64) -> Result<bool, Error> {
    let asked = entity::Entity::find().filter(entity::Column::OfferingId.eq(offering_id)).count(conn).await?;
    Ok(asked > 0)
}

/// Remembers that a request was answered.
pub async fn told(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ToldAt, Expr::value(now))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Opens a request again whose answer was taken back before it left; one that was made under another address is made anew.
pub async fn reopen(tx: &Tx, row: DateRequest) -> Result<(), Error> {
    let done = entity::Entity::update_many()
        .col_expr(entity::Column::ToldAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(entity::Column::OfferingId.eq(row.offering_id))
        .filter(entity::Column::Email.eq(row.email.as_str()))
        .exec(tx)
        .await?;
    if done.rows_affected > 0 { Ok(()) } else { add(tx, row).await }
}

/// Requests of an address that were not answered become another one's; what that one asked already is asked once.
pub async fn readdress(tx: &Tx, old: &str, new: &str) -> Result<(), Error> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Email.eq(old))
        .filter(entity::Column::ToldAt.is_null())
        .all(tx)
        .await?;
    for row in rows {
        entity::Entity::delete_by_id(row.id).exec(tx).await?;
        add(tx, DateRequest { email: new.to_owned(), ..row }).await?;
    }
    Ok(())
}

/// The offerings an address asked about and has not been told of.
pub async fn open_of(conn: &impl Conn, email: &str) -> Result<Vec<i64>, Error> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Email.eq(email))
        .filter(entity::Column::ToldAt.is_null())
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.offering_id).collect())
}
