//! Who would have to be at two places at once, with names; the other session may be of another edition.

use serde::Serialize;

use super::edition_words::SessionName;
use super::impact_view::PersonRef;
use super::session_line::Seasons;
use crate::domain::impact::Impact;
use crate::store::programme::Programme;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// Somebody, and where else they are expected.
#[derive(Serialize)]
pub struct ClashView {
    person: Option<PersonRef>,
    with: SessionName,
}

/// The clashes of an impact; `known` are the people it names.
///
/// # Errors
/// The database failed.
pub async fn clash_views(
    visit: &Visit,
    programme: &Programme,
    impact: &Impact,
    known: &[PersonRef],
) -> Result<Vec<ClashView>, PageError> {
    let mut seasons = Seasons::new(visit);
    let mut found = Vec::with_capacity(impact.clashes.len());
    for clash in &impact.clashes {
        let with = seasons.beside(programme, clash.with).await?;
        found.push(ClashView {
            person: known.iter().find(|person| person.id == clash.person).cloned(),
            with: with.unwrap_or_else(|| SessionName::added(clash.with)),
        });
    }
    Ok(found)
}
