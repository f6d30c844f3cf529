//! "Chi è a che punto": the day's list, the stages that add up, and one row per person; filters, search, order
//! and page are in the address, so that a view can be sent to a colleague.

use chrono::NaiveDate;
use rocket::{Route, get, routes};
use serde::Serialize;

use super::board_filters::{
    FilterLink, ProfileChoice, StageLink, WorkshopChoice, filters, fits, profiles, stages, workshops,
};
use super::board_rows::{BoardRow, rows};
use super::board_view::{Asked, View};
use super::day_list::{DayList, day_list};
use super::edition_links::{EditionLink, edition_links};
use crate::domain::person::Language;
use crate::domain::session::local_date;
use crate::domain::stage::Stage;
use crate::store::editions;
use crate::store::programme;
use crate::web::error::PageError;
use crate::web::guards::Reader;
use crate::web::page::Page;
use crate::web::paging::Paging;
use crate::web::view::EditionView;

/// How many rows a page shows.
const ON_A_PAGE: usize = 25;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct BoardPage {
    edition: Option<EditionView>,
    edition_key: String,
    editions: Vec<EditionLink>,
    today: NaiveDate,
    /// Days until the course begins; none = it has, or has no date.
    days_left: Option<i64>,
    list: DayList,
    /// Whether the list is asked for whole.
    unfolded: bool,
    /// The address that shows the list whole, or short again.
    fold: String,
    stages: Vec<StageLink>,
    /// The stage that is shown; none = everybody.
    stage: Option<&'static str>,
    filters: Vec<FilterLink>,
    search: String,
    profiles: Vec<ProfileChoice>,
    workshops: Vec<WorkshopChoice>,
    /// Whether search, profile or workshop leave somebody out.
    narrow: bool,
    order: String,
    rows: Vec<BoardRow>,
    total: usize,
    from: usize,
    to: usize,
    previous: Option<String>,
    next: Option<String>,
    /// The address of this view without order and page.
    here: String,
}

/// What stands around the rows.
struct Around {
    edition: Option<EditionView>,
    editions: Vec<EditionLink>,
    today: NaiveDate,
    list: DayList,
    workshops: Vec<WorkshopChoice>,
}

#[get("/gestione?<asked..>")]
async fn show(who: Reader, asked: Asked) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let all_editions = editions::all(reader).await?;
    let chosen = match &asked.edizione {
        Some(key) => Some(all_editions.iter().find(|e| e.key == *key).cloned().ok_or(PageError::NotFound)?),
        None => editions::current(reader).await?,
    };
    let Some(edition) = chosen else {
        let around = Around {
            edition: None,
            editions: Vec::new(),
            today: local_date(visit.now, chrono_tz::Europe::Rome),
            list: DayList::default(),
            workshops: Vec::new(),
        };
        let page = page(&View::of(&asked, None), Vec::new(), around);
        return Ok(visit.render("admin/board.html", "board", &page)?);
    };
    let programme = programme::load(reader, edition).await?;
    let everybody = rows(visit, &programme).await?;
    let view = View::of(&asked, Some(&programme));
    let untold = everybody.iter().filter(|row| row.untold).count();
    let untold = u32::try_from(untold).unwrap_or(u32::MAX);
    let around = Around {
        edition: Some(EditionView::of(&programme, visit.language == Language::En)),
        editions: edition_links(&all_editions, Some(&programme.edition), visit.language),
        today: local_date(visit.now, programme.zone()),
        list: day_list(visit, &programme, untold, view.unfolded).await?,
        workshops: workshops(&view, &programme),
    };
    Ok(visit.render("admin/board.html", "board", &page(&view, everybody, around))?)
}

fn page(view: &View, everybody: Vec<BoardRow>, around: Around) -> BoardPage {
    let found = view.narrowed(everybody);
    let stages = stages(view, &found);
    let mut shown = found;
    shown.retain(|row| view.stage.is_none_or(|stage| row.stage == stage));
    let filters = filters(view, &shown);
    shown.retain(|row| fits(row, view.filter));
    match view.order {
        "missing" => shown.sort_by_key(|row| row.missing),
        "contact" => shown.sort_by_key(|row| row.contacted_at),
        _ => {}
    }
    let total = shown.len();
    let paging = Paging::new(view.page, total, ON_A_PAGE);
    let first_day = around.edition.as_ref().and_then(|edition| edition.first_day);
    let link = |page| View { page, ..view.clone() }.link();
    BoardPage {
        days_left: first_day.map(|first| (first - around.today).num_days()).filter(|days| *days > 0),
        edition: around.edition,
        edition_key: view.edition.clone(),
        editions: around.editions,
        today: around.today,
        list: around.list,
        unfolded: view.unfolded,
        fold: View { unfolded: !view.unfolded, ..view.clone() }.link(),
        stages,
        stage: view.stage.map(Stage::code),
        filters,
        search: view.search.clone(),
        profiles: profiles(view),
        workshops: around.workshops,
        narrow: view.is_narrow(),
        order: view.order.to_owned(),
        rows: shown.into_iter().skip(paging.before).take(ON_A_PAGE).collect(),
        total,
        from: paging.from,
        to: paging.to,
        previous: paging.previous.map(link),
        next: paging.next.map(link),
        here: View { order: "name", page: 1, ..view.clone() }.link(),
    }
}
