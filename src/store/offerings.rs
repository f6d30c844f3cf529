//! Offerings: workshops and courses, their places and their lines.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "offerings")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub edition_id: i64,
        pub key: String,
        pub slug: String,
        pub kind: String,
        pub topic_id: Option<i64>,
        pub title: Option<String>,
        pub gloss_en: Option<String>,
        pub text_it: Option<String>,
        pub text_en: Option<String>,
        pub fee: Option<String>,
        pub status: String,
        pub counts_toward_rule: bool,
        pub capacity: Option<i64>,
        pub extra: i64,
        pub taken: i64,
        pub last_position: i64,
        pub offers: String,
        pub position: i64,
        pub created_at: DateTimeUtc,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Offering;

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Statement};

use super::{Conn, Error, Tx, insert, is_pointed_to, lock_rows};
use crate::domain::offering::{Kind, OfferingStatus, Seats};

impl Offering {
    /// Workshop or course.
    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind)
    }

    /// Draft, published or cancelled.
    pub fn status(&self) -> OfferingStatus {
        OfferingStatus::from_code(&self.status)
    }

    /// Its places.
    pub fn seats(&self) -> Seats {
        Seats { capacity: self.capacity, extra: self.extra, taken: self.taken }
    }
}

/// Locks offerings, in ascending id, before their facts are loaded.
pub async fn lock(tx: &Tx, ids: &[i64]) -> Result<(), Error> {
    lock_rows(tx, "offerings", ids).await
}

/// The offerings of an edition in the order of its page.
pub async fn of_edition(conn: &impl Conn, edition_id: i64) -> Result<Vec<Offering>, Error> {
    entity::Entity::find()
        .filter(entity::Column::EditionId.eq(edition_id))
        .order_by_asc(entity::Column::Position)
        .all(conn)
        .await
}

/// The words of addresses that workshops of other editions have, whatever became of these: mails and calendars keep them.
/// `edition_id` is the edition that asks; none = all.
pub async fn addresses_elsewhere(
    conn: &impl Conn,
    edition_id: Option<i64>,
) -> Result<HashSet<String>, Error> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Kind.eq(Kind::Workshop.code()))
        .filter(entity::Column::EditionId.ne(edition_id.unwrap_or(0)))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.slug).collect())
}

/// One offering.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Offering>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// Some offerings, in no order.
pub async fn some(conn: &impl Conn, ids: &[i64]) -> Result<Vec<Offering>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    entity::Entity::find().filter(entity::Column::Id.is_in(ids.to_vec())).all(conn).await
}

/// What an edition offers, as numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfferCounts {
    /// Offerings that are shown.
    pub shown: i64,
    /// Offerings that are drafts.
    pub drafts: i64,
    /// Places that are taken.
    pub taken: i64,
}

/// Those of every edition, in the order of its page.
pub async fn all(conn: &impl Conn) -> Result<Vec<Offering>, Error> {
    entity::Entity::find()
        .order_by_asc(entity::Column::EditionId)
        .order_by_asc(entity::Column::Position)
        .all(conn)
        .await
}

/// The same of some editions; one without offerings is missing.
pub async fn count_by_edition(
    conn: &impl Conn,
    editions: &[i64],
) -> Result<HashMap<i64, OfferCounts>, Error> {
    if editions.is_empty() {
        return Ok(HashMap::new());
    }
    // Ids are numbers of ours: nothing to escape.
    let editions = editions.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT edition_id, status, COUNT(*) AS number, CAST(SUM(taken) AS BIGINT) AS taken FROM offerings
         WHERE edition_id IN ({editions}) GROUP BY edition_id, status"
    );
    let mut found: HashMap<i64, OfferCounts> = HashMap::new();
    for row in conn.query_all_raw(Statement::from_string(conn.get_database_backend(), sql)).await? {
        let of = found.entry(row.try_get("", "edition_id")?).or_default();
        let (status, number): (String, i64) = (row.try_get("", "status")?, row.try_get("", "number")?);
        of.taken += row.try_get::<i64>("", "taken")?;
        match OfferingStatus::from_code(&status) {
            OfferingStatus::Published => of.shown += number,
            OfferingStatus::Draft => of.drafts += number,
            OfferingStatus::Cancelled => {}
        }
    }
    Ok(found)
}

