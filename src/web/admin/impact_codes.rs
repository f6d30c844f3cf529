//! The letters of a change as words: what a button of the page sends, and the ends of the keys of sentences.

use crate::domain::impact::{Calendar, Impact, Topic};

/// The code of a topic, which is the end of the keys of its sentences.
pub fn topic_code(topic: Topic) -> &'static str {
    match topic {
        Topic::Changed => "changed",
        Topic::Added => "added",
        Topic::SessionCancelled => "session-cancelled",
        Topic::OfferingCancelled => "offering-cancelled",
        Topic::Reached => "reached",
        Topic::PlaceFinal => "place-final",
        Topic::AtRisk => "at-risk",
        Topic::RiskGone => "risk-gone",
        Topic::DateOut => "date-out",
        Topic::Offered => "offered",
        Topic::CourseDay => "course-day",
    }
}

/// The letters of a word that a button of the page sends: topic and calendar, `changed.update`.
pub fn read_letter(word: &str) -> Option<(Topic, Calendar)> {
    let (topic, calendar) = word.split_once('.')?;
    let topics = [
        Topic::Changed,
        Topic::Added,
        Topic::SessionCancelled,
        Topic::OfferingCancelled,
        Topic::Reached,
        Topic::PlaceFinal,
        Topic::AtRisk,
        Topic::RiskGone,
        Topic::DateOut,
        Topic::Offered,
        Topic::CourseDay,
    ];
    let calendars = [Calendar::Update, Calendar::Cancel, Calendar::None];
    let topic = topics.into_iter().find(|known| topic_code(*known) == topic)?;
    Some((topic, calendars.into_iter().find(|known| calendar_code(*known) == calendar)?))
}

/// The code of what a letter brings to calendars.
pub fn calendar_code(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Update => "update",
        Calendar::Cancel => "cancel",
        Calendar::None => "none",
    }
}

/// The word of the sentence after a change: whether letters wait for the quiet time, so that a second change can still
/// join them, and whether others have left.
pub fn saved_word(impact: &Impact) -> &'static str {
    let waits =
        |topic: Topic| matches!(topic, Topic::Changed | Topic::DateOut | Topic::AtRisk | Topic::RiskGone);
    let (later, at_once): (Vec<Topic>, Vec<Topic>) =
        impact.letters.iter().map(|letters| letters.topic).partition(|topic| waits(*topic));
    match (later.is_empty(), at_once.is_empty()) {
        (true, _) => "changed",
        (false, true) => "changed-later",
        (false, false) => "changed-partly-later",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::impact::Letters;

    fn word(topics: &[Topic]) -> &'static str {
        let letters =
            |topic: &Topic| Letters { topic: *topic, calendar: Calendar::None, people: vec![7], count: 1 };
        saved_word(&Impact { letters: topics.iter().map(letters).collect(), ..Impact::default() })
    }

    #[test]
    fn the_word_says_whether_letters_wait_have_left_or_both() {
        assert_eq!(word(&[]), "changed");
        assert_eq!(word(&[Topic::Reached, Topic::OfferingCancelled]), "changed");
        assert_eq!(word(&[Topic::Changed, Topic::AtRisk]), "changed-later");
        assert_eq!(word(&[Topic::OfferingCancelled, Topic::AtRisk]), "changed-partly-later");
    }
}
