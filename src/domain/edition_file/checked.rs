//! What a file says, once it has no faults.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::edition::Rule;
use crate::domain::offering::Kind;
use crate::domain::person::EmailAddress;
use crate::domain::session::Hours;

/// A file without faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The edition.
    pub edition: CheckedEdition,
    /// Its offerings, in the order of the file.
    pub offerings: Vec<CheckedOffering>,
    /// The people who lead sessions.
    pub trainers: Vec<CheckedTrainer>,
}

/// The edition of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedEdition {
    /// Stable key.
    pub key: String,
    /// Italian title.
    pub title_it: String,
    /// English title.
    pub title_en: Option<String>,
    /// The project it is part of, as papers print it.
    pub project: Option<String>,
    /// The city it is held in, as papers print it.
    pub city: Option<String>,
    /// Zone of dates and hours.
    pub zone: Tz,
    /// Whether it is published.
    pub published: bool,
    /// Whether it is over and was put away.
    pub archived: bool,
    /// The rule and settings.
    pub rule: Rule,
    /// Who signs its letters.
    pub signature: Option<String>,
}

/// An offering of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedOffering {
    /// Stable key.
    pub key: String,
    /// Slug in addresses.
    pub slug: String,
    /// Workshop or course.
    pub kind: Kind,
    /// Key of the topic; none for a course.
    pub topic: Option<String>,
    /// Official title; none = to come.
    pub title: Option<String>,
    /// What it means, in English.
    pub gloss_en: Option<String>,
    /// Italian text.
    pub text_it: Option<String>,
    /// English text.
    pub text_en: Option<String>,
    /// What it costs, printed as it stands.
    pub fee: Option<String>,
    /// Whether it is published.
    pub published: bool,
    /// Whether it is called off.
    pub cancelled: bool,
    /// Whether it counts toward the rule.
    pub counts_toward_rule: bool,
    /// Places; none = unlimited.
    pub capacity: Option<i64>,
    /// Whether freed places are offered automatically (else by a person).
    pub offers_automatic: bool,
    /// Its sessions.
    pub sessions: Vec<CheckedSession>,
}

/// A session of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedSession {
    /// Number within the offering: its stable key.
    pub number: i64,
    /// Local date; none = to come.
    pub date: Option<NaiveDate>,
    /// Hours; none = to come.
    pub hours: Option<Hours>,
    /// Place; none = to come.
    pub place: Option<String>,
    /// Whether it is called off.
    pub cancelled: bool,
    /// Addresses of who leads it.
    pub trainers: Vec<EmailAddress>,
}

/// A trainer of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedTrainer {
    /// Address.
    pub email: EmailAddress,
    /// First name.
    pub given_name: String,
    /// Surname.
    pub family_name: String,
}
