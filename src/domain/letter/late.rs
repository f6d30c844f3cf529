//! What time does to a letter that waits: it comes too late once what it was to be read before is over; and the day it names
//! by a word is counted from the moment it leaves.

use chrono::{DateTime, Datelike as _, Utc};
use chrono_tz::Europe::Rome;
use chrono_tz::Tz;

use super::{Letter, Method, OfferNow, SessionFacts};
use crate::domain::reminder::DAYS_BEFORE;
use crate::domain::session::{Timing, local_date};

/// How many days before its session a reminder leaves: those written before the number was kept say no other.
pub(super) fn usual_days() -> u64 {
    DAYS_BEFORE
}

impl Letter {
    /// Whether it comes too late: it is withdrawn instead of leaving, and not sent again. `written`: when it was due; what
    /// was over by then already was written all the same.
    pub fn is_late(&self, written: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        let over = |session: &SessionFacts| {
            timing(session).is_some_and(|timing| written < timing.ends_at() && timing.ends_at() <= now)
        };
        let ended = |until: DateTime<Utc>| written < until && until <= now;
        match self {
            Self::Reminder { session, .. } => has_begun(session, now),
            // Of several meetings another one may be to come.
            Self::PlaceConfirmed { session, .. }
            | Self::WaitingListJoined { session, .. }
            | Self::DateOut { session } => session.of <= 1 && over(session),
            // Whoever expects it later has to hear that it is not held then; where they knew no hours, the day is what counts.
            Self::SessionChanged { was, session, offer, .. } => {
                let no_hours = was.date == session.date && was.start.is_none();
                // Whose offer lapsed is told the date by the letter that says so: the first one, where there are several.
                let lapsed =
                    session.of <= 1 && matches!(offer, OfferNow::Held { until, .. } if ended(*until));
                lapsed
                    || over(session) && (no_hours || timing(was).is_none_or(|timing| timing.ends_at() <= now))
            }
            Self::SessionCancelled { session, .. }
            | Self::TomorrowInTheRoom { session, .. }
            | Self::NotTomorrow { session, .. } => over(session),
            Self::CourseDay { invite } | Self::CourseDayCancelled { invite } => over(&invite.session),
            // What the end led to is told by a letter of its own; an answer would come to nothing. That of a provisional place
            // is another thing: it waits for what is in question.
            Self::PlaceOffered { until, .. } => ended(*until),
            Self::Digest { .. } => week(written) != week(now),
            _ => false,
        }
    }

    /// Whether it would take a day out of a calendar that is over: past days stay there (R73).
    pub fn cancels_past_day(&self, now: DateTime<Utc>) -> bool {
        self.invite().is_some_and(|facts| {
            facts.method == Method::Cancel
                && timing(&facts.session).is_some_and(|timing| timing.ends_at() <= now)
        })
    }

    /// When the last session ends that it speaks of beforehand, as far as it says itself; none where it does not: what is about
    /// several meetings and names one, or has a day without a date, or tells what was recorded.
    pub fn last_end(&self) -> Option<DateTime<Utc>> {
        let end = |session: &SessionFacts| Some(timing(session)?.ends_at());
        match self {
            Self::PlaceConfirmed { session, .. }
            | Self::WaitingListJoined { session, .. }
            | Self::PlaceReleased { session, .. }
            | Self::PlaceOffered { session, .. }
            | Self::PlaceFree { session, .. }
            | Self::OfferLapsed { session, .. }
            | Self::LineClosed { session, .. }
            | Self::HoldEnded { session }
            | Self::OfferingCancelled { session, .. }
                if session.of <= 1 =>
            {
                end(session)
            }
            Self::SessionChanged { was, session, .. } => end(session).max(end(session).and(end(was))),
            Self::SessionCancelled { session, .. } => end(session),
            Self::CourseDay { invite } | Self::CourseDayCancelled { invite } => end(&invite.session),
            Self::CourseConfirmed { days, .. }
            | Self::ProvisionalPlace { days, .. }
            | Self::RuleReached { days, .. } => {
                days.iter().map(end).collect::<Option<Vec<_>>>()?.into_iter().max()
            }
            _ => None,
        }
    }

    /// Lets it name the day from this moment: today, tomorrow, the day after; whether that is another word than it had.
    pub fn set_day(&mut self, now: DateTime<Utc>) -> bool {
        let said = self.clone();
        match self {
            Self::Reminder { session, away, .. } => *away = days_until(session, now).unwrap_or(*away),
            Self::TomorrowInTheRoom { session, today, .. } => {
                *today = days_until(session, now).map_or(*today, |days| days == 0);
            }
            _ => {}
        }
        *self != said
    }
}

fn zone(session: &SessionFacts) -> Tz {
    session.zone.parse().unwrap_or(Rome)
}

fn timing(session: &SessionFacts) -> Option<Timing> {
    session.appointment().timing(zone(session))
}

