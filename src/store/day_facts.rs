//! What the office's list of a day looks at, loaded for one edition.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::could_have::could_have;
use super::enrolments::Enrolment;
use super::programme::{Offered, Programme};
use super::proposed::{self, Proposed};
use super::qualified::{self, CanPrint};
use super::{
    Conn, Error, attendance, calls, certificates, date_requests, disputes, enrolments, registers, tasks,
};
use crate::domain::attendance::Mark;
use crate::domain::days_short::{days_short, days_to_tell};
use crate::domain::enrolment::State;
use crate::domain::offering::OfferingStatus;
use crate::domain::path_state::{can_miss_no_further, certificate_out_of_reach};
use crate::domain::qualification::{Readiness, Tally};
use crate::domain::register::closed_by;
use crate::domain::reminder;
use crate::domain::session::{Timing, local_date};
use crate::domain::today::{APPLICATION_WAITS, Facts, OFFER_ENDS_WITHIN, What, lacks_details};
use crate::domain::waiting_list::{Offers, open_to_all};

/// Loads them for an edition, all but [`Facts::untold`] and [`Facts::refused_letters`].
///
/// # Errors
/// The database failed.
pub async fn facts(
    reader: &impl Conn,
    programme: &Programme,
    now: DateTime<Utc>,
    can_print: CanPrint,
) -> Result<Facts, Error> {
    let undated: Vec<i64> = programme.undated_workshops().map(|workshop| workshop.row.id).collect();
    let (calls, first_call) = calls::count_due(reader, programme.edition.id, now).await?;
    let mut facts = Facts {
        undated: number(undated.len()),
        wait_for_date: u32::try_from(date_requests::count_open(reader, &undated).await?).unwrap_or(u32::MAX),
        first_day: programme.first_day(),
        calls,
        ..Facts::default()
    };
    let begin = programme.course().and_then(Offered::starts_at);
    for (what, at) in [(What::CallsToMake, first_call), (What::WorkshopsUndated, begin)] {
        note(&mut facts, what, None, at);
    }
    of_the_sessions(reader, programme, &mut facts, now).await?;
    of_the_marks(reader, programme, &mut facts).await?;
    let offerings: Vec<i64> = programme.offerings.iter().map(|o| o.row.id).collect();
    for offer in enrolments::offers_ending(reader, &offerings, now + OFFER_ENDS_WITHIN).await? {
        count_in(&mut facts.offers_ending, offer.offering_id);
        note(&mut facts, What::OffersEnding, Some(offer.offering_id), offer.hold_until);
    }
    of_the_course(reader, programme, &mut facts, now, can_print).await?;
    Ok(facts)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Notes when what a line is about came up, or ends, where there is such a moment.
fn note(facts: &mut Facts, what: What, about: Option<i64>, at: Option<DateTime<Utc>>) {
    if let Some(at) = at {
        facts.moments.note(what, about, at);
    }
}

fn count_in(counts: &mut Vec<(i64, u32)>, id: i64) {
    match counts.iter_mut().find(|(known, _)| *known == id) {
        Some((_, count)) => *count += 1,
        None => counts.push((id, 1)),
    }
}

/// Registers that are open though they were to be closed by now, sessions that are near and lack hours or a place, and
/// free places that a person can still give.
async fn of_the_sessions(
    reader: &impl Conn,
    programme: &Programme,
    facts: &mut Facts,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let sessions: Vec<i64> =
        programme.offerings.iter().flat_map(|o| o.sessions.iter().map(|s| s.id)).collect();
    let closed: Vec<i64> =
        registers::of_sessions(reader, &sessions).await?.iter().map(|r| r.session_id).collect();
    for offered in programme.offerings.iter().filter(|offered| programme.is_shown(offered)) {
        let called_off = offered.row.status() == OfferingStatus::Cancelled;
        for session in offered.sessions.iter().filter(|s| !s.is_cancelled() && !closed.contains(&s.id)) {
            let Some(timing) = session.timing(offered.zone) else { continue };
            if !called_off && lacks_details(&timing, session.place.is_some(), now) {
                facts.lacking.push((session.id, timing.date));
                // Then people are reminded, of what is known by then.
                note(facts, What::DetailsMissing, Some(session.id), reminder::due(&timing));
            }
            if closed_by(&timing) > now {
                continue;
            }
            // What was called off before anybody was marked has no register to close.
            if called_off && !attendance::is_marked(reader, session.id).await? {
                continue;
            }
            facts.open_registers.push((session.id, timing.date));
            note(facts, What::RegisterOpen, Some(session.id), Some(closed_by(&timing)));
        }
        let too_late = open_to_all(now, offered.starts_at());
        let free = offered.row.seats().free().unwrap_or(0);
        // Where the program offers by itself there is nothing to do.
        if programme.offers(offered) == Offers::Automatic {
            continue;
        }
        if free > 0 && !too_late && somebody_could(reader, programme, offered, now).await? {
            facts.places_to_give.push((
                offered.row.id,
                free,
                enrolments::waiting_ahead(reader, offered.row.id, None).await?,
            ));
            note(facts, What::PlaceToGive, Some(offered.row.id), offered.starts_at());
        }
    }
    facts.open_registers.sort_by_key(|(_, date)| *date);
    facts.lacking.sort_by_key(|(_, date)| *date);
    Ok(())
}

/// Whether anybody who waits with a confirmed address could have a place now.
async fn somebody_could(
    reader: &impl Conn,
    programme: &Programme,
    offered: &Offered,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    for waiting in enrolments::line(reader, offered.row.id).await? {
        if could_have(reader, programme, offered, waiting.person_id, now).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// People without a mark, what was reached on one that was corrected, and who says that they were there.
async fn of_the_marks(reader: &impl Conn, programme: &Programme, facts: &mut Facts) -> Result<(), Error> {
    // One certificate may be in doubt about several sessions.
    let mut doubted = HashSet::new();
    for task in tasks::open_of(reader, programme.edition.id).await? {
        let (what, about) = match (task.kind.as_str(), task.session_id) {
            ("unmarked", Some(session)) => {
                count_in(&mut facts.unmarked, session);
                (What::Unmarked, Some(session))
            }
            ("rule-in-doubt", _) => {
                facts.rule_in_doubt += 1;
                (What::RuleInDoubt, None)
            }
            ("certificate-in-doubt", _) => {
                facts.certificate_in_doubt += u32::from(doubted.insert(task.person_id));
                (What::CertificateInDoubt, None)
            }
            ("statement-in-doubt", _) => {
                facts.statement_in_doubt += 1;
                (What::StatementInDoubt, None)
            }
            _ => continue,
        };
        note(facts, what, about, Some(task.created_at));
    }
    let contested = disputes::open(reader).await?;
    for dispute in contested.iter().filter(|dispute| programme.session(dispute.session_id).is_some()) {
        let opened = local_date(dispute.opened_at, programme.zone());
        facts.disputes += 1;
        facts.disputes_since = Some(facts.disputes_since.map_or(opened, |first| first.min(opened)));
        note(facts, What::DisputesOpen, None, Some(dispute.opened_at));
    }
    Ok(())
}

/// Applications that wait, people for whom the days of the certificate are at risk, and certificates to publish.
async fn of_the_course(
    reader: &impl Conn,
    programme: &Programme,
    facts: &mut Facts,
    now: DateTime<Utc>,
    can_print: CanPrint,
) -> Result<(), Error> {
    let Some(course) = programme.course() else { return Ok(()) };
    let applied = enrolments::in_states(reader, &[course.row.id], &[State::Applied]).await?;
    let waits = |enrolment: &&Enrolment| enrolment.state_at + APPLICATION_WAITS <= now;
    facts.applications = Some((course.row.id, number(applied.iter().filter(waits).count())));
    let first_application = applied.iter().filter(waits).map(|enrolment| enrolment.state_at).min();
    note(facts, What::ApplicationsWaiting, Some(course.row.id), first_application);
    let timings = course.timings();
    let ahead = timings.iter().map(Timing::starts_at).find(|start| *start > now);
    note(facts, What::NoDayToMiss, None, ahead);
    let last = timings.last().map(Timing::ends_at);
    note(facts, What::DaysAtRisk, None, last);
    note(facts, What::DaysShort, None, last);
    let days: Vec<i64> = course.sessions.iter().filter(|s| !s.is_cancelled()).map(|s| s.id).collect();
    let asked = programme.edition.rule().certificate_days;
    facts.days_short = days_short(asked, number(days.len()));
    // With too few days nobody is short of them by an absence: the number is to be changed first.
    let Some(needed) = days_to_tell(asked, number(days.len())) else { return Ok(()) };
    let held: HashSet<i64> = registers::of_sessions(reader, &days)
        .await?
        .iter()
        .filter(|register| register.took_effect_at.is_some())
        .map(|register| register.session_id)
        .collect();
    let marks = marks_at(reader, &days).await?;
    let papers = certificates::last_of(reader, course.row.id).await?;
    let has_one = |person: i64| papers.get(&person).is_some_and(|paper| paper.revoked_at.is_none());
    let begun = course.starts_at().is_some_and(|start| start <= now);
    // Then nobody is to be told in time any more: the page of certificates says who is not ready, and why.
    let over = course.is_past(now) && timings.len() == days.len();
    let (mut earned, unmarked) = (false, HashMap::new());
    let confirmed = enrolments::in_states(reader, &[course.row.id], &[State::Confirmed]).await?;
    for enrolment in confirmed.iter().filter(|enrolment| !has_one(enrolment.person_id)) {
        let own = marks.get(&enrolment.person_id).unwrap_or(&unmarked);
        let Tally { attended, missed, .. } = Tally::of(&qualified::days(course, &held, own));
        let total = number(days.len());
        let out_of_reach = certificate_out_of_reach(missed, needed, total);
        let no_further = begun && can_miss_no_further(attended, missed, needed, total);
        facts.days_at_risk += u32::from(out_of_reach && !over);
        facts.no_day_to_miss += u32::from(no_further && !over);
        earned |= attended >= needed && !papers.contains_key(&enrolment.person_id);
    }
    // Everybody of the course is looked at only where the registers leave nothing open and somebody is left.
    if earned && held.len() == days.len() {
        facts.certificates_ready = ready(reader, programme, can_print).await?;
    }
    Ok(())
}

/// The marks that count at some sessions, by person and session.
async fn marks_at(reader: &impl Conn, sessions: &[i64]) -> Result<HashMap<i64, HashMap<i64, Mark>>, Error> {
    let mut marks: HashMap<i64, HashMap<i64, Mark>> = HashMap::new();
    for row in attendance::effective_at(reader, sessions).await? {
        if let Some(mark) = Mark::from_code(&row.value) {
            marks.entry(row.person_id).or_default().insert(row.session_id, mark);
        }
    }
    Ok(marks)
}

/// How many certificates the program proposes.
async fn ready(reader: &impl Conn, programme: &Programme, can_print: CanPrint) -> Result<u32, Error> {
    let everybody = proposed::of_everybody(reader, programme, can_print).await?;
    let is_ready = |one: &&Proposed| one.readiness == Readiness::Ready;
    Ok(number(everybody.iter().filter(is_ready).count()))
}
