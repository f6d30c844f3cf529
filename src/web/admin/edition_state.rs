//! An edition on its way: a draft that is shown to everybody with the drafts that are ready, one that is put away once
//! it is over; each step with what follows from it, and the way back.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::edition_links::title_of;
use super::edition_page::of_key;
use super::edition_words::{Came, SessionName, by_field, came, session_name};
use super::impact_view::{Check, view};
use super::last_change::{LastChange, of_edition as last_change};
use super::notices::{NoticeView, noticed};
use super::offering_state::hindered;
use super::session_form::Hidden;
use crate::domain::edition::EditionStatus;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::store::programme::{Offered, Programme};
use crate::store::{editions, enrolments, seasons};
use crate::usecases::shape_edition::archive::{archive_edition, reopen_edition, still_open};
use crate::usecases::shape_edition::delete::{delete_edition, kept_by};
use crate::usecases::shape_edition::goes_with::with_edition;
use crate::usecases::shape_edition::publish::publish_edition;
use crate::usecases::shape_edition::showing::if_edition_shown;
use crate::usecases::shape_edition::withdraw::unpublish_edition;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, change]
}

/// Another edition that still runs.
#[derive(Serialize)]
struct Running {
    title: String,
    /// Whether one of its workshops is to come: whoever has its address can sign up for it.
    open: bool,
}

impl Running {
    fn of(visit: &Visit, programme: &Programme) -> Self {
        let to_come = |offered: &Offered| {
            offered.row.kind() == Kind::Workshop
                && offered.row.status() == OfferingStatus::Published
                && offered.starts_at().is_some_and(|at| at > visit.now)
        };
        let title = title_of(&programme.edition, visit.language);
        Self { title, open: programme.offerings.iter().any(to_come) }
    }
}

#[derive(Serialize)]
struct StatePage {
    key: String,
    title: String,
    /// `draft`, `published` or `archived`.
    status: String,
    offerings: Vec<OfferingLine>,
    /// How many of them would count, and how many the rule asks for.
    workshops: u32,
    required: u32,
    /// Editions that still run, which the first page shows no more.
    running: Vec<Running>,
    /// Whether it is the one of the first page.
    current: bool,
    /// Whether somebody ever enrolled: then it stays.
    enrolled: bool,
    /// Whether it is a draft that nobody has to do with: it can be deleted.
    deletable: bool,
    /// Whether it is asked once more before it is deleted.
    deletes: bool,
    /// What goes with it where it is shown, hidden, put away, taken out or deleted.
    goes: String,
    last: Option<LastChange>,
    /// What it means to show it with the drafts that were chosen, while it is being checked.
    check: Option<Check>,
    /// Sessions whose register has not taken effect.
    open_sessions: Vec<SessionName>,
    /// Freed places that wait for an answer.
    open_offers: usize,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    meanwhile: bool,
}

#[derive(Serialize)]
struct OfferingLine {
    id: i64,
    title: Option<String>,
    nth: usize,
    course: bool,
    state: &'static str,
    sessions: Vec<SessionView>,
    /// What keeps it from being shown.
    faults: Vec<String>,
    notices: Vec<NoticeView>,
    /// Whether its box is ticked.
    ticked: bool,
}

/// What the page shows besides what stands.
#[derive(Default)]
struct Shown {
    /// The boxes that were ticked; none = those that are ready.
    chosen: Option<Vec<i64>>,
    errors: Vec<FieldError>,
    meanwhile: bool,
    /// Whether it is looked at what publishing would mean.
    checks: bool,
    deletes: bool,
    /// What would go with it, as it was seen.
    goes: Option<String>,
}

#[get("/gestione/edizioni/<key>/stato")]
async fn show(who: Reader, key: &str) -> Result<Page, PageError> {
    page(&who.visit, key, Shown::default()).await
}

#[post("/gestione/edizioni/<key>/stato", data = "<signed>")]
async fn change(who: Secretary, key: &str, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (visit, desk, staff) = (&who.visit, &who.visit.app.desk, who.viewer.person.id);
    let id = of_key(visit, key).await.map_err(Err)?.edition.id;
    let goes = signed.line("visto");
    let kept = Some(goes.clone()).filter(|goes| !goes.is_empty());
    let mut shown = Shown { goes: kept, ..Shown::default() };
    let here = format!("/gestione/edizioni/{key}");
    let button = signed.line("azione");
    let (done, next) = match button.as_str() {
        "bozza" => (unpublish_edition(desk, id, &goes, staff).await, format!("{here}?fatto=unpublished")),
        "archivia" => (archive_edition(desk, id, &goes, staff).await, format!("{here}?fatto=archived")),
        "riapri" => (reopen_edition(desk, id, &goes, staff).await, format!("{here}?fatto=reopened")),
        "elimina-conferma" => (
            delete_edition(desk, id, &goes, staff).await,
            "/gestione/edizioni?fatto=edition-deleted".to_owned(),
        ),
        "elimina" => {
            shown.deletes = true;
            return Err(page(visit, key, shown).await);
        }
        "controlla" | "torna" | "pubblica" => {
            let chosen: Vec<i64> = signed.all("offerta").iter().filter_map(|id| id.parse().ok()).collect();
            shown.chosen = Some(chosen.clone());
            if matches!(button.as_str(), "controlla" | "torna") {
                shown.checks = button == "controlla";
                return Err(page(visit, key, shown).await);
            }
            let done = publish_edition(desk, id, &goes, &chosen, staff).await;
            (done, format!("{here}?fatto=published"))
        }
        _ => return Err(Err(PageError::NotFound)),
    };
    match came(visit, done, None).map_err(Err)? {
        Came::Done(()) => return Ok(visit.to(&next)),
        Came::Wrong(errors) => shown.errors = errors,
        Came::Meanwhile => shown.meanwhile = true,
    }
    Err(page(visit, key, shown).await)
}

