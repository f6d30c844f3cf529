//! Where somebody is led after signing in who did not come from a page: to what they have to do here.

use chrono::{DateTime, Utc};

use super::App;
use super::error::PageError;
use super::guards::find_viewer;
use crate::domain::enrolment::State;
use crate::store::{enrolments, seasons};

/// A person's own page, which everybody has.
pub const OWN_PAGE: &str = "/mio-percorso";

/// Where to: the office and whoever leads sessions to their work, everybody else to their own page; so is somebody who
/// works here and is on their own way in an edition that runs. `cookie` is the token of the new sign-in.
///
/// # Errors
/// The database failed.
pub async fn landing(app: &App, cookie: &str) -> Result<&'static str, PageError> {
    let now = app.desk.clock.now();
    let Some(viewer) = find_viewer(cookie, app, now).await? else { return Ok(OWN_PAGE) };
    let work = match viewer.role {
        Some(_) => "/gestione",
        None if !viewer.leads.is_empty() => "/aula",
        None => return Ok(OWN_PAGE),
    };
    Ok(if is_on_the_way(app, viewer.person.id, now).await? { OWN_PAGE } else { work })
}

/// Whether somebody has an enrolment of their own in an edition that runs. An unconfirmed sign-up, which anybody could
/// send, is none.
async fn is_on_the_way(app: &App, person_id: i64, now: DateTime<Utc>) -> Result<bool, PageError> {
    let reader = app.desk.store.reader();
    let mut mine = Vec::new();
    for enrolment in enrolments::of_person(reader, person_id).await? {
        let state = enrolment.state()?;
        if !state.is_pending() && !matches!(state, State::Cancelled(_)) {
            mine.push(enrolment.offering_id);
        }
    }
    if mine.is_empty() {
        return Ok(false);
    }
    let running = seasons::running(reader, now).await?;
    Ok(running.iter().flat_map(|programme| &programme.offerings).any(|o| mine.contains(&o.row.id)))
}
