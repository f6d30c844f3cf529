//! The secret key is lost: nothing is made in its place by itself, and one command takes another.

use crate::{SETTINGS, ask, folder, free_port, programme, run, start, terminate};

#[test]
fn a_lost_key_is_replaced_by_one_command_and_by_nothing_else() {
    let data = folder();
    let port = free_port();
    std::fs::write(data.path().join("percorso.toml"), format!("{SETTINGS}port = {port}\n"))
        .expect("settings");
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    assert_eq!(run(data.path(), &["grant", "ufficio@percorso.example", "admin"]).0, 0);
    let (_, link, _) = run(data.path(), &["sign-in-link", "ufficio@percorso.example"]);
    let key = data.path().join("secret.key");
    std::fs::remove_file(&key).expect("the key is lost");
    for command in
        [&["serve"][..], &["import", &programme()][..], &["sign-in-link", "ufficio@percorso.example"]]
    {
        let (code, _, said) = run(data.path(), command);
        assert!(code == 1 && said.contains("secret.key is missing"), "{command:?}: {said}");
        assert!(said.contains("percorso accept-key"), "{said}");
        assert!(!key.exists(), "{command:?} made a key that the database does not know");
    }
    let (code, said, _) = run(data.path(), &["accept-key"]);
    assert!(code == 0 && said.starts_with("The database has this key from now on."), "{said}");
    let (code, said, _) = run(data.path(), &["accept-key"]);
    assert_eq!((code, said.as_str()), (0, "The database has this key already: nothing changed.\n"));
    let mut server = start::serve(data.path());
    let path = link.trim().trim_start_matches("http://127.0.0.1").to_owned();
    assert!(path.starts_with("/accedi/"), "{link}");
    let old = ask(port, &path);
    assert!(!old.starts_with("HTTP/1.1 200") && !old.starts_with("HTTP/1.1 5"), "{old}");
    let (code, new, _) = run(data.path(), &["sign-in-link", "ufficio@percorso.example"]);
    assert_eq!(code, 0);
    let path = new.trim().trim_start_matches("http://127.0.0.1").to_owned();
    assert!(ask(port, &path).starts_with("HTTP/1.1 200"));
    assert_eq!(terminate(&mut server), Some(0));
}

#[test]
fn settings_that_cannot_be_are_named_before_anything_is_served() {
    let data = folder();
    let wrong = "quiet_minutes = -5\nregister_minutes = 99999\nclient_address_header = \"X Bad\"\n";
    std::fs::write(data.path().join("percorso.toml"), format!("{SETTINGS}{wrong}")).expect("settings");
    let (code, _, said) = run(data.path(), &["serve"]);
    assert_eq!(code, 1);
    for named in ["quiet_minutes = -5", "register_minutes = 99999", "client_address_header = \"X Bad\""] {
        assert!(said.contains(named), "{named}: {said}");
    }
}

#[test]
fn a_damaged_database_is_not_said_to_keep_the_laws() {
    let data = folder();
    assert_eq!(run(data.path(), &["import", &programme()]).0, 0);
    let file = data.path().join("percorso.sqlite");
    let mut bytes = std::fs::read(&file).expect("the database");
    bytes[4096..7096].fill(0xA5);
    std::fs::write(&file, bytes).expect("a damaged page");
    let (code, _, said) = run(data.path(), &["check"]);
    assert!(code == 2 && said.contains("malformed"), "{code}: {said}");
}
