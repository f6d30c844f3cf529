//! What closing a register would change, for whom: shown before the button. Nothing is written. Registers that were closed
//! before it, and have not taken effect yet, do so first.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Desk, No, Outcome};
use crate::domain::attendance::Mark;
use crate::domain::eligibility::{Attended, eligibility};
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::register::{Totals, totals};
use crate::store::attendance::{self, Mark as MarkRow};
use crate::store::people::{self, Person};
use crate::store::programme::{self, Offered, Programme};
use crate::store::{Conn, enrolments, registers, sessions, standing};

/// What would follow.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The marks, added up over whoever is expected, provisional or marked.
    pub totals: Totals,
    /// Who would reach the rule, and be told that they can ask for the course.
    pub reach: Vec<Person>,
    /// Who would reach it and has a provisional place, which becomes final.
    pub made_final: Vec<Person>,
    /// Who would still miss workshops, with how many.
    pub short: Vec<(Person, u32)>,
    /// Who should have a mark and has none.
    pub unmarked: Vec<Person>,
}

/// Looks ahead.
///
/// # Errors
/// [`No::NotFound`] for an unknown session.
pub async fn preview_closing(desk: &Desk, session_id: i64) -> Outcome<Preview> {
    let reader = desk.store.reader();
    let session = sessions::find(reader, session_id).await?.ok_or(No::NotFound)?;
    let programme = programme::of_offering(reader, session.offering_id).await?.ok_or(No::NotFound)?;
    let offered = programme.offering(session.offering_id).ok_or(No::NotFound)?;
    let marks = attendance::latest_marks(reader, session_id).await?;
    let mark_of = |person: i64| marks.get(&person).and_then(|row| Mark::from_code(&row.value));
    let mut listed: Vec<i64> = marks.keys().copied().filter(|person| mark_of(*person).is_some()).collect();
    for enrolment in enrolments::in_offerings(reader, &[session.offering_id]).await? {
        if matches!(enrolment.state()?, State::Confirmed | State::Provisional) {
            listed.push(enrolment.person_id);
        }
    }
    listed.sort_unstable();
    listed.dedup();
    let mut preview = Preview {
        totals: totals(listed.iter().map(|id| mark_of(*id))),
        reach: Vec::new(),
        made_final: Vec::new(),
        short: Vec::new(),
        unmarked: Vec::new(),
    };
    let before = closed_before(reader, &programme, session_id).await?;
    for person in people::some(reader, &listed).await? {
        let Some(mark) = mark_of(person.id) else {
            preview.unmarked.push(person);
            continue;
        };
        if offered.row.kind() == Kind::Course {
            continue;
        }
        let standing = standing::of_person(reader, &programme, person.id, desk.clock.now()).await?;
        let mut facts = standing.facts;
        facts.attended.extend(before.iter().filter_map(|register| register.attended(person.id)));
        let met = eligibility(&facts).is_met();
        facts.attended.extend(held(offered, session.date).map(|held| held.with(mark)));
        match (met, eligibility(&facts).missing()) {
            (true, _) => {}
            (false, 0) if standing.course.enrolment == Some(State::Provisional) => {
                preview.made_final.push(person);
            }
            (false, 0) => preview.reach.push(person),
            (false, missing) => preview.short.push((person, missing)),
        }
    }
    Ok(preview)
}

/// A session as the rule looks at it.
#[derive(Clone, Copy)]
struct Held {
    topic: i64,
    on: NaiveDate,
    counts: bool,
}

impl Held {
    /// With a mark that is in effect.
    fn with(self, mark: Mark) -> Attended {
        Attended {
            topic: self.topic,
            held_on: self.on,
            mark: Some(mark),
            effective: true,
            counts: self.counts,
            earlier_edition: false,
        }
    }
}

/// None where the rule does not look at it: it has no topic or no date.
fn held(offered: &Offered, date: Option<NaiveDate>) -> Option<Held> {
    let (topic, on) = offered.row.topic_id.zip(date)?;
    Some(Held { topic, on, counts: offered.row.counts_toward_rule })
}

/// A register that takes effect before the one that is closed now.
struct Before {
    held: Held,
    marks: HashMap<i64, MarkRow>,
}

impl Before {
    fn attended(&self, person: i64) -> Option<Attended> {
        Some(self.held.with(Mark::from_code(&self.marks.get(&person)?.value)?))
    }
}

/// The registers of other workshops of the edition that are closed and wait to take effect.
async fn closed_before(conn: &impl Conn, programme: &Programme, session_id: i64) -> Outcome<Vec<Before>> {
    let mut others: HashMap<i64, Held> = HashMap::new();
    for offered in programme.workshops() {
        let sessions = offered.sessions.iter().filter(|session| session.id != session_id);
        others.extend(sessions.filter_map(|session| Some((session.id, held(offered, session.date)?))));
    }
    let ids: Vec<i64> = others.keys().copied().collect();
    let mut before = Vec::new();
    for register in registers::of_sessions(conn, &ids).await? {
        if let (None, Some(held)) = (register.took_effect_at, others.get(&register.session_id)) {
            let marks = attendance::latest_marks(conn, register.session_id).await?;
            before.push(Before { held: *held, marks });
        }
    }
    Ok(before)
}
