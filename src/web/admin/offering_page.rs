//! What the page of one offering shows the office: every form with what stands, the one that was sent with what was
//! typed, or what a change would mean.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rocket::http::Status;
use serde::Serialize;

use super::edition_links::title_of;
use super::impact_view::{Check, view};
use super::last_change::{LastChange, of_offering as last_change};
use super::line_view::{LineView, line};
use super::notices::{NoticeView, noticed_as_typed};
use super::offering_cancel::{ProposalForm, proposal_form};
use super::offering_edit::{Act, Typed, kept, of_offering, only_session};
use super::offering_form::{OfferingAnswers, RuleAnswers};
use super::session_form::{AppointmentAnswers, Beside, Hidden, beside};
use super::why::Why;
use crate::domain::change::check_offers;
use crate::domain::edition::EditionStatus;
use crate::domain::impact::Impact;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::waiting_list::Offers;
use crate::store::programme::{Offered, Programme};
use crate::store::registers;
use crate::store::sessions::Session;
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::Visit;
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;
use crate::web::view::SessionView;

#[derive(Serialize)]
struct OfferingPage {
    id: i64,
    slug: String,
    /// The key of the edition, which addresses name, and its title.
    key: String,
    edition: String,
    title: Option<String>,
    nth: usize,
    course: bool,
    /// Whether a person decides who comes into it: then a person offers its freed places.
    by_decision: bool,
    /// `draft`, `published` or `cancelled`; `archived`, with its whole edition.
    state: &'static str,
    last: Option<LastChange>,
    /// Whether it has begun: then it is not called off any more.
    begun: bool,
    taken: i64,
    extra: i64,
    /// What is edited, in these versions.
    versions: Versions,
    /// How many workshops the edition has, and days the course.
    workshops: u32,
    sessions: Vec<SessionRow>,
    answers: OfferingAnswers,
    /// The date of a workshop's one session; none where it cannot be moved.
    when: Option<AppointmentAnswers>,
    /// A new day of the course.
    add: Option<AppointmentAnswers>,
    rule: Option<RuleAnswers>,
    /// What is offered instead, where that has to be chosen when it is called off.
    cancel: Option<ProposalForm>,
    /// The date that was typed, to echo its weekday.
    date: Option<NaiveDate>,
    /// What to look at about that date.
    notices: Vec<NoticeView>,
    /// The last day to enrol that was typed, to echo its weekday.
    closes: Option<NaiveDate>,
    line: LineView,
    /// Why a place could not be offered.
    refused: Option<String>,
    /// The button of the form that was sent.
    act: &'static str,
    errors: Vec<FieldError>,
    error: BTreeMap<String, String>,
    /// What differs between what stands and what was typed.
    beside: Vec<Beside>,
    /// Whether somebody else changed it meanwhile.
    meanwhile: bool,
    /// What the change means, while it is being checked.
    check: Option<Check>,
    /// Why the rule is changed, as it was typed.
    why: String,
}

/// The versions of what a form is about.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Versions {
    /// Of the offering.
    pub offering: i64,
    /// Of a workshop's one session.
    pub session: i64,
    /// Of the edition.
    pub edition: i64,
}

impl Versions {
    /// Those that whoever sent a form has seen; 0 where it does not say.
    pub fn sent(posted: &Posted) -> Self {
        let version = |field: &str| posted.line(field).parse().unwrap_or(0);
        Self {
            offering: version("versione"),
            session: version("versione_incontro"),
            edition: version("versione_edizione"),
        }
    }

    /// Those that stand; of the form that was sent, those it was filled in on: shown again, it still says so.
    fn of(programme: &Programme, offered: &Offered, act: Act, sent: Option<Self>) -> Self {
        let mut versions = Self {
            offering: offered.row.version,
            session: only_session(offered).map_or(0, |session| session.version),
            edition: programme.edition.version,
        };
        match (act, sent) {
            (_, None) => {}
            (Act::Rule, Some(sent)) => versions.edition = sent.edition,
            (Act::Offering, Some(sent)) => {
                (versions.offering, versions.session) = (sent.offering, sent.session);
            }
            (Act::Add | Act::Cancel, Some(sent)) => versions.offering = sent.offering,
        }
        versions
    }
}

#[derive(Serialize)]
struct SessionRow {
    #[serde(flatten)]
    session: SessionView,
    of: i64,
}

/// What the page shows besides what stands.
#[derive(Default)]
pub(super) struct Shown {
    /// The form that was sent.
    pub act: Act,
    /// What was typed into it.
    pub typed: Typed,
    /// The versions it was filled in on.
    pub sent: Option<Versions>,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// Whether somebody else changed the same thing meanwhile.
    pub meanwhile: bool,
    /// What it would mean.
    pub impact: Option<Impact>,
    /// Why a place could not be offered.
    pub refused: Option<String>,
    /// Why the rule is changed, as it was typed.
    pub why: String,
}

/// What every form shows: what was typed, else what stands.
struct Forms {
    offering: OfferingAnswers,
    when: Option<AppointmentAnswers>,
    add: Option<AppointmentAnswers>,
    rule: Option<RuleAnswers>,
    cancel: Option<ProposalForm>,
    beside: Vec<Beside>,
    hidden: Vec<Hidden>,
}

