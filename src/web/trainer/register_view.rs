//! The register of a session, read for its page: who is listed, in which part, with which mark.

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::attendance::Mark;
use crate::domain::offering::{Kind, OfferingStatus};
use crate::domain::register::{Part, RegisterState, Totals, part, proposes_absent, totals};
use crate::domain::session::local_date;
use crate::store::{attendance, enrolments, people, programme, registers, sessions, texts};
use crate::web::error::PageError;
use crate::web::guards::Trainer;
use crate::web::view::SessionView;

/// The page of a register.
#[derive(Serialize)]
pub struct RegisterPage {
    /// The offering's title.
    pub title: Option<String>,
    /// Its place in the programme.
    pub nth: usize,
    /// Whether it is a course day.
    pub course: bool,
    /// How many sessions the offering has.
    pub of: i64,
    /// The session.
    pub session: SessionView,
    /// `open`, `closed`, `effective` or `cancelled`.
    pub state: &'static str,
    /// When a closed one takes effect.
    pub effective_at: Option<String>,
    /// Whether the session has begun: before, it cannot be closed.
    pub begun: bool,
    /// Whether its day is still to come: whoever is added then gets no mark.
    pub early: bool,
    /// The minutes after which *absent* is proposed, where the edition says so and the session has hours.
    pub lateness: Option<i64>,
    /// The same, where that time has come.
    pub too_late: Option<i64>,
    /// Whoever is expected, by surname.
    pub expected: Vec<Row>,
    /// With a provisional place.
    pub provisional: Vec<Row>,
    /// Pending, waiting, cancelled.
    pub others: Vec<Row>,
    /// Marks of the expected and provisional.
    pub marked: u32,
    /// How many are expected or provisional.
    pub total: usize,
    /// The meter, 0 to 100.
    pub percent: u32,
    /// A sentence about what went wrong, where something did.
    pub wrong: Option<String>,
    /// Places of the room; none = unlimited.
    pub capacity: Option<i64>,
    /// Free places, kept for whoever waits or not; none = unlimited.
    pub free: Option<i64>,
}

/// One person of a register.
#[derive(Clone, Serialize)]
pub struct Row {
    /// The person: names the radios.
    pub id: i64,
    /// First name.
    pub given: String,
    /// Surname.
    pub family: String,
    /// The state of the enrolment.
    pub state: String,
    /// The letter of the mark; empty = not marked.
    pub mark: String,
    /// The letter of the mark that is stored, which the form says it has seen.
    pub seen: String,
    /// Who set another mark while this page was open, and when.
    pub meanwhile: Option<Meanwhile>,
    /// The letter that was sent where no mark can be set, and is not kept; empty = the mark was to be taken back.
    pub lost: Option<String>,
    /// Whether the person came without being on the list.
    pub walk_in: bool,
    /// What the person needs in the room; nobody else is shown it.
    pub needs: Option<String>,
    /// Whether it is the trainer: nobody marks themselves.
    pub own: bool,
}

