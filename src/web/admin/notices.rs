//! What to look at before something is shown to everybody, or is held on a date; it keeps nobody from it. What other public
//! editions hold at the same time is said too.

use chrono::NaiveDate;
use serde::Serialize;

use super::edition_words::{SessionName, decides};
use super::session_form::AppointmentAnswers;
use super::session_line::Seasons;
use crate::domain::days_short::DaysShort;
use crate::domain::edition::EditionStatus;
use crate::domain::invite::{Appointment, is_near};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::publishing::{Facts, Notice, date_notices, notices};
use crate::store::elsewhere;
use crate::store::programme::{Offered, Programme};
use crate::usecases::shape_edition::publish::{facts, facts_at};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// Something to look at.
#[derive(Serialize)]
pub(super) struct NoticeView {
    /// `near`, `undated`, `undated-course`, `closed`, `days-short`, `unordered`, `past`, `holiday`, `clash`, `overtaken`, `late`
    /// (a draft) or `late-shown`; the last two end in `-ask` for whoever cannot say whether it counts.
    code: &'static str,
    date: Option<NaiveDate>,
    /// The code of the holiday.
    holiday: &'static str,
    /// The days that the certificate asks for, and those that the course has.
    days: Option<DaysShort>,
    /// The session that is held at the same time, or that the course would overtake.
    with: Option<SessionName>,
}

/// What to look at before an offering is shown.
///
/// # Errors
/// The database failed.
pub(super) async fn noticed(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
) -> Result<Vec<NoticeView>, PageError> {
    looked_at(visit, programme, offered, facts(programme, offered, visit.now), notices).await
}

/// What to look at about a date as it was typed; nothing of one that cannot be read, nor in the archive.
///
/// # Errors
/// The database failed.
pub(super) async fn noticed_as_typed(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    typed: Option<&AppointmentAnswers>,
) -> Result<Vec<NoticeView>, PageError> {
    let archived = programme.edition.status() == EditionStatus::Archived;
    match typed.map(AppointmentAnswers::parsed) {
        Some(Ok(at)) if !archived => noticed_at(visit, programme, offered, &[at]).await,
        _ => Ok(Vec::new()),
    }
}

/// What to look at where its sessions, or new ones, are to be held then.
///
/// # Errors
/// The database failed.
pub(super) async fn noticed_at(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    to: &[Appointment],
) -> Result<Vec<NoticeView>, PageError> {
    let facts = facts_at(programme, offered, to, visit.now);
    let mut found = looked_at(visit, programme, offered, facts, date_notices).await?;
    let zone = programme.zone();
    let near = to.iter().filter_map(|at| at.timing(zone)).any(|timing| is_near(&timing, visit.now));
    if near && offered.row.status() == OfferingStatus::Published {
        found.insert(0, NoticeView { code: "near", date: None, holiday: "", days: None, with: None });
    }
    Ok(found)
}

async fn looked_at(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    mut facts: Facts,
    look: fn(&Facts) -> Vec<Notice>,
) -> Result<Vec<NoticeView>, PageError> {
    let dates: Vec<NaiveDate> = facts.sessions.iter().flatten().map(|timing| timing.date).collect();
    let away = elsewhere::on(visit.app.desk.store.reader(), programme.edition.id, &dates).await?;
    facts.others.extend(away.iter().map(|other| (other.session, other.timing)));
    let mut seasons = Seasons::new(visit);
    let mut found = Vec::new();
    for notice in look(&facts) {
        let with = match notice {
            Notice::Clash(_, session) | Notice::Overtaken(_, session) => {
                seasons.beside(programme, session).await?
            }
            _ => None,
        };
        found.push(said(visit, offered, notice, with));
    }
    Ok(found)
}

fn said(visit: &Visit, offered: &Offered, notice: Notice, with: Option<SessionName>) -> NoticeView {
    let late = match (offered.row.status(), decides(visit)) {
        (OfferingStatus::Draft, true) => "late",
        (OfferingStatus::Draft, false) => "late-ask",
        (_, true) => "late-shown",
        (_, false) => "late-shown-ask",
    };
    let (code, date, holiday) = match notice {
        // Nobody can ask to be told of a course's date: whoever has the workshops enrols before it is known.
        Notice::Undated if offered.row.kind() == Kind::Course => ("undated-course", None, ""),
        Notice::Undated => ("undated", None, ""),
        Notice::Past(date) => ("past", Some(date), ""),
        Notice::Holiday(date, holiday) => ("holiday", Some(date), holiday.code()),
        Notice::Clash(date, _) => ("clash", Some(date), ""),
        Notice::NotBefore(first) => (late, Some(first), ""),
        Notice::Overtaken(date, _) => ("overtaken", Some(date), ""),
        Notice::Closed(date) => ("closed", Some(date), ""),
        Notice::DaysShort(_) => ("days-short", None, ""),
        Notice::Unordered => ("unordered", None, ""),
    };
    let days = match notice {
        Notice::DaysShort(short) => Some(short),
        _ => None,
    };
    NoticeView { code, date, holiday, days, with }
}
