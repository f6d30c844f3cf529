//! English is the same path after `/en`: the prefix is taken off before routing and remembered.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::uri::Origin;
use rocket::{Data, Request};

use crate::domain::person::Language;

/// Takes `/en` off the path.
pub struct ByPath;

/// What the address said.
#[derive(Clone, Copy, Default)]
struct Asked(Option<Language>);

#[rocket::async_trait]
impl Fairing for ByPath {
    fn info(&self) -> Info {
        Info { name: "language by path", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        let path = request.uri().path().as_str();
        let Some(rest) = path.strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/'))
        else {
            request.local_cache(|| Asked(Some(Language::It)));
            return;
        };
        // One slash at the beginning: two would name another site.
        let rest = format!("/{}", rest.trim_start_matches('/'));
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        let inner = Origin::parse_owned(format!("{rest}{query}"));
        request.local_cache(|| Asked(Some(Language::En)));
        if let Ok(inner) = inner {
            request.set_uri(inner);
        }
    }
}

/// The language of a request.
pub fn of(request: &Request<'_>) -> Language {
    request.local_cache(Asked::default).0.unwrap_or_default()
}
