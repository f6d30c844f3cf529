//! What was to be said on the phone and was not said yet, as it is now: with today's dates, positions and choices. Nothing,
//! where nobody needs to hear it any more.

use chrono::{DateTime, Utc};

use super::matters::matters;
use super::{Corrected, Letter, OfferNow, PathFacts, Recorded, SessionFacts, Stands};
use crate::domain::enrolment::State;

/// The letter as it would say it now; none where it has nothing to say any more.
pub fn as_it_is_now(mut letter: Letter, now: &Stands) -> Option<Letter> {
    refresh(&mut letter, now);
    matters(&letter, now).then_some(letter)
}

/// By when somebody is to know it, by what it would say now: the dates of what it speaks of are enough. None where it is due
/// at no set time.
pub fn due_now(mut letter: Letter, now: &Stands) -> Option<DateTime<Utc>> {
    refresh(&mut letter, now);
    letter.due()
}

/// Lets a letter draw the rule, propose what can be chosen, and say what counts for the course, as it is now.
pub fn draw_anew(letter: &mut Letter, now: &Stands) {
    letter.set_too_late(now.session.as_ref());
    if let (Some(path), Some(fresh)) = (path_mut(letter), &now.path) {
        path.clone_from(fresh);
        // What somebody just gave back, or could not have, is no advice.
        path.choices.retain(|choice| now.session.as_ref().is_none_or(|own| own.page != choice.page));
        // No more is proposed than was chosen when it was called off.
        if let Letter::OfferingCancelled { instead, path, .. } = letter {
            instead.limit(path);
        }
    }
}

fn refresh(letter: &mut Letter, now: &Stands) {
    draw_anew(letter, now);
    letter.set_free_places(now.free_places);
    match letter {
        Letter::PlaceConfirmed { session, .. } | Letter::PlaceFree { session, .. } => held(session, now),
        Letter::SessionChanged { session, offer, waiting, provisional, .. } => {
            held(session, now);
            if let Some(state) = now.state {
                *waiting = matches!(state, State::Waitlisted | State::Offered);
                *provisional = state == State::Provisional;
            }
            if now.state != Some(State::Offered) && matches!(offer, OfferNow::Held { .. }) {
                *offer = OfferNow::NotMade;
            }
            // Whoever has a place since is not told that they lost one.
            if now.state.is_some_and(|state| state != State::Waitlisted) && offer.has_ended() {
                *offer = OfferNow::NotMade;
            }
            if let OfferNow::Held { until, .. } = offer {
                *until = now.hold_until.unwrap_or(*until);
            }
        }
        Letter::PlaceOffered { session, until, .. } => {
            held(session, now);
            *until = now.hold_until.unwrap_or(*until);
        }
        Letter::ProvisionalAtRisk { until, .. } => *until = now.hold_until.unwrap_or(*until),
        Letter::WaitingListJoined { session, position, .. } => {
            held(session, now);
            *position = now.position.unwrap_or(*position);
        }
        Letter::CourseWaiting { position, room, .. } => {
            *position = now.position.unwrap_or(*position);
            *room = now.course_room;
        }
        Letter::OfferLapsed { session, position: Some(position), .. } => {
            held(session, now);
            *position = now.position.unwrap_or(*position);
        }
        Letter::CourseConfirmed { days, .. } | Letter::ProvisionalPlace { days, .. } => {
            days.clone_from(&now.days);
        }
        Letter::RuleReached { days, closes, by_decision, .. } => {
            days.clone_from(&now.days);
            (*closes, *by_decision) = (now.closes, now.by_decision);
        }
        Letter::MarkCorrected { corrected, .. } => still_so(corrected, &now.recorded),
        _ => {}
    }
}

/// Of papers and doubts a correction says what is still so: the office may have settled it since.
fn still_so(said: &mut Corrected, now: &Recorded) {
    said.statement_in_doubt &= now.statement == Some(false);
    said.statement_safe &= now.statement == Some(true);
    said.rule_in_doubt &= now.rule_in_doubt;
    said.certificate_in_doubt &= now.certificate_in_doubt;
    if said.course {
        said.days_attended = now.days_attended;
    }
}

/// The session then and there where it is held now.
fn held(session: &mut SessionFacts, now: &Stands) {
    if let Some(fresh) = &now.session {
        session.clone_from(fresh);
    }
}

fn path_mut(letter: &mut Letter) -> Option<&mut PathFacts> {
    match letter {
        Letter::PlaceConfirmed { path, .. }
        | Letter::WaitingListJoined { path, .. }
        | Letter::PlaceReleased { path, .. }
        | Letter::AttendedStillShort { path, .. }
        | Letter::RuleReached { path, .. }
        | Letter::AbsentStillShort { path, .. }
        | Letter::CourseConfirmed { path, .. }
        | Letter::CourseWaiting { path, .. }
        | Letter::ProvisionalPlace { path, .. }
        | Letter::ProvisionalAtRisk { path, .. }
        | Letter::ProvisionalReleased { path, .. }
        | Letter::WaiverGiven { path, .. }
        | Letter::MarkCorrected { path, .. }
        | Letter::DisputeDeclined { path, .. }
        | Letter::PlaceOffered { path, .. }
        | Letter::PlaceFree { path, .. }
        | Letter::OfferLapsed { path, .. }
        | Letter::LineClosed { path, .. }
        | Letter::OfferingCancelled { path, .. }
        | Letter::ApplicationReceived { path, .. }
        | Letter::ApplicationDeclined { path, .. }
        | Letter::CourseLeft { path, .. } => Some(path),
        _ => None,
    }
}

