//! Invites: one per enrolment, session and address, for ever.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invites")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub uid: String,
        pub enrolment_id: i64,
        pub session_id: i64,
        pub address: String,
        pub sequence: i64,
        pub last_dtstamp: DateTimeUtc,
        pub ended_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Invite;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

/// The invite of an enrolment, session and address.
pub async fn find(
    conn: &impl Conn,
    enrolment_id: i64,
    session_id: i64,
    address: &str,
) -> Result<Option<Invite>, Error> {
    entity::Entity::find()
        .filter(entity::Column::EnrolmentId.eq(enrolment_id))
        .filter(entity::Column::SessionId.eq(session_id))
        .filter(entity::Column::Address.eq(address))
        .one(conn)
        .await
}

/// The invites of an enrolment.
pub async fn of_enrolment(conn: &impl Conn, enrolment_id: i64) -> Result<Vec<Invite>, Error> {
    entity::Entity::find()
        .filter(entity::Column::EnrolmentId.eq(enrolment_id))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// Whether anybody was ever invited to one of these sessions.
pub async fn any_of_sessions(conn: &impl Conn, sessions: &[i64]) -> Result<bool, Error> {
    Ok(entity::Entity::find()
        .filter(entity::Column::SessionId.is_in(sessions.to_vec()))
        .one(conn)
        .await?
        .is_some())
}

/// Stores an invite; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Invite) -> Result<Invite, Error> {
    insert!(tx, row)
}

/// Stores what its last letter said.
pub async fn set_last(
    tx: &Tx,
    id: i64,
    sequence: i64,
    dtstamp: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::Sequence, Expr::value(sequence))
        .col_expr(Column::LastDtstamp, Expr::value(dtstamp))
        .col_expr(Column::EndedAt, Expr::value(ended_at))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}
