//! Puts a letter into the outbox, in the transaction of its decision.

use chrono::{DateTime, TimeDelta, Utc};

use super::{No, Outcome, Scene};
use crate::domain::letter::{Letter, Payload, Recipient, Sender, VERSION};
use crate::domain::person::Language;
use crate::random::Random;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::people::Person;
use crate::store::{Tx, enrolments, sign_ups};

/// What a letter belongs to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct About {
    pub(super) person_id: Option<i64>,
    pub(super) enrolment_id: Option<i64>,
    pub(super) sign_up_id: Option<i64>,
    pub(super) invite_id: Option<i64>,
    pub(super) session_id: Option<i64>,
}

/// To whom, and in which language.
pub(super) struct Addressee {
    pub(super) to: Recipient,
    pub(super) language: Language,
}

impl Addressee {
    /// A person who has an address; none for people entered without one.
    pub(super) fn person(person: &Person) -> Option<Self> {
        let address = person.email.clone()?;
        let to = Recipient { address, given_name: person.given_name.clone(), full_name: person.full_name() };
        Some(Self { to, language: person.language() })
    }
}

/// What is needed to write letters, with or without an edition around.
pub(super) struct Desktop<'a> {
    pub(super) tx: &'a Tx,
    pub(super) sender: &'a Sender,
    /// The key of the edition that the letters are about; empty = about none.
    pub(super) season: &'a str,
    pub(super) random: &'a Random,
    pub(super) now: DateTime<Utc>,
}

impl<'a> Scene<'a> {
    /// The sender of this edition's letters: its own signature where it has one.
    pub(super) fn sender(&self) -> Sender {
        let mut sender = self.desk.policy.sender.clone();
        if let Some(signature) = &self.programme.edition.signature {
            sender.signature.clone_from(signature);
        }
        sender
    }

    /// What letters about this edition are written with.
    pub(super) fn desktop<'d>(&'d self, sender: &'d Sender) -> Desktop<'d> {
        let season = self.programme.edition.key.as_str();
        Desktop { tx: self.tx, sender, season, random: &self.desk.random, now: self.now }
    }

    /// Writes a letter to a person; to somebody without an address it becomes a line of the call list.
    pub(super) async fn write(&self, person: &Person, letter: Letter, about: About) -> Outcome<()> {
        self.write_later(person, letter, about, TimeDelta::zero()).await
    }

    /// Writes a letter that leaves after a while.
    pub(super) async fn write_later(
        &self,
        person: &Person,
        letter: Letter,
        about: About,
        after: TimeDelta,
    ) -> Outcome<()> {
        let Some(addressee) = Addressee::person(person) else {
            return self.call(person, letter, about, after).await;
        };
        let sender = self.sender();
        let desktop = self.desktop(&sender);
        let about = About { person_id: Some(person.id), ..about };
        enqueue(&desktop, addressee, letter, about, after).await.map(|_| ())
    }
}

/// Stores a letter. Its Message-ID is made here, once: every try of the letter carries the same one.
pub(super) async fn enqueue(
    desktop: &Desktop<'_>,
    addressee: Addressee,
    letter: Letter,
    about: About,
    after: TimeDelta,
) -> Outcome<OutboxLetter> {
    let domain = desktop.sender.mailbox.rsplit('@').next().unwrap_or("localhost");
    let in_reply_to = match about.invite_id {
        Some(invite) => outbox::first_of_invite(desktop.tx, invite).await?.map(|first| first.message_id),
        None => None,
    };
    let row = OutboxLetter {
        id: 0,
        kind: letter.code().to_owned(),
        version: i64::from(VERSION),
        address: addressee.to.address.clone(),
        person_id: about.person_id,
        enrolment_id: about.enrolment_id,
        sign_up_id: about.sign_up_id,
        invite_id: about.invite_id,
        language: addressee.language.code().to_owned(),
        lane: if letter.is_sign_in() { "sign_in" } else { "normal" }.to_owned(),
        message_id: format!("<{}@{domain}>", desktop.random.token()),
        in_reply_to,
        dated: desktop.now + after,
        not_before: desktop.now + after,
        state: "waiting".to_owned(),
        tries: 0,
        begun_at: None,
        ended_at: None,
        claimed_by: None,
        claimed_until: None,
        last_error: None,
        session_id: about.session_id,
        key: None,
        payload: stored(&Payload {
            sender: desktop.sender.clone(),
            to: addressee.to,
            season: desktop.season.to_owned(),
            letter,
        })?,
    };
    Ok(outbox::add(desktop.tx, row).await?)
}

/// Stores a letter that is written once, by its natural key; false when it stands there already. Of two that come by at
/// the same instant the second is stopped by the unique index: a fault, which its job logs and tries again.
pub(super) async fn enqueue_once(
    desktop: &Desktop<'_>,
    addressee: Addressee,
    letter: Letter,
    person_id: i64,
    key: &str,
    after: TimeDelta,
) -> Outcome<bool> {
    if outbox::has_key(desktop.tx, key).await? {
        return Ok(false);
    }
    let about = About { person_id: Some(person_id), ..About::default() };
    let row = enqueue(desktop, addressee, letter, about, after).await?;
    Ok(outbox::set_key(desktop.tx, row.id, key).await?)
}

/// The stored form of a payload.
pub(super) fn stored(payload: &Payload) -> Outcome<String> {
    json(payload)
}

/// Anything as it is stored in a column of JSON.
pub(super) fn json(value: &impl serde::Serialize) -> Outcome<String> {
    serde_json::to_string(value).map_err(|error| No::Fault(crate::store::Error::Custom(error.to_string())))
}

/// Moves the holds of a sign-up on, now that its letter was handed over to the mail server.
pub(super) async fn handed_over(tx: &Tx, sign_up_id: i64, at: DateTime<Utc>) -> Outcome<()> {
    let Some(sign_up) = sign_ups::find(tx, sign_up_id).await? else { return Ok(()) };
    for choice in sign_ups::choices(tx, sign_up_id).await? {
        let Some(id) = choice.enrolment_id else { continue };
        let Some(enrolment) = enrolments::find(tx, id).await? else { continue };
        if !enrolment.state()?.is_pending() {
            continue;
        }
        let programme = super::programme_of(tx, enrolment.offering_id).await?;
        let starts_at = programme.offering(enrolment.offering_id).and_then(|o| o.starts_at());
        let until = crate::domain::hold::hold_until(sign_up.created_at, Some(at), starts_at);
        // A letter sent again later may lengthen a hold, never shorten one.
        if enrolment.hold_until.is_none_or(|old| enrolment.created_at < sign_up.created_at && old < until)
            || enrolment.sign_up_id == Some(sign_up_id)
        {
            enrolments::set_hold(tx, id, until).await?;
        }
    }
    Ok(())
}
