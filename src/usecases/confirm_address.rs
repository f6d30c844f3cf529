//! The link of a sign-up's mail is used: the address is proved, the choices count, the browser is signed in.

use super::admit::Origin;
use super::moves::Basis;
use super::sign_in::new_sign_in;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::admission::Way;
use crate::domain::enrolment::{CancelReason, Event, State};
use crate::domain::refusal::Refusal;
use crate::secret::Purpose;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::{self, Person};
use crate::store::sign_ups::{self, SignUp, SignUpChoice};

/// What the confirmation led to.
#[derive(Clone, Debug)]
pub struct Confirmed {
    /// The page that shows it.
    pub handle: String,
    /// The cookie of the new sign-in; none when the link had been used before.
    pub cookie: Option<String>,
    /// What became of each choice: the state, or why it could not be had any more.
    pub choices: Vec<(i64, Result<State, Refusal>)>,
}

/// The sign-up of a link, to show it before the button is pressed.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given.
pub async fn look(desk: &Desk, token: &str) -> Outcome<SignUp> {
    let hash = desk.secret.hash(Purpose::Confirm, token);
    sign_ups::by_token(desk.store.reader(), &hash).await?.ok_or(No::NotFound)
}

/// Uses the link.
///
/// # Errors
/// [`No::NotFound`] for a link nobody was given, or a fault.
pub async fn confirm_address(desk: &Desk, token: &str) -> Outcome<Confirmed> {
    let sign_up = look(desk, token).await?;
    confirm(desk, sign_up.id, None, Some(token)).await
}

/// Confirms choices that wait, for the person who is signed in: signing in proved the address as well.
///
/// # Errors
/// [`No::NotFound`] where the sign-up is not this person's.
pub async fn confirm_signed_in(desk: &Desk, handle: &str, person_id: i64) -> Outcome<Confirmed> {
    let sign_up = sign_ups::by_handle(desk.store.reader(), handle).await?.ok_or(No::NotFound)?;
    if sign_up.person_id != person_id {
        return Err(No::NotFound);
    }
    confirm(desk, sign_up.id, None, None).await
}

/// A person of the office confirms on the phone what waits for its confirmation.
///
/// # Errors
/// [`No::NotFound`] for an enrolment that came with no sign-up; [`Refusal::OwnAffair`].
pub async fn confirm_by_staff(desk: &Desk, enrolment_id: i64, staff: i64) -> Outcome<Confirmed> {
    let enrolment = enrolments::find(desk.store.reader(), enrolment_id).await?.ok_or(No::NotFound)?;
    if enrolment.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    confirm(desk, enrolment.sign_up_id.ok_or(No::NotFound)?, Some(staff), None).await
}

async fn confirm(
    desk: &Desk,
    sign_up_id: i64,
    staff: Option<i64>,
    token: Option<&str>,
) -> Outcome<Confirmed> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let choices = sign_ups::choices(&tx, sign_up_id).await?;
    let mut ids: Vec<i64> = choices.iter().map(|c| c.offering_id).collect();
    ids.sort_unstable();
    let person_id = sign_ups::find(&tx, sign_up_id).await?.ok_or(No::NotFound)?.person_id;
    lock(&tx, &ids, &[person_id]).await?;
    let sign_up = sign_ups::find(&tx, sign_up_id).await?.ok_or(No::NotFound)?;
    if sign_up.confirmed_at.is_some() {
        return Ok(Confirmed { handle: sign_up.handle, cookie: None, choices: Vec::new() });
    }
    // Between the look and the lock the link may have been replaced by a newer one, or its person forgotten.
    let hash = token.map(|token| desk.secret.hash(Purpose::Confirm, token));
    if hash.is_some() && hash != sign_up.token_hash {
        return Err(No::NotFound);
    }
    let known = people::living(&tx, sign_up.person_id).await?;
    let mut person = known.ok_or(No::NotFound)?;
    let proved_before = person.email_confirmed_at.is_some();
    take_answers(&tx, desk, &mut person, &sign_up, now).await?;
    sign_ups::confirm(&tx, sign_up.id, now).await?;
    let programme = programme_of(&tx, *ids.first().ok_or(No::NotFound)?).await?;
    let actor = staff.map_or(Actor::Person(person.id), Actor::Staff);
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor };
    let (mut outcome, mut settled) = (Vec::new(), Vec::new());
    for choice in choices.iter().filter(|choice| choice.enrolment_id.is_some()) {
        outcome.push((choice.offering_id, scene.settle(&person, &sign_up, choice, &mut settled).await?));
    }
    // Once all of them are settled: each letter draws the rule with the other choices.
    for (enrolment, state) in &settled {
        scene.write_admission(&person, enrolment, *state).await?;
    }
    scene.reconsider(&person).await?;
    // Only the link that proves an address signs in; to one we know anybody can have a form sent.
    let cookie = match staff {
        None if !proved_before => Some(new_sign_in(desk, &tx, person.id, now).await?),
        _ => None,
    };
    tx.commit().await?;
    Ok(Confirmed { handle: sign_up.handle, cookie, choices: outcome })
}

