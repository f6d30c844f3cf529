//! Calendars as files: the programme, which anybody may subscribe to, and a person's own behind its secret
//! address (CALENDAR.md R46–R48).

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use rocket::http::Status;
use rocket::response::{Responder, Response};
use rocket::{Request, Route, get, routes};
use sha2::{Digest as _, Sha256};

use crate::calendar::feed::{Entry, Feed, Whose, is_carried, render};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::person::Language;
use crate::store::programme::{Offered, Programme};
use crate::store::seasons;
use crate::store::sessions::Session;
use crate::usecases::take_invites::person_of_feed;
use crate::web::error::PageError;
use crate::web::guards::{Anyone, Visit};
use crate::web::participant::appointments;
use crate::words::Value;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![everything, workshop, course, course_day, own]
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
    let organisation = Value::Text(&visit.app.desk.policy.sender.organisation);
    let words = visit.app.views.words();
    let name = words.with(visit.language, "feed-name-programme", &[("organisation", organisation)]);
    let mut entries = Vec::new();
    for programme in &seasons::in_calendars(visit.app.desk.store.reader(), visit.now).await? {
        for offered in &programme.offerings {
            entries.extend(dated(&visit, programme, offered, |_| true));
        }
    }
    Ok(published(&visit, "/calendario.ics", name, entries, "programma"))
}

/// The workshops that have, or had within a year, this address: whoever subscribed in one season keeps its day when
/// the next one uses the same address.
#[get("/workshop/<slug>/calendario.ics")]
async fn workshop(who: Anyone, slug: &str) -> Result<IcsFile, PageError> {
    let visit = who.0;
    let path = format!("/workshop/{slug}/calendario.ics");
    let is_it = |offered: &Offered| offered.row.kind() == Kind::Workshop && offered.row.slug == slug;
    of_some(&visit, &path, slug, is_it, |_| true).await
}

#[get("/corso/calendario.ics")]
async fn course(who: Anyone) -> Result<IcsFile, PageError> {
    let visit = who.0;
    of_some(&visit, "/corso/calendario.ics", "corso", is_course, |_| true).await
}

/// One day of the course, by its number.
#[get("/corso/<day>/calendario.ics")]
async fn course_day(who: Anyone, day: u16) -> Result<IcsFile, PageError> {
    let visit = who.0;
    let path = format!("/corso/{day}/calendario.ics");
    let is_it = |session: &Session| session.number == i64::from(day);
    of_some(&visit, &path, &format!("corso-{day}"), is_course, is_it).await
}

fn is_course(offered: &Offered) -> bool {
    offered.row.kind() == Kind::Course
}

/// The sessions of the same offering in every edition that calendars go on showing; named as it is called now.
async fn of_some(
    visit: &Visit,
    path: &str,
    file: &str,
    fits: impl Fn(&Offered) -> bool,
    session_fits: impl Fn(&Session) -> bool,
) -> Result<IcsFile, PageError> {
    let (mut entries, mut name) = (Vec::new(), None);
    for programme in &seasons::in_calendars(visit.app.desk.store.reader(), visit.now).await? {
        // One that was called off still says so to whoever subscribed.
        let shown = |offered: &&Offered| programme.is_shown(offered) && fits(offered);
        for offered in programme.offerings.iter().filter(shown) {
            if offered.sessions.iter().any(&session_fits) {
                name = Some(title(visit, offered));
                entries.extend(dated(visit, programme, offered, &session_fits));
            }
        }
    }
    Ok(published(visit, path, name.ok_or(PageError::NotFound)?, entries, file))
}

/// What an offering is called in a calendar's name.
fn title(visit: &Visit, offered: &Offered) -> String {
    let words = visit.app.views.words();
    let nth = Value::Number(i64::from(offered.nth));
    match (&offered.row.title, offered.row.kind()) {
        (Some(title), _) => title.clone(),
        (None, Kind::Course) => words.plain(visit.language, "pub-course"),
        (None, Kind::Workshop) => words.with(visit.language, "workshop-nth", &[("n", nth)]),
    }
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

/// The dated sessions of an offering as everybody may know them, for a year after they were held; none while it is a
/// draft.
fn dated(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    fits: impl Fn(&Session) -> bool,
) -> Vec<Entry> {
    if !programme.is_shown(offered) {
        return Vec::new();
    }
    let mailbox = &visit.app.desk.policy.sender.mailbox;
    let domain = mailbox.rsplit('@').next().unwrap_or("localhost");
    let entry = |session: &Session| entry(programme, offered, session, domain, visit.now);
    offered.sessions.iter().filter(|session| fits(session)).filter_map(entry).collect()
}

fn entry(
    programme: &Programme,
    offered: &Offered,
    session: &Session,
    domain: &str,
    now: DateTime<Utc>,
) -> Option<Entry> {
    let uid = session.public_uid.as_ref()?;
    let ends_at = session.timing(offered.zone)?.ends_at();
    let edition = &programme.edition;
    let cancelled = session.is_cancelled() || offered.row.status() == OfferingStatus::Cancelled;
    let sequence = u32::try_from(session.public_sequence).unwrap_or(0);
    is_carried(cancelled, sequence, ends_at, now).then(|| Entry {
        uid: format!("{uid}@{domain}"),
        sequence,
        stamp: session.changed_at.or(edition.published_at).unwrap_or(edition.created_at),
        cancelled,
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
