//! How SQLite is opened: one file, write-ahead log, nothing acknowledged before it is on the disk.

use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};

use super::{ACQUIRE, Error};

/// How the file is opened.
pub(super) fn options(file: &Path, connections: u32, read_only: bool) -> ConnectOptions {
    // Percent signs, question marks and hashes have a meaning in an address; folders may carry them.
    let path: String = file
        .display()
        .to_string()
        .chars()
        .map(|c| match c {
            '%' => "%25".to_owned(),
            '?' => "%3F".to_owned(),
            '#' => "%23".to_owned(),
            other => other.to_string(),
        })
        .collect();
    let mode = if read_only { "ro" } else { "rwc" };
    let mut options = ConnectOptions::new(format!("sqlite://{path}?mode={mode}"));
    options.max_connections(connections).acquire_timeout(ACQUIRE).sqlx_logging(false);
    // SQLite ends a transaction by itself when the disk is full or fails; the driver goes on counting it as open,
    // and every later "commit" on that connection would store nothing. Such a connection is thrown away. The ping
    // lets a rollback that is still queued happen first.
    options.map_sqlx_sqlite_before_acquire(|connection, _| {
        Box::pin(async move {
            connection.ping().await?;
            Ok(!connection.is_in_transaction())
        })
    });
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = sqlite
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            // Sixteen megabytes for each connection, and rows handed over many at a time: pages of a large database are
            // read from the system again and again otherwise.
            .pragma("cache_size", "-16000")
            .row_buffer_size(1000);
        if read_only {
            sqlite
        } else {
            // What is blanked or deleted is overwritten with zeros: the file is copied for backups.
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .pragma("secure_delete", "ON")
        }
    });
    options
}

/// Looks whether the file is whole: a damaged page would otherwise show itself to the first visitor who needs it.
pub(super) async fn quick_check(connection: &DatabaseConnection) -> Result<(), Error> {
    let sql = Statement::from_string(DbBackend::Sqlite, "PRAGMA quick_check(1)");
    let found: Option<String> = match connection.query_one_raw(sql).await? {
        Some(row) => Some(row.try_get_by_index(0)?),
        None => None,
    };
    match found.as_deref() {
        Some("ok") | None => Ok(()),
        Some(fault) => Err(Error::Custom(format!("database disk image is malformed: {fault}"))),
    }
}
