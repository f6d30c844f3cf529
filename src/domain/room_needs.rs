//! How long *needs in the room* are kept: until their session is held, and a month after it.

use chrono::{DateTime, TimeDelta, Utc};

/// How long after its session a need is kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// When needs are erased. `last_ends` is the end of the last session they are meant for; where no session has a date, the
/// month begins when they are noted.
pub fn erased_at(last_ends: Option<DateTime<Utc>>, noted: DateTime<Utc>) -> DateTime<Utc> {
    last_ends.unwrap_or(noted) + KEPT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_go_a_month_after_their_session_or_after_they_were_noted_where_there_is_no_date() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let noted = at("2014-09-15T07:00:00Z");
        assert_eq!(erased_at(Some(at("2014-09-24T22:00:00Z")), noted), at("2014-10-24T22:00:00Z"));
        assert_eq!(erased_at(None, noted), at("2014-10-15T07:00:00Z"));
    }
}
