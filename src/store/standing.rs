//! How people stand in an edition: the facts of the rule, loaded for one person or for everybody at once.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::attendance::{self, Attendance};
use super::enrolments::{self, Enrolment};
use super::offerings::Offering;
use super::programme::{Offered, Programme};
use super::rule::{RuleReached, Waiver};
use super::sessions::Session;
use super::{Conn, Error, certificates, finished, offerings, qualified, registers, rule, sessions};
use crate::domain::attendance::Mark;
use crate::domain::days_short::days_to_tell;
use crate::domain::edition::Rule;
use crate::domain::eligibility::{Attended, Eligibility, Facts, Workshop, eligibility};
use crate::domain::enrolment::State;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::path_state::CourseFacts;
use crate::domain::qualification::Tally;
use crate::domain::session::local_date;

/// How one person stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The person.
    pub person_id: i64,
    /// What the rule looks at.
    pub facts: Facts,
    /// What the rule says.
    pub eligibility: Eligibility,
    /// How they stand to the course.
    pub course: CourseFacts,
    /// Their enrolments in the edition, oldest first.
    pub enrolments: Vec<Enrolment>,
    /// What counts of them, by session of the edition.
    pub marks: HashMap<i64, Mark>,
    /// The dated fact that the rule was reached.
    pub reached: Option<RuleReached>,
    /// A waiver.
    pub waiver: Option<Waiver>,
}

impl Standing {
    /// The live enrolment in an offering.
    pub fn live_in(&self, offering_id: i64) -> Option<&Enrolment> {
        self.enrolments.iter().find(|e| e.offering_id == offering_id && e.state != "cancelled")
    }

    /// The state of the live enrolment in an offering.
    pub fn state_in(&self, offering_id: i64) -> Option<State> {
        self.live_in(offering_id).and_then(|e| e.state().ok())
    }
}

/// What is read once for everybody.
struct Shared {
    effective: HashSet<i64>,
    sessions: HashMap<i64, Session>,
    offerings: HashMap<i64, Offering>,
    reached: HashMap<i64, RuleReached>,
    waivers: HashMap<i64, Waiver>,
    holders: HashSet<i64>,
    done_in: HashMap<i64, i64>,
    rule: Rule,
    now: DateTime<Utc>,
}

