//! What the settings accept, and how they name what is wrong.

use super::*;

fn environment(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn the_example_file_names_every_setting_and_reads() {
    let example = include_str!("../../percorso.example.toml");
    let uncommented: String =
        example.lines().map(|line| line.strip_prefix("#: ").unwrap_or(line)).collect::<Vec<_>>().join("\n");
    let read: Settings = toml::from_str(&uncommented).unwrap();
    let table = toml::Table::try_from(&read).unwrap();
    let all = Settings {
        public_address: Some(String::new()),
        organisation: Some(String::new()),
        organizer_mailbox: Some(String::new()),
        organizer_name: Some(String::new()),
        phone: Some(String::new()),
        signature: Some(String::new()),
        certificate_prefix: Some(String::new()),
        mail: Some(String::new()),
        database: Some(String::new()),
        listen: Some(String::new()),
        port: Some(0),
        client_address_header: Some(String::new()),
        secret_key: Some(String::new()),
        quiet_minutes: Some(0),
        register_minutes: Some(0),
        sign_in_letters_per_hour: Some(0),
        sign_up_letters_per_hour: Some(0),
        requests_per_minute: Some(0),
        sign_ups_per_hour: Some(0),
        demo: None,
    };
    let wanted: Vec<String> = toml::Table::try_from(&all).unwrap().keys().cloned().collect();
    let mut found: Vec<String> = table.keys().cloned().collect();
    let mut sorted = wanted;
    sorted.sort();
    found.sort();
    assert_eq!(found, sorted);
}

#[test]
fn each_missing_setting_is_named_with_what_would_be_right() {
    let faults: Vec<String> =
        Settings::default().for_serving().unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 4);
    assert!(faults[0].starts_with("public_address is missing: write the address people use"));
    assert!(faults[3].contains("PERCORSO_MAIL"));
}

#[test]
fn a_wrong_setting_is_named_and_a_password_is_not_repeated() {
    let settings = Settings {
        public_address: Some("percorso.example".into()),
        organisation: Some("AMALO".into()),
        organizer_mailbox: Some("nobody".into()),
        mail: Some("imap://me:hunter2@mail.example".into()),
        ..Settings::default()
    };
    let faults: Vec<String> = settings.for_serving().unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 3);
    assert!(faults[0].starts_with("public_address = \"percorso.example\" cannot be used"));
    assert!(!faults.join(" ").contains("hunter2"));
}

#[test]
fn the_environment_stands_above_the_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE), "organisation = \"File\"\nport = 8000\n").unwrap();
    let read = Settings::read(
        folder.path(),
        &environment(&[
            ("PERCORSO_ORGANISATION", "AMALO"),
            ("PERCORSO_PORT", "9000"),
            ("PERCORSO_PHONE", "800135437"),
            ("HOME", "x"),
        ]),
    )
    .unwrap();
    assert_eq!(read.organisation.as_deref(), Some("AMALO"));
    assert_eq!(read.port, Some(9000));
    assert_eq!(read.phone.as_deref(), Some("800135437"));
}

#[test]
fn an_unknown_setting_stops_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE), "colour = \"green\"\n").unwrap();
    let faults = Settings::read(folder.path(), &BTreeMap::new()).unwrap_err();
    assert!(faults[0].0.contains("colour"), "{faults:?}");
    let faults = Settings::read(
        tempfile::tempdir().unwrap().path(),
        &environment(&[("PERCORSO_COLOUR", "green"), ("PERCORSO_PORT", "many")]),
    )
    .unwrap_err();
    assert_eq!(faults.len(), 2);
}

/// The public address that is kept of one that was written, with nothing else wrong.
fn kept(written: &str) -> Result<String, Vec<Fault>> {
    let settings = Settings {
        public_address: Some(written.into()),
        organisation: Some("AMALO".into()),
        organizer_mailbox: Some("corsi@percorso.example".into()),
        mail: Some("none".into()),
        ..Settings::default()
    };
    settings.for_serving().map(|serving| serving.public_address)
}

#[test]
fn the_public_address_is_kept_as_browsers_name_it() {
    for (written, wanted) in [
        ("https://percorso.example", "https://percorso.example"),
        ("https://percorso.example/", "https://percorso.example"),
        ("HTTPS://Percorso.Example", "https://percorso.example"),
        ("https://percorso.example:443/", "https://percorso.example"),
        ("https://percorso.example:80", "https://percorso.example:80"),
        ("http://percorso.example:80", "http://percorso.example"),
        ("http://percorso.example:443", "http://percorso.example:443"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://[::80]", "http://[::80]"),
        ("http://LOCALHOST:80/", "http://localhost"),
    ] {
        assert_eq!(kept(written), Ok(wanted.to_owned()), "{written}");
    }
}

#[test]
fn a_public_address_that_no_form_could_come_from_is_refused() {
    for written in [
        "",
        "percorso.example",
        "https://",
        "https://:443",
        "ftp://percorso.example",
        "https://percorso.example/corsi",
        "https://percorso.example?lingua=it",
        "https://ada@percorso.example",
        "https://caffè.example",
        "https:// percorso.example",
        "https://percorso.example:443:443",
        "http://percorso:example:8080",
        "http://[::1",
        "http://::1]",
    ] {
        let faults = kept(written).unwrap_err();
        assert_eq!(faults.len(), 1, "{written}");
        let start = format!("public_address = {written:?} cannot be used");
        assert!(faults[0].0.starts_with(&start), "{faults:?}");
    }
}
