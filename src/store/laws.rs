//! The laws as questions to the database, read-only: each gives the rows that break it.

use sea_orm::Statement;

use super::{Conn, Error};

/// A law with the query that finds what breaks it.
pub struct Law {
    /// Its name, as `check` prints it.
    pub name: &'static str,
    /// Gives one column `found`: what breaks it, in words of ids and codes only.
    sql: &'static str,
}

/// The laws that a query can audit (DESIGN.md section 3).
pub const LAWS: &[Law] = &[
    Law {
        name: "law 1, places: nobody beyond capacity and extra",
        sql: "SELECT 'offering ' || id AS found FROM offerings WHERE capacity IS NOT NULL AND taken > capacity + extra",
    },
    Law {
        name: "law 1, places: what is counted as taken is what is held",
        sql: "SELECT 'offering ' || o.id AS found FROM offerings o WHERE o.taken <> (SELECT COUNT(*) FROM enrolments e
              WHERE e.offering_id = o.id AND e.state IN ('pending_place', 'provisional', 'confirmed', 'offered'))",
    },
    Law {
        name: "one live enrolment per person and offering",
        sql: "SELECT 'person ' || person_id || ', offering ' || offering_id AS found FROM enrolments
              WHERE state <> 'cancelled' GROUP BY person_id, offering_id HAVING COUNT(*) > 1",
    },
    Law {
        name: "law 2, the rule: confirmed on the course only with the rule reached or a waiver",
        sql: "SELECT 'enrolment ' || e.id AS found FROM enrolments e JOIN offerings o ON o.id = e.offering_id
              WHERE o.kind = 'course' AND e.state = 'confirmed'
                AND NOT EXISTS (SELECT 1 FROM rule_reached r WHERE r.person_id = e.person_id AND r.edition_id = o.edition_id)
                AND NOT EXISTS (SELECT 1 FROM waivers w WHERE w.person_id = e.person_id AND w.edition_id = o.edition_id)",
    },
    Law {
        name: "law 3, history: the last row of history is the state",
        sql: "SELECT 'enrolment ' || e.id AS found FROM enrolments e WHERE NOT EXISTS (SELECT 1 FROM enrolment_history h
              WHERE h.enrolment_id = e.id AND h.to_state = e.state
                AND h.id = (SELECT MAX(m.id) FROM enrolment_history m WHERE m.enrolment_id = e.id))",
    },
    Law {
        name: "law 4, calendars: whoever is expected and takes invites has a live invite for each future dated session",
        sql: "SELECT 'enrolment ' || e.id || ', session ' || s.id AS found FROM enrolments e
              JOIN persons p ON p.id = e.person_id JOIN sessions s ON s.offering_id = e.offering_id
              WHERE e.state = 'confirmed' AND p.takes_invites AND p.email IS NOT NULL AND s.status = 'planned' AND s.date > $1
                AND NOT EXISTS (SELECT 1 FROM invites i WHERE i.enrolment_id = e.id AND i.session_id = s.id AND i.ended_at IS NULL)",
    },
    Law {
        name: "law 4, calendars: nobody else has a live invite for a future session",
        sql: "SELECT 'invite ' || i.id AS found FROM invites i JOIN enrolments e ON e.id = i.enrolment_id
              JOIN sessions s ON s.id = i.session_id
              WHERE i.ended_at IS NULL AND s.date > $1 AND (e.state <> 'confirmed' OR s.status = 'cancelled')",
    },
    Law {
        name: "law 4, calendars: what mail put into a calendar and is not wanted there is taken back by mail",
        sql: "SELECT 'invite ' || i.id AS found FROM invites i JOIN enrolments e ON e.id = i.enrolment_id
              JOIN persons p ON p.id = e.person_id JOIN sessions s ON s.id = i.session_id
              JOIN outbox l ON l.id = (SELECT MAX(m.id) FROM outbox m WHERE m.invite_id = i.id AND m.begun_at IS NOT NULL)
              WHERE s.date > $1 AND (i.ended_at IS NOT NULL OR NOT p.takes_invites)
                AND l.payload LIKE '%\"method\":\"REQUEST\"%'
                AND NOT EXISTS (SELECT 1 FROM outbox w WHERE w.invite_id = i.id AND w.state = 'waiting'
                  AND w.begun_at IS NULL AND w.payload LIKE '%\"method\":\"CANCEL\"%')",
    },
    Law {
        name: "law 4, calendars: a UID has one address and is never shared",
        sql: "SELECT 'uid of invite ' || MIN(id) AS found FROM invites GROUP BY uid HAVING COUNT(*) > 1",
    },
    Law {
        name: "law 5, letters: none is in two states and each ended one has an end",
        sql: "SELECT 'letter ' || id AS found FROM outbox WHERE (state = 'waiting') <> (ended_at IS NULL)",
    },
    Law {
        name: "secrets: no sent letter keeps a link or a code",
        sql: "SELECT 'letter ' || id AS found FROM outbox WHERE state = 'sent'
              AND ((payload LIKE '%\"code\":\"%' AND payload NOT LIKE '%\"code\":\"\"%')
                OR (payload LIKE '%\"token\":\"%' AND payload NOT LIKE '%\"token\":\"\"%')
                OR (payload LIKE '%\"leave_token\":\"%' AND payload NOT LIKE '%\"leave_token\":\"\"%')
                OR (payload LIKE '%\"accept_token\":\"%' AND payload NOT LIKE '%\"accept_token\":\"\"%')
                OR (payload LIKE '%\"decline_token\":\"%' AND payload NOT LIKE '%\"decline_token\":\"\"%'))",
    },
    Law {
        name: "nobody marks themselves",
        sql: "SELECT 'mark ' || id AS found FROM marks WHERE marked_by = person_id",
    },
    Law {
        name: "nobody waives the rule for themselves",
        sql: "SELECT 'waiver ' || id AS found FROM waivers WHERE granted_by = person_id",
    },
    Law {
        name: "registers: an effective register has its marks in effect",
        sql: "SELECT 'session ' || m.session_id || ', person ' || m.person_id AS found FROM marks m
              JOIN registers r ON r.session_id = m.session_id AND r.took_effect_at IS NOT NULL
              WHERE m.id = (SELECT MAX(x.id) FROM marks x WHERE x.session_id = m.session_id AND x.person_id = m.person_id)
                AND m.value <> 'cleared'
                AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = m.session_id AND a.person_id = m.person_id
                  AND a.value = m.value)",
    },
    Law {
        name: "law 9, erasure: whoever is erased has no name, no way in and nothing ahead",
        sql: "SELECT 'person ' || p.id AS found FROM persons p WHERE p.erased_at IS NOT NULL AND (
                p.email IS NOT NULL OR p.given_name <> '' OR p.family_name <> '' OR p.phone IS NOT NULL OR p.feed_hash IS NOT NULL
                OR EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id)
                OR EXISTS (SELECT 1 FROM session_trainers t WHERE t.person_id = p.id)
                OR EXISTS (SELECT 1 FROM sign_ins s WHERE s.person_id = p.id)
                OR EXISTS (SELECT 1 FROM texts t WHERE t.person_id = p.id AND t.body IS NOT NULL)
                OR EXISTS (SELECT 1 FROM outbox l WHERE l.person_id = p.id AND l.state <> 'waiting' AND l.address <> '')
                OR EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = p.id AND e.state NOT IN ('cancelled', 'confirmed'))
                OR EXISTS (SELECT 1 FROM enrolments e JOIN sessions s ON s.offering_id = e.offering_id
                    WHERE e.person_id = p.id AND e.state = 'confirmed' AND s.status = 'planned' AND s.date > $1))",
    },
    Law {
        name: "addresses: lower case",
        sql: "SELECT 'person ' || id AS found FROM persons WHERE email IS NOT NULL AND email <> lower(email)",
    },
];

/// What breaks a law: at most 20 rows. `today` is the local date that divides past sessions from future ones.
///
/// # Errors
/// The database failed.
pub async fn broken(conn: &impl Conn, law: &Law, today: chrono::NaiveDate) -> Result<Vec<String>, Error> {
    let sql = format!("{} LIMIT 20", law.sql);
    let values: Vec<sea_orm::Value> = if law.sql.contains("$1") { vec![today.into()] } else { Vec::new() };
    let rows =
        conn.query_all_raw(Statement::from_sql_and_values(conn.get_database_backend(), sql, values)).await?;
    rows.iter().map(|row| row.try_get("", "found")).collect()
}
