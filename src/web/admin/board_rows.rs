//! The rows of a page of the board: how each person stands and what they need, computed and never stored.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::board_members::BoardMember;
use super::closed_registers::ClosedRegisters;
use crate::domain::award::Validity;
use crate::domain::eligibility::{Eligibility, MetBy, Workshop, topics_attended};
use crate::domain::enrolment::State;
use crate::domain::path_slots::booked;
use crate::domain::path_state::{path_state, waiting};
use crate::store::people::Person;
use crate::store::programme::Programme;
use crate::store::standing::Standing;
use crate::store::{certificates, declined, outbox, people, standing};
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::web::offers::full_for_newcomers;

/// One person of the board.
#[derive(Clone, Serialize)]
pub struct BoardRow {
    /// The person.
    pub id: i64,
    /// Surname and name.
    pub name: String,
    /// Profile code.
    pub profile: Option<String>,
    /// Whether there is no address: letters become phone calls.
    pub no_email: bool,
    /// Phone.
    pub phone: Option<String>,
    /// Dots of the workshops: `done`, `book`, `wait`, `off`, `free` or `tbd`.
    pub workshops: Vec<&'static str>,
    /// Dots of the course's days: `done`, `missed` or `free`.
    pub days: Vec<&'static str>,
    /// Different topics attended.
    pub attended: u32,
    /// How many are required.
    pub required: u32,
    /// What is missing, as the state of the path.
    pub need: &'static str,
    /// From when the register holds that they wait for, where it was just closed.
    pub register_from: Option<String>,
    /// How many are missing.
    pub missing: u32,
    /// How many are booked that the rule could use.
    pub booked: usize,
    /// How many the person waits for that the rule could use.
    pub waiting: usize,
    /// Whether the rule was waived.
    pub waived: bool,
    /// Whether the person says that they were somewhere, and waits for an answer.
    pub contested: bool,
    /// Whether their application for the course was declined, and no other one followed.
    pub declined: bool,
    /// Whether their certificate was revoked, and none was given since.
    pub revoked: bool,
    /// The state of the enrolment in the course.
    pub course: Option<String>,
    /// When they were last written to or called.
    pub last_contact: Option<String>,
}

/// The rows of some people, in the order in which they are asked for.
///
/// # Errors
/// The database failed.
pub async fn rows(
    visit: &Visit,
    programme: &Programme,
    of: &[&BoardMember],
) -> Result<Vec<BoardRow>, PageError> {
    let reader = visit.app.desk.store.reader();
    let ids: Vec<i64> = of.iter().map(|member| member.is.id).collect();
    let standings = standing::of_some(reader, programme, &ids, visit.now).await?;
    let standings: HashMap<i64, Standing> = standings.into_iter().map(|one| (one.person_id, one)).collect();
    let known = people::some(reader, &ids).await?;
    let known: HashMap<i64, Person> = known.into_iter().map(|person| (person.id, person)).collect();
    let contacts = outbox::last_contact(reader, &ids).await?;
    let full = full_for_newcomers(reader, programme, visit.now).await?;
    let declined = match programme.course() {
        Some(course) => declined::in_course(reader, course.row.id).await?,
        None => HashMap::new(),
    };
    let last = match programme.course() {
        Some(course) => certificates::last_of_some(reader, course.row.id, Some(&ids)).await?,
        None => HashMap::new(),
    };
    let closed = ClosedRegisters::of(reader, programme).await?;
    let row = |member: &&BoardMember| {
        let id = member.is.id;
        let contact = contacts.get(&id).copied();
        let standing = standings.get(&id)?;
        let row = row(programme, standing, known.get(&id)?, contact, &full);
        Some(BoardRow {
            contested: member.is.contested,
            declined: declined.contains_key(&id),
            revoked: last.get(&id).is_some_and(|paper| paper.validity() == Validity::Revoked),
            register_from: closed.awaited_by(standing),
            ..row
        })
    };
    Ok(of.iter().filter_map(row).collect())
}

fn row(
    programme: &Programme,
    standing: &Standing,
    person: &Person,
    contact: Option<DateTime<Utc>>,
    full: &HashSet<i64>,
) -> BoardRow {
    let need = path_state(&standing.facts, &standing.eligibility, &standing.course, |id| full.contains(&id));
    let attended = topics_attended(&standing.facts);
    let course = programme.course();
    BoardRow {
        id: person.id,
        name: format!("{} {}", person.family_name, person.given_name).trim().to_owned(),
        profile: person.profile.clone(),
        no_email: person.email.is_none(),
        phone: person.phone.clone(),
        workshops: standing.facts.workshops.iter().map(|w| dot(w, attended.contains(&w.topic))).collect(),
        days: course
            .map(|c| {
                c.sessions.iter().filter(|s| !s.is_cancelled()).map(|s| day_dot(standing, s.id)).collect()
            })
            .unwrap_or_default(),
        attended: u32::try_from(attended.len()).unwrap_or(u32::MAX),
        required: standing.facts.required,
        need: need.code(),
        register_from: None,
        missing: standing.eligibility.missing(),
        booked: booked(&standing.facts).len(),
        waiting: waiting(&standing.facts),
        waived: standing.eligibility == Eligibility::Met { by: MetBy::Waiver },
        contested: false,
        declined: false,
        revoked: false,
        course: course.and_then(|c| standing.live_in(c.row.id)).map(|e| e.state.clone()),
        last_contact: contact.map(|at| at.to_rfc3339()),
    }
}

fn dot(workshop: &Workshop, attended: bool) -> &'static str {
    match workshop.enrolment {
        _ if attended => "done",
        Some(State::Confirmed) if !workshop.register_effective => "book",
        Some(State::Waitlisted | State::Offered) => "wait",
        _ if workshop.cancelled => "off",
        _ if workshop.date.is_none() => "tbd",
        _ => "free",
    }
}

fn day_dot(standing: &Standing, session: i64) -> &'static str {
    match standing.marks.get(&session) {
        Some(mark) if mark.counts() => "done",
        Some(_) => "missed",
        None => "free",
    }
}
