//! Keeps the calendars of a person true to an enrolment: one invite per dated session (CALENDAR.md R50–R58,
//! R70–R74), each with its letter; and what is planned around it, the reminder.

use chrono::{DateTime, TimeDelta, Utc};

use self::waiting::Look;
use super::post::About;
use super::{Outcome, Scene};
use crate::domain::enrolment::State;
use crate::domain::invite::{Action, Appointment, Known, Message, decide};
use crate::domain::letter::{InviteFacts, Letter, Method};
use crate::domain::offering::Kind;
use crate::store::enrolments::Enrolment;
use crate::store::invites::{self, Invite};
use crate::store::people::Person;
use crate::store::sessions::Session;

mod feed;
mod moving;
mod waiting;

pub(super) use waiting::{invite_facts, told_by};

/// What a letter about an enrolment carries into the calendar, with the invite it belongs to.
pub(super) struct Carried {
    pub(super) facts: InviteFacts,
    pub(super) invite_id: i64,
}

/// What has to be done about one invite.
pub(super) enum Due {
    /// Nothing.
    Nothing,
    /// A new letter has to carry this.
    Letter(Box<Carried>),
    /// The letter that waits already says it now.
    Said,
}

/// The course's letters follow its confirmation, a second apart, in the order of their dates (R74).
const APART: TimeDelta = TimeDelta::seconds(1);

