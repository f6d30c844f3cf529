//! A name that was written wrongly is corrected: what stood before stays readable beside it, and letters that wait greet
//! by the new one.

use super::audited::{self, About};
use super::correct_person::{NotCorrected, standing_as};
use super::readdress::greet_anew;
use super::{Actor, Desk};
use crate::domain::award::Validity;
use crate::domain::offering::Kind;
use crate::store::people::{self, Person};
use crate::store::{certificates, name_checks, texts};

/// A whole name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FullName {
    /// First name.
    pub given: String,
    /// Surname.
    pub family: String,
}

impl FullName {
    /// The one that stands.
    pub fn of(person: &Person) -> Self {
        Self { given: person.given_name.clone(), family: person.family_name.clone() }
    }
}

/// Corrects the name; the one that stands already changes nothing.
///
/// # Errors
/// [`NotCorrected`].
pub async fn correct_name(
    desk: &Desk,
    person_id: i64,
    seen: &FullName,
    to: &FullName,
    reason: Option<&str>,
    staff: i64,
) -> Result<(), NotCorrected> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let known = standing_as(&tx, person_id, FullName::of, (seen, to)).await?;
    let Some(mut person) = known else { return Ok(()) };
    let before = person.full_name();
    person.given_name.clone_from(&to.given);
    person.family_name.clone_from(&to.family);
    people::save(&tx, person.clone()).await?;
    greet_anew(&tx, &person).await?;
    // Nobody confirmed this one. What a valid certificate prints was confirmed, and stays so.
    let papers = certificates::of_person(&tx, person_id).await?;
    let on_paper: Vec<i64> = papers
        .iter()
        .filter(|row| row.kind() == Kind::Course && row.validity() == Validity::Valid)
        .map(|row| row.edition_id)
        .collect();
    name_checks::ask_anew(&tx, person_id, &on_paper).await?;
    let mut text = format!("{before} → {}", person.full_name());
    if let Some(reason) = reason {
        text = format!("{text}\n{reason}");
    }
    let text_id = texts::add(&tx, Some(person_id), &text, now, None).await?;
    let about = About { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "correct_name", about, None, Some(text_id)).await?;
    Ok(tx.commit().await?)
}
