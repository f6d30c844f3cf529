//! A person who is not signed in joins, choosing workshops. Whatever the address, the page is the same; what
//! differs is only in the mail.
//!
//! To add a question to the form: the recipe "A field on the sign-up form" in CONTRIBUTING.md.

use chrono::TimeDelta;

use super::moves::{Basis, NewEnrolment};
use super::post::{About, Addressee, enqueue};
use super::{Actor, Desk, No, Outcome, Scene, is_used_up, programme_of};
use crate::domain::admission::{Admission, Way};
use crate::domain::enrolment::State;
use crate::domain::hold::{hold_until, promised_until};
use crate::domain::letter::{Choice, Letter, Recipient};
use crate::domain::person::{EmailAddress, Language, Profile, looks_like_a_link};
use crate::domain::refusal::Refusal;
use crate::secret::Purpose;
use crate::store::people::{self, NewPerson, Person};
use crate::store::sign_ups::{self, SignUp, SignUpChoice};
use crate::store::{Tx, enrolments, offerings};

/// What the form says, checked.
#[derive(Clone, Debug)]
pub struct SignUpForm {
    /// First name.
    pub given_name: String,
    /// Surname.
    pub family_name: String,
    /// Address.
    pub email: EmailAddress,
    /// Phone, if given.
    pub phone: Option<String>,
    /// Which sentence describes the person.
    pub profile: Option<Profile>,
    /// What the person needs in the room, where they consented to its being stored.
    pub needs: Option<String>,
    /// The language of the page.
    pub language: Language,
    /// The workshops chosen: ids of offerings of one edition, at least one.
    pub offerings: Vec<i64>,
}

/// What the page after the form tells: the same for every address.
#[derive(Clone, Debug)]
pub struct SignedUp {
    /// Names the sign-up in the address of that page.
    pub handle: String,
}

/// Why a form is not taken.
#[derive(Debug)]
pub enum NotTaken {
    /// This workshop takes nobody, for this reason; nothing was stored.
    Offering(i64, Refusal),
    /// Anything else.
    No(No),
}

impl<E: Into<No>> From<E> for NotTaken {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// A form sent twice within this time is one sign-up: a double click, a page loaded again.
const SAME_FORM: TimeDelta = TimeDelta::minutes(10);

/// Takes the form: holds the places or keeps the positions, and writes the letter that asks for the confirmation.
///
/// # Errors
/// A workshop that takes nobody, too many letters to the address, or a fault.
pub async fn sign_up(desk: &Desk, form: &SignUpForm) -> Result<SignedUp, NotTaken> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let mut chosen = form.offerings.clone();
    chosen.sort_unstable();
    chosen.dedup();
    let first = *chosen.first().ok_or(No::NotFound)?;
    offerings::lock(&tx, &chosen).await?;
    let person = find_or_add(&tx, form, now).await?;
    people::lock(&tx, &[person.id]).await?;
    if let Some(handle) = sent_before(&tx, form, &chosen, now).await? {
        return Ok(SignedUp { handle });
    }
    let sent = sign_ups::count_since(&tx, form.email.as_str(), now - TimeDelta::hours(1)).await?;
    if is_used_up(desk.policy.sign_up_letters_per_hour, sent) {
        return Err(No::TooMany.into());
    }
    let programme = programme_of(&tx, first).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Person(person.id) };
    let token = desk.random.token();
    let sign_up = sign_ups::add(&tx, row(desk, form, &person, &token, now)).await?;
    let mut taken = Taken::default();
    for offering_id in chosen {
        scene.choose(&person, &sign_up, offering_id, &mut taken).await?;
    }
    scene.ask_for_confirmation(form, &person, &sign_up, token, taken).await?;
    tx.commit().await?;
    Ok(SignedUp { handle: sign_up.handle })
}

/// What a sign-up chose: what is new, and what the person had already.
#[derive(Default)]
struct Taken {
    new: Vec<Choice>,
    already: Vec<Choice>,
    /// Where they wait and a place is free for whoever takes it first: nobody holds it until the mail's link takes it.
    free: Vec<Choice>,
}

