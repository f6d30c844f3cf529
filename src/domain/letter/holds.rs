//! Whether a letter still says what is so: only then is it sent once more.

use super::{Corrected, Letter, OfferNow, Recorded, SessionFacts, Stands};
use crate::domain::enrolment::State;

/// Decides. A letter that tells what happened stays true; one that tells how things stand is true as long as they do.
pub fn still_holds(letter: &Letter, stands: &Stands) -> bool {
    let is = |state: State| stands.state == Some(state) && !stands.past;
    match letter {
        Letter::PlaceConfirmed { session, .. } | Letter::Reminder { session, .. } => {
            is(State::Confirmed) && as_said(session, stands)
        }
        Letter::WaitingListJoined { session, position, .. }
        | Letter::OfferLapsed { session, position: Some(position), .. } => {
            is(State::Waitlisted) && stands.position == Some(*position) && as_said(session, stands)
        }
        Letter::CourseWaiting { position, .. } => is(State::Waitlisted) && stands.position == Some(*position),
        Letter::ApplicationReceived { .. } => is(State::Applied),
        Letter::CourseConfirmed { days, .. } => is(State::Confirmed) && days_as_said(days, stands),
        // Told that it does not end any more, while it does: nobody is told so.
        Letter::ProvisionalPlace { days, again, .. } => {
            is(State::Provisional) && !(*again && stands.hold_until.is_some()) && days_as_said(days, stands)
        }
        Letter::ProvisionalAtRisk { until, .. } => {
            is(State::Provisional) && stands.hold_until == Some(*until)
        }
        Letter::PlaceFree { session, .. } => stands.can_take_first() && as_said(session, stands),
        Letter::PlaceOffered { session, until, .. }
        | Letter::SessionChanged { session, offer: OfferNow::Held { until, .. }, .. } => {
            is(State::Offered) && stands.hold_until == Some(*until) && as_said(session, stands)
        }
        Letter::SessionChanged { session, waiting, provisional, .. } => {
            let then = match (waiting, provisional) {
                (true, _) => is(State::Waitlisted),
                (_, true) => is(State::Provisional),
                _ => stands.state.is_some_and(State::is_live),
            };
            then && as_said(session, stands)
        }
        Letter::CourseDay { invite } => is(State::Confirmed) && as_said(&invite.session, stands),
        Letter::DateOut { session } | Letter::TomorrowInTheRoom { session, .. } => as_said(session, stands),
        Letter::NotTomorrow { session, taken_off, .. } => *taken_off || !as_said(session, stands),
        Letter::RuleReached { days, has_course_place, closes, by_decision, .. } => {
            let then = if *has_course_place {
                stands.on_course == Some(State::Confirmed)
            } else {
                stands.can_enrol() && stands.closes == *closes && stands.by_decision == *by_decision
            };
            stands.missing() == Some(0) && then && days_as_said(days, stands)
        }
        Letter::WaiverGiven { .. } => stands.missing() == Some(0) && stands.can_enrol(),
        Letter::CheckName { .. } => stands.certificate.is_none(),
        Letter::CertificateReady { number, .. } => stands.certificate.as_ref() == Some(number),
        Letter::AttendedStillShort { path, .. } => {
            stands.recorded.attended() && stands.missing() == Some(path.missing)
        }
        Letter::AbsentStillShort { path, .. } => {
            stands.recorded.missed() && stands.missing() == Some(path.missing)
        }
        Letter::MarkCorrected { corrected, path } => {
            is_as_corrected(corrected, &stands.recorded) && stands.missing() == Some(path.missing)
        }
        Letter::DisputeDeclined { path, .. } => {
            !stands.recorded.attended() && stands.missing() == Some(path.missing)
        }
        // Of a line nothing is to be done once what was waited for is over.
        Letter::LineClosed { .. } | Letter::OfferLapsed { .. } => !stands.past && !stands.enrolled_again,
        _ => !(stands.enrolled_again && letter.is_goodbye()),
    }
}

