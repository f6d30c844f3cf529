//! A call that nobody has made yet, with what is so now: the letter it stands for was decided earlier.

use chrono::{DateTime, Utc};

use super::Outcome;
use super::letter_stands::{Subject, letter_stands};
use crate::domain::letter::{Letter, Payload, as_it_is_now};
use crate::store::calls::OpenCall;
use crate::store::{Conn, editions, programme};

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
    let subject = Subject {
        person_id: Some(call.person_id),
        enrolment_id: call.enrolment_id,
        session_id: call.session_id,
        letter: &payload.letter,
    };
    let stands = letter_stands(conn, &programme, subject, now).await?;
    Ok(match as_it_is_now(payload.letter, &stands) {
        Some(letter) => CallNow::Say(Box::new(letter)),
        None => CallNow::Over(kind),
    })
}
