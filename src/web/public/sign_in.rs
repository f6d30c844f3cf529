//! Signing in without a password: an address, then a link or six digits from the mail.

use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use super::sign_up_form::{FieldError, email as check_email, fault};
use crate::domain::person::EmailAddress;
use crate::usecases::No;
use crate::usecases::request_sign_in::{address_of, request_sign_in};
use crate::usecases::sign_in::{CodeAnswer, by_code, by_link, link_is_good, sign_out, sign_out_everywhere};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Anyone, Participant, Visit, set_cookie};
use crate::web::landing::{OWN_PAGE, landing};
use crate::web::page::Page;

/// The longest address, in bytes, that somebody is led back to after signing in.
pub(in crate::web) const LONGEST_WAY: usize = 200;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, ask, code_page, code, link_page, link, leave, leave_everywhere]
}

#[derive(Serialize)]
struct SignInPage {
    email: String,
    next: String,
    errors: Vec<FieldError>,
    error: Option<String>,
    /// Whether somebody was led here who pressed a button once their sign-in had ended.
    unsent: bool,
}

#[get("/accedi?<poi>")]
fn show(who: Anyone, poi: Option<&str>) -> Result<Page, PageError> {
    let visit = who.0;
    address_page(&visit, String::new(), safe(poi.unwrap_or_default()), Vec::new())
}

fn address_page(
    visit: &Visit,
    email: String,
    next: String,
    errors: Vec<FieldError>,
) -> Result<Page, PageError> {
    let wrong = !errors.is_empty();
    let error = errors.first().map(|e| e.text.clone());
    let unsent = visit.way.ends_with("&inviato=no");
    let page = SignInPage { email, next, errors, error, unsent };
    let page = visit.render("public/sign_in.html", "sign-in", &page)?;
    Ok(if wrong { page.with(Status::UnprocessableEntity) } else { page })
}

#[post("/accedi", data = "<posted>")]
async fn ask(who: Anyone, posted: Posted) -> Result<Redirect, Result<Page, PageError>> {
    let visit = who.0;
    let (typed, next) = (posted.line("email"), safe(&posted.line("poi")));
    let email = match (check_email(&typed), EmailAddress::parse(&typed)) {
        (Ok(()), Ok(email)) => email,
        (Err(error), _) => {
            return Err(address_page(&visit, typed, next, vec![fault(&visit, "email", &error.code)]));
        }
        (Ok(()), Err(_)) => {
            return Err(address_page(&visit, typed, next, vec![fault(&visit, "email", "malformed")]));
        }
    };
    match request_sign_in(&visit.app.desk, &email, visit.language, &query('?', &next)).await {
        Ok(requested) => Ok(visit.to(&format!("/accedi/posta?r={}{}", requested.handle, query('&', &next)))),
        Err(No::TooMany) => {
            let page = address_page(&visit, typed, next, vec![fault(&visit, "email", "too-many")]);
            Err(page.map(|page| page.with(Status::TooManyRequests)))
        }
        Err(other) => Err(Err(other.into())),
    }
}

#[derive(Serialize)]
struct CodePage {
    handle: String,
    email: String,
    next: String,
    errors: Vec<FieldError>,
    error: Option<String>,
    over: bool,
}

#[get("/accedi/posta?<r>&<poi>")]
async fn code_page(who: Anyone, r: &str, poi: Option<String>) -> Result<Page, PageError> {
    let visit = who.0;
    let email = address_of(&visit.app.desk, r).await?;
    let masked = EmailAddress::parse(&email).map(|a| a.masked()).unwrap_or_default();
    let page = CodePage {
        handle: r.to_owned(),
        email: masked,
        next: safe(&poi.unwrap_or_default()),
        errors: Vec::new(),
        error: None,
        over: false,
    };
    Ok(visit.render("public/sign_in_code.html", "sign-in", &page)?)
}

#[post("/accedi/posta", data = "<posted>")]
async fn code(who: Anyone, jar: &CookieJar<'_>, posted: Posted) -> Result<Redirect, Result<Page, PageError>> {
    let visit = who.0;
    let (handle, next) = (posted.line("r"), safe(&posted.line("poi")));
    let typed: String = posted.line("codice").chars().filter(char::is_ascii_digit).collect();
    let answer = by_code(&visit.app.desk, &handle, &typed).await.map_err(|no| Err(no.into()))?;
    let code = match answer {
        CodeAnswer::SignedIn(cookie) => {
            set_cookie(jar, &visit.app, Some(cookie.clone()));
            return goal(&visit, &cookie, &next).await.map_err(Err);
        }
        CodeAnswer::Wrong { .. } => "wrong",
        CodeAnswer::Over => "over",
    };
    let errors = vec![fault(&visit, "codice", code)];
    let email = address_of(&visit.app.desk, &handle).await.map_err(|no| Err(no.into()))?;
    let masked = EmailAddress::parse(&email).map(|a| a.masked()).unwrap_or_default();
    let error = errors.first().map(|e| e.text.clone());
    let page = CodePage { handle, email: masked, next, errors, error, over: code == "over" };
    Err(visit
        .render("public/sign_in_code.html", "sign-in", &page)
        .map(|page| page.with(Status::UnprocessableEntity))
        .map_err(PageError::from))
}

