//! Where a person stands, as pages show it: the state, the slots, the line.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::declined::DeclinedView;
use crate::domain::admission::{Admission, FreePlaces, Way, decide};
use crate::domain::eligibility::{Eligibility, topics_attended};
use crate::domain::enrolment::State;
use crate::domain::path_slots::{Slot, SlotKind, slots};
use crate::domain::path_state::{PathState, awaited, path_state, waiting};
use crate::store::programme::Programme;
use crate::store::standing::Standing;
use crate::usecases::free_places;
use crate::web::offers::{Doing, Offer};
use crate::web::visit::OtherEdition;

/// The facts of the card at the top of every page of the path.
#[derive(Clone, Debug, Serialize)]
pub struct PathView {
    /// `s1` … `s17`.
    pub state: &'static str,
    /// How many workshops are missing.
    pub missing: u32,
    /// How many are required.
    pub required: u32,
    /// How many different topics count as attended.
    pub attended: u32,
    /// How many are booked.
    pub booked: u32,
    /// How many are booked, also beyond what the rule asks for.
    pub booked_in_all: usize,
    /// How many the person waits for that the rule could use.
    pub waiting: usize,
    /// The date of a workshop that has begun and whose register is not in effect yet.
    pub register_day: Option<NaiveDate>,
    /// From when that register holds, where it was just closed; looked up by the pages that tell it.
    pub register_from: Option<String>,
    /// Whether that was on an earlier day.
    pub register_late: bool,
    /// The slots.
    pub slots: Vec<Slot>,
    /// The date of the last booked workshop that is still needed.
    pub booked_until: Option<NaiveDate>,
    /// Until when a provisional place is kept, where it has an end.
    pub kept_until: Option<String>,
    /// The position in the course's line.
    pub course_position: Option<u32>,
    /// The state of the enrolment in the course.
    pub course_state: Option<String>,
    /// Whether a place on the course is free.
    pub course_room: bool,
    /// Whether somebody who waits for the course can take a free place themselves: no offer can be made any more.
    pub course_takes: bool,
    /// For whom a free place on the course is: the `line`, `all`, or `nobody`.
    pub course_free_for: &'static str,
    /// The enrolment in the course.
    pub course_enrolment: Option<i64>,
    /// Course days attended in effective registers.
    pub days_attended: u32,
    /// How many days can still be missed; none where no number is set.
    pub can_miss: Option<u32>,
    /// How many days earn the certificate.
    pub certificate_days: Option<u32>,
    /// How many course days there are.
    pub days: u32,
    /// Whether a course day has no date yet.
    pub undated: bool,
    /// The next course day: one that is recorded is not to come, though its day is not over.
    pub next_day: Option<NaiveDate>,
    /// The course's first day.
    pub first_day: Option<NaiveDate>,
    /// Whether the course takes enrolments now.
    pub course_open: bool,
    /// Whether the registers of all course days have taken effect.
    pub held: bool,
    /// Whether the last certificate was revoked; looked up by the pages that tell it.
    pub revoked: bool,
    /// Whether the rule was waived.
    pub waived: bool,
    /// That the office declined the application for the course; looked up by the pages that tell it.
    pub declined: Option<DeclinedView>,
    /// The other edition whose course they have done; looked up by the pages that tell it.
    pub done_in: Option<OtherEdition>,
}

/// The state of a person; `full` are the workshops without a place for a newcomer.
pub fn state(standing: &Standing, full: &HashSet<i64>) -> PathState {
    path_state(&standing.facts, &standing.eligibility, &standing.course, |id| full.contains(&id))
}

/// The whole view; `offers` tell which workshops are full for a newcomer now.
pub fn view(
    programme: &Programme,
    standing: &Standing,
    offers: &[Offer],
    course_position: Option<u32>,
) -> PathView {
    let full: HashSet<i64> = offers.iter().filter(|o| o.doing == Doing::Full).map(|o| o.id).collect();
    let state = path_state(&standing.facts, &standing.eligibility, &standing.course, |id| full.contains(&id));
    let slots = slots(&standing.facts);
    let is_booked = |slot: &&Slot| matches!(slot.kind, SlotKind::Book | SlotKind::Held);
    let booked: Vec<&Slot> = slots.iter().filter(is_booked).collect();
    let course = programme.course().and_then(|c| standing.live_in(c.row.id));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let days = standing.course.total();
    let register_day = awaited(&standing.facts);
    let can_miss = standing
        .course
        .certificate_days
        .map(|needed| days.saturating_sub(needed).saturating_sub(standing.course.missed));
    PathView {
        state: state.code(),
        missing: standing.eligibility.missing(),
        required: standing.facts.required,
        attended: count(topics_attended(&standing.facts).len()),
        booked: count(booked.len()),
        booked_in_all: crate::domain::path_slots::booked(&standing.facts).len(),
        waiting: waiting(&standing.facts),
        register_late: register_day.is_some_and(|day| day < standing.facts.today),
        register_day,
        register_from: None,
        booked_until: booked.iter().filter_map(|slot| slot.date).max(),
        kept_until: course.and_then(|c| c.hold_until).map(|until| until.to_rfc3339()),
        course_position,
        course_state: course.map(|c| c.state.clone()),
        course_room: programme.course().is_some_and(|c| c.row.seats().has_room()),
        course_takes: takes_now(programme, standing),
        course_free_for: free_for(programme, standing),
        course_enrolment: course.map(|c| c.id),
        days_attended: standing.course.attended,
        can_miss,
        certificate_days: standing.course.certificate_days,
        days,
        undated: standing.course.undated > 0,
        next_day: standing
            .course
            .pending
            .iter()
            .filter(|day| day.ends_at() > standing.facts.now)
            .map(|day| day.date)
            .min(),
        first_day: standing.facts.first_day,
        course_open: standing.course.open,
        held: days > 0 && standing.course.is_held(),
        declined: None,
        done_in: None,
        revoked: false,
        waived: matches!(
            standing.eligibility,
            Eligibility::Met { by: crate::domain::eligibility::MetBy::Waiver }
        ),
        slots,
    }
}

/// Asks the guard on behalf of somebody who waits for the course and is not the first: who is not either takes the place
/// only once it is open to everybody.
fn takes_now(programme: &Programme, standing: &Standing) -> bool {
    let Some(course) = programme.course() else { return false };
    if standing.state_in(course.row.id) != Some(State::Waitlisted) {
        return false;
    }
    let facts = course.admission_facts(&programme.edition, 1);
    let way = Way::Person { holds_place: false, ahead: 1 };
    let (today, now) = (standing.facts.today, standing.facts.now);
    let answer = decide(&facts, &programme.edition.rule(), Some(&standing.eligibility), way, today, now);
    matches!(answer, Ok(Admission::Place | Admission::ProvisionalPlace))
}

/// What is said of a place on the course to those who wait for it: in the last hours no offer is promised any more.
fn free_for(programme: &Programme, standing: &Standing) -> &'static str {
    match programme.course().map(|course| free_places(programme, course, standing.facts.now)) {
        Some(FreePlaces::ForAll) => "all",
        Some(FreePlaces::ForNobody) => "nobody",
        Some(FreePlaces::ForTheLine) | None => "line",
    }
}

/// The workshops a person can still choose to reach the rule, as offers with their buttons.
pub fn choices(standing: &Standing, offers: &[Offer]) -> Vec<Offer> {
    let possible = match &standing.eligibility {
        Eligibility::Short { possible, .. } => possible.clone(),
        _ => Vec::new(),
    };
    offers.iter().filter(|o| possible.contains(&o.id) && o.mine.is_none()).cloned().collect()
}
