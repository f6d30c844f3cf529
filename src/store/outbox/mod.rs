//! The outbox: letters decided, waiting, sent, refused or withdrawn. Here is how they leave; `about.rs` finds them
//! again by what they are about.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub kind: String,
        pub version: i64,
        pub payload: String,
        pub address: String,
        pub person_id: Option<i64>,
        pub enrolment_id: Option<i64>,
        pub sign_up_id: Option<i64>,
        pub invite_id: Option<i64>,
        pub language: String,
        pub lane: String,
        pub message_id: String,
        pub in_reply_to: Option<String>,
        pub dated: DateTimeUtc,
        pub not_before: DateTimeUtc,
        pub state: String,
        pub tries: i64,
        pub begun_at: Option<DateTimeUtc>,
        pub ended_at: Option<DateTimeUtc>,
        pub claimed_by: Option<String>,
        pub claimed_until: Option<DateTimeUtc>,
        pub last_error: Option<String>,
        pub session_id: Option<i64>,
        pub key: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use about::*;
pub use entity::Model as OutboxLetter;
pub use listed::*;
pub use said_since::{arrived_about, is_said_since};

mod about;
mod listed;
mod said_since;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait, ConnectionTrait as _, DbBackend, EntityTrait, FromQueryResult as _, QueryFilter, QueryOrder,
    QuerySelect, Statement, UpdateMany,
};

use super::{Conn, Error, Tx, insert};

/// The people to whom letters with a natural key were written that begins so and has this in it, each once.
pub async fn people_of_keys(conn: &impl Conn, begin: &str, within: &str) -> Result<Vec<i64>, Error> {
    use entity::Column;
    let people = entity::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .distinct()
        .filter(Column::PersonId.is_not_null())
        .filter(Column::Key.is_not_null())
        .filter(Column::Key.starts_with(begin))
        .filter(Column::Key.contains(within));
    people.into_tuple().all(conn).await
}

/// Stores a letter; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: OutboxLetter) -> Result<OutboxLetter, Error> {
    insert!(tx, row)
}

/// One letter.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<OutboxLetter>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// The id of the newest letter, 0 where there is none: whatever is written later has a higher one.
pub async fn newest(conn: &impl Conn) -> Result<i64, Error> {
    let row = entity::Entity::find().order_by_desc(entity::Column::Id).one(conn).await?;
    Ok(row.map_or(0, |row| row.id))
}

/// Letters of some kinds that were written after another one, oldest first.
pub async fn written_after(conn: &impl Conn, id: i64, kinds: &[&str]) -> Result<Vec<OutboxLetter>, Error> {
    entity::Entity::find()
        .filter(entity::Column::Id.gt(id))
        .filter(entity::Column::Kind.is_in(kinds.iter().copied()))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// Letters of a lane that are due and claimed by nobody, in order of their due time. Of each invite only the
/// oldest unsent letter is eligible, so that a CANCEL never overtakes its REQUEST.
pub async fn due(tx: &Tx, lane: &str, now: DateTime<Utc>, most: u64) -> Result<Vec<OutboxLetter>, Error> {
    let sql = "SELECT o.* FROM outbox o
        WHERE o.state = 'waiting' AND o.lane = $1 AND o.not_before <= $2
          AND (o.claimed_until IS NULL OR o.claimed_until <= $2)
          AND (o.invite_id IS NULL OR NOT EXISTS (
              SELECT 1 FROM outbox b WHERE b.invite_id = o.invite_id AND b.state = 'waiting' AND b.id < o.id))
        ORDER BY o.not_before, o.id LIMIT $3";
    let skip = if tx.get_database_backend() == DbBackend::Postgres { " FOR UPDATE SKIP LOCKED" } else { "" };
    let values = [lane.into(), now.into(), i64::try_from(most).unwrap_or(i64::MAX).into()];
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), format!("{sql}{skip}"), values);
    let rows = tx.query_all_raw(statement).await?;
    rows.iter().map(|row| OutboxLetter::from_query_result(row, "")).collect()
}

/// Letters about an invite whose hour has come and whose sending waits for an older one of the same invite, oldest first.
pub async fn held_up(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<OutboxLetter>, Error> {
    let sql = "SELECT o.* FROM outbox o
        WHERE o.state = 'waiting' AND o.not_before <= $1 AND o.begun_at IS NULL AND o.invite_id IS NOT NULL
          AND EXISTS (
              SELECT 1 FROM outbox b WHERE b.invite_id = o.invite_id AND b.state = 'waiting' AND b.id < o.id)
        ORDER BY o.id";
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, [now.into()]);
    let rows = conn.query_all_raw(statement).await?;
    rows.iter().map(|row| OutboxLetter::from_query_result(row, "")).collect()
}

