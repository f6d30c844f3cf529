//! "Posta": every letter with its state; one letter as it reads, without the links that only the mail itself may
//! hold; and *send again*.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::impact_view::{PersonRef, named};
use crate::domain::letter::{Method, Payload};
use crate::domain::person::Language;
use crate::mail::compose::{Rendered, render};
use crate::store::newest::Part;
use crate::store::outbox::{self, OutboxLetter, Wanted};
use crate::usecases::No;
use crate::usecases::send_again::{SentAgain, send_again};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::paging::Paging;

/// How many letters a page shows.
const ON_A_PAGE: usize = 50;

/// The states a letter can be in, in the order of the filters.
const STATES: [&str; 5] = ["waiting", "retrying", "sent", "refused", "withdrawn"];

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, one, again]
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
}

#[derive(Serialize)]
struct LetterPage {
    letter: LetterRow,
    /// The subject; none for a letter of an older form that cannot be read any more.
    subject: Option<String>,
    /// The text part, without secrets.
    text: Option<String>,
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
    /// Why it was not sent again.
    refused: Option<String>,
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

fn row(letter: &OutboxLetter, known: &HashMap<i64, PersonRef>) -> LetterRow {
    LetterRow {
        id: letter.id,
        at: when(letter).to_rfc3339(),
        to: letter.address.clone(),
        person: letter.person_id.filter(|_| !is_erased(letter)).and_then(|id| known.get(&id).cloned()),
        kind: letter.kind.clone(),
        state: state(letter),
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
    let page = PostPage {
        states,
        state,
        rows: letters.iter().map(|letter| row(letter, &known)).collect(),
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
    letter(&who.visit, id, None).await
}

async fn letter(visit: &Visit, id: i64, refused: Option<String>) -> Result<Page, PageError> {
    let found = outbox::find(visit.app.desk.store.reader(), id).await?.ok_or(PageError::NotFound)?;
    let known = people_of(visit, std::slice::from_ref(&found)).await?;
    let read = masked(visit, &found);
    let invite = read.as_ref().and_then(|(payload, _)| payload.letter.invite());
    let sign_in = read.as_ref().is_some_and(|(payload, _)| payload.letter.is_sign_in());
    let failed = refused.is_some();
    let page = LetterPage {
        method: invite.map(|invite| match invite.method {
            Method::Request => "request",
            Method::Cancel => "cancel",
        }),
        sequence: invite.map(|invite| invite.sequence),
        subject: read.as_ref().map(|(_, rendered)| rendered.subject.clone()),
        text: read.as_ref().map(|(_, rendered)| rendered.text.clone()),
        tries: found.tries,
        sign_in,
        erased: is_erased(&found),
        can_send: !sign_in && !is_erased(&found) && matches!(found.state.as_str(), "sent" | "refused"),
        letter: row(&found, &known),
        error: found.last_error,
        refused,
    };
    let rendered = visit.render("admin/post_one.html", "post", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// The letter as it reads, its secrets blanked before anything is rendered; none for one that cannot be read.
fn masked(visit: &Visit, row: &OutboxLetter) -> Option<(Payload, Rendered)> {
    let mut payload: Payload = serde_json::from_str(&row.payload).ok()?;
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
            return Err(letter(&who.visit, id, Some(sentence)).await);
        }
        Err(other) => return Err(Err(other.into())),
    };
    Ok(who.visit.to(&format!("/gestione/posta/{id}?fatto={done}")))
}
