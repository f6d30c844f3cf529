//! When and where, as the office types it: three boxes for the date, two for the hours, one for the place. Each
//! fault is a sentence at its field; what was typed stays.

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use serde::Serialize;

use crate::domain::change::EditFault;
use crate::domain::invite::Appointment;
use crate::web::fields::Posted;
use crate::web::guards::Visit;
use crate::web::public::sign_up_form::FieldError;
use crate::words::dates;

/// The longest place, as in the file of an edition.
const LONGEST_PLACE: usize = 200;

/// When and where, as typed; the fields are named as in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AppointmentAnswers {
    /// Day of the month.
    pub giorno: String,
    /// Month.
    pub mese: String,
    /// Year.
    pub anno: String,
    /// Begin.
    pub inizio: String,
    /// End.
    pub fine: String,
    /// Where.
    pub luogo: String,
}

impl AppointmentAnswers {
    /// What the boxes hold for an appointment that stands.
    pub fn of(at: &Appointment) -> Self {
        let [giorno, mese, anno] = boxes(at.date);
        let time = |at: Option<NaiveTime>| at.map(dates::time).unwrap_or_default();
        Self {
            giorno,
            mese,
            anno,
            inizio: time(at.start),
            fine: time(at.end),
            luogo: at.place.clone().unwrap_or_default(),
        }
    }

    /// What was typed.
    pub fn read(posted: &Posted) -> Self {
        Self {
            giorno: posted.line("giorno"),
            mese: posted.line("mese"),
            anno: posted.line("anno"),
            inizio: posted.line("inizio"),
            fine: posted.line("fine"),
            luogo: posted.line("luogo"),
        }
    }

    /// The appointment that was typed.
    ///
    /// # Errors
    /// Every fault, at its field.
    pub fn parsed(&self) -> Result<Appointment, Vec<EditFault>> {
        let mut faults = Vec::new();
        let date = self.date().unwrap_or_else(|code| {
            faults.push(EditFault { field: "date", code });
            None
        });
        let start = time_of(&self.inizio).unwrap_or_else(|code| {
            faults.push(EditFault { field: "starts", code });
            None
        });
        let end = time_of(&self.fine).unwrap_or_else(|code| {
            faults.push(EditFault { field: "ends", code });
            None
        });
        if self.luogo.chars().count() > LONGEST_PLACE {
            faults.push(EditFault { field: "place", code: "long" });
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let place = (!self.luogo.is_empty()).then(|| self.luogo.clone());
        Ok(Appointment { date, start, end, place })
    }

    /// The date that was typed, where it is one: its weekday is echoed.
    pub fn typed_date(&self) -> Option<NaiveDate> {
        self.date().ok().flatten()
    }

    fn date(&self) -> Result<Option<NaiveDate>, &'static str> {
        date_of(&self.giorno, &self.mese, &self.anno)
    }

    /// What was typed, by field, to be compared with what stands.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("date", joined(&self.giorno, &self.mese, &self.anno)),
            ("starts", self.inizio.clone()),
            ("ends", self.fine.clone()),
            ("place", self.luogo.clone()),
        ]
    }

    /// What was typed, carried by the form that saves it.
    pub fn hidden(&self) -> Vec<Hidden> {
        vec![
            Hidden::new("giorno", &self.giorno),
            Hidden::new("mese", &self.mese),
            Hidden::new("anno", &self.anno),
            Hidden::new("inizio", &self.inizio),
            Hidden::new("fine", &self.fine),
            Hidden::new("luogo", &self.luogo),
        ]
    }
}

/// Day, month and year of a date, each for its box.
pub fn boxes(date: Option<NaiveDate>) -> [String; 3] {
    date.map_or_else(Default::default, |date| {
        [date.day().to_string(), date.month().to_string(), date.year().to_string()]
    })
}

/// Three boxes as one line; empty where all of them are.
pub fn joined(day: &str, month: &str, year: &str) -> String {
    let typed = [day, month, year];
    if typed.iter().all(|text| text.is_empty()) { String::new() } else { typed.join("/") }
}

/// The date of three boxes; none where all are empty.
///
/// # Errors
/// The code of what is wrong.
pub fn date_of(day: &str, month: &str, year: &str) -> Result<Option<NaiveDate>, &'static str> {
    let empty = [day, month, year].iter().filter(|text| text.is_empty()).count();
    if empty == 3 {
        return Ok(None);
    }
    if empty > 0 {
        return Err("incomplete");
    }
    let number = |text: &str| text.parse::<u32>().map_err(|_| "not-a-number");
    let (day, month) = (number(day)?, number(month)?);
    let year = i32::try_from(number(year)?).map_err(|_| "year")?;
    // How far ahead it may lie is asked with the clock, where the change is checked.
    if !(2000..10_000).contains(&year) {
        return Err("year");
    }
    NaiveDate::from_ymd_opt(year, month, day).map(Some).ok_or("no-such-day")
}

