//! The course: its days, for whom it is, the rule, and where the person stands.

use rocket::{Route, get, routes};
use serde::Serialize;

use crate::domain::enrolment::State;
use crate::domain::path_slots::{Slot, slots};
use crate::domain::path_state::PathState;
use crate::domain::person::Language;
use crate::store::{programme, seasons};
use crate::web::error::PageError;
use crate::web::guards::Anyone;
use crate::web::offers::full_for_newcomers;
use crate::web::page::Page;
use crate::web::participant::path_view;
use crate::web::view::{CourseView, EditionView, takes_enrolments};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct CoursePage {
    edition: EditionView,
    course: CourseView,
    /// Where the person stands: `s0` … `s17`.
    state: &'static str,
    slots: Vec<Slot>,
    /// Whether a freed place waits for the person's answer.
    offered: bool,
    /// Whether the enrolment is open at all.
    open: bool,
}

#[get("/corso?<edizione>")]
async fn show(who: Anyone, edizione: Option<&str>) -> Result<Page, PageError> {
    let visit = who.0;
    let reader = visit.app.desk.store.reader();
    let named = match edizione {
        Some(key) => seasons::named(reader, key).await?,
        None => None,
    };
    let current = if named.is_none() { programme::current(reader).await? } else { None };
    let programme = named.or(current).ok_or(PageError::NotFound)?;
    let offered = programme.course().ok_or(PageError::NotFound)?;
    let english = visit.language == Language::En;
    let standing = visit.standing(&programme).await?;
    let full = full_for_newcomers(reader, &programme, visit.now).await?;
    let state = standing.as_ref().map_or(PathState::Visitor, |standing| path_view::state(standing, &full));
    let page = CoursePage {
        edition: EditionView::of(&programme, english),
        course: CourseView::of(offered, english),
        state: state.code(),
        offered: standing.as_ref().is_some_and(|s| s.course.enrolment == Some(State::Offered)),
        slots: standing.map(|s| slots(&s.facts)).unwrap_or_default(),
        open: takes_enrolments(&programme, offered, visit.now),
    };
    Ok(visit.render("public/course.html", "programme", &page)?)
}
