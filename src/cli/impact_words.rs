//! What a change means for people, in words for whoever sits at the terminal: numbers only, no names.

use super::impact_people::people;
use crate::domain::impact::{CARRY_OVER, Calendar, Door, Impact, Letters, RuleLine, Topic};
use crate::domain::invite::Appointment;
use crate::domain::proposal::Proposal;

/// One line for each thing that changes.
pub fn lines(impact: &Impact) -> Vec<String> {
    let mut lines: Vec<String> = impact.letters.iter().map(letters).collect();
    lines.extend(people(impact));
    lines.extend(impact.proposals.iter().map(|one| proposal(&one.propose).to_owned()));
    match impact.places {
        0 => {}
        1 => lines.push("1 place becomes free".to_owned()),
        -1 => lines.push("1 free place fewer".to_owned()),
        more if more > 0 => lines.push(format!("{more} places become free")),
        fewer => lines.push(format!("{} free places fewer", -fewer)),
    }
    for line in &impact.public {
        let (before, after) = (when(line.before.as_ref()), when(line.after.as_ref()));
        // Of an offering as a whole there is only one thing to say.
        lines.push(match line.session {
            Some(_) => format!("on the public page: {before} → {after}"),
            None => "on the public page: called off".to_owned(),
        });
    }
    lines.extend(impact.rule.iter().map(rule));
    for line in &impact.texts {
        lines.push(format!("on the public page: {} → {}", short(&line.before), short(&line.after)));
    }
    for line in &impact.doors {
        let said = |at: Door| door(at, line.course);
        lines.push(format!("on a page of its own: {} → {}", said(line.before), said(line.after)));
    }
    lines
}

/// What is said of the rule.
fn rule(line: &RuleLine) -> String {
    let what = match line.field {
        "required" => "workshops required",
        "certificate" => "days for the certificate",
        "closes" => "last day to enrol in the course",
        "admission" => "admission to the course",
        "provisional" => "provisional places",
        CARRY_OVER => "workshops of earlier editions count",
        other => other,
    };
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "not said".to_owned());
    let place = if line.is_public() { "on the public pages, " } else { "" };
    format!("{place}{what}: {} → {}", said(&line.before), said(&line.after))
}

/// What the people of a workshop called off are offered. A file cannot choose; the browser asks.
fn proposal(propose: &Proposal) -> &'static str {
    match propose {
        Proposal::All => {
            "whoever was in a workshop called off is offered every other one that still helps them"
        }
        Proposal::Only(_) => {
            "whoever was in a workshop called off is offered those chosen that still help them"
        }
        Proposal::Nothing => "whoever was in a workshop called off is offered no other one",
    }
}

/// A text, cut where it is long.
fn short(text: &Option<String>) -> String {
    let Some(text) = text else { return "–".to_owned() };
    let cut: String = text.chars().take(80).collect();
    let more = if cut.len() < text.len() { "…" } else { "" };
    format!("«{}{more}»", cut.replace('\n', " "))
}

/// What a page lets people do; a course is open to those alone who have its workshops.
fn door(door: Door, course: bool) -> &'static str {
    match door {
        Door::SignUp if course => "whoever has the workshops it takes can ask for a place",
        Door::Hidden => "not shown",
        Door::Tell => "people can ask to be told of the date",
        Door::SignUp => "people can sign up",
        Door::Closed => "nothing can be done any more",
    }
}

fn letters(letters: &Letters) -> String {
    let what = match letters.topic {
        Topic::Changed => " about another date, hour or room",
        Topic::Added => " about a new session",
        Topic::SessionCancelled => " about a session called off",
        Topic::OfferingCancelled => " about a workshop or course called off",
        Topic::Reached => ": the rule is reached",
        Topic::PlaceFinal => ": the provisional place is final",
        Topic::AtRisk => ": the provisional place is at risk",
        Topic::RiskGone => ": the provisional place is not at risk any more",
        Topic::DateOut => " to whoever asked to be told of the date",
        Topic::Offered => " of a place that becomes free",
        Topic::CourseDay => " with one day of the course each",
    };
    let thing = match (letters.topic, letters.count) {
        (Topic::Offered, 1) => "offer",
        (Topic::Offered, _) => "offers",
        (_, 1) => "letter",
        _ => "letters",
    };
    let calendar = match letters.calendar {
        Calendar::Update => ", with a calendar update",
        Calendar::Cancel => ", with a calendar cancellation",
        Calendar::None => "",
    };
    format!("{} {thing}{what}{calendar}", letters.count)
}

