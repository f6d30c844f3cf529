//! Letters of the last hours before a begin, when no offer is made any more, and of places that a change of the programme
//! touched: an offered one, a provisional one; of an offered place that somebody did not want; and of a workshop whose
//! register is open.

use percorso::domain::letter::{Choice, Letter, OfferNow, PathFacts, SessionFacts, Title};

use crate::letter_facts::{
    course, day, days, first, first_of_two_in_its_register, met, on, one_attended, one_booked_too,
    one_in_its_register, second, third, token,
};
use crate::letter_samples::{TOKEN, path, session};

/// An offer that ran out while another one could still be made.
pub fn lapsed(session: SessionFacts, course: bool, position: Option<u32>, path: PathFacts) -> Letter {
    let (open_to_all, no_more, unheard) = (false, false, false);
    Letter::OfferLapsed { session, course, position, path, open_to_all, no_more, unheard }
}

fn joined(session: SessionFacts, position: u32, path: PathFacts, open_to_all: bool) -> Letter {
    Letter::WaitingListJoined { session, leave_token: TOKEN.to_owned(), position, path, open_to_all }
}

/// One that ran out when no other one could be made: a free place is for whoever takes it first, or for nobody.
fn lapsed_late(session: SessionFacts, course: bool, path: PathFacts, open_to_all: bool) -> Letter {
    let (position, no_more, unheard) = (Some(1), !open_to_all, false);
    Letter::OfferLapsed { session, course, position, path, open_to_all, no_more, unheard }
}

/// A form from somebody in the line, where a place is free for whoever takes it first.
fn known_and_free(session: SessionFacts) -> Letter {
    Letter::KnownSignUp {
        token: Some(TOKEN.to_owned()),
        choices: Vec::new(),
        already: Vec::new(),
        free: vec![Choice { session, position: None }],
        until: "2014-10-01T22:00:00Z".parse().unwrap(),
    }
}

/// To whoever leads it: it is not held on the day they read of.
fn not_tomorrow(session: SessionFacts, course: bool, moved: Option<SessionFacts>) -> Letter {
    Letter::NotTomorrow { session, course, session_id: 7, moved, taken_off: false }
}

/// To whoever leads it tomorrow, or today.
pub fn in_the_room(session: SessionFacts, course: bool, expected: u32, today: bool) -> Letter {
    Letter::TomorrowInTheRoom { session, course, session_id: 7, expected, today }
}

/// To whoever led it: somebody else does now.
fn taken_off(session: SessionFacts) -> Letter {
    Letter::NotTomorrow { session, course: false, session_id: 7, moved: None, taken_off: true }
}

fn held() -> OfferNow {
    OfferNow::Held {
        until: "2014-09-17T10:00:00Z".parse().unwrap(),
        accept_token: TOKEN.to_owned(),
        decline_token: TOKEN.to_owned(),
    }
}

fn moved(was: SessionFacts, session: SessionFacts, course: bool, offer: OfferNow) -> Letter {
    let leave_token = TOKEN.to_owned();
    let (waiting, provisional, invite) = (true, false, None);
    Letter::SessionChanged { was, session, course, waiting, offer, provisional, leave_token, invite }
}

/// To somebody in the line, in the last hours.
fn free_now(session: SessionFacts, course: bool, path: PathFacts) -> Letter {
    Letter::PlaceFree { session, course, accept_token: TOKEN.to_owned(), path }
}

/// With the richest and with the poorest facts.
pub fn late_letters(rich: bool) -> Vec<Letter> {
    let before = || SessionFacts { date: "2014-09-17".parse().ok(), ..session(rich) };
    let mut all =
        vec![joined(session(rich), 3, path(rich), false), joined(session(rich), 3, path(rich), true)];
    all.push(known_and_free(session(rich)));
    for course in [true, false] {
        all.push(free_now(session(rich), course, path(rich)));
        all.push(lapsed_late(session(rich), course, path(rich), true));
        all.push(lapsed_late(session(rich), course, path(rich), false));
        all.push(moved(before(), session(rich), course, held()));
        all.push(moved(before(), session(rich), course, OfferNow::Over));
        all.push(moved(before(), session(rich), course, OfferNow::Ended));
        all.push(moved(session(rich), session(rich), course, OfferNow::Ended));
    }
    for again in [true, false] {
        let days = if rich { vec![session(rich); 7] } else { vec![session(rich)] };
        let (leave_token, path) = (TOKEN.to_owned(), path(rich));
        let course = if rich { course() } else { Title::default() };
        all.push(Letter::ProvisionalPlace { course, days, leave_token, path, again });
    }
    all
}

/// Each with the name of its snapshot.
pub fn late() -> Vec<(&'static str, Letter)> {
    let to = || on("2014-10-07", second());
    let provisional = |again| Letter::ProvisionalPlace {
        course: course(),
        days: days(),
        leave_token: token(),
        path: one_booked_too(),
        again,
    };
    let (by_staff, waiting, invite, declined) = (false, true, None, true);
    let (session, path) = (second(), one_attended());
    let walked_in = Letter::PlaceConfirmed {
        session: first(),
        leave_token: String::new(),
        path: first_of_two_in_its_register(),
        invite: None,
    };
    vec![
        ("place-confirmed-in-the-room", walked_in),
        (
            "attended-still-short-held",
            Letter::AttendedStillShort { session: second(), path: one_in_its_register() },
        ),
        (
            "place-released-declined",
            Letter::PlaceReleased { session, by_staff, waiting, path, invite, declined },
        ),
        ("course-left-declined", Letter::CourseLeft { course: course(), by_staff, path: met(), declined }),
        ("known-sign-up-free", known_and_free(third())),
        ("waiting-list-joined-late", joined(third(), 3, one_attended(), true)),
        ("place-free", free_now(third(), false, one_attended())),
        ("place-free-course", free_now(day(1), true, met())),
        ("offer-lapsed-late", lapsed_late(third(), false, one_attended(), true)),
        ("offer-lapsed-no-more", lapsed_late(day(1), true, one_attended(), false)),
        ("not-tomorrow", not_tomorrow(second(), false, Some(to()))),
        ("not-tomorrow-course-off", not_tomorrow(day(3), true, None)),
        ("not-tomorrow-taken-off", taken_off(second())),
        ("tomorrow-in-the-room-today", in_the_room(second(), false, 25, true)),
        ("session-changed-offered", moved(second(), to(), false, held())),
        ("session-changed-offer-over", moved(second(), to(), false, OfferNow::Over)),
        ("session-changed-offer-ended", moved(second(), to(), false, OfferNow::Ended)),
        ("session-changed-offer-ended-unmoved", moved(second(), second(), false, OfferNow::Ended)),
        ("provisional-place", provisional(false)),
        ("provisional-place-again", provisional(true)),
    ]
}