/// One enrolment of a person and how it stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) person: &'a Person,
    pub(super) enrolment: &'a Enrolment,
    pub(super) state: State,
}

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
        let place = Place { person, enrolment, state };
        let mut sessions: Vec<&Session> = offered.sessions.iter().collect();
        sessions.sort_by_key(|session| session.date);
        let mut after = APART;
        for session in sessions {
            self.sync_reminder(place, session).await?;
            if offered.row.kind() != Kind::Course {
                continue;
            }
            after = self.write_day(place, session, after).await?;
        }
        Ok(())
    }

    /// After a choice about invites: every future session of an enrolment once more, each with its own letter.
    pub(super) async fn resend_appointments(&self, person: &Person, enrolment: &Enrolment) -> Outcome<()> {
        let Some(offered) = self.programme.offering(enrolment.offering_id) else { return Ok(()) };
        let place = Place { person, enrolment, state: enrolment.state()? };
        let mut sessions: Vec<&Session> = offered.sessions.iter().collect();
        sessions.sort_by_key(|session| session.date);
        let mut after = APART;
        for session in sessions {
            after = self.write_day(place, session, after).await?;
        }
        Ok(())
    }

    /// One session in a letter of its own, where its calendar has to be told anything; gives back when the next one may
    /// leave.
    async fn write_day(&self, place: Place<'_>, session: &Session, after: TimeDelta) -> Outcome<TimeDelta> {
        let Due::Letter(carried) = self.invite(place, session, self.now + after).await? else {
            return Ok(after);
        };
        self.write_carried(place, session, carried, after).await?;
        Ok(after + APART)
    }

    /// A calendar object in a letter that is about nothing else.
    pub(super) async fn write_carried(
        &self,
        place: Place<'_>,
        session: &Session,
        carried: Box<Carried>,
        after: TimeDelta,
    ) -> Outcome<()> {
        let about = self.about(place, session, carried.invite_id);
        let letter = match carried.facts.method {
            Method::Request => Letter::CourseDay { invite: carried.facts },
            Method::Cancel => Letter::CourseDayCancelled { invite: carried.facts },
        };
        self.write_later(place.person, letter, about, after).await
    }

    /// What a letter about one session belongs to.
    fn about(&self, place: Place<'_>, session: &Session, invite_id: i64) -> About {
        About {
            enrolment_id: Some(place.enrolment.id),
            invite_id: Some(invite_id),
            session_id: Some(session.id),
            ..About::default()
        }
    }

    /// The calendar object that the letter about a workshop carries, now that the enrolment is in this state.
    pub(super) async fn carried(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        state: State,
    ) -> Outcome<Option<Carried>> {
        let Some(offered) = self.programme.offering(enrolment.offering_id) else { return Ok(None) };
        let Some(session) = offered.sessions.iter().find(|session| session.date.is_some()) else {
            return Ok(None);
        };
        match self.invite(Place { person, enrolment, state }, session, self.now).await? {
            Due::Letter(carried) => Ok(Some(*carried)),
            Due::Said | Due::Nothing => Ok(None),
        }
    }

    /// Decides for one session, stores the invite, and gives what its letter has to say.
    pub(super) async fn invite(
        &self,
        place: Place<'_>,
        session: &Session,
        at: DateTime<Utc>,
    ) -> Outcome<Due> {
        let Some(offered) = self.programme.offering(place.enrolment.offering_id) else {
            return Ok(Due::Nothing);
        };
        let (Some(address), Some(timing)) = (place.person.email.clone(), session.timing(offered.zone)) else {
            return Ok(Due::Nothing);
        };
        if timing.ends_at() <= self.now {
            return Ok(Due::Nothing);
        }
        let expected = place.state.is_expected() && !session.is_cancelled();
        let wanted = expected.then(|| session.appointment());
        let mut existing = invites::find(self.tx, place.enrolment.id, session.id, &address).await?;
        let look = match &existing {
            Some(invite) => self.look(invite).await?,
            None => Look::default(),
        };
        // To a workshop that has begun nobody is invited who was not before: their feed has it alone.
        let begun = offered.row.kind() == Kind::Workshop && timing.starts_at() <= self.now;
        let late = begun && wanted.is_some() && !look.known.is_invited();
        // What only the feed has told, the feed takes back.
        if !place.person.takes_invites || late || (wanted.is_none() && look.known.only_fed()) {
            return self.feed_only(place, session, existing, &look, wanted.as_ref()).await;
        }
        let message = match decide(wanted.as_ref(), &look.known) {
            Action::Nothing => return Ok(Due::Nothing),
            Action::Withdraw => {
                return Ok(match self.withdraw(existing.as_ref(), &look).await? {
                    true => Due::Nothing,
                    // Somebody began to send it between our look and our word: look again at what it told.
                    false => Box::pin(self.invite(place, session, at)).await?,
                });
            }
            Action::WithdrawAndSend(message) => {
                if !self.withdraw(existing.as_ref(), &look).await? {
                    return Box::pin(self.invite(place, session, at)).await;
                }
                existing = self.read_again(existing).await?;
                message
            }
            Action::Replace(message) => {
                return match self.replace(place, session, existing.as_ref(), &look, message).await? {
                    true => Ok(Due::Said),
                    false => Box::pin(self.invite(place, session, at)).await,
                };
            }
            Action::Send(message) => message,
        };
        self.send(place, session, existing, &look.known, message, at)
            .await
            .map(|carried| Due::Letter(Box::new(carried)))
    }

    /// Stores what the invite says from now on and gives what its letter carries.
    async fn send(
        &self,
        place: Place<'_>,
        session: &Session,
        existing: Option<Invite>,
        known: &Known,
        message: Message,
        at: DateTime<Utc>,
    ) -> Outcome<Carried> {
        // A calendar compares whole seconds: each message of a UID is later than the one before (R52).
        let dtstamp =
            existing.as_ref().map_or(at, |invite| at.max(invite.last_dtstamp + TimeDelta::seconds(1)));
        // A CANCEL repeats what the last REQUEST said (R55), and the feed what it showed itself.
        let (says, shown) = match (message.method, known.told.as_ref()) {
            (Method::Cancel, Some(told)) => {
                (known.in_mail.clone().unwrap_or_else(|| told.appointment.clone()), told.appointment.clone())
            }
            _ => (session.appointment(), session.appointment()),
        };
        let invite = match existing {
            Some(invite) => invite,
            None => self.new_invite(place, session, dtstamp).await?,
        };
        self.store_now(&invite, message, &shown, dtstamp).await?;
        let facts = self.facts(place, session, &invite.uid, message, &says, dtstamp);
        Ok(Carried { facts, invite_id: invite.id })
    }

    fn facts(
        &self,
        place: Place<'_>,
        session: &Session,
        uid: &str,
        message: Message,
        shown: &Appointment,
        dtstamp: DateTime<Utc>,
    ) -> InviteFacts {
        let offered = self.programme.offering(place.enrolment.offering_id);
        let session = offered.map(|offered| offered.session_facts(session)).unwrap_or_default();
        InviteFacts {
            uid: uid.to_owned(),
            sequence: message.sequence,
            dtstamp,
            method: message.method,
            session: session.at(shown),
        }
    }

    async fn store_now(
        &self,
        invite: &Invite,
        message: Message,
        shown: &Appointment,
        dtstamp: DateTime<Utc>,
    ) -> Outcome<()> {
        let now = invites::Now {
            sequence: i64::from(message.sequence),
            dtstamp,
            ended_at: (message.method == Method::Cancel).then_some(self.now),
            shown: super::post::json(shown)?,
        };
        Ok(invites::set_now(self.tx, invite.id, now).await?)
    }

    async fn new_invite(
        &self,
        place: Place<'_>,
        session: &Session,
        dtstamp: DateTime<Utc>,
    ) -> Outcome<Invite> {
        let domain = self.desk.policy.sender.mailbox.rsplit('@').next().unwrap_or("localhost");
        let row = Invite {
            id: 0,
            // Random, stored, never made from data that may change (R36); it also proves replies to be genuine.
            uid: format!("{}@{domain}", self.desk.random.token()),
            enrolment_id: place.enrolment.id,
            session_id: session.id,
            address: place.person.email.clone().unwrap_or_default(),
            sequence: 0,
            last_dtstamp: dtstamp,
            ended_at: None,
            shown: None,
            told: None,
        };
        Ok(invites::add(self.tx, row).await?)
    }
}
