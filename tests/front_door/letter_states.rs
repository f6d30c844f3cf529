//! Every letter in each state it can be in, from facts that never change: what is reviewed as snapshots.

use percorso::domain::letter::{
    Choice, DigestLine, Instead, Letter, Method, OfferNow, PathFacts, SessionFacts, Title,
};
use percorso::domain::proposal::Proposal;

use crate::letter_facts::{
    DAYS, course, day, days, first, fourth, invite, met, nothing_yet, on, one_attended, one_booked_too,
    second, third, timed, token,
};
use crate::letter_states_certificates::certificates;
use crate::letter_states_corrections::corrections;
use crate::letter_states_late::{in_the_room, lapsed, late};

/// Every letter, some in more than one state, each with the name of its snapshot.
pub fn samples() -> Vec<(&'static str, Letter)> {
    let course = [corrections(), the_course(), certificates(), late()].concat();
    [signing_up(), places(), registers(), course, the_line(), ahead(), changes(), called_off()].concat()
}

fn signing_up() -> Vec<(&'static str, Letter)> {
    let until = "2014-09-16T07:00:00Z".parse().unwrap();
    let held = Choice { session: second(), position: None };
    let waits = Choice { session: third(), position: Some(3) };
    vec![
        (
            "confirm-sign-up",
            Letter::ConfirmSignUp { token: token(), choices: vec![held.clone(), waits.clone()], until },
        ),
        (
            "known-sign-up",
            Letter::KnownSignUp {
                token: Some(token()),
                choices: vec![waits],
                already: vec![held.clone()],
                free: Vec::new(),
                until,
            },
        ),
        (
            "known-sign-up-nothing-new",
            Letter::KnownSignUp { token: None, choices: vec![], already: vec![held], free: vec![], until },
        ),
        ("hold-ended", Letter::HoldEnded { session: second() }),
        ("sign-in", Letter::SignIn { token: token(), code: "123456".into(), until, way: String::new() }),
        ("confirm-address", Letter::ConfirmAddress { token: token(), until }),
        ("address-asked", Letter::AddressAsked { masked: "lu•••@posta.example".into(), until }),
        ("data-erased", Letter::DataErased),
        ("test-mail", Letter::TestMail),
    ]
}

fn places() -> Vec<(&'static str, Letter)> {
    let confirmed = |path| Letter::PlaceConfirmed {
        session: second(),
        leave_token: token(),
        path,
        invite: Some(invite(second(), Method::Request, 0)),
    };
    let released = |by_staff| Letter::PlaceReleased {
        session: second(),
        by_staff,
        waiting: false,
        path: one_attended(),
        invite: Some(invite(second(), Method::Cancel, 1)),
        declined: false,
    };
    vec![
        ("place-confirmed", confirmed(one_booked_too())),
        ("place-confirmed-with-choices", confirmed(one_booked())),
        (
            "waiting-list-joined",
            Letter::WaitingListJoined {
                session: third(),
                leave_token: token(),
                position: 3,
                path: beside_the_third(),
                open_to_all: false,
            },
        ),
        ("place-released", released(false)),
        ("place-released-by-staff", released(true)),
    ]
}

/// One booked, none attended yet; two of what can be chosen have no date.
fn one_booked() -> PathFacts {
    let fifth = SessionFacts {
        title: Title { nth: 5, ..Title::default() },
        page: "/workshop/quinto-workshop".into(),
        ..fourth()
    };
    let slots = [one_booked_too().slots, nothing_yet().slots];
    PathFacts {
        slots: slots.into_iter().filter_map(|slots| slots.into_iter().next_back()).collect(),
        choices: vec![third(), fourth(), fifth],
        ..nothing_yet()
    }
}

/// One attended, for a letter about the third, which is no choice then.
fn beside_the_third() -> PathFacts {
    PathFacts { choices: vec![second(), fourth()], ..one_attended() }
}

/// The course's days once their hours and place are known.
fn timed_days() -> Vec<SessionFacts> {
    days().into_iter().map(timed).collect()
}

