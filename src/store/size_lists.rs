//! Fills the lists on which the office works, beside the people of `size`: who gave a place back, who applies for the course
//! or waits for it, doubts and disputes, open and settled, calls, refused letters, and who was asked about their name. A share of the people
//! each, so that the lists grow with the database.

use chrono::{DateTime, TimeDelta, Utc};

use super::programme::{Offered, Programme};
use super::size::run;
use super::{Error, Tx};

/// What the lists of an edition are filled with.
#[derive(Clone, Debug)]
pub struct Lists<'a> {
    /// The edition, filled by `size`.
    pub programme: &'a Programme,
    /// Who settled what is settled.
    pub staff: i64,
    /// The stored form of a call to somebody who waits for the course.
    pub call: &'a str,
    /// The stored form of a letter with the days of the course, to one of those that were refused.
    pub refused: &'a str,
    /// Now: only where the course has not begun, anything is open.
    pub now: DateTime<Utc>,
}

/// Fills them.
///
/// # Errors
/// The database failed.
pub async fn fill_lists(tx: &Tx, lists: &Lists<'_>) -> Result<(), Error> {
    let programme = lists.programme;
    let held: Vec<&Offered> = programme.workshops().filter(|it| it.first_date().is_some()).collect();
    for workshop in &held {
        given_back(tx, lists, workshop).await?;
    }
    let Some(course) = programme.course() else { return Ok(()) };
    let runs = course.starts_at().is_none_or(|begin| begin > lists.now);
    doubts(tx, lists, &held, runs).await?;
    let sessions: Vec<i64> = held.iter().flat_map(|it| &it.sessions).map(|session| session.id).collect();
    for (n, session) in sessions.into_iter().enumerate() {
        disputes(tx, lists, session, runs && n == 0).await?;
    }
    names(tx, lists, course).await?;
    refused(tx, lists, course).await?;
    if runs {
        by_phone(tx, lists).await?;
        in_line(tx, lists, course).await?;
        calls(tx, lists, course).await?;
    }
    Ok(())
}

impl Lists<'_> {
    fn edition(&self) -> i64 {
        self.programme.edition.id
    }

    /// Those who came for the first time with this edition, as a condition on `p`.
    fn newcomers(&self) -> String {
        format!("p.email LIKE 'e{}-%@posta.example'", self.edition())
    }

    /// The phone of those who have no address.
    fn phone(&self) -> String {
        format!("02 7{:05}", self.edition())
    }

    /// When it came up: yesterday, or as a course began that did so before.
    fn at(&self) -> DateTime<Utc> {
        let yesterday = self.now - TimeDelta::days(1);
        let begin = self.programme.course().and_then(Offered::starts_at);
        begin.map_or(yesterday, |begin| begin.min(yesterday))
    }
}

/// One in six gave back their place in a workshop the day they took it, of those who have none there.
async fn given_back(tx: &Tx, lists: &Lists<'_>, workshop: &Offered) -> Result<(), Error> {
    let id = workshop.row.id;
    let sql = format!(
        "INSERT INTO enrolments (person_id, offering_id, state, cancel_reason, source, code, created_at, state_at)
         SELECT p.id, $1, 'cancelled', 'by_person', 'form', 'AMA-' || CAST(p.id AS TEXT), p.created_at,
            p.created_at FROM persons p WHERE {} AND p.id % 6 = 5
            AND NOT EXISTS (SELECT 1 FROM enrolments x WHERE x.person_id = p.id AND x.offering_id = $1)",
        lists.newcomers()
    );
    run(tx, &sql, vec![id.into()]).await?;
    let came = "INSERT INTO enrolment_history (enrolment_id, at, to_state, actor)
         SELECT id, created_at, 'confirmed', 'person' FROM enrolments WHERE offering_id = $1 AND state = 'cancelled'";
    run(tx, came, vec![id.into()]).await?;
    let left = "INSERT INTO enrolment_history (enrolment_id, at, from_state, to_state, reason, actor)
         SELECT id, state_at, 'confirmed', 'cancelled', 'by_person', 'person'
         FROM enrolments WHERE offering_id = $1 AND state = 'cancelled'";
    run(tx, left, vec![id.into()]).await
}

