//! Fills an edition with plausible people, to see how the program fares when it is large. Set-based SQL, because a
//! hundred thousand enrolments through use cases would take hours; the laws are asked of the result.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait as _, Statement, Value};

use super::programme::{Offered, Programme};
use super::{Error, Store, Tx};
use crate::domain::offering::Kind;

/// What an edition is filled with.
#[derive(Clone, Debug)]
pub struct Season<'a> {
    /// The edition: workshops, most of them dated, and a course.
    pub programme: &'a Programme,
    /// The edition before it: one in twenty of its people comes again.
    pub before: Option<i64>,
    /// How many people come for the first time.
    pub people: i64,
    /// Who takes the registers.
    pub trainer: i64,
    /// The stored form of a letter that was sent for each enrolment.
    pub payload: &'a str,
    /// When they signed up.
    pub signed_up: DateTime<Utc>,
    /// Now: what ended before it was held and marked.
    pub now: DateTime<Utc>,
}

/// The numbers 1 to $1.
const NUMBERS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)";

const GIVEN: &str =
    "CASE n.i % 8 WHEN 0 THEN 'Ada' WHEN 1 THEN 'Bruno' WHEN 2 THEN 'Carla' WHEN 3 THEN 'Dario'
    WHEN 4 THEN 'Elisa' WHEN 5 THEN 'Fabio' WHEN 6 THEN 'Gina' ELSE 'Hamid' END";
const FAMILY: &str = "CASE (n.i / 8) % 9 WHEN 0 THEN 'Arosio' WHEN 1 THEN 'Brambilla' WHEN 2 THEN 'Colombo'
    WHEN 3 THEN 'Donati' WHEN 4 THEN 'Esposito' WHEN 5 THEN 'Fontana' WHEN 6 THEN 'Galli' WHEN 7 THEN 'Haddad'
    ELSE 'Invernizzi' END";

/// How many of a hundred people choose each workshop, in the order of the programme.
const CHOOSE: [i64; 5] = [60, 50, 45, 30, 15];

/// Adds people, their enrolments with history, letters and invites, and the registers of what was held.
///
/// # Errors
/// The database failed.
pub async fn fill(tx: &Tx, season: &Season<'_>) -> Result<(), Error> {
    people(tx, season).await?;
    let dated = |offered: &&Offered| offered.first_date().is_some();
    for (offered, share) in season.programme.workshops().filter(dated).zip(CHOOSE) {
        // Different multiples of the number spread the choices over the people.
        let chosen = format!("(p.number * {}) % 100 < {share}", 37 + 10 * (offered.row.id % 7));
        enrol(tx, season, offered, &chosen).await?;
        held(tx, season, offered).await?;
    }
    reached(tx, season).await?;
    if let Some(course) = season.programme.course() {
        let edition = season.programme.edition.id;
        let reached = "EXISTS (SELECT 1 FROM rule_reached r WHERE r.person_id = p.id AND r.edition_id = ";
        enrol(tx, season, course, &format!("{reached}{edition})")).await?;
        held(tx, season, course).await?;
    }
    Ok(())
}

/// Does what PostgreSQL does by itself after a while: looks at what it has become, on which it decides about indexes. SQLite
/// is not asked to: what it remembers of such a look are samples of names and addresses, which no erasure would reach.
///
/// # Errors
/// The database failed.
pub async fn analyse(store: &Store) -> Result<(), Error> {
    if store.is_embedded() {
        return Ok(());
    }
    store.writer.execute_unprepared("ANALYZE").await.map(|_| ())
}

pub(super) async fn run(tx: &Tx, sql: &str, values: Vec<Value>) -> Result<(), Error> {
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    tx.execute_raw(statement).await.map(|_| ())
}

/// The people of a season, numbered by their address: the new ones, and those who come again.
fn of_season(season: &Season<'_>) -> String {
    let one = |edition: i64, which: &str| {
        let from = edition.to_string().len() + 3;
        format!(
            "SELECT id, email, CAST(SUBSTR(email, {from}, 6) AS BIGINT) AS number FROM persons
             WHERE email LIKE 'e{edition}-%@posta.example'{which}"
        )
    };
    let new = one(season.programme.edition.id, "");
    match season.before {
        Some(before) => format!("({new} UNION ALL {})", one(before, " AND id % 20 = 3")),
        None => format!("({new})"),
    }
}

async fn people(tx: &Tx, season: &Season<'_>) -> Result<(), Error> {
    let local = format!("'e{}-' || SUBSTR(CAST(1000000 + n.i AS TEXT), 2, 6)", season.programme.edition.id);
    let sql = format!(
        "{NUMBERS} INSERT INTO persons (email, given_name, family_name, search, phone, profile, language,
            takes_invites, created_at, email_confirmed_at)
         SELECT {local} || '@posta.example', {GIVEN}, {FAMILY},
            lower({FAMILY} || ' ' || {GIVEN} || ' ' || {FAMILY} || ' ' || {local}), '02 1234567', 'cittadinanza', 'it',
            TRUE, $2, $2 FROM n"
    );
    run(tx, &sql, vec![season.people.into(), season.signed_up.into()]).await
}

