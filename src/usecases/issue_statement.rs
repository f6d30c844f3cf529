//! The statement of a workshop somebody attended: theirs from the moment its register took effect, made when they fetch
//! it, or when the office fetches it for them, with a code that can be checked. Fetched again it is the same one, whatever
//! the edition is called by then and wherever it is held: what was given stays as it is. Another name or other days make a
//! new one, which replaces it.

use super::award_certificate::NewPaper;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::domain::award::{Awarded, PrintedName};
use crate::domain::offering::Kind;
use crate::domain::qualification::Printable;
use crate::domain::refusal::Refusal;
use crate::store::certificates::{self, Certificate};
use crate::store::{enrolments, offerings, people, qualified, standing};

/// Gives the statement of an enrolment of this person: to themselves, or to somebody of the office, whose act is recorded
/// where the statement is new.
///
/// # Errors
/// [`Refusal::OwnAffair`] for the office's own; [`No::NotFound`] where it is not theirs, is no workshop, or was not attended as far as a register in effect says;
/// [`Refusal::NameNotPrintable`].
pub async fn issue_statement(
    desk: &Desk,
    person_id: i64,
    enrolment_id: i64,
    actor: Actor,
) -> Outcome<Certificate> {
    if actor == Actor::Staff(person_id) {
        return Err(Refusal::OwnAffair.into());
    }
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let enrolment = enrolments::find(&tx, enrolment_id).await?.filter(|e| e.person_id == person_id);
    let offering_id = enrolment.ok_or(No::NotFound)?.offering_id;
    offerings::lock(&tx, &[offering_id]).await?;
    people::lock(&tx, &[person_id]).await?;
    let programme = programme_of(&tx, offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    let person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    let offered = scene.offered(offering_id)?;
    let standing = standing::of_person(&tx, &programme, person_id, now).await?;
    let giver = scene.giver(&person);
    let mut awarded = qualified::awarded(&tx, &programme, offered, &standing, giver, now).await?;
    awarded.days.retain(|day| day.attended);
    if offered.row.kind() != Kind::Workshop || awarded.days.is_empty() {
        return Err(No::NotFound);
    }
    let name = PrintedName::new(&person.given_name, &person.family_name);
    if qualified::printable(&name.whole(), desk.policy.can_print) != Printable::Yes {
        return Err(Refusal::NameNotPrintable.into());
    }
    let old = certificates::valid_of(&tx, person_id, offering_id).await?;
    if let Some(old) = &old {
        let (printed, stated) = (certificates::names(&tx, std::slice::from_ref(old)).await?, old.awarded()?);
        let stands = stated.attests_the_same(&awarded);
        if stands && printed.get(&old.name_text_id) == Some(&name) {
            return Ok(old.clone());
        }
        if stands {
            // As with a certificate: with the name as it is spelled now it states what it stated first.
            awarded = Awarded { issued_on: awarded.issued_on, ..stated };
        }
        certificates::end(&tx, old.id, now).await?;
    }
    let number = None;
    let new = scene.store_paper(NewPaper { person: &person, offered, awarded: &awarded, number }).await?;
    if let Some(old) = old {
        certificates::set_replaced_by(&tx, old.id, new.id).await?;
    }
    if matches!(actor, Actor::Staff(_)) {
        scene.audit_paper("issue_statement", &new, None).await?;
    }
    tx.commit().await?;
    Ok(new)
}