/// Of those who reached the rule, one in four is in doubt, and one in four was.
async fn doubts(tx: &Tx, lists: &Lists<'_>, held: &[&Offered], runs: bool) -> Result<(), Error> {
    let Some(session) = held.iter().find_map(|it| it.first_session()) else { return Ok(()) };
    let (edition, at) = (lists.edition(), lists.at());
    let key = format!("'size-rule-{edition}-' || CAST(r.person_id AS TEXT)");
    if runs {
        let open = format!(
            "INSERT INTO tasks (kind, edition_id, person_id, session_id, key, created_at)
             SELECT 'rule-in-doubt', $1, r.person_id, $2, {key}, $3
             FROM rule_reached r WHERE r.edition_id = $1 AND r.person_id % 4 = 1"
        );
        run(tx, &open, vec![edition.into(), session.id.into(), at.into()]).await?;
    }
    let which = format!(
        "SELECT r.person_id FROM rule_reached r WHERE r.edition_id = {edition} AND r.person_id % 4 = 3"
    );
    said(tx, &which, "Il registro è giusto.", at).await?;
    let settled = format!(
        "INSERT INTO tasks (kind, edition_id, person_id, session_id, key, created_at, settled_at, settled_by, text_id)
         SELECT 'rule-in-doubt', $1, r.person_id, $2, {key}, $3, $3, $4, {}
         FROM rule_reached r WHERE r.edition_id = $1 AND r.person_id % 4 = 3",
        last_text("r")
    );
    run(tx, &settled, vec![edition.into(), session.id.into(), at.into(), lists.staff.into()]).await
}

/// Words about some people.
async fn said(tx: &Tx, which: &str, words: &str, at: DateTime<Utc>) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO texts (person_id, body, created_at)
         SELECT w.person_id, $1, $2 FROM ({which}) w"
    );
    run(tx, &sql, vec![words.into(), at.into()]).await
}

/// The words about somebody that were stored last.
fn last_text(of: &str) -> String {
    format!("(SELECT MAX(t.id) FROM texts t WHERE t.person_id = {of}.person_id)")
}

/// Whoever was absent says that they were there; nobody has answered yet, or the office did.
async fn disputes(tx: &Tx, lists: &Lists<'_>, session: i64, open: bool) -> Result<(), Error> {
    let at = lists.at();
    let absent = format!("FROM attendance a WHERE a.session_id = {session} AND a.value = 'absent'");
    if open {
        let sql = format!(
            "INSERT INTO disputes (session_id, person_id, opened_at) SELECT a.session_id, a.person_id, $1 {absent}"
        );
        return run(tx, &sql, vec![at.into()]).await;
    }
    said(tx, &format!("SELECT a.person_id {absent}"), "Chi conduce conferma l’assenza.", at).await?;
    let sql = format!(
        "INSERT INTO disputes (session_id, person_id, opened_at, settled_at, settled_by, outcome, answer_text_id)
         SELECT a.session_id, a.person_id, $1, $1, $2, 'declined', {} {absent}",
        last_text("a")
    );
    run(tx, &sql, vec![at.into(), lists.staff.into()]).await
}

/// Half of the people of the course were asked about their name, and half of these answered.
async fn names(tx: &Tx, lists: &Lists<'_>, course: &Offered) -> Result<(), Error> {
    let sql = "INSERT INTO name_checks (person_id, edition_id, asked_at, asked_by, answered_at)
         SELECT e.person_id, $1, e.created_at, $2, CASE WHEN e.person_id % 4 = 0 THEN e.created_at END
         FROM enrolments e WHERE e.offering_id = $3 AND e.state = 'confirmed' AND e.person_id % 4 < 2";
    let values = vec![lists.edition().into(), lists.staff.into(), course.row.id.into()];
    run(tx, sql, values).await?;
    let sql = "INSERT INTO name_answers (check_id, answered_at)
         SELECT id, answered_at FROM name_checks WHERE edition_id = $1 AND answered_at IS NOT NULL";
    run(tx, sql, vec![lists.edition().into()]).await
}

/// Of those who have a place on the course the mailbox of one in ten has gone.
async fn refused(tx: &Tx, lists: &Lists<'_>, course: &Offered) -> Result<(), Error> {
    let sql = "INSERT INTO outbox (kind, version, payload, address, person_id, enrolment_id, language, lane,
            message_id, dated, not_before, state, begun_at, ended_at, tries, last_error)
         SELECT 'course-confirmed', 1, $2, p.email, p.id, e.id, 'it', 'normal',
            '<size-refused-' || CAST(e.id AS TEXT) || '@percorso.example>', $3, $3, 'refused', $3, $3, 1,
            '550 no such mailbox'
         FROM enrolments e JOIN persons p ON p.id = e.person_id
         WHERE e.offering_id = $1 AND e.state = 'confirmed' AND e.person_id % 10 = 3 AND p.email IS NOT NULL";
    run(tx, sql, vec![course.row.id.into(), lists.refused.into(), lists.at().into()]).await
}

