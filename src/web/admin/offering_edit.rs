//! One offering for the office: what is printed of it, its places, its sessions, its line; the rule on the page of the
//! course. Every change is shown with what it means for people before it is saved.

use rocket::response::Redirect;
use rocket::{Route, get, post, routes};

use super::impact_view::{Came, ask};
use super::offering_cancel::ProposalAnswers;
use super::offering_form::{OfferingAnswers, RuleAnswers};
use super::offering_page::{Shown, Versions, page};
use super::reason::reason_fault;
use super::session_form::{AppointmentAnswers, Hidden, sentence};
use super::why::Why;
use crate::domain::change::{Edit, EditFault};
use crate::domain::edition::EditionStatus;
use crate::domain::offering::Kind;
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::Session;
use crate::usecases::No;
use crate::usecases::change_programme::{Seen, Wanted, to_choose_from};
use crate::usecases::offer_places::{Made, offer_by_hand};
use crate::web::error::PageError;
use crate::web::fields::{Posted, Signed};
use crate::web::guards::{Reader, Secretary, Visit};
use crate::web::page::Page;
use crate::web::public::sign_up_form::FieldError;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show, change, offer]
}

/// The order of the fields of a workshop or the course: the summary follows it.
const ORDER: [&str; 11] = [
    "modulo", "titolo", "giorno", "inizio", "fine", "luogo", "capienza", "offerte", "quota", "glossa",
    "testo_it",
];

/// Either the next page, or the same one with what it means or what has to be mended.
type Answer = Result<Redirect, Result<Page, PageError>>;

/// The forms of the page.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Act {
    /// What is printed, the places, and the date of a workshop's one session.
    #[default]
    Offering,
    /// One more session.
    Add,
    /// The whole offering is called off.
    Cancel,
    /// The rule of the edition.
    Rule,
}

/// What is to be done with a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Say what it would mean.
    Check,
    /// Make the change.
    Save,
    /// Show the form again, with what was typed.
    Back,
}

impl Act {
    /// The button that makes the change; going back names it too.
    pub fn button(self) -> &'static str {
        match self {
            Self::Offering => "salva",
            Self::Add => "aggiungi-conferma",
            Self::Cancel => "annulla-conferma",
            Self::Rule => "regola-conferma",
        }
    }

    /// The form of a button's word.
    pub fn of(word: &str) -> Self {
        match word {
            "aggiungi" | "aggiungi-conferma" => Self::Add,
            "annulla" | "annulla-conferma" => Self::Cancel,
            "regola" | "regola-conferma" => Self::Rule,
            _ => Self::Offering,
        }
    }
}

/// The button that was pressed: the form it belongs to, and what is to be done with it.
fn pressed(posted: &Posted) -> (Act, Step) {
    let button = posted.line("azione");
    if button == "torna" {
        return (Act::of(&posted.line("modulo")), Step::Back);
    }
    let act = Act::of(&button);
    (act, if button == act.button() { Step::Save } else { Step::Check })
}

/// What was typed into the form that was sent; the other forms show what stands.
#[derive(Clone, Default)]
pub struct Typed {
    /// What is printed, and the places.
    pub offering: Option<OfferingAnswers>,
    /// The date of the one session.
    pub when: Option<AppointmentAnswers>,
    /// The date of a new session.
    pub add: Option<AppointmentAnswers>,
    /// The rule.
    pub rule: Option<RuleAnswers>,
    /// What is offered instead of what is called off.
    pub cancel: Option<ProposalAnswers>,
}

impl Typed {
    /// What was typed into the form of an act.
    pub fn read(act: Act, posted: &Posted) -> Self {
        let mut typed = Self::default();
        match act {
            Act::Offering => {
                typed.offering = Some(OfferingAnswers::read(posted));
                // Sent only where the page has boxes for it.
                let has_boxes = !posted.beginning("giorno").is_empty();
                typed.when = has_boxes.then(|| AppointmentAnswers::read(posted));
            }
            Act::Add => typed.add = Some(AppointmentAnswers::read(posted)),
            Act::Rule => typed.rule = Some(RuleAnswers::read(posted)),
            Act::Cancel => typed.cancel = Some(ProposalAnswers::read(posted)),
        }
        typed
    }
}

