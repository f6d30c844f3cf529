//! "Da fare": what only a person of the office can settle, each with the one place where it is settled; done with a word
//! of why, which the others see.

use std::collections::HashMap;

use chrono::TimeDelta;
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::certificates::row_link;
use super::correction::reason_fault;
use super::impact_view::{PersonRef, named};
use super::session_line::{Seasons, SessionLine};
use crate::domain::correction::Follows;
use crate::domain::qualification::{Readiness, Why, readiness_anew};
use crate::domain::register::RegisterState;
use crate::store::tasks::Task;
use crate::store::{disputes, editions, programme, qualified, registers, tasks, texts};
use crate::usecases::No;
use crate::usecases::settle_task::settle_task;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::paging::{Pager, Paging};
use crate::web::public::sign_up_form::FieldError;

/// How long what is settled stays in sight.
const IN_SIGHT: TimeDelta = TimeDelta::days(30);

/// How many open ones a page shows, and how many of those that were settled.
const ON_A_PAGE: usize = 25;

/// The kinds there are sentences for; any other is shown as `other`.
const KINDS: [&str; 5] =
    ["unmarked", "rule-in-doubt", "certificate-in-doubt", "statement-in-doubt", "letter-refused"];

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, settle]
}

#[derive(Serialize)]
struct TasksPage {
    open: Vec<Row>,
    /// Of all that are open.
    #[serde(flatten)]
    pager: Pager,
    /// The newest of those that were settled a while ago.
    settled: Vec<Row>,
    /// How many those are in all.
    settled_total: usize,
    /// People who say that they were there.
    disputes: usize,
    /// What could not be done, and in which form.
    errors: Vec<FieldError>,
    /// The reason that was typed there.
    reason: String,
}

#[derive(Serialize)]
struct Row {
    id: i64,
    kind: &'static str,
    /// What it is about and which ways out there are: the end of the key of its sentence.
    what: &'static str,
    person: Option<PersonRef>,
    /// Whether it is about the asker: nobody decides about themselves.
    own: bool,
    session: Option<SessionLine>,
    edition: Option<String>,
    /// Whether the session is of another edition, and counts in this one.
    elsewhere: bool,
    since: String,
    /// Where it is settled.
    link: Option<String>,
    /// Where that is: the end of the key of the button.
    place: &'static str,
    settled_at: Option<String>,
    settled_by: Option<String>,
    text: Option<String>,
    /// The field of the reason in its form.
    field: String,
    /// The sentence at that field.
    error: Option<String>,
}

#[get("/gestione/da-fare?<pagina>")]
async fn show(who: Reader, pagina: Option<&str>) -> Result<Page, PageError> {
    list(&who.visit, Paging::asked(pagina), Vec::new(), String::new()).await
}

fn link(page: usize) -> String {
    if page > 1 { format!("/gestione/da-fare?pagina={page}") } else { "/gestione/da-fare".to_owned() }
}

