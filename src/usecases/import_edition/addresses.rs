//! The words of addresses in a file: one that a workshop of another edition has would lead its people astray.

use super::Refused;
use crate::domain::edition_file::{Checked, Part};
use crate::domain::offering::Kind;
use crate::store::programme::Programme;
use crate::store::{Tx, offerings};
use crate::usecases::Outcome;

/// New words that another edition has, all of them; `before` is the edition as it stands.
pub(super) async fn check(tx: &Tx, file: &Checked, before: Option<&Programme>) -> Outcome<Vec<Refused>> {
    let taken = offerings::addresses_elsewhere(tx, before.map(|before| before.edition.id)).await?;
    let stands = |key: &str, slug: &str| {
        before.is_some_and(|before| {
            before.offerings.iter().any(|offered| offered.row.key == key && offered.row.slug == slug)
        })
    };
    Ok(file
        .offerings
        .iter()
        .filter(|wanted| wanted.kind == Kind::Workshop && taken.contains(&wanted.slug))
        .filter(|wanted| !stands(&wanted.key, &wanted.slug))
        .map(|wanted| {
            let why = format!("«{}» is the address of a workshop of another edition", wanted.slug);
            Refused::at(&Part::Offering(wanted.key.clone()), "slug", &why)
        })
        .collect())
}
