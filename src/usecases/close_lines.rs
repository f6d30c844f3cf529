//! The begin has come: whoever still waits for a place did not get one, and is told so.

use chrono::{DateTime, Utc};

use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::enrolment::{CancelReason, State};
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::{Offered, Programme};
use crate::store::{offerings, people};

/// Ends every line whose offering has begun; gives back how many people left one.
///
/// # Errors
/// A fault; the people before it stay told.
pub async fn close_lines(desk: &Desk) -> Outcome<usize> {
    let reader = desk.store.reader();
    let now = desk.clock.now();
    let mut ended = 0;
    for offering_id in offerings::with_line(reader).await? {
        let programme = super::programme_of_reader(reader, offering_id).await?;
        if !has_begun(&programme, offering_id, now) {
            continue;
        }
        for waiting in enrolments::in_offerings(reader, &[offering_id]).await? {
            if matches!(waiting.state()?, State::Waitlisted) {
                ended += usize::from(close_one(desk, &waiting).await?);
            }
        }
    }
    Ok(ended)
}

/// Whether nobody can get a place by waiting any more.
fn has_begun(programme: &Programme, offering_id: i64, now: DateTime<Utc>) -> bool {
    programme.offering(offering_id).and_then(Offered::starts_at).is_some_and(|at| at <= now)
}

/// Asked again under the lock: the begin may have been moved, or the person have left, since the line was looked at.
async fn close_one(desk: &Desk, waiting: &Enrolment) -> Outcome<bool> {
    let tx = desk.store.begin().await?;
    lock(&tx, &[waiting.offering_id], &[waiting.person_id]).await?;
    let enrolment = enrolments::find(&tx, waiting.id).await?.ok_or(No::NotFound)?;
    if enrolment.state()? != State::Waitlisted {
        return Ok(false);
    }
    let (programme, now) = (programme_of(&tx, enrolment.offering_id).await?, desk.clock.now());
    if !has_begun(&programme, enrolment.offering_id, now) {
        return Ok(false);
    }
    let person = people::find(&tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Job };
    scene.cancel(&person, &enrolment, CancelReason::NotReached, None).await?;
    scene.reconsider(&person).await?;
    tx.commit().await?;
    Ok(true)
}
