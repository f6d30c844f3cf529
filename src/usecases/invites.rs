//! Keeps the calendars of a person true to an enrolment: one invite per dated session (CALENDAR.md R50–R58,
//! R70–R74), each with its letter.

use chrono::{DateTime, TimeDelta, Utc};

use super::post::About;
use super::{Outcome, Scene};
use crate::domain::enrolment::State;
use crate::domain::invite::{Action, Delivery, Standing as InviteStanding, decide};
use crate::domain::letter::{InviteFacts, Letter, Method};
use crate::domain::offering::Kind;
use crate::store::enrolments::Enrolment;
use crate::store::invites::{self, Invite};
use crate::store::outbox;
use crate::store::people::Person;
use crate::store::sessions::Session;

/// What a letter about an enrolment carries into the calendar, with the invite it belongs to.
pub(super) struct Carried {
    pub(super) facts: InviteFacts,
    pub(super) invite_id: i64,
}

/// The course's letters follow its confirmation, a second apart, in the order of their dates (R74).
const APART: TimeDelta = TimeDelta::seconds(1);

impl Scene<'_> {
    /// Brings the invites of an enrolment in line with its state. The course's days get letters of their own;
    /// a workshop's object is left for the letter of the decision itself, which asks for it with [`Self::carried`].
    pub(super) async fn sync_invites(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        state: State,
    ) -> Outcome<()> {
        let Some(offered) = self.programme.offering(enrolment.offering_id) else { return Ok(()) };
        if offered.row.kind() != Kind::Course {
            return Ok(());
        }
        let mut sessions: Vec<&Session> = offered.sessions.iter().collect();
        sessions.sort_by_key(|session| session.date);
        let mut after = APART;
        for session in sessions {
            if let Some(carried) = self.invite(person, enrolment, session, state, self.now + after).await? {
                let letter = match carried.facts.method {
                    Method::Request => Letter::CourseDay { invite: carried.facts },
                    Method::Cancel => Letter::CourseDayCancelled { invite: carried.facts },
                };
                let about = About {
                    enrolment_id: Some(enrolment.id),
                    invite_id: Some(carried.invite_id),
                    ..About::default()
                };
                self.write_later(person, letter, about, after).await?;
                after += APART;
            }
        }
        Ok(())
    }

    /// The calendar object that the letter about a workshop carries, now that the enrolment is in this state.
    pub(super) async fn carried(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        state: State,
    ) -> Outcome<Option<Carried>> {
        let Some(offered) = self.programme.offering(enrolment.offering_id) else { return Ok(None) };
        match offered.sessions.iter().find(|session| session.date.is_some()) {
            Some(session) => self.invite(person, enrolment, session, state, self.now).await,
            None => Ok(None),
        }
    }

    /// Decides for one session, stores the invite, and gives what its letter says; none = no letter.
    async fn invite(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        session: &Session,
        state: State,
        at: DateTime<Utc>,
    ) -> Outcome<Option<Carried>> {
        let Some(offered) = self.programme.offering(enrolment.offering_id) else { return Ok(None) };
        let (Some(address), Some(timing)) = (person.email.clone(), session.timing(offered.zone)) else {
            return Ok(None);
        };
        let existing = invites::find(self.tx, enrolment.id, session.id, &address).await?;
        let last = match &existing {
            Some(invite) => outbox::last_of_invite(self.tx, invite.id).await?,
            None => None,
        };
        let untouched =
            last.as_ref().is_some_and(|letter| letter.state == "waiting" && letter.begun_at.is_none());
        let standing = existing.as_ref().map(|invite| InviteStanding {
            sequence: u32::try_from(invite.sequence).unwrap_or(0),
            ended: invite.ended_at.is_some(),
            delivery: if untouched { Delivery::Waiting } else { Delivery::MayHaveReached },
        });
        let expected = state.is_expected() && person.takes_invites && !session.is_cancelled();
        let (method, sequence) = match decide(expected, timing.ends_at(), standing, self.now) {
            Action::Nothing => return Ok(None),
            Action::Withdraw if self.withdraw(existing.as_ref(), last).await? => return Ok(None),
            // Somebody began to send it between our look and our word: it may reach the person.
            Action::Withdraw => (Method::Cancel, standing.map_or(1, |s| s.sequence + 1)),
            Action::Request { sequence } => (Method::Request, sequence),
            Action::Cancel { sequence } => (Method::Cancel, sequence),
        };
        // A calendar compares whole seconds: each message of a UID is later than the one before (R52).
        let dtstamp =
            existing.as_ref().map_or(at, |invite| at.max(invite.last_dtstamp + TimeDelta::seconds(1)));
        let invite = match existing {
            Some(invite) => self.renew(invite, sequence, method, dtstamp).await?,
            None => self.new_invite(enrolment, session, address, dtstamp).await?,
        };
        let facts = InviteFacts {
            uid: invite.uid,
            sequence,
            dtstamp,
            method,
            session: offered.session_facts(session),
        };
        Ok(Some(Carried { facts, invite_id: invite.id }))
    }

    async fn renew(
        &self,
        invite: Invite,
        sequence: u32,
        method: Method,
        dtstamp: DateTime<Utc>,
    ) -> Outcome<Invite> {
        let ended_at = (method == Method::Cancel).then_some(self.now);
        invites::set_last(self.tx, invite.id, i64::from(sequence), dtstamp, ended_at).await?;
        Ok(invite)
    }

    async fn new_invite(
        &self,
        enrolment: &Enrolment,
        session: &Session,
        address: String,
        dtstamp: DateTime<Utc>,
    ) -> Outcome<Invite> {
        let domain = self.desk.policy.sender.mailbox.rsplit('@').next().unwrap_or("localhost");
        let row = Invite {
            id: 0,
            // Random, stored, never made from data that may change (R36); it also proves replies to be genuine.
            uid: format!("{}@{domain}", self.desk.random.token()),
            enrolment_id: enrolment.id,
            session_id: session.id,
            address,
            sequence: 0,
            last_dtstamp: dtstamp,
            ended_at: None,
        };
        Ok(invites::add(self.tx, row).await?)
    }

    /// Takes back a REQUEST nobody has seen: its letter is withdrawn and the invite ends; false when its sending has
    /// begun meanwhile.
    async fn withdraw(&self, invite: Option<&Invite>, letter: Option<outbox::OutboxLetter>) -> Outcome<bool> {
        let (Some(invite), Some(letter)) = (invite, letter) else { return Ok(false) };
        let payload = super::send_letters::without_secrets(&letter);
        if !outbox::withdraw_untouched(self.tx, letter.id, payload, self.now).await? {
            return Ok(false);
        }
        invites::set_last(self.tx, invite.id, invite.sequence, self.now, Some(self.now)).await?;
        Ok(true)
    }
}
