//! A call that nobody has made yet, with what is so now: the letter it stands for was decided earlier.

use chrono::{DateTime, Utc};

use super::admit::day_facts;
use super::{Outcome, path_facts};
use crate::domain::letter::{Current, Letter, Payload, as_it_is_now};
use crate::domain::offering::Kind;
use crate::store::calls::OpenCall;
use crate::store::enrolments::Enrolment;
use crate::store::programme::{self, Offered, Programme};
use crate::store::{Conn, certificates, editions, enrolments, standing};

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
    let current = current(conn, &programme, call, now).await?;
    Ok(match as_it_is_now(payload.letter, &current) {
        Some(letter) => CallNow::Say(Box::new(letter)),
        None => CallNow::Over(kind),
    })
}

async fn current(
    conn: &impl Conn,
    programme: &Programme,
    call: &OpenCall,
    now: DateTime<Utc>,
) -> Outcome<Current> {
    let enrolment = match call.enrolment_id {
        Some(id) => enrolments::find(conn, id).await?,
        None => None,
    };
    let standing = standing::of_person(conn, programme, call.person_id, now).await?;
    let mut found = Current {
        path: Some(path_facts(programme, &standing)),
        on_course: standing.course.enrolment,
        course_open: standing.course.open,
        days: programme.course().map(day_facts).unwrap_or_default(),
        ..Current::default()
    };
    if let Some(course) = programme.course() {
        found.course_room = course.row.seats().has_room();
        let valid = certificates::valid_of(conn, call.person_id, course.row.id).await?;
        found.certificate = valid.and_then(|row| row.number_text());
    }
    if let Some(enrolment) = &enrolment {
        found.state = Some(enrolment.state()?);
        found.hold_until = enrolment.hold_until;
        let ahead = enrolments::waiting_ahead(conn, enrolment.offering_id, enrolment.position).await?;
        found.position = enrolment.position.map(|_| ahead + 1);
    }
    look_at_session(&mut found, programme, call, enrolment.as_ref(), now);
    Ok(found)
}

/// The session it is about, one of several or that of a workshop; and whether it, or the whole course, is over.
fn look_at_session(
    found: &mut Current,
    programme: &Programme,
    call: &OpenCall,
    enrolment: Option<&Enrolment>,
    now: DateTime<Utc>,
) {
    if let Some((offered, session)) = call.session_id.and_then(|id| programme.session(id)) {
        found.session = Some(offered.session_facts(session));
        found.past = session.timing(offered.zone).is_some_and(|timing| timing.ends_at() <= now);
    } else if let Some(offered) = enrolment.and_then(|enrolment| programme.offering(enrolment.offering_id)) {
        found.session = offered.first_session_facts();
        found.past = is_over(offered, now);
        if offered.row.kind() == Kind::Course {
            found.days = day_facts(offered);
        }
    }
}

/// Whether the last of its sessions, held or called off, has ended.
fn is_over(offered: &Offered, now: DateTime<Utc>) -> bool {
    let timings = offered.sessions.iter().filter_map(|session| session.timing(offered.zone));
    timings.map(|timing| timing.ends_at()).max().is_some_and(|end| end <= now)
}
