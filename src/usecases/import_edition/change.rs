//! A changed file: what may change is changed, everything else is refused by name.

use super::{NotImported, edition_row, session_row, set_trainers, status, topic_of};
use crate::domain::edition_file::{Checked, CheckedOffering, CheckedSession};
use crate::store::enrolments;
use crate::store::offerings::{self, Offering};
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::{self, Session};
use crate::store::{Tx, editions, invites};
use crate::usecases::{Desk, Outcome};

/// What was found while comparing.
#[derive(Default)]
struct Findings {
    changed: Vec<String>,
    refused: Vec<String>,
}

pub(super) async fn apply(
    desk: &Desk,
    tx: &Tx,
    before: &Programme,
    file: &Checked,
) -> Result<Vec<String>, NotImported> {
    let mut found = Findings::default();
    edition(desk, tx, before, file, &mut found).await?;
    for offered in &before.offerings {
        if !file.offerings.iter().any(|o| o.key == offered.row.key) {
            found.refused.push(format!(
                "offering «{}» is missing from the file: a key that was imported stays",
                offered.row.key
            ));
        }
    }
    for wanted in &file.offerings {
        match before.offerings.iter().find(|o| o.row.key == wanted.key) {
            Some(offered) => offering(desk, tx, offered, wanted, file, &mut found).await?,
            None => found.refused.push(format!(
                "offering «{}» is new: adding one to an imported edition is not possible yet",
                wanted.key
            )),
        }
    }
    if found.refused.is_empty() { Ok(found.changed) } else { Err(NotImported::Refused(found.refused)) }
}

async fn edition(
    desk: &Desk,
    tx: &Tx,
    before: &Programme,
    file: &Checked,
    found: &mut Findings,
) -> Outcome<()> {
    let old = &before.edition;
    let new = edition_row(old.id, file, old.rule_version, desk.clock.now(), Some(old));
    let name = &old.key;
    for (what, differs) in [
        ("zone", old.zone != new.zone),
        ("workshops_required", old.required != new.required),
        ("provisional_places", old.provisional_places != new.provisional_places),
        ("course_admission", old.course_admission != new.course_admission),
        ("enrolment_closes", old.enrolment_closes != new.enrolment_closes),
        ("carry_over", old.carry_over != new.carry_over),
    ] {
        if differs {
            found.refused.push(format!("edition «{name}»: {what} cannot be changed by a file yet"));
        }
    }
    if old.status == "published"
        && new.status != "published"
        && anybody_enrolled(tx, &before.offerings.iter().collect::<Vec<_>>()).await?
    {
        found
            .refused
            .push(format!("edition «{name}»: published cannot be taken back, somebody has enrolled"));
    }
    if *old != new {
        found.changed.push(format!("edition «{name}»: titles and settings"));
        editions::save(tx, new).await?;
    }
    Ok(())
}

async fn offering(
    desk: &Desk,
    tx: &Tx,
    before: &Offered,
    wanted: &CheckedOffering,
    file: &Checked,
    found: &mut Findings,
) -> Outcome<()> {
    let old = &before.row;
    let name = format!("offering «{}»", old.key);
    let topic = before.topic.as_ref().map(|t| t.key.clone());
    for (what, differs) in [
        ("slug", old.slug != wanted.slug),
        ("kind", old.kind() != wanted.kind),
        ("topic", topic != wanted.topic),
        ("counts_toward_rule", old.counts_toward_rule != wanted.counts_toward_rule),
        ("offers", (old.offers == "automatic") != wanted.offers_automatic),
    ] {
        if differs {
            found.refused.push(format!("{name}: {what} cannot be changed by a file yet"));
        }
    }
    if old.status == "published" && !wanted.published && anybody_enrolled(tx, &[before]).await? {
        found.refused.push(format!("{name}: published cannot be taken back, somebody has enrolled"));
    }
    let seats = old.seats().with_capacity(wanted.capacity);
    let new = Offering {
        title: wanted.title.clone(),
        gloss_en: wanted.gloss_en.clone(),
        text_it: wanted.text_it.clone(),
        text_en: wanted.text_en.clone(),
        fee: wanted.fee.clone(),
        status: if old.status == "cancelled" {
            old.status.clone()
        } else {
            status(wanted.published).code().to_owned()
        },
        capacity: seats.capacity,
        extra: if old.capacity == wanted.capacity { old.extra } else { seats.extra },
        ..old.clone()
    };
    if *old != new {
        found.changed.push(format!("{name}: {}", differing(old, &new).join(", ")));
        offerings::save(tx, new).await?;
        topic_of(tx, wanted).await?;
    }
    for session in &before.sessions {
        if !wanted.sessions.iter().any(|s| s.number == session.number) {
            found.refused.push(format!("{name}: session {} is missing from the file", session.number));
        }
    }
    for session in &wanted.sessions {
        match before.sessions.iter().find(|s| s.number == session.number) {
            Some(old) => change_session(desk, tx, &name, old, session, file, found).await?,
            None => found
                .refused
                .push(format!("{name}: session {} is new: adding one is not possible yet", session.number)),
        }
    }
    Ok(())
}

fn differing(old: &Offering, new: &Offering) -> Vec<&'static str> {
    let fields = [
        ("title", old.title != new.title || old.gloss_en != new.gloss_en),
        ("text", old.text_it != new.text_it || old.text_en != new.text_en),
        ("fee", old.fee != new.fee),
        ("published", old.status != new.status),
        ("capacity", old.capacity != new.capacity),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect()
}

async fn change_session(
    desk: &Desk,
    tx: &Tx,
    name: &str,
    old: &Session,
    wanted: &CheckedSession,
    file: &Checked,
    found: &mut Findings,
) -> Outcome<()> {
    let name = format!("{name}, session {}", old.number);
    let new = Session { status: old.status.clone(), ..session_row(old.id, old.offering_id, old.of, wanted) };
    if *old != new {
        // Date, hours and place stand in calendars once anybody was invited, and in letters once anybody enrolled.
        if invites::any_of_sessions(tx, &[old.id]).await? || anybody_live(tx, old.offering_id).await? {
            found.refused.push(format!(
                "{name}: date, hours and place cannot be changed by a file any more, people have been told"
            ));
        } else {
            found.changed.push(format!("{name}: date, hours, place"));
            sessions::save(tx, new).await?;
        }
    }
    let added = set_trainers(desk, tx, file, old.id, wanted).await?;
    if added > 0 {
        found.changed.push(format!("{name}: {added} more to lead it"));
    }
    for trainer in sessions::trainers(tx, old.id).await? {
        let email = crate::store::people::find(tx, trainer).await?.and_then(|person| person.email);
        if email.is_some_and(|email| !wanted.trainers.iter().any(|t| t.as_str() == email)) {
            found.refused.push(format!("{name}: somebody who leads it is missing from the file, and cannot be taken off by a file yet"));
        }
    }
    Ok(())
}

async fn anybody_enrolled(tx: &Tx, offered: &[&Offered]) -> Outcome<bool> {
    let ids: Vec<i64> = offered.iter().map(|o| o.row.id).collect();
    Ok(!enrolments::in_offerings(tx, &ids).await?.is_empty())
}

async fn anybody_live(tx: &Tx, offering_id: i64) -> Outcome<bool> {
    Ok(enrolments::in_offerings(tx, &[offering_id]).await?.iter().any(|e| e.state != "cancelled"))
}
