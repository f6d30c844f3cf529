//! "Solo calendario, niente inviti": a person chooses how appointments reach their calendar; and the secret address
//! of the calendar they can subscribe to.

use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::enrolment::State;
use crate::secret::Purpose;
use crate::store::people::{self, Person};
use crate::store::{enrolments, offerings};

/// Takes invites by mail from now on, or none. What was mailed before is taken back first, and goes on in the feed.
///
/// # Errors
/// [`No::NotFound`], or a fault.
pub async fn take_invites(desk: &Desk, person_id: i64, takes: bool) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    let mut live = enrolments::of_person(&tx, person_id).await?;
    live.retain(|enrolment| enrolment.state == "confirmed");
    let ids: Vec<i64> = live.iter().map(|enrolment| enrolment.offering_id).collect();
    offerings::lock(&tx, &ids).await?;
    people::lock(&tx, &[person_id]).await?;
    let mut person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    if person.takes_invites == takes {
        return Ok(());
    }
    person.takes_invites = takes;
    people::save(&tx, person.clone()).await?;
    let now = desk.clock.now();
    for enrolment in live {
        let enrolment = enrolments::find(&tx, enrolment.id).await?.ok_or(No::NotFound)?;
        if enrolment.state()? != State::Confirmed {
            continue;
        }
        let programme = programme_of(&tx, enrolment.offering_id).await?;
        let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Person(person_id) };
        scene.resend_appointments(&person, &enrolment).await?;
    }
    Ok(tx.commit().await?)
}

/// The calendar address of a person: made the first time it is asked for. It can be shown again, because it is made
/// from a stored value with the secret key; what is stored opens nothing.
///
/// # Errors
/// [`No::NotFound`], or a fault.
pub async fn feed_token(desk: &Desk, person_id: i64) -> Outcome<String> {
    let known = people::living(desk.store.reader(), person_id).await?.ok_or(No::NotFound)?;
    match known.feed_nonce.as_deref() {
        Some(nonce) => Ok(token(desk, nonce)),
        None => make_feed(desk, person_id, false).await,
    }
}

/// A new calendar address; the old one shows nothing any more.
///
/// # Errors
/// [`No::NotFound`], or a fault.
pub async fn new_feed(desk: &Desk, person_id: i64) -> Outcome<String> {
    make_feed(desk, person_id, true).await
}

/// Makes an address; where one is there, only if it is to be replaced: two pages opened at once show the same one.
async fn make_feed(desk: &Desk, person_id: i64, replace: bool) -> Outcome<String> {
    let tx = desk.store.begin().await?;
    lock(&tx, &[], &[person_id]).await?;
    let mut person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    if let Some(nonce) = person.feed_nonce.as_deref().filter(|_| !replace) {
        return Ok(token(desk, nonce));
    }
    let nonce = desk.random.token();
    let token = token(desk, &nonce);
    person.feed_nonce = Some(nonce);
    person.feed_hash = Some(desk.secret.hash(Purpose::Feed, &token));
    people::save(&tx, person).await?;
    tx.commit().await?;
    Ok(token)
}

/// The person of a calendar address.
///
/// # Errors
/// A fault.
pub async fn person_of_feed(desk: &Desk, token: &str) -> Outcome<Option<Person>> {
    let hash = desk.secret.hash(Purpose::Feed, token);
    let found = people::by_feed(desk.store.reader(), &hash).await?;
    Ok(found.filter(|person| person.erased_at.is_none()))
}

/// 256 keyed bits of a stored nonce.
fn token(desk: &Desk, nonce: &str) -> String {
    desk.secret.hash(Purpose::FeedAddress, nonce)
}
