//! A person's place, or wait, in one offering: typed states and the one function that moves between them.

/// Where an enrolment stands (DESIGN.md section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Address not confirmed; a place is held until the hold ends.
    PendingPlace,
    /// Address not confirmed; no place, but a position kept from the moment of the form.
    PendingWait,
    /// Course, admission by decision: asked for, not answered.
    Applied,
    /// Course: a place is held, the rule not yet reached.
    Provisional,
    /// Has a place and is expected.
    Confirmed,
    /// Waits in line.
    Waitlisted,
    /// A freed place is held until the deadline of the offer.
    Offered,
    /// Over, with the reason; enrolling again is a new enrolment.
    Cancelled(CancelReason),
}

/// Why an enrolment ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CancelReason {
    /// The person gave the place back.
    ByPerson,
    /// A person of the office ended it.
    ByStaff,
    /// The address was not confirmed in time.
    Unconfirmed,
    /// The rule was not reached and cannot be any more, or not in time.
    Rule,
    /// The session began while the person was still waiting.
    NotReached,
    /// The offer of a freed place was declined.
    Declined,
    /// The offer of a freed place ran out for the second time.
    OfferLapsed,
    /// The organiser called the offering off.
    OfferingCancelled,
    /// The person was erased.
    Erased,
    /// Two records of one person were merged.
    Merged,
}

impl CancelReason {
    /// All reasons.
    pub const ALL: [Self; 10] = [
        Self::ByPerson,
        Self::ByStaff,
        Self::Unconfirmed,
        Self::Rule,
        Self::NotReached,
        Self::Declined,
        Self::OfferLapsed,
        Self::OfferingCancelled,
        Self::Erased,
        Self::Merged,
    ];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::ByPerson => "by_person",
            Self::ByStaff => "by_staff",
            Self::Unconfirmed => "unconfirmed",
            Self::Rule => "rule",
            Self::NotReached => "not_reached",
            Self::Declined => "declined",
            Self::OfferLapsed => "offer_lapsed",
            Self::OfferingCancelled => "offering_cancelled",
            Self::Erased => "erased",
            Self::Merged => "merged",
        }
    }
}

impl State {
    /// Whether the enrolment counts among the places taken.
    pub fn holds_place(self) -> bool {
        matches!(self, Self::PendingPlace | Self::Provisional | Self::Confirmed | Self::Offered)
    }

    /// Whether the person is expected at the offering's sessions (and gets invites).
    pub fn is_expected(self) -> bool {
        matches!(self, Self::Confirmed)
    }

    /// Whether the enrolment is not over; at most one live one per person and offering.
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Cancelled(_))
    }

    /// Whether the person waits, address confirmed or not.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Waitlisted | Self::PendingWait)
    }

    /// Whether the address behind it still has to be confirmed.
    pub fn is_pending(self) -> bool {
        matches!(self, Self::PendingPlace | Self::PendingWait)
    }

    /// The code in the database; the reason of a cancelled one stands in a column of its own.
    pub fn code(self) -> &'static str {
        match self {
            Self::PendingPlace => "pending_place",
            Self::PendingWait => "pending_wait",
            Self::Applied => "applied",
            Self::Provisional => "provisional",
            Self::Confirmed => "confirmed",
            Self::Waitlisted => "waitlisted",
            Self::Offered => "offered",
            Self::Cancelled(_) => "cancelled",
        }
    }

    /// The reason, where cancelled.
    pub fn cancel_reason(self) -> Option<CancelReason> {
        match self {
            Self::Cancelled(reason) => Some(reason),
            _ => None,
        }
    }

    /// Reads state and reason as stored; none for a code nobody wrote.
    pub fn from_codes(state: &str, reason: Option<&str>) -> Option<Self> {
        Some(match state {
            "pending_place" => Self::PendingPlace,
            "pending_wait" => Self::PendingWait,
            "applied" => Self::Applied,
            "provisional" => Self::Provisional,
            "confirmed" => Self::Confirmed,
            "waitlisted" => Self::Waitlisted,
            "offered" => Self::Offered,
            "cancelled" => Self::Cancelled(CancelReason::ALL.into_iter().find(|r| Some(r.code()) == reason)?),
            _ => return None,
        })
    }
}

