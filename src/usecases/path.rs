//! The rule as letters and pages draw it.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::admission::{self, FreePlaces};
use crate::domain::eligibility::{Eligibility, is_too_late};
use crate::domain::letter::{PathFacts, SessionFacts};
use crate::domain::offering::OfferingStatus;
use crate::domain::path_slots::slots;
use crate::domain::session::local_date;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
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
        offered: offered_workshops(programme),
        missing: standing.eligibility.missing(),
        slots: slots(&standing.facts),
        choices,
        full: Vec::new(),
    }
}

/// How many workshops somebody chooses from: published, counting toward the rule, not too late for the course. Where all of
/// them come too late, all are told: a programme of none would hide what can be attended.
pub fn offered_workshops(programme: &Programme) -> u32 {
    let counting = |w: &&Offered| w.row.counts_toward_rule && w.row.status() == OfferingStatus::Published;
    let in_time = |w: &&Offered| {
        w.first_date().is_none_or(|date| !is_too_late(Some(date), programme.first_day(), date))
    };
    let found = programme.workshops().filter(counting).filter(in_time).count();
    if found == 0 { programme.counting_workshops() } else { u32::try_from(found).unwrap_or(u32::MAX) }
}

/// The course's first day, where a workshop is one of those that the rule looks at and comes too late for this course.
pub fn too_late_for(programme: &Programme, offered: &Offered, now: DateTime<Utc>) -> Option<NaiveDate> {
    let (first_day, today) = (programme.first_day(), local_date(now, offered.zone));
    let looked_at = offered.row.counts_toward_rule
        && offered.row.status() == OfferingStatus::Published
        && programme.edition.rule().required > 0;
    first_day.filter(|_| looked_at && is_too_late(offered.first_date(), first_day, today))
}

/// A session as letters and calls speak of it: also that its workshop comes too late for the course.
pub fn told_facts(
    programme: &Programme,
    offered: &Offered,
    session: &Session,
    now: DateTime<Utc>,
) -> SessionFacts {
    SessionFacts { too_late_for: too_late_for(programme, offered, now), ..offered.session_facts(session) }
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
