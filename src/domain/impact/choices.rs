//! What a change does to the workshops that people can still choose, and what the letters of one that is called off
//! propose instead.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Change, Person};
use crate::domain::eligibility::{Eligibility, Facts, Workshop, can_choose, eligibility};
use crate::domain::offering::Kind;
use crate::domain::proposal::Proposing;

/// A workshop that the letters of one called off propose, and how many of them do. Whoever calls it off chooses which
/// workshops may be proposed; each letter lists of these the ones that still help its reader, and here it is seen which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// The workshop. Not named `offering`: the change is about another one.
    pub workshop: i64,
    /// How many letters list it.
    pub count: usize,
}

/// How the choices of a person change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Choices {
    /// There is one that was not there.
    pub(super) more: bool,
    /// One is not there any more.
    pub(super) fewer: bool,
}

/// Compares them for somebody who is on the way and still needs a workshop.
pub(super) fn choices(person: &Person, before: &Eligibility, after: &Eligibility) -> Choices {
    let on_the_way =
        |answer: &Eligibility| matches!(answer, Eligibility::OnTrack { .. } | Eligibility::Short { .. });
    let gone = person.places.is_empty() && person.rule_after.attended.is_empty();
    if gone || !on_the_way(after) {
        return Choices::default();
    }
    let (were, are) = (can_choose(&person.rule_before), can_choose(&person.rule_after));
    Choices { more: !are.is_subset(&were), fewer: on_the_way(before) && !were.is_subset(&are) }
}

/// The workshops that are called off. A day of the course that is called off leaves the others, and the course has nothing
/// beside it: their letters propose nothing.
fn workshops_off(change: &Change) -> Vec<i64> {
    let workshop = |id: &i64| change.sessions.iter().all(|m| m.offering != *id || m.kind == Kind::Workshop);
    change.offerings_cancelled.iter().copied().filter(workshop).collect()
}

/// Whether somebody is told that an offering is called off: by a letter, or on the phone.
fn is_told(person: &Person, called_off: i64) -> bool {
    person.places.iter().any(|(id, state)| *id == called_off && !state.is_pending())
}

/// What the people of workshops that are called off are offered, where there are any.
pub(super) fn proposals(change: &Change, people: &[Person]) -> Vec<Proposing> {
    let told = |id: &i64| people.iter().any(|person| is_told(person, *id));
    let of = |called_off: i64| {
        let chosen = change.proposals.iter().find(|one| one.called_off == called_off);
        Proposing { called_off, propose: chosen.map(|one| one.propose.clone()).unwrap_or_default() }
    };
    workshops_off(change).into_iter().filter(told).map(of).collect()
}

/// What the letters of workshops that are called off propose, in the order of the programme.
pub(super) fn proposed(change: &Change, people: &[Person]) -> Vec<Proposed> {
    let proposals = proposals(change, people);
    let mut found: BTreeMap<usize, Proposed> = BTreeMap::new();
    for person in people.iter().filter(|person| person.has_address) {
        let own: Vec<&Proposing> = proposals.iter().filter(|one| is_told(person, one.called_off)).collect();
        for (at, workshop) in still_help(&person.rule_after) {
            if own.iter().any(|one| one.propose.allows(&workshop)) {
                found.entry(at).or_insert(Proposed { workshop, count: 0 }).count += 1;
            }
        }
    }
    found.into_values().collect()
}

/// The workshops that a letter lists, with their place in the programme: those that are still possible, and where its
/// reader has no place yet.
fn still_help(facts: &Facts) -> Vec<(usize, i64)> {
    let Eligibility::Short { possible, .. } = eligibility(facts) else { return Vec::new() };
    let listed = |(at, workshop): (usize, &Workshop)| {
        let help = workshop.enrolment.is_none() && possible.contains(&workshop.offering);
        help.then_some((at, workshop.offering))
    };
    facts.workshops.iter().enumerate().filter_map(listed).collect()
}
