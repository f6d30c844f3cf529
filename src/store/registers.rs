//! Registers: one row per closing.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "registers")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub session_id: i64,
        pub closed_at: DateTimeUtc,
        pub closed_by: i64,
        pub effective_at: DateTimeUtc,
        pub undone_at: Option<DateTimeUtc>,
        pub took_effect_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Register;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};
use crate::domain::register::RegisterState;

impl Register {
    /// Where it stands.
    pub fn state(&self) -> RegisterState {
        match (self.undone_at, self.took_effect_at) {
            (Some(_), _) => RegisterState::Open,
            (None, Some(_)) => RegisterState::Effective,
            (None, None) => RegisterState::Closed { effective_at: self.effective_at },
        }
    }
}

/// One closing of a register.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Register>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// The register of a session that is closed or effective; none = open.
pub async fn of_session(conn: &impl Conn, session_id: i64) -> Result<Option<Register>, Error> {
    entity::Entity::find()
        .filter(entity::Column::SessionId.eq(session_id))
        .filter(entity::Column::UndoneAt.is_null())
        .one(conn)
        .await
}

/// Whether a closing of a session's register was taken back at some time.
pub async fn was_undone(conn: &impl Conn, session_id: i64) -> Result<bool, Error> {
    let undone = entity::Entity::find()
        .filter(entity::Column::SessionId.eq(session_id))
        .filter(entity::Column::UndoneAt.is_not_null())
        .one(conn)
        .await?;
    Ok(undone.is_some())
}

/// The closed or effective registers of some sessions.
pub async fn of_sessions(conn: &impl Conn, sessions: &[i64]) -> Result<Vec<Register>, Error> {
    entity::Entity::find()
        .filter(entity::Column::SessionId.is_in(sessions.to_vec()))
        .filter(entity::Column::UndoneAt.is_null())
        .all(conn)
        .await
}

/// Registers whose time has come and whose consequences are not decided yet, in order of their time.
pub async fn due(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<Register>, Error> {
    entity::Entity::find()
        .filter(entity::Column::UndoneAt.is_null())
        .filter(entity::Column::TookEffectAt.is_null())
        .filter(entity::Column::EffectiveAt.lte(now))
        .order_by_asc(entity::Column::EffectiveAt)
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// When the next register that has not takes effect.
pub async fn next_effect(conn: &impl Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
    let row = entity::Entity::find()
        .filter(entity::Column::EffectiveAt.gt(now))
        .filter(entity::Column::UndoneAt.is_null())
        .filter(entity::Column::TookEffectAt.is_null())
        .order_by_asc(entity::Column::EffectiveAt)
        .one(conn)
        .await?;
    Ok(row.map(|row| row.effective_at))
}

/// Stores a closing; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Register) -> Result<Register, Error> {
    insert!(tx, row)
}

/// Takes a closing back.
pub async fn undo(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::UndoneAt, Expr::value(now))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Marks the consequences as decided; false when somebody was quicker, or the closing was undone.
pub async fn take_effect(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<bool, Error> {
    let done = entity::Entity::update_many()
        .col_expr(entity::Column::TookEffectAt, Expr::value(now))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::UndoneAt.is_null())
        .filter(entity::Column::TookEffectAt.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
