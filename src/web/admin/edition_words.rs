//! What is wrong with what the office typed about an edition, in words, at the field it is about.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::session_form;
use crate::domain::change::{Edit, EditFault, NOT_PRINTABLE};
use crate::store::programme::{Offered, Programme};
use crate::usecases::shape_edition::NotDone;
use crate::web::error::PageError;
use crate::web::guards::{Viewer, Visit};
use crate::web::papers::unprintable;
use crate::web::public::sign_up_form::FieldError;
use crate::words::Value;
use crate::words::dates::{self, Form};

/// What came of an act that was asked for.
pub enum Came<T> {
    /// It was done.
    Done(T),
    /// It cannot be: a sentence at each field.
    Wrong(Vec<FieldError>),
    /// Somebody else changed the same thing meanwhile.
    Meanwhile,
}

/// What came of an act; `first_day` is the course's, which some sentences name.
///
/// # Errors
/// There is no such thing; a fault.
pub fn came<T>(
    visit: &Visit,
    done: Result<T, NotDone>,
    first_day: Option<NaiveDate>,
) -> Result<Came<T>, PageError> {
    match done {
        Ok(done) => Ok(Came::Done(done)),
        Err(NotDone::Faults(faults)) => {
            Ok(Came::Wrong(faults.iter().map(|fault| sentence(visit, fault, first_day)).collect()))
        }
        Err(NotDone::Meanwhile) => Ok(Came::Meanwhile),
        Err(NotDone::No(no)) => Err(no.into()),
    }
}

/// What came of an act about names; `typed` is what was typed, by field: of what certificates print a sign they cannot print
/// is named.
///
/// # Errors
/// As [`came`].
pub fn came_of_names<T>(
    visit: &Visit,
    done: Result<T, NotDone>,
    typed: &[(&'static str, String)],
) -> Result<Came<T>, PageError> {
    let named = |fault: &EditFault| {
        let typed = typed.iter().find(|(field, _)| *field == fault.field && fault.code == NOT_PRINTABLE);
        typed
            .and_then(|(field, text)| unprintable(visit, field_of(field), text))
            .unwrap_or_else(|| sentence(visit, fault, None))
    };
    match done {
        Err(NotDone::Faults(faults)) => Ok(Came::Wrong(faults.iter().map(named).collect())),
        other => came(visit, other, None),
    }
}

/// The sentence of a fault of an edit, at the field of the form it is about.
pub fn sentence_of(visit: &Visit, edit: Option<&Edit>, fault: &EditFault) -> FieldError {
    let title = match edit {
        Some(Edit::Offering { texts, .. }) if fault.code == NOT_PRINTABLE => texts.title.as_deref(),
        _ => None,
    };
    title
        .and_then(|title| unprintable(visit, field_of(fault.field), title))
        .unwrap_or_else(|| session_form::sentence(visit, fault))
}

/// The sentence of a fault, at the field of the form it is about.
pub fn sentence(visit: &Visit, fault: &EditFault, first_day: Option<NaiveDate>) -> FieldError {
    let about = if fault.field.is_empty() { "all" } else { fault.field };
    let key = match (about, fault.code) {
        // Who has no tick to take away is told who has.
        ("date", "not-before-course") if !decides(visit) => "edition-fault-date-ask".to_owned(),
        _ => format!("edition-fault-{about}-{}", fault.code),
    };
    let date = first_day.map(|date| dates::date(date, Form::Day, visit.language)).unwrap_or_default();
    FieldError {
        field: field_of(fault.field).to_owned(),
        text: visit.app.views.words().with(visit.language, &key, &[("date", Value::Text(&date))]),
    }
}

/// The sentence of a day of the course before the last day to enrol; who cannot move that one is told who can.
pub(super) fn before_closes(visit: &Visit, closes: NaiveDate) -> FieldError {
    let key = if decides(visit) { "edit-date-before-closes" } else { "edit-date-before-closes-ask" };
    let date = dates::date(closes, Form::Long, visit.language);
    let text = visit.app.views.words().with(visit.language, key, &[("date", Value::Text(&date))]);
    FieldError { field: "giorno".to_owned(), text }
}

/// Whether whoever reads the page decides about the rule, and so whether a workshop counts toward it.
pub(super) fn decides(visit: &Visit) -> bool {
    visit.viewer.as_ref().is_some_and(Viewer::decides)
}

/// The field of the form, which is also its id; the form itself for a fault of the act as a whole.
fn field_of(field: &str) -> &'static str {
    match field {
        "title-it" => "titolo_it",
        "title-en" => "titolo_en",
        "key" => "chiave",
        "signature" => "firma",
        "project" => "progetto",
        "city" => "citta",
        "kind" => "tipo",
        "title" => "titolo",
        "slug" => "indirizzo",
        "given" => "nome",
        "family" => "cognome",
        "email" => "email",
        "offerings" => "offerte",
        _ => "modulo",
    }
}

/// The sentences by field, as templates look for them.
pub fn by_field(errors: &[FieldError]) -> BTreeMap<String, String> {
    errors.iter().map(|error| (error.field.clone(), error.text.clone())).collect()
}

/// A session by what it belongs to, as the office's pages name it.
#[derive(Clone, Serialize)]
pub struct SessionName {
    /// Its id.
    pub id: i64,
    /// The title of its offering.
    pub title: Option<String>,
    /// The place of its offering in the programme; 0 = the course.
    pub nth: usize,
    /// Its number; 0 = the only one.
    pub number: i64,
    /// Of how many.
    pub of: i64,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// The title of its edition, where that is another one.
    pub edition: Option<String>,
}

impl SessionName {
    /// One that is being added has no row yet: its id is its number, negative.
    pub fn added(id: i64) -> Self {
        let number = if id < -1 { -id } else { 0 };
        Self { id, title: None, nth: 0, number, of: -id, date: None, edition: None }
    }
}

/// The name of a session; none for one that is not of this edition.
pub fn session_name(programme: &Programme, id: i64) -> Option<SessionName> {
    let (offered, session): (&Offered, _) = programme.session(id)?;
    Some(SessionName {
        id,
        title: offered.row.title.clone(),
        nth: programme.nth(offered.row.id),
        number: if offered.sessions.len() > 1 { session.number } else { 0 },
        of: session.of,
        date: session.date,
        edition: None,
    })
}
