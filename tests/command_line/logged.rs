//! What the log never holds, however much it is told to say: the addresses of links and of calendars. Whoever has one
//! acts for its owner, and a log is read by others (R48 of docs/calendar-rules.md).

use std::fs::File;
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait as _, Database, DbBackend, Statement};

use crate::{SETTINGS, ask, between, folder, free_port, percorso, programme, run, send, status, terminate};

/// What the log says of a letter that no mail server took.
const NOT_TAKEN: &str = "a letter was not taken";

/// The program, serving, told to say as much as it can; everything it says goes into a file.
fn talkative(data: &Path, log: &Path) -> Child {
    let log = File::create(log).expect("a log");
    percorso(data, &["serve"])
        .env("RUST_LOG", "trace")
        .stdout(log.try_clone().expect("the same log"))
        .stderr(log)
        .spawn()
        .expect("the program starts")
}

/// The token of the one letter that asks for a confirmation: it waits, as another program sees it.
fn confirmation(data: &Path) -> String {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let payload: String = runtime.block_on(async {
        let url = format!("sqlite://{}?mode=ro", data.join("percorso.sqlite").display());
        let connection = Database::connect(url).await.expect("the database");
        let sql = "SELECT payload FROM outbox WHERE kind = 'confirm-sign-up' AND state = 'waiting'";
        let asked = Statement::from_string(DbBackend::Sqlite, sql);
        let row = connection.query_one_raw(asked).await.expect("an answer").expect("a letter");
        let payload = row.try_get("", "payload").expect("what it says");
        connection.close().await.expect("the connection closes");
        payload
    });
    let payload: serde_json::Value = serde_json::from_str(&payload).expect("a stored letter");
    payload["token"].as_str().expect("a token").to_owned()
}

/// Waits until the log says something, for half a minute at most; gives all of it.
fn heard(log: &Path, words: &str) -> String {
    let begun = Instant::now();
    loop {
        let said = String::from_utf8_lossy(&std::fs::read(log).expect("the log")).into_owned();
        if said.contains(words) || begun.elapsed() > Duration::from_secs(30) {
            return said;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn no_link_and_no_calendar_address_stands_in_the_log_however_much_it_is_told_to_say() {
    let data = folder();
    let port = free_port();
    // Nobody answers at the mail server's port: the letter with its link stays, and the log has something to say.
    let settings = SETTINGS.replace("\"none\"", &format!("\"smtp://127.0.0.1:{}\"", free_port()));
    std::fs::write(data.path().join("percorso.toml"), format!("{settings}port = {port}\n"))
        .expect("settings");
    // The announced year lies behind: the file is dated far ahead, so that the workshop is open.
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let ahead = data.path().join("ahead.toml");
    std::fs::write(&ahead, text.replace("2014-", "2094-").replace("2015-", "2095-")).expect("a file");
    assert_eq!(run(data.path(), &["import", &ahead.display().to_string()]).0, 0);
    assert_eq!(run(data.path(), &["grant", "ufficio@percorso.example", "admin"]).0, 0);
    let log = data.path().join("log.txt");
    let mut server = talkative(data.path(), &log);
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    let form = "nome=Ada&cognome=Prova&email=ada%40posta.example&profilo=cittadinanza&privacy=si";
    let sent = send(port, "POST /workshop/il-promotore-dell-ama/iscrizione", "", form);
    assert_eq!(status(&sent), "303", "{sent}");
    let confirm = confirmation(data.path());
    let (_, link, _) = run(data.path(), &["sign-in-link", "ufficio@percorso.example"]);
    let sign_in = between(&link, "/accedi/", "\n");
    let cookie = between(&send(port, &format!("POST /accedi/{sign_in}"), "", ""), "percorso=", ";");
    let page = send(port, "GET /mio-percorso/calendario", &format!("percorso={cookie}"), "");
    let feed = between(&page, "value=\"http://127.0.0.1/calendario/", ".ics");
    let wrong: String = feed.chars().rev().collect();
    for (path, wanted) in [
        (format!("/calendario/{feed}.ics"), "200"),
        (format!("/calendario/{feed}"), "404"),
        (format!("/calendario/{feed}/"), "404"),
        (format!("/calendario/{wrong}.ics"), "404"),
        (format!("/conferma/{confirm}"), "200"),
        (format!("/conferma/{wrong}"), "404"),
    ] {
        assert_eq!(status(&ask(port, &path)), wanted, "{path}");
    }
    heard(&log, NOT_TAKEN);
    assert_eq!(terminate(&mut server), Some(0));
    let said = heard(&log, NOT_TAKEN);
    assert!(said.contains(NOT_TAKEN), "the log of the program is what is read");
    let secrets = [
        ("calendar", feed),
        ("wrong", wrong),
        ("confirm", confirm),
        ("sign-in", sign_in),
        ("cookie", cookie),
    ];
    let told: Vec<&str> =
        secrets.iter().filter(|(_, secret)| said.contains(secret)).map(|(name, _)| *name).collect();
    assert_eq!(told, Vec::<&str>::new());
}
