//! Loads how what a letter or a call speaks of stands now: before it is sent once more, and before it is said on the phone.
//! Both look into the edition it is about, whichever is the current one.

use chrono::{DateTime, Utc};

use super::admit::day_facts;
use super::{Outcome, path_facts};
use crate::domain::letter::{Letter, Payload, Stands};
use crate::domain::offering::Kind;
use crate::store::outbox::OutboxLetter;
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Conn, certificates, editions, enrolments, sessions, standing};

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
            Letter::TomorrowInTheRoom { session_id, .. } => Some(*session_id),
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
    if let Some(id) = subject.enrolment_id
        && let Some(enrolment) = enrolments::find(conn, id).await?
    {
        return Ok(programme::of_offering(conn, enrolment.offering_id).await?);
    }
    let key = payload.edition_key();
    if !key.is_empty() {
        return match editions::by_key(conn, key).await? {
            Some(edition) => Ok(Some(programme::load(conn, edition).await?)),
            None => Ok(None),
        };
    }
    if let Some(id) = subject.session_id
        && let Some(session) = sessions::find(conn, id).await?
    {
        return Ok(programme::of_offering(conn, session.offering_id).await?);
    }
    Ok(programme::current(conn).await?)
}

/// How it stands in an edition.
pub(super) async fn letter_stands(
    conn: &impl Conn,
    programme: &Programme,
    subject: Subject<'_>,
    now: DateTime<Utc>,
) -> Outcome<Stands> {
    let enrolment = match subject.enrolment_id {
        Some(id) => enrolments::find(conn, id).await?,
        None => None,
    };
    let own = enrolment.as_ref().and_then(|enrolment| programme.offering(enrolment.offering_id));
    // A course that was called off still has the days it would have had.
    let course = own.filter(|offered| offered.row.kind() == Kind::Course).or_else(|| programme.course());
    let mut stands =
        Stands { days: course.map(day_facts).unwrap_or_default(), ..spoken_of(programme, subject, own, now) };
    if let Some(enrolment) = &enrolment {
        stands.state = Some(enrolment.state()?);
        stands.hold_until = enrolment.hold_until;
        let ahead = enrolments::waiting_ahead(conn, enrolment.offering_id, enrolment.position).await?;
        stands.position = enrolment.position.map(|_| ahead + 1);
    }
    if let Some(person_id) = subject.person_id {
        let standing = standing::of_person(conn, programme, person_id, now).await?;
        stands.path = Some(path_facts(programme, &standing));
        stands.on_course = standing.course.enrolment;
        stands.course_open = standing.course.open;
        if let Some(course) = programme.course() {
            stands.course_room = course.row.seats().has_room();
            let valid = certificates::valid_of(conn, person_id, course.row.id).await?;
            stands.certificate = valid.and_then(|row| row.number_text());
        }
    }
    Ok(stands)
}

/// The session it speaks of, and whether it can still be held: one of several; else the first one of the workshop or course
/// it is about, which is over with the last.
fn spoken_of(
    programme: &Programme,
    subject: Subject<'_>,
    own: Option<&Offered>,
    now: DateTime<Utc>,
) -> Stands {
    if let Some(id) = subject.session_id {
        let Some((offered, session)) = programme.session(id) else { return Stands::default() };
        let past = session.timing(offered.zone).is_some_and(|timing| timing.ends_at() <= now);
        return with_session(offered, session, past);
    }
    let offered = match subject.letter {
        Letter::DateOut { session } => programme.offerings.iter().find(|o| o.page() == session.page),
        _ => own,
    };
    match offered.and_then(|offered| Some((offered, offered.first_session()?))) {
        Some((offered, session)) => with_session(offered, session, is_over(offered, now)),
        None => Stands::default(),
    }
}

fn with_session(offered: &Offered, session: &Session, past: bool) -> Stands {
    let facts = offered.session_facts(session);
    Stands { session: Some(facts), past, called_off: session.is_cancelled(), ..Stands::default() }
}

/// Whether the last of its sessions, held or called off, has ended.
fn is_over(offered: &Offered, now: DateTime<Utc>) -> bool {
    let timings = offered.sessions.iter().filter_map(|session| session.timing(offered.zone));
    timings.map(|timing| timing.ends_at()).max().is_some_and(|end| end <= now)
}
