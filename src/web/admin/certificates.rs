//! "Attestati": who is ready for the certificate of the course and who is not, and why; what was published, and how far
//! a request to publish all has come. `certificate_acts` are its buttons.

use chrono::{DateTime, Utc};
use rocket::http::Status;
use rocket::{Route, get, routes};
use serde::Serialize;

use super::certificate_erased::erased;
use super::certificate_filters::{Counts, FilterLink, Listed, filters};
use super::certificate_rows::{CertificateRow, PaperView, rows};
use super::edition_links::{EditionLink, edition_links, title_of};
use super::person::NotDone;
use crate::domain::offering::Kind;
use crate::store::editions::{self, Edition};
use crate::store::programme::Programme;
use crate::store::{certificate_batches, certificates, programme, proposed};
use crate::web::error::PageError;
use crate::web::guards::{Reader, Visit};
use crate::web::page::Page;
use crate::web::paging::{Pager, Paging};
use crate::web::papers::{PdfFile, pdf};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, paper]
}

#[derive(Serialize)]
struct CertificatesPage {
    /// The edition that is shown; empty = there is none.
    edition: String,
    /// Its key, which addresses name.
    key: String,
    edition_id: i64,
    editions: Vec<EditionLink>,
    /// Whether it has a course.
    course: bool,
    /// How many days earn one; none = not set: nothing is proposed.
    needed: Option<u32>,
    batch: Option<BatchView>,
    /// Whom a button would publish: ready, and not the asker.
    ready: usize,
    issued: usize,
    /// Whom a button would ask about their name.
    to_ask: usize,
    /// Of whom a button would publish: who was asked about their name and has not answered.
    unanswered: usize,
    /// Of whom a button would publish: whose name nobody has confirmed, asked or not.
    unconfirmed: usize,
    /// Of whom a button would publish: who has no address, and is to be called.
    to_call: usize,
    /// Whether publishing all is to be confirmed once more.
    asks: bool,
    /// Whom publishing one is to be confirmed for.
    one: Option<CertificateRow>,
    filters: Vec<FilterLink>,
    /// The state that is shown alone; empty = all.
    state: &'static str,
    /// Everybody, whatever is shown.
    everybody: usize,
    rows: Vec<CertificateRow>,
    /// Valid ones of people who were erased.
    erased: Vec<PaperView>,
    #[serde(flatten)]
    pager: Pager,
    /// The address of the page: the list with its state and page.
    way: String,
    /// Whether it is to be printed: every row, and what they are, as a sentence.
    print: bool,
    /// What could not be done.
    wrong: Option<NotDone>,
}

/// How far a request to publish all has come.
#[derive(Serialize)]
struct BatchView {
    total: i64,
    done: i64,
    percent: i64,
    running: bool,
    at: String,
}

/// What a page of certificates is about.
pub(super) struct Shown<'a> {
    /// The key of the edition; none = the current one.
    pub edition: Option<&'a str>,
    /// The state that is shown alone.
    pub state: Option<&'a str>,
    /// Which page.
    pub page: usize,
    /// Whose row the page is to have, whatever page it is on: of everybody, where it is of another state.
    pub person: Option<i64>,
    /// Whether it is to be printed.
    pub print: bool,
    /// Who looks.
    pub staff: i64,
    /// Whether publishing all was asked for, and is to be confirmed.
    pub asks: bool,
    /// Whom publishing one was asked for, to be confirmed.
    pub one: Option<i64>,
}

/// What the address asks for. `tutti`: publishing all; `uno`: publishing one whose name nobody has confirmed. Numbers
/// and letters cannot be taken back, so it is confirmed once more.
#[derive(rocket::FromForm)]
struct Query {
    edizione: Option<String>,
    stato: Option<String>,
    pagina: Option<String>,
    persona: Option<i64>,
    stampa: Option<String>,
    tutti: Option<String>,
    uno: Option<i64>,
}

#[get("/gestione/attestati?<query..>")]
async fn show(who: Reader, query: Query) -> Result<Page, PageError> {
    let works = who.viewer.works();
    let shown = Shown {
        edition: query.edizione.as_deref(),
        state: query.stato.as_deref(),
        page: Paging::asked(query.pagina.as_deref()),
        person: query.persona,
        print: query.stampa.as_deref() == Some("si"),
        staff: who.viewer.person.id,
        asks: query.tutti.is_some() && works,
        one: query.uno.filter(|_| works),
    };
    page(&who.visit, &shown, None).await
}

