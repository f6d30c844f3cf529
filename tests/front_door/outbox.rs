//! Letters on their way: a real SMTP server that is kind, slow, full or rude.

use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use percorso::mail::transport::Transport;
use percorso::store::outbox;
use percorso::usecases::write_test_mail::write_test_mail;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::harness::{Database, World};
use crate::on_both;

/// What the server says to the end of a message, by the recipient.
fn answer(recipient: &str) -> &'static str {
    match recipient.split('@').next().unwrap_or_default() {
        "full" => "452 4.2.2 mailbox full",
        "gone" => "550 5.1.1 no such mailbox",
        "locked" => "535 5.7.8 bad credentials",
        _ => "250 2.0.0 taken",
    }
}

/// A small SMTP server; gives its address and the messages it was handed. A moody mailbox refuses the first of them for
/// good and takes the next; a busy one takes the fourth, and a closed one refuses that for good and takes the fifth.
pub async fn smtp() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("smtp://127.0.0.1:{}", listener.local_addr().unwrap().port());
    let taken = Arc::new(Mutex::new(Vec::new()));
    let store = Arc::clone(&taken);
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            tokio::spawn(talk(socket, Arc::clone(&store)));
        }
    });
    (address, taken)
}

async fn talk(socket: TcpStream, store: Arc<Mutex<Vec<String>>>) {
    let (read, mut write) = socket.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut recipient = String::new();
    write.write_all(b"220 test\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let reply = match line.get(..4).unwrap_or_default().to_uppercase().as_str() {
            "EHLO" | "HELO" => "250 test".to_owned(),
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let answer = answer(&recipient);
                if answer.starts_with('2') { "250 ok".to_owned() } else { answer.to_owned() }
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                let mut message = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    message.push_str(&line);
                    message.push_str("\r\n");
                }
                let mut handed = store.lock().unwrap();
                handed.push(message);
                let whose = format!("<{recipient}>");
                let tries = handed.iter().filter(|message| message.contains(&whose)).count();
                let is = |name: &str| recipient.starts_with(name);
                let is_odd = is("moody@") && tries == 1 || is("closed@") && tries == 4;
                let is_busy = (is("busy@") || is("closed@")) && tries <= 3;
                match (is_odd, is_busy) {
                    (true, _) => "554 5.7.1 looks odd".to_owned(),
                    (_, true) => "452 4.3.1 come back later".to_owned(),
                    _ => answer(&recipient).to_owned(),
                }
            }
            "QUIT" => return,
            _ => "250 ok".to_owned(),
        };
        if write.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

async fn world(transport: Transport) -> World {
    World::with_transport(Database::sqlite().await, crate::harness::views(), transport).await
}

async fn letter(world: &World, address: &str) -> outbox::OutboxLetter {
    let email = percorso::domain::person::EmailAddress::parse(address).unwrap();
    write_test_mail(&world.desk, &email, None).await.unwrap()
}

async fn state(world: &World, id: i64) -> (String, i64) {
    let row = outbox::find(world.desk.store.reader(), id).await.unwrap().unwrap();
    (row.state, row.tries)
}

#[rocket::async_test]
async fn a_letter_is_handed_over_once_a_full_mailbox_is_tried_again_and_an_unknown_one_is_refused() {
    let (address, taken) = smtp().await;
    let world = world(Transport::smtp(&address).unwrap()).await;
    let (good, full, gone) = (
        letter(&world, "ada@posta.example").await,
        letter(&world, "full@posta.example").await,
        letter(&world, "gone@posta.example").await,
    );
    let locked = letter(&world, "locked@posta.example").await;
    world.settle().await;
    assert_eq!(
        state(&world, locked.id).await,
        ("waiting".into(), 1),
        "our own credentials are no fault of the letter"
    );
    assert_eq!(state(&world, good.id).await, ("sent".into(), 1));
    assert_eq!(state(&world, full.id).await, ("waiting".into(), 1));
    assert_eq!(state(&world, gone.id).await, ("refused".into(), 1));
    assert_eq!(taken.lock().unwrap().len(), 1, "one bad letter holds up nobody else's");
    world.wait(TimeDelta::seconds(30)).await;
    assert_eq!(state(&world, full.id).await, ("waiting".into(), 1), "not before its time");
    world.wait(TimeDelta::seconds(40)).await;
    assert_eq!(state(&world, full.id).await, ("waiting".into(), 2));
    for _ in 0..12 {
        world.wait(TimeDelta::hours(25)).await;
    }
    assert_eq!(
        state(&world, full.id).await,
        ("refused".into(), 10),
        "given up after the last wait, and shown"
    );
}

