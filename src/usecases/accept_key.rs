//! The secret key is lost, and another one takes its place: what the old one had made ends, because nobody could check it
//! any more. Sign-ins, requests to sign in, calendar addresses; links of mails that have left are dead with it.

use super::audited::{self, About};
use super::{Actor, Desk, Outcome};
use crate::secret::{Purpose, Secret};
use crate::store::{meta, people, sign_ins};

/// The name under which the database remembers its key.
pub const NAME: &str = "key_fingerprint";

/// What the database remembers of a key: enough to know it again, nothing to find it by.
pub fn fingerprint(secret: &Secret) -> String {
    secret.hash(Purpose::Fingerprint, "percorso")
}

/// Takes the key of `desk`; gives back whether it was another one. Its own key again changes nothing.
///
/// # Errors
/// A fault.
pub async fn accept_key(desk: &Desk) -> Outcome<bool> {
    let tx = desk.store.begin().await?;
    let (now, fingerprint) = (desk.clock.now(), fingerprint(&desk.secret));
    if meta::get(&tx, NAME).await? == Some(fingerprint.clone()) {
        return Ok(false);
    }
    meta::set(&tx, NAME, &fingerprint).await?;
    sign_ins::end_everybodys(&tx, now).await?;
    people::forget_feeds(&tx).await?;
    let about = About { subject: "meta", subject_id: None, person_id: None };
    audited::write(&tx, now, Actor::Command, "accept_key", about, None, None).await?;
    tx.commit().await?;
    Ok(true)
}
