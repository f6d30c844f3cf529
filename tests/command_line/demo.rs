//! The demo, used as whoever tries it does: letters at once and newest first, no secret left on the disk, its clock,
//! its own database whatever the environment says.

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::{ask, between, folder, free_port, percorso, programme, run, send, status, terminate};

/// A participant of the invented cast.
pub const PERSON: &str = "nives.acquati@posta.example";

/// The demo, once its cast is in.
pub fn demo(data: &Path, port: u16, more: &[&str]) -> Child {
    let port_text = port.to_string();
    let mut args = vec!["demo", "--port", &port_text];
    args.extend(more);
    let child = percorso(data, &args)
        // The environment of a machine where the real program runs: nobody's business here.
        .env("PERCORSO_DATABASE", "postgres://nobody@127.0.0.1:1/none")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the demo starts");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"), "the cast is in");
    child
}

/// The names of the letters, in the order of sending.
pub fn letters(data: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(data.join("mail")).expect("the folder of mails");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".eml"));
    names.sort();
    names
}

/// Asks for a letter to sign in; gives it as it was written.
pub fn sign_in_letter(data: &Path, port: u16) -> String {
    let before = letters(data).len();
    let asked = Instant::now();
    let form = format!("email={}", PERSON.replace('@', "%40"));
    assert_eq!(status(&send(port, "POST /accedi", "", &form)), "303");
    while letters(data).len() == before && asked.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let name = letters(data).pop().expect("a letter");
    assert!(name.ends_with("-sign-in.eml"), "{name}");
    std::fs::read_to_string(data.join("mail").join(name)).expect("the letter")
}

/// Whether a file of the database holds a text.
fn on_disk(data: &Path, text: &str) -> bool {
    ["percorso.sqlite", "percorso.sqlite-wal"].iter().any(|name| {
        let bytes = std::fs::read(data.join(name)).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[test]
fn a_letter_stands_first_and_its_code_is_gone_from_the_disk_while_the_demo_runs() {
    let data = folder();
    let port = free_port();
    let mut running = demo(data.path(), port, &[]);
    assert!(data.path().join("percorso.sqlite").exists(), "a database of its own");
    let letter = sign_in_letter(data.path(), port);
    let first = between(&ask(port, "/posta"), "<ul class=\"msg\">", "</a>");
    assert!(first.contains("Il tuo collegamento per entrare") && first.contains(PERSON), "{first}");
    let token = between(&letter, &format!("http://127.0.0.1:{port}/accedi/"), "\r\n");
    assert_eq!(token.len(), 22, "the whole link stands on one line: {token}");
    let code = between(&letter, "codice: ", "\r\n");
    let begun = Instant::now();
    while (on_disk(data.path(), &token) || on_disk(data.path(), &code)) && begun.elapsed().as_secs() < 20 {
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(on_disk(data.path(), PERSON), "the files are read");
    assert!(!on_disk(data.path(), &token) && !on_disk(data.path(), &code));
    let entered = send(port, &format!("POST /accedi/{token}"), "", "");
    let cookie = between(&entered, "set-cookie: ", "\r\n");
    assert!(cookie.starts_with("percorso=") && cookie.contains("Max-Age="), "{cookie}");
    assert!(!cookie.contains("Secure") && !cookie.contains("Expires"), "on http: {cookie}");
    assert_eq!(terminate(&mut running), Some(0));
}

#[test]
fn both_addresses_lead_to_the_english_home() {
    let data = folder();
    let port = free_port();
    let mut running = demo(data.path(), port, &[]);
    for path in ["/en", "/en/"] {
        let answer = ask(port, path);
        assert!(status(&answer) == "200" && answer.contains("<html lang=\"en\""), "{path}");
    }
    assert_eq!(terminate(&mut running), Some(0));
}

#[test]
fn the_instant_of_the_demo_is_milans_unless_it_says_otherwise() {
    for at in ["2014-09-15T09:00", "2014-09-15T08:00+01:00", "2014-09-15T07:00:00Z"] {
        let data = folder();
        let port = free_port();
        let mut running = demo(data.path(), port, &["--at", at]);
        let letter = sign_in_letter(data.path(), port);
        let dated = between(&letter, "\r\nDate: ", "\r\n");
        assert!(dated.starts_with("Mon, 15 Sep 2014 07:0"), "{at}: {dated}");
        assert_eq!(terminate(&mut running), Some(0));
    }
}

#[test]
fn the_demo_fills_itself_ends_when_told_and_goes_on_where_it_was() {
    let data = folder();
    let port = free_port();
    let start = |fresh: bool| {
        let port = port.to_string();
        let mut args = vec!["demo", "--port", &port];
        if fresh {
            args.push("--fresh");
        }
        percorso(data.path(), &args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the demo starts")
    };
    std::fs::create_dir(data.path().join("mail")).expect("a folder");
    std::fs::write(data.path().join("mail/mine.txt"), "mine").expect("a file that is not the demo's");
    let mut demo = start(true);
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    let (code, said, wrong) = run(data.path(), &["check"]);
    assert_eq!(code, 0, "{said}{wrong}");
    let (_, link, _) = run(data.path(), &["sign-in-link", "nives.acquati@posta.example"]);
    assert!(link.starts_with(&format!("http://127.0.0.1:{port}/accedi/")), "{link}");
    let mails = || std::fs::read_dir(data.path().join("mail")).expect("the mail").count();
    let before = mails();
    assert!(before > 100, "{before} mails");
    assert_eq!(terminate(&mut demo), Some(0), "within ten seconds");
    let mut again = start(false);
    assert!(ask(port, "/posta").starts_with("HTTP/1.1 200"));
    assert_eq!(mails(), before, "a second start makes nothing anew");
    assert_eq!(terminate(&mut again), Some(0));
    let mut fresh = start(true);
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    assert_eq!(terminate(&mut fresh), Some(0));
    assert_eq!(std::fs::read_to_string(data.path().join("mail/mine.txt")).expect("the file"), "mine");
}

#[test]
fn a_folder_that_is_not_a_demos_is_never_touched() {
    let data = folder();
    run(data.path(), &["import", &programme()]);
    let bytes = || std::fs::read(data.path().join("percorso.sqlite")).expect("the database");
    let before = bytes();
    let port = free_port().to_string();
    for args in [&["demo", "--port", &port][..], &["demo", "--port", &port, "--fresh"]] {
        let (code, _, said) = run(data.path(), args);
        assert!(code == 1 && said.contains("not a demo's"), "{said}");
    }
    assert!(bytes() == before, "not a byte of its database");
    assert!(!data.path().join("percorso.toml").exists());
    assert_eq!(run(data.path(), &["check"]).0, 0);
}

#[test]
fn a_folder_that_is_being_served_is_not_served_or_cleared_by_a_second_program() {
    let data = folder();
    let (port, other) = (free_port(), free_port().to_string());
    let mut demo = percorso(data.path(), &["demo", "--port", &port.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the demo starts");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    let (code, _, said) = run(data.path(), &["demo", "--port", &other, "--fresh"]);
    assert!(code == 1 && said.contains("is being served by another program"), "{said}");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"), "the first one goes on");
    assert_eq!(run(data.path(), &["check"]).0, 0, "looking needs no lock");
    assert_eq!(terminate(&mut demo), Some(0));
}