/// A time as people write it: `9:30`, `09:30`, `9.30`, `9` for the full hour; none where nothing was typed.
fn time_of(text: &str) -> Result<Option<NaiveTime>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = matches!(hour.len(), 1 | 2) && minute.len() == 2 && digits(hour) && digits(minute);
    let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minute.parse::<u32>()) else {
        return Err("not-a-time");
    };
    NaiveTime::from_hms_opt(hour, minute, 0).filter(|_| fits).map(Some).ok_or("not-a-time")
}

/// A field that is carried along unseen.
#[derive(Clone, Serialize)]
pub struct Hidden {
    /// The field.
    pub name: &'static str,
    /// What was typed.
    pub value: String,
}

impl Hidden {
    /// A field with its value.
    pub fn new(name: &'static str, value: &str) -> Self {
        Self { name, value: value.to_owned() }
    }
}

/// A field as it stands beside what was typed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// The field.
    pub field: &'static str,
    /// What stands.
    pub now: String,
    /// What was typed.
    pub typed: String,
}

/// The fields that differ.
pub fn beside(now: &[(&'static str, String)], typed: &[(&'static str, String)]) -> Vec<Beside> {
    let stands = |field: &str| {
        now.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    typed
        .iter()
        .map(|&(field, ref typed)| Beside { field, now: stands(field), typed: typed.clone() })
        .filter(|row| row.now != row.typed)
        .collect()
}

/// The sentence of a fault, at the field of the form it is about.
pub fn sentence(visit: &Visit, fault: &EditFault) -> FieldError {
    let about = if fault.field.is_empty() { "all" } else { fault.field };
    let key = format!("edit-{about}-{}", fault.code);
    FieldError {
        field: field_of(fault.field).to_owned(),
        text: visit.app.views.words().plain(visit.language, &key),
    }
}

/// The field of the form, which is also its id; the form itself for a fault of the change as a whole.
fn field_of(field: &str) -> &'static str {
    match field {
        "date" => "giorno",
        "starts" => "inizio",
        "ends" => "fine",
        "place" => "luogo",
        "title" => "titolo",
        "gloss" => "glossa",
        "text-it" => "testo_it",
        "text-en" => "testo_en",
        "fee" => "quota",
        "capacity" => "capienza",
        "offers" => "offerte",
        "admission" => "ammissione",
        "required" => "richiesti",
        "certificate" => "giornate",
        "lateness" => "ritardo",
        "closes" => "chiude_giorno",
        "propose" => "proposta",
        _ => "modulo",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(date: [&str; 3], hours: [&str; 2]) -> AppointmentAnswers {
        AppointmentAnswers {
            giorno: date[0].into(),
            mese: date[1].into(),
            anno: date[2].into(),
            inizio: hours[0].into(),
            fine: hours[1].into(),
            luogo: String::new(),
        }
    }

    fn codes(date: [&str; 3], hours: [&str; 2]) -> Vec<(&'static str, &'static str)> {
        let faults = typed(date, hours).parsed().err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    const DAY: [&str; 3] = ["7", "10", "2014"];

    #[test]
    fn hours_are_read_as_people_write_them() {
        let wanted = Appointment {
            date: "2014-10-07".parse().ok(),
            start: "09:30:00".parse().ok(),
            end: "17:00:00".parse().ok(),
            place: None,
        };
        for hours in [["9:30", "17:00"], ["09:30", "17.00"], ["9.30", "17"]] {
            assert_eq!(typed(DAY, hours).parsed(), Ok(wanted.clone()));
        }
        assert_eq!(AppointmentAnswers::of(&wanted), typed(DAY, ["9:30", "17:00"]));
    }

    #[test]
    fn empty_boxes_are_no_date_and_no_hours() {
        assert_eq!(typed(["", "", ""], ["", ""]).parsed(), Ok(Appointment::default()));
        assert_eq!(AppointmentAnswers::of(&Appointment::default()), AppointmentAnswers::default());
    }

    #[test]
    fn what_is_no_number_no_day_or_no_time_is_said_at_its_field() {
        assert_eq!(codes(["", "10", "2014"], ["", ""]), [("date", "incomplete")]);
        assert_eq!(codes(["sette", "10", "2014"], ["", ""]), [("date", "not-a-number")]);
        assert_eq!(codes(["31", "9", "2014"], ["", ""]), [("date", "no-such-day")]);
        assert_eq!(codes(["7", "10", "14"], ["", ""]), [("date", "year")]);
        assert_eq!(codes(DAY, ["nove", "25:00"]), [("starts", "not-a-time"), ("ends", "not-a-time")]);
        assert_eq!(codes(DAY, ["9:", "24"]), [("starts", "not-a-time"), ("ends", "not-a-time")]);
        assert_eq!(codes(DAY, ["9:3", "-9:30"]), [("starts", "not-a-time"), ("ends", "not-a-time")]);
        assert_eq!(codes(DAY, ["009:30", "17:000"]), [("starts", "not-a-time"), ("ends", "not-a-time")]);
    }
}
