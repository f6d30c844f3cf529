//! The register: one form of radio groups; works without scripts. Whichever of its buttons is pressed, what was marked is
//! saved first.

use std::collections::HashMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};

use super::register_view::{load, meanwhile};
use crate::domain::attendance::Mark;
use crate::usecases::No;
use crate::usecases::take_attendance::{Entry, take_attendance};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::Trainer;
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, save]
}

#[get("/aula/<id>")]
async fn show(who: Trainer, id: i64) -> Result<Page, PageError> {
    let page = load(&who, id, &HashMap::new()).await?;
    Ok(who.visit.render("trainer/register.html", "room", &page)?)
}

#[post("/aula/<id>", data = "<signed>")]
async fn save(who: Trainer, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    if !who.may_take(id) {
        return Err(Err(PageError::NotFound));
    }
    let Some(entries) = entries(&signed) else {
        return Err(again(&who, id, &signed, "refusal-unknown-mark").await);
    };
    match take_attendance(&who.visit.app.desk, id, who.viewer.person.id, &entries).await {
        Ok(changed) => {
            let (button, visit) = (signed.line("poi"), &who.visit);
            let way = then(id, &button, changed);
            Ok(if button == "lingua" { visit.to_other_language(&way) } else { visit.to(&way) })
        }
        Err(No::Refused(refusal)) => Err(again(&who, id, &signed, refusal.code()).await),
        // Somebody who is not on the list: a form that was made up, or a list that changed meanwhile.
        Err(No::NotFound) => Err(again(&who, id, &signed, "refusal-list-changed").await),
        Err(other) => Err(Err(other.into())),
    }
}

/// Where a button of the register leads once the marks are saved: to closing, to adding somebody, who may be named, to the
/// other sessions, to the first page, to the other language, or back to the register.
fn then(id: i64, button: &str, changed: usize) -> String {
    let elsewhere = match button {
        "elenco" => Some("/aula".to_owned()),
        "inizio" => Some("/".to_owned()),
        "lingua" => Some(format!("/aula/{id}")),
        _ => None,
    };
    if let Some(way) = elsewhere {
        return if changed > 0 { format!("{way}?fatto=saved") } else { way };
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    if changed > 0 {
        query.append_pair("fatto", "saved");
    }
    let page = match button.split_once(':') {
        _ if button == "chiudi" => return format!("/aula/{id}/chiudi"),
        _ if button == "aggiungi" => "/aggiungi",
        Some(("aggiungi", name)) => {
            query.append_pair("cerca", name);
            "/aggiungi"
        }
        _ => return format!("/aula/{id}?fatto=saved"),
    };
    let query = query.finish();
    if query.is_empty() { format!("/aula/{id}{page}") } else { format!("/aula/{id}{page}?{query}") }
}

/// The radios that were sent; none where one says what no register knows.
fn entries(posted: &Posted) -> Option<Vec<Entry>> {
    let read = |letter: &str| {
        if letter.is_empty() { Some(None) } else { Mark::from_letter(letter).map(Some) }
    };
    let seen: HashMap<String, String> = posted.beginning("vista-").into_iter().collect();
    let answers = posted.beginning("presenza-");
    answers
        .into_iter()
        .map(|(id, letter)| {
            let seen = seen.get(&id).and_then(|letter| read(letter));
            Some(Entry { person_id: id.parse().ok()?, mark: read(&letter)?, seen })
        })
        .collect()
}

/// The register once more, with what was tapped and a sentence; where somebody else set a mark meanwhile, it says
/// who, and where no mark can be set, what was not kept.
async fn again(who: &Trainer, id: i64, posted: &Posted, key: &str) -> Result<Page, PageError> {
    let letters = |prefix: &str| -> HashMap<i64, String> {
        let found = posted.beginning(prefix).into_iter();
        found.filter_map(|(id, letter)| Some((id.parse::<i64>().ok()?, letter))).collect()
    };
    let (typed, seen) = (letters("presenza-"), letters("vista-"));
    let touched: HashMap<i64, String> = typed
        .iter()
        .filter(|(person, letter)| seen.get(*person) != Some(*letter))
        .map(|(person, letter)| (*person, letter.clone()))
        .collect();
    let mut page = load(who, id, &touched).await?;
    let sets_marks = page.state == "open" && !page.early;
    if !sets_marks {
        // What nobody can save again would read as if it stood: the page shows what is stored.
        page = load(who, id, &HashMap::new()).await?;
    }
    for row in page.expected.iter_mut().chain(page.provisional.iter_mut()) {
        if !sets_marks {
            row.lost = touched.get(&row.id).filter(|letter| **letter != row.seen).cloned();
            continue;
        }
        let moved = seen.get(&row.id).is_some_and(|seen| *seen != row.seen);
        if moved && touched.contains_key(&row.id) && row.mark != row.seen {
            row.meanwhile = meanwhile(who, id, row.id).await?;
        }
    }
    page.wrong = Some(who.visit.app.views.words().plain(who.visit.language, key));
    Ok(who.visit.render("trainer/register.html", "room", &page)?.with(Status::UnprocessableEntity))
}
