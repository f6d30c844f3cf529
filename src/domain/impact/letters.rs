//! Which letters one person gets because of a change, and what each brings to their calendar.

use super::{Appointment, Calendar, Change, Moved, Person, Topic};
use crate::domain::eligibility::{Eligibility, eligibility};
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;

/// The letters one person gets, one entry for each.
pub(super) fn letters_of(change: &Change, person: &Person) -> Vec<(Topic, Calendar)> {
    let hears =
        |state: State, moved: &Moved| hears_of(state, moved.kind) || hears_yet(person, state, moved.session);
    let state_in = |offering: i64| person.places.iter().find(|(id, _)| *id == offering).map(|(_, s)| *s);
    let mut found = Vec::new();
    for moved in change.sessions.iter().filter(|moved| !moved.past) {
        if change.offerings_cancelled.contains(&moved.offering) {
            continue;
        }
        let Some(state) = state_in(moved.offering).filter(|state| hears(*state, moved)) else {
            continue;
        };
        let dated = |at: &Option<Appointment>| at.as_ref().is_some_and(|at| at.date.is_some());
        let in_calendar = state.is_expected() && person.takes_invites;
        let topic = match (&moved.before, &moved.after) {
            (Some(before), Some(after)) if before == after => continue,
            (_, Some(after)) if knows(person, moved.session, after) => continue,
            // They hear of the offer by another day.
            (_, None) if !hears_of(state, moved.kind) => Topic::Changed,
            (_, None) => Topic::SessionCancelled,
            (None, Some(_)) => Topic::Added,
            (Some(_), Some(_)) => Topic::Changed,
        };
        let calendar = match topic {
            _ if !in_calendar => Calendar::None,
            Topic::SessionCancelled if dated(&moved.before) => Calendar::Cancel,
            _ if dated(&moved.after) => Calendar::Update,
            _ => Calendar::None,
        };
        found.push((topic, calendar));
        if topic == Topic::SessionCancelled && hears_of_an_end(person, state, moved.session) {
            found.push((Topic::Changed, Calendar::None));
        }
    }
    for offering in &change.offerings_cancelled {
        if let Some(state) = state_in(*offering).filter(|state| !state.is_pending()) {
            found.extend(called_off(change, *offering, state.is_expected() && person.takes_invites));
        }
    }
    found.extend(rule_letters(person, change.course_days));
    if change.reached.contains(&person.id) {
        found.push((Topic::Reached, Calendar::None));
    }
    if person.places.iter().any(|(_, state)| *state == State::Waitlisted)
        && change.offered.contains(&person.id)
    {
        found.push((Topic::Offered, Calendar::None));
    }
    found
}

/// The letters about an offering that is called off: a workshop's takes its appointment back itself, a course's days have
/// letters of their own.
fn called_off(change: &Change, offering: i64, in_calendar: bool) -> Vec<(Topic, Calendar)> {
    let dated = |moved: &&Moved| moved.before.as_ref().is_some_and(|before| before.date.is_some());
    let ahead: Vec<&Moved> =
        change.sessions.iter().filter(|m| m.offering == offering && !m.past).filter(dated).collect();
    let days = if in_calendar { ahead.len() } else { 0 };
    let course = ahead.iter().any(|moved| moved.kind == Kind::Course);
    let own = if days > 0 && !course { Calendar::Cancel } else { Calendar::None };
    let mut found = vec![(Topic::OfferingCancelled, own)];
    if course {
        found.resize(1 + days, (Topic::CourseDay, Calendar::Cancel));
    }
    found
}

/// Whether the person was told so already, and a letter that says otherwise has not left yet.
fn knows(person: &Person, session: i64, after: &Appointment) -> bool {
    person.unsaid.iter().any(|(id, knows)| *id == session && knows == after)
}

/// Who hears of a change of a session: whoever is expected or may be; of a workshop also whoever waits for it.
fn hears_of(state: State, kind: Kind) -> bool {
    match state {
        State::Confirmed | State::Provisional | State::Offered => true,
        State::Waitlisted => kind == Kind::Workshop,
        State::PendingPlace | State::PendingWait | State::Applied | State::Cancelled(_) => false,
    }
}

/// Who waits for the course, and is still to be told that an offer of it ended: with the day as it is now.
fn hears_yet(person: &Person, state: State, session: i64) -> bool {
    state == State::Waitlisted && person.untold.contains(&session)
}

/// Who waits, and was to hear with this session that an offer ended: another one tells it, where this one is called off. Of a
/// session that tells no end it is kept how they know it.
fn hears_of_an_end(person: &Person, state: State, session: i64) -> bool {
    hears_yet(person, state, session) && !person.unsaid.iter().any(|(id, _)| *id == session)
}

/// What follows for the rule and a provisional place; each day of the course that lies ahead has an invite of its own.
fn rule_letters(person: &Person, course_days: usize) -> Vec<(Topic, Calendar)> {
    let (before, after) = (eligibility(&person.rule_before), eligibility(&person.rule_after));
    let provisional = person.places.iter().any(|(_, state)| *state == State::Provisional);
    let mut found = Vec::new();
    if after.is_met() && !before.is_met() && (provisional || !person.uninvited) {
        // Whoever holds a provisional place reads it in the letter that makes it final.
        found.push((if provisional { Topic::PlaceFinal } else { Topic::Reached }, Calendar::None));
        if provisional && person.takes_invites {
            found.resize(1 + course_days, (Topic::CourseDay, Calendar::Update));
        }
    }
    let held = matches!(before, Eligibility::OnTrack { .. } | Eligibility::Met { .. });
    if provisional && held && !matches!(after, Eligibility::OnTrack { .. } | Eligibility::Met { .. }) {
        found.push((Topic::AtRisk, Calendar::None));
    }
    if provisional && person.risk_told && matches!(after, Eligibility::OnTrack { .. }) {
        found.push((Topic::RiskGone, Calendar::None));
    }
    found
}
