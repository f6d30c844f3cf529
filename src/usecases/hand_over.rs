//! A change whose hour has come counts as told although its letter cannot leave yet, because an older one of the same invite
//! is still being tried: whoever's mail does not arrive has the feed alone (CALENDAR.md R59).

use super::send_letters::tell_invite;
use super::{Desk, Outcome};
use crate::domain::letter::Payload;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::{Conn, enrolments, invites, offerings};

/// Lets the feeds go on to what held-up letters will say.
///
/// # Errors
/// A fault.
pub async fn hand_over(desk: &Desk) -> Outcome<()> {
    let now = desk.clock.now();
    let reader = desk.store.reader();
    for letter in outbox::held_up(reader, now).await? {
        if !is_told(reader, &letter).await? {
            tell(desk, letter.id).await?;
        }
    }
    Ok(())
}

/// Tells one: behind the lock under which the letter may be made to say something else, and as it is then.
async fn tell(desk: &Desk, letter_id: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let Some(known) = outbox::find(&tx, letter_id).await? else { return Ok(()) };
    let enrolment = match known.enrolment_id {
        Some(id) => enrolments::find(&tx, id).await?,
        None => None,
    };
    offerings::lock(&tx, &enrolment.map(|one| one.offering_id).into_iter().collect::<Vec<_>>()).await?;
    let now = desk.clock.now();
    if let Some(letter) = outbox::held_up(&tx, now).await?.into_iter().find(|one| one.id == letter_id) {
        tell_invite(&tx, &letter).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether what it will say is told, or something after it.
async fn is_told(conn: &impl Conn, letter: &OutboxLetter) -> Outcome<bool> {
    let payload = serde_json::from_str::<Payload>(&letter.payload).ok();
    let Some(sequence) = payload.and_then(|payload| Some(payload.letter.invite()?.sequence)) else {
        return Ok(true);
    };
    let Some(id) = letter.invite_id else { return Ok(true) };
    let told = invites::find_by_id(conn, id).await?.and_then(|row| row.told());
    Ok(told.is_some_and(|told| told.sequence >= sequence))
}
