//! A call that nobody has made yet, with what is so now: the letter it stands for was decided earlier.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::Outcome;
use super::letter_edition::Subject;
use super::letter_stands::{held_when, letter_stands};
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
    let Ok(payload) = serde_json::from_str::<Payload>(&call.payload) else { return Ok(CallNow::Unreadable) };
    let kind = payload.letter.code();
    let edition = match call.edition_id {
        Some(id) => editions::find(conn, id).await?,
        None => None,
    };
    let Some(edition) = edition else { return Ok(CallNow::Say(Box::new(payload.letter))) };
    let programme = programme::load(conn, edition).await?;
    let stands = letter_stands(conn, &programme, subject(call, &payload.letter), now).await?;
    Ok(match as_it_is_now(payload.letter, &stands) {
        Some(letter) => CallNow::Say(Box::new(letter)),
        None => CallNow::Over(kind),
    })
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
