//! Shapes that several pages show.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Serialize;

use crate::domain::days_short::{days_short, days_to_tell};
use crate::domain::edition::CourseAdmission;
use crate::domain::offering::OfferingStatus;
use crate::domain::session::local_date;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::usecases::offered_workshops;

/// A session as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct SessionView {
    /// Its id.
    pub session_id: i64,
    /// Its number within the offering.
    pub number: i64,
    /// Local date.
    pub date: Option<NaiveDate>,
    /// Local begin.
    pub start: Option<NaiveTime>,
    /// Local end.
    pub end: Option<NaiveTime>,
    /// Where.
    pub place: Option<String>,
    /// Whether it was called off.
    pub cancelled: bool,
}

impl SessionView {
    /// The view of a session.
    pub fn of(session: &Session) -> Self {
        Self {
            session_id: session.id,
            number: session.number,
            date: session.date,
            start: session.starts,
            end: session.ends,
            place: session.place.clone(),
            cancelled: session.is_cancelled(),
        }
    }
}

/// The edition and its rule as pages speak of them; every number in a sentence comes from here.
#[derive(Clone, Debug, Serialize)]
pub struct EditionView {
    /// Stable key, which addresses name.
    pub key: String,
    /// Italian title.
    pub title: String,
    /// How many workshops are required.
    pub required: u32,
    /// How many are offered that do not come too late for the course.
    pub offered: u32,
    /// How many days the course has.
    pub days: usize,
    /// The course's first day.
    pub first_day: Option<NaiveDate>,
    /// The course's last day.
    pub last_day: Option<NaiveDate>,
    /// The weekday all days share, Monday = 1 … Sunday = 7; 0 = they differ or are not dated.
    pub weekday: u32,
    /// How many days earn the certificate; none also while the course has fewer.
    pub certificate_days: Option<u32>,
    /// Whether the course has fewer days than the certificate asks for: the office is to say another number.
    pub certificate_open: bool,
    /// Whether provisional places exist.
    pub provisional: bool,
    /// Whether the office decides on each application for the course.
    pub by_decision: bool,
    /// Until when the course takes enrolments.
    pub closes: Option<NaiveDate>,
    /// Whether the course costs nothing.
    pub free: bool,
}

impl EditionView {
    /// The view of an edition in a language.
    pub fn of(programme: &Programme, english: bool) -> Self {
        let edition = &programme.edition;
        let rule = edition.rule();
        let dates: Vec<NaiveDate> =
            programme.course().map(|c| c.timings().iter().map(|t| t.date).collect()).unwrap_or_default();
        let days = programme.course().map_or(0, |c| c.sessions.iter().filter(|s| !s.is_cancelled()).count());
        let held = u32::try_from(days).unwrap_or(u32::MAX);
        let title = edition.title_en.clone().filter(|_| english).unwrap_or_else(|| edition.title_it.clone());
        Self {
            key: edition.key.clone(),
            title,
            required: rule.required,
            offered: offered_workshops(programme),
            days,
            first_day: dates.first().copied(),
            last_day: dates.last().copied(),
            weekday: if dates.len() == days { shared_weekday(&dates) } else { 0 },
            certificate_days: days_to_tell(rule.certificate_days, held),
            certificate_open: days > 0 && days_short(rule.certificate_days, held).is_some(),
            provisional: rule.provisional_places,
            by_decision: rule.course_admission == CourseAdmission::ByDecision,
            closes: rule.enrolment_closes,
            free: programme.course().is_some_and(is_free),
        }
    }
}

fn shared_weekday(dates: &[NaiveDate]) -> u32 {
    use chrono::Datelike as _;
    let mut days = dates.iter().map(|date| date.weekday().number_from_monday());
    match days.next() {
        Some(first) if days.all(|day| day == first) => first,
        _ => 0,
    }
}

/// Whether an offering costs nothing: its fee says so in the announcement's word.
pub fn is_free(offered: &Offered) -> bool {
    offered.row.fee.as_deref() == Some("gratuito")
}

/// Whether the course takes enrolments: published, not begun, its last day for enrolling not over.
pub fn takes_enrolments(programme: &Programme, course: &Offered, now: DateTime<Utc>) -> bool {
    let begun = course.starts_at().is_some_and(|start| start <= now);
    let today = local_date(now, programme.zone());
    let closed = programme.edition.rule().enrolment_closes.is_some_and(|closes| today > closes);
    course.row.status() == OfferingStatus::Published && !begun && !closed
}

/// The course as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct CourseView {
    /// Official title.
    pub title: Option<String>,
    /// Its English gloss.
    pub gloss: Option<String>,
    /// What the organiser says of it, in the page's language.
    pub text: Option<String>,
    /// What it costs, where that is not nothing.
    pub fee: Option<String>,
    /// Whether it costs nothing.
    pub free: bool,
    /// Its days.
    pub days: Vec<SessionView>,
    /// Places; none = unlimited.
    pub capacity: Option<i64>,
    /// Free places; none = unlimited.
    pub places: Option<i64>,
}

impl CourseView {
    /// The view of the course.
    pub fn of(offered: &Offered, english: bool) -> Self {
        let mut days: Vec<SessionView> =
            offered.sessions.iter().filter(|s| !s.is_cancelled()).map(SessionView::of).collect();
        days.sort_by_key(|day| (day.date.is_none(), day.date, day.number));
        let free = is_free(offered);
        Self {
            title: offered.row.title.clone(),
            gloss: offered.row.gloss_en.clone().filter(|_| english),
            text: text_of(offered, english),
            fee: offered.row.fee.clone().filter(|_| !free),
            free,
            days,
            capacity: offered.row.capacity,
            places: offered.row.seats().free(),
        }
    }
}

/// What the organiser says of an offering; the other language where this one is missing.
pub fn text_of(offered: &Offered, english: bool) -> Option<String> {
    let (first, second) = if english {
        (&offered.row.text_en, &offered.row.text_it)
    } else {
        (&offered.row.text_it, &offered.row.text_en)
    };
    first.clone().or_else(|| second.clone())
}
