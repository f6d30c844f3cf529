//! The outbox's own transactions: claim what is due, then record what the mail server said.

use chrono::{DateTime, TimeDelta, Utc};

use super::put_right::put_right;
use super::{Desk, No, Outcome};
use crate::domain::letter::Payload;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::{Tx, invites, people};

/// The two lanes: nothing in one holds up the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Letters somebody waits for with the page open.
    SignIn,
    /// All others.
    Normal,
}

impl Lane {
    fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Normal => "normal",
        }
    }
}

/// How long a sender may keep a letter before another may try.
pub(super) const CLAIM: TimeDelta = TimeDelta::minutes(5);
/// The waits between tries: arithmetic shown, about three days in all.
const WAITS: [TimeDelta; 9] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(15),
    TimeDelta::hours(1),
    TimeDelta::hours(3),
    TimeDelta::hours(6),
    TimeDelta::hours(12),
    TimeDelta::hours(24),
    TimeDelta::hours(24),
];

/// What the mail server said of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Taken.
    Taken,
    /// Not now: try again later.
    Later(String),
    /// Refused for good.
    Refused(String),
}

impl Answer {
    /// What a log may keep of it: servers repeat the address they do not take.
    pub fn logged(&self) -> String {
        let (word, said) = match self {
            Self::Taken => return "taken".to_owned(),
            Self::Later(said) => ("later", said),
            Self::Refused(said) => ("refused", said),
        };
        let kept = said.split_whitespace().map(|part| if part.contains('@') { "…" } else { part });
        format!("{word}: {}", kept.collect::<Vec<_>>().join(" "))
    }
}

/// Claims letters of a lane that are due, in order of their due time. One that cannot be made ready holds up nobody else's:
/// it is set aside with its reason, and tried again like one that a mail server did not take.
///
/// # Errors
/// A fault.
pub async fn claim(desk: &Desk, lane: Lane, holder: &str, most: u64) -> Outcome<Vec<OutboxLetter>> {
    loop {
        match claim_together(desk, lane, holder, most).await {
            // All of them were withdrawn: others may be due.
            Ok(Some(claimed)) if claimed.is_empty() => {}
            Ok(claimed) => return Ok(claimed.unwrap_or_default()),
            Err(_) => return claim_one_by_one(desk, lane, holder, most).await,
        }
    }
}

/// None where nothing is due.
async fn claim_together(
    desk: &Desk,
    lane: Lane,
    holder: &str,
    most: u64,
) -> Outcome<Option<Vec<OutboxLetter>>> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let due = outbox::due(&tx, lane.code(), now, most).await?;
    if due.is_empty() {
        return Ok(None);
    }
    match make_ready(&tx, due, holder, now).await {
        Ok(ready) => {
            tx.commit().await?;
            Ok(Some(ready))
        }
        Err(fault) => Err(given_back(tx, fault).await),
    }
}

/// Ends the transaction of a fault before anything else begins. Merely dropped, it would end a little later, and who
/// looks meanwhile on PostgreSQL passes over the rows it still holds as if nothing were due. The fault is the one that
/// counts: a database that cannot even do this says so at the next question.
async fn given_back(tx: Tx, fault: No) -> No {
    if let Err(error) = tx.rollback().await {
        tracing::warn!(%error, "a transaction could not be taken back");
    }
    fault
}

/// Each in a transaction of its own: a database that failed over one of them takes no further question in the same one.
async fn claim_one_by_one(desk: &Desk, lane: Lane, holder: &str, most: u64) -> Outcome<Vec<OutboxLetter>> {
    let mut claimed = Vec::new();
    for _ in 0..most {
        let tx = desk.store.begin().await?;
        let now = desk.clock.now();
        let Some(letter) = outbox::due(&tx, lane.code(), now, 1).await?.pop() else { break };
        let ready = make_ready(&tx, vec![letter.clone()], holder, now).await;
        match ready {
            Ok(ready) => {
                tx.commit().await?;
                claimed.extend(ready);
            }
            Err(fault) => {
                let fault = given_back(tx, fault).await;
                set_aside(desk, &letter, &fault).await?;
            }
        }
    }
    Ok(claimed)
}

/// Lets the letters say what is so now, and claims them: from here on they may reach people.
async fn make_ready(
    tx: &Tx,
    due: Vec<OutboxLetter>,
    holder: &str,
    now: DateTime<Utc>,
) -> Outcome<Vec<OutboxLetter>> {
    let mut ready = Vec::new();
    for mut letter in due {
        // Its hour has come: what it says of an appointment counts as told, whatever becomes of the letter itself.
        tell_invite(tx, &letter).await?;
        if put_right(tx, &mut letter, now).await? {
            ready.push(letter);
        }
    }
    let ids: Vec<i64> = ready.iter().map(|letter| letter.id).collect();
    outbox::claim(tx, &ids, holder, now, now + CLAIM).await?;
    Ok(ready)
}

