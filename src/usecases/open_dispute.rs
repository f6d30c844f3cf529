//! Somebody says that they were there though it does not show. Nothing is decided by it: the office looks, and until it
//! answers no provisional place is released.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{Actor, Desk, No, Outcome, Scene, lock, programme_of};
use crate::domain::attendance::Mark;
use crate::domain::dispute::{Facts, may_contest, with_more};
use crate::domain::enrolment::{CancelReason, State};
use crate::domain::refusal::Refusal;
use crate::domain::register::RegisterState;
use crate::domain::text::multi_line;
use crate::store::attendance::{self, Mark as MarkRow};
use crate::store::disputes::{self, Dispute};
use crate::store::programme::{Offered, Programme};
use crate::store::registers::Register;
use crate::store::sessions::Session;
use crate::store::{Conn, Tx, enrolments, people, registers, sessions, texts};

/// What a person has said about an edition, and what they can say.
#[derive(Clone, Debug, Default)]
pub struct Contests {
    /// Said and not answered yet, oldest first.
    pub open: Vec<Dispute>,
    /// Answered, the newest first.
    pub answered: Vec<Dispute>,
    /// The sessions about which they can say now that they were there.
    pub can: Vec<i64>,
}

/// Reads it for an edition.
///
/// # Errors
/// A fault.
pub async fn contests(
    conn: &impl Conn,
    programme: &Programme,
    person_id: i64,
    now: DateTime<Utc>,
) -> Outcome<Contests> {
    let said = disputes::of_person(conn, person_id).await?;
    let said: Vec<Dispute> =
        said.into_iter().filter(|dispute| programme.session(dispute.session_id).is_some()).collect();
    let (open, mut answered): (Vec<Dispute>, Vec<Dispute>) = said.iter().cloned().partition(Dispute::is_open);
    answered.reverse();
    let mut can = Vec::new();
    for (session_id, facts) in facts_of(conn, programme, person_id, &said).await? {
        let asked = open.iter().any(|dispute| dispute.session_id == session_id);
        if !asked && may_contest(&facts, now).is_ok() {
            can.push(session_id);
        }
    }
    Ok(Contests { open, answered, can })
}

/// Whether a person can say now that they were at a session; and what they said, where that is open.
///
/// # Errors
/// [`No::NotFound`] for a session they never had to do with.
pub async fn look(
    conn: &impl Conn,
    session_id: i64,
    person_id: i64,
    now: DateTime<Utc>,
) -> Outcome<(Option<Dispute>, Result<(), Refusal>)> {
    let session = sessions::find(conn, session_id).await?.ok_or(No::NotFound)?;
    let programme = super::programme_of_reader(conn, session.offering_id).await?;
    let said = disputes::of_person(conn, person_id).await?;
    let all = facts_of(conn, &programme, person_id, &said).await?;
    let (_, facts) = all.into_iter().find(|(id, _)| *id == session_id).ok_or(No::NotFound)?;
    let open = said.into_iter().find(|dispute| dispute.session_id == session_id && dispute.is_open());
    Ok((open, may_contest(&facts, now)))
}

/// Opens a dispute; to one that is open already the words are added. An end of a provisional place that waits to be told is taken
/// back.
///
/// # Errors
/// [`No::NotFound`] for a session they never had to do with, or what [`may_contest`] and [`with_more`] say.
pub async fn open_dispute(desk: &Desk, session_id: i64, person_id: i64, words: &str) -> Outcome<Dispute> {
    let words = multi_line(words);
    let tx = desk.store.begin().await?;
    let now = desk.clock.now();
    let offering_id = sessions::find(&tx, session_id).await?.ok_or(No::NotFound)?.offering_id;
    lock(&tx, &[offering_id], &[person_id]).await?;
    let person = people::living(&tx, person_id).await?.ok_or(No::NotFound)?;
    let (open, may) = look(&tx, session_id, person_id, now).await?;
    if let Some(open) = open {
        add_words(&tx, &open, &words, now).await?;
        tx.commit().await?;
        return Ok(open);
    }
    may?;
    let text_id = match words.as_str() {
        "" => None,
        words => Some(texts::add(&tx, Some(person_id), words, now, None).await?),
    };
    let row = Dispute {
        id: 0,
        session_id,
        person_id,
        opened_at: now,
        text_id,
        settled_at: None,
        settled_by: None,
        outcome: None,
        answer_text_id: None,
    };
    let dispute = disputes::add(&tx, row).await?;
    let programme = programme_of(&tx, offering_id).await?;
    let scene = Scene { desk, tx: &tx, programme: &programme, now, actor: Actor::Person(person_id) };
    scene.take_back_untold_end(&person).await?;
    tx.commit().await?;
    Ok(dispute)
}

/// What they say besides, while it is open.
async fn add_words(tx: &Tx, open: &Dispute, words: &str, now: DateTime<Utc>) -> Outcome<()> {
    let said = texts::bodies(tx, &open.text_id.into_iter().collect::<Vec<_>>()).await?;
    let Some(all) = with_more(said.into_values().next().as_deref(), words)? else { return Ok(()) };
    let text_id = texts::add(tx, Some(open.person_id), &all, now, None).await?;
    disputes::word(tx, open.id, text_id).await?;
    if let Some(old) = open.text_id {
        texts::empty(tx, old).await?;
    }
    Ok(())
}

/// How the sessions stand in which the person has, or had, an enrolment.
async fn facts_of(
    conn: &impl Conn,
    programme: &Programme,
    person_id: i64,
    said: &[Dispute],
) -> Outcome<Vec<(i64, Facts)>> {
    let mut mine = Vec::new();
    for enrolment in enrolments::of_person(conn, person_id).await? {
        let state = enrolment.state()?;
        if !state.is_pending() && state != State::Cancelled(CancelReason::Unconfirmed) {
            mine.push(enrolment.offering_id);
        }
    }
    let offered: Vec<&Offered> = programme.offerings.iter().filter(|o| mine.contains(&o.row.id)).collect();
    let held: Vec<(&Offered, &Session)> =
        offered.into_iter().flat_map(|o| o.sessions.iter().map(move |session| (o, session))).collect();
    let ids: Vec<i64> = held.iter().map(|(_, session)| session.id).collect();
    let closed: HashMap<i64, Register> =
        registers::of_sessions(conn, &ids).await?.into_iter().map(|row| (row.session_id, row)).collect();
    let marks: HashMap<i64, MarkRow> =
        attendance::marks_of(conn, person_id).await?.into_iter().map(|row| (row.session_id, row)).collect();
    let facts = |(offered, session): (&Offered, &Session)| {
        let mark = marks.get(&session.id);
        let answers = said.iter().filter(|dispute| dispute.session_id == session.id);
        let declined = answers.filter(|dispute| dispute.outcome.as_deref() == Some(disputes::DECLINED));
        let facts = Facts {
            register: closed.get(&session.id).map_or(RegisterState::Open, Register::state),
            mark: mark.and_then(|row| Mark::from_code(&row.value)),
            marked_at: mark.map(|row| row.marked_at),
            ended_at: session.timing(offered.zone).map(|timing| timing.ends_at()),
            declined_at: declined.filter_map(|dispute| dispute.settled_at).max(),
        };
        (session.id, facts)
    };
    Ok(held.into_iter().map(facts).collect())
}
