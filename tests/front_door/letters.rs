//! Every letter, with the richest and the poorest facts, in both languages.

use percorso::domain::letter::{
    Choice, InviteFacts, Letter, Method, PathFacts, Payload, Recipient, SessionFacts, Title,
};
use percorso::domain::path_state::{Slot, SlotKind};
use percorso::domain::person::Language;
use percorso::mail::compose::{Stored, compose, render};
use percorso::words::Views;

use crate::harness::policy;

fn session(rich: bool) -> SessionFacts {
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
    }
}

fn path(rich: bool) -> PathFacts {
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

/// One of each kind.
fn letters(rich: bool) -> Vec<Letter> {
    let until = "2014-09-16T07:00:00Z".parse().unwrap();
    let token = || "token-1234567890".to_owned();
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
        Letter::WaitingListJoined { session: session(), leave_token: token(), position: 3, path: path() },
        Letter::PlaceReleased {
            session: session(),
            by_staff: rich,
            waiting: !rich,
            path: path(),
            invite: rich.then(|| invite(rich, Method::Cancel)),
        },
        Letter::SignIn { token: token(), code: "123456".into(), until },
    ];
    all.extend(course_letters(rich));
    all
}

/// What follows from a register, and the course.
fn course_letters(rich: bool) -> Vec<Letter> {
    let until = "2014-09-16T07:00:00Z".parse().unwrap();
    let token = || "token-1234567890".to_owned();
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
        },
        Letter::AbsentStillShort { session: session(), path: path() },
        Letter::CourseConfirmed { course: course(), days: days(), leave_token: token(), path: path() },
        Letter::CourseDay { invite: invite(rich, Method::Request) },
        Letter::CourseDayCancelled { invite: invite(rich, Method::Cancel) },
        Letter::CourseWaiting { course: course(), position: 2, leave_token: token(), path: path() },
        Letter::ProvisionalPlace { course: course(), days: days(), leave_token: token(), path: path() },
        Letter::ProvisionalAtRisk { course: course(), until, path: path() },
        Letter::ProvisionalReleased { course: course(), path: path() },
        Letter::WaiverGiven { course: course(), path: path() },
        Letter::CourseLeft { course: course(), by_staff: rich, path: path() },
        Letter::TestMail,
    ]
}

fn payload(letter: Letter, rich: bool) -> String {
    let name = if rich { "Ada" } else { "" };
    let to =
        Recipient { address: "ada@posta.example".into(), given_name: name.into(), full_name: name.into() };
    let mut sender = policy().sender;
    if !rich {
        sender.phone = None;
    }
    serde_json::to_string(&Payload { sender, to, letter }).unwrap()
}

#[test]
fn every_letter_is_whole_in_both_languages_with_much_and_with_little() {
    let views = Views::load().unwrap();
    for rich in [true, false] {
        for letter in letters(rich) {
            for language in Language::ALL {
                let code = letter.code();
                let stored = payload(letter.clone(), rich);
                let (_, rendered) = render(&views, &stored, language)
                    .unwrap_or_else(|e| panic!("{code}, {language:?}, rich {rich}: {e}"));
                assert!(
                    !rendered.subject.contains("mail-subject"),
                    "{code} has no subject: {}",
                    rendered.subject
                );
                assert!(!rendered.subject.contains('\n') && !rendered.subject.is_empty(), "{code}");
                assert!(rendered.text.contains("Il gruppo formazione"), "{code} is signed");
                assert!(
                    rendered.html.contains("<title>") && !rendered.html.contains("<img"),
                    "{code}: no images"
                );
                for line in rendered.text.lines().filter(|line| line.contains("http")) {
                    assert!(
                        line.trim().starts_with("http") && !line.trim().contains(' '),
                        "{code}: a link stands alone: {line}"
                    );
                }
                let message = compose(
                    &views,
                    &Stored {
                        payload: &stored,
                        language,
                        message_id: "<x@percorso.example>",
                        in_reply_to: None,
                        dated: "2014-09-15T07:00:00Z".parse().unwrap(),
                    },
                );
                assert!(message.is_ok(), "{code}");
            }
        }
    }
}

#[test]
fn the_acting_link_is_the_first_of_its_letter() {
    let views = Views::load().unwrap();
    for (letter, start) in letters(true).into_iter().filter_map(|letter| {
        let start = match letter {
            Letter::ConfirmSignUp { .. } | Letter::KnownSignUp { .. } => "/conferma/",
            Letter::SignIn { .. } => "/accedi/",
            Letter::PlaceConfirmed { .. } => "/disdici/",
            _ => return None,
        };
        Some((letter, start))
    }) {
        let code = letter.code();
        let (_, rendered) = render(&views, &payload(letter, true), Language::It).unwrap();
        let first =
            rendered.text.lines().map(str::trim).find(|line| line.starts_with("http")).unwrap().to_owned();
        assert!(first.contains(start), "{code}: {first}");
    }
}

#[test]
fn subjects_tell_nothing_private() {
    let views = Views::load().unwrap();
    for letter in letters(true) {
        let (_, rendered) = render(&views, &payload(letter, true), Language::It).unwrap();
        for word in ["salute", "diagnosi", "malattia", "LIS"] {
            assert!(!rendered.subject.contains(word), "{}", rendered.subject);
        }
    }
}
