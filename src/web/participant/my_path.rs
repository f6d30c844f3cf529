//! "Il mio percorso": where I am, what to do next, the whole line.

use rocket::{Route, get, routes};
use serde::Serialize;

use super::confirmed::other_name;
use super::corrected::{CorrectedView, corrected};
use super::declined::declined;
use super::dispute::{ContestsView, contests_view};
use super::documents::{DocumentsView, documents, is_revoked};
use super::offer::{OpenOffer, open_offers};
use super::path_view::{PathView, choices, view};
use crate::domain::path_state::PathState;
use crate::domain::person::Language;
use crate::store::enrolments;
use crate::store::programme::Programme;
use crate::store::standing::Standing;
use crate::usecases::request_sign_in::unconfirmed_choices;
use crate::web::error::PageError;
use crate::web::guards::{Participant, Visit};
use crate::web::offers::{Offer, offers};
use crate::web::page::Page;
use crate::web::view::{CourseView, EditionView};
use crate::web::visit::OtherEdition;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

/// The page.
#[derive(Serialize)]
struct MyPathPage {
    edition: Option<EditionView>,
    /// Other editions that are mine: links.
    others: Vec<OtherEdition>,
    path: Option<PathView>,
    /// Every workshop of the edition, for the line.
    offers: Vec<Offer>,
    /// What can still be chosen to reach the rule.
    choices: Vec<Offer>,
    /// The next workshop with a place of mine.
    next: Option<Offer>,
    /// Workshops I wait for, with my position.
    waiting: Vec<WaitingFor>,
    /// Freed places that are held for me until I answer.
    offered: Vec<OpenOffer>,
    course: Option<CourseView>,
    /// Where I say that I was, and where I can say so.
    contests: ContestsView,
    /// Marks of mine that were corrected lately.
    corrected: Vec<CorrectedView>,
    /// A sign-up of mine that waits for its confirmation.
    unconfirmed: Option<Unconfirmed>,
    /// What is mine on paper.
    documents: DocumentsView,
}

#[derive(Serialize)]
struct Unconfirmed {
    handle: String,
    /// The name in the form, where it is another one than mine.
    other_name: Option<String>,
}

#[derive(Serialize)]
struct WaitingFor {
    offer: Offer,
    position: u32,
}

#[get("/mio-percorso?<edizione>")]
async fn show(who: Participant, edizione: Option<&str>) -> Result<Page, PageError> {
    let page = load(&who.visit, who.viewer.person.id, edizione).await?;
    Ok(who.visit.render("participant/my_path.html", "path", &page)?)
}

async fn load(visit: &Visit, person_id: i64, named: Option<&str>) -> Result<MyPathPage, PageError> {
    let reader = visit.app.desk.store.reader();
    let unconfirmed = unconfirmed(visit, person_id).await?;
    let documents = documents(visit, person_id).await?;
    let Some((programme, others)) = visit.season(person_id, named).await? else {
        return Ok(MyPathPage {
            edition: None,
            others: Vec::new(),
            path: None,
            offers: Vec::new(),
            choices: Vec::new(),
            next: None,
            waiting: Vec::new(),
            offered: Vec::new(),
            course: None,
            contests: ContestsView::default(),
            corrected: Vec::new(),
            unconfirmed,
            documents,
        });
    };
    let Some(standing) = visit.standing(&programme).await? else { return Err(PageError::NotFound) };
    let asked = visit.asked().await?;
    let all = offers(reader, &visit.app.desk, &programme, Some(&standing), &asked, visit.language).await?;
    let english = visit.language == Language::En;
    let contests = contests_view(visit, &programme, person_id).await?;
    let mut path = view(&programme, &standing, &all, course_position(visit, &programme, &standing).await?);
    path.declined = declined(visit, &programme, person_id).await?;
    path.revoked = is_revoked(visit, person_id, programme.edition.id).await?;
    path.done_in = visit.done_in(&standing).await?;
    let done = path.state == PathState::CourseDone.code();
    Ok(MyPathPage {
        edition: Some(EditionView::of(&programme, english)),
        others,
        path: Some(path),
        choices: if done { Vec::new() } else { choices(&standing, &all) },
        next: next(visit, &programme, &standing, &all),
        waiting: waiting(visit, &standing, &all).await?,
        offered: open_offers(visit, &programme, &standing),
        course: programme.course().map(|course| CourseView::of(course, english)),
        corrected: corrected(visit, &programme, person_id, &contests).await?,
        contests,
        offers: all,
        unconfirmed,
        documents,
    })
}

/// The newest sign-up that waits for its confirmation.
async fn unconfirmed(visit: &Visit, person_id: i64) -> Result<Option<Unconfirmed>, PageError> {
    let Some(sign_up) = unconfirmed_choices(&visit.app.desk, person_id).await? else { return Ok(None) };
    let other_name = visit.viewer.as_ref().and_then(|viewer| other_name(&sign_up, &viewer.person));
    Ok(Some(Unconfirmed { handle: sign_up.handle, other_name }))
}

/// The position in the course's line.
pub(super) async fn course_position(
    visit: &Visit,
    programme: &Programme,
    standing: &Standing,
) -> Result<Option<u32>, PageError> {
    let Some(live) = programme.course().and_then(|c| standing.live_in(c.row.id)) else { return Ok(None) };
    if !live.state()?.is_waiting() {
        return Ok(None);
    }
    Ok(Some(
        enrolments::waiting_ahead(visit.app.desk.store.reader(), live.offering_id, live.position).await? + 1,
    ))
}

/// The next session with a place that is not over: one that is recorded is not to come, though its day is not over.
fn next(visit: &Visit, programme: &Programme, standing: &Standing, all: &[Offer]) -> Option<Offer> {
    let mut mine: Vec<&Offer> = all.iter().filter(|o| o.mine.as_deref() == Some("confirmed")).collect();
    mine.sort_by_key(|o| o.session.date);
    let recorded =
        |id: i64| standing.facts.workshops.iter().any(|w| w.offering == id && w.register_effective);
    let to_come = |o: &&&Offer| {
        programme
            .offering(o.id)
            .and_then(|offered| offered.timings().last().map(|t| t.ends_at()))
            .is_some_and(|end| end > visit.now && !recorded(o.id))
    };
    mine.iter().find(to_come).map(|o| (*o).clone())
}

async fn waiting(visit: &Visit, standing: &Standing, all: &[Offer]) -> Result<Vec<WaitingFor>, PageError> {
    let mut found = Vec::new();
    for offer in all.iter().filter(|o| o.mine.as_deref() == Some("waitlisted")) {
        let Some(live) = standing.live_in(offer.id) else { continue };
        let position =
            enrolments::waiting_ahead(visit.app.desk.store.reader(), offer.id, live.position).await? + 1;
        found.push(WaitingFor { offer: offer.clone(), position });
    }
    Ok(found)
}
