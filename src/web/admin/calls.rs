//! "Telefonate": what people without an address are to be told, person by person, as a list that can be printed; each
//! thing is crossed off by whoever called, and comes back where that was a mistake.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::call_views::{CallView, ToSay, in_order, to_say};
use super::person::{self, NotDone};
use crate::domain::letter::Payload;
use crate::store::calls::{self, MadeCall, OpenCall};
use crate::store::people::{self, Person};
use crate::usecases::No;
use crate::usecases::call_now::{calls_now, dues};
use crate::usecases::reopen_call::{IN_SIGHT, reopen_call};
use crate::usecases::settle_call::settle_call;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::paging::{Pager, Paging};

/// How many people a page shows, and how many calls that were made.
const ON_A_PAGE: usize = 25;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, done, again]
}

type Answer = Result<Redirect, Result<Page, PageError>>;

#[derive(Serialize)]
struct CallsPage {
    /// Whoever is to be called, and what they are to be told.
    people: Vec<Called>,
    /// Of the people there are to call.
    #[serde(flatten)]
    pager: Pager,
    /// Those that were made a short while ago, the newest first.
    made: Vec<MadeView>,
    /// How many those are in all.
    made_total: usize,
    /// Whether it is to be printed.
    print: bool,
    /// What could not be done.
    wrong: Option<Wrong>,
}

/// Why a call could not be crossed off, or come back; and what there is to say to the person now.
#[derive(Serialize)]
struct Wrong {
    sentence: String,
    /// Whom it is about, where that is known.
    person: Option<i64>,
}

/// Somebody who is to be called, with all there is to say to them.
#[derive(Serialize)]
struct Called {
    person: i64,
    name: String,
    phone: Option<String>,
    /// The greeting, and the goodbye.
    hello: String,
    bye: Vec<String>,
    calls: Vec<CallView>,
}

/// A call that was made.
#[derive(Serialize)]
struct MadeView {
    task: i64,
    person: i64,
    name: String,
    kind: Option<&'static str>,
    at: String,
    by: String,
}

#[get("/gestione/telefonate?<stampa>&<pagina>")]
async fn show(who: Reader, stampa: Option<&str>, pagina: Option<&str>) -> Result<Page, PageError> {
    page(&who.visit, Paging::asked(pagina), stampa == Some("si"), None).await
}

fn link(page: usize) -> String {
    if page > 1 { format!("/gestione/telefonate?pagina={page}") } else { "/gestione/telefonate".to_owned() }
}

/// The list again, where it has what is to be said now to whom it is about.
async fn again_with(visit: &Visit, asked: usize, wrong: Wrong) -> Result<Page, PageError> {
    page(visit, asked, false, Some(wrong)).await
}

