//! A mail that did not reach its reader: whether somebody is to tell them what it says, some other way.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Letter, Stands, as_it_is_now, still_holds};

/// How long the last session that a letter speaks of has to be over, for nobody to ask how it stands: it may have been moved,
/// and the letter names the day it had.
const LONG_OVER: TimeDelta = TimeDelta::days(30);

/// How long after a letter was due nobody is called in its place any more, whatever it said: the list of what did not arrive
/// grows for as long as the program is used.
pub const TOLD_WITHIN: TimeDelta = TimeDelta::days(400);

/// Whether the letter by itself leaves it open that its reader is to be told what it says, some other way; `dated`: when it
/// was due. Whoever wants to sign in asks for another one; the office's own list is no call; what is late, over long ago, or was
/// due more than a year ago, is nothing to tell. Where it may be, [`is_to_tell`] decides.
pub fn may_be_to_tell(letter: &Letter, dated: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let calls = !letter.is_sign_in() && !matches!(letter, Letter::Digest { .. } | Letter::TestMail);
    let long_over = letter.last_end().is_some_and(|end| now - end >= LONG_OVER);
    calls && !long_over && now - dated < TOLD_WITHIN && !letter.is_late(dated, now)
}

/// Whether whoever a mail did not reach, that may be to tell, is to be told what it says, some other way: what becomes a call
/// is told as it is now; what is written to addresses alone, as long as its own words hold.
pub fn is_to_tell(letter: &Letter, now: &Stands) -> bool {
    match letter {
        Letter::Reminder { .. }
        | Letter::CourseDay { .. }
        | Letter::CourseDayCancelled { .. }
        | Letter::DateOut { .. }
        | Letter::TomorrowInTheRoom { .. }
        | Letter::NotTomorrow { .. }
        | Letter::CheckName { .. } => still_holds(letter, now),
        _ if now.enrolled_again && letter.is_goodbye() => false,
        _ => as_it_is_now(letter.clone(), now).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::{PathFacts, SessionFacts, Title};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn on(date: &str, of: u32) -> SessionFacts {
        SessionFacts {
            date: date.parse().ok(),
            zone: "Europe/Rome".to_owned(),
            of,
            ..SessionFacts::default()
        }
    }

    fn path() -> PathFacts {
        PathFacts {
            required: 2,
            offered: 5,
            missing: 0,
            slots: Vec::new(),
            choices: Vec::new(),
            full: Vec::new(),
        }
    }

    /// It was due in September.
    fn may_be(letter: &Letter, now: &str) -> bool {
        may_be_to_tell(letter, at("2014-09-15T07:00:00Z"), at(now))
    }

    #[test]
    fn the_offices_own_list_a_trial_and_what_signs_somebody_in_are_no_calls() {
        let (lines, more) = (Vec::new(), 0);
        let list = Letter::Digest { lines, more, edition: String::new(), key: String::new() };
        let (token, choices, until) = (String::new(), Vec::new(), DateTime::UNIX_EPOCH);
        let confirm = Letter::ConfirmSignUp { token, choices, until };
        for letter in [list, Letter::TestMail, confirm] {
            assert!(!may_be(&letter, "2014-09-15T08:00:00Z"), "{letter:?}");
        }
        assert!(may_be(&Letter::DataErased, "2014-09-15T08:00:00Z"));
        assert!(is_to_tell(&Letter::DataErased, &Stands::default()));
    }

    #[test]
    fn what_is_late_or_speaks_of_what_is_over_long_ago_is_not_asked_for() {
        let (leave_token, invite) = (String::new(), None);
        let place =
            Letter::PlaceConfirmed { session: on("2014-10-02", 1), leave_token, path: path(), invite };
        let found = |letter: &Letter, times: [&str; 2]| times.map(|now| may_be(letter, now));
        assert_eq!(found(&place, ["2014-10-02T21:00:00Z", "2014-10-02T22:00:00Z"]), [true, false]);
        let free = |of| {
            let session = on("2014-10-02", of);
            Letter::LineClosed { session, course: of > 1, path: path() }
        };
        let month = ["2014-11-01T21:59:00Z", "2014-11-01T22:00:00Z"];
        assert_eq!(found(&free(1), month), [true, false]);
        assert_eq!(found(&free(7), month), [true, true], "its other days are not among its facts");
    }

    #[test]
    fn a_course_is_over_with_its_last_day_and_one_without_a_date_is_to_come() {
        let confirmed = |dates: &[&str]| Letter::CourseConfirmed {
            course: Title::default(),
            days: dates.iter().map(|date| on(date, 2)).collect(),
            leave_token: String::new(),
            path: path(),
            was_provisional: false,
        };
        assert!(may_be(&confirmed(&["2014-10-22", "2015-01-21"]), "2015-02-19T12:00:00Z"));
        assert!(!may_be(&confirmed(&["2014-10-22", "2015-01-21"]), "2015-02-21T12:00:00Z"));
        assert!(may_be(&confirmed(&["2014-10-22", ""]), "2015-10-20T06:59:00Z"));
        assert!(
            !may_be(&confirmed(&["2014-10-22", ""]), "2015-10-20T07:00:00Z"),
            "400 days after it was due"
        );
        assert!(may_be(&confirmed(&[]), "2015-10-19T12:00:00Z"));
    }
}
