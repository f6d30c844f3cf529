//! What certificates print of the settings: a sign that no font has is refused at the start, by name.

use crate::start::{ended, names};
use crate::{SETTINGS, folder, percorso};

#[test]
fn a_sign_in_the_settings_that_certificates_cannot_print_is_refused_by_name_and_nothing_is_made() {
    let data = folder();
    let file = data.path().join("percorso.toml");
    let named = SETTINGS.replace("\"AMALO\"", "\"AMALO 漢字\"");
    let called = format!("{SETTINGS}phone = \"800 ☎ 137\"\n");
    let organisation =
        "organisation = \"AMALO 漢字\" cannot be used: it has «漢», which certificates cannot print";
    let phone = "phone = \"800 ☎ 137\" cannot be used: it has «☎», which certificates cannot print";
    for (written, said_of_it) in [(named, organisation), (called, phone)] {
        std::fs::write(&file, written).expect("settings");
        let (code, printed, said) = ended(&mut percorso(data.path(), &["serve"]));
        assert_eq!((code, printed, said), (Some(1), String::new(), format!("percorso: {said_of_it}\n")));
        assert_eq!(names(data.path()), ["percorso.toml"], "{said_of_it}");
    }
}
