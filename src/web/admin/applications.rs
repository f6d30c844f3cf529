//! "Domande": applications for the course in the order in which they came, with what each is based on; accepted, put in
//! line, or declined with a reason.

use std::collections::HashMap;

use chrono::NaiveDate;
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::impact_view::{PersonRef, named};
use super::person::NotDone;
use super::reason::too_long;
use crate::domain::admission::{Admission, Way, decide};
use crate::domain::edition::CourseAdmission;
use crate::domain::eligibility::topics_attended;
use crate::domain::enrolment::State;
use crate::domain::path_state::booked_workshops;
use crate::domain::refusal::Refusal;
use crate::domain::session::local_date;
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::{Offered, Programme};
use crate::store::seasons;
use crate::store::standing::{self, Standing};
use crate::usecases::No;
use crate::usecases::decide_application::{Decision, decide_application};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Viewer, Visit};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, accept, wait, decline]
}

type Answer = Result<Redirect, Result<Page, PageError>>;

#[derive(Serialize)]
struct ApplicationsPage {
    courses: Vec<CourseApplications>,
    /// What could not be done.
    wrong: Option<NotDone>,
}

/// The applications for the course of one edition.
#[derive(Serialize)]
struct CourseApplications {
    /// The offering.
    id: i64,
    edition: String,
    title: Option<String>,
    capacity: Option<i64>,
    taken: i64,
    /// Free places; none = unlimited.
    free: Option<i64>,
    /// How many people wait in line.
    waiting: u32,
    rows: Vec<Application>,
}

#[derive(Serialize)]
struct Application {
    id: i64,
    person: Option<PersonRef>,
    own: bool,
    /// When it came.
    at: String,
    /// What accepting it gives: `place`, `provisional`, `full`, or `no`.
    gives: &'static str,
    attended: Vec<WorkshopRef>,
    booked: Vec<WorkshopRef>,
    /// Topics attended in earlier editions.
    earlier: usize,
    waived: bool,
}

/// A workshop an application is based on.
#[derive(Serialize)]
struct WorkshopRef {
    title: Option<String>,
    nth: u32,
    date: Option<NaiveDate>,
}

impl WorkshopRef {
    fn of(offered: &Offered) -> Self {
        Self { title: offered.row.title.clone(), nth: offered.nth, date: offered.first_date() }
    }
}

#[get("/gestione/domande")]
async fn show(who: Reader) -> Result<Page, PageError> {
    page(&who.visit, &who.viewer, None).await
}

