//! The rows of the board: everybody of an edition with their stage and what they need, computed and never stored.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::eligibility::{Eligibility, MetBy, Workshop, topics_attended};
use crate::domain::enrolment::State;
use crate::domain::path_state::{PathState, booked, can_miss_no_further, path_state, waiting};
use crate::domain::stage::{Facts, Stage, stage};
use crate::domain::text::folded;
use crate::domain::today::is_untold;
use crate::store::people::Person;
use crate::store::programme::{Offered, Programme};
use crate::store::standing::Standing;
use crate::store::{declined, disputes, outbox, people, standing};
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
    /// Dots of the workshops: `done`, `book`, `wait`, `free` or `tbd`.
    pub workshops: Vec<&'static str>,
    /// Dots of the course's days: `done`, `missed` or `free`.
    pub days: Vec<&'static str>,
    /// Different topics attended.
    pub attended: u32,
    /// How many are required.
    pub required: u32,
    /// What is missing, as the state of the path.
    pub need: &'static str,
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
    /// The state of the enrolment in the course.
    pub course: Option<String>,
    /// When they were last written to or called.
    pub last_contact: Option<String>,
    /// Whether they have one workshop to choose, and heard nothing lately.
    #[serde(skip)]
    pub untold: bool,
    /// Whether they need every day of the course that is left.
    #[serde(skip)]
    pub no_day_to_miss: bool,
    /// The workshops they have to do with.
    #[serde(skip)]
    pub takes_part: Vec<i64>,
    #[serde(skip)]
    pub stage: Stage,
    #[serde(skip)]
    pub contacted_at: Option<DateTime<Utc>>,
    #[serde(skip)]
    pub sort_name: String,
    #[serde(skip)]
    pub person: Person,
}

/// Everybody, by surname.
///
/// # Errors
/// The database failed.
pub async fn rows(visit: &Visit, programme: &Programme) -> Result<Vec<BoardRow>, PageError> {
    let reader = visit.app.desk.store.reader();
    let standings = standing::of_everybody(reader, programme, visit.now).await?;
    let ids: Vec<i64> = standings.iter().map(|s| s.person_id).collect();
    let known: HashMap<i64, Person> = people::some(reader, &ids)
        .await?
        .into_iter()
        .filter(|p| p.erased_at.is_none())
        .map(|p| (p.id, p))
        .collect();
    let contacts = outbox::last_contact(reader, &ids).await?;
    let full = full_for_newcomers(reader, programme).await?;
    let declined = match programme.course() {
        Some(course) => declined::in_course(reader, course.row.id).await?,
        None => HashMap::new(),
    };
    let mut rows: Vec<BoardRow> = standings
        .iter()
        .filter(|standing| counts_as_signed_up(standing))
        .filter_map(|standing| {
            Some(row(
                programme,
                standing,
                known.get(&standing.person_id)?,
                contacts.get(&standing.person_id).copied(),
                &full,
            ))
        })
        .collect();
    let contested = disputes::open(reader).await?;
    for dispute in contested.iter().filter(|dispute| programme.session(dispute.session_id).is_some()) {
        for row in rows.iter_mut().filter(|row| row.id == dispute.person_id) {
            row.contested = true;
        }
    }
    for row in rows.iter_mut().filter(|row| declined.contains_key(&row.id)) {
        row.declined = true;
    }
    rows.sort_by(|a, b| a.sort_name.cmp(&b.sort_name).then(a.id.cmp(&b.id)));
    Ok(rows)
}

/// Whoever never confirmed an address is not on the board.
fn counts_as_signed_up(standing: &Standing) -> bool {
    let real = |e: &crate::store::enrolments::Enrolment| {
        !matches!(e.state.as_str(), "pending_place" | "pending_wait")
            && e.cancel_reason.as_deref() != Some("unconfirmed")
    };
    standing.enrolments.iter().any(real) || !standing.marks.is_empty()
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
    let stage = stage_of(standing);
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
        missing: standing.eligibility.missing(),
        booked: booked(&standing.facts).len(),
        waiting: waiting(&standing.facts),
        waived: standing.eligibility == Eligibility::Met { by: MetBy::Waiver },
        contested: false,
        declined: false,
        course: course.and_then(|c| standing.live_in(c.row.id)).map(|e| e.state.clone()),
        last_contact: contact.map(|at| at.to_rfc3339()),
        untold: is_untold(stage, need, contact, standing.facts.now),
        no_day_to_miss: need == PathState::CanMissDays && needs_every_day(standing),
        takes_part: programme.workshops().filter(|w| takes_part(standing, w)).map(|w| w.row.id).collect(),
        stage,
        contacted_at: contact,
        sort_name: folded(&format!("{} {}", person.family_name, person.given_name)),
        person: person.clone(),
    }
}

/// Whether somebody has a place or a wait in a workshop, or a mark.
fn takes_part(standing: &Standing, workshop: &Offered) -> bool {
    standing.state_in(workshop.row.id).is_some_and(|state| !state.is_pending())
        || workshop.sessions.iter().any(|session| standing.marks.contains_key(&session.id))
}

fn needs_every_day(standing: &Standing) -> bool {
    let course = &standing.course;
    let needs = |needed| can_miss_no_further(course.attended, course.missed, needed, course.total());
    course.certificate_days.is_some_and(needs)
}

fn stage_of(standing: &Standing) -> Stage {
    let active_enrolment = |w: &Workshop| {
        w.enrolment.is_some_and(|s| s.is_live() && !s.is_pending())
            && (!w.register_effective || w.starts_at.is_none_or(|start| start > standing.facts.now))
    };
    let facts = Facts {
        // Projects come with a later version; nobody has one yet.
        project: false,
        certificate: standing.course.certificate,
        course: standing.course.enrolment.filter(|s| s.is_live() && !s.is_pending()),
        active: standing.facts.workshops.iter().any(active_enrolment)
            || standing.marks.values().any(|mark| mark.counts()),
        eligibility: standing.eligibility.clone(),
    };
    stage(&facts)
}

fn dot(workshop: &Workshop, attended: bool) -> &'static str {
    match workshop.enrolment {
        _ if attended => "done",
        Some(State::Confirmed) if !workshop.register_effective => "book",
        Some(State::Waitlisted | State::Offered) => "wait",
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
