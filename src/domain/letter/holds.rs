//! Whether a letter still says what is so: only then is it sent once more.

use chrono::{DateTime, Utc};

use super::{Letter, SessionFacts};
use crate::domain::enrolment::State;

/// How what a letter speaks of stands now.
#[derive(Clone, Debug, Default)]
pub struct Stands {
    /// The state of the enrolment it is about.
    pub state: Option<State>,
    /// Until when a place is held for it.
    pub hold_until: Option<DateTime<Utc>>,
    /// The position in the line.
    pub position: Option<u32>,
    /// The session it speaks of; none = there is none any more.
    pub session: Option<SessionFacts>,
    /// Whether that session is over, or was called off.
    pub over: bool,
    /// The days of the course.
    pub days: Vec<SessionFacts>,
    /// How many workshops the person misses.
    pub missing: Option<u32>,
    /// The number of the certificate that is valid.
    pub certificate: Option<String>,
}

impl Stands {
    /// The session is still to be held, then and there.
    fn as_said(&self, said: &SessionFacts) -> bool {
        !self.over && self.session.as_ref().is_some_and(|now| now.appointment() == said.appointment())
    }

    fn days_as_said(&self, said: &[SessionFacts]) -> bool {
        let when = |days: &[SessionFacts]| -> Vec<_> { days.iter().map(SessionFacts::appointment).collect() };
        when(&self.days) == when(said)
    }
}

/// Decides. A letter that tells what happened stays true; one that tells how things stand is true as long as they do.
pub fn still_holds(letter: &Letter, stands: &Stands) -> bool {
    let is = |state: State| stands.state == Some(state);
    match letter {
        Letter::PlaceConfirmed { session, .. } | Letter::Reminder { session, .. } => {
            is(State::Confirmed) && stands.as_said(session)
        }
        Letter::WaitingListJoined { session, position, .. } => {
            is(State::Waitlisted) && stands.position == Some(*position) && stands.as_said(session)
        }
        Letter::CourseWaiting { position, .. } => is(State::Waitlisted) && stands.position == Some(*position),
        Letter::ApplicationReceived { .. } => is(State::Applied),
        Letter::CourseConfirmed { days, .. } => is(State::Confirmed) && stands.days_as_said(days),
        Letter::ProvisionalPlace { days, .. } => is(State::Provisional) && stands.days_as_said(days),
        Letter::ProvisionalAtRisk { until, .. } => {
            is(State::Provisional) && stands.hold_until == Some(*until)
        }
        Letter::PlaceOffered { until, .. } => is(State::Offered) && stands.hold_until == Some(*until),
        Letter::SessionChanged { session, .. } => {
            stands.state.is_some_and(State::is_live) && stands.as_said(session)
        }
        Letter::CourseDay { invite } => is(State::Confirmed) && stands.as_said(&invite.session),
        Letter::DateOut { session } | Letter::TomorrowInTheRoom { session, .. } => stands.as_said(session),
        Letter::CheckName { .. } => stands.certificate.is_none(),
        Letter::CertificateReady { number, .. } => stands.certificate.as_ref() == Some(number),
        Letter::AttendedStillShort { path, .. }
        | Letter::AbsentStillShort { path, .. }
        | Letter::MarkCorrected { path, .. }
        | Letter::DisputeDeclined { path, .. } => stands.missing == Some(path.missing),
        _ => true,
    }
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
        let over = Stands { over: true, ..stands(State::Confirmed) };
        assert!(!still_holds(&confirmed("2014-10-02"), &over));
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
        let missing = |missing| Stands { missing: Some(missing), ..Stands::default() };
        assert_eq!((still_holds(&short, &missing(1)), still_holds(&short, &missing(0))), (true, false));
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
