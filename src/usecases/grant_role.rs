//! Somebody at the command line makes a person an admin; the first admin comes this way.

use super::audited::{self, About};
use super::{Actor, Desk, Outcome};
use crate::domain::person::{EmailAddress, Language};
use crate::store::Tx;
use crate::store::people::{self, NewPerson, Person};

/// Makes the person of an address an admin; a person nobody knows yet is created.
///
/// # Errors
/// A fault.
pub async fn grant_admin(desk: &Desk, email: &EmailAddress) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let person = match people::by_email(&tx, email.as_str()).await? {
        Some(person) => person,
        None => add_staff(&tx, desk, email, "", "").await?,
    };
    people::make_admin(&tx, person.id, now).await?;
    let about = About { subject: "roles", subject_id: None, person_id: Some(person.id) };
    audited::write(
        &tx,
        now,
        Actor::Command,
        "grant_role",
        about,
        Some("{\"role\":\"admin\"}".to_owned()),
        None,
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Stores a person of the staff who is not known yet.
pub(super) async fn add_staff(
    tx: &Tx,
    desk: &Desk,
    email: &EmailAddress,
    given_name: &str,
    family_name: &str,
) -> Outcome<Person> {
    let new = NewPerson {
        given_name,
        family_name,
        email: Some(email.as_str()),
        phone: None,
        profile: None,
        language: Language::It,
    };
    Ok(people::add(tx, new.row(desk.clock.now())).await?)
}
