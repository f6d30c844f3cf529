//! A mark is corrected after its register took effect: what it means is shown first, then it is saved with its reason.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::edition_links::title_of;
pub(super) use super::reason::reason_fault;
use super::session_line::SessionLine;
use crate::domain::attendance::Mark;
use crate::domain::correction::Follows;
use crate::domain::refusal::Refusal;
use crate::domain::register::RegisterState;
use crate::store::people::Person;
use crate::store::programme::{self, Programme};
use crate::store::{attendance, disputes, enrolments, people, registers, sessions, standing, texts};
use crate::usecases::No;
use crate::usecases::correct_mark::{Impact, Wanted, correct_mark, preview};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, correct]
}

#[derive(Serialize)]
struct CorrectionPage {
    person: i64,
    name: String,
    session: SessionLine,
    /// Whether the register has taken effect: before, the mark is changed in the register itself.
    effective: bool,
    /// Whether it is the asker: nobody decides about themselves.
    own: bool,
    /// The mark that stands, who set it, when and why.
    stands: Option<Stands>,
    /// What the person says, where they wait for an answer.
    dispute: Option<Said>,
    /// The last mark that this page has seen.
    version: i64,
    answers: Answers,
    /// Where to go on to.
    back: &'static str,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// Whether somebody else corrected it meanwhile.
    meanwhile: bool,
    check: Option<Means>,
}

#[derive(Serialize)]
struct Stands {
    mark: Option<&'static str>,
    by: String,
    at: String,
    reason: Option<String>,
}

#[derive(Serialize)]
struct Said {
    at: String,
    text: Option<String>,
}

/// What was typed; the fields are named as in the form.
#[derive(Clone, Default, Serialize)]
struct Answers {
    /// The letter of the mark.
    valore: String,
    /// Why.
    motivo: String,
}

/// What a correction would mean.
#[derive(Serialize)]
struct Means {
    mark: &'static str,
    /// Whether it is about the rule, rather than the days of the course.
    topics: Option<(usize, usize)>,
    required: u32,
    days: Option<(u32, u32)>,
    of: u32,
    follows: Vec<Line>,
    /// Whether a letter tells the person; whoever has no address is called.
    letter: bool,
}

/// A consequence.
#[derive(Serialize)]
struct Line {
    code: &'static str,
    doubt: bool,
    /// The edition in which it follows, where that is another one.
    edition: Option<String>,
}

/// What the page shows besides what stands.
#[derive(Default)]
struct Shown {
    answers: Answers,
    errors: Vec<FieldError>,
    meanwhile: bool,
    /// The mark that whoever sent the form has seen; shown again, it still says so.
    seen: Option<i64>,
    means: Option<(Mark, Impact)>,
    back: &'static str,
}

/// Where the form was opened from: only words we know lead anywhere.
fn back(word: &str) -> &'static str {
    ["da-fare", "contestazioni"].into_iter().find(|known| *known == word).unwrap_or("")
}

#[get("/gestione/presenze/<session>/<person>?<valore>&<poi>")]
async fn show(
    who: Reader,
    session: i64,
    person: i64,
    valore: Option<&str>,
    poi: Option<&str>,
) -> Result<Page, PageError> {
    let valore = valore.and_then(Mark::from_letter).map_or("", Mark::letter).to_owned();
    let answers = Answers { valore, motivo: String::new() };
    let shown = Shown { answers, back: back(poi.unwrap_or_default()), ..Shown::default() };
    page(&who.visit, session, person, shown).await
}

#[post("/gestione/presenze/<session>/<person>", data = "<signed>")]
async fn correct(
    who: Secretary,
    session: i64,
    person: i64,
    signed: Signed,
) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let answers = Answers { valore: signed.line("valore"), motivo: signed.lines("motivo") };
    let seen = signed.line("versione").parse().unwrap_or(0);
    let back = back(&signed.line("poi"));
    let mut shown = Shown { answers: answers.clone(), seen: Some(seen), back, ..Shown::default() };
    let action = signed.line("azione");
    if action == "torna" {
        return Err(page(visit, session, person, shown).await);
    }
    let (mark, errors) = checked(visit, &answers);
    shown.errors = errors;
    let Some(mark) = mark.filter(|_| shown.errors.is_empty()) else {
        return Err(page(visit, session, person, shown).await);
    };
    let desk = &visit.app.desk;
    let done = if action == "salva" {
        let wanted = Wanted { session_id: session, person_id: person, mark, reason: answers.motivo, seen };
        correct_mark(desk, &wanted, who.viewer.person.id).await.map(|()| None)
    } else {
        preview(desk, session, person, mark).await.map(Some)
    };
    match done {
        Ok(None) => return Ok(visit.to(&after(person, back))),
        Ok(Some(means)) => shown.means = Some((mark, means)),
        Err(No::Refused(Refusal::CorrectedMeanwhile)) => shown.meanwhile = true,
        Err(No::Refused(refusal)) => {
            let field = if refusal == Refusal::SameMark { "valore" } else { "modulo" };
            shown.errors = vec![FieldError { field: field.to_owned(), text: visit.refusal(&refusal) }];
        }
        Err(other) => return Err(Err(other.into())),
    }
    Err(page(visit, session, person, shown).await)
}

