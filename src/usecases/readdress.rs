//! Letters that nobody has begun to send follow the person: greeted by the name they have now, sent to the address they
//! have now. What a letter says stays.

use chrono::{DateTime, Utc};

use super::post::stored;
use super::{Outcome, send_letters};
use crate::domain::letter::Payload;
use crate::store::Tx;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::people::Person;

/// Letters to the person's address greet by the name that stands now. Those to an address nobody confirmed keep what was
/// typed into their form.
pub(super) async fn greet_anew(tx: &Tx, person: &Person) -> Outcome<()> {
    for letter in untouched(tx, person.id).await? {
        if letter.lane == "sign_in" || Some(&letter.address) != person.email.as_ref() {
            continue;
        }
        let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { continue };
        payload.to.given_name.clone_from(&person.given_name);
        payload.to.full_name = person.full_name();
        outbox::replace_untouched(tx, letter.id, stored(&payload)?, letter.not_before).await?;
    }
    Ok(())
}

/// Letters to the old address go to the new one. A CANCEL stays on its way to where its REQUEST went, and so does the word
/// that another address was asked for; one that signs in by the old address is withdrawn.
pub(super) async fn readdress(tx: &Tx, old: &Person, new: &Person, now: DateTime<Utc>) -> Outcome<()> {
    let (Some(from), Some(to)) = (&old.email, &new.email) else { return Ok(()) };
    for letter in untouched(tx, new.id).await? {
        if letter.address != *from || letter.invite_id.is_some() || letter.kind == "address-asked" {
            continue;
        }
        if letter.kind == "sign-in" {
            let blank = send_letters::without_secrets(&letter);
            outbox::withdraw_untouched(tx, letter.id, blank, now).await?;
            continue;
        }
        let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { continue };
        payload.to.address.clone_from(to);
        outbox::readdress_untouched(tx, letter.id, to, stored(&payload)?).await?;
    }
    Ok(())
}

/// The letters of a person that wait and were never begun to be sent, oldest first.
pub(super) async fn untouched(tx: &Tx, person_id: i64) -> Outcome<Vec<OutboxLetter>> {
    let mut letters = outbox::of_person(tx, person_id).await?;
    letters.retain(|letter| letter.state == "waiting" && letter.begun_at.is_none());
    letters.reverse();
    Ok(letters)
}
