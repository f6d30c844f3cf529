//! An edition read whole: its offerings, their sessions and topics. What pages, letters and decisions look at.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::editions::Edition;
use super::offerings::Offering;
use super::sessions::Session;
use super::topics::Topic;
use super::{Conn, Error, editions, offerings, sessions, topics};
use crate::domain::admission::OfferingFacts;
use crate::domain::edition::EditionStatus;
use crate::domain::letter::{SessionFacts, Title};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::session::Timing;
use crate::domain::waiting_list::{Offers, who_offers};

/// How long after its last session an edition is still shown to its people: registers are closed, certificates follow.
pub const AFTERMATH: TimeDelta = TimeDelta::days(30);

/// An edition with everything it offers.
#[derive(Clone, Debug)]
pub struct Programme {
    /// The edition.
    pub edition: Edition,
    /// Its offerings, in the order of its page.
    pub offerings: Vec<Offered>,
}

/// An offering with its sessions and its topic.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The offering.
    pub row: Offering,
    /// Its sessions by number.
    pub sessions: Vec<Session>,
    /// What it is about; none for a course.
    pub topic: Option<Topic>,
    /// The zone of its sessions.
    pub zone: Tz,
    /// Its place among the workshops of the programme, from 1, which names it while it has no title; 0 = a course.
    pub nth: u32,
}

impl Programme {
    /// The workshops, in the order of the page.
    pub fn workshops(&self) -> impl Iterator<Item = &Offered> {
        self.offerings.iter().filter(|offered| offered.row.kind() == Kind::Workshop)
    }

    /// The course, if the edition has one that is published: a draft is nobody's yet.
    pub fn course(&self) -> Option<&Offered> {
        self.planned_course().filter(|offered| offered.row.status() == OfferingStatus::Published)
    }

    /// The course, published or still a draft; none where it was called off.
    pub fn planned_course(&self) -> Option<&Offered> {
        self.offerings.iter().find(|offered| {
            offered.row.kind() == Kind::Course && offered.row.status() != OfferingStatus::Cancelled
        })
    }

    /// How many days the course has that were not called off, dated or not; none = there is no course.
    pub fn course_days(&self) -> Option<u32> {
        let held = self.planned_course()?.sessions.iter().filter(|session| !session.is_cancelled());
        Some(u32::try_from(held.count()).unwrap_or(u32::MAX))
    }

    /// One offering by id.
    pub fn offering(&self, id: i64) -> Option<&Offered> {
        self.offerings.iter().find(|offered| offered.row.id == id)
    }

    /// One offering by the slug in addresses; a draft has no address yet.
    pub fn by_slug(&self, slug: &str) -> Option<&Offered> {
        let shown = |offered: &&Offered| offered.row.status() != OfferingStatus::Draft;
        self.offerings.iter().filter(shown).find(|offered| offered.row.slug == slug)
    }

    /// Whether everybody may know of an offering: it is no draft, and its edition is none.
    pub fn is_shown(&self, offered: &Offered) -> bool {
        self.edition.status() != EditionStatus::Draft && offered.row.status() != OfferingStatus::Draft
    }

    /// The offering and the session of a session's id.
    pub fn session(&self, id: i64) -> Option<(&Offered, &Session)> {
        self.offerings
            .iter()
            .find_map(|offered| Some((offered, offered.sessions.iter().find(|session| session.id == id)?)))
    }

    /// The place of a workshop in the programme, from 1; 0 for anything else.
    pub fn nth(&self, id: i64) -> usize {
        self.offering(id).map_or(0, |offered| usize::try_from(offered.nth).unwrap_or(0))
    }

    /// The zone of the edition.
    pub fn zone(&self) -> Tz {
        self.edition.zone()
    }

    /// The workshops that count toward the rule, are published and have no date yet.
    pub fn undated_workshops(&self) -> impl Iterator<Item = &Offered> {
        let open = |w: &&Offered| w.row.counts_toward_rule && w.row.status() == OfferingStatus::Published;
        self.workshops().filter(open).filter(|w| w.first_date().is_none())
    }

    /// Who offers a freed place of an offering.
    pub fn offers(&self, offered: &Offered) -> Offers {
        let row = &offered.row;
        let set = if row.offers == "automatic" { Offers::Automatic } else { Offers::ByPerson };
        who_offers(set, row.kind(), self.edition.rule().course_admission)
    }

    /// How many workshops count toward the rule and are published.
    pub fn counting_workshops(&self) -> u32 {
        self.counting(|status| status == OfferingStatus::Published)
    }

    /// How many workshops count toward the rule once the drafts are published.
    pub fn planned_workshops(&self) -> u32 {
        self.counting(|status| status != OfferingStatus::Cancelled)
    }

    fn counting(&self, status: impl Fn(OfferingStatus) -> bool) -> u32 {
        let counting = self.workshops().filter(|w| w.row.counts_toward_rule && status(w.row.status()));
        u32::try_from(counting.count()).unwrap_or(u32::MAX)
    }

    /// Whether it is over for everybody: its last session ended [`AFTERMATH`] ago, or all was called off. A course that
    /// has a day without a date is still to come.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        let held = |offered: &&Offered| offered.row.status() != OfferingStatus::Cancelled;
        let undated = |offered: &Offered| {
            offered.sessions.iter().any(|session| !session.is_cancelled() && session.date.is_none())
        };
        if self.planned_course().is_some_and(undated) {
            return false;
        }
        let last = self.offerings.iter().filter(held).flat_map(Offered::timings).map(|t| t.ends_at()).max();
        match last {
            Some(end) => end + AFTERMATH <= now,
            None => !self.offerings.iter().any(|offered| held(&offered)),
        }
    }

    /// The course's first day; none = no course, or one without dates.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.course().and_then(Offered::first_date)
    }
}

