//! A rendered page and the frame around it.

use rocket::Request;
use rocket::http::Status;
use rocket::response::Response;
use serde::Serialize;

use super::assets;
use super::guards::{Viewer, Visit};
use crate::domain::person::Language;
use crate::domain::session::local_date;
use crate::words::Error;

/// Pieces of 64 KiB: Rocket's own 4 KiB halve the throughput.
const CHUNK: usize = 64 * 1024;

/// A rendered page.
#[derive(Debug)]
pub struct Page {
    html: String,
    status: Status,
    /// A page that is the same for everybody may be kept and asked for again.
    public: bool,
}

impl Page {
    /// A page with another status: 422 for a form that has to be mended.
    pub fn with(mut self, status: Status) -> Self {
        self.status = status;
        self.public = false;
        self
    }

    pub(super) fn fill(self, _request: &Request<'_>, response: &mut Response<'static>) {
        response.set_status(self.status);
        if self.public {
            response.set_header(rocket::http::Header::new("Cache-Control", "no-cache"));
        }
        response.set_sized_body(self.html.len(), std::io::Cursor::new(self.html.into_bytes()));
        response.set_max_chunk_size(CHUNK);
    }
}

/// What the layout shows around a page.
#[derive(Serialize)]
struct Frame<'a> {
    path: &'a str,
    other: String,
    section: &'a str,
    stylesheet: String,
    icon: String,
    site: &'a str,
    organisation: &'a str,
    phone: Option<&'a str>,
    mailbox: &'a str,
    demo: bool,
    flash: Option<String>,
    viewer: Option<FrameViewer<'a>>,
    counts: FrameCounts,
    /// The local date.
    today: chrono::NaiveDate,
}

#[derive(Serialize)]
struct FrameViewer<'a> {
    name: String,
    email: Option<&'a str>,
    phone: Option<&'a str>,
    csrf: &'a str,
    /// Whether calendar invites come by mail.
    takes_invites: bool,
    trainer: bool,
    /// Whether pages of the office are theirs to look at.
    office: bool,
    /// Whether they do the office's work.
    works: bool,
    /// Whether they decide about the rule, roles and erasure.
    admin: bool,
}

/// How much waits behind an entry of the office's navigation.
#[derive(Serialize)]
struct FrameCounts {
    tasks: u32,
    applications: u32,
    calls: u32,
    registers: u32,
}

#[derive(Serialize)]
struct Whole<'a, P: Serialize> {
    frame: Frame<'a>,
    page: &'a P,
}

impl Visit {
    /// Renders a page of a section of the navigation.
    ///
    /// # Errors
    /// The template asks for something it was not given.
    pub fn render(&self, template: &str, section: &str, page: &impl Serialize) -> Result<Page, Error> {
        let frame = self.frame(section);
        let html = self.app.views.render(template, self.language, &Whole { frame, page })?;
        // Pages behind a link of a mail show names: nobody keeps a copy.
        let personal =
            ["/conferma/", "/disdici/", "/offerta/", "/accedi/", "/iscrizione/", "/indirizzo/", "/v/"]
                .iter()
                .any(|start| self.path.starts_with(start));
        Ok(Page { html, status: Status::Ok, public: self.viewer.is_none() && !personal })
    }

    fn frame<'a>(&'a self, section: &'a str) -> Frame<'a> {
        let site = &self.app.site;
        let other = match self.language {
            Language::It => format!("/en{}", self.way),
            Language::En => self.way.clone(),
        };
        Frame {
            path: &self.path,
            other,
            section,
            stylesheet: assets::address("percorso.css"),
            icon: assets::address("icon.svg"),
            site: &site.address,
            organisation: &site.organisation,
            phone: site.phone.as_deref(),
            mailbox: &site.mailbox,
            demo: site.demo_mail.is_some(),
            flash: self.flash.clone(),
            viewer: self.viewer.as_ref().map(frame_viewer),
            counts: FrameCounts {
                tasks: self.counts.tasks,
                applications: self.counts.applications,
                calls: self.counts.calls,
                registers: self.counts.registers,
            },
            today: local_date(self.now, chrono_tz::Europe::Rome),
        }
    }
}

fn frame_viewer(viewer: &Viewer) -> FrameViewer<'_> {
    FrameViewer {
        name: viewer.person.full_name(),
        email: viewer.person.email.as_deref(),
        phone: viewer.person.phone.as_deref(),
        csrf: &viewer.csrf,
        takes_invites: viewer.person.takes_invites,
        trainer: !viewer.leads.is_empty(),
        office: viewer.role.is_some(),
        works: viewer.works(),
        admin: viewer.decides(),
    }
}
