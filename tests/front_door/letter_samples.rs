//! One letter of each kind with the richest and with the poorest facts; what tests of letters begin with.

use percorso::domain::letter::{
    Choice, DigestLine, Instead, InviteFacts, Letter, Method, OfferNow, PathFacts, Payload, Recipient,
    SessionFacts, Title,
};
use percorso::domain::path_slots::{Slot, SlotKind};
use percorso::domain::today::What;

use crate::harness::policy;
use crate::letter_states_corrections::correction_letters;
use crate::letter_states_late::{lapsed, late_letters};

/// The token of every link.
pub const TOKEN: &str = "token-1234567890";

/// The session of every letter.
pub fn session(rich: bool) -> SessionFacts {
    SessionFacts {
        title: if rich {
            Title {
                official: "Il promotore dell’Ama".into(),
                gloss: Some("The AMA group promoter".into()),
                nth: 1,
            }
        } else {
            Title::default()
        },
        number: 1,
        of: if rich { 7 } else { 1 },
        date: rich.then(|| "2014-09-24".parse().unwrap()),
        start: rich.then(|| "09:30:00".parse().unwrap()),
        end: rich.then(|| "17:00:00".parse().unwrap()),
        zone: "Europe/Rome".into(),
        place: rich.then(|| "Sala AMALO, Milano".into()),
        page: "/workshop/il-promotore-dell-ama".into(),
        too_late_for: None,
    }
}

/// The rule of every letter.
pub fn path(rich: bool) -> PathFacts {
    let slot = |kind, date: Option<&str>| Slot { kind, date: date.map(|d| d.parse().unwrap()) };
    PathFacts {
        required: 2,
        offered: 5,
        missing: if rich { 1 } else { 2 },
        slots: if rich {
            vec![slot(SlotKind::Done, Some("2014-09-24")), slot(SlotKind::Book, Some("2014-10-02"))]
        } else {
            vec![slot(SlotKind::Empty, None); 2]
        },
        choices: if rich { vec![session(true), session(false)] } else { Vec::new() },
        full: if rich { vec![session(true).page] } else { Vec::new() },
    }
}

fn invite(rich: bool, method: Method) -> InviteFacts {
    InviteFacts {
        uid: "u@percorso.example".into(),
        sequence: 0,
        dtstamp: "2014-09-15T07:00:00Z".parse().unwrap(),
        method,
        session: SessionFacts { date: "2014-09-24".parse().ok(), ..session(rich) },
    }
}

/// One of each kind; of some, more.
pub fn letters(rich: bool) -> Vec<Letter> {
    let until = "2014-09-16T07:00:00Z".parse().unwrap();
    let token = || TOKEN.to_owned();
    let (session, path) = (|| session(rich), || path(rich));
    let choices = || {
        vec![Choice { session: session(), position: None }, Choice { session: session(), position: Some(3) }]
    };
    let mut all = vec![
        Letter::ConfirmSignUp { token: token(), choices: choices(), until },
        Letter::KnownSignUp {
            token: rich.then(token),
            choices: if rich { choices() } else { Vec::new() },
            already: choices(),
            free: if rich { choices() } else { Vec::new() },
            until,
        },
        Letter::HoldEnded { session: session() },
        Letter::PlaceConfirmed {
            session: session(),
            leave_token: token(),
            path: path(),
            invite: Some(invite(rich, Method::Request)),
        },
        Letter::PlaceConfirmed { session: session(), leave_token: token(), path: path(), invite: None },
        Letter::PlaceReleased {
            session: session(),
            by_staff: rich,
            waiting: !rich,
            path: path(),
            invite: rich.then(|| invite(rich, Method::Cancel)),
            declined: false,
        },
        Letter::SignIn { token: token(), code: "123456".into(), until, way: String::new() },
        Letter::ConfirmAddress { token: token(), until },
        Letter::AddressAsked { masked: "lu•••@posta.example".into(), until },
        Letter::DataErased,
    ];
    all.extend(late_letters(rich));
    all.extend(course_letters(rich));
    all.extend(correction_letters(rich));
    for course in [true, false] {
        all.extend(line_letters(rich, course));
        all.extend(change_letters(rich, course));
    }
    all.extend(certificate_letters(rich));
    all.extend([Letter::DateOut { session: session() }, digest(rich)]);
    all
}

/// What follows from a register, and the course.
fn course_letters(rich: bool) -> Vec<Letter> {
    let until = "2014-09-16T07:00:00Z".parse().unwrap();
    let token = || TOKEN.to_owned();
    let (session, path) = (|| session(rich), || path(rich));
    let official = "Il promotore dei gruppi di auto mutuo aiuto";
    let title = Title { official: official.into(), gloss: Some("The promoter".into()), nth: 0 };
    let course = || if rich { title.clone() } else { Title::default() };
    let days = || if rich { vec![session(); 7] } else { vec![session()] };
    vec![
        Letter::AttendedStillShort { session: session(), path: path() },
        Letter::RuleReached {
            path: path(),
            course: course(),
            days: days(),
            has_course_place: rich,
            closes: rich.then(|| "2014-10-17".parse().unwrap()),
            by_decision: !rich,
        },
        Letter::AbsentStillShort { session: session(), path: path() },
        Letter::CourseConfirmed {
            course: course(),
            days: days(),
            leave_token: token(),
            path: path(),
            was_provisional: rich,
        },
        Letter::CourseDay { invite: invite(rich, Method::Request) },
        Letter::CourseDayCancelled { invite: invite(rich, Method::Cancel) },
        Letter::CourseWaiting {
            course: course(),
            position: 2,
            leave_token: token(),
            path: path(),
            room: rich,
        },
        Letter::ProvisionalAtRisk { course: course(), until, path: path() },
        Letter::ProvisionalReleased { course: course(), path: path() },
        Letter::WaiverGiven { course: course(), path: path() },
        Letter::CourseLeft { course: course(), by_staff: rich, path: path(), declined: !rich },
        Letter::ApplicationReceived { course: course(), leave_token: token(), path: path() },
        Letter::ApplicationDeclined { course: course(), reason: "I posti sono pochi.".into(), path: path() },
        Letter::TestMail,
    ]
}

