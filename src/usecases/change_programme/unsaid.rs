//! What people know of the sessions that change, while a letter or a call about the last change of them still waits.

use std::collections::HashMap;

use crate::domain::impact::Change;
use crate::domain::invite::Appointment;
use crate::domain::letter::{Letter, Payload};
use crate::store::{Conn, calls, outbox};
use crate::usecases::Outcome;

/// What one person was not told yet.
#[derive(Default)]
pub(super) struct Unsaid {
    /// Sessions as they know them, where a change that leads back there leaves nothing to say.
    pub(super) knows: Vec<(i64, Appointment)>,
    /// Every session whose last change is still to be told.
    pub(super) untold: Vec<i64>,
}

/// By person.
pub(super) async fn unsaid(conn: &impl Conn, change: &Change) -> Outcome<HashMap<i64, Unsaid>> {
    let ids: Vec<i64> = change.sessions.iter().map(|moved| moved.session).collect();
    let mut waiting = Vec::new();
    for letter in outbox::untouched_about(conn, &ids, "session-changed").await? {
        waiting.push((letter.person_id, letter.session_id, letter.payload));
    }
    for id in ids {
        for call in calls::open_about(conn, id).await? {
            waiting.push((Some(call.person_id), call.session_id, call.payload));
        }
    }
    let mut found: HashMap<i64, Unsaid> = HashMap::new();
    for (person, session, payload) in waiting {
        let (Some(person), Some(session)) = (person, session) else { continue };
        let Ok(payload) = serde_json::from_str::<Payload>(&payload) else { continue };
        let Letter::SessionChanged { was, offer, .. } = payload.letter else { continue };
        let own = found.entry(person).or_default();
        own.untold.push(session);
        // That an offer ended is told wherever the session moves: nothing takes that letter back.
        if !offer.has_ended() {
            own.knows.push((session, was.appointment()));
        }
    }
    Ok(found)
}