async fn page(visit: &Visit, viewer: &Viewer, wrong: Option<NotDone>) -> Result<Page, PageError> {
    let mut courses = Vec::new();
    for programme in seasons::running(visit.app.desk.store.reader(), visit.now).await? {
        courses.extend(course(visit, viewer, &programme).await?);
    }
    let failed = wrong.is_some();
    let page = ApplicationsPage { courses, wrong };
    let rendered = visit.render("admin/applications.html", "applications", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// The course of an edition in which a person decides; or in which applications are left from when one did.
async fn course(
    visit: &Visit,
    viewer: &Viewer,
    programme: &Programme,
) -> Result<Option<CourseApplications>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(offered) = programme.course() else { return Ok(None) };
    let mut applied = enrolments::in_states(reader, &[offered.row.id], &[State::Applied]).await?;
    applied.sort_by_key(|enrolment| (enrolment.created_at, enrolment.id));
    let by_decision = programme.edition.rule().course_admission == CourseAdmission::ByDecision;
    if !by_decision && applied.is_empty() {
        return Ok(None);
    }
    let ids: Vec<i64> = applied.iter().map(|enrolment| enrolment.person_id).collect();
    let known: HashMap<i64, PersonRef> =
        named(visit, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let mut rows = Vec::new();
    for enrolment in applied {
        let standing = standing::of_person(reader, programme, enrolment.person_id, visit.now).await?;
        let person = known.get(&enrolment.person_id).cloned();
        let own = enrolment.person_id == viewer.person.id;
        rows.push(application(visit, programme, offered, &enrolment, &standing, person, own));
    }
    Ok(Some(CourseApplications {
        id: offered.row.id,
        edition: programme.edition.title_it.clone(),
        title: offered.row.title.clone(),
        capacity: offered.row.capacity,
        taken: offered.row.taken,
        free: offered.row.seats().free(),
        waiting: enrolments::waiting_ahead(reader, offered.row.id, None).await?,
        rows,
    }))
}

fn application(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    enrolment: &Enrolment,
    standing: &Standing,
    person: Option<PersonRef>,
    own: bool,
) -> Application {
    let was_there = |workshop: &&Offered| {
        workshop.sessions.iter().any(|s| standing.marks.get(&s.id).is_some_and(|mark| mark.counts()))
    };
    let attended: Vec<WorkshopRef> = programme.workshops().filter(was_there).map(WorkshopRef::of).collect();
    let here = programme
        .workshops()
        .filter(|workshop| was_there(workshop) && workshop.row.counts_toward_rule)
        .count();
    let facts = offered.admission_facts(&programme.edition, 0);
    let today = local_date(visit.now, offered.zone);
    let rule = programme.edition.rule();
    let gives = match decide(&facts, &rule, Some(&standing.eligibility), Way::Decided, today, visit.now) {
        Ok(Admission::ProvisionalPlace) => "provisional",
        Ok(_) => "place",
        Err(Refusal::NoFreePlace) => "full",
        Err(_) => "no",
    };
    Application {
        id: enrolment.id,
        person,
        own,
        at: enrolment.created_at.to_rfc3339(),
        gives,
        booked: booked_workshops(&standing.facts)
            .into_iter()
            .filter_map(|workshop| programme.offering(workshop.offering))
            .map(WorkshopRef::of)
            .collect(),
        earlier: topics_attended(&standing.facts).len().saturating_sub(here),
        attended,
        waived: standing.waiver.is_some(),
    }
}

#[post("/gestione/domande/<id>/accetta", data = "<_signed>")]
async fn accept(who: Secretary, id: i64, _signed: Signed) -> Answer {
    decided(&who, id, &Decision::Accept).await
}

#[post("/gestione/domande/<id>/attesa", data = "<_signed>")]
async fn wait(who: Secretary, id: i64, _signed: Signed) -> Answer {
    decided(&who, id, &Decision::Wait).await
}

#[post("/gestione/domande/<id>/rifiuta", data = "<signed>")]
async fn decline(who: Secretary, id: i64, signed: Signed) -> Answer {
    let reason = signed.lines("motivo");
    if let Some(wrong) = too_long(&who.visit, &field(id), &reason) {
        return Err(page(&who.visit, &who.viewer, Some(wrong)).await);
    }
    decided(&who, id, &Decision::Decline(reason)).await
}

/// The field of the reason in the form of an application.
fn field(id: i64) -> String {
    format!("motivo-{id}")
}

async fn decided(who: &Secretary, id: i64, decision: &Decision) -> Answer {
    let visit = &who.visit;
    let refusal = match decide_application(&visit.app.desk, id, decision, who.viewer.person.id).await {
        Ok(state) => {
            let done = match state {
                State::Waitlisted => "application-waits",
                State::Cancelled(_) => "application-declined",
                State::Provisional => "application-provisional",
                _ => "application-accepted",
            };
            return Ok(visit.to(&format!("/gestione/domande?fatto={done}")));
        }
        Err(No::Refused(refusal)) => refusal,
        Err(other) => return Err(Err(other.into())),
    };
    let (field, reason) = match decision {
        Decision::Decline(reason) => (Some(field(id)), reason.clone()),
        Decision::Accept | Decision::Wait => (None, String::new()),
    };
    let at_field = field.is_some() && refusal == Refusal::ReasonMissing;
    let wrong = NotDone { sentence: visit.refusal(&refusal), field, reason, at_field };
    Err(page(visit, &who.viewer, Some(wrong)).await)
}
