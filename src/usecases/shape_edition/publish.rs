//! A draft is shown to everybody: one offering, or an edition with the drafts that are ready. Whoever asked to be told of
//! a date is told.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::goes_with::{check, with_edition, with_offering};
use super::showing::{if_edition_shown, if_shown};
use super::{Act, NotDone, audit, locked, locked_around, wrong};
use crate::domain::edition::EditionStatus;
use crate::domain::impact::Impact;
use crate::domain::invite::Appointment;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::publishing::{Facts, faults};
use crate::domain::session::{Hours, Timing, local_date};
use crate::store::editions::{self, Edition};
use crate::store::offerings::{self, Offering};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::{self, Session};
use crate::store::{Conn, Error, Tx, people, rule};
use crate::usecases::invited::uninvited;
use crate::usecases::{Actor, Desk, No, Outcome, Scene};

/// What is looked at before an offering is shown.
pub fn facts(programme: &Programme, offered: &Offered, now: DateTime<Utc>) -> Facts {
    let row = &offered.row;
    let others = programme
        .offerings
        .iter()
        .filter(|other| other.row.id != row.id && other.row.status() != OfferingStatus::Cancelled);
    let held = |session: &&Session| !session.is_cancelled();
    Facts {
        draft: row.status() == OfferingStatus::Draft,
        kind: row.kind(),
        counts: row.counts_toward_rule,
        required: programme.edition.rule().required,
        carry_over: programme.edition.rule().carry_over,
        workshops: programme.planned_workshops(),
        sessions: offered.sessions.iter().filter(held).map(|s| s.timing(offered.zone)).collect(),
        first_day: programme.planned_course().and_then(Offered::first_date),
        closes: programme.edition.rule().enrolment_closes,
        certificate_days: programme.edition.rule().certificate_days,
        counting: programme
            .workshops()
            .filter(|other| other.row.id != row.id && other.row.counts_toward_rule)
            .filter(|other| other.row.status() != OfferingStatus::Cancelled)
            .flat_map(|other| other.sessions.iter().filter(held))
            .filter_map(|session| Some((session.id, session.timing(offered.zone)?)))
            .collect(),
        slug_taken: programme.offerings.iter().any(|o| o.row.id != row.id && o.row.slug == row.slug),
        others: others
            .flat_map(|other| other.sessions.iter().filter(held))
            .filter_map(|session| Some((session.id, session.timing(offered.zone)?)))
            .collect(),
        today: local_date(now, offered.zone),
    }
}

/// What is looked at before an offering is shown together with its edition: nobody knows of it until then, also where it
/// is no draft itself.
pub fn facts_with_edition(programme: &Programme, offered: &Offered, now: DateTime<Utc>) -> Facts {
    Facts { draft: true, ..facts(programme, offered, now) }
}

/// What is looked at where some of its sessions, or new ones, are to be held at a date each; none = without one.
pub fn facts_at(programme: &Programme, offered: &Offered, to: &[Appointment], now: DateTime<Utc>) -> Facts {
    let timing = |to: &Appointment| {
        let hours = to.start.zip(to.end).map(|(start, end)| Hours { start, end });
        to.date.map(|date| Timing { date, hours, zone: offered.zone })
    };
    Facts { sessions: to.iter().map(timing).collect(), ..facts(programme, offered, now) }
}

