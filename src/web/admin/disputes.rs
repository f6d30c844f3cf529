//! "Segnalazioni": people who say that they were there, with what the register says; the office corrects the mark, or
//! answers why not.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::correction::reason_fault;
use super::impact_view::{PersonRef, named};
use super::notes::name;
use super::session_line::{Seasons, SessionLine};
use crate::domain::attendance::Mark;
use crate::domain::dispute::ANSWERED_WITHIN;
use crate::domain::refusal::Refusal;
use crate::domain::register::RegisterState;
use crate::store::disputes::Dispute;
use crate::store::{attendance, disputes, people, registers, sessions, texts};
use crate::usecases::No;
use crate::usecases::answer_dispute::decline_dispute;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::paging::{Pager, Paging};
use crate::web::public::sign_up_form::FieldError;
use crate::words::Value;

/// How many of them a page shows.
const ON_A_PAGE: usize = 25;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, decline]
}

#[derive(Serialize)]
struct DisputesPage {
    rows: Vec<Row>,
    #[serde(flatten)]
    pager: Pager,
    /// What could not be done, and in which form.
    errors: Vec<FieldError>,
    /// The reason that was typed there.
    reason: String,
}

#[derive(Serialize)]
struct Row {
    id: i64,
    session: SessionLine,
    person: Option<PersonRef>,
    /// Whether it is the asker: nobody decides about themselves.
    own: bool,
    since: String,
    /// Whether the time to answer is over.
    late: bool,
    /// What the person says.
    text: Option<String>,
    /// The mark that stands, who set it and when.
    mark: Option<&'static str>,
    marked_by: Option<String>,
    marked_at: Option<String>,
    /// Who leads the session.
    trainers: Vec<String>,
    /// Whether the register has taken effect: before, the mark is changed in it.
    effective: bool,
    /// The field of the reason in its form.
    field: String,
    /// The sentence at that field.
    error: Option<String>,
}

#[get("/gestione/contestazioni?<pagina>")]
async fn show(who: Reader, pagina: Option<&str>) -> Result<Page, PageError> {
    page(&who.visit, Paging::asked(pagina), Vec::new(), String::new()).await
}

fn link(page: usize) -> String {
    if page > 1 {
        format!("/gestione/contestazioni?pagina={page}")
    } else {
        "/gestione/contestazioni".to_owned()
    }
}

#[post("/gestione/contestazioni/<id>", data = "<signed>")]
async fn decline(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let reason = signed.lines("motivo");
    let (field, asked) = (field(id), Paging::asked(Some(&signed.line("pagina"))));
    if let Some(fault) = reason_fault(visit, &field, &reason) {
        return Err(page(visit, asked, vec![fault], reason).await);
    }
    match decline_dispute(&visit.app.desk, id, who.viewer.person.id, &reason).await {
        Ok(()) => Ok(visit.to(&Paging::back("/gestione/contestazioni", asked, "dispute-declined"))),
        Err(No::Refused(refusal)) => {
            let text = match refusal {
                Refusal::SettledMeanwhile => {
                    let outcome = outcome(visit, id).await.map_err(Err)?;
                    format!("{} {outcome}", visit.refusal(&Refusal::SettledMeanwhile))
                }
                other => visit.refusal(&other),
            };
            let field = "contestazioni".to_owned();
            Err(page(visit, asked, vec![FieldError { field, text }], reason).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

/// How a dispute was answered while the page was open, after the sentence that it was.
async fn outcome(visit: &Visit, id: i64) -> Result<String, PageError> {
    let (reader, words) = (visit.app.desk.store.reader(), visit.app.views.words());
    let dispute = disputes::find(reader, id).await?.ok_or(PageError::NotFound)?;
    if dispute.outcome.as_deref() == Some(disputes::ACCEPTED) {
        return Ok(words.plain(visit.language, "disp-accepted-meanwhile"));
    }
    let staff = match dispute.settled_by {
        Some(id) => people::find(reader, id).await?,
        None => None,
    };
    let by = staff.as_ref().map(name).filter(|name| !name.is_empty());
    let by = by.unwrap_or_else(|| words.plain(visit.language, "office-actor-staff"));
    let answer = texts::bodies(reader, &dispute.answer_text_id.into_iter().collect::<Vec<_>>()).await?;
    let answer = answer.into_values().next().unwrap_or_default();
    let said = [("by", Value::Text(&by)), ("text", Value::Text(&answer))];
    Ok(words.with(visit.language, "disp-declined-meanwhile", &said))
}

fn field(id: i64) -> String {
    format!("motivo-{id}")
}

/// The page that is asked for, or the one of the form that is wrong.
async fn page(
    visit: &Visit,
    asked: usize,
    errors: Vec<FieldError>,
    reason: String,
) -> Result<Page, PageError> {
    let all = disputes::open(visit.app.desk.store.reader()).await?;
    let wrong = |dispute: &Dispute| errors.iter().any(|error| error.field == field(dispute.id));
    let asked = all.iter().position(wrong).map_or(asked, |before| before / ON_A_PAGE + 1);
    let paging = Paging::new(asked, all.len(), ON_A_PAGE);
    let open: Vec<&Dispute> = all.iter().take(paging.to).skip(paging.before).collect();
    let ids: Vec<i64> = open.iter().map(|dispute| dispute.person_id).collect();
    let known = named(visit, &ids).await?;
    let mut seasons = Seasons::new(visit);
    let mut rows = Vec::new();
    for dispute in open {
        let Some(session) = seasons.session(dispute.session_id).await? else { continue };
        let person = known.iter().find(|person| person.id == dispute.person_id).cloned();
        let mut row = row(visit, dispute, session, person).await?;
        row.error = errors.iter().find(|error| error.field == row.field).map(|error| error.text.clone());
        rows.push(row);
    }
    let failed = !errors.is_empty();
    let page = DisputesPage { rows, pager: paging.pager(link), errors, reason };
    let rendered = visit.render("admin/disputes.html", "tasks", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

async fn row(
    visit: &Visit,
    dispute: &Dispute,
    session: SessionLine,
    person: Option<PersonRef>,
) -> Result<Row, PageError> {
    let reader = visit.app.desk.store.reader();
    let (session_id, person_id) = (dispute.session_id, dispute.person_id);
    let words = texts::bodies(reader, &dispute.text_id.into_iter().collect::<Vec<_>>()).await?;
    let marks = attendance::marks_of(reader, person_id).await?;
    let last = marks.into_iter().rfind(|mark| mark.session_id == session_id);
    let marked_by = match &last {
        Some(last) => people::find(reader, last.marked_by).await?.map(|staff| staff.full_name()),
        None => None,
    };
    let trainers = people::some(reader, &sessions::trainers(reader, session_id).await?).await?;
    let register = registers::of_session(reader, session_id).await?;
    Ok(Row {
        id: dispute.id,
        session,
        person,
        own: visit.person_id() == Some(person_id),
        since: dispute.opened_at.to_rfc3339(),
        late: dispute.opened_at + ANSWERED_WITHIN <= visit.now,
        text: words.into_values().next(),
        mark: last.as_ref().and_then(|last| Mark::from_code(&last.value)).map(Mark::code),
        marked_by: marked_by.filter(|name| !name.is_empty()),
        marked_at: last.map(|last| last.marked_at.to_rfc3339()),
        trainers: trainers.iter().map(people::Person::full_name).collect(),
        effective: register.is_some_and(|row| row.state() == RegisterState::Effective),
        field: field(dispute.id),
        error: None,
    })
}
