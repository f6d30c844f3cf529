//! Where an act of the audit can still be taken back: only the last one of its kind, and only while it stands.

use crate::domain::edition::EditionStatus;
use crate::domain::offering::OfferingStatus;
use crate::store::audit::{self, AuditRow};
use crate::store::{calls, editions, enrolments, offerings, people, registers, sessions};
use crate::usecases::reopen_call::IN_SIGHT;
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// Acts that end one another: of each group the last one about the same thing can be taken back.
const GROUPS: [&[&str]; 5] = [
    &["grant_role", "take_role"],
    &["add_trainer", "remove_trainer"],
    &["publish_offering", "unpublish_offering"],
    &["publish_edition", "unpublish_edition", "archive_edition", "reopen_edition"],
    &["settle_call", "reopen_call"],
];

/// The page that takes an act back; none where nothing does. `decides` says whether the asker decides about roles.
///
/// # Errors
/// The database failed.
pub async fn undo(visit: &Visit, row: &AuditRow, decides: bool) -> Result<Option<String>, PageError> {
    let reader = visit.app.desk.store.reader();
    let place = match (row.act.as_str(), row.subject_id) {
        ("close_register", Some(id)) => {
            let register = registers::find(reader, id).await?;
            let open = register.filter(|row| row.undone_at.is_none() && row.took_effect_at.is_none());
            return Ok(open.map(|row| format!("/aula/{}", row.session_id)));
        }
        ("grant_role" | "take_role", _) if decides => of_role(visit, row).await?,
        ("add_trainer" | "remove_trainer", Some(id)) => {
            let session = sessions::find(reader, id).await?;
            session.map(|session| format!("/gestione/sessioni/{}/conduce", session.id))
        }
        ("publish_offering", Some(id)) => of_offering(visit, id).await?,
        ("settle_call", Some(id)) => of_call(visit, id).await?,
        ("publish_edition" | "archive_edition", Some(id)) => of_edition(visit, row, id).await?,
        _ => None,
    };
    let Some(place) = place else { return Ok(None) };
    Ok(is_last(visit, row).await?.then_some(place))
}

/// Whether nothing of its kind was done since.
async fn is_last(visit: &Visit, row: &AuditRow) -> Result<bool, PageError> {
    let group = GROUPS.into_iter().find(|acts| acts.contains(&row.act.as_str())).unwrap_or_default();
    let newest = audit::newest_like(visit.app.desk.store.reader(), row, group).await?;
    Ok(newest == Some(row.id))
}

/// Somebody who was erased has no role any more.
async fn of_role(visit: &Visit, row: &AuditRow) -> Result<Option<String>, PageError> {
    let Some(id) = row.person_id else { return Ok(None) };
    let person = people::find(visit.app.desk.store.reader(), id).await?;
    Ok(person.filter(|person| person.erased_at.is_none()).map(|_| "/gestione/ruoli".to_owned()))
}

/// A call that was crossed off comes back for a day, unless something newer was to be said since.
async fn of_call(visit: &Visit, task_id: i64) -> Result<Option<String>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(call) = calls::made_one(reader, task_id).await? else { return Ok(None) };
    let over = call.settled_at + IN_SIGHT < visit.now || calls::has_newer(reader, &call).await?;
    if over || people::living(reader, call.person_id).await?.is_none() {
        return Ok(None);
    }
    Ok(Some("/gestione/telefonate#fatte".to_owned()))
}

/// What is shown becomes a draft again while nobody ever enrolled.
async fn of_offering(visit: &Visit, id: i64) -> Result<Option<String>, PageError> {
    let reader = visit.app.desk.store.reader();
    let shown = offerings::find(reader, id).await?.filter(|row| row.status() == OfferingStatus::Published);
    if shown.is_none() || enrolments::any_in(reader, &[id]).await? {
        return Ok(None);
    }
    Ok(Some(format!("/gestione/offerte/{id}/stato")))
}

/// One that was put away is taken out again; one that is shown becomes a draft while nobody ever enrolled.
async fn of_edition(visit: &Visit, row: &AuditRow, id: i64) -> Result<Option<String>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(edition) = editions::find(reader, id).await? else { return Ok(None) };
    let stands = match (row.act.as_str(), edition.status()) {
        ("archive_edition", status) => status == EditionStatus::Archived,
        (_, EditionStatus::Published) => {
            let all: Vec<i64> = offerings::of_edition(reader, id).await?.iter().map(|row| row.id).collect();
            !enrolments::any_in(reader, &all).await?
        }
        _ => false,
    };
    Ok(stands.then(|| format!("/gestione/edizioni/{}/stato", edition.key)))
}
