//! A person is written to at another address: an invite keeps its UID and its ATTENDEE for ever, so the old one is taken
//! back and a new one made (CALENDAR.md R53).

use chrono::TimeDelta;

use super::{APART, Due, Place};
use crate::domain::enrolment::{CancelReason, State};
use crate::domain::letter::Method;
use crate::store::enrolments::Enrolment;
use crate::store::invites;
use crate::store::people::Person;
use crate::store::sessions::Session;
use crate::usecases::{Outcome, Scene};

/// A state in which nobody is expected: what the old address shows from now on.
const GONE: State = State::Cancelled(CancelReason::ByPerson);

impl Scene<'_> {
    /// Takes every future session out of the calendar of the old address and puts it into that of the new one; a reminder
    /// is planned for whoever had no address before.
    pub(in crate::usecases) async fn move_invites(
        &self,
        old: &Person,
        new: &Person,
        enrolment: &Enrolment,
    ) -> Outcome<()> {
        let Some(offered) = self.programme.offering(enrolment.offering_id) else { return Ok(()) };
        let mut sessions: Vec<&Session> = offered.sessions.iter().collect();
        sessions.sort_by_key(|session| session.date);
        let gone = Place { person: old, enrolment, state: GONE };
        for session in &sessions {
            self.take_back(gone, session).await?;
        }
        let place = Place { person: new, enrolment, state: enrolment.state()? };
        let mut after = APART;
        for session in sessions {
            self.sync_reminder(place, session).await?;
            after = self.write_day(place, session, after).await?;
        }
        Ok(())
    }

    /// One session at the old address. A REQUEST nobody has begun to send loses its calendar part, and its words go with
    /// the person; one that may have arrived is followed by a CANCEL, to where it went.
    async fn take_back(&self, gone: Place<'_>, session: &Session) -> Outcome<()> {
        let Some(address) = &gone.person.email else { return Ok(()) };
        let Some(invite) = invites::find(self.tx, gone.enrolment.id, session.id, address).await? else {
            return Ok(());
        };
        let look = self.look(&invite).await?;
        if look.known.waiting.as_ref().is_some_and(|waiting| waiting.method == Method::Request) {
            // Where its sending begins just now, the CANCEL below follows it.
            self.take_out(Some(&invite), &look).await?;
        }
        if let Due::Letter(carried) = self.invite(gone, session, self.now).await? {
            self.write_carried(gone, session, carried, TimeDelta::zero()).await?;
        }
        Ok(())
    }
}
