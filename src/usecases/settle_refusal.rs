//! A person of the office says that whoever a refused letter was for was told some other way; the others see who, when and
//! how.

use super::audited::{self, About};
use super::open_refusals::{KIND, key_of, settled};
use super::{Actor, Desk, No, Outcome};
use crate::domain::refusal::Refusal;
use crate::domain::text::multi_line;
use crate::store::tasks::{self, Task};
use crate::store::{outbox, people, texts};

/// Settles; a second click changes nothing.
///
/// # Errors
/// [`Refusal::ReasonMissing`], [`Refusal::AddressErased`] for one whose person is erased, [`Refusal::WrongState`] for one
/// that was not refused, [`Refusal::SettledMeanwhile`] where somebody else settled it, or [`No::NotFound`].
pub async fn settle_refusal(desk: &Desk, letter_id: i64, staff: i64, why: &str) -> Outcome<()> {
    let why = multi_line(why);
    if why.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let known = outbox::find(&tx, letter_id).await?.ok_or(No::NotFound)?;
    people::lock(&tx, &known.person_id.into_iter().collect::<Vec<_>>()).await?;
    let letter = outbox::find(&tx, letter_id).await?.ok_or(No::NotFound)?;
    if letter.address.is_empty() {
        return Err(Refusal::AddressErased.into());
    }
    if letter.state != "refused" {
        return Err(Refusal::WrongState.into());
    }
    if let Some(task) = settled(&tx, &letter).await? {
        let same = task.settled_by == Some(staff);
        return if same { Ok(()) } else { Err(Refusal::SettledMeanwhile.into()) };
    }
    let person_id = letter.person_id;
    let text_id = texts::add(&tx, person_id, &why, now, None).await?;
    let task = Task {
        id: 0,
        kind: KIND.to_owned(),
        edition_id: None,
        person_id,
        session_id: None,
        enrolment_id: None,
        key: key_of(&letter),
        created_at: letter.ended_at.unwrap_or(now),
        settled_at: Some(now),
        settled_by: Some(staff),
        text_id: Some(text_id),
    };
    tasks::add(&tx, task).await?;
    let about = About { subject: "outbox", subject_id: Some(letter.id), person_id };
    let detail = serde_json::json!({ "kind": KIND }).to_string();
    audited::write(&tx, now, Actor::Staff(staff), "settle_task", about, Some(detail), Some(text_id)).await?;
    Ok(tx.commit().await?)
}
