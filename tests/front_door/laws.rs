//! The laws: a world made through the front door keeps them all; one statement breaks one of them, and that one is
//! named, alone, with what breaks it. What the database can forbid by itself, it refuses.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use percorso::domain::session::local_date;
use percorso::store::laws::{LAWS, broken};
use sea_orm::sqlx::error::ErrorKind;
use sea_orm::{ConnectionTrait as _, DbErr, FromQueryResult as _, JsonValue, RuntimeErr, Statement};

use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::harness::{Browser, World};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";

const CAPACITY: &str = "law 1, places: nobody beyond capacity and extra";
const TAKEN: &str = "law 1, places: what is counted as taken is what is held";
const ONE_LIVE: &str = "one live enrolment per person and offering";
const RULE: &str = "law 2, the rule: confirmed on the course only with the rule reached or a waiver";
const HISTORY: &str = "law 3, history: the last row of history is the state";
const INVITED: &str =
    "law 4, calendars: whoever is expected and takes invites has a live invite for each future dated session";
const NOBODY_ELSE: &str = "law 4, calendars: nobody else has a live invite for a future session";
const TAKEN_BACK: &str =
    "law 4, calendars: what mail put into a calendar and is not wanted there is taken back by mail";
const UID: &str = "law 4, calendars: a UID has one address and is never shared";
const LETTERS: &str = "law 5, letters: none is in two states and each ended one has an end";
const SECRETS: &str = "secrets: no sent letter keeps a link or a code";
const MARKS: &str = "nobody marks themselves";
const WAIVERS: &str = "nobody waives the rule for themselves";
const REGISTERS: &str = "registers: an effective register has its marks in effect";
const ADDRESSES: &str = "addresses: lower case";
const ERASED: &str = "law 9, erasure: whoever is erased has no name, no way in and nothing ahead";