async fn page(visit: &Visit, key: &str, shown: Shown) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme = of_key(visit, key).await?;
    let edition = &programme.edition;
    let draft = edition.status() == EditionStatus::Draft;
    let running: Vec<Running> = seasons::running(reader, visit.now)
        .await?
        .iter()
        .filter(|other| other.edition.id != edition.id)
        .map(|other| Running::of(visit, other))
        .collect();
    let open = still_open(reader, &programme).await?;
    let ids: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    let current = editions::current(reader).await?;
    let wrong = shown.meanwhile || !shown.errors.is_empty();
    let chosen = shown.chosen.as_deref();
    // Where somebody else was faster the page shows what stands: sent again, it has been seen.
    let goes = match shown.goes.filter(|_| !shown.meanwhile) {
        Some(seen) => seen,
        None => with_edition(reader, &programme).await?,
    };
    let mut offerings: Vec<OfferingLine> = Vec::with_capacity(programme.offerings.len());
    for offered in &programme.offerings {
        offerings.push(line(visit, &programme, offered, draft, chosen).await?);
    }
    let check = match draft && shown.checks {
        true => Some(checked(visit, &programme, &offerings, &goes).await?),
        false => None,
    };
    let page = StatePage {
        key: edition.key.clone(),
        title: title_of(edition, visit.language),
        status: edition.status.clone(),
        offerings,
        workshops: programme.planned_workshops(),
        required: edition.rule().required,
        running,
        current: current.is_some_and(|current| current.id == edition.id),
        enrolled: enrolments::any_in(reader, &ids).await?,
        deletable: draft && kept_by(reader, &programme).await?.is_none(),
        deletes: shown.deletes && draft,
        goes,
        last: last_change(visit, &programme).await?,
        check,
        open_sessions: open.sessions.iter().filter_map(|id| session_name(&programme, *id)).collect(),
        open_offers: open.offers,
        error: by_field(&shown.errors),
        errors: shown.errors,
        meanwhile: shown.meanwhile,
    };
    let rendered = visit.render("admin/edition_state.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// What it means to show the edition with the drafts whose boxes are ticked, and the form that does it.
async fn checked(
    visit: &Visit,
    programme: &Programme,
    offerings: &[OfferingLine],
    goes: &str,
) -> Result<Check, PageError> {
    let chosen: Vec<i64> = offerings.iter().filter(|line| line.ticked).map(|line| line.id).collect();
    let impact = if_edition_shown(visit.app.desk.store.reader(), programme, &chosen, visit.now).await?;
    let mut hidden: Vec<Hidden> = chosen.iter().map(|id| Hidden::new("offerta", &id.to_string())).collect();
    hidden.push(Hidden::new("visto", goes));
    Ok(Check { impact: view(visit, programme, &impact).await?, hidden, save: "pubblica", why: None })
}

async fn line(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    draft: bool,
    chosen: Option<&[i64]>,
) -> Result<OfferingLine, PageError> {
    let row = &offered.row;
    let to_show = draft && row.status() == OfferingStatus::Draft;
    // What is no draft itself is shown with its edition, and has to be ready too.
    let asked = draft && row.status() != OfferingStatus::Cancelled;
    let faults = if asked { hindered(visit, programme, offered) } else { Vec::new() };
    let ready = to_show && faults.is_empty();
    Ok(OfferingLine {
        id: row.id,
        title: row.title.clone(),
        nth: programme.nth(row.id),
        course: row.kind() == Kind::Course,
        state: row.status().code(),
        sessions: offered.sessions.iter().filter(|s| !s.is_cancelled()).map(SessionView::of).collect(),
        notices: if to_show { noticed(visit, programme, offered).await? } else { Vec::new() },
        faults,
        ticked: ready && chosen.is_none_or(|chosen| chosen.contains(&row.id)),
    })
}
