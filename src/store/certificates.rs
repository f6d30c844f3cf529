//! Certificates and statements: what was given to whom, with its number and its code.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "certificates")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub kind: String,
        pub person_id: i64,
        pub edition_id: i64,
        pub offering_id: i64,
        pub series: Option<String>,
        pub number: Option<i64>,
        pub suffix: i64,
        pub code: String,
        pub name_text_id: i64,
        pub facts: String,
        pub issued_at: DateTimeUtc,
        pub issued_by: Option<i64>,
        pub replaced_at: Option<DateTimeUtc>,
        pub replaced_by: Option<i64>,
        pub revoked_at: Option<DateTimeUtc>,
        pub revoked_by: Option<i64>,
        pub text_id: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Certificate;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait, ConnectionTrait as _, EntityTrait, QueryFilter, QueryOrder, Statement};

use super::{Conn, Error, Tx, insert, texts};
use crate::domain::award::{Awarded, PrintedName, Validity, number_text};
use crate::domain::offering::Kind;

impl Certificate {
    /// Of the course, or the statement of a workshop.
    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind)
    }

    /// Its number as it is printed; a statement has none.
    pub fn number_text(&self) -> Option<String> {
        Some(number_text(self.series.as_deref()?, self.number?, self.suffix))
    }

    /// Whether it still says what is so, as far as its own row tells.
    pub fn validity(&self) -> Validity {
        match (self.revoked_at, self.replaced_at) {
            (Some(_), _) => Validity::Revoked,
            (None, Some(_)) => Validity::Replaced,
            (None, None) => Validity::Valid,
        }
    }

    /// What it states.
    ///
    /// # Errors
    /// Facts that no version of the program wrote.
    pub fn awarded(&self) -> Result<Awarded, Error> {
        serde_json::from_str(&self.facts)
            .map_err(|error| Error::Type(format!("certificate {}: {error}", self.id)))
    }
}

/// Gives the next number of a series; the first one is 1. Whoever asks at the same time waits for this transaction, and
/// one that is not committed leaves no gap.
pub async fn next_number(tx: &Tx, series: &str) -> Result<i64, Error> {
    let sql = "INSERT INTO certificate_series (series, last) VALUES ($1, 1)
        ON CONFLICT (series) DO UPDATE SET last = certificate_series.last + 1 RETURNING last";
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, [series.into()]);
    let row = tx.query_one_raw(statement).await?;
    row.ok_or_else(|| Error::RecordNotFound("a number just given".into()))?.try_get("", "last")
}

/// Stores a new one; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Certificate) -> Result<Certificate, Error> {
    insert!(tx, row)
}

/// One certificate.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Certificate>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// The certificate of a code as it is printed.
pub async fn by_code(conn: &impl Conn, code: &str) -> Result<Option<Certificate>, Error> {
    entity::Entity::find().filter(entity::Column::Code.eq(code)).one(conn).await
}

/// The valid one of a person for an offering.
pub async fn valid_of(
    conn: &impl Conn,
    person_id: i64,
    offering_id: i64,
) -> Result<Option<Certificate>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::ReplacedAt.is_null())
        .filter(entity::Column::RevokedAt.is_null())
        .one(conn)
        .await
}

/// All of a person, newest first.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Vec<Certificate>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .order_by_desc(entity::Column::Id)
        .all(conn)
        .await
}

/// The last one of each person for an offering that none replaced: valid or revoked.
pub async fn last_of(conn: &impl Conn, offering_id: i64) -> Result<HashMap<i64, Certificate>, Error> {
    last_of_some(conn, offering_id, None).await
}

/// The same of some people; none = of everybody.
pub async fn last_of_some(
    conn: &impl Conn,
    offering_id: i64,
    who: Option<&[i64]>,
) -> Result<HashMap<i64, Certificate>, Error> {
    let query = entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::ReplacedAt.is_null())
        .order_by_asc(entity::Column::Id);
    let rows = super::rule::of_whom(query, entity::Column::PersonId, who).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row)).collect())
}

/// How many valid ones there are for an offering, also of people who were erased.
pub async fn count_valid(conn: &impl Conn, offering_id: i64) -> Result<usize, Error> {
    use sea_orm::PaginatorTrait as _;
    let query = entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::ReplacedAt.is_null())
        .filter(entity::Column::RevokedAt.is_null());
    Ok(usize::try_from(query.count(conn).await?).unwrap_or(usize::MAX))
}

/// The valid ones for an offering of people who were erased, oldest first: nothing else leads to them any more.
pub async fn valid_of_erased(conn: &impl Conn, offering_id: i64) -> Result<Vec<Certificate>, Error> {
    let erased = Query::select()
        .column("id")
        .from("persons")
        .and_where(Expr::col("erased_at").is_not_null())
        .to_owned();
    entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::ReplacedAt.is_null())
        .filter(entity::Column::RevokedAt.is_null())
        .filter(entity::Column::PersonId.in_subquery(erased))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// The people who have a valid one for an offering, of some or of everybody.
pub async fn holders(conn: &impl Conn, offering_id: i64, who: Option<&[i64]>) -> Result<HashSet<i64>, Error> {
    use sea_orm::QuerySelect as _;
    let query = entity::Entity::find()
        .select_only()
        .column(entity::Column::PersonId)
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::ReplacedAt.is_null())
        .filter(entity::Column::RevokedAt.is_null());
    let query = super::rule::of_whom(query, entity::Column::PersonId, who);
    Ok(query.into_tuple::<i64>().all(conn).await?.into_iter().collect())
}

/// The other edition whose course people have a valid certificate of, the last one of each; of some or of everybody.
pub async fn elsewhere(
    conn: &impl Conn,
    edition_id: i64,
    who: Option<&[i64]>,
) -> Result<HashMap<i64, i64>, Error> {
    use sea_orm::QuerySelect as _;
    let query = entity::Entity::find()
        .select_only()
        .column(entity::Column::PersonId)
        .column(entity::Column::EditionId)
        .filter(entity::Column::Kind.eq(Kind::Course.code()))
        .filter(entity::Column::EditionId.ne(edition_id))
        .filter(entity::Column::ReplacedAt.is_null())
        .filter(entity::Column::RevokedAt.is_null())
        .order_by_asc(entity::Column::Id);
    let query = super::rule::of_whom(query, entity::Column::PersonId, who);
    Ok(query.into_tuple::<(i64, i64)>().all(conn).await?.into_iter().collect())
}

/// The names some of them print, by the id of their text; erased ones are missing.
pub async fn names(conn: &impl Conn, all: &[Certificate]) -> Result<HashMap<i64, PrintedName>, Error> {
    let ids: Vec<i64> = all.iter().map(|row| row.name_text_id).collect();
    let mut names = HashMap::new();
    for chunk in ids.chunks(500) {
        let bodies = texts::bodies(conn, chunk).await?;
        names.extend(bodies.into_iter().map(|(id, body)| (id, PrintedName::read(&body))));
    }
    Ok(names)
}

/// Ends a certificate in favour of one that is stored next.
pub async fn end(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ReplacedAt, Expr::value(now))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Names the one that was given in its place.
pub async fn set_replaced_by(tx: &Tx, id: i64, new: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ReplacedBy, Expr::value(new))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Revokes; `text_id` is the reason.
pub async fn revoke(tx: &Tx, id: i64, by: i64, text_id: i64, now: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::RevokedAt, Expr::value(now))
        .col_expr(entity::Column::RevokedBy, Expr::value(by))
        .col_expr(entity::Column::TextId, Expr::value(text_id))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}
