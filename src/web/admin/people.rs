//! "Iscritti": enrolments of an edition, by offering and state, found by name.

use std::collections::HashMap;

use rocket::{Route, get, routes};
use serde::Serialize;

use super::edition_links::{EditionLink, edition_links, title_of};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::OfferingStatus;
use crate::domain::text::{searched, single_line};
use crate::store::enrolment_list::{self, Wanted};
use crate::store::enrolments::Enrolment;
use crate::store::people::Person;
use crate::store::programme::{Offered, Programme};
use crate::store::{declined, editions, people, programme};
use crate::web::error::PageError;
use crate::web::guards::{Reader, Visit};
use crate::web::page::Page;
use crate::web::paging::Paging;

/// How many rows a page shows.
const ON_A_PAGE: usize = 50;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Default, Serialize)]
struct PeoplePage {
    /// The title of the edition that is shown; empty = there is none.
    edition: String,
    /// Its key, which addresses name.
    key: String,
    /// Whether people can be signed up for it.
    published: bool,
    editions: Vec<EditionLink>,
    offerings: Vec<OfferingLink>,
    /// The list of all offerings.
    everything: String,
    /// The slug that is shown; empty = all.
    offering: String,
    states: Vec<StateLink>,
    /// The list of all states that last.
    active: String,
    state: String,
    search: String,
    rows: Vec<PeopleRow>,
    total: usize,
    from: usize,
    to: usize,
    previous: Option<String>,
    next: Option<String>,
    /// Whether it is to be printed: every row, and what they are, as a sentence.
    print: bool,
    /// The same list to be printed; to be read again where it is.
    other: String,
}

#[derive(Serialize)]
struct OfferingLink {
    slug: String,
    title: Option<String>,
    nth: usize,
    course: bool,
    taken: i64,
    capacity: Option<i64>,
    /// Whether it was called off: its places are nobody's.
    cancelled: bool,
    link: String,
    current: bool,
}

#[derive(Serialize)]
struct StateLink {
    code: &'static str,
    count: usize,
    link: String,
    current: bool,
}

#[derive(Serialize)]
struct PeopleRow {
    person: i64,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    code: String,
    offering: Option<String>,
    nth: usize,
    date: Option<chrono::NaiveDate>,
    state: String,
    reason: Option<String>,
    source: String,
    position: Option<i64>,
    since: String,
}

const STATES: [&str; 8] = [
    "confirmed",
    "provisional",
    "waitlisted",
    "offered",
    "applied",
    "pending_place",
    "pending_wait",
    "cancelled",
];

#[get("/gestione/iscritti?<edizione>&<offerta>&<stato>&<cerca>&<pagina>&<stampa>")]
async fn show(
    who: Reader,
    edizione: Option<&str>,
    offerta: Option<&str>,
    stato: Option<&str>,
    cerca: Option<&str>,
    pagina: Option<&str>,
    stampa: Option<&str>,
) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let every = editions::all(reader).await?;
    let chosen = match edizione {
        Some(key) => Some(every.iter().find(|e| e.key == key).cloned().ok_or(PageError::NotFound)?),
        None => editions::current(reader).await?,
    };
    let links = edition_links(&every, chosen.as_ref(), visit.language);
    let Some(edition) = chosen else {
        let page = PeoplePage { editions: links, ..PeoplePage::default() };
        return Ok(visit.render("admin/people.html", "people", &page)?);
    };
    let view = View {
        edition: edition.key.clone(),
        offering: offerta.unwrap_or_default().to_owned(),
        state: stato.filter(|code| STATES.contains(code)).unwrap_or_default().to_owned(),
        search: single_line(cerca.unwrap_or_default()).chars().take(80).collect(),
        page: Paging::asked(pagina),
        print: stampa == Some("si"),
    };
    let title = title_of(&edition, visit.language);
    let programme = programme::load(reader, edition).await?;
    let found = view.found(visit, &programme).await?;
    let page = PeoplePage { edition: title, editions: links, ..view.page(&programme, found) };
    Ok(visit.render("admin/people.html", "people", &page)?)
}

/// What a view finds.
struct Found {
    /// Of each state.
    counts: HashMap<String, usize>,
    /// Of the state that is shown.
    total: usize,
    paging: Paging,
    rows: Vec<PeopleRow>,
}

/// What is shown, read from the address.
struct View {
    /// The key of the edition.
    edition: String,
    offering: String,
    state: String,
    search: String,
    page: usize,
    /// Whether it is to be printed.
    print: bool,
}

impl View {
    fn offerings(&self, programme: &Programme) -> Vec<i64> {
        let chosen =
            programme.offerings.iter().filter(|o| self.offering.is_empty() || o.row.slug == self.offering);
        chosen.map(|o| o.row.id).collect()
    }