/// When the next waiting letter is due, whoever may have claimed it.
pub async fn next_due(conn: &impl Conn) -> Result<Option<DateTime<Utc>>, Error> {
    let row = entity::Entity::find()
        .filter(entity::Column::State.eq("waiting"))
        .order_by_asc(entity::Column::NotBefore)
        .one(conn)
        .await?;
    Ok(row.map(|row| row.not_before))
}

/// When the next letter that is not due yet will be.
pub async fn due_after(conn: &impl Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
    let row = entity::Entity::find()
        .filter(entity::Column::State.eq("waiting"))
        .filter(entity::Column::NotBefore.gt(now))
        .order_by_asc(entity::Column::NotBefore)
        .one(conn)
        .await?;
    Ok(row.map(|row| row.not_before))
}

/// Claims letters for one sender until an instant and counts the try: from here on they may reach the person.
pub async fn claim(
    tx: &Tx,
    ids: &[i64],
    holder: &str,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::ClaimedBy, Expr::value(holder))
        .col_expr(Column::ClaimedUntil, Expr::value(until))
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .col_expr(Column::BegunAt, Expr::col(Column::BegunAt).if_null(Expr::value(now)))
        .filter(Column::Id.is_in(ids.to_vec()))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Which of some enrolments a letter of a kind was written about since an instant, and not withdrawn.
pub async fn written_about(
    conn: &impl Conn,
    enrolments: &[i64],
    kind: &str,
    since: DateTime<Utc>,
) -> Result<HashSet<i64>, Error> {
    use entity::Column;
    let rows: Vec<Option<i64>> = entity::Entity::find()
        .select_only()
        .column(Column::EnrolmentId)
        .filter(Column::EnrolmentId.is_in(enrolments.to_vec()))
        .filter(Column::Kind.eq(kind))
        .filter(Column::State.ne("withdrawn"))
        .filter(Column::Dated.gte(since))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().flatten().collect())
}

/// Counts a try that ended before anything could be sent.
pub async fn count_try(tx: &Tx, id: i64) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Ends a letter as `sent`, `refused` or `withdrawn`, and stores its payload without secrets.
pub async fn end(
    tx: &Tx,
    id: i64,
    state: &str,
    payload: String,
    error: Option<String>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    use entity::Column;
    unclaimed()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::Payload, Expr::value(payload))
        .col_expr(Column::EndedAt, Expr::value(now))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// An update that lets go of the claim.
fn unclaimed() -> UpdateMany<entity::Entity> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(Option::<DateTime<Utc>>::None))
        .col_expr(Column::ClaimedBy, Expr::value(Option::<String>::None))
}

/// Lets go of letters that were claimed and not tried, so that they need not wait for the claim to run out.
pub async fn release(tx: &Tx, ids: &[i64]) -> Result<(), Error> {
    use entity::Column;
    unclaimed()
        .filter(Column::Id.is_in(ids.to_vec()))
        .filter(Column::State.eq("waiting"))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Lets go of every claim.
pub async fn release_all(tx: &Tx) -> Result<(), Error> {
    use entity::Column;
    unclaimed()
        .filter(Column::State.eq("waiting"))
        .filter(Column::ClaimedUntil.is_not_null())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Puts a letter back after a failed try.
pub async fn retry(tx: &Tx, id: i64, not_before: DateTime<Utc>, error: String) -> Result<(), Error> {
    use entity::Column;
    unclaimed()
        .col_expr(Column::NotBefore, Expr::value(not_before))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Forgets a letter that has ended: the person it was for is erased. Of a refused one it stays known that it never
/// arrived; to whom, what it said and what the mail server answered goes.
pub async fn forget_ended(tx: &Tx, id: i64) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::State.is_not_in(["waiting", "refused"]))
        .exec(tx)
        .await?;
    entity::Entity::update_many()
        .col_expr(Column::Address, Expr::value(""))
        .col_expr(Column::Payload, Expr::value(""))
        .col_expr(Column::LastError, Expr::value(Option::<String>::None))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq("refused"))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Empties the letters of a person who is erased, whatever state they are in.
pub async fn erase_of(tx: &Tx, person_id: i64) -> Result<(), Error> {
    entity::Entity::delete_many().filter(entity::Column::PersonId.eq(person_id)).exec(tx).await.map(|_| ())
}
