//! The start of the program: what it looks at before it serves, and what it does about one that was killed.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::{SETTINGS, ask, folder, free_port, percorso, programme, run, terminate};

/// How long a test waits for what should happen at once. A claim is kept for five minutes: nobody waits it out.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs a command that must end by itself; one that goes on is killed, and gives no code.
pub fn ended(command: &mut Command) -> (Option<i32>, String, String) {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let begun = Instant::now();
    while child.try_wait().expect("the program can be waited for").is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().expect("the program is killed");
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let Output { status, stdout, stderr } = child.wait_with_output().expect("what it said");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The number that a question to the SQLite file gives, as another program sees it.
pub fn number(data: &Path, sql: &str) -> i64 {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("sqlite://{}?mode=ro", data.join("percorso.sqlite").display());
        let connection = sea_orm::Database::connect(url).await.expect("the database");
        let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql);
        let row = sea_orm::ConnectionTrait::query_one_raw(&connection, statement).await.expect("an answer");
        let number = row.expect("a row").try_get("", "number").expect("a number");
        connection.close().await.expect("the connection closes");
        number
    })
}

/// The program, serving.
pub fn serve(data: &Path) -> Child {
    percorso(data, &["serve"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// Asks for a sign-in link by the form, so that a letter leaves.
pub fn ask_for_a_link(port: u16) {
    let form = "email=ufficio%40percorso.example";
    let mut post = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    write!(
        post,
        "POST /accedi HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .expect("the form leaves");
    let mut answer = String::new();
    post.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
}

/// The next connection to a mail server, if one comes in time.
pub fn connected(server: &TcpListener) -> Option<TcpStream> {
    server.set_nonblocking(true).expect("a mail server that can be asked");
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Ok((stream, _)) = server.accept() {
            stream.set_nonblocking(false).expect("a connection that waits");
            stream.set_read_timeout(Some(PATIENCE)).expect("a connection that does not wait for ever");
            return Some(stream);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    None
}

/// Speaks as a mail server does until the letter's recipient is named; gives that line.
fn recipient(stream: &TcpStream) -> String {
    let mut answers = stream;
    answers.write_all(b"220 test\r\n").expect("a greeting");
    for line in BufReader::new(stream).lines() {
        let line = line.expect("a line");
        if line.starts_with("RCPT") {
            return line;
        }
        answers.write_all(b"250 test\r\n").expect("an answer");
    }
    String::new()
}

#[test]
fn a_letter_that_a_killed_program_had_in_its_hands_leaves_at_the_next_start() {
    let data = folder();
    let mail = TcpListener::bind("127.0.0.1:0").expect("a mail server");
    let (port, smtp) = (free_port(), mail.local_addr().expect("its address").port());
    let settings = SETTINGS.replace("\"none\"", &format!("\"smtp://127.0.0.1:{smtp}\""));
    std::fs::write(data.path().join("percorso.toml"), format!("{settings}port = {port}\n"))
        .expect("settings");
    assert_eq!(run(data.path(), &["grant", "ufficio@percorso.example", "admin"]).0, 0);
    let mut killed = serve(data.path());
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    ask_for_a_link(port);
    let under_way = connected(&mail);
    killed.kill().expect("the program is killed");
    killed.wait().expect("it ends");
    assert!(under_way.is_some(), "the letter is on its way");
    let claimed =
        "SELECT COUNT(*) AS number FROM outbox WHERE state = 'waiting' AND claimed_until IS NOT NULL";
    assert_eq!(number(data.path(), claimed), 1, "the killed program's claim outlives it");
    let mut again = serve(data.path());
    let healthy = ask(port, "/health");
    let named = connected(&mail).map(|stream| recipient(&stream));
    assert_eq!(terminate(&mut again), Some(0), "within ten seconds");
    assert!(healthy.starts_with("HTTP/1.1 200"), "{healthy}");
    assert_eq!(named.as_deref(), Some("RCPT TO:<ufficio@percorso.example>"));
}

#[test]
fn a_damaged_page_is_found_before_anybody_needs_it_and_the_file_is_left_alone() {
    let data = folder();
    std::fs::write(data.path().join("percorso.toml"), format!("{SETTINGS}port = {}\n", free_port()))
        .expect("settings");
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    // A page that nothing looks at before the first visitor does: without a look of its own, the start succeeds.
    let root = number(data.path(), "SELECT rootpage AS number FROM sqlite_master WHERE name = 'offerings'");
    let page = usize::try_from(root).expect("not negative");
    let file = data.path().join("percorso.sqlite");
    let mut bytes = std::fs::read(&file).expect("the database");
    let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    bytes[(page - 1) * size..page * size].fill(0xff);
    std::fs::write(&file, &bytes).expect("damage");
    let (code, printed, said) = ended(&mut percorso(data.path(), &["serve"]));
    assert_eq!((code, printed.as_str()), (Some(1), ""), "{said}");
    let named = format!("percorso: the database {} cannot be used: ", file.display());
    assert!(said.starts_with(&named), "{said}");
    assert!(said.ends_with(". The file is damaged: put a backup in its place\n"), "{said}");
    assert!(std::fs::read(&file).expect("the database") == bytes, "not one byte was written");
}

#[test]
fn a_demo_whose_port_is_taken_says_so_before_it_prints_or_fills_anything() {
    let data = folder();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port().to_string();
    let (code, printed, said) = ended(&mut percorso(data.path(), &["demo", "--port", &port]));
    assert_eq!((code, printed.as_str()), (Some(1), ""), "{said}");
    assert!(said.starts_with(&format!("percorso: cannot serve on port {port}: ")), "{said}");
    assert!(said.ends_with(". Choose another with --port\n"), "{said}");
    assert_eq!(names(data.path()), ["percorso.lock"], "no database, no settings, no mail");
}

#[test]
fn a_public_address_on_a_port_that_no_browser_would_name_is_refused_and_nothing_is_made() {
    let data = folder();
    for address in [
        "http://percorso.example:0",
        "https://percorso.example:65536",
        "https://percorso.example:08080",
        "https://percorso.example:+8080",
        "https://percorso.example:",
    ] {
        let settings = SETTINGS.replace("http://127.0.0.1", address);
        std::fs::write(data.path().join("percorso.toml"), format!("{settings}port = {}\n", free_port()))
            .expect("settings");
        let (code, _, said) = ended(&mut percorso(data.path(), &["serve"]));
        let wanted = format!(
            "percorso: public_address = {address:?} cannot be used: it must be the address people use, like \"https://percorso.example.org\"\n"
        );
        assert_eq!((code, said), (Some(1), wanted));
        assert_eq!(names(data.path()), ["percorso.toml"], "{address}");
    }
}

#[test]
fn a_port_above_65535_is_refused_by_name_in_the_file_and_in_the_environment() {
    let data = folder();
    let file = data.path().join("percorso.toml");
    std::fs::write(&file, SETTINGS).expect("settings");
    let (code, _, said) = ended(percorso(data.path(), &["serve"]).env("PERCORSO_PORT", "65536"));
    let wanted = "percorso: PERCORSO_PORT: unknown, or not of the right kind; percorso.example.toml explains each setting\n";
    assert_eq!((code, said.as_str()), (Some(1), wanted));
    std::fs::write(&file, format!("{SETTINGS}port = 65536\n")).expect("settings");
    let (code, _, said) = ended(&mut percorso(data.path(), &["serve"]));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.starts_with(&format!("percorso: {}: ", file.display())), "{said}");
    assert!(said.contains("port = 65536\n"), "{said}");
    assert_eq!(names(data.path()), ["percorso.toml"]);
}

/// A mail server for one letter: answers its recipient so, and gives what the letter said.
fn takes_one(answer: &'static str) -> (u16, std::thread::JoinHandle<String>) {
    let server = TcpListener::bind("127.0.0.1:0").expect("a mail server");
    let port = server.local_addr().expect("its address").port();
    let took = std::thread::spawn(move || {
        let stream = connected(&server).expect("somebody with a letter");
        let (mut answers, mut letter, mut data) = (&stream, String::new(), false);
        answers.write_all(b"220 test\r\n").expect("a greeting");
        for line in BufReader::new(&stream).lines() {
            let Ok(line) = line else { break };
            let said = match line.as_str() {
                "." if data => {
                    data = false;
                    "250 taken"
                }
                _ if data => {
                    letter.push_str(&line);
                    letter.push('\n');
                    continue;
                }
                "DATA" => {
                    data = true;
                    "354 go on"
                }
                "QUIT" => "221 bye",
                line if line.starts_with("RCPT") => answer,
                _ => "250 test",
            };
            if write!(answers, "{said}\r\n").is_err() || line == "QUIT" {
                break;
            }
        }
        letter
    });
    (port, took)
}

#[test]
fn a_test_mail_is_handed_over_or_the_servers_own_words_say_why_not() {
    for (answer, code, words) in [
        ("250 test", Some(0), "The mail server took the mail to ada@posta.example."),
        ("550 nobody of that name", Some(1), "nobody of that name"),
    ] {
        let data = folder();
        let (smtp, took) = takes_one(answer);
        let settings = SETTINGS.replace("\"none\"", &format!("\"smtp://127.0.0.1:{smtp}\""));
        std::fs::write(data.path().join("percorso.toml"), settings).expect("settings");
        let (ended_with, said, complained) =
            ended(&mut percorso(data.path(), &["mail-test", "ada@posta.example"]));
        assert_eq!(ended_with, code, "{complained}");
        assert!(format!("{said}{complained}").contains(words), "{said}{complained}");
        let letter = took.join().expect("the mail server ends");
        assert_eq!(letter.contains("To: ada@posta.example"), code == Some(0), "{letter}");
    }
}
