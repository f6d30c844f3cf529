//! The audit: what staff and commands did.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub at: DateTimeUtc,
        pub actor: String,
        pub actor_id: Option<i64>,
        pub act: String,
        pub subject: String,
        pub subject_id: Option<i64>,
        pub person_id: Option<i64>,
        pub detail: Option<String>,
        pub text_id: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as AuditRow;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

/// Writes one row; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: AuditRow) -> Result<(), Error> {
    insert!(tx, row).map(|_: AuditRow| ())
}

/// What concerns a person, oldest first.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Vec<AuditRow>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}
