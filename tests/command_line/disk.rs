//! A disk that is full for a while: what was answered "done" is stored, before and after.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use crate::{SETTINGS, ask, folder, free_port, programme, run, terminate};

/// Sends a sign-up; gives back the status line's code.
fn sign_up(port: u16, number: usize) -> String {
    let needs = "x".repeat(300);
    let form = format!(
        "nome=Prova&cognome=Disco&email=prova{number}%40posta.example&profilo=cittadinanza&privacy=si&esigenze={needs}&consenso_esigenze=si"
    );
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    write!(
        stream,
        "POST /workshop/il-promotore-dell-ama/iscrizione HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .expect("the form leaves");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

/// How many sign-ups are stored, as another program sees it.
fn stored(data: &std::path::Path) -> usize {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("sqlite://{}?mode=ro", data.join("percorso.sqlite").display());
        let connection = sea_orm::Database::connect(url).await.expect("the database");
        let sql = sea_orm::Statement::from_string(
            sea_orm::DbBackend::Sqlite,
            "SELECT COUNT(*) AS number FROM sign_ups",
        );
        let row = sea_orm::ConnectionTrait::query_one_raw(&connection, sql).await.expect("an answer");
        let number: i64 = row.expect("a row").try_get("", "number").expect("a number");
        usize::try_from(number).expect("not negative")
    })
}

#[test]
fn what_is_answered_done_is_stored_although_the_disk_was_full_for_a_while() {
    let data = folder();
    let port = free_port();
    let settings = format!("{SETTINGS}port = {port}\nrequests_per_minute = 0\nsign_ups_per_hour = 0\n");
    // The announced year lies behind: the file is dated far ahead, so that the workshop is open.
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let ahead = text.replace("2014-", "2094-").replace("2015-", "2095-");
    std::fs::write(data.path().join("percorso.toml"), settings).expect("settings");
    std::fs::write(data.path().join("ahead.toml"), ahead).expect("a file");
    let file = data.path().join("ahead.toml").display().to_string();
    assert_eq!(run(data.path(), &["import", &file]).0, 0);
    // A limit on the size of files stands for the disk; the shell ignores the signal that comes with it.
    let command = "trap '' XFSZ; ulimit -S -f 900; exec \"$0\" serve --data \"$1\"";
    let mut server = Command::new("bash")
        .args(["-c", command, env!("CARGO_BIN_EXE_percorso"), &data.path().display().to_string()])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    let codes: Vec<String> = (0..60).map(|number| sign_up(port, number)).collect();
    let done = codes.iter().filter(|code| *code == "303").count();
    assert!(codes.contains(&"500".to_owned()), "the disk was never full: {codes:?}");
    assert_eq!(stored(data.path()), done, "{codes:?}");
    let limit = ["--fsize=unlimited", "--pid", &server.id().to_string()];
    assert!(Command::new("prlimit").args(limit).status().expect("prlimit runs").success());
    let later: Vec<String> = (100..110).map(|number| sign_up(port, number)).collect();
    assert_eq!(later, vec!["303"; 10]);
    assert_eq!(stored(data.path()), done + 10);
    assert_eq!(terminate(&mut server), Some(0));
    assert_eq!(run(data.path(), &["check"]).0, 0);
}
