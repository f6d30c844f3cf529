//! The settings: one typed file, `percorso.toml` in the data folder, and environment variables on top of it.
//! `percorso.example.toml` explains each; a test compares the two.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::person::EmailAddress;
use value::{address, is_header, required, text};

mod value;

/// The name of the file in the data folder.
pub const FILE: &str = "percorso.toml";

/// Every setting as it can stand in the file; a setting that is missing has its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The address people reach the program under, with its scheme.
    pub public_address: Option<String>,
    /// The name of the organisation.
    pub organisation: Option<String>,
    /// The mailbox that sends every mail and invites to every session.
    pub organizer_mailbox: Option<String>,
    /// The name beside it.
    pub organizer_name: Option<String>,
    /// A phone number for people.
    pub phone: Option<String>,
    /// Who signs letters.
    pub signature: Option<String>,
    /// The beginning of every certificate's number.
    pub certificate_prefix: Option<String>,
    /// `none`, or the address of an SMTP server.
    pub mail: Option<String>,
    /// The address of a PostgreSQL database; none = SQLite in the data folder.
    pub database: Option<String>,
    /// On which address the program listens.
    pub listen: Option<String>,
    /// On which port.
    pub port: Option<u16>,
    /// The header in which a reverse proxy names the client's address.
    pub client_address_header: Option<String>,
    /// The secret key, 64 hexadecimal digits; none = made in the data folder (SQLite only).
    pub secret_key: Option<String>,
    /// Minutes that a change waits for another one before people are told.
    pub quiet_minutes: Option<i64>,
    /// Minutes from closing a register to its taking effect.
    pub register_minutes: Option<i64>,
    /// Sign-in letters to one address in an hour; 0 = no limit.
    pub sign_in_letters_per_hour: Option<u64>,
    /// Sign-up letters to one address in an hour; 0 = no limit.
    pub sign_up_letters_per_hour: Option<u64>,
    /// Requests from one client address in a minute; 0 = no limit.
    pub requests_per_minute: Option<u32>,
    /// Sign-up forms from one client address in an hour; 0 = no limit.
    pub sign_ups_per_hour: Option<u32>,
    /// What `demo` keeps; no setting for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demo: Option<Demo>,
}

/// What the demo keeps in its data folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// How far the demo's clock is ahead of the system's, in milliseconds.
    pub clock_shift_ms: i64,
}

/// What is wrong with the settings: name and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(pub String);

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The prefix of environment variables: `PERCORSO_PUBLIC_ADDRESS`.
pub const PREFIX: &str = "PERCORSO_";