#[get("/gestione/offerte/<id>")]
async fn show(who: Reader, id: i64) -> Result<Page, PageError> {
    page(&who.visit, id, Shown::default()).await
}

#[post("/gestione/offerte/<id>", data = "<signed>")]
async fn change(who: Secretary, id: i64, signed: Signed) -> Answer {
    let programme = of_offering(&who.visit, id).await.map_err(Err)?;
    let offered = programme.offering(id).ok_or(Err(PageError::NotFound))?;
    let (act, step) = pressed(&signed);
    // Days are added, and the rule is edited, on the page of the course.
    if matches!(act, Act::Add | Act::Rule) && offered.row.kind() != Kind::Course {
        return Err(Err(PageError::NotFound));
    }
    if act == Act::Rule && !who.viewer.decides() {
        return Err(Err(PageError::Forbidden));
    }
    let sent = Some(Versions::sent(&signed));
    let why = if act == Act::Rule { signed.lines(Why::FIELD) } else { String::new() };
    let typed = Typed::read(act, &signed);
    let mut shown = Shown { act, typed, sent, why: why.clone(), ..Shown::default() };
    if step == Step::Back {
        return Err(page(&who.visit, id, shown).await);
    }
    let chooses = act == Act::Cancel && has_to_choose(&who.visit, &programme, offered).await.map_err(Err)?;
    let edits = match edits(act, &shown.typed, &programme, offered, chooses) {
        Ok(edits) => edits,
        Err(faults) => {
            shown.errors = in_order(faults.iter().map(|fault| sentence(&who.visit, fault)).collect());
            return Err(page(&who.visit, id, shown).await);
        }
    };
    let seen = seen(act, &programme, offered, &signed);
    let wanted = Wanted { edition: programme.edition.id, edits, seen };
    // What an edition asks of people changes with a reason; of a draft nobody asks one.
    let owed = act == Act::Rule && step == Step::Save && programme.edition.status() != EditionStatus::Draft;
    let fault = if owed { reason_fault(&who.visit, Why::FIELD, &why) } else { None };
    let save = step == Step::Save && fault.is_none();
    let said = Some(why.as_str()).filter(|_| owed);
    match ask(&who, &wanted, save, said).await.map_err(Err)? {
        Came::Saved(flash) => return Ok(who.visit.to(&format!("/gestione/offerte/{id}?fatto={flash}"))),
        Came::Means(impact) => {
            shown.impact = Some(*impact);
            shown.errors.extend(fault);
        }
        Came::Wrong(errors) => shown.errors = in_order(errors),
        Came::Meanwhile => shown.meanwhile = true,
    }
    Err(page(&who.visit, id, shown).await)
}

/// Faults in the order of the page; those of the other forms keep theirs.
fn in_order(mut errors: Vec<FieldError>) -> Vec<FieldError> {
    let place = |error: &FieldError| ORDER.iter().position(|field| *field == error.field);
    errors.sort_by_key(|error| place(error).unwrap_or(ORDER.len()));
    errors
}

/// What the form of a checked change sends on: what was typed, and what it was typed on.
pub(super) fn kept(mut typed: Vec<Hidden>, act: Act, versions: &Versions) -> Vec<Hidden> {
    typed.push(Hidden::new("modulo", act.button()));
    typed.push(Hidden::new("versione", &versions.offering.to_string()));
    typed.push(Hidden::new("versione_incontro", &versions.session.to_string()));
    typed.push(Hidden::new("versione_edizione", &versions.edition.to_string()));
    typed
}