async fn page(visit: &Visit, asked: usize, print: bool, wrong: Option<Wrong>) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let open = calls::open(reader, visit.now).await?;
    let due = dues(reader, &open).await?;
    let listed = by_person(open, &due);
    let about = wrong.as_ref().and_then(|wrong| wrong.person);
    let asked = match about.and_then(|id| listed.iter().position(|(person, _)| *person == id)) {
        Some(before) => before / ON_A_PAGE + 1,
        None => asked,
    };
    let paging = if print { Paging::all(listed.len()) } else { Paging::new(asked, listed.len(), ON_A_PAGE) };
    let shown = &listed[paging.before..paging.to];
    let mut made = calls::made_since(reader, visit.now - IN_SIGHT).await?;
    let made_total = made.len();
    made.truncate(ON_A_PAGE);
    let callers = made.iter().filter_map(|call| call.settled_by);
    let called = made.iter().map(|call| call.person_id);
    let ids: Vec<i64> = shown.iter().map(|(person, _)| *person).chain(called).chain(callers).collect();
    let known: HashMap<i64, Person> =
        people::some(reader, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let failed = wrong.is_some();
    let page = CallsPage {
        people: to_call(visit, shown, &known).await?,
        pager: paging.pager(link),
        made: made.iter().filter_map(|call| made_view(call, &known)).collect(),
        made_total,
        print,
        wrong,
    };
    let rendered = visit.render("admin/calls.html", "calls", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// One entry for each person, whoever is to know something first on top.
fn by_person(mut open: Vec<OpenCall>, due: &HashMap<i64, DateTime<Utc>>) -> Vec<(i64, Vec<OpenCall>)> {
    in_order(&mut open, due);
    let mut places: HashMap<i64, usize> = HashMap::new();
    let mut listed: Vec<(i64, Vec<OpenCall>)> = Vec::new();
    for call in open {
        let place = *places.entry(call.person_id).or_insert(listed.len());
        match listed.get_mut(place) {
            Some((_, calls)) => calls.push(call),
            None => listed.push((call.person_id, vec![call])),
        }
    }
    listed
}

async fn to_call(
    visit: &Visit,
    shown: &[(i64, Vec<OpenCall>)],
    known: &HashMap<i64, Person>,
) -> Result<Vec<Called>, PageError> {
    let all: Vec<&OpenCall> = shown.iter().flat_map(|(_, open)| open).collect();
    let mut stand = calls_now(visit.app.desk.store.reader(), &all, visit.now).await?;
    let mut people = Vec::new();
    for (id, open) in shown {
        let Some(person) = known.get(id) else { continue };
        let ToSay { hello, calls, bye } = to_say(visit, person, open, &mut stand);
        let (name, phone) = (person.full_name(), person.phone.clone());
        people.push(Called { person: *id, name, phone, hello, bye, calls });
    }
    Ok(people)
}

fn made_view(call: &MadeCall, known: &HashMap<i64, Person>) -> Option<MadeView> {
    let by = call.settled_by.and_then(|id| known.get(&id));
    let payload: Option<Payload> = serde_json::from_str(&call.payload).ok();
    Some(MadeView {
        task: call.task_id,
        person: call.person_id,
        name: known.get(&call.person_id)?.full_name(),
        kind: payload.map(|payload| payload.letter.code()),
        at: call.settled_at.to_rfc3339(),
        by: by.map(name_or_address).unwrap_or_default(),
    })
}

/// Staff may be known by their address alone.
fn name_or_address(person: &Person) -> String {
    let name = person.full_name();
    if name.is_empty() { person.email.clone().unwrap_or_default() } else { name }
}

#[post("/gestione/telefonate/<id>/fatto", data = "<signed>")]
async fn done(who: Secretary, id: i64, signed: Signed) -> Answer {
    let visit = &who.visit;
    let asked = Paging::asked(Some(&signed.line("pagina")));
    let card = signed.line("scheda").parse::<i64>().ok();
    let person = signed.line("persona").parse::<i64>().ok().or(card);
    match (settle_call(&visit.app.desk, id, person, who.viewer.person.id).await, card) {
        (Ok(()), Some(card)) => Ok(visit.to(&format!("/gestione/persone/{card}?fatto=called"))),
        (Ok(()), None) => Ok(visit.to(&Paging::back("/gestione/telefonate", asked, "called"))),
        (Err(No::Refused(refusal)), Some(card)) => {
            let sentence = visit.refusal(&refusal);
            let wrong = NotDone { sentence, field: None, reason: String::new(), at_field: false };
            Err(person::page(visit, &who.viewer, card, None, Some(wrong)).await)
        }
        (Err(No::Refused(refusal)), None) => {
            Err(again_with(visit, asked, Wrong { sentence: visit.refusal(&refusal), person }).await)
        }
        (Err(other), _) => Err(Err(other.into())),
    }
}

#[post("/gestione/telefonate/<id>/rimetti", data = "<signed>")]
async fn again(who: Secretary, id: i64, signed: Signed) -> Answer {
    let visit = &who.visit;
    let asked = Paging::asked(Some(&signed.line("pagina")));
    match reopen_call(&visit.app.desk, id, who.viewer.person.id).await {
        Ok(()) => Ok(visit.to(&Paging::back("/gestione/telefonate", asked, "call-reopened"))),
        Err(No::Refused(refusal)) => {
            let person = signed.line("persona").parse::<i64>().ok();
            Err(again_with(visit, asked, Wrong { sentence: visit.refusal(&refusal), person }).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}
