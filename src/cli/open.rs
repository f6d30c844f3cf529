//! Opens what the commands work with: settings, key, database, clock; puts them together.

use std::collections::BTreeMap;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use chrono::TimeDelta;
use tracing_subscriber::filter::{FilterFn, LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::Failure;
use crate::clock::Clock;
use crate::config::{Settings, key_file};
use crate::domain::award::prefix_of;
use crate::domain::letter::Sender;
use crate::random::Random;
use crate::secret::{Secret, same};
use crate::store::{Store, meta};
use crate::usecases::{Desk, Policy, accept_key};

/// The version of the privacy text of `locales/*/reference.ftl`: raised when its meaning changes.
const PRIVACY_VERSION: &str = "2026-11";
/// The name of the database in the data folder.
pub const DATABASE: &str = "percorso.sqlite";

/// Logs go to standard error; `RUST_LOG` chooses how much.
pub fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,rocket=off,percorso=info"));
    // Whatever the environment asks for: the web server's own lines carry addresses, cookies and answers of forms, and
    // an address can be a secret. Those it generates into our modules have a target that ends in `_`.
    let ours = FilterFn::new(|line| !line.target().ends_with("::_"));
    let heard = Targets::new()
        .with_default(LevelFilter::WARN)
        .with_target("percorso", LevelFilter::TRACE)
        .with_target("rocket", LevelFilter::OFF);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal());
    let started = tracing_subscriber::registry().with(ours).with(heard).with(filter).with(lines).try_init();
    if started.is_err() {
        super::say_error("logging had been started before");
    }
}

/// The environment's settings.
pub fn environment() -> BTreeMap<String, String> {
    std::env::vars().filter(|(name, _)| name.starts_with(crate::config::PREFIX)).collect()
}

/// Reads the settings of a data folder with the environment on top; a demo's folder is complete in itself, so that
/// no setting of the real program reaches it.
pub fn settings(data: &Path) -> Result<Settings, Failure> {
    match Settings::read(data, &BTreeMap::new()) {
        Ok(own) if own.demo.is_some() => Ok(own),
        _ => Settings::read(data, &environment()).map_err(|faults| several(&faults)),
    }
}

/// Several faults as lines.
pub fn several(faults: &[crate::config::Fault]) -> Failure {
    Failure::new(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\npercorso: "))
}

/// What to do where the key that a database was made with is gone.
const LOST: &str = "put the right one back from a backup. If it is lost for good, `percorso accept-key` takes another one: every sign-in, open link and calendar address ends with the old one";

/// The secret key: from the settings, or from its file. One is made only for a database that knows none (SQLite only).
pub async fn secret(data: &Path, settings: &Settings) -> Result<Secret, Failure> {
    let file = data.join(DATABASE);
    let missing = settings.secret_key.is_none() && settings.database.is_none() && !key_file(data).exists();
    if missing && file.exists() {
        // A database that cannot be looked at is complained of when it is opened.
        if let Ok(store) = Store::look_at_sqlite(&file).await
            && let Ok(Some(_)) = meta::get(store.reader(), accept_key::NAME).await
        {
            return Err(Failure::new(format!("{} is missing: {LOST}", key_file(data).display())));
        }
    }
    any_secret(data, settings)
}

/// The secret key, whatever the database knows.
pub fn any_secret(data: &Path, settings: &Settings) -> Result<Secret, Failure> {
    if let Some(hex) = &settings.secret_key {
        return parse_key(hex)
            .ok_or_else(|| Failure::new("secret_key cannot be used: it must be 64 hexadecimal digits"));
    }
    if settings.database.is_some() {
        return Err(Failure::new(
            "secret_key is missing: with a PostgreSQL database every program needs the same one, 64 hexadecimal digits",
        ));
    }
    let file = key_file(data);
    match std::fs::read_to_string(&file) {
        Ok(text) => parse_key(text.trim()).ok_or_else(|| {
            Failure::new(format!(
                "{} is damaged: it must hold 64 hexadecimal digits. Remove it, or {LOST}",
                file.display()
            ))
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make_key(&file),
        Err(error) => Err(Failure::new(format!("{} cannot be read: {error}", file.display()))),
    }
}

fn parse_key(hex: &str) -> Option<Secret> {
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    let mut key = [0u8; 32];
    for (index, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[index * 2..index * 2 + 2], 16).ok()?;
    }
    Some(Secret::new(key))
}

/// A new key in a file that only its owner can read; somebody quicker wins.
fn make_key(file: &Path) -> Result<Secret, Failure> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let key = Random::system().key();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    let mut handle =
        made.map_err(|error| Failure::new(format!("{} cannot be made: {error}", file.display())))?;
    handle.write_all(hex.as_bytes())?;
    handle.sync_all()?;
    Ok(Secret::new(key))
}

/// The database of the settings, made and brought up to date.
pub async fn store(data: &Path, settings: &Settings) -> Result<Store, Failure> {
    if let Some(url) = &settings.database {
        return Store::open_postgres(url).await.map_err(|error| {
            Failure::new(format!(
                "the PostgreSQL database cannot be used: {error}. {}",
                advice(&error.to_string())
            ))
        });
    }
    let file = data.join(DATABASE);
    Store::open_sqlite(&file).await.map_err(|error| {
        Failure::new(format!(
            "the database {} cannot be used: {error}. {}",
            file.display(),
            advice(&error.to_string())
        ))
    })
}

/// What to do about a database that cannot be opened, by what it says of itself.
fn advice(error: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| error.contains(word));
    if says(&["disk is full", "disk I/O"]) {
        "The disk is full or cannot be written: make room, then start again; nothing was lost"
    } else if says(&["malformed", "not a database"]) {
        "The file is damaged: put a backup in its place"
    } else if says(&["readonly", "unable to open"]) {
        "The folder or the file cannot be written by whoever runs the program: look at their rights"
    } else if says(&["timed out", "refused"]) {
        "No server answered: is it running, and are host and port in `database` right?"
    } else {
        "Nothing was changed"
    }
}

