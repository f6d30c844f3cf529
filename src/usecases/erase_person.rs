//! A person is erased: they become a nameless stub, what they had ahead of them is given back, and their calendars are told
//! before the address goes. Facts and counts stay.

use chrono::TimeDelta;

use super::audited::{self, About as Audited};
use super::invites::Place;
use super::moves::Basis;
use super::post::{About, Addressee, Desktop, enqueue};
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::correction::Follows;
use crate::domain::enrolment::{CancelReason, Event, State};
use crate::domain::erasure::{Named, is_named};
use crate::domain::letter::Letter;
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::domain::role::{Role, may_become};
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::{self, Person};
use crate::store::{Tx, erasure, offerings, roles, tasks};

/// Why nobody was erased.
#[derive(Debug)]
pub enum NotErased {
    /// What was typed does not name the person.
    NotNamed,
    /// Anything else.
    No(No),
}

impl<E: Into<No>> From<E> for NotErased {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// Erases; it cannot be taken back.
///
/// # Errors
/// [`NotErased`], with [`Refusal::OwnAffair`] for oneself, [`Refusal::LastAdmin`], [`Refusal::CertificateInDoubt`], or
/// [`Refusal::WrongState`] for an asker who decides nothing any more.
pub async fn erase_person(desk: &Desk, person_id: i64, typed: &str, staff: i64) -> Result<(), NotErased> {
    if person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    let (tx, all) = locked(desk, person_id, staff).await?;
    let now = desk.clock.now();
    let known = people::living(&tx, person_id).await?;
    let person = known.ok_or(No::NotFound)?;
    may_go(&tx, person_id, staff).await?;
    if !tasks::open_anywhere(&tx, person_id, Follows::CertificateInDoubt.code()).await?.is_empty() {
        return Err(Refusal::CertificateInDoubt.into());
    }
    let codes: Vec<String> = all.iter().map(|enrolment| enrolment.code.clone()).collect();
    let named = Named {
        given_name: &person.given_name,
        family_name: &person.family_name,
        email: person.email.as_deref(),
        codes: &codes,
    };
    if !is_named(typed, &named) {
        return Err(NotErased::NotNamed);
    }
    for enrolment in &all {
        if enrolment.state()?.is_live() {
            let programme = programme_of(&tx, enrolment.offering_id).await?;
            let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
            scene.let_go(&person, enrolment).await?;
        }
    }
    say_goodbye(desk, &tx, &person).await?;
    erasure::erase(&tx, person_id, person.email.as_deref(), Some(staff), now).await?;
    people::save(&tx, person.stub(now)).await?;
    let about = Audited { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "erase_person", about, None, None).await?;
    Ok(tx.commit().await?)
}

/// A transaction that holds both people and the offerings of everything live, with the courses they lead to; and what the
/// person has. Of two admins who erase each other one waits, and finds that there is nobody to do it.
async fn locked(desk: &Desk, person_id: i64, staff: i64) -> Outcome<(Tx, Vec<Enrolment>)> {
    loop {
        let tx = desk.store.begin().await?;
        let mut ids = live(&enrolments::of_person(&tx, person_id).await?);
        for id in ids.clone() {
            ids.extend(offerings::course_beside(&tx, id).await?);
        }
        offerings::lock(&tx, &ids).await?;
        people::lock(&tx, &[person_id, staff]).await?;
        let all = enrolments::of_person(&tx, person_id).await?;
        // What began while we waited is not locked, and locking it now would be against the order: once more.
        if live(&all).iter().all(|id| ids.contains(id)) {
            return Ok((tx, all));
        }
    }
}

/// The offerings in which somebody has something live.
fn live(all: &[Enrolment]) -> Vec<i64> {
    all.iter().filter(|enrolment| enrolment.state != "cancelled").map(|one| one.offering_id).collect()
}

/// The last admin stays, and only an admin erases.
async fn may_go(tx: &Tx, person_id: i64, staff: i64) -> Outcome<()> {
    let all = roles::lock_all(tx).await?;
    if !roles::of_person(tx, staff).await?.is_some_and(Role::decides) {
        return Err(Refusal::WrongState.into());
    }
    let admins = all.iter().filter(|row| row.role == Role::Admin.code()).count();
    Ok(may_become(roles::of_person(tx, person_id).await?, None, admins)?)
}

/// One letter to the address that goes.
async fn say_goodbye(desk: &Desk, tx: &Tx, person: &Person) -> Outcome<()> {
    let Some(addressee) = Addressee::person(person) else { return Ok(()) };
    let now = desk.clock.now();
    let desktop = Desktop { tx, sender: &desk.policy.sender, season: "", random: &desk.random, now };
    let about = About { person_id: Some(person.id), ..About::default() };
    enqueue(&desktop, addressee, Letter::DataErased, about, TimeDelta::zero()).await.map(|_| ())
}

impl Scene<'_> {
    /// Ends what lies ahead, with the CANCELs it needs. A workshop that has begun, and a course that is over, stay as they
    /// are: the marks say what happened.
    async fn let_go(&self, person: &Person, enrolment: &Enrolment) -> Outcome<()> {
        let offered = self.offered(enrolment.offering_id)?;
        let was = enrolment.state()?;
        if was == State::Confirmed && offered.is_past(self.now) {
            return Ok(());
        }
        let event = Event::Cancel(CancelReason::Erased);
        let state = self.change(person, enrolment, event, None, &Basis::default()).await?;
        if was == State::Confirmed
            && offered.row.kind() == Kind::Workshop
            && let Some(session) = offered.sessions.iter().find(|session| session.date.is_some())
            && let Some(carried) = self.carried(person, enrolment, state).await?
        {
            let place = Place { person, enrolment, state };
            self.write_carried(place, session, Box::new(carried), TimeDelta::zero()).await?;
        }
        Ok(())
    }
}