fn after(person: i64, back: &str) -> String {
    match back {
        "" => format!("/gestione/persone/{person}?fatto=mark-corrected"),
        back => format!("/gestione/{back}?fatto=mark-corrected"),
    }
}

/// The mark that was chosen, and what is wrong with the form.
fn checked(visit: &Visit, answers: &Answers) -> (Option<Mark>, Vec<FieldError>) {
    let mark = Mark::from_letter(&answers.valore);
    let mut errors = Vec::new();
    if mark.is_none() {
        errors.push(fault(visit, "valore", "corr-err-mark"));
    }
    errors.extend(reason_fault(visit, "motivo", &answers.motivo));
    (mark, errors)
}

fn fault(visit: &Visit, field: &str, key: &str) -> FieldError {
    let text = visit.app.views.words().plain(visit.language, key);
    FieldError { field: field.to_owned(), text }
}

async fn page(visit: &Visit, session_id: i64, person_id: i64, shown: Shown) -> Result<Page, PageError> {
    let reader = visit.app.desk.store.reader();
    let session = sessions::find(reader, session_id).await?.ok_or(PageError::NotFound)?;
    let programme = programme::of_offering(reader, session.offering_id).await?.ok_or(PageError::NotFound)?;
    let person = people::find(reader, person_id).await?.filter(|person| person.erased_at.is_none());
    let person = person.ok_or(PageError::NotFound)?;
    let (version, stands) = stands(visit, session_id, person_id).await?;
    let all = enrolments::of_person(reader, person_id).await?;
    if stands.is_none() && !all.iter().any(|enrolment| enrolment.offering_id == session.offering_id) {
        return Err(PageError::NotFound);
    }
    let register = registers::of_session(reader, session_id).await?;
    let dispute = said(visit, session_id, person_id).await?;
    let mut answers = shown.answers;
    if answers.motivo.is_empty() && shown.seen.is_none() && dispute.is_some() && !answers.valore.is_empty() {
        // The person reads the reason: it begins in their language.
        answers.motivo = visit.app.views.words().plain(person.language(), "corr-reason-contested");
    }
    let check = match shown.means {
        Some((mark, impact)) => Some(means(visit, &programme, &person, mark, &impact).await?),
        None => None,
    };
    let wrong = shown.meanwhile || !shown.errors.is_empty();
    let page = CorrectionPage {
        person: person_id,
        name: person.full_name(),
        session: SessionLine::of(&programme, session_id).ok_or(PageError::NotFound)?,
        effective: register.is_some_and(|row| row.state() == RegisterState::Effective),
        own: visit.person_id() == Some(person_id),
        stands,
        dispute,
        // Where somebody else was faster the page shows what stands: sent again, it has been seen.
        version: shown.seen.filter(|_| !shown.meanwhile).unwrap_or(version),
        answers,
        back: shown.back,
        error: shown.errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors: shown.errors,
        meanwhile: shown.meanwhile,
        check,
    };
    let rendered = visit.render("admin/correction.html", "people", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// The last mark of a person at a session: its id, and what it says; 0 where nobody ever set one.
async fn stands(visit: &Visit, session_id: i64, person_id: i64) -> Result<(i64, Option<Stands>), PageError> {
    let reader = visit.app.desk.store.reader();
    let last = attendance::latest_marks(reader, session_id).await?.remove(&person_id);
    let Some(last) = last else { return Ok((0, None)) };
    let words = texts::bodies(reader, &last.text_id.into_iter().collect::<Vec<_>>()).await?;
    let by = people::find(reader, last.marked_by).await?.map(|staff| staff.full_name());
    let stands = Stands {
        mark: Mark::from_code(&last.value).map(Mark::code),
        by: by.unwrap_or_default(),
        at: last.marked_at.to_rfc3339(),
        reason: words.into_values().next(),
    };
    Ok((last.id, Some(stands)))
}

async fn said(visit: &Visit, session_id: i64, person_id: i64) -> Result<Option<Said>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(dispute) = disputes::open_of(reader, session_id, person_id).await? else { return Ok(None) };
    let words = texts::bodies(reader, &dispute.text_id.into_iter().collect::<Vec<_>>()).await?;
    Ok(Some(Said { at: dispute.opened_at.to_rfc3339(), text: words.into_values().next() }))
}

async fn means(
    visit: &Visit,
    programme: &Programme,
    person: &Person,
    mark: Mark,
    impact: &Impact,
) -> Result<Means, PageError> {
    let reader = visit.app.desk.store.reader();
    let standing = standing::of_person(reader, programme, person.id, visit.now).await?;
    let changed = |(before, after): &(usize, usize)| before != after;
    let line = |what: &Follows| Line { code: what.code(), doubt: what.is_doubt(), edition: None };
    let correction = &impact.here.means;
    let mut follows: Vec<Line> = correction.follows.iter().map(line).collect();
    for meant in &impact.elsewhere {
        let edition = Some(title_of(&meant.edition, visit.language));
        let there = meant.means.follows.iter().map(line);
        follows.extend(there.map(|line| Line { edition: edition.clone(), ..line }));
    }
    Ok(Means {
        mark: mark.code(),
        topics: Some(correction.topics).filter(changed),
        required: standing.facts.required,
        days: Some(correction.days).filter(|(before, after)| before != after),
        of: standing.course.total(),
        follows,
        letter: person.email.is_some(),
    })
}
