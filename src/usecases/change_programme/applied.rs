//! The edition as it would be: every edit checked and applied to a copy in memory.

use chrono::{DateTime, Utc};

use super::NotChanged;
use crate::domain::change::{
    Edit, EditFault, SessionFacts, check_cancel_session, check_capacity, check_session,
};
use crate::domain::invite::Appointment;
use crate::domain::offering::OfferingStatus;
use crate::domain::session::local_date;
use crate::domain::waiting_list::Offers;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Conn, registers};
use crate::usecases::No;

/// Applies the edits to a copy; every fault of every edit, or the copy.
pub(super) async fn applied(
    conn: &impl Conn,
    before: &Programme,
    edits: &[Edit],
    now: DateTime<Utc>,
) -> Result<Programme, NotChanged> {
    let mut after = before.clone();
    let mut faults = Vec::new();
    for (index, edit) in edits.iter().enumerate() {
        for fault in one(conn, &mut after, edit, now).await? {
            faults.push((index, fault));
        }
    }
    if faults.is_empty() { Ok(after) } else { Err(NotChanged::Faults(faults)) }
}

async fn one(
    conn: &impl Conn,
    after: &mut Programme,
    edit: &Edit,
    now: DateTime<Utc>,
) -> Result<Vec<EditFault>, NotChanged> {
    match edit {
        Edit::Session { session, to } => session_edit(conn, after, *session, to, now).await,
        Edit::AddSession { offering, to } => add_session(after, *offering, to, now),
        Edit::CancelSession { session } => cancel_session(after, *session, now),
        Edit::CancelOffering { offering } => {
            let offered = find(after, *offering)?;
            if offered.row.status() == OfferingStatus::Cancelled {
                return Ok(vec![EditFault { field: "", code: "cancelled" }]);
            }
            let (timings, dated) = (offered.timings(), offered.sessions.iter().all(|s| s.date.is_some()));
            if dated && timings.iter().all(|timing| timing.ends_at() <= now) {
                return Ok(vec![EditFault { field: "", code: "held" }]);
            }
            OfferingStatus::Cancelled.code().clone_into(&mut offered.row.status);
            Ok(Vec::new())
        }
        Edit::Offering { offering, texts, capacity, offers } => {
            let offered = find(after, *offering)?;
            let seats = offered.row.seats().with_capacity(*capacity);
            let row = &mut offered.row;
            row.title.clone_from(&texts.title);
            row.gloss_en.clone_from(&texts.gloss_en);
            row.text_it.clone_from(&texts.text_it);
            row.text_en.clone_from(&texts.text_en);
            row.fee.clone_from(&texts.fee);
            row.offers = if *offers == Offers::Automatic { "automatic" } else { "person" }.to_owned();
            if row.capacity != *capacity {
                (row.capacity, row.extra) = (seats.capacity, seats.extra);
            }
            Ok(check_capacity(*capacity).into_iter().collect())
        }
        Edit::Rule { to } => {
            after.edition.set_rule(to);
            Ok(Vec::new())
        }
    }
}

fn find(after: &mut Programme, offering: i64) -> Result<&mut Offered, NotChanged> {
    after.offerings.iter_mut().find(|o| o.row.id == offering).ok_or(NotChanged::No(No::NotFound))
}

fn offering_of(after: &Programme, session: i64) -> Result<i64, NotChanged> {
    after.session(session).map(|(offered, _)| offered.row.id).ok_or(NotChanged::No(No::NotFound))
}

async fn session_edit(
    conn: &impl Conn,
    after: &mut Programme,
    session: i64,
    to: &Appointment,
    now: DateTime<Utc>,
) -> Result<Vec<EditFault>, NotChanged> {
    let offering = offering_of(after, session)?;
    let zone = after.zone();
    let offered = find(after, offering)?;
    let cancelled_offering = offered.row.status() == OfferingStatus::Cancelled;
    let others = offered
        .sessions
        .iter()
        .filter(|s| s.id != session && !s.is_cancelled())
        .filter_map(|s| s.date)
        .collect();
    let Some(row) = offered.sessions.iter_mut().find(|s| s.id == session) else {
        return Err(NotChanged::No(No::NotFound));
    };
    let facts = SessionFacts {
        before: Some(row.appointment()),
        others,
        closed: registers::of_session(conn, session).await?.is_some(),
        cancelled: cancelled_offering || row.is_cancelled(),
        zone,
        today: local_date(now, zone),
    };
    if facts.before.as_ref() == Some(to) {
        return Ok(Vec::new());
    }
    let faults = check_session(&facts, to);
    if faults.is_empty() {
        row.set_appointment(to);
    }
    Ok(faults)
}

fn add_session(
    after: &mut Programme,
    offering: i64,
    to: &Appointment,
    now: DateTime<Utc>,
) -> Result<Vec<EditFault>, NotChanged> {
    let zone = after.zone();
    let offered = find(after, offering)?;
    let facts = SessionFacts {
        before: None,
        others: offered.sessions.iter().filter(|s| !s.is_cancelled()).filter_map(|s| s.date).collect(),
        closed: false,
        cancelled: offered.row.status() == OfferingStatus::Cancelled,
        zone,
        today: local_date(now, zone),
    };
    let faults = check_session(&facts, to);
    if faults.is_empty() {
        // Added days continue the count; the others keep theirs.
        let number = offered.sessions.iter().map(|s| s.number).max().unwrap_or(0) + 1;
        let mut row = Session::added(offering, number);
        row.set_appointment(to);
        offered.sessions.push(row);
    }
    Ok(faults)
}

fn cancel_session(
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
    let over = row.timing(zone).is_some_and(|timing| timing.starts_at() <= now);
    match check_cancel_session(row.is_cancelled(), over, left) {
        Some(fault) => Ok(vec![fault]),
        None => {
            row.status = "cancelled".to_owned();
            Ok(Vec::new())
        }
    }
}
