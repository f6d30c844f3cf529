//! What is refused of a file: what it is about, so that whoever has the file finds the line, and in words.

use super::NotImported;
use crate::domain::edition_file::Part;

/// One thing that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What it is about; none for the whole.
    pub part: Option<Part>,
    /// Its field in the file; empty for the part as a whole.
    pub field: &'static str,
    /// It, in words: what it is about, the field, and what would be right.
    pub said: String,
    /// Whether it is so whatever else the file says.
    pub alone: bool,
}

impl Refused {
    /// What is so whatever else the file says, at a field.
    pub(super) fn at(part: &Part, field: &'static str, what: &str) -> Self {
        let said =
            if field.is_empty() { format!("{part}: {what}") } else { format!("{part}: {field} {what}") };
        Self { part: Some(part.clone()), field, said, alone: true }
    }

    /// The same of a part as a whole, in a sentence that begins with it.
    pub(super) fn of(part: &Part, what: &str) -> Self {
        Self { said: format!("{part} {what}"), ..Self::at(part, "", "") }
    }

    /// What depends on what else the file says.
    pub(super) fn beside_the_rest(self) -> Self {
        Self { alone: false, ..self }
    }

    /// What has no place in the file.
    pub(super) fn whole(said: &str) -> Self {
        Self { part: None, field: "", said: said.to_owned(), alone: true }
    }
}

impl NotImported {
    /// Why, in words.
    pub fn in_words(self) -> Result<Vec<String>, super::No> {
        match self {
            Self::Refused(why) => Ok(why.into_iter().map(|one| one.said).collect()),
            Self::No(no) => Err(no),
        }
    }
}