/// Stores a new offering; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Offering) -> Result<Offering, Error> {
    insert!(tx, row)
}

/// Stores every column of an offering that exists.
pub async fn save(tx: &Tx, row: Offering) -> Result<(), Error> {
    use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};
    entity::Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(|_| ())
}

/// Deletes an offering that nobody ever enrolled in; its sessions went before it.
pub async fn remove(tx: &Tx, id: i64) -> Result<(), Error> {
    entity::Entity::delete_by_id(id).exec(tx).await.map(|_| ())
}

/// Whether a choice of a sign-up or a certificate points to an offering that nobody enrolled in.
pub async fn is_used(conn: &impl Conn, id: i64) -> Result<bool, Error> {
    is_pointed_to(conn, &["certificates", "sign_up_choices"], "offering_id", id).await
}

/// Takes one free place; false when there is none. The guard of the UPDATE itself holds whatever runs at once.
pub async fn take_place(tx: &Tx, id: i64) -> Result<bool, Error> {
    use entity::Column::{Capacity, Extra, Id, Taken};
    let done = entity::Entity::update_many()
        .col_expr(Taken, Expr::col(Taken).add(1))
        .filter(Id.eq(id))
        .filter(Capacity.is_null().or(Expr::col(Taken).lt(Expr::col(Capacity).add(Expr::col(Extra)))))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Adds one extra place and takes it, for a named person's reason.
pub async fn take_extra_place(tx: &Tx, id: i64) -> Result<(), Error> {
    use entity::Column::{Extra, Id, Taken};
    entity::Entity::update_many()
        .col_expr(Taken, Expr::col(Taken).add(1))
        .col_expr(Extra, Expr::col(Extra).add(1))
        .filter(Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Gives one place back; an extra place goes first (see [`Seats::after_release`]). The row is locked by then.
pub async fn release_place(tx: &Tx, id: i64) -> Result<(), Error> {
    let Some(row) = find(tx, id).await? else { return Ok(()) };
    let seats = row.seats().after_release();
    use entity::Column::{Extra, Id, Taken};
    entity::Entity::update_many()
        .col_expr(Taken, Expr::value(seats.taken))
        .col_expr(Extra, Expr::value(seats.extra))
        .filter(Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// The offerings that have a free place and people who wait for one.
pub async fn with_room_and_line(conn: &impl Conn) -> Result<Vec<i64>, Error> {
    let sql = "SELECT o.id FROM offerings o WHERE o.status = 'published'
        AND (o.capacity IS NULL OR o.taken < o.capacity + o.extra)
        AND EXISTS (SELECT 1 FROM enrolments e WHERE e.offering_id = o.id AND e.state = 'waitlisted') ORDER BY o.id";
    ids(conn, sql).await
}

/// The offerings in whose line somebody is: waiting, or with an open offer.
pub async fn with_line(conn: &impl Conn) -> Result<Vec<i64>, Error> {
    let sql = "SELECT DISTINCT offering_id AS id FROM enrolments WHERE state IN ('waitlisted', 'offered') ORDER BY offering_id";
    ids(conn, sql).await
}

async fn ids(conn: &impl Conn, sql: &str) -> Result<Vec<i64>, Error> {
    let rows = conn.query_all_raw(Statement::from_string(conn.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get("", "id")).collect()
}

/// The next position in the line of an offering.
pub async fn next_position(tx: &Tx, id: i64) -> Result<i64, Error> {
    use entity::Column::{Id, LastPosition};
    entity::Entity::update_many()
        .col_expr(LastPosition, Expr::col(LastPosition).add(1))
        .filter(Id.eq(id))
        .exec(tx)
        .await?;
    Ok(find(tx, id).await?.map_or(1, |row| row.last_position))
}

/// The course of the edition an offering belongs to.
pub async fn course_beside(conn: &impl Conn, id: i64) -> Result<Option<i64>, Error> {
    let Some(row) = find(conn, id).await? else { return Ok(None) };
    let course = entity::Entity::find()
        .filter(entity::Column::EditionId.eq(row.edition_id))
        .filter(entity::Column::Kind.eq("course"))
        .filter(entity::Column::Status.ne("cancelled"))
        .one(conn)
        .await?;
    Ok(course.map(|course| course.id))
}
