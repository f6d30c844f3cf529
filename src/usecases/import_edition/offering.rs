//! What a file would change in one offering, and what it may not change; nothing is written.

use chrono::{DateTime, NaiveDate, Utc};

use super::plan::{Plan, Step};
use super::{Refused, said};
use crate::domain::change::{Edit, SessionFacts, Texts, check_session};
use crate::domain::edition::EditionStatus;
use crate::domain::edition_file::{CheckedOffering, CheckedSession, Part};
use crate::domain::invite::Appointment;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::proposal::Proposal;
use crate::domain::waiting_list::Offers;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::{self, Session};
use crate::store::{Tx, enrolments, people};
use crate::usecases::Outcome;

/// An offering that is new comes as a draft; one that was called off is nobody's any more.
pub(super) fn added(before: &Programme, wanted: &CheckedOffering, now: DateTime<Utc>, plan: &mut Plan) {
    let name = Part::Offering(wanted.key.clone());
    plan.changed.push(format!("{name} is new"));
    plan.add.push(wanted.key.clone());
    if wanted.cancelled {
        return;
    }
    let held = || wanted.sessions.iter().filter(|session| !session.cancelled);
    for session in held() {
        let others: Vec<NaiveDate> =
            held().filter(|other| other.number != session.number).filter_map(|other| other.date).collect();
        let facts = SessionFacts {
            before: None,
            others,
            closed: false,
            marked: false,
            cancelled: false,
            announced: false,
            zone: before.zone(),
            now,
        };
        for fault in check_session(&facts, &appointment(session)) {
            let one = Part::Session(wanted.key.clone(), session.number);
            plan.refused.push(said::fault(&one, fault));
        }
    }
    if wanted.published {
        plan.changed.push(format!("{name}: published"));
        plan.show.push(wanted.key.clone());
    }
}

/// What differs in an offering that exists.
pub(super) async fn offering(
    tx: &Tx,
    before: &Programme,
    offered: &Offered,
    wanted: &CheckedOffering,
    plan: &mut Plan,
) -> Outcome<()> {
    let old = &offered.row;
    let name = Part::Offering(old.key.clone());
    if old.kind() != wanted.kind {
        let why = "cannot be changed: call it off, and add another one";
        plan.refused.push(Refused::at(&name, "kind", why));
    }
    let enrolled = enrolments::any_in(tx, &[old.id]).await?;
    match old.status() {
        OfferingStatus::Cancelled if !wanted.cancelled => {
            let why = "was called off, and people were told: cancelled = true stays";
            plan.refused.push(Refused { field: "cancelled", ..Refused::at(&name, "", why) });
        }
        OfferingStatus::Published if !wanted.published && enrolled => {
            let why = "cannot be taken back, somebody has enrolled";
            plan.refused.push(Refused::at(&name, "published", why));
        }
        OfferingStatus::Published if !wanted.published && !wanted.cancelled => {
            plan.changed.push(format!("{name}: a draft again"));
            plan.hide.push(old.key.clone());
        }
        OfferingStatus::Draft if wanted.published && !wanted.cancelled => {
            plan.changed.push(format!("{name}: published"));
            plan.show.push(old.key.clone());
        }
        _ => {}
    }
    shape(before, offered, wanted, &name, plan);
    texts_and_places(before, offered, wanted, &name, plan);
    if wanted.cancelled {
        called_off(offered, wanted, &name, plan);
        if old.status() != OfferingStatus::Cancelled {
            plan.changed.push(format!("{name}: called off"));
            // A file has no word for what is offered instead: whatever still helps, and what it means says so.
            plan.edits.push((name, Edit::CancelOffering { offering: old.id, propose: Proposal::All }));
        }
        return Ok(());
    }
    held(tx, offered, wanted, &name, plan).await
}

