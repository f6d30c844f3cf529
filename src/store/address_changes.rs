//! New addresses of people, asked for by the office and not theirs before their owner says so.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "address_changes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub new_email: Option<String>,
        pub token_hash: Option<String>,
        pub asked_by: i64,
        pub asked_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        pub confirmed_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as AddressChange;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

/// Stores a request; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: AddressChange) -> Result<(), Error> {
    insert!(tx, row).map(|_: AddressChange| ())
}

/// The request of a link.
pub async fn by_token(conn: &impl Conn, token_hash: &str) -> Result<Option<AddressChange>, Error> {
    entity::Entity::find().filter(entity::Column::TokenHash.eq(token_hash)).one(conn).await
}

/// The request of a person that still waits for its owner's word.
pub async fn open_of(
    conn: &impl Conn,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Option<AddressChange>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::NewEmail.is_not_null())
        .filter(entity::Column::ConfirmedAt.is_null())
        .filter(entity::Column::ExpiresAt.gt(now))
        .order_by_desc(entity::Column::Id)
        .one(conn)
        .await
}

/// Ends what a person's earlier requests ask for: a newer one stands, or nobody is left to ask for.
pub async fn end_of(tx: &Tx, person_id: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::NewEmail, Expr::value(Option::<String>::None))
        .filter(entity::Column::PersonId.eq(person_id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Remembers that the owner said yes; the address stands with the person now.
pub async fn confirm(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ConfirmedAt, Expr::value(now))
        .col_expr(entity::Column::NewEmail, Expr::value(Option::<String>::None))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Forgets the addresses of requests whose time is over: they are nobody's here.
pub async fn forget_expired(tx: &Tx, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::NewEmail, Expr::value(Option::<String>::None))
        .filter(entity::Column::ExpiresAt.lte(now))
        .filter(entity::Column::NewEmail.is_not_null())
        .exec(tx)
        .await
        .map(|_| ())
}
