//! Letters as they are stored.

use super::*;

#[test]
fn a_letter_reads_back_from_its_stored_form() {
    let letter = Letter::SignIn {
        token: "t".into(),
        code: "123456".into(),
        until: DateTime::UNIX_EPOCH,
        way: String::new(),
    };
    let stored = serde_json::to_string(&letter).unwrap();
    assert_eq!(serde_json::from_str::<Letter>(&stored).unwrap(), letter);
}

#[test]
fn a_sent_letter_keeps_no_secret() {
    let letter = Letter::SignIn {
        token: "secret-token".into(),
        code: "123456".into(),
        until: DateTime::UNIX_EPOCH,
        way: String::new(),
    };
    let stored = serde_json::to_string(&letter.without_secrets()).unwrap();
    assert!(!stored.contains("secret-token") && !stored.contains("123456"));
}
