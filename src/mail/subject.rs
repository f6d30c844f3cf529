//! The subject of a letter: one sentence of its own, given all that a subject may name. Nothing private is among
//! it: titles, dates, hours, numbers and the first name.

use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Europe::Rome;

use crate::domain::letter::{Letter, Payload, SessionFacts};
use crate::domain::person::Language;
use crate::words::dates::{self, Form};
use crate::words::{Value, Words};

/// The subject of a letter in a language.
pub(super) fn subject(words: &Words, payload: &Payload, language: Language) -> String {
    let texts = texts(words, payload, language);
    let mut args: Vec<(&str, Value<'_>)> =
        texts.iter().map(|(name, text)| (*name, Value::Text(text))).collect();
    args.extend(numbers(&payload.letter).map(|(name, number)| (name, Value::Number(number))));
    words.with(language, &format!("mail-subject-{}", payload.letter.code()), &args)
}

/// What it may name in words, empty where it is not known; and `yes` or `no`, which sentences choose by.
fn texts(words: &Words, payload: &Payload, language: Language) -> Vec<(&'static str, String)> {
    let letter = &payload.letter;
    let session = main_session(letter);
    let date = session.and_then(|s| s.date);
    let date_long = date.map(|d| dates::date(d, Form::Long, language)).unwrap_or_default();
    let time = session.and_then(|s| s.start).map(dates::time).unwrap_or_default();
    let hours = session.and_then(|s| Some(dates::hours(s.start?, s.end?))).unwrap_or_default();
    let (from, to) = moved(letter, language).unwrap_or_default();
    let (until_day, until_time) = until(letter, language).unwrap_or_default();
    let yes = |is: bool| if is { "yes".to_owned() } else { "no".to_owned() };
    vec![
        ("given", payload.to.given_name.clone()),
        ("name", name(words, letter, language)),
        ("date_long", date_long),
        ("from", from),
        ("to", to),
        ("until_day", until_day),
        ("until_time", until_time),
        ("change", change(letter).to_owned()),
        ("course", yes(is_course(letter))),
        ("has_day", yes(date.is_some())),
        ("has_time", yes(!time.is_empty())),
        ("has_hours", yes(!hours.is_empty())),
        ("has_given", yes(!payload.to.given_name.is_empty())),
        ("in_line", yes(position(letter).is_some())),
        ("open_to_all", yes(matches!(letter, Letter::OfferLapsed { open_to_all: true, .. }))),
        ("to_confirm", to_confirm(letter).to_owned()),
        ("has_course_place", yes(matches!(letter, Letter::RuleReached { has_course_place: true, .. }))),
        ("by_decision", yes(matches!(letter, Letter::RuleReached { by_decision: true, .. }))),
        ("was_provisional", yes(matches!(letter, Letter::CourseConfirmed { was_provisional: true, .. }))),
        (
            "declined",
            yes(matches!(
                letter,
                Letter::PlaceReleased { declined: true, .. } | Letter::CourseLeft { declined: true, .. }
            )),
        ),
        ("again", yes(matches!(letter, Letter::ProvisionalPlace { again: true, .. }))),
        ("today", yes(matches!(letter, Letter::TomorrowInTheRoom { today: true, .. }))),
        ("taken_off", yes(matches!(letter, Letter::NotTomorrow { taken_off: true, .. }))),
        ("time", time),
        ("hours", hours),
    ]
}

/// What it may count.
fn numbers(letter: &Letter) -> [(&'static str, i64); 7] {
    let session = main_session(letter);
    let of_session = |number: fn(&SessionFacts) -> u32| session.map_or(0, |s| i64::from(number(s)));
    [
        ("nth", of_session(|s| s.number)),
        ("of", of_session(|s| s.of)),
        ("workshop", of_session(|s| s.title.nth)),
        ("position", position(letter).map_or(0, i64::from)),
        ("missing", letter.path().map_or(0, |path| i64::from(path.missing))),
        ("count", count(letter)),
        ("away", away(letter)),
    ]
}

/// The session a letter is about.
fn main_session(letter: &Letter) -> Option<&SessionFacts> {
    match letter {
        Letter::HoldEnded { session }
        | Letter::PlaceConfirmed { session, .. }
        | Letter::WaitingListJoined { session, .. }
        | Letter::PlaceReleased { session, .. }
        | Letter::AttendedStillShort { session, .. }
        | Letter::AbsentStillShort { session, .. }
        | Letter::DisputeDeclined { session, .. }
        | Letter::PlaceOffered { session, .. }
        | Letter::PlaceFree { session, .. }
        | Letter::OfferLapsed { session, .. }
        | Letter::LineClosed { session, .. }
        | Letter::Reminder { session, .. }
        | Letter::DateOut { session }
        | Letter::SessionChanged { session, .. }
        | Letter::SessionCancelled { session, .. }
        | Letter::OfferingCancelled { session, .. }
        | Letter::TomorrowInTheRoom { session, .. }
        | Letter::NotTomorrow { session, .. } => Some(session),
        Letter::CourseDay { invite } | Letter::CourseDayCancelled { invite } => Some(&invite.session),
        Letter::MarkCorrected { corrected, .. } => Some(&corrected.session),
        _ => None,
    }
}

/// The official title of what a letter is about; while there is none, a word for it, as in the letter itself.
fn name(words: &Words, letter: &Letter, language: Language) -> String {
    let Some(session) = main_session(letter) else { return String::new() };
    let nth = session.title.nth;
    match session.title.official.as_str() {
        "" if is_course(letter) => words.plain(language, "mail-course-untitled"),
        "" if nth > 0 => words.with(language, "workshop-nth", &[("n", Value::Number(i64::from(nth)))]),
        "" => words.plain(language, "mail-workshop-untitled"),
        official => official.to_owned(),
    }
}

/// Whether a letter that is written for workshops and for the course is about the course.
fn is_course(letter: &Letter) -> bool {
    match letter {
        Letter::DisputeDeclined { course, .. }
        | Letter::PlaceOffered { course, .. }
        | Letter::PlaceFree { course, .. }
        | Letter::OfferLapsed { course, .. }
        | Letter::LineClosed { course, .. }
        | Letter::Reminder { course, .. }
        | Letter::SessionChanged { course, .. }
        | Letter::SessionCancelled { course, .. }
        | Letter::OfferingCancelled { course, .. }
        | Letter::TomorrowInTheRoom { course, .. }
        | Letter::NotTomorrow { course, .. } => *course,
        Letter::MarkCorrected { corrected, .. } => corrected.course,
        // Only workshops have a place in the programme.
        Letter::CourseDay { invite } | Letter::CourseDayCancelled { invite } => invite.session.title.nth == 0,
        _ => false,
    }
}

/// Whether there are new choices to confirm; else `free` where there is a place to take.
fn to_confirm(letter: &Letter) -> &'static str {
    match letter {
        Letter::KnownSignUp { choices, .. } if !choices.is_empty() => "yes",
        Letter::KnownSignUp { free, .. } if !free.is_empty() => "free",
        _ => "no",
    }
}

fn position(letter: &Letter) -> Option<u32> {
    match letter {
        Letter::WaitingListJoined { position, .. } | Letter::CourseWaiting { position, .. } => {
            Some(*position)
        }
        Letter::OfferLapsed { position, .. } => *position,
        _ => None,
    }
}

/// How many days it is until a session.
fn away(letter: &Letter) -> i64 {
    match letter {
        Letter::Reminder { away, .. } => i64::try_from(*away).unwrap_or(i64::MAX),
        _ => 0,
    }
}

/// People expected, or things to do.
fn count(letter: &Letter) -> i64 {
    match letter {
        Letter::TomorrowInTheRoom { expected, .. } => i64::from(*expected),
        Letter::Digest { lines, more, .. } => {
            i64::try_from(lines.len()).unwrap_or(i64::MAX).saturating_add(i64::from(*more))
        }
        _ => 0,
    }
}

/// The greatest of the changes that a letter tells: first the date, then the hours, then the place.
fn change(letter: &Letter) -> &'static str {
    let Letter::SessionChanged { was, session, offer, .. } = letter else { return "" };
    match (was.date, session.date) {
        // Facts of nothing: the session was not there before.
        (None, _) if was.number == 0 => "added",
        // Nothing moved in the end.
        _ if offer.has_ended() && was.appointment() == session.appointment() => "ended",
        (None, Some(_)) => "dated",
        (Some(before), Some(after)) if before != after => "date",
        _ if was.start.is_none() && session.start.is_some() => "timed",
        _ if (was.start, was.end) != (session.start, session.end) => "hours",
        _ if was.place.is_none() && session.place.is_some() => "placed",
        _ => "place",
    }
}

/// From which day to which: `gio 2`, `mar 7 ottobre`; the first with its month where it is another one.
fn moved(letter: &Letter, language: Language) -> Option<(String, String)> {
    let Letter::SessionChanged { was, session, .. } = letter else { return None };
    let (from, to) = (was.date?, session.date?);
    let in_forms = |date: NaiveDate, form| {
        format!("{} {}", dates::date(date, Form::Weekday, language), dates::date(date, form, language))
    };
    let one_month = (from.year(), from.month()) == (to.year(), to.month());
    let form = if one_month { Form::Number } else { Form::Day };
    Some((in_forms(from, form), in_forms(to, Form::Day)))
}

/// The local day and time until which a place is held.
fn until(letter: &Letter, language: Language) -> Option<(String, String)> {
    let Letter::PlaceOffered { session, until, .. } = letter else { return None };
    let (date, time) = dates::local(*until, session.zone.parse().unwrap_or(Rome));
    Some((dates::date(date, Form::Long, language), dates::time(time)))
}
