//! The edition as it would be: every edit checked and applied to a copy in memory.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::NotChanged;
use super::call_off::{call_off, call_off_session};
use super::titles::title_faults;
use crate::domain::certificate::CanPrint;
use crate::domain::change::{
    Edit, EditFault, SessionFacts, check_capacity, check_closes, check_offers, check_printed, check_rule,
    check_session,
};
use crate::domain::course_begin::check_begin;
use crate::domain::edition::EditionStatus;
use crate::domain::invite::Appointment;
use crate::domain::offering::OfferingStatus;
use crate::domain::waiting_list::Offers;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Conn, attendance, registers};
use crate::usecases::No;

/// Applies the edits to a copy; every fault of every edit, or the copy. An edition that is over does not change: whoever
/// wants to takes it out of the archive first.
pub(super) async fn applied(
    conn: &impl Conn,
    before: &Programme,
    edits: &[Edit],
    now: DateTime<Utc>,
    can_print: CanPrint,
) -> Result<Programme, NotChanged> {
    if before.edition.status() == EditionStatus::Archived {
        return Err(NotChanged::Faults(vec![(0, EditFault { field: "", code: "archived" })]));
    }
    let mut after = before.clone();
    let mut faults = Vec::new();
    let dates = dates(before, edits);
    for (index, edit) in edits.iter().enumerate() {
        let when = When { now, dates: &dates, edit: index, can_print };
        for fault in one(conn, &mut after, edit, when).await? {
            faults.push((index, fault));
        }
    }
    let begins = begin_faults(before, edits, &faults);
    faults.extend(begins);
    faults.extend(who_offers_fault(before, &after, edits));
    faults.extend(title_faults(before, &after, edits));
    if faults.is_empty() { Ok(after) } else { Err(NotChanged::Faults(faults)) }
}

/// Who offers the freed places of the course is looked at once all edits are made: the rule and the course may change
/// together. What stood so before is no fault of an edit about something else.
fn who_offers_fault(before: &Programme, after: &Programme, edits: &[Edit]) -> Option<(usize, EditFault)> {
    let course = &after.planned_course()?.row;
    let set = if course.offers == "automatic" { Offers::Automatic } else { Offers::ByPerson };
    let admission = after.edition.rule().course_admission;
    let fault = check_offers(set, course.kind(), admission)?;
    let decided_now = before.edition.rule().course_admission != admission;
    edits.iter().enumerate().find_map(|(index, edit)| match edit {
        Edit::Offering { offering, .. } if *offering == course.id => Some((index, fault)),
        Edit::Rule { .. } if decided_now => {
            Some((index, EditFault { field: "admission", code: "automatic" }))
        }
        _ => None,
    })
}

/// Days that would have the course begin before the last day to enrol in it. Where that day is set in the same go, it has been
/// looked at with the days as they will be. Of an edit that is wrong already nothing more is said.
fn begin_faults(
    before: &Programme,
    edits: &[Edit],
    faults: &[(usize, EditFault)],
) -> Vec<(usize, EditFault)> {
    let closes = before.edition.rule().enrolment_closes;
    let sets_it = |edit: &Edit| matches!(edit, Edit::Rule { to } if to.enrolment_closes != closes);
    let Some(course) = before.planned_course().filter(|_| !edits.iter().any(sets_it)) else {
        return Vec::new();
    };
    let stands = course.first_date();
    let is_day = |id: i64| course.sessions.iter().any(|day| day.id == id && !day.is_cancelled());
    let date = |edit: &Edit| match edit {
        Edit::Session { session, to } if is_day(*session) => to.date,
        Edit::AddSession { offering, to } if *offering == course.row.id => to.date,
        _ => None,
    };
    let fault = |(index, edit): (usize, &Edit)| Some((index, check_begin(date(edit)?, stands, closes)?));
    let wrong = |index: usize| faults.iter().any(|(at, _)| *at == index);
    edits.iter().enumerate().filter(|(index, _)| !wrong(*index)).filter_map(fault).collect()
}

/// A session of an offering: one that is there, or the one that an edit adds.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Which {
    Known(i64),
    Added(usize),
}

/// The dates of all sessions as they will be, with their offering: two days may exchange theirs.
type Dates = HashMap<Which, (i64, NaiveDate)>;

fn dates(before: &Programme, edits: &[Edit]) -> Dates {
    let mut dates = Dates::new();
    for offered in &before.offerings {
        for session in offered.sessions.iter().filter(|session| !session.is_cancelled()) {
            dates.extend(session.date.map(|date| (Which::Known(session.id), (offered.row.id, date))));
        }
    }
    for (index, edit) in edits.iter().enumerate() {
        match edit {
            Edit::Session { session, to } => {
                let offering = before.session(*session).map(|(offered, _)| offered.row.id);
                if let (Some(offering), Some(date)) = (offering, to.date) {
                    dates.insert(Which::Known(*session), (offering, date));
                }
            }
            Edit::AddSession { offering, to } => {
                dates.extend(to.date.map(|date| (Which::Added(index), (*offering, date))));
            }
            Edit::CancelSession { session } => {
                dates.remove(&Which::Known(*session));
            }
            Edit::CancelOffering { .. } | Edit::Offering { .. } | Edit::Rule { .. } => {}
        }
    }
    dates
}

