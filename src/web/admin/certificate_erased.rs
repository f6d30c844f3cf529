//! Valid certificates of people who were erased: they have no row any more, and one can still be revoked.

use super::certificate_rows::PaperView;
use crate::store::certificates;
use crate::store::programme::Programme;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// Those of the course of an edition, oldest first.
///
/// # Errors
/// The database failed.
pub async fn erased(visit: &Visit, programme: &Programme) -> Result<Vec<PaperView>, PageError> {
    let Some(course) = programme.course() else { return Ok(Vec::new()) };
    let found = certificates::valid_of_erased(visit.app.desk.store.reader(), course.row.id).await?;
    Ok(found.into_iter().map(PaperView::of).collect())
}
