//! The form of a workshop is sent: by somebody who is not signed in, and by somebody who is.

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::sign_up_form::{Answers, FieldError, fault};
use super::workshop;
use crate::domain::enrolment::State;
use crate::domain::mail_slip::meant_domain;
use crate::domain::person::EmailAddress;
use crate::domain::refusal::Refusal;
use crate::secret::same;
use crate::store::programme::Programme;
use crate::store::seasons;
use crate::usecases::No;
use crate::usecases::enrol::{Enrolled, Needs, enrol_all};
use crate::usecases::resend_confirmation::resend_confirmation;
use crate::usecases::sign_up::{NotTaken, sign_up};
use crate::usecases::sign_up_sent::waiting;
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::{Anyone, Visit};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![send, sent, resend]
}

/// Either the next page, or the same one with what has to be mended.
type Answer = Result<Redirect, Result<Page, PageError>>;

#[post("/workshop/<slug>/iscrizione", data = "<posted>")]
async fn send(who: Anyone, slug: &str, posted: Posted) -> Answer {
    let visit = who.0;
    let reader = visit.app.desk.store.reader();
    let programme = match seasons::with_slug(reader, slug, visit.person_id(), visit.now).await {
        Ok(Some(programme)) => programme,
        Ok(None) => return Err(Err(PageError::NotFound)),
        Err(error) => return Err(Err(error.into())),
    };
    let Some(offering) = programme.by_slug(slug).map(|offered| offered.row.id) else {
        return Err(Err(PageError::NotFound));
    };
    let answers = Answers::read(&posted);
    let token = posted.line("gettone");
    if let Some(viewer) = visit.viewer.as_ref().filter(|viewer| same(&viewer.csrf, &token)) {
        return signed_in(&visit, viewer.person.id, &programme, slug, answers).await;
    }
    if !token.is_empty() {
        // The page belonged to another sign-in: nobody is enrolled in somebody else's name.
        let code = if visit.viewer.is_some() { "sign-in-changed" } else { "sign-in-ended" };
        return Err(workshop::page(&visit, slug, answers, vec![fault(&visit, "workshop", code)]).await);
    }
    not_signed_in(&visit, &programme, slug, offering, answers).await
}

/// The workshop of the page with the further ones that were ticked, and whether one of these is not in the programme.
fn chosen(programme: &Programme, offering: i64, answers: &Answers) -> (Vec<i64>, bool) {
    let (mut offerings, mut unknown) = (vec![offering], false);
    for further in &answers.workshop {
        match programme.by_slug(further) {
            Some(offered) => offerings.push(offered.row.id),
            None => unknown = true,
        }
    }
    (offerings, unknown)
}