/// Whether it tells when and where the enrolment's sessions are: a change of one need not be told beside it.
pub fn tells_sessions(letter: &Letter) -> bool {
    matches!(
        letter,
        Letter::PlaceConfirmed { .. }
            | Letter::WaitingListJoined { .. }
            | Letter::PlaceOffered { .. }
            | Letter::CourseConfirmed { .. }
            | Letter::ProvisionalPlace { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Mark;
    use crate::domain::letter::{Instead, Title};
    use crate::domain::proposal::Proposal;

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

    fn confirmed() -> Letter {
        Letter::PlaceConfirmed {
            session: session("2014-10-09"),
            leave_token: String::new(),
            path: path(2),
            invite: None,
        }
    }

    fn now(state: State) -> Stands {
        let (session, path) = (Some(session("2014-10-10")), Some(path(1)));
        Stands { state: Some(state), session, path, ..Stands::default() }
    }

    #[test]
    fn a_place_nobody_was_told_of_yet_is_told_with_the_date_and_the_path_of_today() {
        let Some(Letter::PlaceConfirmed { session, path, .. }) =
            as_it_is_now(confirmed(), &now(State::Confirmed))
        else {
            panic!("it is still to be told")
        };
        assert_eq!((session.date, path.missing), ("2014-10-10".parse().ok(), 1));
    }

    #[test]
    fn what_ended_or_is_over_needs_no_call() {
        assert_eq!(as_it_is_now(confirmed(), &now(State::Waitlisted)), None);
        let past = Stands { past: true, ..now(State::Confirmed) };
        assert_eq!(as_it_is_now(confirmed(), &past), None);
        let reached = Letter::RuleReached {
            path: path(0),
            course: Title::default(),
            days: Vec::new(),
            has_course_place: false,
            closes: None,
            by_decision: false,
        };
        let open = Stands { course_open: true, ..Stands::default() };
        assert!(as_it_is_now(reached.clone(), &open).is_some());
        let asked = Stands { on_course: Some(State::Applied), ..open };
        assert_eq!(as_it_is_now(reached, &asked), None);
    }

    #[test]
    fn what_a_workshop_called_off_was_not_to_propose_is_not_said_on_the_phone_either() {
        let at = |page: &str| SessionFacts { page: page.to_owned(), ..SessionFacts::default() };
        let letter = |chosen: Proposal<String>| Letter::OfferingCancelled {
            session: at("/workshop/a"),
            course: false,
            waiting: false,
            path: path(1),
            invite: None,
            instead: Instead::of(chosen),
        };
        let help = PathFacts {
            choices: ["a", "b", "c"].map(|word| at(&format!("/workshop/{word}"))).to_vec(),
            ..path(1)
        };
        let stands = Stands { session: Some(at("/workshop/a")), path: Some(help), ..Stands::default() };
        let said = |chosen: Proposal<String>| match as_it_is_now(letter(chosen), &stands) {
            Some(Letter::OfferingCancelled { path, instead, .. }) => {
                (path.choices.into_iter().map(|choice| choice.page).collect::<Vec<_>>(), instead.withheld)
            }
            other => panic!("it is still to be told: {other:?}"),
        };
        let page = |word: &str| format!("/workshop/{word}");
        assert_eq!(said(Proposal::All), (vec![page("b"), page("c")], false));
        assert_eq!(said(Proposal::Only(vec![page("c")])), (vec![page("c")], false));
        assert_eq!(said(Proposal::Nothing), (Vec::new(), true));
    }

    #[test]
    fn what_the_register_says_is_told_only_while_it_says_so() {
        let marked = |mark: Option<Mark>| Stands {
            path: Some(path(1)),
            recorded: Recorded { mark, ..Recorded::default() },
            ..Stands::default()
        };
        let held = || session("2014-09-24");
        let attended = Letter::AttendedStillShort { session: held(), path: path(2) };
        let absent = Letter::AbsentStillShort { session: held(), path: path(2) };
        let (answer, course) = (String::new(), false);
        let declined = Letter::DisputeDeclined { session: held(), course, answer, path: path(2) };
        let found = |letter: &Letter| {
            [Some(Mark::Late), Some(Mark::Excused), None]
                .map(|mark| as_it_is_now(letter.clone(), &marked(mark)).is_some())
        };
        assert_eq!(found(&attended), [true, false, false]);
        assert_eq!(found(&absent), [false, true, false]);
        assert_eq!(found(&declined), [false, true, true]);
    }

    #[test]
    fn a_change_that_was_undone_is_nothing_to_say() {
        let changed = Letter::SessionChanged {
            was: session("2014-10-10"),
            session: session("2014-10-11"),
            course: false,
            waiting: false,
            offer: OfferNow::NotMade,
            provisional: false,
            leave_token: String::new(),
            invite: None,
        };
        assert_eq!(as_it_is_now(changed, &now(State::Confirmed)), None, "it is on the tenth again");
    }
}
