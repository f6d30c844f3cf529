//! What an edition's file must say: every fault is collected, none stops the check of the rest.

use std::collections::HashSet;

use chrono_tz::Tz;
use toml::Spanned;

use super::checked::{CheckedEdition, CheckedOffering, CheckedSession, CheckedTrainer};
use super::lines::Lines;
use super::reading::{OfferingRead, Reading};
use super::walk::Walk;
use super::{RawEdition, RawFile, RawOffering, RawSession, RawTrainer, together};
use crate::domain::certificate::CanPrint;
use crate::domain::edition::{CourseAdmission, Rule};
use crate::domain::offering::Kind;
use crate::domain::person::EmailAddress;
use crate::domain::session::{Hours, Timing, TimingFault};
use crate::domain::text::multi_line;

/// The zones whose VTIMEZONE is tested; others are refused by name.
const ZONES: [Tz; 1] = [chrono_tz::Europe::Rome];

pub(super) fn check(text: &str, raw: &RawFile, can_print: Option<CanPrint>) -> Reading {
    let mut walk = Walk { text, faults: Vec::new(), can_print };
    if *raw.format.get_ref() != 1 {
        walk.fault(&raw.format, "format", "this program reads format = 1");
    }
    let edition = check_edition(&mut walk, raw.edition.get_ref());
    let trainers: Vec<CheckedTrainer> = raw
        .trainer
        .iter()
        .enumerate()
        .filter_map(|(i, trainer)| {
            check_trainer(&mut walk, trainer.get_ref(), &format!("trainer[{}]", i + 1))
        })
        .collect();
    let known: HashSet<EmailAddress> = trainers.iter().map(|t| t.email.clone()).collect();
    let zone = edition.as_ref().map_or(ZONES[0], |e| e.zone);
    let mut offerings = Vec::new();
    for (i, offering) in raw.offering.iter().map(Spanned::get_ref).enumerate() {
        offerings.push(OfferingRead {
            key: offering.key.get_ref().clone(),
            offering: check_offering(&mut walk, offering, &format!("offering[{}]", i + 1), zone, &known),
            numbers: offering.session.iter().map(|session| *session.get_ref().number.get_ref()).collect(),
        });
    }
    together::check(&mut walk, raw);
    walk.faults.sort_by_key(|fault| fault.line);
    Reading {
        key: raw.edition.get_ref().key.get_ref().clone(),
        faults: walk.faults,
        lines: Lines::of(text, raw),
        edition,
        offerings,
        trainers,
    }
}

fn check_edition(walk: &mut Walk<'_>, raw: &RawEdition) -> Option<CheckedEdition> {
    let zone = raw.zone.get_ref().parse::<Tz>().ok().filter(|zone| ZONES.contains(zone));
    if zone.is_none() {
        let why = "is not a zone this program can put into calendars; it knows Europe/Rome";
        walk.fault(&raw.zone, "edition.zone", format!("«{}» {why}", raw.zone.get_ref()));
    }
    let course_admission = match raw.course_admission.get_ref().as_str() {
        "immediate" => CourseAdmission::Immediate,
        "decision" => CourseAdmission::ByDecision,
        other => {
            walk.fault(
                &raw.course_admission,
                "edition.course_admission",
                format!("«{other}» must be \"immediate\" or \"decision\""),
            );
            CourseAdmission::Immediate
        }
    };
    let count = |n: i64| u32::try_from(n).unwrap_or(0);
    let rule = Rule {
        required: count(walk.number(&raw.workshops_required, "edition.workshops_required", 0, 12)),
        provisional_places: raw.provisional_places,
        course_admission,
        enrolment_closes: raw
            .enrolment_closes
            .as_ref()
            .and_then(|at| walk.date(at, "edition.enrolment_closes")),
        certificate_days: raw
            .certificate_days
            .as_ref()
            .map(|at| count(walk.number(at, "edition.certificate_days", 1, 100))),
        carry_over: raw.carry_over,
        lateness_minutes: raw
            .lateness_minutes
            .as_ref()
            .map(|at| count(walk.number(at, "edition.lateness_minutes", 0, 600))),
    };
    Some(CheckedEdition {
        key: walk.word(&raw.key, "edition.key"),
        title_it: walk.line(&raw.title_it, "edition.title_it", 200),
        title_en: walk.maybe_line(raw.title_en.as_ref(), "edition.title_en", 200),
        project: walk.maybe_printed(raw.project.as_ref(), "edition.project", 200),
        city: walk.maybe_printed(raw.city.as_ref(), "edition.city", 200),
        zone: zone?,
        published: raw.published,
        archived: raw.archived.as_ref().is_some_and(|at| *at.get_ref()),
        rule,
        signature: walk.maybe_line(raw.signature.as_ref(), "edition.signature", 200),
    })
}

fn check_trainer(walk: &mut Walk<'_>, raw: &RawTrainer, field: &str) -> Option<CheckedTrainer> {
    let email = walk.email(&raw.email, &format!("{field}.email"));
    let given_name = walk.line(&raw.given_name, &format!("{field}.given_name"), 80);
    let family_name = walk.line(&raw.family_name, &format!("{field}.family_name"), 80);
    Some(CheckedTrainer { email: email?, given_name, family_name })
}

