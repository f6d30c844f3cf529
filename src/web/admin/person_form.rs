//! What the forms have in common that correct something of a person: shown again they keep what was typed and what they
//! were filled in on; where somebody else was faster, what stands is shown beside what was typed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::session_form::{Beside, beside};
use crate::usecases::correct_person::NotCorrected;
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::web::public::sign_up_form::{FieldError, fault};

/// What a page shows besides what stands.
#[derive(Default)]
pub(super) struct Shown<A> {
    pub(super) typed: Option<A>,
    pub(super) seen: Option<A>,
    pub(super) errors: Vec<FieldError>,
    pub(super) meanwhile: bool,
}

/// The form as a page has it.
#[derive(Serialize)]
pub(super) struct Filled<A> {
    answers: A,
    /// What the form was filled in on.
    seen: A,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// What stands beside what was typed, where somebody else changed it meanwhile.
    beside: Vec<Beside>,
    meanwhile: bool,
}

impl<A: Clone> Shown<A> {
    /// Whether it was not done.
    pub(super) fn is_wrong(&self) -> bool {
        self.meanwhile || !self.errors.is_empty()
    }

    /// Says why it was not done, where a form can say it.
    pub(super) fn not_corrected(&mut self, visit: &Visit, why: NotCorrected) -> Result<(), PageError> {
        match why {
            NotCorrected::Meanwhile => self.meanwhile = true,
            NotCorrected::NoContact => self.errors = vec![fault(visit, "telefono", "no-contact")],
            NotCorrected::No(other) => return Err(other.into()),
        }
        Ok(())
    }

    /// The form over what stands; `fields` are those that somebody else may have changed.
    pub(super) fn filled(self, stands: A, fields: fn(&A) -> Vec<(&'static str, String)>) -> Filled<A> {
        let answers = self.typed.unwrap_or_else(|| stands.clone());
        let differ = if self.meanwhile { beside(&fields(&stands), &fields(&answers)) } else { Vec::new() };
        Filled {
            answers,
            // Shown again with a fault it still says what it was filled in on.
            seen: self.seen.filter(|_| !self.meanwhile).unwrap_or(stands),
            error: self.errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
            errors: self.errors,
            beside: differ,
            meanwhile: self.meanwhile,
        }
    }
}
