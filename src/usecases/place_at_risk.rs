//! What is said of a provisional place that gets an end, and of one whose end is gone: once a change of the programme has
//! waited its quiet time, and not at all where the second change undoes the first.

use chrono::{DateTime, TimeDelta, Utc};

use super::admit::day_facts;
use super::post::About;
use super::{Outcome, Scene};
use crate::domain::enrolment::State;
use crate::domain::letter::{Letter, Payload};
use crate::store::enrolments::{self, Enrolment};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::people::Person;
use crate::store::standing::Standing;
use crate::store::{Conn, calls};

impl Scene<'_> {
    /// Sets the end of a provisional place once; a second look does not move it later. `quiet` is how long a change of the
    /// programme waits for another one, where it is one that led here: until then the letter can be taken back.
    pub(super) async fn put_at_risk(
        &self,
        person: &Person,
        place: &Enrolment,
        until: DateTime<Utc>,
        standing: &Standing,
        quiet: Option<TimeDelta>,
    ) -> Outcome<()> {
        let kept = place.hold_until.filter(|old| *old <= until);
        if kept.is_some() && quiet.is_none() {
            return Ok(());
        }
        let waited = self.withdraw_risk(person, place.id).await?;
        if kept.is_some() && !waited {
            return Ok(());
        }
        let until = kept.unwrap_or(until);
        enrolments::set_hold(self.tx, place.id, until).await?;
        self.withdraw_safe(place.id).await?;
        let letter = Letter::ProvisionalAtRisk {
            course: self.offered(place.offering_id)?.title().unwrap_or_default(),
            until,
            path: super::path_facts(self.programme, standing),
        };
        let after = quiet.unwrap_or_else(TimeDelta::zero).min((until - self.now) / 2).max(TimeDelta::zero());
        let about = About { enrolment_id: Some(place.id), ..About::default() };
        self.write_later(person, letter, about, after).await
    }

    /// The end is gone by a change of the programme: whoever was told of it is told so, whoever was not hears nothing.
    pub(super) async fn tell_safe(
        &self,
        person: &Person,
        place: &Enrolment,
        standing: &Standing,
        quiet: TimeDelta,
    ) -> Outcome<()> {
        let known = match person.email {
            None => Some(known_by_phone(self.tx, place).await?),
            Some(_) => None,
        };
        // The end that is taken back may not be the first one: of another one they may have been told.
        let untold = self.withdraw_risk(person, place.id).await? && !told_of_end(self.tx, place).await?;
        let again = match known {
            Some(Known::End) => true,
            // Of an enrolment the call list keeps the newest thing only: they may not know of the place yet.
            Some(Known::Nothing) => false,
            None if !untold => true,
            Some(Known::Place) | None => return Ok(()),
        };
        let course = self.offered(place.offering_id)?;
        let letter = Letter::ProvisionalPlace {
            course: course.title().unwrap_or_default(),
            days: day_facts(course),
            leave_token: self.action_link(place.id, "leave").await?,
            path: super::path_facts(self.programme, standing),
            again,
        };
        let about = About { enrolment_id: Some(place.id), ..About::default() };
        self.write_later(person, letter, about, quiet).await
    }

    /// While the office looks at what somebody contests nothing ends: an end that nobody was told of is taken back. A "no" sets
    /// one anew, and tells it.
    pub(super) async fn take_back_untold_end(&self, person: &Person) -> Outcome<()> {
        let Some(course) = self.programme.course() else { return Ok(()) };
        let Some(place) = enrolments::live(self.tx, person.id, course.row.id).await? else { return Ok(()) };
        let ends = place.state()? == State::Provisional && place.hold_until.is_some();
        if ends && self.is_in_question(person.id).await? && self.withdraw_risk(person, place.id).await? {
            enrolments::set_state(self.tx, place.id, State::Provisional, None, self.now).await?;
        }
        Ok(())
    }

    /// Takes back that a provisional place is at risk, while nobody was told; whether there was anything to take back.
    pub(super) async fn withdraw_risk(&self, person: &Person, enrolment_id: i64) -> Outcome<bool> {
        let mut withdrawn = false;
        for letter in outbox::untouched_of(self.tx, enrolment_id, "provisional-at-risk").await? {
            withdrawn |= self.withdraw_letter(&letter).await?;
        }
        if person.email.is_some() {
            return Ok(withdrawn);
        }
        for call in calls::open_of(self.tx, person.id).await? {
            let says = serde_json::from_str::<Payload>(&call.payload).map(|payload| payload.letter);
            if call.enrolment_id == Some(enrolment_id) && matches!(says, Ok(Letter::ProvisionalAtRisk { .. }))
            {
                calls::drop_untold(self.tx, call.task_id).await?;
                withdrawn = true;
            }
        }
        Ok(withdrawn)
    }

    /// Takes back that the end of a provisional place is gone: there is one again, or the place is final or given back.
    pub(super) async fn withdraw_safe(&self, enrolment_id: i64) -> Outcome<()> {
        for letter in outbox::untouched_of(self.tx, enrolment_id, "provisional-place").await? {
            if says_safe(&letter) {
                self.withdraw_letter(&letter).await?;
            }
        }
        Ok(())
    }

    async fn withdraw_letter(&self, letter: &OutboxLetter) -> Outcome<bool> {
        let blank = super::send_letters::without_secrets(letter);
        Ok(outbox::withdraw_untouched(self.tx, letter.id, blank, self.now).await?)
    }
}

