//! Why something is changed, asked beside its consequences.

use serde::Serialize;

use crate::web::public::sign_up_form::FieldError;

/// Why something is done, as it was typed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Why {
    /// What was typed.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

impl Why {
    /// The field of the form.
    pub const FIELD: &str = "motivo";

    /// As it was typed, with what is wrong among these faults.
    pub fn of(typed: &str, errors: &[FieldError]) -> Self {
        let error = errors.iter().find(|error| error.field == Self::FIELD);
        Self { value: typed.to_owned(), error: error.map(|error| error.text.clone()) }
    }
}
