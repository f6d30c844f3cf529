//! Calls: what somebody without an address is told on the phone, in place of a letter. Each hangs on a task of the kind
//! `call`, which says who made it, and when.

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calls")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub task_id: i64,
        pub language: String,
        pub payload: String,
        pub due_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, Statement, Value};

use super::tasks::{self, Task};
use super::{Conn, Error, Tx, insert};

/// The kind of a call's task.
pub const KIND: &str = "call";

/// A call nobody has made yet.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct OpenCall {
    /// Its task.
    pub task_id: i64,
    /// The edition it is about.
    pub edition_id: Option<i64>,
    /// Who is called.
    pub person_id: i64,
    /// The enrolment it is about.
    pub enrolment_id: Option<i64>,
    /// The session it is about.
    pub session_id: Option<i64>,
    /// The workshop or course of that enrolment.
    pub offering_id: Option<i64>,
    /// Until when a place is held for that enrolment.
    pub hold_until: Option<DateTime<Utc>>,
    /// Since when it stands on the list.
    pub due_at: DateTime<Utc>,
    /// The language it is said in.
    pub language: String,
    /// What is said, as facts.
    pub payload: String,
}

/// A call that somebody made.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct MadeCall {
    /// Its task.
    pub task_id: i64,
    /// Who was called.
    pub person_id: i64,
    /// The enrolment it was about.
    pub enrolment_id: Option<i64>,
    /// The session it was about.
    pub session_id: Option<i64>,
    /// What was said, as facts.
    pub payload: String,
    /// When it was crossed off.
    pub settled_at: DateTime<Utc>,
    /// Who crossed it off.
    pub settled_by: Option<i64>,
}

/// What is said.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Said {
    /// The language.
    pub language: String,
    /// The facts, as JSON.
    pub payload: String,
    /// From when on.
    pub due_at: DateTime<Utc>,
}

const OPEN: &str = "SELECT t.id AS task_id, t.edition_id AS edition_id, t.person_id AS person_id,
    t.enrolment_id AS enrolment_id, t.session_id AS session_id, e.offering_id AS offering_id,
    e.hold_until AS hold_until, c.due_at AS due_at, c.language AS language, c.payload AS payload
    FROM calls c JOIN tasks t ON t.id = c.task_id LEFT JOIN enrolments e ON e.id = t.enrolment_id
    WHERE t.settled_at IS NULL";

async fn open_where(conn: &impl Conn, rest: &str, value: Value) -> Result<Vec<OpenCall>, Error> {
    let backend = conn.get_database_backend();
    let sql = format!("{OPEN} AND {rest} ORDER BY c.due_at, t.id");
    let rows = conn.query_all_raw(Statement::from_sql_and_values(backend, sql, [value])).await?;
    rows.iter().map(|row| OpenCall::from_query_result(row, "")).collect()
}

/// The calls to be made by an instant, in the order in which they became due.
pub async fn open(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<OpenCall>, Error> {
    open_where(conn, "c.due_at <= $1", now.into()).await
}

/// How many people are to be called by an instant about an edition, or about none: whoever is to be told several things is
/// called once. And since when the first call stands on the list.
pub async fn count_due(
    conn: &impl Conn,
    edition_id: i64,
    now: DateTime<Utc>,
) -> Result<(u32, Option<DateTime<Utc>>), Error> {
    let sql = "SELECT COUNT(DISTINCT t.person_id) AS n, MIN(c.due_at) AS earliest FROM calls c JOIN tasks t ON t.id = c.task_id
        WHERE t.settled_at IS NULL AND c.due_at <= $1 AND (t.edition_id = $2 OR t.edition_id IS NULL)";
    let backend = conn.get_database_backend();
    let statement = Statement::from_sql_and_values(backend, sql, [now.into(), edition_id.into()]);
    let Some(row) = conn.query_one_raw(statement).await? else { return Ok((0, None)) };
    let count = u32::try_from(row.try_get::<i64>("", "n")?).unwrap_or(u32::MAX);
    Ok((count, row.try_get("", "earliest")?))
}

/// When each of some people was last called.
pub async fn last_made(conn: &impl Conn, people: &[i64]) -> Result<HashMap<i64, DateTime<Utc>>, Error> {
    tasks::last_settled(conn, KIND, people).await
}

/// The calls that wait for one person, those to come too.
pub async fn open_of(conn: &impl Conn, person_id: i64) -> Result<Vec<OpenCall>, Error> {
    open_where(conn, "t.person_id = $1", person_id.into()).await
}

/// The calls about a session that nobody has made yet, those to come too.
pub async fn open_about(conn: &impl Conn, session_id: i64) -> Result<Vec<OpenCall>, Error> {
    open_where(conn, "t.session_id = $1", session_id.into()).await
}

/// One call nobody has made yet.
pub async fn open_one(conn: &impl Conn, task_id: i64) -> Result<Option<OpenCall>, Error> {
    Ok(open_where(conn, "t.id = $1", task_id.into()).await?.pop())
}

const MADE: &str = "SELECT t.id AS task_id, t.person_id AS person_id, t.enrolment_id AS enrolment_id,
    t.session_id AS session_id, c.payload AS payload, t.settled_at AS settled_at, t.settled_by AS settled_by
    FROM calls c JOIN tasks t ON t.id = c.task_id WHERE t.settled_at IS NOT NULL";

async fn made_where(conn: &impl Conn, rest: &str, value: Value) -> Result<Vec<MadeCall>, Error> {
    let backend = conn.get_database_backend();
    let sql = format!("{MADE} AND {rest} ORDER BY t.settled_at DESC, t.id DESC");
    let rows = conn.query_all_raw(Statement::from_sql_and_values(backend, sql, [value])).await?;
    rows.iter().map(|row| MadeCall::from_query_result(row, "")).collect()
}

/// The calls that were made since an instant, the newest first.
pub async fn made_since(conn: &impl Conn, since: DateTime<Utc>) -> Result<Vec<MadeCall>, Error> {
    made_where(conn, "t.settled_at >= $1", since.into()).await
}

/// The calls about an enrolment that were made, the newest first.
pub async fn made_about(conn: &impl Conn, enrolment_id: i64) -> Result<Vec<MadeCall>, Error> {
    made_where(conn, "t.enrolment_id = $1", enrolment_id.into()).await
}

/// One call that somebody made.
pub async fn made_one(conn: &impl Conn, task_id: i64) -> Result<Option<MadeCall>, Error> {
    Ok(made_where(conn, "t.id = $1", task_id.into()).await?.pop())
}

/// What was said about an enrolment, or is to be said, the newest first.
pub async fn said_of(conn: &impl Conn, enrolment_id: i64) -> Result<Vec<Said>, Error> {
    let sql = "SELECT c.language AS language, c.payload AS payload, c.due_at AS due_at
        FROM calls c JOIN tasks t ON t.id = c.task_id WHERE t.enrolment_id = $1 ORDER BY t.id DESC";
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, [enrolment_id.into()]);
    let rows = conn.query_all_raw(statement).await?;
    rows.iter().map(|row| Said::from_query_result(row, "")).collect()
}

