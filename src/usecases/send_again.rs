//! The office sends a letter again: a refused one is tried once more as it is; a sent one becomes a new letter, with a
//! Message-ID and links of its own.

use chrono::{DateTime, TimeDelta, Utc};

use super::audited::{self, About as Audited};
use super::letter_edition::{Subject, edition_of};
use super::letter_stands::letter_stands;
use super::post::{About, Addressee, Desktop, enqueue};
use super::tell_date::enrolled_since;
use super::{Actor, Desk, No, Outcome, Scene, programme_of, send_letters};
use crate::domain::letter::{Letter, Method, Payload, Stands, draw_anew, still_holds};
use crate::domain::person::Language;
use crate::domain::refusal::Refusal;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::{Tx, enrolments, invites, offerings, people};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentAgain {
    /// The refused letter is tried again unchanged.
    TriedAgain,
    /// A new letter with this id.
    New(i64),
}

/// How long a letter that was sent again is not sent once more: somebody pressed twice, or two people did.
const DOUBLE_TAP: TimeDelta = TimeDelta::minutes(5);

/// Sends again.
///
/// # Errors
/// [`Refusal::AddressErased`] for one whose person is erased, and the address with them; [`Refusal::SignInLetter`] for
/// letters that sign somebody in; [`Refusal::WrongState`] for one that waits or was withdrawn; [`Refusal::NewerLetter`]
/// where another one about the same appointment was written since, [`Refusal::JustSent`] where the same was sent again a
/// moment ago; [`Refusal::LetterOutOfDate`] where what it says is not
/// so any more.
pub async fn send_again(desk: &Desk, letter_id: i64, staff: i64) -> Outcome<SentAgain> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let known = outbox::find(&tx, letter_id).await?.ok_or(No::NotFound)?;
    if let Some(id) = known.enrolment_id
        && let Some(enrolment) = enrolments::find(&tx, id).await?
    {
        offerings::lock(&tx, &[enrolment.offering_id]).await?;
    }
    people::lock(&tx, &known.person_id.into_iter().collect::<Vec<_>>()).await?;
    let letter = outbox::find(&tx, letter_id).await?.ok_or(No::NotFound)?;
    if letter.address.is_empty() {
        return Err(Refusal::AddressErased.into());
    }
    let mut payload: Payload = serde_json::from_str(&letter.payload)
        .map_err(|error| No::Fault(crate::store::Error::Custom(error.to_string())))?;
    if payload.letter.is_sign_in() {
        return Err(Refusal::SignInLetter.into());
    }
    if !matches!(letter.state.as_str(), "sent" | "refused") {
        return Err(Refusal::WrongState.into());
    }
    let newest = match letter.invite_id {
        Some(invite) => outbox::last_of_invite(&tx, invite).await?.is_none_or(|last| last.id == letter.id),
        None => true,
    };
    if !newest {
        return Err(Refusal::NewerLetter.into());
    }
    let stands = stands_now(&tx, &letter, &payload, now).await?;
    if !may_leave(&tx, &letter, &payload.letter, &stands, now).await? {
        return Err(Refusal::LetterOutOfDate.into());
    }
    let moved = follow_address(&tx, &letter, &mut payload).await?;
    if outbox::is_said_since(&tx, &letter, &payload.to.address, now - DOUBLE_TAP).await? {
        return Err(Refusal::JustSent.into());
    }
    let (places, day) = (payload.letter.set_free_places(stands.free_places), payload.letter.set_day(now));
    let language = Language::from_code(&letter.language);
    let titled = payload.letter.set_title(stands.session.as_ref(), language).words;
    let lifted = lift(&tx, &letter, &mut payload).await?;
    let late = payload.letter.set_too_late(stands.session.as_ref());
    let reads_otherwise = titled || lifted || late || places || day;
    let done = match letter.state.as_str() {
        "refused" if moved || reads_otherwise => {
            // To the address it was refused at, or with words that hold no more, it is not tried any more.
            let (blank, why) = (send_letters::without_secrets(&letter), letter.last_error.clone());
            outbox::end(&tx, letter.id, "withdrawn", blank, why, now).await?;
            let new = new_one(desk, &tx, &letter, payload, &stands).await?;
            take_key(&tx, &letter, new).await?;
            SentAgain::New(new)
        }
        "refused" if outbox::try_again(&tx, letter.id, now).await? => SentAgain::TriedAgain,
        "sent" => SentAgain::New(new_one(desk, &tx, &letter, payload, &stands).await?),
        _ => return Err(Refusal::WrongState.into()),
    };
    let about = Audited { subject: "outbox", subject_id: Some(letter.id), person_id: letter.person_id };
    audited::write(&tx, now, Actor::Staff(staff), "send_again", about, None, None).await?;
    tx.commit().await?;
    Ok(done)
}

/// The new letter stands for one that is withdrawn: whoever looks by its natural key whether it was written finds the new one.
async fn take_key(tx: &Tx, old: &OutboxLetter, new: i64) -> Outcome<()> {
    let Some(key) = &old.key else { return Ok(()) };
    outbox::set_key(tx, old.id, &format!("{key}-was-{}", old.id)).await?;
    outbox::set_key(tx, new, key).await?;
    Ok(())
}

