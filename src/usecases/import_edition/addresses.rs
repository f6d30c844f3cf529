//! The words of addresses in a file: one that a workshop of another edition has would lead its people astray.

use super::NotImported;
use crate::domain::edition_file::Checked;
use crate::domain::offering::Kind;
use crate::store::programme::Programme;
use crate::store::{Tx, offerings};

/// Refuses new words that another edition has, all of them at once; `before` is the edition as it stands.
pub(super) async fn check(tx: &Tx, file: &Checked, before: Option<&Programme>) -> Result<(), NotImported> {
    let taken = offerings::addresses_elsewhere(tx, before.map(|before| before.edition.id)).await?;
    let stands = |key: &str, slug: &str| {
        before.is_some_and(|before| {
            before.offerings.iter().any(|offered| offered.row.key == key && offered.row.slug == slug)
        })
    };
    let refused: Vec<String> = file
        .offerings
        .iter()
        .filter(|wanted| wanted.kind == Kind::Workshop && taken.contains(&wanted.slug))
        .filter(|wanted| !stands(&wanted.key, &wanted.slug))
        .map(|wanted| {
            format!(
                "offering «{}»: slug «{}» is the address of a workshop of another edition",
                wanted.key, wanted.slug
            )
        })
        .collect();
    if refused.is_empty() { Ok(()) } else { Err(NotImported::Refused(refused)) }
}
