//! Sign-ins: who proved who they are, and requests to do so.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{Conn, Error, Tx, insert};

pub use request::Model as SignInRequest;
pub use sign_in::Model as SignIn;

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod request {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_requests")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub handle: String,
        pub email: String,
        pub person_id: Option<i64>,
        pub token_hash: String,
        pub code_mac: String,
        pub tries: i64,
        pub created_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        pub used_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod sign_in {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_ins")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub token_hash: String,
        pub created_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        pub revoked_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Stores a request; the key of `row` is ignored.
pub async fn add_request(tx: &Tx, row: SignInRequest) -> Result<SignInRequest, Error> {
    insert!(tx, row)
}

/// Lets requests for one address wait for each other until the transaction ends, known or not; SQLite's one writer
/// does so by itself.
pub async fn take_turn(tx: &Tx, email: &str) -> Result<(), Error> {
    use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT pg_advisory_xact_lock(hashtext($1))";
        tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [email.into()])).await?;
    }
    Ok(())
}

/// How many requests an address made since an instant.
pub async fn requests_since(conn: &impl Conn, email: &str, since: DateTime<Utc>) -> Result<u64, Error> {
    request::Entity::find()
        .filter(request::Column::Email.eq(email))
        .filter(request::Column::CreatedAt.gt(since))
        .count(conn)
        .await
}

/// The request whose link has this keyed token.
pub async fn request_by_token(conn: &impl Conn, token_hash: &str) -> Result<Option<SignInRequest>, Error> {
    request::Entity::find().filter(request::Column::TokenHash.eq(token_hash)).one(conn).await
}

/// The request of a handle.
pub async fn request_by_handle(conn: &impl Conn, handle: &str) -> Result<Option<SignInRequest>, Error> {
    request::Entity::find().filter(request::Column::Handle.eq(handle)).one(conn).await
}

/// Uses up a request; false when somebody was quicker.
pub async fn use_request(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<bool, Error> {
    let done = request::Entity::update_many()
        .col_expr(request::Column::UsedAt, Expr::value(now))
        .filter(request::Column::Id.eq(id))
        .filter(request::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Counts one try of a code; false when `most` tries were made before.
pub async fn count_try(tx: &Tx, id: i64, most: i64) -> Result<bool, Error> {
    let done = request::Entity::update_many()
        .col_expr(request::Column::Tries, Expr::col(request::Column::Tries).add(1))
        .filter(request::Column::Id.eq(id))
        .filter(request::Column::Tries.lt(most))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Stores a sign-in; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: SignIn) -> Result<SignIn, Error> {
    insert!(tx, row)
}

/// The sign-in of a cookie's keyed token that is neither over nor revoked.
pub async fn live(conn: &impl Conn, token_hash: &str, now: DateTime<Utc>) -> Result<Option<SignIn>, Error> {
    sign_in::Entity::find()
        .filter(sign_in::Column::TokenHash.eq(token_hash))
        .filter(sign_in::Column::RevokedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(now))
        .one(conn)
        .await
}

/// Ends a sign-in.
pub async fn revoke(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::RevokedAt, Expr::value(now))
        .filter(sign_in::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Ends every sign-in there is, and every request for one.
pub async fn end_everybodys(tx: &Tx, now: DateTime<Utc>) -> Result<(), Error> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::RevokedAt, Expr::value(now))
        .filter(sign_in::Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    request::Entity::delete_many().exec(tx).await.map(|_| ())
}

/// Ends every sign-in of a person, and every link and code that would sign them in.
pub async fn end_all(tx: &Tx, person_id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    request::Entity::delete_many().filter(request::Column::PersonId.eq(person_id)).exec(tx).await?;
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::RevokedAt, Expr::value(now))
        .filter(sign_in::Column::PersonId.eq(person_id))
        .filter(sign_in::Column::RevokedAt.is_null())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Forgets requests made before an instant: they hold addresses, also of people nobody knows.
pub async fn forget_requests(tx: &Tx, before: DateTime<Utc>) -> Result<(), Error> {
    request::Entity::delete_many().filter(request::Column::CreatedAt.lt(before)).exec(tx).await.map(|_| ())
}