fn registers() -> Vec<(&'static str, Letter)> {
    let reached = |days, has_course_place, by_decision| Letter::RuleReached {
        path: met(),
        course: course(),
        days,
        has_course_place,
        closes: "2014-10-17".parse().ok(),
        by_decision,
    };
    vec![
        ("attended-still-short", Letter::AttendedStillShort { session: first(), path: one_attended() }),
        ("absent-still-short", Letter::AbsentStillShort { session: first(), path: nothing_yet() }),
        ("rule-reached", reached(days(), false, false)),
        ("rule-reached-by-decision", reached(days(), false, true)),
        ("rule-reached-with-a-place", reached(days(), true, false)),
        ("rule-reached-with-hours", reached(timed_days(), false, false)),
    ]
}

fn the_course() -> Vec<(&'static str, Letter)> {
    let until = "2014-10-06T07:00:00Z".parse().unwrap();
    let confirmed = |days, was_provisional| Letter::CourseConfirmed {
        course: course(),
        days,
        leave_token: token(),
        path: met(),
        was_provisional,
    };
    let waiting = |room| Letter::CourseWaiting {
        course: course(),
        position: 2,
        leave_token: token(),
        path: met(),
        room,
    };
    vec![
        ("course-confirmed", confirmed(days(), false)),
        ("course-confirmed-final", confirmed(days(), true)),
        ("course-confirmed-with-hours", confirmed(timed_days(), false)),
        ("course-day", Letter::CourseDay { invite: invite(day(3), Method::Request, 0) }),
        ("course-day-again", Letter::CourseDay { invite: invite(timed(day(3)), Method::Request, 2) }),
        ("course-day-of-a-workshop", Letter::CourseDay { invite: invite(second(), Method::Request, 2) }),
        ("course-day-cancelled", Letter::CourseDayCancelled { invite: invite(day(3), Method::Cancel, 1) }),
        ("course-waiting", waiting(false)),
        ("course-waiting-with-room", waiting(true)),
        ("provisional-at-risk", Letter::ProvisionalAtRisk { course: course(), until, path: one_attended() }),
        ("provisional-released", Letter::ProvisionalReleased { course: course(), path: one_attended() }),
        ("waiver-given", Letter::WaiverGiven { course: course(), path: one_attended() }),
        (
            "course-left",
            Letter::CourseLeft { course: course(), by_staff: false, path: met(), declined: false },
        ),
        (
            "application-received",
            Letter::ApplicationReceived { course: course(), leave_token: token(), path: met() },
        ),
        (
            "application-declined",
            Letter::ApplicationDeclined {
                course: course(),
                reason: "Quest’anno i posti sono pochi.\nLa prossima edizione parte in primavera.".into(),
                path: met(),
            },
        ),
    ]
}

fn the_line() -> Vec<(&'static str, Letter)> {
    let offer = |session, course, path| Letter::PlaceOffered {
        session,
        course,
        until: "2014-09-17T10:00:00Z".parse().unwrap(),
        accept_token: token(),
        decline_token: "another-token".into(),
        path,
    };
    let closed = |session, course, path| Letter::LineClosed { session, course, path };
    let fourth_left = PathFacts { choices: vec![fourth()], ..one_attended() };
    vec![
        ("place-offered", offer(third(), false, one_attended())),
        ("place-offered-course", offer(day(1), true, met())),
        ("offer-lapsed", lapsed(third(), false, Some(4), beside_the_third())),
        ("offer-lapsed-twice", lapsed(third(), false, None, beside_the_third())),
        ("offer-lapsed-course", lapsed(day(1), true, Some(4), met())),
        ("line-closed", closed(third(), false, fourth_left)),
        ("line-closed-course", closed(day(1), true, met())),
    ]
}