/// One in twelve has a relative who has no address.
async fn by_phone(tx: &Tx, lists: &Lists<'_>) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO persons (given_name, family_name, search, phone, profile, language, takes_invites, created_at)
         SELECT 'Teresa', p.family_name, lower(p.family_name || ' Teresa ' || p.family_name), $1, p.profile, 'it',
            FALSE, p.created_at
         FROM persons p WHERE {} AND p.id % 12 = 7",
        lists.newcomers()
    );
    run(tx, &sql, vec![lists.phone().into()]).await
}

/// The course is full. Of those who are not on it, one in three applies and one in three waits, with whoever has no address;
/// the rule was waived for each.
async fn in_line(tx: &Tx, lists: &Lists<'_>, course: &Offered) -> Result<(), Error> {
    let (id, at) = (course.row.id, lists.at());
    let not_there =
        format!("NOT EXISTS (SELECT 1 FROM enrolments x WHERE x.person_id = p.id AND x.offering_id = {id})");
    let (new, phone) = (lists.newcomers(), lists.phone());
    let who = format!("FROM persons p WHERE ({new} AND p.id % 3 < 2 OR p.phone = '{phone}') AND {not_there}");
    said(tx, &format!("SELECT p.id AS person_id {who}"), "Conduce un gruppo da anni.", at).await?;
    let waived = format!(
        "INSERT INTO waivers (person_id, edition_id, granted_by, granted_at, text_id)
         SELECT w.person_id, $1, $2, $3, {} FROM (SELECT p.id AS person_id {who}) w",
        last_text("w")
    );
    run(tx, &waived, vec![lists.edition().into(), lists.staff.into(), at.into()]).await?;
    let waits = format!("p.id % 3 = 1 OR p.phone = '{phone}'");
    let enrolled = format!(
        "INSERT INTO enrolments (person_id, offering_id, state, position, source, code, created_at, state_at)
         SELECT p.id, $1, CASE WHEN {waits} THEN 'waitlisted' ELSE 'applied' END, CASE WHEN {waits} THEN p.id END,
            CASE WHEN p.email IS NULL THEN 'staff' ELSE 'signed_in' END, 'AMA-' || CAST(p.id AS TEXT), $2, $2 {who}"
    );
    run(tx, &enrolled, vec![id.into(), at.into()]).await?;
    let history = "INSERT INTO enrolment_history (enrolment_id, at, to_state, actor)
         SELECT id, state_at, state, CASE WHEN source = 'staff' THEN 'staff' ELSE 'person' END
         FROM enrolments WHERE offering_id = $1 AND state IN ('applied', 'waitlisted')";
    run(tx, history, vec![id.into()]).await?;
    run(tx, "UPDATE offerings SET capacity = taken WHERE id = $1 AND taken > 0", vec![id.into()]).await
}

/// Whoever has no address is told on the phone that they wait: half of them were called an hour ago.
async fn calls(tx: &Tx, lists: &Lists<'_>, course: &Offered) -> Result<(), Error> {
    let (edition, at) = (lists.edition(), lists.at());
    let tasks = "INSERT INTO tasks (kind, edition_id, person_id, enrolment_id, key, created_at)
         SELECT 'call', $1, e.person_id, e.id, 'size-call-' || CAST(e.id AS TEXT), $2
         FROM enrolments e JOIN persons p ON p.id = e.person_id WHERE e.offering_id = $3 AND p.phone = $4";
    let values = vec![edition.into(), at.into(), course.row.id.into(), lists.phone().into()];
    run(tx, tasks, values).await?;
    let calls = "INSERT INTO calls (task_id, language, payload, due_at)
         SELECT t.id, 'it', $1, $2 FROM tasks t WHERE t.kind = 'call' AND t.edition_id = $3";
    run(tx, calls, vec![lists.call.into(), at.into(), edition.into()]).await?;
    let made = "UPDATE tasks SET settled_at = $1, settled_by = $2
         WHERE kind = 'call' AND edition_id = $3 AND person_id % 2 = 0";
    let an_hour_ago = lists.now - TimeDelta::hours(1);
    run(tx, made, vec![an_hour_ago.into(), lists.staff.into(), edition.into()]).await
}

/// How many rows of a table are of a kind.
#[cfg(test)]
pub async fn count(conn: &impl super::Conn, which: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) AS n FROM {which}");
    let row =
        conn.query_one_raw(sea_orm::Statement::from_string(conn.get_database_backend(), sql)).await.unwrap();
    row.unwrap().try_get("", "n").unwrap()
}
