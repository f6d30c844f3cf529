//! One edition for the office: its names, its rule, the order of what it offers; as a file to keep.

use rocket::http::{ContentType, Header};
use rocket::response::Redirect;
use rocket::{Responder, Route, get, post, routes};

use super::edition_form::{NamesAnswers, WholeRule};
use super::edition_page::{Shown, Typed, of_key, page};
use super::edition_words::{Came, came, came_of_names};
use super::impact_view::{Came as Asked, ask};
use super::reason::reason_fault;
use super::session_form::sentence;
use super::why::Why;
use crate::domain::change::Edit;
use crate::domain::edition::EditionStatus;
use crate::domain::edition_file::write;
use crate::usecases::change_programme::{Seen, Wanted};
use crate::usecases::export_edition::export_edition;
use crate::usecases::shape_edition::rename::{if_renamed, rename_edition};
use crate::usecases::shape_edition::reshape::move_offering;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Admin, Reader, Secretary};
use crate::web::page::Page;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, rename, rule, order]
}

/// Either the next page, or the same one with what it means or what has to be mended.
type Answer = Result<Redirect, Result<Page, PageError>>;

/// The page of an edition, or its file.
#[derive(Responder)]
enum PageOrFile {
    Page(Page),
    File(Box<TomlFile>),
}

/// An edition as a file to keep.
#[derive(Responder)]
struct TomlFile {
    text: String,
    kind: ContentType,
    name: Header<'static>,
}

#[get("/gestione/edizioni/<name>")]
async fn show(who: Reader, name: &str) -> Result<PageOrFile, PageError> {
    let Some(key) = name.strip_suffix(".toml") else {
        return Ok(PageOrFile::Page(page(&who.visit, name, Shown::default()).await?));
    };
    let file = export_edition(&who.visit.app.desk, key).await?;
    let name = format!("attachment; filename=\"{}.toml\"", file.edition.key);
    Ok(PageOrFile::File(Box::new(TomlFile {
        text: write(&file),
        kind: ContentType::new("application", "toml").with_params(("charset", "utf-8")),
        name: Header::new("Content-Disposition", name),
    })))
}

#[post("/gestione/edizioni/<key>", data = "<signed>")]
async fn rename(who: Secretary, key: &str, signed: Signed) -> Answer {
    let programme = of_key(&who.visit, key).await.map_err(Err)?;
    let version = signed.line("versione").parse().unwrap_or(0);
    let answers = NamesAnswers::read(&signed);
    let (desk, id, names) = (&who.visit.app.desk, programme.edition.id, answers.names());
    let typed = answers.fields();
    let mut shown = Shown { typed: Typed::Names(answers), seen: Some(version), ..Shown::default() };
    let button = signed.line("azione");
    if button == "torna" {
        return Err(page(&who.visit, key, shown).await);
    }
    // Nobody reads a draft: there is nothing to show first.
    let save = button == "salva" || programme.edition.status() != EditionStatus::Published;
    let done = if save {
        rename_edition(desk, id, version, &names, who.viewer.person.id).await.map(|()| None)
    } else {
        if_renamed(desk, id, version, &names).await.map(Some)
    };
    match came_of_names(&who.visit, done, &typed).map_err(Err)? {
        Came::Done(None) => return Ok(who.visit.to(&format!("/gestione/edizioni/{key}?fatto=changed"))),
        Came::Done(impact) => shown.impact = impact,
        Came::Wrong(errors) => shown.errors = errors,
        Came::Meanwhile => shown.meanwhile = true,
    }
    Err(page(&who.visit, key, shown).await)
}

#[post("/gestione/edizioni/<key>/regola", data = "<signed>")]
async fn rule(who: Admin, key: &str, signed: Signed) -> Answer {
    let programme = of_key(&who.visit, key).await.map_err(Err)?;
    let edition = &programme.edition;
    let version = signed.line("versione").parse().unwrap_or(0);
    let answers = WholeRule::read(&signed);
    let parsed = answers.parsed(&edition.rule());
    let why = signed.lines(Why::FIELD);
    let mut shown =
        Shown { typed: Typed::Rule(answers), seen: Some(version), why: why.clone(), ..Shown::default() };
    let button = signed.line("azione");
    if button == "torna" {
        return Err(page(&who.visit, key, shown).await);
    }
    let to = match parsed {
        Ok(to) => to,
        Err(faults) => {
            shown.errors = faults.iter().map(|fault| sentence(&who.visit, fault)).collect();
            return Err(page(&who.visit, key, shown).await);
        }
    };
    let wanted = Wanted {
        edition: edition.id,
        edits: vec![Edit::Rule { to }],
        seen: vec![Seen::Edition(edition.id, version)],
    };
    // Nobody is on their way in a draft: there is nothing to show first, and nobody to whom a reason would be owed.
    let draft = edition.status() == EditionStatus::Draft;
    let fault = match button == "regola-conferma" && !draft {
        true => reason_fault(&who.visit, Why::FIELD, &why),
        false => None,
    };
    let save = draft || (button == "regola-conferma" && fault.is_none());
    let office = Secretary { visit: who.visit.clone(), viewer: who.viewer.clone() };
    let said = Some(why.as_str()).filter(|_| !draft);
    match ask(&office, &wanted, save, said).await.map_err(Err)? {
        Asked::Saved(flash) => return Ok(who.visit.to(&format!("/gestione/edizioni/{key}?fatto={flash}"))),
        Asked::Means(impact) => {
            shown.impact = Some(*impact);
            shown.errors.extend(fault);
        }
        Asked::Wrong(errors) => shown.errors = errors,
        Asked::Meanwhile => shown.meanwhile = true,
    }
    Err(page(&who.visit, key, shown).await)
}

#[post("/gestione/edizioni/<key>/ordine", data = "<signed>")]
async fn order(who: Secretary, key: &str, signed: Signed) -> Answer {
    let programme = of_key(&who.visit, key).await.map_err(Err)?;
    let id = signed.line("offerta").parse::<i64>().map_err(|_| Err(PageError::NotFound))?;
    if programme.offering(id).is_none() {
        return Err(Err(PageError::NotFound));
    }
    let up = signed.line("azione") == "su";
    let done = move_offering(&who.visit.app.desk, id, up, who.viewer.person.id).await;
    match came(&who.visit, done, None).map_err(Err)? {
        Came::Done(()) => Ok(who.visit.to(&format!("/gestione/edizioni/{key}?fatto=changed"))),
        Came::Wrong(errors) => Err(page(&who.visit, key, Shown { errors, ..Shown::default() }).await),
        Came::Meanwhile => Err(page(&who.visit, key, Shown { meanwhile: true, ..Shown::default() }).await),
    }
}
