//! A place, or a position in the line, is given back: by the person, by the link of a mail, or by the office.

use chrono::{DateTime, Utc};

use super::moves::Basis;
use super::post::About;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::as_seen::{Leaving, leaving};
use crate::domain::enrolment::{CancelReason, Event, State};
use crate::domain::letter::{Ending, Instead, SessionFacts, letter_of};
use crate::domain::offering::Kind;
use crate::domain::proposal::Proposal;
use crate::domain::reason::reason_of;
use crate::domain::refusal::Refusal;
use crate::secret::Purpose;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::Person;
use crate::store::programme::Offered;
use crate::store::{Tx, action_links, outbox, people, texts};

/// The enrolment of a mail's link, to show what the button would do.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given.
pub async fn look(desk: &Desk, token: &str) -> Outcome<Enrolment> {
    let reader = desk.store.reader();
    let hash = desk.secret.hash(Purpose::Action, token);
    let link = action_links::by_token(reader, &hash, "leave").await?.ok_or(No::NotFound)?;
    enrolments::find(reader, link.enrolment_id).await?.ok_or(No::NotFound)
}

/// Gives back by the link of a mail.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given; [`Refusal::ChangedMeanwhile`] where the page behind it showed another
/// state; a refusal once the session has begun.
pub async fn by_link(desk: &Desk, token: &str, seen: Option<&str>) -> Outcome<()> {
    let enrolment = look(desk, token).await?;
    leave(desk, enrolment.id, Actor::Person(enrolment.person_id), (CancelReason::ByPerson, None), seen).await
}

/// Gives back as the person who is signed in.
///
/// # Errors
/// [`No::NotFound`] where it is not theirs; a refusal once the session has begun.
pub async fn by_person(desk: &Desk, enrolment_id: i64, person_id: i64) -> Outcome<()> {
    by_person_who_saw(desk, enrolment_id, person_id, None).await
}

