//! What the page of one edition shows the office: its rule, its names, what it offers; a rule that is being checked
//! with what it would mean.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rocket::http::Status;
use serde::Serialize;

use super::edition_form::{NamesAnswers, WholeRule};
use super::edition_links::title_of;
use super::edition_words::by_field;
use super::impact_view::{Check, view};
use super::last_change::{LastChange, of_edition as last_change};
use super::offerings::{OfferingRow, rows};
use super::session_form::{Beside, Hidden, beside};
use super::why::Why;
use crate::domain::edition::EditionStatus;
use crate::domain::impact::Impact;
use crate::domain::offering::Kind;
use crate::store::editions;
use crate::store::programme::{self, Programme};
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;
use crate::web::view::SessionView;

#[derive(Serialize)]
struct EditionPage {
    key: String,
    title: String,
    /// `draft`, `published` or `archived`.
    status: String,
    published_at: Option<String>,
    last: Option<LastChange>,
    /// Whether it is the one of the first page.
    current: bool,
    version: i64,
    /// How many workshops count, and how many the rule asks for: the sentence that everybody reads.
    workshops: u32,
    required: u32,
    names: NamesAnswers,
    rule: WholeRule,
    /// The last day to enrol that was typed, to echo its weekday.
    closes: Option<NaiveDate>,
    rows: Vec<OfferingRow>,
    /// The course, where there is one.
    course: Option<CourseRow>,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    beside: Vec<Beside>,
    meanwhile: bool,
    check: Option<Check>,
    /// Why the rule is changed, as it was typed: it stays while the form is looked at again.
    why: String,
}

#[derive(Serialize)]
struct CourseRow {
    id: i64,
    days: Vec<SessionView>,
}

/// The forms of the page.
#[derive(Clone, Default)]
pub(super) enum Typed {
    /// None was sent.
    #[default]
    Nothing,
    /// The names.
    Names(NamesAnswers),
    /// The rule.
    Rule(WholeRule),
}

/// What the page shows besides what stands.
#[derive(Default)]
pub(super) struct Shown {
    /// The form that was sent.
    pub typed: Typed,
    /// The version it was filled in on.
    pub seen: Option<i64>,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// Whether somebody else changed the same thing meanwhile.
    pub meanwhile: bool,
    /// What the names or the rule would mean.
    pub impact: Option<Impact>,
    /// Why the rule is changed, as it was typed.
    pub why: String,
}

/// The edition of a key, read whole.
pub(super) async fn of_key(visit: &Visit, key: &str) -> Result<Programme, PageError> {
    let reader = visit.app.desk.store.reader();
    let edition = editions::by_key(reader, key).await?.ok_or(PageError::NotFound)?;
    Ok(programme::load(reader, edition).await?)
}

/// The page: 422 where something is wrong with what was sent.
pub(super) async fn page(visit: &Visit, key: &str, shown: Shown) -> Result<Page, PageError> {
    let programme = of_key(visit, key).await?;
    let edition = &programme.edition;
    // Where somebody else was faster the page shows what stands: sent again, it has been seen.
    let version = shown.seen.filter(|_| !shown.meanwhile).unwrap_or(edition.version);
    // What is being checked is saved by the button of its form.
    let save = if matches!(shown.typed, Typed::Names(_)) { "salva" } else { "regola-conferma" };
    let (names_stand, rule_stands) = (NamesAnswers::of(edition), WholeRule::of(&edition.rule()));
    let (names, rule, differs) = match shown.typed {
        Typed::Nothing => (names_stand, rule_stands, Vec::new()),
        Typed::Names(typed) => {
            let differs = beside(&names_stand.fields(), &typed.fields());
            (typed, rule_stands, differs)
        }
        Typed::Rule(typed) => {
            let differs = beside(&rule_stands.fields(), &typed.fields());
            (names_stand, typed, differs)
        }
    };
    let check = match shown.impact {
        Some(impact) => {
            let mut hidden = if save == "salva" { names.hidden() } else { rule.hidden() };
            hidden.push(Hidden::new("versione", &version.to_string()));
            let why = (save != "salva").then(|| Why::of(&shown.why, &shown.errors));
            Some(Check { impact: view(visit, &programme, &impact).await?, hidden, save, why })
        }
        None => None,
    };
    let current = editions::current(visit.app.desk.store.reader()).await?;
    let wrong = shown.meanwhile || !shown.errors.is_empty();
    let page = EditionPage {
        key: edition.key.clone(),
        title: title_of(edition, visit.language),
        status: edition.status.clone(),
        published_at: edition.published_at.map(|at| at.to_rfc3339()),
        last: last_change(visit, &programme).await?,
        current: current.is_some_and(|current| current.id == edition.id),
        version,
        workshops: match edition.status() {
            EditionStatus::Draft => programme.planned_workshops(),
            _ => crate::usecases::offered_workshops(&programme),
        },
        required: edition.rule().required,
        closes: rule.base.typed_closes(),
        names,
        rule,
        rows: rows(visit, &programme).await?,
        course: course(&programme),
        error: by_field(&shown.errors),
        errors: shown.errors,
        beside: differs,
        meanwhile: shown.meanwhile,
        check,
        why: shown.why,
    };
    let rendered = visit.render("admin/edition.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

fn course(programme: &Programme) -> Option<CourseRow> {
    let offered = programme.offerings.iter().find(|offered| offered.row.kind() == Kind::Course)?;
    let mut days: Vec<SessionView> =
        offered.sessions.iter().filter(|session| !session.is_cancelled()).map(SessionView::of).collect();
    days.sort_by_key(|day| (day.date.is_none(), day.date, day.number));
    Some(CourseRow { id: offered.row.id, days })
}
