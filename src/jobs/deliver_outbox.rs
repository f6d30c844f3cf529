//! Letters leave: claimed, put into words, handed over, recorded. One bad letter holds up nobody else's.

use super::Jobs;
use crate::domain::person::Language;
use crate::mail::compose::Stored;
use crate::mail::transport::Handed;
use crate::store::outbox::{self, OutboxLetter};
use crate::usecases::Outcome;
use crate::usecases::send_letters::{Answer, Lane, claim, record, release};

/// How many letters are claimed at once.
const AT_ONCE: u64 = 20;

impl Jobs {
    /// Delivers what is due in a lane, until told to stop; gives back how many letters were tried. What was claimed
    /// and not tried is let go of.
    pub(super) async fn deliver(&self, lane: Lane, stop: impl Fn() -> bool) -> Outcome<usize> {
        let now = self.desk.clock.now();
        if !self.postman.sends()
            || outbox::next_due(self.desk.store.reader()).await?.is_none_or(|due| due > now)
        {
            return Ok(0);
        }
        let letters = claim(&self.desk, lane, &self.holder, AT_ONCE).await?;
        for (index, letter) in letters.iter().enumerate() {
            if stop() {
                release(&self.desk, &letters[index..]).await?;
                return Ok(index);
            }
            let answer = self.try_one(letter).await;
            if answer != Answer::Taken {
                tracing::warn!(
                    letter = letter.id,
                    kind = letter.kind,
                    answer = answer.logged(),
                    "a letter was not taken"
                );
            }
            record(&self.desk, letter, answer).await?;
        }
        Ok(letters.len())
    }

    async fn try_one(&self, letter: &OutboxLetter) -> Answer {
        let stored = Stored {
            payload: &letter.payload,
            language: Language::from_code(&letter.language),
            message_id: &letter.message_id,
            in_reply_to: letter.in_reply_to.as_deref(),
            dated: letter.dated,
        };
        match self.postman.deliver(&stored, &letter.kind).await {
            Handed::Over => Answer::Taken,
            Handed::Later(why) => Answer::Later(why),
            Handed::Refused(why) => Answer::Refused(why),
        }
    }
}
