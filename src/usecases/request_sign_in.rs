//! Somebody asks for a link and a code to sign in. Known and unknown addresses look the same; only a known one
//! gets a letter.

use chrono::{DateTime, TimeDelta, Utc};

use super::post::{About, Addressee, Desktop, enqueue};
use super::{Desk, No, Outcome, is_used_up};
use crate::domain::letter::Letter;
use crate::domain::person::{EmailAddress, Language};
use crate::secret::Purpose;
use crate::store::Tx;
use crate::store::people::{self, Person};
use crate::store::sign_ins::{self, SignInRequest};
use crate::store::sign_ups::{self, SignUp};

/// How long a link and its code can be used.
pub const VALID: TimeDelta = TimeDelta::minutes(30);

/// What the next page needs.
#[derive(Clone, Debug)]
pub struct Requested {
    /// Names the request in the form of the code.
    pub handle: String,
}

/// A request with the secrets that only its letter, or the command line, shows.
pub(super) struct Made {
    pub(super) handle: String,
    pub(super) token: String,
    pub(super) code: String,
    pub(super) until: DateTime<Utc>,
}

/// Takes the request. `way` is the query of the letter's link: it names the page of this site that was wanted; empty for none.
///
/// # Errors
/// [`No::TooMany`] after too many requests for one address in an hour, known or not.
pub async fn request_sign_in(
    desk: &Desk,
    email: &EmailAddress,
    language: Language,
    way: &str,
) -> Outcome<Requested> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    sign_ins::take_turn(&tx, email.as_str()).await?;
    let asked = sign_ins::requests_since(&tx, email.as_str(), now - TimeDelta::hours(1)).await?;
    if is_used_up(desk.policy.sign_in_letters_per_hour, asked) {
        return Err(No::TooMany);
    }
    let person = people::by_email(&tx, email.as_str()).await?;
    let made = make(desk, &tx, email.as_str(), person.as_ref().map(|p| p.id), now).await?;
    if let Some(person) = person
        && let Some(addressee) = Addressee::person(&person)
    {
        let addressee = Addressee {
            language: if person.email_confirmed_at.is_some() { person.language() } else { language },
            ..addressee
        };
        let desktop = Desktop { tx: &tx, sender: &desk.policy.sender, season: "", random: &desk.random, now };
        let letter =
            Letter::SignIn { token: made.token, code: made.code, until: made.until, way: way.to_owned() };
        enqueue(
            &desktop,
            addressee,
            letter,
            About { person_id: Some(person.id), ..About::default() },
            TimeDelta::zero(),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(Requested { handle: made.handle })
}

/// A link for the command line: for the person of an address, valid as long as a letter's.
///
/// # Errors
/// [`No::NotFound`] for an address nobody has.
pub async fn link_for(desk: &Desk, email: &EmailAddress) -> Outcome<String> {
    let tx = desk.store.begin().await?;
    let person: Person = people::by_email(&tx, email.as_str()).await?.ok_or(No::NotFound)?;
    // Without an address: a link printed here is no letter, and does not count among those of the hour.
    let made = make(desk, &tx, "", Some(person.id), desk.clock.now()).await?;
    tx.commit().await?;
    Ok(made.token)
}

async fn make(
    desk: &Desk,
    tx: &Tx,
    email: &str,
    person_id: Option<i64>,
    now: DateTime<Utc>,
) -> Outcome<Made> {
    let (handle, token, code, until) =
        (desk.random.token(), desk.random.token(), desk.random.six_digits(), now + VALID);
    let row = SignInRequest {
        id: 0,
        handle: handle.clone(),
        email: email.to_owned(),
        person_id,
        token_hash: desk.secret.hash(Purpose::SignInLink, &token),
        code_mac: code_mac(desk, &handle, &code),
        tries: 0,
        created_at: now,
        expires_at: until,
        used_at: None,
    };
    sign_ins::add_request(tx, row).await?;
    Ok(Made { handle, token, code, until })
}

/// The keyed hash of a code, bound to its request: six digits alone could be found by trying.
pub(super) fn code_mac(desk: &Desk, handle: &str, code: &str) -> String {
    desk.secret.hash(Purpose::SignInCode, &format!("{handle} {code}"))
}

/// The address behind a request, to show it masked.
///
/// # Errors
/// [`No::NotFound`] for a handle nobody was given.
pub async fn address_of(desk: &Desk, handle: &str) -> Outcome<String> {
    let request = sign_ins::request_by_handle(desk.store.reader(), handle).await?.ok_or(No::NotFound)?;
    Ok(request.email)
}

/// The newest sign-up of a person with choices that wait for their confirmation.
///
/// # Errors
/// A fault.
pub async fn unconfirmed_choices(desk: &Desk, person_id: i64) -> Outcome<Option<SignUp>> {
    let reader = desk.store.reader();
    for sign_up in sign_ups::unconfirmed_of(reader, person_id).await? {
        for choice in sign_ups::choices(reader, sign_up.id).await? {
            let Some(id) = choice.enrolment_id else { continue };
            let enrolment = crate::store::enrolments::find(reader, id).await?;
            if enrolment.is_some_and(|e| e.state().is_ok_and(crate::domain::enrolment::State::is_pending)) {
                return Ok(Some(sign_up));
            }
        }
    }
    Ok(None)
}
