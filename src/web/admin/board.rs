//! "Chi è a che punto": the day's list, the stages that add up, and one row per person; filters, search, order
//! and page are in the address, so that a view can be sent to a colleague.

use rocket::{Route, get, routes};
use serde::Serialize;

use super::board_rows::{BoardRow, rows};
use super::day_list::{DayList, day_list};
use super::edition_links::{EditionLink, edition_links};
use crate::domain::person::Language;
use crate::domain::session::local_date;
use crate::domain::stage::Stage;
use crate::domain::text::{folded, single_line};
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

/// What the address asks for.
#[derive(Clone, Debug, Default, rocket::FromForm)]
pub struct Asked {
    edizione: Option<String>,
    tappa: Option<String>,
    filtro: Option<String>,
    cerca: Option<String>,
    ordina: Option<String>,
    pagina: Option<String>,
}

#[derive(Serialize)]
struct BoardPage {
    edition: Option<EditionView>,
    edition_key: String,
    editions: Vec<EditionLink>,
    today: chrono::NaiveDate,
    /// Days until the course begins; none = it has, or has no date.
    days_left: Option<i64>,
    list: DayList,
    stages: Vec<StageLink>,
    /// The stage that is shown; none = everybody.
    stage: Option<&'static str>,
    filters: Vec<FilterLink>,
    search: String,
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

#[derive(Serialize)]
struct StageLink {
    code: &'static str,
    count: usize,
    link: String,
    current: bool,
}

#[derive(Serialize)]
struct FilterLink {
    code: &'static str,
    count: usize,
    link: String,
    current: bool,
}

/// Filters on top of a stage.
const FILTERS: [&str; 6] = ["all", "awaiting-date", "no-email", "confirmed", "provisional", "waiting"];

fn fits(row: &BoardRow, filter: &str) -> bool {
    match filter {
        "awaiting-date" => row.need == "s6b",
        "no-email" => row.no_email,
        "confirmed" => row.course.as_deref() == Some("confirmed"),
        "provisional" => row.course.as_deref() == Some("provisional"),
        "waiting" => matches!(row.course.as_deref(), Some("waitlisted" | "offered")),
        _ => true,
    }
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
        let page = empty(visit.now, &asked);
        return Ok(visit.render("admin/board.html", "board", &page)?);
    };
    let programme = programme::load(reader, edition).await?;
    let everybody = rows(visit, &programme).await?;
    let list = day_list(visit, &programme).await?;
    let english = visit.language == Language::En;
    let today = local_date(visit.now, programme.zone());
    let view = View::of(&asked, &programme.edition.key);
    let page = view.page(
        everybody,
        list,
        EditionView::of(&programme, english),
        edition_links(&all_editions, Some(&programme.edition), visit.language),
        today,
    );
    Ok(visit.render("admin/board.html", "board", &page)?)
}

fn empty(now: chrono::DateTime<chrono::Utc>, asked: &Asked) -> BoardPage {
    let view = View::of(asked, "");
    let today = local_date(now, chrono_tz::Europe::Rome);
    let mut page = view.page(Vec::new(), DayList::default(), no_edition(), Vec::new(), today);
    page.edition = None;
    page
}

fn no_edition() -> EditionView {
    EditionView {
        key: String::new(),
        title: String::new(),
        required: 0,
        offered: 0,
        days: 0,
        first_day: None,
        last_day: None,
        weekday: 0,
        certificate_days: None,
        provisional: false,
        closes: None,
        free: false,
    }
}

/// What is shown, read from the address; everything it does not know is as if it was not there.
struct View {
    edition: String,
    stage: Option<Stage>,
    filter: &'static str,
    search: String,
    order: &'static str,
    page: usize,
}

impl View {
    fn of(asked: &Asked, edition: &str) -> Self {
        let known = |list: &[&'static str], value: &Option<String>| {
            list.iter().copied().find(|word| value.as_deref() == Some(word))
        };
        Self {
            edition: edition.to_owned(),
            stage: asked.tappa.as_deref().and_then(Stage::from_code),
            filter: known(&FILTERS, &asked.filtro).unwrap_or("all"),
            search: asked.cerca.as_deref().map(single_line).unwrap_or_default().chars().take(80).collect(),
            order: known(&["name", "missing", "contact"], &asked.ordina).unwrap_or("name"),
            page: Paging::asked(asked.pagina.as_deref()),
        }
    }

    fn link(&self, stage: Option<Stage>, filter: &str, order: &str, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.edition.is_empty() {
            query.append_pair("edizione", &self.edition);
        }
        if let Some(stage) = stage {
            query.append_pair("tappa", stage.code());
        }
        for (name, value, default) in
            [("filtro", filter, "all"), ("cerca", self.search.as_str(), ""), ("ordina", order, "name")]
        {
            if value != default {
                query.append_pair(name, value);
            }
        }
        if page > 1 {
            query.append_pair("pagina", &page.to_string());
        }
        format!("/gestione?{}", query.finish())
    }

    fn page(
        &self,
        everybody: Vec<BoardRow>,
        list: DayList,
        edition: EditionView,
        editions: Vec<EditionLink>,
        today: chrono::NaiveDate,
    ) -> BoardPage {
        let stages = Stage::ALL
            .into_iter()
            .map(|stage| StageLink {
                code: stage.code(),
                count: everybody.iter().filter(|r| r.stage == stage).count(),
                link: self.link(Some(stage), "all", "name", 1),
                current: self.stage == Some(stage),
            })
            .collect();
        let wanted = folded(&self.search);
        let mut shown: Vec<BoardRow> = everybody
            .into_iter()
            .filter(|r| {
                self.stage.is_none_or(|s| r.stage == s)
                    && (wanted.is_empty() || r.person.is_found_by(&wanted))
            })
            .collect();
        let filters = FILTERS
            .into_iter()
            .map(|code| FilterLink {
                code,
                count: shown.iter().filter(|r| fits(r, code)).count(),
                link: self.link(self.stage, code, self.order, 1),
                current: self.filter == code,
            })
            .filter(|f| f.count > 0 || f.current || f.code == "all")
            .collect();
        shown.retain(|row| fits(row, self.filter));
        match self.order {
            "missing" => shown.sort_by_key(|row| row.missing),
            "contact" => shown.sort_by_key(|row| row.contacted_at),
            _ => {}
        }
        let total = shown.len();
        let paging = Paging::new(self.page, total, ON_A_PAGE);
        let rows: Vec<BoardRow> = shown.into_iter().skip(paging.before).take(ON_A_PAGE).collect();
        BoardPage {
            days_left: edition.first_day.map(|first| (first - today).num_days()).filter(|days| *days > 0),
            edition: Some(edition),
            edition_key: self.edition.clone(),
            editions,
            today,
            list,
            stages,
            stage: self.stage.map(Stage::code),
            filters,
            search: self.search.clone(),
            order: self.order.to_owned(),
            from: paging.from,
            to: paging.to,
            previous: paging.previous.map(|page| self.link(self.stage, self.filter, self.order, page)),
            next: paging.next.map(|page| self.link(self.stage, self.filter, self.order, page)),
            here: self.link(self.stage, self.filter, "name", 1),
            rows,
            total,
        }
    }
}
