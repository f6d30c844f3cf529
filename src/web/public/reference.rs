//! Pages to look things up: how the path works, questions, help, privacy, accessibility.

use rocket::{Route, get, routes};
use serde::Serialize;

use crate::domain::offering::OfferingStatus;
use crate::domain::person::Language;
use crate::domain::waiting_list::Offers;
use crate::store::programme::{self, Offered, Programme};
use crate::web::error::PageError;
use crate::web::guards::{Anyone, Visit};
use crate::web::page::Page;
use crate::web::view::EditionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![how, questions, help, privacy, accessibility]
}

#[derive(Serialize)]
struct ReferencePage {
    /// Whether an edition is published: sentences with its numbers are left out otherwise.
    edition: bool,
    required: u32,
    offered: u32,
    days: usize,
    first_day: Option<chrono::NaiveDate>,
    certificate_days: Option<u32>,
    provisional: bool,
    /// Whether the office decides on each application for the course.
    by_decision: bool,
    /// Who offers the freed places of workshops: `program`, `office`, or `either`.
    freed: &'static str,
    /// Whether the office offers those of the course.
    course_by_office: bool,
    version: String,
}

/// Who offers the freed places of the workshops of an edition.
fn freed(programme: &Programme) -> &'static str {
    let published = |w: &&Offered| w.row.status() == OfferingStatus::Published;
    let by_program = programme.workshops().filter(published).filter(|w| w.row.offers == "automatic").count();
    match (by_program, programme.workshops().filter(published).count()) {
        (some, all) if some == all => "program",
        (0, _) => "office",
        _ => "either",
    }
}

async fn page(visit: &Visit, template: &str) -> Result<Page, PageError> {
    let programme = programme::current(visit.app.desk.store.reader()).await?;
    let edition = programme.as_ref().map(|p| EditionView::of(p, visit.language == Language::En));
    let course = programme.as_ref().and_then(Programme::course);
    let page = ReferencePage {
        edition: edition.is_some(),
        required: edition.as_ref().map_or(0, |e| e.required),
        offered: edition.as_ref().map_or(0, |e| e.offered),
        days: edition.as_ref().map_or(0, |e| e.days),
        first_day: edition.as_ref().and_then(|e| e.first_day),
        certificate_days: edition.as_ref().and_then(|e| e.certificate_days),
        provisional: edition.as_ref().is_some_and(|e| e.provisional),
        by_decision: edition.as_ref().is_some_and(|e| e.by_decision),
        freed: programme.as_ref().map_or("either", freed),
        course_by_office: programme
            .as_ref()
            .zip(course)
            .is_some_and(|(programme, course)| programme.offers(course) == Offers::ByPerson),
        version: visit.app.desk.policy.privacy_version.clone(),
    };
    Ok(visit.render(template, "help", &page)?)
}

#[get("/come-funziona")]
async fn how(who: Anyone) -> Result<Page, PageError> {
    page(&who.0, "public/how.html").await
}

#[get("/domande")]
async fn questions(who: Anyone) -> Result<Page, PageError> {
    page(&who.0, "public/questions.html").await
}

#[get("/aiuto")]
async fn help(who: Anyone) -> Result<Page, PageError> {
    page(&who.0, "public/help.html").await
}

#[get("/privacy")]
async fn privacy(who: Anyone) -> Result<Page, PageError> {
    page(&who.0, "public/privacy.html").await
}

#[get("/accessibilita")]
async fn accessibility(who: Anyone) -> Result<Page, PageError> {
    page(&who.0, "public/accessibility.html").await
}