/// A law, one statement that breaks it, and what the law finds then.
type Break = (&'static str, String, String);

async fn sent(browser: &Browser<'_>, path: &str, fields: &[(&str, &str)]) {
    let answer = browser.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
}

/// Thursday 2 October 2014. Ada attended two workshops and is on the course by the rule, Bea by a waiver. Ciro goes to
/// the third workshop, which is tomorrow; Dina left it. The first one was full.
pub async fn lived_in(world: &World) {
    world.programme(|file| file.offerings[0].capacity = Some(2)).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let bea = world.sign_up("Bea", BEA, &[FIRST]).await;
    world.sign_up("Ciro", CIRO, &[THIRD]).await;
    let dina = world.sign_up("Dina", DINA, &[THIRD]).await;
    let left = world.enrolment(DINA, "workshop-3").await;
    sent(&dina, &format!("/mio-percorso/{left}/disdici"), &[]).await;
    sent(&world.browser(), "/workshop/quarto-workshop/avvisami", &[("email", DINA)]).await;
    let (person, edition) = (world.person(BEA).await, world.edition().await.to_string());
    let waiver = [("edizione", edition.as_str()), ("motivo", "lo ha frequentato altrove")];
    sent(&world.admin().await, &format!("/gestione/persone/{person}/deroga"), &waiver).await;
    sent(&bea, "/corso/iscrizione", &[]).await;
    for (key, evening) in [("workshop-1", "2014-09-24T15:00:00Z"), ("workshop-2", "2014-10-02T15:00:00Z")] {
        world.go_to(evening).await;
        world.register(key, 1, &[(ADA, "P")]).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
    sent(&world.signed_in(ADA).await, "/corso/iscrizione", &[]).await;
    crate::worked_on::worked_on(world).await;
    world.wait(TimeDelta::minutes(1)).await;
    for email in [ADA, BEA] {
        assert_eq!(world.states(email, "corso").await, ["confirmed"], "{email}");
    }
}

/// The first number of an answer.
async fn number(world: &World, sql: &str) -> i64 {
    let reader = world.desk.store.reader();
    let asked = Statement::from_string(reader.get_database_backend(), sql);
    reader.query_one_raw(asked).await.unwrap().expect("a row").try_get_by_index(0).unwrap()
}

async fn of_places_and_rooms(world: &World) -> Vec<Break> {
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let (first, room) = (world.offering("workshop-1").await, world.session("workshop-1", 1).await);
    let seat = world.enrolment(BEA, "workshop-1").await;
    let (by_rule, by_waiver) = (world.enrolment(ADA, "corso").await, world.enrolment(BEA, "corso").await);
    let mark = number(world, "SELECT MIN(id) FROM marks").await;
    let waiver = number(world, "SELECT MIN(id) FROM waivers").await;
    let set = |table: &str, to: &str, id: i64| format!("UPDATE {table} SET {to} WHERE id = {id}");
    let of = |table: &str, person: i64| format!("DELETE FROM {table} WHERE person_id = {person}");
    vec![
        (CAPACITY, set("offerings", "capacity = 1", first), format!("offering {first}")),
        (TAKEN, set("offerings", "taken = taken - 1", first), format!("offering {first}")),
        (
            ONE_LIVE,
            set("enrolments", &format!("person_id = {ada}"), seat),
            format!("person {ada}, offering {first}"),
        ),
        (RULE, of("rule_reached", ada), format!("enrolment {by_rule}")),
        (RULE, of("waivers", bea), format!("enrolment {by_waiver}")),
        (MARKS, set("marks", "marked_by = person_id", mark), format!("mark {mark}")),
        (WAIVERS, set("waivers", "granted_by = person_id", waiver), format!("waiver {waiver}")),
        (
            REGISTERS,
            of("attendance", ada) + &format!(" AND session_id = {room}"),
            format!("session {room}, person {ada}"),
        ),
        (ERASED, set("persons", "erased_at = created_at", ada), format!("person {ada}")),
        (ADDRESSES, set("persons", "email = 'Ada@posta.example'", ada), format!("person {ada}")),
    ]
}

async fn of_histories_and_calendars(world: &World) -> Vec<Break> {
    let (ciro, tomorrow) = (world.enrolment(CIRO, "workshop-3").await, world.session("workshop-3", 1).await);
    let invite = format!("SELECT id FROM invites WHERE session_id = {tomorrow} AND ended_at IS");
    let live = number(world, &format!("{invite} NULL")).await;
    let ended = number(world, &format!("{invite} NOT NULL")).await;
    let set = |to: &str, id: i64| format!("UPDATE invites SET {to} WHERE id = {id}");
    vec![
        (
            HISTORY,
            format!("DELETE FROM enrolment_history WHERE enrolment_id = {ciro} AND to_state = 'confirmed'"),
            format!("enrolment {ciro}"),
        ),
        (
            INVITED,
            set(&format!("session_id = {}", world.session("workshop-1", 1).await), live),
            format!("enrolment {ciro}, session {tomorrow}"),
        ),
        (
            TAKEN_BACK,
            format!("UPDATE persons SET takes_invites = FALSE WHERE id = {}", world.person(CIRO).await),
            format!("invite {live}"),
        ),
        (NOBODY_ELSE, set("ended_at = NULL", ended), format!("invite {ended}")),
        (
            NOBODY_ELSE,
            format!("UPDATE sessions SET status = 'cancelled' WHERE id = {tomorrow}"),
            format!("invite {live}"),
        ),
        (
            UID,
            set(&format!("uid = (SELECT uid FROM invites WHERE id = {live})"), ended),
            format!("uid of invite {}", live.min(ended)),
        ),
    ]
}

async fn of_letters(world: &World) -> Vec<Break> {
    let letter = number(world, "SELECT MIN(id) FROM outbox WHERE state = 'sent'").await;
    let set = |law: &'static str, to: &str| {
        (law, format!("UPDATE outbox SET {to} WHERE id = {letter}"), format!("letter {letter}"))
    };
    let mut all = vec![set(LETTERS, "ended_at = NULL"), set(LETTERS, "state = 'waiting'")];
    for secret in ["code", "token", "leave_token", "accept_token", "decline_token"] {
        all.push(set(SECRETS, &format!("payload = '{{\"letter\":\"\",\"{secret}\":\"123456\"}}'")));
    }
    all
}

async fn breaks(world: &World) -> Vec<Break> {
    let mut all = of_places_and_rooms(world).await;
    all.extend(of_histories_and_calendars(world).await);
    all.extend(of_letters(world).await);
    all
}

/// The table that a statement changes: the first word in small letters.
fn table(sql: &str) -> &str {
    sql.split(' ').find(|word| word.starts_with(char::is_lowercase)).expect("a table")
}

/// The laws that are broken after a statement, with what breaks them; then it is as if it had never run. Its table is
/// a copy without constraints for that time: a law that the database guards too must find what breaks it all the same.
async fn after(world: &World, sql: &str) -> Vec<(&'static str, Vec<String>)> {
    let today = local_date(world.desk.clock.now(), chrono_tz::Europe::Rome);
    let tx = world.desk.store.begin().await.unwrap();
    let table = table(sql);
    tx.execute_unprepared(&format!("ALTER TABLE {table} RENAME TO guarded")).await.unwrap();
    tx.execute_unprepared(&format!("CREATE TABLE {table} AS SELECT * FROM guarded")).await.unwrap();
    tx.execute_unprepared(sql).await.unwrap();
    let mut all = Vec::new();
    for law in LAWS {
        let found = broken(&tx, law, today).await.expect("the law can be asked");
        if !found.is_empty() {
            all.push((law.name, found));
        }
    }
    tx.rollback().await.unwrap();
    all
}

on_both!(one_statement_breaks_one_law_which_is_named_alone_with_what_breaks_it, |world| {
    lived_in(world).await;
    world.the_laws_hold().await;
    let (mut expected, mut named) = (Vec::new(), Vec::new());
    for (law, sql, found) in breaks(world).await {
        named.push((after(world, &sql).await, sql.clone()));
        expected.push((vec![(law, vec![found])], sql));
    }
    assert_eq!(named, expected);
    assert_eq!(
        expected.iter().map(|(laws, _)| laws[0].0).collect::<BTreeSet<_>>(),
        LAWS.iter().map(|law| law.name).collect::<BTreeSet<_>>(),
        "a law that nothing here breaks may be one that finds nothing"
    );
});

/// Every row of a table, in one order.
async fn rows(world: &World, table: &str) -> Vec<JsonValue> {
    let reader = world.desk.store.reader();
    let sql = format!("SELECT * FROM {table} ORDER BY 1, 2");
    let found =
        reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    found.iter().map(|row| JsonValue::from_query_result(row, "").unwrap()).collect()
}

/// Tries a statement and says how the database refused it; none = it would have let it happen. A refused one stores
/// nothing, though its transaction is committed.
pub async fn refused(world: &World, sql: &str) -> Option<ErrorKind> {
    let before = rows(world, table(sql)).await;
    let tx = world.desk.store.begin().await.unwrap();
    let done = tx.execute_unprepared(sql).await;
    let ended = if done.is_ok() { tx.rollback().await } else { tx.commit().await };
    ended.unwrap();
    assert_eq!(rows(world, table(sql)).await, before, "{sql}");
    match done {
        Ok(_) => None,
        Err(DbErr::Exec(RuntimeErr::SqlxError(error))) => Some(error.as_database_error().unwrap().kind()),
        Err(other) => panic!("{sql}: {other}"),
    }
}

on_both!(the_database_refuses_by_itself_what_would_break_four_of_the_laws_and_stores_nothing, |world| {
    lived_in(world).await;
    let mut guarded = Vec::new();
    for (law, sql, _) in breaks(world).await {
        guarded.extend(refused(world, &sql).await.map(|kind| (law, kind)));
    }
    // These four are broken above behind the back of the database; only the program's care keeps the others.
    assert_eq!(
        guarded,
        [
            (CAPACITY, ErrorKind::CheckViolation),
            (ONE_LIVE, ErrorKind::UniqueViolation),
            (ADDRESSES, ErrorKind::CheckViolation),
            (UID, ErrorKind::UniqueViolation),
        ]
    );
    let (first, bea) = (world.offering("workshop-1").await, world.person(BEA).await);
    let ciro = world.enrolment(CIRO, "workshop-3").await;
    for sql in [
        format!("UPDATE offerings SET taken = taken + 1 WHERE id = {first}"),
        format!("UPDATE offerings SET taken = -1 WHERE id = {first}"),
        "UPDATE date_requests SET email = 'Dina@posta.example'".to_owned(),
    ] {
        assert_eq!(refused(world, &sql).await, Some(ErrorKind::CheckViolation), "{sql}");
    }
    let again = "person_id, offering_id, state, source, code, created_at, state_at";
    let (invite, of_ciro) =
        ("enrolment_id, session_id, address, sequence, last_dtstamp", format!("WHERE enrolment_id = {ciro}"));
    for sql in [
        format!("UPDATE persons SET email = '{ADA}' WHERE id = {bea}"),
        format!("INSERT INTO enrolments ({again}) SELECT {again} FROM enrolments WHERE id = {ciro}"),
        format!("INSERT INTO invites (uid, {invite}) SELECT 'another', {invite} FROM invites {of_ciro}"),
    ] {
        assert_eq!(refused(world, &sql).await, Some(ErrorKind::UniqueViolation), "{sql}");
    }
});