/// Loads one person.
///
/// # Errors
/// The database failed.
pub async fn of_person(
    conn: &impl Conn,
    programme: &Programme,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Standing, Error> {
    let ids: HashSet<i64> = programme.offerings.iter().map(|o| o.row.id).collect();
    let own = enrolments::of_person(conn, person_id)
        .await?
        .into_iter()
        .filter(|e| ids.contains(&e.offering_id))
        .collect();
    let attended = attendance::effective_of(conn, &[person_id]).await?;
    let shared = shared(conn, programme, &attended, Some(&[person_id]), now).await?;
    assemble(programme, &shared, person_id, own, &attended)
}

/// Loads everybody who ever enrolled in the edition or was marked in it.
///
/// # Errors
/// The database failed.
pub async fn of_everybody(
    conn: &impl Conn,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<Vec<Standing>, Error> {
    let ids: Vec<i64> = programme.offerings.iter().map(|o| o.row.id).collect();
    let all = enrolments::in_offerings(conn, &ids).await?;
    assembled(conn, programme, all, None, now).await
}

/// Loads some people; whoever never enrolled in the edition is missing.
///
/// # Errors
/// The database failed.
pub async fn of_some(
    conn: &impl Conn,
    programme: &Programme,
    people: &[i64],
    now: DateTime<Utc>,
) -> Result<Vec<Standing>, Error> {
    let ids: Vec<i64> = programme.offerings.iter().map(|o| o.row.id).collect();
    let all = enrolments::of_people(conn, people, &ids).await?;
    assembled(conn, programme, all, Some(people), now).await
}

/// The standings of whoever has one of these enrolments; `who` are these people, none = everybody of the edition.
async fn assembled(
    conn: &impl Conn,
    programme: &Programme,
    all: Vec<Enrolment>,
    who: Option<&[i64]>,
    now: DateTime<Utc>,
) -> Result<Vec<Standing>, Error> {
    let mut by_person: HashMap<i64, Vec<Enrolment>> = HashMap::new();
    for enrolment in all {
        by_person.entry(enrolment.person_id).or_default().push(enrolment);
    }
    let mut people: Vec<i64> = by_person.keys().copied().collect();
    people.sort_unstable();
    let attended = attendance::effective_of(conn, &people).await?;
    let shared = shared(conn, programme, &attended, who, now).await?;
    let mut attended_by: HashMap<i64, Vec<Attendance>> = HashMap::new();
    for row in attended {
        attended_by.entry(row.person_id).or_default().push(row);
    }
    people
        .into_iter()
        .map(|person| {
            let own = by_person.remove(&person).unwrap_or_default();
            assemble(programme, &shared, person, own, attended_by.get(&person).map_or(&[], Vec::as_slice))
        })
        .collect()
}

async fn shared(
    conn: &impl Conn,
    programme: &Programme,
    attended: &[Attendance],
    who: Option<&[i64]>,
    now: DateTime<Utc>,
) -> Result<Shared, Error> {
    let own_sessions: Vec<i64> =
        programme.offerings.iter().flat_map(|o| o.sessions.iter().map(|s| s.id)).collect();
    let closed = registers::of_sessions(conn, &own_sessions).await?;
    let effective = closed.iter().filter(|r| r.took_effect_at.is_some()).map(|r| r.session_id).collect();
    let mut known: HashMap<i64, Session> = HashMap::new();
    let mut offered: HashMap<i64, Offering> = HashMap::new();
    for offering in &programme.offerings {
        known.extend(offering.sessions.iter().map(|s| (s.id, s.clone())));
        offered.insert(offering.row.id, offering.row.clone());
    }
    // What people attended in earlier editions.
    let elsewhere: HashSet<i64> =
        attended.iter().map(|row| row.session_id).filter(|id| !known.contains_key(id)).collect();
    let elsewhere = sessions::some(conn, &elsewhere.into_iter().collect::<Vec<_>>()).await?;
    let theirs: HashSet<i64> = elsewhere.iter().map(|session| session.offering_id).collect();
    let theirs = offerings::some(conn, &theirs.into_iter().collect::<Vec<_>>()).await?;
    offered.extend(theirs.into_iter().map(|offering| (offering.id, offering)));
    known.extend(elsewhere.into_iter().map(|session| (session.id, session)));
    let edition = &programme.edition;
    let holders = match programme.course() {
        Some(course) => certificates::holders(conn, course.row.id, who).await?,
        None => HashSet::new(),
    };
    let done_in = finished::elsewhere(conn, edition.id, who, attended, &known, &offered).await?;
    let reached = rule::reached_in(conn, edition.id, who).await?;
    let waivers = rule::waivers_in(conn, edition.id, who).await?;
    Ok(Shared {
        effective,
        sessions: known,
        offerings: offered,
        reached: reached.into_iter().map(|reached| (reached.person_id, reached)).collect(),
        waivers: waivers.into_iter().map(|waiver| (waiver.person_id, waiver)).collect(),
        holders,
        done_in,
        rule: edition.rule(),
        now,
    })
}

fn assemble(
    programme: &Programme,
    shared: &Shared,
    person_id: i64,
    own: Vec<Enrolment>,
    attended: &[Attendance],
) -> Result<Standing, Error> {
    let mut states: HashMap<i64, State> = HashMap::new();
    for enrolment in own.iter().filter(|e| e.state != "cancelled") {
        states.insert(enrolment.offering_id, enrolment.state()?);
    }
    let facts = Facts {
        required: shared.rule.required,
        carry_over: shared.rule.carry_over,
        reached_before: shared.reached.contains_key(&person_id),
        waiver: shared.waivers.contains_key(&person_id),
        attended: attended.iter().filter_map(|row| as_attended(programme, shared, row)).collect(),
        workshops: programme
            .workshops()
            .map(|w| as_workshop(w, shared, states.get(&w.row.id).copied()))
            .collect(),
        first_day: programme.first_day(),
        today: local_date(shared.now, programme.zone()),
        now: shared.now,
    };
    let marks: HashMap<i64, Mark> =
        attended.iter().filter_map(|row| Some((row.session_id, Mark::from_code(&row.value)?))).collect();
    let mut course = programme.course().map_or_else(CourseFacts::default, |course| {
        course_facts(course, shared, states.get(&course.row.id).copied(), &marks)
    });
    course.certificate = shared.holders.contains(&person_id);
    course.done_in = shared.done_in.get(&person_id).copied();
    Ok(Standing {
        person_id,
        eligibility: eligibility(&facts),
        facts,
        course,
        enrolments: own,
        marks,
        reached: shared.reached.get(&person_id).cloned(),
        waiver: shared.waivers.get(&person_id).cloned(),
    })
}

/// A row of `attendance` is effective by its nature; only workshops with a topic and a date enter the rule.
fn as_attended(programme: &Programme, shared: &Shared, row: &Attendance) -> Option<Attended> {
    let session = shared.sessions.get(&row.session_id)?;
    let offering = shared.offerings.get(&session.offering_id)?;
    if offering.kind() != Kind::Workshop {
        return None;
    }
    Some(Attended {
        topic: offering.topic_id?,
        held_on: session.date?,
        mark: Mark::from_code(&row.value),
        effective: true,
        counts: offering.counts_toward_rule,
        earlier_edition: offering.edition_id != programme.edition.id,
    })
}

fn as_workshop(offered: &Offered, shared: &Shared, enrolment: Option<State>) -> Workshop {
    let planned = || offered.sessions.iter().filter(|s| !s.is_cancelled());
    Workshop {
        offering: offered.row.id,
        topic: offered.row.topic_id.unwrap_or(-offered.row.id),
        counts: offered.row.counts_toward_rule && offered.row.status() == OfferingStatus::Published,
        cancelled: offered.row.status() == OfferingStatus::Cancelled,
        date: offered.first_date(),
        starts_at: offered.starts_at(),
        register_effective: planned().next().is_some() && planned().all(|s| shared.effective.contains(&s.id)),
        enrolment,
    }
}

/// Whether a course takes people: it is published, has not begun, and its last day to enrol has not gone by.
pub fn takes_people(course: &Offered, rule: &Rule, now: DateTime<Utc>) -> bool {
    let begun = course.starts_at().is_some_and(|start| start <= now);
    let closed = rule.enrolment_closes.is_some_and(|closes| local_date(now, course.zone) > closes);
    course.row.status() == OfferingStatus::Published && !begun && !closed
}

fn course_facts(
    course: &Offered,
    shared: &Shared,
    enrolment: Option<State>,
    marks: &HashMap<i64, Mark>,
) -> CourseFacts {
    let days = qualified::days(course, &shared.effective, marks);
    let Tally { attended, missed, unmarked } = Tally::of(&days);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let pending = course.sessions.iter().filter(|s| !s.is_cancelled() && !shared.effective.contains(&s.id));
    CourseFacts {
        enrolment,
        open: takes_people(course, &shared.rule, shared.now),
        days: course.timings(),
        pending: pending.filter_map(|s| s.timing(course.zone)).collect(),
        undated: count(course.sessions.iter().filter(|s| !s.is_cancelled() && s.date.is_none()).count()),
        attended,
        missed,
        unmarked,
        certificate_days: days_to_tell(shared.rule.certificate_days, count(days.len())),
        certificate: false,
        done_in: None,
    }
}