impl Offered {
    /// When its sessions that are not called off are held, in order; undated ones are missing.
    pub fn timings(&self) -> Vec<Timing> {
        let mut timings: Vec<Timing> =
            self.sessions.iter().filter(|s| !s.is_cancelled()).filter_map(|s| s.timing(self.zone)).collect();
        timings.sort_by_key(Timing::starts_at);
        timings
    }

    /// The local date of its first session.
    pub fn first_date(&self) -> Option<NaiveDate> {
        self.timings().first().map(|timing| timing.date)
    }

    /// The session it is spoken of by: the earliest that is held, one without a date where none has one; where all are
    /// called off, the earliest of these.
    pub fn first_session(&self) -> Option<&Session> {
        let when = |session: &&Session| {
            (session.is_cancelled(), session.date.is_none(), session.date, session.number)
        };
        self.sessions.iter().min_by_key(when)
    }

    /// The instant of its begin.
    pub fn starts_at(&self) -> Option<DateTime<Utc>> {
        self.timings().first().map(Timing::starts_at)
    }

    /// Whether nothing of it lies ahead that could be given back: a workshop that has begun, a course whose last day is
    /// over.
    pub fn is_past(&self, now: DateTime<Utc>) -> bool {
        let timings = self.timings();
        let until = match self.row.kind() {
            Kind::Workshop => timings.first().map(Timing::starts_at),
            Kind::Course => timings.last().map(Timing::ends_at),
        };
        until.is_some_and(|until| until <= now)
    }

    /// The title, where it has one.
    pub fn title(&self) -> Option<Title> {
        self.row.title.as_ref().map(|official| Title {
            official: official.clone(),
            gloss: self.row.gloss_en.clone(),
            nth: self.nth,
        })
    }

    /// What the guard looks at.
    pub fn admission_facts(&self, edition: &Edition, waiting: u32) -> OfferingFacts {
        OfferingFacts {
            kind: self.row.kind(),
            status: self.row.status(),
            edition_published: edition.status() == EditionStatus::Published,
            seats: self.row.seats(),
            waiting,
            first_date: self.first_date(),
            starts_at: self.starts_at(),
        }
    }

    /// The page of the offering.
    pub fn page(&self) -> String {
        match self.row.kind() {
            Kind::Workshop => format!("/workshop/{}", self.row.slug),
            Kind::Course => "/corso".to_owned(),
        }
    }

    /// A session of it as letters and pages speak of it. An offering without a title is named by its place in
    /// the programme, in words that the renderer chooses: the title is empty then.
    pub fn session_facts(&self, session: &Session) -> SessionFacts {
        let number = |n: i64| u32::try_from(n).unwrap_or(1);
        SessionFacts {
            title: self.title().unwrap_or(Title { nth: self.nth, ..Title::default() }),
            number: number(session.number),
            of: number(session.of),
            date: session.date,
            start: session.starts,
            end: session.ends,
            zone: self.zone.name().to_owned(),
            place: session.place.clone(),
            page: self.page(),
            too_late_for: None,
        }
    }

    /// The first session as letters speak of it; an offering always has one.
    pub fn first_session_facts(&self) -> Option<SessionFacts> {
        self.first_session().map(|session| self.session_facts(session))
    }
}

/// Reads an edition whole.
///
/// # Errors
/// The database failed.
pub async fn load(conn: &impl Conn, edition: Edition) -> Result<Programme, Error> {
    let rows = offerings::of_edition(conn, edition.id).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut by_offering: HashMap<i64, Vec<Session>> = HashMap::new();
    for session in sessions::of_offerings(conn, &ids).await? {
        by_offering.entry(session.offering_id).or_default().push(session);
    }
    let topic_ids: Vec<i64> = rows.iter().filter_map(|row| row.topic_id).collect();
    let topics: HashMap<i64, Topic> =
        topics::some(conn, &topic_ids).await?.into_iter().map(|t| (t.id, t)).collect();
    let zone = edition.zone();
    let mut workshops = 0;
    let mut offerings = Vec::with_capacity(rows.len());
    for row in rows {
        let is_workshop = row.kind() == Kind::Workshop;
        workshops += u32::from(is_workshop);
        offerings.push(Offered {
            sessions: by_offering.remove(&row.id).unwrap_or_default(),
            topic: row.topic_id.and_then(|id| topics.get(&id).cloned()),
            zone,
            nth: if is_workshop { workshops } else { 0 },
            row,
        });
    }
    Ok(Programme { edition, offerings })
}

/// Reads the edition of an offering whole.
///
/// # Errors
/// The database failed.
pub async fn of_offering(conn: &impl Conn, offering_id: i64) -> Result<Option<Programme>, Error> {
    let Some(row) = offerings::find(conn, offering_id).await? else { return Ok(None) };
    let Some(edition) = editions::find(conn, row.edition_id).await? else { return Ok(None) };
    load(conn, edition).await.map(Some)
}

/// Reads the edition of `/` whole.
///
/// # Errors
/// The database failed.
pub async fn current(conn: &impl Conn) -> Result<Option<Programme>, Error> {
    match editions::current(conn).await? {
        Some(edition) => load(conn, edition).await.map(Some),
        None => Ok(None),
    }
}
