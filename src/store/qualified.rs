//! Who may get the certificate of a course: the facts of the decision, loaded for one person or for everybody at once.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::certificates::{self, Certificate};
use super::name_checks::{self, NameCheck};
use super::people::{self, Person};
use super::programme::{Offered, Programme};
use super::sessions::Session;
use super::standing::{self, Standing};
use super::{Conn, Error, attendance, enrolments, registers, topics};
use crate::domain::attendance::Mark;
use crate::domain::award::{Awarded, AwardedDay, AwardedWorkshop, Signer};
use crate::domain::letter::Title;
use crate::domain::offering::Kind;
use crate::domain::person::Language;
use crate::domain::qualification::{Day, Existing, Facts, Printable, workshops_attended};
use crate::domain::session::{Hours, local_date};

pub use crate::domain::certificate::CanPrint;

/// Somebody who is, or was, on the course.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The person.
    pub person: Person,
    /// What the decision looks at.
    pub facts: Facts,
    /// How they stand in the edition.
    pub standing: Standing,
    /// Their last certificate of this course: valid or revoked.
    pub certificate: Option<Certificate>,
    /// Whether they were asked about their name.
    pub name_check: Option<NameCheck>,
}

/// Loads everybody who has a live enrolment in the course, was marked at one of its days, or has a certificate of it;
/// by surname.
///
/// # Errors
/// The database failed.
pub async fn of_everybody(
    conn: &impl Conn,
    programme: &Programme,
    now: DateTime<Utc>,
    can_print: CanPrint,
) -> Result<Vec<Candidate>, Error> {
    let Some(course) = programme.course() else { return Ok(Vec::new()) };
    let shared = Shared::load(conn, programme, course, None).await?;
    let who = who(conn, course, &shared).await?;
    candidates(conn, programme, &shared, &who, now, can_print).await
}

/// Loads those of some people who are, or were, on the course; by surname.
///
/// # Errors
/// The database failed.
pub async fn of_some(
    conn: &impl Conn,
    programme: &Programme,
    people: &[i64],
    now: DateTime<Utc>,
    can_print: CanPrint,
) -> Result<Vec<Candidate>, Error> {
    let Some(course) = programme.course() else { return Ok(Vec::new()) };
    let shared = Shared::load(conn, programme, course, Some(people)).await?;
    candidates(conn, programme, &shared, people, now, can_print).await
}

async fn candidates(
    conn: &impl Conn,
    programme: &Programme,
    shared: &Shared<'_>,
    who: &[i64],
    now: DateTime<Utc>,
    can_print: CanPrint,
) -> Result<Vec<Candidate>, Error> {
    let mut found = Vec::new();
    let standings = standing::of_some(conn, programme, who, now).await?;
    let of_course: Vec<Standing> =
        standings.into_iter().filter(|standing| shared.is_of_course(standing)).collect();
    let ids: Vec<i64> = of_course.iter().map(|standing| standing.person_id).collect();
    let mut by_person: HashMap<i64, Standing> =
        of_course.into_iter().map(|standing| (standing.person_id, standing)).collect();
    for person in people::some(conn, &ids).await?.into_iter().filter(|p| p.erased_at.is_none()) {
        if let Some(standing) = by_person.remove(&person.id) {
            found.push(shared.candidate(person, standing, can_print));
        }
    }
    Ok(found)
}

/// Whoever may be of the course: a look at enrolments, marks and certificates alone, not at everybody of the edition.
async fn who(conn: &impl Conn, course: &Offered, shared: &Shared<'_>) -> Result<Vec<i64>, Error> {
    let sessions: Vec<i64> = course.sessions.iter().map(|session| session.id).collect();
    let enrolled = enrolments::in_offerings(conn, &[course.row.id]).await?;
    let mut who: HashSet<i64> = enrolled.into_iter().map(|enrolment| enrolment.person_id).collect();
    who.extend(attendance::effective_at(conn, &sessions).await?.into_iter().map(|row| row.person_id));
    who.extend(shared.certificates.keys());
    Ok(who.into_iter().collect())
}

