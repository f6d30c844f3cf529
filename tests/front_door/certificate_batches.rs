//! All certificates at once: what fails for one person holds up nobody else, and whoever has not answered about their
//! name is counted before.

use percorso::store::certificate_batches::{self, Batch};
use percorso::usecases::award_all::{Trouble, go_on};
use sea_orm::{ConnectionTrait as _, DbBackend};

use crate::finished_course::{PAGE, certificate, finished, press};
use crate::harness::World;
use crate::harness::changing::{ADA, BEA};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";

/// Runs statements beside the program.
async fn execute(world: &World, sql: &str) {
    let tx = world.desk.store.begin().await.unwrap();
    tx.execute_unprepared(sql).await.unwrap();
    tx.commit().await.unwrap();
}

/// From now on the database refuses certificates of one person.
async fn refuse(world: &World, person: i64) {
    let sql = match world.desk.store.reader().get_database_backend() {
        DbBackend::Postgres => format!(
            "CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'not this one'; END $$;
            CREATE TRIGGER refuse_one BEFORE INSERT ON certificates FOR EACH ROW
                WHEN (NEW.person_id = {person}) EXECUTE FUNCTION refuse_one()"
        ),
        _ => format!(
            "CREATE TRIGGER refuse_one BEFORE INSERT ON certificates WHEN NEW.person_id = {person}
                BEGIN SELECT RAISE(ABORT, 'not this one'); END"
        ),
    };
    execute(world, &sql).await;
}

async fn refuse_no_more(world: &World) {
    let sql = match world.desk.store.reader().get_database_backend() {
        DbBackend::Postgres => "DROP TRIGGER refuse_one ON certificates; DROP FUNCTION refuse_one()",
        _ => "DROP TRIGGER refuse_one",
    };
    execute(world, sql).await;
}

async fn last(world: &World) -> Batch {
    let edition = world.edition().await;
    certificate_batches::last_of(world.desk.store.reader(), edition).await.unwrap().unwrap()
}

on_both!(what_fails_for_one_person_holds_up_nobody_else_and_is_tried_again, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP"), ("Ciro", CIRO, "PPP")]).await;
    refuse(world, world.person(ADA).await).await;
    assert_eq!(press(world, "tutti", &[]).await.status, 303);
    let mut trouble = Trouble::default();
    assert_eq!(go_on(&world.desk, &mut trouble).await.unwrap(), 2, "Bea and Ciro");
    assert_eq!(go_on(&world.desk, &mut trouble).await.unwrap(), 0, "Ada was tried again");
    assert!(certificate(world, ADA).await.is_none());
    assert!(certificate(world, BEA).await.is_some() && certificate(world, CIRO).await.is_some());
    assert_eq!(last(world).await.finished_at, None, "somebody is left");
    world.admin().await.get(PAGE).await.says("Pubblicazione in corso: 2 su 3");
    refuse_no_more(world).await;
    assert_eq!(go_on(&world.desk, &mut trouble).await.unwrap(), 0, "it rests for a minute");
    world.settle().await;
    assert_eq!(certificate(world, ADA).await.and_then(|row| row.number), Some(3), "no number was lost");
    let batch = last(world).await;
    assert_eq!((batch.done, batch.finished_at.is_some()), (3, true));
});

on_both!(before_all_are_published_the_page_says_who_has_not_answered_about_their_name, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP"), ("Ciro", CIRO, "PAA")]).await;
    let silent = world.admin().await.get(PAGE).await;
    assert!(!silent.text().contains("non hanno ancora risposto"), "nobody was asked: {}", silent.text());
    assert_eq!(press(world, "nomi", &[]).await.status, 303);
    world.settle().await;
    world.admin().await.get(PAGE).await.says("2 persone non hanno ancora risposto sul loro nome");
    let link = world.mails_to(ADA).pop().unwrap().link("/mio-percorso/nome");
    let edition = link.split_once('=').unwrap().1;
    let name = [("nome", "Ada"), ("cognome", "Prova"), ("edizione", edition)];
    assert_eq!(world.signed_in(ADA).await.post("/mio-percorso/nome", &name).await.status, 303);
    let page = world.admin().await.get(PAGE).await;
    page.says("Una persona non ha ancora risposto sul suo nome");
    let bea = world.person(BEA).await;
    assert!(page.body.contains(&format!("id=\"p{bea}\"")), "others can lead to a row");
    assert_eq!(press(world, "tutti", &[]).await.status, 303, "it is no obstacle");
    world.settle().await;
    assert!(certificate(world, BEA).await.is_some());
    let english = world.admin().await.get(&format!("/en{PAGE}")).await;
    assert!(!english.text().contains("answered about"), "nobody is left to publish: {}", english.text());
});
