//! Public holidays: nobody is kept from holding a session on one, but whoever sets the date is told.
//!
//! Saint Francis (4 October) is a national holiday again from 2026 on: law no. 151 of 8 October 2025.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

/// A day on which Italy, or Milan, does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 6 January.
    Epiphany,
    /// Easter Sunday.
    Easter,
    /// The Monday after it.
    EasterMonday,
    /// 25 April.
    Liberation,
    /// 1 May.
    Labour,
    /// 2 June.
    Republic,
    /// 15 August.
    Assumption,
    /// 4 October, from 2026 on (law no. 151 of 8 October 2025).
    SaintFrancis,
    /// 1 November.
    AllSaints,
    /// 7 December, in Milan.
    SaintAmbrose,
    /// 8 December.
    Immaculate,
    /// 25 December.
    Christmas,
    /// 26 December.
    SaintStephen,
}

impl Holiday {
    /// The code of its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::Epiphany => "epiphany",
            Self::Easter => "easter",
            Self::EasterMonday => "easter-monday",
            Self::Liberation => "liberation",
            Self::Labour => "labour",
            Self::Republic => "republic",
            Self::Assumption => "assumption",
            Self::SaintFrancis => "saint-francis",
            Self::AllSaints => "all-saints",
            Self::SaintAmbrose => "saint-ambrose",
            Self::Immaculate => "immaculate",
            Self::Christmas => "christmas",
            Self::SaintStephen => "saint-stephen",
        }
    }
}

/// The holiday of a date, if it is one.
pub fn holiday(date: NaiveDate) -> Option<Holiday> {
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (1, 6) => Some(Holiday::Epiphany),
        (4, 25) => Some(Holiday::Liberation),
        (5, 1) => Some(Holiday::Labour),
        (6, 2) => Some(Holiday::Republic),
        (8, 15) => Some(Holiday::Assumption),
        (10, 4) if date.year() >= 2026 => Some(Holiday::SaintFrancis),
        (11, 1) => Some(Holiday::AllSaints),
        (12, 7) => Some(Holiday::SaintAmbrose),
        (12, 8) => Some(Holiday::Immaculate),
        (12, 25) => Some(Holiday::Christmas),
        (12, 26) => Some(Holiday::SaintStephen),
        _ => None,
    };
    let easter = easter(date.year());
    fixed
        .or_else(|| (Some(date) == easter).then_some(Holiday::Easter))
        .or_else(|| (date.checked_sub_signed(TimeDelta::days(1)) == easter).then_some(Holiday::EasterMonday))
}

/// Easter Sunday of a year: the computus of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let skipped = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + skipped + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31).ok()? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says_from_2014_to_2030() {
        let known = [
            "2014-04-20",
            "2015-04-05",
            "2016-03-27",
            "2017-04-16",
            "2018-04-01",
            "2019-04-21",
            "2020-04-12",
            "2021-04-04",
            "2022-04-17",
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
        ];
        for (year, date) in (2014..).zip(known) {
            assert_eq!(easter(year), Some(day(date)));
            assert_eq!(holiday(day(date)), Some(Holiday::Easter));
            let monday = day(date) + TimeDelta::days(1);
            assert_ne!(holiday(monday), None, "{monday}");
        }
        assert_eq!(holiday(day("2015-04-06")), Some(Holiday::EasterMonday));
    }

    #[test]
    fn milan_has_its_own_day_and_francis_has_his_from_2026() {
        assert_eq!(holiday(day("2014-12-07")), Some(Holiday::SaintAmbrose));
        assert_eq!(holiday(day("2014-12-08")), Some(Holiday::Immaculate));
        assert_eq!(holiday(day("2014-10-04")), None);
        assert_eq!(holiday(day("2025-10-04")), None, "the law holds from the year after it");
        for year in ["2026-10-04", "2027-10-04", "2030-10-04"] {
            assert_eq!(holiday(day(year)), Some(Holiday::SaintFrancis), "{year}");
        }
    }

    #[test]
    fn no_day_of_the_announced_programme_is_a_holiday() {
        for date in ["2014-09-24", "2014-10-02", "2014-10-22", "2014-12-10", "2015-01-14", "2015-01-21"] {
            assert_eq!(holiday(day(date)), None, "{date}");
        }
    }
}
