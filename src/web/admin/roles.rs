//! Who has which role in the office: given, changed and taken away by admins.

use std::collections::HashMap;

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::domain::person::EmailAddress;
use crate::domain::refusal::Refusal;
use crate::domain::role::{Role, Seen};
use crate::store::roles::RoleRow;
use crate::store::{people, roles};
use crate::usecases::grant_role::{Named, change_role, grant_listed_role};
use crate::usecases::{Actor, No};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Admin, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::{self, FieldError, fault};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, give, change]
}

#[derive(Default, Serialize)]
struct RolesPage {
    rows: Vec<RoleLine>,
    /// Codes of all roles, the one that may do most first.
    roles: Vec<&'static str>,
    answers: Answers,
    /// The list that the form to give a role was filled in on.
    seen: String,
    errors: Vec<FieldError>,
    error: HashMap<String, String>,
    /// What could not be done about somebody of the list.
    refused: Option<String>,
    /// What somebody else did meanwhile.
    meanwhile: Option<Meanwhile>,
}

/// A role that is another one than whoever changed it has seen.
#[derive(Serialize)]
struct Meanwhile {
    /// Whose.
    who: String,
    /// What it is now; empty = none.
    now: &'static str,
    /// What it would have become; empty = none.
    chosen: &'static str,
}

#[derive(Default, Serialize)]
struct Answers {
    email: String,
    nome: String,
    cognome: String,
    ruolo: String,
}

#[derive(Serialize)]
struct RoleLine {
    person: i64,
    name: String,
    email: Option<String>,
    role: String,
    since: String,
    own: bool,
}

#[get("/gestione/ruoli")]
async fn show(who: Admin) -> Result<Page, PageError> {
    page(&who, RolesPage::default()).await
}

