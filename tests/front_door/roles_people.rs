//! The routes of the office's work on people, for the table of `roles.rs`; and which of them are not every role's.

/// Method, path, and what an admin gets for an empty form about Ada, who has a place in a workshop.
pub fn routes(enrolment: i64, person: i64) -> Vec<(&'static str, String, u16)> {
    let of = |rest: &str| format!("/gestione/persone/{person}/{rest}");
    let about = |rest: &str| format!("/gestione/iscrizioni/{enrolment}/{rest}");
    let application = |rest: &str| format!("/gestione/domande/{enrolment}/{rest}");
    vec![
        ("GET", "/gestione/telefonate".to_owned(), 200),
        ("POST", "/gestione/telefonate/99999/fatto".to_owned(), 404),
        ("POST", "/gestione/telefonate/99999/rimetti".to_owned(), 404),
        ("GET", "/gestione/persone/nuova".to_owned(), 200),
        ("POST", "/gestione/persone/nuova".to_owned(), 422),
        ("GET", of("iscrivi"), 200),
        ("POST", of("iscrivi"), 422),
        ("GET", of("nome"), 200),
        ("POST", of("nome"), 422),
        ("GET", of("indirizzo"), 200),
        ("POST", of("indirizzo"), 422),
        ("GET", of("dati"), 200),
        ("POST", of("dati"), 422),
        ("GET", of("cancella"), 200),
        ("POST", of("cancella"), 422),
        ("POST", of("note"), 422),
        ("GET", of(&format!("attestazioni/{enrolment}.pdf")), 404),
        ("POST", of(&format!("attestazioni/{enrolment}")), 404),
        ("POST", "/gestione/note/99999/togli".to_owned(), 404),
        ("GET", "/gestione/domande".to_owned(), 200),
        ("POST", application("attesa"), 404),
        ("POST", application("rifiuta"), 404),
        ("POST", application("accetta"), 404),
        ("POST", about("accetta"), 303),
        ("POST", about("rinuncia"), 422),
    ]
}

/// Whether a path is only admins': notes and erasing.
pub fn is_admins(path: &str) -> bool {
    path.ends_with("/note") || path.starts_with("/gestione/note/") || path.ends_with("/cancella")
}

/// Whether a page is a form, which is nothing for whoever may look only.
pub fn is_a_form(path: &str) -> bool {
    ["/nuova", "/iscrivi", "/nome", "/indirizzo", "/dati"].iter().any(|end| path.ends_with(end))
}
