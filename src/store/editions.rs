//! Editions: one season each.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "editions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub key: String,
        pub title_it: String,
        pub title_en: Option<String>,
        pub status: String,
        pub zone: String,
        pub required: i64,
        pub rule_version: i64,
        pub provisional_places: bool,
        pub course_admission: String,
        pub enrolment_closes: Option<Date>,
        pub certificate_days: Option<i64>,
        pub carry_over: bool,
        pub lateness_minutes: Option<i64>,
        pub signature: Option<String>,
        pub created_at: DateTimeUtc,
        pub published_at: Option<DateTimeUtc>,
        pub version: i64,
        pub project: Option<String>,
        pub city: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Edition;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Statement};

use super::{Conn, Error, Tx, insert, is_pointed_to, lock_rows};
use crate::domain::edition::{CourseAdmission, EditionStatus, Rule};
use crate::domain::person::Language;

impl Edition {
    /// Its title in a language; the Italian one where there is no other.
    pub fn title(&self, language: Language) -> &str {
        match (language, &self.title_en) {
            (Language::En, Some(title)) => title,
            _ => &self.title_it,
        }
    }

    /// Where the edition is in its life.
    pub fn status(&self) -> EditionStatus {
        EditionStatus::from_code(&self.status)
    }

    /// Its rule and settings.
    pub fn rule(&self) -> Rule {
        let count = |number: i64| u32::try_from(number).unwrap_or(0);
        Rule {
            required: count(self.required),
            provisional_places: self.provisional_places,
            course_admission: if self.course_admission == "decision" {
                CourseAdmission::ByDecision
            } else {
                CourseAdmission::Immediate
            },
            enrolment_closes: self.enrolment_closes,
            certificate_days: self.certificate_days.map(count),
            carry_over: self.carry_over,
            lateness_minutes: self.lateness_minutes.map(count),
        }
    }

    /// Sets the rule; decisions from now on store its new version.
    pub fn set_rule(&mut self, rule: &Rule) {
        if self.rule() == *rule {
            return;
        }
        self.required = i64::from(rule.required);
        self.provisional_places = rule.provisional_places;
        self.course_admission = match rule.course_admission {
            CourseAdmission::ByDecision => "decision",
            CourseAdmission::Immediate => "immediate",
        }
        .to_owned();
        self.enrolment_closes = rule.enrolment_closes;
        self.certificate_days = rule.certificate_days.map(i64::from);
        self.carry_over = rule.carry_over;
        self.lateness_minutes = rule.lateness_minutes.map(i64::from);
        self.rule_version += 1;
    }

    /// Its zone; one that cannot be read (import refuses those) is the association's own.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.zone.parse().unwrap_or(chrono_tz::Europe::Rome)
    }
}

/// The published edition that was published last: the one of `/` and `/workshop/…`.
pub async fn current(conn: &impl Conn) -> Result<Option<Edition>, Error> {
    entity::Entity::find()
        .filter(entity::Column::Status.eq("published"))
        .order_by_desc(entity::Column::PublishedAt)
        .order_by_desc(entity::Column::Id)
        .one(conn)
        .await
}

/// The edition of a key.
pub async fn by_key(conn: &impl Conn, key: &str) -> Result<Option<Edition>, Error> {
    entity::Entity::find().filter(entity::Column::Key.eq(key)).one(conn).await
}

/// One edition.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Edition>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// All, the one published last first.
pub async fn all(conn: &impl Conn) -> Result<Vec<Edition>, Error> {
    entity::Entity::find()
        .order_by_desc(entity::Column::PublishedAt)
        .order_by_desc(entity::Column::Id)
        .all(conn)
        .await
}

/// Some as the office lists them: drafts first, then those that were shown; of each the newest first.
pub async fn page(conn: &impl Conn, from: usize, most: usize) -> Result<Vec<Edition>, Error> {
    let sql = "SELECT * FROM editions
        ORDER BY CASE WHEN published_at IS NULL THEN 0 ELSE 1 END, published_at DESC, id DESC LIMIT $1 OFFSET $2";
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let values = [number(most).into(), number(from).into()];
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    entity::Entity::find().from_raw_sql(statement).all(conn).await
}

/// How many there are.
pub async fn count(conn: &impl Conn) -> Result<usize, Error> {
    Ok(usize::try_from(entity::Entity::find().count(conn).await?).unwrap_or(usize::MAX))
}

/// The newest that is no draft: shown, or put away since.
pub async fn newest_shown(conn: &impl Conn) -> Result<Option<Edition>, Error> {
    entity::Entity::find()
        .filter(entity::Column::Status.ne("draft"))
        .order_by_desc(entity::Column::PublishedAt)
        .order_by_desc(entity::Column::Id)
        .one(conn)
        .await
}

/// Editions that have a session on or after a day, or days of a course without a date, or nothing dated at all; published
/// ones, and on request those that were put away. The one published last first.
pub async fn held_since(conn: &impl Conn, day: NaiveDate, archived: bool) -> Result<Vec<Edition>, Error> {
    let sql = "SELECT e.* FROM editions e WHERE (e.status = 'published' OR (e.status = 'archived' AND $2)) AND (
            EXISTS (SELECT 1 FROM offerings o JOIN sessions s ON s.offering_id = o.id
                WHERE o.edition_id = e.id AND s.date >= $1)
            OR EXISTS (SELECT 1 FROM offerings o JOIN sessions s ON s.offering_id = o.id
                WHERE o.edition_id = e.id AND o.kind = 'course' AND o.status <> 'cancelled'
                  AND s.status = 'planned' AND s.date IS NULL)
            OR NOT EXISTS (SELECT 1 FROM offerings o JOIN sessions s ON s.offering_id = o.id
                WHERE o.edition_id = e.id AND o.status <> 'cancelled' AND s.status = 'planned' AND s.date IS NOT NULL))
        ORDER BY e.published_at DESC, e.id DESC";
    let values = [day.into(), archived.into()];
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    entity::Entity::find().from_raw_sql(statement).all(conn).await
}

/// Locks an edition, after its offerings.
pub async fn lock(tx: &Tx, id: i64) -> Result<(), Error> {
    lock_rows(tx, "editions", &[id]).await
}

/// Stores a new edition; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Edition) -> Result<Edition, Error> {
    insert!(tx, row)
}

/// Deletes an edition that nobody has to do with; its offerings went before it.
pub async fn remove(tx: &Tx, id: i64) -> Result<(), Error> {
    entity::Entity::delete_by_id(id).exec(tx).await.map(|_| ())
}

/// Whether anything but its offerings points to an edition: a task, a waiver, the rule reached, a certificate.
pub async fn is_used(conn: &impl Conn, id: i64) -> Result<bool, Error> {
    let tables = ["certificate_batches", "certificates", "name_checks", "rule_reached", "tasks", "waivers"];
    is_pointed_to(conn, &tables, "edition_id", id).await
}

/// Stores every column of an edition that exists.
pub async fn save(tx: &Tx, row: Edition) -> Result<(), Error> {
    use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};
    entity::Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(|_| ())
}