/// What can happen to an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A place is given for good: the address was confirmed, the rule reached, a freed place given by hand.
    GivePlace,
    /// A place on the course is held while the rule is on track.
    GiveProvisionalPlace,
    /// A freed place is held for the person until a deadline.
    Offer,
    /// The person joins the line, address confirmed; or goes back to it from an offer.
    Wait,
    /// It ends.
    Cancel(CancelReason),
}

/// The state after an event; none where the event makes no sense in that state.
pub fn transition(state: State, event: Event) -> Option<State> {
    use State::{Applied, Cancelled, Confirmed, Offered, PendingPlace, PendingWait, Provisional, Waitlisted};
    match (state, event) {
        (Cancelled(_), _) => None,
        (_, Event::Cancel(reason)) => cancel(state, reason),
        (PendingPlace | PendingWait | Applied | Provisional | Waitlisted | Offered, Event::GivePlace) => {
            Some(Confirmed)
        }
        (PendingPlace | PendingWait | Applied | Waitlisted | Offered, Event::GiveProvisionalPlace) => {
            Some(Provisional)
        }
        (PendingPlace | PendingWait | Applied | Offered, Event::Wait) => Some(Waitlisted),
        (Waitlisted, Event::Offer) => Some(Offered),
        (Confirmed, Event::GivePlace | Event::GiveProvisionalPlace | Event::Wait)
        | (Provisional, Event::GiveProvisionalPlace | Event::Wait)
        | (Waitlisted, Event::Wait)
        | (PendingPlace | PendingWait | Applied | Provisional | Confirmed | Offered, Event::Offer) => None,
    }
}

/// Reasons that belong to one state only; the others end any live state.
fn cancel(state: State, reason: CancelReason) -> Option<State> {
    let fits = match reason {
        CancelReason::Unconfirmed => state.is_pending(),
        CancelReason::Rule => state == State::Provisional,
        CancelReason::NotReached => state.is_waiting(),
        CancelReason::Declined | CancelReason::OfferLapsed => state == State::Offered,
        CancelReason::ByPerson
        | CancelReason::ByStaff
        | CancelReason::OfferingCancelled
        | CancelReason::Erased
        | CancelReason::Merged => true,
    };
    fits.then_some(State::Cancelled(reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIVE: [State; 7] = [
        State::PendingPlace,
        State::PendingWait,
        State::Applied,
        State::Provisional,
        State::Confirmed,
        State::Waitlisted,
        State::Offered,
    ];

    #[test]
    fn nothing_leaves_a_cancelled_enrolment() {
        for reason in CancelReason::ALL {
            for event in [
                Event::GivePlace,
                Event::GiveProvisionalPlace,
                Event::Offer,
                Event::Wait,
                Event::Cancel(CancelReason::ByStaff),
            ] {
                assert_eq!(transition(State::Cancelled(reason), event), None);
            }
        }
    }

    #[test]
    fn only_a_confirmed_person_is_expected() {
        let expected: Vec<State> = LIVE.into_iter().filter(|s| s.is_expected()).collect();
        assert_eq!(expected, [State::Confirmed]);
    }

    #[test]
    fn places_are_held_by_pending_provisional_confirmed_and_offered() {
        let holding: Vec<State> = LIVE.into_iter().filter(|s| s.holds_place()).collect();
        assert_eq!(holding, [State::PendingPlace, State::Provisional, State::Confirmed, State::Offered]);
    }

    #[test]
    fn a_confirmed_person_is_not_put_back_in_line() {
        assert_eq!(transition(State::Confirmed, Event::Wait), None);
        assert_eq!(transition(State::Confirmed, Event::Cancel(CancelReason::Unconfirmed)), None);
    }

    #[test]
    fn only_whoever_waits_with_a_confirmed_address_is_offered_a_place_and_may_go_back_to_the_line() {
        let offered: Vec<State> =
            LIVE.into_iter().filter(|s| transition(*s, Event::Offer) == Some(State::Offered)).collect();
        assert_eq!(offered, [State::Waitlisted]);
        assert_eq!(transition(State::Offered, Event::Wait), Some(State::Waitlisted));
        assert_eq!(transition(State::Offered, Event::GivePlace), Some(State::Confirmed));
    }

    proptest! {
        #[test]
        fn stored_codes_read_back(index in 0usize..7, reason in 0usize..10) {
            let cancelled = State::Cancelled(CancelReason::ALL[reason]);
            for state in [LIVE[index], cancelled] {
                prop_assert_eq!(State::from_codes(state.code(), state.cancel_reason().map(CancelReason::code)), Some(state));
            }
        }
    }
}
