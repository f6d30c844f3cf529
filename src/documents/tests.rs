//! Whole documents: one page, the same bytes for the same facts, everything inside, however long the names are.

use super::paper::{Mark, Sheet};
use super::*;
use crate::domain::certificate::CourseDay;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn attended(title: &str, nth: u32, on: &str) -> AttendedWorkshop {
    AttendedWorkshop { title: Some(title.to_owned()), nth, date: date(on) }
}

fn facts() -> CertificateFacts {
    let days =
        ["2014-10-22", "2014-10-29", "2014-11-05", "2014-11-19", "2014-12-10", "2015-01-14", "2015-01-21"];
    CertificateFacts {
        language: Language::It,
        number: "AMA-2014-0117".to_owned(),
        suffix: None,
        code: "7F3KQ2M9XW4TB".to_owned(),
        name: "Lucia Ferrari".to_owned(),
        organisation: "AMALO".to_owned(),
        project: Some("NiguardaNoi".to_owned()),
        course: "Il promotore dei gruppi di auto mutuo aiuto".to_owned(),
        city: Some("Milano".to_owned()),
        first: date("2014-10-22"),
        last: date("2015-01-21"),
        days: days
            .into_iter()
            .map(|day| CourseDay { date: date(day), attended: day != "2014-11-05" })
            .collect(),
        minutes: Some(42 * 60),
        workshops: vec![
            attended("Il promotore dell’Ama", 1, "2014-09-24"),
            attended("Auto mutuo aiuto e professionismo", 3, "2014-10-03"),
        ],
        required: 2,
        issued_on: date("2015-01-21"),
        signatures: vec!["Responsabile della formazione".to_owned(), "Presidente di AMALO".to_owned()],
        check_url: "https://percorso.example/v/7F3KQ2M9XW4TB".to_owned(),
        phone: Some("800 135 437".to_owned()),
    }
}

fn poor() -> CertificateFacts {
    CertificateFacts {
        suffix: Some("b".to_owned()),
        project: None,
        city: None,
        minutes: None,
        workshops: Vec::new(),
        signatures: Vec::new(),
        phone: None,
        last: date("2014-10-22"),
        ..facts()
    }
}

fn long() -> CertificateFacts {
    let title = "Auto mutuo aiuto e professionismo: la declinazione delle abilità ".repeat(3);
    CertificateFacts {
        name: "Massimiliana ".repeat(16).trim_end().to_owned(),
        organisation: "Associazione ".repeat(15),
        project: Some("Il progetto di tutte le associazioni ".repeat(5)),
        course: title.clone(),
        workshops: (1..=9).map(|nth| attended(&title, nth, "2014-09-24")).collect(),
        signatures: vec!["Responsabile ".repeat(15); 3],
        city: Some("Sant’Angelo Lodigiano".to_owned()),
        ..facts()
    }
}

fn statement_facts() -> StatementFacts {
    let CertificateFacts { name, organisation, project, city, signatures, check_url, phone, code, .. } =
        facts();
    let time = |text: &str| text.parse::<chrono::NaiveTime>().unwrap();
    StatementFacts {
        language: Language::It,
        number: None,
        code,
        name,
        organisation,
        project,
        workshop: attended("Il promotore dell’Ama", 1, "2014-10-08"),
        hours: Some((time("09:30:00"), time("17:00:00"))),
        city,
        issued_on: date("2014-10-09"),
        signatures,
        check_url,
        phone,
    }
}

fn words() -> Words {
    Words::load().unwrap()
}

fn page(facts: &CertificateFacts) -> Sheet {
    certificate::sheet(&words(), facts).unwrap()
}

