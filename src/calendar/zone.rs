//! VTIMEZONE of Europe/Rome: one STANDARD and one DAYLIGHT, by rule, beginning before any event (R32–R34). Other
//! zones are refused when an edition is imported.

use ics::components::{Component, Property};

/// The zone's component.
pub(super) fn rome() -> Component<'static> {
    let mut zone = Component::new("VTIMEZONE");
    zone.add_property(Property::new("TZID", "Europe/Rome"));
    // The rule of the European Union since 1981 (daylight) and 1996 (standard): last Sunday, 1:00 UTC.
    zone.add_component(part("DAYLIGHT", "19810329T020000", "+0100", "+0200", "CEST", "3"));
    zone.add_component(part("STANDARD", "19961027T030000", "+0200", "+0100", "CET", "10"));
    zone
}

fn part(
    name: &'static str,
    start: &'static str,
    from: &'static str,
    to: &'static str,
    short: &'static str,
    month: &'static str,
) -> Component<'static> {
    let mut part = Component::new(name);
    part.add_property(Property::new("DTSTART", start));
    part.add_property(Property::new("TZOFFSETFROM", from));
    part.add_property(Property::new("TZOFFSETTO", to));
    part.add_property(Property::new("TZNAME", short));
    part.add_property(Property::new("RRULE", format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU")));
    part
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc, Weekday};
    use chrono_tz::Europe::Rome;

    /// The instant at which a rule of the component changes the clocks in a year.
    fn change(year: i32, month: u32, local_hour: u32, offset_before: i64) -> DateTime<Utc> {
        let first_of_next = NaiveDate::from_ymd_opt(year, month + 1, 1).unwrap();
        let mut day = first_of_next.pred_opt().unwrap();
        while day.weekday() != Weekday::Sun {
            day = day.pred_opt().unwrap();
        }
        let local: NaiveDateTime = day.and_hms_opt(local_hour, 0, 0).unwrap();
        (local - TimeDelta::hours(offset_before)).and_utc()
    }

    #[test]
    fn r34_offsets_are_those_of_the_zone_database_for_every_hour_from_2014_to_2037() {
        for year in 2014..=2037 {
            let (spring, autumn) = (change(year, 3, 2, 1), change(year, 10, 3, 2));
            let mut at = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
            while at.year() == year {
                let expected = if at >= spring && at < autumn { 7200 } else { 3600 };
                let actual = Rome.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
                assert_eq!(actual, expected, "{at}");
                at += TimeDelta::hours(1);
            }
        }
    }
}
