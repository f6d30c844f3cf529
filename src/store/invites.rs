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
        pub shown: Option<String>,
        pub told: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Invite;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};
use crate::domain::invite::Told;

impl Invite {
    /// The last thing a calendar was told of it; none where that was never written down.
    pub fn told(&self) -> Option<Told> {
        self.told.as_deref().and_then(|told| serde_json::from_str(told).ok())
    }
}

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

/// What an invite says from now on.
pub struct Now {
    /// SEQUENCE.
    pub sequence: i64,
    /// DTSTAMP of its last message.
    pub dtstamp: DateTime<Utc>,
    /// When it ended; none = live.
    pub ended_at: Option<DateTime<Utc>>,
    /// When and where, as JSON.
    pub shown: String,
}

/// Stores what it says now.
pub async fn set_now(tx: &Tx, id: i64, now: Now) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::Sequence, Expr::value(now.sequence))
        .col_expr(Column::LastDtstamp, Expr::value(now.dtstamp))
        .col_expr(Column::EndedAt, Expr::value(now.ended_at))
        .col_expr(Column::Shown, Expr::value(now.shown))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Ends what is still live of an enrolment whose calendar nobody can reach any more.
pub async fn end_all(tx: &Tx, enrolment_id: i64, at: DateTime<Utc>) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(Some(at)))
        .filter(Column::EnrolmentId.eq(enrolment_id))
        .filter(Column::EndedAt.is_null())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Stores what a calendar knows now: a letter is on its way, or the feed says it.
pub async fn set_told(tx: &Tx, id: i64, told: String) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Told, Expr::value(told))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// The invites of some enrolments, oldest first.
pub async fn of_enrolments(conn: &impl Conn, enrolments: &[i64]) -> Result<Vec<Invite>, Error> {
    entity::Entity::find()
        .filter(entity::Column::EnrolmentId.is_in(enrolments.to_vec()))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// One invite.
pub async fn find_by_id(conn: &impl Conn, id: i64) -> Result<Option<Invite>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// Stores when its last message was made.
pub async fn set_dtstamp(tx: &Tx, id: i64, dtstamp: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::LastDtstamp, Expr::value(dtstamp))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}
