//! "Telefonate": what people without an address are to be told, as a list that can be printed; each is crossed off by
//! whoever called.

use std::collections::HashMap;

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::letter::Payload;
use crate::domain::person::Language;
use crate::mail::compose::render;
use crate::store::calls::{self, OpenCall};
use crate::store::people::{self, Person};
use crate::usecases::settle_call::settle_call;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;

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
}

#[get("/gestione/telefonate")]
async fn show(who: Reader) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let open = calls::open(reader, visit.now).await?;
    let ids: Vec<i64> = open.iter().map(|call| call.person_id).collect();
    let known: HashMap<i64, Person> =
        people::some(reader, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let calls = open.iter().filter_map(|call| Some(view(visit, call, known.get(&call.person_id)?))).collect();
    Ok(visit.render("admin/calls.html", "calls", &CallsPage { calls })?)
}

/// The calls that wait for one person.
///
/// # Errors
/// The database failed.
pub async fn of_person(visit: &Visit, person: &Person) -> Result<Vec<CallView>, PageError> {
    let open = calls::open_of(visit.app.desk.store.reader(), person.id).await?;
    let due = open.iter().filter(|call| call.due_at <= visit.now);
    Ok(due.map(|call| view(visit, call, person)).collect())
}

fn view(visit: &Visit, call: &OpenCall, person: &Person) -> CallView {
    let read = said(visit, call, person);
    CallView {
        task: call.task_id,
        person: person.id,
        name: person.full_name(),
        phone: person.phone.clone(),
        since: call.due_at.to_rfc3339(),
        kind: read.as_ref().map(|(kind, _)| *kind),
        says: read.map(|(_, says)| says).unwrap_or_default(),
    }
}

/// The text of the letter as it would greet them, in the language they are spoken to.
fn said(visit: &Visit, call: &OpenCall, person: &Person) -> Option<(&'static str, Vec<Vec<String>>)> {
    let mut payload: Payload = serde_json::from_str(&call.payload).ok()?;
    payload.to.given_name.clone_from(&person.given_name);
    payload.to.full_name = person.full_name();
    let stored = serde_json::to_string(&payload).ok()?;
    let (read, rendered) = render(&visit.app.views, &stored, Language::from_code(&call.language)).ok()?;
    Some((read.letter.code(), spoken(&rendered.text)))
}

/// Paragraphs of lines; addresses of pages are nothing to say.
fn spoken(text: &str) -> Vec<Vec<String>> {
    let mut paragraphs: Vec<Vec<String>> = vec![Vec::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() && !line.starts_with("http") => last.push(line.to_owned()),
            Some(last) if line.is_empty() && !last.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
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

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn what_is_said_has_no_addresses_of_pages_and_no_empty_paragraphs() {
        let text = "Ciao Ada,\n\nUna riga\nun’altra:\nhttps://percorso.example/x\n\n\nFine\n";
        assert_eq!(spoken(text), [vec!["Ciao Ada,"], vec!["Una riga", "un’altra:"], vec!["Fine"]]);
    }
}
