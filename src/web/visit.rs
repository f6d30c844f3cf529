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
use crate::store::{date_requests, editions, seasons};
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

fn redirect(language: Language, path: &str) -> Redirect {
    match language {
        Language::It => Redirect::to(path.to_owned()),
        Language::En => Redirect::to(format!("/en{path}")),
    }
}

impl Visit {
    /// After a form: on to a page, in the language of the address.
    pub fn to(&self, path: &str) -> Redirect {
        redirect(self.language, path)
    }

    /// The same in the other language.
    pub fn to_other_language(&self, path: &str) -> Redirect {
        redirect(self.language.other(), path)
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
    /// still runs, or is over and had to do with them; else the oldest that still runs with a place of theirs, else the
    /// current one.
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
        let known: Vec<i64> = all.iter().map(|programme| programme.edition.id).collect();
        all.extend(seasons::behind(reader, person_id, &known).await?);
        // Somebody may be led to an edition in which they have no place yet: by a waiver, for instance; or none any more.
        if let Some(key) = named.filter(|key| all.iter().all(|programme| programme.edition.key != *key)) {
            let running = seasons::running(reader, self.now).await?;
            let named = running.into_iter().find(|programme| programme.edition.key == key);
            let over = if named.is_none() { seasons::named(reader, key).await? } else { None };
            all.extend(named);
            if let Some(programme) = over
                && seasons::had_part(reader, person_id, &programme).await?
            {
                all.push(programme);
            }
        }
        if all.is_empty() {
            return Ok(None);
        }
        let index = all.iter().position(|p| Some(p.edition.key.as_str()) == named).unwrap_or(0);
        let programme = all.remove(index);
        let english = self.language == Language::En;
        Ok(Some((programme, all.iter().map(|other| OtherEdition::of(other, english)).collect())))
    }

    /// The other edition whose course somebody has done, where pages say so.
    ///
    /// # Errors
    /// The database failed.
    pub async fn done_in(&self, standing: &Standing) -> Result<Option<OtherEdition>, PageError> {
        let Some(id) = standing.course.done_in else { return Ok(None) };
        let edition = editions::find(self.app.desk.store.reader(), id).await?;
        Ok(edition
            .map(|edition| OtherEdition { title: edition.title(self.language).to_owned(), key: edition.key }))
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
        let words = self.app.views.words();
        let state = refusal.state().map(|state| {
            words.plain(self.language, &format!("office-state-{}", state.code().replace('_', "-")))
        });
        let state = state.unwrap_or_default();
        let by = Value::Text(refusal.by().unwrap_or_default());
        let said = [("date", Value::Text(&date)), ("state", Value::Text(&state)), ("by", by)];
        words.with(self.language, refusal.code(), &said)
    }
}
