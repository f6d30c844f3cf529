//! One letter of a change as it will be, before anything is saved: the change is made, the letter is read, and
//! everything is taken back.

use super::{NotChanged, Wanted, change_in};
use crate::domain::impact::{Calendar, Impact, Topic};
use crate::domain::letter::Payload;
use crate::domain::person::Language;
use crate::store::Tx;
use crate::store::outbox::{self, OutboxLetter};
use crate::usecases::post::stored;
use crate::usecases::{Actor, Desk, Outcome};

/// A letter that was not written.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What it says, its links blanked.
    pub payload: String,
    /// In which language.
    pub language: Language,
    /// To whom; none for an address that only asked to be told.
    pub person: Option<i64>,
    /// To which address.
    pub address: String,
}

/// One of the letters about a topic, with what it brings to the calendar; none where the program writes it later, or
/// nobody gets one.
///
/// # Errors
/// Every fault of every edit; somebody else's change meanwhile; a fault. Nothing is written in any case.
pub async fn sample(
    desk: &Desk,
    wanted: &Wanted,
    staff: i64,
    (topic, calendar): (Topic, Calendar),
) -> Result<Option<Sample>, NotChanged> {
    // The transaction is dropped, which takes everything back.
    let tx = desk.store.begin().await?;
    let newest = outbox::newest(&tx).await?;
    let impact = change_in(desk, &tx, wanted, Actor::Staff(staff), None).await?;
    Ok(read_back(&tx, newest, &impact, (topic, calendar)).await?)
}

/// One of the letters about a topic that were written in a transaction after the newest one before.
pub(in crate::usecases) async fn read_back(
    tx: &Tx,
    newest: i64,
    impact: &Impact,
    (topic, calendar): (Topic, Calendar),
) -> Outcome<Option<Sample>> {
    let Some(letter) = find(tx, newest, impact, topic, calendar).await? else { return Ok(None) };
    let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { return Ok(None) };
    payload.letter = payload.letter.masked();
    Ok(Some(Sample {
        payload: stored(&payload)?,
        language: Language::from_code(&letter.language),
        person: letter.person_id,
        address: letter.address,
    }))
}

/// The first letter of the topic to one of its people: a new one, or one that waited and says the newest now.
async fn find(
    tx: &Tx,
    newest: i64,
    impact: &Impact,
    topic: Topic,
    calendar: Calendar,
) -> Outcome<Option<OutboxLetter>> {
    let of_topic =
        |letters: &&crate::domain::impact::Letters| letters.topic == topic && letters.calendar == calendar;
    let Some(letters) = impact.letters.iter().find(of_topic) else { return Ok(None) };
    let theirs = |letter: &OutboxLetter| {
        letters.people.is_empty() || letter.person_id.is_some_and(|id| letters.people.contains(&id))
    };
    let carries = |letter: &OutboxLetter| letter.invite_id.is_some() == (calendar != Calendar::None);
    let written = outbox::written_after(tx, newest, kinds(topic)).await?;
    let best = written.iter().find(|letter| theirs(letter) && carries(letter));
    if let Some(letter) = best.or_else(|| written.iter().find(|letter| theirs(letter))) {
        return Ok(Some(letter.clone()));
    }
    let sessions: Vec<i64> = impact.public.iter().filter_map(|line| line.session).collect();
    let mut waiting = Vec::new();
    for kind in kinds(topic) {
        waiting.extend(outbox::untouched_about(tx, &sessions, kind).await?);
    }
    Ok(waiting.into_iter().find(theirs))
}

/// The letters that are about a topic. A freed place is offered by the program, after the change.
fn kinds(topic: Topic) -> &'static [&'static str] {
    match topic {
        Topic::Changed => &["session-changed"],
        Topic::Added => &["session-changed", "course-day"],
        Topic::SessionCancelled => &["session-cancelled"],
        Topic::OfferingCancelled => &["offering-cancelled"],
        Topic::Reached => &["rule-reached"],
        Topic::PlaceFinal => &["course-confirmed"],
        Topic::AtRisk => &["provisional-at-risk"],
        Topic::RiskGone => &["provisional-place"],
        Topic::DateOut => &["date-out"],
        Topic::Offered => &[],
        Topic::CourseDay => &["course-day", "course-day-cancelled"],
    }
}