/// The same from a page that showed how the enrolment stood: the code of its state.
///
/// # Errors
/// What [`by_person`] says; [`Refusal::ChangedMeanwhile`] where it stands otherwise now.
pub async fn by_person_who_saw(
    desk: &Desk,
    enrolment_id: i64,
    person_id: i64,
    seen: Option<&str>,
) -> Outcome<()> {
    let enrolment = enrolments::find(desk.store.reader(), enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.person_id != person_id {
        return Err(No::NotFound);
    }
    leave(desk, enrolment_id, Actor::Person(person_id), (CancelReason::ByPerson, None), seen).await
}

/// A person of the office ends an enrolment as they saw it, with a reason. What they saw is looked at first: a page that asks
/// for the reason once more shows how it stands now.
///
/// # Errors
/// [`Refusal::OwnAffair`], [`Refusal::ChangedMeanwhile`], [`Refusal::ReasonMissing`], [`Refusal::ReasonTooLong`], or
/// [`Refusal::Begun`].
pub async fn by_staff(desk: &Desk, enrolment_id: i64, staff: i64, seen: &str, reason: &str) -> Outcome<()> {
    let enrolment = enrolments::find(desk.store.reader(), enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    leave(desk, enrolment_id, Actor::Staff(staff), (CancelReason::ByStaff, Some(reason)), Some(seen)).await
}

/// Whether a place is one that nobody gives back any more: the workshop has begun, or the course is over. From then on
/// the marks say what happened.
pub fn is_kept(offered: &Offered, was: State, now: DateTime<Utc>) -> bool {
    offered.is_past(now) && was.holds_place()
}

/// Whether what last happened to an enrolment was done by this actor: then the same once more is a second click.
pub(super) async fn was_by(tx: &Tx, enrolment_id: i64, actor: Actor) -> Outcome<bool> {
    let last = enrolments::history(tx, &[enrolment_id]).await?.pop();
    Ok(last.is_some_and(|row| row.actor == actor.code() && row.actor_id == actor.id()))
}

async fn leave(
    desk: &Desk,
    enrolment_id: i64,
    actor: Actor,
    (reason, why): (CancelReason, Option<&str>),
    seen: Option<&str>,
) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let before = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    lock(&tx, &[before.offering_id], &[before.person_id]).await?;
    let enrolment = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    // Whoever gives back what is theirs wanted it over; a reason that somebody of the office wrote was not taken.
    let again = reason == CancelReason::ByPerson || was_by(&tx, enrolment.id, actor).await?;
    if leaving(seen, again, enrolment.state()?)? == Leaving::Over {
        return Ok(());
    }
    let why = why.map(reason_of).transpose()?;
    let programme = programme_of(&tx, enrolment.offering_id).await?;
    let person = people::living(&tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    let text_id = match &why {
        Some(why) => Some(texts::add(&tx, Some(person.id), why, now, None).await?),
        None => None,
    };
    scene.cancel(&person, &enrolment, reason, text_id).await?;
    if scene.offered(enrolment.offering_id)?.row.kind() == Kind::Workshop {
        scene.reconsider(&person).await?;
    }
    tx.commit().await?;
    Ok(())
}

impl Scene<'_> {
    /// Ends an enrolment and writes the letter about it, with the CANCEL where a calendar needs one. A workshop
    /// that has begun, or a course that is over, is not left any more: the marks say what happened.
    pub(super) async fn cancel(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        reason: CancelReason,
        text_id: Option<i64>,
    ) -> Outcome<()> {
        let told = self.first_told(enrolment, self.offered(enrolment.offering_id)?).await?;
        self.end(person, enrolment, reason, text_id).await?;
        self.write_ending(person, enrolment, reason, told).await
    }

    /// Ends an enrolment in what is called off, which stood so before; its letter proposes no more than was chosen.
    pub(super) async fn call_off(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        was: &Offered,
        propose: &Proposal,
    ) -> Outcome<()> {
        let reason = CancelReason::OfferingCancelled;
        let told = self.first_told(enrolment, was).await?;
        self.end(person, enrolment, reason, None).await?;
        let chosen = propose.named(|id: &i64| self.programme.offering(*id).map(Offered::page));
        self.write_end(person, enrolment, reason, told, Instead::of(chosen)).await
    }

    /// Ends it without a word.
    pub(super) async fn end(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        reason: CancelReason,
        text_id: Option<i64>,
    ) -> Outcome<()> {
        let offered = self.offered(enrolment.offering_id)?;
        let was = enrolment.state()?;
        let left = matches!(reason, CancelReason::ByPerson | CancelReason::ByStaff);
        if left && is_kept(offered, was, self.now) {
            return Err(Refusal::Begun.into());
        }
        self.change(person, enrolment, Event::Cancel(reason), None, &Basis::because(text_id)).await?;
        self.withdraw_words(enrolment).await
    }

    /// The letter about an enrolment that has ended; `enrolment` is its row as it was before, `told` its session as the
    /// person last heard of it, which ending it forgets.
    pub(super) async fn write_ending(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        reason: CancelReason,
        told: SessionFacts,
    ) -> Outcome<()> {
        self.write_end(person, enrolment, reason, told, Instead::default()).await
    }

    async fn write_end(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        reason: CancelReason,
        told: SessionFacts,
        mut instead: Instead,
    ) -> Outcome<()> {
        let offered = self.offered(enrolment.offering_id)?;
        let (was, now_is) = (enrolment.state()?, State::Cancelled(reason));
        let mut path = super::path_facts(self.programme, &self.standing(person.id).await?);
        // What was just given back is no advice.
        path.choices.retain(|choice| choice.page != offered.page());
        instead.limit(&mut path);
        let course = offered.row.kind() == Kind::Course;
        // A course's days have letters of their own.
        let carried =
            if course || was.is_pending() { None } else { self.carried(person, enrolment, now_is).await? };
        let about = About {
            enrolment_id: Some(enrolment.id),
            invite_id: carried.as_ref().map(|c| c.invite_id),
            ..About::default()
        };
        let ending = Ending {
            reason,
            was,
            course,
            title: offered.title().unwrap_or_default(),
            // The CANCEL repeats what its calendar shows: the words beside it name the same day.
            session: carried.as_ref().map_or(told, |c| c.facts.session.clone()),
            path,
            invite: carried.map(|c| c.facts),
            instead,
        };
        match letter_of(ending) {
            Some(letter) => self.write(person, letter, about).await,
            None => Ok(()),
        }
    }

    /// A letter in words about another date, not sent yet, has nothing to say any more.
    pub(super) async fn withdraw_words(&self, enrolment: &Enrolment) -> Outcome<()> {
        for letter in outbox::untouched_of(self.tx, enrolment.id, "session-changed").await? {
            if letter.invite_id.is_none() {
                let blank = super::send_letters::without_secrets(&letter);
                outbox::withdraw_untouched(self.tx, letter.id, blank, self.now).await?;
            }
        }
        Ok(())
    }
}