/// What follows from an enrolment, by the id of its offering ($1) and the instant of the sign-up ($2).
const FOLLOWS: [&str; 3] = [
    "INSERT INTO enrolment_history (enrolment_id, at, to_state, actor)
        SELECT id, $2, 'confirmed', 'person' FROM enrolments WHERE offering_id = $1",
    "INSERT INTO invites (uid, enrolment_id, session_id, address, sequence, last_dtstamp)
        SELECT 'size-' || CAST(e.id AS TEXT) || '-' || CAST(s.id AS TEXT), e.id, s.id, p.email, 0, $2
        FROM enrolments e JOIN persons p ON p.id = e.person_id JOIN sessions s ON s.offering_id = e.offering_id
        WHERE e.offering_id = $1 AND s.date IS NOT NULL",
    // One in ten was entered by hand.
    "INSERT INTO audit (at, actor, act, subject, subject_id, person_id, detail)
        SELECT $2, 'command', 'move_enrolment', 'enrolments', e.id, e.person_id, '{\"from\":null,\"to\":\"confirmed\"}'
        FROM enrolments e WHERE e.offering_id = $1 AND e.id % 10 = 0",
];

async fn enrol(tx: &Tx, season: &Season<'_>, offered: &Offered, chosen: &str) -> Result<(), Error> {
    let (id, at) = (offered.row.id, season.signed_up);
    let people = of_season(season);
    let sql = format!(
        "INSERT INTO enrolments (person_id, offering_id, state, source, code, created_at, state_at)
         SELECT p.id, $1, 'confirmed', 'form', 'AMA-' || CAST(p.number AS TEXT), $2, $2 FROM {people} p WHERE {chosen}"
    );
    run(tx, &sql, vec![id.into(), at.into()]).await?;
    for sql in FOLLOWS {
        run(tx, sql, vec![id.into(), at.into()]).await?;
    }
    let taken =
        "UPDATE offerings SET taken = (SELECT COUNT(*) FROM enrolments WHERE offering_id = $1) WHERE id = $1";
    run(tx, taken, vec![id.into()]).await?;
    let letters =
        "INSERT INTO outbox (kind, version, payload, address, person_id, enrolment_id, language, lane,
            message_id, dated, not_before, state, begun_at, ended_at)
         SELECT 'hold-ended', 1, $3, p.email, p.id, e.id, 'it', 'normal',
            '<size-' || CAST(e.id AS TEXT) || '@percorso.example>', $2, $2, 'sent', $2, $2
         FROM enrolments e JOIN persons p ON p.id = e.person_id WHERE e.offering_id = $1";
    run(tx, letters, vec![id.into(), at.into(), season.payload.into()]).await
}

/// Marks and closes the registers of the sessions that are over: one in ten was absent.
async fn held(tx: &Tx, season: &Season<'_>, offered: &Offered) -> Result<(), Error> {
    for session in &offered.sessions {
        let over = session.timing(offered.zone).filter(|timing| timing.ends_at() < season.now);
        let Some(end) = over.map(|timing| timing.ends_at()) else { continue };
        let marks = "INSERT INTO marks (session_id, person_id, value, marked_at, marked_by, nonce)
             SELECT $1, e.person_id, CASE WHEN (e.person_id + $1) % 10 = 0 THEN 'absent' ELSE 'present' END, $2, $3,
             'size-' || CAST($1 AS TEXT) || '-' || CAST(e.person_id AS TEXT) FROM enrolments e WHERE e.offering_id = $4";
        let of = [session.id.into(), end.into(), season.trainer.into(), offered.row.id.into()];
        run(tx, marks, of.to_vec()).await?;
        let closed = "INSERT INTO registers (session_id, closed_at, closed_by, effective_at, took_effect_at)
             VALUES ($1, $2, $3, $2, $2)";
        run(tx, closed, vec![session.id.into(), end.into(), season.trainer.into()]).await?;
        let counts = "INSERT INTO attendance (session_id, person_id, value, register_id)
             SELECT m.session_id, m.person_id, m.value, r.id FROM marks m JOIN registers r ON r.session_id = m.session_id
             WHERE m.session_id = $1";
        run(tx, counts, vec![session.id.into()]).await?;
    }
    Ok(())
}

/// Whoever attended as many workshops as the rule asks for.
async fn reached(tx: &Tx, season: &Season<'_>) -> Result<(), Error> {
    let edition = &season.programme.edition;
    let sql = "INSERT INTO rule_reached (person_id, edition_id, reached_at, required, rule_version, topics)
         SELECT a.person_id, $1, $2, $3, $4, '[' || string_agg(CAST(o.topic_id AS TEXT), ',') || ']'
         FROM attendance a JOIN sessions s ON s.id = a.session_id JOIN offerings o ON o.id = s.offering_id
         WHERE o.edition_id = $1 AND o.kind = $5 AND a.value = 'present' GROUP BY a.person_id HAVING COUNT(*) >= $3";
    let values = vec![
        edition.id.into(),
        season.signed_up.into(),
        edition.required.into(),
        edition.rule_version.into(),
        Kind::Workshop.code().into(),
    ];
    run(tx, sql, values).await
}
