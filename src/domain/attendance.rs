//! What is recorded per person and session. No mark is not *absent*: it is no fact at all.

use serde::{Deserialize, Serialize};

/// One recorded fact about one person at one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// There from the beginning.
    Present,
    /// Came late; counts.
    Late,
    /// Left before the end; counts.
    LeftEarly,
    /// Was not there.
    Absent,
    /// Was not there and said so before; does not count.
    Excused,
}

impl Mark {
    /// All marks.
    pub const ALL: [Self; 5] = [Self::Present, Self::Late, Self::LeftEarly, Self::Absent, Self::Excused];

    /// Whether the mark counts as attended: present, late, left early.
    pub fn counts(self) -> bool {
        match self {
            Self::Present | Self::Late | Self::LeftEarly => true,
            Self::Absent | Self::Excused => false,
        }
    }

    /// The letter on the register: P presente, R in ritardo, U uscita anticipata, A assente, G giustificata.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Present => "P",
            Self::Late => "R",
            Self::LeftEarly => "U",
            Self::Absent => "A",
            Self::Excused => "G",
        }
    }

    /// The mark of a register letter.
    pub fn from_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.letter() == letter)
    }

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Late => "late",
            Self::LeftEarly => "left_early",
            Self::Absent => "absent",
            Self::Excused => "excused",
        }
    }

    /// The mark of a database code; `cleared` and anything unknown are no mark.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }
}

/// The code of an entry that takes an earlier mark back.
pub const CLEARED: &str = "cleared";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_present_late_and_left_early_count() {
        let counting: Vec<Mark> = Mark::ALL.into_iter().filter(|mark| mark.counts()).collect();
        assert_eq!(counting, [Mark::Present, Mark::Late, Mark::LeftEarly]);
    }

    #[test]
    fn letters_and_codes_read_back() {
        for mark in Mark::ALL {
            assert_eq!(Mark::from_letter(mark.letter()), Some(mark));
            assert_eq!(Mark::from_code(mark.code()), Some(mark));
        }
        assert_eq!(Mark::from_code(CLEARED), None);
    }
}
