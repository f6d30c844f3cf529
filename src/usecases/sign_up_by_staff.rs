//! A person of the office signs somebody up on the phone: somebody new, with an address or with a phone alone, or
//! somebody we know. What the guard gives counts at once; it is all taken, or nothing is.

use chrono::{DateTime, TimeDelta, Utc};

use super::admit::Origin;
use super::audited::{self, About};
use super::{Actor, Desk, No, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::edition::EditionStatus;
use crate::domain::enrolment::State;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::person::{EmailAddress, Language, Profile};
use crate::domain::refusal::Refusal;
use crate::domain::text::folded;
use crate::store::date_requests::{self, DateRequest};
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::{self, NewPerson, Person};
use crate::store::programme::Offered;
use crate::store::{Error, Tx};

/// Who is signed up.
#[derive(Clone, Debug)]
pub enum Caller {
    /// Somebody we know.
    Known(i64),
    /// Somebody new, who was told the privacy notice.
    New(NewCaller),
}

/// Somebody new.
#[derive(Clone, Debug)]
pub struct NewCaller {
    /// First name.
    pub given_name: String,
    /// Surname.
    pub family_name: String,
    /// Address, if they have one.
    pub email: Option<EmailAddress>,
    /// Phone.
    pub phone: Option<String>,
    /// Which sentence describes them.
    pub profile: Option<Profile>,
    /// The language they are written to, or called in.
    pub language: Language,
}

/// What the form says, checked.
#[derive(Clone, Debug)]
pub struct PhoneForm {
    /// Who.
    pub who: Caller,
    /// What they need in the room, where they consented to its being stored.
    pub needs: Option<String>,
    /// What they chose: ids of offerings of one edition, at least one.
    pub offerings: Vec<i64>,
    /// Those of the page that were shown with a free place: nobody is put in their lines unasked.
    pub seen_free: Vec<i64>,
}

/// Why nobody was signed up; nothing was stored.
#[derive(Debug)]
pub enum NotSignedUp {
    /// The address is that of somebody we know: they can be enrolled, knowingly.
    Known(i64),
    /// This offering takes nobody, for this reason.
    Offering(i64, Refusal),
    /// These had a free place when the form was opened, and have none now: the line has to be chosen knowingly.
    Filled(Vec<i64>),
    /// It has no date, and without an address nobody can be written to when it gets one.
    NoAddress(i64),
    /// Anything else.
    No(No),
}

impl<E: Into<No>> From<E> for NotSignedUp {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// Signs up; gives back the person. What they have already stays as it is; what they need in the room is kept with what
/// has a date.
///
/// # Errors
/// [`NotSignedUp`], with [`Refusal::OwnAffair`] where it would be the asker.
pub async fn sign_up_by_staff(desk: &Desk, form: &PhoneForm, staff: i64) -> Result<i64, NotSignedUp> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let mut chosen = form.offerings.clone();
    chosen.sort_unstable();
    chosen.dedup();
    let first = *chosen.first().ok_or(No::NotFound)?;
    // The offerings first: another sign-up that stores the same new person holds one of them already.
    lock(&tx, &chosen, &[]).await?;
    let person = find_or_add(&tx, desk, &form.who, staff, now).await?;
    if person.id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    people::lock(&tx, &[person.id]).await?;
    // Read again: somebody may have erased them while we waited.
    let person = people::living(&tx, person.id).await?.ok_or(No::NotFound)?;
    let programme = programme_of(&tx, first).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    let mut taken_in = Vec::new();
    for offering_id in chosen {
        taken_in.extend(scene.sign_up_for(&person, offering_id, form.needs.as_deref()).await?);
    }
    let gone = filled(&taken_in, &form.seen_free);
    if !gone.is_empty() {
        return Err(NotSignedUp::Filled(gone));
    }
    // Needs are kept with an enrolment: a request to be told a date keeps none.
    let kept = form.needs.is_some() && !taken_in.is_empty();
    // Once all of it is taken: each letter draws the rule with the other choices.
    for (enrolment, state) in &taken_in {
        scene.write_admission(&person, enrolment, *state).await?;
    }
    if kept {
        let (version, language) = (&desk.policy.privacy_version, person.language.as_str());
        people::add_consent_by_phone(&tx, person.id, "needs", version, language, now).await?;
    }
    // A workshop more may put a provisional place back on track.
    scene.reconsider(&person).await?;
    tx.commit().await?;
    Ok(person.id)
}

/// The offerings whose place went while the form was filled in.
fn filled(taken_in: &[(Enrolment, State)], seen_free: &[i64]) -> Vec<i64> {
    let waits = taken_in.iter().filter(|(_, state)| *state == State::Waitlisted);
    waits.map(|(enrolment, _)| enrolment.offering_id).filter(|id| seen_free.contains(id)).collect()
}

impl Scene<'_> {
    /// One choice: a place, a position, an application, or to be told when there is a date. Gives back what is new, for
    /// its letter.
    async fn sign_up_for(
        &self,
        person: &Person,
        offering_id: i64,
        needs: Option<&str>,
    ) -> Result<Option<(Enrolment, State)>, NotSignedUp> {
        let refused = |error: No| match error {
            No::Refused(refusal) => NotSignedUp::Offering(offering_id, refusal),
            other => NotSignedUp::No(other),
        };
        let offered = self.offered(offering_id)?;
        if offered.row.kind() == Kind::Workshop && offered.first_date().is_none() {
            self.ask_for_date(person, offered).await?;
            return Ok(None);
        }
        let live = enrolments::live(self.tx, person.id, offering_id).await?;
        let position = live.as_ref().and_then(|live| live.position);
        let ahead = enrolments::waiting_ahead(self.tx, offering_id, position).await?;
        let (enrolment, state) = match live {
            Some(live) if live.state()?.is_pending() => {
                let way = Way::Person { holds_place: live.state()? == State::PendingPlace, ahead };
                let state = self.take_in_again(person, &live, way, None).await.map_err(refused)?;
                (live, state)
            }
            Some(live) => match self.take_open_place(person, &live).await.map_err(refused)? {
                Some(state) => (live, state),
                None => return Ok(None),
            },
            None => {
                let origin = Origin { source: "staff", sign_up_id: None, text_id: None };
                let way = Way::Person { holds_place: false, ahead };
                self.take_in(person, offering_id, way, origin).await.map_err(refused)?
            }
        };
        if let Some(needs) = needs {
            self.store_needs(person.id, enrolment.id, offering_id, needs).await?;
        }
        Ok(Some((enrolment, state)))
    }

    /// A workshop without a date takes nobody; whoever has an address is written to when it gets one.
    async fn ask_for_date(&self, person: &Person, offered: &Offered) -> Result<(), NotSignedUp> {
        let id = offered.row.id;
        let open = self.programme.edition.status() == EditionStatus::Published
            && offered.row.status() == OfferingStatus::Published;
        if !open {
            return Err(NotSignedUp::Offering(id, Refusal::NotOpen));
        }
        let Some(email) = person.email.clone() else { return Err(NotSignedUp::NoAddress(id)) };
        let row = DateRequest {
            id: 0,
            offering_id: id,
            email,
            language: person.language.clone(),
            created_at: self.now,
            told_at: None,
        };
        Ok(date_requests::add(self.tx, row).await?)
    }
}

