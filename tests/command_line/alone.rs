//! What a command makes by itself in a folder that has little in it, and what it leaves alone in one that has more.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::demo::demo;
use crate::start::{names, serve};
use crate::{SETTINGS, ask, folder, free_port, run, terminate};

fn read(data: &Path, name: &str) -> String {
    std::fs::read_to_string(data.join(name)).expect(name)
}

#[test]
fn on_settings_alone_serve_makes_the_key_and_the_database_and_is_healthy() {
    let data = folder();
    let port = free_port();
    std::fs::write(data.path().join("percorso.toml"), format!("{SETTINGS}port = {port}\n"))
        .expect("settings");
    let mut server = serve(data.path());
    let healthy = ask(port, "/health");
    let mode = std::fs::metadata(data.path().join("secret.key")).map(|key| key.permissions().mode() & 0o777);
    let home = ask(port, "/");
    assert_eq!(terminate(&mut server), Some(0));
    assert!(healthy.starts_with("HTTP/1.1 200"), "{healthy}");
    assert!(healthy.contains("\"database\":\"ok\""), "{healthy}");
    assert_eq!(mode.expect("the key"), 0o600);
    assert!(home.starts_with("HTTP/1.1 200"), "a page, though nothing was announced: {home}");
    assert!(names(data.path()).contains(&"percorso.sqlite".to_owned()));
    assert_eq!(run(data.path(), &["check"]).0, 0);
}

#[test]
fn migrate_makes_the_database_of_an_empty_folder_and_twice_is_once() {
    let data = folder();
    let told = (0, "The database is up to date.\n".to_owned(), String::new());
    assert_eq!(run(data.path(), &["migrate"]), told);
    assert!(names(data.path()).contains(&"percorso.sqlite".to_owned()));
    let (code, said, _) = run(data.path(), &["check"]);
    assert_eq!((code, said.trim()), (0, "All 16 laws hold."));
    assert_eq!(run(data.path(), &["migrate"]), told);
    assert_eq!(run(data.path(), &["check"]).0, 0);
}

/// The name of a mail as the demo would number it.
const MINE: &str = "mail/000001-mine.eml";

/// A folder without a database, in which other things lie: settings of another program, and mails of somebody else's.
fn foreign(data: &Path) {
    std::fs::create_dir(data.join("mail")).expect("a folder");
    std::fs::write(data.join(MINE), "mine").expect("a mail");
    std::fs::write(data.join("percorso.toml"), SETTINGS).expect("settings");
}

#[test]
fn a_fresh_demo_keeps_settings_that_are_not_a_demos_and_mails_that_were_there() {
    let data = folder();
    foreign(data.path());
    let port = free_port();
    let mut running = demo(data.path(), port, &["--fresh"]);
    assert_eq!(terminate(&mut running), Some(0));
    assert_eq!(read(data.path(), "percorso.toml.kept"), SETTINGS, "kept beside the demo's own");
    assert_eq!(read(data.path(), MINE), "mine");
}

#[test]
fn a_demo_begun_anew_removes_only_what_a_demo_has_made() {
    let data = folder();
    foreign(data.path());
    let port = free_port();
    for _ in 0..2 {
        let mut running = demo(data.path(), port, &["--fresh"]);
        assert_eq!(terminate(&mut running), Some(0));
    }
    assert_eq!(read(data.path(), "percorso.toml.kept"), SETTINGS);
    assert_eq!(read(data.path(), MINE), "mine", "a mail no demo has written");
}
