//! What a letter of a change is about, and what it brings to a calendar.

use serde::{Deserialize, Serialize};

/// What a letter brings to a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    /// An appointment that is new, or says something new.
    Update,
    /// The end of one.
    Cancel,
    /// Nothing.
    None,
}

/// Why somebody is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// A session has another date, other hours or another place.
    Changed,
    /// A session is new.
    Added,
    /// A session is called off.
    SessionCancelled,
    /// The offering is called off.
    OfferingCancelled,
    /// The rule is reached by it.
    Reached,
    /// The provisional place becomes final by it.
    PlaceFinal,
    /// The provisional place is at risk by it.
    AtRisk,
    /// It is not any more, and the person had been told that it was.
    RiskGone,
    /// A date that somebody asked to be told of is out.
    DateOut,
    /// A place is offered that becomes free by it.
    Offered,
    /// One day of the course, which comes into a calendar or leaves it together with the others.
    CourseDay,
}