/// What somebody who hears by phone knows of a provisional place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing yet.
    Nothing,
    /// That they have it.
    Place,
    /// That it ends.
    End,
}

/// What the calls that were made say of a provisional place. Where none waits to tell of its end, they have heard of it.
pub(super) async fn known_by_phone(conn: &impl Conn, place: &Enrolment) -> Outcome<Known> {
    let letter = |payload: &str| serde_json::from_str::<Payload>(payload).map(|payload| payload.letter);
    let waits = calls::open_of(conn, place.person_id).await?.iter().any(|call| {
        call.enrolment_id == Some(place.id)
            && matches!(letter(&call.payload), Ok(Letter::ProvisionalAtRisk { .. }))
    });
    if !waits {
        return Ok(Known::End);
    }
    let made = calls::made_about(conn, place.id).await?;
    let newest = made.iter().find_map(|call| match letter(&call.payload) {
        Ok(Letter::ProvisionalAtRisk { .. }) => Some(Known::End),
        Ok(Letter::ProvisionalPlace { .. }) => Some(Known::Place),
        _ => None,
    });
    Ok(newest.unwrap_or(Known::Nothing))
}

/// Whether somebody knows of an end of the provisional place: a letter told it since the place last had none, or the one
/// that would have said that it had none was taken back; `place` is its row from before that end is taken away.
pub(super) async fn told_of_end(conn: &impl Conn, place: &Enrolment) -> Outcome<bool> {
    let Some(told) = outbox::last_begun(conn, place.id, "provisional-at-risk").await? else {
        return Ok(false);
    };
    if told.begun_at.is_some_and(|at| at >= place.state_at) {
        return Ok(true);
    }
    let newest = outbox::newest_of(conn, place.id, "provisional-place").await?;
    // Where the person acted since, they know from that that nothing ends any more: this one was written before.
    let since = |letter: &OutboxLetter| letter.id > told.id && letter.dated >= place.state_at;
    Ok(newest.is_some_and(|letter| letter.state == "withdrawn" && says_safe(&letter) && since(&letter)))
}

/// Whether a letter says that the end of a provisional place is gone.
fn says_safe(letter: &OutboxLetter) -> bool {
    let says = serde_json::from_str::<Payload>(&letter.payload).map(|payload| payload.letter);
    matches!(says, Ok(Letter::ProvisionalPlace { again: true, .. }))
}
