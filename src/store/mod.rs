//! The database: the only layer that says `sea_orm`. One file per concept: entity on top, queries below.
//!
//! SQLite has one writer connection, whose transactions begin IMMEDIATE, and several read-only ones;
//! PostgreSQL has one pool, and decisions lock their rows. Functions take the transaction (or a reader),
//! never the [`Store`]: using the pool inside an open transaction would wait for itself. To add a concept:
//! 1. its table in a new migration; 2. a file here with the entity and its queries; 3. its line below.

use std::path::Path;
use std::time::Duration;

use migrations::{Migrator, MigratorTrait as _};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

pub mod action_links;
pub mod address_changes;
pub mod alike;
pub mod attendance;
pub mod audit;
pub mod calls;
pub mod certificate_batches;
pub mod certificates;
pub mod could_have;
pub mod date_requests;
pub mod day_facts;
pub mod declined;
pub mod disputes;
pub mod editions;
pub mod elsewhere;
pub mod enrolment_list;
pub mod enrolments;
pub mod erasure;
pub mod finished;
pub mod invites;
pub mod laws;
pub mod leases;
pub mod meta;
pub mod name_checks;
pub mod named;
pub mod nav_counts;
pub mod newest;
pub mod notes;
pub mod offerings;
pub mod outbox;
pub mod people;
pub mod programme;
pub mod proposed;
pub mod qualified;
pub mod registers;
pub mod roles;
pub mod rule;
pub mod seasons;
pub mod sessions;
pub mod sign_ins;
pub mod sign_ups;
pub mod size;
pub mod size_lists;
mod sqlite;
pub mod standing;
pub mod stated;
pub mod tasks;
pub mod texts;
pub mod topics;

/// What can go wrong with the database; always a fault of our own machinery, never a refusal.
pub type Error = sea_orm::DbErr;
/// An open transaction.
pub type Tx = DatabaseTransaction;

/// Something that answers queries: a transaction or a reader.
pub trait Conn: ConnectionTrait {}
impl<C: ConnectionTrait> Conn for C {}

/// The database of this program.
#[derive(Clone, Debug)]
pub struct Store {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
}

/// How long a connection may wait for its turn before the request fails with a clear fault.
const ACQUIRE: Duration = Duration::from_secs(20);

impl Store {
    /// Opens the SQLite file, made if it is missing, and brings its schema up to date.
    ///
    /// # Errors
    /// The file cannot be opened, is damaged, or cannot be migrated.
    pub async fn open_sqlite(file: &Path) -> Result<Self, Error> {
        let writer = Database::connect(sqlite::options(file, 1, false)).await?;
        sqlite::quick_check(&writer).await?;
        Migrator::up(&writer, None).await?;
        let reader = Database::connect(sqlite::options(file, 4, true)).await?;
        Ok(Self { writer, reader })
    }

    /// Opens an existing SQLite file to look at it; nothing is made or migrated.
    ///
    /// # Errors
    /// The file is missing or cannot be read.
    pub async fn look_at_sqlite(file: &Path) -> Result<Self, Error> {
        let reader = Database::connect(sqlite::options(file, 1, true)).await?;
        Ok(Self { writer: reader.clone(), reader })
    }

    /// Connects to PostgreSQL and brings its schema up to date; several programs starting together take turns.
    ///
    /// # Errors
    /// The server does not answer, or the schema cannot be migrated.
    pub async fn open_postgres(url: &str) -> Result<Self, Error> {
        let pool = Database::connect(postgres_options(url, 16)).await?;
        migrate_in_turn(url).await?;
        Ok(Self { writer: pool.clone(), reader: pool })
    }

