//! A mail that did not reach its reader, and a later one about the same session of theirs that did: whether that one has told
//! them.

use super::Letter;

/// The kinds of letter that tell when and where one session is held.
pub const TELL_WHEN: [&str; 2] = ["session-changed", "course-day"];

/// Whether the later letter has told what the other one was to tell: when and where the session is held, but not that an offer
/// ended, which only a letter that says so does.
pub fn is_told_by(letter: &Letter, later: &Letter) -> bool {
    match (letter, later) {
        (Letter::SessionChanged { offer, .. }, Letter::SessionChanged { offer: since, .. }) => {
            !offer.has_ended() || since.has_ended()
        }
        (Letter::SessionChanged { offer, .. }, Letter::CourseDay { .. }) => !offer.has_ended(),
        (Letter::CourseDay { .. }, Letter::SessionChanged { .. } | Letter::CourseDay { .. }) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::letter::{InviteFacts, Method, OfferNow, SessionFacts};

    fn changed(offer: OfferNow) -> Letter {
        Letter::SessionChanged {
            was: SessionFacts::default(),
            session: SessionFacts::default(),
            course: false,
            waiting: false,
            offer,
            provisional: false,
            leave_token: String::new(),
            invite: None,
        }
    }

    #[test]
    fn a_later_change_tells_the_day_but_not_that_an_offer_ended() {
        let (plain, ended) = (changed(OfferNow::NotMade), changed(OfferNow::Ended));
        assert!(is_told_by(&plain, &plain) && is_told_by(&plain, &ended) && is_told_by(&ended, &ended));
        assert!(!is_told_by(&ended, &plain));
        assert!(!is_told_by(&Letter::DataErased, &plain) && !is_told_by(&plain, &Letter::DataErased));
    }

    #[test]
    fn so_does_the_invite_of_a_course_day() {
        let invite = InviteFacts {
            uid: String::new(),
            sequence: 1,
            dtstamp: DateTime::UNIX_EPOCH,
            method: Method::Request,
            session: SessionFacts::default(),
        };
        let day = Letter::CourseDay { invite };
        let (plain, ended) = (changed(OfferNow::NotMade), changed(OfferNow::Over));
        assert!(is_told_by(&plain, &day) && is_told_by(&day, &plain) && is_told_by(&day, &day));
        assert!(!is_told_by(&ended, &day));
        assert!(TELL_WHEN.contains(&day.code()) && TELL_WHEN.contains(&plain.code()));
    }
}
