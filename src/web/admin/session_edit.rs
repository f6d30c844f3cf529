//! One session for the office: when and where it is held, whether it is held at all. Every change is shown with what
//! it means for people before it is saved.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::edition_words::{Came as Done, came};
use super::impact_view::{Came, Check, ask, view};
use super::last_change::{LastChange, of_session as last_change};
use super::notices::{NoticeView, noticed_at};
use super::session_form::{AppointmentAnswers, Beside, Hidden, beside, sentence};
use crate::domain::change::Edit;
use crate::domain::edition::EditionStatus;
use crate::domain::impact::Impact;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{registers, sessions};
use crate::usecases::change_programme::{Seen, Wanted};
use crate::usecases::shape_edition::delete::delete_session;
use crate::usecases::shape_edition::goes_with::with_session;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, change]
}

#[derive(Serialize)]
struct SessionPage {
    id: i64,
    offering: i64,
    title: Option<String>,
    nth: usize,
    course: bool,
    number: i64,
    of: i64,
    /// What is edited, in this version.
    version: i64,
    /// As it stands.
    stands: SessionView,
    /// `open`, `held` (its register is closed), `cancelled`, or `archived`, with its whole edition.
    state: &'static str,
    edition_key: String,
    last: Option<LastChange>,
    /// Whether it has a register to take.
    register: bool,
    /// Whether it is one of several days of a draft, which can go.
    deletable: bool,
    /// Whether it is asked once more before it is deleted.
    deletes: bool,
    /// What goes with it then.
    goes: String,
    /// Whether it can be called off by itself.
    can_cancel: bool,
    answers: AppointmentAnswers,
    /// The date that was typed, to echo its weekday.
    date: Option<NaiveDate>,
    /// What to look at about that date.
    notices: Vec<NoticeView>,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// What differs between what stands and what was typed.
    beside: Vec<Beside>,
    /// Whether somebody else changed it meanwhile.
    meanwhile: bool,
    /// What the change means, while it is being checked.
    check: Option<Check>,
}

/// What the form that was sent asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Another time or place: shown first, then saved.
    Edit { save: bool },
    /// To be called off.
    Cancel { save: bool },
    /// Back to the form, with what was typed.
    Back,
}

impl Asked {
    fn of(word: &str) -> Self {
        match word {
            "salva" => Self::Edit { save: true },
            "annulla" => Self::Cancel { save: false },
            "annulla-conferma" => Self::Cancel { save: true },
            "torna" => Self::Back,
            _ => Self::Edit { save: false },
        }
    }

    fn saves(self) -> bool {
        matches!(self, Self::Edit { save: true } | Self::Cancel { save: true })
    }

    /// The button that makes the change.
    fn button(self) -> &'static str {
        if matches!(self, Self::Cancel { .. }) { "annulla-conferma" } else { "salva" }
    }
}

