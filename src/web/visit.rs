//! What handlers ask of a visit: where to go next, how the person stands, what a refusal says.

use rocket::response::Redirect;
use serde::Serialize;

use super::error::PageError;
use super::guards::Visit;
use super::view::EditionView;
use crate::domain::person::Language;
use crate::domain::refusal::Refusal;
use crate::store::programme::Programme;
use crate::store::standing::{self, Standing};
use crate::store::{date_requests, seasons};
use crate::words::Value;
use crate::words::dates::{self, Form};

/// Another edition that is a person's.
#[derive(Clone, Debug, Serialize)]
pub struct OtherEdition {
    /// Its key, which addresses name.
    key: String,
    /// Its title in the language of the page.
    title: String,
}

impl OtherEdition {
    fn of(programme: &Programme, english: bool) -> Self {
        let view = EditionView::of(programme, english);
        Self { key: view.key, title: view.title }
    }
}

impl Visit {
    /// After a form: on to a page, in the language of the address.
    pub fn to(&self, path: &str) -> Redirect {
        match self.language {
            Language::It => Redirect::to(path.to_owned()),
            Language::En => Redirect::to(format!("/en{path}")),
        }
    }

    /// The person who is signed in.
    pub fn person_id(&self) -> Option<i64> {
        self.viewer.as_ref().map(|viewer| viewer.person.id)
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

    /// The edition a page of a person's path is about, with links to the others that are theirs: the one that is named,
    /// else the oldest that still runs with a place of theirs, else the current one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn season(
        &self,
        person_id: i64,
        named: Option<&str>,
    ) -> Result<Option<(Programme, Vec<OtherEdition>)>, PageError> {
        let mut all = seasons::of_person(self.app.desk.store.reader(), person_id, self.now).await?;
        if all.is_empty() {
            return Ok(None);
        }
        let index = all.iter().position(|p| Some(p.edition.key.as_str()) == named).unwrap_or(0);
        let programme = all.remove(index);
        let english = self.language == Language::En;
        Ok(Some((programme, all.iter().map(|other| OtherEdition::of(other, english)).collect())))
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
