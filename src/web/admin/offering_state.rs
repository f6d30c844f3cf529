//! A draft of a workshop or of the course on its way to everybody: its address, whether it counts, what to look at
//! before it is shown; how it becomes a draft again, or goes.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::edition_links::title_of;
use super::edition_words::{Came, by_field, came, sentence};
use super::impact_view::{ImpactView, view};
use super::last_change::{LastChange, of_offering as last_change};
use super::notices::{NoticeView, noticed};
use super::offering_edit::of_offering;
use super::session_form::{Beside, beside};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::publishing::faults;
use crate::store::enrolments;
use crate::store::programme::{Offered, Programme};
use crate::usecases::shape_edition::goes_with::with_offering;
use crate::usecases::shape_edition::publish::{facts_with_edition, publish_offering};
use crate::usecases::shape_edition::reshape::{Shape, reshape_offering};
use crate::usecases::shape_edition::showing::{if_hidden, if_shown};
use crate::usecases::shape_edition::topic::{apart, follow_title};
use crate::usecases::shape_edition::withdraw::{delete_offering, unpublish_offering};
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

/// What the form sets; named as in the form.
#[derive(Clone, Serialize)]
struct Answers {
    /// The word in addresses.
    indirizzo: String,
    /// Whether it counts toward the rule.
    conta: bool,
}

impl Answers {
    fn fields(&self) -> Vec<(&'static str, String)> {
        let counts = if self.conta { "yes" } else { "no" }.to_owned();
        vec![("slug", self.indirizzo.clone()), ("counts", counts)]
    }
}

#[derive(Serialize)]
struct StatePage {
    id: i64,
    title: Option<String>,
    nth: usize,
    course: bool,
    /// `draft`, `published` or `cancelled`.
    state: &'static str,
    edition: String,
    edition_key: String,
    /// Whether its edition is a draft: shown together with it.
    edition_draft: bool,
    version: i64,
    sessions: Vec<SessionView>,
    /// What keeps it from being shown, in words.
    faults: Vec<String>,
    notices: Vec<NoticeView>,
    /// How title and topic of a draft stand apart.
    topic: Option<TopicView>,
    /// Whether its edition is in the archive: then nothing changes.
    archived: bool,
    last: Option<LastChange>,
    /// What it means for people to show it, or to make it a draft again; none where neither can be done.
    impact: Option<ImpactView>,
    /// Whether somebody ever enrolled: then it stays.
    enrolled: bool,
    answers: Answers,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    beside: Vec<Beside>,
    meanwhile: bool,
    /// Whether it is asked once more before it is deleted.
    deletes: bool,
    /// What goes with it where it is shown, hidden or deleted.
    goes: String,
}

/// A topic that is not that of the title.
#[derive(Serialize)]
struct TopicView {
    /// Its title.
    stands: String,
    /// Whether there is one with the title the workshop has now.
    known: bool,
}

/// What the page shows besides what stands.
#[derive(Default)]
struct Shown {
    answers: Option<Answers>,
    seen: Option<i64>,
    errors: Vec<FieldError>,
    meanwhile: bool,
    deletes: bool,
    /// What would go with it, as it was seen.
    goes: Option<String>,
}

#[get("/gestione/offerte/<id>/stato")]
async fn show(who: Reader, id: i64) -> Result<Page, PageError> {
    page(&who.visit, id, Shown::default()).await
}

