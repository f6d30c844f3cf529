//! A freed place is offered to whoever is next in line: by the program where the offering says so, else by a person
//! of the office. Every way in which a place can become free ends here, because this looks at free places, not at
//! what freed them.

use super::moves::Basis;
use super::post::About;
use super::tell_line::tell_line;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::enrolment::{Event, State};
use crate::domain::letter::Letter;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::refusal::Refusal;
use crate::domain::waiting_list::{Facts, Step, Why, next_step};
use crate::store::could_have::could_have;
use crate::store::enrolments::{self, Enrolment};
use crate::store::programme::Programme;
use crate::store::{Conn, offerings, people};

/// Offers every free place that can be offered by itself, and tells the line where it is too late for that; gives back how
/// many offers were made.
///
/// # Errors
/// A fault; the offers before it stand.
pub async fn offer_places(desk: &Desk) -> Outcome<usize> {
    let mut made = 0;
    for offering_id in offerings::with_room_and_line(desk.store.reader()).await? {
        let why = loop {
            match one(desk, offering_id, Actor::Job, None).await? {
                Ok(_) => made += 1,
                Err(why) => break why,
            }
        };
        if why == Why::TooLate {
            tell_line(desk, offering_id).await?;
        }
    }
    Ok(made)
}

/// What came of an offer that a person of the office made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The place is held for them from now on.
    Now,
    /// It was held for them before: the same decision, sent twice.
    Before,
}

/// A person of the office offers a free place to the first in line who could have it; `seen` is the enrolment that was
/// first when they decided.
///
/// # Errors
/// [`Refusal::NoFreePlace`], [`Refusal::NobodyWaits`], [`Refusal::TooLateToOffer`], [`Refusal::NotOpen`],
/// [`Refusal::WrongState`] where somebody else is first now, or [`Refusal::OwnAffair`] where it would be the asker.
pub async fn offer_by_hand(desk: &Desk, offering_id: i64, seen: Option<i64>, staff: i64) -> Outcome<Made> {
    one(desk, offering_id, Actor::Staff(staff), seen).await?.map_err(|why| refusal(why).into())
}

/// The same for one who waits, as long as they are the first who could have the place.
///
/// # Errors
/// What [`offer_by_hand`] says.
pub async fn offer_to(desk: &Desk, enrolment_id: i64, staff: i64) -> Outcome<Made> {
    let enrolment = enrolments::find(desk.store.reader(), enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    offer_by_hand(desk, enrolment.offering_id, Some(enrolment_id), staff).await
}

fn refusal(why: Why) -> Refusal {
    match why {
        Why::NoFreePlace => Refusal::NoFreePlace,
        Why::NobodyWaits | Why::NobodyCanHaveIt => Refusal::NobodyWaits,
        Why::TooLate => Refusal::TooLateToOffer,
        Why::NotOpen | Why::APersonDecides => Refusal::NotOpen,
    }
}

/// Makes at most one offer; gives back what came of it, or why there was none. A person decides about whom they saw, and
/// about nobody else.
async fn one(desk: &Desk, offering_id: i64, actor: Actor, seen: Option<i64>) -> Outcome<Result<Made, Why>> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    lock(&tx, &[offering_id], &[]).await?;
    let programme = programme_of(&tx, offering_id).await?;
    if let Some(seen) = seen
        && is_offered(&tx, offering_id, seen).await?
    {
        return Ok(Ok(Made::Before));
    }
    let by_hand = matches!(actor, Actor::Staff(_));
    let facts = facts_of(&tx, &programme, offering_id, by_hand, now).await?;
    let (enrolment, until) = match next_step(&facts, now) {
        Step::Nothing(why) => return Ok(Err(why)),
        Step::Offer { enrolment, until } => (enrolment, until),
    };
    let enrolment = enrolments::find(&tx, enrolment).await?.ok_or(No::NotFound)?;
    if actor == Actor::Staff(enrolment.person_id) {
        return Err(Refusal::OwnAffair.into());
    }
    if by_hand && seen != Some(enrolment.id) {
        return Err(Refusal::WrongState.into());
    }
    people::lock(&tx, &[enrolment.person_id]).await?;
    let person = people::find(&tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    scene.change(&person, &enrolment, Event::Offer, Some(until), &Basis::default()).await?;
    scene.write_offer(&person, &enrolment, until).await?;
    tx.commit().await?;
    Ok(Ok(Made::Now))
}

/// Whether a place of the offering is held for this enrolment until it is answered.
async fn is_offered(conn: &impl Conn, offering_id: i64, enrolment_id: i64) -> Outcome<bool> {
    let enrolment = enrolments::find(conn, enrolment_id).await?;
    let enrolment = enrolment.filter(|enrolment| enrolment.offering_id == offering_id);
    Ok(enrolment.is_some_and(|enrolment| enrolment.state == State::Offered.code()))
}

/// What the next step of a line looks at.
///
/// # Errors
/// The database failed.
pub async fn facts_of(
    conn: &impl Conn,
    programme: &Programme,
    offering_id: i64,
    by_hand: bool,
    now: chrono::DateTime<chrono::Utc>,
) -> Outcome<Facts> {
    let offered = programme.offering(offering_id).ok_or(No::NotFound)?;
    let mut line = Vec::new();
    for waiting in enrolments::line(conn, offering_id).await? {
        let can = could_have(conn, programme, offered, waiting.person_id, now).await?;
        line.push((waiting.id, can));
        // Only the first who can have a place matters.
        if can {
            break;
        }
    }
    Ok(Facts {
        seats: offered.row.seats(),
        open: offered.row.status() == OfferingStatus::Published
            && programme.edition.status() == crate::domain::edition::EditionStatus::Published,
        offers: programme.offers(offered),
        by_hand,
        starts_at: offered.starts_at(),
        line,
    })
}

impl Scene<'_> {
    /// M8: a place is free, and yours until then.
    async fn write_offer(
        &self,
        person: &people::Person,
        enrolment: &Enrolment,
        until: chrono::DateTime<chrono::Utc>,
    ) -> Outcome<()> {
        let offered = self.offered(enrolment.offering_id)?;
        // What waits to be said of another date says that they wait; this letter has the date too.
        self.withdraw_words(enrolment).await?;
        let letter = Letter::PlaceOffered {
            session: self.first_dated(offered)?,
            course: offered.row.kind() == Kind::Course,
            until,
            accept_token: self.action_link(enrolment.id, "accept").await?,
            decline_token: self.action_link(enrolment.id, "decline").await?,
            path: super::path_facts(self.programme, &self.standing(person.id).await?),
        };
        self.write(person, letter, About { enrolment_id: Some(enrolment.id), ..About::default() }).await
    }
}