/// Before and after a certificate is published.
fn certificate_letters(rich: bool) -> Vec<Letter> {
    let official = "Il promotore dei gruppi di auto mutuo aiuto";
    let title = Title { official: official.into(), gloss: Some("The promoter".into()), nth: 0 };
    let course = || if rich { title.clone() } else { Title::default() };
    let edition = || "autunno-2014".to_owned();
    let number = || "AMA-2014-0117".to_owned();
    vec![
        Letter::CheckName { course: course(), edition: edition(), unprintable: !rich },
        Letter::CertificateReady { course: course(), number: number(), again: rich, edition: edition() },
        Letter::CertificateRevoked {
            course: course(),
            number: number(),
            reason: if rich { "Due presenze erano di un’altra persona.".into() } else { "Errore".into() },
        },
    ]
}

/// The waiting list, and what is written before a session.
pub fn line_letters(rich: bool, course: bool) -> Vec<Letter> {
    let token = || TOKEN.to_owned();
    let (session, path) = (|| session(rich), || path(rich));
    vec![
        Letter::PlaceOffered {
            session: session(),
            course,
            until: "2014-09-16T07:00:00Z".parse().unwrap(),
            accept_token: token(),
            decline_token: token(),
            path: path(),
        },
        lapsed(session(), course, Some(4), path()),
        lapsed(session(), course, None, path()),
        Letter::LineClosed { session: session(), course, path: path() },
        Letter::Reminder { session: session(), course, leave_token: token(), away: if rich { 2 } else { 0 } },
        Letter::TomorrowInTheRoom {
            session: session(),
            course,
            session_id: 7,
            expected: if rich { 25 } else { 0 },
            today: !rich,
        },
        Letter::NotTomorrow {
            session: session(),
            course,
            session_id: 7,
            moved: rich.then(session),
            taken_off: false,
        },
        Letter::NotTomorrow { session: session(), course, session_id: 7, moved: None, taken_off: true },
    ]
}

/// What changes and what is called off.
fn change_letters(rich: bool, course: bool) -> Vec<Letter> {
    let invite = |method| rich.then(|| invite(rich, method));
    let changed = |was: SessionFacts, waiting: bool, provisional: bool| Letter::SessionChanged {
        was,
        session: session(rich),
        course,
        waiting,
        offer: OfferNow::NotMade,
        provisional,
        leave_token: TOKEN.to_owned(),
        invite: invite(Method::Request).filter(|_| !waiting && !provisional),
    };
    let before = SessionFacts { date: "2014-09-17".parse().ok(), ..session(rich) };
    let cancelled = |waiting: bool| Letter::OfferingCancelled {
        session: session(rich),
        course,
        waiting,
        path: path(rich),
        invite: invite(Method::Cancel).filter(|_| !course && !waiting),
        instead: Instead::default(),
    };
    vec![
        changed(before.clone(), false, false),
        changed(before.clone(), true, false),
        changed(before, false, true),
        changed(SessionFacts::default(), false, false),
        Letter::SessionCancelled { session: session(rich), course, invite: invite(Method::Cancel) },
        cancelled(false),
        cancelled(true),
    ]
}

/// Everything the office's list can say; with little, each line without what it is about.
fn digest(rich: bool) -> Letter {
    let all = [
        What::OffersEnding,
        What::CallsToMake,
        What::RegisterOpen,
        What::RegistersOpen,
        What::DisputesOpen,
        What::ApplicationsWaiting,
        What::Unmarked,
        What::RuleInDoubt,
        What::CertificateInDoubt,
        What::StatementInDoubt,
        What::PlaceToGive,
        What::LettersRefused,
        What::CertificatesReady,
        What::DaysShort,
        What::DaysAtRisk,
        What::NoDayToMiss,
        What::Untold,
        What::DetailsMissing,
        What::WorkshopsUndated,
    ];
    let line = |what: What| DigestLine {
        what: what.code().to_owned(),
        count: if rich { 3 } else { 1 },
        people: if rich { 2 } else { 0 },
        date: session(rich).date,
        title: session(rich).title,
    };
    Letter::Digest {
        lines: all.map(line).to_vec(),
        more: if rich { 2 } else { 0 },
        edition: if rich { "Autunno 2014".into() } else { String::new() },
        key: if rich { "autunno-2014".into() } else { String::new() },
    }
}

/// What the outbox stores of a letter.
pub fn payload(letter: Letter, rich: bool) -> String {
    let name = if rich { "Ada" } else { "" };
    let to =
        Recipient { address: "ada@posta.example".into(), given_name: name.into(), full_name: name.into() };
    let mut sender = policy().sender;
    if !rich {
        sender.phone = None;
    }
    // A letter to staff, or about a person and no edition, names none.
    let season = if rich { "autunno-2014" } else { "" };
    serde_json::to_string(&Payload { sender, to, season: season.into(), letter }).unwrap()
}
