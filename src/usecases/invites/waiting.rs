//! What a stored invite was told, and the letter of it that still waits: withdrawn, or made to say something else.

use super::{Invite, Place};
use crate::domain::invite::{Message, Told, Waiting};
use crate::domain::letter::{InviteFacts, Letter, Method, Payload};
use crate::store::invites;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::sessions::Session;
use crate::usecases::post::{json, stored};
use crate::usecases::{Outcome, Scene, send_letters};

impl Scene<'_> {
    /// Takes back a letter nobody has begun to send: the invite says again what was told; false when its sending has
    /// begun meanwhile.
    pub(super) async fn withdraw(&self, invite: Option<&Invite>, known: &Known) -> Outcome<bool> {
        let (Some(invite), Some((letter, _))) = (invite, &known.waiting) else { return Ok(false) };
        let payload = send_letters::without_secrets(letter);
        if !outbox::withdraw_untouched(self.tx, letter.id, payload, self.now).await? {
            return Ok(false);
        }
        let back = invites::Now {
            sequence: known.told.as_ref().map_or(0, |told| i64::from(told.sequence)),
            dtstamp: invite.last_dtstamp,
            ended_at: known.told.as_ref().is_none_or(|told| told.ended).then_some(self.now),
            shown: match &known.told {
                Some(told) => json(&told.appointment)?,
                None => invite.shown.clone().unwrap_or_default(),
            },
        };
        invites::set_now(self.tx, invite.id, back).await?;
        Ok(true)
    }

    /// Lets the letter that waits say something else, in its place; false when its sending has begun meanwhile.
    pub(super) async fn replace(
        &self,
        place: Place<'_>,
        session: &Session,
        invite: Option<&Invite>,
        known: &Known,
        message: Message,
    ) -> Outcome<bool> {
        let (Some(invite), Some((letter, _))) = (invite, &known.waiting) else { return Ok(false) };
        let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(false) };
        let shown = session.appointment();
        let facts = self.facts(place, session, &invite.uid, message, &shown, invite.last_dtstamp);
        payload.letter.set_invite(facts);
        // A second change within the quiet time begins it anew; what is no change leaves as it was due.
        let due = match payload.letter {
            Letter::SessionChanged { .. } => self.now + self.desk.policy.quiet_time,
            _ => letter.not_before,
        };
        let stored = stored(&payload)?;
        if !outbox::replace_untouched(self.tx, letter.id, stored, due).await? {
            return Ok(false);
        }
        self.store_now(invite, message, &shown, invite.last_dtstamp).await?;
        Ok(true)
    }

    /// What a stored invite was told, and the letter of it that waits.
    pub(super) async fn known(&self, invite: &Invite) -> Outcome<Known> {
        let waiting = outbox::untouched_of_invite(self.tx, invite.id).await?.and_then(|letter| {
            let facts = invite_facts(&letter)?;
            let waiting = Waiting { method: facts.method, appointment: facts.session.appointment() };
            Some((letter, waiting))
        });
        let told = match &invite.told {
            Some(told) => serde_json::from_str(told).ok(),
            // An invite of before this was written down: its last letter tells.
            None => outbox::last_begun_of_invite(self.tx, invite.id)
                .await?
                .and_then(|letter| invite_facts(&letter))
                .map(|facts| told_by(&facts)),
        };
        Ok(Known { told, waiting })
    }
}

/// What is known of an invite.
#[derive(Default)]
pub(super) struct Known {
    pub(super) told: Option<Told>,
    pub(super) waiting: Option<(OutboxLetter, Waiting)>,
}

fn invite_facts(letter: &OutboxLetter) -> Option<InviteFacts> {
    serde_json::from_str::<Payload>(&letter.payload).ok().and_then(|payload| payload.letter.invite().cloned())
}

/// What a calendar knows once a letter with these facts may have reached it.
pub(in crate::usecases) fn told_by(facts: &InviteFacts) -> Told {
    Told {
        sequence: facts.sequence,
        ended: facts.method == Method::Cancel,
        mailed: true,
        appointment: facts.session.appointment(),
    }
}
