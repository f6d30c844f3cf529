//! What the impact looks at, loaded: everybody with a live enrolment in the edition, and how they stand before and
//! after.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::open_offers::{open_offers, would_be_offered};
use super::rule_said::{decision_ends, rule_lines, short_by_it};
use super::unsaid::unsaid;
use crate::domain::change::Edit;
use crate::domain::enrolment::State;
use crate::domain::impact::{Change, Door, DoorLine, Impact, Moved, Person, TextLine, impact};
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::proposal::Proposing;
use crate::domain::session::Timing;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Conn, elsewhere, enrolments, outbox, people, standing};
use crate::usecases::Outcome;
use crate::usecases::invited::uninvited;
use crate::usecases::place_at_risk::{Known, known_by_phone, told_of_end};
use crate::usecases::tell_date::dates_told;

/// Who comes to the sessions of an offering, or will once their place is final.
const MAY_COME: [State; 2] = [State::Confirmed, State::Provisional];

/// Everybody with a live enrolment in the edition, in ascending id.
pub(in crate::usecases) async fn concerned(conn: &impl Conn, programme: &Programme) -> Outcome<Vec<i64>> {
    let ids: Vec<i64> = programme.offerings.iter().map(|offered| offered.row.id).collect();
    let mut found: Vec<i64> = enrolments::in_offerings(conn, &ids)
        .await?
        .iter()
        .filter(|enrolment| enrolment.state != "cancelled")
        .map(|enrolment| enrolment.person_id)
        .collect();
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The impact of the edits.
pub(super) async fn impact_of(
    conn: &impl Conn,
    before: &Programme,
    after: &Programme,
    edits: &[Edit],
    now: DateTime<Utc>,
) -> Outcome<Impact> {
    let proposals = edits.iter().filter_map(proposing).collect();
    let change = Change { proposals, ..change(conn, before, after, now).await? };
    impact_with(conn, before, after, &change, now).await
}

/// What the people of something that is called off are offered.
fn proposing(edit: &Edit) -> Option<Proposing> {
    match edit {
        Edit::CancelOffering { offering, propose } => {
            Some(Proposing { called_off: *offering, propose: propose.clone() })
        }
        _ => None,
    }
}

/// The impact of a change that is known, on everybody of the edition.
pub(in crate::usecases) async fn impact_with(
    conn: &impl Conn,
    before: &Programme,
    after: &Programme,
    change: &Change,
    now: DateTime<Utc>,
) -> Outcome<Impact> {
    let was: HashMap<i64, standing::Standing> = standing::of_everybody(conn, before, now)
        .await?
        .into_iter()
        .map(|standing| (standing.person_id, standing))
        .collect();
    let will = standing::of_everybody(conn, after, now).await?;
    let ids: Vec<i64> = will.iter().map(|standing| standing.person_id).collect();
    let known: HashMap<i64, people::Person> =
        people::some(conn, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let known = |id: i64| known.get(&id).filter(|person| person.erased_at.is_none());
    let newly = |standing: &&standing::Standing| {
        let met_before = was.get(&standing.person_id).is_some_and(|was| was.eligibility.is_met());
        standing.eligibility.is_met() && !met_before
    };
    let newly: Vec<i64> = will.iter().filter(newly).map(|standing| standing.person_id).collect();
    let uninvited = uninvited(conn, after, &newly, now).await?;
    let mut unsaid = unsaid(conn, change).await?;
    let mut away = away(conn, after, change).await?;
    let mut persons = Vec::new();
    for standing in will {
        let (Some(person), Some(was)) = (known(standing.person_id), was.get(&standing.person_id)) else {
            continue;
        };
        let (mut places, mut risk_told): (Vec<(i64, State)>, bool) = (Vec::new(), false);
        for enrolment in standing.enrolments.iter().filter(|e| e.state != "cancelled") {
            places.push((enrolment.offering_id, enrolment.state()?));
            risk_told |= knows_of_risk(conn, person, enrolment).await?;
        }
        let mut sessions = expected(after, &places);
        sessions.extend(away.remove(&person.id).unwrap_or_default());
        let waits = unsaid.remove(&person.id).unwrap_or_default();
        persons.push(Person {
            id: person.id,
            has_address: person.email.is_some(),
            takes_invites: person.takes_invites,
            unsaid: waits.knows,
            untold: waits.untold,
            risk_told,
            uninvited: uninvited.contains(&person.id),
            offers: open_offers(conn, before, after, &standing.enrolments, now).await?,
            expected: sessions,
            places,
            rule_before: was.facts.clone(),
            rule_after: standing.facts,
            course: (was.course.clone(), standing.course),
        });
    }
    Ok(impact(change, &persons))
}

/// Whether a provisional place has an end of which the letter has left; who hears by phone is called, but where all they
/// know is that they have the place.
async fn knows_of_risk(
    conn: &impl Conn,
    person: &people::Person,
    place: &enrolments::Enrolment,
) -> Outcome<bool> {
    if place.state()? != State::Provisional || place.hold_until.is_none() {
        return Ok(false);
    }
    if person.email.is_none() {
        return Ok(known_by_phone(conn, place).await? != Known::Place);
    }
    let waits = outbox::untouched_of(conn, place.id, "provisional-at-risk").await?;
    Ok(waits.is_empty() || told_of_end(conn, place).await?)
}

/// The sessions somebody is expected at, or may be once a provisional place is final, with their times.
fn expected(after: &Programme, places: &[(i64, State)]) -> Vec<(i64, Timing)> {
    let mut found = Vec::new();
    for (offering, _) in places.iter().filter(|(_, state)| MAY_COME.contains(state)) {
        let Some(offered) = after.offering(*offering) else { continue };
        for session in offered.sessions.iter().filter(|session| !session.is_cancelled()) {
            found.extend(session.timing(offered.zone).map(|timing| (session.id, timing)));
        }
    }
    found
}

/// The sessions of other editions that people are expected at on the dates of those that change.
async fn away(
    conn: &impl Conn,
    after: &Programme,
    change: &Change,
) -> Outcome<HashMap<i64, Vec<(i64, Timing)>>> {
    let to_come = change.sessions.iter().filter(|moved| !moved.past);
    let dates: Vec<NaiveDate> = to_come.filter_map(|moved| moved.timing).map(|timing| timing.date).collect();
    let others = elsewhere::on(conn, after.edition.id, &dates).await?;
    let mut found: HashMap<i64, Vec<(i64, Timing)>> = HashMap::new();
    if others.is_empty() {
        return Ok(found);
    }
    let offerings: Vec<i64> = others.iter().map(|other| other.offering).collect();
    for enrolment in enrolments::in_states(conn, &offerings, &MAY_COME).await? {
        let theirs = others.iter().filter(|other| other.offering == enrolment.offering_id);
        let theirs = theirs.map(|other| (other.session, other.timing));
        found.entry(enrolment.person_id).or_default().extend(theirs);
    }
    Ok(found)
}

async fn change(
    conn: &impl Conn,
    before: &Programme,
    after: &Programme,
    now: DateTime<Utc>,
) -> Outcome<Change> {
    let mut found = Change {
        course_days: days_ahead(after, now),
        rule: rule_lines(before, after),
        days_short: short_by_it(before, after),
        decision_ends: decision_ends(before, after),
        ..Change::default()
    };
    // Nobody knows of a draft yet: whatever becomes of it changes nothing for anybody.
    for offered in after.offerings.iter().filter(|offered| after.is_shown(offered)) {
        let Some(was) = before.offering(offered.row.id) else { continue };
        let called_off = |o: &Offered| o.row.status() == OfferingStatus::Cancelled;
        if called_off(offered) && !called_off(was) {
            found.offerings_cancelled.push(offered.row.id);
        }
        for session in &offered.sessions {
            let old = was.sessions.iter().find(|s| s.id == session.id && session.id > 0);
            let gone = (called_off(was), called_off(offered));
            found.sessions.extend(moved(offered, (old, session), gone, now));
        }
        // Where there is no limit, before or after, there is no number to name.
        if let (Some(will), Some(were)) = (offered.row.seats().free(), was.row.seats().free()) {
            found.places += will - were;
        }
        found.offered.extend(would_be_offered(conn, after, offered, now).await?);
        // One that is called off says so by itself.
        if !called_off(offered) {
            found.date_requests += dates_told(conn, was, offered).await?;
            found.doors.extend(door_line((before, was), (after, offered), now));
            found.texts.extend(texts(was, offered));
        }
    }
    Ok(found)
}

/// How many days of the course are still to come.
fn days_ahead(programme: &Programme, now: DateTime<Utc>) -> usize {
    let Some(course) = programme.course() else { return 0 };
    let ahead = |session: &&Session| {
        !session.is_cancelled() && session.timing(course.zone).is_some_and(|timing| timing.ends_at() > now)
    };
    course.sessions.iter().filter(ahead).count()
}

/// What the public page says of an offering, where it says something else.
fn texts(was: &Offered, is: &Offered) -> Vec<TextLine> {
    let (old, new) = (&was.row, &is.row);
    let fields = [
        ("title", old.title.as_ref(), new.title.as_ref()),
        ("gloss", old.gloss_en.as_ref(), new.gloss_en.as_ref()),
        ("text-it", old.text_it.as_ref(), new.text_it.as_ref()),
        ("text-en", old.text_en.as_ref(), new.text_en.as_ref()),
        ("fee", old.fee.as_ref(), new.fee.as_ref()),
    ];
    TextLine::differing(Some(new.id), fields)
}

/// The page of an offering, where it lets people do something else than before.
pub(in crate::usecases) fn door_line(
    (before, was): (&Programme, &Offered),
    (after, is): (&Programme, &Offered),
    now: DateTime<Utc>,
) -> Option<DoorLine> {
    let door = |programme: &Programme, offered: &Offered| {
        Door::of(programme.is_shown(offered), offered.row.kind(), offered.starts_at(), now)
    };
    let (before, after) = (door(before, was), door(after, is));
    let course = is.row.kind() == Kind::Course;
    (before != after).then_some(DoorLine { offering: is.row.id, course, before, after })
}

/// A session that differs; none for one that stays as it is. `called_off` tells whether its offering was, and is.
fn moved(
    offered: &Offered,
    (old, session): (Option<&Session>, &Session),
    called_off: (bool, bool),
    now: DateTime<Utc>,
) -> Option<Moved> {
    let gone = called_off.1 || session.is_cancelled();
    let before = old.filter(|s| !called_off.0 && !s.is_cancelled()).map(Session::appointment);
    let after = (!gone).then(|| session.appointment());
    if before == after {
        return None;
    }
    let timing_before = old.and_then(|s| s.timing(offered.zone));
    let timing = session.timing(offered.zone).filter(|_| !gone);
    let end = timing.or(timing_before).map(|timing| timing.ends_at());
    Some(Moved {
        session: session.id,
        offering: offered.row.id,
        kind: offered.row.kind(),
        before,
        after,
        past: end.is_some_and(|end| end <= now),
        timing,
        timing_before,
    })
}
