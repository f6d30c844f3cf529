//! The letter that asks for a confirmation is written again, with a new link, for whoever has the page open.

use chrono::TimeDelta;

use super::post::{About, Addressee, Desktop, enqueue, stored};
use super::{Desk, No, Outcome, is_used_up};
use crate::domain::letter::{Letter, Payload};
use crate::domain::person::Language;
use crate::secret::Purpose;
use crate::store::{outbox, sign_ups};

/// Writes it again. A sign-up that was confirmed meanwhile gets no letter, and the page does not tell.
///
/// # Errors
/// [`No::TooMany`] beyond the letters an address may get in an hour; [`No::NotFound`] for an unknown handle.
pub async fn resend_confirmation(desk: &Desk, handle: &str) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let sign_up = sign_ups::by_handle(&tx, handle).await?.ok_or(No::NotFound)?;
    let kinds = ["confirm-sign-up", "known-sign-up"];
    let written = outbox::count_to(&tx, &sign_up.email, &kinds, now - TimeDelta::hours(1)).await?;
    if is_used_up(desk.policy.sign_up_letters_per_hour, written) {
        return Err(No::TooMany);
    }
    let last = outbox::of_person(&tx, sign_up.person_id)
        .await?
        .into_iter()
        .find(|letter| letter.sign_up_id == Some(sign_up.id));
    let Some(last) = last.filter(|_| sign_up.confirmed_at.is_none()) else { return Ok(()) };
    let payload: Payload = serde_json::from_str(&last.payload)
        .map_err(|e| No::Fault(crate::store::Error::Json(e.to_string())))?;
    let token = desk.random.token();
    let letter = match payload.letter {
        Letter::ConfirmSignUp { choices, until, .. } => {
            Letter::ConfirmSignUp { token: token.clone(), choices, until }
        }
        Letter::KnownSignUp { choices, already, free, until, .. } => Letter::KnownSignUp {
            token: (!choices.is_empty() || !free.is_empty()).then(|| token.clone()),
            choices,
            already,
            free,
            until,
        },
        _ => return Ok(()),
    };
    // The link of the letter before ends here: one sign-up has one link.
    sign_ups::set_token(&tx, sign_up.id, &desk.secret.hash(Purpose::Confirm, &token)).await?;
    let blank = Payload {
        letter: letter.clone().without_secrets(),
        sender: payload.sender.clone(),
        to: payload.to.clone(),
        season: payload.season.clone(),
    };
    outbox::withdraw_untouched(&tx, last.id, stored(&blank)?, now).await?;
    let (sender, season) = (&payload.sender, payload.season.as_str());
    let desktop = Desktop { tx: &tx, sender, season, random: &desk.random, now };
    let addressee = Addressee { to: payload.to, language: Language::from_code(&last.language) };
    let about = About { person_id: last.person_id, sign_up_id: Some(sign_up.id), ..About::default() };
    enqueue(&desktop, addressee, letter, about, TimeDelta::zero()).await?;
    Ok(tx.commit().await?)
}
