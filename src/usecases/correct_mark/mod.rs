//! A person of the office corrects a mark after its register took effect, or sets one that is missing: the impact
//! first, then a new mark with its reason. The person is told and decided anew, in every edition that is theirs; what
//! would be taken away becomes a task.

use serde_json::json;

use super::audited::{self, About};
use super::look_again::elsewhere;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::attendance::Mark;
use crate::domain::enrolment::{CancelReason, State};
use crate::domain::offering::Kind;
use crate::domain::refusal::Refusal;
use crate::domain::register::RegisterState;
use crate::domain::text::multi_line;
use crate::store::attendance::Mark as MarkRow;
use crate::store::people::Person;
use crate::store::registers::{self, Register};
use crate::store::{Conn, attendance, enrolments, people, sessions, standing, texts};

mod follow;
mod impact;

use follow::Told;
use impact::Corrected;
pub use impact::{Impact, Meant};

/// A correction as it is asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The session.
    pub session_id: i64,
    /// Whose mark.
    pub person_id: i64,
    /// The mark it becomes.
    pub mark: Mark,
    /// Why; the person reads it.
    pub reason: String,
    /// The last mark that whoever asks has seen; 0 = none.
    pub seen: i64,
}

/// What a correction would mean, in every edition; nothing is written.
///
/// # Errors
/// [`Refusal::RegisterNotEffective`], [`Refusal::SameMark`], or [`No::NotFound`] for somebody who has nothing to do
/// with the session.
pub async fn preview(desk: &Desk, session_id: i64, person_id: i64, mark: Mark) -> Outcome<Impact> {
    let (reader, now) = (desk.store.reader(), desk.clock.now());
    let offering_id = sessions::find(reader, session_id).await?.ok_or(No::NotFound)?.offering_id;
    effective(reader, session_id).await?;
    listed(reader, session_id, offering_id, person_id).await?;
    let programme = super::programme_of_reader(reader, offering_id).await?;
    let standing = standing::of_person(reader, &programme, person_id, now).await?;
    if standing.marks.get(&session_id) == Some(&mark) {
        return Err(Refusal::SameMark.into());
    }
    Corrected::new(&programme, session_id, mark, now)?.impact(reader, &programme, &standing).await
}

/// Corrects; the same form sent twice corrects once.
///
/// # Errors
/// [`Refusal::ReasonMissing`], [`Refusal::OwnAffair`], [`Refusal::RegisterNotEffective`],
/// [`Refusal::CorrectedMeanwhile`] where another mark stands than the one that was seen, [`Refusal::SameMark`], or
/// [`No::NotFound`] for somebody who has nothing to do with the session.
pub async fn correct_mark(desk: &Desk, wanted: &Wanted, staff: i64) -> Outcome<()> {
    let reason = multi_line(&wanted.reason);
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    if wanted.person_id == staff {
        return Err(Refusal::OwnAffair.into());
    }
    let (session_id, person_id) = (wanted.session_id, wanted.person_id);
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let offering_id = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?.offering_id;
    lock(&tx, &[offering_id], &[person_id]).await?;
    let register = effective(&tx, session_id).await?;
    let person = listed(&tx, session_id, offering_id, person_id).await?;
    let last = attendance::latest_marks(&tx, session_id).await?.remove(&person_id);
    if last.as_ref().map_or(0, |row| row.id) != wanted.seen {
        let done = |row: &MarkRow| row.value == wanted.mark.code() && row.marked_by == staff;
        // A second click finds what the first one did.
        return if last.as_ref().is_some_and(done) {
            Ok(())
        } else {
            Err(Refusal::CorrectedMeanwhile.into())
        };
    }
    let programme = programme_of(&tx, offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Staff(staff) };
    let before = scene.standing(person_id).await?;
    let was = before.marks.get(&session_id).copied();
    if was == Some(wanted.mark) {
        return Err(Refusal::SameMark.into());
    }
    let corrected = Corrected::new(&programme, session_id, wanted.mark, now)?;
    let impact = corrected.impact(&tx, &programme, &before).await?;
    let text_id = texts::add(&tx, Some(person_id), &reason, now, None).await?;
    let mark_id = scene.set_mark(wanted, &register, staff, text_id).await?;
    let asked = scene.answer_questions(wanted, staff, text_id).await?;
    for meant in impact.everywhere() {
        scene.note_doubts(wanted, meant, mark_id, (staff, text_id)).await?;
    }
    scene.record(wanted, was, &impact, text_id).await?;
    let told = Told { was, reason, by: staff, asked, impact: &impact };
    scene.tell_correction(&person, wanted, told).await?;
    let workshop = scene.offered(offering_id)?.row.kind() == Kind::Workshop;
    if workshop {
        scene.reconsider(&person).await?;
    }
    tx.commit().await?;
    if workshop {
        elsewhere(desk, person_id, programme.edition.id).await?;
    }
    Ok(())
}

/// The register of a session, which has taken effect.
async fn effective(conn: &impl Conn, session_id: i64) -> Outcome<Register> {
    let register = registers::of_session(conn, session_id).await?;
    let register = register.filter(|row| row.state() == RegisterState::Effective);
    register.ok_or_else(|| Refusal::RegisterNotEffective.into())
}

/// The person, where they have, or had, something to do with the session: an enrolment or a mark.
async fn listed(conn: &impl Conn, session_id: i64, offering_id: i64, person_id: i64) -> Outcome<Person> {
    let person = people::living(conn, person_id).await?;
    let person = person.ok_or(No::NotFound)?;
    // An unconfirmed sign-up is nobody's yet: the program may still forget whoever sent it.
    let mut enrolled = false;
    for enrolment in
        enrolments::of_person(conn, person_id).await?.iter().filter(|e| e.offering_id == offering_id)
    {
        let state = enrolment.state()?;
        enrolled |= !state.is_pending() && state != State::Cancelled(CancelReason::Unconfirmed);
    }
    let marked = attendance::marks_of(conn, person_id).await?.iter().any(|row| row.session_id == session_id);
    if enrolled || marked { Ok(person) } else { Err(No::NotFound) }
}

impl Scene<'_> {
    /// The audit: what was, what is, what follows, and why.
    async fn record(&self, wanted: &Wanted, was: Option<Mark>, impact: &Impact, text_id: i64) -> Outcome<()> {
        let follows = |meant: &Meant| meant.means.follows.iter().map(|what| what.code()).collect::<Vec<_>>();
        let (before, after, here) = (was.map(Mark::code), wanted.mark.code(), follows(&impact.here));
        let mut detail = json!({ "before": before, "after": after, "follows": here });
        if !impact.elsewhere.is_empty() {
            let of = |meant: &Meant| json!({ "edition": meant.edition.key, "follows": follows(meant) });
            detail["elsewhere"] = impact.elsewhere.iter().map(of).collect();
        }
        let (subject_id, person_id) = (Some(wanted.session_id), Some(wanted.person_id));
        let about = About { subject: "sessions", subject_id, person_id };
        let (act, text_id) = ("correct_mark", Some(text_id));
        audited::write(self.tx, self.now, self.actor, act, about, Some(detail.to_string()), text_id).await
    }
}
