//! How long a place is held for somebody whose address is not confirmed.

use chrono::{DateTime, TimeDelta, Utc};

/// Hours from the hand-over of the letter to the mail server.
pub const AFTER_HAND_OVER: TimeDelta = TimeDelta::hours(24);
/// Hours from the form, at most, whatever the mail server does.
pub const AFTER_FORM: TimeDelta = TimeDelta::hours(48);

/// When the hold ends: 24 h after the letter was handed over, 48 h after the form at most, never past the
/// begin of the session.
pub fn hold_until(
    form_at: DateTime<Utc>,
    handed_over_at: Option<DateTime<Utc>>,
    starts_at: Option<DateTime<Utc>>,
) -> DateTime<Utc> {
    let longest = form_at + AFTER_FORM;
    let until = handed_over_at.map_or(longest, |at| (at + AFTER_HAND_OVER).min(longest));
    starts_at.map_or(until, |start| until.min(start))
}

/// What the page after the form promises: the shortest the hold can be.
pub fn promised_until(form_at: DateTime<Utc>, starts_at: Option<DateTime<Utc>>) -> DateTime<Utc> {
    hold_until(form_at, Some(form_at), starts_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_hold_ends_a_day_after_the_letter_left() {
        let form = at("2014-09-15T07:00:00Z");
        assert_eq!(hold_until(form, Some(at("2014-09-15T07:10:00Z")), None), at("2014-09-16T07:10:00Z"));
    }

    #[test]
    fn a_slow_mail_server_does_not_hold_a_place_for_more_than_two_days() {
        let form = at("2014-09-15T07:00:00Z");
        assert_eq!(hold_until(form, Some(at("2014-09-17T01:00:00Z")), None), at("2014-09-17T07:00:00Z"));
        assert_eq!(hold_until(form, None, None), at("2014-09-17T07:00:00Z"));
    }

    #[test]
    fn a_hold_never_outlives_the_begin_of_the_session() {
        let form = at("2014-09-23T18:00:00Z");
        let start = at("2014-09-24T07:30:00Z");
        assert_eq!(hold_until(form, Some(form), Some(start)), start);
        assert_eq!(promised_until(form, Some(start)), start);
    }
}
