//! One person for the office: who, where on the path, and everything that happened.

use rocket::{Route, get, routes};
use serde::Serialize;

use super::attendance_view::{AttendanceLine, attendance_lines};
use super::closed_registers::ClosedRegisters;
use super::edition_links::title_of;
use super::person_extra::{Extra, extra};
use super::person_history::History;
use super::person_line::HistoryLine;
use super::person_view::{EnrolmentView, Loader};
use crate::domain::correction::Follows;
use crate::domain::enrolment::State;
use crate::store::people::{self, Person};
use crate::store::{enrolments, standing, tasks};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Viewer, Visit};
use crate::web::page::Page;
use crate::web::paging::{Pager, Paging};
use crate::web::participant::declined::declined;
use crate::web::participant::documents::is_revoked;
use crate::web::participant::path_view::{PathView, view};
use crate::web::visit::OtherEdition;

/// How many lines of a history a page shows.
const ON_A_PAGE: usize = 50;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct PersonPage {
    id: i64,
    name: String,
    email: Option<String>,
    confirmed: bool,
    phone: Option<String>,
    profile: Option<String>,
    language: String,
    since: String,
    /// Whether it is the asker: nobody decides about themselves.
    own: bool,
    edition: Option<EditionRef>,
    path: Option<PathView>,
    enrolments: Vec<EnrolmentView>,
    attendance: Vec<AttendanceLine>,
    history: Vec<HistoryLine>,
    /// Which lines of the history these are.
    pages: Pager,
    /// What only the office's work on people shows: calls to be made.
    extra: Extra,
    /// What could not be done.
    wrong: Option<NotDone>,
}

/// Why something could not be done, and where it was asked.
#[derive(Serialize)]
pub(super) struct NotDone {
    /// The sentence.
    pub sentence: String,
    /// The field of the reason in the form that was sent: its fold stays open; none for a form without a reason.
    pub field: Option<String>,
    /// The reason that was typed.
    pub reason: String,
    /// Whether the sentence is about that field.
    pub at_field: bool,
}

#[derive(Serialize)]
struct EditionRef {
    id: i64,
    /// Its key, which addresses name.
    key: String,
    title: String,
    /// Other editions that are the person's: links.
    others: Vec<OtherEdition>,
    /// Whether the rule can be waived: not reached, or in doubt; not waived yet, and there is a course.
    can_waive: bool,
    /// Whether the rule was reached on a mark that was corrected, and nobody has decided yet.
    in_doubt: bool,
    /// Whether they have a place on the course and the rule is not reached any more: it stays until the office ends it.
    place_stays: bool,
}

#[get("/gestione/persone/<id>?<edizione>&<pagina>")]
async fn show(who: Reader, id: i64, edizione: Option<&str>, pagina: Option<&str>) -> Result<Page, PageError> {
    let part = (edizione, Paging::asked(pagina));
    part_of(&who.visit, &who.viewer, id, part, None).await
}

/// The page, with a sentence where something could not be done.
pub(super) async fn page(
    visit: &Visit,
    viewer: &Viewer,
    id: i64,
    named: Option<&str>,
    wrong: Option<NotDone>,
) -> Result<Page, PageError> {
    part_of(visit, viewer, id, (named, 1), wrong).await
}

/// A page of the history, with a key where it is about a named edition.
fn link(id: i64, named: Option<&str>, page: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(key) = named {
        query.append_pair("edizione", key);
    }
    if page > 1 {
        query.append_pair("pagina", &page.to_string());
    }
    let query = query.finish();
    let query = if query.is_empty() { query } else { format!("?{query}") };
    format!("/gestione/persone/{id}{query}#storia")
}

/// The page once something was done there: with the edition that it showed.
pub(super) fn done_link(id: i64, named: Option<&str>, done: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(key) = named {
        query.append_pair("edizione", key);
    }
    query.append_pair("fatto", done);
    format!("/gestione/persone/{id}?{}", query.finish())
}

/// The key of the edition that the page showed, as its forms carry it along.
pub(super) fn season(form: &Signed) -> Option<String> {
    Some(form.line("stagione")).filter(|key| !key.is_empty())
}

/// The page, about an edition that is named and with one page of the history.
async fn part_of(
    visit: &Visit,
    viewer: &Viewer,
    id: i64,
    (named, asked): (Option<&str>, usize),
    wrong: Option<NotDone>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let person =
        people::find(reader, id).await?.filter(|p| p.erased_at.is_none()).ok_or(PageError::NotFound)?;
    let all = enrolments::of_person(reader, id).await?;
    let failed = wrong.is_some();
    let (edition, path) = path(visit, &person, named).await?;
    let history = History::new(visit).lines(id, &all).await?;
    let paging = Paging::new(asked, history.len(), ON_A_PAGE);
    let pages = paging.pager(|page| link(id, named, page));
    let page = PersonPage {
        id,
        name: person.full_name(),
        email: person.email.clone(),
        confirmed: person.email_confirmed_at.is_some(),
        phone: person.phone.clone(),
        profile: person.profile.clone(),
        language: person.language.clone(),
        since: person.created_at.to_rfc3339(),
        own: id == viewer.person.id,
        edition,
        path,
        enrolments: Loader::new(visit).enrolments(&all).await?,
        attendance: attendance_lines(visit, id, &all).await?,
        history: history.into_iter().take(paging.to).skip(paging.before).collect(),
        pages,
        extra: extra(visit, viewer, &person).await?,
        wrong,
    };
    let rendered = visit.render("admin/person.html", "people", &page)?;
    Ok(if failed { rendered.with(rocket::http::Status::UnprocessableEntity) } else { rendered })
}

async fn path(
    visit: &Visit,
    person: &Person,
    named: Option<&str>,
) -> Result<(Option<EditionRef>, Option<PathView>), PageError> {
    let reader = visit.app.desk.store.reader();
    let Some((programme, others)) = visit.season(person.id, named).await? else { return Ok((None, None)) };
    let standing = standing::of_person(reader, &programme, person.id, visit.now).await?;
    let mut path = view(&programme, &standing, &[], None);
    path.declined = declined(visit, &programme, person.id).await?;
    path.revoked = is_revoked(visit, person.id, programme.edition.id).await?;
    path.register_from = ClosedRegisters::of(reader, &programme).await?.awaited_by(&standing);
    let (edition_id, kind) = (programme.edition.id, Follows::RuleInDoubt.code());
    let in_doubt = !tasks::open_of_person(reader, edition_id, person.id, kind).await?.is_empty();
    let met = standing.eligibility.is_met();
    let open = !met || (in_doubt && standing.waiver.is_none());
    Ok((
        Some(EditionRef {
            id: edition_id,
            key: programme.edition.key.clone(),
            title: title_of(&programme.edition, visit.language),
            others,
            can_waive: open && programme.course().is_some(),
            in_doubt,
            place_stays: !met && standing.course.enrolment == Some(State::Confirmed),
        }),
        Some(path),
    ))
}
