//! A title that is corrected is told in no letter of its own (CALENDAR.md R71): a letter that leaves has the one that stands.

use super::{Letter, Method, SessionFacts};

impl Letter {
    /// Lets what it says of a session, in words and in its calendar part, have the title that the session has now; whether
    /// that is another one. A CANCEL repeats what its REQUEST said (R55).
    pub fn set_title(&mut self, now: Option<&SessionFacts>) -> bool {
        let Some(now) = now else { return false };
        let mut is_other = false;
        let mut put = |said: &mut SessionFacts| {
            let (said_is, is) = (&said.title, &now.title);
            // Where there is no title yet, the number is said in its place.
            is_other |= said_is.official != is.official || (is.official.is_empty() && said_is.nth != is.nth);
            said.title.clone_from(&now.title);
        };
        if let Some(said) = self.brings_date() {
            put(said);
        }
        if let Some(mut facts) = self.invite().filter(|facts| facts.method == Method::Request).cloned() {
            put(&mut facts.session);
            self.set_invite(facts);
        }
        is_other
    }
}
