//! A trainer closes a register; until it takes effect the closing can be undone and nothing follows.

use super::audited::{self, About};
use super::take_attendance::is_held;
use super::{Actor, Desk, No, Outcome};
use crate::domain::attendance::Mark;
use crate::domain::enrolment::State;
use crate::domain::register::{self, Closing, RegisterState};
use crate::store::registers::{self, Register};
use crate::store::tasks::{self, Task};
use crate::store::{Tx, attendance, enrolments, offerings, programme, sessions};

/// Closes; gives back the closing, which is the one that stands where it was closed already.
///
/// # Errors
/// The session has not begun, or was called off.
pub async fn close_register(desk: &Desk, session_id: i64, trainer: i64) -> Outcome<Register> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let offering_id = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?.offering_id;
    offerings::lock(&tx, &[offering_id]).await?;
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    is_held(&tx, &session).await?;
    let programme = programme::of_offering(&tx, session.offering_id).await?.ok_or(No::NotFound)?;
    let standing = registers::of_session(&tx, session_id).await?;
    let state = standing.as_ref().map_or(RegisterState::Open, |r| r.state());
    let starts_at = session.timing(programme.zone()).map(|timing| timing.starts_at());
    let effective_at = match register::close(state, starts_at, now, desk.policy.register_delay)? {
        Closing::From(at) => at,
        Closing::Standing => return standing.ok_or(No::NotFound),
    };
    let row = Register {
        id: 0,
        session_id,
        closed_at: now,
        closed_by: trainer,
        effective_at,
        undone_at: None,
        took_effect_at: None,
    };
    let row = registers::add(&tx, row).await?;
    let about = About { subject: "registers", subject_id: Some(row.id), person_id: None };
    audited::write(&tx, now, Actor::Staff(trainer), "close_register", about, None, None).await?;
    note_unmarked(&tx, &row, session.offering_id, programme.edition.id).await?;
    tx.commit().await?;
    Ok(row)
}

/// People who should have a mark and have none are a task for the office, never an absence.
async fn note_unmarked(tx: &Tx, register: &Register, offering_id: i64, edition_id: i64) -> Outcome<()> {
    let marks = attendance::latest_marks(tx, register.session_id).await?;
    for enrolment in enrolments::in_offerings(tx, &[offering_id]).await? {
        let listed = matches!(enrolment.state()?, State::Confirmed | State::Provisional);
        let marked = marks.get(&enrolment.person_id).is_some_and(|row| Mark::from_code(&row.value).is_some());
        if !listed || marked {
            continue;
        }
        let row = Task {
            id: 0,
            kind: "unmarked".to_owned(),
            edition_id: Some(edition_id),
            person_id: Some(enrolment.person_id),
            session_id: Some(register.session_id),
            enrolment_id: Some(enrolment.id),
            key: format!("unmarked-{}-{}", register.id, enrolment.person_id),
            created_at: register.closed_at,
            settled_at: None,
            settled_by: None,
            text_id: None,
        };
        tasks::add(tx, row).await?;
    }
    Ok(())
}

/// Takes a closing back, before it takes effect; one that was taken back already stays so.
///
/// # Errors
/// There is nothing to undo any more, or what it belongs to was called off and could not be closed again.
pub async fn undo(desk: &Desk, session_id: i64, trainer: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    offerings::lock(&tx, &[session.offering_id]).await?;
    is_held(&tx, &session).await?;
    let row = registers::of_session(&tx, session_id).await?;
    let before = registers::was_undone(&tx, session_id).await?;
    let undoes = register::undo(row.as_ref().map_or(RegisterState::Open, |r| r.state()), before, now)?;
    if let Some(row) = row.filter(|_| undoes) {
        registers::undo(&tx, row.id, now).await?;
        let about = About { subject: "registers", subject_id: Some(row.id), person_id: None };
        audited::write(&tx, now, Actor::Staff(trainer), "undo_closing", about, None, None).await?;
        tasks::drop_of_register(&tx, row.id).await?;
    }
    Ok(tx.commit().await?)
}
