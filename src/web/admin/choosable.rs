//! What the office can enrol somebody in, with its places; and why something could not be had.

use serde::Serialize;

use crate::domain::admission::{Admission, Way, decide};
use crate::domain::attendance::Mark;
use crate::domain::session::local_date;
use crate::store::programme::{self, Programme};
use crate::store::standing::Standing;
use crate::store::{editions, enrolments};
use crate::usecases::No;
use crate::usecases::sign_up_by_staff::NotSignedUp;
use crate::web::error::PageError;
use crate::web::guards::Visit;
use crate::web::offers::{Doing, Offer, offers};
use crate::web::public::sign_up_form::{FieldError, fault};
use crate::words::Value;

/// What can be chosen of an edition.
#[derive(Serialize)]
pub struct Choosable {
    /// Its key, which travels with the form.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Workshops that take anybody now, by a place, a position or a request to be told the date.
    pub offers: Vec<Offer>,
    /// The course, for somebody who is known.
    pub course: Option<CourseChoice>,
    /// The workshops on a topic that somebody who is known has attended: once more, they count for nothing new.
    pub attended: Vec<i64>,
}

/// The course, as somebody could have it.
#[derive(Serialize)]
pub struct CourseChoice {
    /// The offering.
    pub id: i64,
    /// Its title.
    pub title: Option<String>,
    /// The state of the live enrolment.
    pub mine: Option<String>,
    /// `place`, `provisional`, `wait`, `apply`, or `no`.
    pub doing: &'static str,
    /// Why not.
    pub refused: Option<String>,
}

impl Choosable {
    /// What can be chosen, for somebody new or for somebody whose standing is known.
    ///
    /// # Errors
    /// The database failed.
    pub async fn of(
        visit: &Visit,
        programme: &Programme,
        standing: Option<&Standing>,
    ) -> Result<Self, PageError> {
        let reader = visit.app.desk.store.reader();
        let mut open = offers(reader, &visit.app.desk, programme, standing, &[], visit.language).await?;
        open.retain(|offer| matches!(offer.doing, Doing::Open | Doing::Full | Doing::Undated));
        // The office sees what is free indeed: who has a place is no secret to it.
        for offer in open.iter_mut().filter(|offer| offer.doing == Doing::Open) {
            offer.places = programme.offering(offer.id).and_then(|offered| offered.row.seats().free());
        }
        // And the whole line, with those who did not confirm yet: whoever is put in it now comes after them.
        for offer in open.iter_mut().filter(|offer| offer.doing == Doing::Full) {
            offer.waiting = enrolments::waiting_ahead(reader, offer.id, None).await?;
        }
        Ok(Self {
            key: programme.edition.key.clone(),
            title: programme.edition.title_it.clone(),
            offers: open,
            attended: standing.map(attended_before).unwrap_or_default(),
            course: match standing {
                Some(standing) => course(visit, programme, standing).await?,
                None => None,
            },
        })
    }

    /// The offerings it names.
    pub fn ids(&self) -> Vec<i64> {
        let course = self.course.iter().map(|course| course.id);
        self.offers.iter().map(|offer| offer.id).chain(course).collect()
    }
}

/// The workshops on a topic that counts for somebody already, in this edition or in an earlier one.
fn attended_before(standing: &Standing) -> Vec<i64> {
    let facts = &standing.facts;
    let counts = |topic: i64| {
        facts.attended.iter().any(|attended| {
            attended.topic == topic
                && attended.effective
                && attended.mark.is_some_and(Mark::counts)
                && (facts.carry_over || !attended.earlier_edition)
        })
    };
    facts.workshops.iter().filter(|workshop| counts(workshop.topic)).map(|w| w.offering).collect()
}

/// Asks the guard on behalf of the person.
async fn course(
    visit: &Visit,
    programme: &Programme,
    standing: &Standing,
) -> Result<Option<CourseChoice>, PageError> {
    let Some(offered) = programme.course() else { return Ok(None) };
    let reader = visit.app.desk.store.reader();
    let ahead = enrolments::waiting_ahead(reader, offered.row.id, None).await?;
    let facts = offered.admission_facts(&programme.edition, ahead);
    let way = Way::Person { holds_place: false, ahead };
    let today = local_date(visit.now, offered.zone);
    let answer =
        decide(&facts, &programme.edition.rule(), Some(&standing.eligibility), way, today, visit.now);
    Ok(Some(CourseChoice {
        id: offered.row.id,
        title: offered.row.title.clone(),
        mine: standing.live_in(offered.row.id).map(|live| live.state.clone()),
        doing: match &answer {
            Ok(Admission::Place | Admission::ExtraPlace) => "place",
            Ok(Admission::ProvisionalPlace) => "provisional",
            Ok(Admission::WaitingList) => "wait",
            Ok(Admission::Application) => "apply",
            Err(_) => "no",
        },
        refused: answer.err().map(|refusal| visit.refusal(&refusal)),
    }))
}

/// The edition a form is about: the published one that is named, else the current one.
///
/// # Errors
/// [`PageError::NotFound`] for a key that is no published edition's.
pub async fn season(visit: &Visit, named: Option<&str>) -> Result<Option<Programme>, PageError> {
    let reader = visit.app.desk.store.reader();
    let Some(key) = named.filter(|key| !key.is_empty()) else {
        return Ok(programme::current(reader).await?);
    };
    let edition = editions::by_key(reader, key).await?.filter(|edition| edition.status == "published");
    Ok(Some(programme::load(reader, edition.ok_or(PageError::NotFound)?).await?))
}

/// Why nobody was enrolled, at the choices; a fault of ours comes here never.
pub fn sentence(visit: &Visit, programme: &Programme, not: &NotSignedUp) -> FieldError {
    let words = visit.app.views.words();
    let (offering, why) = match not {
        NotSignedUp::NoAddress(_) => return fault(visit, "offerta", "no-address"),
        NotSignedUp::Filled(filled) => {
            let titles: Vec<String> = filled.iter().filter_map(|id| title(visit, programme, *id)).collect();
            let titles = titles.join(", ");
            let text = words.with(visit.language, "people-filled", &[("title", Value::Text(&titles))]);
            return FieldError { field: "offerta".to_owned(), text };
        }
        NotSignedUp::Offering(id, refusal) => (*id, visit.refusal(refusal)),
        NotSignedUp::No(No::Refused(refusal)) => (0, visit.refusal(refusal)),
        NotSignedUp::No(_) | NotSignedUp::Known(_) => return fault(visit, "offerta", "unknown"),
    };
    let Some(title) = title(visit, programme, offering) else {
        return FieldError { field: "offerta".to_owned(), text: why };
    };
    let args = [("title", Value::Text(&title)), ("why", Value::Text(&why))];
    FieldError { field: "offerta".to_owned(), text: words.with(visit.language, "people-refused", &args) }
}

/// What an offering is called; none = nothing names it.
fn title(visit: &Visit, programme: &Programme, offering: i64) -> Option<String> {
    let offered = programme.offering(offering)?;
    let nth = i64::from(offered.nth);
    let words = visit.app.views.words();
    let by_place = || words.with(visit.language, "workshop-nth", &[("n", Value::Number(nth))]);
    offered.row.title.clone().or_else(|| (nth > 0).then(by_place))
}
