//! An admin decides that the rule is not reached any more, after a mark it was reached on was corrected: the dated fact
//! ends, its row stays. A confirmed place on the course is not taken away by it.

use super::audited::{self, About};
use super::award_certificate::course_of;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::correction::Follows;
use crate::domain::eligibility::{Eligibility, Facts, MetBy, eligibility};
use crate::domain::refusal::Refusal;
use crate::domain::text::multi_line;
use crate::store::rule::{self, RuleReached};
use crate::store::tasks::{self, Task};
use crate::store::{Tx, offerings, people, texts};

/// Ends the fact that a task of the kind `rule-in-doubt` is about, and settles the task with the same reason; a second
/// click changes nothing.
///
/// # Errors
/// [`Refusal::ReasonMissing`], [`Refusal::OwnAffair`], [`Refusal::WrongState`] where the doubt is settled already or
/// other marks carry the rule by now, or [`No::NotFound`].
pub async fn end_reached(desk: &Desk, task_id: i64, staff: i64, why: &str) -> Outcome<()> {
    let why = multi_line(why);
    if why.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let doubt = tasks::find(&tx, task_id).await?.filter(|task| task.kind == Follows::RuleInDoubt.code());
    let about = doubt.and_then(|task| Some((task.edition_id?, task.person_id?)));
    let (edition_id, person_id) = about.ok_or(No::NotFound)?;
    if person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    let course = course_of(&tx, edition_id).await?;
    offerings::lock(&tx, &[course]).await?;
    people::lock(&tx, &[person_id]).await?;
    let task = tasks::find(&tx, task_id).await?.ok_or(No::NotFound)?;
    let Some(fact) = standing_fact(&tx, &task, (edition_id, person_id), staff).await? else { return Ok(()) };
    // Nothing would empty words about somebody who was erased meanwhile.
    let person = people::living(&tx, person_id).await?;
    let person = person.ok_or(No::NotFound)?;
    let programme = programme_of(&tx, course).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    // Another workshop may have been attended since: then there is nothing to be decided against.
    let anew = Facts { reached_before: false, ..scene.standing(person_id).await?.facts };
    if eligibility(&anew) == (Eligibility::Met { by: MetBy::Rule }) {
        return Err(Refusal::WrongState.into());
    }
    let text_id = texts::add(&tx, Some(person_id), &why, now, None).await?;
    rule::end_reached(&tx, fact.id, now).await?;
    tasks::settle(&tx, task_id, now, staff, text_id).await?;
    let about = About { subject: "rule_reached", subject_id: Some(fact.id), person_id: Some(person_id) };
    let detail = serde_json::json!({ "task": task_id, "session": task.session_id }).to_string();
    audited::write(&tx, now, scene.actor, "end_reached", about, Some(detail), Some(text_id)).await?;
    scene.reconsider(&person).await?;
    Ok(tx.commit().await?)
}

/// The fact that the open task is about; none where the asker has ended it already.
async fn standing_fact(
    tx: &Tx,
    task: &Task,
    (edition_id, person_id): (i64, i64),
    staff: i64,
) -> Outcome<Option<RuleReached>> {
    let fact = rule::reached_by(tx, person_id, edition_id).await?;
    match (task.settled_at, fact) {
        (None, Some(fact)) => Ok(Some(fact)),
        (Some(_), None) if task.settled_by == Some(staff) => Ok(None),
        _ => Err(Refusal::WrongState.into()),
    }
}
