//! What a certificate and a statement of attendance say: facts as they were decided, nothing about paper. The same
//! facts make the same document for ever, so they are stored with it.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::person::Language;

/// Tells the first character of a line that cannot be printed; handed in, because only the fonts know.
pub type CanPrint = fn(&str) -> Result<(), char>;

/// A workshop that somebody attended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendedWorkshop {
    /// Its official title, which stays Italian; none = it has only its number.
    pub title: Option<String>,
    /// Its number among the workshops of the edition.
    pub nth: u32,
    /// The day it was attended.
    pub date: NaiveDate,
}

/// A day of the course that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseDay {
    /// When.
    pub date: NaiveDate,
    /// Whether the person was there.
    pub attended: bool,
}

/// All that stands on a certificate of attendance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    /// The language of its sentences.
    pub language: Language,
    /// The number people say on the phone.
    pub number: String,
    /// What tells a reissue from the first one: `b`.
    pub suffix: Option<String>,
    /// The random code the public check asks for.
    pub code: String,
    /// The person's name, as it is printed.
    pub name: String,
    /// Who issues it.
    pub organisation: String,
    /// The project the course is part of.
    pub project: Option<String>,
    /// The course's official title.
    pub course: String,
    /// The city it was held in and is issued in.
    pub city: Option<String>,
    /// The course's first day.
    pub first: NaiveDate,
    /// The course's last day.
    pub last: NaiveDate,
    /// Every day that was held, in order.
    pub days: Vec<CourseDay>,
    /// How long the attended days lasted together, where their hours are known.
    pub minutes: Option<u32>,
    /// The workshops attended before it, in order.
    pub workshops: Vec<AttendedWorkshop>,
    /// How many workshops the edition requires.
    pub required: u32,
    /// The day of issue; also the document's own date.
    pub issued_on: NaiveDate,
    /// Who signs: what stands under each line.
    pub signatures: Vec<String>,
    /// The address of the public check, with the code.
    pub check_url: String,
    /// The number to call for a check.
    pub phone: Option<String>,
}

impl CertificateFacts {
    /// On how many days the person was there.
    pub fn attended(&self) -> usize {
        self.days.iter().filter(|day| day.attended).count()
    }

    /// The number with the suffix of a reissue: `AMA-2014-0117/b`.
    pub fn printed_number(&self) -> String {
        match &self.suffix {
            Some(suffix) => format!("{}/{suffix}", self.number),
            None => self.number.clone(),
        }
    }
}

/// All that stands on a statement of attendance of one workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementFacts {
    /// The language of its sentences.
    pub language: Language,
    /// Its number, where the organisation numbers statements.
    pub number: Option<String>,
    /// The random code the public check asks for.
    pub code: String,
    /// The person's name, as it is printed.
    pub name: String,
    /// Who issues it.
    pub organisation: String,
    /// The project the workshop is part of.
    pub project: Option<String>,
    /// The workshop and its day.
    pub workshop: AttendedWorkshop,
    /// From when to when, where the hours are known.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    /// The city it was held in and is issued in.
    pub city: Option<String>,
    /// The day of issue; also the document's own date.
    pub issued_on: NaiveDate,
    /// Who signs: what stands under each line; nobody = it is good without a signature.
    pub signatures: Vec<String>,
    /// The address of the public check, with the code.
    pub check_url: String,
    /// The number to call for a check.
    pub phone: Option<String>,
}