fn ahead() -> Vec<(&'static str, Letter)> {
    let line = |what: &str, count, people, session: SessionFacts| DigestLine {
        what: what.to_owned(),
        count,
        people,
        date: session.date,
        title: session.title,
    };
    let lines = vec![
        line("register-open", 1, 0, first()),
        line("unmarked", 2, 0, second()),
        line("place-to-give", 1, 3, SessionFacts { date: None, ..day(1) }),
        line("letters-refused", 1, 0, SessionFacts::default()),
        line("workshops-undated", 2, 5, on(DAYS[0], SessionFacts::default())),
    ];
    let open = vec![line("registers-open", 3, 0, on("2014-09-24", SessionFacts::default()))];
    let room = |session, course, expected| in_the_room(session, course, expected, false);
    let remind = |session, course| Letter::Reminder { session, course, leave_token: token(), away: 2 };
    vec![
        ("reminder", remind(second(), false)),
        ("reminder-course", remind(day(3), true)),
        ("date-out", Letter::DateOut { session: on("2014-10-09", fourth()) }),
        ("tomorrow-in-the-room", room(second(), false, 25)),
        ("tomorrow-in-the-room-course", room(timed(day(3)), true, 0)),
        (
            "digest",
            Letter::Digest { lines, more: 1, edition: "Autunno 2014".into(), key: "autunno-2014".into() },
        ),
        (
            "digest-one-line",
            Letter::Digest { lines: open, more: 0, edition: String::new(), key: String::new() },
        ),
    ]
}

/// How the person of a letter stands to the session.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Invited,
    WithoutInvites,
    Waiting,
    Provisional,
}

fn changes() -> Vec<(&'static str, Letter)> {
    let changed = |was: SessionFacts, session: SessionFacts, course: bool, stands: Stands| {
        let sequence = u32::from(was.number > 0);
        let invite = (stands == Stands::Invited).then(|| invite(session.clone(), Method::Request, sequence));
        let (waiting, provisional) = (stands == Stands::Waiting, stands == Stands::Provisional);
        let (leave_token, offer) = (token(), OfferNow::NotMade);
        Letter::SessionChanged { was, session, course, waiting, offer, provisional, leave_token, invite }
    };
    let elsewhere = SessionFacts { place: Some("Biblioteca, Milano".into()), ..second() };
    let moved = || on("2014-10-07", second());
    vec![
        ("session-changed", changed(second(), moved(), false, Stands::Invited)),
        ("session-changed-by-hand", changed(second(), moved(), false, Stands::WithoutInvites)),
        ("session-changed-waiting", changed(second(), moved(), false, Stands::Waiting)),
        ("session-changed-place", changed(second(), elsewhere, false, Stands::Invited)),
        ("session-changed-hours-of-a-day", changed(day(3), timed(day(3)), true, Stands::Invited)),
        ("session-changed-provisional", changed(day(3), timed(day(3)), true, Stands::Provisional)),
        (
            "session-changed-added",
            changed(
                SessionFacts::default(),
                on("2015-01-28", SessionFacts { number: 8, of: 8, ..day(7) }),
                true,
                Stands::WithoutInvites,
            ),
        ),
    ]
}

fn called_off() -> Vec<(&'static str, Letter)> {
    let off = |session, course, waiting, path, invite| Letter::OfferingCancelled {
        session,
        course,
        waiting,
        path,
        invite,
        instead: Instead::default(),
    };
    let mut nothing_else =
        off(second(), false, false, one_attended(), Some(invite(second(), Method::Cancel, 1)));
    if let Letter::OfferingCancelled { instead, path, .. } = &mut nothing_else {
        *instead = Instead::of(Proposal::Nothing);
        instead.limit(path);
    }
    let cancel = |session| Some(invite(session, Method::Cancel, 1));
    let day_off = |invite| Letter::SessionCancelled { session: day(3), course: true, invite };
    vec![
        ("session-cancelled", day_off(cancel(day(3)))),
        ("session-cancelled-by-hand", day_off(None)),
        ("offering-cancelled", off(second(), false, false, one_attended(), cancel(second()))),
        ("offering-cancelled-nothing-else", nothing_else),
        ("offering-cancelled-waiting", off(third(), false, true, one_booked_too(), None)),
        ("offering-cancelled-course", off(day(1), true, false, met(), None)),
    ]
}
