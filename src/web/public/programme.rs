//! The programme: understand in one screen, pick a workshop.

use rocket::{Route, get, routes};
use serde::Serialize;

use crate::domain::person::Language;
use crate::store::programme;
use crate::web::error::PageError;
use crate::web::guards::{Anyone, Visit};
use crate::web::offers::{Offer, offers};
use crate::web::page::Page;
use crate::web::view::{CourseView, EditionView, takes_enrolments};

#[derive(Serialize)]
struct ProgrammePage {
    edition: Option<EditionView>,
    offers: Vec<Offer>,
    course: Option<CourseView>,
    /// Whether the course takes enrolments.
    course_open: bool,
    /// The first workshop that can be chosen, for the big button.
    first: Option<String>,
}

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[get("/")]
async fn show(who: Anyone) -> Result<Page, PageError> {
    let visit = who.0;
    let page = load(&visit).await?;
    Ok(visit.render("public/programme.html", "programme", &page)?)
}

async fn load(visit: &Visit) -> Result<ProgrammePage, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(programme) = programme::current(reader).await? else {
        return Ok(ProgrammePage {
            edition: None,
            offers: Vec::new(),
            course: None,
            course_open: false,
            first: None,
        });
    };
    let english = visit.language == Language::En;
    let standing = visit.standing(&programme).await?;
    let offers = offers(reader, &visit.app.desk, &programme, standing.as_ref(), &[], visit.language).await?;
    Ok(ProgrammePage {
        edition: Some(EditionView::of(&programme, english)),
        first: offers.iter().find(|o| o.doing == crate::web::offers::Doing::Open).map(|o| o.slug.clone()),
        offers,
        course: programme.course().map(|course| CourseView::of(course, english)),
        course_open: programme.course().is_some_and(|course| takes_enrolments(&programme, course, visit.now)),
    })
}
