//! The form of a sign-up on the phone: what was typed, checked, each fault with its field and its sentence.

use serde::Serialize;
use validator::{Validate, ValidationError};

use crate::domain::offering::Kind;
use crate::domain::person::{EmailAddress, Language, Profile};
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::{Offered, Programme};
use crate::store::{Conn, Error};
use crate::usecases::sign_up_by_staff::{Caller, NewCaller, NotSignedUp, PhoneForm};
use crate::web::fields::Posted;
use crate::web::guards::Visit;
use crate::web::public::sign_up_form::{FieldError, email, fault, name, phone, sentences};

/// What was chosen, with what the person needs in the room.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Choices {
    /// The offerings that were ticked.
    pub offerta: Vec<i64>,
    /// The offerings that the page showed with a free place.
    pub libero: Vec<i64>,
    /// Needs in the room.
    pub esigenze: String,
    /// Whether they may be stored.
    pub consenso_esigenze: bool,
    /// Whether something was ticked that is no offering.
    #[serde(skip)]
    unknown: bool,
}

impl Choices {
    /// Reads the fields.
    pub fn read(posted: &Posted) -> Self {
        let ticked = posted.all("offerta");
        let offerta: Vec<i64> = ticked.iter().filter_map(|id| id.parse().ok()).collect();
        Self {
            unknown: offerta.len() < ticked.len(),
            offerta,
            libero: posted.all("libero").iter().filter_map(|id| id.parse().ok()).collect(),
            esigenze: posted.lines("esigenze"),
            consenso_esigenze: posted.ticked("consenso_esigenze"),
        }
    }

    /// What is wrong with them; `known` are the offerings of the page.
    pub fn faults(&self, visit: &Visit, known: &[i64]) -> Vec<FieldError> {
        let mut found = Vec::new();
        if self.unknown || self.offerta.iter().any(|id| !known.contains(id)) {
            found.push(fault(visit, "offerta", "unknown"));
        } else if self.offerta.is_empty() {
            found.push(fault(visit, "offerta", "missing"));
        }
        if self.esigenze.chars().count() > 500 {
            found.push(fault(visit, "esigenze", "long"));
        }
        if !self.esigenze.is_empty() && !self.consenso_esigenze {
            found.push(fault(visit, "consenso_esigenze", "missing"));
        }
        found
    }

    /// What is said once it is done: needs in the room are not kept for a workshop that has no date, and a position in a
    /// line is no place, nor is an application.
    ///
    /// # Errors
    /// The database failed.
    pub async fn done(
        &self,
        conn: &impl Conn,
        programme: &Programme,
        person_id: i64,
    ) -> Result<&'static str, Error> {
        let undated =
            |offered: &Offered| offered.row.kind() == Kind::Workshop && offered.first_date().is_none();
        let lost = self.offerta.iter().filter_map(|id| programme.offering(*id)).any(undated);
        let own = enrolments::of_person(conn, person_id).await?;
        let now = |states: &[&str]| {
            let in_one =
                |e: &Enrolment| states.contains(&e.state.as_str()) && self.offerta.contains(&e.offering_id);
            own.iter().any(in_one)
        };
        let (waits, placed) = (now(&["waitlisted"]), now(&["confirmed", "provisional"]));
        Ok(match (lost && !self.esigenze.is_empty(), waits) {
            (true, true) => "signed-up-needs-later-waits",
            (true, false) => "signed-up-needs-later",
            (false, true) if placed => "signed-up-some-wait",
            (false, true) => "signed-up-waits",
            (false, false) if now(&["applied"]) => "signed-up-applied",
            (false, false) => "signed-up",
        })
    }

    /// Forgets the free places that went, once the page says so: the same is not asked twice.
    pub fn told(&mut self, not: &NotSignedUp) {
        if let NotSignedUp::Filled(gone) = not {
            self.libero.retain(|id| !gone.contains(id));
        }
    }

    /// The checked form for somebody.
    pub fn form(&self, who: Caller) -> PhoneForm {
        let (offerings, seen_free) = (self.offerta.clone(), self.libero.clone());
        PhoneForm { who, needs: some(&self.esigenze), offerings, seen_free }
    }
}

/// Somebody new, as typed and normalised; the page shows it again as it is.
#[derive(Clone, Debug, Default, Serialize, Validate)]
pub struct Newcomer {
    /// First name.
    #[validate(custom(function = "name"))]
    pub nome: String,
    /// Surname.
    #[validate(custom(function = "name"))]
    pub cognome: String,
    /// Address; may be empty.
    #[validate(custom(function = "no_or_email"))]
    pub email: String,
    /// Phone; needed without an address.
    #[validate(custom(function = "phone"))]
    pub telefono: String,
    /// Profile code; may be empty.
    #[validate(custom(function = "no_or_profile"))]
    pub profilo: String,
    /// `it` or `en`.
    pub lingua: String,
    /// Whether the privacy notice was told.
    pub privacy: bool,
    /// Whether it is another person than the one of the same name.
    pub altra: bool,
}

/// The order of the fields on the page: the summary follows it.
const ORDER: [&str; 9] = [
    "offerta",
    "nome",
    "cognome",
    "email",
    "telefono",
    "profilo",
    "esigenze",
    "consenso_esigenze",
    "privacy",
];

impl Newcomer {
    /// Reads the fields.
    pub fn read(posted: &Posted) -> Self {
        Self {
            nome: posted.line("nome"),
            cognome: posted.line("cognome"),
            email: posted.line("email"),
            telefono: posted.line("telefono"),
            profilo: posted.line("profilo"),
            lingua: Language::from_code(&posted.line("lingua")).code().to_owned(),
            privacy: posted.ticked("privacy"),
            altra: posted.ticked("altra"),
        }
    }

    /// The checked person with what they chose, or every fault in the order of the page.
    pub fn checked(
        &self,
        visit: &Visit,
        choices: &Choices,
        known: &[i64],
    ) -> Result<PhoneForm, Vec<FieldError>> {
        let mut found = choices.faults(visit, known);
        if let Err(errors) = self.validate() {
            found.extend(sentences(visit, &errors));
        }
        if self.email.is_empty() && self.telefono.is_empty() {
            let text = fault(visit, "contact", "missing").text;
            found.push(FieldError { field: "telefono".to_owned(), text });
        }
        if !self.privacy {
            found.push(fault(visit, "privacy", "missing"));
        }
        if found.is_empty() {
            return Ok(choices.form(Caller::New(self.caller())));
        }
        found.sort_by_key(|error| ORDER.iter().position(|field| *field == error.field));
        Err(found)
    }

    fn caller(&self) -> NewCaller {
        NewCaller {
            given_name: self.nome.clone(),
            family_name: self.cognome.clone(),
            email: EmailAddress::parse(&self.email).ok(),
            phone: some(&self.telefono),
            profile: Profile::from_code(&self.profilo),
            language: Language::from_code(&self.lingua),
        }
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The code of what is wrong with an address that may be missing.
pub fn no_or_email(typed: &str) -> Result<(), ValidationError> {
    if typed.is_empty() { Ok(()) } else { email(typed) }
}

/// The code of what is wrong with a profile that may be missing.
pub fn no_or_profile(typed: &str) -> Result<(), ValidationError> {
    if typed.is_empty() || Profile::from_code(typed).is_some() {
        Ok(())
    } else {
        Err(ValidationError::new("unknown"))
    }
}
