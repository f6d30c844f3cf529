//! What letters say of a workshop that comes too late to count for the course. It hangs on the course's first day as much as
//! on the workshop's own date, so it is put right whenever a letter leaves or a call is made.

use super::{Letter, SessionFacts};

impl Letter {
    /// The session whose date it brings to somebody who has a place, waits for one or asked for the date: beside it stands
    /// whether its workshop counts. None for a letter that does not say so.
    pub fn brings_date(&mut self) -> Option<&mut SessionFacts> {
        match self {
            Self::PlaceConfirmed { session, .. }
            | Self::WaitingListJoined { session, .. }
            | Self::PlaceOffered { session, .. }
            | Self::PlaceFree { session, .. }
            | Self::OfferLapsed { session, position: Some(_), .. }
            | Self::DateOut { session }
            | Self::SessionChanged { session, .. } => Some(session),
            _ => None,
        }
    }

    /// Lets it say whether the workshop comes too late for the course as that stands now; whether that is something else
    /// than it said. Where the session is held on another day than it says, it keeps what it says of that day: another
    /// letter brings the new one.
    pub fn set_too_late(&mut self, now: Option<&SessionFacts>) -> bool {
        let (Some(said), Some(now)) = (self.brings_date(), now) else { return false };
        if said.date != now.date || said.too_late_for == now.too_late_for {
            return false;
        }
        said.too_late_for = now.too_late_for;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::{InviteFacts, Method, OfferNow};

    /// A session that comes too late for a course that begins on `first`; empty = it does not.
    fn on(date: &str, first: &str) -> SessionFacts {
        SessionFacts { date: date.parse().ok(), too_late_for: first.parse().ok(), ..SessionFacts::default() }
    }

    fn changed(session: SessionFacts) -> Letter {
        Letter::SessionChanged {
            was: on("2014-10-03", ""),
            session,
            course: false,
            waiting: false,
            offer: OfferNow::NotMade,
            provisional: false,
            leave_token: String::new(),
            invite: None,
        }
    }

    /// What a change of this session says after it was put right, and whether it was.
    fn put_right(said: SessionFacts, now: Option<&SessionFacts>) -> (bool, Letter) {
        let mut letter = changed(said);
        (letter.set_too_late(now), letter)
    }

    #[test]
    fn a_letter_says_what_counts_for_the_course_as_it_begins_now() {
        let (late, counts) = (on("2014-10-23", "2014-10-22"), on("2014-10-23", ""));
        assert_eq!(put_right(late.clone(), Some(&counts)), (true, changed(counts.clone())));
        assert_eq!(put_right(counts.clone(), Some(&late)), (true, changed(late.clone())));
        assert_eq!(put_right(late.clone(), Some(&late)), (false, changed(late.clone())));
        let earlier = on("2014-10-23", "2014-10-20");
        assert_eq!(put_right(late, Some(&earlier)), (true, changed(earlier)), "it names the day of now");
    }

    #[test]
    fn of_another_day_than_that_of_now_it_keeps_what_it_says() {
        let (before, late) = (on("2014-10-02", ""), on("2014-10-23", "2014-10-22"));
        assert_eq!(put_right(before.clone(), Some(&late)), (false, changed(before)));
        assert_eq!(
            put_right(late.clone(), None),
            (false, changed(late)),
            "there is no such session any more"
        );
    }

    #[test]
    fn a_letter_that_brings_no_date_says_nothing_of_it() {
        let late = on("2014-10-23", "2014-10-22");
        let mut reminder = Letter::Reminder {
            session: on("2014-10-23", ""),
            course: false,
            leave_token: String::new(),
            away: 2,
        };
        let said = reminder.clone();
        assert_eq!((reminder.set_too_late(Some(&late)), &reminder), (false, &said));
        assert!(!Letter::TestMail.set_too_late(Some(&late)));
    }

    #[test]
    fn another_stamp_or_calendar_object_takes_nothing_away_from_the_words() {
        let mut letter = changed(on("2014-10-23", "2014-10-22"));
        let facts = InviteFacts {
            uid: "u@percorso.example".into(),
            sequence: 1,
            dtstamp: "2014-09-15T07:00:00Z".parse().unwrap(),
            method: Method::Request,
            session: on("2014-10-23", ""),
        };
        letter.set_invite(facts);
        letter.restamp("2014-09-15T07:10:00Z".parse().unwrap());
        assert_eq!(letter.brings_date(), Some(&mut on("2014-10-23", "2014-10-22")));
        assert_eq!(letter.invite().map(|facts| facts.session.too_late_for), Some(None));
    }
}
