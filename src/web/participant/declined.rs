//! That the office declined an application for the course: when, and why.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::session::local_date;
use crate::store::programme::Programme;
use crate::store::{declined as refusals, texts};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// The refusal of an application that no other one followed.
#[derive(Clone, Debug, Serialize)]
pub struct DeclinedView {
    /// On which day.
    pub on: NaiveDate,
    /// Why, line by line; empty where the words are gone.
    pub reason: Vec<String>,
}

/// The refusal of a person's application for the course of an edition.
///
/// # Errors
/// The database failed.
pub async fn declined(
    visit: &Visit,
    programme: &Programme,
    person_id: i64,
) -> Result<Option<DeclinedView>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(course) = programme.course() else { return Ok(None) };
    let Some(refusal) = refusals::of_person(reader, course.row.id, person_id).await? else { return Ok(None) };
    let ids: Vec<i64> = refusal.text_id.into_iter().collect();
    let words = texts::bodies(reader, &ids).await?.into_values().next().unwrap_or_default();
    Ok(Some(DeclinedView {
        on: local_date(refusal.at, programme.zone()),
        reason: words.lines().map(str::to_owned).collect(),
    }))
}
