//! People by a short name, whole: two letters are in half of all names.

use sea_orm::{FromQueryResult as _, Statement};

use super::people::Person;
use super::{Conn, Error};

/// People who have a folded text among their names, whole. It has letters and digits only.
///
/// # Errors
/// The database failed.
pub async fn named(conn: &impl Conn, folded: &str, most: u64) -> Result<Vec<Person>, Error> {
    // What is searched begins with the surname, and the first name stands between spaces; the address comes last.
    let sql = "SELECT p.* FROM persons p
        WHERE p.erased_at IS NULL AND (p.search LIKE $1 OR p.search LIKE $2)
        ORDER BY p.search, p.id";
    let values = [format!("{folded} %").into(), format!("% {folded} %").into()];
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    let rows = conn.query_all_raw(statement).await?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    rows.iter().take(most).map(|row| Person::from_query_result(row, "")).collect()
}
