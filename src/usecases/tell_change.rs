//! Tells the people of an offering that one of its sessions changed: with the calendar where they take invites, in
//! words else. One letter where two changes come within the quiet time, none where the second undoes the first.

use chrono::TimeDelta;

use super::call_instead::changed_from;
use super::invites::{Due, Place};
use super::post::{About, stored};
use super::{Outcome, Scene};
use crate::domain::enrolment::State;
use crate::domain::invite::{Appointment, quiet};
use crate::domain::letter::{Letter, OfferNow, Payload, SessionFacts};
use crate::domain::offering::Kind;
use crate::store::calls;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::programme::Offered;
use crate::store::sessions::Session;

impl Scene<'_> {
    /// M12: another date, other hours, another place. `was` is what people knew.
    pub(super) async fn tell_changed(
        &self,
        place: Place<'_>,
        offered: &Offered,
        session: &Session,
        was: &SessionFacts,
    ) -> Outcome<()> {
        if place.person.email.is_none() {
            return self.call_changed(place, offered, session, was).await;
        }
        // Asked first: by then the letter of a change that is taken back is gone.
        let undone = self.is_undone(place.enrolment, session).await?;
        self.write_changed(place, offered, session, was).await?;
        self.sync_reminder_after(place, session, undone).await
    }

    /// The letter of a change, to somebody who has an address: written, amended or taken back.
    async fn write_changed(
        &self,
        place: Place<'_>,
        offered: &Offered,
        session: &Session,
        was: &SessionFacts,
    ) -> Outcome<()> {
        let quiet = self.quiet(&was.appointment(), session);
        // What waits to be said in words is put right first, whatever the person chose since it was written.
        let in_words = self.amend_words(place, offered, session).await?;
        let invite = match self.invite(place, session, self.now + quiet).await? {
            Due::Said => return Ok(()),
            Due::Letter(carried) if in_words => {
                // The words are on their way, or have nothing to say any more: the calendar is told by itself.
                return self.write_carried(place, session, carried, quiet).await;
            }
            Due::Letter(carried) => Some(carried),
            // In a calendar that takes invites there is nothing to change: so there is nothing to say either.
            Due::Nothing if place.state.is_expected() && place.person.takes_invites => return Ok(()),
            Due::Nothing if in_words => return Ok(()),
            Due::Nothing => None,
        };
        let now_is = self.dated(offered, session);
        if invite.is_none() && now_is.appointment() == was.appointment() {
            return Ok(());
        }
        let about = About {
            enrolment_id: Some(place.enrolment.id),
            session_id: Some(session.id),
            invite_id: invite.as_ref().map(|carried| carried.invite_id),
            ..About::default()
        };
        let letter = Letter::SessionChanged {
            was: was.clone(),
            session: now_is,
            course: offered.row.kind() == Kind::Course,
            waiting: matches!(place.state, State::Waitlisted | State::Offered),
            offer: self.offer_now(place, offered).await?,
            provisional: place.state == State::Provisional,
            leave_token: self.action_link(place.enrolment.id, "leave").await?,
            invite: invite.map(|carried| carried.facts),
        };
        self.write_later(place.person, letter, about, quiet).await
    }

    /// What becomes of a place somebody was offered: `place` has the row as it was before, and how they stand now.
    pub(super) async fn offer_now(&self, place: Place<'_>, offered: &Offered) -> Outcome<OfferNow> {
        let id = place.enrolment.id;
        Ok(match (place.enrolment.state()?, place.state, place.enrolment.hold_until) {
            (State::Offered, State::Offered, Some(until)) => OfferNow::Held {
                until,
                accept_token: self.action_link(id, "accept").await?,
                decline_token: self.action_link(id, "decline").await?,
            },
            (State::Offered, State::Waitlisted, _) => self.offer_ended(offered),
            _ => OfferNow::NotMade,
        })
    }

    /// The same where something about the offer waits to be said: one that a change before ended is over, whatever the date
    /// is since.
    pub(super) async fn offer_since(
        &self,
        place: Place<'_>,
        offered: &Offered,
        says: &OfferNow,
    ) -> Outcome<OfferNow> {
        if says.has_ended() && place.enrolment.state()? != State::Offered {
            return Ok(self.offer_ended(offered));
        }
        self.offer_now(place, offered).await
    }

    /// What is said of an offer that a change ended: by the date that is known now the place is everybody's, or not.
    fn offer_ended(&self, offered: &Offered) -> OfferNow {
        OfferNow::gone(self.free_places(offered))
    }

    /// Every letter in words that waits says the same of the offer, whichever session it is about.
    pub(super) async fn amend_offer(&self, place: Place<'_>, offered: &Offered) -> Outcome<()> {
        for letter in outbox::untouched_of(self.tx, place.enrolment.id, "session-changed").await? {
            let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { continue };
            let Letter::SessionChanged { offer, .. } = &mut payload.letter else { continue };
            if letter.invite_id.is_none() {
                let since = self.offer_since(place, offered, offer).await?;
                *offer = since;
                outbox::replace_untouched(self.tx, letter.id, stored(&payload)?, letter.not_before).await?;
            }
        }
        Ok(())
    }

    /// The day by which somebody who waits was to hear that an offer ended is called off: they hear of it by the first one that
    /// is held, where no other letter or call is to tell it.
    pub(super) async fn tell_ended_otherwise(&self, place: Place<'_>, offered: &Offered) -> Outcome<()> {
        let waits = place.state == State::Waitlisted;
        let Some(first) = offered.first_session().filter(|_| waits) else { return Ok(()) };
        if !self.changes_untold(place.enrolment).await?.is_empty() {
            return Ok(());
        }
        let about =
            About { enrolment_id: Some(place.enrolment.id), session_id: Some(first.id), ..About::default() };
        let letter = Letter::SessionChanged {
            was: offered.session_facts(first),
            session: self.dated(offered, first),
            course: offered.row.kind() == Kind::Course,
            waiting: true,
            offer: self.offer_ended(offered),
            provisional: false,
            leave_token: self.action_link(place.enrolment.id, "leave").await?,
            invite: None,
        };
        self.write_later(place.person, letter, about, self.quiet(&first.appointment(), first)).await
    }

    /// Takes back the letter, or the call, that was to tell a change of one session; whether it was to tell that an offer
    /// ended.
    pub(super) async fn forget_untold(&self, place: Place<'_>, session_id: i64) -> Outcome<bool> {
        let mut had_ended = false;
        for letter in outbox::untouched_of(self.tx, place.enrolment.id, "session-changed").await? {
            if letter.session_id == Some(session_id) {
                had_ended |= tells_an_end(&letter.payload);
                let blank = super::send_letters::without_secrets(&letter);
                outbox::withdraw_untouched(self.tx, letter.id, blank, self.now).await?;
            }
        }
        for call in calls::open_of(self.tx, place.person.id).await? {
            let is_of = call.enrolment_id == Some(place.enrolment.id) && call.session_id == Some(session_id);
            if is_of && changed_from(&call.payload).is_some() {
                had_ended |= tells_an_end(&call.payload);
                calls::drop_untold(self.tx, call.task_id).await?;
            }
        }
        Ok(had_ended)
    }

    /// How long a change of a session waits for another one; `was` is what people knew.
    pub(super) fn quiet(&self, was: &Appointment, session: &Session) -> TimeDelta {
        let known = [was, &session.appointment()];
        quiet(self.desk.policy.quiet_time, self.now, self.programme.zone(), &known)
    }

    /// A letter in words alone that still waits says the newest, or is withdrawn where everything is as the person knew
    /// it; false where none waited.
    async fn amend_words(&self, place: Place<'_>, offered: &Offered, session: &Session) -> Outcome<bool> {
        let waiting = outbox::untouched_of(self.tx, place.enrolment.id, "session-changed").await?;
        let in_words =
            |letter: &OutboxLetter| letter.invite_id.is_none() && letter.session_id == Some(session.id);
        let Some(letter) = waiting.into_iter().find(in_words) else {
            return Ok(false);
        };
        let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(false) };
        let Letter::SessionChanged { was, session: says, offer, .. } = &mut payload.letter else {
            return Ok(false);
        };
        let now_is = self.dated(offered, session);
        let since = self.offer_since(place, offered, offer).await?;
        *offer = since;
        // Of an offer that ended it has to say so, even where nothing moved in the end.
        if was.appointment() == now_is.appointment() && !offer.has_ended() {
            let blank = super::send_letters::without_secrets(&letter);
            return Ok(outbox::withdraw_untouched(self.tx, letter.id, blank, self.now).await?);
        }
        *says = now_is;
        let due = self.now + self.quiet(&was.appointment(), session);
        Ok(outbox::replace_untouched(self.tx, letter.id, stored(&payload)?, due).await?)
    }

    /// M12: one session of several is called off; `was` is how it stood before. The letter names the day its reader knows,
    /// which its CANCEL names too. Gives back whether the session was to tell that an offer ended: nothing tells it now.
    pub(super) async fn tell_cancelled(
        &self,
        place: Place<'_>,
        offered: &Offered,
        session: &Session,
        was: SessionFacts,
    ) -> Outcome<bool> {
        let told = self.last_told(place.enrolment, session.id, was).await?;
        self.sync_reminder(place, session).await?;
        let invite = match self.invite(place, session, self.now).await? {
            Due::Letter(carried) => Some(carried),
            Due::Said | Due::Nothing => None,
        };
        let had_ended = self.forget_untold(place, session.id).await?;
        let about = About {
            enrolment_id: Some(place.enrolment.id),
            session_id: Some(session.id),
            invite_id: invite.as_ref().map(|carried| carried.invite_id),
            ..About::default()
        };
        let letter = Letter::SessionCancelled {
            session: invite.as_ref().map_or(told, |carried| carried.facts.session.clone()),
            course: offered.row.kind() == Kind::Course,
            invite: invite.map(|carried| carried.facts),
        };
        self.write(place.person, letter, about).await?;
        Ok(had_ended)
    }
}

/// Whether a letter or a call about a change tells that an offer ended by it.
fn tells_an_end(payload: &str) -> bool {
    let says = serde_json::from_str::<Payload>(payload).map(|payload| payload.letter);
    matches!(says, Ok(Letter::SessionChanged { offer, .. }) if offer.has_ended())
}
