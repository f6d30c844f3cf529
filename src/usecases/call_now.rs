//! A call that nobody has made yet, with what is so now: the letter it stands for was decided earlier.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use super::Outcome;
use super::edition_now::EditionNow;
use super::letter_edition::Subject;
use super::letter_stands::{held_when, stands_in};
use crate::domain::letter::{Letter, Payload, Stands, as_it_is_now, due_now};
use crate::store::calls::OpenCall;
use crate::store::programme::{self, Programme};
use crate::store::{Conn, editions};

/// What a call is now.
#[derive(Clone, Debug)]
pub enum CallNow {
    /// To be made, with these facts.
    Say(Box<Letter>),
    /// Nobody needs to be called any more; the kind of letter it stood for.
    Over(&'static str),
    /// Its facts cannot be read any more.
    Unreadable,
}

/// Looks at a call as it is now.
///
/// # Errors
/// A fault.
pub async fn call_now(conn: &impl Conn, call: &OpenCall, now: DateTime<Utc>) -> Outcome<CallNow> {
    let found = calls_now(conn, &[call], now).await?.remove(&call.task_id);
    Ok(found.unwrap_or(CallNow::Unreadable))
}

/// Looks at several, by task: of each edition it is read once how it stands.
///
/// # Errors
/// A fault.
pub async fn calls_now(
    conn: &impl Conn,
    calls: &[&OpenCall],
    now: DateTime<Utc>,
) -> Outcome<HashMap<i64, CallNow>> {
    let mut found = HashMap::new();
    let mut by_edition: BTreeMap<Option<i64>, Vec<(&OpenCall, Letter)>> = BTreeMap::new();
    for call in calls {
        match serde_json::from_str::<Payload>(&call.payload) {
            Ok(payload) => by_edition.entry(call.edition_id).or_default().push((call, payload.letter)),
            Err(_) => _ = found.insert(call.task_id, CallNow::Unreadable),
        }
    }
    for (edition, calls) in by_edition {
        found.extend(in_edition(conn, edition, calls, now).await?);
    }
    Ok(found)
}

async fn in_edition(
    conn: &impl Conn,
    edition: Option<i64>,
    calls: Vec<(&OpenCall, Letter)>,
    now: DateTime<Utc>,
) -> Outcome<Vec<(i64, CallNow)>> {
    let row = match edition {
        Some(id) => editions::find(conn, id).await?,
        None => None,
    };
    let Some(row) = row else {
        let say = |(call, letter): (&OpenCall, Letter)| (call.task_id, CallNow::Say(Box::new(letter)));
        return Ok(calls.into_iter().map(say).collect());
    };
    let programme = programme::load(conn, row).await?;
    let about: Vec<Subject<'_>> = calls.iter().map(|(call, letter)| subject(call, letter)).collect();
    let edition = EditionNow::of(conn, &programme, &about, now).await?;
    let mut found = Vec::with_capacity(calls.len());
    for (call, letter) in &calls {
        let stands = stands_in(conn, &programme, &edition, subject(call, letter), now).await?;
        let is = match as_it_is_now(letter.clone(), &stands) {
            Some(letter) => CallNow::Say(Box::new(letter)),
            None => CallNow::Over(letter.code()),
        };
        found.push((call.task_id, is));
    }
    Ok(found)
}

fn subject<'l>(call: &OpenCall, letter: &'l Letter) -> Subject<'l> {
    Subject {
        person_id: Some(call.person_id),
        enrolment_id: call.enrolment_id,
        session_id: call.session_id,
        letter,
    }
}

/// By when each of some calls is to be made, by what it would say now: a workshop may have been moved since it came up. The
/// whole list is put in order by it, so it reads each edition once and nothing of the people.
///
/// # Errors
/// A fault.
pub async fn dues(conn: &impl Conn, calls: &[OpenCall]) -> Outcome<HashMap<i64, DateTime<Utc>>> {
    let mut programmes: HashMap<i64, Programme> = HashMap::new();
    for id in calls.iter().filter_map(|call| call.edition_id) {
        if !programmes.contains_key(&id)
            && let Some(edition) = editions::find(conn, id).await?
        {
            programmes.insert(id, programme::load(conn, edition).await?);
        }
    }
    let due = |call: &OpenCall| {
        let payload: Payload = serde_json::from_str(&call.payload).ok()?;
        let Some(programme) = call.edition_id.and_then(|id| programmes.get(&id)) else {
            return Some((call.task_id, payload.letter.due()?));
        };
        let dates = held_when(programme, subject(call, &payload.letter), call.offering_id);
        let stands = Stands { hold_until: call.hold_until, ..dates };
        Some((call.task_id, due_now(payload.letter, &stands)?))
    };
    Ok(calls.iter().filter_map(due).collect())
}