impl Settings {
    /// Reads the file of a data folder (missing = empty) and the environment on top.
    ///
    /// # Errors
    /// Each setting that is unknown or of the wrong kind, by name.
    pub fn read(data: &Path, environment: &BTreeMap<String, String>) -> Result<Self, Vec<Fault>> {
        let file = data.join(FILE);
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(vec![Fault(format!("{} cannot be read: {error}", file.display()))]),
        };
        let settings: Self = toml::from_str(&text)
            .map_err(|error| vec![Fault(format!("{}: {}", file.display(), error.to_string().trim_end()))])?;
        settings.with_environment(environment)
    }

    fn with_environment(self, environment: &BTreeMap<String, String>) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut table = toml::Table::try_from(&self).map_err(|error| vec![Fault(error.to_string())])?;
        for (name, value) in environment {
            let Some(key) = name.strip_prefix(PREFIX).map(str::to_lowercase) else { continue };
            let value = value
                .parse::<i64>()
                .map_or_else(|_| toml::Value::String(value.clone()), toml::Value::Integer);
            let value = if TEXTS.contains(&key.as_str()) { as_text(value) } else { value };
            let mut one = toml::Table::new();
            one.insert(key.clone(), value.clone());
            match one.try_into::<Self>() {
                Ok(_) if key != "demo" => {
                    table.insert(key, value);
                }
                _ => faults.push(Fault(format!(
                    "{name}: unknown, or not of the right kind; percorso.example.toml explains each setting"
                ))),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        table.try_into().map_err(|error: toml::de::Error| vec![Fault(error.to_string())])
    }

    /// Writes the file of a data folder, whole or not at all.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn write(&self, data: &Path) -> std::io::Result<()> {
        let text = toml::to_string(self).map_err(std::io::Error::other)?;
        let passing = data.join(".percorso.toml.part");
        write_private(&passing, &text)?;
        std::fs::rename(passing, data.join(FILE))
    }

    /// What `serve` cannot do without, checked.
    ///
    /// # Errors
    /// Each setting that is missing or wrong, with what would be right.
    pub fn for_serving(&self) -> Result<Serving, Vec<Fault>> {
        let mut faults = Vec::new();
        let public_address = required(
            &self.public_address,
            "public_address",
            "the address people use, like \"https://percorso.example.org\"",
            &mut faults,
            address,
        );
        let organisation = required(
            &self.organisation,
            "organisation",
            "the name of the organisation, like \"AMALO\"",
            &mut faults,
            text,
        );
        let mailbox = required(
            &self.organizer_mailbox,
            "organizer_mailbox",
            "a mailbox that somebody reads, like \"corsi@example.org\"",
            &mut faults,
            |value| EmailAddress::parse(value).ok().map(|address| address.to_string()),
        );
        let mail = required(
            &self.mail,
            "mail",
            "\"none\", or an SMTP server like \"smtps://user:password@mail.example.org:465\"",
            &mut faults,
            |value| {
                (value == "none" || value.starts_with("smtp://") || value.starts_with("smtps://"))
                    .then(|| value.to_owned())
            },
        );
        for (name, value, most) in [
            ("quiet_minutes", self.quiet_minutes, 1_440),
            ("register_minutes", self.register_minutes, 10_080),
        ] {
            if let Some(value) = value.filter(|value| !(0..=most).contains(value)) {
                faults.push(Fault(format!("{name} = {value} cannot be used: write 0 to {most} minutes")));
            }
        }
        // A port of 0 would be any free one, which nobody is told.
        if self.port == Some(0) {
            faults.push(Fault("port = 0 cannot be used: write a number from 1 to 65535".to_owned()));
        }
        if let Some(name) = self.client_address_header.as_deref().filter(|name| !is_header(name)) {
            let right =
                "it must be the name of a header, like \"X-Real-IP\"; leave it out where there is no proxy";
            faults.push(Fault(format!("client_address_header = {name:?} cannot be used: {right}")));
        }
        match (public_address, organisation, mailbox, mail) {
            (Some(public_address), Some(organisation), Some(mailbox), Some(mail)) if faults.is_empty() => {
                let name = self.organizer_name.clone().unwrap_or_else(|| organisation.clone());
                Ok(Serving { public_address, organisation, mailbox, mailbox_name: name, mail })
            }
            _ => Err(faults),
        }
    }
}

/// Settings that are text even where they look like a number.
const TEXTS: [&str; 12] = [
    "public_address",
    "organisation",
    "organizer_mailbox",
    "organizer_name",
    "phone",
    "signature",
    "certificate_prefix",
    "mail",
    "database",
    "listen",
    "client_address_header",
    "secret_key",
];

fn as_text(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Integer(number) => toml::Value::String(number.to_string()),
        other => other,
    }
}

/// The settings `serve` cannot do without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serving {
    /// Without a slash at the end.
    pub public_address: String,
    /// The organisation.
    pub organisation: String,
    /// The organizer's mailbox.
    pub mailbox: String,
    /// Its name.
    pub mailbox_name: String,
    /// `none` or an SMTP address.
    pub mail: String,
}

/// Writes a file that only its owner can read: settings may hold passwords and keys.
fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut handle =
        std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    handle.write_all(text.as_bytes())?;
    handle.sync_all()
}

/// The file of a data folder's secret key.
pub fn key_file(data: &Path) -> PathBuf {
    data.join("secret.key")
}

#[cfg(test)]
mod tests;