/// The same form within this time is one: a double click.
const SAME: TimeDelta = TimeDelta::minutes(10);

/// Somebody with the same name, phone and address, added a moment ago.
pub(super) async fn just_added(
    tx: &Tx,
    new: &NewPerson<'_>,
    now: DateTime<Utc>,
) -> Result<Option<Person>, Error> {
    let wanted = folded(&format!("{} {}", new.family_name, new.given_name));
    let same = |person: &Person| {
        person.given_name == new.given_name
            && person.family_name == new.family_name
            && person.phone.as_deref() == new.phone
            && person.email.as_deref() == new.email
            && now - person.created_at < SAME
    };
    Ok(people::search(tx, &wanted, 20).await?.into_iter().find(same))
}

async fn find_or_add(
    tx: &Tx,
    desk: &Desk,
    who: &Caller,
    staff: i64,
    now: DateTime<Utc>,
) -> Result<Person, NotSignedUp> {
    let new = match who {
        Caller::Known(id) => {
            let known = people::living(tx, *id).await?;
            return known.ok_or_else(|| No::NotFound.into());
        }
        Caller::New(new) => new,
    };
    let email = new.email.as_ref().map(EmailAddress::as_str);
    let row = NewPerson {
        given_name: &new.given_name,
        family_name: &new.family_name,
        email,
        phone: new.phone.as_deref(),
        profile: new.profile.map(Profile::code),
        language: new.language,
    };
    if let Some(twin) = just_added(tx, &row, now).await? {
        return Ok(twin);
    }
    if let Some(email) = email
        && let Some(known) = people::by_email(tx, email).await?
    {
        return Err(NotSignedUp::Known(known.id));
    }
    let person = people::add(tx, row.row(now)).await?;
    let version = &desk.policy.privacy_version;
    people::add_consent_by_phone(tx, person.id, "privacy", version, new.language.code(), now).await?;
    let about = About { subject: "persons", subject_id: Some(person.id), person_id: Some(person.id) };
    audited::write(tx, now, Actor::Staff(staff), "add_person", about, None, None).await?;
    Ok(person)
}
