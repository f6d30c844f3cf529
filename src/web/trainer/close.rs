//! Closing the register: totals, who has no mark, what follows for whom; until it takes effect it can be undone.

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::register_view::{RegisterPage, load};
use crate::domain::register::RegisterState;
use crate::usecases::No;
use crate::usecases::close_register::{close_register, undo};
use crate::usecases::preview_closing::preview_closing;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::Trainer;
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, close, take_back]
}

#[derive(Serialize)]
struct ClosePage {
    register: RegisterPage,
    present: u32,
    late: u32,
    left_early: u32,
    absent: u32,
    excused: u32,
    unmarked: Vec<String>,
    reach: Vec<String>,
    made_final: Vec<String>,
    short: Vec<Short>,
    minutes: i64,
}

#[derive(Serialize)]
struct Short {
    name: String,
    missing: u32,
}

#[get("/aula/<id>/chiudi")]
async fn show(who: Trainer, id: i64) -> Result<Page, PageError> {
    page(&who, id, None).await
}

async fn page(who: &Trainer, id: i64, wrong: Option<String>) -> Result<Page, PageError> {
    let mut register = load(who, id, &std::collections::HashMap::new()).await?;
    let failed = wrong.is_some();
    register.wrong = wrong;
    let preview = preview_closing(&who.visit.app.desk, id).await?;
    let name =
        |person: &crate::store::people::Person| format!("{} {}", person.family_name, person.given_name);
    let page = ClosePage {
        register,
        present: preview.totals.present,
        late: preview.totals.late,
        left_early: preview.totals.left_early,
        absent: preview.totals.absent,
        excused: preview.totals.excused,
        unmarked: preview.unmarked.iter().map(name).collect(),
        reach: preview.reach.iter().map(name).collect(),
        made_final: preview.made_final.iter().map(name).collect(),
        short: preview
            .short
            .iter()
            .map(|(person, missing)| Short { name: name(person), missing: *missing })
            .collect(),
        minutes: who.visit.app.desk.policy.register_delay.num_minutes(),
    };
    let rendered = who.visit.render("trainer/close.html", "room", &page)?;
    Ok(if failed { rendered.with(rocket::http::Status::UnprocessableEntity) } else { rendered })
}

#[post("/aula/<id>/chiudi", data = "<_signed>")]
async fn close(who: Trainer, id: i64, _signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    if !who.may_take(id) {
        return Err(Err(PageError::NotFound));
    }
    let closed = close_register(&who.visit.app.desk, id, who.viewer.person.id).await;
    // The words promise that it can be undone; the page of a register in effect says for itself how it stands.
    let in_effect = closed.as_ref().is_ok_and(|register| register.state() == RegisterState::Effective);
    let flash = if in_effect { "" } else { "?fatto=closed" };
    answer(&who, id, closed.map(|_| ()), flash).await
}

#[post("/aula/<id>/annulla-chiusura", data = "<_signed>")]
async fn take_back(who: Trainer, id: i64, _signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    if !who.may_take(id) {
        return Err(Err(PageError::NotFound));
    }
    answer(&who, id, undo(&who.visit.app.desk, id, who.viewer.person.id).await, "?fatto=undone").await
}

async fn answer(
    who: &Trainer,
    id: i64,
    done: Result<(), No>,
    flash: &str,
) -> Result<Redirect, Result<Page, PageError>> {
    match done {
        Ok(()) => Ok(who.visit.to(&format!("/aula/{id}{flash}"))),
        Err(No::Refused(refusal)) => Err(page(who, id, Some(who.visit.refusal(&refusal))).await),
        Err(other) => Err(Err(other.into())),
    }
}
