//! The days that are to come get the same hours and the same room in one go. What it means for people is shown before it
//! is saved, as for every change; what is left empty stays as it is on each day.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::edition_words::by_field;
use super::impact_view::{Came, Check, ask, view};
use super::notices::{NoticeView, noticed_at};
use super::offering_edit::of_offering;
use super::session_form::{AppointmentAnswers, Beside, Hidden, sentence};
use crate::domain::change::{Edit, EditFault};
use crate::domain::impact::Impact;
use crate::domain::invite::Appointment;
use crate::domain::offering::OfferingStatus;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::usecases::change_programme::{Seen, Wanted};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;
use crate::web::view::SessionView;

/// The button that makes the change; going back names it too.
const SAVE: &str = "giornate-conferma";

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, change]
}

/// Either the next page, or the same one with what it means or what has to be mended.
type Answer = Result<Redirect, Result<Page, PageError>>;

#[derive(Serialize)]
struct DaysPage {
    id: i64,
    title: Option<String>,
    nth: usize,
    edition_key: String,
    /// The days it is about, by date.
    days: Vec<SessionView>,
    /// Which of them are edited, in which version: `12.1 13.4`.
    versions: String,
    answers: AppointmentAnswers,
    /// What differs between what stands and what was typed.
    beside: Vec<Beside>,
    /// No date is typed here.
    date: Option<NaiveDate>,
    /// What to look at where the days get what was typed.
    notices: Vec<NoticeView>,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// Whether somebody else changed one of them meanwhile.
    meanwhile: bool,
    /// What the change means, while it is being checked.
    check: Option<Check>,
}

/// What the page shows besides what stands.
#[derive(Default)]
struct Shown {
    answers: AppointmentAnswers,
    /// The versions the form was filled in on.
    sent: Option<String>,
    errors: Vec<FieldError>,
    meanwhile: bool,
    impact: Option<Impact>,
}

#[get("/gestione/offerte/<id>/giornate")]
async fn show(who: Reader, id: i64) -> Result<Page, PageError> {
    page(&who.visit, id, Shown::default()).await
}

#[post("/gestione/offerte/<id>/giornate", data = "<signed>")]
async fn change(who: Secretary, id: i64, signed: Signed) -> Answer {
    let visit = &who.visit;
    let programme = of_offering(visit, id).await.map_err(Err)?;
    let offered = programme.offering(id).ok_or(Err(PageError::NotFound))?;
    let sent = Some(signed.line("versioni"));
    let mut shown = Shown { answers: read(&signed), sent, ..Shown::default() };
    let button = signed.line("azione");
    if button == "torna" {
        return Err(page(visit, id, shown).await);
    }
    let wanted = match wanted(&programme, offered, &signed, visit.now) {
        Ok(wanted) => wanted,
        Err(faults) => {
            shown.errors = faults.iter().map(|fault| sentence(visit, fault)).collect();
            return Err(page(visit, id, shown).await);
        }
    };
    match ask(&who, &wanted, button == SAVE, None).await.map_err(Err)? {
        Came::Saved(flash) => return Ok(visit.to(&format!("/gestione/offerte/{id}?fatto={flash}"))),
        Came::Means(impact) => shown.impact = Some(*impact),
        Came::Wrong(errors) => shown.errors = once(errors),
        Came::Meanwhile => shown.meanwhile = true,
    }
    Err(page(visit, id, shown).await)
}

/// The change the form asks for: each day that is to come gets what was typed and keeps the rest.
///
/// # Errors
/// What is wrong with the hours or the room; nothing was typed; no day is to come.
pub(super) fn wanted(
    programme: &Programme,
    offered: &Offered,
    posted: &Posted,
    now: DateTime<Utc>,
) -> Result<Wanted, Vec<EditFault>> {
    let typed = read(posted).parsed()?;
    let days = to_come(offered, now);
    let fault = |code| Err(vec![EditFault { field: "days", code }]);
    if days.is_empty() {
        return fault("none");
    }
    if typed == Appointment::default() {
        return fault("nothing");
    }
    let edits = days.iter().map(|&day| Edit::Session { session: day.id, to: to(day, &typed) }).collect();
    Ok(Wanted { edition: programme.edition.id, edits, seen: seen(&days, &posted.line("versioni")) })
}

/// A day that gets what was typed and keeps the rest.
fn to(day: &Session, typed: &Appointment) -> Appointment {
    Appointment {
        date: day.date,
        start: typed.start.or(day.starts),
        end: typed.end.or(day.ends),
        place: typed.place.clone().or_else(|| day.place.clone()),
    }
}

