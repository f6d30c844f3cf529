//! A file for an edition that exists: what differs, as changes with their impact; what a file may not change is refused
//! by name, and then nothing is written.

use super::{NotImported, edition_row, set_trainers, status, topic_of};
use crate::domain::change::{Edit, EditFault, NOT_PRINTABLE, Texts};
use crate::domain::edition::{EditionStatus, Rule};
use crate::domain::edition_file::{Checked, CheckedOffering, CheckedSession};
use crate::domain::impact::Impact;
use crate::domain::invite::Appointment;
use crate::domain::waiting_list::Offers;
use crate::store::editions::{self, Edition};
use crate::store::offerings::{self, Offering};
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Tx, enrolments};
use crate::usecases::change_programme::{NotChanged, Wanted, change_in, faults_of};
use crate::usecases::{Actor, Desk, Outcome};

/// What a file changes, and what is refused.
#[derive(Default)]
struct Findings {
    changed: Vec<String>,
    refused: Vec<String>,
    /// Each with its name, for what is wrong with it.
    edits: Vec<(String, Edit)>,
}

/// Applies the differences between an edition and its file; gives back each in words, and the impact of all together.
pub(super) async fn apply(
    desk: &Desk,
    tx: &Tx,
    before: &Programme,
    file: &Checked,
) -> Result<(Vec<String>, Impact), NotImported> {
    let mut found = Findings::default();
    edition(desk, tx, before, file, &mut found).await?;
    for offered in &before.offerings {
        if !file.offerings.iter().any(|o| o.key == offered.row.key) {
            found.refused.push(format!(
                "offering «{}» is missing from the file: a key that was imported stays; cancelled = true calls it off",
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
    let differs = !found.changed.is_empty() || !found.edits.is_empty();
    if before.edition.status() == EditionStatus::Archived && differs {
        let key = &before.edition.key;
        found
            .refused
            .push(format!("edition «{key}»: is in the archive and does not change: reopen it first"));
    }
    let (names, edits): (Vec<String>, Vec<Edit>) = found.edits.into_iter().unzip();
    if !found.refused.is_empty() {
        // Everything that is wrong is said at once.
        let faults = faults_of(desk, tx, before, &edits).await?;
        let own = faults.iter().filter(|(_, fault)| fault.code != "archived");
        found.refused.extend(own.map(|(index, fault)| refusal(&names, *index, *fault)));
        return Err(NotImported::Refused(found.refused));
    }
    if edits.is_empty() {
        return Ok((found.changed, Impact::default()));
    }
    let wanted = Wanted { edition: before.edition.id, edits, seen: Vec::new() };
    match change_in(desk, tx, &wanted, Actor::Command).await {
        Ok(impact) => Ok((found.changed, impact)),
        Err(NotChanged::Faults(faults)) => Err(NotImported::Refused(
            faults.iter().map(|(index, fault)| refusal(&names, *index, *fault)).collect(),
        )),
        Err(NotChanged::Meanwhile) => {
            Err(NotImported::Refused(vec!["somebody else is changing the edition: try again".to_owned()]))
        }
        Err(NotChanged::No(no)) => Err(NotImported::No(no)),
    }
}

/// What is wrong, for whoever reads the terminal: the thing, the field, and what would be right.
fn refusal(names: &[String], index: usize, fault: EditFault) -> String {
    let what = match fault.code {
        "past" => "lies in the past",
        "twice" => "is the date of another session of the same offering",
        "taken-away" => "was announced, and cannot be taken away: move it, or write cancelled = true",
        "marked" => "stays as it is: people were marked in it",
        "range" => "is out of range: a course asks for 1 to 12 workshops, a certificate for 1 to 100 days",
        "to-add" => "is missing: a session is added with its date",
        "needed" => "is missing: date, starts and ends belong together",
        "order" => "is not later than the begin",
        "no-such-time" => "does not exist on that day: the clocks go forward over it",
        "double-time" => "comes twice on that day: the clocks go back over it",
        "held" => "was held already",
        "archived" => "is in the archive and does not change: reopen it first",
        "cancelled" => "was called off already",
        "days" => "is more than the course has",
        NOT_PRINTABLE => "has a sign that certificates cannot print",
        "draft" => "is a draft: nobody knows of it, so there is nothing to call off",
        "last" => "is the last one left: call the offering off instead",
        _ => "must be between 0 and 100000",
    };
    let name = names.get(index).map_or("", String::as_str);
    if fault.field.is_empty() { format!("{name} {what}") } else { format!("{name}: {} {what}", fault.field) }
}

async fn edition(
    desk: &Desk,
    tx: &Tx,
    before: &Programme,
    file: &Checked,
    found: &mut Findings,
) -> Outcome<()> {
    let old = &before.edition;
    let name = &old.key;
    // A key that is left out stays as it is.
    let wanted = &file.edition.rule;
    let rule = Rule {
        enrolment_closes: wanted.enrolment_closes.or(old.enrolment_closes),
        certificate_days: wanted.certificate_days.or(old.rule().certificate_days),
        lateness_minutes: wanted.lateness_minutes.or(old.rule().lateness_minutes),
        ..wanted.clone()
    };
    let row = edition_row(old.id, file, old.rule_version, desk.clock.now(), Some(old));
    let kept = |wanted: &Option<String>, stands: &Option<String>| wanted.clone().or_else(|| stands.clone());
    let new = Edition {
        signature: kept(&row.signature, &old.signature),
        project: kept(&row.project, &old.project),
        city: kept(&row.city, &old.city),
        ..row
    };
    for (what, differs) in
        [("zone", old.zone != new.zone), ("course_admission", old.course_admission != new.course_admission)]
    {
        if differs {
            found.refused.push(format!("edition «{name}»: {what} cannot be changed by a file yet"));
        }
    }
    if old.status != "draft"
        && new.status == "draft"
        && anybody_enrolled(tx, &before.offerings.iter().collect::<Vec<_>>()).await?
    {
        found
            .refused
            .push(format!("edition «{name}»: published cannot be taken back, somebody has enrolled"));
    }
    if old.rule() != rule {
        found.changed.push(format!("edition «{name}»: the rule"));
        found.edits.push((format!("edition «{name}»"), Edit::Rule { to: rule }));
    }
    // The rule goes its own way, with its impact.
    let mut plain = new;
    plain.set_rule(&old.rule());
    plain.rule_version = old.rule_version;
    if *old != plain {
        found.changed.push(format!("edition «{name}»: titles and settings"));
        editions::save(tx, Edition { version: old.version + 1, ..plain }).await?;
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
    ] {
        if differs {
            found.refused.push(format!("{name}: {what} cannot be changed by a file yet"));
        }
    }
    if old.status == "published" && !wanted.published && anybody_enrolled(tx, &[before]).await? {
        found.refused.push(format!("{name}: published cannot be taken back, somebody has enrolled"));
    }
    if old.status == "cancelled" && !wanted.cancelled {
        found.refused.push(format!("{name}: was called off, and people were told: cancelled = true stays"));
    } else if old.status != "cancelled" {
        let status = status(wanted.published).code();
        if old.status != status {
            found.changed.push(format!("{name}: published"));
            offerings::save(tx, Offering { status: status.to_owned(), ..old.clone() }).await?;
        }
    }
    texts_and_places(old, wanted, &name, found);
    if wanted.cancelled && old.status != "cancelled" {
        found.changed.push(format!("{name}: called off"));
        found.edits.push((name, Edit::CancelOffering { offering: old.id }));
        return Ok(());
    }
    topic_of(tx, wanted).await?;
    for session in &before.sessions {
        if !wanted.sessions.iter().any(|s| s.number == session.number) {
            found.refused.push(format!(
                "{name}: session {} is missing from the file; cancelled = true calls it off",
                session.number
            ));
        }
    }
    for session in &wanted.sessions {
        match before.sessions.iter().find(|s| s.number == session.number) {
            Some(old) => change_session(desk, tx, &name, old, session, file, found).await?,
            None => {
                found.changed.push(format!("{name}: session {} is new", session.number));
                let edit = Edit::AddSession { offering: old.id, to: appointment(session) };
                found.edits.push((format!("{name}, session {}", session.number), edit));
            }
        }
    }
    Ok(())
}

fn texts_and_places(old: &Offering, wanted: &CheckedOffering, name: &str, found: &mut Findings) {
    // Places that the file does not name stay as they are: a limit is lifted on the office's page.
    let capacity = wanted.capacity.or(old.capacity);
    let fields = [
        ("title", old.title != wanted.title || old.gloss_en != wanted.gloss_en),
        ("text", old.text_it != wanted.text_it || old.text_en != wanted.text_en),
        ("fee", old.fee != wanted.fee),
        ("capacity", capacity != old.capacity),
        ("offers", (old.offers == "automatic") != wanted.offers_automatic),
    ];
    let differing: Vec<&str> =
        fields.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect();
    if differing.is_empty() {
        return;
    }
    found.changed.push(format!("{name}: {}", differing.join(", ")));
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
        offers: if wanted.offers_automatic { Offers::Automatic } else { Offers::ByPerson },
    };
    found.edits.push((name.to_owned(), edit));
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
    desk: &Desk,
    tx: &Tx,
    name: &str,
    old: &Session,
    wanted: &CheckedSession,
    file: &Checked,
    found: &mut Findings,
) -> Outcome<()> {
    let name = format!("{name}, session {}", old.number);
    let to = appointment(wanted);
    if wanted.cancelled && !old.is_cancelled() {
        found.changed.push(format!("{name}: called off"));
        found.edits.push((name.clone(), Edit::CancelSession { session: old.id }));
    } else if old.is_cancelled() && !wanted.cancelled {
        found.refused.push(format!("{name}: was called off, and people were told: cancelled = true stays"));
    } else if old.appointment() != to && !old.is_cancelled() {
        found.changed.push(format!("{name}: date, hours, place"));
        found.edits.push((name.clone(), Edit::Session { session: old.id, to }));
    }
    let added = set_trainers(desk, tx, file, old.id, wanted).await?;
    if added > 0 {
        found.changed.push(format!("{name}: {added} more to lead it"));
    }
    Ok(())
}

async fn anybody_enrolled(tx: &Tx, offered: &[&Offered]) -> Outcome<bool> {
    let ids: Vec<i64> = offered.iter().map(|o| o.row.id).collect();
    Ok(!enrolments::in_offerings(tx, &ids).await?.is_empty())
}
