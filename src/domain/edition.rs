//! One season: its workshops, its course, its rule.

use chrono::NaiveDate;

/// The life of an edition: draft → published → archived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionStatus {
    /// Only the office sees it.
    Draft,
    /// Everybody sees it.
    Published,
    /// Over: all registers effective, no offer open.
    Archived,
}

impl EditionStatus {
    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    /// Reads a code; unknown ones are a draft, which shows nothing to anybody.
    pub fn from_code(code: &str) -> Self {
        match code {
            "published" => Self::Published,
            "archived" => Self::Archived,
            _ => Self::Draft,
        }
    }
}

/// How a place on the course is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseAdmission {
    /// Whoever reached the rule gets a free place at once.
    Immediate,
    /// A person of the office decides on each application.
    ByDecision,
}

/// The rule of an edition and what surrounds it: settings, none of them hard-coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How many different workshops must have been attended (the 2014 announcement: at least 2).
    pub required: u32,
    /// Whether a place may be held while the workshops still to attend are booked.
    pub provisional_places: bool,
    /// How a place is given.
    pub course_admission: CourseAdmission,
    /// The last local date on which the course takes enrolments; none = until its first day.
    pub enrolment_closes: Option<NaiveDate>,
    /// How many course days earn the certificate; none = nothing is proposed.
    pub certificate_days: Option<u32>,
    /// Whether topics attended in earlier editions count.
    pub carry_over: bool,
    /// From how many minutes of lateness the register proposes *absent*; none = never.
    pub lateness_minutes: Option<u32>,
}

impl Rule {
    /// The rule a new edition begins with: what was announced in 2014, and nothing that was not.
    pub fn announced() -> Self {
        Self {
            required: 2,
            provisional_places: true,
            course_admission: CourseAdmission::Immediate,
            enrolment_closes: None,
            certificate_days: None,
            carry_over: true,
            lateness_minutes: None,
        }
    }
}

/// Whether an edition can be put away: the code of what is still open, where something is.
pub fn may_archive(status: EditionStatus, open_registers: usize, open_offers: usize) -> Option<&'static str> {
    match (status, open_registers, open_offers) {
        (EditionStatus::Draft | EditionStatus::Archived, _, _) => Some("not-published"),
        (EditionStatus::Published, 0, 0) => None,
        (EditionStatus::Published, 0, _) => Some("offers"),
        (EditionStatus::Published, _, _) => Some("registers"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_put_away_once_its_registers_and_offers_are_settled() {
        assert_eq!(may_archive(EditionStatus::Published, 0, 0), None);
        assert_eq!(may_archive(EditionStatus::Published, 1, 2), Some("registers"));
        assert_eq!(may_archive(EditionStatus::Published, 0, 2), Some("offers"));
        assert_eq!(may_archive(EditionStatus::Draft, 0, 0), Some("not-published"));
    }
}
