//! When staff are written to by themselves: trainers the evening before, the office on Mondays.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::invite::Appointment;
use super::letter::SessionFacts;
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

/// Until when the reminder of a session waits for another change of it: the quiet time, up to a whole minute. Not beyond
/// midnight: what is tomorrow would be today by then.
pub fn waits_until(
    changed: Option<DateTime<Utc>>,
    quiet: TimeDelta,
    now: DateTime<Utc>,
    zone: Tz,
) -> Option<DateTime<Utc>> {
    let end = changed? + quiet + TimeDelta::milliseconds(59_999);
    let end = DateTime::from_timestamp(end.timestamp().div_euclid(60) * 60, 0)?;
    (end > now && local_date(end, zone) == local_date(now, zone)).then_some(end)
}

/// What whoever leads a session was last told of it for one date.
#[derive(Clone, Debug)]
pub struct Said {
    /// The session, as the reminder said it.
    pub session: SessionFacts,
    /// Whether it is held then; else that it is not any more.
    pub held: bool,
}

/// What whoever leads a session is to be told of it for one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tell {
    /// Nothing: they know.
    Nothing,
    /// That it is held then, and when and where.
    Held,
    /// That it is not, after all.
    NotHeld,
}

/// Decides; `is` is when and where it is held, none where it is not held on that date.
pub fn tell(said: Option<&Said>, is: Option<&Appointment>) -> Tell {
    let known = said.filter(|said| said.held).map(|said| said.session.appointment());
    match is {
        Some(is) if known.as_ref() == Some(is) => Tell::Nothing,
        Some(_) => Tell::Held,
        None if known.is_some() => Tell::NotHeld,
        None => Tell::Nothing,
    }
}

/// Whether what a session is, or was said to be, can still be told: until it is over; to whoever was told nothing of it, until
/// it begins.
pub fn is_in_time(at: &Appointment, told: bool, now: DateTime<Utc>, zone: Tz) -> bool {
    at.timing(zone).is_some_and(|timing| {
        // Without hours nobody knows when it begins.
        let begun = timing.hours.is_some() && timing.starts_at() <= now;
        timing.ends_at() > now && (told || !begun)
    })
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
    fn a_reminder_waits_the_quiet_time_of_a_change_up_to_a_whole_minute_and_never_past_midnight() {
        let waits = |changed: &str, now: &str| {
            waits_until(Some(instant_of(changed)), TimeDelta::minutes(10), instant_of(now), Rome)
        };
        let (changed, end) = ("2014-10-21T15:30:20Z", instant_of("2014-10-21T15:41:00Z"));
        assert_eq!(waits(changed, "2014-10-21T15:40:59Z"), Some(end));
        assert_eq!(waits(changed, "2014-10-21T15:41:00Z"), None);
        assert_eq!(
            waits("2014-10-21T15:30:00Z", "2014-10-21T15:31:00Z"),
            Some(instant_of("2014-10-21T15:40:00Z"))
        );
        assert_eq!(waits("2014-10-21T21:55:00Z", "2014-10-21T21:56:00Z"), None, "22:00 is midnight in Milan");
        assert_eq!(waits_until(None, TimeDelta::minutes(10), end, Rome), None);
    }

    #[test]
    fn whoever_leads_is_told_what_they_do_not_know_yet_of_the_date() {
        let on = |date: &str| SessionFacts { date: date.parse().ok(), ..SessionFacts::default() };
        let said = |held| Said { session: on("2014-10-22"), held };
        let (same, other) = (on("2014-10-22").appointment(), on("2014-10-23").appointment());
        assert_eq!(tell(None, Some(&same)), Tell::Held);
        assert_eq!(tell(None, None), Tell::Nothing);
        assert_eq!(tell(Some(&said(true)), Some(&same)), Tell::Nothing);
        assert_eq!(tell(Some(&said(true)), Some(&other)), Tell::Held);
        assert_eq!(tell(Some(&said(true)), None), Tell::NotHeld);
        assert_eq!(tell(Some(&said(false)), None), Tell::Nothing);
        assert_eq!(tell(Some(&said(false)), Some(&same)), Tell::Held);
    }

    #[test]
    fn a_session_is_told_until_it_is_over_and_to_whoever_never_heard_of_it_until_it_begins() {
        let session = |start: &str, end: &str| Appointment {
            date: "2014-10-22".parse().ok(),
            start: start.parse().ok(),
            end: end.parse().ok(),
            place: None,
        };
        let in_time = |at: &Appointment, now: &str| {
            [true, false].map(|told| is_in_time(at, told, instant_of(now), Rome))
        };
        let (afternoon, some_time) = (session("15:00:00", "18:00:00"), session("", ""));
        assert_eq!(in_time(&afternoon, "2014-10-22T12:59:59Z"), [true, true]);
        assert_eq!(in_time(&afternoon, "2014-10-22T13:00:00Z"), [true, false]);
        assert_eq!(in_time(&afternoon, "2014-10-22T16:00:00Z"), [false, false]);
        assert_eq!(in_time(&some_time, "2014-10-22T16:00:00Z"), [true, true]);
        assert_eq!(in_time(&some_time, "2014-10-22T22:00:00Z"), [false, false]);
        assert_eq!(in_time(&Appointment::default(), "2014-10-22T12:00:00Z"), [false, false]);
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
