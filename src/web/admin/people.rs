//! "Iscritti": enrolments of an edition, by offering and state, found by name.

use std::collections::HashMap;

use rocket::{Route, get, routes};
use serde::Serialize;

use crate::domain::text::{folded, single_line};
use crate::store::people::Person;
use crate::store::{enrolments, outbox, people, programme};
use crate::web::error::PageError;
use crate::web::guards::Admin;
use crate::web::page::Page;

/// How many rows a page shows.
const ON_A_PAGE: usize = 50;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct PeoplePage {
    offerings: Vec<OfferingLink>,
    /// The slug that is shown; empty = all.
    offering: String,
    states: Vec<StateLink>,
    state: String,
    search: String,
    rows: Vec<PeopleRow>,
    total: usize,
    from: usize,
    to: usize,
    previous: Option<String>,
    next: Option<String>,
    /// Letters a mail server refused for good, when they are what is asked for.
    refused: Vec<RefusedRow>,
}

#[derive(Serialize)]
struct OfferingLink {
    slug: String,
    title: Option<String>,
    nth: usize,
    course: bool,
    taken: i64,
    capacity: Option<i64>,
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

#[derive(Serialize)]
struct RefusedRow {
    person: Option<i64>,
    kind: String,
    error: String,
    at: String,
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

#[get("/gestione/iscritti?<offerta>&<stato>&<cerca>&<pagina>")]
async fn show(
    who: Admin,
    offerta: Option<String>,
    stato: Option<String>,
    cerca: Option<String>,
    pagina: Option<String>,
) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let search: String = single_line(&cerca.unwrap_or_default()).chars().take(80).collect();
    let (offering, state) = (offerta.unwrap_or_default(), stato.unwrap_or_default());
    let page =
        pagina.and_then(|p| p.parse::<usize>().ok()).filter(|p| (1..=100_000).contains(p)).unwrap_or(1);
    let link = |offering: &str, state: &str, page: usize| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("offerta", offering), ("stato", state), ("cerca", search.as_str())] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if page > 1 {
            query.append_pair("pagina", &page.to_string());
        }
        format!("/gestione/iscritti?{}", query.finish())
    };
    let Some(programme) = programme::current(reader).await? else { return Err(PageError::NotFound) };
    let nth_of = |id: i64| programme.workshops().position(|w| w.row.id == id).map_or(0, |index| index + 1);
    let offerings = programme
        .offerings
        .iter()
        .map(|o| OfferingLink {
            slug: o.row.slug.clone(),
            title: o.row.title.clone(),
            nth: nth_of(o.row.id),
            course: o.row.kind == "course",
            taken: o.row.taken,
            capacity: o.row.capacity,
            link: link(&o.row.slug, &state, 1),
            current: o.row.slug == offering,
        })
        .collect();
    let ids: Vec<i64> = programme
        .offerings
        .iter()
        .filter(|o| offering.is_empty() || o.row.slug == offering)
        .map(|o| o.row.id)
        .collect();
    let all = enrolments::in_offerings(reader, &ids).await?;
    let person_ids: Vec<i64> =
        all.iter().map(|e| e.person_id).collect::<std::collections::HashSet<_>>().into_iter().collect();
    let known: HashMap<i64, Person> =
        people::some(reader, &person_ids).await?.into_iter().map(|p| (p.id, p)).collect();
    let wanted = folded(&search);
    let fits = |person: i64| {
        known
            .get(&person)
            .is_some_and(|p| p.erased_at.is_none() && (wanted.is_empty() || p.search.contains(&wanted)))
    };
    let found: Vec<_> = all.into_iter().filter(|e| fits(e.person_id)).collect();
    let states = STATES
        .into_iter()
        .map(|code| StateLink {
            code,
            count: found.iter().filter(|e| e.state == code).count(),
            link: link(&offering, code, 1),
            current: code == state,
        })
        .collect();
    let mut shown: Vec<_> = found
        .into_iter()
        .filter(|e| if state.is_empty() { e.state != "cancelled" } else { e.state == state })
        .collect();
    if state == "waitlisted" {
        shown.sort_by_key(|e| (e.offering_id, e.position));
    } else {
        shown.sort_by_cached_key(|e| known.get(&e.person_id).map(|p| p.search.clone()));
    }
    let total = shown.len();
    let start = ((page - 1) * ON_A_PAGE).min(total);
    let mut rows = Vec::new();
    for enrolment in shown.into_iter().skip(start).take(ON_A_PAGE) {
        let (Some(person), Some(offered)) =
            (known.get(&enrolment.person_id), programme.offering(enrolment.offering_id))
        else {
            continue;
        };
        rows.push(PeopleRow {
            person: person.id,
            name: format!("{} {}", person.family_name, person.given_name),
            email: person.email.clone(),
            phone: person.phone.clone(),
            code: enrolment.code,
            offering: offered.row.title.clone(),
            nth: nth_of(offered.row.id),
            date: offered.first_date(),
            state: enrolment.state,
            reason: enrolment.cancel_reason,
            source: enrolment.source,
            position: enrolment.position,
            since: enrolment.created_at.to_rfc3339(),
        });
    }
    let refused = if state == "refused" { refused(visit).await? } else { Vec::new() };
    let end = start + rows.len();
    let page = PeoplePage {
        previous: (page > 1 && total > 0).then(|| link(&offering, &state, page - 1)),
        next: (end < total).then(|| link(&offering, &state, page + 1)),
        from: if total == 0 { 0 } else { start + 1 },
        to: end,
        offerings,
        offering,
        states,
        state,
        search: search.clone(),
        rows,
        total,
        refused,
    };
    Ok(visit.render("admin/people.html", "people", &page)?)
}

async fn refused(visit: &crate::web::guards::Visit) -> Result<Vec<RefusedRow>, PageError> {
    let letters = outbox::refused(visit.app.desk.store.reader()).await?;
    let row = |letter: outbox::OutboxLetter| RefusedRow {
        person: letter.person_id,
        kind: letter.kind,
        error: letter.last_error.unwrap_or_default(),
        at: letter.ended_at.unwrap_or(letter.dated).to_rfc3339(),
    };
    Ok(letters.into_iter().map(row).collect())
}
