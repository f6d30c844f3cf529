//! Loads how what a letter speaks of stands now, before it is sent once more.

use chrono::{DateTime, Utc};

use super::Outcome;
use super::admit::day_facts;
use crate::domain::letter::{Letter, Stands};
use crate::store::outbox::OutboxLetter;
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Tx, certificates, enrolments, standing};

/// How it stands: the enrolment and the session of the letter's row; where it has none, the workshop whose page the
/// letter names, and the current edition.
pub(super) async fn letter_stands(
    tx: &Tx,
    row: &OutboxLetter,
    letter: &Letter,
    now: DateTime<Utc>,
) -> Outcome<Stands> {
    let mut stands = Stands::default();
    let enrolment = match row.enrolment_id {
        Some(id) => enrolments::find(tx, id).await?,
        None => None,
    };
    let programme = match &enrolment {
        Some(enrolment) => programme::of_offering(tx, enrolment.offering_id).await?,
        None => programme::current(tx).await?,
    };
    let Some(programme) = programme else { return Ok(stands) };
    if let Some(enrolment) = &enrolment {
        stands.state = Some(enrolment.state()?);
        stands.hold_until = enrolment.hold_until;
        let ahead = enrolments::waiting_ahead(tx, enrolment.offering_id, enrolment.position).await?;
        stands.position = enrolment.position.map(|_| ahead + 1);
        stands.days = programme.offering(enrolment.offering_id).map(day_facts).unwrap_or_default();
    }
    let offering = enrolment.map(|enrolment| enrolment.offering_id);
    if let Some((offered, session)) = session_of(&programme, row, letter, offering) {
        stands.session = Some(offered.session_facts(session));
        stands.over = session.is_cancelled()
            || session.timing(offered.zone).is_some_and(|timing| timing.ends_at() <= now);
    }
    if let Some(person) = row.person_id {
        let standing = standing::of_person(tx, &programme, person, now).await?;
        stands.missing = Some(standing.eligibility.missing());
        if let Some(course) = programme.course() {
            let valid = certificates::valid_of(tx, person, course.row.id).await?;
            stands.certificate = valid.and_then(|row| row.number_text());
        }
    }
    Ok(stands)
}

/// The session a letter speaks of.
fn session_of<'p>(
    programme: &'p Programme,
    row: &OutboxLetter,
    letter: &Letter,
    offering: Option<i64>,
) -> Option<(&'p Offered, &'p Session)> {
    let named = match letter {
        Letter::TomorrowInTheRoom { session_id, .. } => Some(*session_id),
        _ => row.session_id,
    };
    if let Some(id) = named {
        return programme.session(id);
    }
    let offered = match (offering, letter) {
        (Some(id), _) => programme.offering(id),
        (None, Letter::DateOut { session }) => programme.offerings.iter().find(|o| o.page() == session.page),
        (None, _) => None,
    }?;
    Some((offered, offered.first_session()?))
}
