//! What the office does about certificates: ask about names, publish one or all, print one anew, revoke one.

use rocket::response::Redirect;
use rocket::{Route, post, routes};

use super::certificate_filters::wanted;
use super::certificates::{Shown, done_link, list_link, page};
use super::person::NotDone;
use crate::store::editions::{self, Edition};
use crate::store::{certificates, people};
use crate::usecases::award_all::ask;
use crate::usecases::award_certificate::award_certificate;
use crate::usecases::check_names::check_names;
use crate::usecases::reissue_certificate::reissue_certificate;
use crate::usecases::revoke_certificate::revoke_certificate;
use crate::usecases::{No, Outcome};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::Secretary;
use crate::web::page::Page;
use crate::web::paging::Paging;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![names, one, all, again, revoke]
}

type Answer = Result<Redirect, Result<Page, PageError>>;

/// What is said of a certificate that was printed anew.
const REISSUED: &str = "certificate-reissued";

/// The list that a form was sent from.
struct List {
    /// The state that it shows alone.
    state: Option<&'static str>,
    /// Which page of it.
    page: usize,
}

impl List {
    fn of(form: &Signed) -> Self {
        Self { state: wanted(Some(&form.line("stato"))), page: Paging::asked(Some(&form.line("pagina"))) }
    }

    /// Where an act leads back to: to the row of whom it is about, or to the page. Whoever goes down a list of one
    /// state goes on with it: the row is of another state now, but for one that was printed anew.
    fn after(&self, edition: &str, person: Option<i64>, flash: &str) -> String {
        let list = format!("{}&fatto={flash}", list_link(edition, self.state, self.page));
        match person {
            Some(person) if self.state.is_none() => done_link(edition, person, flash),
            Some(person) if flash == REISSUED => format!("{list}#p{person}"),
            _ => list,
        }
    }
}

/// The edition a form names.
async fn named(who: &Secretary, form: &Signed) -> Result<Edition, PageError> {
    let id: i64 = form.line("edizione").parse().map_err(|_| PageError::NotFound)?;
    of(who, id).await
}

async fn of(who: &Secretary, edition_id: i64) -> Result<Edition, PageError> {
    editions::find(who.visit.app.desk.store.reader(), edition_id).await?.ok_or(PageError::NotFound)
}

/// The edition of a certificate, and whose it is.
async fn of_paper(who: &Secretary, id: i64) -> Result<(Edition, i64), PageError> {
    let row = certificates::find(who.visit.app.desk.store.reader(), id).await?.ok_or(PageError::NotFound)?;
    Ok((of(who, row.edition_id).await?, row.person_id))
}

/// The end of the code of what is said once somebody's certificate was published or revoked: whoever has no address is
/// called, whoever was erased is told nothing.
async fn told(who: &Secretary, person: i64) -> Result<&'static str, PageError> {
    let found = people::living(who.visit.app.desk.store.reader(), person).await?;
    Ok(match found {
        None => "-erased",
        Some(person) if person.email.is_none() => "-call",
        Some(_) => "",
    })
}

/// The page of an edition that has somebody's row, or the one of its list.
fn shown<'a>(who: &Secretary, edition: &'a Edition, list: &List, person: Option<i64>) -> Shown<'a> {
    Shown {
        edition: Some(&edition.key),
        state: list.state,
        page: list.page,
        person,
        print: false,
        staff: who.viewer.person.id,
        asks: false,
        one: None,
    }
}

/// `list` is where it was asked, `person` whom it is about, where that is one; `form` is the field of the reason and what
/// was typed into it, where there is one.
async fn answer<T>(
    who: &Secretary,
    edition: &Edition,
    (list, person): (&List, Option<i64>),
    done: Outcome<T>,
    flash: &str,
    form: Option<(String, String)>,
) -> Answer {
    match done {
        Ok(_) => Ok(who.visit.to(&list.after(&edition.key, person, flash))),
        Err(No::Refused(refusal)) => {
            let (field, reason) = form.map_or((None, String::new()), |(field, reason)| (Some(field), reason));
            let at_field = field.is_some() && refusal.is_about_reason();
            let sentence = who.visit.refusal(&refusal);
            let wrong = NotDone { sentence, field, reason, at_field };
            Err(page(&who.visit, &shown(who, edition, list, person), Some(wrong)).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

#[post("/gestione/attestati/nomi", data = "<form>")]
async fn names(who: Secretary, form: Signed) -> Answer {
    let edition = named(&who, &form).await.map_err(Err)?;
    let done = check_names(&who.visit.app.desk, edition.id, who.viewer.person.id).await;
    answer(&who, &edition, (&List::of(&form), None), done, "names-asked", None).await
}

#[post("/gestione/attestati/pubblica", data = "<form>")]
async fn one(who: Secretary, form: Signed) -> Answer {
    let edition = named(&who, &form).await.map_err(Err)?;
    let Ok(person) = form.line("persona").parse::<i64>() else { return Err(Err(PageError::NotFound)) };
    let seen = form.seen();
    let staff = who.viewer.person.id;
    let done = award_certificate(&who.visit.app.desk, person, edition.id, staff, seen.as_deref()).await;
    let said = format!("certificate-published{}", told(&who, person).await.map_err(Err)?);
    answer(&who, &edition, (&List::of(&form), Some(person)), done, &said, None).await
}

#[post("/gestione/attestati/tutti", data = "<form>")]
async fn all(who: Secretary, form: Signed) -> Answer {
    let edition = named(&who, &form).await.map_err(Err)?;
    let done = ask(&who.visit.app.desk, edition.id, who.viewer.person.id).await;
    answer(&who, &edition, (&List::of(&form), None), done, "certificates-asked", None).await
}

#[post("/gestione/attestati/<id>/riemetti", data = "<form>")]
async fn again(who: Secretary, id: i64, form: Signed) -> Answer {
    let (edition, person) = of_paper(&who, id).await.map_err(Err)?;
    let done = reissue_certificate(&who.visit.app.desk, id, who.viewer.person.id).await;
    answer(&who, &edition, (&List::of(&form), Some(person)), done, REISSUED, None).await
}

#[post("/gestione/attestati/<id>/revoca", data = "<form>")]
async fn revoke(who: Secretary, id: i64, form: Signed) -> Answer {
    let (edition, person) = of_paper(&who, id).await.map_err(Err)?;
    let told = told(&who, person).await.map_err(Err)?;
    // Whoever was erased has no row to lead back to.
    let person = Some(person).filter(|_| told != "-erased");
    let (field, reason, list) = (format!("motivo-{id}"), form.lines("motivo"), List::of(&form));
    let done = revoke_certificate(&who.visit.app.desk, id, who.viewer.person.id, &reason).await;
    let said = format!("certificate-revoked{told}");
    answer(&who, &edition, (&list, person), done, &said, Some((field, reason))).await
}
