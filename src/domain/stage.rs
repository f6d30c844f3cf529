//! The stage of a person in an edition: exclusive, the first that fits; the board's stages add up.

use super::eligibility::Eligibility;
use super::enrolment::State;

/// Where a person stands in an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Two or more workshops are missing.
    MoreMissing,
    /// One workshop is missing.
    OneMissing,
    /// The rule is reached, the course not asked for.
    RuleReached,
    /// On the course: confirmed, provisional or waiting.
    OnCourse,
    /// Has the certificate, or has done the course in another edition.
    Certificate,
    /// Has started a project.
    Project,
    /// Nothing live, nothing attended.
    Left,
}

impl Stage {
    /// All, in the order of the path.
    pub const ALL: [Self; 7] = [
        Self::MoreMissing,
        Self::OneMissing,
        Self::RuleReached,
        Self::OnCourse,
        Self::Certificate,
        Self::Project,
        Self::Left,
    ];

    /// The word in addresses and keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::MoreMissing => "more-missing",
            Self::OneMissing => "one-missing",
            Self::RuleReached => "rule-reached",
            Self::OnCourse => "on-course",
            Self::Certificate => "certificate",
            Self::Project => "project",
            Self::Left => "left",
        }
    }

    /// The end of the key of its name: whoever reached the rule can enrol only while the course takes people.
    pub fn word(self, takes_people: bool) -> &'static str {
        match self {
            Self::RuleReached if !takes_people => "rule-reached-closed",
            other => other.code(),
        }
    }

    /// The stage of a word in an address.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// What the stage looks at.
#[derive(Clone, Debug)]
pub struct Facts {
    /// A project was started.
    pub project: bool,
    /// A certificate is out.
    pub certificate: bool,
    /// The live enrolment in the course.
    pub course: Option<State>,
    /// The course was done in another edition: nothing is missing to them.
    pub done: bool,
    /// Whether any workshop enrolment of this edition is live and its session not over, or anything was attended in it.
    pub active: bool,
    /// What the rule says.
    pub eligibility: Eligibility,
}

/// The first that fits.
pub fn stage(facts: &Facts) -> Stage {
    if facts.project {
        return Stage::Project;
    }
    if facts.certificate {
        return Stage::Certificate;
    }
    if facts.course.is_some_and(State::is_live) {
        return Stage::OnCourse;
    }
    if facts.done {
        return Stage::Certificate;
    }
    match facts.eligibility.missing() {
        0 => Stage::RuleReached,
        _ if !facts.active => Stage::Left,
        1 => Stage::OneMissing,
        _ => Stage::MoreMissing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::eligibility::MetBy;
    use crate::domain::enrolment::CancelReason;

    fn facts(missing: u32) -> Facts {
        let eligibility = if missing == 0 {
            Eligibility::Met { by: MetBy::Rule }
        } else {
            Eligibility::Short { missing, possible: vec![] }
        };
        Facts { project: false, certificate: false, course: None, done: false, active: true, eligibility }
    }

    #[test]
    fn the_first_that_fits_wins() {
        assert_eq!(stage(&Facts { project: true, certificate: true, ..facts(0) }), Stage::Project);
        assert_eq!(
            stage(&Facts { certificate: true, course: Some(State::Confirmed), ..facts(0) }),
            Stage::Certificate
        );
        assert_eq!(stage(&Facts { course: Some(State::Provisional), ..facts(1) }), Stage::OnCourse);
        assert_eq!(stage(&Facts { done: true, course: Some(State::Confirmed), ..facts(0) }), Stage::OnCourse);
        assert_eq!(stage(&Facts { done: true, ..facts(0) }), Stage::Certificate);
        assert_eq!(stage(&facts(0)), Stage::RuleReached);
        assert_eq!(stage(&facts(1)), Stage::OneMissing);
        assert_eq!(stage(&facts(3)), Stage::MoreMissing);
        assert_eq!(stage(&Facts { active: false, ..facts(2) }), Stage::Left);
    }

    #[test]
    fn a_cancelled_place_on_the_course_is_no_stage() {
        let cancelled = State::Cancelled(CancelReason::ByPerson);
        assert_eq!(stage(&Facts { course: Some(cancelled), ..facts(0) }), Stage::RuleReached);
    }
}
