//! What the office types about an edition as a whole: its names, what papers print of it, its rule. What was typed
//! stays.

use serde::Serialize;

use super::offering_form::RuleAnswers;
use super::session_form::Hidden;
use crate::domain::change::{EditFault, MOST_LATENESS};
use crate::domain::edition::{CourseAdmission, Rule};
use crate::store::editions::Edition;
use crate::usecases::shape_edition::rename::Names;
use crate::web::fields::Posted;

/// The names of an edition, and what papers print of it; named as in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NamesAnswers {
    /// Italian title.
    pub titolo_it: String,
    /// English title.
    pub titolo_en: String,
    /// Who signs its letters.
    pub firma: String,
    /// The project it is part of.
    pub progetto: String,
    /// The city it is held in.
    pub citta: String,
}

impl NamesAnswers {
    /// What stands.
    pub fn of(edition: &Edition) -> Self {
        Self {
            titolo_it: edition.title_it.clone(),
            titolo_en: edition.title_en.clone().unwrap_or_default(),
            firma: edition.signature.clone().unwrap_or_default(),
            progetto: edition.project.clone().unwrap_or_default(),
            citta: edition.city.clone().unwrap_or_default(),
        }
    }

    /// What was typed.
    pub fn read(posted: &Posted) -> Self {
        Self {
            titolo_it: posted.line("titolo_it"),
            titolo_en: posted.line("titolo_en"),
            firma: posted.line("firma"),
            progetto: posted.line("progetto"),
            citta: posted.line("citta"),
        }
    }

    /// What was typed, as it is stored.
    pub fn names(&self) -> Names {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Names {
            title_it: self.titolo_it.clone(),
            title_en: some(&self.titolo_en),
            signature: some(&self.firma),
            project: some(&self.progetto),
            city: some(&self.citta),
        }
    }

    /// What was typed, carried by the form that saves it.
    pub fn hidden(&self) -> Vec<Hidden> {
        vec![
            Hidden::new("titolo_it", &self.titolo_it),
            Hidden::new("titolo_en", &self.titolo_en),
            Hidden::new("firma", &self.firma),
            Hidden::new("progetto", &self.progetto),
            Hidden::new("citta", &self.citta),
        ]
    }

    /// What was typed, by field, to be compared with what stands.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("edition-title-it", self.titolo_it.clone()),
            ("edition-title-en", self.titolo_en.clone()),
            ("signature", self.firma.clone()),
            ("project", self.progetto.clone()),
            ("city", self.citta.clone()),
        ]
    }
}

/// The whole rule of an edition; named as in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WholeRule {
    /// What the page of the course shows of it too.
    #[serde(flatten)]
    pub base: RuleAnswers,
    /// From how many minutes of lateness the register proposes *absent*; empty = never.
    pub ritardo: String,
    /// Whether topics of earlier editions count.
    pub riporto: bool,
    /// How a place on the course is given: `immediate` or `decision`.
    pub ammissione: String,
}

impl WholeRule {
    /// What stands.
    pub fn of(rule: &Rule) -> Self {
        Self {
            base: RuleAnswers::of(rule),
            ritardo: rule.lateness_minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            riporto: rule.carry_over,
            ammissione: admission_code(rule.course_admission).to_owned(),
        }
    }

    /// What was typed.
    pub fn read(posted: &Posted) -> Self {
        let admission = match posted.line("ammissione").as_str() {
            "decision" => CourseAdmission::ByDecision,
            _ => CourseAdmission::Immediate,
        };
        Self {
            base: RuleAnswers::read(posted),
            ritardo: posted.line("ritardo"),
            riporto: posted.ticked("riporto"),
            ammissione: admission_code(admission).to_owned(),
        }
    }

    /// The rule that was typed.
    ///
    /// # Errors
    /// Every fault, at its field.
    pub fn parsed(&self, stands: &Rule) -> Result<Rule, Vec<EditFault>> {
        let mut faults = Vec::new();
        let base = self.base.parsed(stands).unwrap_or_else(|found| {
            faults.extend(found);
            stands.clone()
        });
        let lateness = self.ritardo.parse::<u32>().ok().filter(|minutes| *minutes <= MOST_LATENESS);
        if lateness.is_none() && !self.ritardo.is_empty() {
            faults.push(EditFault { field: "lateness", code: "range" });
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let course_admission = match self.ammissione.as_str() {
            "decision" => CourseAdmission::ByDecision,
            _ => CourseAdmission::Immediate,
        };
        Ok(Rule { lateness_minutes: lateness, carry_over: self.riporto, course_admission, ..base })
    }

    /// What was typed, by field, to be compared with what stands.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = self.base.fields();
        fields.push(("lateness", self.ritardo.clone()));
        fields.push(("admission", self.ammissione.clone()));
        fields.push(("carry-over", if self.riporto { "yes" } else { "no" }.to_owned()));
        fields
    }

    /// What was typed, carried by the form that saves it.
    pub fn hidden(&self) -> Vec<Hidden> {
        let mut hidden = self.base.hidden();
        hidden.push(Hidden::new("ritardo", &self.ritardo));
        hidden.push(Hidden::new("ammissione", &self.ammissione));
        if self.riporto {
            hidden.push(Hidden::new("riporto", "si"));
        }
        hidden
    }
}

fn admission_code(admission: CourseAdmission) -> &'static str {
    match admission {
        CourseAdmission::Immediate => "immediate",
        CourseAdmission::ByDecision => "decision",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_that_is_typed_as_it_stands_is_the_same_rule() {
        let rule = Rule {
            lateness_minutes: Some(30),
            carry_over: false,
            course_admission: CourseAdmission::ByDecision,
            ..Rule::announced()
        };
        assert_eq!(WholeRule::of(&rule).parsed(&Rule::announced()), Ok(rule));
    }

    #[test]
    fn every_fault_of_the_rule_is_found_at_once() {
        let mut typed = WholeRule::of(&Rule::announced());
        typed.base.richiesti = "tanti".into();
        typed.ritardo = "601".into();
        let faults = typed.parsed(&Rule::announced()).err().unwrap_or_default();
        let found: Vec<_> = faults.iter().map(|fault| (fault.field, fault.code)).collect();
        assert_eq!(found, [("required", "range"), ("lateness", "range")]);
    }
}
