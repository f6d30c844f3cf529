//! Calls that nobody has made and nobody needs to make any more leave the list: the session is over, the enrolment ended,
//! what they would have said is not so.

use super::call_now::{CallNow, call_now};
use super::{Desk, Outcome};
use crate::store::calls;

/// Drops them.
///
/// # Errors
/// A fault; those dropped before it stay dropped.
pub async fn drop_calls(desk: &Desk) -> Outcome<()> {
    let (reader, now) = (desk.store.reader(), desk.clock.now());
    for call in calls::open(reader, now).await? {
        if !matches!(call_now(reader, &call, now).await?, CallNow::Over(_)) {
            continue;
        }
        let tx = desk.store.begin().await?;
        // Looked at again: somebody may have made it meanwhile, or it may be true again.
        let still_over = match calls::open_one(&tx, call.task_id).await? {
            Some(again) => matches!(call_now(&tx, &again, now).await?, CallNow::Over(_)),
            None => false,
        };
        if still_over {
            calls::drop_untold(&tx, call.task_id).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
