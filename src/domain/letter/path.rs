//! Which letters draw the rule.

use super::{Letter, PathFacts};

impl Letter {
    /// The rule as it is drawn in it.
    pub fn path(&self) -> Option<&PathFacts> {
        match self {
            Self::PlaceConfirmed { path, .. }
            | Self::WaitingListJoined { path, .. }
            | Self::PlaceReleased { path, .. }
            | Self::AttendedStillShort { path, .. }
            | Self::RuleReached { path, .. }
            | Self::AbsentStillShort { path, .. }
            | Self::CourseConfirmed { path, .. }
            | Self::CourseWaiting { path, .. }
            | Self::ProvisionalPlace { path, .. }
            | Self::ProvisionalAtRisk { path, .. }
            | Self::ProvisionalReleased { path, .. }
            | Self::WaiverGiven { path, .. }
            | Self::MarkCorrected { path, .. }
            | Self::DisputeDeclined { path, .. }
            | Self::PlaceOffered { path, .. }
            | Self::PlaceFree { path, .. }
            | Self::OfferLapsed { path, .. }
            | Self::LineClosed { path, .. }
            | Self::OfferingCancelled { path, .. }
            | Self::ApplicationReceived { path, .. }
            | Self::ApplicationDeclined { path, .. }
            | Self::CourseLeft { path, .. } => Some(path),
            _ => None,
        }
    }
}
