//! What is emptied when a person is erased, table by table. Facts and counts stay: enrolments with their history, marks,
//! consents, the audit, which hold ids and codes only.
//!
//! A table that keeps words about people has its line here; a test that looks for them in every table finds the one that
//! was forgotten.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait as _, Statement, Value};

use super::{Error, Tx, sign_ups};

/// What goes by the person's id, in this order.
const OF_PERSON: [&str; 11] = [
    "UPDATE texts SET body = NULL WHERE person_id = $1",
    "DELETE FROM action_links WHERE enrolment_id IN (SELECT id FROM enrolments WHERE person_id = $1)",
    "UPDATE address_changes SET new_email = NULL, token_hash = NULL WHERE person_id = $1",
    "DELETE FROM calls WHERE task_id IN (SELECT id FROM tasks WHERE person_id = $1)",
    "DELETE FROM tasks WHERE person_id = $1 AND kind = 'call' AND settled_at IS NULL",
    "DELETE FROM sign_ins WHERE person_id = $1",
    "DELETE FROM sign_in_requests WHERE person_id = $1",
    "DELETE FROM session_trainers WHERE person_id = $1",
    "DELETE FROM roles WHERE person_id = $1",
    // An invite keeps its UID; whose calendar it was in is nobody's business any more.
    "UPDATE invites SET address = 'erased-' || id WHERE enrolment_id IN (SELECT id FROM enrolments WHERE person_id = $1)",
    "DELETE FROM outbox WHERE person_id = $1 AND NOT (state = 'waiting'
        AND (kind = 'data-erased' OR payload LIKE '%\"method\":\"CANCEL\"%'))",
];

/// What goes by the person's address.
const OF_ADDRESS: [&str; 3] = [
    "DELETE FROM sign_in_requests WHERE email = $1",
    "DELETE FROM date_requests WHERE email = $1",
    "DELETE FROM outbox WHERE address = $1 AND NOT (state = 'waiting'
        AND (kind = 'data-erased' OR payload LIKE '%\"method\":\"CANCEL\"%'))",
];

/// Empties everything that says who the person was, but the person's own row. Letters of goodbye, and those that take a
/// calendar back, stay until they have left. `by` is who erased; none = the program, whose time had come.
pub async fn erase(
    tx: &Tx,
    person_id: i64,
    email: Option<&str>,
    by: Option<i64>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    for sql in OF_PERSON {
        run(tx, sql, vec![person_id.into()]).await?;
    }
    if let Some(email) = email {
        for sql in OF_ADDRESS {
            run(tx, sql, vec![email.into()]).await?;
        }
    }
    let notes = "UPDATE person_notes SET removed_at = $1 WHERE person_id = $2 AND removed_at IS NULL";
    run(tx, notes, vec![now.into(), person_id.into()]).await?;
    // Nobody is left to settle it with.
    let tasks =
        "UPDATE tasks SET settled_at = $1, settled_by = $2 WHERE person_id = $3 AND settled_at IS NULL";
    run(tx, tasks, vec![now.into(), by.into(), person_id.into()]).await?;
    let disputes = "UPDATE disputes SET settled_at = $1, settled_by = $2, outcome = 'declined'
        WHERE person_id = $3 AND settled_at IS NULL";
    run(tx, disputes, vec![now.into(), by.into(), person_id.into()]).await?;
    sign_ups::erase_of(tx, person_id).await
}

async fn run(tx: &Tx, sql: &str, values: Vec<Value>) -> Result<(), Error> {
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    tx.execute_raw(statement).await.map(|_| ())
}
