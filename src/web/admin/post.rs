//! "Posta": every letter with its state; one letter as it reads, without the links that only the mail itself may
//! hold; and *send again*, or, of one that was refused, that the person was told some other way.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::audit_view::somebody;
use super::impact_view::{PersonRef, named};
use super::reason::reason_fault;
use crate::domain::letter::{Method, Payload};
use crate::domain::person::Language;
use crate::mail::compose::{Rendered, render};
use crate::store::newest::Part;
use crate::store::outbox::{self, OutboxLetter, Wanted};
use crate::store::texts;
use crate::usecases::No;
use crate::usecases::open_refusals::{RefusedNow, open_refusals, refused_now, settled};
use crate::usecases::send_again::{SentAgain, send_again};
use crate::usecases::settle_refusal::settle_refusal;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::paging::Paging;
use crate::web::public::sign_up_form::FieldError;

/// How many letters a page shows.
const ON_A_PAGE: usize = 50;

/// The states a letter can be in, in the order of the filters.
const STATES: [&str; 5] = ["waiting", "retrying", "sent", "refused", "withdrawn"];

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, one, again, told]
}

#[derive(Serialize)]
struct PostPage {
    states: Vec<StateLink>,
    /// The state that is shown; empty = all.
    state: &'static str,
    rows: Vec<LetterRow>,
    total: usize,
    from: usize,
    to: usize,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Serialize)]
struct StateLink {
    code: &'static str,
    count: usize,
    link: String,
    current: bool,
}

#[derive(Serialize)]
struct LetterRow {
    id: i64,
    /// When it left, or leaves.
    at: String,
    to: String,
    person: Option<PersonRef>,
    kind: String,
    state: &'static str,
    /// Whether it was refused, and nobody has told its reader some other way.
    open: bool,
}

#[derive(Serialize)]
struct LetterPage {
    letter: LetterRow,
    /// The subject; none for a letter of an older form that cannot be read any more.
    subject: Option<String>,
    /// The text part, without secrets.
    text: Option<String>,
    /// What is to be said on the phone, as it is now, where that is not what the letter says any more.
    said: Option<String>,
    tries: i64,
    /// What the mail server answered last.
    error: Option<String>,
    /// `request` or `cancel`, where it carries a calendar object.
    method: Option<&'static str>,
    sequence: Option<u32>,
    /// Whether it signs somebody in: such a letter is never sent again.
    sign_in: bool,
    /// Whether its person is erased, and with them the address and the text.
    erased: bool,
    can_send: bool,
    /// Whether it was refused and what it says holds no more: then there is nothing to do.
    over: bool,
    /// Who told its reader some other way.
    settled: Option<SettledView>,
    /// Why it was not sent again, or not settled.
    refused: Option<String>,
    /// What is wrong with the form that settles it.
    errors: Vec<FieldError>,
    /// The reason that was typed there.
    reason: String,
}

/// That whoever a refused letter was for was told some other way.
#[derive(Serialize)]
struct SettledView {
    at: String,
    /// Name and surname, or the address where no name is known; empty = they were erased.
    by: String,
    text: Option<String>,
}

/// What the page of a letter shows besides the letter.
#[derive(Default)]
struct Tried {
    refused: Option<String>,
    errors: Vec<FieldError>,
    reason: String,
}

/// The state people read: one that was begun, or could not be made ready, and waits again is tried again.
fn state(letter: &OutboxLetter) -> &'static str {
    match letter.state.as_str() {
        "waiting" if letter.begun_at.is_some() || letter.last_error.is_some() => "retrying",
        other => STATES.into_iter().find(|state| *state == other).unwrap_or("waiting"),
    }
}

fn when(letter: &OutboxLetter) -> DateTime<Utc> {
    letter.ended_at.unwrap_or(letter.not_before)
}

/// Whether the person it was for is erased: what is left is that it was refused.
fn is_erased(letter: &OutboxLetter) -> bool {
    letter.address.is_empty()
}

fn row(letter: &OutboxLetter, known: &HashMap<i64, PersonRef>, open: bool) -> LetterRow {
    LetterRow {
        id: letter.id,
        at: when(letter).to_rfc3339(),
        to: letter.address.clone(),
        person: letter.person_id.filter(|_| !is_erased(letter)).and_then(|id| known.get(&id).cloned()),
        kind: letter.kind.clone(),
        state: state(letter),
        open,
    }
}

async fn people_of(visit: &Visit, letters: &[OutboxLetter]) -> Result<HashMap<i64, PersonRef>, PageError> {
    let mut ids: Vec<i64> = letters.iter().filter_map(|letter| letter.person_id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(named(visit, &ids).await?.into_iter().map(|person| (person.id, person)).collect())
}

fn link(state: &str, page: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !state.is_empty() {
        query.append_pair("stato", state);
    }
    if page > 1 {
        query.append_pair("pagina", &page.to_string());
    }
    let query = query.finish();
    if query.is_empty() { "/gestione/posta".to_owned() } else { format!("/gestione/posta?{query}") }
}

#[get("/gestione/posta?<stato>&<pagina>")]
async fn show(who: Reader, stato: Option<&str>, pagina: Option<&str>) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let state = STATES.into_iter().find(|state| stato == Some(*state)).unwrap_or("");
    let counts = outbox::counts(reader).await?;
    let of = |code: &str| counts.get(code).copied().unwrap_or(0);
    let links = |code| StateLink { code, count: of(code), link: link(code, 1), current: code == state };
    let states = STATES.into_iter().map(links).collect();
    let wanted = Wanted { state: (!state.is_empty()).then(|| state.to_owned()), ..Wanted::default() };
    let total = if state.is_empty() { counts.values().sum() } else { of(state) };
    let paging = Paging::new(Paging::asked(pagina), total, ON_A_PAGE);
    let part = Part { before: paging.before, most: ON_A_PAGE, total };
    let letters = outbox::page(reader, &wanted, part).await?;
    let known = people_of(visit, &letters).await?;
    let open = if state == "refused" { open_refusals(reader, visit.now).await? } else { Vec::new() };
    let page = PostPage {
        states,
        state,
        rows: letters.iter().map(|letter| row(letter, &known, open.contains(&letter.id))).collect(),
        total,
        from: paging.from,
        to: paging.to,
        previous: paging.previous.map(|page| link(state, page)),
        next: paging.next.map(|page| link(state, page)),
    };
    Ok(visit.render("admin/post.html", "post", &page)?)
}

