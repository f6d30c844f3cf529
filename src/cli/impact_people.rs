//! What a change means for people, counted: a line for each thing, with the words for one and for more.

use crate::domain::impact::Impact;

const STILL_APPLIED: [&str; 2] = [
    "application stays open and is still decided by a person, at /gestione/domande; whoever comes now gets a free place at once",
    "applications stay open and are still decided by a person, at /gestione/domande; whoever comes now gets a free place at once",
];

/// One line for each thing that becomes of people.
pub fn people(impact: &Impact) -> Vec<String> {
    let days = impact.days_short.map(|short| {
        let (held, needed) = (short.held, short.needed);
        format!("{held} days of the course are left, and certificate_days asks for {needed}: change it next")
    });
    let before = [
        who(impact.calls.len(), ["has", "have"], "no address: call them"),
        who(
            impact.offers_end.len(),
            ["loses", "lose"],
            "a place they were offered: they are back on the waiting list",
        ),
        who(impact.offers_shorter.len(), ["has", "have"], "less time to answer the offer of a place"),
        counted(impact.still_applied.len(), STILL_APPLIED),
        counted(impact.clashes.len(), ["clash", "clashes"])
            .map(|n| format!("{n} with another session of the same person")),
        who(impact.drops.len(), ["can", "can"], "no longer reach the rule in this edition"),
        who(impact.able.len(), ["reaches", "reach"], "the rule by it"),
        who(impact.needs_more.len(), ["needs", "need"], "more workshops than before"),
        who(
            impact.off_track.len(),
            ["had", "had"],
            "booked enough workshops for the course, and not any more",
        ),
        who(impact.needs_fewer.len(), ["needs", "need"], "fewer workshops than before"),
    ];
    let after = [
        who(impact.days_out.len(), ["can", "can"], "no longer reach the days for the certificate"),
        who(impact.days_last.len(), ["can", "can"], "miss no further day of the course"),
        who(impact.days_back.len(), ["can", "can"], "reach the days for the certificate again"),
        who(
            impact.more_choice.len(),
            ["on the way has", "on the way have"],
            "a workshop more to choose from",
        ),
        who(
            impact.less_choice.len(),
            ["on the way has", "on the way have"],
            "a workshop fewer to choose from",
        ),
    ];
    before.into_iter().chain([days]).chain(after).flatten().collect()
}

/// How many people, the verb for one or for more, and the rest.
fn who(count: usize, verb: [&str; 2], rest: &str) -> Option<String> {
    let [one, more] = verb;
    counted(count, [&format!("person {one}"), &format!("people {more}")]).map(|said| format!("{said} {rest}"))
}

/// How many, with the words for one or for more; nothing where there are none.
fn counted(count: usize, [one, more]: [&str; 2]) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_and_two_people_have() {
        let said = |count: usize| {
            people(&Impact { able: vec![7; count], days_last: vec![7; count], ..Impact::default() })
        };
        assert_eq!(said(0), Vec::<String>::new());
        assert_eq!(
            said(1),
            ["1 person reaches the rule by it", "1 person can miss no further day of the course"]
        );
        assert_eq!(
            said(2),
            ["2 people reach the rule by it", "2 people can miss no further day of the course"]
        );
    }
}
