//! The reminder of a session, kept true beside the invite: planned, changed, withdrawn or left alone.

use super::invites::Place;
use super::post::{About, stored};
use super::{Outcome, Scene};
use crate::domain::letter::{Letter, Payload, SessionFacts};
use crate::domain::offering::Kind;
use crate::domain::reminder::{Action, DAYS_BEFORE, Planned, Word, decide};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::sessions::Session;

/// The kind of its letter.
const KIND: &str = "reminder";
/// The kind of the letter that tells a change.
const CHANGE: &str = "session-changed";

impl Scene<'_> {
    /// Brings the reminder of one session in line with the enrolment and the session.
    pub(super) async fn sync_reminder(&self, place: Place<'_>, session: &Session) -> Outcome<()> {
        self.sync_reminder_after(place, session, false).await
    }

    /// The same once the letter of a change is written, or taken back; `undone`: the change took back another one of which
    /// nobody was told.
    pub(super) async fn sync_reminder_after(
        &self,
        place: Place<'_>,
        session: &Session,
        undone: bool,
    ) -> Outcome<()> {
        let Some(offered) = self.programme.offering(place.enrolment.offering_id) else { return Ok(()) };
        let letters = outbox::about_session(self.tx, place.enrolment.id, session.id).await?;
        let reminders = || letters.iter().filter(|letter| letter.kind == KIND);
        let planned = reminders().find(|letter| is_untouched(letter));
        let sent_for = reminders()
            .filter(|letter| letter.begun_at.is_some())
            .filter_map(|letter| says(letter).and_then(|facts| facts.date))
            .max();
        let facts = offered.session_facts(session);
        let known = planned.map(|letter| {
            let says = says(letter);
            let date = says.as_ref().and_then(|says| says.date);
            Planned { due: letter.not_before, date, still_true: says.as_ref() == Some(&facts) }
        });
        let expected = place.state.is_expected() && !session.is_cancelled() && place.person.email.is_some();
        let timing = session.timing(offered.zone).filter(|_| expected);
        let word = word(place, &letters, undone);
        match (decide(timing.as_ref(), known.as_ref(), word, sent_for, self.now), planned) {
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

/// Whether a letter waits that nobody has begun to send.
fn is_untouched(letter: &OutboxLetter) -> bool {
    letter.state == "waiting" && letter.begun_at.is_none()
}

/// What the person of a place was told of a session, and will be, by the place itself and by all letters about the two.
fn word(place: Place<'_>, letters: &[OutboxLetter], undone: bool) -> Word {
    let told = letters.iter().filter_map(|letter| letter.begun_at).max();
    let waiting = letters.iter().filter(|letter| letter.kind == CHANGE && is_untouched(letter));
    Word {
        since: told.map_or(place.enrolment.state_at, |told| told.max(place.enrolment.state_at)),
        change_due: waiting.map(|letter| letter.not_before).max(),
        undone,
    }
}

/// The session a reminder speaks of.
fn says(letter: &OutboxLetter) -> Option<SessionFacts> {
    let payload = serde_json::from_str::<Payload>(&letter.payload).ok()?;
    match payload.letter {
        Letter::Reminder { session, .. } => Some(session),
        _ => None,
    }
}