/// Shows one draft; `seen` is what goes with it as whoever asks has seen it.
///
/// # Errors
/// Why it cannot be shown; [`NotDone::Meanwhile`]; a fault.
pub async fn publish_offering(desk: &Desk, offering_id: i64, seen: &str, staff: i64) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    publish_offering_in(desk, &tx, offering_id, Some(seen), Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Shows it in a transaction that somebody else commits; gives back what it means for people. A file has `seen` nothing:
/// it is compared by whoever reads it.
pub(in crate::usecases) async fn publish_offering_in(
    desk: &Desk,
    tx: &Tx,
    offering_id: i64,
    seen: Option<&str>,
    actor: Actor,
) -> Result<Impact, NotDone> {
    let now = desk.clock.now();
    let programme = locked_around(tx, offering_id).await?;
    let offered = programme.offering(offering_id).ok_or(No::NotFound)?;
    if let Some(seen) = seen {
        check(seen, &with_offering(tx, offered).await?)?;
    }
    let found = faults(&facts(&programme, offered, now));
    if !found.is_empty() {
        return Err(NotDone::Faults(found));
    }
    let impact = if_shown(tx, &programme, offering_id, now).await?;
    show(tx, offered, now, actor, Some(&impact)).await?;
    tell(desk, tx, programme.edition.id, &[offering_id], actor).await?;
    Ok(impact)
}

/// Shows an edition, and of its drafts those that were chosen: from now on it is the one of the first page; `seen` is what
/// goes with it as whoever asks has seen it.
///
/// # Errors
/// It is no draft; none of its offerings would be shown, or one that would be is not ready, at `offerings`;
/// [`NotDone::Meanwhile`]; a fault.
pub async fn publish_edition(
    desk: &Desk,
    edition_id: i64,
    seen: &str,
    chosen: &[i64],
    staff: i64,
) -> Result<(), NotDone> {
    let tx = desk.store.begin().await?;
    publish_edition_in(desk, &tx, (edition_id, Some(seen)), chosen, Actor::Staff(staff)).await?;
    Ok(tx.commit().await?)
}

/// Shows it in a transaction that somebody else commits; gives back what it means for people. A file has seen nothing: it
/// is compared by whoever reads it.
pub(in crate::usecases) async fn publish_edition_in(
    desk: &Desk,
    tx: &Tx,
    (edition_id, seen): (i64, Option<&str>),
    chosen: &[i64],
    actor: Actor,
) -> Result<Impact, NotDone> {
    let now = desk.clock.now();
    let programme = locked(tx, edition_id).await?;
    let edition = &programme.edition;
    if let Some(seen) = seen {
        check(seen, &with_edition(tx, &programme).await?)?;
    }
    if edition.status() != EditionStatus::Draft {
        return Err(wrong("", "no-draft"));
    }
    let shown = shown_with(&programme, chosen);
    if shown.iter().any(|offered| !faults(&facts_with_edition(&programme, offered, now)).is_empty()) {
        return Err(wrong("offerings", "not-ready"));
    }
    if shown.is_empty() {
        return Err(wrong("offerings", "none"));
    }
    let impact = if_edition_shown(tx, &programme, chosen, now).await?;
    let drafts: Vec<&Offered> =
        shown.into_iter().filter(|offered| offered.row.status() == OfferingStatus::Draft).collect();
    for offered in &drafts {
        show(tx, offered, now, actor, None).await?;
    }
    let row = Edition {
        status: EditionStatus::Published.code().to_owned(),
        published_at: Some(now),
        version: edition.version + 1,
        ..edition.clone()
    };
    editions::save(tx, row).await?;
    let act = Act {
        code: "publish_edition",
        actor,
        subject: ("editions", edition.id),
        person: None,
        detail: json!({ "edition": edition.key, "impact": impact.counts() }),
        words: Some(&edition.title_it),
    };
    audit(tx, now, &act).await?;
    let ids: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    tell(desk, tx, edition.id, &ids, actor).await?;
    Ok(impact)
}

/// What people could enrol in once the edition is shown with these of its drafts.
pub(in crate::usecases) fn shown_with<'p>(programme: &'p Programme, chosen: &[i64]) -> Vec<&'p Offered> {
    let shown = |offered: &&Offered| match offered.row.status() {
        OfferingStatus::Published => true,
        OfferingStatus::Draft => chosen.contains(&offered.row.id),
        OfferingStatus::Cancelled => false,
    };
    programme.offerings.iter().filter(shown).collect()
}