#[post("/gestione/offerte/<id>/stato", data = "<signed>")]
async fn change(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (visit, desk, staff) = (&who.visit, &who.visit.app.desk, who.viewer.person.id);
    let programme = of_offering(visit, id).await.map_err(Err)?;
    let first_day = programme.planned_course().and_then(Offered::first_date);
    let seen = signed.line("versione").parse().ok();
    let version = seen.unwrap_or(0);
    let goes = signed.line("visto");
    let kept = Some(goes.clone()).filter(|goes| !goes.is_empty());
    let mut shown = Shown { seen, goes: kept, ..Shown::default() };
    let here = format!("/gestione/offerte/{id}/stato");
    let (done, next) = match signed.line("azione").as_str() {
        "pubblica" => (publish_offering(desk, id, &goes, staff).await, format!("{here}?fatto=published")),
        "bozza" => (unpublish_offering(desk, id, &goes, staff).await, format!("{here}?fatto=unpublished")),
        "elimina-conferma" => {
            let list = format!("/gestione/edizioni/{}?fatto=deleted", programme.edition.key);
            (delete_offering(desk, id, &goes, staff).await.map(|_| ()), list)
        }
        "tema" => (follow_title(desk, id, version, staff).await, format!("{here}?fatto=changed")),
        "elimina" => {
            shown.deletes = true;
            return Err(page(visit, id, shown).await);
        }
        _ => {
            let stands = programme.offering(id).is_some_and(|offered| offered.row.counts_toward_rule);
            // Whether it counts is part of the rule: the form of whoever has no rule lacks it, and it stays.
            let conta = if who.viewer.decides() { signed.ticked("conta") } else { stands };
            if signed.ticked("conta") && !conta {
                return Err(Err(PageError::Forbidden));
            }
            let answers = Answers { indirizzo: signed.line("indirizzo"), conta };
            let shape = Shape { slug: answers.indirizzo.clone(), counts: answers.conta, topic: None };
            shown.answers = Some(answers);
            (reshape_offering(desk, id, version, &shape, staff).await, format!("{here}?fatto=changed"))
        }
    };
    match came(visit, done, first_day).map_err(Err)? {
        Came::Done(()) => return Ok(visit.to(&next)),
        Came::Wrong(errors) => shown.errors = errors,
        Came::Meanwhile => shown.meanwhile = true,
    }
    Err(page(visit, id, shown).await)
}

/// What keeps an offering that nobody knows of from being shown, in words.
pub(super) fn hindered(visit: &Visit, programme: &Programme, offered: &Offered) -> Vec<String> {
    let first_day = programme.planned_course().and_then(Offered::first_date);
    let found = faults(&facts_with_edition(programme, offered, visit.now));
    found.iter().map(|fault| sentence(visit, fault, first_day).text).collect()
}

async fn topic(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
) -> Result<Option<TopicView>, PageError> {
    let apart = apart(visit.app.desk.store.reader(), programme, offered).await?;
    Ok(apart.map(|apart| TopicView { stands: apart.stands.unwrap_or_default(), known: apart.known }))
}

async fn page(visit: &Visit, id: i64, shown: Shown) -> Result<Page, PageError> {
    let programme = of_offering(visit, id).await?;
    let offered = programme.offering(id).ok_or(PageError::NotFound)?;
    let (row, reader) = (&offered.row, visit.app.desk.store.reader());
    let draft = row.status() == OfferingStatus::Draft;
    let enrolled = enrolments::any_in(reader, &[id]).await?;
    let faults = if draft { hindered(visit, &programme, offered) } else { Vec::new() };
    let archived = programme.edition.status() == EditionStatus::Archived;
    let impact = match row.status() {
        OfferingStatus::Draft if faults.is_empty() && !archived => {
            Some(if_shown(reader, &programme, id, visit.now).await?)
        }
        OfferingStatus::Published if !enrolled && !archived => {
            Some(if_hidden(reader, &programme, id, visit.now).await?)
        }
        _ => None,
    };
    let stands = Answers { indirizzo: row.slug.clone(), conta: row.counts_toward_rule };
    let answers = shown.answers.unwrap_or_else(|| stands.clone());
    let wrong = shown.meanwhile || !shown.errors.is_empty();
    let page = StatePage {
        id,
        title: row.title.clone(),
        nth: programme.nth(id),
        course: row.kind() == Kind::Course,
        state: row.status().code(),
        edition: title_of(&programme.edition, visit.language),
        edition_key: programme.edition.key.clone(),
        edition_draft: programme.edition.status() == EditionStatus::Draft,
        // Where somebody else was faster the page shows what stands: sent again, it has been seen.
        version: shown.seen.filter(|_| !shown.meanwhile).unwrap_or(row.version),
        sessions: offered.sessions.iter().filter(|s| !s.is_cancelled()).map(SessionView::of).collect(),
        faults,
        notices: if draft { noticed(visit, &programme, offered).await? } else { Vec::new() },
        topic: if draft { topic(visit, &programme, offered).await? } else { None },
        archived,
        last: last_change(visit, &programme, offered).await?,
        impact: match impact {
            Some(impact) => Some(view(visit, &programme, &impact).await?),
            None => None,
        },
        enrolled,
        beside: beside(&stands.fields(), &answers.fields()),
        answers,
        error: by_field(&shown.errors),
        errors: shown.errors,
        meanwhile: shown.meanwhile,
        deletes: shown.deletes,
        goes: match shown.goes.filter(|_| !shown.meanwhile) {
            Some(seen) => seen,
            None => with_offering(reader, offered).await?,
        },
    };
    let rendered = visit.render("admin/offering_state.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}
