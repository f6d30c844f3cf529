//! The link of the mail to a new address: a page with a button, because mail scanners open links and must not act. It signs
//! nobody in.

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::usecases::confirm_new_address::{Stands, confirm_new_address, look};
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::Anyone;
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, confirm]
}

#[derive(Serialize)]
struct NewAddressPage {
    token: String,
    /// `open`, `done`, `over` or `taken`.
    stands: &'static str,
    email: Option<String>,
    name: String,
}

#[get("/indirizzo/<token>")]
async fn show(who: Anyone, token: &str) -> Result<Page, PageError> {
    let visit = who.0;
    let looked = look(&visit.app.desk, token).await?;
    let page = NewAddressPage {
        token: token.to_owned(),
        stands: match looked.stands {
            Stands::Open => "open",
            Stands::Done => "done",
            Stands::Over => "over",
            Stands::Taken => "taken",
        },
        email: looked.email,
        name: looked.given_name,
    };
    Ok(visit.render("public/new_address.html", "programme", &page)?)
}

#[post("/indirizzo/<token>", data = "<_posted>")]
async fn confirm(who: Anyone, token: &str, _posted: Posted) -> Result<Redirect, PageError> {
    let visit = who.0;
    // What came of it is shown by the same page.
    confirm_new_address(&visit.app.desk, token).await?;
    Ok(visit.to(&format!("/indirizzo/{token}")))
}