/// Whether something newer was to be said about the same enrolment: all of it, or the same session of it.
pub async fn has_newer(conn: &impl Conn, call: &MadeCall) -> Result<bool, Error> {
    let Some(enrolment_id) = call.enrolment_id else { return Ok(false) };
    let sql = "SELECT n.id AS id FROM tasks n WHERE n.kind = 'call' AND n.enrolment_id = $1 AND n.id > $2
        AND (n.session_id IS NULL OR n.session_id = $3) LIMIT 1";
    let values: [Value; 3] = [enrolment_id.into(), call.task_id.into(), call.session_id.into()];
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    Ok(conn.query_one_raw(statement).await?.is_some())
}

/// Puts a call that was crossed off on the list again; false when it stands there already.
pub async fn reopen(tx: &Tx, task_id: i64) -> Result<bool, Error> {
    let sql =
        "UPDATE tasks SET settled_at = NULL, settled_by = NULL WHERE id = $1 AND settled_at IS NOT NULL";
    Ok(run(tx, sql, vec![task_id.into()]).await? == 1)
}

/// Whether there is, or was, a call with this task.
pub async fn exists(conn: &impl Conn, task_id: i64) -> Result<bool, Error> {
    Ok(entity::Entity::find().filter(entity::Column::TaskId.eq(task_id)).one(conn).await?.is_some())
}

/// Puts a call on the list; the same key twice is one call.
pub async fn add(tx: &Tx, task: Task, said: Said) -> Result<(), Error> {
    let key = task.key.clone();
    tasks::add(tx, task).await?;
    let sql = "SELECT t.id AS id FROM tasks t WHERE t.key = $1 AND NOT EXISTS (SELECT 1 FROM calls c WHERE c.task_id = t.id)";
    let backend = sea_orm::ConnectionTrait::get_database_backend(tx);
    let statement = Statement::from_sql_and_values(backend, sql, [key.into()]);
    let Some(row) = sea_orm::ConnectionTrait::query_one_raw(tx, statement).await? else { return Ok(()) };
    let row = entity::Model {
        id: 0,
        task_id: row.try_get("", "id")?,
        language: said.language,
        payload: said.payload,
        due_at: said.due_at,
    };
    insert!(tx, row).map(|_: entity::Model| ())
}

/// Takes a call off the list that has become untrue before anybody made it.
pub async fn drop_untold(tx: &Tx, task_id: i64) -> Result<(), Error> {
    entity::Entity::delete_many().filter(entity::Column::TaskId.eq(task_id)).exec(tx).await?;
    run(tx, "DELETE FROM tasks WHERE id = $1 AND settled_at IS NULL", vec![task_id.into()]).await.map(|_| ())
}

/// Remembers who made a call, and when; false when somebody was quicker.
pub async fn settle(tx: &Tx, task_id: i64, by: i64, now: DateTime<Utc>) -> Result<bool, Error> {
    let sql = "UPDATE tasks SET settled_at = $1, settled_by = $2 WHERE id = $3 AND settled_at IS NULL";
    Ok(run(tx, sql, vec![now.into(), by.into(), task_id.into()]).await? == 1)
}

async fn run(tx: &Tx, sql: &str, values: Vec<Value>) -> Result<u64, Error> {
    let backend = sea_orm::ConnectionTrait::get_database_backend(tx);
    let statement = Statement::from_sql_and_values(backend, sql, values);
    Ok(sea_orm::ConnectionTrait::execute_raw(tx, statement).await?.rows_affected())
}
