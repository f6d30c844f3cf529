//! Reads messages back that were written as files: for the demo's mail page.

use std::path::Path;

use mail_parser::{MessageParser, MimeHeaders as _};

/// A message as the demo shows it.
#[derive(Clone, Debug)]
pub struct ReadMail {
    /// The number of its file: the order of sending.
    pub number: u64,
    /// Subject.
    pub subject: String,
    /// Address.
    pub to: String,
    /// Seconds since 1970.
    pub at: i64,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar object, unfolded no further than it came.
    pub calendar: Option<String>,
}

/// The numbers and names of the messages in a folder, newest first.
///
/// # Errors
/// The folder cannot be read.
pub fn list(folder: &Path) -> std::io::Result<Vec<(u64, String)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let number = name.split('-').next().and_then(|n| n.parse::<u64>().ok());
        if let Some(number) = number.filter(|_| Path::new(&name).extension().is_some_and(|e| e == "eml")) {
            found.push((number, name));
        }
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    Ok(found)
}

/// Reads one message.
///
/// # Errors
/// The file cannot be read, or is no message.
pub fn read(folder: &Path, number: u64, name: &str) -> std::io::Result<ReadMail> {
    let bytes = std::fs::read(folder.join(name))?;
    let message =
        MessageParser::default().parse(&bytes).ok_or_else(|| std::io::Error::other("not a message"))?;
    let is_calendar = |part: &&mail_parser::MessagePart<'_>| {
        part.content_type().is_some_and(|kind| kind.ctype() == "text" && kind.subtype() == Some("calendar"))
    };
    let calendar =
        message.parts.iter().find(is_calendar).and_then(|part| part.text_contents().map(ToOwned::to_owned));
    let to = message.to().and_then(|to| to.first()).and_then(|a| a.address()).unwrap_or_default().to_owned();
    Ok(ReadMail {
        number,
        subject: message.subject().unwrap_or_default().to_owned(),
        to,
        at: message.date().map_or(0, mail_parser::DateTime::to_timestamp),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        html: message.body_html(0).unwrap_or_default().into_owned(),
        calendar,
    })
}