impl Scene<'_> {
    /// One choice: pending becomes a place, a provisional one or a position; one whose hold ended enrols anew
    /// if that is possible. A refusal is kept as the answer and undoes nothing else. What is new is `settled`, for its
    /// letter.
    async fn settle(
        &self,
        person: &Person,
        sign_up: &SignUp,
        choice: &SignUpChoice,
        settled: &mut Vec<(Enrolment, State)>,
    ) -> Outcome<Result<State, Refusal>> {
        let outcome = match enrolments::live(self.tx, person.id, choice.offering_id).await? {
            Some(live) if live.state()?.is_pending() => {
                let ahead = enrolments::waiting_ahead(self.tx, live.offering_id, live.position).await?;
                let way = Way::Person { holds_place: live.state()? == State::PendingPlace, ahead };
                let state = self.take_in_again(person, &live, way, None).await;
                if matches!(state, Err(No::Refused(_))) {
                    self.change(
                        person,
                        &live,
                        Event::Cancel(CancelReason::Unconfirmed),
                        None,
                        &Basis::default(),
                    )
                    .await?;
                }
                state.map(|state| {
                    let id = live.id;
                    settled.push((live, state));
                    (id, state)
                })
            }
            Some(live) => self.take_if_free(person, live, choice, settled).await,
            None => {
                let ahead = enrolments::waiting_ahead(self.tx, choice.offering_id, None).await?;
                let origin = Origin { source: "form", sign_up_id: Some(sign_up.id), text_id: None };
                let way = Way::Person { holds_place: false, ahead };
                match self.take_in(person, choice.offering_id, way, origin).await {
                    Ok((enrolment, state)) => {
                        let id = enrolment.id;
                        sign_ups::point_choice(self.tx, choice.id, id).await?;
                        settled.push((enrolment, state));
                        Ok((id, state))
                    }
                    Err(no) => Err(no),
                }
            }
        };
        match outcome {
            Ok((id, state)) => {
                self.keep_needs(id, sign_up, choice.offering_id).await?;
                Ok(Ok(state))
            }
            Err(No::Refused(refusal)) => Ok(Err(refusal)),
            Err(other) => Err(other),
        }
    }

    /// What the person has already stays as it is. But where they wait and the form found a place free for whoever takes it
    /// first, they take it now; whoever comes too late reads that it is gone.
    async fn take_if_free(
        &self,
        person: &Person,
        live: Enrolment,
        choice: &SignUpChoice,
        settled: &mut Vec<(Enrolment, State)>,
    ) -> Outcome<(i64, State)> {
        let (id, state) = (live.id, live.state()?);
        let was_free = choice.enrolment_id == Some(id) && choice.shown_position.is_none();
        if state != State::Waitlisted || !was_free {
            return Ok((id, state));
        }
        let now = self.take_open_place(person, &live).await?.unwrap_or(state);
        settled.push((live, now));
        Ok((id, now))
    }

    /// What the person needs in the room goes with the enrolment, for that session's trainer only, and is
    /// erased a month after it.
    async fn keep_needs(&self, enrolment_id: i64, sign_up: &SignUp, offering_id: i64) -> Outcome<()> {
        let Some(needs) = sign_up.needs.as_ref().filter(|_| sign_up.needs_consent) else { return Ok(()) };
        self.store_needs(sign_up.person_id, enrolment_id, offering_id, needs).await
    }
}

/// The form’s answers become the person’s when they confirm a form for the first time, by the link of its mail or signed in;
/// of somebody the office entered only what was empty. Later nothing does, because anybody may type a known address into a
/// form.
async fn take_answers(
    tx: &crate::store::Tx,
    desk: &Desk,
    person: &mut Person,
    sign_up: &SignUp,
    now: chrono::DateTime<chrono::Utc>,
) -> Outcome<()> {
    let first = match person.email_confirmed_at {
        None => !people::is_entered_by_staff(tx, person.id).await?,
        // Signing in proved the address and said nothing about who has it: perhaps a stranger typed it first.
        Some(_) => sign_ups::are_all_that_is_known(tx, person.id).await?,
    };
    if first {
        person.given_name.clone_from(&sign_up.given_name);
        person.family_name.clone_from(&sign_up.family_name);
        person.language.clone_from(&sign_up.language);
        person.phone.clone_from(&sign_up.phone);
        person.profile.clone_from(&sign_up.profile);
    }
    if person.email_confirmed_at.is_none() {
        person.phone = person.phone.take().or_else(|| sign_up.phone.clone());
        person.profile = person.profile.take().or_else(|| sign_up.profile.clone());
    }
    // Of somebody who confirmed a form before, nothing changes: anybody can have sent this one.
    person.email_confirmed_at = person.email_confirmed_at.or(Some(now));
    people::save(tx, person.clone()).await?;
    let version = sign_up.privacy_version.clone().unwrap_or_else(|| desk.policy.privacy_version.clone());
    people::add_consent(tx, person.id, "privacy", &version, &sign_up.language, now).await?;
    if sign_up.needs_consent && sign_up.needs.is_some() {
        people::add_consent(tx, person.id, "needs", &version, &sign_up.language, now).await?;
    }
    Ok(())
}
