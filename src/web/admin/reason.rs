//! A reason that somebody of the office has to write: how long it may be, and the sentence at its field.

use super::person::NotDone;
use crate::web::guards::Visit;
use crate::web::public::sign_up_form::FieldError;

/// The longest reason, in characters.
const LONGEST: usize = 500;

/// What is wrong with a reason that has to be written.
pub(super) fn reason_fault(visit: &Visit, field: &str, reason: &str) -> Option<FieldError> {
    let key = match reason.chars().count() {
        0 => "refusal-reason-missing",
        1..=LONGEST => return None,
        _ => "corr-err-long",
    };
    let text = visit.app.views.words().plain(visit.language, key);
    Some(FieldError { field: field.to_owned(), text })
}

/// What is wrong with a reason that may be left out.
pub(in crate::web) fn length_fault(visit: &Visit, field: &str, reason: &str) -> Option<FieldError> {
    reason_fault(visit, field, reason).filter(|_| !reason.is_empty())
}

/// A reason that is too long, as a page with several forms says it; one that is missing is refused by its use case.
pub(super) fn too_long(visit: &Visit, field: &str, reason: &str) -> Option<NotDone> {
    let fault = length_fault(visit, field, reason)?;
    Some(NotDone {
        sentence: fault.text,
        field: Some(fault.field),
        reason: reason.to_owned(),
        at_field: true,
    })
}
