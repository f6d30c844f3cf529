//! Every night, and after every start: looks again at the provisional places of the published editions, because
//! time alone can put the rule out of reach. And once a mark was corrected: at the person's other editions.

use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::enrolment::State;
use crate::store::{editions, enrolments, people, programme, seasons};

/// Looks again at everybody who has a provisional place.
///
/// # Errors
/// A fault; whoever was decided before it stays decided.
pub async fn look_again(desk: &Desk) -> Outcome<()> {
    let reader = desk.store.reader();
    for edition in editions::all(reader).await? {
        if edition.status != "published" {
            continue;
        }
        let Some(course) = programme::load(reader, edition).await?.course().map(|course| course.row.id)
        else {
            continue;
        };
        for enrolment in enrolments::in_offerings(reader, &[course]).await? {
            if enrolment.state()? == State::Provisional {
                one(desk, enrolment.person_id, course).await?;
            }
        }
    }
    Ok(())
}

/// Looks again at one person in the other editions in which they are on their way: what they attended in this one may
/// count there.
pub(super) async fn elsewhere(desk: &Desk, person_id: i64, edition_id: i64) -> Outcome<()> {
    for programme in seasons::elsewhere(desk.store.reader(), person_id, edition_id, desk.clock.now()).await? {
        if let Some(course) = programme.course() {
            one(desk, person_id, course.row.id).await?;
        }
    }
    Ok(())
}

async fn one(desk: &Desk, person_id: i64, course: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    lock(&tx, &[course], &[person_id]).await?;
    let programme = programme_of(&tx, course).await?;
    let person = people::find(&tx, person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now: desk.clock.now(), actor: Actor::Job };
    scene.reconsider(&person).await?;
    Ok(tx.commit().await?)
}
