//! Letters that nobody has begun to send follow the person: greeted by the name they have now, sent to the address they
//! have now. What a letter says stays.

use super::Outcome;
use super::post::stored;
use crate::domain::letter::Payload;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::people::Person;
use crate::store::Tx;

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

/// The letters of a person that wait and were never begun to be sent, oldest first.
pub(super) async fn untouched(tx: &Tx, person_id: i64) -> Outcome<Vec<OutboxLetter>> {
    let mut letters = outbox::of_person(tx, person_id).await?;
    letters.retain(|letter| letter.state == "waiting" && letter.begun_at.is_none());
    letters.reverse();
    Ok(letters)
}
