//! The calendar object of letters: which carry one, and how it is changed while they wait.

use chrono::{DateTime, Utc};

use super::{InviteFacts, Letter, Method, SessionFacts};
use crate::domain::invite::Told;

impl Letter {
    /// The iCalendar object it carries.
    pub fn invite(&self) -> Option<&InviteFacts> {
        match self {
            Self::PlaceConfirmed { invite, .. }
            | Self::PlaceReleased { invite, .. }
            | Self::SessionChanged { invite, .. }
            | Self::SessionCancelled { invite, .. }
            | Self::OfferingCancelled { invite, .. } => invite.as_ref(),
            Self::CourseDay { invite } | Self::CourseDayCancelled { invite } => Some(invite),
            _ => None,
        }
    }

    /// Lets a letter that was not sent speak of the same session as it is now. Whether its workshop counts for the course is
    /// no matter of calendars: of that it says what it said.
    pub fn set_invite(&mut self, facts: InviteFacts) {
        match self {
            Self::PlaceConfirmed { session, invite, .. } | Self::SessionChanged { session, invite, .. } => {
                *session = SessionFacts { too_late_for: session.too_late_for, ..facts.session.clone() };
                *invite = Some(facts);
            }
            Self::CourseDay { invite } | Self::CourseDayCancelled { invite } => *invite = facts,
            Self::PlaceReleased { invite, .. }
            | Self::SessionCancelled { invite, .. }
            | Self::OfferingCancelled { invite, .. } => *invite = Some(facts),
            _ => {}
        }
    }

    /// Takes the calendar object out of a letter that says in words what it is about; false for one that is nothing
    /// without it.
    pub fn take_invite(&mut self) -> bool {
        match self {
            Self::PlaceConfirmed { invite, .. }
            | Self::PlaceReleased { invite, .. }
            | Self::SessionChanged { invite, .. }
            | Self::SessionCancelled { invite, .. }
            | Self::OfferingCancelled { invite, .. } => {
                *invite = None;
                true
            }
            _ => false,
        }
    }

    /// Whether it tells of a change that leads back to what its reader knows: the feed alone has gone there and back.
    pub fn leads_back(&self) -> bool {
        let Self::SessionChanged { was, session, offer, invite: Some(_), .. } = self else { return false };
        was.number > 0 && was.appointment() == session.appointment() && !offer.has_ended()
    }

    /// Gives the calendar object it carries another DTSTAMP.
    pub fn restamp(&mut self, dtstamp: DateTime<Utc>) {
        if let Some(mut facts) = self.invite().cloned() {
            facts.dtstamp = dtstamp;
            self.set_invite(facts);
        }
    }
}

impl InviteFacts {
    /// The same REQUEST at the SEQUENCE at which a calendar was told it last, after it had been told something else by its
    /// feed; none where that is not what it says.
    pub fn above(&self, told: &Told) -> Option<Self> {
        let is_told = !told.ended && told.appointment == self.session.appointment();
        let rises = self.method == Method::Request && is_told && told.sequence > self.sequence;
        rises.then(|| Self { sequence: told.sequence, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_request_that_says_what_was_told_last_goes_above_the_feed() {
        let said = InviteFacts {
            uid: "u".to_owned(),
            sequence: 0,
            dtstamp: DateTime::UNIX_EPOCH,
            method: Method::Request,
            session: SessionFacts { date: "2014-09-24".parse().ok(), ..SessionFacts::default() },
        };
        let told = Told { sequence: 2, ended: false, appointment: said.session.appointment(), stamp: None };
        assert_eq!(said.above(&told), Some(InviteFacts { sequence: 2, ..said.clone() }));
        assert_eq!(said.above(&Told { sequence: 0, ..told.clone() }), None);
        assert_eq!(said.above(&Told { ended: true, ..told.clone() }), None);
        let elsewhere = Told { appointment: SessionFacts::default().appointment(), ..told.clone() };
        assert_eq!(said.above(&elsewhere), None);
        assert_eq!(InviteFacts { method: Method::Cancel, ..said }.above(&told), None);
    }
}
