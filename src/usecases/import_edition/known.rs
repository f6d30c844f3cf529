//! The last file that came in for an edition is remembered by its fingerprint: the same one once more changes nothing,
//! whatever the office has changed since.

use crate::domain::edition_file::{Checked, write};
use crate::secret::{Purpose, same};
use crate::store::{Tx, meta};
use crate::usecases::{Desk, Outcome};

/// Whether this was the last file that came in for its edition: what the office changed since then stays.
pub(super) async fn is_known(desk: &Desk, tx: &Tx, file: &Checked) -> Outcome<bool> {
    let known = meta::get(tx, &name(file)).await?;
    Ok(known.is_some_and(|known| same(&known, &fingerprint(desk, file))))
}

/// Remembers the file.
pub(super) async fn remember(desk: &Desk, tx: &Tx, file: &Checked) -> Outcome<()> {
    Ok(meta::set(tx, &name(file), &fingerprint(desk, file)).await?)
}

fn name(file: &Checked) -> String {
    format!("imported_{}", file.edition.key)
}

fn fingerprint(desk: &Desk, file: &Checked) -> String {
    desk.secret.hash(Purpose::Fingerprint, &write(file))
}
