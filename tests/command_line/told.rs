//! What the program is told: its arguments, and where its data lies.

use sea_orm::{ConnectionTrait as _, Database, DbBackend, Statement};

use crate::start::{ended, names};
use crate::{folder, free_port, percorso, programme, run};

/// Each command: how its help begins, and the arguments that are explained there.
const COMMANDS: [(&str, &str, &[&str]); 11] = [
    ("demo", "Show the program with invented people", &["--data", "--port", "--at", "--fresh", "--database"]),
    ("serve", "Serve the program", &["--data"]),
    ("migrate", "Make the database, or bring it up to date", &["--data"]),
    ("import", "Bring in an edition from its file", &["<FILE>", "--yes", "--data"]),
    ("export", "Print an edition as the file that `import` reads", &["<KEY>", "--data"]),
    ("check", "Look whether the data keeps every law", &["--data"]),
    ("grant", "Give somebody a role", &["<EMAIL>", "<ROLE>", "--data"]),
    ("sign-in-link", "Print a link that signs somebody in", &["<EMAIL>", "--data"]),
    ("mail-test", "Send a mail to see that letters arrive", &["<EMAIL>", "--data"]),
    ("accept-key", "Take another secret key", &["--data"]),
    (
        "size",
        "See how the office's pages fare with many people",
        &["--data", "--databases", "--enrolments", "--editions", "--times"],
    ),
];

#[test]
fn each_command_explains_itself_and_names_its_arguments() {
    let data = folder();
    for (command, sentence, arguments) in COMMANDS {
        let (code, said, wrong) = run(data.path(), &[command, "--help"]);
        assert_eq!((code, wrong.as_str()), (0, ""), "{command}");
        assert!(said.starts_with(sentence), "{command}: {said}");
        let named: Vec<&str> = said
            .lines()
            .map(str::trim_start)
            .filter(|line| line.starts_with('<') || line.starts_with("--"))
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        assert_eq!(named, arguments, "{command}: {said}");
    }
}

#[test]
fn the_programs_own_help_names_every_command() {
    let (code, said, _) = run(folder().path(), &["--help"]);
    let lines = said.lines().skip_while(|line| *line != "Commands:").skip(1);
    let mut named: Vec<&str> =
        lines.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!((code, named.pop()), (0, Some("help")), "{said}");
    assert_eq!(named, COMMANDS.map(|(command, _, _)| command));
}

/// The server that `scripts/test` started.
pub fn server() -> String {
    std::env::var("TEST_PG_URL")
        .expect("TEST_PG_URL is not set: run scripts/test, which starts a PostgreSQL server of its own")
}

/// Has a PostgreSQL server do something.
pub fn command(url: &str, sql: &str) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let connection = Database::connect(url).await.expect("the PostgreSQL server");
        connection.execute_unprepared(sql).await.expect("the command runs");
        connection.close().await.expect("the connection closes");
    });
}

/// How many editions a database holds; none where there is no such table.
fn editions(url: &str) -> Option<i64> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let connection = Database::connect(url).await.expect("the PostgreSQL server");
        let sql = "SELECT COUNT(*) AS number FROM editions";
        let row = connection.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await;
        connection.close().await.expect("the connection closes");
        row.ok().flatten().map(|row| row.try_get("", "number").expect("a number"))
    })
}

