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
            Self::Files(files) => match files.write(message.formatted(), kind).await {
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
    /// One after the other, so that numbers follow the order of sending.
    async fn write(&self, bytes: Vec<u8>, kind: &str) -> std::io::Result<()> {
        let mut last = self.last.lock().await;
        let (folder, kind, known) = (self.folder.clone(), kind.to_owned(), last.unwrap_or(0));
        let written = tokio::task::spawn_blocking(move || write_next(&folder, &bytes, &kind, known)).await;
        *last = Some(written.map_err(std::io::Error::other)??);
        Ok(())
    }
}

/// Writes the next file; gives its number. The folder is locked meanwhile, because another program may write into it
/// (`mail-test` beside the demo); whoever looks without a lock sees whole messages only.
fn write_next(folder: &Path, bytes: &[u8], kind: &str, known: u64) -> std::io::Result<u64> {
    let turn = std::fs::File::open(folder)?;
    turn.lock()?;
    let number = last_number(folder)?.max(known) + 1;
    let passing = folder.join(format!(".{number:06}.part"));
    std::fs::write(&passing, bytes)?;
    std::fs::rename(&passing, folder.join(format!("{number:06}-{kind}.eml")))?;
    Ok(number)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(subject: &str) -> Message {
        Message::builder()
            .from("corsi@percorso.example".parse().unwrap())
            .to("ada@posta.example".parse().unwrap())
            .subject(subject)
            .body(String::new())
            .unwrap()
    }

    #[tokio::test]
    async fn two_programs_that_take_turns_in_one_folder_never_overwrite_each_others_number() {
        let folder = tempfile::tempdir().unwrap();
        let first = Transport::files(folder.path()).unwrap();
        let second = Transport::files(folder.path()).unwrap();
        let turns = [&first, &first, &second, &second, &first, &second];
        for (index, program) in turns.into_iter().enumerate() {
            let subject = format!("letter {}", index + 1);
            assert_eq!(program.hand_over(letter(&subject), "prova").await, Handed::Over);
        }
        let mut found: Vec<(String, String)> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let text = std::fs::read_to_string(entry.path()).unwrap();
                let subject = text.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap();
                (entry.file_name().to_string_lossy().into_owned(), subject.to_owned())
            })
            .collect();
        found.sort();
        let wanted: Vec<(String, String)> =
            (1..=6).map(|number| (format!("{number:06}-prova.eml"), format!("letter {number}"))).collect();
        assert_eq!(found, wanted);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn two_programs_that_write_at_once_each_have_numbers_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        let programs = [Transport::files(folder.path()).unwrap(), Transport::files(folder.path()).unwrap()];
        let mut sending = Vec::new();
        for program in programs {
            sending.push(tokio::spawn(async move {
                for index in 0..40 {
                    let handed = program.hand_over(letter(&format!("letter {index}")), "prova").await;
                    assert_eq!(handed, Handed::Over);
                }
            }));
        }
        for one in sending {
            one.await.unwrap();
        }
        let mut found: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        found.sort();
        let wanted: Vec<String> = (1..=80).map(|number| format!("{number:06}-prova.eml")).collect();
        assert_eq!(found, wanted);
    }
}
