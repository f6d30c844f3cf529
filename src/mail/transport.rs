//! Hands messages over: to an SMTP server, or to a folder of files.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use tokio::sync::Mutex;

/// How long one message may take, from connecting to the server's last word. The crate's own time-out covers
/// the connection only.
const LONGEST: Duration = Duration::from_secs(60);

/// Where messages go.
#[derive(Clone)]
pub enum Transport {
    /// An SMTP server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A folder: one file per message, numbered in the order of sending.
    Files(Files),
    /// Nowhere: letters wait in the outbox (`mail = "none"`).
    Nowhere,
}

/// A folder of messages.
#[derive(Clone)]
pub struct Files {
    folder: PathBuf,
    /// The number of the last file; held while one is written, so that numbers follow the order of sending.
    last: Arc<Mutex<Option<u64>>>,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Over.
    Over,
    /// Not now.
    Later(String),
    /// Refused for good.
    Refused(String),
}

impl Transport {
    /// An SMTP server by its address: `smtp://host:25`, `smtps://user:password@host:465`.
    ///
    /// # Errors
    /// An address that cannot be read.
    pub fn smtp(url: &str) -> Result<Self, String> {
        let pool = PoolConfig::new().max_size(4).idle_timeout(Duration::from_secs(30));
        let builder =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|error| error.to_string())?;
        Ok(Self::Smtp(builder.timeout(Some(Duration::from_secs(20))).pool_config(pool).build()))
    }

    /// A folder, made if it is missing.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn files(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self::Files(Files { folder: folder.to_owned(), last: Arc::new(Mutex::new(None)) }))
    }

    /// Whether messages leave at all.
    pub fn sends(&self) -> bool {
        !matches!(self, Self::Nowhere)
    }

    /// Hands one message over; never waits longer than a minute.
    pub async fn hand_over(&self, message: Message, kind: &str) -> Handed {
        match self {
            Self::Smtp(server) => match tokio::time::timeout(LONGEST, server.send(message)).await {
                Ok(Ok(_)) => Handed::Over,
                Ok(Err(error)) if refuses_the_letter(&error) => Handed::Refused(error.to_string()),
                Ok(Err(error)) => Handed::Later(error.to_string()),
                Err(_) => {
                    Handed::Later(format!("the mail server did not answer within {} s", LONGEST.as_secs()))
                }
            },
            Self::Files(files) => match files.write(&message.formatted(), kind).await {
                Ok(()) => Handed::Over,
                Err(error) => Handed::Later(format!("the mail folder cannot be written: {error}")),
            },
            Self::Nowhere => Handed::Later("no mail server is set".to_owned()),
        }
    }
}

/// Whether the server said no to this letter, and not to us: wrong credentials, a missing TLS, a refused
/// connection or a broken answer end no letter (RFC 4954 section 6 names the codes of authentication).
fn refuses_the_letter(error: &lettre::transport::smtp::Error) -> bool {
    let code = error.status().map(u16::from);
    error.is_permanent() && !matches!(code, Some(500..=504 | 521 | 530 | 534 | 535 | 538))
}

impl Files {
    /// Written under a passing name and renamed: whoever looks sees whole messages only.
    async fn write(&self, bytes: &[u8], kind: &str) -> std::io::Result<()> {
        let mut last = self.last.lock().await;
        // Another program may write into the same folder (`mail-test` beside the demo): look at each turn.
        let number = last_number(&self.folder)?.max(last.unwrap_or(0)) + 1;
        let passing = self.folder.join(format!(".{number:06}-{}.part", std::process::id()));
        tokio::fs::write(&passing, bytes).await?;
        tokio::fs::rename(&passing, self.folder.join(format!("{number:06}-{kind}.eml"))).await?;
        *last = Some(number);
        Ok(())
    }
}

fn last_number(folder: &Path) -> std::io::Result<u64> {
    let mut last = 0;
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        let number = name.to_string_lossy().split('-').next().and_then(|n| n.parse::<u64>().ok());
        last = last.max(number.unwrap_or(0));
    }
    Ok(last)
}
