//! Phone, profile and language of somebody are corrected: what stood before stays readable. Letters that were written keep
//! the language they were written in.

use super::audited::{self, About};
use super::{Actor, Desk, No};
use crate::domain::person::{Language, Profile};
use crate::store::people::{self, Person};
use crate::store::{Tx, texts};

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

/// Why something of a person was not corrected.
#[derive(Debug)]
pub enum NotCorrected {
    /// It is something else already than whoever corrects it has seen.
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
    let known = standing_as(&tx, person_id, Details::of, (seen, to)).await?;
    let Some(mut person) = known else { return Ok(()) };
    if to.phone.is_none() && person.email.is_none() {
        return Err(NotCorrected::NoContact);
    }
    let (fields, words) = differences(&Details::of(&person), to);
    let detail = serde_json::json!({ "fields": fields }).to_string();
    person.phone.clone_from(&to.phone);
    person.profile = to.profile.map(|profile| profile.code().to_owned());
    person.language = to.language.code().to_owned();
    people::save(&tx, person).await?;
    let text_id = texts::add(&tx, Some(person_id), &words, now, None).await?;
    let about = About { subject: "persons", subject_id: Some(person_id), person_id: Some(person_id) };
    let actor = Actor::Staff(staff);
    audited::write(&tx, now, actor, "correct_person", about, Some(detail), Some(text_id)).await?;
    Ok(tx.commit().await?)
}

/// A person, locked, whose data stand as they were seen; none where they stand already as they are to be.
pub(super) async fn standing_as<T: PartialEq>(
    tx: &Tx,
    person_id: i64,
    of: fn(&Person) -> T,
    (seen, to): (&T, &T),
) -> Result<Option<Person>, NotCorrected> {
    people::lock(tx, &[person_id]).await?;
    let person = people::living(tx, person_id).await?.ok_or(No::NotFound)?;
    let stands = of(&person);
    if stands == *to {
        return Ok(None);
    }
    if stands == *seen { Ok(Some(person)) } else { Err(NotCorrected::Meanwhile) }
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
