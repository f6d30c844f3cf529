//! Calendars as files: the programme, which anybody may subscribe to, and a person's own behind its secret
//! address (CALENDAR.md R46–R48).

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rocket::http::Status;
use rocket::response::{Responder, Response};
use rocket::{Request, Route, get, routes};
use sha2::{Digest as _, Sha256};

use crate::calendar::feed::{Entry, Feed, Whose, render};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::person::Language;
use crate::store::programme::{self, Offered, Programme};
use crate::store::seasons;
use crate::store::sessions::Session;
use crate::usecases::take_invites::person_of_feed;
use crate::web::error::PageError;
use crate::web::guards::{Anyone, Visit};
use crate::web::participant::appointments;
use crate::words::Value;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![everything, workshop, course, own]
}

/// Who may keep a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Anybody on the way, for some minutes.
    ByAnybody,
    /// Whoever asked, who asks each time whether it is still true.
    ByTheAsker,
}

/// A calendar as a file. Whoever has the same bytes already is told so, and gets none.
#[derive(Debug)]
pub struct IcsFile {
    text: String,
    name: String,
    kept: Kept,
}

impl IcsFile {
    /// A file of this content; `name` without its ending, in plain letters.
    pub fn new(text: String, name: &str, kept: Kept) -> Self {
        Self { text, name: format!("{name}.ics"), kept }
    }
}

impl<'r> Responder<'r, 'static> for IcsFile {
    fn respond_to(self, request: &'r Request<'_>) -> rocket::response::Result<'static> {
        let tag = tag_of(&self.text);
        let known = request.headers().get("If-None-Match").any(|wanted| is_known(wanted, &tag));
        let cache = match self.kept {
            Kept::ByAnybody => "public, max-age=300",
            Kept::ByTheAsker => "private, no-cache",
        };
        let mut answer = Response::build();
        answer
            .raw_header("ETag", tag)
            .raw_header("Cache-Control", cache)
            .raw_header("X-Robots-Tag", "noindex");
        if known {
            return answer.status(Status::NotModified).ok();
        }
        answer
            .raw_header("Content-Type", "text/calendar; charset=utf-8")
            .raw_header("Content-Disposition", format!("inline; filename=\"{}\"", self.name))
            .sized_body(self.text.len(), Cursor::new(self.text.into_bytes()))
            .ok()
    }
}

/// The entity tag of a content, made from its bytes (RFC 9110 section 8.8.3).
fn tag_of(text: &str) -> String {
    format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(text)))
}

