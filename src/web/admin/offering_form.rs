//! What the office types about an offering and about the rule. Each fault is a sentence at its field; what was typed
//! stays.

use chrono::NaiveDate;
use serde::Serialize;

use super::session_form::{Hidden, boxes, date_of, joined};
use crate::domain::change::{EditFault, MOST_DAYS, MOST_REQUIRED, Texts};
use crate::domain::edition::Rule;
use crate::domain::waiting_list::Offers;
use crate::store::offerings::Offering;
use crate::web::fields::Posted;

/// The longest lines and texts, as in the file of an edition.
const LONGEST: [(&str, usize); 5] =
    [("title", 300), ("gloss", 300), ("text-it", 5000), ("text-en", 5000), ("fee", 100)];

/// What is printed of an offering, its places and who offers a freed one; named as in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OfferingAnswers {
    /// Official title.
    pub titolo: String,
    /// Its English gloss.
    pub glossa: String,
    /// Text in Italian.
    pub testo_it: String,
    /// Text in English.
    pub testo_en: String,
    /// What it costs.
    pub quota: String,
    /// Places; empty = no limit.
    pub capienza: String,
    /// Who offers a freed place: `automatic` or `person`.
    pub offerte: String,
}

impl OfferingAnswers {
    /// What stands.
    pub fn of(row: &Offering) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            titolo: text(&row.title),
            glossa: text(&row.gloss_en),
            testo_it: text(&row.text_it),
            testo_en: text(&row.text_en),
            quota: text(&row.fee),
            capienza: row.capacity.map(|places| places.to_string()).unwrap_or_default(),
            offerte: if row.offers == "automatic" { "automatic" } else { "person" }.to_owned(),
        }
    }

    /// What was typed.
    pub fn read(posted: &Posted) -> Self {
        Self {
            titolo: posted.line("titolo"),
            glossa: posted.line("glossa"),
            testo_it: posted.lines("testo_it"),
            testo_en: posted.lines("testo_en"),
            quota: posted.line("quota"),
            capienza: posted.line("capienza"),
            offerte: if posted.line("offerte") == "automatic" { "automatic" } else { "person" }.to_owned(),
        }
    }

    /// What was typed, as a change asks for it.
    ///
    /// # Errors
    /// Every fault, at its field.
    pub fn parsed(&self) -> Result<(Texts, Option<i64>, Offers), Vec<EditFault>> {
        let mut faults = Vec::new();
        for ((field, longest), (_, text)) in LONGEST.into_iter().zip(self.fields()) {
            if text.chars().count() > longest {
                faults.push(EditFault { field, code: "long" });
            }
        }
        let capacity = number(&self.capienza).unwrap_or_else(|()| {
            faults.push(EditFault { field: "capacity", code: "not-a-number" });
            None
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let texts = Texts {
            title: some(&self.titolo),
            gloss_en: some(&self.glossa),
            text_it: some(&self.testo_it),
            text_en: some(&self.testo_en),
            fee: some(&self.quota),
        };
        let offers = if self.offerte == "automatic" { Offers::Automatic } else { Offers::ByPerson };
        Ok((texts, capacity, offers))
    }

    /// What was typed, by field; those of [`LONGEST`] first.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("title", self.titolo.clone()),
            ("gloss", self.glossa.clone()),
            ("text-it", self.testo_it.clone()),
            ("text-en", self.testo_en.clone()),
            ("fee", self.quota.clone()),
            ("capacity", self.capienza.clone()),
            ("offers", self.offerte.clone()),
        ]
    }

    /// What was typed, carried by the form that saves it.
    pub fn hidden(&self) -> Vec<Hidden> {
        vec![
            Hidden::new("titolo", &self.titolo),
            Hidden::new("glossa", &self.glossa),
            Hidden::new("testo_it", &self.testo_it),
            Hidden::new("testo_en", &self.testo_en),
            Hidden::new("quota", &self.quota),
            Hidden::new("capienza", &self.capienza),
            Hidden::new("offerte", &self.offerte),
        ]
    }
}

/// The rule of an edition, as far as it is edited here; named as in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RuleAnswers {
    /// How many workshops are required.
    pub richiesti: String,
    /// Whether places are held for whoever is on the way.
    pub provvisori: bool,
    /// Day until which the course takes enrolments.
    pub chiude_giorno: String,
    /// Its month.
    pub chiude_mese: String,
    /// Its year.
    pub chiude_anno: String,
    /// How many days earn the certificate; empty = nothing is proposed.
    pub giornate: String,
}

impl RuleAnswers {
    /// What stands.
    pub fn of(rule: &Rule) -> Self {
        let [chiude_giorno, chiude_mese, chiude_anno] = boxes(rule.enrolment_closes);
        Self {
            richiesti: rule.required.to_string(),
            provvisori: rule.provisional_places,
            chiude_giorno,
            chiude_mese,
            chiude_anno,
            giornate: rule.certificate_days.map(|days| days.to_string()).unwrap_or_default(),
        }
    }

