//! Sessions as lists of the office name them, whatever edition they are of; each edition is read once for a page.

use chrono::NaiveDate;
use serde::Serialize;

use super::edition_links::title_of;
use super::edition_words::{SessionName, session_name};
use crate::domain::offering::Kind;
use crate::store::programme::{self, Programme};
use crate::store::sessions;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// A session by what it belongs to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SessionLine {
    /// Its id.
    pub id: i64,
    /// Its offering.
    pub offering: i64,
    /// The title of its offering.
    pub title: Option<String>,
    /// The offering's place in the programme; 0 = the course.
    pub nth: usize,
    /// Whether it is a day of the course.
    pub course: bool,
    /// Its number.
    pub number: i64,
    /// How many sessions the offering has.
    pub of: i64,
    /// Its date.
    pub date: Option<NaiveDate>,
}

impl SessionLine {
    /// The line of a session of an edition.
    pub fn of(programme: &Programme, session_id: i64) -> Option<Self> {
        let (offered, session) = programme.session(session_id)?;
        Some(Self {
            id: session.id,
            offering: session.offering_id,
            title: offered.row.title.clone(),
            nth: programme.nth(offered.row.id),
            course: offered.row.kind() == Kind::Course,
            number: session.number,
            of: session.of,
            date: session.date,
        })
    }
}

/// Reads editions for a page, each once.
pub struct Seasons<'a> {
    visit: &'a Visit,
    known: Vec<Programme>,
}

impl<'a> Seasons<'a> {
    /// For one page.
    pub fn new(visit: &'a Visit) -> Self {
        Self { visit, known: Vec::new() }
    }

    /// The edition of an offering.
    ///
    /// # Errors
    /// The database failed.
    pub async fn of_offering(&mut self, offering_id: i64) -> Result<Option<&Programme>, PageError> {
        if !self.known.iter().any(|programme| programme.offering(offering_id).is_some())
            && let Some(programme) =
                programme::of_offering(self.visit.app.desk.store.reader(), offering_id).await?
        {
            self.known.push(programme);
        }
        Ok(self.known.iter().find(|programme| programme.offering(offering_id).is_some()))
    }

    /// A session that stands beside those of an edition; one of another edition is named with that one's title.
    ///
    /// # Errors
    /// The database failed.
    pub async fn beside(
        &mut self,
        here: &Programme,
        session_id: i64,
    ) -> Result<Option<SessionName>, PageError> {
        if let Some(name) = session_name(here, session_id) {
            return Ok(Some(name));
        }
        let visit = self.visit;
        let found = sessions::find(visit.app.desk.store.reader(), session_id).await?;
        let Some(session) = found else { return Ok(None) };
        let Some(other) = self.of_offering(session.offering_id).await? else { return Ok(None) };
        let edition = Some(title_of(&other.edition, visit.language));
        Ok(session_name(other, session_id).map(|name| SessionName { edition, ..name }))
    }

    /// A session by its id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn session(&mut self, session_id: i64) -> Result<Option<SessionLine>, PageError> {
        let found = sessions::find(self.visit.app.desk.store.reader(), session_id).await?;
        let Some(session) = found else { return Ok(None) };
        let programme = self.of_offering(session.offering_id).await?;
        Ok(programme.and_then(|programme| SessionLine::of(programme, session_id)))
    }
}
