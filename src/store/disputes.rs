//! Disputes: what people say about a mark that is missing or wrong, and what became of it.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "disputes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub session_id: i64,
        pub person_id: i64,
        pub opened_at: DateTimeUtc,
        pub text_id: Option<i64>,
        pub settled_at: Option<DateTimeUtc>,
        pub settled_by: Option<i64>,
        pub outcome: Option<String>,
        pub answer_text_id: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Dispute;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

/// The outcome of a dispute that was right: the mark was corrected.
pub const ACCEPTED: &str = "accepted";
/// The outcome of one that could not be confirmed.
pub const DECLINED: &str = "declined";

impl Dispute {
    /// Whether it waits for an answer.
    pub fn is_open(&self) -> bool {
        self.settled_at.is_none()
    }
}

/// How a dispute ends.
#[derive(Clone, Copy, Debug)]
pub struct Settled {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; none = by a register.
    pub by: Option<i64>,
    /// [`ACCEPTED`] or [`DECLINED`].
    pub outcome: &'static str,
    /// The answer's words.
    pub text_id: Option<i64>,
}

/// Stores a dispute; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Dispute) -> Result<Dispute, Error> {
    insert!(tx, row)
}

/// One dispute.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Dispute>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// All disputes of a person, oldest first.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Vec<Dispute>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// Every open dispute, oldest first.
pub async fn open(conn: &impl Conn) -> Result<Vec<Dispute>, Error> {
    entity::Entity::find()
        .filter(entity::Column::SettledAt.is_null())
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// The open dispute of a person about a session.
pub async fn open_of(conn: &impl Conn, session_id: i64, person_id: i64) -> Result<Option<Dispute>, Error> {
    entity::Entity::find()
        .filter(entity::Column::SessionId.eq(session_id))
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::SettledAt.is_null())
        .one(conn)
        .await
}

/// Says what somebody said in other words, while it is open.
pub async fn word(tx: &Tx, id: i64, text_id: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::TextId, Expr::value(Some(text_id)))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::SettledAt.is_null())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Ends one that is open; false when it was answered already.
pub async fn settle(tx: &Tx, id: i64, how: Settled) -> Result<bool, Error> {
    use entity::Column;
    let done = entity::Entity::update_many()
        .col_expr(Column::SettledAt, Expr::value(how.at))
        .col_expr(Column::SettledBy, Expr::value(how.by))
        .col_expr(Column::Outcome, Expr::value(how.outcome))
        .col_expr(Column::AnswerTextId, Expr::value(how.text_id))
        .filter(Column::Id.eq(id))
        .filter(Column::SettledAt.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
