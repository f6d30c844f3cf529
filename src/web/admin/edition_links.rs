//! The editions a page of the office can show, each with its key for the address.

use serde::Serialize;

use crate::domain::person::Language;
use crate::store::editions::Edition;

/// One edition.
#[derive(Serialize)]
pub struct EditionLink {
    /// Its key, as addresses name it.
    key: String,
    /// Its title in the language of the page.
    title: String,
    /// Whether it is the one that is shown.
    current: bool,
}

/// All editions; `shown` is the one the page shows.
pub fn edition_links(all: &[Edition], shown: Option<&Edition>, language: Language) -> Vec<EditionLink> {
    all.iter()
        .map(|edition| EditionLink {
            key: edition.key.clone(),
            title: title_of(edition, language),
            current: shown.is_some_and(|shown| shown.id == edition.id),
        })
        .collect()
}

/// The title in a language; the Italian one where there is no other.
pub fn title_of(edition: &Edition, language: Language) -> String {
    edition.title(language).to_owned()
}
