//! The program at the command line: what it says and how it ends.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

mod alone;
mod changes;
mod demo;
mod demo_clock;
mod disk;
mod doors;
mod folders;
mod keys;
mod left_out;
mod logged;
mod one_round;
mod owners_only;
mod printed;
mod settings;
mod sized;
mod start;
mod told;

fn percorso(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_percorso"));
    command.args(args).arg("--data").arg(data).env_clear().stdin(Stdio::null());
    command
}

fn run(data: &Path, args: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = percorso(data, args).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (status.code().unwrap_or(-1), text(stdout), text(stderr))
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

fn programme() -> String {
    format!("{}/fixtures/amalo-2014.toml", env!("CARGO_MANIFEST_DIR"))
}

const SETTINGS: &str = "public_address = \"http://127.0.0.1\"\norganisation = \"AMALO\"\norganizer_mailbox = \"corsi@percorso.example\"\nmail = \"none\"\n";

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("its address").port()
}

/// Asks for a path until somebody answers, for half a minute at most.
fn ask(port: u16, path: &str) -> String {
    use std::io::Write as _;
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(30) {
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) {
            let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            stream.write_all(request.as_bytes()).expect("the request leaves");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("an answer");
            return answer;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    String::new()
}

/// Sends a request with a cookie and a form, each of which may be empty; gives the whole answer.
fn send(port: u16, line: &str, cookie: &str, form: &str) -> String {
    use std::io::Write as _;
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    write!(
        stream,
        "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .expect("the request leaves");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

fn between(text: &str, before: &str, after: &str) -> String {
    let (_, rest) = text.split_once(before).expect(before);
    rest.split(after).next().unwrap_or_default().to_owned()
}

fn terminate(child: &mut Child) -> Option<i32> {
    let killed = Command::new("kill").arg(child.id().to_string()).status().expect("kill runs");
    assert!(killed.success());
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) {
        if let Some(status) = child.try_wait().expect("the program can be waited for") {
            return status.code();
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().expect("the program is killed");
    None
}

#[test]
fn serve_names_every_setting_it_misses() {
    let data = folder();
    let (code, _, said) = run(data.path(), &["serve"]);
    assert_eq!(code, 1);
    for name in ["public_address", "organisation", "organizer_mailbox", "mail is missing"] {
        assert!(said.contains(name), "{name}: {said}");
    }
    std::fs::write(data.path().join("percorso.toml"), format!("{SETTINGS}colour = \"green\"\n"))
        .expect("settings");
    let (code, _, said) = run(data.path(), &["serve"]);
    assert!(code == 1 && said.contains("colour"), "{said}");
}

#[test]
fn a_data_folder_alone_is_enough_and_the_key_is_its_owners_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = folder();
    let (code, said, _) = run(data.path(), &["import", &programme()]);
    assert_eq!((code, said.as_str()), (0, "The edition «autunno-2014» was created.\n"));
    let (code, said, _) = run(data.path(), &["import", &programme()]);
    assert_eq!(
        (code, said.as_str()),
        (0, "The edition «autunno-2014» has this file already: nothing changed.\n")
    );
    let mode = std::fs::metadata(data.path().join("secret.key")).expect("the key").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let (code, said, _) = run(data.path(), &["check"]);
    assert_eq!((code, said.trim()), (0, "All 16 laws hold."));
}

#[test]
fn a_file_with_faults_is_refused_whole_by_line_and_field() {
    let data = folder();
    let text =
        std::fs::read_to_string(programme()).expect("the programme").replace("2014-10-29", "2014-10-32");
    let file = data.path().join("broken.toml");
    std::fs::write(&file, text).expect("a file");
    let (code, _, said) = run(data.path(), &["import", &file.display().to_string()]);
    assert_eq!(code, 1);
    assert!(said.contains("offering[6].session[2].date: «2014-10-32» is no date"), "{said}");
}

#[test]
fn a_workshop_with_a_second_session_is_refused_and_nothing_of_its_file_is_written() {
    let data = folder();
    let date = "date = \"2014-09-24\"";
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let text = text.replacen(date, &format!("{date}\n[[offering.session]]\nnumber = 2"), 1);
    let file = data.path().join("two.toml");
    std::fs::write(&file, text).expect("a file");
    let (code, _, said) = run(data.path(), &["import", &file.display().to_string()]);
    assert_eq!(code, 1);
    assert!(said.contains("offering[1].session[2].number: a workshop has one session"), "{said}");
    let (code, said, _) = run(data.path(), &["import", &programme()]);
    assert_eq!((code, said.as_str()), (0, "The edition «autunno-2014» was created.\n"));
}

#[test]
fn check_tells_a_broken_law_from_data_it_cannot_look_at() {
    let data = folder();
    assert_eq!(run(data.path(), &["check"]).0, 2, "there is no database");
    run(data.path(), &["import", &programme()]);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("sqlite://{}", data.path().join("percorso.sqlite").display());
        let connection = sea_orm::Database::connect(url).await.expect("the database");
        sea_orm::ConnectionTrait::execute_unprepared(&connection, "UPDATE offerings SET taken = 3")
            .await
            .expect("a broken law");
    });
    let (code, said, _) = run(data.path(), &["check"]);
    assert_eq!(code, 1);
    assert!(said.contains("BROKEN  law 1, places: what is counted as taken is what is held"), "{said}");
    std::fs::write(
        data.path().join("percorso.sqlite"),
        b"no database at all, but long enough to be looked at",
    )
    .expect("damage");
    assert_eq!(run(data.path(), &["check"]).0, 2);
    let (code, _, said) = run(data.path(), &["migrate"]);
    assert!(code == 1 && said.contains("cannot be used"), "{said}");
}

#[test]
fn a_damaged_key_file_is_named_and_left_alone() {
    let data = folder();
    std::fs::write(data.path().join("percorso.toml"), SETTINGS).expect("settings");
    std::fs::write(data.path().join("secret.key"), "not a key").expect("a key file");
    let (code, _, said) = run(data.path(), &["serve"]);
    assert!(code == 1 && said.contains("secret.key is damaged"), "{said}");
    assert_eq!(std::fs::read_to_string(data.path().join("secret.key")).expect("the file"), "not a key");
}

#[test]
fn the_first_admin_comes_by_grant_and_signs_in_by_a_printed_link() {
    let data = folder();
    std::fs::write(data.path().join("percorso.toml"), SETTINGS).expect("settings");
    assert_eq!(run(data.path(), &["grant", "Ufficio@Percorso.example", "admin"]).0, 0);
    assert_eq!(run(data.path(), &["grant", "ufficio@percorso.example", "king"]).0, 1);
    let (code, said, _) = run(data.path(), &["sign-in-link", "ufficio@percorso.example"]);
    assert_eq!(code, 0);
    assert!(said.starts_with("http://127.0.0.1/accedi/") && said.lines().count() == 1, "{said}");
    assert_eq!(run(data.path(), &["sign-in-link", "nobody@percorso.example"]).0, 1);
}

#[test]
fn a_key_that_is_not_the_databases_own_is_refused() {
    let data = folder();
    std::fs::write(data.path().join("percorso.toml"), SETTINGS).expect("settings");
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    std::fs::write(data.path().join("secret.key"), "ab".repeat(32)).expect("another key");
    let (code, _, said) = run(data.path(), &["serve"]);
    assert!(code == 1 && said.contains("is not the one this database was made with"), "{said}");
}

#[test]
fn sigterm_ends_the_program_although_a_mail_server_stays_mute() {
    let data = folder();
    let mute = TcpListener::bind("127.0.0.1:0").expect("a mail server");
    let (port, smtp) = (free_port(), mute.local_addr().expect("its address").port());
    let settings = SETTINGS.replace("\"none\"", &format!("\"smtp://127.0.0.1:{smtp}\""));
    std::fs::write(data.path().join("percorso.toml"), format!("{settings}port = {port}\n"))
        .expect("settings");
    assert_eq!(run(data.path(), &["grant", "ufficio@percorso.example", "admin"]).0, 0);
    let mut server = start::serve(data.path());
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    start::ask_for_a_link(port);
    let _held = start::connected(&mute).expect("the letter is on its way");
    assert_eq!(terminate(&mut server), Some(0), "within ten seconds");
}
