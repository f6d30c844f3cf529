//! Persons and their consents.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "persons")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub email: Option<String>,
        pub given_name: String,
        pub family_name: String,
        pub search: String,
        pub phone: Option<String>,
        pub profile: Option<String>,
        pub language: String,
        pub takes_invites: bool,
        pub created_at: DateTimeUtc,
        pub email_confirmed_at: Option<DateTimeUtc>,
        pub erased_at: Option<DateTimeUtc>,
        pub feed_nonce: Option<String>,
        pub feed_hash: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Person;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait, EntityTrait, IntoActiveModel as _, QueryFilter, QueryOrder,
};

use super::{Conn, Error, Tx, insert, lock_rows};
use crate::domain::person::Language;
use crate::domain::text::folded;

impl Person {
    /// First name and surname.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }

    /// The language of the person's letters.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language)
    }

    /// What a search compares: the names, and the address up to its `@`; the part after it is everybody's.
    pub fn search_text(given_name: &str, family_name: &str, email: Option<&str>) -> String {
        let local = email.and_then(|email| email.split('@').next()).unwrap_or_default();
        folded(&format!("{family_name} {given_name} {family_name} {local}"))
    }

    /// What is left of somebody who is erased: no name, nothing that leads to them.
    pub fn stub(self, at: DateTime<Utc>) -> Self {
        Self {
            email: None,
            given_name: String::new(),
            family_name: String::new(),
            phone: None,
            profile: None,
            feed_nonce: None,
            feed_hash: None,
            erased_at: Some(at),
            ..self
        }
    }

    /// Whether a folded text finds the person; one with an `@` is looked for in the whole address.
    pub fn is_found_by(&self, wanted: &str) -> bool {
        super::alike::is_found(&self.search, self.email.as_deref(), wanted)
    }
}

/// What is known of somebody when they are stored for the first time.
#[derive(Clone, Debug)]
pub struct NewPerson<'a> {
    /// First name; may be empty for staff named by an address alone.
    pub given_name: &'a str,
    /// Surname.
    pub family_name: &'a str,
    /// Address; none for people entered without one.
    pub email: Option<&'a str>,
    /// Phone.
    pub phone: Option<&'a str>,
    /// The profile's code.
    pub profile: Option<&'a str>,
    /// The language they are written to.
    pub language: Language,
}

impl NewPerson<'_> {
    /// The row to store. Everybody takes invites until they say otherwise; no address is confirmed yet.
    pub fn row(&self, now: DateTime<Utc>) -> Person {
        Person {
            id: 0,
            email: self.email.map(str::to_owned),
            given_name: self.given_name.to_owned(),
            family_name: self.family_name.to_owned(),
            search: Person::search_text(self.given_name, self.family_name, self.email),
            phone: self.phone.map(str::to_owned),
            profile: self.profile.map(str::to_owned),
            language: self.language.code().to_owned(),
            takes_invites: true,
            created_at: now,
            email_confirmed_at: None,
            erased_at: None,
            feed_nonce: None,
            feed_hash: None,
        }
    }
}

/// Locks persons, in ascending id, after their offerings.
pub async fn lock(tx: &Tx, ids: &[i64]) -> Result<(), Error> {
    lock_rows(tx, "persons", ids).await
}

/// One person.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Person>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// One person who was not erased.
pub async fn living(conn: &impl Conn, id: i64) -> Result<Option<Person>, Error> {
    Ok(find(conn, id).await?.filter(|person| person.erased_at.is_none()))
}

/// Some people, by surname and name.
pub async fn some(conn: &impl Conn, ids: &[i64]) -> Result<Vec<Person>, Error> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        found
            .extend(entity::Entity::find().filter(entity::Column::Id.is_in(chunk.to_vec())).all(conn).await?);
    }
    found.sort_by_cached_key(|person| (folded(&person.family_name), folded(&person.given_name), person.id));
    Ok(found)
}

/// The person of an address.
pub async fn by_email(conn: &impl Conn, email: &str) -> Result<Option<Person>, Error> {
    entity::Entity::find().filter(entity::Column::Email.eq(email)).one(conn).await
}

/// The person of a calendar address.
pub async fn by_feed(conn: &impl Conn, hash: &str) -> Result<Option<Person>, Error> {
    entity::Entity::find().filter(entity::Column::FeedHash.eq(hash)).one(conn).await
}

/// Ends every calendar address there is; whoever looks for theirs gets another one.
pub async fn forget_feeds(tx: &Tx) -> Result<(), Error> {
    use sea_orm::sea_query::Expr;
    entity::Entity::update_many()
        .col_expr(entity::Column::FeedNonce, Expr::value(Option::<String>::None))
        .col_expr(entity::Column::FeedHash, Expr::value(Option::<String>::None))
        .exec(tx)
        .await
        .map(|_| ())
}

