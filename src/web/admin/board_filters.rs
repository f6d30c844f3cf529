//! What the board can be filtered by, each with how many people it leaves and its address.

use serde::Serialize;

use super::board_members::BoardMember;
use super::board_view::{View, choosable};
use crate::domain::path_state::PathState;
use crate::domain::person::Profile;
use crate::domain::stage::Stage;
use crate::store::programme::Programme;

/// A stage of the strip.
#[derive(Serialize)]
pub struct StageLink {
    code: &'static str,
    word: &'static str,
    count: usize,
    link: String,
    current: bool,
}

/// A filter on top of a stage.
#[derive(Serialize)]
pub struct FilterLink {
    code: &'static str,
    count: usize,
    link: String,
    current: bool,
}

/// A profile of the search form.
#[derive(Serialize)]
pub struct ProfileChoice {
    code: &'static str,
    current: bool,
}

/// A workshop of the search form.
#[derive(Serialize)]
pub struct WorkshopChoice {
    slug: String,
    title: Option<String>,
    nth: usize,
    current: bool,
}

/// Filters on top of a stage, in the order of the page.
pub const FILTERS: [&str; 11] = [
    "all",
    "untold",
    "awaiting-date",
    "contested",
    "no-email",
    "applied",
    "confirmed",
    "days-at-risk",
    "no-day-to-miss",
    "provisional",
    "waiting",
];

/// Whether a filter leaves somebody.
pub fn fits(row: &BoardMember, filter: &str) -> bool {
    let stands = &row.stands;
    match filter {
        "untold" => row.untold,
        "awaiting-date" => stands.need == PathState::OnlyUndated,
        "contested" => row.is.contested,
        "no-email" => row.is.email.is_none(),
        "applied" => stands.course.as_deref() == Some("applied"),
        "confirmed" => stands.course.as_deref() == Some("confirmed"),
        "days-at-risk" => stands.need == PathState::BelowMinimum,
        "no-day-to-miss" => stands.no_day_to_miss,
        "provisional" => stands.course.as_deref() == Some("provisional"),
        "waiting" => matches!(stands.course.as_deref(), Some("waitlisted" | "offered")),
        _ => true,
    }
}

/// The stages, which add up to the rows; `takes_people` = the course does.
pub fn stages(view: &View, rows: &[BoardMember], takes_people: bool) -> Vec<StageLink> {
    let link = |stage| View { stage: Some(stage), filter: "all", order: "name", page: 1, ..view.clone() };
    Stage::ALL
        .into_iter()
        .map(|stage| StageLink {
            code: stage.code(),
            word: stage.word(takes_people),
            count: rows.iter().filter(|row| row.stands.stage == stage).count(),
            link: link(stage).link(),
            current: view.stage == Some(stage),
        })
        .collect()
}

/// The filters that leave somebody of the rows, and the one that is chosen.
pub fn filters(view: &View, rows: &[BoardMember]) -> Vec<FilterLink> {
    FILTERS
        .into_iter()
        .map(|code| FilterLink {
            code,
            count: rows.iter().filter(|row| fits(row, code)).count(),
            link: View { filter: code, page: 1, ..view.clone() }.link(),
            current: view.filter == code,
        })
        .filter(|filter| filter.count > 0 || filter.current || filter.code == "all")
        .collect()
}

/// The profiles, and which is chosen.
pub fn profiles(view: &View) -> Vec<ProfileChoice> {
    let choice =
        |profile: Profile| ProfileChoice { code: profile.code(), current: view.profile == Some(profile) };
    Profile::ALL.into_iter().map(choice).collect()
}

/// The workshops of an edition, and which is chosen.
pub fn workshops(view: &View, programme: &Programme) -> Vec<WorkshopChoice> {
    choosable(programme)
        .map(|workshop| WorkshopChoice {
            slug: workshop.row.slug.clone(),
            title: workshop.row.title.clone(),
            nth: programme.nth(workshop.row.id),
            current: view.workshop.as_ref().is_some_and(|(id, _)| *id == workshop.row.id),
        })
        .collect()
}
