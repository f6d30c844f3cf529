//! Topics: what workshops are about; the same topic in two editions is one row.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "topics")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub key: String,
        pub title: Option<String>,
        pub gloss_en: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Topic;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};

/// The topic of a key.
pub async fn by_key(conn: &impl Conn, key: &str) -> Result<Option<Topic>, Error> {
    entity::Entity::find().filter(entity::Column::Key.eq(key)).one(conn).await
}

/// All, the oldest first.
pub async fn all(conn: &impl Conn) -> Result<Vec<Topic>, Error> {
    entity::Entity::find().order_by_asc(entity::Column::Id).all(conn).await
}

/// Some topics.
pub async fn some(conn: &impl Conn, ids: &[i64]) -> Result<Vec<Topic>, Error> {
    entity::Entity::find().filter(entity::Column::Id.is_in(ids.to_vec())).all(conn).await
}

/// Stores a new topic; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Topic) -> Result<Topic, Error> {
    insert!(tx, row)
}

/// Stores every column of a topic that exists.
pub async fn save(tx: &Tx, row: Topic) -> Result<(), Error> {
    use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};
    entity::Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(|_| ())
}
