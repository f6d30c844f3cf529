//! "Ho partecipato ma qui non risulta": one box, which may stay empty; then the office looks, and the person sees where
//! it stands and how it ended.

use chrono::NaiveDate;
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::dispute::{ANSWERED_WITHIN, LONGEST, OPEN_FOR};
use crate::domain::offering::Kind;
use crate::domain::person::Language;
use crate::domain::refusal::Refusal;
use crate::domain::session::local_date;
use crate::store::disputes::Dispute;
use crate::store::programme::{self, Programme};
use crate::store::{people, sessions, texts};
use crate::usecases::No;
use crate::usecases::open_dispute::{Contests, contests, look, open_dispute};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Participant, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, send]
}

/// A session somebody was at, or says that they were.
#[derive(Clone, Debug, Serialize)]
pub struct Contested {
    /// The session.
    pub session: i64,
    /// Its offering.
    pub offering: i64,
    /// The offering's title.
    pub title: Option<String>,
    /// Its English gloss, on English pages.
    pub gloss: Option<String>,
    /// The offering's place in the programme.
    pub nth: usize,
    /// Whether it is a day of the course.
    pub course: bool,
    /// Its number.
    pub number: i64,
    /// How many sessions the offering has.
    pub of: i64,
    /// Its date.
    pub date: Option<NaiveDate>,
}

/// What somebody said, and where it stands.
#[derive(Clone, Debug, Serialize)]
pub struct SaidView {
    /// About which session.
    pub about: Contested,
    /// On which day.
    pub on: NaiveDate,
    /// Until when the office answers.
    pub answer_by: NaiveDate,
    /// `accepted` or `declined`; none = open.
    pub outcome: Option<String>,
    /// On which day it was answered.
    pub answered_on: Option<NaiveDate>,
    /// Who answered; none = a register that took effect later.
    pub by: Option<String>,
    /// The answer's words.
    pub answer: Option<String>,
}

/// What a person's path shows of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ContestsView {
    /// Waiting for an answer.
    pub open: Vec<SaidView>,
    /// Answered, the newest first.
    pub answered: Vec<SaidView>,
    /// The sessions about which something can be said.
    pub can: Vec<Contested>,
}

impl Contested {
    /// A session of an edition.
    pub(super) fn of(programme: &Programme, session_id: i64, english: bool) -> Option<Self> {
        let (offered, session) = programme.session(session_id)?;
        Some(Self {
            session: session.id,
            offering: offered.row.id,
            title: offered.row.title.clone(),
            gloss: offered.row.gloss_en.clone().filter(|_| english),
            nth: programme.nth(offered.row.id),
            course: offered.row.kind() == Kind::Course,
            number: session.number,
            of: session.of,
            date: session.date,
        })
    }
}

/// Reads it for an edition.
///
/// # Errors
/// The database failed.
pub async fn contests_view(
    visit: &Visit,
    programme: &Programme,
    person_id: i64,
) -> Result<ContestsView, PageError> {
    let Contests { open, answered, can } =
        contests(visit.app.desk.store.reader(), programme, person_id, visit.now).await?;
    let english = visit.language == Language::En;
    let mut view = ContestsView {
        can: can.into_iter().filter_map(|id| Contested::of(programme, id, english)).collect(),
        ..ContestsView::default()
    };
    for dispute in &open {
        view.open.extend(said(visit, programme, dispute).await?);
    }
    for dispute in &answered {
        view.answered.extend(said(visit, programme, dispute).await?);
    }
    Ok(view)
}

async fn said(
    visit: &Visit,
    programme: &Programme,
    dispute: &Dispute,
) -> Result<Option<SaidView>, PageError> {
    let reader = visit.app.desk.store.reader();
    let english = visit.language == Language::En;
    let Some(about) = Contested::of(programme, dispute.session_id, english) else { return Ok(None) };
    let by = match dispute.settled_by {
        Some(id) => people::find(reader, id).await?.map(|staff| staff.full_name()),
        None => None,
    };
    let answer = texts::bodies(reader, &dispute.answer_text_id.into_iter().collect::<Vec<_>>()).await?;
    let day = |at| local_date(at, programme.zone());
    Ok(Some(SaidView {
        about,
        on: day(dispute.opened_at),
        answer_by: day(dispute.opened_at + ANSWERED_WITHIN),
        outcome: dispute.outcome.clone(),
        answered_on: dispute.settled_at.map(day),
        by: by.filter(|name| !name.is_empty()),
        answer: answer.into_values().next(),
    }))
}

#[derive(Serialize)]
struct DisputePage {
    /// The key of the edition.
    edition: String,
    about: Contested,
    /// What was said already and waits for its answer.
    said: Option<SaidView>,
    /// Why nothing can be said, where it cannot.
    refused: Option<String>,
    /// What was typed.
    words: String,
    errors: Vec<FieldError>,
    /// The sentence at the box.
    error: Option<String>,
    /// For how many days after a session something can be said.
    days: i64,
}

#[get("/mio-percorso/incontri/<id>/segnala")]
async fn show(who: Participant, id: i64) -> Result<Page, PageError> {
    page(&who, id, String::new(), Vec::new()).await
}

async fn page(who: &Participant, id: i64, words: String, errors: Vec<FieldError>) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let session = sessions::find(reader, id).await?.ok_or(PageError::NotFound)?;
    let programme = programme::of_offering(reader, session.offering_id).await?.ok_or(PageError::NotFound)?;
    let (open, may) = look(reader, id, who.viewer.person.id, visit.now).await?;
    let said = match &open {
        Some(dispute) => said(visit, &programme, dispute).await?,
        None => None,
    };
    let failed = !errors.is_empty();
    let english = visit.language == Language::En;
    let page = DisputePage {
        edition: programme.edition.key.clone(),
        about: Contested::of(&programme, id, english).ok_or(PageError::NotFound)?,
        refused: may.err().filter(|_| said.is_none()).map(|refusal| visit.refusal(&refusal)),
        said,
        words,
        error: errors.first().map(|error| error.text.clone()),
        errors,
        days: OPEN_FOR.num_days(),
    };
    let rendered = visit.render("participant/dispute.html", "path", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

#[post("/mio-percorso/incontri/<id>/segnala", data = "<signed>")]
async fn send(who: Participant, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let words = signed.lines("parole");
    if words.chars().count() > LONGEST {
        let text = who.visit.app.views.words().plain(who.visit.language, "corr-err-long");
        let errors = vec![FieldError { field: "parole".to_owned(), text }];
        return Err(page(&who, id, words, errors).await);
    }
    match open_dispute(&who.visit.app.desk, id, who.viewer.person.id, &words).await {
        Ok(_) => Ok(who.visit.to(&format!("/mio-percorso/incontri/{id}/segnala?fatto=dispute-opened"))),
        Err(No::Refused(Refusal::ReasonTooLong)) => {
            let text = who.visit.app.views.words().plain(who.visit.language, "disp-err-enough");
            Err(page(&who, id, words, vec![FieldError { field: "parole".to_owned(), text }]).await)
        }
        Err(No::Refused(_)) => {
            // The page itself says why.
            let shown = page(&who, id, words, Vec::new()).await;
            Err(shown.map(|page| page.with(Status::UnprocessableEntity)))
        }
        Err(other) => Err(Err(other.into())),
    }
}
