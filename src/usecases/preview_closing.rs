//! What closing a register would change, for whom: shown before the button. Nothing is written.

use super::{Desk, No, Outcome};
use crate::domain::attendance::Mark;
use crate::domain::eligibility::{Attended, eligibility};
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::register::{Totals, totals};
use crate::store::people::{self, Person};
use crate::store::standing::Standing;
use crate::store::{attendance, enrolments, programme, sessions, standing};

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
    for person in people::some(reader, &listed).await? {
        let Some(mark) = mark_of(person.id) else {
            preview.unmarked.push(person);
            continue;
        };
        if offered.row.kind() == Kind::Course {
            continue;
        }
        let standing = standing::of_person(reader, &programme, person.id, desk.clock.now()).await?;
        match (
            standing.eligibility.is_met(),
            missing_after(
                &standing,
                offered.row.topic_id,
                offered.row.counts_toward_rule,
                session.date,
                mark,
            ),
        ) {
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

/// How many workshops would be missing with this mark in effect.
fn missing_after(
    standing: &Standing,
    topic: Option<i64>,
    counts: bool,
    date: Option<chrono::NaiveDate>,
    mark: Mark,
) -> u32 {
    let mut facts = standing.facts.clone();
    if let (Some(topic), Some(held_on)) = (topic, date) {
        facts.attended.push(Attended {
            topic,
            held_on,
            mark: Some(mark),
            effective: true,
            counts,
            earlier_edition: false,
        });
    }
    eligibility(&facts).missing()
}
