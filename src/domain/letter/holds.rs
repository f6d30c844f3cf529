//! Whether a letter still says what is so: only then is it sent once more.

use super::{Letter, OfferNow, SessionFacts, Stands};
use crate::domain::enrolment::State;

/// Decides. A letter that tells what happened stays true; one that tells how things stand is true as long as they do.
pub fn still_holds(letter: &Letter, stands: &Stands) -> bool {
    let is = |state: State| stands.state == Some(state);
    match letter {
        Letter::PlaceConfirmed { session, .. } | Letter::Reminder { session, .. } => {
            is(State::Confirmed) && as_said(session, stands)
        }
        Letter::WaitingListJoined { session, position, .. } => {
            is(State::Waitlisted) && stands.position == Some(*position) && as_said(session, stands)
        }
        Letter::CourseWaiting { position, .. } => is(State::Waitlisted) && stands.position == Some(*position),
        Letter::ApplicationReceived { .. } => is(State::Applied),
        Letter::CourseConfirmed { days, .. } => is(State::Confirmed) && days_as_said(days, stands),
        Letter::ProvisionalPlace { days, .. } => is(State::Provisional) && days_as_said(days, stands),
        Letter::ProvisionalAtRisk { until, .. } => {
            is(State::Provisional) && stands.hold_until == Some(*until)
        }
        Letter::PlaceOffered { session, until, .. } => {
            is(State::Offered) && stands.hold_until == Some(*until) && as_said(session, stands)
        }
        Letter::SessionChanged { session, offer: OfferNow::Held { until, .. }, .. } => {
            is(State::Offered) && stands.hold_until == Some(*until) && as_said(session, stands)
        }
        Letter::SessionChanged { session, .. } => {
            stands.state.is_some_and(State::is_live) && as_said(session, stands)
        }
        Letter::CourseDay { invite } => is(State::Confirmed) && as_said(&invite.session, stands),
        Letter::DateOut { session } | Letter::TomorrowInTheRoom { session, .. } => as_said(session, stands),
        Letter::RuleReached { days, has_course_place, .. } => {
            let then = if *has_course_place {
                stands.on_course == Some(State::Confirmed)
            } else {
                stands.can_enrol()
            };
            stands.missing() == Some(0) && then && days_as_said(days, stands)
        }
        Letter::WaiverGiven { .. } => stands.missing() == Some(0) && stands.can_enrol(),
        Letter::CheckName { .. } => stands.certificate.is_none(),
        Letter::CertificateReady { number, .. } => stands.certificate.as_ref() == Some(number),
        Letter::AttendedStillShort { path, .. }
        | Letter::AbsentStillShort { path, .. }
        | Letter::MarkCorrected { path, .. }
        | Letter::DisputeDeclined { path, .. } => stands.missing() == Some(path.missing),
        _ => true,
    }
}

/// The session is still to be held, then and there.
fn as_said(said: &SessionFacts, stands: &Stands) -> bool {
    let is_held = !stands.past && !stands.called_off;
    is_held && stands.session.as_ref().is_some_and(|now| now.appointment() == said.appointment())
}

