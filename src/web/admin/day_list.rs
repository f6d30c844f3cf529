//! "Da fare oggi": the facts of the day's list, and each line with the place where it is settled.

use serde::Serialize;

use crate::domain::session::local_date;
use crate::domain::today::{Facts, What, today};
use crate::store::programme::Programme;
use crate::store::{date_requests, enrolments, outbox, registers, tasks};
use crate::web::error::PageError;
use crate::web::guards::Visit;

/// One line of the list.
#[derive(Serialize)]
pub struct DayLine {
    /// `register-open`, `registers-open`, `unmarked`, `place-to-give`, `letters-refused` or `workshops-undated`.
    pub what: &'static str,
    /// How many.
    pub count: u32,
    /// People waiting.
    pub people: u32,
    /// The date it is about.
    pub date: Option<chrono::NaiveDate>,
    /// The title of what it is about.
    pub title: Option<String>,
    /// The place in the programme of what it is about.
    pub nth: usize,
    /// Where the button goes; none where nothing can be done from here yet.
    pub link: Option<String>,
}

/// The list, and how much of it is not shown.
#[derive(Default, Serialize)]
pub struct DayList {
    /// The lines, most urgent first.
    pub lines: Vec<DayLine>,
    /// How many more there are.
    pub more: usize,
}

/// The list of an edition.
///
/// # Errors
/// The database failed.
pub async fn day_list(visit: &Visit, programme: &Programme) -> Result<DayList, PageError> {
    let facts = facts(visit, programme).await?;
    let date = local_date(visit.now, programme.zone());
    let line = |line: &crate::domain::today::Line| {
        let session = line
            .about
            .and_then(|id| programme.session(id))
            .filter(|_| matches!(line.what, What::RegisterOpen | What::Unmarked));
        let offered = session.map(|(offered, _)| offered).or_else(|| {
            line.about.filter(|_| line.what == What::PlaceToGive).and_then(|id| programme.offering(id))
        });
        let link = match (line.what, line.about) {
            (What::RegisterOpen | What::Unmarked, Some(id)) => Some(format!("/aula/{id}")),
            (What::RegistersOpen, _) => Some("/aula".to_owned()),
            (What::PlaceToGive, _) => {
                offered.map(|o| format!("/gestione/iscritti?offerta={}&stato=waitlisted", o.row.slug))
            }
            (What::LettersRefused, _) => Some("/gestione/iscritti?stato=refused".to_owned()),
            _ => None,
        };
        DayLine {
            what: line.what.code(),
            count: line.count,
            people: line.people,
            date: line
                .date
                .or_else(|| session.and_then(|(_, s)| s.date))
                .or_else(|| offered.and_then(|o| o.first_date())),
            title: offered.and_then(|o| o.row.title.clone()),
            nth: offered.map_or(0, |o| programme.nth(o.row.id)),
            link,
        }
    };
    let list = today(&facts, date);
    Ok(DayList { lines: list.lines.iter().map(line).collect(), more: list.more })
}

async fn facts(visit: &Visit, programme: &Programme) -> Result<Facts, PageError> {
    let reader = visit.app.desk.store.reader();
    let undated: Vec<i64> = programme
        .workshops()
        .filter(|w| w.row.counts_toward_rule && w.row.status == "published" && w.first_date().is_none())
        .map(|w| w.row.id)
        .collect();
    let sessions: Vec<i64> =
        programme.offerings.iter().flat_map(|o| o.sessions.iter().map(|s| s.id)).collect();
    let closed: Vec<i64> =
        registers::of_sessions(reader, &sessions).await?.iter().map(|r| r.session_id).collect();
    let mut facts = Facts {
        undated: u32::try_from(undated.len()).unwrap_or(u32::MAX),
        wait_for_date: u32::try_from(date_requests::count_open(reader, &undated).await?).unwrap_or(u32::MAX),
        first_day: programme.first_day(),
        refused_letters: u32::try_from(outbox::count_refused(reader).await?).unwrap_or(u32::MAX),
        ..Facts::default()
    };
    for offered in &programme.offerings {
        for session in offered.sessions.iter().filter(|s| !s.is_cancelled() && !closed.contains(&s.id)) {
            let over = session.timing(offered.zone).is_some_and(|t| t.ends_at() <= visit.now);
            if let Some(date) = session.date.filter(|_| over) {
                facts.open_registers.push((session.id, date));
            }
        }
        let begun = offered.starts_at().is_some_and(|start| start <= visit.now);
        let free = offered.row.seats().free().unwrap_or(0);
        if free > 0 && !begun && enrolments::first_in_line(reader, offered.row.id).await?.is_some() {
            facts.places_to_give.push((
                offered.row.id,
                free,
                enrolments::waiting_ahead(reader, offered.row.id, None).await?,
            ));
        }
    }
    for task in tasks::open_of(reader, programme.edition.id).await?.iter().filter(|t| t.kind == "unmarked") {
        let Some(session) = task.session_id else { continue };
        match facts.unmarked.iter_mut().find(|(id, _)| *id == session) {
            Some((_, count)) => *count += 1,
            None => facts.unmarked.push((session, 1)),
        }
    }
    facts.open_registers.sort_by_key(|(_, date)| *date);
    Ok(facts)
}
