//! "In aula": today's session, registers that somebody forgot to close, then what is to come.

use rocket::{Route, get, routes};
use serde::Serialize;

use super::register_view::is_held;
use crate::domain::session::local_date;
use crate::store::{attendance, enrolments, programme, registers, seasons, sessions};
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

/// The sessions the person leads; an admin sees those of every edition that runs.
async fn lines(who: &Trainer) -> Result<Vec<Line>, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let mut ids = who.viewer.leads.clone();
    if who.viewer.works() {
        let mut editions = seasons::running(reader, who.visit.now).await?;
        editions.extend(programme::current(reader).await?);
        let offerings = editions.iter().flat_map(|programme| &programme.offerings);
        ids.extend(offerings.flat_map(|offered| offered.sessions.iter().map(|session| session.id)));
    }
    ids.sort_unstable();
    ids.dedup();
    let mut lines = Vec::new();
    for id in ids {
        let Some(session) = sessions::find(reader, id).await? else { continue };
        let Some(programme) = programme::of_offering(reader, session.offering_id).await? else { continue };
        let shown = programme.offering(session.offering_id).filter(|offered| programme.is_shown(offered));
        let Some(offered) = shown else { continue };
        let register = registers::of_session(reader, id).await?;
        let mut view = SessionView::of(&session);
        let marked = attendance::is_marked(reader, id).await?;
        view.cancelled = !is_held(offered, &session, marked);
        let expected = enrolments::in_offerings(reader, &[session.offering_id])
            .await?
            .iter()
            .filter(|e| e.state == "confirmed")
            .count();
        lines.push(Line {
            title: offered.row.title.clone(),
            nth: programme.nth(offered.row.id),
            course: offered.row.kind() == crate::domain::offering::Kind::Course,
            of: session.of,
            session: view,
            expected,
            register: register
                .map_or("open", |r| if r.took_effect_at.is_some() { "effective" } else { "closed" }),
        });
    }
    lines.sort_by_key(|line| (line.session.date.is_none(), line.session.date, line.session.session_id));
    Ok(lines)
}
