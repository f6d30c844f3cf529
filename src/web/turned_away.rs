//! A form that is sent once the sign-in has ended. Nothing of it is saved, and what was filled in is not lost: the answer is a
//! page that holds it, to be sent once more after signing in in another tab. Nothing is stored here. A form of a page that
//! was opened before the last sign-in is answered in the same way, with the token of this one; that page says whose it
//! becomes, for somebody else may have opened it.

use rocket::http::{Method, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::response::Redirect;
use rocket::{Request, Route, async_trait, post, routes};
use serde::Serialize;

use super::error::{PageError, once_more};
use super::fields::Posted;
use super::guards::Visit;
use super::landing::OWN_PAGE;
use super::page::Page;
use super::public::sign_in::{LONGEST_WAY, query};
use super::way::with;

/// What ends a sign-in: whoever presses it once theirs has ended has what they want. That of other devices is another thing.
const SIGN_OUT: &str = "/esci";

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![keep]
}

/// Whether a guard turned a form away because nobody is signed in.
struct Unsigned(bool);

/// What was filled in in a form whose token is not that of the sign-in.
struct Stale(Option<Vec<(String, String)>>);

/// A form to be sent once more, as a page holds it.
#[derive(Serialize)]
pub struct KeptForm {
    /// Where it is sent to.
    action: String,
    fields: Vec<KeptField>,
    /// The sign-in that leads to the page it stood on; none where somebody is signed in.
    sign_in: Option<String>,
}

#[derive(Serialize)]
struct KeptField {
    name: String,
    value: String,
}

impl KeptForm {
    fn of(action: String, fields: Vec<(String, String)>, sign_in: Option<String>) -> Self {
        let fields = fields.into_iter().map(|(name, value)| KeptField { name, value }).collect();
        Self { action, fields, sign_in }
    }
}

/// What a guard answers. A form of somebody who is not signed in goes on to the page that keeps it; whatever else they ask
/// for leads to the sign-in.
pub fn outcome<T>(request: &Request<'_>, entered: Result<T, Status>) -> Outcome<T, ()> {
    match entered {
        Ok(guard) => Outcome::Success(guard),
        Err(status) if status == Status::Unauthorized && request.method() == Method::Post => {
            request.local_cache(|| Unsigned(true));
            Outcome::Forward(status)
        }
        Err(status) => Outcome::Error((status, ())),
    }
}

/// Remembers what stood in a form whose token is not that of the sign-in.
pub fn keep_stale(request: &Request<'_>, posted: Posted) {
    request.local_cache(|| Stale(Some(posted.kept())));
}

/// The form of a request whose token was not that of the sign-in; none where there was nothing in it.
pub fn stale(request: &Request<'_>) -> Option<KeptForm> {
    let fields = request.local_cache(|| Stale(None)).0.clone().filter(|fields| !fields.is_empty())?;
    Some(KeptForm::of(request.uri().to_string(), fields, None))
}

/// Somebody who sent a form and is not signed in any more.
pub struct TurnedAway {
    visit: Visit,
    /// Where the form was sent to.
    action: String,
    /// The sign-in, and from there the page it stood on.
    sign_in: String,
}

#[async_trait]
impl<'r> FromRequest<'r> for TurnedAway {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        if !request.local_cache(|| Unsigned(false)).0 {
            // Nothing else answered: a number in the address could not be read, or there is no such address.
            let known = is_ours(request, Method::Post, request.uri().path().as_str());
            return Outcome::Forward(if known { Status::UnprocessableEntity } else { Status::NotFound });
        }
        let Some(visit) = Visit::of(request).await else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        let sign_in = format!("/accedi{}", query('?', &stood_on(request, &visit)));
        Outcome::Success(Self { visit, action: request.uri().to_string(), sign_in })
    }
}

/// The page that keeps what was filled in; a button alone leads to the sign-in: the page it stood on has it still. One that
/// signs out leads where signing out leads.
#[post("/<_..>", data = "<posted>", rank = 100)]
fn keep(who: TurnedAway, posted: Posted) -> Result<Redirect, Result<Page, PageError>> {
    if who.visit.path == SIGN_OUT {
        return Ok(who.visit.to("/?fatto=signed-out"));
    }
    let fields = posted.kept();
    if fields.is_empty() {
        return Ok(who.visit.to(&format!("{}&inviato=no", who.sign_in)));
    }
    let form = KeptForm::of(who.action, fields, Some(who.sign_in));
    Err(once_more(&who.visit, form).map_err(PageError::from))
}

/// The page a form stood on: the one that the browser names, else the nearest one above the address it was sent to.
fn stood_on(request: &Request<'_>, visit: &Visit) -> String {
    let site = visit.app.site.address.as_str();
    let named = request.headers().get_one("Referer").and_then(|whole| whole.strip_prefix(site));
    if let Some(page) = named {
        let page = page.strip_prefix("/en").filter(|rest| rest.starts_with('/')).unwrap_or(page);
        let (path, rest) = page.split_once('?').unwrap_or((page, ""));
        let whole = with(path, rest);
        if is_ours(request, Method::Get, path) && whole.len() <= LONGEST_WAY {
            return whole;
        }
    }
    let sent = request.uri().path().to_string();
    let mut path = sent.as_str();
    while !path.is_empty() {
        if is_ours(request, Method::Get, path) {
            return path.to_owned();
        }
        path = path.rsplit_once('/').map_or("", |(above, _)| above);
    }
    OWN_PAGE.to_owned()
}

/// Whether there is an address like this one; `<…>` stands for anything.
fn is_ours(request: &Request<'_>, method: Method, path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |wanted: &str, part: &str| {
        wanted == part || (wanted.starts_with('<') && !wanted.ends_with("..>") && !part.is_empty())
    };
    request.rocket().routes().filter(|route| route.method == method).any(|route| {
        let wanted: Vec<&str> = route.uri.path().split('/').collect();
        wanted.len() == parts.len() && wanted.iter().zip(&parts).all(|(wanted, part)| fits(wanted, part))
    })
}