    /// Connects to PostgreSQL to look at it; nothing is migrated.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn look_at_postgres(url: &str) -> Result<Self, Error> {
        let pool = Database::connect(postgres_options(url, 1)).await?;
        Ok(Self { writer: pool.clone(), reader: pool })
    }

    /// Drops every table of this program from a PostgreSQL database; asked only of a demo's.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn empty_postgres(url: &str) -> Result<(), Error> {
        let one = Database::connect(postgres_options(url, 1)).await?;
        Migrator::reset(&one).await?;
        one.execute_unprepared("DROP TABLE IF EXISTS seaql_migrations").await?;
        one.close().await
    }

    /// Begins a transaction that may write.
    ///
    /// # Errors
    /// No connection was free in time, or the database cannot be written.
    pub async fn begin(&self) -> Result<Tx, Error> {
        self.writer
            .begin_with_options(TransactionOptions {
                isolation_level: None,
                access_mode: None,
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            })
            .await
    }

    /// A reader: sees what is committed, cannot write (on SQLite the connection itself refuses).
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Whether this is the embedded database.
    pub fn is_embedded(&self) -> bool {
        self.reader.get_database_backend() == DbBackend::Sqlite
    }

    /// Asks the database for a sign of life: whether it can be read, and whether somebody could write now.
    ///
    /// # Errors
    /// It gave none.
    pub async fn ping(&self) -> Result<(), Error> {
        meta::get(&self.reader, "health").await?;
        self.begin().await?.rollback().await
    }

    /// Makes what was blanked or deleted leave the disk: SQLite's write-ahead log, which still holds the pages of
    /// before, is folded into the file and emptied. PostgreSQL keeps its log where no backup of tables reaches.
    /// Somebody who is reading may hold it up; then it stays as it is until the next time.
    ///
    /// # Errors
    /// The file cannot be written.
    pub async fn fold_log(&self) -> Result<(), Error> {
        if self.is_embedded() {
            self.writer.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    /// Asks the database file whether it is whole; PostgreSQL looks after its own.
    ///
    /// # Errors
    /// It is damaged.
    pub async fn is_whole(&self) -> Result<(), Error> {
        if self.is_embedded() { sqlite::quick_check(&self.reader).await } else { Ok(()) }
    }

    /// Closes all connections; SQLite's write-ahead log is folded into the file.
    ///
    /// # Errors
    /// A connection could not be closed.
    pub async fn close(self) -> Result<(), Error> {
        self.reader.close().await?;
        self.writer.close().await
    }
}

fn postgres_options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).acquire_timeout(ACQUIRE).sqlx_logging(false);
    options
}

/// Migrates under an advisory lock, on one connection of its own, so that the lock and the work are the same
/// session's.
async fn migrate_in_turn(url: &str) -> Result<(), Error> {
    const LOCK: i64 = 0x5045_5243_4F52_534F;
    let one = Database::connect(postgres_options(url, 1)).await?;
    let lock = |verb: &str| Statement::from_string(DbBackend::Postgres, format!("SELECT {verb}({LOCK})"));
    one.execute_raw(lock("pg_advisory_lock")).await?;
    let done = Migrator::up(&one, None).await;
    one.execute_raw(lock("pg_advisory_unlock")).await?;
    done?;
    one.close().await
}

/// Locks rows of a table in ascending id until the transaction ends. SQLite has one writer, whose transaction
/// holds the whole database already. NO KEY: rows that only point to a locked one (a mark to its trainer) need
/// not wait, and cannot make a circle of waiting.
pub(crate) async fn lock_rows(tx: &Tx, table: &str, ids: &[i64]) -> Result<(), Error> {
    if tx.get_database_backend() != DbBackend::Postgres || ids.is_empty() {
        return Ok(());
    }
    let mut sorted = ids.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let list = sorted.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT id FROM {table} WHERE id IN ({list}) ORDER BY id FOR NO KEY UPDATE");
    tx.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await.map(|_| ())
}

/// Whether a row of one of these tables names an id in a column.
async fn is_pointed_to(conn: &impl Conn, tables: &[&str], column: &str, id: i64) -> Result<bool, Error> {
    let one = |table: &&str| format!("SELECT 1 AS found FROM {table} WHERE {column} = {id}");
    let sql = format!("{} LIMIT 1", tables.iter().map(one).collect::<Vec<_>>().join(" UNION ALL "));
    let found = conn.query_one_raw(Statement::from_string(conn.get_database_backend(), sql)).await?;
    Ok(found.is_some())
}

/// Inserts a whole row, but for its key, and gives it back with the key.
macro_rules! insert {
    ($conn:expr, $row:expr) => {{
        use sea_orm::{ActiveModelTrait as _, ActiveValue, IntoActiveModel as _};
        let mut active = $row.into_active_model();
        active.id = ActiveValue::NotSet;
        active.insert($conn).await
    }};
}
pub(crate) use insert;
