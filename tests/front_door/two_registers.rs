//! Two registers of one person take effect in the same moment, each in a transaction of its own: whoever comes second
//! waits until the first has decided, and decides with what it wrote. SQLite has one writer, so this is PostgreSQL's.

use std::time::Duration;

use percorso::store::rule;
use percorso::usecases::take_effect::take_effect;
use rocket::futures::future::join3;
use sea_orm::{ConnectionTrait as _, Statement};

use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::harness::{Database, World};

/// Connections of this database that wait for a lock of somebody else's.
const WAITING: &str = "SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND wait_event_type = 'Lock'";
/// Those of them that hold their locks already and are about to store what counts.
const STORING: &str = "SELECT count(DISTINCT pid) FROM pg_locks
    WHERE NOT granted AND relation = 'attendance'::regclass
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

async fn number(world: &World, sql: &str) -> i64 {
    let reader = world.desk.store.reader();
    let row = reader.query_one_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

/// Until so many wait.
async fn wait_for(world: &World, many: i64) {
    for _ in 0..1000 {
        if number(world, WAITING).await == many {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{many} never waited");
}

/// Moves the time at which the first workshop's register takes effect.
async fn postpone(world: &World, by: &str) {
    let session = world.session("workshop-1", 1).await;
    let sql = format!(
        "UPDATE registers SET effective_at = effective_at + INTERVAL '{by}' WHERE session_id = {session}"
    );
    let tx = world.desk.store.begin().await.unwrap();
    tx.execute_unprepared(&sql).await.unwrap();
    tx.commit().await.unwrap();
}

/// Ada was at both workshops, whose registers are due. One transaction takes the second register and is stopped in its
/// middle, then another one takes the first. Gives back how many took effect, and how many were in the middle at once.
async fn both_take_effect(world: &World) -> (usize, i64) {
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.register("workshop-2", 1, &[(ADA, "P")]).await;
    world.desk.clock.stand_at("2014-09-24T15:31:00Z".parse().unwrap());
    postpone(world, "1 day").await;
    // Nothing that counts can be stored while this is held; everything can be read and locked.
    let hold = world.desk.store.begin().await.unwrap();
    hold.execute_unprepared("LOCK TABLE attendance IN SHARE MODE").await.unwrap();
    let first_comer = take_effect(&world.desk);
    let second_comer = async {
        wait_for(world, 1).await;
        postpone(world, "-1 day").await;
        take_effect(&world.desk).await
    };
    let conductor = async {
        wait_for(world, 2).await;
        let storing = number(world, STORING).await;
        hold.rollback().await.unwrap();
        storing
    };
    let (one, other, storing) = join3(first_comer, second_comer, conductor).await;
    (one.unwrap() + other.unwrap(), storing)
}

/// The letters to Ada about what the registers say.
fn letters(world: &World) -> Vec<String> {
    let kinds = world.mails_to(ADA).into_iter().map(|mail| mail.kind().to_owned());
    kinds.filter(|kind| kind == "attended-still-short" || kind == "rule-reached").collect()
}

async fn is_reached(world: &World) -> bool {
    let (person, edition) = (world.person(ADA).await, world.edition().await);
    rule::reached_by(world.desk.store.reader(), person, edition).await.unwrap().is_some()
}

#[rocket::async_test]
async fn two_different_registers_of_one_person_at_once_reach_the_rule_once_on_postgres() {
    let world = World::new(Database::postgres().await).await;
    world.programme(|file| file.offerings[1].sessions[0].date = "2014-09-24".parse().ok()).await;
    let (took_effect, in_the_middle) = both_take_effect(&world).await;
    assert_eq!((took_effect, in_the_middle), (2, 1), "the course they lead to is one at a time's");
    world.settle().await;
    assert_eq!(letters(&world), ["attended-still-short", "rule-reached"]);
    assert!(is_reached(&world).await);
    world.the_laws_hold().await;
}

#[rocket::async_test]
async fn two_registers_that_share_nothing_but_the_person_take_turns_on_postgres() {
    let world = World::new(Database::postgres().await).await;
    world
        .programme(|file| {
            // Without a course nothing but the person is locked by both.
            file.offerings.retain(|offering| offering.key != "corso");
            file.offerings[1].sessions[0].date = "2014-09-24".parse().ok();
        })
        .await;
    let (took_effect, in_the_middle) = both_take_effect(&world).await;
    assert_eq!((took_effect, in_the_middle), (2, 1), "the person is one at a time's");
    world.settle().await;
    assert_eq!(letters(&world), ["attended-still-short"], "the second register reached the rule");
    assert!(is_reached(&world).await);
    world.the_laws_hold().await;
}
