//! Whoever reads a new mailbox says that it is theirs: the person is written there from now on. Calendars follow as R53
//! says: a CANCEL to the old address, a new UID to the new one.

use chrono::{DateTime, Utc};

use super::audited::{self, About};
use super::readdress::readdress;
use super::{Actor, Desk, No, Outcome, Scene, programme_of};
use crate::secret::Purpose;
use crate::store::address_changes::{self, AddressChange};
use crate::store::people::{self, Person};
use crate::store::{Tx, date_requests, enrolments, offerings, sign_ins, texts};

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It waits for its owner's word.
    Open,
    /// The owner said yes.
    Done,
    /// Its time is over, or a newer one replaced it.
    Over,
    /// The address has become that of somebody else meanwhile.
    Taken,
}

/// What the page of the link shows.
#[derive(Clone, Debug)]
pub struct Looked {
    /// How it stands.
    pub stands: Stands,
    /// The new address, while it waits.
    pub email: Option<String>,
    /// The first name of whom it is for.
    pub given_name: String,
}

/// The request of a mail's link, to show what the button would do.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given.
pub async fn look(desk: &Desk, token: &str) -> Outcome<Looked> {
    let reader = desk.store.reader();
    let hash = desk.secret.hash(Purpose::Address, token);
    let change = address_changes::by_token(reader, &hash).await?.ok_or(No::NotFound)?;
    let known = people::living(reader, change.person_id).await?;
    let person = known.ok_or(No::NotFound)?;
    let other = match &change.new_email {
        Some(email) => people::by_email(reader, email).await?,
        None => None,
    };
    let stands = stands(&change, other.as_ref(), desk.clock.now());
    let email = change.new_email.filter(|_| stands == Stands::Open);
    Ok(Looked { stands, email, given_name: person.given_name })
}

fn stands(change: &AddressChange, other: Option<&Person>, now: DateTime<Utc>) -> Stands {
    match (change.confirmed_at, &change.new_email) {
        (Some(_), _) => Stands::Done,
        (None, Some(_)) if change.expires_at > now && other.is_some() => Stands::Taken,
        (None, Some(_)) if change.expires_at > now => Stands::Open,
        (None, _) => Stands::Over,
    }
}

/// Uses the link; a second click changes nothing.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given; a fault.
pub async fn confirm_new_address(desk: &Desk, token: &str) -> Outcome<Stands> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let hash = desk.secret.hash(Purpose::Address, token);
    let person_id = address_changes::by_token(&tx, &hash).await?.ok_or(No::NotFound)?.person_id;
    let live = enrolments::of_person(&tx, person_id).await?;
    let live = live.iter().filter(|enrolment| enrolment.state == "confirmed");
    let ids: Vec<i64> = live.map(|enrolment| enrolment.offering_id).collect();
    offerings::lock(&tx, &ids).await?;
    people::lock(&tx, &[person_id]).await?;
    // What was confirmed while we waited moves too.
    let mut live = enrolments::of_person(&tx, person_id).await?;
    live.retain(|enrolment| enrolment.state == "confirmed");
    let change = address_changes::by_token(&tx, &hash).await?.ok_or(No::NotFound)?;
    let known = people::living(&tx, person_id).await?;
    let before = known.ok_or(No::NotFound)?;
    let Some(new) = change.new_email.clone() else { return Ok(stands(&change, None, now)) };
    let other = people::by_email(&tx, &new).await?;
    let stands = stands(&change, other.as_ref(), now);
    if stands != Stands::Open {
        return Ok(stands);
    }
    let mut person = before.clone();
    person.email = Some(new.clone());
    person.email_confirmed_at = Some(now);
    for enrolment in live {
        let Some(enrolment) = enrolments::find(&tx, enrolment.id).await? else { continue };
        let programme = programme_of(&tx, enrolment.offering_id).await?;
        let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Person(person_id) };
        scene.move_invites(&before, &person, &enrolment).await?;
    }
    follow(&tx, &before, &person, now).await?;
    address_changes::confirm(&tx, change.id, now).await?;
    let text = format!("{} → {new}", before.email.as_deref().unwrap_or("–"));
    let text_id = texts::add(&tx, Some(person_id), &text, now, None).await?;
    let about = About { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    audited::write(&tx, now, Actor::Person(person_id), "change_address", about, None, Some(text_id)).await?;
    tx.commit().await?;
    Ok(Stands::Done)
}

/// The person, letters that wait, requests to be told of a date; and whoever was signed in by the old address is not any
/// more.
async fn follow(tx: &Tx, before: &Person, person: &Person, now: DateTime<Utc>) -> Outcome<()> {
    people::save(tx, person.clone()).await?;
    readdress(tx, before, person, now).await?;
    if let (Some(old), Some(new)) = (&before.email, &person.email) {
        date_requests::readdress(tx, old, new).await?;
    }
    sign_ins::end_all(tx, person.id, now).await?;
    Ok(())
}
