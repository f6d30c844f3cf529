//! A call that was crossed off by mistake comes back on the list.

use chrono::TimeDelta;

use super::audited::{self, About};
use super::settle_call::letter;
use super::{Actor, Desk, No, Outcome};
use crate::domain::refusal::Refusal;
use crate::store::{calls, people};

/// How long a call that was made can come back.
pub const IN_SIGHT: TimeDelta = TimeDelta::days(1);

/// Puts the call on the list again; a second click changes nothing.
///
/// # Errors
/// [`Refusal::CallOutOfDate`] where something newer was said since, or is to be said, or where it was made too long ago;
/// [`No::NotFound`] for a call that never was.
pub async fn reopen_call(desk: &Desk, task_id: i64, staff: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let Some(call) = calls::made_one(&tx, task_id).await? else {
        return if calls::exists(&tx, task_id).await? { Ok(()) } else { Err(No::NotFound) };
    };
    people::lock(&tx, &[call.person_id]).await?;
    let person = people::find(&tx, call.person_id).await?;
    person.filter(|person| person.erased_at.is_none()).ok_or(No::NotFound)?;
    if call.settled_at + IN_SIGHT < now || calls::has_newer(&tx, &call).await? {
        return Err(Refusal::CallOutOfDate.into());
    }
    if !calls::reopen(&tx, task_id).await? {
        return Ok(());
    }
    let detail = serde_json::json!({ "letter": letter(&call.payload) }).to_string();
    let about = About { subject: "tasks", subject_id: Some(task_id), person_id: Some(call.person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "reopen_call", about, Some(detail), None).await?;
    Ok(tx.commit().await?)
}
