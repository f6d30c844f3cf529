//! A certificate as it was awarded: its number and its code, the name it prints, the facts it states.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::letter::Title;
use super::offering::Kind;
use super::person::Language;
use super::session::Hours;

/// What a certificate or a statement says, as it stood when it was awarded. The name is kept apart, where erasure
/// reaches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Awarded {
    /// The course; of a statement the workshop.
    pub title: Title,
    /// The Italian title of the edition.
    pub edition: String,
    /// Who gives it.
    pub organisation: String,
    /// The language of its sentences.
    pub language: Language,
    /// How many workshops the course asks for.
    pub required: u32,
    /// The days that were held, by date.
    pub days: Vec<AwardedDay>,
    /// The workshops attended that led to the course, by date; none on a statement.
    pub workshops: Vec<AwardedWorkshop>,
    /// The local date on which it was given.
    pub issued_on: NaiveDate,
    /// The project the edition is part of.
    #[serde(default)]
    pub project: Option<String>,
    /// The city it was held in and is given in.
    #[serde(default)]
    pub city: Option<String>,
    /// Who signs it; what was given before this was written down had both lines.
    #[serde(default = "Signer::both")]
    pub signers: Vec<Signer>,
}

/// Who signs by hand; a role, never a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// Who answers for the training.
    Training,
    /// The president of the organisation.
    President,
}

impl Signer {
    /// Who signs a document of an offering: a certificate both, a statement who answers for the training.
    pub fn of(kind: Kind) -> Vec<Self> {
        match kind {
            Kind::Course => Self::both(),
            Kind::Workshop => vec![Self::Training],
        }
    }

    fn both() -> Vec<Self> {
        vec![Self::Training, Self::President]
    }

    /// The word in keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::President => "president",
        }
    }
}

/// A day of the course, or of the workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwardedDay {
    /// When; none for one that never got a date.
    pub date: Option<NaiveDate>,
    /// Whether the person attended it.
    pub attended: bool,
    /// From when to when, where that is known.
    pub hours: Option<Hours>,
}

impl AwardedDay {
    fn minutes(&self) -> Option<u32> {
        let hours = self.hours?;
        u32::try_from((hours.end - hours.start).num_minutes()).ok()
    }
}

/// A workshop on the way to the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwardedWorkshop {
    /// What it was about.
    pub title: Title,
    /// When it was held.
    pub date: NaiveDate,
}

impl Awarded {
    /// How many of its days the person attended.
    pub fn attended(&self) -> u32 {
        u32::try_from(self.days.iter().filter(|day| day.attended).count()).unwrap_or(u32::MAX)
    }

    /// How many days there were.
    pub fn of(&self) -> u32 {
        u32::try_from(self.days.len()).unwrap_or(u32::MAX)
    }

    /// How long the attended days lasted together; none where the hours of one are not known.
    pub fn minutes(&self) -> Option<u32> {
        let attended = self.days.iter().filter(|day| day.attended);
        attended.map(AwardedDay::minutes).try_fold(0_u32, |sum, minutes| sum.checked_add(minutes?))
    }

    /// The first and the last date.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let dates = || self.days.iter().filter_map(|day| day.date);
        Some((dates().min()?, dates().max()?))
    }

    /// Whether it attests the same as another one: the same days were attended. Titles, city, project and the language of
    /// its sentences are as they were when either was given, and a change of them takes no worth from it.
    pub fn attests_the_same(&self, other: &Self) -> bool {
        self.dates_attended() == other.dates_attended()
    }

    fn dates_attended(&self) -> Vec<Option<NaiveDate>> {
        self.days.iter().filter(|day| day.attended).map(|day| day.date).collect()
    }
}

/// A name as it is printed; surname apart, because the public check shows no more than it and an initial.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedName {
    /// First name; may be empty.
    pub given: String,
    /// Surname; may be empty.
    pub family: String,
}

impl PrintedName {
    /// A name of these two parts.
    pub fn new(given: &str, family: &str) -> Self {
        Self { given: given.to_owned(), family: family.to_owned() }
    }

    /// As it is stored: a line for each part.
    pub fn stored(&self) -> String {
        format!("{}\n{}", self.given, self.family)
    }

    /// Reads what was stored.
    pub fn read(stored: &str) -> Self {
        let (given, family) = stored.split_once('\n').unwrap_or(("", stored));
        Self::new(given, family)
    }

    /// As it is printed: `Lucia Ferrari`.
    pub fn whole(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }

    /// As the public check shows it: `L. Ferrari`.
    pub fn covered(&self) -> String {
        match self.given.chars().next() {
            Some(initial) => format!("{initial}. {}", self.family).trim().to_owned(),
            None => self.family.clone(),
        }
    }
}

/// The beginning of every number: what the settings say, else the first three letters of the organisation's name, `ATT`
/// where neither has any. Letters and digits only, which every font has.
pub fn prefix_of(setting: Option<&str>, organisation: &str) -> String {
    let plain = |text: &str, most: usize, fits: fn(&char) -> bool| -> Option<String> {
        let kept: String = text.chars().filter(fits).take(most).collect();
        (!kept.is_empty()).then(|| kept.to_ascii_uppercase())
    };
    setting
        .and_then(|setting| plain(setting, 12, char::is_ascii_alphanumeric))
        .or_else(|| plain(organisation, 3, char::is_ascii_alphabetic))
        .unwrap_or_else(|| "ATT".to_owned())
}

/// The numbers of one year: `AMA-2014`.
pub fn series(prefix: &str, year: i32) -> String {
    format!("{prefix}-{year}")
}

/// A number for people: `AMA-2014-0117`; with a suffix for each time it was given anew: `AMA-2014-0117/b`.
pub fn number_text(series: &str, number: i64, suffix: i64) -> String {
    let base = format!("{series}-{number:04}");
    match u8::try_from(suffix) {
        Ok(0) => base,
        Ok(nth) if nth < 26 => format!("{base}/{}", char::from(b'a' + nth)),
        _ => format!("{base}/{}", suffix + 1),
    }
}

/// How many characters a code has, without the signs between them: 80 random bits.
const CODE: usize = 16;

/// A code as it is printed, from what somebody typed: capitals, in groups of four. None for what cannot be one.
pub fn code_of(typed: &str) -> Option<String> {
    let signs: Vec<char> = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(CODE + 1)
        .collect();
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    (signs.len() == CODE).then(|| groups.join("-"))
}

/// Whether a certificate still says what is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// It does.
    Valid,
    /// Another one was given in its place.
    Replaced,
    /// It was revoked.
    Revoked,
}

impl Validity {
    /// The word in keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Replaced => "replaced",
            Self::Revoked => "revoked",
        }
    }
}

#[cfg(test)]
#[path = "award_tests.rs"]
mod tests;
