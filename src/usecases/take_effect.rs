//! A register takes effect: its marks count from now on, and everybody in it is decided anew, in one
//! transaction with the letters.

use super::post::About;
use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::attendance::Mark;
use crate::domain::eligibility::Eligibility;
use crate::domain::letter::Letter;
use crate::domain::offering::Kind;
use crate::store::attendance::{self, Attendance};
use crate::store::disputes::{self, Settled};
use crate::store::people::Person;
use crate::store::{enrolments, people, registers, sessions};

/// Lets every register take effect whose time has come, in order of their time; gives back how many.
///
/// # Errors
/// A fault; the registers before it stay in effect.
pub async fn take_effect(desk: &Desk) -> Outcome<usize> {
    let due = registers::due(desk.store.reader(), desk.clock.now()).await?;
    let mut done = 0;
    for register in due {
        done += usize::from(one(desk, register.id, register.session_id).await?);
    }
    Ok(done)
}

async fn one(desk: &Desk, register_id: i64, session_id: i64) -> Outcome<bool> {
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let session = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?;
    let marks = attendance::latest_marks(&tx, session_id).await?;
    let mut marked: Vec<(i64, Mark)> =
        marks.into_iter().filter_map(|(person, row)| Some((person, Mark::from_code(&row.value)?))).collect();
    marked.sort_unstable_by_key(|(person, _)| *person);
    let mut everybody: Vec<i64> = enrolments::in_offerings(&tx, &[session.offering_id])
        .await?
        .iter()
        .filter(|e| e.state != "cancelled")
        .map(|e| e.person_id)
        .collect();
    everybody.extend(marked.iter().map(|(person, _)| *person));
    everybody.sort_unstable();
    everybody.dedup();
    lock(&tx, &[session.offering_id], &everybody).await?;
    if !registers::take_effect(&tx, register_id, now).await? {
        return Ok(false);
    }
    for (person_id, mark) in &marked {
        let row = Attendance {
            id: 0,
            session_id,
            person_id: *person_id,
            value: mark.code().to_owned(),
            register_id,
        };
        attendance::set_effective(&tx, row).await?;
        // Whoever said that they were there, while the register was closed and could be opened again, is right by it.
        if mark.counts()
            && let Some(dispute) = disputes::open_of(&tx, session_id, *person_id).await?
        {
            let how = Settled { at: now, by: None, outcome: disputes::ACCEPTED, text_id: None };
            disputes::settle(&tx, dispute.id, how).await?;
        }
    }
    let programme = programme_of(&tx, session.offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Job };
    if scene.offered(session.offering_id)?.row.kind() == Kind::Workshop {
        for person_id in everybody {
            let mark = marked.iter().find(|(person, _)| *person == person_id).map(|(_, mark)| *mark);
            scene.follow_up(person_id, session_id, mark).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

impl Scene<'_> {
    /// Decides one person anew and writes M4, M5 or M6; nobody without a mark is written to.
    async fn follow_up(&self, person_id: i64, session_id: i64, mark: Option<Mark>) -> Outcome<()> {
        let person: Person = people::find(self.tx, person_id).await?.ok_or(No::NotFound)?;
        let before = self.reconsider(&person).await?;
        let Some(mark) = mark.filter(|_| !before.reached) else { return Ok(()) };
        let standing = self.standing(person_id).await?;
        // Nor does it say to anybody what is missing for a course that they have done in another edition.
        if matches!(standing.eligibility, Eligibility::Met { .. }) || standing.course.done_in.is_some() {
            return Ok(());
        }
        let (offered, session) = self.programme.session(session_id).ok_or(No::NotFound)?;
        let session = offered.session_facts(session);
        let path = super::path_facts(self.programme, &standing);
        let letter = if mark.counts() {
            Letter::AttendedStillShort { session, path }
        } else {
            Letter::AbsentStillShort { session, path }
        };
        self.write(&person, letter, About::default()).await
    }
}
