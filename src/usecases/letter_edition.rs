//! Which edition a letter or a call is about: it speaks of that one, whichever is the current one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Outcome;
use crate::domain::letter::{Letter, Payload};
use crate::store::editions::Edition;
use crate::store::enrolments::Enrolment;
use crate::store::outbox::OutboxLetter;
use crate::store::programme::{self, Programme};
use crate::store::{Conn, editions, enrolments, offerings, sessions};

/// What a letter or a call is about.
#[derive(Clone, Copy)]
pub(super) struct Subject<'l> {
    pub(super) person_id: Option<i64>,
    pub(super) enrolment_id: Option<i64>,
    pub(super) session_id: Option<i64>,
    pub(super) letter: &'l Letter,
}

impl<'l> Subject<'l> {
    /// Of a letter of the outbox.
    pub(super) fn of(row: &OutboxLetter, letter: &'l Letter) -> Self {
        // To whoever leads it, a letter names the session among its facts alone.
        let session_id = match letter {
            Letter::TomorrowInTheRoom { session_id, .. } | Letter::NotTomorrow { session_id, .. } => {
                Some(*session_id)
            }
            _ => row.session_id,
        };
        Self { person_id: row.person_id, enrolment_id: row.enrolment_id, session_id, letter }
    }
}

/// The edition that a letter of the outbox is about: that of its enrolment, else the one it names, else that of its session.
/// The current one for a letter that was written before letters named theirs.
pub(super) async fn edition_of(
    conn: &impl Conn,
    subject: Subject<'_>,
    payload: &Payload,
) -> Outcome<Option<Programme>> {
    match edition_row(conn, subject, payload).await? {
        Some(edition) => Ok(Some(programme::load(conn, edition).await?)),
        None => Ok(None),
    }
}

async fn edition_row(conn: &impl Conn, subject: Subject<'_>, payload: &Payload) -> Outcome<Option<Edition>> {
    if let Some(id) = subject.enrolment_id
        && let Some(enrolment) = enrolments::find(conn, id).await?
    {
        return edition_with(conn, enrolment.offering_id).await;
    }
    let key = payload.edition_key();
    if !key.is_empty() {
        return Ok(editions::by_key(conn, key).await?);
    }
    if let Some(id) = subject.session_id
        && let Some(session) = sessions::find(conn, id).await?
    {
        return edition_with(conn, session.offering_id).await;
    }
    Ok(editions::current(conn).await?)
}

/// The edition that has an offering.
async fn edition_with(conn: &impl Conn, offering_id: i64) -> Outcome<Option<Edition>> {
    match offerings::find(conn, offering_id).await? {
        Some(row) => Ok(editions::find(conn, row.edition_id).await?),
        None => Ok(None),
    }
}

/// The editions that several letters of the outbox are about, each read whole once.
#[derive(Default)]
pub(super) struct Programmes(HashMap<i64, Programme>);

impl Programmes {
    /// The id of the one that a letter is about, as [`edition_of`] finds it; `enrolment` is the one that it is about.
    pub(super) async fn of(
        &mut self,
        conn: &impl Conn,
        subject: Subject<'_>,
        enrolment: Option<&Enrolment>,
        payload: &Payload,
    ) -> Outcome<Option<i64>> {
        if let Some(known) = self.known(subject, enrolment, payload) {
            return Ok(Some(known));
        }
        let Some(edition) = edition_row(conn, subject, payload).await? else { return Ok(None) };
        let id = edition.id;
        if let Entry::Vacant(unread) = self.0.entry(id) {
            unread.insert(programme::load(conn, edition).await?);
        }
        Ok(Some(id))
    }

    /// One that was read already.
    fn known(&self, subject: Subject<'_>, enrolment: Option<&Enrolment>, payload: &Payload) -> Option<i64> {
        let key = payload.edition_key();
        let is_of = |programme: &&Programme| match (enrolment, subject.session_id) {
            (Some(enrolment), _) => programme.offering(enrolment.offering_id).is_some(),
            (None, _) if !key.is_empty() => programme.edition.key == key,
            (None, Some(session)) => programme.session(session).is_some(),
            (None, None) => false,
        };
        self.0.values().find(is_of).map(|programme| programme.edition.id)
    }

    /// One of them.
    pub(super) fn get(&self, id: i64) -> Option<&Programme> {
        self.0.get(&id)
    }
}
