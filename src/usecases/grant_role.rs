//! Roles in the office are given and taken: at the command line for the first admin, in the browser by admins.

use std::collections::HashMap;

use super::audited::{self, About};
use super::{Actor, Desk, No, Outcome};
use crate::domain::person::{EmailAddress, Language};
use crate::domain::role::{Role, Seen, may_become};
use crate::store::people::{self, NewPerson, Person};
use crate::store::{Tx, address_changes, roles};

/// The name of somebody who may not be known yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// First name; may be empty.
    pub given_name: &'a str,
    /// Surname; may be empty.
    pub family_name: &'a str,
}

/// Gives the person of an address a role, whatever role they had; a person nobody knows yet is created. Giving the same
/// role again changes nothing.
///
/// # Errors
/// [`Refusal::LastAdmin`](crate::domain::refusal::Refusal::LastAdmin); a fault.
pub async fn grant_role(
    desk: &Desk,
    email: &EmailAddress,
    named: Named<'_>,
    role: Role,
    actor: Actor,
) -> Outcome<()> {
    grant(desk, email, named, role, None, actor).await
}

/// The same for somebody who reads the list of roles while giving one: `seen` is who had which. Whoever is not in it had
/// none.
///
/// # Errors
/// [`Refusal::RoleChangedMeanwhile`](crate::domain::refusal::Refusal::RoleChangedMeanwhile),
/// [`Refusal::LastAdmin`](crate::domain::refusal::Refusal::LastAdmin); a fault.
pub async fn grant_listed_role(
    desk: &Desk,
    email: &EmailAddress,
    named: Named<'_>,
    role: Role,
    seen: &HashMap<i64, Role>,
    actor: Actor,
) -> Outcome<()> {
    grant(desk, email, named, role, Some(seen), actor).await
}

async fn grant(
    desk: &Desk,
    email: &EmailAddress,
    named: Named<'_>,
    role: Role,
    listed: Option<&HashMap<i64, Role>>,
    actor: Actor,
) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let person = match people::by_email(&tx, email.as_str()).await? {
        Some(person) => person,
        None => add_staff(&tx, desk, email, named.given_name, named.family_name).await?,
    };
    let seen = listed.map_or(Seen::Nothing, |listed| Seen::Role(listed.get(&person.id).copied()));
    change(&tx, desk, person.id, seen, Some(role), actor).await?;
    Ok(tx.commit().await?)
}

/// Gives a person another role than the one that was seen, or none. It holds from the next page they open.
///
/// # Errors
/// [`Refusal::RoleChangedMeanwhile`](crate::domain::refusal::Refusal::RoleChangedMeanwhile),
/// [`Refusal::LastAdmin`](crate::domain::refusal::Refusal::LastAdmin), [`No::NotFound`]; a fault.
pub async fn change_role(
    desk: &Desk,
    person_id: i64,
    seen: Seen,
    role: Option<Role>,
    actor: Actor,
) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let known = people::living(&tx, person_id).await?;
    known.ok_or(No::NotFound)?;
    change(&tx, desk, person_id, seen, role, actor).await?;
    Ok(tx.commit().await?)
}

async fn change(
    tx: &Tx,
    desk: &Desk,
    person_id: i64,
    seen: Seen,
    after: Option<Role>,
    actor: Actor,
) -> Outcome<()> {
    people::lock(tx, &[person_id]).await?;
    // Somebody may have erased them while we waited: a stub has no role.
    people::living(tx, person_id).await?.ok_or(No::NotFound)?;
    let all = roles::lock_all(tx).await?;
    let before = roles::of_person(tx, person_id).await?;
    if before == after {
        return Ok(());
    }
    seen.stands(before)?;
    let admins = all.iter().filter(|row| row.role == Role::Admin.code()).count();
    may_become(before, after, admins)?;
    let now = desk.clock.now();
    roles::set(tx, person_id, after, now).await?;
    // An address that was asked for before is no way into the role: its link ends.
    address_changes::end_of(tx, person_id).await?;
    let act = if after.is_some() { "grant_role" } else { "take_role" };
    let detail = serde_json::json!({ "before": before.map(Role::code), "after": after.map(Role::code) });
    let about = About { subject: "roles", subject_id: None, person_id: Some(person_id) };
    audited::write(tx, now, actor, act, about, Some(detail.to_string()), None).await
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
