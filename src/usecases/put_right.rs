//! What becomes untrue while a letter waits, put right as it leaves: the day it names, for whom a free place is, the title of
//! a session, whether it counts for the course as that begins now. And what comes too late, or says nothing any more, withdrawn.

use chrono::{DateTime, Utc};

use super::invites::invite_facts;
use super::letter_edition::Subject;
use super::letter_stands::{letter_stands, session_now};
use super::send_letters::{forget_erased, tell_invite, without_secrets};
use super::tell_date::enrolled_since;
use super::{Outcome, free_places, programme_of};
use crate::domain::letter::{Letter, Method, Payload, still_holds};
use crate::domain::person::Language;
use crate::store::outbox::{self, OutboxLetter};
use crate::store::{Tx, enrolments, invites};

/// A letter says what is so when it leaves for the first time, and every later try says the same. Whether it leaves: one that
/// comes too late is withdrawn, however often it was tried.
pub(super) async fn put_right(tx: &Tx, letter: &mut OutboxLetter, now: DateTime<Utc>) -> Outcome<bool> {
    let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(true) };
    if leads_back(tx, letter, &payload).await?
        || payload.letter.is_late(letter.dated, now)
        || enrolled_since(tx, letter).await?
    {
        let (blank, why) = (without_secrets(letter), letter.last_error.clone());
        outbox::end(tx, letter.id, "withdrawn", blank, why, now).await?;
        forget_erased(tx, letter).await?;
        return Ok(false);
    }
    if letter.begun_at.is_some() {
        return Ok(true);
    }
    // Past days stay in calendars; the words beside the calendar part are told all the same.
    if payload.letter.cancels_past_day(now) && payload.letter.take_invite() {
        let stored = super::post::stored(&payload)?;
        if outbox::without_invite(tx, letter.id, stored.clone()).await? {
            (letter.payload, letter.invite_id) = (stored, None);
        }
    }
    if payload.letter.set_day(now) {
        // Its date is the one that it counts from.
        replace(tx, letter, &payload, now).await?;
    }
    as_it_is(tx, letter, &mut payload, now).await?;
    free_place(tx, letter, payload, now).await
}

/// Whether a letter of a change brings the calendar what the last one put into it, because that change was undone: only the
/// feed went there and back.
async fn leads_back(tx: &Tx, letter: &OutboxLetter, payload: &Payload) -> Outcome<bool> {
    let Some(invite) = letter.invite_id.filter(|_| letter.begun_at.is_none() && payload.letter.leads_back())
    else {
        return Ok(false);
    };
    let begun = outbox::last_begun_of_invite(tx, invite).await?.and_then(|begun| invite_facts(&begun));
    let in_mail =
        begun.filter(|facts| facts.method == Method::Request).map(|facts| facts.session.appointment());
    Ok(in_mail.is_some() && in_mail == payload.letter.invite().map(|facts| facts.session.appointment()))
}

/// Of a session that it tells of: its title, and whether it comes too late for the course, which changes with the course's
/// first day. Of neither whoever is in the workshop may have heard.
async fn as_it_is(
    tx: &Tx,
    letter: &mut OutboxLetter,
    payload: &mut Payload,
    now: DateTime<Utc>,
) -> Outcome<()> {
    if payload.letter.brings_date().is_none() && payload.letter.invite().is_none() {
        return Ok(());
    }
    let now_is = session_now(tx, Subject::of(letter, &payload.letter), payload, now).await?;
    let too_late = payload.letter.set_too_late(now_is.as_ref());
    let titled = payload.letter.set_title(now_is.as_ref(), Language::from_code(&letter.language));
    let stamp = payload.letter.invite().map(|facts| facts.dtstamp.max(now)).filter(|_| titled.calendar);
    if let Some(stamp) = stamp {
        // A feed has shown the title already, under the stamp of its correction.
        payload.letter.restamp(stamp);
    }
    if !(titled.words || too_late) {
        return Ok(());
    }
    let due = letter.not_before;
    replace(tx, letter, payload, due).await?;
    if let Some((invite, stamp)) = letter.invite_id.zip(stamp) {
        invites::set_dtstamp(tx, invite, stamp).await?;
        tell_invite(tx, letter).await?;
    }
    Ok(())
}

/// For whom a free place is changes with the time alone. Whether it leaves: a letter about one that is gone is withdrawn.
async fn free_place(
    tx: &Tx,
    letter: &mut OutboxLetter,
    mut payload: Payload,
    now: DateTime<Utc>,
) -> Outcome<bool> {
    let Some(id) = letter.enrolment_id else { return Ok(true) };
    let is_of_free_place = matches!(payload.letter, Letter::PlaceFree { .. });
    if !is_of_free_place && !payload.letter.tells_free_places() {
        return Ok(true);
    }
    let Some(enrolment) = enrolments::find(tx, id).await? else { return Ok(true) };
    let programme = programme_of(tx, enrolment.offering_id).await?;
    if is_of_free_place {
        let stands = letter_stands(tx, &programme, Subject::of(letter, &payload.letter), now).await?;
        return Ok(still_holds(&payload.letter, &stands)
            || !outbox::withdraw_untouched(tx, letter.id, without_secrets(letter), now).await?);
    }
    let Some(offered) = programme.offering(enrolment.offering_id) else { return Ok(true) };
    if payload.letter.set_free_places(free_places(&programme, offered, now)) {
        let due = letter.not_before;
        replace(tx, letter, &payload, due).await?;
    }
    Ok(true)
}

/// Lets it say something else, with this date.
async fn replace(tx: &Tx, letter: &mut OutboxLetter, payload: &Payload, dated: DateTime<Utc>) -> Outcome<()> {
    let stored = super::post::stored(payload)?;
    if outbox::replace_untouched(tx, letter.id, stored.clone(), dated).await? {
        letter.payload = stored;
        (letter.dated, letter.not_before) = (dated, dated);
    }
    Ok(())
}
