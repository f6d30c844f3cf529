//! In the last hours before a begin no place is offered any more: one that is free is for whoever takes it first. Those who
//! wait are told so, once, by a letter with the link that takes it, or by a call.

use chrono::{DateTime, Utc};

use super::letter_stands::is_over;
use super::post::About;
use super::{Actor, Desk, No, Outcome, Scene, free_places, lock, programme_of, programme_of_reader};
use crate::domain::admission::FreePlaces;
use crate::domain::letter::{Letter, Payload};
use crate::domain::offering::Kind;
use crate::domain::waiting_list::last_moment;
use crate::store::could_have::could_have;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::Person;
use crate::store::programme::Programme;
use crate::store::{Conn, calls, outbox, people};

/// Tells those who wait and were not told yet; gives back how many letters were written.
pub(super) async fn tell_line(desk: &Desk, offering_id: i64) -> Outcome<usize> {
    let reader = desk.store.reader();
    let programme = programme_of_reader(reader, offering_id).await?;
    let before = untold(reader, &programme, offering_id, desk.clock.now()).await?;
    if before.is_empty() {
        return Ok(0);
    }
    let ids: Vec<i64> = before.iter().map(|(_, person)| person.id).collect();
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    lock(&tx, &[offering_id], &ids).await?;
    let programme = programme_of(&tx, offering_id).await?;
    // Whoever joined the line meanwhile is told in the next round.
    let mut untold = untold(&tx, &programme, offering_id, now).await?;
    untold.retain(|(_, person)| ids.contains(&person.id));
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Job };
    for (waiting, person) in &untold {
        scene.tell_of_free_place(person, waiting).await?;
    }
    tx.commit().await?;
    Ok(untold.len())
}

/// Those who could take the place and do not know: nobody wrote to them of it in these hours, and whose own
/// offer ended in them was told so by that letter.
async fn untold(
    conn: &impl Conn,
    programme: &Programme,
    offering_id: i64,
    now: DateTime<Utc>,
) -> Outcome<Vec<(Enrolment, Person)>> {
    let offered = programme.offering(offering_id).ok_or(No::NotFound)?;
    let open = offered.row.seats().has_room() && free_places(programme, offered, now) == FreePlaces::ForAll;
    let Some(since) = last_moment(offered.starts_at()).filter(|_| open) else { return Ok(Vec::new()) };
    // The letter would be withdrawn before it leaves, and written again for ever.
    if is_over(conn, programme, offered, now).await? {
        return Ok(Vec::new());
    }
    let line = enrolments::line(conn, offering_id).await?;
    let ids: Vec<i64> = line.iter().map(|waiting| waiting.id).collect();
    let told = outbox::written_about(conn, &ids, "place-free", since).await?;
    let had_offer = outbox::written_about(conn, &ids, "place-offered", DateTime::UNIX_EPOCH).await?;
    let mut untold = Vec::new();
    for waiting in line {
        let offer_ended = had_offer.contains(&waiting.id) && waiting.state_at >= since;
        if told.contains(&waiting.id) || offer_ended {
            continue;
        }
        let Some(person) = people::living(conn, waiting.person_id).await? else { continue };
        if person.email.is_none() && is_on_the_list(conn, waiting.id, since).await? {
            continue;
        }
        if could_have(conn, programme, offered, person.id, now).await? {
            untold.push((waiting, person));
        }
    }
    Ok(untold)
}

/// Whether somebody without an address is called about it, or was.
async fn is_on_the_list(conn: &impl Conn, enrolment_id: i64, since: DateTime<Utc>) -> Outcome<bool> {
    let says = |payload: &str| {
        serde_json::from_str::<Payload>(payload)
            .is_ok_and(|payload| matches!(payload.letter, Letter::PlaceFree { .. }))
    };
    let said = calls::said_of(conn, enrolment_id).await?;
    Ok(said.iter().any(|call| call.due_at >= since && says(&call.payload)))
}

impl Scene<'_> {
    /// A place is free, and held for nobody.
    async fn tell_of_free_place(&self, person: &Person, waiting: &Enrolment) -> Outcome<()> {
        let offered = self.offered(waiting.offering_id)?;
        let letter = Letter::PlaceFree {
            session: self.first_dated(offered)?,
            course: offered.row.kind() == Kind::Course,
            accept_token: self.action_link(waiting.id, "accept").await?,
            path: super::path_facts(self.programme, &self.standing(person.id).await?),
        };
        self.write(person, letter, About { enrolment_id: Some(waiting.id), ..About::default() }).await
    }
}
