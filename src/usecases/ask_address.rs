//! The office asks for another address of a person, or for their first one. It is theirs only when whoever reads that
//! mailbox has said so; until then nothing changes.

use chrono::{DateTime, TimeDelta, Utc};

use super::audited::{self, About as Audited};
use super::post::{About, Addressee, Desktop, enqueue};
use super::readdress::untouched;
use super::{Actor, Desk, No, Outcome, send_letters};
use crate::domain::letter::{Letter, Recipient};
use crate::domain::person::EmailAddress;
use crate::domain::role::Role;
use crate::secret::Purpose;
use crate::store::address_changes::{self, AddressChange};
use crate::store::people::{self, Person};
use crate::store::{Tx, outbox, roles, texts};

/// How long the owner of an address has to say so.
pub const VALID: TimeDelta = TimeDelta::days(3);
/// The same request sent again within this time is one: a double click.
const SAME: TimeDelta = TimeDelta::minutes(10);

/// Why an address was not asked for.
#[derive(Debug)]
pub enum NotAsked {
    /// It is the one the person has.
    Same,
    /// It is that of somebody else we know.
    Taken(i64),
    /// The person has another address already than whoever asks has seen.
    Meanwhile,
    /// Another address waits for its owner's word, and whoever asks has not seen that: this request would end that one.
    Other {
        /// The address that waits.
        email: String,
        /// When it was asked for.
        at: DateTime<Utc>,
    },
    /// The person has a role in the office: whoever reads their mail signs in with it, so an admin asks.
    AdminsOnly,
    /// Anything else.
    No(No),
}

impl<E: Into<No>> From<E> for NotAsked {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// What whoever asks has seen of the person's addresses.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The address that stands.
    pub email: Option<&'a str>,
    /// The request that waits for its owner's word.
    pub request: Option<i64>,
}

/// Writes to the new address with a link, and to the one so far that another was asked for.
///
/// # Errors
/// [`NotAsked`].
pub async fn ask_address(
    desk: &Desk,
    person_id: i64,
    seen: Seen<'_>,
    to: &EmailAddress,
    staff: i64,
) -> Result<(), NotAsked> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    people::lock(&tx, &[person_id]).await?;
    let known = people::living(&tx, person_id).await?;
    let person = known.ok_or(No::NotFound)?;
    check(&tx, &person, seen.email, to, staff).await?;
    let open = address_changes::open_of(&tx, person_id, now).await?;
    let same = |o: &AddressChange| o.new_email.as_deref() == Some(to.as_str()) && now - o.asked_at < SAME;
    if open.as_ref().is_some_and(same) {
        return Ok(());
    }
    if let Some(unseen) = open.filter(|open| seen.request != Some(open.id)) {
        let email = unseen.new_email.unwrap_or_default();
        return Err(NotAsked::Other { email, at: unseen.asked_at });
    }
    replace_open(&tx, &person, now).await?;
    let token = desk.random.token();
    let row = AddressChange {
        id: 0,
        person_id,
        new_email: Some(to.to_string()),
        token_hash: Some(desk.secret.hash(Purpose::Address, &token)),
        asked_by: staff,
        asked_at: now,
        expires_at: now + VALID,
        confirmed_at: None,
    };
    address_changes::add(&tx, row).await?;
    write(desk, &tx, &person, to, token).await?;
    let text = format!("{} → {to}", person.email.as_deref().unwrap_or("–"));
    // Of an address that nobody confirms no word stays.
    let text_id = texts::add(&tx, Some(person_id), &text, now, Some(now + VALID)).await?;
    let about = Audited { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    audited::write(&tx, now, Actor::Staff(staff), "ask_address", about, None, Some(text_id)).await?;
    Ok(tx.commit().await?)
}

/// Whether this address may be asked for, as the person stands.
async fn check(
    tx: &Tx,
    person: &Person,
    seen: Option<&str>,
    to: &EmailAddress,
    staff: i64,
) -> Result<(), NotAsked> {
    let decides = roles::of_person(tx, staff).await?.is_some_and(Role::decides);
    if person.id != staff && !decides && roles::of_person(tx, person.id).await?.is_some() {
        return Err(NotAsked::AdminsOnly);
    }
    if person.email.as_deref() == Some(to.as_str()) {
        return Err(NotAsked::Same);
    }
    if person.email.as_deref() != seen {
        return Err(NotAsked::Meanwhile);
    }
    match people::by_email(tx, to.as_str()).await? {
        Some(other) => Err(NotAsked::Taken(other.id)),
        None => Ok(()),
    }
}

/// What was asked for before holds no more: its links end, and letters about it that have not left stay here.
async fn replace_open(tx: &Tx, person: &Person, now: DateTime<Utc>) -> Outcome<()> {
    address_changes::end_of(tx, person.id).await?;
    for letter in untouched(tx, person.id).await? {
        if matches!(letter.kind.as_str(), "confirm-address" | "address-asked") {
            let blank = send_letters::without_secrets(&letter);
            outbox::withdraw_untouched(tx, letter.id, blank, now).await?;
        }
    }
    Ok(())
}

async fn write(desk: &Desk, tx: &Tx, person: &Person, to: &EmailAddress, token: String) -> Outcome<()> {
    let now = desk.clock.now();
    let desktop = Desktop { tx, sender: &desk.policy.sender, season: "", random: &desk.random, now };
    let about = About { person_id: Some(person.id), ..About::default() };
    let owner = Recipient {
        address: to.to_string(),
        given_name: person.given_name.clone(),
        full_name: person.full_name(),
    };
    let addressee = Addressee { to: owner, language: person.language() };
    let until = now + VALID;
    let letter = Letter::ConfirmAddress { token, until };
    enqueue(&desktop, addressee, letter, about, TimeDelta::zero()).await?;
    if let Some(so_far) = Addressee::person(person) {
        let letter = Letter::AddressAsked { masked: to.masked(), until };
        enqueue(&desktop, so_far, letter, about, TimeDelta::zero()).await?;
    }
    Ok(())
}
