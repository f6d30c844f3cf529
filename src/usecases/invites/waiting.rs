//! What a stored invite was told, and the letter of it that still waits: withdrawn, or made to say something else.

use super::{Invite, Place};
use crate::domain::invite::{Known, Message, Told, Waiting};
use crate::domain::letter::{InviteFacts, Letter, Method, Payload};
use crate::store::invites;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::sessions::Session;
use crate::usecases::post::{json, stored};
use crate::usecases::{Outcome, Scene, send_letters};

impl Scene<'_> {
    /// Takes back a letter nobody has begun to send: the invite says again what was told; false when its sending has
    /// begun meanwhile.
    pub(super) async fn withdraw(&self, invite: Option<&Invite>, look: &Look) -> Outcome<bool> {
        let (Some(invite), Some(letter)) = (invite, &look.letter) else { return Ok(false) };
        let payload = send_letters::without_secrets(letter);
        if !outbox::withdraw_untouched(self.tx, letter.id, payload, self.now).await? {
            return Ok(false);
        }
        self.as_told(invite, &look.known).await?;
        Ok(true)
    }

    /// Takes only the calendar part back: a letter that has something to say in words leaves without it. False when its
    /// sending has begun meanwhile.
    pub(super) async fn take_out(&self, invite: Option<&Invite>, look: &Look) -> Outcome<bool> {
        let (Some(row), Some(letter)) = (invite, &look.letter) else { return Ok(false) };
        let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(false) };
        if !payload.letter.take_invite() {
            return self.withdraw(invite, look).await;
        }
        if !outbox::without_invite(self.tx, letter.id, stored(&payload)?).await? {
            return Ok(false);
        }
        self.as_told(row, &look.known).await?;
        Ok(true)
    }

    /// The invite says again what was told.
    async fn as_told(&self, invite: &Invite, known: &Known) -> Outcome<()> {
        let back = invites::Now {
            sequence: known.told.as_ref().map_or(0, |told| i64::from(told.sequence)),
            dtstamp: known.stamp_told(invite.last_dtstamp, self.now),
            ended_at: known.told.as_ref().is_none_or(|told| told.ended).then_some(self.now),
            shown: match &known.told {
                Some(told) => json(&told.appointment)?,
                None => invite.shown.clone().unwrap_or_default(),
            },
        };
        Ok(invites::set_now(self.tx, invite.id, back).await?)
    }

    /// An invite as it stands after its letter was withdrawn.
    pub(super) async fn read_again(&self, invite: Option<Invite>) -> Outcome<Option<Invite>> {
        match invite {
            Some(invite) => Ok(invites::find_by_id(self.tx, invite.id).await?),
            None => Ok(None),
        }
    }

    /// Lets the letter that waits say something else, in its place; false when its sending has begun meanwhile.
    pub(super) async fn replace(
        &self,
        place: Place<'_>,
        session: &Session,
        invite: Option<&Invite>,
        look: &Look,
        message: Message,
    ) -> Outcome<bool> {
        let (Some(invite), Some(letter)) = (invite, &look.letter) else { return Ok(false) };
        let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(false) };
        // A second change within the quiet time begins it anew; what is no change leaves as it was due.
        let due = match &payload.letter {
            Letter::SessionChanged { was, .. } => self.now + self.quiet(&was.appointment(), session),
            _ => letter.not_before,
        };
        let shown = session.appointment();
        let dtstamp = look.known.stamp_at(invite.last_dtstamp, due);
        let facts = self.facts(place, session, &invite.uid, message, &shown, dtstamp);
        payload.letter.set_invite(facts);
        if let Some(offered) = self.programme.offering(place.enrolment.offering_id) {
            payload.letter.set_too_late(Some(&self.dated(offered, session)));
        }
        let stored = stored(&payload)?;
        if !outbox::replace_untouched(self.tx, letter.id, stored, due).await? {
            return Ok(false);
        }
        self.store_now(invite, message, &shown, dtstamp).await?;
        Ok(true)
    }

    /// What a stored invite was told, what mail put into the calendar, and the letter of it that waits.
    pub(super) async fn look(&self, invite: &Invite) -> Outcome<Look> {
        let waiting = outbox::untouched_of_invite(self.tx, invite.id).await?.and_then(|letter| {
            let facts = invite_facts(&letter)?;
            let (method, sequence) = (facts.method, facts.sequence);
            let waiting = Waiting { method, sequence, appointment: facts.session.appointment() };
            Some((letter, waiting))
        });
        // The letters of an invite begin to be sent in their order: the last one tells what the calendar shows.
        let begun = outbox::last_begun_of_invite(self.tx, invite.id).await?;
        let begun = begun.and_then(|letter| invite_facts(&letter));
        let told = match &invite.told {
            Some(told) => serde_json::from_str(told).ok(),
            // An invite of before this was written down: its last letter tells.
            None => begun.as_ref().map(told_by),
        };
        let in_mail =
            begun.filter(|facts| facts.method == Method::Request).map(|facts| facts.session.appointment());
        let (letter, waiting) = waiting.unzip();
        Ok(Look { known: Known { told, in_mail, waiting }, letter })
    }
}

/// What is known of an invite, with the letter that waits.
#[derive(Default)]
pub(super) struct Look {
    pub(super) known: Known,
    pub(super) letter: Option<OutboxLetter>,
}

/// What a stored letter puts into a calendar, or takes out of it.
pub(in crate::usecases) fn invite_facts(letter: &OutboxLetter) -> Option<InviteFacts> {
    serde_json::from_str::<Payload>(&letter.payload).ok().and_then(|payload| payload.letter.invite().cloned())
}

/// What a calendar knows once a letter with these facts may have reached it.
pub(in crate::usecases) fn told_by(facts: &InviteFacts) -> Told {
    Told {
        sequence: facts.sequence,
        ended: facts.method == Method::Cancel,
        appointment: facts.session.appointment(),
        stamp: Some(facts.dtstamp),
    }
}