/// The mark is the one it tells, and so is what it says of days, of papers and of what the office looks at.
fn is_as_corrected(said: &Corrected, now: &Recorded) -> bool {
    now.mark == Some(said.now)
        && (!said.course || now.days_attended == said.days_attended)
        && (!said.statement_in_doubt || now.statement == Some(false))
        && (!said.statement_safe || now.statement == Some(true))
        && (!said.rule_in_doubt || now.rule_in_doubt)
        && (!said.certificate_in_doubt || now.certificate_in_doubt)
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
    use crate::domain::attendance::Mark;
    use crate::domain::letter::{PathFacts, Title};

    fn session(date: &str) -> SessionFacts {
        SessionFacts { date: date.parse().ok(), ..SessionFacts::default() }
    }

    fn path(missing: u32) -> PathFacts {
        PathFacts {
            required: 2,
            offered: 5,
            missing,
            slots: Vec::new(),
            choices: Vec::new(),
            full: Vec::new(),
        }
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
        let left =
            Letter::CourseLeft { course: Title::default(), by_staff: false, path: path(0), declined: false };
        assert!(still_holds(&left, &Stands::default()));
        let short = Letter::AttendedStillShort { session: session("2014-09-24"), path: path(1) };
        let missing = |missing| Stands { path: Some(path(missing)), ..marked(Mark::Present) };
        assert_eq!((still_holds(&short, &missing(1)), still_holds(&short, &missing(0))), (true, false));
    }

    /// One workshop is missing, and the register says this.
    fn marked(mark: Mark) -> Stands {
        let recorded = Recorded { mark: Some(mark), ..Recorded::default() };
        Stands { path: Some(path(1)), recorded, ..Stands::default() }
    }

    fn corrected(now: Mark) -> Corrected {
        Corrected {
            session: session("2014-09-24"),
            course: false,
            was: None,
            now,
            attended: now.counts(),
            counts: true,
            reason: String::new(),
            by: String::new(),
            asked: false,
            days_attended: 0,
            days: 7,
            days_needed: None,
            rule_in_doubt: false,
            certificate_in_doubt: false,
            statement_in_doubt: false,
            statement_safe: false,
            elsewhere: Vec::new(),
        }
    }

    fn correction(corrected: Corrected) -> Letter {
        Letter::MarkCorrected { corrected, path: path(1) }
    }

    #[test]
    fn what_tells_a_mark_holds_while_that_mark_stands_whatever_is_missing() {
        let (there, not_there) = (marked(Mark::Present), marked(Mark::Absent));
        let held = session("2014-09-24");
        let attended = Letter::AttendedStillShort { session: held.clone(), path: path(1) };
        let absent = Letter::AbsentStillShort { session: held.clone(), path: path(1) };
        let up = correction(corrected(Mark::Present));
        let declined =
            Letter::DisputeDeclined { session: held, course: false, answer: String::new(), path: path(1) };
        let unmarked = Stands { path: Some(path(1)), ..Stands::default() };
        let found = |letter: &Letter| [&there, &not_there, &unmarked].map(|now| still_holds(letter, now));
        assert_eq!(found(&attended), [true, false, false]);
        assert_eq!(found(&absent), [false, true, false]);
        assert_eq!(found(&up), [true, false, false]);
        assert_eq!(found(&declined), [false, true, true]);
        assert!(!still_holds(&up, &marked(Mark::Late)), "late is another mark than present");
    }

    #[test]
    fn a_correction_holds_while_what_it_says_of_papers_days_and_doubts_is_so() {
        let down = || corrected(Mark::Absent);
        let now = |recorded: Recorded| Stands {
            recorded: Recorded { mark: Some(Mark::Absent), ..recorded },
            ..marked(Mark::Absent)
        };
        let (so, plain) = (Recorded::default, now(Recorded::default()));
        let cases = [
            (Corrected { statement_in_doubt: true, ..down() }, Recorded { statement: Some(false), ..so() }),
            (Corrected { statement_safe: true, ..down() }, Recorded { statement: Some(true), ..so() }),
            (Corrected { rule_in_doubt: true, ..down() }, Recorded { rule_in_doubt: true, ..so() }),
            (
                Corrected { certificate_in_doubt: true, ..down() },
                Recorded { certificate_in_doubt: true, ..so() },
            ),
            (Corrected { course: true, days_attended: 5, ..down() }, Recorded { days_attended: 5, ..so() }),
        ];
        for (said, recorded) in cases {
            let letter = correction(said);
            assert!(still_holds(&letter, &now(recorded)) && !still_holds(&letter, &plain), "{letter:?}");
        }
        assert!(still_holds(&correction(down()), &plain));
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
        let check = Letter::CheckName { course, edition, unprintable: false };
        assert!(still_holds(&check, &Stands::default()) && !still_holds(&check, &valid("AMA-2014-0117")));
    }
}
