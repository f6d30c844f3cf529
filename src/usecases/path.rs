//! The rule as letters and pages draw it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use crate::domain::eligibility::Eligibility;
use crate::domain::letter::PathFacts;
use crate::domain::path_state::slots;
use crate::domain::waiting_list::open_to_all;
use crate::store::programme::Programme;
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
        .filter_map(crate::store::programme::Offered::first_session_facts)
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
        let kept_for_the_line = !open_to_all(now, offered.starts_at())
            && enrolments::waiting_ahead(conn, offered.row.id, None).await? > 0;
        if kept_for_the_line || !offered.row.seats().has_room() {
            full.insert(offered.row.id);
        }
    }
    Ok(full)
}
