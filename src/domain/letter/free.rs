//! What letters say of a free place: that it is for whoever is next in line, for whoever takes it first, or for nobody. It
//! changes with the time alone, so it is put right whenever a letter leaves or a call is made.

use super::{Letter, OfferNow};
use crate::domain::admission::FreePlaces;

impl Letter {
    /// Whether it says for whom a free place is.
    pub fn tells_free_places(&self) -> bool {
        matches!(
            self,
            Self::WaitingListJoined { .. }
                | Self::OfferLapsed { position: Some(_), .. }
                | Self::SessionChanged { offer: OfferNow::Over | OfferNow::Ended, .. }
        )
    }

    /// Lets it say for whom a free place is now; whether that is something else than it said.
    pub fn set_free_places(&mut self, now: FreePlaces) -> bool {
        let said = self.clone();
        match self {
            Self::WaitingListJoined { open_to_all, .. } => *open_to_all = now == FreePlaces::ForAll,
            Self::OfferLapsed { position: Some(_), open_to_all, no_more, .. } => {
                *open_to_all = now == FreePlaces::ForAll;
                *no_more = now == FreePlaces::ForNobody;
            }
            Self::SessionChanged { offer, .. } if offer.has_ended() => *offer = OfferNow::gone(now),
            _ => {}
        }
        *self != said
    }
}

impl OfferNow {
    /// What is said of an offer that a change left no time for.
    pub fn gone(now: FreePlaces) -> Self {
        if now == FreePlaces::ForAll { Self::Over } else { Self::Ended }
    }
}
