//! A title that is corrected is told in no letter of its own (CALENDAR.md R71): a letter that leaves has the one that stands.

use super::{Letter, Method, SessionFacts, Title};
use crate::domain::person::Language;

/// What a corrected title makes otherwise of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Titled {
    /// What it says in words.
    pub words: bool,
    /// What it brings a calendar: there a gloss has no place.
    pub calendar: bool,
}

impl Letter {
    /// Lets what it says of a session, in words and in its calendar part, have the title that the session has now. A CANCEL
    /// repeats what its REQUEST said (R55).
    pub fn set_title(&mut self, now: Option<&SessionFacts>, language: Language) -> Titled {
        let Some(now) = now else { return Titled::default() };
        let mut titled = Titled::default();
        if let Some(said) = self.brings_date() {
            titled.words |= reads_otherwise(&said.title, &now.title, language);
            said.title.clone_from(&now.title);
        }
        if let Some(mut facts) = self.invite().filter(|facts| facts.method == Method::Request).cloned() {
            titled.words |= reads_otherwise(&facts.session.title, &now.title, language);
            titled.calendar |= is_other(&facts.session.title, &now.title);
            facts.session.title.clone_from(&now.title);
            self.set_invite(facts);
        }
        titled
    }
}

/// Whether it is another one, or another number where there is none yet.
fn is_other(said: &Title, now: &Title) -> bool {
    said.official != now.official || (now.official.is_empty() && said.nth != now.nth)
}

/// Whether a letter in this language reads otherwise by it: only an English one says what a title means.
fn reads_otherwise(said: &Title, now: &Title, language: Language) -> bool {
    let glossed = language == Language::En && !now.official.is_empty();
    is_other(said, now) || (glossed && said.gloss != now.gloss)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::letter::InviteFacts;

    fn titled(official: &str, gloss: Option<&str>, nth: u32) -> SessionFacts {
        let title = Title { official: official.to_owned(), gloss: gloss.map(str::to_owned), nth };
        SessionFacts { title, ..SessionFacts::default() }
    }

    #[test]
    fn a_gloss_changes_the_words_of_an_english_letter_alone_and_a_number_those_without_a_title() {
        let cases = [
            (titled("Ascolto", None, 1), [(true, true), (true, true)]),
            (titled("Ama", Some("Help"), 1), [(false, false), (true, false)]),
            (titled("Ama", None, 4), [(false, false), (false, false)]),
            (titled("", None, 1), [(true, true), (true, true)]),
        ];
        for (now, expected) in cases {
            let found = [Language::It, Language::En].map(|language| {
                let session = titled("Ama", None, 1);
                let invite = InviteFacts {
                    uid: String::new(),
                    sequence: 0,
                    dtstamp: DateTime::UNIX_EPOCH,
                    method: Method::Request,
                    session,
                };
                let mut letter = Letter::CourseDay { invite };
                let titled = letter.set_title(Some(&now), language);
                (titled.words, titled.calendar)
            });
            assert_eq!(found, expected, "{:?}", now.title);
        }
    }
}
