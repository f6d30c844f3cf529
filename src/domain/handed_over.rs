//! What a calendar that is asked for says of an invite while a letter of it waits: what was handed over last. That letter may
//! be taken back yet, and a SEQUENCE that was shown is never lower again (CALENDAR.md R51, R52, R59).

use super::invite::Told;

/// Decides between the invite as it is stored, which is what the letter that waits will say, and what was `told`. An invite
/// of which nobody was told anything says what it is; so does one that was told before stamps were kept, and one that ended
/// without a letter.
pub fn handed_over(stored: Told, told: Option<Told>) -> Told {
    let ended = |told: &Told| stored.ended && stored.sequence == told.sequence;
    match told {
        Some(told) if told.stamp.is_some() && !ended(&told) => told,
        _ => stored,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::invite::Appointment;

    fn told(sequence: u32, stamp: Option<&str>) -> Told {
        let stamp = stamp.map(|at| at.parse().unwrap());
        Told { sequence, ended: false, appointment: Appointment::default(), stamp }
    }

    #[test]
    fn a_letter_that_waits_is_not_shown_before_it_leaves() {
        let (first, second) = ("2014-09-15T08:00:00Z", "2014-09-15T08:10:00Z");
        let waits = told(2, Some(second));
        assert_eq!(handed_over(waits.clone(), Some(told(1, Some(first)))), told(1, Some(first)));
        assert_eq!(handed_over(waits.clone(), Some(waits.clone())), waits, "it has left");
        let again = told(2, Some(first));
        assert_eq!(handed_over(waits.clone(), Some(again.clone())), again, "the same once more, by mail");
        assert_eq!(handed_over(told(0, Some(first)), None), told(0, Some(first)), "it is the first one");
        assert_eq!(handed_over(waits.clone(), Some(told(1, None))), waits);
        let over = Told { ended: true, ..waits.clone() };
        assert_eq!(handed_over(over.clone(), Some(waits)), over, "no letter tells it");
    }
}
