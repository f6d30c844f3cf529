//! On which workshops an application rests: those of its own edition, and those of earlier ones with their titles and days.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::award::AwardedWorkshop;
use crate::domain::eligibility::{Facts, topics_attended};
use crate::domain::qualification::workshops_attended;
use crate::store::programme::{Offered, Programme};
use crate::store::standing::Standing;
use crate::store::{Conn, qualified};
use crate::web::error::PageError;

/// A workshop an application is based on.
#[derive(Serialize)]
pub(super) struct WorkshopRef {
    title: Option<String>,
    nth: u32,
    date: Option<NaiveDate>,
}

impl WorkshopRef {
    /// One of this edition.
    pub(super) fn of(offered: &Offered) -> Self {
        Self { title: offered.row.title.clone(), nth: offered.nth, date: offered.first_date() }
    }

    /// One that was held in an earlier edition.
    fn held(workshop: AwardedWorkshop) -> Self {
        let AwardedWorkshop { title, date } = workshop;
        let official = Some(title.official).filter(|official| !official.is_empty());
        Self { title: official, nth: title.nth, date: Some(date) }
    }
}

/// What each person attended in earlier editions and brings along, in the order in which it was held.
///
/// # Errors
/// The database failed.
pub(super) async fn carried(
    conn: &impl Conn,
    programme: &Programme,
    standings: &[Standing],
) -> Result<HashMap<i64, Vec<WorkshopRef>>, PageError> {
    let everybody: Vec<&Standing> = standings.iter().collect();
    let all = qualified::workshops_of_all(conn, programme, &everybody).await?;
    let mut found = HashMap::new();
    for (standing, workshops) in everybody.into_iter().zip(all) {
        let own = topics_attended(&Facts { carry_over: false, ..standing.facts.clone() });
        let topics = workshops_attended(&standing.facts).into_iter().map(|(topic, _)| topic);
        let brought = topics.zip(workshops).filter(|(topic, _)| !own.contains(topic));
        let brought = brought.map(|(_, workshop)| WorkshopRef::held(workshop)).collect();
        found.insert(standing.person_id, brought);
    }
    Ok(found)
}
