//! Who asks: guards as types in each handler's signature. Without its guard a route cannot even reach the data.

use chrono::{DateTime, Utc};
use rocket::http::{Cookie, CookieJar, Method, SameSite, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::{Request, State, async_trait};

use super::turned_away::outcome;
use super::way::way;
use super::{App, Site, language};
use crate::domain::person::Language;
use crate::domain::role::Role;
use crate::secret::Purpose;
use crate::store::nav_counts::{self, NavCounts};
use crate::store::people::Person;
use crate::store::{people, roles, sessions, sign_ins};

/// One request: who, in which language, where.
#[derive(Clone)]
pub struct Visit {
    /// What pages work with.
    pub app: App,
    /// The language of the address.
    pub language: Language,
    /// The path without `/en`.
    pub path: String,
    /// The path with its filters, without `/en`.
    pub way: String,
    /// What was just done, in words.
    pub flash: Option<String>,
    /// Who, if signed in.
    pub viewer: Option<Viewer>,
    /// How much waits behind the entries of the office's navigation; nothing on other pages.
    pub counts: NavCounts,
    /// When.
    pub now: DateTime<Utc>,
    /// From which address, as far as it is known.
    pub client: Option<std::net::IpAddr>,
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// The person.
    pub person: Person,
    /// Their sign-in.
    pub sign_in_id: i64,
    /// The token of their forms.
    pub csrf: String,
    /// Their role in the office.
    pub role: Option<Role>,
    /// The sessions they lead.
    pub leads: Vec<i64>,
}

/// Anybody, signed in or not.
pub struct Anyone(pub Visit);
/// Anybody who is signed in.
pub struct Participant {
    /// The request.
    pub visit: Visit,
    /// Who.
    pub viewer: Viewer,
}
/// Somebody who leads sessions, or an admin.
pub struct Trainer {
    /// The request.
    pub visit: Visit,
    /// Who.
    pub viewer: Viewer,
}
/// Somebody of the office, whatever their role: looks, and changes nothing.
pub struct Reader {
    /// The request.
    pub visit: Visit,
    /// Who.
    pub viewer: Viewer,
}
/// Somebody who does the office's work.
pub struct Secretary {
    /// The request.
    pub visit: Visit,
    /// Who.
    pub viewer: Viewer,
}
/// Somebody who decides about the rule, roles and erasure.
pub struct Admin {
    /// The request.
    pub visit: Visit,
    /// Who.
    pub viewer: Viewer,
}

impl Viewer {
    /// Whether they do the office's work.
    pub fn works(&self) -> bool {
        self.role.is_some_and(Role::works)
    }

    /// Whether they decide about the rule, roles and erasure.
    pub fn decides(&self) -> bool {
        self.role.is_some_and(Role::decides)
    }
}

impl Trainer {
    /// Whether this session's register is theirs to take; whoever works in the office stands in for everybody.
    pub fn may_take(&self, session_id: i64) -> bool {
        self.viewer.works() || self.viewer.leads.contains(&session_id)
    }
}

impl Visit {
    /// The visit of a request, read once.
    pub async fn of(request: &Request<'_>) -> Option<Self> {
        request.local_cache_async(Self::read(request)).await.clone()
    }

    async fn read(request: &Request<'_>) -> Option<Self> {
        let app = request.guard::<&State<App>>().await.succeeded()?.inner().clone();
        let language = language::of(request);
        let now = app.desk.clock.now();
        let viewer = viewer(request.cookies(), &app, now).await;
        let path = request.uri().path().to_string();
        let counts = match &viewer {
            Some(viewer) if viewer.role.is_some() && path.starts_with("/gestione") => counts(&app, now).await,
            _ => NavCounts::default(),
        };
        let flash = request
            .query_value::<String>("fatto")
            .and_then(Result::ok)
            .and_then(|code| flash(&app, language, &code));
        Some(Self {
            language,
            path,
            way: way(request),
            flash,
            viewer,
            counts,
            now,
            client: request.client_ip(),
            app,
        })
    }
}

/// A page is worth more than the numbers beside it: where they cannot be had, it does without.
async fn counts(app: &App, now: DateTime<Utc>) -> NavCounts {
    match nav_counts::of_office(app.desk.store.reader(), now).await {
        Ok(counts) => counts,
        Err(error) => {
            tracing::error!(%error, "what waits for the office could not be counted");
            NavCounts::default()
        }
    }
}

/// Only words that exist are shown: nobody can put a sentence of theirs into the address.
fn flash(app: &App, language: Language, code: &str) -> Option<String> {
    let fits = code.len() < 40 && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let key = format!("flash-{code}");
    fits.then(|| app.views.words().plain(language, &key)).filter(|sentence| *sentence != key)
}

async fn viewer(jar: &CookieJar<'_>, app: &App, now: DateTime<Utc>) -> Option<Viewer> {
    let token = jar.get(cookie_name(&app.site))?.value().to_owned();
    match find_viewer(&token, app, now).await {
        Ok(viewer) => viewer,
        Err(error) => {
            tracing::error!(%error, "who is signed in could not be read");
            None
        }
    }
}

/// Who the token of a cookie signs in.
///
/// # Errors
/// The database failed.
pub(super) async fn find_viewer(
    token: &str,
    app: &App,
    now: DateTime<Utc>,
) -> Result<Option<Viewer>, crate::store::Error> {
    let reader = app.desk.store.reader();
    let hash = app.desk.secret.hash(Purpose::Cookie, token);
    let Some(sign_in) = sign_ins::live(reader, &hash, now).await? else { return Ok(None) };
    let Some(person) = people::find(reader, sign_in.person_id).await?.filter(|p| p.erased_at.is_none())
    else {
        return Ok(None);
    };
    let role = roles::of_person(reader, person.id).await?;
    let leads = sessions::led_by(reader, person.id).await?;
    let csrf = app.desk.secret.hash(Purpose::Form, token);
    Ok(Some(Viewer { person, sign_in_id: sign_in.id, csrf, role, leads }))
}

/// The name of the cookie of a sign-in.
pub fn cookie_name(site: &Site) -> &'static str {
    if site.is_secure() { "__Host-percorso" } else { "percorso" }
}

