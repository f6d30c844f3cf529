//! The office looked and could not confirm that somebody was there: the answer, with its reason. Where they were, the
//! mark is corrected instead, and that is the answer (`correct_mark`).

use super::audited::{self, About};
use super::{Actor, Desk, No, Outcome, Scene, lock, path_facts, post, programme_of};
use crate::domain::letter::Letter;
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::domain::text::multi_line;
use crate::store::disputes::{self, Settled};
use crate::store::{people, sessions, texts};

/// Declines; the same answer sent twice is one answer. A provisional place that waited for it does not any more.
///
/// # Errors
/// [`Refusal::ReasonMissing`], [`Refusal::OwnAffair`], [`Refusal::SettledMeanwhile`] where somebody else answered, or
/// [`No::NotFound`].
pub async fn decline_dispute(desk: &Desk, id: i64, staff: i64, reason: &str) -> Outcome<()> {
    let reason = multi_line(reason);
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let before = disputes::find(&tx, id).await?.ok_or(No::NotFound)?;
    if before.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    let offering_id = sessions::find(&tx, before.session_id).await?.ok_or(No::NotFound)?.offering_id;
    lock(&tx, &[offering_id], &[before.person_id]).await?;
    let dispute = disputes::find(&tx, id).await?.ok_or(No::NotFound)?;
    if !dispute.is_open() {
        let same =
            dispute.outcome.as_deref() == Some(disputes::DECLINED) && dispute.settled_by == Some(staff);
        return if same { Ok(()) } else { Err(Refusal::SettledMeanwhile.into()) };
    }
    let (session_id, person_id) = (dispute.session_id, dispute.person_id);
    let known = people::living(&tx, person_id).await?;
    let person = known.ok_or(No::NotFound)?;
    let text_id = texts::add(&tx, Some(person_id), &reason, now, None).await?;
    let (by, answer) = (Some(staff), Some(text_id));
    let how = Settled { at: now, by, outcome: disputes::DECLINED, text_id: answer };
    disputes::settle(&tx, id, how).await?;
    let about = About { subject: "sessions", subject_id: Some(session_id), person_id: Some(person_id) };
    let detail = serde_json::json!({ "dispute": id }).to_string();
    let actor = Actor::Staff(staff);
    audited::write(&tx, now, actor, "decline_dispute", about, Some(detail), answer).await?;
    let programme = programme_of(&tx, offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    let standing = scene.standing(person_id).await?;
    let (offered, session) = programme.session(session_id).ok_or(No::NotFound)?;
    let mine = standing.enrolments.iter().rev().find(|enrolment| enrolment.offering_id == offering_id);
    let letter = Letter::DisputeDeclined {
        session: offered.session_facts(session),
        course: offered.row.kind() == Kind::Course,
        answer: reason,
        path: path_facts(&programme, &standing),
    };
    let enrolment_id = mine.map(|enrolment| enrolment.id);
    let about = post::About { enrolment_id, session_id: Some(session_id), ..post::About::default() };
    scene.write(&person, letter, about).await?;
    scene.reconsider(&person).await?;
    Ok(tx.commit().await?)
}
