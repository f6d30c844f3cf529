//! What the office does about one person: confirm, end, offer a freed place, waive the rule.

use rocket::response::Redirect;
use rocket::{Route, post, routes};

use super::offering_edit::offered;
use super::person::{NotDone, done_link, page, season};
use crate::store::{editions, enrolments};
use crate::usecases::No;
use crate::usecases::cancel_enrolment::by_staff;
use crate::usecases::confirm_address::confirm_by_staff;
use crate::usecases::offer_places::offer_to;
use crate::usecases::waive_rule::waive_rule;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Admin, Secretary, Viewer, Visit};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![confirm, cancel, give, waive]
}

type Answer = Result<Redirect, Result<Page, PageError>>;

async fn person_of(visit: &Visit, enrolment: i64) -> Result<i64, PageError> {
    let found = enrolments::find(visit.app.desk.store.reader(), enrolment).await?;
    found.map(|e| e.person_id).ok_or(PageError::NotFound)
}

/// `form` is what was sent with a reason: the field it was typed into, and what was typed; `named` is the key of the
/// edition it was about, or that the page showed.
async fn answer(
    (visit, viewer): (&Visit, &Viewer),
    person: i64,
    done: Result<(), No>,
    flash: &str,
    form: Option<(String, String)>,
    named: Option<&str>,
) -> Answer {
    match done {
        Ok(()) => Ok(visit.to(&done_link(person, named, flash))),
        Err(No::Refused(refusal)) => {
            let (field, reason) = form.map_or((None, String::new()), |(field, reason)| (Some(field), reason));
            let at_field = field.is_some() && refusal.is_about_reason();
            let sentence = visit.refusal(&refusal);
            Err(page(visit, viewer, person, named, Some(NotDone { sentence, field, reason, at_field })).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

#[post("/gestione/iscrizioni/<id>/conferma", data = "<signed>")]
async fn confirm(who: Secretary, id: i64, signed: Signed) -> Answer {
    let person = person_of(&who.visit, id).await.map_err(Err)?;
    let done = confirm_by_staff(&who.visit.app.desk, id, who.viewer.person.id).await.map(|_| ());
    let season = season(&signed);
    answer((&who.visit, &who.viewer), person, done, "confirmed-by-staff", None, season.as_deref()).await
}

#[post("/gestione/iscrizioni/<id>/annulla", data = "<signed>")]
async fn cancel(who: Secretary, id: i64, signed: Signed) -> Answer {
    let person = person_of(&who.visit, id).await.map_err(Err)?;
    let (field, reason, season) = (format!("motivo-{id}"), signed.lines("motivo"), season(&signed));
    let seen = signed.line("visto");
    let done = by_staff(&who.visit.app.desk, id, who.viewer.person.id, &seen, &reason).await;
    let asker = (&who.visit, &who.viewer);
    answer(asker, person, done, "cancelled-by-staff", Some((field, reason)), season.as_deref()).await
}

#[post("/gestione/iscrizioni/<id>/posto", data = "<signed>")]
async fn give(who: Secretary, id: i64, signed: Signed) -> Answer {
    let person = person_of(&who.visit, id).await.map_err(Err)?;
    let done = offer_to(&who.visit.app.desk, id, who.viewer.person.id).await;
    let said = done.as_ref().map_or("", |made| offered(*made));
    let season = season(&signed);
    answer((&who.visit, &who.viewer), person, done.map(|_| ()), said, None, season.as_deref()).await
}

#[post("/gestione/persone/<id>/deroga", data = "<signed>")]
async fn waive(who: Admin, id: i64, signed: Signed) -> Answer {
    let reason = signed.lines("motivo");
    let Ok(edition) = signed.line("edizione").parse::<i64>() else { return Err(Err(PageError::NotFound)) };
    let about =
        editions::find(who.visit.app.desk.store.reader(), edition).await.map_err(|e| Err(e.into()))?;
    let named = about.as_ref().map(|edition| edition.key.as_str());
    let field = "motivo-deroga".to_owned();
    let done = waive_rule(&who.visit.app.desk, id, edition, who.viewer.person.id, &reason).await;
    answer((&who.visit, &who.viewer), id, done, "waived", Some((field, reason)), named).await
}
