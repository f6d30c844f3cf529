//! What every answer carries for the browser's protection. Rocket's own shield sends nosniff and frame options,
//! but no content policy and no referrer policy.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Header;
use rocket::{Request, Response};

/// Adds the protective headers.
pub struct Protective;

/// No inline styles or scripts, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; manifest-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'";

#[rocket::async_trait]
impl Fairing for Protective {
    fn info(&self) -> Info {
        Info { name: "protective headers", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if !response.headers().contains("Content-Security-Policy") {
            response.set_header(Header::new("Content-Security-Policy", POLICY));
        }
        // Addresses of this site carry links from mails: they go to nobody else. `no-referrer` would also blank the
        // Origin of our own forms, which then look as if they came from elsewhere (Fetch, section 3.2).
        response.set_header(Header::new("Referrer-Policy", "same-origin"));
        response.set_header(Header::new("X-Content-Type-Options", "nosniff"));
        response.set_header(Header::new("X-Frame-Options", "DENY"));
        response.set_header(Header::new("Cross-Origin-Opener-Policy", "same-origin"));
        response.remove_header("Server");
        if !response.headers().contains("Cache-Control") {
            response.set_header(Header::new("Cache-Control", "no-store"));
        }
        if request.rocket().state::<super::App>().is_some_and(|app| app.site.is_secure()) {
            response.set_header(Header::new("Strict-Transport-Security", "max-age=31536000"));
        }
    }
}
