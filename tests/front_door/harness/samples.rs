//! What many tests begin with: settings, and a form that has nothing wrong.

use chrono::TimeDelta;
use percorso::domain::letter::Sender;
use percorso::usecases::Policy;

use super::SITE;

/// The settings of every test.
pub fn policy() -> Policy {
    Policy {
        sender: Sender {
            public_address: SITE.into(),
            organisation: "AMALO".into(),
            mailbox: "corsi@percorso.example".into(),
            mailbox_name: "Segreteria corsi".into(),
            phone: Some("800 135 437".into()),
            signature: "Il gruppo formazione".into(),
        },
        quiet_time: TimeDelta::minutes(10),
        register_delay: TimeDelta::minutes(30),
        privacy_version: "test".into(),
        sign_in_letters_per_hour: 5,
        sign_up_letters_per_hour: 10,
        sign_in_lasts: TimeDelta::days(30),
        certificate_prefix: "AMA".into(),
        can_print: percorso::documents::can_print,
    }
}

/// The fields of a sign-up that has nothing wrong.
pub fn form<'a>(given: &'a str, email: &'a str, further: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("nome", given),
        ("cognome", "Prova"),
        ("email", email),
        ("telefono", ""),
        ("profilo", "cittadinanza"),
        ("esigenze", ""),
        ("privacy", "si"),
    ];
    fields.extend(further.iter().map(|slug| ("workshop", *slug)));
    fields
}
