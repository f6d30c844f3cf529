//! A person of the office decides on an application for the course: a place, the line, or a no with its reason.

use super::cancel_enrolment::was_by;
use super::moves::Basis;
use super::post::About;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::enrolment::{CancelReason, Event, State};
use crate::domain::letter::Letter;
use crate::domain::reason::reason_of;
use crate::domain::refusal::Refusal;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::{self, Person};
use crate::store::{Tx, texts};

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// A place: final where the rule is reached, provisional while it is on track.
    Accept,
    /// A position in the line.
    Wait,
    /// No, for this reason, which the person reads.
    Decline(String),
}

impl Decision {
    /// Whether this was decided already: a second click.
    fn is_done(&self, state: State) -> bool {
        match self {
            Self::Accept => matches!(state, State::Confirmed | State::Provisional),
            Self::Wait => state == State::Waitlisted,
            Self::Decline(_) => state == State::Cancelled(CancelReason::ByStaff),
        }
    }
}

/// Decides; gives back where the enrolment stands now. Nobody is taken past the guard.
///
/// # Errors
/// [`Refusal::OwnAffair`], [`Refusal::NoFreePlace`], [`Refusal::RuleNotReached`], or [`Refusal::DecidedMeanwhile`] for what is
/// no application any more; then [`Refusal::ReasonMissing`] or [`Refusal::ReasonTooLong`]; [`No::NotFound`] for what is no
/// place on a course.
pub async fn decide_application(
    desk: &Desk,
    enrolment_id: i64,
    decision: &Decision,
    staff: i64,
) -> Outcome<State> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let before = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    if before.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    lock(&tx, &[before.offering_id], &[before.person_id]).await?;
    let enrolment = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    let programme = programme_of(&tx, enrolment.offering_id).await?;
    if programme.course().is_none_or(|course| course.row.id != enrolment.offering_id) {
        return Err(No::NotFound);
    }
    let state = enrolment.state()?;
    if state != State::Applied {
        // A reason that somebody else wrote is not the one that was sent.
        let reasoned = matches!(decision, Decision::Decline(_));
        let same = !reasoned || was_by(&tx, enrolment.id, Actor::Staff(staff)).await?;
        if same && decision.is_done(state) {
            return Ok(state);
        }
        return Err(meanwhile(&tx, &enrolment, state).await?.into());
    }
    let person = people::living(&tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    let state = match decision {
        Decision::Accept => scene.admit_again(&person, &enrolment, Way::Decided, None).await?,
        Decision::Wait => {
            let state = scene.change(&person, &enrolment, Event::Wait, None, &Basis::default()).await?;
            scene.write_admission(&person, &enrolment, state).await?;
            state
        }
        Decision::Decline(reason) => scene.decline(&person, &enrolment, reason).await?,
    };
    tx.commit().await?;
    Ok(state)
}

/// What somebody reads who decides on what is no application any more: how it stands, and who of the office decided.
async fn meanwhile(tx: &Tx, enrolment: &Enrolment, now: State) -> Outcome<Refusal> {
    let last = enrolments::history(tx, &[enrolment.id]).await?.pop();
    let decided = last.filter(|row| row.actor == "staff").and_then(|row| row.actor_id);
    let staff = match decided {
        Some(id) => people::find(tx, id).await?,
        None => None,
    };
    let by = staff.and_then(|staff| Some(staff.full_name()).filter(|name| !name.is_empty()).or(staff.email));
    Ok(Refusal::DecidedMeanwhile { now, by })
}

impl Scene<'_> {
    async fn decline(&self, person: &Person, enrolment: &Enrolment, reason: &str) -> Outcome<State> {
        let reason = reason_of(reason)?;
        let text_id = texts::add(self.tx, Some(person.id), &reason, self.now, None).await?;
        let event = Event::Cancel(CancelReason::ByStaff);
        let state = self.change(person, enrolment, event, None, &Basis::because(Some(text_id))).await?;
        let letter = Letter::ApplicationDeclined {
            course: self.offered(enrolment.offering_id)?.title().unwrap_or_default(),
            reason,
            path: super::path_facts(self.programme, &self.standing(person.id).await?),
        };
        self.write(person, letter, About { enrolment_id: Some(enrolment.id), ..About::default() }).await?;
        Ok(state)
    }
}
