//! What the office and the command line did: one sentence each, newest first, by person, session, author and act.

use rocket::{Route, get, routes};
use serde::Serialize;

use super::audit_view::{AuditLine, Somebody, lines, somebody};
use super::session_line::{Seasons, SessionLine};
use crate::store::audit::{self, Wanted};
use crate::store::newest::Part;
use crate::web::error::PageError;
use crate::web::guards::Reader;
use crate::web::page::Page;
use crate::web::paging::Paging;

/// How many lines a page shows.
const ON_A_PAGE: usize = 50;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct AuditPage {
    lines: Vec<AuditLine>,
    acts: Vec<Choice>,
    authors: Vec<Author>,
    /// Whose lines are shown; none = everybody's.
    person: Option<Somebody>,
    /// The session whose lines are shown.
    session: Option<SessionLine>,
    filtered: bool,
    total: usize,
    from: usize,
    to: usize,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Serialize)]
struct Choice {
    code: String,
    link: String,
    current: bool,
}

#[derive(Serialize)]
struct Author {
    who: Somebody,
    link: String,
    current: bool,
}

#[get("/gestione/storia?<persona>&<chi>&<incontro>&<cosa>&<pagina>")]
async fn show(
    who: Reader,
    persona: Option<&str>,
    chi: Option<&str>,
    incontro: Option<&str>,
    cosa: Option<&str>,
    pagina: Option<&str>,
) -> Result<Page, PageError> {
    let visit = &who.visit;
    let reader = visit.app.desk.store.reader();
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<i64>().ok());
    let (acts, actors) = audit::occurring(reader).await?;
    let wanted = Wanted {
        person: number(persona),
        actor: number(chi).filter(|id| actors.contains(id)),
        session: number(incontro),
        act: cosa.filter(|code| acts.iter().any(|act| act == code)).map(str::to_owned),
    };
    let total = audit::count(reader, &wanted).await?;
    let paging = Paging::new(Paging::asked(pagina), total, ON_A_PAGE);
    let rows = audit::page(reader, &wanted, Part { before: paging.before, most: ON_A_PAGE, total }).await?;
    let people = somebody(visit, &actors).await?;
    let session = match wanted.session {
        Some(id) => Seasons::new(visit).session(id).await?,
        None => None,
    };
    let concerned: Vec<i64> = wanted.person.into_iter().collect();
    let page = AuditPage {
        lines: lines(visit, &rows, who.viewer.decides()).await?,
        acts: acts
            .into_iter()
            .map(|code| Choice {
                link: link(&Wanted { act: Some(code.clone()), ..wanted.clone() }, 1),
                current: wanted.act.as_ref() == Some(&code),
                code,
            })
            .collect(),
        authors: people
            .into_iter()
            .map(|who| Author {
                link: link(&Wanted { actor: Some(who.id), ..wanted.clone() }, 1),
                current: wanted.actor == Some(who.id),
                who,
            })
            .collect(),
        person: somebody(visit, &concerned).await?.pop(),
        session,
        filtered: wanted != Wanted::default(),
        total,
        from: paging.from,
        to: paging.to,
        previous: paging.previous.map(|page| link(&wanted, page)),
        next: paging.next.map(|page| link(&wanted, page)),
    };
    Ok(visit.render("admin/audit.html", "audit", &page)?)
}

/// The address of a page with these filters.
fn link(wanted: &Wanted, page: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            query.append_pair(name, &value);
        }
    };
    add("persona", wanted.person.map(|id| id.to_string()));
    add("chi", wanted.actor.map(|id| id.to_string()));
    add("incontro", wanted.session.map(|id| id.to_string()));
    add("cosa", wanted.act.clone());
    add("pagina", (page > 1).then(|| page.to_string()));
    let query = query.finish();
    if query.is_empty() { "/gestione/storia".to_owned() } else { format!("/gestione/storia?{query}") }
}