fn when(appointment: Option<&Appointment>) -> String {
    let Some(at) = appointment else { return "not held".to_owned() };
    let date = at.date.map_or("no date yet".to_owned(), |date| date.to_string());
    let hours = match (at.start, at.end) {
        (Some(start), Some(end)) => format!(", {}–{}", start.format("%-H:%M"), end.format("%-H:%M")),
        _ => String::new(),
    };
    let place = at.place.as_ref().map_or(String::new(), |place| format!(", {place}"));
    format!("{date}{hours}{place}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::days_short::DaysShort;
    use crate::domain::impact::PublicLine;
    use crate::domain::proposal::Proposing;

    #[test]
    fn a_workshop_called_off_by_a_file_says_what_its_people_are_offered() {
        let said = |proposals: Vec<Proposing>| lines(&Impact { proposals, ..Impact::default() });
        assert_eq!(said(Vec::new()), Vec::<String>::new());
        assert_eq!(
            said(vec![Proposing { called_off: 1, propose: Proposal::All }]),
            ["whoever was in a workshop called off is offered every other one that still helps them"]
        );
    }

    #[test]
    fn an_offering_called_off_is_said_to_be_so_on_the_public_page() {
        let line = PublicLine { offering: 1, session: None, before: None, after: None };
        let impact = Impact { public: vec![line], ..Impact::default() };
        assert_eq!(lines(&impact), ["on the public page: called off"]);
    }

    #[test]
    fn a_day_moved_by_a_file_says_how_many_offers_end_and_how_many_are_shorter() {
        let impact = Impact { offers_end: vec![4, 5], offers_shorter: vec![6], ..Impact::default() };
        assert_eq!(
            lines(&impact),
            [
                "2 people lose a place they were offered: they are back on the waiting list",
                "1 person has less time to answer the offer of a place",
            ]
        );
    }

    #[test]
    fn a_decision_that_ends_by_a_file_says_how_many_applications_stay_open() {
        let impact = Impact { still_applied: vec![4, 5], ..Impact::default() };
        let what = "2 applications stay open and are still decided by a person, at /gestione/domande; whoever comes now gets a free place at once";
        assert_eq!(lines(&impact), [what]);
    }

    #[test]
    fn a_rule_changed_by_a_file_says_what_is_read_of_it_and_who_reaches_the_days() {
        let line = |field, before: Option<&str>, after: Option<&str>| RuleLine {
            field,
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let impact = Impact {
            rule: vec![
                line("required", Some("2"), Some("3")),
                line("certificate", Some("6"), None),
                line("closes", None, Some("2014-10-17")),
                line(CARRY_OVER, Some("yes"), Some("no")),
            ],
            needs_more: vec![8, 9],
            needs_fewer: vec![10],
            days_out: vec![4, 5],
            days_back: vec![6],
            days_last: vec![7],
            days_short: Some(DaysShort { needed: 6, held: 5 }),
            ..Impact::default()
        };
        assert_eq!(
            lines(&impact),
            [
                "2 people need more workshops than before",
                "1 person needs fewer workshops than before",
                "5 days of the course are left, and certificate_days asks for 6: change it next",
                "2 people can no longer reach the days for the certificate",
                "1 person can miss no further day of the course",
                "1 person can reach the days for the certificate again",
                "on the public pages, workshops required: 2 → 3",
                "on the public pages, days for the certificate: 6 → not said",
                "on the public pages, last day to enrol in the course: not said → 2014-10-17",
                "workshops of earlier editions count: yes → no",
            ]
        );
    }
}