#[get("/gestione/posta/<id>")]
async fn one(who: Reader, id: i64) -> Result<Page, PageError> {
    letter(&who.visit, id, Tried::default()).await
}

async fn letter(visit: &Visit, id: i64, tried: Tried) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let found = outbox::find(reader, id).await?.ok_or(PageError::NotFound)?;
    let known = people_of(visit, std::slice::from_ref(&found)).await?;
    let read = serde_json::from_str(&found.payload).ok().and_then(|stored| masked(visit, &found, stored));
    let invite = read.as_ref().and_then(|(payload, _)| payload.letter.invite());
    let sign_in = read.as_ref().is_some_and(|(payload, _)| payload.letter.is_sign_in());
    let failed = tried.refused.is_some() || !tried.errors.is_empty();
    let asked = found.state == "refused" && !is_erased(&found) && !sign_in;
    let now = if asked { refused_now(reader, &found, visit.now).await? } else { RefusedNow::default() };
    let settled = if asked { settled_view(visit, &found).await? } else { None };
    let said = now.said.filter(|_| settled.is_none()).and_then(|stored| masked(visit, &found, stored));
    let page = LetterPage {
        method: invite.map(|invite| match invite.method {
            Method::Request => "request",
            Method::Cancel => "cancel",
        }),
        sequence: invite.map(|invite| invite.sequence),
        subject: read.as_ref().map(|(_, rendered)| rendered.subject.clone()),
        text: read.as_ref().map(|(_, rendered)| rendered.text.clone()),
        said: said.map(|(_, rendered)| rendered.text),
        tries: found.tries,
        sign_in,
        erased: is_erased(&found),
        can_send: now.may_be_sent || !sign_in && !is_erased(&found) && found.state == "sent",
        over: asked && !now.may_be_sent && !now.to_tell,
        letter: row(&found, &known, now.to_tell && settled.is_none()),
        settled,
        error: found.last_error,
        refused: tried.refused,
        errors: tried.errors,
        reason: tried.reason,
    };
    let rendered = visit.render("admin/post_one.html", "post", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// Who told its reader some other way, when and how.
async fn settled_view(visit: &Visit, letter: &OutboxLetter) -> Result<Option<SettledView>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(task) = settled(reader, letter).await? else { return Ok(None) };
    let by = somebody(visit, &task.settled_by.into_iter().collect::<Vec<_>>()).await?;
    let words = texts::bodies(reader, &task.text_id.into_iter().collect::<Vec<_>>()).await?;
    Ok(Some(SettledView {
        at: task.settled_at.unwrap_or(task.created_at).to_rfc3339(),
        by: by.into_iter().next().map(|person| person.name).unwrap_or_default(),
        text: words.into_values().next(),
    }))
}

/// A letter of a row as it reads, its secrets blanked before anything is rendered; none where it has no words any more.
fn masked(visit: &Visit, row: &OutboxLetter, mut payload: Payload) -> Option<(Payload, Rendered)> {
    payload.letter = payload.letter.masked();
    let stored = serde_json::to_string(&payload).ok()?;
    render(&visit.app.views, &stored, Language::from_code(&row.language)).ok()
}

#[post("/gestione/posta/<id>/di-nuovo", data = "<_signed>")]
async fn again(who: Secretary, id: i64, _signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (id, done) = match send_again(&who.visit.app.desk, id, who.viewer.person.id).await {
        Ok(SentAgain::TriedAgain) => (id, "letter-tried"),
        Ok(SentAgain::New(new)) => (new, "letter-new"),
        Err(No::Refused(refusal)) => {
            let sentence = who.visit.refusal(&refusal);
            return Err(letter(&who.visit, id, Tried { refused: Some(sentence), ..Tried::default() }).await);
        }
        Err(other) => return Err(Err(other.into())),
    };
    Ok(who.visit.to(&format!("/gestione/posta/{id}?fatto={done}")))
}

#[post("/gestione/posta/<id>/fatto", data = "<signed>")]
async fn told(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (visit, reason) = (&who.visit, signed.lines("motivo"));
    if let Some(fault) = reason_fault(visit, "motivo", &reason) {
        return Err(letter(visit, id, Tried { errors: vec![fault], reason, ..Tried::default() }).await);
    }
    match settle_refusal(&visit.app.desk, id, who.viewer.person.id, &reason).await {
        Ok(()) => Ok(visit.to(&format!("/gestione/posta/{id}?fatto=task-settled"))),
        Err(No::Refused(refusal)) => {
            let refused = Some(visit.refusal(&refusal));
            Err(letter(visit, id, Tried { refused, reason, ..Tried::default() }).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}
