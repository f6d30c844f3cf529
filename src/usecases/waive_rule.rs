//! A person of the office lets somebody into the course despite the rule: who, when, why.

use super::audited::{self, About};
use super::post;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::letter::Letter;
use crate::domain::reason::reason_of;
use crate::domain::refusal::Refusal;
use crate::domain::second_click::second_click;
use crate::store::rule::{self, Waiver};
use crate::store::{editions, offerings, people, programme, texts};

/// Gives the waiver; a second click changes nothing. Where one stands, nothing is asked of the reason.
///
/// # Errors
/// [`Refusal::OwnAffair`], [`Refusal::SettledMeanwhile`] where somebody else gave one, [`Refusal::ReasonMissing`],
/// [`Refusal::ReasonTooLong`], or [`No::NotFound`].
pub async fn waive_rule(
    desk: &Desk,
    person_id: i64,
    edition_id: i64,
    staff: i64,
    reason: &str,
) -> Outcome<()> {
    if person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let edition = editions::find(&tx, edition_id).await?.ok_or(No::NotFound)?;
    let course = programme::load(&tx, edition).await?.course().map(|c| c.row.id).ok_or(No::NotFound)?;
    offerings::lock(&tx, &[course]).await?;
    people::lock(&tx, &[person_id]).await?;
    if let Some(waiver) = rule::waiver_of(&tx, person_id, edition_id).await? {
        return Ok(second_click(Some(waiver.granted_by), staff)?);
    }
    let reason = reason_of(reason)?;
    let person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    let text_id = texts::add(&tx, Some(person_id), &reason, now, None).await?;
    let row =
        Waiver { id: 0, person_id, edition_id, granted_by: staff, granted_at: now, text_id, ended_at: None };
    let waiver = rule::add_waiver(&tx, row).await?;
    let about = About { subject: "waivers", subject_id: Some(waiver.id), person_id: Some(person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "waive_rule", about, None, Some(text_id)).await?;
    let programme = programme_of(&tx, course).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    let standing = scene.standing(person_id).await?;
    let title = scene.offered(course)?.title().unwrap_or_default();
    let letter = Letter::WaiverGiven { course: title, path: super::path_facts(&programme, &standing) };
    scene.write(&person, letter, post::About::default()).await?;
    scene.reconsider(&person).await?;
    tx.commit().await?;
    Ok(())
}
