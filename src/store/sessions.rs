//! Sessions: single sittings.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub offering_id: i64,
        pub number: i64,
        pub of: i64,
        pub date: Option<Date>,
        pub starts: Option<Time>,
        pub ends: Option<Time>,
        pub place: Option<String>,
        pub status: String,
        pub version: i64,
        pub public_uid: Option<String>,
        pub public_sequence: i64,
        pub changed_at: Option<DateTimeUtc>,
        pub renamed_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Session;

use chrono_tz::Tz;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Conn, Error, Tx, insert, is_pointed_to};
use crate::domain::invite::Appointment;
use crate::domain::session::{Hours, Timing};

impl Session {
    /// When it is held, read in the zone of its edition; none while undated.
    pub fn timing(&self, zone: Tz) -> Option<Timing> {
        let hours = self.starts.zip(self.ends).map(|(start, end)| Hours { start, end });
        self.date.map(|date| Timing { date, hours, zone })
    }

    /// When and where, which is what calendars watch.
    pub fn appointment(&self) -> Appointment {
        Appointment { date: self.date, start: self.starts, end: self.ends, place: self.place.clone() }
    }

    /// Holds it then and there.
    pub fn set_appointment(&mut self, to: &Appointment) {
        (self.date, self.starts, self.ends) = (to.date, to.start, to.end);
        self.place.clone_from(&to.place);
    }

    /// One that is added to an offering: it continues the count.
    pub fn added(offering_id: i64, number: i64) -> Self {
        Self {
            id: -number,
            offering_id,
            number,
            of: number,
            date: None,
            starts: None,
            ends: None,
            place: None,
            status: "planned".to_owned(),
            version: 1,
            public_uid: None,
            public_sequence: 0,
            changed_at: None,
            renamed_at: None,
        }
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.status == "cancelled"
    }
}

/// The sessions of some offerings, by offering and number.
pub async fn of_offerings(conn: &impl Conn, offerings: &[i64]) -> Result<Vec<Session>, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.is_in(offerings.to_vec()))
        .order_by_asc(entity::Column::OfferingId)
        .order_by_asc(entity::Column::Number)
        .all(conn)
        .await
}

/// The dates of planned sessions from a day on, each once.
pub async fn dates_from(conn: &impl Conn, from: chrono::NaiveDate) -> Result<Vec<chrono::NaiveDate>, Error> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Date.gte(from))
        .filter(entity::Column::Status.eq("planned"))
        .all(conn)
        .await?;
    let mut dates: Vec<chrono::NaiveDate> = rows.into_iter().filter_map(|row| row.date).collect();
    dates.sort_unstable();
    dates.dedup();
    Ok(dates)
}

/// The sessions of which something that calendars show was changed since an instant, in no order.
pub async fn changed_since(
    conn: &impl Conn,
    since: chrono::DateTime<chrono::Utc>,
) -> Result<Vec<Session>, Error> {
    entity::Entity::find().filter(entity::Column::ChangedAt.gte(since)).all(conn).await
}

/// The sessions that are held on some dates, whatever edition they are of.
pub async fn planned_on(conn: &impl Conn, dates: &[chrono::NaiveDate]) -> Result<Vec<Session>, Error> {
    if dates.is_empty() {
        return Ok(Vec::new());
    }
    entity::Entity::find()
        .filter(entity::Column::Date.is_in(dates.to_vec()))
        .filter(entity::Column::Status.eq("planned"))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// One session.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Session>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// Some sessions, in no order.
pub async fn some(conn: &impl Conn, ids: &[i64]) -> Result<Vec<Session>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    entity::Entity::find().filter(entity::Column::Id.is_in(ids.to_vec())).all(conn).await
}

/// Stores a new session; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Session) -> Result<Session, Error> {
    insert!(tx, row)
}

/// Stores every column of a session that exists.
pub async fn save(tx: &Tx, row: Session) -> Result<(), Error> {
    use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};
    entity::Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(|_| ())
}

/// Deletes the sessions of an offering that nobody ever enrolled in, with who leads them.
pub async fn remove_of(tx: &Tx, offering_id: i64) -> Result<(), Error> {
    let of = of_offerings(tx, &[offering_id]).await?;
    let ids: Vec<i64> = of.into_iter().map(|session| session.id).collect();
    trainer::Entity::delete_many().filter(trainer::Column::SessionId.is_in(ids.clone())).exec(tx).await?;
    entity::Entity::delete_many().filter(entity::Column::Id.is_in(ids)).exec(tx).await.map(|_| ())
}

/// Deletes one session of a draft, with who leads it.
pub async fn remove(tx: &Tx, id: i64) -> Result<(), Error> {
    trainer::Entity::delete_many().filter(trainer::Column::SessionId.eq(id)).exec(tx).await?;
    entity::Entity::delete_by_id(id).exec(tx).await.map(|_| ())
}

/// Whether anything but who leads it points to a session: a register, a mark, an invite, a letter, a task.
pub async fn is_used(conn: &impl Conn, id: i64) -> Result<bool, Error> {
    let tables = ["attendance", "disputes", "invites", "marks", "outbox", "registers", "tasks"];
    is_pointed_to(conn, &tables, "session_id", id).await
}

/// The people who lead a session, or led one.
pub async fn everybody_leading(conn: &impl Conn) -> Result<Vec<i64>, Error> {
    let people = trainer::Entity::find().select_only().column(trainer::Column::PersonId).distinct();
    people.into_tuple().all(conn).await
}

mod trainer {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session_trainers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The ids of the sessions a person leads.
pub async fn led_by(conn: &impl Conn, person_id: i64) -> Result<Vec<i64>, Error> {
    let rows = trainer::Entity::find().filter(trainer::Column::PersonId.eq(person_id)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.session_id).collect())
}

/// The ids of the people who lead a session.
pub async fn trainers(conn: &impl Conn, session_id: i64) -> Result<Vec<i64>, Error> {
    let rows = trainer::Entity::find().filter(trainer::Column::SessionId.eq(session_id)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// Makes a person lead a session.
pub async fn add_trainer(tx: &Tx, session_id: i64, person_id: i64) -> Result<(), Error> {
    use sea_orm::ActiveValue::Set;
    let row = trainer::ActiveModel { session_id: Set(session_id), person_id: Set(person_id) };
    trainer::Entity::insert(row).exec_without_returning(tx).await.map(|_| ())
}

/// Takes a person off a session; false where they did not lead it.
pub async fn remove_trainer(tx: &Tx, session_id: i64, person_id: i64) -> Result<bool, Error> {
    let done = trainer::Entity::delete_many()
        .filter(trainer::Column::SessionId.eq(session_id))
        .filter(trainer::Column::PersonId.eq(person_id))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