/// Without hours nobody knows when it begins: then the day has to be over.
fn has_begun(session: &SessionFacts, now: DateTime<Utc>) -> bool {
    timing(session).is_some_and(|timing| {
        let begin = if timing.hours.is_some() { timing.starts_at() } else { timing.ends_at() };
        begin <= now
    })
}

/// How many days it is away; none without a date, 0 for one that has gone by.
fn days_until(session: &SessionFacts, now: DateTime<Utc>) -> Option<u64> {
    let days = (session.date? - local_date(now, zone(session))).num_days();
    Some(u64::try_from(days).unwrap_or(0))
}

/// The week that the office reads of on its Monday, and its year.
fn week(at: DateTime<Utc>) -> (i32, u32) {
    let week = local_date(at, Rome).iso_week();
    (week.year(), week.week())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn session(date: &str, hours: Option<(&str, &str)>) -> SessionFacts {
        SessionFacts {
            date: date.parse().ok(),
            start: hours.and_then(|(start, _)| start.parse().ok()),
            end: hours.and_then(|(_, end)| end.parse().ok()),
            zone: "Europe/Rome".to_owned(),
            of: 1,
            ..SessionFacts::default()
        }
    }

    fn reminder(session: SessionFacts) -> Letter {
        Letter::Reminder { session, course: false, leave_token: String::new(), away: DAYS_BEFORE }
    }

    #[test]
    fn a_reminder_counts_the_days_by_the_wall_clock_from_when_it_leaves() {
        let days = |now: &str| {
            let mut letter = reminder(session("2014-10-08", None));
            let changed = letter.set_day(at(now));
            let Letter::Reminder { away, .. } = letter else { panic!("it stays a reminder") };
            (away, changed)
        };
        assert_eq!(days("2014-10-06T07:00:00Z"), (2, false));
        assert_eq!(days("2014-10-06T22:30:00Z"), (1, true), "it is the seventh in Milan");
        assert_eq!(days("2014-10-08T05:00:00Z"), (0, true));
        assert_eq!(days("2014-10-03T05:00:00Z"), (5, true));
    }

    #[test]
    fn a_reminder_is_late_once_the_session_has_begun_or_the_day_is_over_where_nobody_knows_its_hours() {
        let timed = reminder(session("2014-10-08", Some(("09:30:00", "17:00:00"))));
        let whole = reminder(session("2014-10-08", None));
        let late =
            |now: &str| [&timed, &whole].map(|letter| letter.is_late(at("2014-10-06T07:00:00Z"), at(now)));
        assert_eq!(late("2014-10-08T07:29:00Z"), [false, false]);
        assert_eq!(late("2014-10-08T07:30:00Z"), [true, false]);
        assert_eq!(late("2014-10-08T22:00:00Z"), [true, true]);
    }

    #[test]
    fn a_change_is_late_once_neither_the_old_day_nor_the_new_one_is_to_come() {
        let changed = |was: &str, to: &str| Letter::SessionChanged {
            was: session(was, None),
            session: session(to, None),
            course: false,
            waiting: false,
            offer: OfferNow::default(),
            provisional: false,
            leave_token: String::new(),
            invite: None,
        };
        let late = |was: &str, to: &str| {
            changed(was, to).is_late(at("2014-10-06T07:00:00Z"), at("2014-10-10T07:00:00Z"))
        };
        assert!(late("2014-10-08", "2014-10-09") && late("", "2014-10-09"));
        assert!(!late("2014-10-08", "2014-10-15"));
        assert!(!late("2014-10-15", "2014-10-09"), "whoever was not told comes on the fifteenth");
        assert!(!late("2014-10-01", "2014-10-02"), "over when it was written");
        let hours = |from, to| session("2014-10-08", Some((from, to)));
        let now = at("2014-10-08T10:30:00Z");
        let same_day = |was: SessionFacts| {
            let mut letter = changed("2014-10-08", "2014-10-08");
            if let Letter::SessionChanged { was: before, session, .. } = &mut letter {
                (*before, *session) = (was, hours("09:00:00", "12:00:00"));
            }
            letter.is_late(at("2014-10-06T07:00:00Z"), now)
        };
        assert!(same_day(session("2014-10-08", None)), "nobody knew when it ends");
        assert!(!same_day(hours("15:00:00", "18:00:00")), "they would come in the afternoon");
    }

    #[test]
    fn an_offer_that_was_moved_is_late_once_nobody_can_answer_any_more() {
        let until = at("2014-10-05T10:00:00Z");
        let offer = OfferNow::Held { until, accept_token: String::new(), decline_token: String::new() };
        let moved = Letter::SessionChanged {
            was: session("2014-10-08", None),
            session: session("2014-10-15", None),
            course: false,
            waiting: true,
            offer,
            provisional: false,
            leave_token: String::new(),
            invite: None,
        };
        let late = |now: &str| moved.is_late(at("2014-10-04T10:00:00Z"), at(now));
        assert_eq!((late("2014-10-05T09:59:59Z"), late("2014-10-05T10:00:00Z")), (false, true));
    }
}