/// What somebody else did to a mark while a page was open.
#[derive(Clone, Serialize)]
pub struct Meanwhile {
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// Loads it; `typed` are letters that could not be saved and are shown again.
///
/// # Errors
/// [`PageError::NotFound`] for a session that is not the asker's.
pub async fn load(
    who: &Trainer,
    session_id: i64,
    typed: &HashMap<i64, String>,
) -> Result<RegisterPage, PageError> {
    if !who.may_take(session_id) {
        return Err(PageError::NotFound);
    }
    let reader = who.visit.app.desk.store.reader();
    let session = sessions::find(reader, session_id).await?.ok_or(PageError::NotFound)?;
    let programme = programme::of_offering(reader, session.offering_id).await?.ok_or(PageError::NotFound)?;
    let register = registers::of_session(reader, session_id).await?;
    let marked = attendance::is_marked(reader, session_id).await?;
    let rows = rows(who, &session, typed).await?;
    let of_part = |wanted: Part| -> Vec<Row> {
        rows.iter().filter(|(part, _)| *part == wanted).map(|(_, row)| row.clone()).collect()
    };
    let (expected, provisional, others) =
        (of_part(Part::Expected), of_part(Part::Provisional), of_part(Part::Others));
    let sum: Totals = totals(expected.iter().chain(&provisional).map(|row| Mark::from_letter(&row.mark)));
    let total = expected.len() + provisional.len();
    let offered = programme.offering(session.offering_id).ok_or(PageError::NotFound)?;
    Ok(RegisterPage {
        title: offered.row.title.clone(),
        nth: programme.nth(offered.row.id),
        course: offered.row.kind() == Kind::Course,
        of: session.of,
        begun: session.timing(programme.zone()).is_some_and(|t| t.starts_at() <= who.visit.now),
        early: session.date.is_none_or(|date| date > local_date(who.visit.now, programme.zone())),
        lateness: programme.edition.lateness_minutes.filter(|_| session.starts.is_some()),
        too_late: programme
            .edition
            .lateness_minutes
            .filter(|limit| proposes_absent(session.timing(programme.zone()), Some(*limit), who.visit.now)),
        session: SessionView::of(&session),
        state: register.as_ref().map_or(
            if is_held(offered, &session, marked) { "open" } else { "cancelled" },
            |r| {
                if r.state() == RegisterState::Effective { "effective" } else { "closed" }
            },
        ),
        effective_at: register.map(|r| r.effective_at.to_rfc3339()),
        marked: sum.marked(),
        percent: u32::try_from(total).ok().filter(|t| *t > 0).map_or(0, |t| sum.marked() * 100 / t),
        total,
        expected,
        provisional,
        others,
        wrong: None,
        capacity: offered.row.capacity,
        free: offered.row.seats().free(),
    })
}

/// Whether a session is held, or was: it was not called off, and where its offering was, people had been marked in it
/// before.
pub(super) fn is_held(offered: &programme::Offered, session: &sessions::Session, marked: bool) -> bool {
    !session.is_cancelled() && (marked || offered.row.status() != OfferingStatus::Cancelled)
}

/// The latest enrolment of each person in the offering, by surname.
async fn rows(
    who: &Trainer,
    session: &sessions::Session,
    typed: &HashMap<i64, String>,
) -> Result<Vec<(Part, Row)>, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let marks = attendance::latest_marks(reader, session.id).await?;
    let mut latest: HashMap<i64, enrolments::Enrolment> = HashMap::new();
    for enrolment in enrolments::in_offerings(reader, &[session.offering_id]).await? {
        latest.insert(enrolment.person_id, enrolment);
    }
    let needs_ids: Vec<i64> = latest.values().filter_map(|e| e.needs_id).collect();
    let leads = who.viewer.leads.contains(&session.id);
    let needs = if leads { texts::bodies(reader, &needs_ids).await? } else { HashMap::new() };
    let ids: Vec<i64> = latest.keys().copied().collect();
    let mut rows = Vec::new();
    for person in people::some(reader, &ids).await? {
        let Some(enrolment) = latest.get(&person.id) else { continue };
        if person.erased_at.is_some() {
            continue;
        }
        let stored =
            marks.get(&person.id).and_then(|row| Mark::from_code(&row.value)).map_or("", Mark::letter);
        let row = Row {
            id: person.id,
            given: person.given_name,
            family: person.family_name,
            state: enrolment.state.clone(),
            mark: typed.get(&person.id).cloned().unwrap_or_else(|| stored.to_owned()),
            seen: stored.to_owned(),
            meanwhile: None,
            lost: None,
            walk_in: enrolment.source == "walk_in",
            needs: enrolment.needs_id.and_then(|id| needs.get(&id).cloned()),
            own: person.id == who.viewer.person.id,
        };
        rows.push((part(enrolment.state()?), row));
    }
    Ok(rows)
}

/// Who set the mark of a person that stands, and when.
///
/// # Errors
/// The database failed.
pub async fn meanwhile(
    who: &Trainer,
    session_id: i64,
    person_id: i64,
) -> Result<Option<Meanwhile>, PageError> {
    let reader = who.visit.app.desk.store.reader();
    let marks = attendance::latest_marks(reader, session_id).await?;
    let Some(mark) = marks.get(&person_id) else { return Ok(None) };
    let by = people::find(reader, mark.marked_by).await?.map(|person| person.full_name()).unwrap_or_default();
    Ok(Some(Meanwhile { by, at: mark.marked_at.to_rfc3339() }))
}
