//! Letters by what they are about: an invite, an enrolment, a session, a person, an address; and changed while nobody
//! has begun to send them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, UpdateMany,
};

use super::super::{Conn, Error, Tx, calls};
use super::listed::{Wanted, wanted_ones};
use super::{OutboxLetter, entity};

/// How far the letters that are looked for have come.
#[derive(Clone, Copy)]
enum Stage {
    /// Whatever became of them.
    Any,
    /// Not withdrawn.
    Kept,
    /// Waiting, and never begun to be sent.
    Untouched,
    /// Begun to be sent.
    Begun,
}

impl Stage {
    fn among(self, letters: Select<entity::Entity>) -> Select<entity::Entity> {
        use entity::Column;
        match self {
            Self::Any => letters,
            Self::Kept => letters.filter(Column::State.ne("withdrawn")),
            Self::Untouched => letters.filter(Column::State.eq("waiting")).filter(Column::BegunAt.is_null()),
            Self::Begun => letters.filter(Column::BegunAt.is_not_null()),
        }
    }
}

/// The letters of an invite that have come so far, in no order.
fn of_invite(invite_id: i64, stage: Stage) -> Select<entity::Entity> {
    stage.among(entity::Entity::find().filter(entity::Column::InviteId.eq(invite_id)))
}

/// The letters of one kind about an enrolment that have come so far, in no order.
fn of_enrolment(enrolment_id: i64, kind: &str, stage: Stage) -> Select<entity::Entity> {
    use entity::Column;
    let letters = entity::Entity::find().filter(Column::EnrolmentId.eq(enrolment_id));
    stage.among(letters.filter(Column::Kind.eq(kind)))
}

async fn last(conn: &impl Conn, letters: Select<entity::Entity>) -> Result<Option<OutboxLetter>, Error> {
    letters.order_by_desc(entity::Column::Id).one(conn).await
}

/// An update of one letter that does nothing once its sending was begun.
fn if_untouched(id: i64) -> UpdateMany<entity::Entity> {
    use entity::Column;
    entity::Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq("waiting"))
        .filter(Column::BegunAt.is_null())
}

/// Withdraws a letter that nobody has begun to send; false when somebody has.
pub async fn withdraw_untouched(
    tx: &Tx,
    id: i64,
    payload: String,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    use entity::Column;
    let done = if_untouched(id)
        .col_expr(Column::State, Expr::value("withdrawn"))
        .col_expr(Column::Payload, Expr::value(payload))
        .col_expr(Column::EndedAt, Expr::value(now))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// The last letter of an invite that was not withdrawn.
pub async fn last_of_invite(conn: &impl Conn, invite_id: i64) -> Result<Option<OutboxLetter>, Error> {
    last(conn, of_invite(invite_id, Stage::Kept)).await
}

/// The first letter of an invite that was not withdrawn: later ones answer to it.
pub async fn first_of_invite(conn: &impl Conn, invite_id: i64) -> Result<Option<OutboxLetter>, Error> {
    of_invite(invite_id, Stage::Kept).order_by_asc(entity::Column::Id).one(conn).await
}

/// Letters of an enrolment that wait and were never begun to be sent, of one kind.
pub async fn untouched_of(
    conn: &impl Conn,
    enrolment_id: i64,
    kind: &str,
) -> Result<Vec<OutboxLetter>, Error> {
    of_enrolment(enrolment_id, kind, Stage::Untouched).all(conn).await
}

/// The last letter of one kind about an enrolment that was not withdrawn.
pub async fn last_of(conn: &impl Conn, enrolment_id: i64, kind: &str) -> Result<Option<OutboxLetter>, Error> {
    last(conn, of_enrolment(enrolment_id, kind, Stage::Kept)).await
}

/// The last letter of one kind about an enrolment, whatever became of it.
pub async fn newest_of(
    conn: &impl Conn,
    enrolment_id: i64,
    kind: &str,
) -> Result<Option<OutboxLetter>, Error> {
    last(conn, of_enrolment(enrolment_id, kind, Stage::Any)).await
}

/// The last letter of one kind about an enrolment whose sending was begun.
pub async fn last_begun(
    conn: &impl Conn,
    enrolment_id: i64,
    kind: &str,
) -> Result<Option<OutboxLetter>, Error> {
    last(conn, of_enrolment(enrolment_id, kind, Stage::Begun)).await
}

/// Letters about some sessions that wait and were never begun to be sent, of one kind.
pub async fn untouched_about(
    conn: &impl Conn,
    sessions: &[i64],
    kind: &str,
) -> Result<Vec<OutboxLetter>, Error> {
    use entity::Column;
    let letters = entity::Entity::find()
        .filter(Column::SessionId.is_in(sessions.to_vec()))
        .filter(Column::Kind.eq(kind));
    Stage::Untouched.among(letters).order_by_asc(Column::Id).all(conn).await
}

/// All letters of a person, newest first.
pub async fn of_person(conn: &impl Conn, person_id: i64) -> Result<Vec<OutboxLetter>, Error> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person_id))
        .order_by_desc(entity::Column::Id)
        .all(conn)
        .await
}