/// An offering is shown; how many days it has is fixed with it. What it means is recorded with it, or with its edition.
async fn show(
    tx: &Tx,
    offered: &Offered,
    now: DateTime<Utc>,
    actor: Actor,
    impact: Option<&Impact>,
) -> Outcome<()> {
    let of = offered.sessions.iter().map(|session| session.number).max().unwrap_or(1);
    for session in &offered.sessions {
        sessions::save(tx, Session { of, changed_at: Some(now), ..session.clone() }).await?;
    }
    let row = &offered.row;
    set_status(tx, row, OfferingStatus::Published).await?;
    let mut detail = json!({ "before": row.status, "after": OfferingStatus::Published.code() });
    if let Some(impact) = impact {
        detail["impact"] = json!(impact.counts());
    }
    let act = Act {
        code: "publish_offering",
        actor,
        subject: ("offerings", row.id),
        person: None,
        detail,
        words: None,
    };
    audit(tx, now, &act).await
}

/// Stores a status, one version further.
pub(super) async fn set_status(tx: &Tx, row: &Offering, status: OfferingStatus) -> Result<(), Error> {
    let status = status.code().to_owned();
    offerings::save(tx, Offering { status, version: row.version + 1, ..row.clone() }).await
}

/// M7: whoever asked for a date that everybody can read now, and that has not gone by.
async fn tell(desk: &Desk, tx: &Tx, edition_id: i64, offerings: &[i64], actor: Actor) -> Outcome<()> {
    let now = desk.clock.now();
    let edition = editions::find(tx, edition_id).await?.ok_or(No::NotFound)?;
    let programme = programme::load(tx, edition).await?;
    let scene = Scene { desk, tx, programme: &programme, now, actor };
    for offered in programme.offerings.iter().filter(|offered| offerings.contains(&offered.row.id)) {
        if is_told(&programme, offered, now) {
            scene.tell_date(offered).await?;
            if offered.row.kind() == Kind::Course {
                tell_reached(&scene).await?;
            }
        }
    }
    Ok(())
}

/// Whether its date is told: everybody can read it, and it has not gone by.
pub(super) fn is_told(programme: &Programme, offered: &Offered, now: DateTime<Utc>) -> bool {
    let to_come = offered.starts_at().is_some_and(|start| start > now);
    to_come && programme.is_shown(offered) && offered.row.status() == OfferingStatus::Published
}

/// M5, once: whoever reached the rule while there was no course to enrol in.
async fn tell_reached(scene: &Scene<'_>) -> Outcome<()> {
    let reached = rule::reached_in(scene.tx, scene.programme.edition.id, None).await?;
    people::lock(scene.tx, &reached.iter().map(|row| row.person_id).collect::<Vec<_>>()).await?;
    for id in untold(scene.tx, scene.programme, scene.now).await? {
        let person = people::find(scene.tx, id).await?.ok_or(No::NotFound)?;
        scene.write_reached(&person).await?;
    }
    Ok(())
}

/// Who reached the rule and was not written to since; nobody whom letters do not invite.
pub(super) async fn untold(conn: &impl Conn, programme: &Programme, now: DateTime<Utc>) -> Outcome<Vec<i64>> {
    let mut found = Vec::new();
    let mut reached = rule::reached_in(conn, programme.edition.id, None).await?;
    let people: Vec<i64> = reached.iter().map(|row| row.person_id).collect();
    let uninvited = uninvited(conn, programme, &people, now).await?;
    reached.retain(|row| !uninvited.contains(&row.person_id));
    for row in reached {
        let letters = outbox::of_person(conn, row.person_id).await?;
        let told = |letter: &OutboxLetter| letter.kind == "rule-reached" && letter.dated >= row.reached_at;
        if !letters.iter().any(told) {
            found.push(row.person_id);
        }
    }
    Ok(found)
}
