//! Whom the page of certificates lists: the states one can look at alone, and how many there are of everybody, whatever page
//! is shown.

use serde::Serialize;

use super::certificates::{Shown, list_link};
use crate::domain::qualification::Readiness;
use crate::store::proposed::Proposed;
use crate::web::paging::Paging;

/// How many people a page shows.
const ON_A_PAGE: usize = 50;

/// The states, in the order of the filters.
const STATES: [&str; 3] = ["ready", "not-ready", "issued"];

/// The code of what the program proposes.
pub fn state_of(readiness: &Readiness) -> &'static str {
    match readiness {
        Readiness::Issued => "issued",
        Readiness::Ready => "ready",
        Readiness::NotReady(_) => "not-ready",
    }
}

/// The state that an address asks for; what is none is everybody.
pub fn wanted(state: Option<&str>) -> Option<&'static str> {
    STATES.into_iter().find(|code| state == Some(*code))
}

/// Whether somebody is listed where a state is asked for.
pub fn fits(one: &Proposed, state: Option<&str>) -> bool {
    state.is_none_or(|code| state_of(&one.readiness) == code)
}

/// A state with its people.
#[derive(Serialize)]
pub struct FilterLink {
    code: &'static str,
    count: usize,
    link: String,
    current: bool,
}

/// The states that somebody is in, and the one that is chosen.
pub fn filters(edition: &str, everybody: &[Proposed], chosen: Option<&str>) -> Vec<FilterLink> {
    STATES
        .into_iter()
        .map(|code| FilterLink {
            code,
            count: everybody.iter().filter(|one| fits(one, Some(code))).count(),
            link: list_link(edition, Some(code), 1),
            current: chosen == Some(code),
        })
        .filter(|filter| filter.count > 0 || filter.current)
        .collect()
}

/// Who of everybody is on the page.
pub struct Listed {
    /// The state that is shown alone.
    pub state: Option<&'static str>,
    /// Which of those in it these are.
    pub paging: Paging,
    /// Those on this one.
    pub people: Vec<i64>,
}

impl Listed {
    /// Those of a state, or the page that has somebody's row: of the state while the row is of it, else of everybody.
    pub(super) fn of(shown: &Shown<'_>, everybody: &[Proposed]) -> Self {
        let whose = shown.person.and_then(|person| everybody.iter().find(|one| one.person_id == person));
        let has_the_row = |state: &str| whose.is_none_or(|one| fits(one, Some(state)));
        let state = wanted(shown.state).filter(|state| !shown.print && has_the_row(state));
        let people: Vec<i64> =
            everybody.iter().filter(|one| fits(one, state)).map(|one| one.person_id).collect();
        let total = people.len();
        let row = whose.and_then(|one| people.iter().position(|id| *id == one.person_id));
        let asked = row.map_or(shown.page, |before| before / ON_A_PAGE + 1);
        let paging = if shown.print { Paging::all(total) } else { Paging::new(asked, total, ON_A_PAGE) };
        let people = people.into_iter().skip(paging.before).take(paging.to - paging.before).collect();
        Self { state, paging, people }
    }
}

/// What the buttons for everybody would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Whom a button would publish: ready, and not the asker.
    pub ready: usize,
    /// Whom a button would ask about their name.
    pub to_ask: usize,
    /// Of whom a button would publish: who was asked about their name and has not answered.
    pub unanswered: usize,
    /// Of whom a button would publish: whose name nobody has confirmed, asked or not.
    pub unconfirmed: usize,
    /// Of whom a button would publish: who has no address, and is to be called.
    pub to_call: usize,
}

impl Counts {
    /// Counts everybody; `staff` is the asker.
    pub fn of(everybody: &[Proposed], staff: i64) -> Self {
        let ready: Vec<&Proposed> = everybody
            .iter()
            .filter(|one| one.readiness == Readiness::Ready && one.person_id != staff)
            .collect();
        let to_ask = |one: &&Proposed| !one.asked && one.has_email && one.readiness.is_up_to_the_name();
        Self {
            ready: ready.len(),
            to_ask: everybody.iter().filter(to_ask).count(),
            unanswered: ready.iter().filter(|one| one.asked && !one.answered).count(),
            unconfirmed: ready.iter().filter(|one| !one.answered).count(),
            to_call: ready.iter().filter(|one| !one.has_email).count(),
        }
    }
}
