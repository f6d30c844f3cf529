//! Leases: which program runs a job, where several share one database.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, Statement};

use super::{Error, Tx};

/// Takes or renews a lease until an instant; false while somebody else holds it.
pub async fn take(
    tx: &Tx,
    name: &str,
    holder: &str,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<bool, Error> {
    let backend: DbBackend = sea_orm::ConnectionTrait::get_database_backend(tx);
    let sql = "INSERT INTO leases (name, holder, until_at) VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE SET holder = $2, until_at = $3
        WHERE leases.holder = $2 OR leases.until_at <= $4";
    let values = [name.into(), holder.into(), until.into(), now.into()];
    let done =
        sea_orm::ConnectionTrait::execute_raw(tx, Statement::from_sql_and_values(backend, sql, values))
            .await?;
    Ok(done.rows_affected() == 1)
}
