//! "Edizione e date": the workshops and the course of an edition, each with the way to its page.

use chrono::NaiveDate;
use rocket::{Route, get, routes};
use serde::Serialize;

use super::edition_links::{EditionLink, edition_links, title_of};
use crate::domain::offering::OfferingStatus;
use crate::store::programme::{Offered, Programme};
use crate::store::{date_requests, editions, enrolments, programme};
use crate::web::error::PageError;
use crate::web::guards::{Reader, Visit};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct OfferingsPage {
    /// The edition that is shown; empty = there is none.
    edition: String,
    /// Its key.
    key: String,
    editions: Vec<EditionLink>,
    /// How many workshops that count have no date.
    undated: usize,
    /// Whether only these are shown.
    only_undated: bool,
    rows: Vec<OfferingRow>,
}

/// One line of the list.
#[derive(Serialize)]
pub(super) struct OfferingRow {
    id: i64,
    title: Option<String>,
    nth: usize,
    /// Its first date.
    date: Option<NaiveDate>,
    /// Its last date, where it has several.
    last: Option<NaiveDate>,
    taken: i64,
    capacity: Option<i64>,
    /// How many people wait.
    waiting: u32,
    /// How many asked to be told of its date.
    asked: i64,
    /// `draft`, `cancelled`, `held`, `undated` or `open`.
    state: &'static str,
}

#[get("/gestione/offerte?<edizione>&<filtro>")]
async fn show(who: Reader, edizione: Option<&str>, filtro: Option<&str>) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let all = editions::all(reader).await?;
    let chosen = match edizione {
        Some(key) => Some(all.iter().find(|e| e.key == key).cloned().ok_or(PageError::NotFound)?),
        None => editions::current(reader).await?,
    };
    let mut page = OfferingsPage {
        edition: String::new(),
        key: String::new(),
        editions: edition_links(&all, chosen.as_ref(), visit.language),
        undated: 0,
        only_undated: filtro == Some("undated"),
        rows: Vec::new(),
    };
    if let Some(edition) = chosen {
        page.edition = title_of(&edition, visit.language);
        page.key.clone_from(&edition.key);
        let programme = programme::load(reader, edition).await?;
        let undated: Vec<i64> = programme.undated_workshops().map(|workshop| workshop.row.id).collect();
        let mut rows = rows(visit, &programme).await?;
        if page.only_undated {
            rows.retain(|row| undated.contains(&row.id));
        }
        page.rows = rows;
        page.undated = undated.len();
    }
    Ok(visit.render("admin/offerings.html", "dates", &page)?)
}

/// What an edition offers, in the order of its page.
pub(super) async fn rows(visit: &Visit, programme: &Programme) -> Result<Vec<OfferingRow>, PageError> {
    let reader = visit.app.desk.store.reader();
    let ids: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    let asked = date_requests::open_by_offering(reader, &ids).await?;
    let mut rows = Vec::with_capacity(programme.offerings.len());
    for offered in &programme.offerings {
        let dates: Vec<NaiveDate> = offered.timings().iter().map(|timing| timing.date).collect();
        rows.push(OfferingRow {
            id: offered.row.id,
            title: offered.row.title.clone(),
            nth: programme.nth(offered.row.id),
            date: dates.first().copied(),
            last: dates.last().copied().filter(|_| dates.len() > 1),
            taken: offered.row.taken,
            capacity: offered.row.capacity,
            waiting: enrolments::waiting_ahead(reader, offered.row.id, None).await?,
            asked: asked.get(&offered.row.id).copied().unwrap_or_default(),
            state: state(offered, visit.now),
        });
    }
    Ok(rows)
}

fn state(offered: &Offered, now: chrono::DateTime<chrono::Utc>) -> &'static str {
    let last = offered.timings().last().map(|timing| timing.ends_at());
    match (offered.row.status(), last) {
        (OfferingStatus::Cancelled, _) => "cancelled",
        (OfferingStatus::Draft, _) => "draft",
        (OfferingStatus::Published, None) => "undated",
        (OfferingStatus::Published, Some(end)) if end <= now => "held",
        (OfferingStatus::Published, Some(_)) => "open",
    }
}
