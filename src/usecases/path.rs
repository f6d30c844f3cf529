//! The rule as letters and pages draw it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use crate::domain::admission::{self, FreePlaces};
use crate::domain::eligibility::Eligibility;
use crate::domain::letter::PathFacts;
use crate::domain::path_slots::slots;
use crate::domain::session::local_date;
use crate::store::programme::{Offered, Programme};
use crate::store::standing::Standing;
use crate::store::{Conn, Error, enrolments};

/// The slots of a person and what they can still choose: workshops of the edition that would help, that they
/// have no place in, dated ones first.
pub fn path_facts(programme: &Programme, standing: &Standing) -> PathFacts {
    let possible = match &standing.eligibility {
        Eligibility::Short { possible, .. } => possible.clone(),
        _ => Vec::new(),
    };
    let mut choices: Vec<_> = possible
        .iter()
        .filter(|id| standing.state_in(**id).is_none())
        .filter_map(|id| programme.offering(*id))
        .filter_map(Offered::first_session_facts)
        .collect();
    choices.sort_by_key(|session| (session.date.is_none(), session.date));
    PathFacts {
        required: standing.facts.required,
        offered: programme.counting_workshops(),
        missing: standing.eligibility.missing(),
        slots: slots(&standing.facts),
        choices,
        full: Vec::new(),
    }
}

/// For whom a free place of an offering is now: what pages, letters, calls and the office say of it.
pub fn free_places(programme: &Programme, offered: &Offered, now: DateTime<Utc>) -> FreePlaces {
    let facts = offered.admission_facts(&programme.edition, 1);
    admission::free_places(&facts, &programme.edition.rule(), local_date(now, offered.zone), now)
}

/// The workshops that have no place for a newcomer: none is free, or somebody who waits could still be offered it.
///
/// # Errors
/// The database failed.
pub async fn full_for_newcomers(
    conn: &impl Conn,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<HashSet<i64>, Error> {
    let mut full = HashSet::new();
    for offered in programme.workshops() {
        let kept_for_the_line = free_places(programme, offered, now) != FreePlaces::ForAll
            && enrolments::waiting_ahead(conn, offered.row.id, None).await? > 0;
        if kept_for_the_line || !offered.row.seats().has_room() {
            full.insert(offered.row.id);
        }
    }
    Ok(full)
}
