//! The walk over a file: reads single values and collects what is wrong with them.

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use toml::Spanned;

use super::{Fault, line_of};
use crate::domain::certificate::CanPrint;
use crate::domain::person::EmailAddress;
use crate::domain::slug;
use crate::domain::text::single_line;

/// The years a date may lie in: beyond them it is a slip of the keyboard.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;

/// Collects faults while the file is walked.
pub(super) struct Walk<'t> {
    pub(super) text: &'t str,
    pub(super) faults: Vec<Fault>,
    /// Asked about the lines that certificates print, by whoever brings the file in.
    pub(super) can_print: Option<CanPrint>,
}

impl Walk<'_> {
    pub(super) fn fault<T>(&mut self, at: &Spanned<T>, field: &str, message: impl Into<String>) {
        self.faults.push(Fault {
            line: line_of(self.text, at.span().start),
            field: field.to_owned(),
            message: message.into(),
        });
    }

    /// A text of one line, not empty, of at most `most` characters.
    pub(super) fn line(&mut self, at: &Spanned<String>, field: &str, most: usize) -> String {
        let value = single_line(at.get_ref());
        if value.is_empty() {
            self.fault(at, field, "is empty: write something, or leave the field out");
        } else if value.chars().count() > most {
            self.fault(at, field, format!("is longer than {most} characters"));
        }
        value
    }

    pub(super) fn maybe_line(
        &mut self,
        at: Option<&Spanned<String>>,
        field: &str,
        most: usize,
    ) -> Option<String> {
        at.map(|at| self.line(at, field, most))
    }

    /// The same of a line that certificates print: without a sign that no font has.
    pub(super) fn maybe_printed(
        &mut self,
        at: Option<&Spanned<String>>,
        field: &str,
        most: usize,
    ) -> Option<String> {
        let at = at?;
        let value = self.line(at, field, most);
        if let Some(can_print) = self.can_print
            && let Err(character) = can_print(&value)
        {
            self.fault(at, field, format!("has «{character}», which certificates cannot print"));
        }
        Some(value)
    }

    /// A key or slug: small letters, digits and single hyphens.
    pub(super) fn word(&mut self, at: &Spanned<String>, field: &str) -> String {
        let value = at.get_ref().clone();
        if !slug::fits(&value) {
            self.fault(
                at,
                field,
                format!("«{value}» must be small letters, digits and single hyphens, at most 60 characters"),
            );
        }
        value
    }

    pub(super) fn date(&mut self, at: &Spanned<String>, field: &str) -> Option<NaiveDate> {
        let value = at.get_ref().parse::<NaiveDate>().ok().filter(|date| YEARS.contains(&date.year()));
        if value.is_none() {
            self.fault(at, field, format!("«{}» is no date: write it like 2014-09-24", at.get_ref()));
        }
        value
    }

    pub(super) fn time(&mut self, at: &Spanned<String>, field: &str) -> Option<NaiveTime> {
        let value = NaiveTime::parse_from_str(at.get_ref(), "%H:%M").ok();
        if value.is_none() {
            self.fault(at, field, format!("«{}» is no time: write it like 09:30", at.get_ref()));
        }
        value
    }

    pub(super) fn number(&mut self, at: &Spanned<i64>, field: &str, least: i64, most: i64) -> i64 {
        let value = *at.get_ref();
        if value < least || value > most {
            self.fault(at, field, format!("{value} must be between {least} and {most}"));
        }
        value
    }

    pub(super) fn email(&mut self, at: &Spanned<String>, field: &str) -> Option<EmailAddress> {
        let value = EmailAddress::parse(at.get_ref()).ok();
        if value.is_none() {
            self.fault(at, field, format!("«{}» is no e-mail address", at.get_ref()));
        }
        value
    }
}
