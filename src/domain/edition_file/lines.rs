//! Where things stand in a file, for whatever is found wrong with them after it was read.

use toml::Spanned;

use super::{RawFile, line_of};

/// What a sentence about a file is about, as it names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The edition, by its key.
    Edition(String),
    /// An offering, by its key.
    Offering(String),
    /// A session, by the key of its offering and its number.
    Session(String, i64),
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Edition(key) => write!(f, "edition «{key}»"),
            Self::Offering(key) => write!(f, "offering «{key}»"),
            Self::Session(key, number) => write!(f, "offering «{key}», session {number}"),
        }
    }
}

/// The lines of a file, and which of them name its parts.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    text: Vec<String>,
    /// The line of each key or number, from 1.
    parts: Vec<(Part, usize)>,
}

impl Lines {
    pub(super) fn of(text: &str, raw: &RawFile) -> Self {
        let line = |byte: usize| line_of(text, byte);
        let edition = raw.edition.get_ref();
        let mut parts = vec![(Part::Edition(edition.key.get_ref().clone()), line(edition.key.span().start))];
        for offering in raw.offering.iter().map(Spanned::get_ref) {
            let key = offering.key.get_ref();
            parts.push((Part::Offering(key.clone()), line(offering.key.span().start)));
            for number in offering.session.iter().map(|session| &session.get_ref().number) {
                parts.push((Part::Session(key.clone(), *number.get_ref()), line(number.span().start)));
            }
        }
        Self { text: text.lines().map(|line| line.trim().to_owned()).collect(), parts }
    }

    /// The line of a field, else the one that names its part, from 1; none for what the file does not have.
    pub fn find(&self, part: &Part, field: &str) -> Option<usize> {
        let named = self.parts.iter().find(|(known, _)| known == part).map(|(_, line)| *line)?;
        let head = |line: &String| line.starts_with('[');
        let before = self.text.get(..named - 1)?;
        let from = before.iter().rposition(head).map_or(0, |index| index + 1);
        let behind = self.text.get(named..)?;
        let to = behind.iter().position(head).map_or(self.text.len(), |index| named + index);
        let own = |line: &String| line.split_once('=').is_some_and(|(name, _)| name.trim() == field);
        let found = self.text.get(from..to).and_then(|table| table.iter().position(own));
        Some(found.map_or(named, |index| from + index + 1))
    }
}
