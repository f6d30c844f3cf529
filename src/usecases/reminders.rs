//! The reminder of a session, kept true beside the invite: planned, changed, withdrawn or left alone.

use super::invites::Place;
use super::post::{About, stored};
use super::{Outcome, Scene};
use crate::domain::letter::{Letter, Payload};
use crate::domain::offering::Kind;
use crate::domain::reminder::{Action, DAYS_BEFORE, Planned, decide};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::sessions::Session;

/// The kind of its letter.
const KIND: &str = "reminder";

impl Scene<'_> {
    /// Brings the reminder of one session in line with the enrolment and the session.
    pub(super) async fn sync_reminder(&self, place: Place<'_>, session: &Session) -> Outcome<()> {
        let Some(offered) = self.programme.offering(place.enrolment.offering_id) else { return Ok(()) };
        let of_session = outbox::of_session(self.tx, place.enrolment.id, session.id, KIND).await?;
        let waits = |letter: &&OutboxLetter| letter.state == "waiting" && letter.begun_at.is_none();
        let planned = of_session.iter().find(waits);
        let sent_for = of_session
            .iter()
            .filter(|letter| letter.begun_at.is_some())
            .filter_map(|letter| says(letter).and_then(|facts| facts.date))
            .max();
        let facts = offered.session_facts(session);
        let undone = planned.is_some() && self.is_undone(place.enrolment, session).await?;
        let known = planned.map(|letter| Planned {
            due: letter.not_before,
            still_true: says(letter).as_ref() == Some(&facts),
            undone,
        });
        let expected = place.state.is_expected() && !session.is_cancelled() && place.person.email.is_some();
        let timing = session.timing(offered.zone).filter(|_| expected);
        match (decide(timing.as_ref(), known.as_ref(), sent_for, self.now), planned) {
            (Action::Nothing, _) | (Action::Cancel | Action::Update(_), None) => Ok(()),
            (Action::Cancel, Some(letter)) => {
                let blank = super::send_letters::without_secrets(letter);
                outbox::withdraw_untouched(self.tx, letter.id, blank, self.now).await?;
                Ok(())
            }
            (Action::Update(due), Some(letter)) => {
                let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(()) };
                if let Letter::Reminder { session, .. } = &mut payload.letter {
                    *session = facts;
                }
                outbox::replace_untouched(self.tx, letter.id, stored(&payload)?, due).await?;
                Ok(())
            }
            (Action::Create(due), _) => {
                let letter = Letter::Reminder {
                    session: facts,
                    course: offered.row.kind() == Kind::Course,
                    leave_token: self.action_link(place.enrolment.id, "leave").await?,
                    away: DAYS_BEFORE,
                };
                let about = About {
                    enrolment_id: Some(place.enrolment.id),
                    session_id: Some(session.id),
                    ..About::default()
                };
                self.write_later(place.person, letter, about, due - self.now).await
            }
        }
    }
}

/// The session a reminder speaks of.
fn says(letter: &OutboxLetter) -> Option<crate::domain::letter::SessionFacts> {
    let payload = serde_json::from_str::<Payload>(&letter.payload).ok()?;
    match payload.letter {
        Letter::Reminder { session, .. } => Some(session),
        _ => None,
    }
}
