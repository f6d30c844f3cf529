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

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::newest::{Part, part};
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

/// What the office asks the audit for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What concerns this person.
    pub person: Option<i64>,
    /// What this person of the staff did.
    pub actor: Option<i64>,
    /// What is about this session: its register, its marks.
    pub session: Option<i64>,
    /// One kind of act.
    pub act: Option<String>,
}

fn wanted_ones(wanted: &Wanted) -> Select<entity::Entity> {
    use entity::Column;
    let mut query = entity::Entity::find();
    if let Some(person) = wanted.person {
        query = query.filter(Column::PersonId.eq(person));
    }
    if let Some(actor) = wanted.actor {
        query = query.filter(Column::ActorId.eq(actor));
    }
    if let Some(act) = &wanted.act {
        query = query.filter(Column::Act.eq(act.as_str()));
    }
    if let Some(session) = wanted.session {
        let of = |table: &'static str| {
            let rows = Query::select()
                .column("id")
                .from(table)
                .and_where(Expr::col("session_id").eq(session))
                .to_owned();
            Condition::all().add(Column::Subject.eq(table)).add(Column::SubjectId.in_subquery(rows))
        };
        let own = Condition::all().add(Column::Subject.eq("sessions")).add(Column::SubjectId.eq(session));
        query = query.filter(Condition::any().add(own).add(of("registers")).add(of("marks")));
    }
    query
}

/// How many rows are wanted.
pub async fn count(conn: &impl Conn, wanted: &Wanted) -> Result<usize, Error> {
    Ok(usize::try_from(wanted_ones(wanted).count(conn).await?).unwrap_or(usize::MAX))
}

/// Some of the rows that are wanted, newest first.
pub async fn page(conn: &impl Conn, wanted: &Wanted, of: Part) -> Result<Vec<AuditRow>, Error> {
    part(conn, wanted_ones(wanted), entity::Column::Id, of).await
}

/// Rows about one thing of an edition.
#[derive(Clone, Debug, Default)]
pub struct Thing {
    /// Tables and rows it consists of.
    pub rows: Vec<(&'static str, Vec<i64>)>,
    /// The edition whose changes name it in their detail, and by which words.
    pub named: Option<(i64, String)>,
}

/// The newest row of some acts about a thing.
pub async fn newest_about(conn: &impl Conn, thing: &Thing, acts: &[&str]) -> Result<Option<AuditRow>, Error> {
    use entity::Column;
    let mut about = Condition::any();
    for (table, ids) in &thing.rows {
        let rows = Condition::all().add(Column::Subject.eq(*table)).add(Column::SubjectId.is_in(ids.clone()));
        about = about.add(rows);
    }
    if let Some((edition, words)) = &thing.named {
        let changes = Condition::all().add(Column::Act.eq("change_programme"));
        let of = changes.add(Column::Subject.eq("editions")).add(Column::SubjectId.eq(*edition));
        about = about.add(of.add(Column::Detail.contains(words.as_str())));
    }
    entity::Entity::find()
        .filter(about)
        .filter(Column::Act.is_in(acts.iter().copied()))
        .order_by_desc(Column::Id)
        .one(conn)
        .await
}

/// The newest row of some acts that is about the same thing, and the same person, as a row.
pub async fn newest_like(conn: &impl Conn, row: &AuditRow, acts: &[&str]) -> Result<Option<i64>, Error> {
    use entity::Column;
    let mut query = entity::Entity::find()
        .filter(Column::Act.is_in(acts.to_vec()))
        .filter(Column::Subject.eq(row.subject.as_str()));
    if let Some(id) = row.subject_id {
        query = query.filter(Column::SubjectId.eq(id));
    }
    if let Some(person) = row.person_id {
        query = query.filter(Column::PersonId.eq(person));
    }
    Ok(query.order_by_desc(Column::Id).one(conn).await?.map(|row| row.id))
}

/// The acts that occur, and the people who acted.
pub async fn occurring(conn: &impl Conn) -> Result<(Vec<String>, Vec<i64>), Error> {
    use entity::Column;
    let acts = entity::Entity::find().select_only().column(Column::Act).distinct().order_by_asc(Column::Act);
    let actors = entity::Entity::find().select_only().column(Column::ActorId).distinct();
    let actors: Vec<Option<i64>> = actors.into_tuple().all(conn).await?;
    Ok((acts.into_tuple().all(conn).await?, actors.into_iter().flatten().collect()))
}
