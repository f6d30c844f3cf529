//! "Telefonate": what people without an address are to be told, as a list that can be printed; each is crossed off by
//! whoever called.

use std::collections::HashMap;

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::letter::Letter;
use crate::domain::person::Language;
use crate::store::calls::{self, OpenCall};
use crate::store::people::{self, Person};
use crate::usecases::call_now::{CallNow, call_now};
use crate::usecases::settle_call::settle_call;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::words::call::{Call, script};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, done]
}

#[derive(Serialize)]
struct CallsPage {
    calls: Vec<CallView>,
}

/// A call to be made.
#[derive(Serialize)]
pub struct CallView {
    task: i64,
    person: i64,
    name: String,
    phone: Option<String>,
    /// Since when it stands on the list.
    since: String,
    /// The kind of letter it stands for; none for one that cannot be read any more.
    kind: Option<&'static str>,
    /// What to say, in paragraphs of lines.
    says: Vec<Vec<String>>,
    /// Whether nobody needs to be called any more.
    over: bool,
}

#[get("/gestione/telefonate")]
async fn show(who: Reader) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let open = calls::open(reader, visit.now).await?;
    let ids: Vec<i64> = open.iter().map(|call| call.person_id).collect();
    let known: HashMap<i64, Person> =
        people::some(reader, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let mut calls = Vec::new();
    for call in &open {
        if let Some(person) = known.get(&call.person_id) {
            calls.push(view(visit, call, person).await?);
        }
    }
    Ok(visit.render("admin/calls.html", "calls", &CallsPage { calls })?)
}

/// The calls that wait for one person.
///
/// # Errors
/// The database failed.
pub async fn of_person(visit: &Visit, person: &Person) -> Result<Vec<CallView>, PageError> {
    let open = calls::open_of(visit.app.desk.store.reader(), person.id).await?;
    let mut due = Vec::new();
    for call in open.iter().filter(|call| call.due_at <= visit.now) {
        due.push(view(visit, call, person).await?);
    }
    Ok(due)
}

async fn view(visit: &Visit, call: &OpenCall, person: &Person) -> Result<CallView, PageError> {
    let (kind, says, over) = match call_now(visit.app.desk.store.reader(), call, visit.now).await? {
        CallNow::Say(letter) => (Some(letter.code()), said(visit, call, person, &letter), false),
        CallNow::Over(kind) => (Some(kind), Vec::new(), true),
        CallNow::Unreadable => (None, Vec::new(), false),
    };
    Ok(CallView {
        task: call.task_id,
        person: person.id,
        name: person.full_name(),
        phone: person.phone.clone(),
        since: call.due_at.to_rfc3339(),
        kind,
        says,
        over,
    })
}

/// What to say, in the language they are spoken to.
fn said(visit: &Visit, call: &OpenCall, person: &Person, letter: &Letter) -> Vec<Vec<String>> {
    let site = &visit.app.site;
    let speaks = Call {
        language: Language::from_code(&call.language),
        given: &person.given_name,
        organisation: &site.organisation,
        phone: site.phone.as_deref(),
    };
    script(visit.app.views.words(), speaks, letter).unwrap_or_default()
}

#[post("/gestione/telefonate/<id>/fatto", data = "<signed>")]
async fn done(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, PageError> {
    settle_call(&who.visit.app.desk, id, who.viewer.person.id).await?;
    let back = match signed.line("scheda").parse::<i64>() {
        Ok(person) => format!("/gestione/persone/{person}"),
        Err(_) => "/gestione/telefonate".to_owned(),
    };
    Ok(who.visit.to(&format!("{back}?fatto=called")))
}