/// Loads one person; none where they were erased, or there is no course.
///
/// # Errors
/// The database failed.
pub async fn of_person(
    conn: &impl Conn,
    programme: &Programme,
    person_id: i64,
    now: DateTime<Utc>,
    can_print: CanPrint,
) -> Result<Option<Candidate>, Error> {
    let Some(course) = programme.course() else { return Ok(None) };
    let person = people::find(conn, person_id).await?.filter(|person| person.erased_at.is_none());
    let Some(person) = person else { return Ok(None) };
    let shared = Shared::load(conn, programme, course, Some(&[person_id])).await?;
    let standing = standing::of_person(conn, programme, person_id, now).await?;
    Ok(Some(shared.candidate(person, standing, can_print)))
}

/// What is read once for everybody.
struct Shared<'p> {
    course: &'p Offered,
    effective: HashSet<i64>,
    certificates: HashMap<i64, Certificate>,
    name_checks: HashMap<i64, NameCheck>,
    needed: Option<u32>,
}

impl<'p> Shared<'p> {
    /// `who` are the people it is read for; none = everybody.
    async fn load(
        conn: &impl Conn,
        programme: &Programme,
        course: &'p Offered,
        who: Option<&[i64]>,
    ) -> Result<Self, Error> {
        let sessions: Vec<i64> = course.sessions.iter().map(|session| session.id).collect();
        let closed = registers::of_sessions(conn, &sessions).await?;
        Ok(Self {
            course,
            effective: closed.iter().filter(|r| r.took_effect_at.is_some()).map(|r| r.session_id).collect(),
            certificates: certificates::last_of_some(conn, course.row.id, who).await?,
            name_checks: name_checks::of_edition(conn, programme.edition.id, who).await?,
            needed: programme.edition.rule().certificate_days,
        })
    }

    fn is_of_course(&self, standing: &Standing) -> bool {
        let pending = |state: &str| state.starts_with("pending");
        standing.live_in(self.course.row.id).is_some_and(|e| !pending(&e.state))
            || self.certificates.contains_key(&standing.person_id)
            || self.course.sessions.iter().any(|s| standing.marks.get(&s.id).is_some_and(|m| m.counts()))
    }

    fn candidate(&self, person: Person, standing: Standing, can_print: CanPrint) -> Candidate {
        let certificate = self.certificates.get(&person.id).cloned();
        let facts = Facts {
            enrolment: standing.state_in(self.course.row.id),
            days: days(self.course, &self.effective, &standing.marks),
            needed: self.needed,
            name: printable(&person.full_name(), can_print),
            existing: match &certificate {
                None => Existing::None,
                Some(row) if row.revoked_at.is_some() => Existing::Revoked,
                Some(_) => Existing::Valid,
            },
        };
        let name_check = self.name_checks.get(&person.id).cloned();
        Candidate { person, facts, standing, certificate, name_check }
    }
}

/// The days of a course as the decision looks at them, with the marks of one person by session.
pub(super) fn days(course: &Offered, effective: &HashSet<i64>, marks: &HashMap<i64, Mark>) -> Vec<Day> {
    let day = |session: &Session| Day {
        date: session.date,
        effective: effective.contains(&session.id),
        mark: marks.get(&session.id).copied(),
    };
    held(course).into_iter().map(day).collect()
}

/// Whether a name can be printed.
pub fn printable(name: &str, can_print: CanPrint) -> Printable {
    match can_print(name) {
        _ if name.is_empty() => Printable::Missing,
        Ok(()) => Printable::Yes,
        Err(character) => Printable::Not(character),
    }
}