/// Whether whoever calls an offering off has to say what its people are offered.
async fn has_to_choose(visit: &Visit, programme: &Programme, offered: &Offered) -> Result<bool, PageError> {
    let open = to_choose_from(visit.app.desk.store.reader(), programme, offered, visit.now).await?;
    Ok(!open.is_empty())
}

/// The edition of an offering, read whole.
pub(super) async fn of_offering(visit: &Visit, id: i64) -> Result<Programme, PageError> {
    programme::of_offering(visit.app.desk.store.reader(), id).await?.ok_or(PageError::NotFound)
}

/// The one session of a workshop, whose date stands beside its title.
pub(super) fn only_session(offered: &Offered) -> Option<&Session> {
    let mut left = offered.sessions.iter().filter(|session| !session.is_cancelled());
    match (offered.row.kind(), left.next(), left.next()) {
        (Kind::Workshop, Some(only), None) => Some(only),
        _ => None,
    }
}

/// What was seen when the form was filled in: of a workshop also the session whose date stands in the same form.
pub(super) fn seen(act: Act, programme: &Programme, offered: &Offered, posted: &Posted) -> Vec<Seen> {
    let sent = Versions::sent(posted);
    if act == Act::Rule {
        return vec![Seen::Edition(programme.edition.id, sent.edition)];
    }
    let mut seen = vec![Seen::Offering(offered.row.id, sent.offering)];
    if act == Act::Offering && !posted.beginning("giorno").is_empty() {
        let session = only_session(offered);
        seen.extend(session.map(|s| Seen::Session(s.id, sent.session)));
    }
    seen
}

/// What the form asks for; `chooses`: whoever calls it off has to say what its people are offered.
pub(super) fn edits(
    act: Act,
    typed: &Typed,
    programme: &Programme,
    offered: &Offered,
    chooses: bool,
) -> Result<Vec<Edit>, Vec<EditFault>> {
    let offering = offered.row.id;
    if act == Act::Cancel {
        let propose = typed.cancel.clone().unwrap_or_default().parsed(chooses)?;
        return Ok(vec![Edit::CancelOffering { offering, propose }]);
    }
    let mut edits = Vec::new();
    let mut faults = Vec::new();
    let mut take = |edit: Result<Edit, Vec<EditFault>>| match edit {
        Ok(edit) => edits.push(edit),
        Err(found) => faults.extend(found),
    };
    if let Some(answers) = &typed.offering {
        take(answers.parsed().map(|(texts, capacity, offers)| Edit::Offering {
            offering,
            texts,
            capacity,
            offers,
        }));
    }
    if let (Some(answers), Some(only)) = (&typed.when, only_session(offered)) {
        take(answers.parsed().map(|to| Edit::Session { session: only.id, to }));
    }
    if let Some(answers) = &typed.add {
        take(answers.parsed().map(|to| Edit::AddSession { offering, to }));
    }
    if let Some(answers) = &typed.rule {
        take(answers.parsed(&programme.edition.rule()).map(|to| Edit::Rule { to }));
    }
    if faults.is_empty() { Ok(edits) } else { Err(faults) }
}

#[post("/gestione/offerte/<id>/offri", data = "<signed>")]
async fn offer(who: Secretary, id: i64, signed: Signed) -> Answer {
    of_offering(&who.visit, id).await.map_err(Err)?;
    let seen = signed.line("iscrizione").parse().ok();
    match offer_by_hand(&who.visit.app.desk, id, seen, who.viewer.person.id).await {
        Ok(made) => Ok(who.visit.to(&format!("/gestione/offerte/{id}?fatto={}", offered(made)))),
        Err(No::Refused(refusal)) => {
            let refused = Some(who.visit.refusal(&refusal));
            Err(page(&who.visit, id, Shown { refused, ..Shown::default() }).await)
        }
        Err(other) => Err(Err(other.into())),
    }
}

/// What is said of an offer: that it was made, or that it stood already.
pub(super) fn offered(made: Made) -> &'static str {
    match made {
        Made::Now => "offered",
        Made::Before => "offered-already",
    }
}
