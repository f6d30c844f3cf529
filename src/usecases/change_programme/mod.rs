//! An edition that people have enrolled in changes: hours, dates, rooms, sessions called off or added, titles,
//! places, the rule. First the impact, shown before anything is saved; then one transaction that saves, tells
//! everybody concerned and looks at the rule again; the impact is recorded with it.

use super::audited::{self, About};
use super::{Actor, Desk, No, Scene};
use crate::domain::change::{Edit, EditFault, check_reach};
use crate::domain::edition::EditionStatus;
use crate::domain::impact::Impact;
use crate::store::programme::{self, Offered, Programme};
use crate::store::{Conn, Tx, editions, offerings, people, texts};

pub use call_off::to_choose_from;
use differences::differences;
pub use differences::{Difference, Recorded};
pub(in crate::usecases) use facts::{concerned, door_line, impact_with};
pub(in crate::usecases) use sample::read_back;
pub(in crate::usecases) use titles::title_stands;

mod applied;
mod call_off;
mod differences;
mod facts;
mod follow;
mod open_offers;
mod rule_said;
mod sample;
mod save;
mod titles;
mod unsaid;

pub use sample::{Sample, sample};

/// Changes that belong together: all of them happen, or none.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The edition they are about.
    pub edition: i64,
    /// The changes.
    pub edits: Vec<Edit>,
    /// The versions that whoever asks has seen; empty = whatever stands.
    pub seen: Vec<Seen>,
}

/// What was seen of the thing that is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A session in this version.
    Session(i64, i64),
    /// An offering in this version.
    Offering(i64, i64),
    /// The edition in this version.
    Edition(i64, i64),
}

impl Seen {
    /// Everything of an edition, as it is now.
    pub fn all(programme: &Programme) -> Vec<Self> {
        let mut all = vec![Self::Edition(programme.edition.id, programme.edition.version)];
        all.extend(programme.offerings.iter().flat_map(Self::whole));
        all
    }

    /// A workshop or the course with its days, as it is now.
    pub fn whole(offered: &Offered) -> Vec<Self> {
        let mut whole = vec![Self::Offering(offered.row.id, offered.row.version)];
        whole.extend(offered.sessions.iter().map(|session| Self::Session(session.id, session.version)));
        whole
    }

    /// Whether it is still so.
    pub fn stands(self, programme: &Programme) -> bool {
        match self {
            Self::Session(id, version) => programme.session(id).is_some_and(|(_, s)| s.version == version),
            Self::Offering(id, version) => programme.offering(id).is_some_and(|o| o.row.version == version),
            Self::Edition(id, version) => programme.edition.id == id && programme.edition.version == version,
        }
    }
}

/// Why a change was not made; nothing was written.
#[derive(Debug)]
pub enum NotChanged {
    /// What is wrong, each at its edit and field.
    Faults(Vec<(usize, EditFault)>),
    /// Somebody else changed it meanwhile.
    Meanwhile,
    /// A fault of our own, or there is no such thing.
    No(No),
}

impl<E: Into<No>> From<E> for NotChanged {
    fn from(error: E) -> Self {
        Self::No(error.into())
    }
}

/// What the changes would mean; nothing is saved.
///
/// # Errors
/// Every fault of every edit; somebody else's change meanwhile; a fault.
pub async fn preview(desk: &Desk, wanted: &Wanted) -> Result<Impact, NotChanged> {
    let reader = desk.store.reader();
    let now = desk.clock.now();
    let edition = editions::find(reader, wanted.edition).await?.ok_or(No::NotFound)?;
    let before = programme::load(reader, edition).await?;
    check_seen(&before, wanted)?;
    let after = applied::applied(reader, &before, &wanted.edits, now, desk.policy.can_print).await?;
    check_rule_reach(&before, &after, &wanted.edits)?;
    Ok(facts::impact_of(reader, &before, &after, &wanted.edits, now).await?)
}

/// Makes the changes; gives back what they meant.
///
/// # Errors
/// Every fault of every edit; somebody else's change meanwhile; a fault. Nothing is written then.
pub async fn change_programme(desk: &Desk, wanted: &Wanted, actor: Actor) -> Result<Impact, NotChanged> {
    change_because(desk, wanted, actor, None).await
}