/// Refuses a key that is not the one this database was made with: every link and sign-in would be dead without a
/// word. A database that knows no key yet learns this one.
pub async fn same_key(store: &Store, secret: &Secret) -> Result<(), Failure> {
    let fingerprint = accept_key::fingerprint(secret);
    match meta::get(store.reader(), accept_key::NAME).await? {
        Some(known) if same(&known, &fingerprint) => Ok(()),
        Some(_) => {
            Err(Failure::new(format!("the secret key is not the one this database was made with: {LOST}")))
        }
        None => {
            let tx = store.begin().await?;
            meta::set(&tx, accept_key::NAME, &fingerprint).await?;
            Ok(tx.commit().await?)
        }
    }
}

/// Refuses a folder without a database: what works on one that exists makes none where a folder's name is mistyped.
pub fn has_database(data: &Path, settings: &Settings) -> Result<(), Failure> {
    if settings.database.is_none() && !data.join(DATABASE).exists() {
        return Err(Failure::new(format!("there is no database in {}", data.display())));
    }
    Ok(())
}

/// The folder of the data, made if it is missing: for its owner alone, because names and phone numbers are in it. One
/// that is there was given its rights by somebody, and keeps them.
pub fn folder(data: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(data)
        .map_err(|error| Failure::new(format!("the data folder {} cannot be made: {error}", data.display())))
}

/// A clock that never runs behind the newest stored instant; gives back its shift against the system's time.
pub async fn clock(store: &Store, shift: TimeDelta) -> Result<(Clock, TimeDelta), Failure> {
    let clock = Clock::shifted(shift);
    let newest = meta::newest_instant(store.reader()).await?;
    match newest {
        Some(newest) if newest > clock.now() => {
            let shift = clock.run_from(newest);
            Ok((clock, shift))
        }
        _ => Ok((clock, shift)),
    }
}

/// The clock's shift as the settings keep it.
pub fn shift(settings: &Settings) -> TimeDelta {
    TimeDelta::milliseconds(settings.demo.as_ref().map_or(0, |demo| demo.clock_shift_ms))
}

/// What use cases need of the settings.
pub fn policy(
    settings: &Settings,
    public_address: String,
    organisation: &str,
    mailbox: &str,
    mailbox_name: &str,
) -> Policy {
    let signature = settings.signature.clone().unwrap_or_else(|| organisation.to_owned());
    Policy {
        sender: Sender {
            public_address,
            organisation: organisation.to_owned(),
            mailbox: mailbox.to_owned(),
            mailbox_name: mailbox_name.to_owned(),
            phone: settings.phone.clone(),
            signature,
        },
        quiet_time: TimeDelta::minutes(settings.quiet_minutes.unwrap_or(10).clamp(0, 1_440)),
        register_delay: TimeDelta::minutes(settings.register_minutes.unwrap_or(30).clamp(0, 10_080)),
        privacy_version: PRIVACY_VERSION.to_owned(),
        sign_in_letters_per_hour: settings.sign_in_letters_per_hour.unwrap_or(5),
        sign_up_letters_per_hour: settings.sign_up_letters_per_hour.unwrap_or(10),
        sign_in_lasts: TimeDelta::days(30),
        certificate_prefix: prefix_of(settings.certificate_prefix.as_deref(), organisation),
        can_print: crate::documents::can_print,
    }
}

/// Everything a command that changes data works with. Settings that only `serve` needs may be missing.
pub async fn desk(data: &Path, settings: &Settings) -> Result<Desk, Failure> {
    folder(data)?;
    let secret = secret(data, settings).await?;
    let store = store(data, settings).await?;
    same_key(&store, &secret).await?;
    desk_with(settings, secret, store).await
}

/// The same with a key and a database at hand.
pub async fn desk_with(settings: &Settings, secret: Secret, store: Store) -> Result<Desk, Failure> {
    let (clock, _) = clock(&store, shift(settings)).await?;
    let text = |value: &Option<String>, default: &str| value.clone().unwrap_or_else(|| default.to_owned());
    let organisation = text(&settings.organisation, "Percorso");
    let policy = policy(
        settings,
        text(&settings.public_address, "http://127.0.0.1:8000").trim_end_matches('/').to_owned(),
        &organisation,
        &text(&settings.organizer_mailbox, "percorso@percorso.example"),
        &text(&settings.organizer_name, &organisation),
    );
    Ok(Desk { store, clock, random: Random::system(), secret, policy })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet_time(settings: &Settings) -> TimeDelta {
        policy(settings, String::new(), "AMALO", "corsi@percorso.example", "AMALO").quiet_time
    }

    #[test]
    fn a_change_waits_ten_minutes_for_another_one_unless_a_setting_says_otherwise() {
        assert_eq!(quiet_time(&Settings::default()), TimeDelta::minutes(10));
        for (set, minutes) in [(0, 0), (25, 25), (-5, 0), (100_000, 1_440)] {
            let settings = Settings { quiet_minutes: Some(set), ..Settings::default() };
            assert_eq!(quiet_time(&settings), TimeDelta::minutes(minutes), "quiet_minutes = {set}");
        }
    }
}
