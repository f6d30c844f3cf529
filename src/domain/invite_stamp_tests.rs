//! Which stamp the next message of a UID has.

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Something was told, under a stamp that is known or not.
fn told(stamp: Option<DateTime<Utc>>) -> Known {
    let told = Told { sequence: 0, ended: false, appointment: Appointment::default(), stamp };
    Known { told: Some(told), ..Known::default() }
}

#[test]
fn r30_r52_a_stamp_exceeds_what_was_told_and_not_what_was_withdrawn() {
    let (first, now) = (at("2014-09-15T07:00:00Z"), at("2014-09-15T08:00:00Z"));
    let waited = at("2014-09-15T08:10:00Z");
    assert_eq!(told(Some(first)).stamp_told(waited, now), first);
    assert_eq!(told(None).stamp_told(waited, now), waited, "it is not known: later than all");
    assert_eq!(Known::default().stamp_told(waited, now), now, "nothing was told");
    assert_eq!(told(Some(first)).stamp_at(waited, now), now);
    assert_eq!(told(Some(now)).stamp_at(waited, now), now + TimeDelta::seconds(1));
    assert_eq!(told(None).stamp_at(waited, now), waited);
    assert_eq!(Known::default().stamp_at(waited, now), now);
}
