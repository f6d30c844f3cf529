//! Moves an enrolment from state to state: the place, the row, its history and its invites, all together. The
//! only writer of enrolment states.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::{No, Outcome, Scene};
use crate::domain::enrolment::{Event, State, transition};
use crate::domain::refusal::Refusal;
use crate::store::enrolments::{self, Enrolment, HistoryRow};
use crate::store::offerings;
use crate::store::people::Person;
use crate::store::programme::{Offered, Programme};
use crate::store::standing::Standing;

/// What a decision was based on; stored with it as codes and ids.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Basis {
    /// The version of the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rule_version: Option<i64>,
    /// The fact that the rule was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rule_reached: Option<i64>,
    /// The waiver.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) waiver: Option<i64>,
    /// The sessions whose marks counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sessions: Vec<i64>,
    /// The place is an extra one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) extra: bool,
    /// The date of the offering's first session as it was then: a history tells what happened, not what is so now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<NaiveDate>,
    /// The text with the reason a person gave.
    #[serde(skip)]
    pub(super) text_id: Option<i64>,
}

impl Basis {
    /// The basis of a decision about the course.
    pub(super) fn of_course(standing: &Standing, programme: &Programme) -> Self {
        let counting = |session: i64| {
            programme.session(session).is_some_and(|(offered, _)| offered.row.counts_toward_rule)
        };
        let mut sessions: Vec<i64> = standing
            .marks
            .iter()
            .filter(|(session, mark)| mark.counts() && counting(**session))
            .map(|(session, _)| *session)
            .collect();
        sessions.sort_unstable();
        Self {
            rule_version: Some(programme.edition.rule_version),
            rule_reached: standing.reached.as_ref().map(|fact| fact.id),
            waiver: standing.waiver.as_ref().map(|waiver| waiver.id),
            sessions,
            ..Self::default()
        }
    }

    /// The basis of a decision that somebody explained.
    pub(super) fn because(text_id: Option<i64>) -> Self {
        Self { text_id, ..Self::default() }
    }
}

/// A new enrolment before it is stored.
pub(super) struct NewEnrolment {
    pub(super) offering_id: i64,
    pub(super) state: State,
    pub(super) hold_until: Option<DateTime<Utc>>,
    pub(super) source: &'static str,
    pub(super) sign_up_id: Option<i64>,
    pub(super) basis: Basis,
}

impl Scene<'_> {
    /// Stores a new enrolment: takes its place, or its position in the line; tells the calendar.
    ///
    /// # Errors
    /// [`Refusal::NoFreePlace`] where the database had no place left to give.
    pub(super) async fn create(&self, person: &Person, new: NewEnrolment) -> Outcome<Enrolment> {
        if new.state.holds_place() {
            self.take_place(new.offering_id, new.basis.extra).await?;
        }
        let position = if new.state.is_waiting() {
            Some(offerings::next_position(self.tx, new.offering_id).await?)
        } else {
            None
        };
        let row = Enrolment {
            id: 0,
            person_id: person.id,
            offering_id: new.offering_id,
            state: new.state.code().to_owned(),
            cancel_reason: None,
            position,
            hold_until: new.hold_until,
            offers_missed: 0,
            extra: new.basis.extra,
            source: new.source.to_owned(),
            sign_up_id: new.sign_up_id,
            needs_id: None,
            code: format!("AMA-{}", self.desk.random.spoken()),
            created_at: self.now,
            state_at: self.now,
        };
        let row = enrolments::add(self.tx, row).await?;
        self.remember(&row, None, new.state, &new.basis).await?;
        self.sync_invites(person, &row, new.state).await?;
        Ok(row)
    }

    /// Moves an enrolment on; gives back the state it is in now.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] where the event makes no sense, [`Refusal::NoFreePlace`] where no place is left.
    pub(super) async fn change(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        event: Event,
        hold_until: Option<DateTime<Utc>>,
        basis: &Basis,
    ) -> Outcome<State> {
        let from = enrolment.state()?;
        let to = transition(from, event).ok_or(Refusal::WrongState)?;
        match (from.holds_place(), to.holds_place()) {
            (false, true) => self.take_place(enrolment.offering_id, basis.extra).await?,
            (true, false) => offerings::release_place(self.tx, enrolment.offering_id).await?,
            _ => {}
        }
        if to.is_waiting() && enrolment.position.is_none() {
            let position = offerings::next_position(self.tx, enrolment.offering_id).await?;
            enrolments::set_position(self.tx, enrolment.id, position).await?;
        }
        enrolments::set_state(self.tx, enrolment.id, to, hold_until, self.now).await?;
        if from == State::Provisional {
            // The place is final or gone: nobody needs to hear any more that it is at risk, or no longer is.
            self.withdraw_risk(person, enrolment.id).await?;
            self.withdraw_safe(enrolment.id).await?;
        }
        if basis.extra {
            enrolments::set_extra(self.tx, enrolment.id).await?;
        }
        self.remember(enrolment, Some(from), to, basis).await?;
        self.sync_invites(person, enrolment, to).await?;
        Ok(to)
    }

    async fn take_place(&self, offering_id: i64, extra: bool) -> Outcome<()> {
        if extra {
            offerings::take_extra_place(self.tx, offering_id).await?;
        } else if !offerings::take_place(self.tx, offering_id).await? {
            return Err(Refusal::NoFreePlace.into());
        }
        Ok(())
    }

    async fn remember(
        &self,
        enrolment: &Enrolment,
        from: Option<State>,
        to: State,
        basis: &Basis,
    ) -> Outcome<()> {
        let date = self.programme.offering(enrolment.offering_id).and_then(Offered::first_date);
        let basis_text = serde_json::to_string(&Basis { date, ..basis.clone() })
            .map_err(|e| No::Fault(crate::store::Error::Custom(e.to_string())))?;
        let row = HistoryRow {
            id: 0,
            enrolment_id: enrolment.id,
            at: self.now,
            from_state: from.map(|state| state.code().to_owned()),
            to_state: to.code().to_owned(),
            reason: to.cancel_reason().map(|reason| reason.code().to_owned()),
            actor: self.actor.code().to_owned(),
            actor_id: self.actor.id(),
            text_id: basis.text_id,
            basis: (basis_text != "{}").then_some(basis_text),
        };
        enrolments::add_history(self.tx, row).await?;
        if matches!(self.actor, super::Actor::Staff(_) | super::Actor::Command) {
            let detail = serde_json::json!({ "from": from.map(State::code), "to": to.code() }).to_string();
            let about = super::audited::About {
                subject: "enrolments",
                subject_id: Some(enrolment.id),
                person_id: Some(enrolment.person_id),
            };
            super::audited::write(
                self.tx,
                self.now,
                self.actor,
                "move_enrolment",
                about,
                Some(detail),
                basis.text_id,
            )
            .await?;
        }
        Ok(())
    }
}
