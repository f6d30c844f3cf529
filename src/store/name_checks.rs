//! Who was asked how their name is spelled on the certificate, and what they answered: the answer that stands beside the
//! question, and every one that was given, which stay as they are.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "name_checks")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub edition_id: i64,
        pub asked_at: DateTimeUtc,
        pub asked_by: i64,
        pub answered_at: Option<DateTimeUtc>,
        pub text_id: Option<i64>,
        pub void_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod answers {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "name_answers")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub check_id: i64,
        pub answered_at: DateTimeUtc,
        pub text_id: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use answers::Model as NameAnswer;
pub use entity::Model as NameCheck;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

impl NameCheck {
    /// Whether the person answered, and the name stands as they said.
    pub fn is_answered(&self) -> bool {
        self.answered_at.is_some() && self.void_at.is_none()
    }

    /// Whether the name was written otherwise since they were last asked.
    pub fn is_to_ask_again(&self) -> bool {
        self.void_at.is_some_and(|void| void > self.asked_at)
    }
}

/// Stores that somebody is asked; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: NameCheck) -> Result<NameCheck, Error> {
    insert!(tx, row)
}

/// Those of an edition, by person: of some people, or of everybody.
pub async fn of_edition(
    conn: &impl Conn,
    edition_id: i64,
    who: Option<&[i64]>,
) -> Result<HashMap<i64, NameCheck>, Error> {
    let query = entity::Entity::find().filter(entity::Column::EditionId.eq(edition_id));
    let rows = super::rule::of_whom(query, entity::Column::PersonId, who).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row)).collect())
}

/// Those of a person, newest first.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Vec<NameCheck>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .order_by_desc(entity::Column::Id)
        .all(conn)
        .await
}

/// Takes answers for given no longer: the name was written otherwise since. That they were given stays known.
pub async fn void(tx: &Tx, ids: &[i64], now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::VoidAt, Expr::value(now))
        .filter(entity::Column::Id.is_in(ids.to_vec()))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Stores that somebody is asked once more.
pub async fn ask_again(tx: &Tx, id: i64, staff: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::AskedAt, Expr::value(now))
        .col_expr(entity::Column::AskedBy, Expr::value(staff))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Stores an answer, which stands from now on; `text_id` is the name as it was, where it was corrected now.
pub async fn answer(tx: &Tx, id: i64, text_id: Option<i64>, now: DateTime<Utc>) -> Result<(), Error> {
    let _: NameAnswer = insert!(tx, NameAnswer { id: 0, check_id: id, answered_at: now, text_id })?;
    entity::Entity::update_many()
        .col_expr(entity::Column::AnsweredAt, Expr::value(now))
        .col_expr(entity::Column::VoidAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(entity::Column::TextId, Expr::value(text_id))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Every answer that a person gave, oldest first.
pub async fn answers_of(conn: &impl Conn, person_id: i64) -> Result<Vec<NameAnswer>, Error> {
    let checks = of_person(conn, person_id).await?.into_iter().map(|check| check.id);
    answers::Entity::find()
        .filter(answers::Column::CheckId.is_in(checks))
        .order_by_asc(answers::Column::Id)
        .all(conn)
        .await
}
