//! When a page cannot be had. Which error type when: a *refusal* is a page of its own with 200 or 422 and never
//! comes here; `NotFound` is also what is not the asker's to see; `Fault` is our own machinery: logged once, here,
//! and shown as a page that says what to do next.

use rocket::http::Status;
use rocket::response::{Redirect, Responder};
use rocket::serde::Serialize;
use rocket::{Catcher, Request, Response, catch, catchers};

use super::guards::{KeptFor, Visit};
use super::page::Page;
use super::public::sign_in::LONGEST_WAY;
use super::turned_away::{KeptForm, stale};
use super::way::way;
use crate::usecases::No;

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// There is no such thing, or it is not the asker's to see.
    NotFound,
    /// Only an admin may.
    Forbidden,
    /// Too many requests or letters.
    TooMany,
    /// Our own machinery failed.
    Fault(String),
}

impl From<No> for PageError {
    fn from(no: No) -> Self {
        match no {
            No::NotFound => Self::NotFound,
            No::TooMany => Self::TooMany,
            // A refusal that no handler explained is a gap of ours, not of the asker.
            No::Refused(refusal) => Self::Fault(format!("a refusal without its page: {}", refusal.code())),
            No::Fault(error) => Self::Fault(error.to_string()),
        }
    }
}

impl From<crate::store::Error> for PageError {
    fn from(error: crate::store::Error) -> Self {
        Self::Fault(error.to_string())
    }
}

impl From<crate::words::Error> for PageError {
    fn from(error: crate::words::Error) -> Self {
        Self::Fault(error.to_string())
    }
}

impl<'r> Responder<'r, 'static> for PageError {
    fn respond_to(self, request: &'r Request<'_>) -> rocket::response::Result<'static> {
        let status = match self {
            Self::NotFound => Status::NotFound,
            Self::Forbidden => {
                request.local_cache(|| KeptFor(Some("admin")));
                Status::Forbidden
            }
            Self::TooMany => Status::TooManyRequests,
            Self::Fault(why) => {
                // The path's template, not the path: addresses carry tokens.
                let route =
                    request.route().map_or_else(|| "no route".to_owned(), |route| route.uri.to_string());
                tracing::error!(%why, %route, "a page failed");
                Status::InternalServerError
            }
        };
        Err(status)
    }
}

#[derive(Serialize)]
#[serde(crate = "rocket::serde")]
struct ErrorPage {
    code: u16,
    /// The word of its sentences: the code, `reserved`, `signed-out` or `sign-in-again`.
    word: String,
    /// Whom the page is kept for, where it is not the asker.
    kept_for: Option<&'static str>,
    /// What was filled in in a form that is not saved, to be sent once more.
    form: Option<KeptForm>,
}

impl ErrorPage {
    /// A form that did not come from here and a page that is not the asker's have the same code, and other sentences.
    fn of(status: Status, request: &Request<'_>) -> Self {
        let code = nearest(status);
        let kept_for = request.local_cache(|| KeptFor(None)).0.filter(|_| code == 403);
        let form = stale(request).filter(|_| code == 403 && kept_for.is_none());
        let word = match (kept_for, &form) {
            (Some(_), _) => "reserved".to_owned(),
            (None, Some(_)) => "sign-in-again".to_owned(),
            (None, None) => code.to_string(),
        };
        Self { code, word, kept_for, form }
    }
}

/// The page with a form of somebody who is not signed in any more.
///
/// # Errors
/// The template asks for something it was not given.
pub fn once_more(visit: &Visit, form: KeptForm) -> Result<Page, crate::words::Error> {
    let page = ErrorPage { code: 422, word: "signed-out".to_owned(), kept_for: None, form: Some(form) };
    Ok(visit.render("error/error.html", "", &page)?.with(Status::UnprocessableEntity))
}

/// The codes that have sentences; others are shown as the nearest of these.
fn nearest(status: Status) -> u16 {
    match status.code {
        code @ (400 | 403 | 404 | 405 | 410 | 413 | 415 | 422 | 429 | 500 | 503) => code,
        401 => 403,
        code if code >= 500 => 500,
        _ => 400,
    }
}

#[catch(default)]
async fn page(status: Status, request: &Request<'_>) -> Result<(Status, Page), (Status, &'static str)> {
    // An address whose number cannot be read leads nowhere; a form that was not understood is another matter.
    let unread = status == Status::UnprocessableEntity && request.method() == rocket::http::Method::Get;
    let status = if unread { Status::NotFound } else { status };
    let visit = Visit::of(request).await;
    let Some(visit) = visit else { return Err((status, "Percorso")) };
    match visit.render("error/error.html", "", &ErrorPage::of(status, request)) {
        Ok(page) => Ok((status, page)),
        Err(error) => {
            tracing::error!(?error, "the error page failed");
            Err((status, "Percorso: qualcosa si è rotto. / Something broke."))
        }
    }
}

/// Where somebody wanted to go, as far as the sign-in takes it along.
fn way_back(request: &Request<'_>) -> String {
    let whole = way(request);
    if whole.len() > LONGEST_WAY { request.uri().path().to_string() } else { whole }
}

/// Whoever is not signed in is led to the sign-in, and back to where they wanted to go.
#[catch(401)]
async fn sign_in(request: &Request<'_>) -> Redirect {
    let wanted = if request.method() == rocket::http::Method::Get {
        way_back(request)
    } else {
        "/mio-percorso".to_owned()
    };
    let prefix = match super::language::of(request) {
        crate::domain::person::Language::It => "",
        crate::domain::person::Language::En => "/en",
    };
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("poi", &wanted).finish();
    Redirect::to(format!("{prefix}/accedi?{query}"))
}

/// The catchers.
pub fn catchers() -> Vec<Catcher> {
    catchers![page, sign_in]
}

impl<'r> Responder<'r, 'static> for Page {
    fn respond_to(self, request: &'r Request<'_>) -> rocket::response::Result<'static> {
        let mut response: Response<'static> =
            Response::build().header(rocket::http::ContentType::HTML).finalize();
        self.fill(request, &mut response);
        Ok(response)
    }
}
