//! What the office still has to answer about whether somebody was somewhere: a name without a mark in a closed
//! register, or a mark the person contests. While one is open, a provisional place is not released.

use chrono::{DateTime, Utc};

use super::Outcome;
use crate::store::programme::{Offered, Programme};
use crate::store::{Conn, disputes, tasks};

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// The session it is about.
    pub(super) session_id: i64,
    /// Whether the person contests what is recorded, rather than that nothing is.
    pub(super) contested: bool,
}

/// The open questions about a person in an edition that keep their provisional place. Once the course has begun a place
/// is not kept for an answer any more.
pub(super) async fn open_questions(
    conn: &impl Conn,
    programme: &Programme,
    person_id: i64,
    now: DateTime<Utc>,
) -> Outcome<Vec<Question>> {
    if programme.course().and_then(Offered::starts_at).is_some_and(|at| at <= now) {
        return Ok(Vec::new());
    }
    let unmarked = tasks::open_of(conn, programme.edition.id)
        .await?
        .into_iter()
        .filter(|task| task.kind == "unmarked" && task.person_id == Some(person_id))
        .filter_map(|task| Some(Question { session_id: task.session_id?, contested: false }));
    let mut found: Vec<Question> = unmarked.collect();
    let contested = disputes::of_person(conn, person_id).await?;
    found.extend(
        contested
            .into_iter()
            .filter(|dispute| dispute.is_open() && programme.session(dispute.session_id).is_some())
            .map(|dispute| Question { session_id: dispute.session_id, contested: true }),
    );
    Ok(found)
}