#[test]
fn a_postgresql_address_puts_the_data_there_and_nothing_into_the_folder() {
    let data = folder();
    let (server, name) = (server(), format!("told_{}", std::process::id()));
    let (start, _) = server.rsplit_once('/').expect("an address with a database");
    let (url, key) = (format!("{start}/{name}"), "ab".repeat(32));
    // A server that is kept between runs may hold one of a process of the same number.
    command(&server, &format!("DROP DATABASE IF EXISTS {name}"));
    command(&server, &format!("CREATE DATABASE {name}"));
    let imported = ended(
        percorso(data.path(), &["import", &programme()])
            .env("PERCORSO_DATABASE", &url)
            .env("PERCORSO_SECRET_KEY", &key),
    );
    let (made, stored) = (names(data.path()), editions(&url));
    let settings = format!("database = {url:?}\nsecret_key = {key:?}\n");
    std::fs::write(data.path().join("percorso.toml"), settings).expect("settings");
    let checked = ended(&mut percorso(data.path(), &["check"]));
    let again = ended(&mut percorso(data.path(), &["import", &programme()]));
    // Dropped before anything is asserted: a failure leaves nothing behind on the server.
    command(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
    assert_eq!(imported, (Some(0), "The edition «autunno-2014» was created.\n".into(), String::new()));
    assert_eq!((made, stored), (Vec::new(), Some(1)), "by the environment");
    assert_eq!(checked, (Some(0), "All 16 laws hold.\n".into(), String::new()));
    let unchanged = "The edition «autunno-2014» has this file already: nothing changed.\n";
    assert_eq!(again, (Some(0), unchanged.into(), String::new()), "by the settings");
    assert_eq!(names(data.path()), ["percorso.toml"], "no percorso.sqlite, no secret.key");
}

#[test]
fn an_instant_no_programme_can_name_is_refused_before_anything_is_made() {
    let port = free_port().to_string();
    for at in ["9999-01-01T09:00", "1999-12-31T09:00", "2100-01-01T00:00"] {
        let data = folder();
        let (code, said, wrong) = run(data.path(), &["demo", "--port", &port, "--at", at]);
        assert_eq!((code, said.as_str()), (1, ""), "{at}");
        assert!(wrong.contains("name a year from 2000 to 2099"), "{wrong}");
        assert_eq!(names(data.path()), Vec::<String>::new(), "{at}");
    }
}

#[test]
fn a_new_edition_beside_one_that_still_runs_is_published_only_with_a_yes() {
    let data = folder();
    let season = |key: &str, year: &str| {
        let text = std::fs::read_to_string(programme()).expect("the programme");
        let text = text.replace("autunno-2014", key).replace("2015-", "2099-").replace("2014-", year);
        let text = text.replace("slug = \"", &format!("slug = \"{key}-"));
        let text = text.replace("title_it = \"Autunno 2014\"", &format!("title_it = \"{key}\""));
        let file = data.path().join(format!("{key}.toml"));
        std::fs::write(&file, text).expect("a file");
        file.display().to_string()
    };
    let (running, next) = (season("running", "2098-"), season("next", "2098-"));
    assert_eq!(run(data.path(), &["import", &running]).0, 0);
    let (code, said, wrong) = run(data.path(), &["import", &next]);
    assert_eq!(code, 1);
    assert!(said.starts_with("«running» still runs: the first page will show «next»"), "{said}");
    assert!(wrong.contains("nothing was written: answer yes, or add --yes"), "{wrong}");
    let (code, said, _) = run(data.path(), &["import", &next, "--yes"]);
    assert_eq!((code, said.ends_with("The edition «next» was created.\n")), (0, true), "{said}");
    let (code, said, _) = run(data.path(), &["import", &next]);
    assert_eq!((code, said.as_str()), (0, "The edition «next» has this file already: nothing changed.\n"));
}

#[test]
fn a_changed_file_that_touches_nobody_is_asked_about_too() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    let text = std::fs::read_to_string(programme()).expect("the programme");
    let text = text.replacen("title_it = \"Autunno 2014\"", "title_it = \"Autunno a Milano\"", 1);
    let file = data.path().join("named.toml");
    std::fs::write(&file, text.replacen("Il promotore dell’Ama", "Il promotore dell’AMA", 1))
        .expect("a file");
    let file = file.display().to_string();
    let named = |title: &str| run(data.path(), &["export", "autunno-2014"]).1.contains(title);
    let (code, said, wrong) = run(data.path(), &["import", &file]);
    assert_eq!((code, wrong.contains("nothing was written: answer yes, or add --yes")), (1, true), "{said}");
    let changes = "edition «autunno-2014»: titles and settings\n  offering «workshop-1»: title\n";
    let means = "nobody is written to\n  on the public page: «Autunno 2014» → «Autunno a Milano»\n";
    assert!(said.contains(changes) && said.contains(means), "{said}");
    assert!(named("\"Autunno 2014\"") && !named("dell’AMA"), "nothing was written");
    assert_eq!(run(data.path(), &["import", &file, "--yes"]).0, 0);
    assert!(named("\"Autunno a Milano\"") && named("dell’AMA"));
    let (code, said, _) = run(data.path(), &["import", &file]);
    assert_eq!((code, said.ends_with("has this file already: nothing changed.\n")), (0, true), "{said}");
}

#[test]
fn one_fault_of_a_file_is_counted_as_one() {
    let data = folder();
    let text =
        std::fs::read_to_string(programme()).expect("the programme").replace("2014-10-29", "2014-10-32");
    let file = data.path().join("broken.toml");
    std::fs::write(&file, text).expect("a file");
    let (code, _, wrong) = run(data.path(), &["import", &file.display().to_string()]);
    assert_eq!((code, wrong.contains("has 1 fault; nothing was written")), (1, true), "{wrong}");
}

#[test]
fn an_edition_that_goes_out_comes_in_again_and_changes_nothing() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    let (code, said, wrong) = run(data.path(), &["export", "autunno-2014"]);
    assert_eq!((code, wrong.as_str()), (0, ""), "{said}");
    assert!(said.starts_with("format = 1\n"), "{said}");
    let file = data.path().join("out.toml");
    std::fs::write(&file, &said).expect("a file");
    let file = file.display().to_string();
    let (code, told, wrong) = run(data.path(), &["import", &file]);
    assert_eq!((code, told.contains("nothing changed")), (0, true), "{told}{wrong}");
    let elsewhere = folder();
    assert_eq!(run(elsewhere.path(), &["import", &file]).0, 0);
    let (code, again, _) = run(elsewhere.path(), &["export", "autunno-2014"]);
    assert_eq!((code, again), (0, said), "the same edition is the same file, wherever it is");
}

#[test]
fn an_edition_nobody_knows_is_refused_with_the_ones_there_are() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    let (code, said, wrong) = run(data.path(), &["export", "autunno-2013"]);
    assert_eq!((code, said.as_str()), (1, ""));
    assert!(wrong.contains("there is no edition «autunno-2013»; there is: «autunno-2014»"), "{wrong}");
}
