//! What a letter about a workshop that is called off may propose instead: what was chosen when it was called off.

use serde::{Deserialize, Serialize};

use super::PathFacts;
use crate::domain::proposal::Proposal;

/// The choice, and what is left of it for the reader of one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// The workshops that may be proposed, by their pages: these never change once a workshop is shown.
    pub chosen: Proposal<String>,
    /// Whether something would still help its reader, and nothing of it may be proposed: then nothing at all is said of
    /// what can be chosen. To say that there is nothing would be untrue.
    pub withheld: bool,
}

impl Instead {
    /// What was chosen, before anything is known of a reader.
    pub fn of(chosen: Proposal<String>) -> Self {
        Self { chosen, withheld: false }
    }

    /// Leaves of what still helps its reader only what may be proposed.
    pub fn limit(&mut self, path: &mut PathFacts) {
        let helped = !path.choices.is_empty();
        path.choices.retain(|choice| self.chosen.allows(&choice.page));
        self.withheld = helped && path.choices.is_empty();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::SessionFacts;

    fn path(pages: &[&str]) -> PathFacts {
        let choice = |page: &&str| SessionFacts { page: (*page).to_owned(), ..SessionFacts::default() };
        let choices = pages.iter().map(choice).collect();
        PathFacts { required: 2, offered: 5, missing: 1, slots: Vec::new(), choices, full: Vec::new() }
    }

    /// The pages that are left of those that still help, and whether something is withheld.
    fn left(chosen: Proposal<String>, help: &[&str]) -> (Vec<String>, bool) {
        let (mut instead, mut path) = (Instead::of(chosen), path(help));
        instead.limit(&mut path);
        (path.choices.into_iter().map(|choice| choice.page).collect(), instead.withheld)
    }

    #[test]
    fn a_letter_proposes_what_helps_its_reader_and_was_chosen() {
        let both = ["/workshop/b", "/workshop/c"];
        let only = |page: &str| Proposal::Only(vec![page.to_owned()]);
        assert_eq!(left(Proposal::All, &both), (both.map(str::to_owned).to_vec(), false));
        assert_eq!(left(only("/workshop/c"), &both), (vec!["/workshop/c".to_owned()], false));
        assert_eq!(left(only("/workshop/d"), &both), (Vec::new(), true), "what was chosen does not help");
        assert_eq!(left(Proposal::Nothing, &both), (Vec::new(), true));
    }

    #[test]
    fn where_nothing_helps_any_more_nothing_is_withheld() {
        for chosen in [Proposal::All, Proposal::Only(vec!["/workshop/b".to_owned()]), Proposal::Nothing] {
            assert_eq!(left(chosen, &[]), (Vec::new(), false));
        }
    }

    #[test]
    fn a_letter_of_before_the_choice_proposes_whatever_helps() {
        assert_eq!(Instead::default(), Instead::of(Proposal::All));
    }
}
