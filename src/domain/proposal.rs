//! What the people of a workshop that is called off are offered instead. Whoever calls it off in the browser has to say it;
//! a file does not say it, and means all that still helps.

use serde::{Deserialize, Serialize};

use super::change::EditFault;
use super::impact::Door;
use super::offering::Kind;

/// The workshops that the letters about one that is called off may propose. Each letter lists of them those that still
/// help its reader, and no other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proposal<W = i64> {
    /// Whatever still helps.
    #[default]
    All,
    /// These, as far as they still help.
    Only(Vec<W>),
    /// None: the letters say only that it is called off.
    Nothing,
}

/// What was chosen for one workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposing {
    /// The workshop that is called off. Not named `offering`: what is recorded finds a change by that word.
    pub called_off: i64,
    /// What its people are offered.
    pub propose: Proposal,
}

impl<W> Proposal<W> {
    /// The code of its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Only(_) => "only",
            Self::Nothing => "nothing",
        }
    }

    /// The workshops it names; none where it names no single one.
    pub fn these(&self) -> &[W] {
        match self {
            Self::Only(these) => these,
            Self::All | Self::Nothing => &[],
        }
    }

    /// The same with each workshop named otherwise; one that has no such name is left out.
    pub fn named<N>(&self, name: impl Fn(&W) -> Option<N>) -> Proposal<N> {
        match self {
            Self::All => Proposal::All,
            Self::Only(these) => Proposal::Only(these.iter().filter_map(name).collect()),
            Self::Nothing => Proposal::Nothing,
        }
    }
}

impl<W: PartialEq> Proposal<W> {
    /// Whether a workshop may be proposed.
    pub fn allows(&self, workshop: &W) -> bool {
        match self {
            Self::All => true,
            Self::Only(these) => these.contains(workshop),
            Self::Nothing => false,
        }
    }
}

/// Whether a workshop could be proposed to anybody: it counts, and everybody can enrol in it or ask for its date.
pub fn can_be_proposed(counts: bool, door: Door) -> bool {
    counts && matches!(door, Door::SignUp | Door::Tell)
}

/// Whether whoever calls an offering off has to choose: somebody hears of it, and there is something to propose. Beside the
/// course there is nothing.
pub fn must_be_chosen(kind: Kind, somebody_hears: bool, open: usize) -> bool {
    kind == Kind::Workshop && somebody_hears && open > 0
}

/// What is wrong with a choice; `open` are the workshops that could be proposed.
pub fn check_proposal(propose: &Proposal, open: &[i64]) -> Option<EditFault> {
    let Proposal::Only(these) = propose else { return None };
    let code = if these.is_empty() { "none" } else { "gone" };
    let fits = !these.is_empty() && these.iter().all(|id| open.contains(id));
    (!fits).then_some(EditFault { field: "propose", code })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_allows_everything_these_allow_themselves_and_nothing_allows_none() {
        let allowed = |propose: Proposal| [2, 3].map(|workshop| propose.allows(&workshop));
        assert_eq!(allowed(Proposal::All), [true, true]);
        assert_eq!(allowed(Proposal::Only(vec![3])), [false, true]);
        assert_eq!(allowed(Proposal::Nothing), [false, false]);
    }

    #[test]
    fn a_workshop_without_another_name_is_left_out_and_never_becomes_all() {
        let named = |propose: Proposal| -> Proposal<String> {
            propose.named(|id: &i64| (*id != 2).then(|| format!("/workshop/{id}")))
        };
        let third = "/workshop/3".to_owned();
        assert_eq!(named(Proposal::Only(vec![2, 3])), Proposal::Only(vec![third.clone()]));
        assert!(!named(Proposal::Only(vec![2])).allows(&third));
        assert_eq!(named(Proposal::All), Proposal::All);
        assert_eq!(named(Proposal::Nothing), Proposal::Nothing);
    }

    #[test]
    fn it_has_to_be_chosen_where_a_workshop_has_people_and_others_are_open() {
        assert!(must_be_chosen(Kind::Workshop, true, 1));
        assert!(!must_be_chosen(Kind::Workshop, true, 0), "there is nothing to propose");
        assert!(!must_be_chosen(Kind::Workshop, false, 4), "nobody hears of it");
        assert!(!must_be_chosen(Kind::Course, true, 4));
    }

    #[test]
    fn what_counts_can_be_proposed_with_a_date_or_before_it_has_one() {
        let can = |counts| {
            [Door::SignUp, Door::Tell, Door::Closed, Door::Hidden].map(|door| can_be_proposed(counts, door))
        };
        assert_eq!(can(true), [true, true, false, false]);
        assert_eq!(can(false), [false; 4]);
    }

    #[test]
    fn only_these_are_one_at_least_and_open_ones() {
        let wrong =
            |propose: Proposal| check_proposal(&propose, &[2, 3]).map(|fault| (fault.field, fault.code));
        assert_eq!(wrong(Proposal::Only(Vec::new())), Some(("propose", "none")));
        assert_eq!(wrong(Proposal::Only(vec![2, 9])), Some(("propose", "gone")));
        assert_eq!(wrong(Proposal::Only(vec![3, 2])), None);
        assert_eq!((wrong(Proposal::All), wrong(Proposal::Nothing)), (None, None));
    }

    #[test]
    fn it_is_stored_in_words() {
        let stored = |propose: Proposal| serde_json::to_string(&propose).unwrap();
        assert_eq!(stored(Proposal::All), "\"all\"");
        assert_eq!(stored(Proposal::Only(vec![2, 3])), "{\"only\":[2,3]}");
        assert_eq!(serde_json::from_str::<Proposal>("\"nothing\"").unwrap(), Proposal::Nothing);
    }
}
