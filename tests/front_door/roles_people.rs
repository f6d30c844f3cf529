//! The routes of the office's work on people, with the least role that may use each; the table of `roles.rs` takes them in.

/// The least that somebody of the office must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    Reader,
    Secretary,
    Admin,
}

/// Method, path, the least role, and what somebody who may gets for an empty form about Ada, who has a place.
pub fn routes(enrolment: i64, person: i64) -> Vec<(&'static str, String, Least, u16)> {
    use Least::{Admin, Reader, Secretary};
    let of = |rest: &str| format!("/gestione/persone/{person}/{rest}");
    let about = |rest: &str| format!("/gestione/iscrizioni/{enrolment}/{rest}");
    vec![
        ("GET", "/gestione/telefonate".to_owned(), Reader, 200),
        ("POST", "/gestione/telefonate/99999/fatto".to_owned(), Secretary, 404),
        ("GET", "/gestione/persone/nuova".to_owned(), Secretary, 200),
        ("POST", "/gestione/persone/nuova".to_owned(), Secretary, 422),
        ("GET", of("iscrivi"), Secretary, 200),
        ("POST", of("iscrivi"), Secretary, 422),
        ("GET", of("nome"), Secretary, 200),
        ("POST", of("nome"), Secretary, 422),
        ("GET", "/gestione/domande".to_owned(), Reader, 200),
        ("POST", format!("/gestione/domande/{enrolment}/attesa"), Secretary, 404),
        ("POST", format!("/gestione/domande/{enrolment}/rifiuta"), Secretary, 404),
        ("POST", format!("/gestione/domande/{enrolment}/accetta"), Secretary, 404),
        ("GET", of("indirizzo"), Secretary, 200),
        ("POST", of("indirizzo"), Secretary, 422),
        ("POST", of("note"), Admin, 422),
        ("POST", "/gestione/note/99999/togli".to_owned(), Admin, 404),
        ("POST", about("accetta"), Secretary, 303),
        ("POST", about("rinuncia"), Secretary, 422),
    ]
}