/// The address, the topic, and whether it counts: what nobody knows of yet can have others, what was shown keeps them.
fn shape(before: &Programme, offered: &Offered, wanted: &CheckedOffering, name: &Part, plan: &mut Plan) {
    let old = &offered.row;
    let topic = offered.topic.as_ref().map(|topic| &topic.key);
    let counts = old.kind() == Kind::Workshop && old.counts_toward_rule != wanted.counts_toward_rule;
    let differing: Vec<(&'static str, &str)> = [
        ("slug", old.slug != wanted.slug, "people have its address"),
        ("topic", topic != wanted.topic.as_ref(), "what was attended counts for it"),
        ("counts_toward_rule", counts, "people were told what counts"),
    ]
    .into_iter()
    .filter(|(_, differs, _)| *differs)
    .map(|(what, _, why)| (what, why))
    .collect();
    if differing.is_empty() {
        return;
    }
    let hidden = old.status() == OfferingStatus::Draft || plan.hide.contains(&old.key);
    let edition_hidden = before.edition.status() == EditionStatus::Draft || plan.step == Some(Step::Hide);
    if hidden || (edition_hidden && old.status() != OfferingStatus::Cancelled) {
        let what: Vec<&str> = differing.iter().map(|(what, _)| *what).collect();
        plan.changed.push(format!("{name}: {}", what.join(", ")));
        plan.reshape.push(old.key.clone());
        return;
    }
    for (what, why) in differing {
        let why = format!("cannot be changed: {why}, and only a draft gets another");
        plan.refused.push(Refused::at(name, what, &why));
    }
}

fn texts_and_places(
    before: &Programme,
    offered: &Offered,
    wanted: &CheckedOffering,
    name: &Part,
    plan: &mut Plan,
) {
    let old = &offered.row;
    let offers = if wanted.offers_automatic { Offers::Automatic } else { Offers::ByPerson };
    // Places that the file does not name stay as they are: a limit is lifted on the office's page.
    if let (None, Some(places)) = (wanted.capacity, old.capacity) {
        let where_then = "it is lifted on the office's page";
        plan.left_out.push(format!("{name}: the file names no capacity, {places} stays: {where_then}"));
    }
    let capacity = wanted.capacity.or(old.capacity);
    let fields = [
        ("title", old.title != wanted.title || old.gloss_en != wanted.gloss_en),
        ("text", old.text_it != wanted.text_it || old.text_en != wanted.text_en),
        ("fee", old.fee != wanted.fee),
        ("capacity", capacity != old.capacity),
        ("offers", before.offers(offered) != offers),
    ];
    let differing: Vec<&str> =
        fields.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect();
    if differing.is_empty() {
        return;
    }
    plan.changed.push(format!("{name}: {}", differing.join(", ")));
    let edit = Edit::Offering {
        offering: old.id,
        texts: Texts {
            title: wanted.title.clone(),
            gloss_en: wanted.gloss_en.clone(),
            text_it: wanted.text_it.clone(),
            text_en: wanted.text_en.clone(),
            fee: wanted.fee.clone(),
        },
        capacity,
        offers,
    };
    plan.edits.push((name.clone(), edit));
}

/// The sessions of what is called off, or was: they stay as they are, and what the file says otherwise is not passed over.
fn called_off(offered: &Offered, wanted: &CheckedOffering, name: &Part, plan: &mut Plan) {
    missing(offered, wanted, name, plan, "it stays, called off with its offering");
    for session in &wanted.sessions {
        let one = Part::Session(offered.row.key.clone(), session.number);
        match offered.sessions.iter().find(|old| old.number == session.number) {
            None => plan.refused.push(Refused::of(&one, "is new, and its offering is called off")),
            Some(old) if old.appointment() != appointment(session) => {
                let what = differing(&old.appointment(), &appointment(session));
                plan.left_out.push(format!("{one}: its offering is called off, and its {what} stays"));
            }
            Some(_) => {}
        }
    }
}

