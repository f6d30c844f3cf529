//! What is called off: a whole workshop or course, with what its people are offered instead, or one session of several.

use chrono::{DateTime, Utc};

use super::NotChanged;
use super::applied::{find, offering_of};
use crate::domain::change::{EditFault, check_cancel_session};
use crate::domain::edition::EditionStatus;
use crate::domain::impact::Door;
use crate::domain::offering::OfferingStatus;
use crate::domain::proposal::{Proposal, can_be_proposed, check_proposal, must_be_chosen};
use crate::store::programme::{Offered, Programme};
use crate::store::{Conn, attendance, enrolments, registers};
use crate::usecases::{No, Outcome};

/// What whoever calls an offering off has to choose from; empty where nothing has to be chosen: nobody hears of it, there is
/// nothing else, or it is not called off any more.
///
/// # Errors
/// The database failed.
pub async fn to_choose_from(
    conn: &impl Conn,
    programme: &Programme,
    offered: &Offered,
    now: DateTime<Utc>,
) -> Outcome<Vec<i64>> {
    let begun = offered.starts_at().is_some_and(|start| start <= now);
    let archived = programme.edition.status() == EditionStatus::Archived;
    if archived || begun || offered.row.status() != OfferingStatus::Published {
        return Ok(Vec::new());
    }
    let mut heard = false;
    for enrolment in enrolments::in_offerings(conn, &[offered.row.id]).await? {
        let state = enrolment.state()?;
        heard |= state.is_live() && !state.is_pending();
    }
    let open = open_beside(programme, offered.row.id, now);
    let needed = must_be_chosen(offered.row.kind(), heard, open.len());
    Ok(if needed { open } else { Vec::new() })
}

/// The other workshops that could be proposed to anybody, in the order of the programme.
fn open_beside(programme: &Programme, offering: i64, now: DateTime<Utc>) -> Vec<i64> {
    let open = |other: &&Offered| {
        let held = other.row.status() != OfferingStatus::Cancelled;
        let door = Door::of(held && programme.is_shown(other), other.row.kind(), other.starts_at(), now);
        other.row.id != offering && can_be_proposed(other.row.counts_toward_rule, door)
    };
    programme.workshops().filter(open).map(|other| other.row.id).collect()
}

/// Calls off a whole offering.
pub(super) async fn call_off(
    conn: &impl Conn,
    after: &mut Programme,
    offering: i64,
    propose: &Proposal,
    now: DateTime<Utc>,
) -> Result<Vec<EditFault>, NotChanged> {
    let open = open_beside(after, offering, now);
    let offered = find(after, offering)?;
    let fault = |code| Ok(vec![EditFault { field: "", code }]);
    match offered.row.status() {
        OfferingStatus::Cancelled => return fault("cancelled"),
        // Nobody knows of it: it is deleted, or left alone.
        OfferingStatus::Draft => return fault("draft"),
        OfferingStatus::Published => {}
    }
    if let Some(fault) = all_held(conn, offered, now).await? {
        return Ok(vec![fault]);
    }
    if let Some(fault) = check_proposal(propose, &open) {
        return Ok(vec![fault]);
    }
    OfferingStatus::Cancelled.code().clone_into(&mut offered.row.status);
    Ok(Vec::new())
}

/// Why an offering is not called off: every session of it is over, or its register says that it was held.
async fn all_held(
    conn: &impl Conn,
    offered: &Offered,
    now: DateTime<Utc>,
) -> Result<Option<EditFault>, NotChanged> {
    let mut code = "held";
    for session in offered.sessions.iter().filter(|session| !session.is_cancelled()) {
        let over = session.timing(offered.zone).is_some_and(|timing| timing.ends_at() <= now);
        match was_held(conn, session.id, over).await? {
            Some(why) => code = why,
            None => return Ok(None),
        }
    }
    Ok(Some(EditFault { field: "", code }))
}

/// How it is known that a session was held: it is over or its register is closed, or people were marked in it.
async fn was_held(conn: &impl Conn, session: i64, over: bool) -> Result<Option<&'static str>, NotChanged> {
    if over || registers::of_session(conn, session).await?.is_some() {
        return Ok(Some("held"));
    }
    Ok(attendance::is_marked(conn, session).await?.then_some("marked"))
}

/// Calls off one session of several.
pub(super) async fn call_off_session(
    conn: &impl Conn,
    after: &mut Programme,
    session: i64,
    now: DateTime<Utc>,
) -> Result<Vec<EditFault>, NotChanged> {
    let offering = offering_of(after, session)?;
    let zone = after.zone();
    let offered = find(after, offering)?;
    let left = offered.sessions.iter().filter(|s| !s.is_cancelled()).count();
    let Some(row) = offered.sessions.iter_mut().find(|s| s.id == session) else {
        return Err(NotChanged::No(No::NotFound));
    };
    let begun = row.timing(zone).is_some_and(|timing| timing.starts_at() <= now);
    let held = was_held(conn, session, begun).await?;
    match check_cancel_session(row.is_cancelled(), held, left) {
        Some(fault) => Ok(vec![fault]),
        None => {
            row.status = "cancelled".to_owned();
            Ok(Vec::new())
        }
    }
}
