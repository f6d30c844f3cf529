//! Somebody stands in the room who is not on the register: found by name, or entered with three fields, enrolled
//! through the guard and marked present.

use super::admit::Origin;
use super::sign_up_by_staff::just_added;
use super::take_attendance::{Entry, is_its_day, is_open, save};
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::attendance::Mark;
use crate::domain::enrolment::State;
use crate::domain::person::{EmailAddress, Language};
use crate::domain::refusal::Refusal;
use crate::domain::session::local_date;
use crate::domain::text::folded;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::{self, NewPerson, Person};
use crate::store::{Tx, sessions, texts};

/// Who is added.
#[derive(Clone, Debug)]
pub enum WalkIn {
    /// Somebody we know.
    Known(i64),
    /// Somebody new, with an address or a phone.
    New {
        /// First name.
        given_name: String,
        /// Surname.
        family_name: String,
        /// Address.
        email: Option<EmailAddress>,
        /// Phone.
        phone: Option<String>,
    },
}

/// Adds the person; from the session's day on also marks them present.
///
/// # Errors
/// [`Refusal::AddressKnown`] where somebody new has the address of somebody we know; [`Refusal::NoFreePlace`] where the
/// room is full and no extra place was granted; [`Refusal::RuleNotReached`] on the course; [`Refusal::RegisterClosed`];
/// [`Refusal::Cancelled`]; [`Refusal::OwnAffair`]; [`Refusal::NotTheDay`] for somebody we know, before the session's day.
pub async fn add_walk_in(
    desk: &Desk,
    session_id: i64,
    trainer: i64,
    who: &WalkIn,
    extra_granted: Option<&str>,
) -> Outcome<i64> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let offering_id = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?.offering_id;
    // The offering first: a sign-up that stores the same new person holds its offering already.
    lock(&tx, &[offering_id], &[]).await?;
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    is_open(&tx, &session).await?;
    // Whoever is known is recognised when they stand in the room: before, a trainer sees only their own lists.
    if matches!(who, WalkIn::Known(_)) {
        is_its_day(desk, &tx, &session).await?;
    }
    let person = find_or_add(&tx, desk, who).await?;
    if person.id == trainer {
        return Err(Refusal::OwnAffair.into());
    }
    people::lock(&tx, &[person.id]).await?;
    let programme = programme_of(&tx, session.offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(trainer) };
    let live = enrolments::live(&tx, person.id, session.offering_id).await?;
    let way = through_the_room(&tx, session.offering_id, live.as_ref(), extra_granted.is_some()).await?;
    let is_in = match &live {
        Some(live) => matches!(live.state()?, State::Confirmed | State::Provisional),
        None => false,
    };
    // Sent twice, the reason of an extra place was kept the first time.
    let text_id = match extra_granted.filter(|_| !is_in) {
        Some(reason) => Some(texts::add(&tx, Some(person.id), reason, now, None).await?),
        None => None,
    };
    match live {
        Some(_) if is_in => {}
        Some(live) => {
            scene.admit_again(&person, &live, way, text_id).await?;
        }
        None => {
            let origin = Origin { source: "walk_in", sign_up_id: None, text_id };
            scene.admit(&person, session.offering_id, way, origin).await?;
        }
    }
    // Before the day nobody is present yet: added to the list, marked when they come.
    if session.date.is_some_and(|date| date <= local_date(now, programme.zone())) {
        let present = Entry::new(person.id, Some(Mark::Present));
        save(desk, &tx, session_id, trainer, &[present]).await?;
    }
    tx.commit().await?;
    Ok(person.id)
}

/// Through the room, with what is held for the person and who waits before them.
async fn through_the_room(
    tx: &Tx,
    offering_id: i64,
    live: Option<&Enrolment>,
    extra_granted: bool,
) -> Outcome<Way> {
    let holds_place = match live {
        Some(live) => live.state()?.holds_place(),
        None => false,
    };
    let position = live.and_then(|live| live.position);
    let ahead = enrolments::waiting_ahead(tx, offering_id, position).await?;
    Ok(Way::InTheRoom { extra_granted, holds_place, ahead })
}

async fn find_or_add(tx: &Tx, desk: &Desk, who: &WalkIn) -> Outcome<Person> {
    let (given_name, family_name, email, phone) = match who {
        WalkIn::Known(id) => {
            return people::living(tx, *id).await?.ok_or(No::NotFound);
        }
        WalkIn::New { given_name, family_name, email, phone } => (given_name, family_name, email, phone),
    };
    if let Some(email) = email
        && let Some(known) = people::by_email(tx, email.as_str()).await?
    {
        let same = |a: &str, b: &str| folded(a) == folded(b);
        // A slip of the pen would mark somebody else: where the names differ, the trainer says who it is.
        return if same(&known.given_name, given_name) && same(&known.family_name, family_name) {
            Ok(known)
        } else {
            Err(Refusal::AddressKnown.into())
        };
    }
    let new = NewPerson {
        given_name,
        family_name,
        email: email.as_ref().map(EmailAddress::as_str),
        phone: phone.as_deref(),
        profile: None,
        language: Language::It,
    };
    // Two taps on the button are one person in one place.
    if let Some(twin) = just_added(tx, &new, desk.clock.now()).await? {
        return Ok(twin);
    }
    let person = people::add(tx, new.row(desk.clock.now())).await?;
    // The trainer read the notice aloud and ticked it; who entered the person stands in the history.
    people::add_consent(
        tx,
        person.id,
        "privacy",
        &desk.policy.privacy_version,
        Language::It.code(),
        desk.clock.now(),
    )
    .await?;
    Ok(person)
}
