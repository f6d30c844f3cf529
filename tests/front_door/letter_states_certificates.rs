//! Letters about certificates, in each state they can be in.

use percorso::domain::letter::Letter;

use crate::letter_facts::course;

/// Each with the name of its snapshot.
pub fn certificates() -> Vec<(&'static str, Letter)> {
    let edition = || "autunno-2014".to_owned();
    let ready = |number: &str, again| Letter::CertificateReady {
        course: course(),
        number: number.to_owned(),
        again,
        edition: edition(),
    };
    let reason = "Due presenze erano di un’altra persona.".to_owned();
    let revoked = Letter::CertificateRevoked { course: course(), number: "AMA-2014-0117".to_owned(), reason };
    let check = |unprintable| Letter::CheckName { course: course(), edition: edition(), unprintable };
    vec![
        ("check-name", check(false)),
        ("check-name-unprintable", check(true)),
        ("certificate-ready", ready("AMA-2014-0117", false)),
        ("certificate-ready-again", ready("AMA-2014-0117/b", true)),
        ("certificate-revoked", revoked),
    ]
}