/// Makes the changes, with why: a change of the rule has a reason, which stays in the audit.
///
/// # Errors
/// As [`change_programme`].
pub async fn change_because(
    desk: &Desk,
    wanted: &Wanted,
    actor: Actor,
    why: Option<&str>,
) -> Result<Impact, NotChanged> {
    let tx = desk.store.begin().await?;
    let impact = change_in(desk, &tx, wanted, actor, why).await?;
    tx.commit().await?;
    Ok(impact)
}

/// Makes the changes in a transaction that somebody else commits.
pub(super) async fn change_in(
    desk: &Desk,
    tx: &Tx,
    wanted: &Wanted,
    actor: Actor,
    why: Option<&str>,
) -> Result<Impact, NotChanged> {
    let now = desk.clock.now();
    let edition = editions::find(tx, wanted.edition).await?.ok_or(No::NotFound)?;
    let ids: Vec<i64> = offerings::of_edition(tx, edition.id).await?.iter().map(|row| row.id).collect();
    offerings::lock(tx, &ids).await?;
    // Names and state of the edition are saved elsewhere: of two who save one waits.
    editions::lock(tx, edition.id).await?;
    let edition = editions::find(tx, wanted.edition).await?.ok_or(No::NotFound)?;
    let before = programme::load(tx, edition).await?;
    check_seen(&before, wanted)?;
    people::lock(tx, &concerned(tx, &before).await?).await?;
    let after = applied::applied(tx, &before, &wanted.edits, now, desk.policy.can_print).await?;
    // What a file asks for was looked at when it was read, with the workshops it brings.
    if actor != Actor::Command {
        check_rule_reach(&before, &after, &wanted.edits)?;
    }
    let impact = facts::impact_of(tx, &before, &after, &wanted.edits, now).await?;
    save::save(desk, tx, &before, &after).await?;
    let edition = editions::find(tx, wanted.edition).await?.ok_or(No::NotFound)?;
    let saved = programme::load(tx, edition).await?;
    let scene = Scene { desk, tx, programme: &saved, now, actor };
    scene.follow(&before, &impact).await?;
    let about = About { subject: "editions", subject_id: Some(wanted.edition), person_id: None };
    let recorded = Recorded { changes: differences(&before, &after), impact };
    let detail = serde_json::to_string(&recorded)
        .map_err(|error| No::Fault(crate::store::Error::Custom(error.to_string())))?;
    let text_id = match why {
        Some(why) => Some(texts::add(tx, None, why, now, None).await?),
        None => None,
    };
    audited::write(tx, now, actor, "change_programme", about, Some(detail), text_id).await?;
    Ok(recorded.impact)
}

/// Whether what was seen still stands.
fn check_seen(before: &Programme, wanted: &Wanted) -> Result<(), NotChanged> {
    if wanted.seen.iter().all(|seen| seen.stands(before)) { Ok(()) } else { Err(NotChanged::Meanwhile) }
}

/// Whether the workshops there are suffice for another rule of an edition that is shown; a draft is still being made, and is
/// looked at when its course is shown.
fn check_rule_reach(before: &Programme, after: &Programme, edits: &[Edit]) -> Result<(), NotChanged> {
    if before.edition.status() != EditionStatus::Published {
        return Ok(());
    }
    let (stands, workshops) = (before.edition.rule().required, after.planned_workshops());
    let fault = |(index, edit): (usize, &Edit)| match edit {
        Edit::Rule { to } => {
            check_reach(to.required, to.carry_over, Some(stands), workshops).map(|fault| (index, fault))
        }
        _ => None,
    };
    let faults: Vec<(usize, EditFault)> = edits.iter().enumerate().filter_map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(NotChanged::Faults(faults)) }
}

/// What is wrong with changes, each at its place among them and its field; nothing is saved.
pub(super) async fn faults_of(
    desk: &Desk,
    conn: &impl Conn,
    before: &Programme,
    edits: &[Edit],
) -> Result<Vec<(usize, EditFault)>, No> {
    match applied::applied(conn, before, edits, desk.clock.now(), desk.policy.can_print).await {
        Ok(_) | Err(NotChanged::Meanwhile) => Ok(Vec::new()),
        Err(NotChanged::Faults(faults)) => Ok(faults),
        Err(NotChanged::No(no)) => Err(no),
    }
}
