//! A person who is signed in enrols, in a workshop or in the course: confirmed at once, provisional, or in line.

use super::admit::Origin;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::store::{enrolments, people};

/// What the person has now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolled {
    /// The enrolment.
    pub enrolment_id: i64,
    /// Where it stands.
    pub state: State,
    /// Whether it existed before: a double click, a form sent again.
    pub had_it: bool,
}

/// Enrols.
///
/// # Errors
/// A refusal that explains itself, or a fault.
pub async fn enrol(desk: &Desk, person_id: i64, offering_id: i64) -> Outcome<Enrolled> {
    let tx = desk.store.begin().await?;
    lock(&tx, &[offering_id], &[person_id]).await?;
    let programme = programme_of(&tx, offering_id).await?;
    let person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene {
        desk,
        tx: &tx,
        programme: &programme,
        now: desk.clock.now(),
        actor: Actor::Person(person_id),
    };
    let live = enrolments::live(&tx, person_id, offering_id).await?;
    let enrolled = match live {
        Some(existing) if existing.state()?.is_pending() => {
            let ahead = enrolments::waiting_ahead(&tx, offering_id, existing.position).await?;
            let way = Way::Person { holds_place: existing.state()? == State::PendingPlace, ahead };
            let state = scene.admit_again(&person, &existing, way, None).await?;
            Enrolled { enrolment_id: existing.id, state, had_it: false }
        }
        Some(existing) => match scene.take_open_place(&person, &existing).await? {
            Some(state) => {
                scene.write_admission(&person, &existing, state).await?;
                Enrolled { enrolment_id: existing.id, state, had_it: false }
            }
            None => Enrolled { enrolment_id: existing.id, state: existing.state()?, had_it: true },
        },
        None => {
            let ahead = enrolments::waiting_ahead(&tx, offering_id, None).await?;
            let origin = Origin { source: "signed_in", sign_up_id: None, text_id: None };
            let (enrolment, state) =
                scene.admit(&person, offering_id, Way::Person { holds_place: false, ahead }, origin).await?;
            Enrolled { enrolment_id: enrolment.id, state, had_it: false }
        }
    };
    if !enrolled.had_it && scene.offered(offering_id)?.row.kind() == Kind::Workshop {
        // A workshop more may put a provisional place back on track.
        scene.reconsider(&person).await?;
    }
    tx.commit().await?;
    Ok(enrolled)
}
