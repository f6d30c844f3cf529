//! Something to enrol in within an edition, and how many places it has.

/// A workshop, or the course that workshops open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// An introductory workshop.
    Workshop,
    /// The second-level course.
    Course,
}

impl Kind {
    /// The code in the database and in imported files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Workshop => "workshop",
            Self::Course => "course",
        }
    }

    /// Reads a code; only `course` is a course.
    pub fn from_code(code: &str) -> Self {
        if code == "course" { Self::Course } else { Self::Workshop }
    }
}

/// The life of an offering: draft → published → cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferingStatus {
    /// Only the office sees it.
    Draft,
    /// People can enrol.
    Published,
    /// Called off by the organiser.
    Cancelled,
}

impl OfferingStatus {
    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads a code; unknown ones are a draft.
    pub fn from_code(code: &str) -> Self {
        match code {
            "published" => Self::Published,
            "cancelled" => Self::Cancelled,
            _ => Self::Draft,
        }
    }
}

/// The places of an offering. The database holds `taken <= capacity + extra` as a CHECK.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// How many places were announced; none = unlimited.
    pub capacity: Option<i64>,
    /// Places beyond the capacity that a named person granted, with a reason.
    pub extra: i64,
    /// Places held by somebody.
    pub taken: i64,
}

impl Seats {
    /// How many places can still be given; none = without limit. Never negative: a lowered capacity admits
    /// nobody until the extra places are used up.
    pub fn free(&self) -> Option<i64> {
        self.capacity.map(|capacity| (capacity + self.extra - self.taken).max(0))
    }

    /// Whether one more person can have a place.
    pub fn has_room(&self) -> bool {
        self.free() != Some(0)
    }

    /// The seats after somebody left: an extra place goes first, so that nobody is admitted above capacity.
    pub fn after_release(self) -> Self {
        let taken = (self.taken - 1).max(0);
        let over = self.capacity.map_or(0, |capacity| (taken - capacity).max(0));
        Self { taken, extra: self.extra.min(over), ..self }
    }

    /// The seats after a capacity was set: what is taken stays, as extra places.
    pub fn with_capacity(self, capacity: Option<i64>) -> Self {
        let extra = capacity.map_or(0, |capacity| self.taken.saturating_sub(capacity).max(0));
        Self { capacity, extra, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lowering_the_capacity_removes_nobody_and_admits_nobody() {
        let seats = Seats { capacity: Some(25), extra: 0, taken: 20 }.with_capacity(Some(18));
        assert_eq!(seats, Seats { capacity: Some(18), extra: 2, taken: 20 });
        assert!(!seats.has_room());
        let seats = seats.after_release().after_release();
        assert_eq!(seats, Seats { capacity: Some(18), extra: 0, taken: 18 });
        assert!(!seats.has_room());
        assert_eq!(seats.after_release().free(), Some(1));
    }

    #[test]
    fn an_extra_place_leaves_the_free_one_to_whoever_waits_for_it() {
        let seats = Seats { capacity: Some(1), extra: 1, taken: 1 };
        assert_eq!(seats.free(), Some(1));
        let both = Seats { taken: 2, ..seats };
        assert_eq!(both.free(), Some(0));
        assert_eq!(both.after_release(), Seats { capacity: Some(1), extra: 0, taken: 1 });
    }

    proptest! {
        #[test]
        fn places_taken_never_exceed_capacity_plus_extra(capacity in 0i64..40, taken in 0i64..60, steps in prop::collection::vec(0u8..3, 0..30)) {
            let mut seats = Seats { capacity: Some(100), extra: 0, taken }.with_capacity(Some(capacity));
            for step in steps {
                match step {
                    0 if seats.has_room() => seats.taken += 1,
                    1 => seats = seats.after_release(),
                    _ => seats = seats.with_capacity(Some(capacity)),
                }
                prop_assert!(seats.taken <= seats.capacity.unwrap_or(0) + seats.extra);
                prop_assert!(seats.extra >= 0 && seats.taken >= 0);
            }
        }
    }
}