/// When an edit is made, and what stands around it.
#[derive(Clone, Copy)]
struct When<'a> {
    now: DateTime<Utc>,
    dates: &'a Dates,
    /// Its place among the edits.
    edit: usize,
    /// What certificates can print.
    can_print: CanPrint,
}

impl When<'_> {
    /// The dates of the other sessions of an offering.
    fn others(&self, offering: i64, own: Which) -> Vec<NaiveDate> {
        let other = |(which, (of, _)): &(&Which, &(i64, NaiveDate))| *of == offering && **which != own;
        self.dates.iter().filter(other).map(|(_, (_, date))| *date).collect()
    }

    /// The first day of the course once all edits are made; none = no course, or one without dates.
    fn first_day(&self, programme: &Programme) -> Option<NaiveDate> {
        let course = programme.planned_course()?.row.id;
        self.dates.values().filter(|(of, _)| *of == course).map(|(_, date)| *date).min()
    }
}

async fn one(
    conn: &impl Conn,
    after: &mut Programme,
    edit: &Edit,
    when: When<'_>,
) -> Result<Vec<EditFault>, NotChanged> {
    match edit {
        Edit::Session { session, to } => session_edit(conn, after, *session, to, when).await,
        Edit::AddSession { offering, to } => add_session(after, *offering, to, when),
        Edit::CancelSession { session } => call_off_session(conn, after, *session, when.now).await,
        Edit::CancelOffering { offering, propose } => {
            call_off(conn, after, *offering, propose, when.now).await
        }
        Edit::Offering { offering, texts, capacity, offers } => {
            let offered = find(after, *offering)?;
            let seats = offered.row.seats().with_capacity(*capacity);
            let row = &mut offered.row;
            let (title, stands) = (texts.title.as_deref(), row.title.as_deref());
            let printed = check_printed("title", title, stands, when.can_print);
            row.title.clone_from(&texts.title);
            row.gloss_en.clone_from(&texts.gloss_en);
            row.text_it.clone_from(&texts.text_it);
            row.text_en.clone_from(&texts.text_en);
            row.fee.clone_from(&texts.fee);
            row.offers = if *offers == Offers::Automatic { "automatic" } else { "person" }.to_owned();
            if row.capacity != *capacity {
                (row.capacity, row.extra) = (seats.capacity, seats.extra);
            }
            Ok(printed.into_iter().chain(check_capacity(*capacity)).collect())
        }
        Edit::Rule { to } => {
            let stands = after.edition.rule();
            let mut faults = check_rule(to, &stands, after.course_days());
            let first_day = when.first_day(after);
            faults.extend(check_closes(to, &stands, first_day, when.now, after.zone()));
            if faults.is_empty() {
                after.edition.set_rule(to);
            }
            Ok(faults)
        }
    }
}

/// An offering of the copy.
pub(super) fn find(after: &mut Programme, offering: i64) -> Result<&mut Offered, NotChanged> {
    after.offerings.iter_mut().find(|o| o.row.id == offering).ok_or(NotChanged::No(No::NotFound))
}

/// Whether anybody outside the office knows of an offering.
fn is_announced(after: &Programme, offering: i64) -> bool {
    after.offering(offering).is_some_and(|offered| after.is_shown(offered))
}

/// The offering of a session of the copy.
pub(super) fn offering_of(after: &Programme, session: i64) -> Result<i64, NotChanged> {
    after.session(session).map(|(offered, _)| offered.row.id).ok_or(NotChanged::No(No::NotFound))
}

async fn session_edit(
    conn: &impl Conn,
    after: &mut Programme,
    session: i64,
    to: &Appointment,
    when: When<'_>,
) -> Result<Vec<EditFault>, NotChanged> {
    let offering = offering_of(after, session)?;
    let zone = after.zone();
    let announced = is_announced(after, offering);
    let offered = find(after, offering)?;
    let cancelled_offering = offered.row.status() == OfferingStatus::Cancelled;
    let Some(row) = offered.sessions.iter_mut().find(|s| s.id == session) else {
        return Err(NotChanged::No(No::NotFound));
    };
    let facts = SessionFacts {
        before: Some(row.appointment()),
        others: when.others(offering, Which::Known(session)),
        closed: registers::of_session(conn, session).await?.is_some(),
        marked: attendance::is_marked(conn, session).await?,
        cancelled: cancelled_offering || row.is_cancelled(),
        announced,
        zone,
        now: when.now,
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
    when: When<'_>,
) -> Result<Vec<EditFault>, NotChanged> {
    let zone = after.zone();
    let announced = is_announced(after, offering);
    let offered = find(after, offering)?;
    let facts = SessionFacts {
        before: None,
        others: when.others(offering, Which::Added(when.edit)),
        closed: false,
        marked: false,
        cancelled: offered.row.status() == OfferingStatus::Cancelled,
        announced,
        zone,
        now: when.now,
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