    /// What was typed.
    pub fn read(posted: &Posted) -> Self {
        Self {
            richiesti: posted.line("richiesti"),
            provvisori: posted.ticked("provvisori"),
            chiude_giorno: posted.line("chiude_giorno"),
            chiude_mese: posted.line("chiude_mese"),
            chiude_anno: posted.line("chiude_anno"),
            giornate: posted.line("giornate"),
        }
    }

    /// The last day to enrol that was typed, where it is a date: its weekday is echoed.
    pub fn typed_closes(&self) -> Option<NaiveDate> {
        date_of(&self.chiude_giorno, &self.chiude_mese, &self.chiude_anno).ok().flatten()
    }

    /// The rule with what was typed; what is not edited here stays.
    ///
    /// # Errors
    /// Every fault, at its field.
    pub fn parsed(&self, stands: &Rule) -> Result<Rule, Vec<EditFault>> {
        let mut faults = Vec::new();
        let required = self.richiesti.parse::<u32>().ok().filter(|n| (1..=MOST_REQUIRED).contains(n));
        if required.is_none() {
            faults.push(EditFault { field: "required", code: "range" });
        }
        let days = self.giornate.parse::<u32>().ok().filter(|n| (1..=MOST_DAYS).contains(n));
        if days.is_none() && !self.giornate.is_empty() {
            faults.push(EditFault { field: "certificate", code: "range" });
        }
        let closes =
            date_of(&self.chiude_giorno, &self.chiude_mese, &self.chiude_anno).unwrap_or_else(|code| {
                faults.push(EditFault { field: "closes", code });
                None
            });
        match required {
            Some(required) if faults.is_empty() => Ok(Rule {
                required,
                provisional_places: self.provvisori,
                enrolment_closes: closes,
                certificate_days: days,
                ..stands.clone()
            }),
            _ => Err(faults),
        }
    }

    /// What was typed, by field, to be compared with what stands.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("required", self.richiesti.clone()),
            ("provisional", if self.provvisori { "yes" } else { "no" }.to_owned()),
            ("closes", joined(&self.chiude_giorno, &self.chiude_mese, &self.chiude_anno)),
            ("certificate", self.giornate.clone()),
        ]
    }

    /// What was typed, carried by the form that saves it.
    pub fn hidden(&self) -> Vec<Hidden> {
        let mut hidden = vec![
            Hidden::new("richiesti", &self.richiesti),
            Hidden::new("chiude_giorno", &self.chiude_giorno),
            Hidden::new("chiude_mese", &self.chiude_mese),
            Hidden::new("chiude_anno", &self.chiude_anno),
            Hidden::new("giornate", &self.giornate),
        ];
        if self.provvisori {
            hidden.push(Hidden::new("provvisori", "si"));
        }
        hidden
    }
}

/// A number; none where nothing was typed.
fn number(text: &str) -> Result<Option<i64>, ()> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| ()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edition::CourseAdmission;

    fn rule() -> Rule {
        Rule {
            required: 2,
            provisional_places: true,
            course_admission: CourseAdmission::ByDecision,
            enrolment_closes: "2014-10-17".parse().ok(),
            certificate_days: Some(6),
            carry_over: true,
            lateness_minutes: Some(30),
        }
    }

    #[test]
    fn a_rule_that_is_typed_as_it_stands_is_the_same_rule() {
        assert_eq!(RuleAnswers::of(&rule()).parsed(&rule()), Ok(rule()));
    }

    #[test]
    fn a_rule_out_of_range_is_said_at_its_fields() {
        let typed = RuleAnswers {
            richiesti: "13".into(),
            giornate: "0".into(),
            chiude_giorno: "31".into(),
            chiude_mese: "9".into(),
            ..RuleAnswers::of(&rule())
        };
        let faults = typed.parsed(&rule()).err().unwrap_or_default();
        let codes: Vec<_> = faults.iter().map(|fault| (fault.field, fault.code)).collect();
        assert_eq!(codes, [("required", "range"), ("certificate", "range"), ("closes", "no-such-day")]);
    }

    #[test]
    fn no_capacity_is_no_limit_and_a_word_is_no_capacity() {
        let typed =
            |capienza: &str| OfferingAnswers { capienza: capienza.into(), ..OfferingAnswers::default() };
        assert_eq!(typed("").parsed().map(|(_, capacity, _)| capacity), Ok(None));
        assert_eq!(typed("25").parsed().map(|(_, capacity, _)| capacity), Ok(Some(25)));
        let fault = EditFault { field: "capacity", code: "not-a-number" };
        assert_eq!(typed("tanti").parsed().map(|(_, capacity, _)| capacity), Err(vec![fault]));
    }
}
