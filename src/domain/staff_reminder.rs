//! When staff are written to by themselves: trainers the evening before, the office on Mondays.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::session::{instant, local_date};

/// Local hour at which trainers are reminded, the day before.
const EVENING: u32 = 17;
/// Local hour of the Monday digest.
const MORNING: u32 = 8;

fn at(date: NaiveDate, hour: u32, zone: Tz) -> DateTime<Utc> {
    instant(date, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default(), zone)
}

/// When whoever leads a session of this date is reminded of it.
pub fn next_evening(date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    Some(at(date.checked_sub_days(Days::new(1))?, EVENING, zone))
}

/// The next Monday's digest after an instant.
pub fn next_monday(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let today = local_date(now, zone);
    let ahead = u64::from((7 - today.weekday().num_days_from_monday()) % 7);
    let monday = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
    let this = at(monday, MORNING, zone);
    if this > now { this } else { at(monday.checked_add_days(Days::new(7)).unwrap_or(monday), MORNING, zone) }
}

/// The session dates whose trainers are to be reminded now: tomorrow's, from 17:00 on.
pub fn tomorrow_due(now: DateTime<Utc>, zone: Tz) -> Option<NaiveDate> {
    let today = local_date(now, zone);
    (now >= at(today, EVENING, zone)).then(|| super::session::next_day(today))
}

/// The Monday whose digest is due now: this one's, from 8:00 to midnight.
pub fn digest_due(now: DateTime<Utc>, zone: Tz) -> Option<NaiveDate> {
    let today = local_date(now, zone);
    let monday = today.weekday() == chrono::Weekday::Mon;
    (monday && now >= at(today, MORNING, zone)).then_some(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Rome;

    fn instant_of(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn trainers_are_reminded_the_evening_before_by_the_clock_on_the_wall() {
        assert_eq!(next_evening(day("2014-10-22"), Rome), Some(instant_of("2014-10-21T15:00:00Z")));
        assert_eq!(next_evening(day("2014-10-29"), Rome), Some(instant_of("2014-10-28T16:00:00Z")));
        assert_eq!(tomorrow_due(instant_of("2014-10-21T14:59:59Z"), Rome), None);
        assert_eq!(tomorrow_due(instant_of("2014-10-21T15:00:00Z"), Rome), Some(day("2014-10-22")));
    }

    #[test]
    fn the_digest_is_due_on_mondays_from_eight_on() {
        assert_eq!(digest_due(instant_of("2014-09-15T05:59:59Z"), Rome), None);
        assert_eq!(digest_due(instant_of("2014-09-15T06:00:00Z"), Rome), Some(day("2014-09-15")));
        assert_eq!(digest_due(instant_of("2014-09-16T06:00:00Z"), Rome), None);
        assert_eq!(next_monday(instant_of("2014-09-15T05:00:00Z"), Rome), instant_of("2014-09-15T06:00:00Z"));
        assert_eq!(next_monday(instant_of("2014-09-15T06:00:00Z"), Rome), instant_of("2014-09-22T06:00:00Z"));
        assert_eq!(next_monday(instant_of("2014-10-22T10:00:00Z"), Rome), instant_of("2014-10-27T07:00:00Z"));
    }
}
