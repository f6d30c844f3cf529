//! A reason that somebody of the office has to write, or may: the sentence at its field where it cannot be kept as it is.

use crate::domain::reason::reason_of;
use crate::web::guards::Visit;
use crate::web::public::sign_up_form::FieldError;

/// What is wrong with a reason that has to be written.
pub(super) fn reason_fault(visit: &Visit, field: &str, reason: &str) -> Option<FieldError> {
    let refusal = reason_of(reason).err()?;
    Some(FieldError { field: field.to_owned(), text: visit.refusal(&refusal) })
}

/// What is wrong with a reason that may be left out.
pub(in crate::web) fn length_fault(visit: &Visit, field: &str, reason: &str) -> Option<FieldError> {
    reason_fault(visit, field, reason).filter(|_| !reason.is_empty())
}
