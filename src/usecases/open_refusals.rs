//! Refused letters that leave somebody of the office something to do: nobody said yet that the person was told some other
//! way, and what they say still holds.

use chrono::{DateTime, Utc};

use super::Outcome;
use super::letter_stands::{Subject, edition_of, letter_stands};
use crate::domain::letter::{self, Payload, Stands, still_holds};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::tasks::{self, Task};
use crate::store::{Conn, Error};

/// The kind of the task that one of them becomes when it is settled.
pub(super) const KIND: &str = "letter-refused";

/// How many are looked at, the newest first: of each it is asked how everything stands.
const MOST: usize = 100;

/// The key of the task of a refused letter. One that is tried again and refused once more is another task.
pub(super) fn key_of(letter: &OutboxLetter) -> String {
    format!("{KIND}-{}-{}", letter.id, letter.ended_at.map_or(0, |at| at.timestamp()))
}

/// The ids of those that wait for somebody.
///
/// # Errors
/// The database failed.
pub async fn open_refusals(conn: &impl Conn, now: DateTime<Utc>) -> Outcome<Vec<i64>> {
    let refused = outbox::refused(conn).await?;
    let keys: Vec<String> = refused.iter().map(key_of).collect();
    let settled = tasks::known(conn, &keys).await?;
    let mut open = Vec::new();
    for letter in refused.iter().filter(|letter| !settled.contains(&key_of(letter))).take(MOST) {
        if is_to_tell(conn, letter, now).await? {
            open.push(letter.id);
        }
    }
    Ok(open)
}

/// Whether somebody is to be told what a refused letter says: it is not too late for that, and does not sign anybody in.
/// Whoever wants in asks for another one. One that cannot be read any more is for a person to judge.
///
/// # Errors
/// The database failed.
pub async fn is_to_tell(conn: &impl Conn, letter: &OutboxLetter, now: DateTime<Utc>) -> Outcome<bool> {
    let Ok(payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(true) };
    let late = payload.letter.is_late(letter.dated, now);
    Ok(!late && letter::is_to_tell(&payload.letter, &stands(conn, letter, &payload, now).await?))
}

/// Whether a refused letter may be sent once more as it is.
///
/// # Errors
/// The database failed.
pub async fn may_be_sent(conn: &impl Conn, letter: &OutboxLetter, now: DateTime<Utc>) -> Outcome<bool> {
    let Ok(payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(false) };
    let late = payload.letter.is_late(letter.dated, now) || payload.letter.cancels_past_day(now);
    Ok(!late && still_holds(&payload.letter, &stands(conn, letter, &payload, now).await?))
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
