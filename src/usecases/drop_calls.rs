//! Calls that nobody has made and nobody needs to make any more leave the list: the session is over, the enrolment ended,
//! what they would have said is not so. That nobody was told stays in the history of the person.

use super::audited::{self, About};
use super::call_now::{CallNow, call_now, calls_now};
use super::settle_call::letter;
use super::{Actor, Desk, Outcome};
use crate::store::calls::{self, OpenCall};
use crate::store::people;

/// Drops them.
///
/// # Errors
/// A fault; those dropped before it stay dropped.
pub async fn drop_calls(desk: &Desk) -> Outcome<()> {
    let (reader, now) = (desk.store.reader(), desk.clock.now());
    let open = calls::open(reader, now).await?;
    let all: Vec<&OpenCall> = open.iter().collect();
    let stand = calls_now(reader, &all, now).await?;
    for call in open.iter().filter(|call| matches!(stand.get(&call.task_id), Some(CallNow::Over(_)))) {
        let tx = desk.store.begin().await?;
        people::lock(&tx, &[call.person_id]).await?;
        // Looked at again: somebody may have made it meanwhile, or it may be true again.
        let still_over = match calls::open_one(&tx, call.task_id).await? {
            Some(again) => matches!(call_now(&tx, &again, now).await?, CallNow::Over(_)),
            None => false,
        };
        if still_over {
            let (subject, id, person) = ("tasks", Some(call.task_id), Some(call.person_id));
            let about = About { subject, subject_id: id, person_id: person };
            let detail = serde_json::json!({ "letter": letter(&call.payload) }).to_string();
            audited::write(&tx, now, Actor::Job, "drop_call", about, Some(detail), None).await?;
            calls::drop_untold(&tx, call.task_id).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
