//! One workshop for another, in one transaction: the old place goes only when the new one is had.

use super::admit::Origin;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::enrolment::{CancelReason, State};
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::store::{enrolments, people};

/// Swaps; gives back the new enrolment. What was swapped already stays so.
///
/// # Errors
/// [`No::NotFound`] where it is not theirs; [`Refusal::NothingToSwapFor`] where the other one has no free place,
/// [`Refusal::WrongState`] where either is no workshop, or what the guard says. Nothing changes then.
pub async fn swap_workshop(desk: &Desk, person_id: i64, from: i64, to_offering: i64) -> Outcome<i64> {
    let tx = desk.store.begin().await?;
    let before = enrolments::find(&tx, from).await?.filter(|e| e.person_id == person_id);
    let before = before.ok_or(No::NotFound)?;
    lock(&tx, &[before.offering_id, to_offering], &[person_id]).await?;
    let old = enrolments::find(&tx, from).await?.ok_or(No::NotFound)?;
    let programme = programme_of(&tx, old.offering_id).await?;
    let person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    let now = desk.clock.now();
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Person(person_id) };
    let workshop = |id: i64| programme.offering(id).is_some_and(|o| o.row.kind() == Kind::Workshop);
    let held = matches!(old.state()?, State::Confirmed | State::Waitlisted | State::Offered);
    let given_up = old.state()? == State::Cancelled(CancelReason::ByPerson);
    if !workshop(old.offering_id) || !workshop(to_offering) || old.offering_id == to_offering {
        return Err(Refusal::WrongState.into());
    }
    match enrolments::live(&tx, person_id, to_offering).await? {
        // A second click: it was swapped already.
        Some(had) if given_up && had.state()? == State::Confirmed => return Ok(had.id),
        None if held => {}
        _ => return Err(Refusal::WrongState.into()),
    }
    let ahead = enrolments::waiting_ahead(&tx, to_offering, None).await?;
    let origin = Origin { source: "signed_in", sign_up_id: None, text_id: None };
    let way = Way::Person { holds_place: false, ahead };
    let (new, state) = scene.take_in(&person, to_offering, way, origin).await?;
    if state != State::Confirmed {
        // Dropping the transaction takes the position back: the old place stays.
        return Err(Refusal::NothingToSwapFor.into());
    }
    let told = scene.first_told(&old, scene.offered(old.offering_id)?).await?;
    scene.end(&person, &old, CancelReason::ByPerson, None).await?;
    scene.carry_needs(&old, &new).await?;
    scene.write_admission(&person, &new, state).await?;
    scene.write_ending(&person, &old, CancelReason::ByPerson, told).await?;
    scene.reconsider(&person).await?;
    tx.commit().await?;
    Ok(new.id)
}