/// The page, with a sentence where something could not be done.
pub(super) async fn page(
    visit: &Visit,
    shown: &Shown<'_>,
    wrong: Option<NotDone>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let all = editions::all(reader).await?;
    let chosen = match shown.edition {
        Some(key) => Some(all.iter().find(|e| e.key == key).cloned().ok_or(PageError::NotFound)?),
        None => editions::current(reader).await?,
    };
    let links = edition_links(&all, chosen.as_ref(), visit.language);
    let failed = wrong.is_some();
    let page = match chosen {
        Some(edition) => of_edition(visit, edition, links, shown, wrong).await?,
        None => empty(links, wrong),
    };
    let rendered = visit.render("admin/certificates.html", "certificates", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

fn empty(editions: Vec<EditionLink>, wrong: Option<NotDone>) -> CertificatesPage {
    CertificatesPage {
        edition: String::new(),
        key: String::new(),
        edition_id: 0,
        editions,
        course: false,
        needed: None,
        batch: None,
        ready: 0,
        issued: 0,
        to_ask: 0,
        unanswered: 0,
        unconfirmed: 0,
        to_call: 0,
        asks: false,
        one: None,
        filters: Vec::new(),
        state: "",
        everybody: 0,
        rows: Vec::new(),
        erased: Vec::new(),
        pager: Pager::default(),
        way: String::new(),
        print: false,
        wrong,
    }
}

async fn of_edition(
    visit: &Visit,
    edition: Edition,
    links: Vec<EditionLink>,
    shown: &Shown<'_>,
    wrong: Option<NotDone>,
) -> Result<CertificatesPage, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme: Programme = programme::load(reader, edition).await?;
    let everybody = proposed::of_everybody(reader, &programme, visit.app.desk.policy.can_print).await?;
    let Counts { ready, to_ask, unanswered, unconfirmed, to_call } = Counts::of(&everybody, shown.staff);
    // Whoever was erased has no row, and their certificate counts.
    let issued = match programme.course() {
        Some(course) => certificates::count_valid(reader, course.row.id).await?,
        None => 0,
    };
    let listed = Listed::of(shown, &everybody);
    let paging = listed.paging;
    // On paper there is everybody.
    let who = (!shown.print).then_some(listed.people.as_slice());
    let rows = rows(visit, &programme, who, shown.staff).await?;
    let one = asked_about(visit, &programme, shown).await?;
    let key = &programme.edition.key;
    let of = |page| list_link(key, listed.state, page);
    Ok(CertificatesPage {
        edition: title_of(&programme.edition, visit.language),
        edition_id: programme.edition.id,
        course: programme.course().is_some(),
        needed: programme.edition.rule().certificate_days,
        batch: certificate_batches::last_of(reader, programme.edition.id).await?.as_ref().map(batch),
        ready,
        issued,
        to_ask,
        unanswered,
        unconfirmed,
        to_call,
        asks: shown.asks && ready > 0,
        one,
        filters: filters(key, &everybody, listed.state),
        state: listed.state.unwrap_or_default(),
        everybody: everybody.len(),
        pager: paging.pager(of),
        way: of(paging.page),
        rows,
        erased: erased(visit, &programme).await?,
        print: shown.print,
        wrong,
        key: key.clone(),
        ..empty(links, None)
    })
}

/// Whom publishing one was asked for, while whoever looks can publish it.
async fn asked_about(
    visit: &Visit,
    programme: &Programme,
    shown: &Shown<'_>,
) -> Result<Option<CertificateRow>, PageError> {
    let Some(person) = shown.one else { return Ok(None) };
    let found = rows(visit, programme, Some(&[person]), shown.staff).await?;
    Ok(found.into_iter().find(|row| row.can_publish && !row.own))
}

fn batch(row: &certificate_batches::Batch) -> BatchView {
    let at: DateTime<Utc> = row.finished_at.unwrap_or(row.asked_at);
    BatchView {
        total: row.total,
        done: row.done,
        percent: (row.done * 100).checked_div(row.total).unwrap_or(100).clamp(0, 100),
        running: row.finished_at.is_none(),
        at: at.to_rfc3339(),
    }
}

/// The page of an edition, in an address.
pub(super) fn link(edition: &str, page: usize) -> String {
    list_link(edition, None, page)
}

/// The same of one state alone.
pub(super) fn list_link(edition: &str, state: Option<&str>, page: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("edizione", edition);
    if let Some(state) = state {
        query.append_pair("stato", state);
    }
    if page > 1 {
        query.append_pair("pagina", &page.to_string());
    }
    format!("/gestione/attestati?{}", query.finish())
}

/// The row of a person on the page of an edition.
pub(super) fn row_link(edition: &str, person: i64) -> String {
    format!("{}&persona={person}#p{person}", link(edition, 1))
}

/// The same, once something was done about them.
pub(super) fn done_link(edition: &str, person: i64, flash: &str) -> String {
    format!("{}&persona={person}&fatto={flash}#p{person}", link(edition, 1))
}

/// A certificate of somebody as it was given, also one that was replaced or revoked.
#[get("/gestione/attestati/<file>")]
async fn paper(who: Reader, file: &str) -> Result<PdfFile, PageError> {
    let id: i64 = file.strip_suffix(".pdf").and_then(|id| id.parse().ok()).ok_or(PageError::NotFound)?;
    let row = certificates::find(who.visit.app.desk.store.reader(), id).await?;
    let row = row.filter(|row| row.kind() == Kind::Course).ok_or(PageError::NotFound)?;
    pdf(&who.visit, &row).await
}
