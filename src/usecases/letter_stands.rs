//! Loads how what a letter or a call speaks of stands now: before it is sent once more, and before it is said on the phone.
//! Both look into the edition it is about, whichever is the current one.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::admit::day_facts;
use super::edition_now::{EditionNow, closed};
use super::letter_edition::{Subject, edition_of};
use super::{Outcome, free_places, path_facts, told_facts};
use crate::domain::correction::Follows;
use crate::domain::edition::CourseAdmission;
use crate::domain::letter::{Letter, PathFacts, Payload, Recorded, SessionFacts, Stands};
use crate::domain::offering::Kind;
use crate::store::enrolments::Enrolment;
use crate::store::programme::{Offered, Programme};
use crate::store::sessions::Session;
use crate::store::standing::Standing;
use crate::store::{Conn, certificates, enrolments, stated, tasks};

/// How it stands in an edition.
pub(super) async fn letter_stands(
    conn: &impl Conn,
    programme: &Programme,
    subject: Subject<'_>,
    now: DateTime<Utc>,
) -> Outcome<Stands> {
    let edition = EditionNow::of(conn, programme, &[subject], now).await?;
    stands_in(conn, programme, &edition, subject, now).await
}

/// How it stands in an edition of which was read what it speaks of.
pub(super) async fn stands_in(
    conn: &impl Conn,
    programme: &Programme,
    edition: &EditionNow,
    subject: Subject<'_>,
    now: DateTime<Utc>,
) -> Outcome<Stands> {
    let enrolment = subject.enrolment_id.and_then(|id| edition.enrolments.get(&id));
    let own = enrolment.and_then(|enrolment| programme.offering(enrolment.offering_id));
    let person = subject.person_id.and_then(|id| edition.people.get(&id));
    // Whoever was marked beforehand and waits again waits for a place: of it only a closed register decides.
    let marked = person.filter(|_| !matches!(subject.letter, Letter::PlaceFree { .. }));
    let settled = marked.map(|person| &person.marked).into_iter().flatten().chain(&edition.closed);
    let mut stands = dated(programme, subject, own, &Over { settled: settled.copied().collect(), now });
    let rule = programme.edition.rule();
    stands.closes = rule.enrolment_closes;
    stands.by_decision = rule.course_admission == CourseAdmission::ByDecision;
    if let Some(offered) = own {
        stands.free_places = free_places(programme, offered, now);
        stands.room = offered.row.seats().has_room();
    }
    if let Some(enrolment) = enrolment {
        of_the_place(conn, &mut stands, enrolment, edition).await?;
    }
    if let Some(person) = person {
        stands.path = Some(path_now(programme, edition, &person.standing));
        stands.on_course = person.standing.course.enrolment;
        stands.course_open = person.standing.course.open;
        stands.recorded = recorded(conn, programme, subject, &person.standing).await?;
        stands.course_room = programme.course().is_some_and(|course| course.row.seats().has_room());
        stands.certificate.clone_from(&person.certificate);
    }
    Ok(stands)
}

/// What is so of the enrolment it is about.
async fn of_the_place(
    conn: &impl Conn,
    stands: &mut Stands,
    enrolment: &Enrolment,
    edition: &EditionNow,
) -> Outcome<()> {
    stands.state = Some(enrolment.state()?);
    stands.hold_until = enrolment.hold_until;
    let offering = enrolment.offering_id;
    let live = match edition.people.get(&enrolment.person_id) {
        Some(person) => person.standing.live_in(offering).cloned(),
        None => enrolments::live(conn, enrolment.person_id, offering).await?,
    };
    stands.enrolled_again = match live.filter(|live| live.id != enrolment.id) {
        Some(live) => !live.state()?.is_pending(),
        None => false,
    };
    if enrolment.position.is_some() {
        let ahead = enrolments::waiting_ahead(conn, offering, enrolment.position).await?;
        stands.position = Some(ahead + 1);
    }
    Ok(())
}

/// Whether something is over for everybody in its line, however it is marked there.
pub(super) async fn is_over(
    conn: &impl Conn,
    programme: &Programme,
    offered: &Offered,
    now: DateTime<Utc>,
) -> Outcome<bool> {
    Ok(Over { settled: closed(conn, programme).await?, now }.all(offered))
}

/// The session a letter speaks of as it stands now, and whether it comes too late for the course: all that one that brings a
/// date is asked as it leaves. None where there is none any more.
pub(super) async fn session_now(
    conn: &impl Conn,
    subject: Subject<'_>,
    payload: &Payload,
    now: DateTime<Utc>,
) -> Outcome<Option<SessionFacts>> {
    let Some(programme) = edition_of(conn, subject, payload).await? else { return Ok(None) };
    let enrolment = match subject.enrolment_id {
        Some(id) => enrolments::find(conn, id).await?,
        None => None,
    };
    let own = enrolment.and_then(|enrolment| programme.offering(enrolment.offering_id));
    let over = Over { settled: HashSet::new(), now };
    Ok(spoken_of(&programme, subject, own, &over).session)
}

