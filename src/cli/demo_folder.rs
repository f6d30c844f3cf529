//! The demo's data folder: what it holds, what a demo made in it, the demo's settings.

use std::path::{Path, PathBuf};

use super::demo::DemoArgs;
use super::serve::mail_folder;
use super::{Failure, open};
use crate::config::{Demo, FILE, Settings};
use crate::random::Random;
use crate::store::{Store, meta};

/// The name under which the database says that it is a demo's: `filling`, then `ready`.
pub(super) const MARK: &str = "demo";

/// Who sends the demo's mails.
const MAILBOX: &str = "corsi@percorso.example";

/// What the folder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Empty,
    HalfMade,
    Ready,
}

/// Looks at the folder; a database that is not a demo's is never touched.
pub(super) async fn look(args: &DemoArgs) -> Result<Standing, Failure> {
    let file = args.data.join(open::DATABASE);
    let store = match &args.database {
        Some(url) => Store::look_at_postgres(url).await?,
        None if !file.exists() => return Ok(Standing::Empty),
        None => {
            Store::look_at_sqlite(&file).await.map_err(|error| not_a_demo(&args.data, &error.to_string()))?
        }
    };
    if args.database.is_some() && meta::is_empty(store.reader()).await? {
        store.close().await?;
        return Ok(Standing::Empty);
    }
    let mark =
        meta::get(store.reader(), MARK).await.map_err(|error| not_a_demo(&args.data, &error.to_string()))?;
    store.close().await?;
    match mark.as_deref() {
        Some("ready") => Ok(Standing::Ready),
        Some(_) => Ok(Standing::HalfMade),
        None => Err(not_a_demo(&args.data, "it carries no mark of a demo")),
    }
}

fn not_a_demo(data: &Path, why: &str) -> Failure {
    Failure::new(format!(
        "{} holds a database that is not a demo's ({why}); nothing was touched. Name another folder with --data",
        data.display()
    ))
}

/// Removes what a demo made, and nothing else that lies in the folder: without the demo's own settings, nothing.
pub(super) fn clear(data: &Path) -> Result<(), Failure> {
    if !Settings::read(data, &std::collections::BTreeMap::new()).is_ok_and(|s| s.demo.is_some()) {
        return Ok(());
    }
    let database = data.join(open::DATABASE);
    for ending in ["", "-wal", "-shm"] {
        remove(&PathBuf::from(format!("{}{ending}", database.display())))?;
    }
    remove(&data.join(FILE))?;
    let mail = mail_folder(data);
    let Ok(entries) = std::fs::read_dir(&mail) else { return Ok(()) };
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let numbered =
            name.len() > 7 && name.as_bytes()[..6].iter().all(u8::is_ascii_digit) && name.ends_with(".eml");
        let unfinished = name.starts_with('.') && name.ends_with(".part");
        if unfinished || (numbered && is_ours(&mail.join(&name))) {
            remove(&mail.join(name))?;
        }
    }
    Ok(())
}

/// Whether a mail was written by a demo: by its sender, which no other program has.
fn is_ours(mail: &Path) -> bool {
    let sender = format!("<{MAILBOX}>");
    std::fs::read(mail).is_ok_and(|bytes| {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).into_owned();
        head.lines().any(|line| line.starts_with("From:") && line.contains(&sender))
    })
}

fn remove(path: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::new(format!("{} cannot be removed: {error}", path.display())))
        }
        _ => Ok(()),
    }
}

/// The demo's settings, complete in themselves; a settings file that was there before is kept beside.
pub(super) fn write_settings(args: &DemoArgs, new: bool) -> Result<Settings, Failure> {
    let nothing = std::collections::BTreeMap::new();
    let before = Settings::read(&args.data, &nothing).ok().filter(|settings| settings.demo.is_some());
    let file = args.data.join(FILE);
    if before.is_none() && file.exists() {
        let mut kept = args.data.join("percorso.toml.kept");
        for number in 2.. {
            if !kept.exists() {
                break;
            }
            kept = args.data.join(format!("percorso.toml.kept-{number}"));
        }
        std::fs::rename(&file, kept)?;
    }
    let key = Random::system().key().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let settings = Settings {
        public_address: Some(format!("http://127.0.0.1:{}", args.port)),
        organisation: Some("AMALO".to_owned()),
        organizer_mailbox: Some(MAILBOX.to_owned()),
        organizer_name: Some("Segreteria corsi AMALO".to_owned()),
        phone: Some("800 135 437".to_owned()),
        signature: Some("Il gruppo formazione".to_owned()),
        mail: Some("none".to_owned()),
        database: args.database.clone(),
        port: Some(args.port),
        // The demo's key is its own and stands in its settings; a key file that lies in the folder is not touched.
        secret_key: before.as_ref().and_then(|b| b.secret_key.clone()).or(Some(key)),
        requests_per_minute: Some(0),
        sign_ups_per_hour: Some(0),
        demo: before.and_then(|b| b.demo).filter(|_| !new).or(Some(Demo { clock_shift_ms: 0 })),
        ..Settings::default()
    };
    settings.write(&args.data)?;
    Ok(settings)
}
