//! The form of a sign-up: what was typed, checked by `validator`, each fault with its field and its sentence.

use serde::Serialize;
use validator::{Validate, ValidationError, ValidationErrors};

use crate::domain::person::{EmailAddress, EmailFault, Language, Profile};
use crate::usecases::sign_up::SignUpForm;
use crate::web::fields::Posted;
use crate::web::guards::Visit;

/// What was typed, normalised; the page shows it again as it is.
#[derive(Clone, Debug, Default, Serialize, Validate)]
pub struct Answers {
    /// First name.
    #[validate(custom(function = "name"))]
    pub nome: String,
    /// Surname.
    #[validate(custom(function = "name"))]
    pub cognome: String,
    /// Address.
    #[validate(custom(function = "email"))]
    pub email: String,
    /// Phone.
    #[validate(custom(function = "phone"))]
    pub telefono: String,
    /// Profile code.
    #[validate(custom(function = "profile"))]
    pub profilo: String,
    /// Needs in the room.
    #[validate(length(max = 500, code = "long"))]
    pub esigenze: String,
    /// Whether the needs may be stored.
    pub consenso_esigenze: bool,
    /// Whether the privacy text was read.
    pub privacy: bool,
    /// Slugs of further workshops.
    pub workshop: Vec<String>,
}

/// A fault: the field and its sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The field's name, which is also its id.
    pub field: String,
    /// The sentence.
    pub text: String,
}

/// The order of the fields on the page: the summary follows it.
const ORDER: [&str; 9] = [
    "workshop",
    "nome",
    "cognome",
    "email",
    "telefono",
    "profilo",
    "esigenze",
    "consenso_esigenze",
    "privacy",
];

impl Answers {
    /// Reads the fields.
    pub fn read(posted: &Posted) -> Self {
        Self {
            nome: posted.line("nome"),
            cognome: posted.line("cognome"),
            email: posted.line("email"),
            telefono: posted.line("telefono"),
            profilo: posted.line("profilo"),
            esigenze: posted.lines("esigenze"),
            consenso_esigenze: posted.ticked("consenso_esigenze"),
            privacy: posted.ticked("privacy"),
            workshop: posted.all("workshop"),
        }
    }

    /// The checked form, or every fault in the order of the page.
    pub fn checked(&self, visit: &Visit, offerings: Vec<i64>) -> Result<SignUpForm, Vec<FieldError>> {
        let mut found = match self.validate() {
            Ok(()) => Vec::new(),
            Err(errors) => sentences(visit, &errors),
        };
        found.extend(self.consent_missing(visit));
        if !self.privacy {
            found.push(fault(visit, "privacy", "missing"));
        }
        found.sort_by_key(|error| ORDER.iter().position(|field| *field == error.field));
        match EmailAddress::parse(&self.email) {
            Ok(email) if found.is_empty() => Ok(self.form(email, visit.language, offerings)),
            _ => Err(found),
        }
    }

    /// What is wrong with the needs in the room: all that somebody who is signed in fills in.
    pub fn faults_of_needs(&self, visit: &Visit) -> Vec<FieldError> {
        let mut found = match self.validate() {
            Ok(()) => Vec::new(),
            Err(errors) => sentences(visit, &errors),
        };
        found.retain(|error| error.field == "esigenze");
        found.extend(self.consent_missing(visit));
        found
    }

    /// Needs in the room are stored with a consent of their own.
    fn consent_missing(&self, visit: &Visit) -> Option<FieldError> {
        let missing = !self.esigenze.is_empty() && !self.consenso_esigenze;
        missing.then(|| fault(visit, "consenso_esigenze", "missing"))
    }

    fn form(&self, email: EmailAddress, language: Language, offerings: Vec<i64>) -> SignUpForm {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        SignUpForm {
            given_name: self.nome.clone(),
            family_name: self.cognome.clone(),
            email,
            phone: some(&self.telefono),
            profile: Profile::from_code(&self.profilo),
            needs: some(&self.esigenze),
            language,
            offerings,
        }
    }
}

/// A fault with the sentence `err-<field>-<code>`.
pub fn fault(visit: &Visit, field: &str, code: &str) -> FieldError {
    let text =
        visit.app.views.words().plain(visit.language, &format!("err-{}-{code}", field.replace('_', "-")));
    FieldError { field: field.to_owned(), text }
}

/// Validator's report as sentences, the first fault of each field; what was typed never leaves it.
pub fn sentences(visit: &Visit, errors: &ValidationErrors) -> Vec<FieldError> {
    let mut fields: Vec<_> = errors.field_errors().into_iter().collect();
    fields.sort_by(|a, b| a.0.cmp(&b.0));
    fields
        .into_iter()
        .filter_map(|(field, faults)| Some(fault(visit, &field, &faults.first()?.code)))
        .collect()
}

/// The code of what is wrong with an address.
pub fn email(typed: &str) -> Result<(), ValidationError> {
    match EmailAddress::parse(typed) {
        Ok(_) => Ok(()),
        Err(EmailFault::Missing) => Err(ValidationError::new("missing")),
        Err(EmailFault::NoAt) => Err(ValidationError::new("no-at")),
        Err(EmailFault::NoDot) => Err(ValidationError::new("no-dot")),
        Err(EmailFault::NotAscii) => Err(ValidationError::new("not-ascii")),
        Err(EmailFault::Malformed) => Err(ValidationError::new("malformed")),
    }
}

/// A name: something, and not more than a certificate can print.
pub fn name(typed: &str) -> Result<(), ValidationError> {
    let lower = typed.to_lowercase();
    if lower.contains("://") || lower.contains("www.") {
        // Our letter greets by this name: nobody may send a link of theirs with it.
        return Err(ValidationError::new("link"));
    }
    match typed.chars().count() {
        0 => Err(ValidationError::new("missing")),
        1..=80 => Ok(()),
        _ => Err(ValidationError::new("long")),
    }
}

/// Digits with the signs people put between them; 6 to 15 digits (ITU-T E.164 allows 15).
pub fn phone(typed: &str) -> Result<(), ValidationError> {
    if typed.is_empty() {
        return Ok(());
    }
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let fits = typed.chars().all(|c| c.is_ascii_digit() || " +-./()".contains(c));
    if fits && (6..=15).contains(&digits) && typed.len() <= 30 {
        Ok(())
    } else {
        Err(ValidationError::new("malformed"))
    }
}

fn profile(typed: &str) -> Result<(), ValidationError> {
    match (typed.is_empty(), Profile::from_code(typed)) {
        (_, Some(_)) => Ok(()),
        (true, None) => Err(ValidationError::new("missing")),
        (false, None) => Err(ValidationError::new("unknown")),
    }
}
