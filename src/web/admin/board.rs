//! "Chi è a che punto": the day's list, the stages that add up, and one row per person; filters, search, order
//! and page are in the address, so that a view can be sent to a colleague.

use chrono::NaiveDate;
use rocket::{Route, get, routes};
use serde::Serialize;

use super::board_filters::{
    FilterLink, ProfileChoice, StageLink, WorkshopChoice, filters, fits, profiles, stages, workshops,
};
use super::board_members::{BoardMember, members};
use super::board_rows::{BoardRow, rows};
use super::board_view::{Asked, View};
use super::day_list::{DayList, day_list};
use super::edition_links::{EditionLink, edition_links};
use crate::domain::person::Language;
use crate::domain::session::local_date;
use crate::domain::stage::Stage;
use crate::store::editions;
use crate::store::programme;
use crate::store::standing;
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
    /// The end of the key of its name.
    stage_word: Option<&'static str>,
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
    /// Whether it is to be printed: every row, and whose they are, as a sentence.
    print: bool,
    /// The same view to be printed; to be read again where it is.
    other: String,
}

/// What stands around the rows.
struct Around {
    edition: Option<EditionView>,
    editions: Vec<EditionLink>,
    today: NaiveDate,
    list: DayList,
    workshops: Vec<WorkshopChoice>,
    /// Whether the course takes people.
    takes_people: bool,
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
            takes_people: false,
        };
        let (view, nobody) = (View::of(&asked, None), Vec::new());
        let page = page(&view, Shown::of(&view, nobody, false), Vec::new(), around);
        return Ok(visit.render("admin/board.html", "board", &page)?);
    };
    let programme = programme::load(reader, edition).await?;
    let view = View::of(&asked, Some(&programme));
    let everybody = members(visit, &programme, view.order == "contact").await?;
    let untold = everybody.iter().filter(|row| row.untold).count();
    let untold = u32::try_from(untold).unwrap_or(u32::MAX);
    let around = Around {
        edition: Some(EditionView::of(&programme, visit.language == Language::En)),
        editions: edition_links(&all_editions, Some(&programme.edition), visit.language),
        today: local_date(visit.now, programme.zone()),
        // On paper there is nothing to press.
        list: if view.print {
            DayList::default()
        } else {
            day_list(visit, &programme, untold, view.unfolded).await?
        },
        workshops: workshops(&view, &programme),
        takes_people: programme
            .course()
            .is_some_and(|course| standing::takes_people(course, &programme.edition.rule(), visit.now)),
    };
    let shown = Shown::of(&view, everybody, around.takes_people);
    let (before, many) = (shown.paging.before, shown.paging.to - shown.paging.before);
    let on_it: Vec<&BoardMember> = shown.members.iter().skip(before).take(many).collect();
    let rows = rows(visit, &programme, &on_it).await?;
    Ok(visit.render("admin/board.html", "board", &page(&view, shown, rows, around))?)
}

/// Whom a view shows, with the counts beside.
struct Shown {
    stages: Vec<StageLink>,
    filters: Vec<FilterLink>,
    members: Vec<BoardMember>,
    paging: Paging,
}

impl Shown {
    fn of(view: &View, everybody: Vec<BoardMember>, takes_people: bool) -> Self {
        let mut members = view.narrowed(everybody);
        let stages = stages(view, &members, takes_people);
        members.retain(|member| view.stage.is_none_or(|stage| member.stands.stage == stage));
        let filters = filters(view, &members);
        members.retain(|member| fits(member, view.filter));
        match view.order {
            "missing" => members.sort_by_key(|member| member.stands.missing),
            "contact" => members.sort_by_key(|member| member.contacted_at),
            _ => {}
        }
        let total = members.len();
        let paging = if view.print { Paging::all(total) } else { Paging::new(view.page, total, ON_A_PAGE) };
        Self { stages, filters, members, paging }
    }
}

fn page(view: &View, shown: Shown, rows: Vec<BoardRow>, around: Around) -> BoardPage {
    let Shown { stages, filters, members, paging } = shown;
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
        stage_word: view.stage.map(|stage| stage.word(around.takes_people)),
        filters,
        search: view.search.clone(),
        profiles: profiles(view),
        workshops: around.workshops,
        narrow: view.is_narrow(),
        order: view.order.to_owned(),
        rows,
        total: members.len(),
        from: paging.from,
        to: paging.to,
        previous: paging.previous.map(link),
        next: paging.next.map(link),
        here: View { order: "name", page: 1, ..view.clone() }.link(),
        print: view.print,
        other: View { print: !view.print, page: 1, ..view.clone() }.link(),
    }
}
