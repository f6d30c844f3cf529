//! An offered place is taken or declined: by the link of the letter, by the person who is signed in, or by the office,
//! which had the answer on the phone.

use chrono::{DateTime, Utc};

use super::moves::Basis;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::enrolment::{CancelReason, Event, State};
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::secret::Purpose;
use crate::store::enrolments::{self, Enrolment};
use crate::store::{action_links, people};

/// What the person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Takes the place.
    Accept,
    /// Does not want it, and leaves the line.
    Decline,
}

impl Answer {
    /// The purpose of the link that says so.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Decline => "decline",
        }
    }
}

/// What a mail's link is about.
pub struct Linked {
    /// The enrolment.
    pub enrolment: Enrolment,
    /// When the link was made: it answers no offer made later.
    pub made_at: DateTime<Utc>,
}

impl Linked {
    /// Whether the link belongs to an offer that is over, while the next one is open.
    pub fn is_older(&self) -> bool {
        self.enrolment.state == State::Offered.code() && self.made_at < self.enrolment.state_at
    }

    /// Whether the link tells somebody who waits of a place that is for whoever takes it first: it was made while they did.
    pub fn is_first_come(&self) -> bool {
        self.enrolment.state == State::Waitlisted.code() && self.made_at >= self.enrolment.state_at
    }
}

/// What a mail's link is about, to show what the button would do.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given.
pub async fn look(desk: &Desk, token: &str, answer: Answer) -> Outcome<Linked> {
    let reader = desk.store.reader();
    let hash = desk.secret.hash(Purpose::Action, token);
    let link = action_links::by_token(reader, &hash, answer.purpose()).await?.ok_or(No::NotFound)?;
    let enrolment = enrolments::find(reader, link.enrolment_id).await?.ok_or(No::NotFound)?;
    Ok(Linked { enrolment, made_at: link.created_at })
}

/// Answers by the link of the letter.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given; [`Refusal::OfferOver`] once the offer has ended.
pub async fn by_link(desk: &Desk, token: &str, answer: Answer) -> Outcome<State> {
    let Linked { enrolment, made_at } = look(desk, token, answer).await?;
    answer_offer(desk, enrolment.id, Actor::Person(enrolment.person_id), answer, Read::Letter(made_at)).await
}

/// Answers as the person who is signed in.
///
/// # Errors
/// [`No::NotFound`] where it is not theirs; [`Refusal::OfferOver`] once the offer has ended.
pub async fn by_person(desk: &Desk, enrolment_id: i64, person_id: i64, answer: Answer) -> Outcome<State> {
    by_person_who_saw(desk, enrolment_id, person_id, answer, None).await
}

/// The same from a page that showed until when the place is held, as the page wrote it.
///
/// # Errors
/// What [`by_person`] says; [`Refusal::ChangedMeanwhile`] for a no to an offer that the page did not show.
pub async fn by_person_who_saw(
    desk: &Desk,
    enrolment_id: i64,
    person_id: i64,
    answer: Answer,
    seen: Option<&str>,
) -> Outcome<State> {
    let enrolment = enrolments::find(desk.store.reader(), enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.person_id != person_id {
        return Err(No::NotFound);
    }
    answer_offer(desk, enrolment_id, Actor::Person(person_id), answer, Read::Page(seen)).await
}

/// Answers for a person who said so on the phone, as the page of whoever took the call showed the offer.
///
/// # Errors
/// [`Refusal::OwnAffair`]; [`Refusal::OfferOver`] once the offer has ended; [`Refusal::ChangedMeanwhile`] for a no to an
/// offer that the page did not show.
pub async fn by_staff(
    desk: &Desk,
    enrolment_id: i64,
    staff: i64,
    answer: Answer,
    seen: Option<&str>,
) -> Outcome<State> {
    let enrolment = enrolments::find(desk.store.reader(), enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    answer_offer(desk, enrolment_id, Actor::Staff(staff), answer, Read::Page(seen)).await
}

/// Where the offer was read that is answered.
#[derive(Clone, Copy)]
enum Read<'a> {
    /// In a letter, by its link: when that was made.
    Letter(DateTime<Utc>),
    /// On a page: until when it said that the place is held; none where it did not say.
    Page(Option<&'a str>),
}

impl Read<'_> {
    /// Whether the page showed the offer that is open now, or said of none.
    fn shows(self, enrolment: &Enrolment) -> bool {
        match self {
            Self::Page(Some(seen)) => enrolment.hold_until.is_some_and(|until| until.to_rfc3339() == seen),
            Self::Page(None) | Self::Letter(_) => true,
        }
    }
}

async fn answer_offer(
    desk: &Desk,
    enrolment_id: i64,
    actor: Actor,
    answer: Answer,
    read: Read<'_>,
) -> Outcome<State> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let before = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    lock(&tx, &[before.offering_id], &[before.person_id]).await?;
    let enrolment = enrolments::find(&tx, enrolment_id).await?.ok_or(No::NotFound)?;
    let state = enrolment.state()?;
    let link = match read {
        Read::Letter(made_at) => Some(Linked { enrolment: enrolment.clone(), made_at }),
        Read::Page(_) => None,
    };
    if link.as_ref().is_some_and(Linked::is_older) {
        return Err(Refusal::OfferOver.into());
    }
    match (state, answer) {
        // Taking another place than the page showed harms nobody; giving one up that was never read does.
        (State::Offered, Answer::Decline) if !read.shows(&enrolment) => {
            return Err(Refusal::ChangedMeanwhile(state).into());
        }
        (State::Offered, _) if enrolment.hold_until.is_some_and(|until| until > now) => {}
        (State::Waitlisted, Answer::Accept) if link.as_ref().is_some_and(Linked::is_first_come) => {}
        // A second click changes nothing and is no error.
        (State::Confirmed | State::Provisional, Answer::Accept) => return Ok(state),
        (State::Cancelled(CancelReason::Declined), Answer::Decline) => return Ok(state),
        _ => return Err(Refusal::OfferOver.into()),
    }
    let programme = programme_of(&tx, enrolment.offering_id).await?;
    let person = people::living(&tx, enrolment.person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    let state = match answer {
        Answer::Accept if state == State::Waitlisted => scene.take_first(&person, &enrolment).await?,
        Answer::Accept => scene.accept(&person, &enrolment).await?,
        Answer::Decline => {
            scene.cancel(&person, &enrolment, CancelReason::Declined, None).await?;
            State::Cancelled(CancelReason::Declined)
        }
    };
    if scene.offered(enrolment.offering_id)?.row.kind() == Kind::Workshop {
        // A workshop more may put a provisional place back on track.
        scene.reconsider(&person).await?;
    }
    tx.commit().await?;
    Ok(state)
}

impl Scene<'_> {
    /// Nobody held it: whoever comes too late stays in line where they are.
    async fn take_first(&self, person: &people::Person, enrolment: &Enrolment) -> Outcome<State> {
        let state = self.take_open_place(person, enrolment).await?.ok_or(Refusal::OfferOver)?;
        self.write_admission(person, enrolment, state).await?;
        Ok(state)
    }

    /// Decided anew by the guard: whoever fell short of the rule meanwhile goes back to their old position.
    async fn accept(&self, person: &people::Person, enrolment: &Enrolment) -> Outcome<State> {
        match self.admit_again(person, enrolment, Way::Offered, None).await {
            Err(No::Refused(Refusal::RuleNotReached(_))) => {
                let state = self.change(person, enrolment, Event::Wait, None, &Basis::default()).await?;
                self.write_admission(person, enrolment, state).await?;
                Ok(state)
            }
            done => done,
        }
    }
}
