//! Sign-ups: the answers of a form and what was chosen.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_ups")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub handle: String,
        pub token_hash: Option<String>,
        pub person_id: i64,
        pub email: String,
        pub given_name: String,
        pub family_name: String,
        pub phone: Option<String>,
        pub profile: Option<String>,
        pub needs: Option<String>,
        pub needs_consent: bool,
        pub privacy_version: Option<String>,
        pub language: String,
        pub created_at: DateTimeUtc,
        pub confirmed_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as SignUp;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

pub use choice::Model as SignUpChoice;

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod choice {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_up_choices")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub sign_up_id: i64,
        pub offering_id: i64,
        pub enrolment_id: Option<i64>,
        pub shown_position: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Stores a sign-up; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: SignUp) -> Result<SignUp, Error> {
    insert!(tx, row)
}

/// Stores one choice of a sign-up.
pub async fn add_choice(tx: &Tx, row: SignUpChoice) -> Result<SignUpChoice, Error> {
    insert!(tx, row)
}

/// The choices of a sign-up, in the order in which they were stored.
pub async fn choices(conn: &impl Conn, sign_up_id: i64) -> Result<Vec<SignUpChoice>, Error> {
    choice::Entity::find()
        .filter(choice::Column::SignUpId.eq(sign_up_id))
        .order_by_asc(choice::Column::Id)
        .all(conn)
        .await
}

/// Points a choice to the enrolment that a late click made.
pub async fn point_choice(tx: &Tx, choice_id: i64, enrolment_id: i64) -> Result<(), Error> {
    choice::Entity::update_many()
        .col_expr(choice::Column::EnrolmentId, Expr::value(enrolment_id))
        .filter(choice::Column::Id.eq(choice_id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// One sign-up.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<SignUp>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// The sign-up of a handle.
pub async fn by_handle(conn: &impl Conn, handle: &str) -> Result<Option<SignUp>, Error> {
    entity::Entity::find().filter(entity::Column::Handle.eq(handle)).one(conn).await
}

/// The sign-up whose link has this keyed token.
pub async fn by_token(conn: &impl Conn, token_hash: &str) -> Result<Option<SignUp>, Error> {
    entity::Entity::find().filter(entity::Column::TokenHash.eq(token_hash)).one(conn).await
}

/// The last sign-up of an address that was not confirmed, made after an instant.
pub async fn last_unconfirmed(
    conn: &impl Conn,
    email: &str,
    after: DateTime<Utc>,
) -> Result<Option<SignUp>, Error> {
    entity::Entity::find()
        .filter(entity::Column::Email.eq(email))
        .filter(entity::Column::ConfirmedAt.is_null())
        .filter(entity::Column::TokenHash.is_not_null())
        .filter(entity::Column::CreatedAt.gt(after))
        .order_by_desc(entity::Column::Id)
        .one(conn)
        .await
}

/// Sign-ups of a person that wait for their confirmation, newest first.
pub async fn unconfirmed_of(conn: &impl Conn, person_id: i64) -> Result<Vec<SignUp>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::ConfirmedAt.is_null())
        .order_by_desc(entity::Column::Id)
        .all(conn)
        .await
}

/// Whether forms that nobody confirmed are all that is known of a person, also once they have signed in: no role, no session
/// led, nothing entered by staff, no mark, and nowhere more than a choice that waits for its confirmation.
pub async fn are_all_that_is_known(conn: &impl Conn, person_id: i64) -> Result<bool, Error> {
    use sea_orm::Statement;
    let sql = "SELECT 1 AS found FROM persons p WHERE p.id = $1
          AND NOT EXISTS (SELECT 1 FROM sign_ups s WHERE s.person_id = p.id AND s.confirmed_at IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM session_trainers t WHERE t.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM enrolments e JOIN enrolment_history h ON h.enrolment_id = e.id
              WHERE e.person_id = p.id AND h.to_state NOT IN ('pending_place', 'pending_wait', 'cancelled'))
          AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = p.id AND e.source IN ('staff', 'walk_in'))
          AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.person_id = p.id
              AND a.act IN ('add_person', 'correct_name', 'correct_person', 'grant_role'))
          AND NOT EXISTS (SELECT 1 FROM marks m WHERE m.person_id = p.id)";
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, [person_id.into()]);
    Ok(conn.query_one_raw(statement).await?.is_some())
}

/// How many forms were sent for an address since an instant.
pub async fn count_since(conn: &impl Conn, email: &str, since: DateTime<Utc>) -> Result<u64, Error> {
    entity::Entity::find()
        .filter(entity::Column::Email.eq(email))
        .filter(entity::Column::TokenHash.is_not_null())
        .filter(entity::Column::CreatedAt.gt(since))
        .count(conn)
        .await
}

/// Marks a sign-up as confirmed; *needs in the room* live on with their enrolment only, where they have an end.
pub async fn confirm(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ConfirmedAt, Expr::value(now))
        .col_expr(entity::Column::Needs, Expr::value(Option::<String>::None))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Gives a sign-up a new link; the one before no longer works.
pub async fn set_token(tx: &Tx, id: i64, token_hash: &str) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::TokenHash, Expr::value(token_hash))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Empties the answers of a person who is erased; the counts stay.
pub async fn erase_of(tx: &Tx, person_id: i64) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::Email, Expr::value(""))
        .col_expr(Column::GivenName, Expr::value(""))
        .col_expr(Column::FamilyName, Expr::value(""))
        .col_expr(Column::Phone, Expr::value(Option::<String>::None))
        .col_expr(Column::Profile, Expr::value(Option::<String>::None))
        .col_expr(Column::Needs, Expr::value(Option::<String>::None))
        .col_expr(Column::TokenHash, Expr::value(Option::<String>::None))
        .filter(Column::PersonId.eq(person_id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Empties the *needs in the room* of sign-ups that nobody confirmed before an instant, and ends their links.
pub async fn forget_unconfirmed(tx: &Tx, before: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Needs, Expr::value(Option::<String>::None))
        .col_expr(entity::Column::TokenHash, Expr::value(Option::<String>::None))
        .filter(entity::Column::ConfirmedAt.is_null())
        .filter(entity::Column::CreatedAt.lt(before))
        .filter(entity::Column::Needs.is_not_null().or(entity::Column::TokenHash.is_not_null()))
        .exec(tx)
        .await
        .map(|_| ())
}
