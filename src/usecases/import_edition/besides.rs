//! What else would be refused of a file that has faults of its own: whoever mends it hears everything in one round.

use super::{NotImported, Refused, preview_import};
use crate::domain::edition_file::Reading;
use crate::domain::slug;
use crate::usecases::export_edition::export_edition;
use crate::usecases::{Desk, No, Outcome};

/// What would be refused of the parts of a file that can be read, with the others as they stand; what may be so for those alone
/// is not said. Nothing is written.
///
/// # Errors
/// A fault.
pub async fn refused_besides(desk: &Desk, reading: &Reading) -> Outcome<Vec<Refused>> {
    // No edition has a key that is none, and not every database can be asked for one.
    if !slug::fits(&reading.key) {
        return Ok(Vec::new());
    }
    let stands = match export_edition(desk, &reading.key).await {
        Ok(file) => Some(file),
        Err(No::NotFound) => None,
        Err(no) => return Err(no),
    };
    let Some(file) = reading.beyond_doubt(stands.as_ref()) else { return Ok(Vec::new()) };
    match preview_import(desk, &file).await {
        Ok(_) => Ok(Vec::new()),
        Err(NotImported::Refused(found)) => Ok(found.into_iter().filter(|one| one.alone).collect()),
        Err(NotImported::No(no)) => Err(no),
    }
}