/// When it is held, whatever of it may be over by now: a list is put in order by it, and asks for no more of each.
pub(super) fn held_when(programme: &Programme, subject: Subject<'_>, offering_id: Option<i64>) -> Stands {
    let own = offering_id.and_then(|id| programme.offering(id));
    dated(programme, subject, own, &Over { settled: HashSet::new(), now: DateTime::UNIX_EPOCH })
}

fn dated(programme: &Programme, subject: Subject<'_>, own: Option<&Offered>, over: &Over) -> Stands {
    // A course that was called off still has the days it would have had.
    let course = own.filter(|offered| offered.row.kind() == Kind::Course).or_else(|| programme.course());
    Stands { days: course.map(day_facts).unwrap_or_default(), ..spoken_of(programme, subject, own, over) }
}

/// The rule as it is drawn now, with what of its choices has no place for a newcomer.
fn path_now(programme: &Programme, edition: &EditionNow, standing: &Standing) -> PathFacts {
    let full = edition.full.iter().filter_map(|id| programme.offering(*id)).map(Offered::page).collect();
    PathFacts { full, ..path_facts(programme, standing) }
}

/// The session it speaks of, and whether it can still be held: one of several; else the first one of the workshop or course
/// it is about, which is over with the last.
fn spoken_of(programme: &Programme, subject: Subject<'_>, own: Option<&Offered>, over: &Over) -> Stands {
    if let Some(id) = subject.session_id {
        let Some((offered, session)) = programme.session(id) else { return Stands::default() };
        let past = over.is_over(offered, session);
        return with_session(programme, (offered, session), past, over.now);
    }
    let offered = match subject.letter {
        Letter::DateOut { session } => programme.offerings.iter().find(|o| o.page() == session.page),
        _ => own,
    };
    match offered.and_then(|offered| Some((offered, offered.first_session()?))) {
        Some(found @ (offered, _)) => with_session(programme, found, over.all(offered), over.now),
        None => Stands::default(),
    }
}

fn with_session(
    programme: &Programme,
    (offered, session): (&Offered, &Session),
    past: bool,
    now: DateTime<Utc>,
) -> Stands {
    let facts = told_facts(programme, offered, session, now);
    Stands { session: Some(facts), past, called_off: session.is_cancelled(), ..Stands::default() }
}

/// Which sessions are over for somebody.
struct Over {
    /// Those whose register is closed, and those in which they are marked: what was to be told of them beforehand is late,
    /// however long they last.
    settled: HashSet<i64>,
    now: DateTime<Utc>,
}

impl Over {
    /// Whether a session has ended, or is settled; one that was called off is over when it would have ended.
    fn is_over(&self, offered: &Offered, session: &Session) -> bool {
        let ended = session.timing(offered.zone).is_some_and(|timing| timing.ends_at() <= self.now);
        ended || !session.is_cancelled() && self.settled.contains(&session.id)
    }

    /// Whether all of its sessions that have a date are, held or called off.
    fn all(&self, offered: &Offered) -> bool {
        let dated: Vec<&Session> = offered.sessions.iter().filter(|session| session.date.is_some()).collect();
        !dated.is_empty() && dated.into_iter().all(|session| self.is_over(offered, session))
    }
}

/// What is recorded of the person, where it tells a mark.
async fn recorded(
    conn: &impl Conn,
    programme: &Programme,
    subject: Subject<'_>,
    standing: &Standing,
) -> Outcome<Recorded> {
    let Some((offered, session)) = marked_at(programme, subject) else { return Ok(Recorded::default()) };
    let (edition, person) = (programme.edition.id, standing.person_id);
    let statement = match certificates::valid_of(conn, person, offered.row.id).await? {
        Some(row) if row.kind() == Kind::Workshop => Some(stated::stands(conn, &row, offered).await?),
        _ => None,
    };
    let rule = tasks::open_of_person(conn, edition, person, Follows::RuleInDoubt.code()).await?;
    let paper = tasks::open_of_person(conn, edition, person, Follows::CertificateInDoubt.code()).await?;
    Ok(Recorded {
        mark: standing.marks.get(&session.id).copied(),
        statement,
        rule_in_doubt: !rule.is_empty(),
        certificate_in_doubt: paper.iter().any(|task| task.session_id == Some(session.id)),
        days_attended: standing.course.attended,
    })
}

/// The session whose mark it tells: one that says what is still missing names it among its facts alone.
fn marked_at<'p>(programme: &'p Programme, subject: Subject<'_>) -> Option<(&'p Offered, &'p Session)> {
    match subject.letter {
        Letter::AttendedStillShort { session: told, .. } | Letter::AbsentStillShort { session: told, .. } => {
            let offered = programme.offerings.iter().find(|offered| offered.page() == told.page)?;
            let session = offered.sessions.iter().find(|session| session.number == i64::from(told.number))?;
            Some((offered, session))
        }
        Letter::MarkCorrected { .. } | Letter::DisputeDeclined { .. } => {
            programme.session(subject.session_id?)
        }
        _ => None,
    }
}
