//! One sitting: a local date, hours if they are known, and the zone in which both were promised.
//!
//! Wall-clock time is what is promised to people, so it is what is stored; instants are derived.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// How long calendars that are asked for again keep a session that is over (CALENDAR.md R48).
pub const KEPT_IN_CALENDARS: TimeDelta = TimeDelta::days(365);

/// From when to when, in local time of the session's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// Begin, local.
    pub start: NaiveTime,
    /// End, local, later than the begin.
    pub end: NaiveTime,
}

/// When a session is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The local date.
    pub date: NaiveDate,
    /// The hours; a session may have a date and no hours yet.
    pub hours: Option<Hours>,
    /// The zone of date and hours.
    pub zone: Tz,
}

/// Why a date with these hours cannot be promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimingFault {
    /// The end is not after the begin.
    EndNotAfterStart,
    /// The clocks go forward over this time: it does not exist on that day.
    DoesNotExist,
    /// The clocks go back over this time: it comes twice on that day.
    ComesTwice,
}

impl Timing {
    /// A date with or without hours, checked against the zone's clock changes.
    ///
    /// # Errors
    /// [`TimingFault`] when the hours are not one plain stretch of that day.
    pub fn new(date: NaiveDate, hours: Option<Hours>, zone: Tz) -> Result<Self, TimingFault> {
        if let Some(hours) = hours {
            if hours.end <= hours.start {
                return Err(TimingFault::EndNotAfterStart);
            }
            for time in [hours.start, hours.end] {
                match zone.from_local_datetime(&date.and_time(time)) {
                    chrono::LocalResult::Single(_) => {}
                    chrono::LocalResult::None => return Err(TimingFault::DoesNotExist),
                    chrono::LocalResult::Ambiguous(..) => return Err(TimingFault::ComesTwice),
                }
            }
        }
        Ok(Self { date, hours, zone })
    }

    /// The instant of the begin; without hours, 00:00 local of the date (the cut-off of everything).
    pub fn starts_at(&self) -> DateTime<Utc> {
        instant(self.date, self.hours.map_or(NaiveTime::MIN, |h| h.start), self.zone)
    }

    /// The instant of the end; without hours, 00:00 local of the next day.
    pub fn ends_at(&self) -> DateTime<Utc> {
        match self.hours {
            Some(hours) => instant(self.date, hours.end, self.zone),
            None => instant(next_day(self.date), NaiveTime::MIN, self.zone),
        }
    }

    /// Whether two sessions cannot both be attended; when either has no hours, the same date decides.
    pub fn overlaps(&self, other: &Self) -> bool {
        if self.hours.is_none() || other.hours.is_none() {
            return self.date == other.date;
        }
        self.starts_at() < other.ends_at() && other.starts_at() < self.ends_at()
    }
}