/// How many letters of some kinds were written to an address since an instant.
pub async fn count_to(
    conn: &impl Conn,
    address: &str,
    kinds: &[&str],
    since: DateTime<Utc>,
) -> Result<u64, Error> {
    entity::Entity::find()
        .filter(entity::Column::Address.eq(address))
        .filter(entity::Column::Kind.is_in(kinds.iter().copied()))
        .filter(entity::Column::Dated.gt(since))
        .count(conn)
        .await
}

/// Letters due since an instant that a mail server refused for good, the newest first; not those that sign somebody in, nor
/// those of people who were erased: for these nobody can do anything.
pub async fn refused(conn: &impl Conn, since: DateTime<Utc>) -> Result<Vec<OutboxLetter>, Error> {
    use entity::Column;
    let refused = Wanted { state: Some("refused".to_owned()), ..Wanted::default() };
    let known = wanted_ones(&refused).filter(Column::Address.ne("")).filter(Column::Lane.ne("sign_in"));
    let known = known.filter(Column::Dated.gt(since));
    known.order_by_desc(Column::Id).all(conn).await
}

/// When each person was last written to or called: ids with the instant of the last letter sent, or of the last call of
/// the list that somebody made, whichever is later.
pub async fn last_contact(conn: &impl Conn, people: &[i64]) -> Result<HashMap<i64, DateTime<Utc>>, Error> {
    let mut found = HashMap::new();
    for chunk in people.chunks(500) {
        let rows: Vec<(Option<i64>, Option<DateTime<Utc>>)> = entity::Entity::find()
            .select_only()
            .column(entity::Column::PersonId)
            .column_as(entity::Column::EndedAt.max(), "last")
            .filter(entity::Column::PersonId.is_in(chunk.to_vec()))
            .filter(entity::Column::State.eq("sent"))
            .group_by(entity::Column::PersonId)
            .into_tuple()
            .all(conn)
            .await?;
        found.extend(rows.into_iter().filter_map(|(person, at)| Some((person?, at?))));
    }
    for (person, called) in calls::last_made(conn, people).await? {
        let last = found.entry(person).or_insert(called);
        *last = called.max(*last);
    }
    Ok(found)
}

/// Lets a letter that nobody has begun to send say something else, and leave at another time; false when somebody has.
pub async fn replace_untouched(tx: &Tx, id: i64, payload: String, due: DateTime<Utc>) -> Result<bool, Error> {
    use entity::Column;
    let done = if_untouched(id)
        .col_expr(Column::Payload, Expr::value(payload))
        .col_expr(Column::NotBefore, Expr::value(due))
        .col_expr(Column::Dated, Expr::value(due))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Sends a letter that nobody has begun to send to another address; false when somebody has.
pub async fn readdress_untouched(tx: &Tx, id: i64, address: &str, payload: String) -> Result<bool, Error> {
    use entity::Column;
    let done = if_untouched(id)
        .col_expr(Column::Address, Expr::value(address))
        .col_expr(Column::Payload, Expr::value(payload))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Lets a letter that nobody has begun to send leave without its calendar part; false when somebody has.
pub async fn without_invite(tx: &Tx, id: i64, payload: String) -> Result<bool, Error> {
    use entity::Column;
    let done = if_untouched(id)
        .col_expr(Column::Payload, Expr::value(payload))
        .col_expr(Column::InviteId, Expr::value(Option::<i64>::None))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// The letter of an invite that waits and was never begun to be sent.
pub async fn untouched_of_invite(conn: &impl Conn, invite_id: i64) -> Result<Option<OutboxLetter>, Error> {
    last(conn, of_invite(invite_id, Stage::Untouched)).await
}

/// The last letter of an invite whose sending was begun.
pub async fn last_begun_of_invite(conn: &impl Conn, invite_id: i64) -> Result<Option<OutboxLetter>, Error> {
    last(conn, of_invite(invite_id, Stage::Begun)).await
}

/// The letters about an enrolment and a session, of whatever kind, oldest first.
pub async fn about_session(
    conn: &impl Conn,
    enrolment_id: i64,
    session_id: i64,
) -> Result<Vec<OutboxLetter>, Error> {
    entity::Entity::find()
        .filter(entity::Column::EnrolmentId.eq(enrolment_id))
        .filter(entity::Column::SessionId.eq(session_id))
        .order_by_asc(entity::Column::Id)
        .all(conn)
        .await
}

/// Whether a letter with this natural key was written already.
pub async fn has_key(conn: &impl Conn, key: &str) -> Result<bool, Error> {
    Ok(by_key(conn, key).await?.is_some())
}

/// The letter with this natural key.
pub async fn by_key(conn: &impl Conn, key: &str) -> Result<Option<OutboxLetter>, Error> {
    entity::Entity::find().filter(entity::Column::Key.eq(key)).one(conn).await
}

/// Gives a letter its natural key, which no other letter has.
pub async fn set_key(tx: &Tx, id: i64, key: &str) -> Result<bool, Error> {
    let done = entity::Entity::update_many()
        .col_expr(entity::Column::Key, Expr::value(key))
        .filter(entity::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Puts a refused letter back, to be tried once more as it is: same bytes, same Message-ID.
pub async fn try_again(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<bool, Error> {
    use entity::Column;
    let done = entity::Entity::update_many()
        .col_expr(Column::State, Expr::value("waiting"))
        .col_expr(Column::NotBefore, Expr::value(now))
        .col_expr(Column::Tries, Expr::value(0i64))
        .col_expr(Column::EndedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq("refused"))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
