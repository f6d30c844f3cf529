//! Somebody asks to be told when a workshop without a date gets one: one letter, about this workshop only.

use super::{Desk, No, Outcome};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::person::{EmailAddress, Language};
use crate::domain::refusal::Refusal;
use crate::store::date_requests::{self, DateRequest};
use crate::store::programme;

/// Keeps the request; the same address twice is one request.
///
/// # Errors
/// [`Refusal::NotOpen`] for an offering that is not a published workshop; [`Refusal::WrongState`] for one that
/// has a date.
pub async fn request_date(
    desk: &Desk,
    offering_id: i64,
    email: &EmailAddress,
    language: Language,
) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let programme = programme::of_offering(&tx, offering_id).await?.ok_or(No::NotFound)?;
    let offered = programme.offering(offering_id).ok_or(No::NotFound)?;
    let open = programme.edition.status() == EditionStatus::Published
        && offered.row.status() == OfferingStatus::Published;
    if !open || offered.row.kind() != Kind::Workshop {
        return Err(Refusal::NotOpen.into());
    }
    if offered.first_date().is_some() {
        return Err(Refusal::WrongState.into());
    }
    let row = DateRequest {
        id: 0,
        offering_id,
        email: email.to_string(),
        language: language.code().to_owned(),
        created_at: desk.clock.now(),
        told_at: None,
    };
    date_requests::add(&tx, row).await?;
    Ok(tx.commit().await?)
}
