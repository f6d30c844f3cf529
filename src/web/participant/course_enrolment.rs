//! Enrolling in the course: a final place, a provisional one, or the page that explains what is missing and what
//! can still be chosen. Somebody who is not signed in is asked for their address: we look it up for them.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::declined::declined;
use super::documents::is_revoked;
use super::my_path::course_position;
use super::path_view::{PathView, choices, view};
use crate::domain::edition::CourseAdmission;
use crate::domain::eligibility::Eligibility;
use crate::domain::path_slots::Slot;
use crate::domain::path_state::PathState;
use crate::domain::person::Language;
use crate::store::programme::{self, Programme};
use crate::store::seasons;
use crate::usecases::{No, enrol};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Anyone, Participant, Visit};
use crate::web::offers::{Offer, offers};
use crate::web::page::Page;
use crate::web::view::{CourseView, EditionView};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send]
}

#[derive(Serialize)]
struct CourseEnrolmentPage {
    edition: EditionView,
    course: CourseView,
    /// None for somebody who is not signed in.
    path: Option<PathView>,
    /// `visitor`, `apply`, `final`, `provisional`, `full`, `blocked`, `has`, `done` or `closed`.
    view: &'static str,
    slots: Vec<Slot>,
    /// What can still be chosen.
    choices: Vec<Offer>,
    /// Workshops with what is recorded of the person.
    seen: Vec<Offer>,
    refused: Option<String>,
}

#[get("/corso/iscrizione?<edizione>")]
async fn show(who: Anyone, edizione: Option<&str>) -> Result<Page, PageError> {
    page(&who.0, edizione, None).await
}

/// The edition whose course is meant: the one that is named, also where it is over, so that nobody takes a place in another
/// course; else the one the person is on their way in, else the current one.
async fn of_visitor(visit: &Visit, named: Option<&str>) -> Result<Option<Programme>, PageError> {
    let reader = visit.app.desk.store.reader();
    if let Some(key) = named
        && let Some(programme) = seasons::named(reader, key).await?
    {
        return Ok(Some(programme));
    }
    Ok(match &visit.viewer {
        Some(viewer) => visit.season(viewer.person.id, None).await?.map(|(programme, _)| programme),
        None => programme::current(reader).await?,
    })
}

async fn page(visit: &Visit, named: Option<&str>, refused: Option<String>) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme = of_visitor(visit, named).await?.ok_or(PageError::NotFound)?;
    let offered = programme.course().ok_or(PageError::NotFound)?;
    let english = visit.language == Language::En;
    let (edition, course) = (EditionView::of(&programme, english), CourseView::of(offered, english));
    let Some(standing) = visit.standing(&programme).await? else {
        let page = CourseEnrolmentPage {
            edition,
            course,
            path: None,
            view: "visitor",
            slots: Vec::new(),
            choices: Vec::new(),
            seen: Vec::new(),
            refused,
        };
        return Ok(visit.render("participant/course_enrolment.html", "programme", &page)?);
    };
    let asked = visit.asked().await?;
    let all = offers(reader, &visit.app.desk, &programme, Some(&standing), &asked, visit.language).await?;
    let mut path = view(&programme, &standing, &all, course_position(visit, &programme, &standing).await?);
    path.declined = declined(visit, &programme, standing.person_id).await?;
    path.revoked = is_revoked(visit, standing.person_id, programme.edition.id).await?;
    path.done_in = visit.done_in(&standing).await?;
    let done = path.state == PathState::CourseDone.code();
    let wrong = refused.is_some();
    let (open, has) = (standing.course.open, path.course_state.is_some());
    let page = CourseEnrolmentPage {
        view: if done && !has { "done" } else { which(&programme, &standing.eligibility, open, has) },
        slots: path.slots.clone(),
        choices: choices(&standing, &all),
        seen: all.into_iter().filter(|o| o.mark.is_some() || o.mine.is_some()).collect(),
        edition,
        course,
        path: Some(path),
        refused,
    };
    let rendered = visit.render("participant/course_enrolment.html", "programme", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

fn which(programme: &Programme, eligibility: &Eligibility, open: bool, has: bool) -> &'static str {
    let provisional = programme.edition.provisional_places;
    let by_decision = programme.edition.rule().course_admission == CourseAdmission::ByDecision;
    let room = programme.course().is_none_or(|course| course.row.seats().has_room());
    match eligibility {
        _ if has => "has",
        _ if !open => "closed",
        Eligibility::Met { .. } if by_decision => "apply",
        Eligibility::OnTrack { .. } if provisional && by_decision => "apply",
        Eligibility::Met { .. } if room => "final",
        Eligibility::Met { .. } => "full",
        Eligibility::OnTrack { .. } if provisional && room => "provisional",
        Eligibility::OnTrack { .. } if provisional => "full",
        _ => "blocked",
    }
}

#[post("/corso/iscrizione", data = "<signed>")]
async fn send(who: Participant, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let key = signed.line("edizione");
    let named = (!key.is_empty()).then_some(key.as_str());
    let programme = of_visitor(visit, named).await.map_err(Err)?.ok_or(Err(PageError::NotFound))?;
    let course = programme.course().ok_or(Err(PageError::NotFound))?.row.id;
    match enrol::enrol(&visit.app.desk, who.viewer.person.id, course).await {
        Ok(enrolled) => {
            let done = if enrolled.had_it {
                "course-had-it".to_owned()
            } else {
                format!("course-{}", enrolled.state.code())
            };
            visit.to_path_of(course, &done).await.map_err(Err)
        }
        // The page explains a "no": with 422 only where something changed while it was open.
        Err(No::Refused(refusal)) => Err(page(visit, named, Some(visit.refusal(&refusal))).await),
        Err(other) => Err(Err(other.into())),
    }
}
