//! The calendar object of letters: which carry one, and how it is changed while they wait.

use chrono::{DateTime, Utc};

use super::{InviteFacts, Letter, SessionFacts};

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
