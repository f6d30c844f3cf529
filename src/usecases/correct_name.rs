//! A name that was written wrongly is corrected: what stood before stays readable beside it, and letters that wait greet
//! by the new one.

use super::audited::{self, About};
use super::correct_person::{NotCorrected, standing_as};
use super::readdress::greet_anew;
use super::{Actor, Desk};
use crate::domain::award::Validity;
use crate::domain::offering::Kind;
use crate::store::name_checks::NameCheck;
use crate::store::people::{self, Person};
use crate::store::{Conn, Error, certificates, name_checks, texts};

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
    let ids: Vec<i64> = unconfirmed_by(&tx, person_id).await?.iter().map(|check| check.id).collect();
    name_checks::void(&tx, &ids, now).await?;
    let mut text = format!("{before} → {}", person.full_name());
    if let Some(reason) = reason {
        text = format!("{text}\n{reason}");
    }
    let text_id = texts::add(&tx, Some(person_id), &text, now, None).await?;
    let about = About { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "correct_name", about, None, Some(text_id)).await?;
    Ok(tx.commit().await?)
}

/// The answers of a person about their name that end when it is written otherwise: nobody confirmed that one. What a valid
/// certificate prints was confirmed, and stays so.
///
/// # Errors
/// The database failed.
pub async fn unconfirmed_by(conn: &impl Conn, person_id: i64) -> Result<Vec<NameCheck>, Error> {
    let papers = certificates::of_person(conn, person_id).await?;
    let is_on_paper = |check: &NameCheck| {
        let of_it = papers.iter().filter(|row| row.edition_id == check.edition_id);
        of_it.into_iter().any(|row| row.kind() == Kind::Course && row.validity() == Validity::Valid)
    };
    let mut checks = name_checks::of_person(conn, person_id).await?;
    checks.retain(|check| check.is_answered() && !is_on_paper(check));
    Ok(checks)
}
