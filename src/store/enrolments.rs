//! Enrolments: places and waits, each with its history.

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
pub(super) mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "enrolments")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub offering_id: i64,
        pub state: String,
        pub cancel_reason: Option<String>,
        pub position: Option<i64>,
        pub hold_until: Option<DateTimeUtc>,
        pub offers_missed: i64,
        pub extra: bool,
        pub source: String,
        pub sign_up_id: Option<i64>,
        pub needs_id: Option<i64>,
        pub code: String,
        pub created_at: DateTimeUtc,
        pub state_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use super::enrolment_list::{count, in_states, of_people, some};
pub use entity::Model as Enrolment;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{Conn, Error, Tx, insert};
use crate::domain::enrolment::State;

pub use history::Model as HistoryRow;

#[expect(missing_docs, reason = "columns, explained in the migration of their table")]
mod history {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "enrolment_history")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub enrolment_id: i64,
        pub at: DateTimeUtc,
        pub from_state: Option<String>,
        pub to_state: String,
        pub reason: Option<String>,
        pub actor: String,
        pub actor_id: Option<i64>,
        pub text_id: Option<i64>,
        pub basis: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

impl HistoryRow {
    /// The date of the offering's first session as it was then; none where that was not written down.
    pub fn date(&self) -> Option<NaiveDate> {
        let basis: serde_json::Value = serde_json::from_str(self.basis.as_deref()?).ok()?;
        basis.get("date")?.as_str()?.parse().ok()
    }
}

impl Enrolment {
    /// Where it stands.
    ///
    /// # Errors
    /// A code in the database that no version of the program wrote.
    pub fn state(&self) -> Result<State, Error> {
        State::from_codes(&self.state, self.cancel_reason.as_deref())
            .ok_or_else(|| Error::Type(format!("enrolment {}: unknown state {}", self.id, self.state)))
    }
}

/// Stores a new enrolment; the key of `row` is ignored.
pub async fn add(tx: &Tx, row: Enrolment) -> Result<Enrolment, Error> {
    insert!(tx, row)
}

/// Stores a state with its instant, and the end of its hold.
pub async fn set_state(
    tx: &Tx,
    id: i64,
    state: State,
    hold_until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    use entity::Column;
    entity::Entity::update_many()
        .col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::CancelReason, Expr::value(state.cancel_reason().map(|reason| reason.code())))
        .col_expr(Column::HoldUntil, Expr::value(hold_until))
        .col_expr(Column::StateAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Remembers that the place is one beyond the capacity, granted by a named person.
pub async fn set_extra(tx: &Tx, id: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Extra, Expr::value(true))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Moves the end of a hold.
pub async fn set_hold(tx: &Tx, id: i64, hold_until: DateTime<Utc>) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::HoldUntil, Expr::value(hold_until))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Gives an enrolment its position in the line.
pub async fn set_position(tx: &Tx, id: i64, position: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Position, Expr::value(position))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// Stores what the person needs in the room, by the id of its text.
pub async fn set_needs(tx: &Tx, id: i64, needs_id: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::NeedsId, Expr::value(needs_id))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// One enrolment.
pub async fn find(conn: &impl Conn, id: i64) -> Result<Option<Enrolment>, Error> {
    entity::Entity::find_by_id(id).one(conn).await
}

/// The live enrolment of a person in an offering.
pub async fn live(conn: &impl Conn, person_id: i64, offering_id: i64) -> Result<Option<Enrolment>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::State.ne("cancelled"))
        .one(conn)
        .await
}

/// All enrolments of a person, oldest first.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Vec<Enrolment>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// All enrolments in some offerings, oldest first.
pub async fn in_offerings(conn: &impl Conn, offerings: &[i64]) -> Result<Vec<Enrolment>, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.is_in(offerings.to_vec()))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// Whether anybody ever enrolled in some offerings.
pub async fn any_in(conn: &impl Conn, offerings: &[i64]) -> Result<bool, Error> {
    let query = entity::Entity::find().filter(entity::Column::OfferingId.is_in(offerings.to_vec()));
    Ok(query.one(conn).await?.is_some())
}

