//! The statement of attendance of one workshop: A4, upright, one page.

use super::column::{BODY, Column, UPRIGHT};
use super::frame::{Foot, Head, compose};
use super::layout::strong;
use super::paper::Sheet;
use super::{Error, Voice};
use crate::domain::certificate::StatementFacts;
use crate::words::dates;
use crate::words::{Value, Words};

/// The page of a statement.
///
/// # Errors
/// The address of the check fits into no QR code.
pub fn sheet(words: &Words, facts: &StatementFacts) -> Result<Sheet, Error> {
    let voice = Voice { words, language: facts.language };
    let head = Head { organisation: &facts.organisation, project: facts.project.as_deref() };
    let foot = Foot { signatures: &facts.signatures, check_url: &facts.check_url, note: note(&voice, facts) };
    let body = |column: &mut Column<'_>| body(&voice, facts, column);
    let marks = compose(&voice, UPRIGHT, &head, &foot, &body)?;
    Ok(Sheet {
        width: UPRIGHT.width,
        height: UPRIGHT.height,
        title: voice.file_title("cert-statement-title", &facts.name),
        author: facts.organisation.clone(),
        id: format!("{} {}", facts.number.as_deref().unwrap_or_default(), facts.code),
        language: facts.language,
        date: facts.issued_on,
        marks,
    })
}

fn body(voice: &Voice<'_>, facts: &StatementFacts, column: &mut Column<'_>) {
    for _ in 0..3 {
        column.gap();
    }
    column.title(&voice.plain("cert-statement-title"));
    column.gap();
    column.paragraph(&voice.plain("cert-attests"), &BODY);
    column.gap();
    column.name(&facts.name);
    column.gap();
    column.paragraph(&attended(voice, facts), &BODY);
    column.gap();
    column.paragraph(&voice.issued(facts.city.as_deref(), facts.issued_on), &BODY);
}

fn attended(voice: &Voice<'_>, facts: &StatementFacts) -> String {
    let date = facts.workshop.date;
    let day = voice.span(date, date);
    let when = match facts.hours {
        None => day,
        Some((start, end)) => voice.with(
            "cert-hours",
            &[
                ("day", Value::Text(&day)),
                ("start", Value::Text(&dates::time(start))),
                ("end", Value::Text(&dates::time(end))),
            ],
        ),
    };
    voice.with(
        "cert-statement-attended",
        &[
            ("title", Value::Text(&strong(&voice.workshop(&facts.workshop)))),
            ("where", Value::Text(&voice.place(facts.city.as_deref()))),
            ("when", Value::Text(&when)),
        ],
    )
}

/// Number where there is one, check, and what the statement is good for.
fn note(voice: &Voice<'_>, facts: &StatementFacts) -> String {
    let code = ("code", Value::Text(&facts.code));
    let number = match &facts.number {
        Some(number) => voice.with("cert-statement-number", &[("number", Value::Text(number)), code]),
        None => voice.with("cert-statement-code", &[code]),
    };
    let check = voice.check("cert-statement-check", &facts.check_url, facts.phone.as_deref());
    format!("{number} {check} {}", voice.plain("cert-limits"))
}