/// Sets or ends the cookie of a sign-in. Max-Age only: a date would be the browser's clock against ours.
pub fn set_cookie(jar: &CookieJar<'_>, app: &App, token: Option<String>) {
    let lasts = token.as_ref().map_or(0, |_| app.desk.policy.sign_in_lasts.num_seconds());
    let cookie = Cookie::build((cookie_name(&app.site), token.unwrap_or_default()))
        .path("/")
        .http_only(true)
        .secure(app.site.is_secure())
        .same_site(SameSite::Lax)
        .max_age(rocket::time::Duration::seconds(lasts));
    jar.add(cookie);
}

/// Whether a form comes from a page of this site. Browsers name where a form comes from; a request that names
/// nothing is no browser's.
pub fn from_here(request: &Request<'_>) -> bool {
    let Some(app) = request.rocket().state::<App>() else { return false };
    let fetched = request.headers().get_one("Sec-Fetch-Site");
    match request.headers().get_one("Origin") {
        // A browser that blanks the origin for privacy still says whether the page is ours.
        Some("null") => fetched == Some("same-origin"),
        Some(origin) => origin == app.site.address,
        None => fetched.is_none_or(|site| matches!(site, "same-origin" | "none")),
    }
}

/// What every guard asks first.
async fn enter(request: &Request<'_>) -> Result<Visit, Status> {
    // No address of ours has this character, and PostgreSQL takes it in no text.
    if request.uri().to_string().contains("%00") {
        return Err(Status::NotFound);
    }
    let visit = Visit::of(request).await.ok_or(Status::InternalServerError)?;
    if !visit.app.limits.allow_request(visit.client) {
        return Err(Status::TooManyRequests);
    }
    if request.method() != Method::Get && request.method() != Method::Head && !from_here(request) {
        return Err(Status::Forbidden);
    }
    Ok(visit)
}

/// Whom a page is kept for, as the page of errors names them; none = nobody was kept out for who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptFor(pub Option<&'static str>);

async fn enter_signed_in(
    request: &Request<'_>,
    kept_for: &'static str,
    may: impl Fn(&Viewer) -> bool,
) -> Result<(Visit, Viewer), Status> {
    let visit = enter(request).await?;
    match visit.viewer.clone() {
        None => Err(Status::Unauthorized),
        Some(viewer) if may(&viewer) => Ok((visit, viewer)),
        Some(_) => {
            request.local_cache(|| KeptFor(Some(kept_for)));
            Err(Status::Forbidden)
        }
    }
}

#[async_trait]
impl<'r> FromRequest<'r> for Anyone {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        outcome(request, enter(request).await.map(Self))
    }
}

/// A guard for whoever may.
macro_rules! guard {
    ($guard:ident, $kept_for:expr, $may:expr) => {
        #[async_trait]
        impl<'r> FromRequest<'r> for $guard {
            type Error = ();

            async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
                let entered = enter_signed_in(request, $kept_for, $may).await;
                outcome(request, entered.map(|(visit, viewer)| Self { visit, viewer }))
            }
        }
    };
}

// Nobody who is signed in is kept out of their own pages.
guard!(Participant, "", |_| true);
guard!(Trainer, "room", |viewer| viewer.works() || !viewer.leads.is_empty());
guard!(Reader, "office", |viewer| viewer.role.is_some());
guard!(Secretary, "work", Viewer::works);
guard!(Admin, "admin", Viewer::decides);
