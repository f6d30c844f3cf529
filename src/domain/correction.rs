//! What a corrected mark changes for one person: computed before it is saved, shown, and recorded with it. Nothing is
//! taken away silently: what would have to go is a doubt, and a person of the office settles it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::attendance::Mark;
use super::eligibility::{Attended, Eligibility, Facts as RuleFacts, MetBy, eligibility, topics_attended};
use super::enrolment::State;
use super::path_state::{CourseFacts, certificate_out_of_reach};

/// What the corrected mark belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// A workshop that the rule looks at.
    Workshop {
        /// Its topic.
        topic: i64,
        /// Its date.
        held_on: NaiveDate,
        /// Whether it counts toward the rule.
        counts: bool,
        /// Whether it was of another edition than the one whose rule looks at it.
        earlier_edition: bool,
    },
    /// A day of the course.
    CourseDay,
    /// Something neither the rule nor the certificate looks at.
    Other,
}

/// The dated fact that the rule was reached, as it was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// How many topics were required then.
    pub required: u32,
    /// The topics that counted then.
    pub topics: Vec<i64>,
}

/// What the answer depends on.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What the rule looks at, before the correction.
    pub rule: RuleFacts,
    /// How the person stands to the course, before the correction.
    pub course: CourseFacts,
    /// What the mark belongs to.
    pub held: Held,
    /// The mark that counts now; none = there is none.
    pub was: Option<Mark>,
    /// The mark it becomes.
    pub now: Mark,
    /// Whether the person's certificate counts this session as attended; none = there is none, or it says nothing of it.
    pub stated: Option<bool>,
    /// Whether a statement that the person was given says that they attended it.
    pub statement: bool,
    /// The fact that the rule was reached, where it stands.
    pub reached: Option<Reached>,
    /// Whether another open question keeps a provisional place from being released.
    pub suspended: bool,
}

/// Something that follows for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// The rule is reached by it.
    RuleReached,
    /// The rule was reached on marks that do not carry it any more; the fact stands until a person decides.
    RuleInDoubt,
    /// The same was in doubt, and is not any more.
    RuleSafe,
    /// The provisional place becomes final.
    PlaceFinal,
    /// The provisional place is on track again and has no end.
    PlaceSafe,
    /// The provisional place gets an end, and the person a letter that says until when.
    PlaceEnds,
    /// A place on the course rests on what is in doubt.
    CoursePlaceInDoubt,
    /// A certificate says something else than the register.
    CertificateInDoubt,
    /// It did, and says the same again.
    CertificateSafe,
    /// A statement says something else than the register: its public check says that it is not valid any more.
    StatementInDoubt,
    /// It did, and is valid again.
    StatementSafe,
    /// The days for the certificate cannot be reached any more.
    DaysOutOfReach,
    /// They can be reached again.
    DaysWithinReach,
}

impl Follows {
    /// The end of the key of its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::RuleReached => "rule-reached",
            Self::RuleInDoubt => "rule-in-doubt",
            Self::RuleSafe => "rule-safe",
            Self::PlaceFinal => "place-final",
            Self::PlaceSafe => "place-safe",
            Self::PlaceEnds => "place-ends",
            Self::CoursePlaceInDoubt => "course-place-in-doubt",
            Self::CertificateInDoubt => "certificate-in-doubt",
            Self::CertificateSafe => "certificate-safe",
            Self::StatementInDoubt => "statement-in-doubt",
            Self::StatementSafe => "statement-safe",
            Self::DaysOutOfReach => "days-out-of-reach",
            Self::DaysWithinReach => "days-within-reach",
        }
    }

    /// Whether a person of the office has to settle it.
    pub fn is_doubt(self) -> bool {
        matches!(
            self,
            Self::RuleInDoubt | Self::CoursePlaceInDoubt | Self::CertificateInDoubt | Self::StatementInDoubt
        )
    }

    /// Whether it follows only for somebody who is still on their way: in an edition that is over nobody is decided anew.
    pub fn is_on_the_way(self) -> bool {
        matches!(self, Self::RuleReached | Self::PlaceFinal | Self::PlaceSafe | Self::PlaceEnds)
    }
}

/// What a correction changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// How many topics count for the rule, before and after.
    pub topics: (usize, usize),
    /// How many days of the course are attended, before and after.
    pub days: (u32, u32),
    /// What follows, in the order in which it is told.
    pub follows: Vec<Follows>,
}

impl Correction {
    /// Whether something follows.
    pub fn has(&self, what: Follows) -> bool {
        self.follows.contains(&what)
    }
}

