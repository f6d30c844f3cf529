//! What becomes of offers that people still have to answer, where the begin is moved.

use chrono::{DateTime, Utc};

use super::{Impact, Person};

/// An open offer of a place in something whose begin is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenOffer {
    /// Until when it is held now.
    pub until: DateTime<Utc>,
    /// Until when it is held then; none where it ends by the change.
    pub becomes: Option<DateTime<Utc>>,
}

/// Notes whose offer ends, and who has less time to answer one.
pub(super) fn note_offers(found: &mut Impact, person: &Person) {
    if person.offers.iter().any(|offer| offer.becomes.is_none()) {
        found.offers_end.push(person.id);
    }
    if person.offers.iter().any(|offer| offer.becomes.is_some_and(|until| until < offer.until)) {
        found.offers_shorter.push(person.id);
    }
}