#[rocket::async_test]
async fn every_try_of_a_letter_has_the_same_bytes() {
    let world = World::new(Database::sqlite().await).await;
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &["il-promotore-dell-ama"]).await;
    let person = world.person("ada@posta.example").await;
    let rows = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    assert!(rows.iter().any(|row| row.invite_id.is_some()), "one with a calendar");
    for row in rows {
        let stored = percorso::mail::compose::Stored {
            payload: &row.payload,
            language: percorso::domain::person::Language::It,
            message_id: &row.message_id,
            in_reply_to: row.in_reply_to.as_deref(),
            dated: row.dated,
        };
        let bytes = || percorso::mail::compose::compose(&world.views, &stored).unwrap().formatted();
        assert_eq!(bytes(), bytes(), "{}", row.kind);
    }
}

#[rocket::async_test]
async fn without_a_mail_server_letters_wait() {
    let unreachable = world(Transport::smtp("smtp://127.0.0.1:9").unwrap()).await;
    let row = letter(&unreachable, "ada@posta.example").await;
    unreachable.settle().await;
    assert_eq!(
        state(&unreachable, row.id).await,
        ("waiting".into(), 1),
        "a refused connection is no refusal of the letter"
    );
    let nowhere = world(Transport::Nowhere).await;
    let row = letter(&nowhere, "ada@posta.example").await;
    nowhere.settle().await;
    assert_eq!(state(&nowhere, row.id).await, ("waiting".into(), 0));
}

#[rocket::async_test]
async fn a_claim_left_by_a_killed_program_runs_out_and_the_letter_leaves_with_the_same_message_id() {
    let (address, taken) = smtp().await;
    let world = world(Transport::smtp(&address).unwrap()).await;
    let row = letter(&world, "ada@posta.example").await;
    let claimed = percorso::usecases::send_letters::claim(
        &world.desk,
        percorso::usecases::send_letters::Lane::Normal,
        "killed",
        10,
    )
    .await
    .unwrap();
    assert_eq!(claimed.len(), 1);
    world.settle().await;
    assert_eq!(taken.lock().unwrap().len(), 0, "somebody else has it in their hands");
    world.wait(TimeDelta::minutes(6)).await;
    assert_eq!(state(&world, row.id).await.0, "sent");
    assert!(taken.lock().unwrap()[0].contains(&row.message_id));
}

on_both!(a_sent_letter_keeps_no_link_and_no_code, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &["il-promotore-dell-ama"]).await;
    assert_eq!(world.browser().post("/accedi", &[("email", "ada@posta.example")]).await.status, 303);
    world.settle().await;
    let mails = world.mails();
    let mut secrets = vec![mails.last().unwrap().code()];
    for link in ["/conferma/", "/disdici/", "/accedi/"] {
        let line = mails.iter().flat_map(|mail| mail.text.lines()).find(|line| line.contains(link));
        secrets.push(line.unwrap().rsplit('/').next().unwrap().trim().to_owned());
    }
    let person = world.person("ada@posta.example").await;
    let rows = outbox::of_person(world.desk.store.reader(), person).await.unwrap();
    assert_eq!(rows.len(), 4);
    for (row, secret) in rows.iter().flat_map(|row| secrets.iter().map(move |secret| (row, secret))) {
        assert!(!row.payload.contains(secret), "{} keeps {secret}", row.kind);
    }
});