/// Hours and room as typed; each day has its date already.
fn read(posted: &Posted) -> AppointmentAnswers {
    AppointmentAnswers {
        inizio: posted.line("inizio"),
        fine: posted.line("fine"),
        luogo: posted.line("luogo"),
        ..AppointmentAnswers::default()
    }
}

/// The days that are to come, by date: dated, not called off, not begun.
fn to_come(offered: &Offered, now: DateTime<Utc>) -> Vec<&Session> {
    let ahead = |day: &&Session| {
        !day.is_cancelled() && day.timing(offered.zone).is_some_and(|timing| timing.starts_at() > now)
    };
    if offered.row.status() == OfferingStatus::Cancelled {
        return Vec::new();
    }
    let mut days: Vec<&Session> = offered.sessions.iter().filter(ahead).collect();
    days.sort_by_key(|day| day.date);
    days
}

/// What whoever sent the form has seen; a day the page did not name was not there.
fn seen(days: &[&Session], sent: &str) -> Vec<Seen> {
    let pair = |word: &str| {
        let (id, version) = word.split_once('.')?;
        Some((id.parse::<i64>().ok()?, version.parse::<i64>().ok()?))
    };
    let mut seen: Vec<(i64, i64)> = sent.split_whitespace().filter_map(pair).collect();
    for day in days {
        if !seen.iter().any(|(id, _)| *id == day.id) {
            seen.push((day.id, 0));
        }
    }
    seen.into_iter().map(|(id, version)| Seen::Session(id, version)).collect()
}

/// The same sentence about several days is said once.
fn once(errors: Vec<FieldError>) -> Vec<FieldError> {
    let mut said: Vec<FieldError> = Vec::new();
    for error in errors {
        if !said.iter().any(|known| known.field == error.field && known.text == error.text) {
            said.push(error);
        }
    }
    said
}

/// What stands on the days, each value once, beside what was typed; what was left empty is not named.
fn beside(days: &[&Session], answers: &AppointmentAnswers) -> Vec<Beside> {
    let stands: Vec<_> = days.iter().map(|day| AppointmentAnswers::of(&day.appointment()).fields()).collect();
    let mut rows = Vec::new();
    for (field, typed) in answers.fields() {
        let mut now: Vec<&str> = Vec::new();
        for (_, value) in stands.iter().flatten().filter(|(name, _)| *name == field) {
            let value = if value.is_empty() { "–" } else { value.as_str() };
            if !now.contains(&value) {
                now.push(value);
            }
        }
        let now = now.join(" / ");
        if !typed.is_empty() && now != typed {
            rows.push(Beside { field, now, typed });
        }
    }
    rows
}

/// The page: 422 where something is wrong with what was sent.
async fn page(visit: &Visit, id: i64, shown: Shown) -> Result<Page, PageError> {
    let programme = of_offering(visit, id).await?;
    let offered = programme.offering(id).ok_or(PageError::NotFound)?;
    let days = to_come(offered, visit.now);
    // Where somebody else was faster the page shows what stands: sent again, it has been seen.
    let stands: Vec<String> = days.iter().map(|day| format!("{}.{}", day.id, day.version)).collect();
    let versions = shown.sent.filter(|_| !shown.meanwhile).unwrap_or_else(|| stands.join(" "));
    let check = match shown.impact {
        Some(impact) => {
            let mut hidden = shown.answers.hidden();
            hidden.push(Hidden::new("versioni", &versions));
            hidden.push(Hidden::new("modulo", SAVE));
            Some(Check { impact: view(visit, &programme, &impact).await?, hidden, save: SAVE, why: None })
        }
        None => None,
    };
    let wrong = shown.meanwhile || !shown.errors.is_empty();
    let notices = match shown.answers.parsed() {
        Ok(typed) => {
            let held: Vec<Appointment> = days.iter().map(|&day| to(day, &typed)).collect();
            noticed_at(visit, &programme, offered, &held).await?
        }
        Err(_) => Vec::new(),
    };
    let page = DaysPage {
        id,
        title: offered.row.title.clone(),
        nth: programme.nth(id),
        edition_key: programme.edition.key.clone(),
        beside: beside(&days, &shown.answers),
        days: days.iter().copied().map(SessionView::of).collect(),
        versions,
        answers: shown.answers,
        date: None,
        notices,
        error: by_field(&shown.errors),
        errors: shown.errors,
        meanwhile: shown.meanwhile,
        check,
    };
    let rendered = visit.render("admin/course_days.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}
