//! The editions a page of the office can show, each with its key for the address.

use std::cmp::Reverse;

use serde::Serialize;

use crate::domain::edition::EditionStatus;
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
    /// Whether it stands on every page; the others are found in the list of all.
    near: bool,
}

/// So many editions stand beside each other whatever they are.
const FEW: usize = 5;
/// Of more, so many that were shown last.
const NEWEST: usize = 3;

/// All editions, the one published last first, drafts behind; `shown` is the one the page shows.
pub fn edition_links(all: &[Edition], shown: Option<&Edition>, language: Language) -> Vec<EditionLink> {
    let mut all: Vec<&Edition> = all.iter().collect();
    all.sort_by_key(|edition| {
        (edition.published_at.is_none(), Reverse(edition.published_at), Reverse(edition.id))
    });
    let near = near(&all);
    all.into_iter()
        .map(|edition| {
            let current = shown.is_some_and(|shown| shown.id == edition.id);
            EditionLink {
                key: edition.key.clone(),
                title: title_of(edition, language),
                current,
                near: current || near.contains(&edition.id),
            }
        })
        .collect()
}

/// The editions somebody works with: few are all; of many the public one, the newest, and the draft begun last.
fn near(sorted: &[&Edition]) -> Vec<i64> {
    if sorted.len() <= FEW {
        return sorted.iter().map(|edition| edition.id).collect();
    }
    let is = |edition: &&&Edition, status: EditionStatus| edition.status() == status;
    let public = sorted.iter().find(|edition| is(edition, EditionStatus::Published));
    let newest = sorted.iter().filter(|edition| !is(edition, EditionStatus::Draft)).take(NEWEST);
    let draft = sorted.iter().filter(|edition| is(edition, EditionStatus::Draft)).max_by_key(|e| e.id);
    public.into_iter().chain(newest).chain(draft).map(|edition| edition.id).collect()
}

/// The title in a language; the Italian one where there is no other.
pub fn title_of(edition: &Edition, language: Language) -> String {
    edition.title(language).to_owned()
}
