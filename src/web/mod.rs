//! Pages and forms: the only layer that says `rocket`, `validator`, `governor`.
//!
//! A handler is guard → form → use case → answer. Every route names its guard in its signature, public ones too
//! (`guards::Anyone`). Audiences at the edge: `public`, `participant`, `trainer`, `admin`, a file per page,
//! named as its template. To add a page: 1. a file in its audience with `routes()`; 2. its template of the same
//! name; 3. its sentences; 4. its line in the audience's `routes()`; 5. its row in the table of the test that
//! tries every route with every role.

use std::sync::Arc;

use rocket::figment::Figment;
use rocket::{Build, Rocket};

use crate::usecases::Desk;
use crate::words::Views;

mod admin;
mod assets;
mod error;
mod fields;
mod guards;
mod headers;
mod landing;
mod language;
mod limits;
mod offers;
mod page;
mod paging;
mod papers;
mod participant;
mod public;
mod trainer;
mod turned_away;
mod view;
mod visit;
mod way;

pub use limits::Limits;

/// What pages work with.
#[derive(Clone)]
pub struct App {
    /// What use cases work with.
    pub desk: Desk,
    /// Templates and sentences.
    pub views: Views,
    /// How the program presents itself.
    pub site: Arc<Site>,
    /// Limits per client address.
    pub limits: Arc<Limits>,
}

/// How the program presents itself.
#[derive(Clone, Debug)]
pub struct Site {
    /// The public address, without a slash at the end.
    pub address: String,
    /// The name of the organisation.
    pub organisation: String,
    /// The mailbox people can write to.
    pub mailbox: String,
    /// The phone people can call.
    pub phone: Option<String>,
    /// The folder whose mails the demo shows; none outside the demo.
    pub demo_mail: Option<std::path::PathBuf>,
}

impl Site {
    /// Whether the public address is https: then cookies are Secure and named `__Host-`.
    pub fn is_secure(&self) -> bool {
        self.address.starts_with("https://")
    }
}

/// Builds the web server.
pub fn build(figment: Figment, app: App) -> Rocket<Build> {
    let rocket = rocket::custom(figment)
        .manage(app)
        .attach(language::ByPath)
        .attach(headers::Protective)
        .mount("/", assets::routes())
        .mount("/", public::routes())
        .mount("/", participant::routes())
        .mount("/", trainer::routes())
        .mount("/", admin::routes())
        .mount("/", turned_away::routes());
    rocket.register("/", error::catchers())
}