fn days_as_said(said: &[SessionFacts], stands: &Stands) -> bool {
    let when = |days: &[SessionFacts]| -> Vec<_> { days.iter().map(SessionFacts::appointment).collect() };
    when(&stands.days) == when(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::{PathFacts, Title};

    fn session(date: &str) -> SessionFacts {
        SessionFacts { date: date.parse().ok(), ..SessionFacts::default() }
    }

    fn path(missing: u32) -> PathFacts {
        PathFacts { required: 2, offered: 5, missing, slots: Vec::new(), choices: Vec::new() }
    }

    fn stands(state: State) -> Stands {
        Stands { state: Some(state), session: Some(session("2014-10-02")), ..Stands::default() }
    }

    fn confirmed(date: &str) -> Letter {
        Letter::PlaceConfirmed {
            session: session(date),
            leave_token: String::new(),
            path: path(1),
            invite: None,
        }
    }

    #[test]
    fn a_confirmation_holds_as_long_as_the_place_the_date_and_the_session_do() {
        assert!(still_holds(&confirmed("2014-10-02"), &stands(State::Confirmed)));
        assert!(!still_holds(&confirmed("2014-10-02"), &stands(State::Waitlisted)));
        assert!(!still_holds(&confirmed("2014-10-03"), &stands(State::Confirmed)));
        let past = Stands { past: true, ..stands(State::Confirmed) };
        assert!(!still_holds(&confirmed("2014-10-02"), &past));
        let called_off = Stands { called_off: true, ..stands(State::Confirmed) };
        assert!(!still_holds(&confirmed("2014-10-02"), &called_off));
        assert!(!still_holds(&confirmed("2014-10-02"), &Stands::default()));
    }

    #[test]
    fn a_position_holds_until_the_line_moves() {
        let letter = Letter::CourseWaiting {
            course: Title::default(),
            position: 2,
            leave_token: String::new(),
            path: path(0),
            room: false,
        };
        let at = |position| Stands { position: Some(position), ..stands(State::Waitlisted) };
        assert_eq!((still_holds(&letter, &at(2)), still_holds(&letter, &at(1))), (true, false));
    }

    #[test]
    fn what_happened_stays_true_and_what_is_missing_may_change() {
        let left = Letter::CourseLeft { course: Title::default(), by_staff: false, path: path(0) };
        assert!(still_holds(&left, &Stands::default()));
        let short = Letter::AttendedStillShort { session: session("2014-09-24"), path: path(1) };
        let missing = |missing| Stands { path: Some(path(missing)), ..Stands::default() };
        assert_eq!((still_holds(&short, &missing(1)), still_holds(&short, &missing(0))), (true, false));
    }

    #[test]
    fn an_offer_holds_until_its_end_and_while_the_session_is_where_it_was() {
        let until = "2014-09-20T07:00:00Z".parse().unwrap();
        let offer = |date: &str| Letter::PlaceOffered {
            session: session(date),
            course: false,
            until,
            accept_token: String::new(),
            decline_token: String::new(),
            path: path(1),
        };
        let open = Stands { hold_until: Some(until), ..stands(State::Offered) };
        assert!(still_holds(&offer("2014-10-02"), &open));
        assert!(!still_holds(&offer("2014-10-01"), &open), "it was moved");
        assert!(!still_holds(&offer("2014-10-02"), &Stands { hold_until: None, ..open }));
    }

    #[test]
    fn who_reached_the_rule_is_told_again_while_there_is_a_course_on_these_days_to_enrol_in() {
        let reached = |has_course_place| Letter::RuleReached {
            path: path(0),
            course: Title::default(),
            days: vec![session("2014-10-22")],
            has_course_place,
            closes: None,
            by_decision: false,
        };
        let open = Stands {
            path: Some(path(0)),
            days: vec![session("2014-10-22")],
            course_open: true,
            ..Stands::default()
        };
        assert!(still_holds(&reached(false), &open) && !still_holds(&reached(true), &open));
        let has_it = Stands { on_course: Some(State::Confirmed), ..open.clone() };
        assert!(!still_holds(&reached(false), &has_it) && still_holds(&reached(true), &has_it));
        let moved = Stands { days: vec![session("2014-10-23")], ..open.clone() };
        let ended = Stands { path: Some(path(1)), ..open.clone() };
        let closed = Stands { course_open: false, ..open.clone() };
        for not_so in [moved, ended, closed] {
            assert!(!still_holds(&reached(false), &not_so), "{not_so:?}");
        }
        let waived = Letter::WaiverGiven { course: Title::default(), path: path(0) };
        assert!(still_holds(&waived, &open) && !still_holds(&waived, &has_it));
    }

    #[test]
    fn a_certificate_is_told_again_as_long_as_it_is_the_valid_one() {
        let (course, edition) = (Title::default(), String::new());
        let ready = Letter::CertificateReady {
            course: course.clone(),
            number: "AMA-2014-0117".into(),
            again: false,
            edition: edition.clone(),
        };
        let valid = |number: &str| Stands { certificate: Some(number.into()), ..Stands::default() };
        assert!(still_holds(&ready, &valid("AMA-2014-0117")));
        assert!(!still_holds(&ready, &valid("AMA-2014-0117/b")));
        assert!(!still_holds(&ready, &Stands::default()), "revoked");
        let check = Letter::CheckName { course, edition };
        assert!(still_holds(&check, &Stands::default()) && !still_holds(&check, &valid("AMA-2014-0117")));
    }
}
