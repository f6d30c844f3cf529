//! Notes about a person, on their page, for admins alone.

use std::collections::HashMap;

use rocket::response::Redirect;
use rocket::{Route, post, routes};
use serde::Serialize;

use super::person::{self, NotDone, done_link, season};
use crate::store::people::{self, Person};
use crate::store::{notes, texts};
use crate::usecases::No;
use crate::usecases::note_person::{remove_note, write_note};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Admin, Viewer, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::fault;

/// How long a note may be, in characters.
const LONGEST: usize = 1000;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![write, remove]
}

/// A note as the page shows it.
#[derive(Serialize)]
pub struct NoteView {
    id: i64,
    lines: Vec<String>,
    by: String,
    at: String,
}

/// The notes about a person, newest first; none for somebody who may not read them, or whom they are about.
///
/// # Errors
/// The database failed.
pub async fn of_person(
    visit: &Visit,
    viewer: &Viewer,
    person: &Person,
) -> Result<Option<Vec<NoteView>>, PageError> {
    if !viewer.decides() || viewer.person.id == person.id {
        return Ok(None);
    }
    let reader = visit.app.desk.store.reader();
    let all = notes::of_person(reader, person.id).await?;
    let words = texts::bodies(reader, &all.iter().map(|note| note.text_id).collect::<Vec<_>>()).await?;
    let authors: Vec<i64> = all.iter().map(|note| note.written_by).collect();
    let names: HashMap<i64, String> =
        people::some(reader, &authors).await?.into_iter().map(|author| (author.id, name(&author))).collect();
    let view = |note: notes::Note| NoteView {
        id: note.id,
        lines: words.get(&note.text_id).map(|text| lines(text)).unwrap_or_default(),
        by: names.get(&note.written_by).cloned().unwrap_or_default(),
        at: note.written_at.to_rfc3339(),
    };
    Ok(Some(all.into_iter().map(view).collect()))
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// What the office calls one of its own: the name, or the address of one who has given none.
pub(super) fn name(author: &Person) -> String {
    let name = author.full_name();
    if name.is_empty() { author.email.clone().unwrap_or_default() } else { name }
}

#[post("/gestione/persone/<id>/note", data = "<signed>")]
async fn write(who: Admin, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (visit, viewer) = (&who.visit, &who.viewer);
    let words = signed.lines("nota");
    let wrong = match words.chars().count() {
        0 => Some(fault(visit, "nota", "missing").text),
        1..=LONGEST => None,
        _ => Some(fault(visit, "nota", "long").text),
    };
    let (sentence, at_field) = match wrong {
        Some(sentence) => (sentence, true),
        None => match write_note(&visit.app.desk, id, &words, viewer.person.id).await {
            Ok(()) => {
                let back = done_link(id, season(&signed).as_deref(), "note-written");
                return Ok(visit.to(&format!("{back}#appunti")));
            }
            Err(No::Refused(refusal)) => (visit.refusal(&refusal), false),
            Err(other) => return Err(Err(other.into())),
        },
    };
    let wrong = NotDone { sentence, field: Some("nota".to_owned()), reason: words, at_field };
    Err(person::page(visit, viewer, id, season(&signed).as_deref(), Some(wrong)).await)
}

#[post("/gestione/note/<id>/togli", data = "<signed>")]
async fn remove(who: Admin, id: i64, signed: Signed) -> Result<Redirect, PageError> {
    remove_note(&who.visit.app.desk, id, who.viewer.person.id).await?;
    let person = signed.line("scheda").parse::<i64>().map_err(|_| PageError::NotFound)?;
    let back = done_link(person, season(&signed).as_deref(), "note-removed");
    Ok(who.visit.to(&format!("{back}#appunti")))
}
