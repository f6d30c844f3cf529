//! One person for the office: their enrolments, with what can be done about each; the reader of their history.

use std::collections::HashMap;

use serde::Serialize;

use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::{self, Programme};
use crate::store::{attendance, sessions};
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
}

/// What an offering is called, and when it is.
#[derive(Clone, Default)]
pub(super) struct Named {
    pub(super) title: Option<String>,
    pub(super) nth: usize,
    date: Option<chrono::NaiveDate>,
    edition: String,
}

/// Reads enrolments and history.
pub struct Loader<'a> {
    pub(super) visit: &'a Visit,
    programmes: HashMap<i64, Programme>,
}

impl<'a> Loader<'a> {
    /// A reader for one page.
    pub fn new(visit: &'a Visit) -> Self {
        Self { visit, programmes: HashMap::new() }
    }

    async fn programme(&mut self, offering_id: i64) -> Result<Option<&Programme>, PageError> {
        if !self.programmes.contains_key(&offering_id)
            && let Some(programme) =
                programme::of_offering(self.visit.app.desk.store.reader(), offering_id).await?
        {
            self.programmes.insert(offering_id, programme);
        }
        Ok(self.programmes.get(&offering_id))
    }

    pub(super) async fn named(&mut self, offering_id: i64) -> Result<Named, PageError> {
        let Some(programme) = self.programme(offering_id).await? else { return Ok(Named::default()) };
        let Some(offered) = programme.offering(offering_id) else { return Ok(Named::default()) };
        Ok(Named {
            title: offered.row.title.clone(),
            nth: programme.nth(offering_id),
            date: offered.first_date(),
            edition: programme.edition.title_it.clone(),
        })
    }

    /// The enrolments, newest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn enrolments(&mut self, all: &[Enrolment]) -> Result<Vec<EnrolmentView>, PageError> {
        let mut views = Vec::new();
        let marks = self.marks(all).await?;
        for enrolment in all.iter().rev() {
            let named = self.named(enrolment.offering_id).await?;
            let (begun, past, room) = self.now(enrolment.offering_id).await?;
            let reader = self.visit.app.desk.store.reader();
            let waits = enrolment.state == "waitlisted";
            let line = enrolments::waiting_ahead(reader, enrolment.offering_id, enrolment.position).await?;
            let first = enrolments::first_in_line(reader, enrolment.offering_id)
                .await?
                .is_some_and(|e| e.id == enrolment.id);
            views.push(EnrolmentView {
                id: enrolment.id,
                code: enrolment.code.clone(),
                title: named.title,
                nth: named.nth,
                date: named.date,
                edition: named.edition,
                state: enrolment.state.clone(),
                mark: marks.get(&enrolment.offering_id).filter(|_| enrolment.state != "cancelled").cloned(),
                reason: enrolment.cancel_reason.clone(),
                hold_until: enrolment
                    .hold_until
                    .filter(|_| enrolment.state != "cancelled")
                    .map(|at| at.to_rfc3339()),
                position: waits.then_some(line + 1),
                can_confirm: enrolment.state.starts_with("pending") && !begun,
                can_give: waits && first && room && !begun,
                can_cancel: enrolment.state != "cancelled" && !past,
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

    /// Whether an offering has begun, whether nothing of it lies ahead, and whether it has a free place.
    async fn now(&mut self, offering_id: i64) -> Result<(bool, bool, bool), PageError> {
        let now = self.visit.now;
        let Some(programme) = self.programme(offering_id).await? else { return Ok((true, true, false)) };
        let Some(offered) = programme.offering(offering_id) else { return Ok((true, true, false)) };
        let begun = offered.starts_at().is_some_and(|start| start <= now);
        Ok((begun, offered.is_past(now), offered.row.seats().has_room()))
    }
}
