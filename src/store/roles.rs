//! Who has which role in the office: one for each person at most.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "roles")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub role: String,
        pub granted_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as RoleRow;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::people::{self, Person};
use super::{Conn, Error, Tx, insert, lock_rows};
use crate::domain::role::Role;

/// Every role that somebody has, oldest first.
pub async fn all(conn: &impl Conn) -> Result<Vec<RoleRow>, Error> {
    entity::Entity::find().order_by_asc(entity::Column::Id).all(conn).await
}

/// Every role, locked until the transaction ends: who is the last admin is decided on all of them.
pub async fn lock_all(tx: &Tx) -> Result<Vec<RoleRow>, Error> {
    let ids: Vec<i64> = all(tx).await?.into_iter().map(|row| row.id).collect();
    lock_rows(tx, "roles", &ids).await?;
    all(tx).await
}

/// The role of a person.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Option<Role>, Error> {
    let row = entity::Entity::find().filter(entity::Column::PersonId.eq(person_id)).one(conn).await?;
    Ok(row.and_then(|row| Role::from_code(&row.role)))
}

/// The people with the role of an admin.
pub async fn admins(conn: &impl Conn) -> Result<Vec<Person>, Error> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Role.eq(Role::Admin.code()))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await?;
    people::some(conn, &rows.into_iter().map(|row| row.person_id).collect::<Vec<_>>()).await
}

/// Gives a person a role instead of the one they had; none takes it away.
pub async fn set(tx: &Tx, person_id: i64, role: Option<Role>, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::delete_many().filter(entity::Column::PersonId.eq(person_id)).exec(tx).await?;
    let Some(role) = role else { return Ok(()) };
    let row = RoleRow { id: 0, person_id, role: role.code().to_owned(), granted_at: now };
    insert!(tx, row).map(|_: RoleRow| ())
}
