//! What a mail server does with letters, as the office sees it: each under its state; and a refused one tried again as it
//! is.

use chrono::TimeDelta;
use percorso::mail::transport::Transport;
use percorso::store::outbox::{self, OutboxLetter};

use crate::erasing::where_is;
use crate::harness::{Browser, Database, World};
use crate::outbox::smtp;

/// A program that hands its letters to a mail server, with the programme announced.
async fn with_server(database: Database, address: &str) -> World {
    let transport = Transport::smtp(address).unwrap();
    let world = World::with_transport(database, crate::harness::views(), transport).await;
    world.programme(|_| {}).await;
    world
}

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

/// The letter that confirms somebody's place.
async fn confirmation(world: &World, email: &str) -> OutboxLetter {
    let all = outbox::of_person(world.desk.store.reader(), world.person(email).await).await.unwrap();
    all.into_iter().find(|letter| letter.kind == "place-confirmed").expect("the letter")
}

async fn a_refused_letter_is_tried_again(database: Database) {
    const MOODY: &str = "moody@posta.example";
    let (address, handed) = smtp().await;
    let world = with_server(database, &address).await;
    let admin = world.admin().await;
    signed_up(&world, &admin, "Ada", MOODY).await;
    world.settle().await;
    let refused = confirmation(&world, MOODY).await;
    assert_eq!((refused.state.as_str(), refused.tries), ("refused", 1));
    let path = format!("/gestione/posta/{}", refused.id);
    let page = admin.get(&path).await;
    page.says("rifiutata");
    page.says("554");
    world.wait(TimeDelta::days(2)).await;
    let to_ada = || -> Vec<String> {
        let all = handed.lock().unwrap();
        all.iter().filter(|message| message.contains(&format!("<{MOODY}>"))).cloned().collect()
    };
    assert_eq!(to_ada().len(), 1, "by itself it is not tried any more");
    let again = admin.post(&format!("{path}/di-nuovo"), &[]).await;
    assert_eq!(again.location, Some(format!("{path}?fatto=letter-tried")), "{}", again.text());
    world.settle().await;
    let sent = confirmation(&world, MOODY).await;
    assert_eq!((sent.id, sent.state.as_str()), (refused.id, "sent"), "the same letter, no new one");
    assert_eq!(sent.message_id, refused.message_id);
    let messages = to_ada();
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[0], messages[1], "byte for byte, its calendar and its date included");
    assert!(messages[0].contains("text/calendar") && messages[0].contains(&refused.message_id));
    admin.get(&path).await.says("spedita");
    world.the_laws_hold().await;
}

#[rocket::async_test]
async fn a_refused_letter_is_tried_again_unchanged_and_arrives_on_sqlite() {
    a_refused_letter_is_tried_again(Database::sqlite().await).await;
}

#[rocket::async_test]
async fn a_refused_letter_is_tried_again_unchanged_and_arrives_on_postgres() {
    a_refused_letter_is_tried_again(Database::postgres().await).await;
}

async fn each_letter_stands_under_its_state(database: Database) {
    let (address, _) = smtp().await;
    let world = with_server(database, &address).await;
    let admin = world.admin().await;
    // The names of the mailboxes tell the server what to say.
    let people = [("Ada", "ada"), ("Bea", "bea"), ("Fulvia", "full"), ("Gina", "gone")];
    for (given, mailbox) in people {
        signed_up(&world, &admin, given, &format!("{mailbox}@posta.example")).await;
    }
    let bea = world.enrolment("bea@posta.example", "workshop-1").await;
    let ended = admin.post(&format!("/gestione/iscrizioni/{bea}/annulla"), &[("motivo", "rinuncia")]).await;
    assert_eq!(ended.status, 303, "before her confirmation has left");
    world.settle().await;
    for (state, tag, names) in [
        ("waiting", "da spedire", vec!["Ada", "Fulvia", "Gina"]),
        ("retrying", "si riprova", vec!["Fulvia"]),
        ("sent", "spedita", vec!["Ada", "Bea"]),
        ("refused", "rifiutata", vec!["Gina"]),
        ("withdrawn", "ritirata", vec!["Bea"]),
    ] {
        for prefix in ["", "/en"] {
            let page = admin.get(&format!("{prefix}/gestione/posta?stato={state}")).await;
            let text = page.text();
            let shown: Vec<&str> = people
                .iter()
                .map(|(given, _)| *given)
                .filter(|given| text.contains(&format!("Prova {given}")))
                .collect();
            assert_eq!((page.status, shown), (200, names.clone()), "{prefix} {state}: {text}");
        }
        admin.get(&format!("/gestione/posta?stato={state}")).await.says(tag);
    }
    let failing = format!("/gestione/posta/{}", confirmation(&world, "full@posta.example").await.id);
    let page = admin.get(&failing).await;
    page.says("452");
    assert_eq!(admin.post(&format!("{failing}/di-nuovo"), &[]).await.status, 422, "it is tried by itself");
    world.the_laws_hold().await;
}

