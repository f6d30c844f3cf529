//! Who leads a session: whoever does sees its register with what people need in the room, and is reminded the evening
//! before.

use serde_json::Value;

use super::{Act, NotDone, audit, locked_around, wrong};
use crate::domain::change::EditFault;
use crate::domain::person::EmailAddress;
use crate::domain::role::may_name_to_lead;
use crate::store::{Tx, people, roles, sessions};
use crate::usecases::grant_role::add_staff;
use crate::usecases::{Actor, Desk, No, Outcome};

/// The longest name, as in the file of an edition.
const LONGEST_NAME: usize = 80;

/// Somebody who is to lead, as typed.
#[derive(Clone, Debug)]
pub struct Leader {
    /// Their address.
    pub email: EmailAddress,
    /// First name; asked for only where the address is nobody's yet.
    pub given_name: String,
    /// Surname.
    pub family_name: String,
}

/// Makes somebody lead a session who leads one, or led one; whoever leads it already goes on.
///
/// # Errors
/// It would be the asker, at `email`; [`No::NotFound`], for somebody who never led anything too; a fault.
pub async fn add_known_trainer(
    desk: &Desk,
    session_id: i64,
    person_id: i64,
    staff: i64,
) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    locked_around(&tx, session.offering_id).await?;
    let person = people::living(&tx, person_id).await?;
    let person = person.ok_or(No::NotFound)?;
    if sessions::led_by(&tx, person.id).await?.is_empty() {
        return Err(No::NotFound.into());
    }
    lead(desk, tx, session_id, person.id, staff).await
}

/// Makes somebody lead a session; whoever leads it already goes on.
///
/// # Errors
/// A name is missing or too long, at `given` or `family`, where nobody knows the address; it would be the asker, at
/// `email`; [`No::NotFound`]; a fault.
pub async fn add_trainer(desk: &Desk, session_id: i64, new: &Leader, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    locked_around(&tx, session.offering_id).await?;
    let person = match people::by_email(&tx, new.email.as_str()).await? {
        Some(person) => person,
        None => {
            let faults = name_faults(new);
            if !faults.is_empty() {
                return Err(NotDone::Faults(faults));
            }
            add_staff(&tx, desk, &new.email, &new.given_name, &new.family_name).await?
        }
    };
    lead(desk, tx, session_id, person.id, staff).await
}

async fn lead(desk: &Desk, tx: Tx, session_id: i64, person_id: i64, staff: i64) -> Result<(), NotDone> {
    let leads = sessions::trainers(&tx, session_id).await?.contains(&person_id);
    let role = roles::of_person(&tx, staff).await?;
    if !leads && !may_name_to_lead(role, person_id == staff) {
        return Err(wrong("email", "own"));
    }
    lead_in(desk, &tx, session_id, person_id, Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Makes somebody lead a session in a transaction that somebody else commits; whoever leads it already goes on.
pub(in crate::usecases) async fn lead_in(
    desk: &Desk,
    tx: &Tx,
    session_id: i64,
    person_id: i64,
    actor: Actor,
) -> Outcome<()> {
    people::lock(tx, &[person_id]).await?;
    if sessions::trainers(tx, session_id).await?.contains(&person_id) {
        return Ok(());
    }
    sessions::add_trainer(tx, session_id, person_id).await?;
    record(desk, tx, "add_trainer", session_id, person_id, actor).await
}

/// Takes somebody off a session; whoever does not lead it is left alone. They can be added again.
///
/// # Errors
/// [`No::NotFound`]; a fault.
pub async fn remove_trainer(desk: &Desk, session_id: i64, person_id: i64, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    locked_around(&tx, session.offering_id).await?;
    if !sessions::remove_trainer(&tx, session_id, person_id).await? {
        return Ok(());
    }
    record(desk, &tx, "remove_trainer", session_id, person_id, Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

fn name_faults(new: &Leader) -> Vec<EditFault> {
    let mut found = Vec::new();
    for (field, name) in [("given", &new.given_name), ("family", &new.family_name)] {
        if name.is_empty() {
            found.push(EditFault { field, code: "missing" });
        } else if name.chars().count() > LONGEST_NAME {
            found.push(EditFault { field, code: "long" });
        }
    }
    found
}

async fn record(
    desk: &Desk,
    tx: &Tx,
    code: &'static str,
    session_id: i64,
    person_id: i64,
    actor: Actor,
) -> Outcome<()> {
    let act = Act {
        code,
        actor,
        subject: ("sessions", session_id),
        person: Some(person_id),
        detail: Value::Null,
        words: None,
    };
    audit(tx, desk.clock.now(), &act).await
}