/// What the page shows besides what stands.
#[derive(Default)]
struct Shown {
    /// What was typed; none = what stands.
    answers: Option<AppointmentAnswers>,
    errors: Vec<FieldError>,
    meanwhile: bool,
    /// The version that whoever sent the form has seen: shown again, it still says so.
    seen: Option<i64>,
    /// What it would mean, and the button that makes it.
    means: Option<(Impact, &'static str)>,
    deletes: bool,
    /// What would go with it, as it was seen.
    goes: Option<String>,
}

#[get("/gestione/sessioni/<id>")]
async fn show(who: Reader, id: i64) -> Result<Page, PageError> {
    page(&who.visit, id, Shown::default()).await
}

#[post("/gestione/sessioni/<id>", data = "<signed>")]
async fn change(who: Secretary, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let programme = of_session(&who.visit, id).await.map_err(Err)?;
    let button = signed.line("azione");
    if matches!(button.as_str(), "elimina" | "elimina-conferma") {
        return delete(&who, id, &signed.line("visto"), button == "elimina-conferma").await;
    }
    let asked = Asked::of(&button);
    let cancels = matches!(asked, Asked::Cancel { .. });
    let answers = (!cancels).then(|| AppointmentAnswers::read(&signed));
    let version = signed.line("versione").parse().unwrap_or(0);
    let mut shown = Shown { answers: answers.clone(), seen: Some(version), ..Shown::default() };
    if asked == Asked::Back {
        return Err(page(&who.visit, id, shown).await);
    }
    let edit = match answers.map(|answers| answers.parsed()) {
        None => Edit::CancelSession { session: id },
        Some(Ok(to)) => Edit::Session { session: id, to },
        Some(Err(faults)) => {
            shown.errors = faults.iter().map(|fault| sentence(&who.visit, fault)).collect();
            return Err(page(&who.visit, id, shown).await);
        }
    };
    let wanted =
        Wanted { edition: programme.edition.id, edits: vec![edit], seen: vec![Seen::Session(id, version)] };
    match ask(&who, &wanted, asked.saves(), None).await.map_err(Err)? {
        Came::Saved(flash) => return Ok(who.visit.to(&format!("/gestione/sessioni/{id}?fatto={flash}"))),
        Came::Means(impact) => shown.means = Some((*impact, asked.button())),
        Came::Wrong(errors) => shown.errors = errors,
        Came::Meanwhile => shown.meanwhile = true,
    }
    Err(page(&who.visit, id, shown).await)
}

/// Asks once more before a day of a draft is deleted, or deletes it.
async fn delete(
    who: &Secretary,
    id: i64,
    seen: &str,
    sure: bool,
) -> Result<Redirect, Result<Page, PageError>> {
    let goes = Some(seen.to_owned()).filter(|seen| !seen.is_empty());
    if !sure {
        return Err(page(&who.visit, id, Shown { deletes: true, goes, ..Shown::default() }).await);
    }
    let done = delete_session(&who.visit.app.desk, id, seen, who.viewer.person.id).await;
    match came(&who.visit, done, None).map_err(Err)? {
        Done::Done(offering) => {
            Ok(who.visit.to(&format!("/gestione/offerte/{offering}?fatto=session-deleted")))
        }
        Done::Wrong(errors) => Err(page(&who.visit, id, Shown { errors, goes, ..Shown::default() }).await),
        Done::Meanwhile => Err(page(&who.visit, id, Shown { meanwhile: true, ..Shown::default() }).await),
    }
}

/// The edition of a session, read whole.
pub(super) async fn of_session(visit: &Visit, id: i64) -> Result<Programme, PageError> {
    let reader = visit.app.desk.store.reader();
    let session = sessions::find(reader, id).await?.ok_or(PageError::NotFound)?;
    programme::of_offering(reader, session.offering_id).await?.ok_or(PageError::NotFound)
}

async fn page(visit: &Visit, id: i64, shown: Shown) -> Result<Page, PageError> {
    let programme = of_session(visit, id).await?;
    let (offered, session) = programme.session(id).ok_or(PageError::NotFound)?;
    let closed = registers::of_session(visit.app.desk.store.reader(), id).await?.is_some();
    let stands = AppointmentAnswers::of(&session.appointment());
    let answers = shown.answers.unwrap_or_else(|| stands.clone());
    // Where somebody else was faster the page shows what stands: sent again, it has been seen.
    let version = shown.seen.filter(|_| !shown.meanwhile).unwrap_or(session.version);
    let check = match shown.means {
        Some((impact, save)) => {
            let impact = view(visit, &programme, &impact).await?;
            let mut hidden = answers.hidden();
            hidden.push(Hidden::new("versione", &version.to_string()));
            hidden.push(Hidden::new("modulo", save));
            Some(Check { impact, hidden, save, why: None })
        }
        None => None,
    };
    let wrong = shown.meanwhile || !shown.errors.is_empty();
    let state = state(&programme, offered, session, closed);
    let notices = match answers.parsed() {
        Ok(at) if state == "open" => noticed_at(visit, &programme, offered, &[at]).await?,
        _ => Vec::new(),
    };
    let deletable = state == "open" && is_deletable(offered);
    let page = SessionPage {
        id,
        offering: offered.row.id,
        title: offered.row.title.clone(),
        nth: programme.nth(offered.row.id),
        course: offered.row.kind() == Kind::Course,
        number: session.number,
        of: session.of,
        version,
        stands: SessionView::of(session),
        state,
        edition_key: programme.edition.key.clone(),
        last: last_change(visit, &programme, session).await?,
        register: session.date.is_some() && programme.is_shown(offered) && !session.is_cancelled(),
        deletable,
        deletes: shown.deletes && deletable,
        goes: match shown.goes {
            Some(seen) => seen,
            None if deletable => with_session(visit.app.desk.store.reader(), session).await?,
            None => String::new(),
        },
        notices,
        can_cancel: state == "open" && can_cancel(visit, offered, session),
        beside: beside(&stands.fields(), &answers.fields()),
        date: answers.typed_date(),
        answers,
        error: shown.errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors: shown.errors,
        meanwhile: shown.meanwhile,
        check,
    };
    let rendered = visit.render("admin/session.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

fn state(programme: &Programme, offered: &Offered, session: &Session, closed: bool) -> &'static str {
    if programme.edition.status() == EditionStatus::Archived {
        "archived"
    } else if session.is_cancelled() || offered.row.status() == OfferingStatus::Cancelled {
        "cancelled"
    } else if closed {
        "held"
    } else {
        "open"
    }
}

/// A button that could only be refused is not shown; the use case decides.
fn can_cancel(visit: &Visit, offered: &Offered, session: &Session) -> bool {
    let begun = session.timing(offered.zone).is_some_and(|timing| timing.starts_at() <= visit.now);
    left(offered) > 1 && !begun
}

/// The same for a day of a draft: nobody knows of it, so it need not be called off.
fn is_deletable(offered: &Offered) -> bool {
    offered.row.status() == OfferingStatus::Draft && left(offered) > 1
}

fn left(offered: &Offered) -> usize {
    offered.sessions.iter().filter(|session| !session.is_cancelled()).count()
}
