//! The file an edition comes in: its form, and how it is read. `check.rs` looks at what it says, `write.rs` writes one.
//!
//! The file is read whole and checked whole before anything is written; each fault names its line and field.

use serde::Deserialize;
use toml::Spanned;

use crate::domain::certificate::CanPrint;

mod check;
mod checked;
mod lines;
mod reading;
mod together;
mod walk;
mod write;

pub use checked::{Checked, CheckedEdition, CheckedOffering, CheckedSession, CheckedTrainer};
pub use lines::{Lines, Part};
pub use reading::Reading;
pub use write::write;

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The field: `offering[2].session[1].date`.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, {}: {}", self.line, self.field, self.message)
    }
}

/// A value with its place in the file.
type At<T> = Spanned<T>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFile {
    format: At<i64>,
    edition: At<RawEdition>,
    #[serde(default)]
    offering: Vec<At<RawOffering>>,
    #[serde(default)]
    trainer: Vec<At<RawTrainer>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEdition {
    key: At<String>,
    title_it: At<String>,
    title_en: Option<At<String>>,
    project: Option<At<String>>,
    city: Option<At<String>>,
    zone: At<String>,
    published: bool,
    archived: Option<At<bool>>,
    workshops_required: At<i64>,
    provisional_places: bool,
    course_admission: At<String>,
    enrolment_closes: Option<At<String>>,
    certificate_days: Option<At<i64>>,
    carry_over: bool,
    lateness_minutes: Option<At<i64>>,
    signature: Option<At<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOffering {
    key: At<String>,
    slug: At<String>,
    kind: At<String>,
    topic: Option<At<String>>,
    title: Option<At<String>>,
    gloss_en: Option<At<String>>,
    text_it: Option<At<String>>,
    text_en: Option<At<String>>,
    fee: Option<At<String>>,
    published: bool,
    #[serde(default)]
    cancelled: bool,
    counts_toward_rule: Option<bool>,
    capacity: Option<At<i64>>,
    offers: Option<At<String>>,
    #[serde(default)]
    session: Vec<At<RawSession>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSession {
    number: At<i64>,
    date: Option<At<String>>,
    starts: Option<At<String>>,
    ends: Option<At<String>>,
    place: Option<At<String>>,
    #[serde(default)]
    cancelled: bool,
    #[serde(default)]
    trainers: Vec<At<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTrainer {
    email: At<String>,
    given_name: At<String>,
    family_name: At<String>,
}

/// Reads and checks a file.
///
/// # Errors
/// Every fault found, in the order of the file; one only where the file is no TOML of this form.
pub fn read(text: &str) -> Result<Checked, Vec<Fault>> {
    let reading = read_with(text, None);
    reading.checked().ok_or(reading.faults)
}

/// Reads a file as far as it can be read, and looks whether what certificates print of it can be printed.
pub fn read_whole(text: &str, can_print: CanPrint) -> Reading {
    read_with(text, Some(can_print))
}

fn read_with(text: &str, can_print: Option<CanPrint>) -> Reading {
    match toml::from_str::<RawFile>(text) {
        Ok(raw) => check::check(text, &raw, can_print),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            let field = field_of(text, start, error.message());
            let fault = Fault { line: line_of(text, start), field, message: error.message().to_owned() };
            Reading { faults: vec![fault], ..Reading::default() }
        }
    }
}

/// The field a fault of form is about: the one its message names (a missing or unknown one), else the one its line
/// begins with, within the table it stands in.
fn field_of(text: &str, start: usize, message: &str) -> String {
    let before = text.get(..start).unwrap_or_default();
    let line = text.lines().nth(line_of(text, start) - 1).unwrap_or_default();
    let named = message.strip_prefix("missing field").or_else(|| message.strip_prefix("unknown field"));
    let named = named.and_then(|rest| rest.split('`').nth(1));
    let own = line.split_once('=').map(|(key, _)| key.trim()).filter(|key| !key.starts_with('['));
    let heads = |line: &&str| line.trim_start().starts_with('[');
    let table = before.lines().chain([line]).rfind(heads).unwrap_or_default();
    let table: String = table.chars().filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c)).collect();
    match (table.as_str(), named.or(own)) {
        ("", None) => "file".to_owned(),
        ("", Some(field)) => field.to_owned(),
        (table, None) => table.to_owned(),
        (table, Some(field)) => format!("{table}.{field}"),
    }
}

/// The line of a byte, from 1.
fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
