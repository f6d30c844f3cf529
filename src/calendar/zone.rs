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

    /// What one part of the component says: the month of its rule, its local time, the offsets before and after in
    /// seconds.
    struct Part {
        month: u32,
        local_hour: u32,
        from: i32,
        to: i32,
    }

    /// Reads a part of the component itself.
    fn part(stream: &str, name: &str) -> Part {
        let begin = format!("BEGIN:{name}");
        let part = stream.split(&begin).nth(1).unwrap().split("END:").next().unwrap();
        let value = |key: &str| {
            let line = part.lines().find_map(|line| line.strip_prefix(key)).unwrap();
            line.trim_start_matches(':').trim().to_owned()
        };
        let offset = |text: String| {
            let hours: i32 = text[1..3].parse().unwrap();
            if text.starts_with('-') { -hours * 3600 } else { hours * 3600 }
        };
        let rule = value("RRULE");
        assert!(rule.starts_with("FREQ=YEARLY;") && rule.ends_with(";BYDAY=-1SU"), "R33: {rule}");
        Part {
            month: rule.split("BYMONTH=").nth(1).unwrap().split(';').next().unwrap().parse().unwrap(),
            local_hour: value("DTSTART")[9..11].parse().unwrap(),
            from: offset(value("TZOFFSETFROM")),
            to: offset(value("TZOFFSETTO")),
        }
    }

    /// The instant at which a part begins in a year: the last Sunday of its month, at its local time.
    fn onset(year: i32, part: &Part) -> DateTime<Utc> {
        let mut day = NaiveDate::from_ymd_opt(year, part.month + 1, 1).unwrap().pred_opt().unwrap();
        while day.weekday() != Weekday::Sun {
            day = day.pred_opt().unwrap();
        }
        let local: NaiveDateTime = day.and_hms_opt(part.local_hour, 0, 0).unwrap();
        (local - TimeDelta::seconds(i64::from(part.from))).and_utc()
    }

    #[test]
    fn r33_r34_the_component_gives_the_offsets_of_the_zone_database_for_every_hour_from_2014_to_2037() {
        let stream = super::rome().to_string();
        let (daylight, standard) = (part(&stream, "DAYLIGHT"), part(&stream, "STANDARD"));
        for year in 2014..=2037 {
            let (spring, autumn) = (onset(year, &daylight), onset(year, &standard));
            let mut at = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
            while at.year() == year {
                let expected = if at >= spring && at < autumn { daylight.to } else { standard.to };
                let actual = Rome.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
                assert_eq!(actual, expected, "{at}");
                at += TimeDelta::hours(1);
            }
        }
    }
}
