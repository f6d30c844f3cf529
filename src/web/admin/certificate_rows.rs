//! The rows of the page of certificates: people of the course, what they have, and why somebody is not ready.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::certificate_filters::state_of;
use crate::domain::award::{AwardedWorkshop, PrintedName};
use crate::domain::correction::Follows;
use crate::domain::qualification::{Readiness, Why, readiness, readiness_anew};
use crate::store::certificates::{self, Certificate};
use crate::store::name_checks::NameCheck;
use crate::store::programme::Programme;
use crate::store::qualified::{self, Candidate};
use crate::store::standing::Standing;
use crate::store::tasks::{self, Task};
use crate::store::texts;
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::words::Value;
use crate::words::dates::{self, Form};

/// One person of the course.
#[derive(Serialize)]
pub struct CertificateRow {
    /// The person.
    pub id: i64,
    /// As it is printed, or would be.
    pub name: String,
    /// As it is spelled now, where that is another name than the one printed.
    pub renamed: Option<String>,
    /// The workshops that led to the course.
    pub workshops: Vec<AwardedWorkshop>,
    /// Days attended.
    pub attended: u32,
    /// Days of the course.
    pub of: u32,
    /// `issued`, `ready` or `not-ready`.
    pub state: &'static str,
    /// Why not, each reason a sentence.
    pub why: Vec<String>,
    /// The last certificate: valid or revoked.
    pub certificate: Option<PaperView>,
    /// Whether their name was asked about: `asked`, `answered` or `corrected`.
    pub name_check: Option<&'static str>,
    /// Whether they said that it is right, or put it right.
    pub confirmed: bool,
    /// Whether there is no address: they are asked on the phone.
    pub no_email: bool,
    /// Whether it is the asker: nobody publishes their own.
    pub own: bool,
    /// Whether it can be published by name.
    pub can_publish: bool,
    /// Whether a mark was corrected, and what is printed says something else than the register.
    pub doubt: bool,
    /// Whether it can be printed anew then, with what is so by now.
    pub anew: bool,
}

/// A certificate of a row.
#[derive(Serialize)]
pub struct PaperView {
    /// Its id.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// The code of its public check.
    pub code: String,
    /// When it was given.
    pub at: String,
    /// When it was revoked, where it was.
    pub revoked_at: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl PaperView {
    /// What a row says of one; why it was revoked is read apart.
    pub fn of(paper: Certificate) -> Self {
        Self {
            id: paper.id,
            number: paper.number_text().unwrap_or_default(),
            at: paper.issued_at.to_rfc3339(),
            revoked_at: paper.revoked_at.map(|at| at.to_rfc3339()),
            reason: None,
            code: paper.code,
        }
    }
}

/// Some people, or everybody, by surname; `staff` is the asker.
///
/// # Errors
/// The database failed.
pub async fn rows(
    visit: &Visit,
    programme: &Programme,
    who: Option<&[i64]>,
    staff: i64,
) -> Result<Vec<CertificateRow>, PageError> {
    let reader = visit.app.desk.store.reader();
    let can_print = visit.app.desk.policy.can_print;
    let all = match who {
        Some(who) => qualified::of_some(reader, programme, who, visit.now, can_print).await?,
        None => qualified::of_everybody(reader, programme, visit.now, can_print).await?,
    };
    let papers: Vec<Certificate> = all.iter().filter_map(|candidate| candidate.certificate.clone()).collect();
    let names = certificates::names(reader, &papers).await?;
    let reasons: Vec<i64> = papers.iter().filter_map(|paper| paper.text_id).collect();
    let reasons = texts::bodies(reader, &reasons).await?;
    let standings: Vec<&Standing> = all.iter().map(|candidate| &candidate.standing).collect();
    let workshops = qualified::workshops_of_all(reader, programme, &standings).await?;
    let doubts = tasks::open_of(reader, programme.edition.id).await?;
    let is_doubt = |task: &&Task| task.kind == Follows::CertificateInDoubt.code();
    let doubted: HashSet<i64> = doubts.iter().filter(is_doubt).filter_map(|task| task.person_id).collect();
    let of_each = all.into_iter().zip(workshops);
    Ok(of_each
        .map(|(candidate, attended)| {
            let doubt = doubted.contains(&candidate.person.id);
            row(visit, candidate, attended, (&names, &reasons), doubt, staff)
        })
        .collect())
}

fn row(
    visit: &Visit,
    candidate: Candidate,
    workshops: Vec<AwardedWorkshop>,
    (names, reasons): (&HashMap<i64, PrintedName>, &HashMap<i64, String>),
    doubt: bool,
    staff: i64,
) -> CertificateRow {
    let proposed = readiness(&candidate.facts);
    let doubt = doubt && proposed == Readiness::Issued;
    let by_now = if doubt { readiness_anew(&candidate.facts) } else { proposed.clone() };
    let spelled = candidate.person.full_name();
    let printed = candidate.certificate.as_ref().filter(|paper| paper.revoked_at.is_none());
    let printed = printed.and_then(|paper| names.get(&paper.name_text_id)).map(PrintedName::whole);
    let check = candidate.name_check.as_ref();
    CertificateRow {
        id: candidate.person.id,
        renamed: printed.as_ref().filter(|name| **name != spelled).map(|_| spelled.clone()),
        name: printed.unwrap_or(spelled),
        workshops,
        attended: candidate.facts.attended(),
        of: candidate.facts.of(),
        state: state_of(&proposed),
        why: match &by_now {
            Readiness::NotReady(why) => why.iter().map(|why| sentence(visit, why)).collect(),
            _ => Vec::new(),
        },
        name_check: check.map(|check| match (check.is_answered(), check.text_id) {
            (false, _) if check.is_to_ask_again() => "again",
            (false, _) => "asked",
            (true, None) => "answered",
            (true, Some(_)) => "corrected",
        }),
        confirmed: check.is_some_and(NameCheck::is_answered),
        no_email: candidate.person.email.is_none(),
        own: candidate.person.id == staff,
        can_publish: proposed.may_be_published(),
        doubt,
        anew: doubt && by_now == Readiness::Ready,
        certificate: candidate.certificate.map(|paper| {
            let reason = paper.text_id.and_then(|id| reasons.get(&id).cloned());
            PaperView { reason, ..PaperView::of(paper) }
        }),
    }
}

/// A reason in words, with the days and numbers it is about.
fn sentence(visit: &Visit, why: &Why) -> String {
    let words = visit.app.views.words();
    let date = |date: &Option<NaiveDate>| match date {
        Some(date) => dates::date(*date, Form::Short, visit.language),
        None => words.plain(visit.language, "date-to-come"),
    };
    let joined = |days: &[Option<NaiveDate>]| days.iter().map(date).collect::<Vec<_>>().join(", ");
    let (days, count) = match why {
        Why::RegistersOpen(days) | Why::Unmarked(days) => (joined(days), days.len()),
        _ => (String::new(), 0),
    };
    let (attended, of, needed) = match why {
        Why::TooFewDays { attended, of, needed } => (*attended, *of, *needed),
        _ => (0, 0, 0),
    };
    let character = match why {
        Why::NameNotPrintable(character) => character.to_string(),
        _ => String::new(),
    };
    let args = [
        ("days", Value::Text(&days)),
        ("count", Value::Number(i64::try_from(count).unwrap_or(i64::MAX))),
        ("attended", Value::Number(i64::from(attended))),
        ("of", Value::Number(i64::from(of))),
        ("needed", Value::Number(i64::from(needed))),
        ("character", Value::Text(&character)),
    ];
    words.with(visit.language, &format!("award-why-{}", why.code()), &args)
}