/// The day after; the last representable day is its own successor.
pub fn next_day(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

/// The local date of an instant in a zone.
pub fn local_date(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// The instant of a local time. A time that comes twice is its first coming; one that does not exist is
/// read an hour later, as clocks on the wall would show it.
pub fn instant(date: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let local = date.and_time(time);
    match zone.from_local_datetime(&local).earliest() {
        Some(at) => at.with_timezone(&Utc),
        None => {
            let later = local + TimeDelta::hours(1);
            zone.from_local_datetime(&later)
                .earliest()
                .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Rome;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn hours(start: &str, end: &str) -> Option<Hours> {
        Some(Hours { start: start.parse().unwrap(), end: end.parse().unwrap() })
    }

    #[test]
    fn the_course_straddles_the_clock_change_and_keeps_its_wall_clock_time() {
        let before = Timing::new(day("2014-10-22"), hours("09:30:00", "17:00:00"), Rome).unwrap();
        let after = Timing::new(day("2014-10-29"), hours("09:30:00", "17:00:00"), Rome).unwrap();
        assert_eq!(before.starts_at().to_rfc3339(), "2014-10-22T07:30:00+00:00");
        assert_eq!(after.starts_at().to_rfc3339(), "2014-10-29T08:30:00+00:00");
    }

    #[test]
    fn hours_that_do_not_exist_or_come_twice_are_refused() {
        let spring = Timing::new(day("2015-03-29"), hours("02:30:00", "09:00:00"), Rome);
        let autumn = Timing::new(day("2014-10-26"), hours("02:30:00", "09:00:00"), Rome);
        assert_eq!(spring, Err(TimingFault::DoesNotExist));
        assert_eq!(autumn, Err(TimingFault::ComesTwice));
        assert_eq!(
            Timing::new(day("2014-10-22"), hours("17:00:00", "09:30:00"), Rome),
            Err(TimingFault::EndNotAfterStart)
        );
    }

    #[test]
    fn without_hours_a_session_is_its_local_day() {
        let timing = Timing::new(day("2014-09-24"), None, Rome).unwrap();
        assert_eq!(timing.starts_at().to_rfc3339(), "2014-09-23T22:00:00+00:00");
        assert_eq!(timing.ends_at().to_rfc3339(), "2014-09-24T22:00:00+00:00");
        let timed = Timing::new(day("2014-09-24"), hours("09:00:00", "10:00:00"), Rome).unwrap();
        assert!(timing.overlaps(&timed));
    }

    proptest! {
        /// Any day from 2014 to 2037, both clock changes of each year among them.
        #[test]
        fn what_was_promised_on_the_wall_clock_is_what_the_zone_database_shows(days in 0i64..8766, from in 0u32..1435, length in 1u32..700) {
            let date = day("2014-01-01") + TimeDelta::days(days);
            let time = |minutes: u32| NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0);
            let (Some(start), Some(end)) = (time(from), time((from + length).min(1439))) else { return Ok(()) };
            let wanted = Hours { start, end };
            match Timing::new(date, Some(wanted), Rome) {
                Ok(timing) => {
                    let shown = |at: DateTime<Utc>| at.with_timezone(&Rome).naive_local();
                    prop_assert_eq!(shown(timing.starts_at()), date.and_time(start));
                    prop_assert_eq!(shown(timing.ends_at()), date.and_time(end));
                    prop_assert!(timing.starts_at() < timing.ends_at());
                }
                Err(fault) => {
                    let found = |time: NaiveTime| Rome.from_local_datetime(&date.and_time(time));
                    let odd = [start, end].into_iter().any(|t| !matches!(found(t), chrono::LocalResult::Single(_)));
                    prop_assert!(odd || end <= start, "{fault:?} on {date}");
                }
            }
        }

        /// The hours on the two Sundays of a year on which the clocks change.
        #[test]
        fn hours_the_clocks_jump_over_or_repeat_are_refused_every_year(year in 2014i32..=2037, minute in 0u32..60, spring in any::<bool>()) {
            let month = if spring { 3 } else { 10 };
            let mut date = NaiveDate::from_ymd_opt(year, month, 31).unwrap();
            while chrono::Datelike::weekday(&date) != chrono::Weekday::Sun {
                date = date.pred_opt().unwrap();
            }
            let start = NaiveTime::from_hms_opt(2, minute, 0).unwrap();
            let refused = Timing::new(date, Some(Hours { start, end: NaiveTime::from_hms_opt(9, 0, 0).unwrap() }), Rome);
            prop_assert_eq!(refused, Err(if spring { TimingFault::DoesNotExist } else { TimingFault::ComesTwice }));
        }

        #[test]
        fn overlap_is_mutual(a in 0u32..22, b in 0u32..22, la in 1u32..2, lb in 1u32..2) {
            let at = |h: u32, l: u32| Timing::new(day("2014-09-24"), Some(Hours { start: NaiveTime::from_hms_opt(h, 0, 0).unwrap(), end: NaiveTime::from_hms_opt(h + l, 0, 0).unwrap() }), Rome).unwrap();
            prop_assert_eq!(at(a, la).overlaps(&at(b, lb)), at(b, lb).overlaps(&at(a, la)));
        }
    }
}
