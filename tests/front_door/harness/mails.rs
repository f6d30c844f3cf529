//! Mails as they were sent, read by a library that is not ours.

use std::path::Path;

use mail_parser::{MessageParser, MimeHeaders as _};

/// A mail.
#[derive(Clone, Debug)]
pub struct Mail {
    pub name: String,
    pub raw: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub message_id: String,
    /// Content type, `method` parameter, and text of each calendar part.
    pub calendars: Vec<(String, Option<String>, String)>,
}

impl Mail {
    /// The kind of letter, from the name of its file.
    pub fn kind(&self) -> &str {
        self.name.split_once('-').map_or("", |(_, rest)| rest.trim_end_matches(".eml"))
    }

    /// The first link of the text that stands alone on its line and begins with a path; without the site's address.
    #[track_caller]
    pub fn link(&self, start: &str) -> String {
        let site = super::SITE;
        let found = self.text.lines().map(str::trim).find_map(|line| {
            line.strip_prefix(site).filter(|path| path.trim_start_matches("/en").starts_with(start))
        });
        found.unwrap_or_else(|| panic!("no link {start} in: {}", self.text)).to_owned()
    }

    /// The six digits of a letter to sign in; a link may hold six digits too.
    pub fn code(&self) -> String {
        let words = self.text.lines().filter(|line| !line.contains("://"));
        let mut numbers = words.flat_map(|line| line.split(|c: char| !c.is_ascii_digit()));
        numbers.find(|digits| digits.len() == 6).expect("a code").to_owned()
    }

    /// The first link that stands alone on its line, whatever it is.
    pub fn first_link(&self) -> Option<String> {
        self.text.lines().map(str::trim).find(|line| line.starts_with("http")).map(ToOwned::to_owned)
    }

    /// The calendar object of the alternative.
    #[track_caller]
    pub fn calendar(&self) -> &str {
        let found = self.calendars.iter().find(|(kind, _, _)| kind == "text/calendar");
        &found.unwrap_or_else(|| panic!("no calendar in {}", self.name)).2
    }
}

/// All mails of a folder, in the order of sending.
pub fn read(folder: &Path) -> Vec<Mail> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .map(|entries| {
            entries.filter_map(|e| Some(e.ok()?.file_name().to_string_lossy().into_owned())).collect()
        })
        .unwrap_or_default();
    names.retain(|name| name.ends_with(".eml"));
    names.sort();
    names.into_iter().map(|name| one(folder, name)).collect()
}

fn one(folder: &Path, name: String) -> Mail {
    let bytes = std::fs::read(folder.join(&name)).expect("a mail");
    parsed(name, &bytes)
}

/// A mail as it was handed over.
pub fn parsed(name: String, bytes: &[u8]) -> Mail {
    let message = MessageParser::default().parse(bytes).expect("a message");
    let mut calendars = Vec::new();
    for part in &message.parts {
        let Some(kind) = part.content_type() else { continue };
        let kind_name = format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default());
        if kind_name == "text/calendar" || kind_name == "application/ics" {
            let text = String::from_utf8(part.contents().to_vec()).expect("UTF-8");
            calendars.push((kind_name, kind.attribute("method").map(ToOwned::to_owned), text));
        }
    }
    Mail {
        to: message.to().and_then(|to| to.first()).and_then(|a| a.address()).unwrap_or_default().to_owned(),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        html: message.body_html(0).unwrap_or_default().into_owned(),
        message_id: message.message_id().unwrap_or_default().to_owned(),
        raw: String::from_utf8_lossy(bytes).into_owned(),
        calendars,
        name,
    }
}