#[rocket::async_test]
async fn the_office_finds_each_letter_under_its_state_on_sqlite() {
    each_letter_stands_under_its_state(Database::sqlite().await).await;
}

#[rocket::async_test]
async fn the_office_finds_each_letter_under_its_state_on_postgres() {
    each_letter_stands_under_its_state(Database::postgres().await).await;
}

async fn a_goodbye_that_was_refused(database: Database) {
    const GONE: &str = "gone@posta.example";
    let (address, _) = smtp().await;
    let world = with_server(database, &address).await;
    let admin = world.admin().await;
    signed_up(&world, &admin, "Zibaldona", GONE).await;
    world.settle().await;
    let person = world.person(GONE).await;
    let erase = format!("/gestione/persone/{person}/cancella");
    assert_eq!(admin.post(&erase, &[("conferma", "Prova")]).await.status, 303);
    let reader = world.desk.store.reader();
    let letters = outbox::of_person(reader, person).await.unwrap();
    let goodbye = letters.iter().find(|letter| letter.kind == "data-erased").expect("the goodbye").id;
    let path = format!("/gestione/posta/{goodbye}");
    let early = admin.post(&format!("{path}/di-nuovo"), &[]).await;
    assert_eq!(early.status, 422, "it waits, and leaves by itself");
    early.says("questo non si può più fare");
    world.settle().await;
    let left = outbox::find(reader, goodbye).await.unwrap().expect("it is known that it did not arrive");
    assert_eq!(
        (left.state.as_str(), left.address.as_str(), left.payload.as_str(), left.last_error),
        ("refused", "", "", None)
    );
    for word in ["zibaldona", GONE] {
        assert_eq!(where_is(&world, word).await, Vec::<String>::new(), "{word}");
    }
    let page = admin.get(&path).await;
    for sentence in
        ["rifiutata", "dati cancellati", "una persona cancellata", "il testo di questa mail non ci sono più"]
    {
        page.says(sentence);
    }
    assert!(!page.body.contains("/di-nuovo\""), "there is nothing to press");
    assert_eq!(admin.get(&format!("/en{path}")).await.status, 200);
    let again = admin.post(&format!("{path}/di-nuovo"), &[]).await;
    assert_eq!(again.status, 422);
    again.says("L’indirizzo a cui andava questa mail è stato cancellato con i dati della persona");
    admin.get("/gestione/posta?stato=refused").await.says("una persona cancellata");
    let today = admin.get("/gestione").await.text();
    assert!(!today.contains("La casella di arrivo non le accetta"), "nobody can do anything: {today}");
    world.the_laws_hold().await;
}

#[rocket::async_test]
async fn a_goodbye_that_was_refused_is_shown_without_a_word_about_whom_it_was_for_on_sqlite() {
    a_goodbye_that_was_refused(Database::sqlite().await).await;
}

#[rocket::async_test]
async fn a_goodbye_that_was_refused_is_shown_without_a_word_about_whom_it_was_for_on_postgres() {
    a_goodbye_that_was_refused(Database::postgres().await).await;
}
