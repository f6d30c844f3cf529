//! Holds that end: a place whose address nobody confirmed is free again; a provisional place that did not
//! become final is released; an offer nobody answered goes on to the next.

use super::moves::Basis;
use super::post::About;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::FreePlaces;
use crate::domain::eligibility::Eligibility;
use crate::domain::enrolment::{CancelReason, Event, State};
use crate::domain::letter::Letter;
use crate::domain::offering::Kind;
use crate::domain::waiting_list::{Lapsed, lapsed};
use crate::store::enrolments::{self, Enrolment};
use crate::store::{offerings, people};

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
                _ if scene.is_in_question(person.id).await? => return Ok(false),
                _ => scene.cancel(&person, &enrolment, CancelReason::Rule, None).await?,
            }
        }
        State::Offered => scene.lapse(&person, &enrolment).await?,
        _ => return Ok(false),
    }
    tx.commit().await?;
    Ok(true)
}

impl Scene<'_> {
    /// The time to answer an offer is over: the first time the end of the line, then out of it.
    async fn lapse(&self, person: &people::Person, enrolment: &Enrolment) -> Outcome<()> {
        enrolments::set_missed(self.tx, enrolment.id, enrolment.offers_missed + 1).await?;
        if lapsed(enrolment.offers_missed) == Lapsed::Out {
            return self.cancel(person, enrolment, CancelReason::OfferLapsed, None).await;
        }
        let position = offerings::next_position(self.tx, enrolment.offering_id).await?;
        enrolments::set_position(self.tx, enrolment.id, position).await?;
        self.change(person, enrolment, Event::Wait, None, &Basis::default()).await?;
        // What waits to be said of another date calls the place held; this letter has the date too.
        self.withdraw_words(enrolment).await?;
        let offered = self.offered(enrolment.offering_id)?;
        let letter = Letter::OfferLapsed {
            session: self.first_dated(offered)?,
            course: offered.row.kind() == Kind::Course,
            position: Some(self.place_in_line(enrolment).await?),
            path: super::path_facts(self.programme, &self.standing(person.id).await?),
            open_to_all: self.free_places(offered) == FreePlaces::ForAll,
            no_more: self.free_places(offered) == FreePlaces::ForNobody,
            unheard: false,
        };
        self.write(person, letter, About { enrolment_id: Some(enrolment.id), ..About::default() }).await
    }
}
