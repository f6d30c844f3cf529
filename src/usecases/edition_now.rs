//! How an edition stands now, and in it the people whom letters or calls are about: read once for all of these, so that
//! a list of them asks no more than one of them does.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::letter_edition::Subject;
use super::{Outcome, full_for_newcomers};
use crate::domain::attendance::CLEARED;
use crate::domain::award::Validity;
use crate::store::enrolments::Enrolment;
use crate::store::programme::Programme;
use crate::store::standing::{self, Standing};
use crate::store::{Conn, attendance, certificates, enrolments, registers};

/// What was read.
#[derive(Clone, Debug, Default)]
pub(super) struct EditionNow {
    /// The sessions whose register is closed.
    pub(super) closed: HashSet<i64>,
    /// The workshops that have no place for a newcomer; empty where it is about nobody.
    pub(super) full: HashSet<i64>,
    /// The enrolments that were asked for.
    pub(super) enrolments: HashMap<i64, Enrolment>,
    /// The people that were asked for.
    pub(super) people: HashMap<i64, PersonNow>,
}

/// How a person stands in it.
#[derive(Clone, Debug)]
pub(super) struct PersonNow {
    /// To the rule and the course.
    pub(super) standing: Standing,
    /// The sessions in which they are marked.
    pub(super) marked: HashSet<i64>,
    /// The number of the certificate of its course that is valid.
    pub(super) certificate: Option<String>,
}

impl EditionNow {
    /// Reads it for what is spoken of.
    pub(super) async fn of(
        conn: &impl Conn,
        programme: &Programme,
        subjects: &[Subject<'_>],
        now: DateTime<Utc>,
    ) -> Outcome<Self> {
        let unique = |ids: HashSet<i64>| -> Vec<i64> { ids.into_iter().collect() };
        let people = unique(subjects.iter().filter_map(|subject| subject.person_id).collect());
        let own = unique(subjects.iter().filter_map(|subject| subject.enrolment_id).collect());
        let full = match people.is_empty() {
            true => HashSet::new(),
            false => full_for_newcomers(conn, programme, now).await?,
        };
        let enrolments = enrolments::some(conn, &own).await?;
        Ok(Self {
            closed: closed(conn, programme).await?,
            full,
            enrolments: enrolments.into_iter().map(|row| (row.id, row)).collect(),
            people: people_now(conn, programme, &people, now).await?,
        })
    }
}

/// The sessions of an edition whose register is closed.
pub(super) async fn closed(conn: &impl Conn, programme: &Programme) -> Outcome<HashSet<i64>> {
    let all = programme.offerings.iter().flat_map(|offered| &offered.sessions);
    let ids: Vec<i64> = all.map(|session| session.id).collect();
    let closed = registers::of_sessions(conn, &ids).await?;
    Ok(closed.into_iter().map(|register| register.session_id).collect())
}

async fn people_now(
    conn: &impl Conn,
    programme: &Programme,
    people: &[i64],
    now: DateTime<Utc>,
) -> Outcome<HashMap<i64, PersonNow>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let mut marked = marked(conn, people).await?;
    let mut papers = match programme.course() {
        Some(course) => certificates::last_of_some(conn, course.row.id, Some(people)).await?,
        None => HashMap::new(),
    };
    papers.retain(|_, row| row.validity() == Validity::Valid);
    let mut standings = standing::of_some(conn, programme, people, now).await?;
    let known: HashSet<i64> = standings.iter().map(|standing| standing.person_id).collect();
    // Whoever never enrolled in it, as those who lead.
    for id in people.iter().filter(|id| !known.contains(id)) {
        standings.push(standing::of_person(conn, programme, *id, now).await?);
    }
    let person = |standing: Standing| {
        let id = standing.person_id;
        let certificate = papers.get(&id).and_then(|row| row.number_text());
        (id, PersonNow { standing, marked: marked.remove(&id).unwrap_or_default(), certificate })
    };
    Ok(standings.into_iter().map(person).collect())
}

/// In which sessions each of some people is marked.
async fn marked(conn: &impl Conn, people: &[i64]) -> Outcome<HashMap<i64, HashSet<i64>>> {
    let rows = attendance::marks_of_some(conn, people).await?;
    // The last one of a session stands; it may take back those before it.
    let last: HashMap<(i64, i64), String> =
        rows.into_iter().map(|row| ((row.person_id, row.session_id), row.value)).collect();
    let mut marked: HashMap<i64, HashSet<i64>> = HashMap::new();
    for ((person, session), _) in last.into_iter().filter(|(_, value)| value != CLEARED) {
        marked.entry(person).or_default().insert(session);
    }
    Ok(marked)
}