/// Computes it.
pub fn correction(facts: &Facts) -> Correction {
    let corrected = corrected(facts);
    let (before, after) = (eligibility(&facts.rule), eligibility(&corrected));
    let by_rule = Eligibility::Met { by: MetBy::Rule };
    let mut follows = Vec::new();
    if before != by_rule && after == by_rule {
        follows.push(Follows::RuleReached);
    }
    let doubtful = |rule: &RuleFacts| facts.reached.as_ref().is_some_and(|fact| is_doubtful(rule, fact));
    match (doubtful(&facts.rule), doubtful(&corrected)) {
        (false, true) => follows.push(Follows::RuleInDoubt),
        (true, false) => follows.push(Follows::RuleSafe),
        _ => {}
    }
    follows.extend(of_the_place(facts, &before, &after, follows.contains(&Follows::RuleInDoubt)));
    let certificate = (Follows::CertificateInDoubt, Follows::CertificateSafe);
    follows.extend(of_a_paper(facts, facts.stated, certificate));
    let statement = (Follows::StatementInDoubt, Follows::StatementSafe);
    follows.extend(of_a_paper(facts, facts.statement.then_some(true), statement));
    let days = days(facts);
    follows.extend(of_the_days(facts));
    Correction {
        topics: (topics_attended(&facts.rule).len(), topics_attended(&corrected).len()),
        days,
        follows,
    }
}

/// What the rule will look at.
fn corrected(facts: &Facts) -> RuleFacts {
    let mut rule = facts.rule.clone();
    let Held::Workshop { topic, held_on, counts, earlier_edition } = facts.held else { return rule };
    let with = |mark| Attended { topic, held_on, mark, effective: true, counts, earlier_edition };
    // Rows that say the same are the same to the rule: any of them may be the corrected one.
    if facts.was.is_some()
        && let Some(at) = rule.attended.iter().position(|row| *row == with(facts.was))
    {
        rule.attended.remove(at);
    }
    rule.attended.push(with(Some(facts.now)));
    rule
}

/// Whether the fact that the rule was reached rests neither on the marks it was reached on nor on others. Dates and
/// settings that changed since do not matter to the former.
fn is_doubtful(rule: &RuleFacts, fact: &Reached) -> bool {
    let anew = RuleFacts { reached_before: false, ..rule.clone() };
    if eligibility(&anew).is_met() {
        return false;
    }
    let counting = rule.attended.iter().filter(|row| row.effective && row.mark.is_some_and(Mark::counts));
    let topics: BTreeSet<i64> = counting.map(|row| row.topic).collect();
    let left = fact.topics.iter().filter(|topic| topics.contains(topic)).count();
    u32::try_from(left).unwrap_or(u32::MAX) < fact.required
}

/// What becomes of a place on the course.
fn of_the_place(facts: &Facts, before: &Eligibility, after: &Eligibility, in_doubt: bool) -> Option<Follows> {
    let kept = matches!(before, Eligibility::Met { .. } | Eligibility::OnTrack { .. });
    match (facts.course.enrolment?, after) {
        (State::Confirmed, _) if in_doubt => Some(Follows::CoursePlaceInDoubt),
        (State::Provisional, Eligibility::Met { .. }) => Some(Follows::PlaceFinal),
        (State::Provisional, Eligibility::OnTrack { .. }) if !kept => Some(Follows::PlaceSafe),
        // A name without a mark kept the place, whatever the rule said.
        (State::Provisional, Eligibility::Short { .. } | Eligibility::OutOfReach { .. })
            if !facts.suspended && (kept || facts.was.is_none()) =>
        {
            Some(Follows::PlaceEnds)
        }
        _ => None,
    }
}

/// What becomes of what a certificate or a statement says of the session: it is in doubt, or is not any more.
fn of_a_paper(facts: &Facts, stated: Option<bool>, (doubt, safe): (Follows, Follows)) -> Option<Follows> {
    let stated = stated?;
    let (before, after) = (facts.was.is_some_and(Mark::counts), facts.now.counts());
    match (before == stated, after == stated) {
        (true, false) => Some(doubt),
        (false, true) => Some(safe),
        _ => None,
    }
}

/// The days of the course attended, before and after.
fn days(facts: &Facts) -> (u32, u32) {
    let before = facts.course.attended;
    let after = match (facts.held, facts.was.is_some_and(Mark::counts), facts.now.counts()) {
        (Held::CourseDay, false, true) => before + 1,
        (Held::CourseDay, true, false) => before.saturating_sub(1),
        _ => before,
    };
    (before, after)
}

/// The days of the course missed, before and after: what had no mark was not missed.
fn missed(facts: &Facts) -> (u32, u32) {
    let before = facts.course.missed;
    let after = match (facts.held, facts.was.is_some_and(|mark| !mark.counts()), facts.now.counts()) {
        (Held::CourseDay, false, false) => before + 1,
        (Held::CourseDay, true, true) => before.saturating_sub(1),
        _ => before,
    };
    (before, after)
}

fn of_the_days(facts: &Facts) -> Option<Follows> {
    let course = &facts.course;
    let needed = course.certificate_days?;
    let (before, after) = missed(facts);
    let out = |missed: u32| certificate_out_of_reach(missed, needed, course.total());
    match (out(before), out(after)) {
        _ if course.enrolment != Some(State::Confirmed) => None,
        (false, true) => Some(Follows::DaysOutOfReach),
        (true, false) => Some(Follows::DaysWithinReach),
        _ => None,
    }
}

#[cfg(test)]
#[path = "correction_tests.rs"]
mod tests;
