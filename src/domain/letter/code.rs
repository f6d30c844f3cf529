//! The name of each letter: of its templates, of its sentences, and of what is kept of it.

use super::Letter;

impl Letter {
    /// The name of its templates and the key of its sentences.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ConfirmSignUp { .. } => "confirm-sign-up",
            Self::KnownSignUp { .. } => "known-sign-up",
            Self::HoldEnded { .. } => "hold-ended",
            Self::PlaceConfirmed { .. } => "place-confirmed",
            Self::WaitingListJoined { .. } => "waiting-list-joined",
            Self::PlaceReleased { .. } => "place-released",
            Self::SignIn { .. } => "sign-in",
            Self::ConfirmAddress { .. } => "confirm-address",
            Self::AddressAsked { .. } => "address-asked",
            Self::AttendedStillShort { .. } => "attended-still-short",
            Self::RuleReached { .. } => "rule-reached",
            Self::AbsentStillShort { .. } => "absent-still-short",
            Self::CourseConfirmed { .. } => "course-confirmed",
            Self::CourseDay { .. } => "course-day",
            Self::CourseDayCancelled { .. } => "course-day-cancelled",
            Self::CourseWaiting { .. } => "course-waiting",
            Self::ProvisionalPlace { .. } => "provisional-place",
            Self::ProvisionalAtRisk { .. } => "provisional-at-risk",
            Self::ProvisionalReleased { .. } => "provisional-released",
            Self::WaiverGiven { .. } => "waiver-given",
            Self::MarkCorrected { .. } => "mark-corrected",
            Self::DisputeDeclined { .. } => "dispute-declined",
            Self::CourseLeft { .. } => "course-left",
            Self::ApplicationReceived { .. } => "application-received",
            Self::ApplicationDeclined { .. } => "application-declined",
            Self::PlaceOffered { .. } => "place-offered",
            Self::PlaceFree { .. } => "place-free",
            Self::OfferLapsed { .. } => "offer-lapsed",
            Self::LineClosed { .. } => "line-closed",
            Self::Reminder { .. } => "reminder",
            Self::DateOut { .. } => "date-out",
            Self::SessionChanged { .. } => "session-changed",
            Self::SessionCancelled { .. } => "session-cancelled",
            Self::OfferingCancelled { .. } => "offering-cancelled",
            Self::CheckName { .. } => "check-name",
            Self::CertificateReady { .. } => "certificate-ready",
            Self::CertificateRevoked { .. } => "certificate-revoked",
            Self::TomorrowInTheRoom { .. } => "tomorrow-in-the-room",
            Self::NotTomorrow { .. } => "not-tomorrow",
            Self::Digest { .. } => "digest",
            Self::DataErased => "data-erased",
            Self::TestMail => "test-mail",
        }
    }
}
