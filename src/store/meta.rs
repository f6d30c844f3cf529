//! Facts about the database itself.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, Statement};

use super::{Conn, Error, Tx};

/// Stores a fact.
pub async fn set(tx: &Tx, name: &str, value: &str) -> Result<(), Error> {
    let backend: DbBackend = sea_orm::ConnectionTrait::get_database_backend(tx);
    let sql = "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2";
    sea_orm::ConnectionTrait::execute_raw(
        tx,
        Statement::from_sql_and_values(backend, sql, [name.into(), value.into()]),
    )
    .await
    .map(|_| ())
}

/// Reads a fact.
pub async fn get(conn: &impl Conn, name: &str) -> Result<Option<String>, Error> {
    let sql = "SELECT value FROM meta WHERE name = $1";
    let row = conn
        .query_one_raw(Statement::from_sql_and_values(conn.get_database_backend(), sql, [name.into()]))
        .await?;
    row.map(|row| row.try_get("", "value")).transpose()
}

/// The newest instant at which anything happened: the program's clock never runs behind it.
pub async fn newest_instant(conn: &impl Conn) -> Result<Option<DateTime<Utc>>, Error> {
    let mut newest: Option<DateTime<Utc>> = None;
    for (column, table) in [
        ("at", "enrolment_history"),
        ("at", "audit"),
        ("begun_at", "outbox"),
        ("ended_at", "outbox"),
        ("marked_at", "marks"),
        ("created_at", "sign_ups"),
        ("created_at", "sign_ins"),
        ("used_at", "sign_in_requests"),
        ("created_at", "sign_in_requests"),
        ("created_at", "date_requests"),
        ("told_at", "date_requests"),
        ("confirmed_at", "sign_ups"),
        ("state_at", "enrolments"),
        ("closed_at", "registers"),
        ("took_effect_at", "registers"),
        ("reached_at", "rule_reached"),
        ("issued_at", "certificates"),
        ("finished_at", "certificate_batches"),
        ("answered_at", "name_checks"),
        ("opened_at", "disputes"),
        ("settled_at", "disputes"),
        ("created_at", "tasks"),
        ("settled_at", "tasks"),
        ("asked_at", "address_changes"),
        ("confirmed_at", "address_changes"),
    ] {
        let sql = format!("SELECT MAX({column}) AS newest FROM {table}");
        let row = conn.query_one_raw(Statement::from_string(conn.get_database_backend(), sql)).await?;
        let at: Option<DateTime<Utc>> = row.map(|row| row.try_get("", "newest")).transpose()?.flatten();
        newest = newest.max(at);
    }
    Ok(newest)
}

/// Whether a PostgreSQL database holds no table at all, of this program or another.
pub async fn is_empty(conn: &impl Conn) -> Result<bool, Error> {
    let sql = "SELECT COUNT(*) AS number FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')";
    let row = conn.query_one_raw(Statement::from_string(conn.get_database_backend(), sql)).await?;
    let number: i64 = row.map_or(Ok(0), |row| row.try_get("", "number"))?;
    Ok(number == 0)
}

/// Whether the database is one of this program, as far as its tables tell.
pub async fn is_migrated(conn: &impl Conn) -> Result<bool, Error> {
    let sql = "SELECT COUNT(*) AS number FROM meta";
    Ok(conn.query_one_raw(Statement::from_string(conn.get_database_backend(), sql)).await.is_ok())
}