fn check_offering(
    walk: &mut Walk<'_>,
    raw: &RawOffering,
    field: &str,
    zone: Tz,
    trainers: &HashSet<EmailAddress>,
) -> Option<CheckedOffering> {
    let name = |part: &str| format!("{field}.{part}");
    let kind = match raw.kind.get_ref().as_str() {
        "workshop" => Kind::Workshop,
        "course" => Kind::Course,
        other => {
            walk.fault(&raw.kind, &name("kind"), format!("«{other}» must be \"workshop\" or \"course\""));
            return None;
        }
    };
    match (&raw.topic, kind) {
        (None, Kind::Workshop) => walk.fault(
            &raw.key,
            &name("topic"),
            "a workshop names its topic: the same topic in two editions is one for the rule",
        ),
        (Some(topic), Kind::Course) => walk.fault(topic, &name("topic"), "a course has no topic"),
        _ => {}
    }
    let offers_automatic = match raw.offers.as_ref().map(|at| (at, at.get_ref().as_str())) {
        None => kind == Kind::Workshop,
        Some((_, "automatic")) => true,
        Some((_, "person")) => false,
        Some((at, other)) => {
            walk.fault(at, &name("offers"), format!("«{other}» must be \"automatic\" or \"person\""));
            false
        }
    };
    if raw.session.is_empty() {
        walk.fault(&raw.key, &name("session"), "an offering has at least one session, dated or not");
    }
    if kind == Kind::Workshop
        && let Some(second) = raw.session.get(1)
    {
        let place = format!("{field}.session[2].number");
        walk.fault(&second.get_ref().number, &place, "a workshop has one session; more are not possible yet");
    }
    let text = |at: &Option<Spanned<String>>| {
        at.as_ref().map(|at| multi_line(at.get_ref())).filter(|text| !text.is_empty())
    };
    Some(CheckedOffering {
        key: walk.word(&raw.key, &name("key")),
        slug: walk.word(&raw.slug, &name("slug")),
        kind,
        topic: raw.topic.as_ref().map(|at| walk.word(at, &name("topic"))),
        title: walk.maybe_printed(raw.title.as_ref(), &name("title"), 300),
        gloss_en: walk.maybe_line(raw.gloss_en.as_ref(), &name("gloss_en"), 300),
        text_it: text(&raw.text_it),
        text_en: text(&raw.text_en),
        fee: walk.maybe_line(raw.fee.as_ref(), &name("fee"), 100),
        published: raw.published,
        cancelled: raw.cancelled,
        counts_toward_rule: raw.counts_toward_rule.unwrap_or(kind == Kind::Workshop),
        capacity: raw.capacity.as_ref().map(|at| walk.number(at, &name("capacity"), 0, 100_000)),
        offers_automatic,
        sessions: check_sessions(walk, &raw.session, field, zone, trainers),
    })
}

fn check_sessions(
    walk: &mut Walk<'_>,
    raw: &[Spanned<RawSession>],
    field: &str,
    zone: Tz,
    trainers: &HashSet<EmailAddress>,
) -> Vec<CheckedSession> {
    let mut numbers = HashSet::new();
    let mut dates = HashSet::new();
    let mut sessions = Vec::new();
    for (i, at) in raw.iter().enumerate() {
        let name = |part: &str| format!("{field}.session[{}].{part}", i + 1);
        let session = check_session(walk, at.get_ref(), &name, zone, trainers);
        if !numbers.insert(session.number) {
            walk.fault(
                &at.get_ref().number,
                &name("number"),
                format!("{} stands twice in this offering", session.number),
            );
        }
        if let Some((date, place)) = session.date.zip(at.get_ref().date.as_ref())
            && !(session.cancelled || dates.insert(date))
        {
            walk.fault(place, &name("date"), format!("{date} stands twice in this offering"));
        }
        sessions.push(session);
    }
    sessions.sort_by_key(|session| session.number);
    sessions
}

fn check_session(
    walk: &mut Walk<'_>,
    raw: &RawSession,
    name: &dyn Fn(&str) -> String,
    zone: Tz,
    trainers: &HashSet<EmailAddress>,
) -> CheckedSession {
    let date = raw.date.as_ref().and_then(|at| walk.date(at, &name("date")));
    let starts = raw.starts.as_ref().and_then(|at| walk.time(at, &name("starts")));
    let ends = raw.ends.as_ref().and_then(|at| walk.time(at, &name("ends")));
    match (&raw.starts, &raw.ends) {
        (Some(at), None) => walk.fault(at, &name("ends"), "hours have a begin and an end: one is missing"),
        (None, Some(at)) => walk.fault(at, &name("starts"), "hours have a begin and an end: one is missing"),
        (Some(at), Some(_)) if raw.date.is_none() => {
            walk.fault(at, &name("date"), "hours without a date: set the date, or leave the hours out");
        }
        _ => {}
    }
    let hours = starts.zip(ends).map(|(start, end)| Hours { start, end });
    if let (Some(date), Some(at)) = (date, raw.starts.as_ref())
        && let Err(fault) = Timing::new(date, hours, zone)
    {
        walk.fault(at, &name("starts"), timing_sentence(fault));
    }
    let mut led_by = Vec::new();
    for at in &raw.trainers {
        match walk.email(at, &name("trainers")) {
            Some(email) if trainers.contains(&email) => led_by.push(email),
            Some(email) => walk.fault(
                at,
                &name("trainers"),
                format!("«{email}» is not among the [[trainer]] of this file"),
            ),
            None => {}
        }
    }
    CheckedSession {
        number: walk.number(&raw.number, &name("number"), 1, 100),
        date,
        hours,
        place: walk.maybe_line(raw.place.as_ref(), &name("place"), 200),
        cancelled: raw.cancelled,
        trainers: led_by,
    }
}

fn timing_sentence(fault: TimingFault) -> &'static str {
    match fault {
        TimingFault::EndNotAfterStart => "the end must be later than the begin, on the same day",
        TimingFault::DoesNotExist => "the clocks go forward that day: this time does not exist",
        TimingFault::ComesTwice => "the clocks go back that day: this time comes twice",
    }
}
