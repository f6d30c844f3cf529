//! Which letters one person gets because of a change, and what each brings to their calendar.

use super::{Appointment, Calendar, Change, Person, Topic};
use crate::domain::eligibility::{Eligibility, eligibility};
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;

/// The letters one person gets, one entry for each.
pub(super) fn letters_of(change: &Change, person: &Person) -> Vec<(Topic, Calendar)> {
    let state_in = |offering: i64| person.places.iter().find(|(id, _)| *id == offering).map(|(_, s)| *s);
    let mut found = Vec::new();
    for moved in change.sessions.iter().filter(|moved| !moved.past) {
        if change.offerings_cancelled.contains(&moved.offering) {
            continue;
        }
        let Some(state) = state_in(moved.offering).filter(|state| hears_of(*state, moved.kind)) else {
            continue;
        };
        let dated = |at: &Option<Appointment>| at.as_ref().is_some_and(|at| at.date.is_some());
        let in_calendar = state.is_expected() && person.takes_invites;
        let topic = match (&moved.before, &moved.after) {
            (Some(before), Some(after)) if before == after => continue,
            (_, Some(after)) if knows(person, moved.session, after) => continue,
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
    }
    for offering in &change.offerings_cancelled {
        let Some(state) = state_in(*offering).filter(|state| !state.is_pending()) else { continue };
        let has_date = change.sessions.iter().any(|m| {
            m.offering == *offering && !m.past && m.before.as_ref().is_some_and(|b| b.date.is_some())
        });
        let cancels = state.is_expected() && person.takes_invites && has_date;
        found.push((Topic::OfferingCancelled, if cancels { Calendar::Cancel } else { Calendar::None }));
    }
    found.extend(rule_letters(person));
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

/// What follows for the rule and a provisional place.
fn rule_letters(person: &Person) -> Vec<(Topic, Calendar)> {
    let (before, after) = (eligibility(&person.rule_before), eligibility(&person.rule_after));
    let provisional = person.places.iter().any(|(_, state)| *state == State::Provisional);
    let mut found = Vec::new();
    if after.is_met() && !before.is_met() {
        // Whoever holds a provisional place reads it in the letter that makes it final.
        found.push(if provisional {
            (Topic::PlaceFinal, Calendar::Update)
        } else {
            (Topic::Reached, Calendar::None)
        });
    }
    let held = matches!(before, Eligibility::OnTrack { .. } | Eligibility::Met { .. });
    if provisional && held && !matches!(after, Eligibility::OnTrack { .. } | Eligibility::Met { .. }) {
        found.push((Topic::AtRisk, Calendar::None));
    }
    found
}
