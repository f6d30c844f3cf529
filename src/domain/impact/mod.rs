//! Who a change touches and how: which letters, which calendars, what clashes, who falls short of the rule, who
//! becomes able, what the public page says. Computed before anything is saved, shown, and recorded with the change.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::days_short::DaysShort;
use super::eligibility::{Eligibility, Facts as RuleFacts, eligibility};
use super::enrolment::State;
use super::invite::Appointment;
use super::offering::Kind;
use super::path_state::CourseFacts;
use super::proposal::{Proposal, Proposing};
use super::session::Timing;

mod choices;
mod clashes;
mod counts;
mod letters;
mod offers;
mod public;
mod rule;
mod together;
mod topic;

pub use choices::Proposed;
use choices::{choices, proposals, proposed};
use clashes::clashes;
pub use counts::Counts;
use letters::letters_of;
pub use offers::OpenOffer;
use offers::note_offers;
use public::public;
pub use public::{Door, DoorLine, PublicLine, TextLine};
pub use rule::{CARRY_OVER, RuleLine};
pub use topic::{Calendar, Topic};

/// Letters of one kind: who gets them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letters {
    /// About what.
    pub topic: Topic,
    /// What they bring to calendars.
    pub calendar: Calendar,
    /// To whom, by id; addresses that only asked to be told have none.
    pub people: Vec<i64>,
    /// How many letters.
    pub count: usize,
}

/// Somebody who would have to be at two places at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// Who.
    pub person: i64,
    /// The session that changes.
    pub session: i64,
    /// The other one.
    pub with: i64,
}

/// What changes for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact {
    /// Letters, by kind.
    pub letters: Vec<Letters>,
    /// People without an address who have to be called.
    pub calls: Vec<i64>,
    /// Who would have to be at two places.
    pub clashes: Vec<Clash>,
    /// Who can no longer reach the rule in this edition.
    pub drops: Vec<i64>,
    /// Who reaches it by the change.
    pub able: Vec<i64>,
    /// Places that become free or are taken away; negative = fewer.
    pub places: i64,
    /// What the public page says, before and after.
    pub public: Vec<PublicLine>,
    /// Who is on the way and can choose a workshop that they could not choose before.
    #[serde(default)]
    pub more_choice: Vec<i64>,
    /// Who is on the way and cannot choose one any more that they could choose.
    #[serde(default)]
    pub less_choice: Vec<i64>,
    /// Who needs more workshops than before.
    #[serde(default)]
    pub needs_more: Vec<i64>,
    /// Who had booked all that was missing, and has not any more.
    #[serde(default)]
    pub off_track: Vec<i64>,
    /// Who needs fewer, and still some.
    #[serde(default)]
    pub needs_fewer: Vec<i64>,
    /// Pages that let people do something else than before.
    #[serde(default)]
    pub doors: Vec<DoorLine>,
    /// What the letters of a workshop that is called off propose instead.
    #[serde(default)]
    pub proposed: Vec<Proposed>,
    /// Which workshops they may propose, for each that is called off and that somebody hears of.
    #[serde(default)]
    pub proposals: Vec<Proposing>,
    /// Texts of the public pages that say something else; what is recorded with a change names its fields beside it.
    #[serde(skip)]
    pub texts: Vec<TextLine>,
    /// What is said of the rule, where something else is said; recorded by its fields too.
    #[serde(skip)]
    pub rule: Vec<RuleLine>,
    /// Who cannot reach the days for the certificate any more.
    #[serde(default)]
    pub days_out: Vec<i64>,
    /// Who can reach them again.
    #[serde(default)]
    pub days_back: Vec<i64>,
    /// Who needs every day that is left, and could miss one before.
    #[serde(default)]
    pub days_last: Vec<i64>,
    /// The certificate asks for more days than the course has left by it.
    #[serde(default)]
    pub days_short: Option<DaysShort>,
    /// Who loses a place that they were offered and have not answered yet.
    #[serde(default)]
    pub offers_end: Vec<i64>,
    /// Who has less time to answer.
    #[serde(default)]
    pub offers_shorter: Vec<i64>,
    /// Who applied for the course while a person decided, and waits for that decision though places go at once now.
    #[serde(default)]
    pub still_applied: Vec<i64>,
}

impl Impact {
    /// What the people of something that is called off are offered.
    pub fn proposal(&self, called_off: i64) -> Proposal {
        let chosen = self.proposals.iter().find(|one| one.called_off == called_off);
        chosen.map(|one| one.propose.clone()).unwrap_or_default()
    }
}

/// A session that changes.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The session; negative for one that is added.
    pub session: i64,
    /// Its offering.
    pub offering: i64,
    /// Its offering's kind.
    pub kind: Kind,
    /// Before; none for one that is added.
    pub before: Option<Appointment>,
    /// After; none for one that is called off.
    pub after: Option<Appointment>,
    /// Whether it was over before the change: nothing is said about past days.
    pub past: bool,
    /// When it is held after the change.
    pub timing: Option<Timing>,
    /// When it was held before.
    pub timing_before: Option<Timing>,
}

