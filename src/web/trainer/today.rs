//! "In aula": today's session, registers that somebody forgot to close, then what is to come.

use std::collections::HashMap;

use rocket::{Route, get, routes};
use serde::Serialize;

use super::register_view::is_held;
use crate::domain::enrolment::State;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::session::local_date;
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::{self, Session};
use crate::store::{attendance, editions, enrolments, registers, seasons};
use crate::web::error::PageError;
use crate::web::guards::Trainer;
use crate::web::page::Page;
use crate::web::view::SessionView;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct TodayPage {
    today: Vec<Line>,
    /// Held before today, and nobody closed the register.
    forgotten: Vec<Line>,
    to_come: Vec<Line>,
    past: Vec<Line>,
}

#[derive(Clone, Serialize)]
struct Line {
    title: Option<String>,
    nth: usize,
    course: bool,
    of: i64,
    session: SessionView,
    /// People expected.
    expected: usize,
    /// `open`, `closed` or `effective`.
    register: &'static str,
}

impl Line {
    /// Of a session whose day is over: whether its register still waits to be closed.
    fn is_forgotten(&self) -> bool {
        self.register == "open" && !self.session.cancelled
    }
}

#[get("/aula")]
async fn show(who: Trainer) -> Result<Page, PageError> {
    let lines = lines(&who).await?;
    let today = local_date(who.visit.now, chrono_tz::Europe::Rome);
    let on = |keep: &dyn Fn(Option<chrono::NaiveDate>) -> bool| -> Vec<Line> {
        lines.iter().filter(|l| keep(l.session.date)).cloned().collect()
    };
    let held = on(&|date| date.is_some_and(|d| d < today));
    let (forgotten, mut past): (Vec<Line>, Vec<Line>) = held.into_iter().partition(Line::is_forgotten);
    past.reverse();
    let page = TodayPage {
        today: on(&|date| date == Some(today)),
        forgotten,
        to_come: on(&|date| date.is_none_or(|d| d > today)),
        past,
    };
    Ok(who.visit.render("trainer/today.html", "room", &page)?)
}

/// The sessions the person leads; whoever works in the office sees those of every edition that runs.
async fn lines(who: &Trainer) -> Result<Vec<Line>, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let (editions, whole) = read_editions(who).await?;
    let mut shown: Vec<(&Programme, &Offered, &Session)> = Vec::new();
    for (index, programme) in editions.iter().enumerate() {
        for offered in programme.offerings.iter().filter(|offered| programme.is_shown(offered)) {
            let theirs = |session: &&Session| index < whole || who.viewer.leads.contains(&session.id);
            let sessions = offered.sessions.iter().filter(theirs);
            shown.extend(sessions.map(|session| (programme, offered, session)));
        }
    }
    let ids: Vec<i64> = shown.iter().map(|(_, _, session)| session.id).collect();
    let closed = registers::of_sessions(reader, &ids).await?;
    let expected = expected(who, &shown).await?;
    let mut lines = Vec::with_capacity(shown.len());
    for (programme, offered, session) in shown {
        // Only of what was called off it matters whether somebody had been marked.
        let called_off = offered.row.status() == OfferingStatus::Cancelled;
        let marked = called_off && attendance::is_marked(reader, session.id).await?;
        let register = closed.iter().find(|register| register.session_id == session.id);
        let mut view = SessionView::of(session);
        view.cancelled = !is_held(offered, session, marked);
        lines.push(Line {
            title: offered.row.title.clone(),
            nth: programme.nth(offered.row.id),
            course: offered.row.kind() == Kind::Course,
            of: session.of,
            session: view,
            expected: expected.get(&offered.row.id).copied().unwrap_or(0),
            register: register
                .map_or("open", |r| if r.took_effect_at.is_some() { "effective" } else { "closed" }),
        });
    }
    lines.sort_by_key(|line| (line.session.date.is_none(), line.session.date, line.session.session_id));
    Ok(lines)
}

/// The editions with something to show, each read once; of the first of them, as many as the number says, every session is
/// shown.
async fn read_editions(who: &Trainer) -> Result<(Vec<Programme>, usize), PageError> {
    let reader = who.visit.app.desk.store.reader();
    let mut found = Vec::new();
    if who.viewer.works() {
        found = seasons::running(reader, who.visit.now).await?;
        if let Some(current) = editions::current(reader).await?
            && !found.iter().any(|programme| programme.edition.id == current.id)
        {
            found.push(programme::load(reader, current).await?);
        }
    }
    let whole = found.len();
    for session in sessions::some(reader, &who.viewer.leads).await? {
        let known = found.iter().any(|programme| programme.offering(session.offering_id).is_some());
        if !known && let Some(programme) = programme::of_offering(reader, session.offering_id).await? {
            found.push(programme);
        }
    }
    Ok((found, whole))
}

/// How many people are expected, by offering.
async fn expected(
    who: &Trainer,
    shown: &[(&Programme, &Offered, &Session)],
) -> Result<HashMap<i64, usize>, PageError> {
    let mut offerings: Vec<i64> = shown.iter().map(|(_, offered, _)| offered.row.id).collect();
    offerings.dedup();
    let reader = who.visit.app.desk.store.reader();
    let mut expected: HashMap<i64, usize> = HashMap::new();
    for enrolment in enrolments::in_states(reader, &offerings, &[State::Confirmed]).await? {
        *expected.entry(enrolment.offering_id).or_default() += 1;
    }
    Ok(expected)
}