/// The sessions that were not called off, by date.
pub(super) fn held(offered: &Offered) -> Vec<&Session> {
    let mut held: Vec<&Session> = offered.sessions.iter().filter(|s| !s.is_cancelled()).collect();
    held.sort_by_key(|s| (s.date.is_none(), s.date, s.number));
    held
}

/// Who gives a certificate, and in which language.
#[derive(Clone, Copy, Debug)]
pub struct Giver<'g> {
    /// The organisation.
    pub organisation: &'g str,
    /// The language of the person.
    pub language: Language,
}

/// What a certificate or a statement of an offering says of somebody now.
///
/// # Errors
/// The database failed.
pub async fn awarded(
    conn: &impl Conn,
    programme: &Programme,
    offered: &Offered,
    standing: &Standing,
    giver: Giver<'_>,
    now: DateTime<Utc>,
) -> Result<Awarded, Error> {
    let day = |session: &&Session| AwardedDay {
        date: session.date,
        attended: standing.marks.get(&session.id).is_some_and(|mark| mark.counts()),
        hours: session.starts.zip(session.ends).map(|(start, end)| Hours { start, end }),
    };
    let workshops = match offered.row.kind() {
        Kind::Course => workshops(conn, programme, standing).await?,
        Kind::Workshop => Vec::new(),
    };
    Ok(Awarded {
        title: title(offered),
        edition: programme.edition.title_it.clone(),
        organisation: giver.organisation.to_owned(),
        language: giver.language,
        required: standing.facts.required,
        days: held(offered).iter().map(day).collect(),
        workshops,
        issued_on: local_date(now, programme.zone()),
        project: programme.edition.project.clone(),
        city: programme.edition.city.clone(),
        signers: Signer::of(offered.row.kind()),
    })
}

/// The workshops a person attended on the way to the course, with the titles of this edition where it has them.
///
/// # Errors
/// The database failed.
pub async fn workshops(
    conn: &impl Conn,
    programme: &Programme,
    standing: &Standing,
) -> Result<Vec<AwardedWorkshop>, Error> {
    Ok(workshops_of_all(conn, programme, &[standing]).await?.pop().unwrap_or_default())
}

/// The same of several people, in their order; what is read is read once.
///
/// # Errors
/// The database failed.
pub async fn workshops_of_all(
    conn: &impl Conn,
    programme: &Programme,
    standings: &[&Standing],
) -> Result<Vec<Vec<AwardedWorkshop>>, Error> {
    let attended: Vec<Vec<(i64, NaiveDate)>> =
        standings.iter().map(|standing| workshops_attended(&standing.facts)).collect();
    let here = |id: i64| programme.workshops().any(|workshop| workshop.row.topic_id == Some(id));
    let seen: BTreeSet<i64> = attended.iter().flatten().map(|(topic, _)| *topic).collect();
    let earlier: Vec<i64> = seen.into_iter().filter(|id| !here(*id)).collect();
    let topics = if earlier.is_empty() { Vec::new() } else { topics::some(conn, &earlier).await? };
    let named = |id: i64, date: NaiveDate| {
        let of_topic = || programme.workshops().filter(move |workshop| workshop.row.topic_id == Some(id));
        let on_the_day = of_topic().find(|w| w.sessions.iter().any(|s| s.date == Some(date)));
        on_the_day.or_else(|| of_topic().next()).map(title).or_else(|| {
            let topic = topics.iter().find(|topic| topic.id == id)?;
            Some(Title { official: topic.title.clone()?, gloss: topic.gloss_en.clone(), nth: 0 })
        })
    };
    let awarded = |(topic, date): (i64, NaiveDate)| {
        let title = named(topic, date).unwrap_or_default();
        AwardedWorkshop { title, date }
    };
    Ok(attended.into_iter().map(|of_one| of_one.into_iter().map(awarded).collect()).collect())
}

/// The title, or the place among the workshops while there is none.
fn title(offered: &Offered) -> Title {
    offered.title().unwrap_or(Title { nth: offered.nth, ..Title::default() })
}
