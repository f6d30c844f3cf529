//! A person of the office says that a task is done, with a word of why; the others see who, when and why.

use super::audited::{self, About};
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::refusal::Refusal;
use crate::domain::text::multi_line;
use crate::store::tasks::{self, Task};
use crate::store::{Tx, calls, editions, offerings, people, programme, sessions, texts};

/// Settles; a second click changes nothing.
///
/// # Errors
/// [`Refusal::ReasonMissing`], [`Refusal::OwnAffair`] for a task about oneself, [`Refusal::SettledMeanwhile`] where
/// somebody else settled it, or [`No::NotFound`].
pub async fn settle_task(desk: &Desk, id: i64, staff: i64, why: &str) -> Outcome<()> {
    let why = multi_line(why);
    if why.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    // A call is made, not explained away: it has a list of its own.
    let before = tasks::find(&tx, id).await?.filter(|task| task.kind != calls::KIND).ok_or(No::NotFound)?;
    if before.person_id == Some(staff) {
        return Err(Refusal::OwnAffair.into());
    }
    let offering_id = offering_of(&tx, &before).await?;
    let ids: Vec<i64> = offering_id.into_iter().collect();
    let people_ids: Vec<i64> = before.person_id.into_iter().collect();
    lock(&tx, &ids, &people_ids).await?;
    let task = tasks::find(&tx, id).await?.ok_or(No::NotFound)?;
    if task.settled_at.is_some() {
        let same = task.settled_by == Some(staff);
        return if same { Ok(()) } else { Err(Refusal::SettledMeanwhile.into()) };
    }
    // Nothing would empty words about somebody who was erased meanwhile.
    if let Some(id) = task.person_id
        && people::find(&tx, id).await?.is_none_or(|person| person.erased_at.is_some())
    {
        return Err(No::NotFound);
    }
    let text_id = texts::add(&tx, task.person_id, &why, now, None).await?;
    tasks::settle(&tx, id, now, staff, text_id).await?;
    let about = About { subject: "tasks", subject_id: Some(id), person_id: task.person_id };
    let detail = serde_json::json!({ "kind": task.kind, "session": task.session_id }).to_string();
    let actor = Actor::Staff(staff);
    audited::write(&tx, now, actor, "settle_task", about, Some(detail), Some(text_id)).await?;
    // What waited for the answer does not any more: a provisional place may have to end now.
    if let (Some(offering_id), Some(person_id)) = (offering_id, task.person_id)
        && let Some(person) = people::living(&tx, person_id).await?
    {
        let programme = programme_of(&tx, offering_id).await?;
        let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
        scene.reconsider(&person).await?;
    }
    Ok(tx.commit().await?)
}

/// An offering of the edition that the task is about: its session's, else the course. A mark of one edition may be in
/// doubt for another.
async fn offering_of(tx: &Tx, task: &Task) -> Outcome<Option<i64>> {
    if let Some(session_id) = task.session_id
        && let Some(session) = sessions::find(tx, session_id).await?
        && let Some(held) = offerings::find(tx, session.offering_id).await?
        && task.edition_id.is_none_or(|edition_id| edition_id == held.edition_id)
    {
        return Ok(Some(held.id));
    }
    let Some(edition_id) = task.edition_id else { return Ok(None) };
    let edition = editions::find(tx, edition_id).await?.ok_or(No::NotFound)?;
    match programme::load(tx, edition).await?.course() {
        Some(course) => Ok(Some(course.row.id)),
        None => Ok(offerings::of_edition(tx, edition_id).await?.first().map(|row| row.id)),
    }
}
