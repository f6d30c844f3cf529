//! Somebody at the command line wants to see that letters arrive.

use chrono::TimeDelta;

use super::post::{About, Addressee, Desktop, enqueue};
use super::{Desk, Outcome};
use crate::domain::letter::{Letter, Recipient};
use crate::domain::person::{EmailAddress, Language};
use crate::store::outbox::OutboxLetter;

/// Writes a letter that only says that it arrived.
///
/// # Errors
/// A fault.
pub async fn write_test_mail(desk: &Desk, email: &EmailAddress) -> Outcome<OutboxLetter> {
    let tx = desk.store.begin().await?;
    let desktop =
        Desktop { tx: &tx, sender: &desk.policy.sender, random: &desk.random, now: desk.clock.now() };
    let to = Recipient { address: email.to_string(), given_name: String::new(), full_name: String::new() };
    let row = enqueue(
        &desktop,
        Addressee { to, language: Language::It },
        Letter::TestMail,
        About::default(),
        TimeDelta::zero(),
    )
    .await?;
    tx.commit().await?;
    Ok(row)
}
