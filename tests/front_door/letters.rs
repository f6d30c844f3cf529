//! Every letter, with the richest and the poorest facts, in both languages.

use std::collections::BTreeSet;

use percorso::domain::letter::{Letter, OfferNow, SessionFacts};
use percorso::domain::person::Language;
use percorso::mail::compose::{Stored, compose, render};

use crate::harness::SITE;
use crate::letter_samples::{TOKEN, letters, line_letters, payload, session};

#[test]
fn every_letter_is_whole_in_both_languages_with_much_and_with_little() {
    let views = crate::harness::views();
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
    let views = crate::harness::views();
    for (letter, start) in letters(true).into_iter().filter_map(|letter| {
        let start = match letter {
            Letter::ConfirmSignUp { .. } | Letter::KnownSignUp { .. } => "/conferma/",
            Letter::SignIn { .. } => "/accedi/",
            Letter::ConfirmAddress { .. } => "/indirizzo/",
            Letter::PlaceConfirmed { .. }
            | Letter::WaitingListJoined { .. }
            | Letter::CourseConfirmed { .. }
            | Letter::CourseWaiting { .. }
            | Letter::ProvisionalPlace { .. }
            | Letter::Reminder { .. } => "/disdici/",
            Letter::PlaceOffered { .. }
            | Letter::PlaceFree { .. }
            | Letter::SessionChanged { offer: OfferNow::Held { .. }, .. } => "/offerta/",
            Letter::SessionChanged { .. } => "/disdici/",
            Letter::DateOut { .. } => "/workshop/",
            Letter::TomorrowInTheRoom { .. } => "/aula/7",
            Letter::CheckName { .. } => "/mio-percorso/nome",
            Letter::CertificateReady { .. } => "/mio-percorso",
            Letter::Digest { .. } => "/gestione",
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
    let views = crate::harness::views();
    for language in Language::ALL {
        for letter in letters(true) {
            let (_, rendered) = render(&views, &payload(letter, true), language).unwrap();
            for private in [TOKEN, "123456", "ada@posta.example"] {
                assert!(!rendered.subject.contains(private), "{}", rendered.subject);
            }
        }
    }
}

#[test]
fn every_letter_has_a_sample() {
    let views = crate::harness::views();
    let code = |name: &String| Some(name.strip_prefix("mail/")?.strip_suffix(".txt")?.to_owned());
    let mut templates: BTreeSet<String> = views.names().iter().filter_map(code).collect();
    templates.retain(|code| !["components", "signature"].contains(&code.as_str()));
    let samples: BTreeSet<String> = letters(true).iter().map(|letter| letter.code().to_owned()).collect();
    assert_eq!(samples, templates);
}

#[test]
fn after_every_personal_link_stands_that_it_is_nobody_elses() {
    let views = crate::harness::views();
    for language in Language::ALL {
        let personal = views.words().plain(language, "mail-personal");
        for letter in letters(true) {
            let code = letter.code();
            let (_, rendered) = render(&views, &payload(letter, true), language).unwrap();
            let lines: Vec<&str> = rendered.text.lines().collect();
            for at in (0..lines.len()).filter(|at| lines[*at].contains(TOKEN)) {
                assert_eq!(lines.get(at + 1), Some(&personal.as_str()), "{code}");
            }
        }
    }
}

#[test]
fn an_offer_has_a_link_for_each_answer_in_the_language_of_the_letter() {
    let views = crate::harness::views();
    let offer = line_letters(true, false).remove(0);
    for (language, start) in [(Language::It, "/offerta/"), (Language::En, "/en/offerta/")] {
        let (_, rendered) = render(&views, &payload(offer.clone(), true), language).unwrap();
        let links: Vec<&str> = rendered.text.lines().filter(|line| line.starts_with("http")).collect();
        let link = |end: &str| format!("{SITE}{start}{TOKEN}{end}");
        assert_eq!(links, [link(""), link("/no")]);
    }
}

#[test]
fn the_office_reads_every_letter_without_a_link_that_works() {
    let views = crate::harness::views();
    for letter in letters(true) {
        let code = letter.code();
        let (_, rendered) = render(&views, &payload(letter.masked(), true), Language::It).unwrap();
        for secret in [TOKEN, "123456"] {
            assert!(!rendered.text.contains(secret) && !rendered.html.contains(secret), "{code}");
        }
    }
}

#[test]
fn a_letter_about_a_change_is_named_after_the_greatest_one() {
    let views = crate::harness::views();
    let old = SessionFacts { date: "2014-10-02".parse().ok(), ..session(true) };
    let on = |date: &str| SessionFacts { date: date.parse().ok(), ..old.clone() };
    let all_day = SessionFacts { start: None, end: None, ..old.clone() };
    let elsewhere = SessionFacts { place: Some("Biblioteca".into()), ..old.clone() };
    let nowhere = SessionFacts { place: None, ..old.clone() };
    let later = SessionFacts { start: "10:00:00".parse().ok(), ..elsewhere.clone() };
    let undated = SessionFacts { date: None, ..old.clone() };
    let cases = [
        (&old, on("2014-10-07"), "Cambia la data: da gio 2 a mar 7 ottobre"),
        (&old, on("2014-11-04"), "Cambia la data: da gio 2 ottobre a mar 4 novembre"),
        (&old, later, "Cambia l’orario: giovedì 2 ottobre, 10:00–17:00"),
        (&old, all_day.clone(), "Cambia l’orario: giovedì 2 ottobre, orario in arrivo"),
        (&all_day, old.clone(), "Ora c’è l’orario: giovedì 2 ottobre, 9:30–17:00"),
        (&old, elsewhere, "Cambia il luogo: giovedì 2 ottobre"),
        (&nowhere, old.clone(), "Ora c’è l’indirizzo: giovedì 2 ottobre"),
        (&undated, old.clone(), "C’è la data: giovedì 2 ottobre"),
        (&SessionFacts::default(), old.clone(), "C’è una giornata in più nel corso: giovedì 2 ottobre"),
    ];
    for (was, now, subject) in cases {
        let letter = Letter::SessionChanged {
            was: was.clone(),
            session: now,
            course: true,
            waiting: false,
            offer: OfferNow::NotMade,
            provisional: false,
            leave_token: String::new(),
            invite: None,
        };
        let (_, rendered) = render(&views, &payload(letter, true), Language::It).unwrap();
        assert_eq!(rendered.subject, subject);
    }
}
