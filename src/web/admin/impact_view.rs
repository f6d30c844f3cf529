//! "Cosa cambia per le persone": what a change would mean, with names, before anything is saved; and what came of
//! asking for it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::clash_view::{ClashView, clash_views};
use super::edition_words::{before_closes, sentence_of};
use super::impact_codes::{calendar_code, saved_word, topic_code};
use super::impact_public::{DoorView, PublicView, RuleView, TextView, door, public, rule, text};
use super::session_form::Hidden;
use super::session_ref::{SessionRef, offering_ref};
use super::why::Why;
use crate::domain::change::EditFault;
use crate::domain::course_begin::BEFORE_CLOSES;
use crate::domain::days_short::DaysShort;
use crate::domain::impact::{Impact, Proposed, Topic};
use crate::domain::invite::{Appointment, is_near};
use crate::domain::proposal::Proposal;
use crate::store::programme::{Offered, Programme};
use crate::store::{editions, people};
use crate::usecases::change_programme::{NotChanged, Wanted, change_because, preview};
use crate::usecases::{Actor, No};
use crate::web::error::PageError;
use crate::web::guards::{Secretary, Visit};
use crate::web::public::sign_up_form::FieldError;

/// What came of asking for a change.
pub enum Came {
    /// It was made; the word of the sentence that says so.
    Saved(&'static str),
    /// It would mean this; nothing was saved.
    Means(Box<Impact>),
    /// It cannot be: a sentence at each field.
    Wrong(Vec<FieldError>),
    /// Somebody else changed the same thing meanwhile.
    Meanwhile,
}

/// Makes a change, or says what it would mean; `why` is its reason, where one is owed.
///
/// # Errors
/// There is no such thing; a fault.
pub async fn ask(who: &Secretary, wanted: &Wanted, save: bool, why: Option<&str>) -> Result<Came, PageError> {
    let desk = &who.visit.app.desk;
    let done = if save {
        match change_because(desk, wanted, Actor::Staff(who.viewer.person.id), why).await {
            Ok(impact) => {
                let at_once = at_once(&who.visit, wanted.edition, &impact).await?;
                Ok(Came::Saved(if at_once { "changed" } else { saved_word(&impact) }))
            }
            Err(refused) => Err(refused),
        }
    } else {
        preview(desk, wanted).await.map(|impact| Came::Means(Box::new(impact)))
    };
    match done {
        Ok(came) => Ok(came),
        Err(NotChanged::Faults(faults)) => Ok(Came::Wrong(in_words(&who.visit, wanted, &faults).await?)),
        Err(NotChanged::Meanwhile) => Ok(Came::Meanwhile),
        Err(NotChanged::No(No::Refused(refusal))) => {
            let text = who.visit.refusal(&refusal);
            Ok(Came::Wrong(vec![FieldError { field: "modulo".to_owned(), text }]))
        }
        Err(NotChanged::No(no)) => Err(no.into()),
    }
}

/// What is wrong with a change, in words; what is about the last day to enrol names it.
async fn in_words(
    visit: &Visit,
    wanted: &Wanted,
    faults: &[(usize, EditFault)],
) -> Result<Vec<FieldError>, PageError> {
    let edition = editions::find(visit.app.desk.store.reader(), wanted.edition).await?;
    let closes = edition.and_then(|edition| edition.enrolment_closes);
    let said = |(at, fault): &(usize, EditFault)| match closes.filter(|_| fault.code == BEFORE_CLOSES) {
        Some(closes) => before_closes(visit, closes),
        None => sentence_of(visit, wanted.edits.get(*at), fault),
    };
    Ok(faults.iter().map(said).collect())
}

/// Whether letters of a change leave at once: something that it moves begins within the hour.
async fn at_once(visit: &Visit, edition: i64, impact: &Impact) -> Result<bool, PageError> {
    let zone = editions::find(visit.app.desk.store.reader(), edition).await?.map(|edition| edition.zone());
    let begins = |at: &Appointment| {
        let timing = zone.and_then(|zone| at.timing(zone));
        timing.is_some_and(|timing| is_near(&timing, visit.now))
    };
    Ok(impact.public.iter().any(|line| line.before.iter().chain(&line.after).any(begins)))
}

/// A change that is being checked: what it means, and the form that makes it.
#[derive(Serialize)]
pub struct Check {
    /// What it means.
    pub impact: ImpactView,
    /// What was typed.
    pub hidden: Vec<Hidden>,
    /// What the button says that makes it.
    pub save: &'static str,
    /// Why it is made, where that has to be said.
    pub why: Option<Why>,
}

/// What a change means, with names.
#[derive(Serialize)]
pub struct ImpactView {
    /// How many people are written to.
    pub people: usize,
    /// Whether nothing at all follows.
    pub nothing: bool,
    letters: Vec<LetterView>,
    calls: Vec<PersonRef>,
    clashes: Vec<ClashView>,
    drops: Vec<PersonRef>,
    able: Vec<PersonRef>,
    /// Free places more, or fewer.
    places: i64,
    public: Vec<PublicView>,
    /// How many people on the way have a choice more, and how many one fewer.
    more_choice: usize,
    less_choice: usize,
    /// Pages that let people do something else than before.
    doors: Vec<DoorView>,
    /// Texts of them that say something else.
    texts: Vec<TextView>,
    /// What they say of the rule.
    rule: Vec<RuleView>,
    /// What else is set of it.
    settings: Vec<RuleView>,
    /// Who needs more workshops than before, and who fewer.
    needs_more: Vec<PersonRef>,
    needs_fewer: Vec<PersonRef>,
    /// Whose bookings were enough for the course, and are not any more.
    off_track: Vec<PersonRef>,
    /// Who cannot reach the days for the certificate any more, who can again, and who needs each that is left.
    days_out: Vec<PersonRef>,
    days_back: Vec<PersonRef>,
    days_last: Vec<PersonRef>,
    /// The certificate asks for more days than the course has left by it.
    days_short: Option<DaysShort>,
    /// Whose open offer ends, and who has less time to answer one.
    offers_end: Vec<PersonRef>,
    offers_shorter: Vec<PersonRef>,
    /// Whose application for the course a person still decides, though places go at once now.
    still_applied: Vec<PersonRef>,
    /// Where the rule is changed.
    rule_page: String,
    /// What the letters about something that is called off propose instead: `list`, `none`, `nothing` (as was chosen),
    /// `useless` (what was chosen helps nobody), `rest` (the other days stay); empty where nothing is called off.
    proposes: &'static str,
    /// The workshops they list.
    proposed: Vec<ProposedView>,
}

#[derive(Serialize)]
struct ProposedView {
    session: SessionRef,
    /// How many letters list it.
    n: usize,
}

#[derive(Serialize)]
struct LetterView {
    topic: &'static str,
    calendar: &'static str,
    /// How many people; whoever only asked to be told counts by address.
    n: usize,
    people: Vec<PersonRef>,
}

/// Somebody, as the office names them.
#[derive(Clone, Serialize)]
pub struct PersonRef {
    /// The id of their page.
    pub id: i64,
    /// Surname and name.
    pub name: String,
    /// Phone, for whoever has to be called.
    pub phone: Option<String>,
}

/// The view of an impact; the programme is read as it stands before the change.
///
/// # Errors
/// The database failed.
pub async fn view(visit: &Visit, programme: &Programme, impact: &Impact) -> Result<ImpactView, PageError> {
    let known = named(visit, &everybody(impact)).await?;
    let some = |ids: &[i64]| -> Vec<PersonRef> {
        known.iter().filter(|person| ids.contains(&person.id)).cloned().collect()
    };
    let letters: Vec<LetterView> = impact
        .letters
        .iter()
        .map(|letters| LetterView {
            topic: topic_code(letters.topic),
            calendar: calendar_code(letters.calendar),
            n: if letters.people.is_empty() { letters.count } else { letters.people.len() },
            people: some(&letters.people),
        })
        .collect();
    let told: BTreeSet<i64> = impact.letters.iter().flat_map(|letters| letters.people.clone()).collect();
    let asked: usize =
        impact.letters.iter().filter(|letters| letters.people.is_empty()).map(|letters| letters.count).sum();
    let gone: Vec<i64> =
        impact.public.iter().filter(|line| line.session.is_none()).map(|line| line.offering).collect();
    let lines = impact.public.iter().filter(|line| line.session.is_none() || !gone.contains(&line.offering));
    Ok(ImpactView {
        people: told.len() + asked,
        nothing: *impact == Impact::default(),
        letters,
        calls: some(&impact.calls),
        clashes: clash_views(visit, programme, impact, &known).await?,
        drops: some(&impact.drops),
        able: some(&impact.able),
        places: impact.places,
        public: lines.map(|line| public(programme, line)).collect(),
        more_choice: impact.more_choice.len(),
        less_choice: impact.less_choice.len(),
        doors: impact.doors.iter().map(|line| door(programme, line)).collect(),
        texts: impact.texts.iter().map(|line| text(programme, line)).collect(),
        rule: impact.rule.iter().filter(|line| line.is_public()).map(rule).collect(),
        settings: impact.rule.iter().filter(|line| !line.is_public()).map(rule).collect(),
        needs_more: some(&impact.needs_more),
        needs_fewer: some(&impact.needs_fewer),
        off_track: some(&impact.off_track),
        days_out: some(&impact.days_out),
        days_back: some(&impact.days_back),
        days_last: some(&impact.days_last),
        days_short: impact.days_short,
        offers_end: some(&impact.offers_end),
        offers_shorter: some(&impact.offers_shorter),
        still_applied: some(&impact.still_applied),
        rule_page: format!("/gestione/edizioni/{}#regola", programme.edition.key),
        proposes: proposes(impact),
        proposed: impact.proposed.iter().map(|one| proposed(programme, one)).collect(),
    })
}

fn everybody(impact: &Impact) -> Vec<i64> {
    let mut ids: BTreeSet<i64> = impact.letters.iter().flat_map(|letters| letters.people.clone()).collect();
    ids.extend(impact.calls.iter().chain(&impact.drops).chain(&impact.able));
    ids.extend(impact.needs_more.iter().chain(&impact.needs_fewer).chain(&impact.off_track));
    ids.extend(impact.days_out.iter().chain(&impact.days_back).chain(&impact.days_last));
    ids.extend(impact.offers_end.iter().chain(&impact.offers_shorter).chain(&impact.still_applied));
    ids.extend(impact.clashes.iter().map(|clash| clash.person));
    ids.into_iter().collect()
}

/// People by surname and name.
///
/// # Errors
/// The database failed.
pub async fn named(visit: &Visit, ids: &[i64]) -> Result<Vec<PersonRef>, PageError> {
    let known = people::some(visit.app.desk.store.reader(), ids).await?;
    Ok(known
        .into_iter()
        .map(|person| PersonRef {
            id: person.id,
            name: format!("{} {}", person.family_name, person.given_name).trim().to_owned(),
            phone: person.phone,
        })
        .collect())
}

/// What letters about something that is called off say of other choices.
fn proposes(impact: &Impact) -> &'static str {
    let written = |topic: Topic| impact.letters.iter().any(|letters| letters.topic == topic);
    let chosen = |propose: &Proposal| match propose {
        Proposal::All => "none",
        Proposal::Only(_) => "useless",
        Proposal::Nothing => "nothing",
    };
    match (written(Topic::OfferingCancelled), written(Topic::SessionCancelled)) {
        (true, _) if impact.proposed.is_empty() => {
            impact.proposals.first().map_or("none", |one| chosen(&one.propose))
        }
        (true, _) => "list",
        (false, true) => "rest",
        (false, false) => "",
    }
}

fn proposed(programme: &Programme, one: &Proposed) -> ProposedView {
    let date = programme.offering(one.workshop).and_then(Offered::first_date);
    ProposedView { session: SessionRef { date, ..offering_ref(programme, one.workshop) }, n: one.count }
}
