//! Everybody of an edition, read lightly, with a word that is the same for people about whom every decision is the same:
//! the board asks the rule once for each word, and not once for each person.
//!
//! The word is made of everything that `standing` looks at: the live enrolments with their states, what counts of their
//! marks, whether the rule was reached or waived, the certificate, one of another edition. Of the days of the course it
//! says how many were attended and missed, which is all that is looked at. Two people with one word may differ in nothing
//! else that matters; two who stand alike may have two words, which costs time and is no mistake.

use sea_orm::{FromQueryResult, Statement};

use super::programme::Programme;
use super::{Conn, Error};

/// One person.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Member {
    /// The person.
    pub id: i64,
    /// Names and address, folded.
    pub search: String,
    /// Address.
    pub email: Option<String>,
    /// Profile code.
    pub profile: Option<String>,
    /// Whether they say that they were somewhere in this edition, and wait for an answer.
    pub contested: bool,
    /// The word.
    pub word: String,
}

impl Member {
    /// Whether a folded text finds them; one with an `@` is looked for in the whole address.
    pub fn is_found_by(&self, wanted: &str) -> bool {
        is_found(&self.search, self.email.as_deref(), wanted)
    }
}

/// Everybody who ever enrolled in the edition and was not erased, by surname.
///
/// # Errors
/// The database failed.
pub async fn of_edition(conn: &impl Conn, programme: &Programme) -> Result<Vec<Member>, Error> {
    let course = programme.course().map_or(0, |course| course.row.id);
    let values = [programme.edition.id.into(), course.into()];
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), SQL, values);
    let mut members = Member::find_by_statement(statement).all(conn).await?;
    // Databases sort by rules of their own.
    members.sort_by(|a, b| a.search.cmp(&b.search).then(a.id.cmp(&b.id)));
    Ok(members)
}

/// Whether a folded text is found in what is searched of a person; one with an `@` is looked for in the address.
pub(super) fn is_found(search: &str, email: Option<&str>, wanted: &str) -> bool {
    if wanted.contains('@') {
        email.is_some_and(|email| email.contains(wanted))
    } else {
        search.contains(wanted)
    }
}

/// $1 is the edition, $2 its course.
const SQL: &str = "WITH
    e AS (SELECT person_id,
            string_agg(CASE WHEN state = 'cancelled' THEN NULL ELSE CAST(offering_id AS TEXT) || state END, ' '
                ORDER BY offering_id) AS live,
            MAX(CASE WHEN state IN ('pending_place', 'pending_wait') OR cancel_reason = 'unconfirmed' THEN 0 ELSE 1 END)
                AS counts
        FROM enrolments WHERE offering_id IN (SELECT id FROM offerings WHERE edition_id = $1) GROUP BY person_id),
    d AS (SELECT id FROM sessions WHERE offering_id = $2 AND status = 'planned'),
    a AS (SELECT person_id,
            string_agg(CASE WHEN session_id IN (SELECT id FROM d) THEN NULL
                ELSE CAST(session_id AS TEXT) || value END, ' ' ORDER BY session_id) AS held,
            SUM(CASE WHEN session_id NOT IN (SELECT id FROM d) THEN 0
                WHEN value IN ('present', 'late', 'left_early') THEN 1000 ELSE 1 END) AS days
        FROM attendance WHERE person_id IN (SELECT person_id FROM e) GROUP BY person_id)
    SELECT p.id, p.search, p.email, p.profile,
        EXISTS (SELECT 1 FROM disputes q JOIN sessions s ON s.id = q.session_id JOIN offerings o ON o.id = s.offering_id
            WHERE q.person_id = p.id AND q.settled_at IS NULL AND o.edition_id = $1) AS contested,
        COALESCE(e.live, '') || '/' || CAST(e.counts AS TEXT) || '/' || COALESCE(a.held, '') || '/'
            || CAST(COALESCE(a.days, 0) AS TEXT)
            || CASE WHEN EXISTS (SELECT 1 FROM rule_reached r
                WHERE r.person_id = p.id AND r.edition_id = $1 AND r.ended_at IS NULL) THEN '/reached' ELSE '' END
            || CASE WHEN EXISTS (SELECT 1 FROM waivers w
                WHERE w.person_id = p.id AND w.edition_id = $1 AND w.ended_at IS NULL) THEN '/waived' ELSE '' END
            || CASE WHEN EXISTS (SELECT 1 FROM certificates c WHERE c.person_id = p.id AND c.offering_id = $2
                AND c.replaced_at IS NULL AND c.revoked_at IS NULL) THEN '/certificate' ELSE '' END
            || CASE WHEN EXISTS (SELECT 1 FROM certificates c WHERE c.person_id = p.id AND c.kind = 'course'
                AND c.edition_id <> $1 AND c.replaced_at IS NULL AND c.revoked_at IS NULL) THEN '/done' ELSE '' END AS word
    FROM e JOIN persons p ON p.id = e.person_id LEFT JOIN a ON a.person_id = p.id
    WHERE p.erased_at IS NULL";
