//! "Leggi la mail": one of the letters a change would bring, as one of its people would read it. Nothing is saved, no
//! letter leaves.

use rocket::http::Status;
use rocket::{Route, post, routes};
use serde::Serialize;

use super::course_days;
use super::edition_form::WholeRule;
use super::edition_page::of_key;
use super::impact_codes::read_letter;
use super::impact_view::{PersonRef, named};
use super::offering_edit::{Act, Typed, edits, of_offering, seen};
use super::session_edit::of_session;
use super::session_form::AppointmentAnswers;
use crate::domain::change::Edit;
use crate::domain::person::Language;
use crate::mail::compose::render;
use crate::usecases::change_programme::{NotChanged, Sample, Seen, Wanted, sample};
use crate::usecases::shape_edition::NotDone;
use crate::usecases::shape_edition::showing::{letter_of_edition, letter_of_offering};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Admin, Secretary, Visit};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![of_a_session, of_an_offering, of_the_days, of_the_rule, of_a_draft, of_a_draft_edition]
}

#[derive(Serialize)]
struct PreviewPage {
    /// The letter; none where the program writes it later, or the change is another one by now.
    letter: Option<LetterView>,
    /// Whether the change cannot be made any more as it was checked.
    changed: bool,
}

#[derive(Serialize)]
struct LetterView {
    subject: String,
    text: String,
    address: String,
    person: Option<PersonRef>,
    english: bool,
    /// `REQUEST` or `CANCEL`, where a calendar object travels with it.
    calendar: Option<&'static str>,
}

#[post("/gestione/sessioni/<id>/mail", data = "<signed>")]
async fn of_a_session(who: Secretary, id: i64, signed: Signed) -> Result<Page, PageError> {
    let programme = of_session(&who.visit, id).await?;
    let edit = match signed.line("modulo").as_str() {
        "annulla-conferma" => Some(Edit::CancelSession { session: id }),
        _ => AppointmentAnswers::read(&signed).parsed().ok().map(|to| Edit::Session { session: id, to }),
    };
    let version = signed.line("versione").parse().unwrap_or(0);
    let wanted = edit.map(|edit| Wanted {
        edition: programme.edition.id,
        edits: vec![edit],
        seen: vec![Seen::Session(id, version)],
    });
    page(&who.visit, who.viewer.person.id, &signed, wanted).await
}

#[post("/gestione/offerte/<id>/mail", data = "<signed>")]
async fn of_an_offering(who: Secretary, id: i64, signed: Signed) -> Result<Page, PageError> {
    let programme = of_offering(&who.visit, id).await?;
    let offered = programme.offering(id).ok_or(PageError::NotFound)?;
    let act = Act::of(&signed.line("modulo"));
    let edits = edits(act, &Typed::read(act, &signed), &programme, offered, false);
    let wanted = edits.ok().map(|edits| Wanted {
        edition: programme.edition.id,
        edits,
        seen: seen(act, &programme, offered, &signed),
    });
    page(&who.visit, who.viewer.person.id, &signed, wanted).await
}

#[post("/gestione/offerte/<id>/giornate/mail", data = "<signed>")]
async fn of_the_days(who: Secretary, id: i64, signed: Signed) -> Result<Page, PageError> {
    let programme = of_offering(&who.visit, id).await?;
    let offered = programme.offering(id).ok_or(PageError::NotFound)?;
    let wanted = course_days::wanted(&programme, offered, &signed, who.visit.now).ok();
    page(&who.visit, who.viewer.person.id, &signed, wanted).await
}

#[post("/gestione/edizioni/<key>/regola/mail", data = "<signed>")]
async fn of_the_rule(who: Admin, key: &str, signed: Signed) -> Result<Page, PageError> {
    let programme = of_key(&who.visit, key).await?;
    let edition = &programme.edition;
    let version = signed.line("versione").parse().unwrap_or(0);
    let wanted = WholeRule::read(&signed).parsed(&edition.rule()).ok().map(|to| Wanted {
        edition: edition.id,
        edits: vec![Edit::Rule { to }],
        seen: vec![Seen::Edition(edition.id, version)],
    });
    page(&who.visit, who.viewer.person.id, &signed, wanted).await
}

#[post("/gestione/offerte/<id>/stato/mail", data = "<signed>")]
async fn of_a_draft(who: Secretary, id: i64, signed: Signed) -> Result<Page, PageError> {
    let which = read_letter(&signed.line("lettera")).ok_or(PageError::NotFound)?;
    let staff = who.viewer.person.id;
    let found = letter_of_offering(&who.visit.app.desk, id, &signed.line("visto"), staff, which).await;
    answer(&who.visit, published(found)?).await
}

#[post("/gestione/edizioni/<key>/stato/mail", data = "<signed>")]
async fn of_a_draft_edition(who: Secretary, key: &str, signed: Signed) -> Result<Page, PageError> {
    let which = read_letter(&signed.line("lettera")).ok_or(PageError::NotFound)?;
    let edition = of_key(&who.visit, key).await?.edition.id;
    let seen = signed.line("visto");
    let chosen: Vec<i64> = signed.all("offerta").iter().filter_map(|id| id.parse().ok()).collect();
    let staff = who.viewer.person.id;
    let found = letter_of_edition(&who.visit.app.desk, (edition, &seen), &chosen, staff, which).await;
    answer(&who.visit, published(found)?).await
}

/// The letter of something that would be published; none where it cannot be published any more.
fn published(found: Result<Option<Sample>, NotDone>) -> Result<Option<Option<Sample>>, PageError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(NotDone::Faults(_) | NotDone::Meanwhile) => Ok(None),
        Err(NotDone::No(no)) => Err(no.into()),
    }
}

/// The page: 422 where the change cannot be made any more as it was checked.
async fn page(visit: &Visit, staff: i64, posted: &Posted, wanted: Option<Wanted>) -> Result<Page, PageError> {
    let which = read_letter(&posted.line("lettera")).ok_or(PageError::NotFound)?;
    let found = match wanted {
        Some(wanted) => match sample(&visit.app.desk, &wanted, staff, which).await {
            Ok(found) => Some(found),
            Err(NotChanged::Faults(_) | NotChanged::Meanwhile) => None,
            Err(NotChanged::No(no)) => return Err(no.into()),
        },
        None => None,
    };
    answer(visit, found).await
}

async fn answer(visit: &Visit, found: Option<Option<Sample>>) -> Result<Page, PageError> {
    let changed = found.is_none();
    let letter = match found.flatten() {
        Some(sample) => Some(view(visit, sample).await?),
        None => None,
    };
    let rendered = visit.render("admin/letter_preview.html", "dates", &PreviewPage { letter, changed })?;
    Ok(if changed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

async fn view(visit: &Visit, sample: Sample) -> Result<LetterView, PageError> {
    let (_, rendered) = render(&visit.app.views, &sample.payload, sample.language)
        .map_err(|error| PageError::Fault(error.to_string()))?;
    let ids: Vec<i64> = sample.person.into_iter().collect();
    Ok(LetterView {
        subject: rendered.subject,
        text: rendered.text,
        address: sample.address,
        person: named(visit, &ids).await?.pop(),
        english: sample.language == Language::En,
        calendar: rendered.calendar.map(|(_, method)| method),
    })
}