/// Whether a list of tags names ours, however weakly (RFC 9110 section 13.1.2).
fn is_known(wanted: &str, tag: &str) -> bool {
    wanted.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

#[get("/calendario.ics")]
async fn everything(who: Anyone) -> Result<IcsFile, PageError> {
    let visit = who.0;
    let reader = visit.app.desk.store.reader();
    // Whoever subscribed goes on seeing an edition that still runs when the next one is published.
    let mut editions = seasons::running(reader, visit.now).await?;
    let current = programme::current(reader).await?;
    let known = |programme: &Programme| editions.iter().any(|other| other.edition.id == programme.edition.id);
    if let Some(current) = current.filter(|programme| !known(programme)) {
        editions.insert(0, current);
    }
    let organisation = Value::Text(&visit.app.desk.policy.sender.organisation);
    let words = visit.app.views.words();
    let name = words.with(visit.language, "feed-name-programme", &[("organisation", organisation)]);
    let mut entries = Vec::new();
    for programme in &editions {
        for offered in &programme.offerings {
            entries.extend(dated(&visit, programme, offered));
        }
    }
    Ok(published(&visit, "/calendario.ics", name, entries, "programma"))
}

#[get("/workshop/<slug>/calendario.ics")]
async fn workshop(who: Anyone, slug: &str) -> Result<IcsFile, PageError> {
    let visit = who.0;
    let reader = visit.app.desk.store.reader();
    let programme = seasons::with_slug(reader, slug, None, visit.now).await?.ok_or(PageError::NotFound)?;
    let offered = programme
        .by_slug(slug)
        .filter(|o| o.row.kind() == Kind::Workshop && o.row.status() != OfferingStatus::Draft)
        .ok_or(PageError::NotFound)?;
    let name = offered.row.title.clone().unwrap_or_else(|| {
        let nth = Value::Number(i64::from(offered.nth));
        visit.app.views.words().with(visit.language, "workshop-nth", &[("n", nth)])
    });
    let path = format!("{}/calendario.ics", offered.page());
    Ok(published(&visit, &path, name, dated(&visit, &programme, offered), &offered.row.slug))
}

#[get("/corso/calendario.ics")]
async fn course(who: Anyone) -> Result<IcsFile, PageError> {
    let visit = who.0;
    let programme = programme::current(visit.app.desk.store.reader()).await?.ok_or(PageError::NotFound)?;
    // One that was called off still says so to whoever subscribed.
    let offered = programme
        .course()
        .or_else(|| programme.offerings.iter().find(|o| o.row.kind() == Kind::Course))
        .filter(|o| o.row.status() != OfferingStatus::Draft)
        .ok_or(PageError::NotFound)?;
    let untitled = || visit.app.views.words().plain(visit.language, "pub-course");
    let name = offered.row.title.clone().unwrap_or_else(untitled);
    let entries = dated(&visit, &programme, offered);
    Ok(published(&visit, "/corso/calendario.ics", name, entries, "corso"))
}

/// A person's own calendar. An address that was changed, or that nobody was given, is nothing: a calendar
/// program is not led to a sign-in.
#[get("/calendario/<file>")]
async fn own(who: Anyone, file: &str) -> Result<IcsFile, PageError> {
    let visit = who.0;
    let token = file.strip_suffix(".ics").ok_or(PageError::NotFound)?;
    let person = person_of_feed(&visit.app.desk, token).await?.ok_or(PageError::NotFound)?;
    let reader = visit.app.desk.store.reader();
    let appointed = appointments::of_person(reader, person.id, visit.now).await?;
    let source = format!("{}{}", visit.app.site.address, appointments::feed_path(token));
    Ok(appointments::whole(&visit, &person, appointed, Some(source)))
}

/// The dated sessions of an offering as everybody may know them; none while it is a draft.
fn dated(visit: &Visit, programme: &Programme, offered: &Offered) -> Vec<Entry> {
    if offered.row.status() == OfferingStatus::Draft {
        return Vec::new();
    }
    let mailbox = &visit.app.desk.policy.sender.mailbox;
    let domain = mailbox.rsplit('@').next().unwrap_or("localhost");
    offered.sessions.iter().filter_map(|session| entry(programme, offered, session, domain)).collect()
}

fn entry(programme: &Programme, offered: &Offered, session: &Session, domain: &str) -> Option<Entry> {
    let uid = session.public_uid.as_ref()?;
    session.date?;
    let edition = &programme.edition;
    Some(Entry {
        uid: format!("{uid}@{domain}"),
        sequence: u32::try_from(session.public_sequence).unwrap_or(0),
        stamp: session.changed_at.or(edition.published_at).unwrap_or(edition.created_at),
        cancelled: session.is_cancelled() || offered.row.status() == OfferingStatus::Cancelled,
        session: offered.session_facts(session),
    })
}

/// A calendar at a public address, in the language of the address.
fn published(visit: &Visit, path: &str, name: String, entries: Vec<Entry>, file: &str) -> IcsFile {
    let prefix = match visit.language {
        Language::It => "",
        Language::En => "/en",
    };
    let source = format!("{}{prefix}{path}", visit.app.site.address);
    let feed = Feed { whose: Whose::Everybodys, name: Some(name), source: Some(source), entries };
    let words = visit.app.views.words();
    let text = render(&feed, &visit.app.desk.policy.sender, visit.language, words);
    IcsFile::new(text, file, Kept::ByAnybody)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_in_a_list_weakly_and_by_the_star() {
        let tag = tag_of("BEGIN:VCALENDAR");
        for wanted in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), " * ".to_owned()] {
            assert!(is_known(&wanted, &tag), "{wanted}");
        }
        assert!(!is_known("\"x\", W/\"y\"", &tag) && !is_known("", &tag));
        assert_ne!(tag, tag_of("BEGIN:VCALENDAR\r\n"));
    }
}
