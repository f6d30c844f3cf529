//! What was to be said on the phone and was not said yet: whether somebody still needs to hear it, as it would say it now.

use super::{Letter, Stands};
use crate::domain::enrolment::State;

/// Whether somebody still needs to hear it.
pub(super) fn matters(letter: &Letter, now: &Stands) -> bool {
    let is = |state: State| now.state == Some(state);
    match letter {
        Letter::PlaceConfirmed { .. } | Letter::CourseConfirmed { .. } => is(State::Confirmed) && !now.past,
        Letter::WaitingListJoined { .. }
        | Letter::CourseWaiting { .. }
        | Letter::OfferLapsed { position: Some(_), .. } => is(State::Waitlisted) && !now.past,
        Letter::ProvisionalPlace { again, .. } => {
            is(State::Provisional) && !(*again && now.hold_until.is_some())
        }
        Letter::ProvisionalAtRisk { .. } => is(State::Provisional) && now.hold_until.is_some(),
        Letter::ApplicationReceived { .. } => is(State::Applied),
        Letter::PlaceOffered { .. } => is(State::Offered),
        Letter::PlaceFree { .. } => now.can_take_first() && !now.past,
        // That an offer ended is to be said even where nothing moved in the end.
        Letter::SessionChanged { was, session, offer, .. } => {
            let live = now.state.is_some_and(State::is_live);
            live && !now.past && (offer.has_ended() || was.appointment() != session.appointment())
        }
        // A mark that was corrected since is told by what corrected it.
        Letter::AttendedStillShort { path, .. } => path.missing > 0 && now.recorded.attended(),
        Letter::AbsentStillShort { path, .. } => path.missing > 0 && now.recorded.missed(),
        Letter::MarkCorrected { corrected, .. } => now.recorded.mark == Some(corrected.now),
        Letter::DisputeDeclined { .. } => !now.recorded.attended(),
        Letter::RuleReached { has_course_place: false, .. } | Letter::WaiverGiven { .. } => now.can_enrol(),
        Letter::RuleReached { has_course_place: true, .. } => now.on_course == Some(State::Confirmed),
        Letter::ApplicationDeclined { .. } => now.on_course.is_none(),
        Letter::CertificateReady { number, .. } => now.certificate.as_ref() == Some(number),
        Letter::PlaceReleased { .. }
        | Letter::OfferLapsed { position: None, .. }
        | Letter::LineClosed { .. }
        | Letter::HoldEnded { .. }
        | Letter::SessionCancelled { .. }
        | Letter::OfferingCancelled { .. } => !now.past,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::enrolment::CancelReason;
    use crate::domain::letter::{PathFacts, Title};

    #[test]
    fn that_the_place_on_the_course_stays_is_to_be_said_as_long_as_they_have_it() {
        let path = PathFacts {
            required: 2,
            offered: 5,
            missing: 0,
            slots: Vec::new(),
            choices: Vec::new(),
            full: Vec::new(),
        };
        let reached = Letter::RuleReached {
            path,
            course: Title::default(),
            days: Vec::new(),
            has_course_place: true,
            closes: None,
            by_decision: false,
        };
        let on_course = |on_course| Stands { on_course, course_open: true, ..Stands::default() };
        let found = [Some(State::Confirmed), Some(State::Cancelled(CancelReason::ByPerson)), None]
            .map(|state| matters(&reached, &on_course(state)));
        assert_eq!(found, [true, false, false]);
    }
}
