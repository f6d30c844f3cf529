//! A course with fewer days than its certificate asks for. Days are called off all the same, because a trainer may be
//! ill; until the office changes the number, nobody is told one that they could never reach.

use serde::{Deserialize, Serialize};

/// How many days the certificate asks for, and how many the course has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysShort {
    /// Asked for.
    pub needed: u32,
    /// Not called off, dated or not.
    pub held: u32,
}

/// Whether the course has fewer days than its certificate asks for.
pub fn days_short(needed: Option<u32>, held: u32) -> Option<DaysShort> {
    let needed = needed.filter(|needed| *needed > held)?;
    Some(DaysShort { needed, held })
}

/// The number that can be told; none where none is set, or the course has too few days for it.
pub fn days_to_tell(needed: Option<u32>, held: u32) -> Option<u32> {
    needed.filter(|needed| *needed <= held)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_while_the_course_has_so_many_days() {
        assert_eq!((days_to_tell(Some(6), 7), days_short(Some(6), 7)), (Some(6), None));
        assert_eq!((days_to_tell(Some(6), 6), days_short(Some(6), 6)), (Some(6), None));
        let short = DaysShort { needed: 6, held: 5 };
        assert_eq!((days_to_tell(Some(6), 5), days_short(Some(6), 5)), (None, Some(short)));
        assert_eq!((days_to_tell(None, 5), days_short(None, 5)), (None, None));
    }
}
