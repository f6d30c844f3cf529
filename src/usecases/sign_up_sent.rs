//! What the page after the form shows: read by the sign-up's handle, the same for every address.

use chrono::{DateTime, Utc};

use super::{Desk, No, Outcome};
use crate::domain::hold::promised_until;
use crate::store::programme::{self, Programme};
use crate::store::sign_ups::{self, SignUp};

/// What the page after the form shows.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The sign-up.
    pub sign_up: SignUp,
    /// The edition it chose from.
    pub programme: Programme,
    /// What was chosen, with the position shown; none = a place.
    pub choices: Vec<(i64, Option<i64>)>,
    /// Until when the places are held, as promised.
    pub until: DateTime<Utc>,
}

/// Reads what the page after the form shows.
///
/// # Errors
/// [`No::NotFound`] for a handle nobody was given.
pub async fn waiting(desk: &Desk, handle: &str) -> Outcome<Waiting> {
    let reader = desk.store.reader();
    let sign_up = sign_ups::by_handle(reader, handle).await?.ok_or(No::NotFound)?;
    let rows = sign_ups::choices(reader, sign_up.id).await?;
    let first = rows.first().ok_or(No::NotFound)?.offering_id;
    let programme = programme::of_offering(reader, first).await?.ok_or(No::NotFound)?;
    let starts_at = rows.iter().filter_map(|c| programme.offering(c.offering_id)?.starts_at()).min();
    let until = promised_until(sign_up.created_at, starts_at);
    let choices = rows.iter().map(|c| (c.offering_id, c.shown_position)).collect();
    Ok(Waiting { sign_up, programme, choices, until })
}