/// How many people wait in an offering, address confirmed or not, who came before a position (none = all).
pub async fn waiting_ahead(conn: &impl Conn, offering_id: i64, position: Option<i64>) -> Result<u32, Error> {
    let mut query = entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::State.is_in(["pending_wait", "waitlisted"]));
    if let Some(position) = position {
        query = query.filter(entity::Column::Position.lt(position));
    }
    Ok(u32::try_from(query.count(conn).await?).unwrap_or(u32::MAX))
}

/// How many places are held for addresses that are not confirmed.
pub async fn pending_places(conn: &impl Conn, offering_id: i64) -> Result<i64, Error> {
    let held = entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::State.eq("pending_place"))
        .count(conn)
        .await?;
    Ok(i64::try_from(held).unwrap_or(i64::MAX))
}

/// The first in line whose address is confirmed.
pub async fn first_in_line(conn: &impl Conn, offering_id: i64) -> Result<Option<Enrolment>, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::State.eq("waitlisted"))
        .order_by_asc(entity::Column::Position)
        .one(conn)
        .await
}

/// Everybody who waits with a confirmed address, in the order of the line.
pub async fn line(conn: &impl Conn, offering_id: i64) -> Result<Vec<Enrolment>, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.eq(offering_id))
        .filter(entity::Column::State.eq("waitlisted"))
        .order_by_asc(entity::Column::Position)
        .all(conn)
        .await
}

/// Counts an offer that ran out.
pub async fn set_missed(tx: &Tx, id: i64, missed: i64) -> Result<(), Error> {
    entity::Entity::update_many()
        .col_expr(entity::Column::OffersMissed, Expr::value(missed))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// The next instant later than now at which a hold or an offer ends.
pub async fn next_hold(conn: &impl Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
    let row = entity::Entity::find()
        .filter(entity::Column::HoldUntil.gt(now))
        .filter(entity::Column::State.is_in(HELD))
        .order_by_asc(entity::Column::HoldUntil)
        .one(conn)
        .await?;
    Ok(row.and_then(|row| row.hold_until))
}

/// The states whose hold can end.
const HELD: [&str; 4] = ["pending_place", "pending_wait", "provisional", "offered"];

/// Enrolments whose hold has ended by an instant, oldest first; those that end together in the order of the line.
pub async fn holds_ended(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<Enrolment>, Error> {
    let mut ended = entity::Entity::find()
        .filter(entity::Column::HoldUntil.lte(now))
        .filter(entity::Column::State.is_in(HELD))
        .order_by_asc(entity::Column::HoldUntil)
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await?;
    ended.sort_by_key(|row| (row.hold_until, row.position, row.id));
    Ok(ended)
}

/// Offers in some offerings that end by an instant, the first one first.
pub async fn offers_ending(
    conn: &impl Conn,
    offerings: &[i64],
    by: DateTime<Utc>,
) -> Result<Vec<Enrolment>, Error> {
    entity::Entity::find()
        .filter(entity::Column::OfferingId.is_in(offerings.to_vec()))
        .filter(entity::Column::State.eq("offered"))
        .filter(entity::Column::HoldUntil.lte(by))
        .order_by_asc(entity::Column::HoldUntil)
        .all(conn)
        .await
}

/// Writes one row of history; the key of `row` is ignored.
pub async fn add_history(tx: &Tx, row: HistoryRow) -> Result<(), Error> {
    insert!(tx, row).map(|_: HistoryRow| ())
}

/// The history of some enrolments, oldest first.
pub async fn history(conn: &impl Conn, enrolments: &[i64]) -> Result<Vec<HistoryRow>, Error> {
    history::Entity::find()
        .filter(history::Column::EnrolmentId.is_in(enrolments.to_vec()))
        .order_by_asc(history::Column::Id)
        .all(conn)
        .await
}