/// What is read on a page, a paragraph a line; drawings by what they say.
fn read(sheet: &Sheet) -> String {
    let whole = |lines: &Vec<paper::Printed>| lines.iter().map(|line| line.line.text()).collect::<String>();
    let said = |mark: &Mark| match mark {
        Mark::Heading(lines) | Mark::Text(lines) => Some(whole(lines)),
        Mark::Figure { says, .. } => Some(says.clone()),
        Mark::Ornament(_) => None,
    };
    sheet.marks.iter().filter_map(said).collect::<Vec<_>>().join("\n")
}

fn pages_of(bytes: &[u8]) -> usize {
    let plain: String = String::from_utf8_lossy(bytes).chars().filter(|c| !c.is_whitespace()).collect();
    let key = "/Type/Page";
    plain
        .match_indices(key)
        .filter(|(at, _)| !plain[at + key.len()..].starts_with(|c: char| c.is_ascii_alphabetic()))
        .count()
}

fn outside(sheet: &Sheet) -> Vec<String> {
    sheet
        .lines()
        .into_iter()
        .filter(|line| {
            let within = line.x > 20.0
                && line.right() < sheet.width - 20.0
                && line.baseline > line.size
                && line.baseline < sheet.height - 20.0;
            !within
        })
        .map(|line| line.line.text())
        .collect()
}

#[test]
fn a_certificate_is_one_page_with_the_same_bytes_each_time() {
    let words = words();
    for facts in [facts(), poor(), long()] {
        let bytes = certificate(&words, &facts).unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        assert_eq!(pages_of(&bytes), 1);
        assert!(bytes == certificate(&words, &facts).unwrap(), "other bytes for the same facts");
    }
}

#[test]
fn other_facts_are_another_file() {
    let words = words();
    let reissued = CertificateFacts { suffix: Some("b".to_owned()), ..facts() };
    assert!(certificate(&words, &facts()).unwrap() != certificate(&words, &reissued).unwrap());
}

#[test]
fn a_statement_is_one_page_with_the_same_bytes_each_time() {
    let words = words();
    let poor = StatementFacts {
        number: Some("AMA-W-3".to_owned()),
        hours: None,
        city: None,
        project: None,
        signatures: Vec::new(),
        phone: None,
        workshop: AttendedWorkshop { title: None, nth: 4, date: date("2014-10-11") },
        language: Language::En,
        ..statement_facts()
    };
    for facts in [statement_facts(), poor] {
        let bytes = statement(&words, &facts).unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        assert_eq!(pages_of(&bytes), 1);
        assert!(bytes == statement(&words, &facts).unwrap(), "other bytes for the same facts");
    }
}

#[test]
fn a_certificate_says_what_was_attended_and_how_to_check_it() {
    assert_eq!(
        read(&page(&facts())),
        "AMALO\n\
         Auto mutuo aiuto, Milano\n\
         Nell’ambito del progetto NiguardaNoi\n\
         Attestato di partecipazione\n\
         Si attesta che\n\
         Lucia Ferrari\n\
         ha frequentato 6 giornate su 7 (42 ore complessive) del corso di secondo livello \
         «Il promotore dei gruppi di auto mutuo aiuto», tenuto a Milano dal 22 ottobre 2014 al 21 gennaio 2015.\n\
         La linea del percorso. Workshop introduttivi frequentati: 24 settembre 2014, 3 ottobre 2014. Ne servono 2. \
         Giornate del corso frequentate: 22 ottobre 2014, 29 ottobre 2014, 19 novembre 2014, 10 dicembre 2014, \
         14 gennaio 2015, 21 gennaio 2015. Giornate mancate: 5 novembre 2014.\n\
         Workshop introduttivi frequentati: «Il promotore dell’Ama», 24 settembre 2014; \
         «Auto mutuo aiuto e professionismo», 3 ottobre 2014.\n\
         Milano, 21 gennaio 2015\n\
         Responsabile della formazione\n\
         Presidente di AMALO\n\
         Codice QR: apre la pagina che verifica questo documento, https://percorso.example/v/7F3KQ2M9XW4TB\n\
         Attestato n. AMA-2014-0117, codice 7F3KQ2M9XW4TB. Per verificarlo: percorso.example/v/7F3KQ2M9XW4TB \
         oppure 800 135 437. Documenta la frequenza; non è un titolo abilitante."
    );
}

