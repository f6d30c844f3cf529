//! The enrolments of one person for the office, each with what can be done about it.

use std::collections::HashMap;

use serde::Serialize;

use super::edition_links::title_of;
use super::session_line::Seasons;
use crate::domain::waiting_list::Offers;
use crate::store::enrolments::Enrolment;
use crate::store::{attendance, declined, enrolments, sessions};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// An enrolment with what can be done about it.
#[derive(Serialize)]
pub struct EnrolmentView {
    /// Its id.
    pub id: i64,
    /// Spoken code.
    pub code: String,
    /// What it is in.
    pub title: Option<String>,
    /// Place in the programme.
    pub nth: usize,
    /// Date of the first session.
    pub date: Option<chrono::NaiveDate>,
    /// The edition.
    pub edition: String,
    /// State code.
    pub state: String,
    /// The mark in effect of a workshop.
    pub mark: Option<String>,
    /// Reason, where cancelled.
    pub reason: Option<String>,
    /// Until when a hold lasts.
    pub hold_until: Option<String>,
    /// Position in the line as people see it.
    pub position: Option<u32>,
    /// Whether it can be confirmed on the phone.
    pub can_confirm: bool,
    /// Whether a free place can be given.
    pub can_give: bool,
    /// Whether it can be ended.
    pub can_cancel: bool,
    /// Whether a place that is given up goes to the next in line at once.
    pub automatic: bool,
}

/// What an offering is, and how it stands.
#[derive(Default)]
struct Facts {
    title: Option<String>,
    nth: usize,
    date: Option<chrono::NaiveDate>,
    edition: String,
    /// Whether it has begun.
    begun: bool,
    /// Whether nothing of it lies ahead.
    past: bool,
    /// Whether it has a free place.
    room: bool,
    /// Whether a freed place is offered to the next in line at once.
    automatic: bool,
}

/// Reads enrolments, each edition once.
pub struct Loader<'a> {
    visit: &'a Visit,
    seasons: Seasons<'a>,
}

impl<'a> Loader<'a> {
    /// A reader for one page.
    pub fn new(visit: &'a Visit) -> Self {
        Self { visit, seasons: Seasons::new(visit) }
    }

    async fn facts(&mut self, offering_id: i64) -> Result<Facts, PageError> {
        let (now, language) = (self.visit.now, self.visit.language);
        let begun = Facts { begun: true, past: true, ..Facts::default() };
        let Some(programme) = self.seasons.of_offering(offering_id).await? else { return Ok(begun) };
        let Some(offered) = programme.offering(offering_id) else { return Ok(begun) };
        Ok(Facts {
            title: offered.row.title.clone(),
            nth: programme.nth(offering_id),
            date: offered.first_date(),
            edition: title_of(&programme.edition, language),
            begun: offered.starts_at().is_some_and(|start| start <= now),
            past: offered.is_past(now),
            room: offered.row.seats().has_room(),
            automatic: programme.offers(offered) == Offers::Automatic,
        })
    }

    /// The enrolments, newest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn enrolments(&mut self, all: &[Enrolment]) -> Result<Vec<EnrolmentView>, PageError> {
        let mut views = Vec::new();
        let marks = self.marks(all).await?;
        let reasons = declined::reasons(self.visit.app.desk.store.reader(), all).await?;
        for enrolment in all.iter().rev() {
            let facts = self.facts(enrolment.offering_id).await?;
            let reader = self.visit.app.desk.store.reader();
            let waits = enrolment.state == "waitlisted";
            let line = enrolments::waiting_ahead(reader, enrolment.offering_id, enrolment.position).await?;
            let first = enrolments::first_in_line(reader, enrolment.offering_id)
                .await?
                .is_some_and(|e| e.id == enrolment.id);
            views.push(EnrolmentView {
                id: enrolment.id,
                code: enrolment.code.clone(),
                title: facts.title,
                nth: facts.nth,
                date: facts.date,
                edition: facts.edition,
                state: enrolment.state.clone(),
                mark: marks.get(&enrolment.offering_id).filter(|_| enrolment.state != "cancelled").cloned(),
                reason: reasons.get(&enrolment.id).cloned().or_else(|| enrolment.cancel_reason.clone()),
                hold_until: enrolment
                    .hold_until
                    .filter(|_| enrolment.state != "cancelled")
                    .map(|at| at.to_rfc3339()),
                position: waits.then_some(line + 1),
                can_confirm: enrolment.state.starts_with("pending") && !facts.begun,
                can_give: waits && first && facts.room && !facts.begun,
                can_cancel: enrolment.state != "cancelled" && !facts.past,
                automatic: facts.automatic,
            });
        }
        Ok(views)
    }

    /// The marks in effect, by offering, where it has one session.
    async fn marks(&self, all: &[Enrolment]) -> Result<HashMap<i64, String>, PageError> {
        let reader = self.visit.app.desk.store.reader();
        let person: Vec<i64> = all.iter().map(|e| e.person_id).take(1).collect();
        let mut marks = HashMap::new();
        for row in attendance::effective_of(reader, &person).await? {
            if let Some(session) = sessions::find(reader, row.session_id).await?.filter(|s| s.of == 1) {
                marks.insert(session.offering_id, row.value);
            }
        }
        Ok(marks)
    }
}