impl Scene<'_> {
    /// One choice: what anybody new would get is what the page says; a pending enrolment is stored only where
    /// the person has none.
    async fn choose(
        &self,
        person: &Person,
        sign_up: &SignUp,
        offering_id: i64,
        taken: &mut Taken,
    ) -> Result<(), NotTaken> {
        let refused = |error: No| match error {
            No::Refused(refusal) => NotTaken::Offering(offering_id, refusal),
            other => NotTaken::No(other),
        };
        let offered = self.offered(offering_id)?;
        if offered.row.kind() == crate::domain::offering::Kind::Course {
            return Err(No::NotFound.into());
        }
        let ahead = enrolments::waiting_ahead(self.tx, offering_id, None).await?;
        let newcomer =
            self.ask(offered, None, Way::Person { holds_place: false, ahead }).await.map_err(refused)?;
        let shown_position = (newcomer == Admission::WaitingList).then_some(ahead + 1);
        let session = offered.first_session_facts().ok_or(No::NotFound)?;
        let choice = Choice { session, position: shown_position };
        let mut enrolment_id = None;
        match enrolments::live(self.tx, person.id, offering_id).await? {
            Some(existing) if existing.state()?.is_pending() => {
                // An unconfirmed choice made before: the new link confirms it as well.
                enrolment_id = Some(existing.id);
                taken.new.push(choice);
            }
            // In the last hours a free place is for those in the line as well as for anybody new.
            Some(existing) if existing.state()? == State::Waitlisted && newcomer == Admission::Place => {
                enrolment_id = Some(existing.id);
                taken.free.push(choice);
            }
            Some(_) => taken.already.push(choice),
            None => {
                let (state, hold) = match newcomer {
                    Admission::WaitingList => {
                        (State::PendingWait, hold_until(self.now, None, offered.starts_at()))
                    }
                    _ => (State::PendingPlace, hold_until(self.now, None, offered.starts_at())),
                };
                let new = NewEnrolment {
                    offering_id,
                    state,
                    hold_until: Some(hold),
                    source: "form",
                    sign_up_id: Some(sign_up.id),
                    basis: Basis::default(),
                };
                enrolment_id = Some(self.create(person, new).await.map_err(refused)?.id);
                taken.new.push(choice);
            }
        }
        let row = SignUpChoice {
            id: 0,
            sign_up_id: sign_up.id,
            offering_id,
            enrolment_id,
            shown_position: shown_position.map(i64::from),
        };
        sign_ups::add_choice(self.tx, row).await?;
        Ok(())
    }

    /// M0 to an address nobody confirmed yet, M0b to one we know.
    async fn ask_for_confirmation(
        &self,
        form: &SignUpForm,
        person: &Person,
        sign_up: &SignUp,
        token: String,
        taken: Taken,
    ) -> Outcome<()> {
        let starts_at =
            form.offerings.iter().filter_map(|id| self.programme.offering(*id)?.starts_at()).min();
        let until = promised_until(self.now, starts_at);
        // Whoever has a place already, because the office or a trainer entered them, is known without having confirmed.
        let has_some = !taken.already.is_empty() || !taken.free.is_empty();
        let known = person.email_confirmed_at.is_some() || has_some;
        let letter = if known {
            Letter::KnownSignUp {
                token: (!taken.new.is_empty() || !taken.free.is_empty()).then_some(token),
                choices: taken.new,
                already: taken.already,
                free: taken.free,
                until,
            }
        } else {
            Letter::ConfirmSignUp { token, choices: taken.new, until }
        };
        // A known person is greeted by the name we know, not by what somebody typed into a form.
        let (given_name, full_name) = if known {
            (person.given_name.clone(), person.full_name())
        } else if looks_like_a_link(&form.given_name) || looks_like_a_link(&form.family_name) {
            // Anybody can have this letter sent to any address: a name that reads like an advertisement stays out.
            (String::new(), String::new())
        } else {
            (form.given_name.clone(), format!("{} {}", form.given_name, form.family_name))
        };
        let to = Recipient { address: form.email.to_string(), given_name, full_name };
        let sender = self.sender();
        let desktop = self.desktop(&sender);
        let about = About { person_id: Some(person.id), sign_up_id: Some(sign_up.id), ..About::default() };
        enqueue(&desktop, Addressee { to, language: form.language }, letter, about, TimeDelta::zero())
            .await
            .map(|_| ())
    }
}

/// The handle of the same form sent a moment ago and not confirmed since.
async fn sent_before(
    tx: &Tx,
    form: &SignUpForm,
    chosen: &[i64],
    now: chrono::DateTime<chrono::Utc>,
) -> Outcome<Option<String>> {
    let Some(last) = sign_ups::last_unconfirmed(tx, form.email.as_str(), now - SAME_FORM).await? else {
        return Ok(None);
    };
    let mut before: Vec<i64> =
        sign_ups::choices(tx, last.id).await?.into_iter().map(|c| c.offering_id).collect();
    before.sort_unstable();
    let same = before == chosen
        && last.given_name == form.given_name
        && last.family_name == form.family_name
        && last.phone == form.phone
        && last.needs == form.needs
        && last.profile.as_deref() == form.profile.map(Profile::code);
    Ok(same.then_some(last.handle))
}

async fn find_or_add(tx: &Tx, form: &SignUpForm, now: chrono::DateTime<chrono::Utc>) -> Outcome<Person> {
    if let Some(person) = people::by_email(tx, form.email.as_str()).await? {
        return Ok(person);
    }
    let new = NewPerson {
        given_name: &form.given_name,
        family_name: &form.family_name,
        email: Some(form.email.as_str()),
        phone: form.phone.as_deref(),
        profile: form.profile.map(Profile::code),
        language: form.language,
    };
    Ok(people::add(tx, new.row(now)).await?)
}

fn row(
    desk: &Desk,
    form: &SignUpForm,
    person: &Person,
    token: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> SignUp {
    SignUp {
        id: 0,
        handle: desk.random.token(),
        token_hash: Some(desk.secret.hash(Purpose::Confirm, token)),
        person_id: person.id,
        email: form.email.to_string(),
        given_name: form.given_name.clone(),
        family_name: form.family_name.clone(),
        phone: form.phone.clone(),
        profile: form.profile.map(|p| p.code().to_owned()),
        needs: form.needs.clone(),
        needs_consent: form.needs.is_some(),
        privacy_version: Some(desk.policy.privacy_version.clone()),
        language: form.language.code().to_owned(),
        created_at: now,
        confirmed_at: None,
    }
}
