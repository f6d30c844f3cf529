//! People whose only trace is unconfirmed sign-ups become nameless stubs after seven days; *needs in the room*
//! are emptied when their time is over, requests to sign in are forgotten after a day. Running twice changes
//! nothing.

use chrono::TimeDelta;

use super::{Desk, Outcome};
use crate::store::{address_changes, erasure, outbox, people, sign_ins, sign_ups, texts};

/// How long an unconfirmed sign-up is kept.
pub const KEPT: TimeDelta = TimeDelta::days(7);

/// Erases what is due; gives back how many people.
///
/// # Errors
/// A fault; who was erased before it stays erased.
pub async fn erase_unconfirmed(desk: &Desk) -> Outcome<usize> {
    let now = desk.clock.now();
    let due = people::never_confirmed_before(desk.store.reader(), now - KEPT).await?;
    let mut count = 0;
    for person in due {
        let tx = desk.store.begin().await?;
        people::lock(&tx, &[person.id]).await?;
        // Somebody who used their link since we looked is nobody to forget.
        let still =
            people::never_confirmed_before(&tx, now - KEPT).await?.into_iter().find(|p| p.id == person.id);
        let Some(person) = still else { continue };
        outbox::erase_of(&tx, person.id).await?;
        erasure::erase(&tx, person.id, person.email.as_deref(), None, now).await?;
        people::save(&tx, person.stub(now)).await?;
        tx.commit().await?;
        count += 1;
    }
    let tx = desk.store.begin().await?;
    texts::erase_due(&tx, now).await?;
    sign_ups::forget_unconfirmed(&tx, now - KEPT).await?;
    address_changes::forget_expired(&tx, now).await?;
    sign_ins::forget_requests(&tx, now - TimeDelta::days(1)).await?;
    tx.commit().await?;
    Ok(count)
}
