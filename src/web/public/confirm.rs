//! The link of a sign-up's mail: a page with a button, because mail scanners open links and must not act.

use rocket::http::CookieJar;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::enrolment::State;
use crate::store::{enrolments, sign_ups};
use crate::usecases::confirm_address::{confirm_address, look};
use crate::usecases::sign_up_sent::waiting;
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::{Anyone, set_cookie};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, confirm]
}

#[derive(Serialize)]
struct ConfirmPage {
    token: String,
    /// Whether the link was used before.
    used: bool,
    name: String,
    choices: Vec<ConfirmChoice>,
}

#[derive(Serialize)]
struct ConfirmChoice {
    title: Option<String>,
    nth: usize,
    date: Option<chrono::NaiveDate>,
    start: Option<chrono::NaiveTime>,
    end: Option<chrono::NaiveTime>,
    position: Option<i64>,
    /// Whether nobody holds it: they wait, and it is for whoever takes it first.
    first_come: bool,
}

#[get("/conferma/<token>")]
async fn show(who: Anyone, token: &str) -> Result<Page, PageError> {
    let visit = who.0;
    let sign_up = look(&visit.app.desk, token).await?;
    let shown = waiting(&visit.app.desk, &sign_up.handle).await?;
    let rows = sign_ups::choices(visit.app.desk.store.reader(), sign_up.id).await?;
    let mut choices = Vec::new();
    for row in rows {
        let Some(id) = row.enrolment_id else { continue };
        let Some(offered) = shown.programme.offering(row.offering_id) else { continue };
        let nth = shown.programme.nth(row.offering_id);
        let session = offered.first_session();
        let enrolment = enrolments::find(visit.app.desk.store.reader(), id).await?;
        let waits = enrolment.is_some_and(|e| e.state == State::Waitlisted.code());
        choices.push(ConfirmChoice {
            title: offered.row.title.clone(),
            nth,
            date: session.and_then(|s| s.date),
            start: session.and_then(|s| s.starts),
            end: session.and_then(|s| s.ends),
            position: row.shown_position,
            first_come: waits && row.shown_position.is_none(),
        });
    }
    let page = ConfirmPage {
        token: token.to_owned(),
        used: sign_up.confirmed_at.is_some(),
        name: sign_up.given_name,
        choices,
    };
    Ok(visit.render("public/confirm.html", "programme", &page)?)
}

#[post("/conferma/<token>", data = "<_posted>")]
async fn confirm(
    who: Anyone,
    jar: &CookieJar<'_>,
    token: &str,
    _posted: Posted,
) -> Result<Redirect, PageError> {
    let visit = who.0;
    let confirmed = confirm_address(&visit.app.desk, token).await?;
    match confirmed.cookie {
        Some(cookie) => {
            set_cookie(jar, &visit.app, Some(cookie));
            Ok(visit.to(&format!("/iscrizione/{}", confirmed.handle)))
        }
        None => Ok(visit.to(&format!("/conferma/{token}"))),
    }
}