/// Counts the try of a letter that could not be made ready, and keeps the reason for the office; the log gets it once.
async fn set_aside(desk: &Desk, letter: &OutboxLetter, fault: &No) -> Outcome<()> {
    if letter.last_error.is_none() {
        tracing::error!(letter = letter.id, kind = letter.kind, %fault, "a letter could not be made ready");
    }
    let tx = desk.store.begin().await?;
    outbox::count_try(&tx, letter.id).await?;
    tx.commit().await?;
    record(desk, letter, Answer::Later(fault.to_string())).await
}

/// From here on the letter may reach the person, or the feed says the same: its invite counts as told.
pub(super) async fn tell_invite(tx: &Tx, letter: &OutboxLetter) -> Outcome<()> {
    let Some(invite) = letter.invite_id else { return Ok(()) };
    let Ok(payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(()) };
    let Some(facts) = payload.letter.invite() else { return Ok(()) };
    let told = super::invites::told_by(facts);
    let before = invites::find_by_id(tx, invite).await?.and_then(|row| row.told());
    // The feed may be further already, and a letter sent again says the same once more.
    if before.is_some_and(|before| before.sequence > told.sequence) {
        return Ok(());
    }
    Ok(invites::set_told(tx, invite, super::post::json(&told)?).await?)
}

/// Lets go of letters that were claimed and not tried.
///
/// # Errors
/// A fault: the claims run out by themselves.
pub async fn release(desk: &Desk, letters: &[OutboxLetter]) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let ids: Vec<i64> = letters.iter().map(|letter| letter.id).collect();
    outbox::release(&tx, &ids).await?;
    Ok(tx.commit().await?)
}

/// Lets go of every claim, for the one program that sends: whoever held them has ended. They leave now, with the
/// same Message-ID.
///
/// # Errors
/// A fault: the claims run out by themselves.
pub async fn release_all(desk: &Desk) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    outbox::release_all(&tx).await?;
    Ok(tx.commit().await?)
}

/// Records an answer: taken letters lose their secrets; a sign-up's hold counts from here. Letters of goodbye to somebody
/// who was erased are forgotten; of a refused one it stays known that it did not arrive.
///
/// # Errors
/// A fault: the letter stays claimed and is tried again, with the same Message-ID.
pub async fn record(desk: &Desk, letter: &OutboxLetter, answer: Answer) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    match answer {
        Answer::Taken => {
            outbox::end(&tx, letter.id, "sent", without_secrets(letter), None, now).await?;
            if let Some(sign_up) = letter.sign_up_id {
                super::post::handed_over(&tx, sign_up, now).await?;
            }
        }
        Answer::Refused(error) => {
            outbox::end(&tx, letter.id, "refused", letter.payload.clone(), Some(shortened(&error)), now)
                .await?;
        }
        Answer::Later(error) => match next_try(letter.tries, now) {
            Some(at) => outbox::retry(&tx, letter.id, at, shortened(&error)).await?,
            None => {
                outbox::end(&tx, letter.id, "refused", letter.payload.clone(), Some(shortened(&error)), now)
                    .await?;
            }
        },
    }
    forget_erased(&tx, letter).await?;
    Ok(tx.commit().await?)
}

/// Somebody who was erased meanwhile leaves no word behind once the letter has ended.
pub(super) async fn forget_erased(tx: &Tx, letter: &OutboxLetter) -> Outcome<()> {
    if let Some(person) = letter.person_id
        && people::find(tx, person).await?.is_some_and(|person| person.erased_at.is_some())
    {
        outbox::forget_ended(tx, letter.id).await?;
    }
    Ok(())
}

/// When to try again after so many tries before this one; none = given up.
fn next_try(tries_before: i64, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    usize::try_from(tries_before).ok().and_then(|index| WAITS.get(index)).map(|wait| now + *wait)
}

/// The stored payload of a letter that was sent: links and codes blanked.
pub(super) fn without_secrets(letter: &OutboxLetter) -> String {
    let blanked = serde_json::from_str::<Payload>(&letter.payload).ok().and_then(|payload| {
        let letter = payload.letter.without_secrets();
        serde_json::to_string(&Payload { letter, ..payload }).ok()
    });
    // What cannot be read cannot be blanked; it must not be kept either.
    blanked.unwrap_or_default()
}

/// Servers write long stories; the office needs the beginning.
fn shortened(error: &str) -> String {
    error.chars().filter(|c| !c.is_control()).take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waits_grow_and_end_after_about_three_days() {
        let now: DateTime<Utc> = "2014-09-15T07:00:00Z".parse().unwrap();
        let waits: Vec<DateTime<Utc>> = (0..20).map_while(|tries| next_try(tries, now)).collect();
        assert_eq!(waits.len(), WAITS.len());
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]));
        let total: i64 = WAITS.iter().map(TimeDelta::num_hours).sum();
        assert_eq!(total, 70);
    }

    #[test]
    fn what_a_server_said_is_logged_without_anybodys_address() {
        let said =
            "554 5.1.1 <ada@posta.example>: Recipient address rejected: unknown ada@posta.example".to_owned();
        assert_eq!(
            Answer::Refused(said).logged(),
            "refused: 554 5.1.1 … Recipient address rejected: unknown …"
        );
        assert_eq!(Answer::Later("451 greylisted".to_owned()).logged(), "later: 451 greylisted");
        assert_eq!(Answer::Taken.logged(), "taken");
    }
}
