//! The slots that draw the rule: what is attended, what is booked, what is still to choose.

use chrono::NaiveDate;

use super::eligibility::{Facts, Workshop, counts, topics_attended};

/// One of the slots that draw the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SlotKind {
    /// Attended.
    Done,
    /// Booked, and still to come.
    Book,
    /// Has begun, and its register is not in effect yet.
    Held,
    /// Still to fill.
    Empty,
}

/// A slot with the date it is filled by; empty ones and topics of earlier editions may have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Slot {
    /// What it is filled by, if by anything.
    pub kind: SlotKind,
    /// The date of the workshop that fills it.
    pub date: Option<NaiveDate>,
}

/// The slots: as many as the rule requires, attended ones first, then booked ones, by date; days of an earlier
/// edition after the attended ones of this edition.
pub fn slots(rule: &Facts) -> Vec<Slot> {
    // Of a topic attended in both, the day of this edition is shown.
    let day_of = |topic: i64| {
        let of_it = rule.attended.iter().filter(|a| a.topic == topic && counts(rule, a));
        of_it.map(|a| (a.earlier_edition, a.held_on)).min()
    };
    let mut done: Vec<(bool, NaiveDate)> = topics_attended(rule).into_iter().filter_map(day_of).collect();
    done.sort_unstable();
    let done = done.into_iter().map(|(_, held_on)| Slot { kind: SlotKind::Done, date: Some(held_on) });
    let booked = booked(rule);
    let wanted = usize::try_from(rule.required).unwrap_or(usize::MAX);
    let mut slots: Vec<Slot> = done.chain(booked).take(wanted).collect();
    slots.resize(wanted.min(12), Slot { kind: SlotKind::Empty, date: None });
    slots
}

/// Every booked workshop of a topic that is not attended yet, by date: also those beyond what the rule asks for.
pub fn booked(rule: &Facts) -> Vec<Slot> {
    let has_begun = |workshop: &Workshop| workshop.starts_at.is_some_and(|start| start <= rule.now);
    let kind = |workshop: &Workshop| if has_begun(workshop) { SlotKind::Held } else { SlotKind::Book };
    let slot = |workshop: &Workshop| Slot { kind: kind(workshop), date: workshop.date };
    let mut booked: Vec<Slot> = booked_workshops(rule).into_iter().map(slot).collect();
    booked.sort_by_key(|slot| slot.date);
    booked
}

/// The same as workshops, in the order of the programme.
pub fn booked_workshops(rule: &Facts) -> Vec<&Workshop> {
    let mut topics = topics_attended(rule);
    let booked = rule.workshops.iter().filter(|workshop| is_booked(rule, workshop));
    booked.filter(|workshop| topics.insert(workshop.topic)).collect()
}

/// Whether somebody has booked a workshop that still counts.
pub fn is_booked(rule: &Facts, workshop: &Workshop) -> bool {
    super::eligibility::is_booked(rule, workshop) && workshop.counts && !workshop.cancelled
}