    fn link(&self, offering: &str, state: &str, page: usize) -> String {
        let number = if page > 1 { page.to_string() } else { String::new() };
        self.address(offering, state, &[("pagina", number.as_str())])
    }

    /// The address of a list of this edition, with the search; what is empty is left out.
    fn address(&self, offering: &str, state: &str, more: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let filters = [
            ("edizione", self.edition.as_str()),
            ("offerta", offering),
            ("stato", state),
            ("cerca", self.search.as_str()),
        ];
        for (name, value) in filters.iter().chain(more).filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        format!("/gestione/iscritti?{}", query.finish())
    }

    async fn found(&self, visit: &Visit, programme: &Programme) -> Result<Found, PageError> {
        let reader = visit.app.desk.store.reader();
        let wanted = Wanted {
            offerings: self.offerings(programme),
            state: self.state.clone(),
            search: searched(&self.search),
        };
        let counts = enrolment_list::counts(reader, &wanted).await?;
        let live = || counts.iter().filter(|(state, _)| *state != "cancelled").map(|(_, count)| count).sum();
        let total = match self.state.as_str() {
            "" => live(),
            state => counts.get(state).copied().unwrap_or(0),
        };
        let paging = if self.print { Paging::all(total) } else { Paging::new(self.page, total, ON_A_PAGE) };
        let here = enrolment_list::page(reader, &wanted, paging.before, paging.to - paging.before).await?;
        let ids: Vec<i64> = here.iter().map(|enrolment| enrolment.person_id).collect();
        let known = people::some(reader, &ids).await?;
        let known: HashMap<i64, Person> = known.into_iter().map(|person| (person.id, person)).collect();
        let reasons = declined::reasons(reader, &here).await?;
        let rows = here
            .into_iter()
            .filter_map(|enrolment| row(programme, known.get(&enrolment.person_id)?, enrolment, &reasons))
            .collect();
        Ok(Found { counts, total, paging, rows })
    }

    fn offering_links(&self, programme: &Programme) -> Vec<OfferingLink> {
        let link = |o: &Offered| OfferingLink {
            slug: o.row.slug.clone(),
            title: o.row.title.clone(),
            nth: programme.nth(o.row.id),
            course: o.row.kind == "course",
            taken: o.row.taken,
            capacity: o.row.capacity,
            cancelled: o.row.status() == OfferingStatus::Cancelled,
            link: self.link(&o.row.slug, &self.state, 1),
            current: o.row.slug == self.offering,
        };
        programme.offerings.iter().map(link).collect()
    }

    fn page(&self, programme: &Programme, found: Found) -> PeoplePage {
        let Found { counts, total, paging, rows } = found;
        let state = |code: &'static str| StateLink {
            code,
            count: counts.get(code).copied().unwrap_or(0),
            link: self.link(&self.offering, code, 1),
            current: code == self.state,
        };
        let states = STATES.into_iter().map(state).collect();
        PeoplePage {
            key: self.edition.clone(),
            published: programme.edition.status() == EditionStatus::Published,
            offerings: self.offering_links(programme),
            everything: self.link("", &self.state, 1),
            offering: self.offering.clone(),
            active: self.link(&self.offering, "", 1),
            states,
            state: self.state.clone(),
            search: self.search.clone(),
            previous: paging.previous.map(|page| self.link(&self.offering, &self.state, page)),
            next: paging.next.map(|page| self.link(&self.offering, &self.state, page)),
            from: paging.from,
            to: paging.to,
            rows,
            total,
            print: self.print,
            other: if self.print {
                self.link(&self.offering, &self.state, 1)
            } else {
                self.address(&self.offering, &self.state, &[("stampa", "si")])
            },
            ..PeoplePage::default()
        }
    }
}

fn row(
    programme: &Programme,
    person: &Person,
    enrolment: Enrolment,
    reasons: &HashMap<i64, String>,
) -> Option<PeopleRow> {
    let offered = programme.offering(enrolment.offering_id)?;
    Some(PeopleRow {
        person: person.id,
        name: format!("{} {}", person.family_name, person.given_name),
        email: person.email.clone(),
        phone: person.phone.clone(),
        code: enrolment.code,
        offering: offered.row.title.clone(),
        nth: programme.nth(offered.row.id),
        date: offered.first_date(),
        state: enrolment.state,
        reason: reasons.get(&enrolment.id).cloned().or(enrolment.cancel_reason),
        source: enrolment.source,
        position: enrolment.position,
        since: enrolment.created_at.to_rfc3339(),
    })
}
