//! Somebody of the office made a call of the list: who, and when.

use super::audited::{self, About};
use super::{Actor, Desk, No, Outcome};
use crate::domain::letter::Payload;
use crate::domain::refusal::Refusal;
use crate::store::{Tx, calls, people};

/// Takes the call off the list; a second click changes nothing. `person` is whom the list named.
///
/// # Errors
/// [`Refusal::CallOutOfDate`] where something newer is to be said to them, or nothing any more; [`No::NotFound`] for a
/// call that never was.
pub async fn settle_call(desk: &Desk, task_id: i64, person: Option<i64>, staff: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let Some(call) = calls::open_one(&tx, task_id).await? else { return gone(&tx, task_id, person).await };
    people::lock(&tx, &[call.person_id]).await?;
    if !calls::settle(&tx, task_id, staff, now).await? {
        return gone(&tx, task_id, person).await;
    }
    let detail = serde_json::json!({ "letter": letter(&call.payload) }).to_string();
    let about = About { subject: "tasks", subject_id: Some(task_id), person_id: Some(call.person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "settle_call", about, Some(detail), None).await?;
    Ok(tx.commit().await?)
}

/// The kind of letter a call stands for.
pub(super) fn letter(payload: &str) -> Option<&'static str> {
    serde_json::from_str::<Payload>(payload).ok().map(|payload| payload.letter.code())
}

/// It is not on the list: somebody made it already, or it became untrue and was taken off before anybody had made it.
async fn gone(tx: &Tx, task_id: i64, person: Option<i64>) -> Outcome<()> {
    if calls::exists(tx, task_id).await? {
        return Ok(());
    }
    let known = match person {
        Some(id) => people::living(tx, id).await?,
        None => None,
    };
    Err(if known.is_some() { Refusal::CallOutOfDate.into() } else { No::NotFound })
}
