//! Dates and times in words: `mercoledì 24 settembre`, `mer 24 set`, `9:30`.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;

use crate::domain::person::Language;

const DAYS_IT: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `mercoledì 24 settembre`.
    Long,
    /// `mercoledì 24 settembre 2014`: on paper and of past editions.
    LongYear,
    /// `24 settembre`.
    Day,
    /// `mer 24 set`.
    Short,
    /// `mer`.
    Weekday,
    /// `24`.
    Number,
    /// `set`.
    Month,
}

impl Form {
    /// The form of a word in templates.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "long" => Self::Long,
            "long-year" => Self::LongYear,
            "day" => Self::Day,
            "short" => Self::Short,
            "weekday" => Self::Weekday,
            "number" => Self::Number,
            "month" => Self::Month,
            _ => return None,
        })
    }
}

/// A date in words.
pub fn date(date: NaiveDate, form: Form, language: Language) -> String {
    let weekday = date.weekday().num_days_from_monday() as usize;
    let month = date.month0() as usize;
    let (day_name, month_name) = match language {
        Language::It => (DAYS_IT[weekday % 7], MONTHS_IT[month % 12]),
        Language::En => (DAYS_EN[weekday % 7], MONTHS_EN[month % 12]),
    };
    let number = date.day();
    let three = |word: &str| word.chars().take(3).collect::<String>();
    match form {
        Form::Long => format!("{day_name} {number} {month_name}"),
        Form::LongYear => format!("{day_name} {number} {month_name} {}", date.year()),
        Form::Day => format!("{number} {month_name}"),
        Form::Short => format!("{} {number} {}", three(day_name), three(month_name)),
        Form::Weekday => three(day_name),
        Form::Number => number.to_string(),
        Form::Month => three(month_name),
    }
}

/// A time: `9:30`.
pub fn time(time: NaiveTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// From when to when: `9:30–17:00`.
pub fn hours(start: NaiveTime, end: NaiveTime) -> String {
    format!("{}–{}", time(start), time(end))
}

/// The local date and time of an instant.
pub fn local(at: DateTime<Utc>, zone: Tz) -> (NaiveDate, NaiveTime) {
    let local = at.with_timezone(&zone);
    (local.date_naive(), local.time())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_people_say_it() {
        let day: NaiveDate = "2014-09-24".parse().unwrap();
        assert_eq!(date(day, Form::Long, Language::It), "mercoledì 24 settembre");
        assert_eq!(date(day, Form::Short, Language::It), "mer 24 set");
        assert_eq!(date(day, Form::LongYear, Language::En), "Wednesday 24 September 2014");
        assert_eq!(date(day, Form::Short, Language::En), "Wed 24 Sep");
    }

    #[test]
    fn hours_have_no_leading_zero() {
        let at = |text: &str| text.parse::<NaiveTime>().unwrap();
        assert_eq!(hours(at("09:30:00"), at("17:00:00")), "9:30–17:00");
    }
}