/// Somebody we know: confirmed at once, or in line.
async fn signed_in(
    visit: &Visit,
    person_id: i64,
    programme: &Programme,
    slug: &str,
    answers: Answers,
) -> Answer {
    let Some(offering) = programme.by_slug(slug).map(|offered| offered.row.id) else {
        return Err(Err(PageError::NotFound));
    };
    let (offerings, unknown) = chosen(programme, offering, &answers);
    let mut errors = answers.faults_of_needs(visit);
    if unknown {
        errors.insert(0, fault(visit, "workshop", "unknown"));
    }
    if !errors.is_empty() {
        return Err(workshop::page(visit, slug, answers, errors).await);
    }
    let language = visit.language;
    let needs = (!answers.esigenze.is_empty()).then_some(Needs { text: &answers.esigenze, language });
    let enrolled = enrol_all(&visit.app.desk, person_id, &offerings, needs).await;
    match enrolled {
        Ok(all) => visit.to_path_of(offering, &done(&all)).await.map_err(Err),
        Err(No::Refused(refusal)) => {
            Err(workshop::page(visit, slug, answers, vec![refused(visit, &refusal)]).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

/// The word of what was done, for the next page.
fn done(all: &[Enrolled]) -> String {
    let new: Vec<State> = all.iter().filter(|one| !one.had_it).map(|one| one.state).collect();
    match new.as_slice() {
        [] => "had-it".to_owned(),
        [state] => state.code().replace('_', "-"),
        several if several.iter().all(|state| *state == State::Confirmed) => "all-confirmed".to_owned(),
        _ => "all-chosen".to_owned(),
    }
}

/// Somebody who says who they are: the same page for every address.
async fn not_signed_in(
    visit: &Visit,
    programme: &Programme,
    slug: &str,
    offering: i64,
    answers: Answers,
) -> Answer {
    let (offerings, unknown) = chosen(programme, offering, &answers);
    let form = match answers.checked(visit, offerings) {
        Ok(form) if !unknown => form,
        Ok(_) => {
            return Err(workshop::page(visit, slug, answers, vec![fault(visit, "workshop", "unknown")]).await);
        }
        Err(errors) => return Err(workshop::page(visit, slug, answers, errors).await),
    };
    if !visit.app.limits.allow_sign_up(visit.client) {
        return Err(Err(PageError::TooMany));
    }
    match sign_up(&visit.app.desk, &form).await {
        Ok(signed_up) => Ok(visit.to(&format!("/iscrizione/inviata/{}", signed_up.handle))),
        Err(NotTaken::Offering(_, refusal)) => {
            Err(workshop::page(visit, slug, answers, vec![refused(visit, &refusal)]).await)
        }
        Err(NotTaken::No(No::TooMany)) => {
            Err(workshop::page(visit, slug, answers, vec![fault(visit, "email", "too-many")]).await)
        }
        Err(NotTaken::No(other)) => Err(Err(other.into())),
    }
}

fn refused(visit: &Visit, refusal: &Refusal) -> FieldError {
    FieldError { field: "workshop".to_owned(), text: visit.refusal(refusal) }
}

#[derive(Serialize)]
struct SentPage {
    handle: String,
    email: String,
    /// The domain that was meant, perhaps: of the address as it was typed, whoever has it.
    meant: Option<&'static str>,
    until: String,
    choices: Vec<SentChoice>,
    /// Whether every choice is a place (no waiting).
    places_only: bool,
    /// The workshop whose form was filled in.
    slug: String,
}

#[derive(Serialize)]
struct SentChoice {
    title: Option<String>,
    nth: usize,
    date: Option<chrono::NaiveDate>,
    start: Option<chrono::NaiveTime>,
    position: Option<i64>,
}

#[get("/iscrizione/inviata/<handle>")]
async fn sent(who: Anyone, handle: &str) -> Result<Page, PageError> {
    let visit = who.0;
    let waiting = waiting(&visit.app.desk, handle).await?;
    let address = EmailAddress::parse(&waiting.sign_up.email).ok();
    let mut choices = Vec::new();
    let mut slug = String::new();
    for (id, position) in &waiting.choices {
        let Some(offered) = waiting.programme.offering(*id) else { continue };
        let nth = waiting.programme.nth(*id);
        let session = offered.first_session();
        if slug.is_empty() {
            slug.clone_from(&offered.row.slug);
        }
        choices.push(SentChoice {
            title: offered.row.title.clone(),
            nth,
            date: session.and_then(|s| s.date),
            start: session.and_then(|s| s.starts),
            position: *position,
        });
    }
    let places_only = choices.iter().all(|choice| choice.position.is_none());
    let page = SentPage {
        handle: waiting.sign_up.handle,
        meant: address.as_ref().and_then(meant_domain),
        email: address.map(|address| address.masked()).unwrap_or_default(),
        until: waiting.until.to_rfc3339(),
        choices,
        places_only,
        slug,
    };
    Ok(visit.render("public/sent.html", "programme", &page)?)
}

#[post("/iscrizione/inviata/<handle>", data = "<_posted>")]
async fn resend(who: Anyone, handle: &str, _posted: Posted) -> Result<Redirect, PageError> {
    let visit = who.0;
    resend_confirmation(&visit.app.desk, handle).await?;
    Ok(visit.to(&format!("/iscrizione/inviata/{handle}?fatto=sent-again")))
}
