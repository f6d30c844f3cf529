//! Until when each line of the office's list for today is to be done: what is due first stands first.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::admission::LAST_OFFER_BEFORE_START;
use super::dispute::ANSWERED_WITHIN;
use super::today::{APPLICATION_WAITS, What};
use super::waiting_list::SHORTEST;

/// When what a line is about came up, or ends; of all that share a line, the first.
#[derive(Clone, Debug, Default)]
pub struct Moments(HashMap<(What, Option<i64>), DateTime<Utc>>);

impl Moments {
    /// Notes one, with the session or offering that the line is about.
    pub fn note(&mut self, what: What, about: Option<i64>, at: DateTime<Utc>) {
        let first = self.0.entry((what, about)).or_insert(at);
        *first = at.min(*first);
    }

    /// Until when a line is to be done; none where nothing waits for it at a set time.
    pub fn deadline(&self, what: What, about: Option<i64>) -> Option<DateTime<Utc>> {
        if what == What::RegistersOpen {
            // Each was noted by itself: only the list knows that they share a line.
            let open = self.0.iter().filter(|((what, _), _)| *what == What::RegisterOpen);
            return open.map(|(_, at)| *at).min();
        }
        self.0.get(&(what, about)).map(|at| deadline(what, *at))
    }
}

/// Until when something is to be done that came up, or ends, at a moment.
fn deadline(what: What, at: DateTime<Utc>) -> DateTime<Utc> {
    match what {
        What::ApplicationsWaiting => at + APPLICATION_WAITS,
        What::DisputesOpen
        | What::Unmarked
        | What::RuleInDoubt
        | What::CertificateInDoubt
        | What::StatementInDoubt => at + ANSWERED_WITHIN,
        // Later nobody could be offered the place any more.
        What::PlaceToGive => at - LAST_OFFER_BEFORE_START - SHORTEST,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn of_what_shares_a_line_the_first_deadline_counts() {
        let mut moments = Moments::default();
        moments.note(What::OffersEnding, Some(7), at("2014-10-02T10:00:00Z"));
        moments.note(What::OffersEnding, Some(7), at("2014-10-01T10:00:00Z"));
        moments.note(What::OffersEnding, Some(8), at("2014-10-03T10:00:00Z"));
        assert_eq!(moments.deadline(What::OffersEnding, Some(7)), Some(at("2014-10-01T10:00:00Z")));
        assert_eq!(moments.deadline(What::OffersEnding, Some(8)), Some(at("2014-10-03T10:00:00Z")));
        assert_eq!(moments.deadline(What::OffersEnding, Some(9)), None);
        assert_eq!(moments.deadline(What::RegistersOpen, None), None);
        moments.note(What::RegisterOpen, Some(2), at("2014-10-02T18:00:00Z"));
        moments.note(What::RegisterOpen, Some(1), at("2014-09-24T18:00:00Z"));
        assert_eq!(moments.deadline(What::RegistersOpen, None), Some(at("2014-09-24T18:00:00Z")));
    }

    #[test]
    fn whoever_waits_is_answered_within_two_days_and_a_place_is_given_while_it_can_be_offered() {
        let noted = |what| {
            let mut moments = Moments::default();
            moments.note(what, None, at("2014-10-02T07:30:00Z"));
            moments.deadline(what, None)
        };
        for what in [What::ApplicationsWaiting, What::DisputesOpen, What::Unmarked, What::RuleInDoubt] {
            assert_eq!(noted(what), Some(at("2014-10-04T07:30:00Z")), "{what:?}");
        }
        assert_eq!(noted(What::PlaceToGive), Some(at("2014-10-01T16:30:00Z")));
        assert_eq!(noted(What::CallsToMake), Some(at("2014-10-02T07:30:00Z")));
    }
}
