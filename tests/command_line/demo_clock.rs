//! The demo's clock from one start to the next: it goes on where it was, every command beside it asks it, and a jump that
//! was killed in its middle is finished by the next start.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};

use crate::demo::{PERSON, demo, letters, sign_in_letter};
use crate::start::number;
use crate::{between, folder, free_port, percorso, run, send, status, terminate};

/// How long a test waits for what should happen soon.
const PATIENCE: Duration = Duration::from_secs(60);
/// How many jumps are under way.
const JUMPING: &str = "SELECT COUNT(*) AS number FROM meta WHERE name = 'demo_jump' AND value <> ''";

/// Changes the database of a program that has ended.
fn change(data: &Path, sql: &str) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("sqlite://{}", data.join("percorso.sqlite").display());
        let connection = sea_orm::Database::connect(url).await.expect("the database");
        sea_orm::ConnectionTrait::execute_unprepared(&connection, sql).await.expect("the change");
        connection.close().await.expect("the connection closes");
    });
}

#[test]
fn a_second_start_goes_on_in_september_2014_and_so_do_the_commands_beside_it() {
    let data = folder();
    let port = free_port();
    let mut first = demo(data.path(), port, &["--at", "2014-09-15T09:00"]);
    assert_eq!(terminate(&mut first), Some(0));
    let mut again = demo(data.path(), port, &[]);
    let dated = between(&sign_in_letter(data.path(), port), "\r\nDate: ", "\r\n");
    assert!(dated.starts_with("Mon, 15 Sep 2014 07:"), "{dated}");
    let requests = "SELECT COUNT(*) AS number FROM sign_in_requests WHERE created_at";
    let before = number(data.path(), &format!("{requests} < '2015'"));
    let (code, link, wrong) = run(data.path(), &["sign-in-link", PERSON]);
    assert_eq!(code, 0, "{wrong}");
    assert_eq!(number(data.path(), &format!("{requests} < '2015'")), before + 1, "asked in 2014");
    assert_eq!(number(data.path(), &format!("{requests} >= '2015'")), 0);
    let path = link.trim().replace(&format!("http://127.0.0.1:{port}"), "");
    assert!(path.starts_with("/accedi/"), "{link}");
    assert_eq!(status(&send(port, &format!("POST {path}"), "", "")), "303", "it is good for the running one");
    assert_eq!(run(data.path(), &["check"]).0, 0);
    assert_eq!(terminate(&mut again), Some(0));
    // Wrong for September 2014 alone: whoever asked today's calendar would find nothing ahead, and nothing broken.
    change(data.path(), "UPDATE invites SET ended_at = last_dtstamp WHERE ended_at IS NULL");
    let (code, said, _) = run(data.path(), &["check"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("whoever is expected and takes invites has a live invite"), "{said}");
}

/// A copy of a folder with the mail in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            std::fs::copy(&path, &copied).expect("a copy");
        }
    }
}

/// A letter of a file: its Message-ID, what it is and to whom, and its date.
struct Letter {
    id: String,
    what: String,
    dated: DateTime<FixedOffset>,
}

/// The letters that were sent after so many, in the order of sending.
fn letters_after(data: &Path, before: usize) -> Vec<Letter> {
    let read = |name: String| {
        let text = std::fs::read_to_string(data.join("mail").join(&name)).expect("a letter");
        let header = |start: &str| between(&format!("\r\n{text}"), &format!("\r\n{start}: "), "\r\n");
        let kind = name.split_once('-').map_or("", |(_, kind)| kind);
        Letter {
            id: header("Message-ID"),
            what: format!("{kind} to {}", header("To")),
            dated: DateTime::parse_from_rfc2822(&header("Date")).expect("a date"),
        }
    };
    letters(data).split_off(before).into_iter().map(read).collect()
}

/// What was sent, each letter once: one that was under way when the program was killed may have left twice.
fn sent(letters: &[Letter]) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let mut what: Vec<&str> =
        letters.iter().filter(|letter| seen.insert(&letter.id)).map(|letter| letter.what.as_str()).collect();
    what.sort_unstable();
    what
}

/// Starts a jump into January and waits until it has begun and sent something.
fn begun(data: &Path, port: u16, before: usize) -> Child {
    let port = port.to_string();
    let jump = percorso(data, &["demo", "--port", &port, "--at", "2015-01-10T09:00"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the demo starts");
    let asked = Instant::now();
    while number(data, JUMPING) == 0 || letters(data).len() == before {
        assert!(asked.elapsed() < PATIENCE, "the jump never began");
        std::thread::sleep(Duration::from_millis(5));
    }
    jump
}

#[test]
fn a_jump_killed_in_its_middle_is_finished_by_the_next_start_and_its_letters_keep_their_order() {
    let (data, whole) = (folder(), folder());
    let port = free_port();
    let mut first = demo(data.path(), port, &["--at", "2014-09-15T09:00"]);
    assert_eq!(terminate(&mut first), Some(0));
    copy(data.path(), whole.path());
    let before = letters(data.path()).len();
    let mut killed = begun(data.path(), port, before);
    killed.kill().expect("the demo is killed");
    killed.wait().expect("it ends");
    assert_eq!(number(data.path(), JUMPING), 1, "it was killed on the way");
    assert_eq!(run(data.path(), &["check"]).0, 0, "what has happened has happened whole");
    let on_the_way = letters(data.path()).len();
    let mut again = demo(data.path(), port, &[]);
    assert_eq!(number(data.path(), JUMPING), 0);
    let sent_now = letters_after(data.path(), before);
    let dated = between(&sign_in_letter(data.path(), port), "\r\nDate: ", "\r\n");
    assert_eq!(terminate(&mut again), Some(0));
    assert!(dated.starts_with("Sat, 10 Jan 2015 08:"), "at the end of the jump: {dated}");
    assert!(before + sent_now.len() > on_the_way, "the rest followed");
    for pair in sent_now.windows(2) {
        assert!(pair[0].dated <= pair[1].dated, "{} before {}", pair[0].what, pair[1].what);
    }
    let mut uninterrupted = demo(whole.path(), free_port(), &["--at", "2015-01-10T09:00"]);
    assert_eq!(terminate(&mut uninterrupted), Some(0));
    let all_at_once = letters_after(whole.path(), before);
    assert_eq!(sent(&sent_now), sent(&all_at_once), "nothing was lost, and nothing is new");
    assert_eq!(run(data.path(), &["check"]).0, 0);
}
