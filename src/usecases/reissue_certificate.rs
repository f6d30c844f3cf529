//! A certificate is printed anew with the name as it is spelled now: the same number with the next suffix, and a new
//! code. The check of the old code says that it was replaced. It states what it stated first; after a mark was
//! corrected, what is so by now.

use super::award_certificate::NewPaper;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::award::{Awarded, PrintedName, Validity};
use crate::domain::offering::Kind;
use crate::domain::qualification::{Printable, Readiness, readiness_anew};
use crate::domain::refusal::Refusal;
use crate::domain::second_click::second_click;
use crate::domain::session::local_date;
use crate::store::certificates::{self, Certificate};
use crate::store::{Tx, offerings, people, qualified, texts};

/// Prints it anew; gives back the new one. Doubts about the old one are settled by it. A second click prints nothing.
///
/// # Errors
/// [`Refusal::OwnAffair`]; [`Refusal::SameName`] where nothing is in doubt and the name is spelled as it is printed,
/// [`Refusal::NameNotPrintable`] where it cannot be printed; [`Refusal::NotQualified`] where what is so by now does not
/// earn it any more; [`Refusal::SettledMeanwhile`] where somebody else printed it anew, [`Refusal::WrongState`] for one
/// that is not valid, or [`No::NotFound`].
pub async fn reissue_certificate(desk: &Desk, certificate_id: i64, staff: i64) -> Outcome<i64> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let old = locked(&tx, certificate_id, staff).await?;
    match old.validity() {
        Validity::Valid => {}
        Validity::Replaced => return printed_anew(&tx, &old, staff).await,
        Validity::Revoked => return Err(Refusal::WrongState.into()),
    }
    let programme = programme_of(&tx, old.offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    let candidate = scene.candidate(old.person_id).await?;
    let doubts = scene.certificate_doubts(old.person_id).await?;
    let person = &candidate.person;
    let now_spelled = PrintedName::new(&person.given_name, &person.family_name);
    let printed = certificates::names(&tx, std::slice::from_ref(&old)).await?;
    if doubts.is_empty() && printed.get(&old.name_text_id) == Some(&now_spelled) {
        return Err(Refusal::SameName.into());
    }
    if qualified::printable(&now_spelled.whole(), desk.policy.can_print) != Printable::Yes {
        return Err(Refusal::NameNotPrintable.into());
    }
    let (Some(series), Some(number)) = (old.series.clone(), old.number) else { return Err(No::NotFound) };
    let offered = scene.offered(old.offering_id)?;
    let awarded = if doubts.is_empty() {
        Awarded { issued_on: local_date(now, programme.zone()), ..old.awarded()? }
    } else if readiness_anew(&candidate.facts) == Readiness::Ready {
        scene.awarded(offered, &candidate).await?
    } else {
        return Err(Refusal::NotQualified.into());
    };
    certificates::end(&tx, old.id, now).await?;
    let number = Some((series, number, old.suffix + 1));
    let new = scene.store_paper(NewPaper { person, offered, awarded: &awarded, number }).await?;
    certificates::set_replaced_by(&tx, old.id, new.id).await?;
    if !doubts.is_empty() {
        let number = new.number_text().unwrap_or_default();
        let text_id = texts::add(&tx, Some(new.person_id), &number, now, None).await?;
        scene.settle_doubts(&doubts, staff, text_id).await?;
    }
    scene.audit_paper("reissue_certificate", &new, None).await?;
    scene.write_ready(&candidate, &new, true).await?;
    tx.commit().await?;
    Ok(new.id)
}

/// The one that was printed in its place, for whoever did that, while it is valid and has the name they have.
async fn printed_anew(tx: &Tx, old: &Certificate, staff: i64) -> Outcome<i64> {
    let Some(id) = old.replaced_by else { return Err(Refusal::WrongState.into()) };
    let new = certificates::find(tx, id).await?.filter(|new| new.validity() == Validity::Valid);
    let new = new.ok_or(Refusal::WrongState)?;
    second_click(new.issued_by, staff)?;
    // Whose name was corrected once more gets another one, from the row of this one.
    let person = people::living(tx, old.person_id).await?.ok_or(No::NotFound)?;
    let names = certificates::names(tx, std::slice::from_ref(&new)).await?;
    if names.get(&new.name_text_id).is_none_or(|name| name.whole() != person.full_name()) {
        return Err(Refusal::WrongState.into());
    }
    Ok(new.id)
}

/// A certificate of somebody else, valid or not, its course and its person locked.
pub(super) async fn locked(tx: &Tx, certificate_id: i64, staff: i64) -> Outcome<Certificate> {
    let known = certificates::find(tx, certificate_id).await?.ok_or(No::NotFound)?;
    if known.kind() != Kind::Course {
        return Err(No::NotFound);
    }
    if known.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    offerings::lock(tx, &[known.offering_id]).await?;
    people::lock(tx, &[known.person_id]).await?;
    certificates::find(tx, certificate_id).await?.ok_or(No::NotFound)
}
