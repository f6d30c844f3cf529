//! What handlers ask of a visit: where to go next, how the person stands, what a refusal says.

use rocket::response::Redirect;
use serde::Serialize;

use super::error::PageError;
use super::guards::Visit;
use super::view::EditionView;
use crate::domain::person::Language;
use crate::domain::refusal::Refusal;
use crate::store::programme::{self, Programme};
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

    /// The edition a page of a person's path is about, with links to the others that are theirs: the one that is named and
    /// still runs, else the oldest that still runs with a place of theirs, else the current one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn season(
        &self,
        person_id: i64,
        named: Option<&str>,
    ) -> Result<Option<(Programme, Vec<OtherEdition>)>, PageError> {
        let reader = self.app.desk.store.reader();
        let mut all = seasons::of_person(reader, person_id, self.now).await?;
        // Somebody may be led to an edition in which they have no place yet: by a waiver, for instance.
        if let Some(key) = named.filter(|key| all.iter().all(|programme| programme.edition.key != *key)) {
            let running = seasons::running(reader, self.now).await?;
            all.extend(running.into_iter().find(|programme| programme.edition.key == key));
        }
        if all.is_empty() {
            return Ok(None);
        }
        let index = all.iter().position(|p| Some(p.edition.key.as_str()) == named).unwrap_or(0);
        let programme = all.remove(index);
        let english = self.language == Language::En;
        Ok(Some((programme, all.iter().map(|other| OtherEdition::of(other, english)).collect())))
    }

    /// After an act in an edition: back to the person's path there, with the word of what was done.
    ///
    /// # Errors
    /// The database failed.
    pub async fn to_path(&self, edition: &str, done: &str) -> Result<Redirect, PageError> {
        let reader = self.app.desk.store.reader();
        let mine = match self.person_id() {
            Some(person_id) => seasons::of_person(reader, person_id, self.now).await?,
            None => Vec::new(),
        };
        // One edition is shown by itself: only another one has to be named.
        let shown = mine.first().is_none_or(|programme| programme.edition.key == edition);
        let named = if shown { String::new() } else { format!("&edizione={edition}") };
        Ok(self.to(&format!("/mio-percorso?fatto={done}{named}")))
    }

    /// The same after an act about an offering.
    ///
    /// # Errors
    /// The database failed.
    pub async fn to_path_of(&self, offering_id: i64, done: &str) -> Result<Redirect, PageError> {
        let reader = self.app.desk.store.reader();
        let meant = programme::of_offering(reader, offering_id).await?.ok_or(PageError::NotFound)?;
        self.to_path(&meant.edition.key, done).await
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
