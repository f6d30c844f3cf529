//! What a person said of how their name is spelled, as lines of their history.

use super::person_line::HistoryLine;
use crate::store::name_checks::{self, NameAnswer};
use crate::store::texts;
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::words::Value;

/// The lines, oldest first, with the name before where they corrected it.
///
/// # Errors
/// The database failed.
pub async fn name_lines(visit: &Visit, person_id: i64) -> Result<Vec<HistoryLine>, PageError> {
    let reader = visit.app.desk.store.reader();
    let answers = name_checks::answers_of(reader, person_id).await?;
    let ids: Vec<i64> = answers.iter().filter_map(|answer| answer.text_id).collect();
    let bodies = texts::bodies(reader, &ids).await?;
    let words = visit.app.views.words();
    let before =
        |name: &String| words.with(visit.language, "office-name-before", &[("name", Value::Text(name))]);
    let line = |answer: NameAnswer| {
        let code = if answer.text_id.is_some() { "correct_own_name" } else { "confirm_own_name" };
        HistoryLine {
            actor: "person".to_owned(),
            text: answer.text_id.and_then(|id| bodies.get(&id)).map(before),
            ..HistoryLine::new(answer.answered_at, "act", code.to_owned())
        }
    };
    Ok(answers.into_iter().map(line).collect())
}