#[post("/gestione/da-fare/<id>", data = "<signed>")]
async fn settle(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let (reason, asked) = (signed.lines("motivo"), asked(&signed));
    if let Some(fault) = reason_fault(visit, &field(id), &reason) {
        return Err(list(visit, asked, vec![fault], reason).await);
    }
    match settle_task(&visit.app.desk, id, who.viewer.person.id, &reason).await {
        Ok(()) => Ok(visit.to(&Paging::back("/gestione/da-fare", asked, "task-settled"))),
        Err(No::Refused(refusal)) => {
            let (field, text) = ("da-fare".to_owned(), visit.refusal(&refusal));
            Err(list(visit, asked, vec![FieldError { field, text }], reason).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

fn field(id: i64) -> String {
    format!("motivo-{id}")
}

/// The page that a form was sent from.
pub(super) fn asked(signed: &Signed) -> usize {
    Paging::asked(Some(&signed.line("pagina")))
}

/// Whether something is wrong with a form of a task; each names the task at the end of its field.
fn is_wrong(task: &Task, errors: &[FieldError]) -> bool {
    let number = |error: &FieldError| error.field.rsplit('-').next().and_then(|id| id.parse::<i64>().ok());
    errors.iter().any(|error| number(error) == Some(task.id))
}

/// The page that is asked for, or the one of the form that is wrong, with the reason that was typed there.
pub(super) async fn list(
    visit: &Visit,
    asked: usize,
    errors: Vec<FieldError>,
    reason: String,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let mut known = Known::new(visit).await?;
    let all = tasks::open(reader).await?;
    let wrong = all.iter().position(|task| is_wrong(task, &errors));
    let asked = wrong.map_or(asked, |before| before / ON_A_PAGE + 1);
    let paging = Paging::new(asked, all.len(), ON_A_PAGE);
    let mut open = Vec::new();
    for task in all.iter().take(paging.to).skip(paging.before) {
        let mut row = known.row(task).await?;
        row.error = errors.iter().find(|error| error.field == row.field).map(|error| error.text.clone());
        open.push(row);
    }
    let mut settled = Vec::new();
    let since = tasks::settled_since(reader, visit.now - IN_SIGHT).await?;
    for task in since.iter().take(ON_A_PAGE) {
        settled.push(known.row(task).await?);
    }
    let failed = !errors.is_empty();
    let disputes = disputes::open(reader).await?.len();
    let page = TasksPage {
        open,
        pager: paging.pager(link),
        settled,
        settled_total: since.len(),
        disputes,
        errors,
        reason,
    };
    let rendered = visit.render("admin/tasks.html", "tasks", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// What the rows of a page have in common.
struct Known<'a> {
    visit: &'a Visit,
    seasons: Seasons<'a>,
    editions: HashMap<i64, String>,
}

impl<'a> Known<'a> {
    async fn new(visit: &'a Visit) -> Result<Self, PageError> {
        let all = editions::all(visit.app.desk.store.reader()).await?;
        let editions = all.into_iter().map(|edition| (edition.id, edition.title_it)).collect();
        Ok(Self { visit, seasons: Seasons::new(visit), editions })
    }

    async fn row(&mut self, task: &Task) -> Result<Row, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let kind = KINDS.into_iter().find(|kind| *kind == task.kind).unwrap_or("other");
        let people: Vec<i64> = task.person_id.into_iter().chain(task.settled_by).collect();
        let people = named(self.visit, &people).await?;
        let find = |id: Option<i64>| people.iter().find(|person| Some(person.id) == id).cloned();
        let words = texts::bodies(reader, &task.text_id.into_iter().collect::<Vec<_>>()).await?;
        let session = match task.session_id {
            Some(id) => self.seasons.session(id).await?,
            None => None,
        };
        let held_in = match &session {
            Some(session) => self.seasons.of_offering(session.offering).await?.map(|p| p.edition.id),
            None => None,
        };
        let (link, place) = self.place(task).await?;
        let what = self.no_new_print(task).await?.unwrap_or(kind);
        Ok(Row {
            id: task.id,
            kind,
            what,
            person: find(task.person_id),
            own: task.person_id.is_some() && task.person_id == self.visit.person_id(),
            session,
            edition: task.edition_id.and_then(|id| self.editions.get(&id).cloned()),
            elsewhere: held_in.is_some() && held_in != task.edition_id,
            since: task.created_at.to_rfc3339(),
            link,
            place,
            settled_at: task.settled_at.map(|at| at.to_rfc3339()),
            settled_by: find(task.settled_by).map(|person| person.name).filter(|name| !name.is_empty()),
            text: words.into_values().next(),
            field: field(task.id),
            error: None,
        })
    }

    /// Why a certificate that is in doubt cannot be printed anew, as the end of a key; none where it can, or where the task
    /// is about something else.
    async fn no_new_print(&self, task: &Task) -> Result<Option<&'static str>, PageError> {
        let (Some(edition), Some(person)) = (task.edition_id, task.person_id) else { return Ok(None) };
        if task.settled_at.is_some() || task.kind != Follows::CertificateInDoubt.code() {
            return Ok(None);
        }
        let desk = &self.visit.app.desk;
        let reader = desk.store.reader();
        let Some(edition) = editions::find(reader, edition).await? else { return Ok(None) };
        let programme = programme::load(reader, edition).await?;
        let can_print = desk.policy.can_print;
        let found = qualified::of_person(reader, &programme, person, self.visit.now, can_print).await?;
        let too_few = |why: &Why| matches!(why, Why::TooFewDays { .. });
        Ok(match found.map(|candidate| readiness_anew(&candidate.facts)) {
            Some(Readiness::NotReady(why)) if why.iter().any(too_few) => Some("certificate-not-earned"),
            Some(Readiness::NotReady(_)) => Some("certificate-not-anew"),
            _ => None,
        })
    }

    /// Where a task is settled: a name without a mark in the register, or by a correction once that has taken effect;
    /// a doubt about a certificate in its row of that page, one about the rule on the page of the person.
    async fn place(&self, task: &Task) -> Result<(Option<String>, &'static str), PageError> {
        let reader = self.visit.app.desk.store.reader();
        if task.kind == "unmarked"
            && let (Some(session), Some(person)) = (task.session_id, task.person_id)
        {
            let register = registers::of_session(reader, session).await?;
            return Ok(if register.is_some_and(|row| row.state() == RegisterState::Effective) {
                (Some(format!("/gestione/presenze/{session}/{person}?poi=da-fare")), "mark")
            } else {
                (Some(format!("/aula/{session}")), "register")
            });
        }
        if task.kind == "certificate-in-doubt"
            && let (Some(edition), Some(person)) = (task.edition_id, task.person_id)
            && let Some(edition) = editions::find(reader, edition).await?
        {
            return Ok((Some(row_link(&edition.key, person)), "certificate"));
        }
        Ok((task.person_id.map(|person| format!("/gestione/persone/{person}")), "person"))
    }
}
