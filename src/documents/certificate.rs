//! The certificate of attendance: A4, lying, one page.

use super::column::{ASIDE, BODY, Column, LYING};
use super::frame::{Foot, Head, compose};
use super::layout::strong;
use super::paper::Sheet;
use super::{Error, Voice, path_line};
use crate::domain::certificate::CertificateFacts;
use crate::words::{Value, Words};

/// The page of a certificate.
///
/// # Errors
/// The address of the check fits into no QR code.
pub fn sheet(words: &Words, facts: &CertificateFacts) -> Result<Sheet, Error> {
    let voice = Voice { words, language: facts.language };
    let head = Head { organisation: &facts.organisation, project: facts.project.as_deref() };
    let foot = Foot { signatures: &facts.signatures, check_url: &facts.check_url, note: note(&voice, facts) };
    let body = |column: &mut Column<'_>| body(&voice, facts, column);
    let marks = compose(&voice, LYING, &head, &foot, &body)?;
    Ok(Sheet {
        width: LYING.width,
        height: LYING.height,
        title: voice.file_title("cert-title", &facts.name),
        author: facts.organisation.clone(),
        id: format!("{} {}", facts.printed_number(), facts.code),
        language: facts.language,
        date: facts.issued_on,
        marks,
    })
}

fn body(voice: &Voice<'_>, facts: &CertificateFacts, column: &mut Column<'_>) {
    column.title(&voice.plain("cert-title"));
    column.gap();
    column.paragraph(&voice.plain("cert-attests"), &BODY);
    column.gap();
    column.name(&facts.name);
    column.gap();
    column.paragraph(&attended(voice, facts), &BODY);
    column.gap();
    path_line::draw(voice, facts, column);
    column.gap();
    if !facts.workshops.is_empty() {
        column.paragraph(&workshops(voice, facts), &ASIDE);
        column.gap();
    }
    column.paragraph(&voice.issued(facts.city.as_deref(), facts.issued_on), &BODY);
}

fn attended(voice: &Voice<'_>, facts: &CertificateFacts) -> String {
    let days = voice.with(
        "cert-days",
        &[("n", Voice::number(facts.attended())), ("of", Voice::number(facts.days.len()))],
    );
    let days = match facts.minutes {
        None => strong(&days),
        Some(minutes) => voice.with(
            "cert-days-hours",
            &[("days", Value::Text(&strong(&days))), ("hours", Value::Text(&hours(voice, minutes)))],
        ),
    };
    voice.with(
        "cert-attended",
        &[
            ("days", Value::Text(&days)),
            ("course", Value::Text(&strong(&voice.quoted(&facts.course)))),
            ("where", Value::Text(&voice.place(facts.city.as_deref()))),
            ("when", Value::Text(&voice.span(facts.first, facts.last))),
        ],
    )
}

/// `42 ore complessive`; with minutes `44:30 ore complessive`.
fn hours(voice: &Voice<'_>, minutes: u32) -> String {
    let (whole, rest) = (minutes / 60, minutes % 60);
    if rest == 0 {
        return voice.with("cert-hours-whole", &[("n", Value::Number(i64::from(whole)))]);
    }
    voice.with("cert-hours-part", &[("time", Value::Text(&format!("{whole}:{rest:02}")))])
}

fn workshops(voice: &Voice<'_>, facts: &CertificateFacts) -> String {
    let listed: Vec<String> = facts
        .workshops
        .iter()
        .map(|workshop| {
            let date = voice.day(workshop.date);
            let title = voice.workshop(workshop);
            voice.with("cert-workshop", &[("title", Value::Text(&title)), ("date", Value::Text(&date))])
        })
        .collect();
    voice.with(
        "cert-workshops",
        &[("n", Voice::number(listed.len())), ("list", Value::Text(&listed.join("; ")))],
    )
}

/// Number, check, and what the certificate is good for.
fn note(voice: &Voice<'_>, facts: &CertificateFacts) -> String {
    let number = voice.with(
        "cert-number",
        &[("number", Value::Text(&facts.printed_number())), ("code", Value::Text(&facts.code))],
    );
    let check = voice.check("cert-check", &facts.check_url, facts.phone.as_deref());
    format!("{number} {check} {}", voice.plain("cert-limits"))
}
