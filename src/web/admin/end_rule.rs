//! "La regola non è più raggiunta": an admin decides a doubt about the rule, with a reason. The other choice, that it
//! stays reached, is the settling of any task.

use rocket::response::Redirect;
use rocket::{Route, post, routes};

use super::correction::reason_fault;
use super::tasks::{asked, list};
use crate::usecases::No;
use crate::usecases::end_reached::end_reached;
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::Admin;
use crate::web::page::Page;
use crate::web::paging::Paging;
use crate::web::public::sign_up_form::FieldError;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![end]
}

#[post("/gestione/da-fare/<id>/non-raggiunta", data = "<signed>")]
async fn end(who: Admin, id: i64, signed: Signed) -> Result<Redirect, Result<Page, PageError>> {
    let visit = &who.visit;
    let (reason, asked) = (signed.lines("motivo"), asked(&signed));
    if let Some(fault) = reason_fault(visit, &format!("regola-{id}"), &reason) {
        return Err(list(visit, asked, vec![fault], reason).await);
    }
    match end_reached(&visit.app.desk, id, who.viewer.person.id, &reason).await {
        Ok(()) => Ok(visit.to(&Paging::back("/gestione/da-fare", asked, "rule-ended"))),
        Err(No::Refused(refusal)) => {
            let (field, text) = ("da-fare".to_owned(), visit.refusal(&refusal));
            Err(list(visit, asked, vec![FieldError { field, text }], reason).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}
