//! Refused letters that leave somebody of the office something to do: nobody said yet that the person was told some other
//! way, and there is still something to tell.

use chrono::{DateTime, Utc};

use super::Outcome;
use super::letter_edition::{Subject, edition_of};
use super::letter_stands::letter_stands;
use super::refusals_asked::nothing_to_tell;
use super::told_since::Arrived;
use crate::domain::letter::{
    Payload, Stands, TOLD_WITHIN, as_it_is_now, is_to_tell, may_be_to_tell, still_holds,
};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::tasks::{self, Task};
use crate::store::{Conn, Error};

/// The kind of the task that one of them becomes when it is settled.
pub(super) const KIND: &str = "letter-refused";

/// Of how many it is asked how everything stands, the newest first. Beyond these each one counts as open: nothing is hidden.
const MOST: usize = 500;

/// How a refused letter is now.
#[derive(Clone, Debug, Default)]
pub struct RefusedNow {
    /// Whether it may be sent once more as it is.
    pub may_be_sent: bool,
    /// Whether its reader is to be told what it says, some other way.
    pub to_tell: bool,
    /// What is to be said, as it is now, where the letter does not hold as it is written.
    pub said: Option<Payload>,
}

/// The key of the task of a refused letter. One that is tried again and refused once more is another task.
pub(super) fn key_of(letter: &OutboxLetter) -> String {
    format!("{KIND}-{}-{}", letter.id, letter.ended_at.map_or(0, |at| at.timestamp()))
}

/// The ids of those that wait for somebody. What a letter alone decides is decided first: of the others it is asked how
/// everything stands.
///
/// # Errors
/// The database failed.
pub async fn open_refusals(conn: &impl Conn, now: DateTime<Utc>) -> Outcome<Vec<i64>> {
    let refused = outbox::refused(conn, now - TOLD_WITHIN).await?;
    let mut waiting: Vec<(&OutboxLetter, Option<Payload>)> =
        refused.iter().map(|letter| (letter, payload_of(letter))).collect();
    waiting.retain(|(letter, payload)| {
        payload.as_ref().is_none_or(|payload| may_be_to_tell(&payload.letter, letter.dated, now))
    });
    let keys: Vec<String> = waiting.iter().map(|(letter, _)| key_of(letter)).collect();
    let settled = tasks::known(conn, &keys).await?;
    waiting.retain(|(letter, _)| !settled.contains(&key_of(letter)));
    let mut asked: Vec<(&OutboxLetter, &Payload)> = Vec::new();
    for (letter, payload) in &waiting {
        asked.extend(payload.as_ref().filter(|_| asked.len() < MOST).map(|payload| (*letter, payload)));
    }
    let nothing = nothing_to_tell(conn, &asked, now).await?;
    Ok(waiting.iter().map(|(letter, _)| letter.id).filter(|id| !nothing.contains(id)).collect())
}

/// How a refused letter is now. One that cannot be read any more is for a person to judge.
///
/// # Errors
/// The database failed.
pub async fn refused_now(conn: &impl Conn, letter: &OutboxLetter, now: DateTime<Utc>) -> Outcome<RefusedNow> {
    let Some(payload) = payload_of(letter) else {
        return Ok(RefusedNow { to_tell: letter.lane != "sign_in", ..RefusedNow::default() });
    };
    let stands = stands(conn, letter, &payload, now).await?;
    let arrived = Arrived::about(conn, &[(letter, &payload)]).await?;
    let late = payload.letter.is_late(letter.dated, now) || payload.letter.cancels_past_day(now);
    let may_be_sent = !late && still_holds(&payload.letter, &stands);
    let to_tell = may_be_to_tell(&payload.letter, letter.dated, now)
        && is_to_tell(&payload.letter, &stands)
        && !arrived.have_told(letter, &payload.letter);
    let said = if to_tell && !may_be_sent { as_it_is_now(payload.letter.clone(), &stands) } else { None };
    let said = said.map(|letter| Payload { letter, ..payload });
    Ok(RefusedNow { may_be_sent, to_tell, said })
}

/// What the outbox stores of a letter; none where it cannot be read any more.
fn payload_of(letter: &OutboxLetter) -> Option<Payload> {
    serde_json::from_str(&letter.payload).ok()
}

async fn stands(
    conn: &impl Conn,
    letter: &OutboxLetter,
    payload: &Payload,
    now: DateTime<Utc>,
) -> Outcome<Stands> {
    let subject = Subject::of(letter, &payload.letter);
    match edition_of(conn, subject, payload).await? {
        Some(programme) => letter_stands(conn, &programme, subject, now).await,
        None => Ok(Stands::default()),
    }
}

/// By whom a refused letter was settled, and when and why; none = by nobody yet.
///
/// # Errors
/// The database failed.
pub async fn settled(conn: &impl Conn, letter: &OutboxLetter) -> Result<Option<Task>, Error> {
    tasks::by_key(conn, &key_of(letter)).await
}
