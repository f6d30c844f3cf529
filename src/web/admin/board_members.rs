//! Everybody on the board, as far as stages, filters and order look at them. The rule is asked once for each way of
//! standing (`store::alike`), however many people stand that way.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::eligibility::Workshop;
use crate::domain::enrolment::State;
use crate::domain::path_state::{PathState, path_state};
use crate::domain::stage::{Facts, Stage, stage};
use crate::domain::today::{could_be_untold, is_untold};
use crate::store::alike::{self, Member};
use crate::store::enrolments::Enrolment;
use crate::store::programme::{Offered, Programme};
use crate::store::standing::{self, Standing};
use crate::store::{Conn, outbox};
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::web::offers::full_for_newcomers;

/// One person of the board.
#[derive(Clone, Debug)]
pub struct BoardMember {
    /// Who.
    pub is: Member,
    /// How they stand.
    pub stands: Arc<Stands>,
    /// Whether they have one workshop to choose, and heard nothing lately.
    pub untold: bool,
    /// When they were last written to or called, where somebody asked.
    pub contacted_at: Option<DateTime<Utc>>,
}

/// A way of standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stands {
    /// The stage.
    pub stage: Stage,
    /// What is missing, as the state of the path.
    pub need: PathState,
    /// How many workshops are missing.
    pub missing: u32,
    /// The state of the enrolment in the course.
    pub course: Option<String>,
    /// Whether every day of the course that is left is needed.
    pub no_day_to_miss: bool,
    /// The workshops it has to do with.
    pub takes_part: Vec<i64>,
}

/// Everybody, by surname; `by_contact` = with when each was last written to or called.
///
/// # Errors
/// The database failed.
pub async fn members(
    visit: &Visit,
    programme: &Programme,
    by_contact: bool,
) -> Result<Vec<BoardMember>, PageError> {
    let reader = visit.app.desk.store.reader();
    let all = alike::of_edition(reader, programme).await?;
    let ways = ways(reader, programme, &all, visit.now).await?;
    let found: Vec<(Member, Arc<Stands>)> = all
        .into_iter()
        .filter_map(|member| ways.get(&member.word).cloned().map(|stands| (member, stands)))
        .collect();
    let asked =
        |(_, stands): &&(Member, Arc<Stands>)| by_contact || could_be_untold(stands.stage, stands.need);
    let ids: Vec<i64> = found.iter().filter(asked).map(|(member, _)| member.id).collect();
    let contacts = outbox::last_contact(reader, &ids).await?;
    let member = |(is, stands): (Member, Arc<Stands>)| {
        let contacted_at = contacts.get(&is.id).copied();
        let untold = is_untold(stands.stage, stands.need, contacted_at, visit.now);
        BoardMember { is, stands, untold, contacted_at }
    };
    Ok(found.into_iter().map(member).collect())
}

/// Each way of standing, decided for the first person who stands so; ways of people who are not on the board are missing.
async fn ways(
    conn: &impl Conn,
    programme: &Programme,
    all: &[Member],
    now: DateTime<Utc>,
) -> Result<HashMap<String, Arc<Stands>>, PageError> {
    let mut first: HashMap<&str, i64> = HashMap::new();
    for member in all {
        first.entry(&member.word).or_insert(member.id);
    }
    let words: HashMap<i64, &str> = first.iter().map(|(word, id)| (*id, *word)).collect();
    let ids: Vec<i64> = first.values().copied().collect();
    let full = full_for_newcomers(conn, programme, now).await?;
    let mut found = HashMap::new();
    for standing in standing::of_some(conn, programme, &ids, now).await? {
        if let Some(word) = words.get(&standing.person_id).filter(|_| counts_as_signed_up(&standing)) {
            found.insert((*word).to_owned(), Arc::new(stands(programme, &standing, &full)));
        }
    }
    Ok(found)
}

/// Whoever never confirmed an address is not on the board.
fn counts_as_signed_up(standing: &Standing) -> bool {
    let real = |enrolment: &Enrolment| {
        !matches!(enrolment.state.as_str(), "pending_place" | "pending_wait")
            && enrolment.cancel_reason.as_deref() != Some("unconfirmed")
    };
    standing.enrolments.iter().any(real) || !standing.marks.is_empty()
}

fn stands(programme: &Programme, standing: &Standing, full: &HashSet<i64>) -> Stands {
    let need = path_state(&standing.facts, &standing.eligibility, &standing.course, |id| full.contains(&id));
    let course = programme.course().and_then(|course| standing.live_in(course.row.id));
    Stands {
        stage: stage_of(standing, need),
        need,
        missing: standing.eligibility.missing(),
        course: course.map(|enrolment| enrolment.state.clone()),
        no_day_to_miss: need == PathState::CanMissDays && standing.course.needs_every_day(),
        takes_part: programme.workshops().filter(|w| takes_part(standing, w)).map(|w| w.row.id).collect(),
    }
}

/// Whether somebody has a place or a wait in a workshop, or a mark.
fn takes_part(standing: &Standing, workshop: &Offered) -> bool {
    standing.state_in(workshop.row.id).is_some_and(|state| !state.is_pending())
        || workshop.sessions.iter().any(|session| standing.marks.contains_key(&session.id))
}

fn stage_of(standing: &Standing, need: PathState) -> Stage {
    let active_enrolment = |w: &Workshop| {
        w.enrolment.is_some_and(|s| s.is_live() && !s.is_pending())
            && (!w.register_effective || w.starts_at.is_none_or(|start| start > standing.facts.now))
    };
    let facts = Facts {
        // Projects come with a later version; nobody has one yet.
        project: false,
        certificate: standing.course.certificate,
        done: need == PathState::CourseDone,
        course: standing.course.enrolment.filter(|s: &State| s.is_live() && !s.is_pending()),
        active: standing.facts.workshops.iter().any(active_enrolment)
            || standing.marks.values().any(|mark| mark.counts()),
        eligibility: standing.eligibility.clone(),
    };
    stage(&facts)
}
