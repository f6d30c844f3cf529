//! "Domande": applications for the course in the order in which they came, with what each is based on; accepted, put in
//! line, or declined with a reason.

use std::collections::HashMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::application_rests::{WorkshopRef, carried};
use super::impact_view::{PersonRef, named};
use super::person::NotDone;
use crate::domain::admission::{Admission, Way, decide};
use crate::domain::edition::CourseAdmission;
use crate::domain::enrolment::State;
use crate::domain::path_slots::booked_workshops;
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
use crate::web::paging::{Asked, Pager, Paging};

/// How many applications a page shows.
const ON_A_PAGE: usize = 25;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, accept, wait, decline]
}

type Answer = Result<Redirect, Result<Page, PageError>>;

#[derive(Serialize)]
struct ApplicationsPage {
    courses: Vec<CourseApplications>,
    /// Of the applications for all of them.
    #[serde(flatten)]
    pager: Pager,
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
    /// Those on the page.
    rows: Vec<Application>,
}

#[derive(Serialize)]
struct Application {
    id: i64,
    /// Its place among those for the course, counted from 1.
    number: usize,
    person: Option<PersonRef>,
    own: bool,
    /// When it came.
    at: String,
    /// What accepting it gives: `place`, `provisional`, `full`, or `no`.
    gives: &'static str,
    attended: Vec<WorkshopRef>,
    booked: Vec<WorkshopRef>,
    /// Those attended in earlier editions, on topics that were not attended in this one.
    earlier: Vec<WorkshopRef>,
    waived: bool,
}

#[get("/gestione/domande?<pagina>")]
async fn show(who: Reader, pagina: Option<&str>) -> Result<Page, PageError> {
    page(&who.visit, &who.viewer, Asked { page: Paging::asked(pagina), row: None }, None).await
}

fn link(page: usize) -> String {
    if page > 1 { format!("/gestione/domande?pagina={page}") } else { "/gestione/domande".to_owned() }
}

/// A course with its applications, in the order in which they came.
struct Applied {
    programme: Programme,
    all: Vec<Enrolment>,
}

/// The page that is asked for, or the one of the form that is wrong.
async fn page(
    visit: &Visit,
    viewer: &Viewer,
    asked: Asked,
    wrong: Option<NotDone>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let mut found = Vec::new();
    for programme in seasons::running(reader, visit.now).await? {
        found.extend(applied(visit, programme).await?);
    }
    let total: usize = found.iter().map(|applied| applied.all.len()).sum();
    let row = found.iter().flat_map(|applied| &applied.all).position(|one| asked.row == Some(one.id));
    let paging = Paging::new(row.map_or(asked.page, |before| before / ON_A_PAGE + 1), total, ON_A_PAGE);
    let (mut courses, mut before) = (Vec::new(), 0);
    for applied in &found {
        let count = applied.all.len();
        let from = paging.before.saturating_sub(before).min(count);
        let to = paging.to.saturating_sub(before).min(count);
        before += count;
        // One whose applications are all on other pages is on these.
        if count == 0 || from < to {
            courses.extend(course(visit, viewer, applied, (from, to)).await?);
        }
    }
    let failed = wrong.is_some();
    let page = ApplicationsPage { courses, pager: paging.pager(link), wrong };
    let rendered = visit.render("admin/applications.html", "applications", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// The course of an edition in which a person decides; or in which applications are left from when one did.
async fn applied(visit: &Visit, programme: Programme) -> Result<Option<Applied>, PageError> {
    let Some(offered) = programme.course() else { return Ok(None) };
    let reader = visit.app.desk.store.reader();
    let mut all = enrolments::in_states(reader, &[offered.row.id], &[State::Applied]).await?;
    all.sort_by_key(|enrolment| (enrolment.created_at, enrolment.id));
    let by_decision = programme.edition.rule().course_admission == CourseAdmission::ByDecision;
    Ok((by_decision || !all.is_empty()).then_some(Applied { programme, all }))
}

/// A course with some of its applications: from one, counted from 0, up to another.
async fn course(
    visit: &Visit,
    viewer: &Viewer,
    applied: &Applied,
    (from, to): (usize, usize),
) -> Result<Option<CourseApplications>, PageError> {
    let (reader, programme) = (visit.app.desk.store.reader(), &applied.programme);
    let Some(offered) = programme.course() else { return Ok(None) };
    let here: Vec<(usize, &Enrolment)> = (1..).zip(&applied.all).take(to).skip(from).collect();
    let ids: Vec<i64> = here.iter().map(|(_, enrolment)| enrolment.person_id).collect();
    let known: HashMap<i64, PersonRef> =
        named(visit, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let standings = standing::of_some(reader, programme, &ids, visit.now).await?;
    let mut carried = carried(reader, programme, &standings).await?;
    let mut rows = Vec::new();
    for (number, enrolment) in here {
        let standing = standings.iter().find(|standing| standing.person_id == enrolment.person_id);
        let Some(standing) = standing else { continue };
        let person = known.get(&enrolment.person_id).cloned();
        let own = enrolment.person_id == viewer.person.id;
        let row = application(visit, programme, offered, enrolment, standing, person, own);
        let earlier = carried.remove(&enrolment.person_id).unwrap_or_default();
        rows.push(Application { number, earlier, ..row });
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
        number: 0,
        person,
        own,
        at: enrolment.created_at.to_rfc3339(),
        gives,
        booked: booked_workshops(&standing.facts)
            .into_iter()
            .filter_map(|workshop| programme.offering(workshop.offering))
            .map(WorkshopRef::of)
            .collect(),
        earlier: Vec::new(),
        attended,
        waived: standing.waiver.is_some(),
    }
}

#[post("/gestione/domande/<id>/accetta", data = "<signed>")]
async fn accept(who: Secretary, id: i64, signed: Signed) -> Answer {
    decided(&who, id, Asked::by(&signed, id), &Decision::Accept).await
}

#[post("/gestione/domande/<id>/attesa", data = "<signed>")]
async fn wait(who: Secretary, id: i64, signed: Signed) -> Answer {
    decided(&who, id, Asked::by(&signed, id), &Decision::Wait).await
}

#[post("/gestione/domande/<id>/rifiuta", data = "<signed>")]
async fn decline(who: Secretary, id: i64, signed: Signed) -> Answer {
    let (reason, asked) = (signed.lines("motivo"), Asked::by(&signed, id));
    decided(&who, id, asked, &Decision::Decline(reason)).await
}

/// The field of the reason in the form of an application.
fn field(id: i64) -> String {
    format!("motivo-{id}")
}

async fn decided(who: &Secretary, id: i64, asked: Asked, decision: &Decision) -> Answer {
    let visit = &who.visit;
    let refusal = match decide_application(&visit.app.desk, id, decision, who.viewer.person.id).await {
        Ok(state) => {
            let done = match state {
                State::Waitlisted => "application-waits",
                State::Cancelled(_) => "application-declined",
                State::Provisional => "application-provisional",
                _ => "application-accepted",
            };
            return Ok(visit.to(&Paging::back("/gestione/domande", asked.page, done)));
        }
        Err(No::Refused(refusal)) => refusal,
        Err(other) => return Err(Err(other.into())),
    };
    let (field, reason) = match decision {
        Decision::Decline(reason) => (Some(field(id)), reason.clone()),
        Decision::Accept | Decision::Wait => (None, String::new()),
    };
    let at_field = field.is_some() && refusal.is_about_reason();
    let wrong = NotDone { sentence: visit.refusal(&refusal), field, reason, at_field };
    Err(page(visit, &who.viewer, asked, Some(wrong)).await)
}
