//! What follows from a saved change: letters and calendars of everybody concerned, the rule, requests to be told.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::open_offers::promised;
use crate::domain::enrolment::{CancelReason, Event, State};
use crate::domain::impact::Impact;
use crate::domain::letter::{Letter, OfferNow, SessionFacts};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::waiting_list::after_move;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::Person;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{invites, people};
use crate::usecases::invites::Place;
use crate::usecases::moves::Basis;
use crate::usecases::post::About;
use crate::usecases::{No, Outcome, Scene};

impl Scene<'_> {
    /// Tells everybody. `self` sees the edition as it is saved, `before` as it was.
    pub(super) async fn follow(&self, before: &Programme, impact: &Impact) -> Outcome<()> {
        for offered in &self.programme.offerings {
            let Some(was) = before.offering(offered.row.id) else { continue };
            let called_off = offered.row.status() == OfferingStatus::Cancelled
                && was.row.status() != OfferingStatus::Cancelled;
            self.needs_follow(was, offered).await?;
            for enrolment in self.live_in(offered.row.id).await? {
                let person = people::find(self.tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
                if person.erased_at.is_some() {
                    self.let_stub_go(&person, &enrolment, called_off || !offered.is_past(self.now)).await?;
                } else if called_off {
                    self.call_off(&person, &enrolment, was, &impact.proposal(offered.row.id)).await?;
                } else {
                    self.tell_sessions(was, offered, &person, &enrolment).await?;
                }
            }
            self.follow_date(was, offered).await?;
        }
        self.look_at_the_rule(impact).await
    }

    /// Live enrolments of an offering, in ascending order of persons.
    async fn live_in(&self, offering_id: i64) -> Outcome<Vec<Enrolment>> {
        let mut live: Vec<Enrolment> = enrolments::in_offerings(self.tx, &[offering_id]).await?;
        live.retain(|enrolment| enrolment.state != "cancelled");
        live.sort_by_key(|enrolment| enrolment.person_id);
        Ok(live)
    }

    /// An erased person kept the place in what was over. Where it lies ahead again it is given back (DESIGN.md law 9), and
    /// nobody is told: their calendar cannot be reached any more.
    async fn let_stub_go(&self, stub: &Person, enrolment: &Enrolment, ahead: bool) -> Outcome<()> {
        if !ahead {
            return Ok(());
        }
        invites::end_all(self.tx, enrolment.id, self.now).await?;
        let event = Event::Cancel(CancelReason::Erased);
        self.change(stub, enrolment, event, None, &Basis::default()).await.map(|_| ())
    }

    /// Every session of an offering that differs, told to one person.
    async fn tell_sessions(
        &self,
        was: &Offered,
        offered: &Offered,
        person: &Person,
        enrolment: &Enrolment,
    ) -> Outcome<()> {
        let state = enrolment.state()?;
        let hears = match state {
            State::Confirmed | State::Provisional | State::Offered => true,
            State::Waitlisted => offered.row.kind() == Kind::Workshop,
            _ => false,
        };
        if state.is_pending() {
            return self.hold_follows(offered, enrolment).await;
        }
        if !hears {
            return self.put_untold_right(was, offered, Place { person, enrolment, state }).await;
        }
        let (row, state_now) = self.offer_follows(was, offered, person, enrolment).await?;
        let offer_changed = (row.hold_until, state_now) != (enrolment.hold_until, state);
        let (enrolment, state) = (&row, state_now);
        let place = Place { person, enrolment, state };
        if offer_changed {
            self.amend_offer(place, offered).await?;
        }
        let (mut added, mut had_ended) = (false, false);
        for session in &offered.sessions {
            let Some(old) = was.sessions.iter().find(|s| s.id == session.id) else {
                added = true;
                continue;
            };
            had_ended |= self.tell_session(place, (was, old), (offered, session)).await?;
        }
        if had_ended {
            self.tell_ended_otherwise(place, offered).await?;
        }
        if added {
            self.sync_invites(person, enrolment, state).await?;
            if state != State::Confirmed || !person.takes_invites || person.email.is_none() {
                self.tell_added(place, was, offered).await?;
            }
        }
        Ok(())
    }

    /// One session, where it differs from how it was, told to one person. Gives back whether it was to tell that an offer
    /// ended, and is called off: nothing tells it now.
    async fn tell_session(
        &self,
        place: Place<'_>,
        (was, old): (&Offered, &Session),
        (offered, session): (&Offered, &Session),
    ) -> Outcome<bool> {
        if is_over(offered, old, session, self.now) {
            return Ok(false);
        }
        let before = was.session_facts(old);
        if old.appointment() == session.appointment() && old.status == session.status {
            // Nobody is written to about a name, but a reminder that waits calls it as it is called now.
            if before != offered.session_facts(session) {
                self.sync_reminder(place, session).await?;
            }
            return Ok(false);
        }
        if session.is_cancelled() {
            return self.tell_cancelled(place, offered, session, before).await;
        }
        self.tell_changed(place, offered, session, &before).await?;
        Ok(false)
    }

    /// A place, or a position, that is kept for an address nobody confirmed yet is never kept past the begin: where that comes
    /// earlier, it ends with it. A later begin lengthens nothing.
    async fn hold_follows(&self, offered: &Offered, enrolment: &Enrolment) -> Outcome<()> {
        match (enrolment.hold_until, offered.starts_at()) {
            (Some(until), Some(start)) if start < until => {
                Ok(enrolments::set_hold(self.tx, enrolment.id, start).await?)
            }
            _ => Ok(()),
        }
    }

    /// Who waits for the course hears of none of its days. Where an offer of it ended and that is still to be said, the day it
    /// is said with is the right one.
    async fn put_untold_right(&self, was: &Offered, offered: &Offered, place: Place<'_>) -> Outcome<()> {
        if place.state != State::Waitlisted {
            return Ok(());
        }
        let untold = self.changes_untold(place.enrolment).await?;
        for session in offered.sessions.iter().filter(|session| untold.contains_key(&session.id)) {
            let Some(old) = was.sessions.iter().find(|old| old.id == session.id) else { continue };
            if session.is_cancelled() && !old.is_cancelled() {
                if self.forget_untold(place, session.id).await? {
                    self.tell_ended_otherwise(place, offered).await?;
                }
            } else {
                self.tell_session(place, (was, old), (offered, session)).await?;
            }
        }
        Ok(())
    }

    /// An open offer once the begin was moved: held as it was promised, as far as the last hours let it; else over, and the
    /// person is back where they stood in the line, having missed nothing. Gives back the row with the new end, and how the
    /// person stands.
    async fn offer_follows(
        &self,
        was: &Offered,
        offered: &Offered,
        person: &Person,
        enrolment: &Enrolment,
    ) -> Outcome<(Enrolment, State)> {
        let (mut row, state) = (enrolment.clone(), enrolment.state()?);
        let (State::Offered, Some(until)) = (state, row.hold_until) else { return Ok((row, state)) };
        if was.starts_at() == offered.starts_at() {
            return Ok((row, state));
        }
        // What a change took away the next one may give back.
        let promised = promised(self.tx, row.id).await?.unwrap_or(until);
        let Some(until) = after_move(promised, self.now, offered.starts_at()) else {
            let state = self.change(person, enrolment, Event::Wait, None, &Basis::default()).await?;
            return Ok((row, state));
        };
        enrolments::set_hold(self.tx, row.id, until).await?;
        row.hold_until = Some(until);
        Ok((row, state))
    }

    /// A new session, for whoever gets no invite to it; it always has a date.
    async fn tell_added(&self, place: Place<'_>, was: &Offered, offered: &Offered) -> Outcome<()> {
        let is_new = |session: &&Session| !was.sessions.iter().any(|old| old.id == session.id);
        for session in offered.sessions.iter().filter(is_new) {
            let about = About {
                enrolment_id: Some(place.enrolment.id),
                session_id: Some(session.id),
                ..About::default()
            };
            let letter = Letter::SessionChanged {
                was: SessionFacts::default(),
                session: offered.session_facts(session),
                course: offered.row.kind() == Kind::Course,
                waiting: false,
                offer: OfferNow::NotMade,
                provisional: place.state == State::Provisional,
                leave_token: self.action_link(place.enrolment.id, "leave").await?,
                invite: None,
            };
            self.write(place.person, letter, about).await?;
        }
        Ok(())
    }

    /// Whoever reaches the rule by the change, falls out of its reach, or has a provisional place.
    async fn look_at_the_rule(&self, impact: &Impact) -> Outcome<()> {
        let mut again: BTreeSet<i64> = impact.able.iter().chain(&impact.drops).copied().collect();
        if let Some(course) = self.programme.course() {
            let provisional = self.live_in(course.row.id).await?;
            again.extend(provisional.iter().filter(|e| e.state == "provisional").map(|e| e.person_id));
        }
        for id in again {
            let person = people::find(self.tx, id).await?.ok_or(No::NotFound)?;
            self.reconsider_quietly(&person).await?;
        }
        Ok(())
    }
}

/// Nothing is said about past days.
fn is_over(offered: &Offered, old: &Session, session: &Session, now: DateTime<Utc>) -> bool {
    let end = |session: &Session| session.timing(offered.zone).map(|timing| timing.ends_at());
    end(session).or_else(|| end(old)).is_some_and(|end| end <= now)
}
