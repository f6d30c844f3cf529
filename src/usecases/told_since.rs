//! Later letters about the same session of the same enrolment that arrived, and told what an earlier one was to tell.

use super::Outcome;
use crate::domain::letter::{Letter, Payload, TELL_WHEN, is_told_by};
use crate::store::Conn;
use crate::store::outbox::{self, OutboxLetter};

/// Those that arrived, of whatever enrolment some letters are about.
pub(super) struct Arrived(Vec<(OutboxLetter, Letter)>);

impl Arrived {
    /// Reads them for some letters at once.
    pub(super) async fn about(conn: &impl Conn, letters: &[(&OutboxLetter, &Payload)]) -> Outcome<Self> {
        let tells = |payload: &Payload| TELL_WHEN.contains(&payload.letter.code());
        let asked = letters.iter().filter(|(_, payload)| tells(payload));
        let own: Vec<i64> = asked.filter_map(|(letter, _)| letter.enrolment_id).collect();
        let found = outbox::arrived_about(conn, &own, &TELL_WHEN).await?;
        let read = |row: OutboxLetter| {
            let said: Payload = serde_json::from_str(&row.payload).ok()?;
            Some((row, said.letter))
        };
        Ok(Self(found.into_iter().filter_map(read).collect()))
    }

    /// Whether one of them has told what a letter was to tell.
    pub(super) fn have_told(&self, row: &OutboxLetter, letter: &Letter) -> bool {
        let is_later = |later: &OutboxLetter| {
            later.id > row.id
                && row.enrolment_id.is_some()
                && later.enrolment_id == row.enrolment_id
                && row.session_id.is_some()
                && later.session_id == row.session_id
        };
        self.0.iter().any(|(later, said)| is_later(later) && is_told_by(letter, said))
    }
}
