//! The statement of a workshop for somebody who asks the office for it: a button makes it, then it is a PDF to print or
//! to send. Whoever has an e-mail address fetches their own.

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};

use super::person::{NotDone, page};
use crate::domain::offering::Kind;
use crate::store::{certificates, enrolments};
use crate::usecases::issue_statement::issue_statement;
use crate::usecases::{Actor, No};
use crate::web::error::PageError;
use crate::web::fields::Signed;
use crate::web::guards::{Reader, Secretary};
use crate::web::page::Page;
use crate::web::papers::{PdfFile, pdf};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![issue, statement]
}

#[post("/gestione/persone/<id>/attestazioni/<enrolment>", data = "<_signed>")]
async fn issue(
    who: Secretary,
    id: i64,
    enrolment: i64,
    _signed: Signed,
) -> Result<Redirect, Result<Page, PageError>> {
    let actor = Actor::Staff(who.viewer.person.id);
    match issue_statement(&who.visit.app.desk, id, enrolment, actor).await {
        Ok(_) => Ok(who.visit.to(&format!("/gestione/persone/{id}/attestazioni/{enrolment}.pdf"))),
        Err(No::Refused(refusal)) => {
            let sentence = who.visit.refusal(&refusal);
            let wrong = NotDone { sentence, field: None, reason: String::new(), at_field: false };
            Err(page(&who.visit, &who.viewer, id, None, Some(wrong)).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

/// The valid statement of an enrolment of this person, once there is one.
#[get("/gestione/persone/<id>/attestazioni/<file>")]
async fn statement(who: Reader, id: i64, file: &str) -> Result<PdfFile, PageError> {
    let named: Option<i64> = file.strip_suffix(".pdf").and_then(|name| name.parse().ok());
    let reader = who.visit.app.desk.store.reader();
    let enrolment = enrolments::find(reader, named.ok_or(PageError::NotFound)?).await?;
    let theirs = enrolment.filter(|e| e.person_id == id).ok_or(PageError::NotFound)?;
    let row = certificates::valid_of(reader, id, theirs.offering_id).await?;
    pdf(&who.visit, &row.filter(|row| row.kind() == Kind::Workshop).ok_or(PageError::NotFound)?).await
}
