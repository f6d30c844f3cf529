//! A person of the office gives a freed place to whoever is first in line; until offers exist this is the only
//! way a freed place goes to somebody who waits.

use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::store::{enrolments, people};

/// Gives the place.
///
/// # Errors
/// [`Refusal::WrongState`] where the person does not wait, [`Refusal::NotFirstInLine`], [`Refusal::NoFreePlace`],
/// [`Refusal::OwnAffair`], or what the guard says.
pub async fn give_place(desk: &Desk, enrolment_id: i64, staff: i64) -> Outcome<State> {
    let tx = desk.store.begin().await?;
    let before = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    lock(&tx, &[before.offering_id], &[before.person_id]).await?;
    let enrolment = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    if enrolment.state()? != State::Waitlisted {
        return Err(Refusal::WrongState.into());
    }
    let first = enrolments::first_in_line(&tx, enrolment.offering_id).await?;
    if first.is_some_and(|first| first.id != enrolment.id) {
        return Err(Refusal::NotFirstInLine.into());
    }
    let programme = programme_of(&tx, enrolment.offering_id).await?;
    let person = people::find(&tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
    let scene =
        Scene { desk, tx: &tx, programme: &programme, now: desk.clock.now(), actor: Actor::Staff(staff) };
    let state = scene.admit_again(&person, &enrolment, Way::GivenByHand, None).await?;
    if scene.offered(enrolment.offering_id)?.row.kind() == Kind::Workshop {
        // A workshop more may put a provisional place back on track.
        scene.reconsider(&person).await?;
    }
    tx.commit().await?;
    Ok(state)
}
