//! Somebody at the command line wants to see that letters arrive.

use chrono::TimeDelta;

use super::post::{About, Addressee, Desktop, enqueue};
use super::send_letters::CLAIM;
use super::{Desk, Outcome};
use crate::domain::letter::{Letter, Recipient};
use crate::domain::person::{EmailAddress, Language};
use crate::store::outbox::{self, OutboxLetter};

/// Writes a letter that only says that it arrived; `holder` is whoever hands it over at once: a program that serves the
/// same data leaves it alone then.
///
/// # Errors
/// A fault.
pub async fn write_test_mail(
    desk: &Desk,
    email: &EmailAddress,
    holder: Option<&str>,
) -> Outcome<OutboxLetter> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let desktop = Desktop { tx: &tx, sender: &desk.policy.sender, season: "", random: &desk.random, now };
    let to = Recipient { address: email.to_string(), given_name: String::new(), full_name: String::new() };
    let row = enqueue(
        &desktop,
        Addressee { to, language: Language::It },
        Letter::TestMail,
        About::default(),
        TimeDelta::zero(),
    )
    .await?;
    if let Some(holder) = holder {
        outbox::claim(&tx, &[row.id], holder, now, now + CLAIM).await?;
    }
    tx.commit().await?;
    Ok(row)
}
