//! Phone, profile and language of somebody are corrected: what stood before stays readable. Letters that were written keep
//! the language they were written in.

use super::audited::{self, About};
use super::{Actor, Desk, No};
use crate::domain::person::{Language, Profile};
use crate::store::people::{self, Person};
use crate::store::texts;

/// What is corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Phone.
    pub phone: Option<String>,
    /// Which sentence describes them.
    pub profile: Option<Profile>,
    /// The language they are written to, or called in.
    pub language: Language,
}

impl Details {
    /// Those that stand.
    pub fn of(person: &Person) -> Self {
        Self {
            phone: person.phone.clone(),
            profile: person.profile.as_deref().and_then(Profile::from_code),
            language: person.language(),
        }
    }

    /// Each with its code, as the audit names it.
    fn said(&self) -> [(&'static str, String); 3] {
        let text = |text: Option<&str>| text.unwrap_or("–").to_owned();
        [
            ("phone", text(self.phone.as_deref())),
            ("profile", text(self.profile.map(Profile::code))),
            ("language", self.language.code().to_owned()),
        ]
    }
}

/// Why they were not corrected.
#[derive(Debug)]
pub enum NotCorrected {
    /// They are others already than whoever corrects them has seen.
    Meanwhile,
    /// Without an address and without a phone nobody could reach them.
    NoContact,
    /// Anything else.
    No(No),
}

impl<E: Into<No>> From<E> for NotCorrected {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// Corrects them; those that stand already change nothing.
///
/// # Errors
/// [`NotCorrected`].
pub async fn correct_person(
    desk: &Desk,
    person_id: i64,
    seen: &Details,
    to: &Details,
    staff: i64,
) -> Result<(), NotCorrected> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    people::lock(&tx, &[person_id]).await?;
    let known = people::living(&tx, person_id).await?;
    let mut person = known.ok_or(No::NotFound)?;
    let stands = Details::of(&person);
    if stands == *to {
        return Ok(());
    }
    if stands != *seen {
        return Err(NotCorrected::Meanwhile);
    }
    if to.phone.is_none() && person.email.is_none() {
        return Err(NotCorrected::NoContact);
    }
    person.phone.clone_from(&to.phone);
    person.profile = to.profile.map(|profile| profile.code().to_owned());
    person.language = to.language.code().to_owned();
    people::save(&tx, person).await?;
    let (fields, words) = differences(&stands, to);
    let text_id = texts::add(&tx, Some(person_id), &words, now, None).await?;
    let detail = serde_json::json!({ "fields": fields }).to_string();
    let about = About { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    let actor = Actor::Staff(staff);
    audited::write(&tx, now, actor, "correct_person", about, Some(detail), Some(text_id)).await?;
    Ok(tx.commit().await?)
}

/// The fields that differ, and what each said and says, in lines.
fn differences(before: &Details, after: &Details) -> (Vec<&'static str>, String) {
    let (mut fields, mut lines) = (Vec::new(), Vec::new());
    for ((field, was), (_, is)) in before.said().into_iter().zip(after.said()) {
        if was != is {
            fields.push(field);
            lines.push(format!("{was} → {is}"));
        }
    }
    (fields, lines.join("\n"))
}