async fn page(who: &Admin, mut page: RolesPage) -> Result<Page, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let all = roles::all(reader).await?;
    let known = people::some(reader, &all.iter().map(|row| row.person_id).collect::<Vec<_>>()).await?;
    page.rows = known
        .iter()
        .filter_map(|person| {
            let row = all.iter().find(|row| row.person_id == person.id)?;
            Some(RoleLine {
                person: person.id,
                name: person.full_name(),
                email: person.email.clone(),
                role: row.role.clone(),
                since: row.granted_at.to_rfc3339(),
                own: person.id == who.viewer.person.id,
            })
        })
        .collect();
    page.roles = Role::ALL.into_iter().map(Role::code).collect();
    if page.seen.is_empty() {
        page.seen = listed(&all);
    }
    page.error = page.errors.iter().map(|error| (error.field.clone(), error.text.clone())).collect();
    let failed = !page.errors.is_empty() || page.refused.is_some();
    let rendered = who.visit.render("admin/roles.html", "roles", &page)?;
    Ok(if failed { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// Who has which role, as the form to give one carries it: `12:admin 15:reader`.
fn listed(all: &[RoleRow]) -> String {
    all.iter().map(|row| format!("{}:{}", row.person_id, row.role)).collect::<Vec<_>>().join(" ")
}

/// The same, read back.
fn read_list(listed: &str) -> HashMap<i64, Role> {
    let pair = |part: &str| {
        let (person, code) = part.split_once(':')?;
        Some((person.parse().ok()?, Role::from_code(code)?))
    };
    listed.split(' ').filter_map(pair).collect()
}

/// The page again, with what somebody else did meanwhile beside what was chosen. Sent again, the newer wins knowingly.
async fn overtaken(
    who: &Admin,
    person_id: Option<i64>,
    chosen: Option<Role>,
    answers: Answers,
) -> Result<Page, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let known = match person_id {
        Some(id) => people::living(reader, id).await?,
        None => None,
    };
    let person = known.ok_or(PageError::NotFound)?;
    let now = roles::of_person(reader, person.id).await?;
    let name = Some(person.full_name()).filter(|name| !name.is_empty());
    let meanwhile = Meanwhile {
        who: name.or(person.email).unwrap_or_default(),
        now: now.map(Role::code).unwrap_or_default(),
        chosen: chosen.map(Role::code).unwrap_or_default(),
    };
    let refused = Some(who.visit.refusal(&Refusal::RoleChangedMeanwhile));
    page(who, RolesPage { answers, refused, meanwhile: Some(meanwhile), ..RolesPage::default() }).await
}

#[post("/gestione/ruoli", data = "<signed>")]
async fn give(who: Admin, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let answers = Answers {
        email: signed.line("email"),
        nome: signed.line("nome"),
        cognome: signed.line("cognome"),
        ruolo: signed.line("ruolo"),
    };
    let seen = signed.line("visti");
    let (email, role) = match read(&who.visit, &answers) {
        Ok(read) => read,
        Err(errors) => {
            return Err(page(&who, RolesPage { answers, seen, errors, ..RolesPage::default() }).await);
        }
    };
    let named = Named { given_name: &answers.nome, family_name: &answers.cognome };
    let (desk, actor) = (&who.visit.app.desk, Actor::Staff(who.viewer.person.id));
    match grant_listed_role(desk, &email, named, role, &read_list(&seen), actor).await {
        Ok(()) => Ok(who.visit.to("/gestione/ruoli?fatto=role-given")),
        Err(No::Refused(Refusal::RoleChangedMeanwhile)) => {
            let known = people::by_email(desk.store.reader(), email.as_str()).await;
            let person = known.map_err(|error| Err(PageError::from(error)))?.map(|person| person.id);
            Err(overtaken(&who, person, Some(role), answers).await)
        }
        Err(No::Refused(refusal)) => {
            let refused = Some(who.visit.refusal(&refusal));
            Err(page(&who, RolesPage { answers, seen, refused, ..RolesPage::default() }).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

/// What was typed, or a sentence at each field that is wrong.
fn read(visit: &Visit, answers: &Answers) -> Result<(EmailAddress, Role), Vec<FieldError>> {
    let mut errors = Vec::new();
    if let Err(wrong) = sign_up_form::email(&answers.email) {
        errors.push(fault(visit, "email", &wrong.code));
    }
    for (field, value) in [("nome", &answers.nome), ("cognome", &answers.cognome)] {
        // A name is asked for, and not needed: who has a role may be known by their address alone.
        if let Err(wrong) = sign_up_form::name(value)
            && !value.is_empty()
        {
            errors.push(fault(visit, field, &wrong.code));
        }
    }
    let (email, role) = (EmailAddress::parse(&answers.email).ok(), Role::from_code(&answers.ruolo));
    if role.is_none() {
        errors.push(fault(visit, "ruolo", "missing"));
    }
    match (email, role) {
        (Some(email), Some(role)) if errors.is_empty() => Ok((email, role)),
        _ => Err(errors),
    }
}

#[post("/gestione/ruoli/<person>", data = "<signed>")]
async fn change(who: Admin, person: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let role = match signed.line("ruolo").as_str() {
        "nessuno" => None,
        code => Some(Role::from_code(code).ok_or(Err(PageError::NotFound))?),
    };
    let seen = Seen::Role(Role::from_code(&signed.line("visto")));
    let actor = Actor::Staff(who.viewer.person.id);
    match change_role(&who.visit.app.desk, person, seen, role, actor).await {
        // Who took their own role away would be led to a page that is not theirs any more.
        Ok(()) if person == who.viewer.person.id && role != Some(Role::Admin) => {
            Ok(who.visit.to(if role.is_some() { "/gestione?fatto=role-changed" } else { "/mio-percorso" }))
        }
        Ok(()) => {
            let done = if role.is_some() { "role-changed" } else { "role-taken" };
            Ok(who.visit.to(&format!("/gestione/ruoli?fatto={done}")))
        }
        Err(No::Refused(Refusal::RoleChangedMeanwhile)) => {
            Err(overtaken(&who, Some(person), role, Answers::default()).await)
        }
        Err(No::Refused(refusal)) => {
            let refused = Some(who.visit.refusal(&refusal));
            Err(page(&who, RolesPage { refused, ..RolesPage::default() }).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}
