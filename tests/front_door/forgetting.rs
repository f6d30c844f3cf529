//! Whoever never confirmed an address is forgotten after a week; whoever did is not, even at the last moment.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use percorso::store::{outbox, people};
use percorso::usecases::erase_unconfirmed::erase_unconfirmed;
use sea_orm::{ConnectionTrait as _, DbBackend, FromQueryResult as _, JsonValue, Statement};

use crate::harness::{START, World, form};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";

/// Somebody sends a form, gets the letter and does nothing; gives the link of the letter.
async fn only_a_form(world: &World, given: &str, email: &str) -> String {
    let fields = form(given, email, &[]);
    let sent = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    world.settle().await;
    world.mails_to(email).pop().expect("a mail").link("/conferma/")
}

/// Puts the clock to eight days after the start; the jobs do not run.
fn eight_days_later(world: &World) -> DateTime<Utc> {
    let at = START.parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(8);
    world.desk.clock.stand_at(at);
    at
}

on_both!(at_one_look_who_confirmed_stays_whole_and_who_did_not_goes_with_their_letters, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let link = only_a_form(world, "Bea", BEA).await;
    world.wait(TimeDelta::days(3)).await;
    let reader = world.desk.store.reader();
    let (ada, bea) = (world.person(ADA).await, world.person(BEA).await);
    let person = people::find(reader, ada).await.unwrap();
    let letters = outbox::of_person(reader, ada).await.unwrap();
    let kinds = outbox::of_person(reader, bea).await.unwrap().into_iter().map(|letter| letter.kind);
    assert_eq!(kinds.collect::<Vec<_>>(), ["hold-ended", "confirm-sign-up"]);
    let at = eight_days_later(world);
    assert_eq!(erase_unconfirmed(&world.desk).await.unwrap(), 1, "Bea alone");
    assert_eq!(erase_unconfirmed(&world.desk).await.unwrap(), 0, "twice changes nothing");
    assert_eq!(people::find(reader, ada).await.unwrap(), person);
    assert_eq!(outbox::of_person(reader, ada).await.unwrap(), letters);
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
    let stub = people::find(reader, bea).await.unwrap().unwrap();
    assert_eq!(
        (stub.email, stub.given_name, stub.family_name, stub.erased_at),
        (None, String::new(), String::new(), Some(at))
    );
    assert_eq!(outbox::of_person(reader, bea).await.unwrap().len(), 0);
    assert_eq!(world.browser().post(&link, &[]).await.status, 404, "the link went with her");
});

/// Every value of every table, as text, with the table's name.
pub async fn everything(world: &World) -> Vec<(String, String)> {
    let reader = world.desk.store.reader();
    let backend = reader.get_database_backend();
    let tables = match backend {
        DbBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
        _ => "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    };
    let mut found = Vec::new();
    for row in reader.query_all_raw(Statement::from_string(backend, tables)).await.unwrap() {
        let table: String = row.try_get("", "name").unwrap();
        let rows = Statement::from_string(backend, format!("SELECT * FROM {table}"));
        for row in JsonValue::find_by_statement(rows).all(reader).await.unwrap() {
            found.push((table.clone(), row.to_string()));
        }
    }
    found
}

on_both!(of_somebody_who_never_confirmed_no_word_remains_in_any_table, |world| {
    world.programme(|_| {}).await;
    let mut fields = form("Zibaldona", "zibaldona@posta.example", &[]);
    fields.retain(|(name, _)| !matches!(*name, "cognome" | "telefono" | "esigenze"));
    fields.extend([
        ("cognome", "Quattrocchi-Zeta"),
        ("telefono", "02 7654321"),
        ("esigenze", "una rampa larga"),
        ("consenso_esigenze", "si"),
    ]);
    let sent = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    world.settle().await;
    let words = ["zibaldona", "quattrocchi", "7654321", "rampa larga"];
    let where_is = |all: &[(String, String)], word: &str| -> Vec<String> {
        let says = |(_, row): &&(String, String)| row.to_lowercase().contains(word);
        all.iter().filter(says).map(|(table, _)| table.clone()).collect()
    };
    let before = everything(world).await;
    for word in words {
        assert!(!where_is(&before, word).is_empty(), "«{word}» was stored");
    }
    world.wait(TimeDelta::days(8)).await;
    let after = everything(world).await;
    for word in words {
        assert_eq!(where_is(&after, word), Vec::<String>::new(), "{word}");
    }
});

on_both!(who_confirms_after_the_look_and_before_the_erasing_is_not_forgotten, |world| {
    world.programme(|_| {}).await;
    only_a_form(world, "Ada", ADA).await;
    world.wait(TimeDelta::days(3)).await;
    let ada = world.person(ADA).await;
    let at = eight_days_later(world);
    let tx = world.desk.store.begin().await.unwrap();
    people::lock(&tx, &[ada]).await.unwrap();
    // The link itself would wait for the lock that is held here, so its effect is written by hand. While it
    // sleeps the erasing looks, finds Ada, and waits: on SQLite for the writer, on PostgreSQL for her row.
    let confirming = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mut person = people::find(&tx, ada).await.unwrap().unwrap();
        person.email_confirmed_at = Some(at);
        people::save(&tx, person).await.unwrap();
        tx.commit().await.unwrap();
    };
    let (erased, ()) = tokio::join!(erase_unconfirmed(&world.desk), confirming);
    erased.expect("no fault");
    let reader = world.desk.store.reader();
    let person = people::find(reader, ada).await.unwrap().unwrap();
    assert_eq!((person.email.as_deref(), person.given_name.as_str()), (Some(ADA), "Ada"));
    assert_eq!((person.email_confirmed_at, person.erased_at), (Some(at), None));
    assert_eq!(outbox::of_person(reader, ada).await.unwrap().len(), 2, "her letters are still there");
});