/// What the impact looks at.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Sessions that change.
    pub sessions: Vec<Moved>,
    /// Offerings that are called off.
    pub offerings_cancelled: Vec<i64>,
    /// What the people of some of these are offered instead; of the others, whatever still helps.
    pub proposals: Vec<Proposing>,
    /// Places that become free, by offering.
    pub places: i64,
    /// Days of the course that lie ahead after the change.
    pub course_days: usize,
    /// Requests to be told that are answered.
    pub date_requests: usize,
    /// The people who would be offered a place at once.
    pub offered: Vec<i64>,
    /// The people who reached the rule and are told only now, that there is a course to enrol in.
    pub reached: Vec<i64>,
    /// Pages that let people do something else than before.
    pub doors: Vec<DoorLine>,
    /// Texts of the public pages that say something else.
    pub texts: Vec<TextLine>,
    /// What is said of the rule, where something else is said.
    pub rule: Vec<RuleLine>,
    /// The certificate asks for more days than the course has left by it.
    pub days_short: Option<DaysShort>,
    /// Whether places on the course go at once, and a person decided before.
    pub decision_ends: bool,
}

/// One person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: i64,
    /// Whether they can be written to.
    pub has_address: bool,
    /// Whether they take invites.
    pub takes_invites: bool,
    /// Their live enrolments: offering and state.
    pub places: Vec<(i64, State)>,
    /// The rule before.
    pub rule_before: RuleFacts,
    /// The rule after.
    pub rule_after: RuleFacts,
    /// How they stand to the course, before and after.
    pub course: (CourseFacts, CourseFacts),
    /// What they know of sessions whose last change waits to be told: one that leads back there is told to nobody.
    pub unsaid: Vec<(i64, Appointment)>,
    /// Every session whose last change waits to be told to them: that letter says the newest, whoever else hears no more.
    pub untold: Vec<i64>,
    /// Whether they were told that their provisional place ends.
    pub risk_told: bool,
    /// Whether letters do not invite them to the course: they did it, or are on it, in another edition.
    pub uninvited: bool,
    /// What they were offered and have not answered, where its begin is moved.
    pub offers: Vec<OpenOffer>,
    /// The sessions they are expected at after the change, or may be once their place is final, with their times.
    pub expected: Vec<(i64, Timing)>,
}

/// Computes it.
pub fn impact(change: &Change, people: &[Person]) -> Impact {
    let mut found = Impact {
        places: change.places,
        public: public(change),
        doors: change.doors.clone(),
        texts: change.texts.clone(),
        rule: change.rule.clone(),
        days_short: change.days_short,
        proposed: proposed(change, people),
        proposals: proposals(change, people),
        ..Impact::default()
    };
    let mut letters: BTreeMap<(Topic, Calendar), (BTreeSet<i64>, usize)> = BTreeMap::new();
    for person in people {
        let own = letters_of(change, person);
        if !own.is_empty() && !person.has_address {
            found.calls.push(person.id);
            continue;
        }
        for (topic, calendar) in own {
            let entry = letters.entry((topic, calendar)).or_default();
            entry.0.insert(person.id);
            entry.1 += 1;
        }
    }
    for person in people {
        found.clashes.extend(clashes(change, person));
        note_standing(&mut found, person);
        note_offers(&mut found, person);
        rule::note_applied(&mut found, change, person);
    }
    found.letters = letters
        .into_iter()
        .map(|((topic, calendar), (people, count))| Letters {
            topic,
            calendar,
            people: people.into_iter().collect(),
            count,
        })
        .collect();
    if change.date_requests > 0 {
        found.letters.push(Letters {
            topic: Topic::DateOut,
            calendar: Calendar::None,
            people: Vec::new(),
            count: change.date_requests,
        });
    }
    found
}

/// Notes what becomes of one person's way to the course and through it.
fn note_standing(found: &mut Impact, person: &Person) {
    let (before, after) = (eligibility(&person.rule_before), eligibility(&person.rule_after));
    let out = |answer: &Eligibility| matches!(answer, Eligibility::OutOfReach { .. });
    if out(&after) && !out(&before) {
        found.drops.push(person.id);
    }
    if after.is_met() && !before.is_met() {
        found.able.push(person.id);
    }
    let choices = choices(person, &before, &after);
    if choices.more {
        found.more_choice.push(person.id);
    }
    if choices.fewer {
        found.less_choice.push(person.id);
    }
    rule::note_needs(found, person, &before, &after);
    rule::note_days(found, person, &before, &after);
}

#[cfg(test)]
mod tests;