/// People whose names or address contain a folded text; `%` and `_` are characters like others.
pub async fn search(conn: &impl Conn, folded: &str, most: u64) -> Result<Vec<Person>, Error> {
    use sea_orm::QuerySelect as _;
    use sea_orm::sea_query::{Expr, ExprTrait as _, LikeExpr};
    let escaped = folded.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let column = if folded.contains('@') { entity::Column::Email } else { entity::Column::Search };
    entity::Entity::find()
        .filter(Expr::col(column).like(LikeExpr::new(format!("%{escaped}%")).escape('\\')))
        .filter(entity::Column::ErasedAt.is_null())
        .order_by_asc(entity::Column::Search)
        .limit(most)
        .all(conn)
        .await
}

/// Whether the office entered who the person is, or corrected it: what a public form says is no better.
pub async fn is_entered_by_staff(conn: &impl Conn, person_id: i64) -> Result<bool, Error> {
    use sea_orm::Statement;
    let sql = "SELECT 1 AS found FROM audit WHERE person_id = $1 AND act IN ('add_person', 'correct_name', 'correct_person') LIMIT 1";
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, [person_id.into()]);
    Ok(conn.query_one_raw(statement).await?.is_some())
}

/// Stores a new person; gives back the one that has the address if somebody was quicker.
pub async fn add(tx: &Tx, row: Person) -> Result<Person, Error> {
    let Some(email) = row.email.clone() else { return insert!(tx, row) };
    let mut active = row.into_active_model();
    active.id = sea_orm::ActiveValue::NotSet;
    let rule = OnConflict::column(entity::Column::Email).do_nothing().to_owned();
    entity::Entity::insert(active).on_conflict(rule).exec_without_returning(tx).await?;
    by_email(tx, &email).await?.ok_or_else(|| Error::RecordNotFound("a person just stored".into()))
}

/// Stores every column of a person who exists; the search text follows names and address.
pub async fn save(tx: &Tx, mut row: Person) -> Result<(), Error> {
    row.search = Person::search_text(&row.given_name, &row.family_name, row.email.as_deref());
    entity::Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(|_| ())
}

/// People whose only trace is unconfirmed sign-ups, older than an instant: no role, no session led, nothing
/// entered by staff, never another state than pending or cancelled(unconfirmed).
pub async fn never_confirmed_before(conn: &impl Conn, before: DateTime<Utc>) -> Result<Vec<Person>, Error> {
    use sea_orm::{DbBackend, FromQueryResult as _, Statement};
    let sql = "SELECT p.* FROM persons p
        WHERE p.email_confirmed_at IS NULL AND p.erased_at IS NULL AND p.created_at < $1
          AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM session_trainers t WHERE t.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM sign_ups s WHERE s.person_id = p.id AND s.created_at >= $1)
          AND EXISTS (SELECT 1 FROM sign_ups s WHERE s.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM enrolments e JOIN enrolment_history h ON h.enrolment_id = e.id
              WHERE e.person_id = p.id AND h.to_state NOT IN ('pending_place', 'pending_wait')
                AND NOT (h.to_state = 'cancelled' AND h.reason = 'unconfirmed'))
          AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = p.id AND e.source IN ('staff', 'walk_in'))
          AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.person_id = p.id AND a.act IN ('add_person', 'correct_name', 'correct_person'))
          AND NOT EXISTS (SELECT 1 FROM marks m WHERE m.person_id = p.id)
        ORDER BY p.id";
    let backend: DbBackend = conn.get_database_backend();
    let rows = conn.query_all_raw(Statement::from_sql_and_values(backend, sql, [before.into()])).await?;
    rows.iter().map(|row| Person::from_query_result(row, "")).collect()
}

mod consent {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consents")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub kind: String,
        pub version: String,
        pub language: String,
        pub given_at: DateTimeUtc,
        pub withdrawn_at: Option<DateTimeUtc>,
        pub source: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Stores that a person consented to a text, `privacy` or `needs`, in the version and language they read.
pub async fn add_consent(
    tx: &Tx,
    person_id: i64,
    kind: &str,
    version: &str,
    language: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    consent_by(tx, person_id, kind, version, language, None, now).await
}

/// Stores that a person consented to a text on the phone: somebody of the office told it and ticked it.
pub async fn add_consent_by_phone(
    tx: &Tx,
    person_id: i64,
    kind: &str,
    version: &str,
    language: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    consent_by(tx, person_id, kind, version, language, Some("phone"), now).await
}

async fn consent_by(
    tx: &Tx,
    person_id: i64,
    kind: &str,
    version: &str,
    language: &str,
    source: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let row = consent::Model {
        id: 0,
        person_id,
        kind: kind.into(),
        version: version.into(),
        language: language.into(),
        given_at: now,
        withdrawn_at: None,
        source: source.map(str::to_owned),
    };
    insert!(tx, row).map(|_: consent::Model| ())
}
