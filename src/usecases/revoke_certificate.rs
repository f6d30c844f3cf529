//! A person of the office revokes a certificate, with a reason: its public check says so, and the person is told. That of
//! somebody who was erased can be revoked too: then nobody is left to tell.

use super::award_certificate::about;
use super::reissue_certificate::locked;
use super::{Actor, Desk, Outcome, Scene, programme_of};
use crate::domain::award::Validity;
use crate::domain::letter::Letter;
use crate::domain::reason::reason_of;
use crate::domain::refusal::Refusal;
use crate::domain::second_click::second_click;
use crate::store::{certificates, people, texts};

/// Revokes; doubts about it are settled with the same reason. A second click changes nothing.
///
/// # Errors
/// [`Refusal::OwnAffair`], [`Refusal::SettledMeanwhile`] where somebody else revoked it, [`Refusal::WrongState`] for one
/// that was printed anew, [`Refusal::ReasonMissing`], [`Refusal::ReasonTooLong`], or [`super::No::NotFound`].
pub async fn revoke_certificate(desk: &Desk, certificate_id: i64, staff: i64, reason: &str) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let row = locked(&tx, certificate_id, staff).await?;
    match row.validity() {
        Validity::Valid => {}
        Validity::Revoked => return Ok(second_click(row.revoked_by, staff)?),
        Validity::Replaced => return Err(Refusal::WrongState.into()),
    }
    let reason = reason_of(reason)?;
    let programme = programme_of(&tx, row.offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    let gone = people::living(&tx, row.person_id).await?.is_none();
    // Words about whoever was erased would never be emptied: they are kept as nobody's.
    let about_whom = Some(row.person_id).filter(|_| !gone);
    let text_id = texts::add(&tx, about_whom, &reason, now, None).await?;
    certificates::revoke(&tx, row.id, staff, text_id, now).await?;
    let doubts = scene.certificate_doubts(row.person_id).await?;
    scene.settle_doubts(&doubts, staff, text_id).await?;
    scene.audit_paper("revoke_certificate", &row, Some(text_id)).await?;
    if gone {
        return Ok(tx.commit().await?);
    }
    let candidate = scene.candidate(row.person_id).await?;
    let letter = Letter::CertificateRevoked {
        course: scene.offered(row.offering_id)?.title().unwrap_or_default(),
        number: row.number_text().unwrap_or_default(),
        reason,
    };
    scene.write(&candidate.person, letter, about(&candidate, row.offering_id)).await?;
    tx.commit().await?;
    Ok(())
}
