//! What handlers ask of a visit: where to go next, how the person stands, what a refusal says.

use rocket::response::Redirect;

use super::error::PageError;
use super::guards::Visit;
use crate::domain::person::Language;
use crate::domain::refusal::Refusal;
use crate::store::date_requests;
use crate::store::programme::Programme;
use crate::store::standing::{self, Standing};
use crate::words::Value;
use crate::words::dates::{self, Form};

impl Visit {
    /// After a form: on to a page, in the language of the address.
    pub fn to(&self, path: &str) -> Redirect {
        match self.language {
            Language::It => Redirect::to(path.to_owned()),
            Language::En => Redirect::to(format!("/en{path}")),
        }
    }

    /// How the viewer stands in an edition; none for somebody who is not signed in.
    ///
    /// # Errors
    /// The database failed.
    pub async fn standing(&self, programme: &Programme) -> Result<Option<Standing>, PageError> {
        let Some(viewer) = &self.viewer else { return Ok(None) };
        let reader = self.app.desk.store.reader();
        Ok(Some(standing::of_person(reader, programme, viewer.person.id, self.now).await?))
    }

    /// The workshops whose date the viewer asked to be told of.
    ///
    /// # Errors
    /// The database failed.
    pub async fn asked(&self) -> Result<Vec<i64>, PageError> {
        match self.viewer.as_ref().and_then(|viewer| viewer.person.email.as_deref()) {
            Some(email) => Ok(date_requests::open_of(self.app.desk.store.reader(), email).await?),
            None => Ok(Vec::new()),
        }
    }

    /// The sentence of a refusal.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let date =
            refusal.date().map(|date| dates::date(date, Form::Long, self.language)).unwrap_or_default();
        self.app.views.words().with(self.language, refusal.code(), &[("date", Value::Text(&date))])
    }
}
