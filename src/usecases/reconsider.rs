//! Looks again at one person in one edition: did they reach the rule, and what becomes of a provisional place?
//! Called whenever a register takes effect, a workshop is left or cancelled, a waiver given, and every night.

use chrono::{DateTime, TimeDelta, Utc};

use super::invited::uninvited;
use super::moves::Basis;
use super::open_questions::open_questions;
use super::post::About;
use super::{Outcome, Scene};
use crate::domain::edition::CourseAdmission;
use crate::domain::eligibility::{Eligibility, MetBy, topics_attended};
use crate::domain::enrolment::{Event, State};
use crate::domain::letter::Letter;
use crate::store::enrolments::{self, Enrolment};
use crate::store::people::Person;
use crate::store::rule::{self, RuleReached};
use crate::store::standing::Standing;

/// A provisional place whose missing workshops are no longer booked is kept this long, or until the last
/// possible workshop begins.
pub(super) const SHORT_KEPT: TimeDelta = TimeDelta::hours(72);
/// One that cannot be reached any more is released after this.
pub(super) const OUT_OF_REACH_KEPT: TimeDelta = TimeDelta::hours(24);

/// What changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reconsidered {
    /// The rule was reached now.
    pub(super) reached: bool,
}

impl Scene<'_> {
    /// Decides and writes the letters. The course's offering and the person are locked by the caller.
    pub(super) async fn reconsider(&self, person: &Person) -> Outcome<Reconsidered> {
        self.look_again(person, None).await
    }

    /// The same after a change of the programme: what is said of a provisional place waits for another change.
    pub(super) async fn reconsider_quietly(&self, person: &Person) -> Outcome<Reconsidered> {
        self.look_again(person, Some(self.desk.policy.quiet_time)).await
    }

    async fn look_again(&self, person: &Person, quiet: Option<TimeDelta>) -> Outcome<Reconsidered> {
        let standing = self.standing(person.id).await?;
        let place = match self.programme.course() {
            Some(course) => enrolments::live(self.tx, person.id, course.row.id).await?,
            None => None,
        };
        let provisional = match place {
            Some(place) if place.state()? == State::Provisional => Some(place),
            _ => None,
        };
        let mut done = Reconsidered::default();
        if standing.reached.is_none() && matches!(standing.eligibility, Eligibility::Met { by: MetBy::Rule })
        {
            self.store_reached(person, &standing).await?;
            // Whoever holds a provisional place reads it in the letter that makes it final.
            if provisional.is_none() {
                self.write_reached(person).await?;
            }
            done.reached = true;
        }
        if let Some(place) = provisional {
            self.look_at_provisional(person, &place, quiet).await?;
        }
        Ok(done)
    }

    pub(super) async fn store_reached(&self, person: &Person, standing: &Standing) -> Outcome<()> {
        let topics: Vec<i64> = topics_attended(&standing.facts).into_iter().collect();
        let row = RuleReached {
            id: 0,
            person_id: person.id,
            edition_id: self.programme.edition.id,
            reached_at: self.now,
            required: i64::from(standing.facts.required),
            rule_version: self.programme.edition.rule_version,
            topics: serde_json::to_string(&topics).unwrap_or_default(),
            ended_at: None,
        };
        rule::add_reached(self.tx, row).await?;
        Ok(())
    }

    /// M5, once: the rule is reached. Whoever has done the course in another edition, or is on it there, is not invited to it.
    pub(super) async fn write_reached(&self, person: &Person) -> Outcome<()> {
        let standing = self.standing(person.id).await?;
        let Some(course) = self.programme.course() else { return Ok(()) };
        let uninvited = uninvited(self.tx, self.programme, &[person.id], self.now).await?;
        if uninvited.contains(&person.id) {
            return Ok(());
        }
        let letter = Letter::RuleReached {
            path: super::path_facts(self.programme, &standing),
            course: course.title().unwrap_or_default(),
            days: super::admit::day_facts(course),
            has_course_place: standing.course.enrolment == Some(State::Confirmed),
            closes: self.programme.edition.enrolment_closes,
            by_decision: self.programme.edition.rule().course_admission == CourseAdmission::ByDecision,
        };
        self.write(person, letter, About::default()).await
    }

    /// Reached: the place becomes final. On track: nothing ends it. Short or out of reach: it gets an end, and
    /// the person a letter that says until when.
    async fn look_at_provisional(
        &self,
        person: &Person,
        place: &Enrolment,
        quiet: Option<TimeDelta>,
    ) -> Outcome<()> {
        let standing = self.standing(person.id).await?;
        match &standing.eligibility {
            Eligibility::Met { .. } => {
                let basis = Basis::of_course(&standing, self.programme);
                let state = self.change(person, place, Event::GivePlace, None, &basis).await?;
                self.write_admission(person, place, state).await
            }
            Eligibility::OnTrack { .. } if place.hold_until.is_some() => {
                enrolments::set_state(self.tx, place.id, State::Provisional, None, self.now).await?;
                match quiet {
                    Some(quiet) => self.tell_safe(person, place, &standing, quiet).await,
                    // Somebody just acted, and was told of that.
                    None => self.withdraw_risk(person, place.id).await.map(|_| ()),
                }
            }
            Eligibility::OnTrack { .. } => Ok(()),
            // Somebody without a mark, or who says that they were there, may have been: the office settles that first.
            _ if self.is_in_question(person.id).await? => Ok(()),
            Eligibility::Short { possible, .. } => {
                let until = self.short_until(possible);
                self.put_at_risk(person, place, until, &standing, quiet).await
            }
            Eligibility::OutOfReach { .. } => {
                let until = self.now + OUT_OF_REACH_KEPT;
                self.put_at_risk(person, place, until, &standing, quiet).await
            }
        }
    }

    /// Whether the office still has to say if this person was somewhere: until then no place is released.
    pub(super) async fn is_in_question(&self, person_id: i64) -> Outcome<bool> {
        Ok(!open_questions(self.tx, self.programme, person_id, self.now).await?.is_empty())
    }

    /// min(72 h, the begin of the last possible workshop).
    fn short_until(&self, possible: &[i64]) -> DateTime<Utc> {
        let last = possible.iter().filter_map(|id| self.programme.offering(*id)?.starts_at()).max();
        let longest = self.now + SHORT_KEPT;
        last.map_or(longest, |last| longest.min(last))
    }
}
