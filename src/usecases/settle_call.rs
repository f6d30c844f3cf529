//! Somebody of the office made a call of the list: who, and when.

use super::audited::{self, About};
use super::{Actor, Desk, No, Outcome};
use crate::domain::letter::Payload;
use crate::store::calls;

/// Takes the call off the list; a second click changes nothing.
///
/// # Errors
/// [`No::NotFound`] for a call that never was.
pub async fn settle_call(desk: &Desk, task_id: i64, staff: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let Some(call) = calls::open_one(&tx, task_id).await? else {
        return if calls::exists(&tx, task_id).await? { Ok(()) } else { Err(No::NotFound) };
    };
    if !calls::settle(&tx, task_id, staff, now).await? {
        return Ok(());
    }
    let letter = serde_json::from_str::<Payload>(&call.payload).ok().map(|payload| payload.letter.code());
    let detail = serde_json::json!({ "letter": letter }).to_string();
    let about = About { subject: "tasks", subject_id: Some(task_id), person_id: Some(call.person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "settle_call", about, Some(detail), None).await?;
    Ok(tx.commit().await?)
}
