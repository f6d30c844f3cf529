//! What counts of a person, session by session, with the way to correct it and the statement of a workshop.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use super::session_line::{Seasons, SessionLine};
use crate::domain::attendance::Mark;
use crate::domain::award::Validity;
use crate::store::enrolments::Enrolment;
use crate::store::registers::Register;
use crate::store::{attendance, certificates, disputes, registers, sessions};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// One session whose register has taken effect.
#[derive(Serialize)]
pub struct AttendanceLine {
    /// The session.
    pub session: SessionLine,
    /// The mark that counts; none = there is none.
    pub mark: Option<String>,
    /// Whether the person says that they were there and waits for an answer.
    pub contested: bool,
    /// The enrolment whose statement there can be: of a workshop that was attended.
    pub statement: Option<i64>,
    /// Whether that statement was made already.
    pub issued: bool,
}

/// The sessions a person was marked at or had a place in, the newest first.
///
/// # Errors
/// The database failed.
pub async fn attendance_lines(
    visit: &Visit,
    person_id: i64,
    enrolments: &[Enrolment],
) -> Result<Vec<AttendanceLine>, PageError> {
    let reader = visit.app.desk.store.reader();
    let marks: HashMap<i64, String> = attendance::effective_of(reader, &[person_id])
        .await?
        .into_iter()
        .map(|row| (row.session_id, row.value))
        .collect();
    let held = |e: &&Enrolment| matches!(e.state.as_str(), "confirmed" | "provisional");
    let offerings: Vec<i64> = enrolments.iter().filter(held).map(|e| e.offering_id).collect();
    let mut ids: BTreeSet<i64> = marks.keys().copied().collect();
    ids.extend(sessions::of_offerings(reader, &offerings).await?.iter().map(|session| session.id));
    let ids: Vec<i64> = ids.into_iter().collect();
    let closed = registers::of_sessions(reader, &ids).await?;
    let said = disputes::of_person(reader, person_id).await?;
    let papers = certificates::of_person(reader, person_id).await?;
    let made = |id: i64| papers.iter().any(|row| row.offering_id == id && row.validity() == Validity::Valid);
    let mut seasons = Seasons::new(visit);
    let mut lines = Vec::new();
    for Register { session_id, .. } in closed.into_iter().filter(|row| row.took_effect_at.is_some()) {
        let Some(session) = seasons.session(session_id).await? else { continue };
        let mark = marks.get(&session_id).cloned();
        let attended = mark.as_deref().and_then(Mark::from_code).is_some_and(Mark::counts);
        let enrolment = enrolments.iter().rfind(|e| e.offering_id == session.offering);
        lines.push(AttendanceLine {
            statement: enrolment.filter(|_| attended && !session.course).map(|e| e.id),
            issued: made(session.offering),
            session,
            mark,
            contested: said.iter().any(|dispute| dispute.is_open() && dispute.session_id == session_id),
        });
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.session.date, line.session.id)));
    Ok(lines)
}