#[derive(Serialize)]
struct LinkPage {
    token: String,
    next: String,
    good: bool,
    /// For how many days the sign-in lasts.
    days: i64,
}

impl LinkPage {
    /// The page of a link that can still be used, or of one that cannot.
    fn of(visit: &Visit, token: &str, next: &str, good: bool) -> Self {
        let (token, next) = (token.to_owned(), safe(next));
        Self { token, next, good, days: visit.app.desk.policy.sign_in_lasts.num_days() }
    }
}

#[get("/accedi/<token>?<poi>", rank = 2)]
async fn link_page(who: Anyone, token: &str, poi: Option<&str>) -> Result<Page, PageError> {
    let visit = who.0;
    let good = link_is_good(&visit.app.desk, token).await?;
    let page = visit.render(
        "public/sign_in_link.html",
        "sign-in",
        &LinkPage::of(&visit, token, poi.unwrap_or_default(), good),
    )?;
    Ok(if good { page } else { page.with(Status::Gone) })
}

#[post("/accedi/<token>", data = "<posted>", rank = 2)]
async fn link(
    who: Anyone,
    jar: &CookieJar<'_>,
    token: &str,
    posted: Posted,
) -> Result<Redirect, Result<Page, PageError>> {
    let visit = who.0;
    match by_link(&visit.app.desk, token).await {
        Ok(cookie) => {
            set_cookie(jar, &visit.app, Some(cookie.clone()));
            goal(&visit, &cookie, &safe(&posted.line("poi"))).await.map_err(Err)
        }
        Err(No::NotFound) => {
            let over = LinkPage::of(&visit, "", "", false);
            let page = visit.render("public/sign_in_link.html", "sign-in", &over);
            Err(page.map(|page| page.with(Status::Gone)).map_err(PageError::from))
        }
        Err(other) => Err(Err(other.into())),
    }
}

#[post("/esci", data = "<_signed>")]
async fn leave(who: Participant, jar: &CookieJar<'_>, _signed: Signed) -> Result<Redirect, PageError> {
    sign_out(&who.visit.app.desk, who.viewer.sign_in_id).await?;
    set_cookie(jar, &who.visit.app, None);
    Ok(who.visit.to("/?fatto=signed-out"))
}

#[post("/esci/tutti", data = "<_signed>")]
async fn leave_everywhere(
    who: Participant,
    jar: &CookieJar<'_>,
    _signed: Signed,
) -> Result<Redirect, PageError> {
    sign_out_everywhere(&who.visit.app.desk, who.viewer.person.id).await?;
    set_cookie(jar, &who.visit.app, None);
    Ok(who.visit.to("/?fatto=signed-out-everywhere"))
}

/// Where somebody goes who has just signed in: to the page they wanted. One's own page is what the navigation names: no
/// wish of somebody who works here.
async fn goal(visit: &Visit, cookie: &str, next: &str) -> Result<Redirect, PageError> {
    if !next.is_empty() && next != OWN_PAGE {
        return Ok(visit.to(next));
    }
    Ok(visit.to(landing(&visit.app, cookie).await?))
}

/// Only paths of this site are gone to after signing in: one slash, no second one, no backslash, no control.
fn safe(next: &str) -> String {
    let fits = next.starts_with('/')
        && !next.starts_with("//")
        && next.len() <= LONGEST_WAY
        && next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    // What is no address would be no answer either.
    let fits = fits && rocket::http::uri::Origin::parse(next).is_ok();
    if fits { next.to_owned() } else { String::new() }
}

/// What an address takes along of the page that was wanted; `first` is the sign before it.
pub(in crate::web) fn query(first: char, next: &str) -> String {
    if next.is_empty() {
        String::new()
    } else {
        format!(
            "{first}{}",
            form_urlencoded::Serializer::new(String::new()).append_pair("poi", next).finish()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site_after_signing_in() {
        assert_eq!(safe("/mio-percorso"), "/mio-percorso");
        assert_eq!(safe("/gestione?cerca=a%20b&pagina=2"), "/gestione?cerca=a%20b&pagina=2");
        for no_address in ["/{x", "/\"<>", "/{x}|^`"] {
            assert_eq!(safe(no_address), "", "{no_address}");
        }
        for bad in
            ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b"]
        {
            assert_eq!(safe(bad), "", "{bad}");
        }
    }
}
