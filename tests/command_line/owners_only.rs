//! Who can look into a data folder: names, phone numbers and needs are in it.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::start::names;
use crate::{SETTINGS, folder, programme, run};

/// Who may do what with a folder.
fn mode(folder: &Path) -> u32 {
    std::fs::metadata(folder).expect("the folder").permissions().mode() & 0o777
}

#[test]
fn a_new_data_folder_is_its_owners_only_whichever_command_makes_it() {
    let parent = folder();
    for (name, command) in [
        ("migrated", vec!["migrate".to_owned()]),
        ("imported", vec!["import".to_owned(), programme()]),
        ("granted", ["grant", "ufficio@percorso.example", "admin"].map(str::to_owned).to_vec()),
    ] {
        let data = parent.path().join(name).join("data");
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        let (code, _, wrong) = run(&data, &command);
        assert_eq!((code, mode(&data)), (0, 0o700), "{name}: {wrong}");
        assert!(names(&data).contains(&"percorso.sqlite".to_owned()), "{name}");
    }
}

#[test]
fn a_data_folder_that_was_there_before_stays_as_it_is() {
    let parent = folder();
    let data = parent.path().join("data");
    std::fs::create_dir(&data).expect("a folder");
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o750)).expect("its rights");
    assert_eq!(run(&data, &["migrate"]).0, 0);
    assert_eq!(mode(&data), 0o750);
}

#[test]
fn a_test_mail_of_the_demo_is_said_to_lie_where_it_lies() {
    let data = folder();
    let settings = format!("{SETTINGS}[demo]\nclock_shift_ms = 0\n");
    std::fs::write(data.path().join("percorso.toml"), settings).expect("settings");
    let (code, said, wrong) = run(data.path(), &["mail-test", "ada@posta.example"]);
    let mails = data.path().join("mail");
    let wanted =
        format!("The demo sends nothing: the mail to ada@posta.example lies in {}.\n", mails.display());
    assert_eq!((code, said), (0, wanted), "{wrong}");
    assert_eq!(names(&mails).iter().filter(|name| name.ends_with("-test-mail.eml")).count(), 1);
}
