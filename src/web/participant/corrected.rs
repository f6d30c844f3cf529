//! A mark of mine that was corrected lately (UX.md S19): what it is now, by whom, when and why; whoever sees it otherwise
//! finds where to say so.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

use super::dispute::{Contested, ContestsView};
use crate::domain::attendance::Mark;
use crate::domain::person::Language;
use crate::domain::session::local_date;
use crate::store::attendance::{self, Mark as MarkRow};
use crate::store::programme::Programme;
use crate::store::{people, texts};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// How long it stays in sight.
const IN_SIGHT: TimeDelta = TimeDelta::days(30);

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectedView {
    /// At which session.
    pub about: Contested,
    /// The mark it is now.
    pub mark: &'static str,
    /// On which day it was corrected.
    pub on: NaiveDate,
    /// By whom; none where their name is not known any more.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Whether it can be said on a page of its own that it is wrong; else in words of one's own.
    pub can_contest: bool,
}

/// Those of an edition, the newest first. A correction is a mark with a reason, as long as none was set after it.
///
/// # Errors
/// The database failed.
pub async fn corrected(
    visit: &Visit,
    programme: &Programme,
    person_id: i64,
    contests: &ContestsView,
) -> Result<Vec<CorrectedView>, PageError> {
    let reader = visit.app.desk.store.reader();
    let all = attendance::marks_of(reader, person_id).await?;
    let last: HashMap<i64, MarkRow> = all.into_iter().map(|row| (row.session_id, row)).collect();
    let lately = |row: &MarkRow| row.text_id.is_some() && row.marked_at + IN_SIGHT > visit.now;
    let mut rows: Vec<MarkRow> = last.into_values().filter(lately).collect();
    rows.sort_by_key(|row| Reverse(row.id));
    let words = texts::bodies(reader, &rows.iter().filter_map(|row| row.text_id).collect::<Vec<_>>()).await?;
    let mut found = Vec::new();
    for row in rows {
        let about = Contested::of(programme, row.session_id, visit.language == Language::En);
        let (Some(about), Some(mark)) = (about, Mark::from_code(&row.value)) else { continue };
        let by = people::find(reader, row.marked_by).await?.map(|staff| staff.full_name());
        found.push(CorrectedView {
            mark: mark.code(),
            on: local_date(row.marked_at, programme.zone()),
            by: by.filter(|name| !name.is_empty()),
            reason: row.text_id.and_then(|id| words.get(&id).cloned()),
            can_contest: contests.can.iter().any(|can| can.session == row.session_id),
            about,
        });
    }
    Ok(found)
}
