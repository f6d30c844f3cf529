//! What templates can call. Each function reads `lang` from the page; a component that calls one declares `@lang`.

use std::sync::Arc;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use fluent_bundle::FluentArgs;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::bundle::Words;
use super::dates::{self, Form};
use crate::domain::holiday::holiday;
use crate::domain::person::Language;

/// Registers them; done before templates are loaded, so that a wrong name is found at the start.
pub(super) fn register(tera: &mut Tera, words: &Arc<Words>) {
    let own = Arc::clone(words);
    tera.register_function("t", move |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        translate(&own, &kwargs, state)
    });
    tera.register_function("day", |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        let date: NaiveDate = parsed(kwargs.must_get::<&str>("d")?)?;
        let form = kwargs.get::<&str>("form")?.unwrap_or("long");
        let form =
            Form::from_word(form).ok_or_else(|| Error::message(format!("no form of a date: {form}")))?;
        Ok(dates::date(date, form, language(state)?))
    });
    tera.register_function("holiday", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let date: NaiveDate = parsed(kwargs.must_get::<&str>("d")?)?;
        Ok(holiday(date).map_or_else(String::new, |holiday| holiday.code().to_owned()))
    });
    tera.register_function("time", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(dates::time(parsed::<NaiveTime>(kwargs.must_get::<&str>("t")?)?))
    });
    tera.register_function("hours", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(dates::hours(parsed(kwargs.must_get::<&str>("start")?)?, parsed(kwargs.must_get::<&str>("end")?)?))
    });
    tera.register_function("moment", |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        moment(&kwargs, state)
    });
    tera.register_function("url", |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        Ok(localised(kwargs.must_get::<&str>("path")?, language(state)?))
    });
}

/// The address of a page in a language: English is the same path after `/en`.
pub(super) fn localised(path: &str, language: Language) -> String {
    match (language, path) {
        (Language::It, path) => path.to_owned(),
        (Language::En, "/") => "/en/".to_owned(),
        (Language::En, path) => format!("/en{path}"),
    }
}

fn language(state: &State) -> TeraResult<Language> {
    let code: String = state
        .get("lang")?
        .ok_or_else(|| Error::message("lang is not known here: a component declares @lang"))?;
    Ok(Language::from_code(&code))
}

fn parsed<T: std::str::FromStr>(text: &str) -> TeraResult<T> {
    text.parse().map_err(|_| Error::message(format!("not a date or time: {text}")))
}

fn translate(words: &Words, kwargs: &Kwargs, state: &State) -> TeraResult<String> {
    let key: String = kwargs.must_get("key")?;
    let mut args = FluentArgs::new();
    for (name, value) in kwargs.iter() {
        let name = name.as_str().unwrap_or_default().to_owned();
        if name == "key" {
            continue;
        }
        match value.as_i128() {
            Some(number) => args.set(name, i64::try_from(number).unwrap_or(i64::MAX)),
            None => args.set(name, text_of(value)),
        }
    }
    words
        .find(language(state)?, &key, &args)
        .ok_or_else(|| Error::message(format!("no sentence, or an argument is missing: {key}")))
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

/// An instant in words: `martedì 16 settembre, ore 9:00`; with `form="time"` only the time, with `form="short"`
/// the short date and the time, with `form="short-year"` also the year, with `form="day"` only the day.
fn moment(kwargs: &Kwargs, state: &State) -> TeraResult<String> {
    let at: DateTime<Utc> = parsed(kwargs.must_get::<&str>("at")?)?;
    let zone: Tz = parsed(kwargs.get::<&str>("zone")?.unwrap_or("Europe/Rome"))?;
    let (date, time) = dates::local(at, zone);
    let language = language(state)?;
    Ok(match kwargs.get::<&str>("form")?.unwrap_or("long") {
        "time" => dates::time(time),
        "short" => format!("{}, {}", dates::date(date, Form::Short, language), dates::time(time)),
        "short-year" => {
            format!("{} {}, {}", dates::date(date, Form::Short, language), date.year(), dates::time(time))
        }
        "day" => dates::date(date, Form::Day, language),
        _ => {
            let (date, time) = (dates::date(date, Form::Long, language), dates::time(time));
            match language {
                Language::It => format!("{date}, ore {time}"),
                Language::En => format!("{date} at {time}"),
            }
        }
    })
}
