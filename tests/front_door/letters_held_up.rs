//! A letter whose facts the database does not give holds up nobody else's: it waits by itself, the office sees why, and it
//! leaves once they can be read.

use chrono::TimeDelta;
use percorso::store::outbox::{self, OutboxLetter};
use sea_orm::{ConnectionTrait as _, DbBackend};

use crate::harness::changing::{ADA, BEA};
use crate::harness::{Browser, World};
use crate::on_both;

/// The office signs somebody up for the first workshop: their letter waits.
async fn signed_up(world: &World, admin: &Browser<'_>, given: &str, email: &str) {
    let offering = world.offering("workshop-1").await.to_string();
    let fields = [
        ("nome", given),
        ("cognome", "Prova"),
        ("email", email),
        ("privacy", "si"),
        ("offerta", offering.as_str()),
    ];
    let answer = admin.post("/gestione/persone/nuova", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

async fn confirmation(world: &World, email: &str) -> OutboxLetter {
    let all = outbox::of_person(world.desk.store.reader(), world.person(email).await).await.unwrap();
    all.into_iter().find(|letter| letter.kind == "place-confirmed").expect("the letter")
}

async fn execute(world: &World, sql: &str) {
    let tx = world.desk.store.begin().await.unwrap();
    tx.execute_unprepared(sql).await.unwrap();
    tx.commit().await.unwrap();
}

/// From now on the database refuses to say that one invite was told.
async fn refuse(world: &World, invite: i64) {
    let sql = match world.desk.store.reader().get_database_backend() {
        DbBackend::Postgres => format!(
            "CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'not this one'; END $$;
            CREATE TRIGGER refuse_one BEFORE UPDATE ON invites FOR EACH ROW
                WHEN (NEW.id = {invite}) EXECUTE FUNCTION refuse_one()"
        ),
        _ => format!(
            "CREATE TRIGGER refuse_one BEFORE UPDATE ON invites WHEN NEW.id = {invite}
                BEGIN SELECT RAISE(ABORT, 'not this one'); END"
        ),
    };
    execute(world, &sql).await;
}

async fn refuse_no_more(world: &World) {
    let sql = match world.desk.store.reader().get_database_backend() {
        DbBackend::Postgres => "DROP TRIGGER refuse_one ON invites; DROP FUNCTION refuse_one()",
        _ => "DROP TRIGGER refuse_one",
    };
    execute(world, sql).await;
}

on_both!(one_letter_that_cannot_be_made_ready_holds_up_nobody_elses_and_the_office_sees_why, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    signed_up(world, &admin, "Ada", ADA).await;
    signed_up(world, &admin, "Bea", BEA).await;
    let waits = confirmation(world, ADA).await;
    refuse(world, waits.invite_id.expect("an invite")).await;
    world.settle().await;
    assert_eq!(confirmation(world, BEA).await.state, "sent");
    let held = confirmation(world, ADA).await;
    assert_eq!((held.state.as_str(), held.tries, held.begun_at), ("waiting", 1, None));
    let page = admin.get(&format!("/gestione/posta/{}", held.id)).await;
    page.says("si riprova");
    page.says("not this one");
    admin.get("/gestione/posta?stato=retrying").await.says("Ada");
    refuse_no_more(world).await;
    world.wait(TimeDelta::minutes(2)).await;
    let sent = confirmation(world, ADA).await;
    assert_eq!((sent.id, sent.state.as_str(), sent.tries), (held.id, "sent", 2));
    let letters = world.mails_to(ADA).into_iter().filter(|mail| mail.kind() == "place-confirmed");
    assert_eq!(letters.count(), 1);
});
