//! Links in mails that do one named act for one enrolment.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_links")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub token_hash: String,
        pub purpose: String,
        pub enrolment_id: i64,
        pub created_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as ActionLink;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Conn, Error, Tx, insert};

/// Stores a link; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: ActionLink) -> Result<(), Error> {
    insert!(tx, row).map(|_: ActionLink| ())
}

/// The link with this keyed token and purpose.
pub async fn by_token(
    conn: &impl Conn,
    token_hash: &str,
    purpose: &str,
) -> Result<Option<ActionLink>, Error> {
    entity::Entity::find()
        .filter(entity::Column::TokenHash.eq(token_hash))
        .filter(entity::Column::Purpose.eq(purpose))
        .one(conn)
        .await
}