/// Sessions that the file does not have any more: a key that was imported stays.
fn missing(offered: &Offered, wanted: &CheckedOffering, name: &Part, plan: &mut Plan, way_out: &str) {
    for number in offered.sessions.iter().map(|session| session.number) {
        if !wanted.sessions.iter().any(|session| session.number == number) {
            let why = format!("session {number} is missing from the file; {way_out}");
            plan.refused.push(Refused::at(name, "", &why));
        }
    }
}

/// The sessions: those that stand, and those that are added, which continue the count.
async fn held(
    tx: &Tx,
    offered: &Offered,
    wanted: &CheckedOffering,
    name: &Part,
    plan: &mut Plan,
) -> Outcome<()> {
    missing(offered, wanted, name, plan, "cancelled = true calls it off");
    let mut next = offered.sessions.iter().map(|session| session.number).max().unwrap_or(0) + 1;
    for session in &wanted.sessions {
        if let Some(old) = offered.sessions.iter().find(|s| s.number == session.number) {
            change_session(tx, &offered.row.key, old, session, plan).await?;
            continue;
        }
        let one = Part::Session(offered.row.key.clone(), session.number);
        if session.cancelled {
            plan.refused.push(Refused::of(&one, "is new and called off: there is nothing to call off"));
        } else if session.number != next {
            plan.refused.push(Refused::of(&one, &format!("is new: the next one is session {next}")));
        }
        next += 1;
        plan.changed.push(format!("{name}: session {} is new", session.number));
        plan.edits.push((one, Edit::AddSession { offering: offered.row.id, to: appointment(session) }));
    }
    Ok(())
}

/// What differs between two appointments, by the names of a file.
fn differing(stands: &Appointment, to: &Appointment) -> String {
    let fields = [
        ("date", stands.date != to.date),
        ("hours", (stands.start, stands.end) != (to.start, to.end)),
        ("place", stands.place != to.place),
    ];
    let names: Vec<&str> = fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect();
    names.join(", ")
}

fn appointment(session: &CheckedSession) -> Appointment {
    Appointment {
        date: session.date,
        start: session.hours.map(|hours| hours.start),
        end: session.hours.map(|hours| hours.end),
        place: session.place.clone(),
    }
}

async fn change_session(
    tx: &Tx,
    key: &str,
    old: &Session,
    wanted: &CheckedSession,
    plan: &mut Plan,
) -> Outcome<()> {
    let name = Part::Session(key.to_owned(), old.number);
    let to = appointment(wanted);
    if wanted.cancelled && old.appointment() != to {
        plan.left_out.push(format!("{name}: is called off, and its date, hours and place stay as they were"));
    }
    if wanted.cancelled && !old.is_cancelled() {
        plan.changed.push(format!("{name}: called off"));
        plan.edits.push((name.clone(), Edit::CancelSession { session: old.id }));
    } else if old.is_cancelled() && !wanted.cancelled {
        let why = "was called off, and people were told: cancelled = true stays";
        plan.refused.push(Refused { field: "cancelled", ..Refused::at(&name, "", why) });
    } else if old.appointment() != to && !old.is_cancelled() {
        plan.changed.push(format!("{name}: {}", differing(&old.appointment(), &to)));
        plan.edits.push((name.clone(), Edit::Session { session: old.id, to }));
    }
    let leading = people::some(tx, &sessions::trainers(tx, old.id).await?).await?;
    let leads = |email: &str| leading.iter().any(|person| person.email.as_deref() == Some(email));
    let more = wanted.trainers.iter().filter(|email| !leads(email.as_str())).count();
    if more > 0 {
        plan.changed.push(format!("{name}: {more} more to lead it"));
    }
    for email in leading.iter().filter_map(|person| person.email.as_deref()) {
        if !wanted.trainers.iter().any(|named| named.as_str() == email) {
            let where_then = "taken away on the session's page";
            let line = format!("{name}: {email} is not in the file and goes on leading: {where_then}");
            plan.left_out.push(line);
        }
    }
    Ok(())
}
