//! Somebody at the command line makes a person an admin; the first admin comes this way.

use super::audited::{self, About};
use super::{Actor, Desk, Outcome};
use crate::domain::person::{EmailAddress, Language};
use crate::store::Tx;
use crate::store::people::{self, Person};

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
    let row = Person {
        id: 0,
        email: Some(email.to_string()),
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        search: Person::search_text(given_name, family_name, Some(email.as_str())),
        phone: None,
        profile: None,
        language: Language::It.code().to_owned(),
        takes_invites: true,
        created_at: desk.clock.now(),
        email_confirmed_at: None,
        erased_at: None,
    };
    Ok(people::add(tx, row).await?)
}
