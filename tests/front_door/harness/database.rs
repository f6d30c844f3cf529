//! A database of a test's own: a copy of a migrated SQLite file, or a PostgreSQL database made from a template.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use percorso::store::Store;
use sea_orm::{ConnectionTrait as _, Statement};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// Where a test's data is.
pub struct Database {
    folder: TempDir,
    postgres: Option<String>,
}

static SQLITE_TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
static POSTGRES_TEMPLATE: OnceCell<String> = OnceCell::const_new();
static COUNT: AtomicU32 = AtomicU32::new(0);

impl Database {
    /// An SQLite database.
    pub async fn sqlite() -> Self {
        let template = SQLITE_TEMPLATE.get_or_init(sqlite_template).await;
        let folder = folder();
        std::fs::copy(template, folder.path().join("percorso.sqlite")).expect("a copy of the template");
        Self { folder, postgres: None }
    }

    /// A PostgreSQL database; `scripts/test` starts the server. There is no test without it.
    pub async fn postgres() -> Self {
        let template = POSTGRES_TEMPLATE.get_or_init(postgres_template).await;
        let name = format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        command(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Self { folder: folder(), postgres: Some(address(&name)) }
    }

    /// Another one of the same kind.
    pub async fn another(&self) -> Self {
        if self.postgres.is_some() { Self::postgres().await } else { Self::sqlite().await }
    }

    /// Gives its room back; hundreds of them would fill a small machine's memory or disk.
    pub async fn give_up(self) {
        if let Some((_, name)) = self.postgres.as_deref().and_then(|url| url.rsplit_once('/')) {
            command(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }

    /// Opens it.
    pub async fn store(&self) -> Store {
        match &self.postgres {
            Some(url) => Store::open_postgres(url).await.expect("the PostgreSQL database opens"),
            None => Store::open_sqlite(&self.folder.path().join("percorso.sqlite"))
                .await
                .expect("the SQLite database opens"),
        }
    }

    /// Every byte that the embedded database keeps on the disk, its journals included.
    pub fn bytes(&self) -> Vec<u8> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder");
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        files.retain(|file| file.to_string_lossy().contains("percorso.sqlite"));
        assert!(!files.is_empty(), "the database has a file");
        files.iter().flat_map(|file| std::fs::read(file).expect("a file")).collect()
    }

    /// Where its mails are.
    pub fn mail_folder(&self) -> PathBuf {
        self.folder.path().join("mail")
    }
}

fn folder() -> TempDir {
    let memory = std::path::Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.expect("a folder")
}

async fn sqlite_template() -> PathBuf {
    let file = folder().keep().join("template.sqlite");
    Store::open_sqlite(&file).await.expect("a new database").close().await.expect("it closes");
    file
}

async fn postgres_template() -> String {
    let name = format!("template_{}", std::process::id());
    // A server that is kept between runs may hold one of a process of the same number.
    command(&format!("DROP DATABASE IF EXISTS {name}")).await;
    command(&format!("CREATE DATABASE {name}")).await;
    Store::open_postgres(&address(&name)).await.expect("a new database").close().await.expect("it closes");
    name
}

/// The server that `scripts/test` started.
fn server() -> String {
    std::env::var("TEST_PG_URL")
        .expect("TEST_PG_URL is not set: run scripts/test, which starts a PostgreSQL server of its own")
}

fn address(database: &str) -> String {
    let server = server();
    let (start, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{start}/{database}")
}

async fn command(sql: &str) {
    let connection = sea_orm::Database::connect(server()).await.expect("the PostgreSQL server");
    connection
        .execute_raw(Statement::from_string(sea_orm::DbBackend::Postgres, sql))
        .await
        .expect("the command runs");
    connection.close().await.expect("the connection closes");
}
