//! A folder that was mistyped is named, and nothing is made in it by a command that needs what is there; what the demo
//! says to type works as it stands.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::demo::PERSON;
use crate::start::names;
use crate::{SETTINGS, ask, folder, free_port, percorso, run, terminate};

#[test]
fn a_command_that_needs_a_database_makes_none_in_a_folder_that_was_mistyped() {
    let parent = folder();
    let wrong = parent.path().join("percorso-dta");
    for command in
        [&["export", "autunno-2014"][..], &["sign-in-link", "ufficio@percorso.example"], &["accept-key"]]
    {
        let (code, said, complained) = run(&wrong, command);
        let wanted = format!("percorso: there is no database in {}\n", wrong.display());
        assert_eq!((code, said.as_str(), complained), (1, "", wanted), "{command:?}");
        assert_eq!(names(parent.path()), Vec::<String>::new(), "{command:?} made something");
    }
    // Settings alone are no database either.
    std::fs::write(parent.path().join("percorso.toml"), SETTINGS).expect("settings");
    assert_eq!(run(parent.path(), &["export", "autunno-2014"]).0, 1);
    assert_eq!(names(parent.path()), ["percorso.toml"]);
}

#[test]
fn a_role_is_given_with_the_name_of_its_folder_and_a_new_database_is_said() {
    let data = folder();
    let shown = data.path().display();
    let role = |role: &str| format!("ufficio@percorso.example has the role {role}; data folder: {shown}\n");
    let (code, said, _) = run(data.path(), &["grant", "ufficio@percorso.example", "admin"]);
    assert_eq!((code, said), (0, format!("A new database was made in {shown}.\n{}", role("admin"))));
    let (code, said, _) = run(data.path(), &["grant", "leo@percorso.example", "reader"]);
    let leo = role("reader").replace("ufficio@", "leo@");
    assert_eq!((code, said), (0, leo));
}

#[test]
fn what_the_demo_says_to_type_for_another_link_works_as_it_stands() {
    let parent = folder();
    let data = parent.path().join("l'altra demo");
    let port = free_port();
    let mut running = percorso(&data, &["demo", "--port", &port.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the demo starts");
    let mut lines = BufReader::new(running.stdout.take().expect("what it says")).lines();
    // It says so before it answers; whoever types it does so afterwards.
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    let printed = lines.find_map(|line| line.ok().filter(|line| line.contains("sign-in-link")));
    let typed = printed.expect("the command").trim().replace("EMAIL", PERSON);
    let arguments = typed.strip_prefix("percorso ").expect("the program");
    let shell = format!("'{}' {arguments}", env!("CARGO_BIN_EXE_percorso"));
    // Somewhere else than where the demo's folder is.
    let answer = Command::new("sh").arg("-c").arg(shell).current_dir("/").output().expect("a shell");
    assert_eq!(terminate(&mut running), Some(0));
    let said = String::from_utf8(answer.stdout).expect("UTF-8");
    let link = format!("http://127.0.0.1:{port}/accedi/");
    assert!(said.starts_with(&link), "{said}{}", String::from_utf8_lossy(&answer.stderr));
}
