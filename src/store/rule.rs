//! The dated fact that the rule was reached, and waivers.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "rule_reached")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub edition_id: i64,
        pub reached_at: DateTimeUtc,
        pub required: i64,
        pub rule_version: i64,
        pub topics: String,
        pub ended_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as RuleReached;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use super::{Conn, Error, Tx, insert};

pub use waiver::Model as Waiver;

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod waiver {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "waivers")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub edition_id: i64,
        pub granted_by: i64,
        pub granted_at: DateTimeUtc,
        pub text_id: i64,
        pub ended_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The standing facts of an edition that the rule was reached, of some people or of everybody.
pub async fn reached_in(
    conn: &impl Conn,
    edition_id: i64,
    who: Option<&[i64]>,
) -> Result<Vec<RuleReached>, Error> {
    let query = entity::Entity::find()
        .filter(entity::Column::EditionId.eq(edition_id))
        .filter(entity::Column::EndedAt.is_null());
    of_whom(query, entity::Column::PersonId, who).all(conn).await
}

/// Those of some people; none = of everybody.
pub(super) fn of_whom<E: EntityTrait>(query: Select<E>, person: E::Column, who: Option<&[i64]>) -> Select<E> {
    match who {
        Some(who) => query.filter(person.is_in(who.to_vec())),
        None => query,
    }
}

/// The standing fact of one person in an edition.
pub async fn reached_by(
    conn: &impl Conn,
    person_id: i64,
    edition_id: i64,
) -> Result<Option<RuleReached>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::EditionId.eq(edition_id))
        .filter(entity::Column::EndedAt.is_null())
        .one(conn)
        .await
}

/// The standing facts of one person, of every edition.
pub async fn reached_of(conn: &impl Conn, person_id: i64) -> Result<Vec<RuleReached>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::EndedAt.is_null())
        .all(conn)
        .await
}

/// Stores the fact; the key of `row` is ignored.
pub async fn add_reached(tx: &Tx, row: RuleReached) -> Result<RuleReached, Error> {
    insert!(tx, row)
}

/// Ends a fact; its row stays, and a later one may stand beside it.
pub async fn end_reached(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::EndedAt, Expr::value(now))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::EndedAt.is_null())
        .exec(tx)
        .await
        .map(|_| ())
}

/// The standing waivers of an edition, of some people or of everybody.
pub async fn waivers_in(
    conn: &impl Conn,
    edition_id: i64,
    who: Option<&[i64]>,
) -> Result<Vec<Waiver>, Error> {
    let query = waiver::Entity::find()
        .filter(waiver::Column::EditionId.eq(edition_id))
        .filter(waiver::Column::EndedAt.is_null());
    of_whom(query, waiver::Column::PersonId, who).all(conn).await
}

/// The standing waiver of one person in an edition.
pub async fn waiver_of(conn: &impl Conn, person_id: i64, edition_id: i64) -> Result<Option<Waiver>, Error> {
    waiver::Entity::find()
        .filter(waiver::Column::PersonId.eq(person_id))
        .filter(waiver::Column::EditionId.eq(edition_id))
        .filter(waiver::Column::EndedAt.is_null())
        .one(conn)
        .await
}

/// One waiver, standing or ended.
pub async fn waiver(conn: &impl Conn, id: i64) -> Result<Option<Waiver>, Error> {
    waiver::Entity::find_by_id(id).one(conn).await
}

/// Stores a waiver; the key of `row` is ignored.
pub async fn add_waiver(tx: &Tx, row: Waiver) -> Result<Waiver, Error> {
    insert!(tx, row)
}
