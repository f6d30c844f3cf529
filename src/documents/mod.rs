//! Documents on paper: the certificate of attendance and the statement of a workshop, as PDF; codes to check them.
//!
//! Facts become sentences (`Voice`), sentences become lines (`layout`, pure), lines stand on a page (`column`,
//! `frame`, `paper`), the page becomes a file (`pdf`). The same facts make the same bytes: no clock, no random
//! value. To add a document: 1. its facts in `domain/certificate.rs`; 2. a file here with its page; 3. its sentences,
//! `cert-…`, in both languages; 4. its facts, the richest and the poorest, in `tests.rs`.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::certificate::{AttendedWorkshop, CertificateFacts, StatementFacts};
use crate::domain::person::Language;
use crate::words::dates::{self, Form};
use crate::words::{Value, Words};

mod certificate;
mod column;
mod fonts;
mod frame;
mod layout;
mod paper;
mod path_line;
mod pdf;
mod qr;
mod statement;
#[cfg(test)]
mod tests;

pub use fonts::can_print;
pub use qr::svg as qr_svg;

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A character that no embedded font has; [`can_print`] finds it before.
    #[error("no embedded font prints the character {0:?}")]
    Character(char),
    /// An embedded font that cannot be read; a fault of ours.
    #[error("the embedded font {0} cannot be read")]
    Font(usize),
    /// A text that fits into no QR code.
    #[error("QR code: {0}")]
    Qr(String),
    /// The file could not be made as the standard wants it; a fault of ours.
    #[error("PDF: {0}")]
    Pdf(String),
}

/// The certificate as a file: PDF/UA, one page A4.
///
/// # Errors
/// A name or title has a character no font prints; or a fault of ours.
pub fn certificate(words: &Words, facts: &CertificateFacts) -> Result<Vec<u8>, Error> {
    pdf::write(&certificate::sheet(words, facts)?)
}

/// The statement of attendance of one workshop as a file: PDF/UA, one page A4.
///
/// # Errors
/// A name or title has a character no font prints; or a fault of ours.
pub fn statement(words: &Words, facts: &StatementFacts) -> Result<Vec<u8>, Error> {
    pdf::write(&statement::sheet(words, facts)?)
}

/// The sentences of a document, in its language.
struct Voice<'w> {
    words: &'w Words,
    language: Language,
}

impl Voice<'_> {
    fn plain(&self, key: &str) -> String {
        self.words.plain(self.language, key)
    }

    fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(self.language, key, args)
    }

    fn number(count: usize) -> Value<'static> {
        Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// `24 settembre 2014`.
    fn day(&self, date: NaiveDate) -> String {
        format!("{} {}", dates::date(date, Form::Day, self.language), date.year())
    }

    /// `24 set`.
    fn short(&self, date: NaiveDate) -> String {
        let part = |form| dates::date(date, form, self.language);
        format!("{} {}", part(Form::Number), part(Form::Month))
    }

    /// `dal 22 ottobre 2014 al 21 gennaio 2015`; one day is `il 22 ottobre 2014`. The number of the day chooses the
    /// article: `dall’8`.
    fn span(&self, first: NaiveDate, last: NaiveDate) -> String {
        let (from, to) = (self.day(first), self.day(last));
        let number = |date: NaiveDate| Value::Number(i64::from(date.day()));
        if first == last {
            return self.with("cert-on", &[("n", number(first)), ("date", Value::Text(&from))]);
        }
        let from = self.with("cert-from", &[("n", number(first)), ("date", Value::Text(&from))]);
        let to = self.with("cert-to", &[("n", number(last)), ("date", Value::Text(&to))]);
        format!("{from} {to}")
    }

    /// `a Milano`; nothing where no city is set.
    fn place(&self, city: Option<&str>) -> String {
        city.map_or_else(String::new, |city| self.with("cert-where", &[("city", Value::Text(city))]))
    }

    fn issued(&self, city: Option<&str>, on: NaiveDate) -> String {
        let date = self.day(on);
        match city {
            Some(city) => {
                self.with("cert-issued", &[("city", Value::Text(city)), ("date", Value::Text(&date))])
            }
            None => date,
        }
    }

    fn quoted(&self, title: &str) -> String {
        self.with("cert-quoted", &[("title", Value::Text(title))])
    }

    fn workshop(&self, workshop: &AttendedWorkshop) -> String {
        match &workshop.title {
            Some(title) => self.quoted(title),
            None => self.with("cert-untitled", &[("n", Value::Number(i64::from(workshop.nth)))]),
        }
    }

    fn file_title(&self, title: &str, name: &str) -> String {
        let title = self.plain(title);
        self.with("cert-file", &[("title", Value::Text(&title)), ("name", Value::Text(name))])
    }

    /// How to check a document: by its address, and by phone where there is a number. The document is named by the
    /// beginning of the sentence.
    fn check(&self, document: &str, url: &str, phone: Option<&str>) -> String {
        let address = url.trim_start_matches("https://").trim_start_matches("http://");
        let by = match phone {
            Some(phone) => self
                .with("cert-by-phone", &[("address", Value::Text(address)), ("phone", Value::Text(phone))]),
            None => address.to_owned(),
        };
        self.with(document, &[("how", Value::Text(&by))])
    }
}
