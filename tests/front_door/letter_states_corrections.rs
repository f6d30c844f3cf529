//! Letters about what the office looked at once more, in each state they can be in.

use percorso::domain::attendance::Mark;
use percorso::domain::letter::{Corrected, Letter, PathFacts, SessionFacts};

use crate::letter_facts::{day, first, met, nothing_yet, one_attended, second};
use crate::letter_samples::{path, session};

fn corrected(session: SessionFacts, was: Option<Mark>, now: Mark) -> Corrected {
    Corrected {
        course: session.of > 1,
        counts: session.of == 1,
        session,
        was,
        now,
        attended: now.counts(),
        reason: "La firma sul foglio c’è.".into(),
        by: "Delfina Marcandalli".into(),
        asked: false,
        days_attended: 5,
        days: 7,
        days_needed: Some(6),
        rule_in_doubt: false,
        certificate_in_doubt: false,
        statement_in_doubt: false,
        statement_safe: false,
        elsewhere: Vec::new(),
    }
}

/// One of each with much and with little: what tests of letters begin with.
pub fn correction_letters(rich: bool) -> Vec<Letter> {
    let sample = |course: bool, was, now: Mark| Corrected {
        course,
        counts: !course,
        by: if rich { "Delfina Marcandalli".into() } else { String::new() },
        asked: rich,
        days_needed: rich.then_some(6),
        rule_in_doubt: rich && !course,
        certificate_in_doubt: rich,
        statement_in_doubt: rich && !now.counts(),
        statement_safe: rich && now.counts(),
        elsewhere: if rich { vec!["Autunno 2015".into(), "Autunno 2016".into()] } else { Vec::new() },
        ..corrected(session(rich), was, now)
    };
    let letter = |corrected| Letter::MarkCorrected { corrected, path: path(rich) };
    let mut all: Vec<Letter> = Mark::ALL.into_iter().map(|now| letter(sample(false, None, now))).collect();
    all.push(letter(sample(false, Some(Mark::LeftEarly), Mark::Absent)));
    all.push(letter(sample(true, Some(Mark::Absent), Mark::Late)));
    for course in [true, false] {
        let answer = "Sul foglio la firma non c’è.".to_owned();
        all.push(Letter::DisputeDeclined { session: session(rich), course, answer, path: path(rich) });
    }
    all
}

/// A corrected mark, and an answer to somebody who says that they were there.
pub fn corrections() -> Vec<(&'static str, Letter)> {
    let letter = |corrected, path| Letter::MarkCorrected { corrected, path };
    let up = Corrected { asked: true, ..corrected(second(), Some(Mark::Absent), Mark::Present) };
    let again = Corrected { statement_safe: true, ..up.clone() };
    let down = Corrected {
        reason: "Segno messo alla persona sbagliata.".into(),
        ..corrected(second(), Some(Mark::Present), Mark::Absent)
    };
    let statement =
        Corrected { statement_in_doubt: true, elsewhere: vec!["Autunno 2015".into()], ..down.clone() };
    let day_lost = Corrected {
        certificate_in_doubt: true,
        reason: "È andata via a metà mattina.".into(),
        ..corrected(day(3), Some(Mark::Late), Mark::Absent)
    };
    let declined = |session, course, path: PathFacts| Letter::DisputeDeclined {
        session,
        course,
        answer: "Sul foglio la tua firma non c’è, e chi conduceva non ti ricorda in aula.".into(),
        path,
    };
    vec![
        ("mark-corrected", letter(up, met())),
        ("mark-corrected-unmarked", letter(corrected(first(), None, Mark::Late), one_attended())),
        ("mark-corrected-down", letter(down.clone(), one_attended())),
        ("mark-corrected-in-doubt", letter(Corrected { rule_in_doubt: true, ..down }, met())),
        ("mark-corrected-statement", letter(statement, one_attended())),
        ("mark-corrected-statement-again", letter(again, met())),
        ("mark-corrected-course-day", letter(corrected(day(3), None, Mark::Present), met())),
        ("mark-corrected-course-day-lost", letter(day_lost, met())),
        ("dispute-declined", declined(first(), false, nothing_yet())),
        ("dispute-declined-course-day", declined(day(3), true, met())),
    ]
}
