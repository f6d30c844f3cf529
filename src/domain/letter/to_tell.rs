//! A mail that did not reach its reader: whether somebody is to tell them what it says, some other way.

use super::{Letter, Stands, as_it_is_now, still_holds};

/// Whether whoever a mail did not reach is to be told what it says, some other way: what becomes a call is told as it is now;
/// what is written to addresses alone, as long as its own words hold. The office's own list is no call.
pub fn is_to_tell(letter: &Letter, now: &Stands) -> bool {
    match letter {
        Letter::Digest { .. } | Letter::TestMail => false,
        Letter::Reminder { .. }
        | Letter::CourseDay { .. }
        | Letter::CourseDayCancelled { .. }
        | Letter::DateOut { .. }
        | Letter::TomorrowInTheRoom { .. }
        | Letter::NotTomorrow { .. }
        | Letter::CheckName { .. } => still_holds(letter, now),
        _ if letter.is_sign_in() => false,
        _ if now.enrolled_again && letter.is_goodbye() => false,
        _ => as_it_is_now(letter.clone(), now).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offices_own_list_and_a_trial_are_no_calls() {
        let (lines, more) = (Vec::new(), 0);
        let list = Letter::Digest { lines, more, edition: String::new(), key: String::new() };
        assert!(!is_to_tell(&list, &Stands::default()) && !is_to_tell(&Letter::TestMail, &Stands::default()));
        assert!(is_to_tell(&Letter::DataErased, &Stands::default()));
    }
}
