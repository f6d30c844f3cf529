//! The workshops as a person can choose them now: one row each, with what its button does.

use serde::Serialize;

use super::view::{SessionView, is_free, text_of};
use crate::domain::admission::{Admission, FreePlaces, Way, decide};
use crate::domain::offering::OfferingStatus;
use crate::domain::person::Language;
use crate::domain::refusal::Refusal;
use crate::domain::session::local_date;
use crate::store::programme::{Offered, Programme};
use crate::store::standing::Standing;
use crate::store::{Conn, Error, enrolments};
pub use crate::usecases::full_for_newcomers;
use crate::usecases::{Desk, free_places, too_late_for};

/// What can be done with an offering now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Doing {
    /// A place is free.
    Open,
    /// The waiting list is open.
    Full,
    /// There is no date yet.
    Undated,
    /// It was held, or has begun.
    Held,
    /// The organiser called it off.
    Cancelled,
}

/// A workshop as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct Offer {
    /// The offering's id.
    pub id: i64,
    /// Its slug in addresses.
    pub slug: String,
    /// Official title.
    pub title: Option<String>,
    /// Its English gloss, on English pages.
    pub gloss: Option<String>,
    /// What the organiser says of it.
    pub text: Option<String>,
    /// What it costs, if anything is to be printed.
    pub fee: Option<String>,
    /// Its place in the programme, from 1: names it while it has no title.
    pub nth: usize,
    /// Its session: date, hours and place stand at the top, as components want them.
    #[serde(flatten)]
    pub session: SessionView,
    /// What can be done.
    pub doing: Doing,
    /// Places announced; none = unlimited.
    pub capacity: Option<i64>,
    /// Free places for a newcomer; none = unlimited.
    pub places: Option<i64>,
    /// How many people wait, as far as it is told to anybody: without those whose address nobody confirmed yet.
    pub waiting: u32,
    /// Whether no offer is made any more: a place that is free is for whoever takes it first, in line or not.
    pub open_to_all: bool,
    /// Whether it counts toward the rule of this course. One that was attended in time stays one, whatever day the course
    /// has begun on since.
    pub counts: bool,
    /// Whether it does not for no other reason than that it comes too late for the course.
    pub too_late: bool,
    /// The state of the viewer's own enrolment: `confirmed`, `waitlisted`, …
    pub mine: Option<String>,
    /// The viewer's own enrolment.
    pub enrolment: Option<i64>,
    /// The viewer's attendance in effect: `present`, `absent`, …
    pub mark: Option<&'static str>,
    /// Whether the viewer asked to be told of its date.
    pub asked: bool,
}

/// All workshops that are published, in the order of the page.
///
/// # Errors
/// The database failed.
pub async fn offers(
    conn: &impl Conn,
    desk: &Desk,
    programme: &Programme,
    standing: Option<&Standing>,
    asked: &[i64],
    language: Language,
) -> Result<Vec<Offer>, Error> {
    let mut found = Vec::new();
    for (index, offered) in programme.workshops().enumerate() {
        if offered.row.status() != OfferingStatus::Draft {
            found.push(offer(conn, desk, programme, offered, index + 1, standing, asked, language).await?);
        }
    }
    Ok(found)
}

#[expect(clippy::too_many_arguments, reason = "called from one place, which has them all at hand")]
async fn offer(
    conn: &impl Conn,
    desk: &Desk,
    programme: &Programme,
    offered: &Offered,
    nth: usize,
    standing: Option<&Standing>,
    asked: &[i64],
    language: Language,
) -> Result<Offer, Error> {
    let waiting = enrolments::waiting_ahead(conn, offered.row.id, None).await?;
    let doing = doing(desk, programme, offered, waiting);
    let english = language == Language::En;
    let session = offered.first_session();
    let empty = SessionView {
        session_id: 0,
        number: 1,
        date: None,
        start: None,
        end: None,
        place: None,
        cancelled: false,
    };
    let live = standing.and_then(|s| s.live_in(offered.row.id));
    let mark = standing.and_then(|s| session.and_then(|session| s.marks.get(&session.id)));
    let helped = mark.is_some() && standing.is_some_and(|s| s.eligibility.is_met());
    let too_late = !helped && too_late_for(programme, offered, desk.clock.now()).is_some();
    Ok(Offer {
        id: offered.row.id,
        slug: offered.row.slug.clone(),
        title: offered.row.title.clone(),
        gloss: offered.row.gloss_en.clone().filter(|_| english),
        text: text_of(offered, english),
        fee: offered.row.fee.clone().filter(|_| !is_free(offered)),
        nth,
        mark: mark.map(|mark| mark.code()),
        session: session.map_or(empty, SessionView::of),
        doing,
        capacity: offered.row.capacity,
        places: shown_places(offered, doing, enrolments::pending_places(conn, offered.row.id).await?),
        waiting: shown_waiting(conn, offered).await?,
        open_to_all: free_places(programme, offered, desk.clock.now()) == FreePlaces::ForAll,
        counts: offered.row.counts_toward_rule && !too_late,
        too_late,
        mine: live.map(|enrolment| enrolment.state.clone()),
        enrolment: live.map(|enrolment| enrolment.id),
        asked: asked.contains(&offered.row.id),
    })
}

/// The free places that are told. A place held for an address nobody confirmed yet is told as free: otherwise the
/// number would tell a stranger who fills in the form for somebody whether that person has a place already.
fn shown_places(offered: &Offered, doing: Doing, pending: i64) -> Option<i64> {
    let free = offered.row.seats().free()?;
    Some(if doing == Doing::Open { free + pending } else { 0 })
}

/// How many people are told to wait. Whoever did not confirm yet is left out, for the same reason: a form about
/// somebody who is enrolled adds nobody to the line, and one about somebody new does.
async fn shown_waiting(conn: &impl Conn, offered: &Offered) -> Result<u32, Error> {
    let line = enrolments::line(conn, offered.row.id).await?;
    Ok(u32::try_from(line.len()).unwrap_or(u32::MAX))
}

/// Asks the guard on behalf of anybody new.
fn doing(desk: &Desk, programme: &Programme, offered: &Offered, waiting: u32) -> Doing {
    let now = desk.clock.now();
    let facts = offered.admission_facts(&programme.edition, waiting);
    let way = Way::Person { holds_place: false, ahead: waiting };
    match decide(&facts, &programme.edition.rule(), None, way, local_date(now, offered.zone), now) {
        Ok(Admission::Place) => Doing::Open,
        Ok(_) => Doing::Full,
        Err(Refusal::NotDated) => Doing::Undated,
        Err(Refusal::Cancelled) => Doing::Cancelled,
        Err(_) => Doing::Held,
    }
}
