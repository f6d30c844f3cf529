//! A workshop: decide and sign up on one page.

use rocket::http::Status;
use rocket::{Route, get, routes};
use serde::Serialize;

use super::sign_up_form::{Answers, FieldError};
use crate::domain::eligibility::Eligibility;
use crate::domain::path_slots::Slot;
use crate::domain::person::{Language, Profile};
use crate::store::seasons;
use crate::store::standing::Standing;
use crate::web::error::PageError;
use crate::web::guards::{Anyone, Visit};
use crate::web::offers::{Doing, Offer, offers};
use crate::web::page::Page;
use crate::web::participant::swap::{Overlap, overlaps};
use crate::web::view::EditionView;

#[derive(Serialize)]
struct WorkshopPage {
    edition: EditionView,
    offer: Offer,
    /// Other workshops that can be added to the same form.
    others: Vec<Offer>,
    /// The slots as they would be with this workshop.
    slots: Vec<Slot>,
    /// How many the person has attended or booked before this one, and whether this one helps.
    nth: usize,
    /// Appointments of the viewer at the same time: a warning.
    overlaps: Vec<Overlap>,
    answers: Answers,
    errors: Vec<FieldError>,
    /// Error sentences by field, for the templates.
    error: std::collections::BTreeMap<String, String>,
    profiles: Vec<&'static str>,
}

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[get("/workshop/<slug>")]
async fn show(who: Anyone, slug: &str) -> Result<Page, PageError> {
    page(&who.0, slug, Answers::default(), Vec::new()).await
}

/// The page of a workshop, with what was typed and what is wrong with it: 422 where something is.
pub(super) async fn page(
    visit: &Visit,
    slug: &str,
    answers: Answers,
    errors: Vec<FieldError>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let programme =
        seasons::with_slug(reader, slug, visit.person_id(), visit.now).await?.ok_or(PageError::NotFound)?;
    let standing = visit.standing(&programme).await?;
    let asked = visit.asked().await?;
    let all = offers(reader, &visit.app.desk, &programme, standing.as_ref(), &asked, visit.language).await?;
    let offer = all.iter().find(|o| o.slug == slug).cloned().ok_or(PageError::NotFound)?;
    let others = all
        .into_iter()
        .filter(|o| o.slug != slug && o.mine.is_none() && matches!(o.doing, Doing::Open | Doing::Full))
        .collect();
    let edition = EditionView::of(&programme, visit.language == Language::En);
    let overlaps = match &standing {
        Some(standing) if offer.mine.is_none() => overlaps(&programme, standing, offer.id, None),
        _ => Vec::new(),
    };
    let (slots, nth) = slots_with(&edition, &offer, standing.as_ref());
    let wrong = !errors.is_empty();
    let page = WorkshopPage {
        edition,
        slots,
        nth,
        overlaps,
        error: errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        offer,
        others,
        answers,
        errors,
        profiles: Profile::ALL.iter().map(|p| p.code()).collect(),
    };
    let template = if page.offer.doing == Doing::Undated {
        "public/workshop_undated.html"
    } else {
        "public/workshop.html"
    };
    let rendered = visit.render(template, "programme", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// The slots with this workshop put into the first empty one, and which one that would be.
fn slots_with(edition: &EditionView, offer: &Offer, standing: Option<&Standing>) -> (Vec<Slot>, usize) {
    use crate::domain::path_slots::{SlotKind, slots};
    let empty = Slot { kind: SlotKind::Empty, date: None };
    let wanted = usize::try_from(edition.required).unwrap_or(0).min(12);
    let mut now = standing.map_or_else(|| vec![empty; wanted], |s| slots(&s.facts));
    let met = standing
        .is_some_and(|s| matches!(s.eligibility, Eligibility::Met { .. }) || s.course.done_in.is_some());
    let first = now.iter().position(|slot| slot.kind == SlotKind::Empty);
    if let Some(first) = first
        && offer.counts
        && offer.mine.is_none()
        && !met
    {
        now[first] = Slot { kind: SlotKind::Book, date: offer.session.date };
        return (now, first + 1);
    }
    (now, 0)
}