/// Whether it says what is so, and is not too late.
async fn may_leave(
    tx: &Tx,
    row: &OutboxLetter,
    letter: &Letter,
    stands: &Stands,
    now: DateTime<Utc>,
) -> Outcome<bool> {
    let is_late = letter.is_late(row.dated, now) || letter.cancels_past_day(now);
    Ok(!is_late && still_holds(letter, stands) && !enrolled_since(tx, row).await?)
}

/// How what it speaks of stands now, in the edition it is about; nothing is left of one that is gone.
async fn stands_now(
    tx: &Tx,
    letter: &OutboxLetter,
    payload: &Payload,
    now: DateTime<Utc>,
) -> Outcome<Stands> {
    let subject = Subject::of(letter, &payload.letter);
    match edition_of(tx, subject, payload).await? {
        Some(programme) => {
            let mut stands = letter_stands(tx, &programme, subject, now).await?;
            // A letter is read later: it does not say what is full.
            if let Some(path) = &mut stands.path {
                path.full.clear();
            }
            Ok(stands)
        }
        None => Ok(Stands::default()),
    }
}

/// Addresses a letter to where the person is written to now; true where that is somewhere else than it went. An invite
/// belongs to its address (R53), and what is said to an address about itself stays there.
async fn follow_address(tx: &Tx, letter: &OutboxLetter, payload: &mut Payload) -> Outcome<bool> {
    let stays = letter.invite_id.is_some() || letter.kind == "address-asked";
    let Some(person_id) = letter.person_id.filter(|_| !stays) else { return Ok(false) };
    let Some(email) = people::find(tx, person_id).await?.and_then(|person| person.email) else {
        return Err(Refusal::LetterOutOfDate.into());
    };
    let moved = payload.to.address != email;
    payload.to.address = email;
    Ok(moved)
}

/// A new letter that says the same: the rule as it is drawn now, fresh links, a later DTSTAMP under the same UID and
/// SEQUENCE (R52).
async fn new_one(
    desk: &Desk,
    tx: &Tx,
    letter: &OutboxLetter,
    mut payload: Payload,
    stands: &Stands,
) -> Outcome<i64> {
    let now = desk.clock.now();
    draw_anew(&mut payload.letter, stands);
    if let Some(invite_id) = letter.invite_id {
        let invite = invites::find_by_id(tx, invite_id).await?.ok_or(No::NotFound)?;
        let dtstamp = now.max(invite.last_dtstamp + TimeDelta::seconds(1));
        if payload.letter.invite().is_some() {
            payload.letter.restamp(dtstamp);
            invites::set_dtstamp(tx, invite_id, dtstamp).await?;
        }
    }
    if let Some(enrolment_id) = letter.enrolment_id {
        renew_links(desk, tx, enrolment_id, &mut payload.letter).await?;
    }
    let about = About {
        person_id: letter.person_id,
        enrolment_id: letter.enrolment_id,
        sign_up_id: letter.sign_up_id,
        invite_id: letter.invite_id,
        session_id: letter.session_id,
    };
    let (sender, season) = (&payload.sender, payload.season.as_str());
    let desktop = Desktop { tx, sender, season, random: &desk.random, now };
    let addressee = Addressee { to: payload.to.clone(), language: Language::from_code(&letter.language) };
    let row = enqueue(&desktop, addressee, payload.letter.clone(), about, TimeDelta::zero()).await?;
    Ok(row.id)
}

/// Lets what it brings a calendar go above what a feed has shown meanwhile; whether it had to. Where that is something else,
/// it is out of date.
async fn lift(tx: &Tx, letter: &OutboxLetter, payload: &mut Payload) -> Outcome<bool> {
    let Some((id, facts)) = letter.invite_id.zip(payload.letter.invite()) else { return Ok(false) };
    // A CANCEL that was refused is tried as it is: the day still stands in the calendar it was mailed to.
    if letter.state == "refused" && facts.method == Method::Cancel {
        return Ok(false);
    }
    let invite = invites::find_by_id(tx, id).await?.ok_or(No::NotFound)?;
    if i64::from(facts.sequence) == invite.sequence {
        return Ok(false);
    }
    let told = invite.told().filter(|told| i64::from(told.sequence) == invite.sequence);
    let lifted = told.and_then(|told| facts.above(&told)).ok_or(Refusal::LetterOutOfDate)?;
    payload.letter.set_invite(lifted);
    Ok(true)
}

/// The links of a sent letter are blanked: the new one gets its own.
async fn renew_links(desk: &Desk, tx: &Tx, enrolment_id: i64, letter: &mut Letter) -> Outcome<()> {
    let Some(enrolment) = enrolments::find(tx, enrolment_id).await? else { return Ok(()) };
    let programme = programme_of(tx, enrolment.offering_id).await?;
    let now = desk.clock.now();
    let scene = Scene { desk, tx, programme: &programme, now, actor: Actor::Job };
    let past = programme.offering(enrolment.offering_id).is_some_and(|offered| offered.is_past(now));
    for (purpose, token) in letter.links_mut() {
        if past && purpose == "leave" {
            continue;
        }
        *token = scene.action_link(enrolment_id, purpose).await?;
    }
    Ok(())
}
