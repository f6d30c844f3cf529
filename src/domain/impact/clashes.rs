//! Who would have to be at two places at once because of a change.

use super::{Change, Clash, Person};

/// Where the person would have to be at two places, and did not before.
pub(super) fn clashes(change: &Change, person: &Person) -> Vec<Clash> {
    let mut found: Vec<Clash> = Vec::new();
    for moved in &change.sessions {
        let Some(timing) = &moved.timing else { continue };
        if moved.past || !person.expected.iter().any(|(session, _)| *session == moved.session) {
            continue;
        }
        for (other, at) in person.expected.iter().filter(|(session, _)| *session != moved.session) {
            let did = moved.timing_before.as_ref().is_some_and(|before| before.overlaps(at));
            // Two that are moved to one time meet once.
            let named = found.iter().any(|one| (one.session, one.with) == (*other, moved.session));
            if timing.overlaps(at) && !did && !named {
                found.push(Clash { person: person.id, session: moved.session, with: *other });
            }
        }
    }
    found
}
