//! A person is erased: what goes and what stays is shown before, and their surname or a code is asked for.

use std::collections::{BTreeMap, BTreeSet};

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::certificates::row_link;
use super::person_leads::{Led, leads_ahead};
use super::person_view::{EnrolmentView, Loader};
use crate::domain::award::Validity;
use crate::domain::correction::Follows;
use crate::domain::enrolment::State;
use crate::domain::role::Role;
use crate::store::certificates::{self, Certificate};
use crate::store::enrolments::{self, Enrolment};
use crate::store::{attendance, editions, notes, outbox, people, programme, roles, tasks, texts};
use crate::usecases::No;
use crate::usecases::erase_person::{NotErased, erase_person};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Admin, Viewer, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::{FieldError, fault};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, erase]
}

#[derive(Serialize)]
struct ErasePage {
    id: i64,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    own: bool,
    /// Where certificates of theirs that are in doubt are settled: nobody is erased before that.
    doubts: Vec<String>,
    goes: Goes,
    stays: Stays,
    /// What was typed.
    typed: String,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
}

/// What is gone for good.
#[derive(Serialize)]
struct Goes {
    letters: usize,
    /// Notes, reasons, corrections, needs in the room.
    texts: u64,
    notes: usize,
    feed: bool,
    /// What lies ahead and is given back.
    ahead: Vec<EnrolmentView>,
    /// Their role in the office.
    role: Option<&'static str>,
    /// What they lead and is still to be held.
    leads: Vec<Led>,
}

/// What stays without a name.
#[derive(Serialize)]
struct Stays {
    enrolments: usize,
    marks: usize,
    /// The numbers of their valid certificates.
    certificates: Vec<String>,
}

#[get("/gestione/persone/<id>/cancella")]
async fn show(who: Admin, id: i64) -> Result<Page, PageError> {
    page(&who.visit, &who.viewer, id, String::new(), None).await
}

async fn page(
    visit: &Visit,
    viewer: &Viewer,
    id: i64,
    typed: String,
    error: Option<FieldError>,
) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let person =
        people::find(reader, id).await?.filter(|p| p.erased_at.is_none()).ok_or(PageError::NotFound)?;
    let all = enrolments::of_person(reader, id).await?;
    let given_back = given_back(visit, &all).await?;
    let mut ahead = Loader::new(visit).enrolments(&all).await?;
    ahead.retain(|enrolment| given_back.contains(&enrolment.id));
    let wrong = error.is_some();
    let errors: Vec<FieldError> = error.into_iter().collect();
    let page = ErasePage {
        id,
        name: person.full_name(),
        own: id == viewer.person.id,
        doubts: doubts(visit, id).await?,
        goes: Goes {
            letters: outbox::of_person(reader, id).await?.len(),
            texts: texts::count_of(reader, id).await?,
            notes: notes::of_person(reader, id).await?.len(),
            feed: person.feed_hash.is_some(),
            ahead,
            role: roles::of_person(reader, id).await?.map(Role::code),
            leads: leads_ahead(visit, id).await?,
        },
        stays: Stays {
            enrolments: all.len(),
            marks: attendance::marks_of(reader, id).await?.len(),
            certificates: numbers(visit, id).await?,
        },
        email: person.email,
        phone: person.phone,
        typed,
        error: errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors,
    };
    let rendered = visit.render("admin/person_erase.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// The rows of their certificates that are in doubt: one for each edition.
async fn doubts(visit: &Visit, id: i64) -> Result<Vec<String>, PageError> {
    let reader = visit.app.desk.store.reader();
    let open = tasks::open_anywhere(reader, id, Follows::CertificateInDoubt.code()).await?;
    let of: BTreeSet<i64> = open.iter().filter_map(|task| task.edition_id).collect();
    let mut links = Vec::new();
    for edition in of {
        if let Some(edition) = editions::find(reader, edition).await? {
            links.push(row_link(&edition.key, id));
        }
    }
    Ok(links)
}

/// The numbers of their certificates that are valid, and stay so.
async fn numbers(visit: &Visit, id: i64) -> Result<Vec<String>, PageError> {
    let rows = certificates::of_person(visit.app.desk.store.reader(), id).await?;
    let valid = rows.iter().filter(|row| row.validity() == Validity::Valid);
    Ok(valid.filter_map(Certificate::number_text).collect())
}

/// The enrolments that end: those of which something lies ahead.
async fn given_back(visit: &Visit, all: &[Enrolment]) -> Result<Vec<i64>, PageError> {
    let mut found = Vec::new();
    for enrolment in all.iter().filter(|enrolment| enrolment.state != "cancelled") {
        let programme = programme::of_offering(visit.app.desk.store.reader(), enrolment.offering_id).await?;
        let offered = programme.as_ref().and_then(|programme| programme.offering(enrolment.offering_id));
        if offered.is_some_and(|o| !enrolment.state().is_ok_and(State::holds_place) || !o.is_past(visit.now))
        {
            found.push(enrolment.id);
        }
    }
    Ok(found)
}

#[post("/gestione/persone/<id>/cancella", data = "<signed>")]
async fn erase(who: Admin, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let typed = signed.line("conferma");
    let error = match erase_person(&visit.app.desk, id, &typed, who.viewer.person.id).await {
        Ok(()) => return Ok(visit.to("/gestione/iscritti?fatto=erased")),
        Err(NotErased::NotNamed) => fault(visit, "conferma", "not-named"),
        Err(NotErased::No(No::Refused(refusal))) => {
            FieldError { field: "conferma".to_owned(), text: visit.refusal(&refusal) }
        }
        Err(NotErased::No(other)) => return Err(Err(other.into())),
    };
    Err(page(visit, &who.viewer, id, typed, Some(error)).await)
}
