//! Which letter somebody gets when an enrolment ends, and why.

use super::{Instead, InviteFacts, Letter, PathFacts, SessionFacts, Title};
use crate::domain::enrolment::{CancelReason, State};

/// The end of an enrolment.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Why it ended.
    pub reason: CancelReason,
    /// Where it stood before.
    pub was: State,
    /// Whether it was in a course.
    pub course: bool,
    /// The offering's title.
    pub title: Title,
    /// Its session; of a course the first.
    pub session: SessionFacts,
    /// The rule as it stands now.
    pub path: PathFacts,
    /// The CANCEL that the letter of a workshop carries.
    pub invite: Option<InviteFacts>,
    /// What may be proposed instead of a workshop that is called off.
    pub instead: Instead,
}

impl Letter {
    /// Whether it says that an enrolment has ended: that is no news to whoever has enrolled again since.
    pub fn is_goodbye(&self) -> bool {
        matches!(
            self,
            Self::HoldEnded { .. }
                | Self::PlaceReleased { .. }
                | Self::OfferLapsed { position: None, .. }
                | Self::LineClosed { .. }
                | Self::OfferingCancelled { .. }
                | Self::ProvisionalReleased { .. }
                | Self::ApplicationDeclined { .. }
                | Self::CourseLeft { .. }
        )
    }
}

/// The letter; none where nothing was confirmed yet, so that there is nothing to take back.
pub fn letter_of(ending: Ending) -> Option<Letter> {
    let Ending { reason, was, course, title, session, path, invite, instead } = ending;
    let by_staff = reason == CancelReason::ByStaff;
    let declined = reason == CancelReason::Declined;
    let waiting = was.is_waiting();
    Some(match (reason, course) {
        (CancelReason::Unconfirmed, _) => Letter::HoldEnded { session },
        _ if was.is_pending() => return None,
        // Nothing was given yet: the page that took the application back has said all.
        (CancelReason::ByPerson, true) if was == State::Applied => return None,
        (CancelReason::NotReached, _) => Letter::LineClosed { session, course, path },
        (CancelReason::OfferLapsed, _) => Letter::OfferLapsed {
            session,
            course,
            position: None,
            path,
            open_to_all: false,
            no_more: false,
            unheard: false,
        },
        (CancelReason::OfferingCancelled, _) => {
            Letter::OfferingCancelled { session, course, waiting, path, invite, instead }
        }
        (CancelReason::Rule, true) => Letter::ProvisionalReleased { course: title, path },
        (_, true) => Letter::CourseLeft { course: title, by_staff, path, declined },
        (_, false) => Letter::PlaceReleased { session, by_staff, waiting, path, invite, declined },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(reason: CancelReason, was: State, course: bool) -> Option<&'static str> {
        let path = PathFacts {
            required: 2,
            offered: 5,
            missing: 2,
            slots: Vec::new(),
            choices: Vec::new(),
            full: Vec::new(),
        };
        let (title, session) = (Title::default(), SessionFacts::default());
        let (invite, instead) = (None, Instead::default());
        letter_of(Ending { reason, was, course, title, session, path, invite, instead }).map(|l| l.code())
    }

    #[test]
    fn each_end_has_its_letter_and_what_was_never_confirmed_has_none() {
        use CancelReason::{
            ByPerson, ByStaff, NotReached, OfferLapsed, OfferingCancelled, Rule, Unconfirmed,
        };
        assert_eq!(code(Unconfirmed, State::PendingPlace, false), Some("hold-ended"));
        assert_eq!(code(OfferingCancelled, State::PendingPlace, false), None);
        assert_eq!(code(NotReached, State::Waitlisted, false), Some("line-closed"));
        assert_eq!(code(OfferLapsed, State::Offered, true), Some("offer-lapsed"));
        assert_eq!(code(OfferingCancelled, State::Confirmed, true), Some("offering-cancelled"));
        assert_eq!(code(Rule, State::Provisional, true), Some("provisional-released"));
        assert_eq!(code(ByStaff, State::Confirmed, true), Some("course-left"));
        assert_eq!(code(ByPerson, State::Confirmed, false), Some("place-released"));
        assert_eq!(code(ByPerson, State::Applied, true), None);
        assert_eq!(code(OfferingCancelled, State::Applied, true), Some("offering-cancelled"));
    }
}
