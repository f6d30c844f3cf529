//! Lets a person into an offering, or puts them in its line: asks the one guard of `domain::admission`, then
//! writes state and letters. Every way in comes through here.

use super::moves::{Basis, NewEnrolment};
use super::post::About;
use super::{No, Outcome, Scene};
use crate::domain::admission::{Admission, FreePlaces, Way, decide};
use crate::domain::eligibility::{Eligibility, MetBy};
use crate::domain::enrolment::{Event, State};
use crate::domain::letter::{Letter, SessionFacts};
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::domain::session::local_date;
use crate::secret::Purpose;
use crate::store::action_links::{self, ActionLink};
use crate::store::enrolments::{self, Enrolment};
use crate::store::offerings;
use crate::store::people::Person;
use crate::store::programme::Offered;
use crate::store::standing::{self, Standing};

/// Where an enrolment came from.
#[derive(Clone, Copy)]
pub(super) struct Origin {
    /// `form`, `signed_in`, `staff` or `walk_in`.
    pub(super) source: &'static str,
    /// The sign-up it belongs to.
    pub(super) sign_up_id: Option<i64>,
    /// The reason somebody gave.
    pub(super) text_id: Option<i64>,
}

impl Scene<'_> {
    /// The offering, which the transaction has locked.
    pub(super) fn offered(&self, offering_id: i64) -> Outcome<&Offered> {
        self.programme.offering(offering_id).ok_or(No::NotFound)
    }

    /// How a person stands now.
    pub(super) async fn standing(&self, person_id: i64) -> Outcome<Standing> {
        Ok(standing::of_person(self.tx, self.programme, person_id, self.now).await?)
    }

    /// How a person stands who asks for this offering. Whoever asks for the course and has reached the rule gets
    /// the dated fact first: a place on the course always points to it, or to a waiver.
    async fn standing_for(&self, person: &Person, offered: &Offered) -> Outcome<Standing> {
        let standing = self.standing(person.id).await?;
        let by_rule = matches!(standing.eligibility, Eligibility::Met { by: MetBy::Rule });
        if offered.row.kind() == Kind::Course && by_rule && standing.reached.is_none() {
            self.store_reached(person, &standing).await?;
            return self.standing(person.id).await;
        }
        Ok(standing)
    }

    /// Asks the guard about a person, or about anybody new where there is none.
    pub(super) async fn ask(
        &self,
        offered: &Offered,
        standing: Option<&Standing>,
        way: Way,
    ) -> Outcome<Admission> {
        let today = local_date(self.now, offered.zone);
        let waiting = enrolments::waiting_ahead(self.tx, offered.row.id, None).await?;
        // The places may have changed in this transaction since the edition was read.
        let fresh = offerings::find(self.tx, offered.row.id).await?.ok_or(No::NotFound)?;
        let mut facts = offered.admission_facts(&self.programme.edition, waiting);
        facts.seats = fresh.seats();
        let rule = self.programme.edition.rule();
        Ok(decide(&facts, &rule, standing.map(|s| &s.eligibility), way, today, self.now)?)
    }

    /// Enrols a person who has no live enrolment in the offering, and tells them; gives back the enrolment and its state.
    pub(super) async fn admit(
        &self,
        person: &Person,
        offering_id: i64,
        way: Way,
        origin: Origin,
    ) -> Outcome<(Enrolment, State)> {
        let (enrolment, state) = self.take_in(person, offering_id, way, origin).await?;
        self.write_admission(person, &enrolment, state).await?;
        Ok((enrolment, state))
    }

    /// The same without its letter. Where one transaction takes in more than one, their letters are written once all of
    /// them are, so that each draws the rule as it stands then.
    pub(super) async fn take_in(
        &self,
        person: &Person,
        offering_id: i64,
        way: Way,
        origin: Origin,
    ) -> Outcome<(Enrolment, State)> {
        let offered = self.offered(offering_id)?;
        let standing = self.standing_for(person, offered).await?;
        let admission = self.ask(offered, Some(&standing), way).await?;
        let state = state_of(admission);
        let basis = self.basis(offered, &standing, admission, origin.text_id);
        let new = NewEnrolment {
            offering_id,
            state,
            hold_until: None,
            source: origin.source,
            sign_up_id: origin.sign_up_id,
            basis,
        };
        Ok((self.create(person, new).await?, state))
    }

    /// Decides anew for an enrolment that is live, pending, waiting or offered, and tells the person.
    pub(super) async fn admit_again(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        way: Way,
        text_id: Option<i64>,
    ) -> Outcome<State> {
        let state = self.take_in_again(person, enrolment, way, text_id).await?;
        self.write_admission(person, enrolment, state).await?;
        Ok(state)
    }

    /// The same without its letter.
    pub(super) async fn take_in_again(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        way: Way,
        text_id: Option<i64>,
    ) -> Outcome<State> {
        let offered = self.offered(enrolment.offering_id)?;
        let standing = self.standing_for(person, offered).await?;
        let admission = self.ask(offered, Some(&standing), way).await?;
        let event = match admission {
            Admission::Place | Admission::ExtraPlace => Event::GivePlace,
            Admission::ProvisionalPlace => Event::GiveProvisionalPlace,
            Admission::WaitingList => Event::Wait,
            Admission::Application => return Err(Refusal::WrongState.into()),
        };
        let basis = self.basis(offered, &standing, admission, text_id);
        self.change(person, enrolment, event, None, &basis).await
    }

    /// For whom a free place is now.
    pub(super) fn free_places(&self, offered: &Offered) -> FreePlaces {
        super::free_places(self.programme, offered, self.now)
    }

    /// Once no offer can be made any more, whoever stands in the line takes a free place at once, as anybody else; none
    /// where there is none for them.
    pub(super) async fn take_open_place(
        &self,
        person: &Person,
        enrolment: &Enrolment,
    ) -> Outcome<Option<State>> {
        let offered = self.offered(enrolment.offering_id)?;
        if enrolment.state()? != State::Waitlisted || self.free_places(offered) == FreePlaces::ForTheLine {
            return Ok(None);
        }
        let ahead = enrolments::waiting_ahead(self.tx, enrolment.offering_id, enrolment.position).await?;
        match self.take_in_again(person, enrolment, Way::Person { holds_place: false, ahead }, None).await {
            Ok(state) => Ok(Some(state)),
            // None is free: they stay where they are.
            Err(No::Refused(Refusal::WrongState)) => Ok(None),
            Err(no) => Err(no),
        }
    }

    fn basis(
        &self,
        offered: &Offered,
        standing: &Standing,
        admission: Admission,
        text_id: Option<i64>,
    ) -> Basis {
        let basis = match offered.row.kind() {
            Kind::Workshop => Basis::default(),
            Kind::Course => Basis::of_course(standing, self.programme),
        };
        Basis { extra: admission == Admission::ExtraPlace, text_id, ..basis }
    }

    /// The letter about where the person stands now, with a link that gives it back; `enrolment` is its row as it was
    /// before.
    pub(super) async fn write_admission(
        &self,
        person: &Person,
        enrolment: &Enrolment,
        state: State,
    ) -> Outcome<()> {
        let offered = self.offered(enrolment.offering_id)?;
        let path = super::path_facts(self.programme, &self.standing(person.id).await?);
        let about = About { enrolment_id: Some(enrolment.id), ..About::default() };
        if matches!(enrolment.state()?, State::Waitlisted | State::Offered | State::Provisional) {
            // What waits to be said of another date said how they stood before; this letter has the date too.
            self.withdraw_words(enrolment).await?;
        }
        // Whoever comes in through the room once it has begun has nothing to give back.
        let leave_token = match offered.is_past(self.now) {
            true => String::new(),
            false => self.action_link(enrolment.id, "leave").await?,
        };
        let (course, days) = (offered.title().unwrap_or_default(), day_facts(offered));
        let letter = match (offered.row.kind(), state) {
            (Kind::Workshop, State::Confirmed) => {
                let carried = self.carried(person, enrolment, state).await?;
                let about = About { invite_id: carried.as_ref().map(|c| c.invite_id), ..about };
                let session = self.first_dated(offered)?;
                let letter =
                    Letter::PlaceConfirmed { session, leave_token, path, invite: carried.map(|c| c.facts) };
                return self.write(person, letter, about).await;
            }
            (Kind::Workshop, State::Waitlisted) => {
                let session = self.first_dated(offered)?;
                Letter::WaitingListJoined {
                    session,
                    leave_token,
                    position: self.place_in_line(enrolment).await?,
                    path,
                    open_to_all: self.free_places(offered) == FreePlaces::ForAll,
                }
            }
            (Kind::Course, State::Applied) => Letter::ApplicationReceived { course, leave_token, path },
            (Kind::Course, State::Confirmed) => {
                let was_provisional = enrolment.state()? == State::Provisional;
                Letter::CourseConfirmed { course, days, leave_token, path, was_provisional }
            }
            (Kind::Course, State::Provisional) => {
                Letter::ProvisionalPlace { course, days, leave_token, path, again: false }
            }
            (Kind::Course, State::Waitlisted) => {
                let seats = offerings::find(self.tx, offered.row.id).await?.ok_or(No::NotFound)?.seats();
                let position = self.place_in_line(enrolment).await?;
                Letter::CourseWaiting { course, position, leave_token, path, room: seats.has_room() }
            }
            _ => return Ok(()),
        };
        self.write(person, letter, about).await
    }

    /// The position that people see: how many wait before, and one.
    pub(super) async fn place_in_line(&self, enrolment: &Enrolment) -> Outcome<u32> {
        let row = enrolments::find(self.tx, enrolment.id).await?.ok_or(No::NotFound)?;
        Ok(enrolments::waiting_ahead(self.tx, enrolment.offering_id, row.position).await? + 1)
    }

    /// A link that does one named act for one enrolment, for a mail; it is stored as its keyed hash only.
    pub(super) async fn action_link(&self, enrolment_id: i64, purpose: &str) -> Outcome<String> {
        let token = self.desk.random.token();
        let token_hash = self.desk.secret.hash(Purpose::Action, &token);
        let row =
            ActionLink { id: 0, token_hash, purpose: purpose.to_owned(), enrolment_id, created_at: self.now };
        action_links::add(self.tx, row).await?;
        Ok(token)
    }
}

/// The days of a course as letters list them, in the order of their dates.
pub(super) fn day_facts(offered: &Offered) -> Vec<SessionFacts> {
    let mut days: Vec<SessionFacts> =
        offered.sessions.iter().filter(|s| !s.is_cancelled()).map(|s| offered.session_facts(s)).collect();
    days.sort_by_key(|day| (day.date.is_none(), day.date, day.number));
    days
}

fn state_of(admission: Admission) -> State {
    match admission {
        Admission::Place | Admission::ExtraPlace => State::Confirmed,
        Admission::ProvisionalPlace => State::Provisional,
        Admission::WaitingList => State::Waitlisted,
        Admission::Application => State::Applied,
    }
}
