//! Enrolments as the office lists them: by offering and state, found by a name, a page at a time.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Statement, Value};

use super::enrolments::{Enrolment, entity};
use super::{Conn, Error};
use crate::domain::enrolment::State;

/// What is listed.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The offerings.
    pub offerings: Vec<i64>,
    /// The state; empty = all that are live.
    pub state: String,
    /// What is searched for, folded; empty = everybody.
    pub search: String,
}

/// How many there are of each state, of people who were not erased and whom the search finds.
///
/// # Errors
/// The database failed.
pub async fn counts(conn: &impl Conn, wanted: &Wanted) -> Result<HashMap<String, usize>, Error> {
    let (found, values) = found(wanted);
    let sql = format!("SELECT e.state, COUNT(*) AS number {found} GROUP BY e.state");
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    let mut counts = HashMap::new();
    for row in conn.query_all_raw(statement).await? {
        let number: i64 = row.try_get("", "number")?;
        counts.insert(row.try_get("", "state")?, usize::try_from(number).unwrap_or(usize::MAX));
    }
    Ok(counts)
}

/// Some of them, by surname; a waiting list by its positions.
///
/// # Errors
/// The database failed.
pub async fn page(
    conn: &impl Conn,
    wanted: &Wanted,
    from: usize,
    most: usize,
) -> Result<Vec<Enrolment>, Error> {
    let (found, mut values) = found(wanted);
    let state = if wanted.state.is_empty() {
        "e.state <> 'cancelled'".to_owned()
    } else {
        values.push(wanted.state.as_str().into());
        format!("e.state = ${}", values.len())
    };
    let order = if wanted.state == "waitlisted" { "e.offering_id, e.position" } else { "p.search, e.id" };
    values.push(i64::try_from(most).unwrap_or(i64::MAX).into());
    values.push(i64::try_from(from).unwrap_or(i64::MAX).into());
    let (limit, offset) = (values.len() - 1, values.len());
    let sql = format!("SELECT e.id {found} AND {state} ORDER BY {order} LIMIT ${limit} OFFSET ${offset}");
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    let ids: Vec<i64> = conn
        .query_all_raw(statement)
        .await?
        .iter()
        .map(|row| row.try_get("", "id"))
        .collect::<Result<_, _>>()?;
    let mut rows = some(conn, &ids).await?;
    let place: HashMap<i64, usize> = ids.into_iter().zip(0..).collect();
    rows.sort_by_key(|row| place.get(&row.id).copied());
    Ok(rows)
}

/// FROM and WHERE with their values: offerings, people who were not erased, the search.
fn found(wanted: &Wanted) -> (String, Vec<Value>) {
    // Ids are numbers of ours: nothing to escape.
    let offerings: Vec<String> = wanted.offerings.iter().map(i64::to_string).collect();
    let offerings = if offerings.is_empty() { "0".to_owned() } else { offerings.join(", ") };
    let mut sql = format!(
        "FROM enrolments e JOIN persons p ON p.id = e.person_id
         WHERE e.offering_id IN ({offerings}) AND p.erased_at IS NULL"
    );
    let mut values = Vec::new();
    if !wanted.search.is_empty() {
        let escaped = wanted.search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        values.push(format!("%{escaped}%").into());
        let column = if wanted.search.contains('@') { "email" } else { "search" };
        sql.push_str(&format!(" AND p.{column} LIKE $1 ESCAPE '\\'"));
    }
    (sql, values)
}

/// The enrolments of some people in some offerings, oldest first.
pub async fn of_people(conn: &impl Conn, people: &[i64], offerings: &[i64]) -> Result<Vec<Enrolment>, Error> {
    let mut found = Vec::new();
    for chunk in people.chunks(500) {
        let rows = entity::Entity::find()
            .filter(entity::Column::PersonId.is_in(chunk.to_vec()))
            .filter(entity::Column::OfferingId.is_in(offerings.to_vec()));
        found.extend(rows.order_by_asc(entity::Column::Id).all(conn).await?);
    }
    Ok(found)
}

/// Some enrolments, in no order.
pub async fn some(conn: &impl Conn, ids: &[i64]) -> Result<Vec<Enrolment>, Error> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        found
            .extend(entity::Entity::find().filter(entity::Column::Id.is_in(chunk.to_vec())).all(conn).await?);
    }
    Ok(found)
}

/// The enrolments in some offerings that are in one of these states, oldest first.
pub async fn in_states(
    conn: &impl Conn,
    offerings: &[i64],
    states: &[State],
) -> Result<Vec<Enrolment>, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.is_in(offerings.to_vec()))
        .filter(entity::Column::State.is_in(states.iter().map(|state| state.code())))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// How many there are, in every state.
pub async fn count(conn: &impl Conn) -> Result<u64, Error> {
    entity::Entity::find().count(conn).await
}
