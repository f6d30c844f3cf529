//! A changed file while the program runs, and a clock that jumps: all of it or none, and the next start goes on.

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::{ask, folder, free_port, percorso, programme, run, terminate};

fn demo(data: &Path, port: u16, at: &str) -> Child {
    percorso(data, &["demo", "--port", &port.to_string(), "--at", at])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the demo starts")
}

/// The announced programme with hours for every day of the course.
fn with_hours(folder: &Path) -> PathBuf {
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let (before, course) = text.split_once("kind = \"course\"").expect("a course");
    let dated: Vec<String> = course
        .lines()
        .map(|line| {
            let hours = "\nstarts = \"09:30\"\nends = \"17:00\"";
            if line.starts_with("date = ") { format!("{line}{hours}") } else { line.to_owned() }
        })
        .collect();
    let file = folder.join("hours.toml");
    std::fs::write(&file, format!("{before}kind = \"course\"{}", dated.join("\n"))).expect("a file");
    file
}

/// How many sessions have hours.
fn timed(data: &Path) -> i64 {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("sqlite://{}?mode=ro", data.join("percorso.sqlite").display());
        let connection = sea_orm::Database::connect(url).await.expect("the database");
        let sql = "SELECT COUNT(*) AS number FROM sessions s JOIN offerings o ON o.id = s.offering_id JOIN editions e ON e.id = o.edition_id WHERE s.starts IS NOT NULL AND e.key = 'autunno-2014'";
        let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql);
        let row = sea_orm::ConnectionTrait::query_one_raw(&connection, statement).await.expect("an answer");
        row.expect("a row").try_get("", "number").expect("a number")
    })
}

#[test]
fn a_changed_file_is_shown_with_what_it_means_and_applied_only_with_a_yes() {
    let data = folder();
    let port = free_port();
    let mut running = demo(data.path(), port, "2014-10-20T09:00");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    let file = with_hours(data.path()).display().to_string();
    let (code, said, wrong) = run(data.path(), &["import", &file]);
    assert_eq!(code, 1, "nobody sits at the terminal: {said}");
    assert!(said.contains("letters about another date, hour or room"), "{said}");
    assert!(wrong.contains("nothing was written"), "{wrong}");
    assert_eq!(timed(data.path()), 0);
    let (code, said, wrong) = run(data.path(), &["import", &file, "--yes"]);
    assert_eq!(code, 0, "{said}{wrong}");
    assert_eq!(timed(data.path()), 7);
    let (code, said, _) = run(data.path(), &["import", &file, "--yes"]);
    assert_eq!((code, said.contains("nothing changed")), (0, true), "{said}");
    assert_eq!(run(data.path(), &["check"]).0, 0, "while the demo runs");
    assert_eq!(terminate(&mut running), Some(0));
}

#[test]
fn an_import_that_is_killed_has_happened_whole_or_not_at_all() {
    let data = folder();
    let port = free_port();
    let mut running = demo(data.path(), port, "2014-10-20T09:00");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    assert_eq!(terminate(&mut running), Some(0));
    let file = with_hours(data.path()).display().to_string();
    let mut wait = 20;
    // Killed a little later each time, until one gets through: some of them fall into the writing.
    while timed(data.path()) == 0 {
        assert!(wait < 5_000, "no import ever ended");
        let mut import = percorso(data.path(), &["import", &file, "--yes"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the import starts");
        std::thread::sleep(Duration::from_millis(wait));
        import.kill().expect("the import is killed");
        import.wait().expect("it ends");
        let after = timed(data.path());
        assert!(after == 0 || after == 7, "{after} sessions have hours after {wait} ms");
        assert_eq!(run(data.path(), &["check"]).0, 0);
        wait += 6;
    }
}

#[test]
fn the_demo_jumps_forward_does_what_was_due_in_order_and_refuses_an_earlier_instant() {
    let data = folder();
    let port = free_port();
    let mut running = demo(data.path(), port, "2014-09-15T09:00");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    assert_eq!(terminate(&mut running), Some(0));
    let names = || -> Vec<String> {
        let entries = std::fs::read_dir(data.path().join("mail")).expect("the mail");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    let before = names().len();
    let mut running = demo(data.path(), port, "2014-10-20T09:30");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    assert_eq!(terminate(&mut running), Some(0));
    let since = names().split_off(before);
    assert!(since.iter().any(|name| name.ends_with("-reminder.eml")), "{since:?}");
    assert!(since.iter().any(|name| name.ends_with("-tomorrow-in-the-room.eml")), "{since:?}");
    let (code, _, said) =
        run(data.path(), &["demo", "--port", &port.to_string(), "--at", "2014-10-01T09:00"]);
    assert!(code == 1 && said.contains("does not run backwards"), "{said}");
    let mut killed = demo(data.path(), port, "2015-01-10T09:00");
    std::thread::sleep(Duration::from_millis(350));
    killed.kill().expect("the demo is killed");
    killed.wait().expect("it ends");
    assert_eq!(run(data.path(), &["check"]).0, 0);
    let mut again = percorso(data.path(), &["demo", "--port", &port.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the demo starts");
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"), "the next start goes on");
    assert_eq!(terminate(&mut again), Some(0));
    assert_eq!(run(data.path(), &["check"]).0, 0);
}