/// The page: 422 where something is wrong with what was sent.
pub(super) async fn page(visit: &Visit, id: i64, shown: Shown) -> Result<Page, PageError> {
    let programme = of_offering(visit, id).await?;
    let offered = programme.offering(id).ok_or(PageError::NotFound)?;
    let row = &offered.row;
    let forms = forms(visit, &programme, offered, shown.act, shown.typed).await?;
    // Where somebody else was faster the page shows what stands: sent again, it has been seen.
    let versions = Versions::of(&programme, offered, shown.act, shown.sent.filter(|_| !shown.meanwhile));
    let check = match shown.impact {
        Some(impact) => {
            let impact = view(visit, &programme, &impact).await?;
            let owed = shown.act == Act::Rule && programme.edition.status() != EditionStatus::Draft;
            let why = owed.then(|| Why::of(&shown.why, &shown.errors));
            let hidden = kept(forms.hidden, shown.act, &versions);
            Some(Check { impact, hidden, save: shown.act.button(), why })
        }
        None => None,
    };
    let admission = programme.edition.rule().course_admission;
    let wrong = shown.meanwhile || shown.refused.is_some() || !shown.errors.is_empty();
    let day = forms.when.as_ref().or(forms.add.as_ref());
    let archived = programme.edition.status() == EditionStatus::Archived;
    let notices = noticed_as_typed(visit, &programme, offered, day).await?;
    let page = OfferingPage {
        id,
        slug: row.slug.clone(),
        key: programme.edition.key.clone(),
        edition: title_of(&programme.edition, visit.language),
        title: row.title.clone(),
        nth: programme.nth(id),
        course: row.kind() == Kind::Course,
        by_decision: check_offers(Offers::Automatic, row.kind(), admission).is_some(),
        state: if archived { "archived" } else { row.status().code() },
        last: last_change(visit, &programme, offered).await?,
        begun: offered.starts_at().is_some_and(|start| start <= visit.now),
        taken: row.taken,
        extra: row.extra,
        versions,
        workshops: programme.planned_workshops(),
        sessions: sessions(offered),
        date: day.and_then(AppointmentAnswers::typed_date),
        notices,
        closes: forms.rule.as_ref().and_then(RuleAnswers::typed_closes),
        answers: forms.offering,
        when: forms.when,
        add: forms.add,
        rule: forms.rule,
        cancel: forms.cancel,
        line: line(visit, &programme, id).await?,
        refused: shown.refused,
        act: shown.act.button(),
        error: shown.errors.iter().map(|e| (e.field.clone(), e.text.clone())).collect(),
        errors: shown.errors,
        beside: forms.beside,
        meanwhile: shown.meanwhile,
        check,
        why: shown.why,
    };
    let rendered = visit.render("admin/offering.html", "dates", &page)?;
    Ok(if wrong { rendered.with(Status::UnprocessableEntity) } else { rendered })
}

/// By date; those without one last.
fn sessions(offered: &Offered) -> Vec<SessionRow> {
    let row = |session: &Session| SessionRow { session: SessionView::of(session), of: session.of };
    let mut rows: Vec<SessionRow> = offered.sessions.iter().map(row).collect();
    rows.sort_by_key(|row| (row.session.date.is_none(), row.session.date, row.session.number));
    rows
}

async fn forms(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    act: Act,
    typed: Typed,
) -> Result<Forms, PageError> {
    let open = offered.row.status() != OfferingStatus::Cancelled;
    let course = offered.row.kind() == Kind::Course;
    let stands = OfferingAnswers::of(&offered.row);
    let stands_when = match only_session(offered).filter(|_| open) {
        Some(only) => {
            let closed = registers::of_session(visit.app.desk.store.reader(), only.id).await?.is_some();
            (!closed).then(|| AppointmentAnswers::of(&only.appointment()))
        }
        None => None,
    };
    let stands_rule = course.then(|| RuleAnswers::of(&programme.edition.rule()));
    let offering = typed.offering.unwrap_or_else(|| stands.clone());
    let when = typed.when.or_else(|| stands_when.clone());
    let add = (course && open).then(|| typed.add.unwrap_or_default());
    let rule = typed.rule.or_else(|| stands_rule.clone());
    let cancel = proposal_form(visit, programme, offered, typed.cancel.as_ref()).await?;
    let mut forms = Forms { offering, when, add, rule, cancel, beside: Vec::new(), hidden: Vec::new() };
    let (now, then) = match act {
        Act::Offering => {
            let (mut now, mut then) = (stands.fields(), forms.offering.fields());
            forms.hidden = forms.offering.hidden();
            if let Some(when) = &forms.when {
                now.extend(stands_when.unwrap_or_default().fields());
                then.extend(when.fields());
                forms.hidden.extend(when.hidden());
            }
            (now, then)
        }
        Act::Add => {
            let add = forms.add.clone().unwrap_or_default();
            forms.hidden = add.hidden();
            (Vec::new(), add.fields())
        }
        Act::Rule => {
            let rule = forms.rule.clone().unwrap_or_default();
            forms.hidden = rule.hidden();
            (stands_rule.unwrap_or_default().fields(), rule.fields())
        }
        Act::Cancel => {
            forms.hidden = typed.cancel.unwrap_or_default().hidden();
            (Vec::new(), Vec::new())
        }
    };
    forms.beside = beside(&now, &then);
    Ok(forms)
}
