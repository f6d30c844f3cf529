//! When and where somebody last heard a session to be. Within the quiet time of a change that is not what is saved:
//! whoever is written to about the end of it meanwhile reads of the day they know.

use std::collections::HashMap;

use super::call_instead::{changed_from, known_before};
use super::{No, Outcome, Scene};
use crate::domain::letter::SessionFacts;
use crate::store::enrolments::Enrolment;
use crate::store::programme::Offered;
use crate::store::sessions::Session;
use crate::store::{calls, outbox};

impl Scene<'_> {
    /// One session as the person of an enrolment last heard of it; `was` is how it stood before what happens now.
    pub(super) async fn last_told(
        &self,
        enrolment: &Enrolment,
        session_id: i64,
        was: SessionFacts,
    ) -> Outcome<SessionFacts> {
        let untold = self.known_before(enrolment).await?;
        Ok(as_known(was, untold.get(&session_id)))
    }

    /// Whether a change of a session that its person was to be told of is taken back by how it stands now. Asked of one that
    /// has just changed: a letter about an offer that ended may wait beside a session that stands as it was.
    pub(super) async fn is_undone(&self, enrolment: &Enrolment, session: &Session) -> Outcome<bool> {
        let untold = self.known_before(enrolment).await?;
        Ok(untold.get(&session.id).is_some_and(|was| was.appointment() == session.appointment()))
    }

    /// The session an offering is spoken of by, as the person of an enrolment last heard of it.
    pub(super) async fn first_told(&self, enrolment: &Enrolment, offered: &Offered) -> Outcome<SessionFacts> {
        let untold = self.known_before(enrolment).await?;
        let known = |session: &Session| {
            let facts = as_known(offered.session_facts(session), untold.get(&session.id));
            (session.is_cancelled(), facts)
        };
        let first =
            offered.sessions.iter().map(known).min_by_key(|(cancelled, facts)| {
                (*cancelled, facts.date.is_none(), facts.date, facts.number)
            });
        first.map(|(_, facts)| facts).ok_or(No::NotFound)
    }

    /// What the person knows of the sessions whose last change they have not heard of; of one that is new they know nothing
    /// yet.
    async fn known_before(&self, enrolment: &Enrolment) -> Outcome<HashMap<i64, SessionFacts>> {
        let mut found = self.changes_untold(enrolment).await?;
        for call in calls::open_of(self.tx, enrolment.person_id).await? {
            if call.enrolment_id == Some(enrolment.id) {
                found.extend(known_before(&call));
            }
        }
        found.retain(|_, was| *was != SessionFacts::default());
        Ok(found)
    }

    /// The sessions whose last change a letter, or a call, still has to tell, as they were before it.
    pub(super) async fn changes_untold(&self, enrolment: &Enrolment) -> Outcome<HashMap<i64, SessionFacts>> {
        let mut found = HashMap::new();
        for letter in outbox::untouched_of(self.tx, enrolment.id, "session-changed").await? {
            found.extend(letter.session_id.zip(changed_from(&letter.payload)));
        }
        for call in calls::open_of(self.tx, enrolment.person_id).await? {
            if call.enrolment_id == Some(enrolment.id) {
                found.extend(call.session_id.zip(changed_from(&call.payload)));
            }
        }
        Ok(found)
    }
}

/// The session then and there where somebody knows it to be.
fn as_known(facts: SessionFacts, known: Option<&SessionFacts>) -> SessionFacts {
    match known {
        Some(known) => facts.at(&known.appointment()),
        None => facts,
    }
}