#[test]
fn the_poorest_facts_make_whole_sentences_in_both_languages() {
    let italian = read(&page(&poor()));
    assert!(italian.contains("aiuto», tenuto il 22 ottobre 2014.\n"), "{italian}");
    assert!(italian.contains("Attestato n. AMA-2014-0117/b, codice"), "{italian}");
    assert!(italian.contains("Per verificarlo: percorso.example/v/7F3KQ2M9XW4TB. Documenta"), "{italian}");
    let english = read(&page(&CertificateFacts { language: Language::En, ..poor() }));
    assert!(english.contains("has attended 6 days out of 7 of the second-level course"), "{english}");
    assert!(english.contains("aiuto”, held on 22 October 2014.\n"), "{english}");
    for text in [italian, english] {
        assert!(!text.contains("cert-"), "{text}");
    }
}

#[test]
fn hours_are_whole_or_with_their_minutes() {
    let with =
        |minutes, language| read(&page(&CertificateFacts { minutes: Some(minutes), language, ..facts() }));
    assert!(with(44 * 60 + 30, Language::It).contains("su 7 (44:30 ore complessive) del corso"));
    assert!(with(60, Language::It).contains("su 7 (1 ora complessiva) del corso"));
    assert!(with(44 * 60 + 5, Language::En).contains("out of 7 (44:05 hours in all) of the second-level"));
}

#[test]
fn articles_go_with_the_number_of_the_day() {
    let words = words();
    let read = read(&statement::sheet(&words, &statement_facts()).unwrap());
    assert!(read.contains("tenuto a Milano l’8 ottobre 2014, dalle 9:30 alle 17:00."), "{read}");
    let voice = Voice { words: &words, language: Language::It };
    assert_eq!(
        voice.span(date("2014-10-08"), date("2014-11-11")),
        "dall’8 ottobre 2014 all’11 novembre 2014"
    );
}

#[test]
fn nothing_leaves_the_page_however_long_the_names_are() {
    for facts in [facts(), poor(), long()] {
        assert_eq!(outside(&page(&facts)), Vec::<String>::new());
    }
    let name = "W".repeat(200);
    assert_eq!(outside(&page(&CertificateFacts { name: name.clone(), ..facts() })), Vec::<String>::new());
    let stated = statement::sheet(&words(), &StatementFacts { name, ..statement_facts() }).unwrap();
    assert_eq!(outside(&stated), Vec::<String>::new());
}

#[test]
fn what_is_read_stands_above_what_is_signed() {
    for facts in [facts(), long()] {
        let sheet = page(&facts);
        let place =
            sheet.lines().into_iter().find(|line| line.line.text().ends_with("21 gennaio 2015")).unwrap();
        let sign =
            sheet.lines().into_iter().find(|line| line.line.text().starts_with("Responsabile")).unwrap();
        assert!(place.baseline < sign.baseline - 40.0, "{} {}", place.baseline, sign.baseline);
    }
}

#[test]
fn names_of_any_embedded_script_are_printed_and_others_refused_by_their_character() {
    let words = words();
    let named = |name: &str| certificate(&words, &CertificateFacts { name: name.to_owned(), ..facts() });
    for name in [
        "Ελένη Παπαδοπούλου",
        "Володимир Щербак",
        "محمد بن سلمان",
        "شی\u{200C}وا",
        "שרה לוי",
        "Sara שרה Levi",
        "Łucja Żak",
    ] {
        assert!(named(name).unwrap().starts_with(b"%PDF"), "{name}");
    }
    assert!(matches!(named("Ada 😀"), Err(Error::Character('😀'))));
    assert!(matches!(named("王小明"), Err(Error::Character('王'))));
}
