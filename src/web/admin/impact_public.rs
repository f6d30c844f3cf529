//! What everybody reads of a change, as the office is shown it before: dates, what a page lets people do, texts.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::session_ref::{SessionRef, offering_ref, session_ref};
use crate::domain::impact::{DoorLine, PublicLine, RuleLine, TextLine};
use crate::domain::invite::Appointment;
use crate::domain::offering::Kind;
use crate::store::programme::Programme;

/// A page that lets people do something else than before.
#[derive(Serialize)]
pub(super) struct DoorView {
    session: SessionRef,
    /// Whether it is the course's: whoever has no workshops finds no way in there.
    course: bool,
    /// `hidden`, `tell`, `sign-up` or `closed`.
    before: &'static str,
    after: &'static str,
}

/// When and where something is held, before and after.
#[derive(Serialize)]
pub(super) struct PublicView {
    session: SessionRef,
    before: Option<WhenView>,
    after: Option<WhenView>,
    /// Whether it is about the offering as a whole, which is called off.
    whole: bool,
}

#[derive(Serialize)]
struct WhenView {
    date: Option<NaiveDate>,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
    place: Option<String>,
}

impl WhenView {
    fn of(at: &Appointment) -> Self {
        Self { date: at.date, start: at.start, end: at.end, place: at.place.clone() }
    }
}

/// A text that says something else.
#[derive(Serialize)]
pub(super) struct TextView {
    /// The offering; none for the edition.
    session: Option<SessionRef>,
    field: &'static str,
}

/// What is said of the rule, before and after; empty = nothing.
#[derive(Serialize)]
pub(super) struct RuleView {
    field: &'static str,
    before: String,
    after: String,
}

/// The view of a line of the rule.
pub(super) fn rule(line: &RuleLine) -> RuleView {
    let said = |value: &Option<String>| value.clone().unwrap_or_default();
    RuleView { field: line.field, before: said(&line.before), after: said(&line.after) }
}

/// The view of a door.
pub(super) fn door(programme: &Programme, line: &DoorLine) -> DoorView {
    let session = offering_ref(programme, line.offering);
    let course = programme.offering(line.offering).is_some_and(|offered| offered.row.kind() == Kind::Course);
    DoorView { session, course, before: line.before.code(), after: line.after.code() }
}

/// The view of a text.
pub(super) fn text(programme: &Programme, line: &TextLine) -> TextView {
    TextView { session: line.offering.map(|id| offering_ref(programme, id)), field: line.field }
}

/// The view of a line of dates.
pub(super) fn public(programme: &Programme, line: &PublicLine) -> PublicView {
    let session = match line.session {
        Some(session) => session_ref(programme, line.offering, session),
        None => offering_ref(programme, line.offering),
    };
    PublicView {
        session,
        before: line.before.as_ref().map(WhenView::of),
        after: line.after.as_ref().map(WhenView::of),
        whole: line.session.is_none(),
    }
}
