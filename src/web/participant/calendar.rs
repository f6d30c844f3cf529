//! "Il tuo calendario": the address to subscribe to, whether invites come by mail, the appointments as files.

use chrono::{NaiveDate, NaiveTime};
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::appointments::{self, Appointed};
use crate::domain::letter::SessionFacts;
use crate::domain::offering::Kind;
use crate::usecases::take_invites::{feed_token, new_feed, take_invites};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::Participant;
use crate::web::page::Page;
use crate::web::public::calendar::IcsFile;
use crate::web::public::sign_up_form::FieldError;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, choose, change_address, all, course, session]
}

#[derive(Serialize)]
struct CalendarPage {
    /// The address to subscribe to.
    address: String,
    /// The same, as calendar programs open it by themselves.
    webcal: String,
    /// Whether invites come by mail.
    takes_invites: bool,
    /// The appointments to come.
    ahead: Vec<OwnSession>,
    /// Whether there is anything to download.
    any: bool,
    /// Whether course days are among them.
    course: bool,
    errors: Vec<FieldError>,
}

/// An appointment as the page shows it; names of the fields are those of components.
#[derive(Serialize)]
struct OwnSession {
    session_id: i64,
    title: Option<String>,
    gloss: Option<String>,
    nth: u32,
    number: u32,
    days: u32,
    date: Option<NaiveDate>,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
    place: Option<String>,
}

impl OwnSession {
    fn of(session_id: i64, session: &SessionFacts) -> Self {
        let title = Some(session.title.official.clone()).filter(|title| !title.is_empty());
        Self {
            session_id,
            title,
            gloss: session.title.gloss.clone(),
            nth: session.title.nth,
            number: session.number,
            days: session.of,
            date: session.date,
            start: session.start,
            end: session.end,
            place: session.place.clone(),
        }
    }
}

#[get("/mio-percorso/calendario")]
async fn show(who: Participant) -> Result<Page, PageError> {
    page(&who, Vec::new()).await
}

async fn page(who: &Participant, errors: Vec<FieldError>) -> Result<Page, PageError> {
    let visit = &who.visit;
    let person = &who.viewer.person;
    let token = feed_token(&visit.app.desk, person.id).await?;
    let address = format!("{}{}", visit.app.site.address, appointments::feed_path(&token));
    let appointed = own(who).await?;
    let live: Vec<&Appointed> = appointed.iter().filter(|one| !one.entry.cancelled).collect();
    // The page is read here and now: what a letter that waits will say is so already.
    let stands = appointed.iter().filter_map(|one| Some((one.session_id, one.stands.as_ref()?)));
    let ahead = stands.filter(|(_, stands)| stands.ends_at > visit.now);
    let page = CalendarPage {
        webcal: format!("webcal://{}", address.split_once("://").map_or("", |(_, rest)| rest)),
        address,
        takes_invites: person.takes_invites,
        ahead: ahead.map(|(id, stands)| OwnSession::of(id, &stands.session)).collect(),
        any: !live.is_empty(),
        course: live.iter().any(|one| one.kind == Kind::Course),
        errors,
    };
    Ok(visit.render("participant/calendar.html", "path", &page)?)
}

async fn own(who: &Participant) -> Result<Vec<Appointed>, PageError> {
    let reader = who.visit.app.desk.store.reader();
    Ok(appointments::of_person(reader, who.viewer.person.id, who.visit.now).await?)
}

#[post("/mio-percorso/calendario", data = "<form>")]
async fn choose(who: Participant, form: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let (takes, done) = match form.line("inviti").as_str() {
        "mail" => (true, "calendar-mail"),
        "calendario" => (false, "calendar-only"),
        _ => {
            let text = who.visit.app.views.words().plain(who.visit.language, "feed-choice-missing");
            let error = FieldError { field: "inviti".to_owned(), text };
            let page = page(&who, vec![error]).await;
            return Err(page.map(|page| page.with(Status::UnprocessableEntity)));
        }
    };
    match take_invites(&who.visit.app.desk, who.viewer.person.id, takes).await {
        Ok(()) => Ok(who.visit.to(&format!("/mio-percorso/calendario?fatto={done}"))),
        Err(no) => Err(Err(no.into())),
    }
}

#[post("/mio-percorso/calendario/indirizzo", data = "<_signed>")]
async fn change_address(who: Participant, _signed: Signed) -> Result<Redirect, PageError> {
    new_feed(&who.visit.app.desk, who.viewer.person.id).await?;
    Ok(who.visit.to("/mio-percorso/calendario?fatto=calendar-address"))
}

#[get("/mio-percorso/calendario.ics")]
async fn all(who: Participant) -> Result<IcsFile, PageError> {
    let appointed = own(&who).await?;
    Ok(appointments::whole(&who.visit, &who.viewer.person, appointed, None))
}

/// The days of the course, those called off too: a calendar that has them learns it.
#[get("/mio-percorso/corso.ics")]
async fn course(who: Participant) -> Result<IcsFile, PageError> {
    let mut appointed = own(&who).await?;
    appointed.retain(|one| one.kind == Kind::Course);
    if appointed.is_empty() {
        return Err(PageError::NotFound);
    }
    Ok(appointments::file(&who.visit, &who.viewer.person, appointed, "corso"))
}

#[get("/mio-percorso/incontri/<file>", rank = 2)]
async fn session(who: Participant, file: &str) -> Result<IcsFile, PageError> {
    let id: i64 = file.strip_suffix(".ics").and_then(|id| id.parse().ok()).ok_or(PageError::NotFound)?;
    let mut appointed = own(&who).await?;
    appointed.retain(|one| one.session_id == id && !one.entry.cancelled);
    if appointed.is_empty() {
        return Err(PageError::NotFound);
    }
    Ok(appointments::file(&who.visit, &who.viewer.person, appointed, "incontro"))
}
