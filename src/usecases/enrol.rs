//! A person who is signed in enrols, in workshops or in the course: confirmed at once, provisional, or in line.

use super::admit::Origin;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::enrolment::State;
use crate::domain::offering::Kind;
use crate::domain::person::Language;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::{self, Person};

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

/// What the person needs in the room, and consented to its being stored.
#[derive(Clone, Copy, Debug)]
pub struct Needs<'a> {
    /// In their own words.
    pub text: &'a str,
    /// The language in which they read what they consented to.
    pub language: Language,
}

/// Enrols.
///
/// # Errors
/// A refusal that explains itself, or a fault.
pub async fn enrol(desk: &Desk, person_id: i64, offering_id: i64) -> Outcome<Enrolled> {
    enrol_all(desk, person_id, &[offering_id], None).await?.pop().ok_or(No::NotFound)
}

/// Enrols in several workshops at once: in all of them, or in none. What the person has already stays as it is; needs in
/// the room go with what is new.
///
/// # Errors
/// The first refusal, [`No::NotFound`] where one of several is no workshop, or a fault.
pub async fn enrol_all(
    desk: &Desk,
    person_id: i64,
    offerings: &[i64],
    needs: Option<Needs<'_>>,
) -> Outcome<Vec<Enrolled>> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let mut chosen = offerings.to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    let first = *chosen.first().ok_or(No::NotFound)?;
    lock(&tx, &chosen, &[person_id]).await?;
    let programme = programme_of(&tx, first).await?;
    let person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Person(person_id) };
    let is_workshop = |id: i64| programme.offering(id).is_some_and(|o| o.row.kind() == Kind::Workshop);
    if chosen.len() > 1 && !chosen.iter().all(|id| is_workshop(*id)) {
        return Err(No::NotFound);
    }
    let (mut all, mut taken_in) = (Vec::new(), Vec::new());
    for offering_id in chosen {
        let (enrolment, state, had_it) = scene.enrol_in(&person, offering_id).await?;
        all.push(Enrolled { enrolment_id: enrolment.id, state, had_it });
        if !had_it {
            taken_in.push((enrolment, state));
        }
    }
    if let Some(needs) = needs.filter(|_| !taken_in.is_empty()) {
        for (enrolment, _) in &taken_in {
            scene.store_needs(person.id, enrolment.id, enrolment.offering_id, needs.text).await?;
        }
        let (version, language) = (&desk.policy.privacy_version, needs.language.code());
        people::add_consent(&tx, person.id, "needs", version, language, now).await?;
    }
    // Once all of them are taken: each letter draws the rule with the other choices.
    for (enrolment, state) in &taken_in {
        scene.write_admission(&person, enrolment, *state).await?;
    }
    if taken_in.iter().any(|(enrolment, _)| is_workshop(enrolment.offering_id)) {
        // A workshop more may put a provisional place back on track.
        scene.reconsider(&person).await?;
    }
    tx.commit().await?;
    Ok(all)
}

impl Scene<'_> {
    /// One choice; gives back its row, where it stands, and whether the person had it already.
    async fn enrol_in(&self, person: &Person, offering_id: i64) -> Outcome<(Enrolment, State, bool)> {
        match enrolments::live(self.tx, person.id, offering_id).await? {
            Some(existing) if existing.state()?.is_pending() => {
                let ahead = enrolments::waiting_ahead(self.tx, offering_id, existing.position).await?;
                let way = Way::Person { holds_place: existing.state()? == State::PendingPlace, ahead };
                let state = self.take_in_again(person, &existing, way, None).await?;
                Ok((existing, state, false))
            }
            Some(existing) => match self.take_open_place(person, &existing).await? {
                Some(state) => Ok((existing, state, false)),
                None => {
                    let state = existing.state()?;
                    Ok((existing, state, true))
                }
            },
            None => {
                let ahead = enrolments::waiting_ahead(self.tx, offering_id, None).await?;
                let origin = Origin { source: "signed_in", sign_up_id: None, text_id: None };
                let way = Way::Person { holds_place: false, ahead };
                let (enrolment, state) = self.take_in(person, offering_id, way, origin).await?;
                Ok((enrolment, state, false))
            }
        }
    }
}
