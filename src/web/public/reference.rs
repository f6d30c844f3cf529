//! Pages to look things up: how the path works, questions, help, privacy, accessibility.

use rocket::{Route, get, routes};
use serde::Serialize;

use crate::domain::person::Language;
use crate::store::programme;
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
    version: String,
}

async fn page(visit: &Visit, template: &str) -> Result<Page, PageError> {
    let programme = programme::current(visit.app.desk.store.reader()).await?;
    let edition = programme.map(|programme| EditionView::of(&programme, visit.language == Language::En));
    let page = ReferencePage {
        edition: edition.is_some(),
        required: edition.as_ref().map_or(0, |e| e.required),
        offered: edition.as_ref().map_or(0, |e| e.offered),
        days: edition.as_ref().map_or(0, |e| e.days),
        first_day: edition.as_ref().and_then(|e| e.first_day),
        certificate_days: edition.as_ref().and_then(|e| e.certificate_days),
        provisional: edition.as_ref().is_some_and(|e| e.provisional),
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
