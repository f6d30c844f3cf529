//! Settings that would start a program nobody can reach, or that locks everybody out.

use std::process::Command;

use crate::start::{ask_for_a_link, ended, names, serve};
use crate::{SETTINGS, ask, folder, free_port, percorso, run, terminate};

#[test]
fn a_port_of_0_and_a_header_without_a_name_are_refused_by_name_and_nothing_is_made() {
    let data = folder();
    let file = data.path().join("percorso.toml");
    for (written, said_of_it) in [
        ("port = 0\n".to_owned(), "port = 0 cannot be used: write a number from 1 to 65535"),
        (
            format!("port = {}\nclient_address_header = \"\"\n", free_port()),
            "client_address_header = \"\" cannot be used: it must be the name of a header, like \"X-Real-IP\"; leave it out where there is no proxy",
        ),
    ] {
        std::fs::write(&file, format!("{SETTINGS}{written}")).expect("settings");
        let (code, printed, said) = ended(&mut percorso(data.path(), &["serve"]));
        assert_eq!((code, printed, said), (Some(1), String::new(), format!("percorso: {said_of_it}\n")));
        assert_eq!(names(data.path()), ["percorso.toml"], "{written}");
    }
    std::fs::write(&file, SETTINGS).expect("settings");
    let from_outside = |name: &str, value: &str| {
        let mut command: Command = percorso(data.path(), &["serve"]);
        command.env(name, value);
        ended(&mut command)
    };
    for (name, value, named) in
        [("PERCORSO_PORT", "0", "port = 0 "), ("PERCORSO_CLIENT_ADDRESS_HEADER", "", "client_address_header")]
    {
        let (code, printed, said) = from_outside(name, value);
        assert_eq!((code, printed.as_str()), (Some(1), ""), "{said}");
        assert!(said.starts_with(&format!("percorso: {named}")), "{said}");
    }
}

#[test]
fn a_demo_on_a_port_of_0_is_refused_before_it_fills_anything() {
    let data = folder();
    let (code, printed, said) = ended(&mut percorso(data.path(), &["demo", "--port", "0"]));
    assert_eq!((code, printed.as_str()), (Some(2), ""), "{said}");
    assert!(said.contains("--port <PORT>"), "{said}");
    assert_eq!(names(data.path()), Vec::<String>::new());
}

#[test]
fn a_limit_of_0_letters_locks_nobody_out() {
    let data = folder();
    let port = free_port();
    let limits = "sign_in_letters_per_hour = 0\nsign_up_letters_per_hour = 0\n";
    std::fs::write(data.path().join("percorso.toml"), format!("{SETTINGS}{limits}port = {port}\n"))
        .expect("settings");
    assert_eq!(run(data.path(), &["grant", "ufficio@percorso.example", "admin"]).0, 0);
    let mut server = serve(data.path());
    assert!(ask(port, "/health").starts_with("HTTP/1.1 200"));
    for _ in 0..6 {
        ask_for_a_link(port);
    }
    assert_eq!(terminate(&mut server), Some(0));
}
