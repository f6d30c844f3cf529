//! A part of a long list, the newest first, found from whichever end is nearer.

use sea_orm::{EntityTrait, QueryOrder as _, QuerySelect as _, Select};

use super::{Conn, Error};

/// Which part.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// How many rows come before it.
    pub before: usize,
    /// How many it has at most.
    pub most: usize,
    /// How many there are of them all.
    pub total: usize,
}

/// Reads it; `id` is the column that grows.
pub(super) async fn part<E: EntityTrait>(
    conn: &impl Conn,
    query: Select<E>,
    id: E::Column,
    part: Part,
) -> Result<Vec<E::Model>, Error> {
    let most = part.most.min(part.total.saturating_sub(part.before));
    if part.before <= part.total / 2 {
        return query.order_by_desc(id).offset(part.before as u64).limit(most as u64).all(conn).await;
    }
    let after = part.total - part.before - most;
    let mut rows = query.order_by_asc(id).offset(after as u64).limit(most as u64).all(conn).await?;
    rows.reverse();
    Ok(rows)
}
