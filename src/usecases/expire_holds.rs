//! Holds that end: a place whose address nobody confirmed is free again; a provisional place that did not
//! become final is released.

use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::eligibility::Eligibility;
use crate::domain::enrolment::{CancelReason, State};
use crate::domain::offering::Kind;
use crate::store::{enrolments, people};

/// Ends every hold whose time has come, oldest first; gives back how many.
///
/// # Errors
/// A fault; the holds before it stay ended.
pub async fn expire_holds(desk: &Desk) -> Outcome<usize> {
    let due = enrolments::holds_ended(desk.store.reader(), desk.clock.now()).await?;
    let mut ended = 0;
    for enrolment in due {
        ended += usize::from(expire(desk, enrolment.id).await?);
    }
    Ok(ended)
}

async fn expire(desk: &Desk, enrolment_id: i64) -> Outcome<bool> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let before = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    lock(&tx, &[before.offering_id], &[before.person_id]).await?;
    let enrolment = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.hold_until.is_none_or(|until| until > now) {
        return Ok(false);
    }
    let programme = programme_of(&tx, enrolment.offering_id).await?;
    let person = people::find(&tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Job };
    match enrolment.state()? {
        State::PendingPlace | State::PendingWait => {
            scene.cancel(&person, &enrolment, CancelReason::Unconfirmed, None).await?;
        }
        State::Provisional if scene.offered(enrolment.offering_id)?.row.kind() == Kind::Course => {
            let standing = scene.standing(person.id).await?;
            match standing.eligibility {
                // Something was booked or attended meanwhile: looking again clears the end or confirms the place.
                Eligibility::Met { .. } | Eligibility::OnTrack { .. } => {
                    scene.reconsider(&person).await.map(|_| ())?;
                }
                _ if scene.is_unmarked(person.id).await? => return Ok(false),
                _ => scene.cancel(&person, &enrolment, CancelReason::Rule, None).await?,
            }
        }
        _ => return Ok(false),
    }
    tx.commit().await?;
    Ok(true)
}
