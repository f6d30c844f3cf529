//! What a letter says of free places, put right as it leaves.

use chrono::{DateTime, Utc};

use super::letter_stands::{Subject, letter_stands};
use super::send_letters::without_secrets;
use super::{Outcome, free_places, programme_of};
use crate::domain::letter::{Letter, Payload, still_holds};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::{Tx, enrolments};

/// For whom a free place is changes with the time alone: a letter says what is so when it leaves for the first time, and
/// every later try says the same. Whether it leaves: one about a free place that is gone is withdrawn.
pub(super) async fn put_right(tx: &Tx, letter: &mut OutboxLetter, now: DateTime<Utc>) -> Outcome<bool> {
    let Some(id) = letter.enrolment_id.filter(|_| letter.begun_at.is_none()) else { return Ok(true) };
    let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(true) };
    let is_of_free_place = matches!(payload.letter, Letter::PlaceFree { .. });
    if !is_of_free_place && !payload.letter.tells_free_places() {
        return Ok(true);
    }
    let Some(enrolment) = enrolments::find(tx, id).await? else { return Ok(true) };
    let programme = programme_of(tx, enrolment.offering_id).await?;
    if is_of_free_place {
        let stands = letter_stands(tx, &programme, Subject::of(letter, &payload.letter), now).await?;
        return Ok(still_holds(&payload.letter, &stands)
            || !outbox::withdraw_untouched(tx, letter.id, without_secrets(letter), now).await?);
    }
    let Some(offered) = programme.offering(enrolment.offering_id) else { return Ok(true) };
    if payload.letter.set_free_places(free_places(&programme, offered, now)) {
        let stored = super::post::stored(&payload)?;
        if outbox::replace_untouched(tx, letter.id, stored.clone(), letter.not_before).await? {
            letter.payload = stored;
        }
    }
    Ok(true)
}
