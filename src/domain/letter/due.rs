//! By when somebody is to know what a letter says: of several calls, the one that is due first is made first.

use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Europe::Rome;

use super::{Letter, SessionFacts};
use crate::domain::session::instant;

impl Letter {
    /// The end of the time to answer, or the begin of what it is about; none where it is about nothing to come. Of a
    /// session that was moved, the earlier day counts: whoever was not told comes then.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::PlaceOffered { until, .. } | Self::ProvisionalAtRisk { until, .. } => Some(*until),
            Self::SessionChanged { was, session, .. } => begin(was).into_iter().chain(begin(session)).min(),
            Self::PlaceConfirmed { session, .. }
            | Self::WaitingListJoined { session, .. }
            | Self::PlaceReleased { session, .. }
            | Self::PlaceFree { session, .. }
            | Self::OfferLapsed { session, .. }
            | Self::Reminder { session, .. }
            | Self::DateOut { session }
            | Self::SessionCancelled { session, .. }
            | Self::OfferingCancelled { session, .. } => begin(session),
            Self::CourseDay { invite } | Self::CourseDayCancelled { invite } => begin(&invite.session),
            Self::CourseConfirmed { days, .. } | Self::ProvisionalPlace { days, .. } => {
                days.iter().filter_map(begin).min()
            }
            _ => None,
        }
    }
}

/// When a session begins; none without a date.
fn begin(session: &SessionFacts) -> Option<DateTime<Utc>> {
    let zone = session.zone.parse().unwrap_or(Rome);
    Some(instant(session.date?, session.start.unwrap_or(NaiveTime::MIN), zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::OfferNow;

    fn on(date: &str) -> SessionFacts {
        SessionFacts { date: date.parse().ok(), zone: "Europe/Rome".to_owned(), ..SessionFacts::default() }
    }

    #[test]
    fn whoever_was_not_told_of_a_move_comes_on_the_earlier_day() {
        let moved = |was: &str, to: &str| Letter::SessionChanged {
            was: on(was),
            session: on(to),
            course: false,
            waiting: false,
            offer: OfferNow::default(),
            provisional: false,
            leave_token: String::new(),
            invite: None,
        };
        let midnight: Option<DateTime<Utc>> = "2014-09-23T22:00:00Z".parse().ok();
        for (was, to) in [("2014-09-24", "2014-10-01"), ("2014-10-01", "2014-09-24"), ("", "2014-09-24")] {
            assert_eq!(moved(was, to).due(), midnight, "{was} {to}");
        }
        assert_eq!(moved("", "").due(), None);
        assert_eq!(Letter::TestMail.due(), None);
    }
}
