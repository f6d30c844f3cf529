//! Every page of the office, as `size` asks for it: each of its routes, and what grows with many people also searched, on
//! its last page and printed. To add one: its line in a list below. A test names the routes that no line asks for.

use super::Failure;
use super::size_data::Filled;
use crate::store::newest::Part;
use crate::store::{Conn, certificates, editions, enrolments, outbox, programme};

/// A page: what it is called, and its address in one database.
pub type Page = (&'static str, String);

impl Filled {
    /// What is asked for: the same pages in the same order, whatever the size.
    ///
    /// # Errors
    /// The database failed, or was filled by an older program and lacks what a page is about.
    pub async fn pages(&self) -> Result<Vec<Page>, Failure> {
        let found = Found::read(self.desk.store.reader()).await?;
        Ok([
            found.of_the_day(),
            found.of_people(),
            found.of_papers(),
            found.of_editions(),
            found.of_offerings(),
        ]
        .concat())
    }
}

/// What the addresses name.
struct Found {
    /// The key of the edition that runs.
    current: String,
    /// The key of the edition that is over for longest.
    oldest: String,
    workshop: i64,
    course: i64,
    /// Of the workshop.
    session: i64,
    /// Somebody with a place in the workshop.
    person: i64,
    /// The newest one.
    letter: i64,
    /// Of the oldest edition.
    certificate: i64,
    /// Whose it is, and for which enrolment.
    statement: (i64, i64),
}

fn lacks(what: &str) -> Failure {
    Failure::new(format!("what was filled in has no {what}: remove it, or name an empty folder"))
}

impl Found {
    async fn read(reader: &impl Conn) -> Result<Self, Failure> {
        let programme = programme::current(reader).await?.ok_or_else(|| lacks("edition"))?;
        let workshop = programme.workshops().next().ok_or_else(|| lacks("workshop"))?;
        let session = workshop.sessions.first().ok_or_else(|| lacks("session"))?;
        let all = editions::all(reader).await?;
        let oldest = all.into_iter().min_by_key(|edition| edition.published_at);
        let oldest = programme::load(reader, oldest.ok_or_else(|| lacks("edition"))?).await?;
        let over = oldest.course().ok_or_else(|| lacks("course"))?;
        let published = certificates::last_of(reader, over.row.id).await?;
        let stated = certificates::last_of(reader, workshop.row.id).await?;
        let stated = stated.into_keys().min().ok_or_else(|| lacks("statement"))?;
        let statement = enrolments::live(reader, stated, workshop.row.id).await?;
        let enrolled = enrolments::in_offerings(reader, &[workshop.row.id]).await?;
        let newest = Part { before: 0, most: 1, total: 1 };
        let letters = outbox::page(reader, &outbox::Wanted::default(), newest).await?;
        Ok(Self {
            current: programme.edition.key.clone(),
            oldest: oldest.edition.key.clone(),
            workshop: workshop.row.id,
            course: programme.course().ok_or_else(|| lacks("course"))?.row.id,
            session: session.id,
            person: enrolled.first().ok_or_else(|| lacks("enrolment"))?.person_id,
            letter: letters.first().ok_or_else(|| lacks("letter"))?.id,
            certificate: published.values().map(|row| row.id).min().ok_or_else(|| lacks("certificate"))?,
            statement: (stated, statement.ok_or_else(|| lacks("statement"))?.id),
        })
    }

    /// The board, and what waits for somebody.
    fn of_the_day(&self) -> Vec<Page> {
        let Self { oldest, .. } = self;
        vec![
            ("the board", "/gestione".to_owned()),
            ("the board, a search", "/gestione?cerca=arosio".to_owned()),
            ("the board, its last page", "/gestione?pagina=9999".to_owned()),
            ("the board, by contact", "/gestione?ordina=contact".to_owned()),
            ("the board, printed", "/gestione?stampa=si".to_owned()),
            ("the board of the oldest edition", format!("/gestione?edizione={oldest}")),
            ("things to do", "/gestione/da-fare".to_owned()),
            ("things to do, the last page", "/gestione/da-fare?pagina=9999".to_owned()),
            ("disputes", "/gestione/contestazioni".to_owned()),
            ("disputes, the last page", "/gestione/contestazioni?pagina=9999".to_owned()),
            ("calls", "/gestione/telefonate".to_owned()),
            ("calls, the last page", "/gestione/telefonate?pagina=9999".to_owned()),
            ("calls, printed", "/gestione/telefonate?stampa=si".to_owned()),
            ("applications", "/gestione/domande".to_owned()),
            ("applications, the last page", "/gestione/domande?pagina=9999".to_owned()),
            ("letters", "/gestione/posta".to_owned()),
            ("letters, sent, the last page", "/gestione/posta?stato=sent&pagina=99999".to_owned()),
            ("a letter", format!("/gestione/posta/{}", self.letter)),
        ]
    }

    fn of_people(&self) -> Vec<Page> {
        let Self { person, session, .. } = self;
        let of = |page: &str| format!("/gestione/persone/{person}{page}");
        vec![
            ("enrolments", "/gestione/iscritti".to_owned()),
            ("enrolments, a search", "/gestione/iscritti?cerca=arosio".to_owned()),
            ("enrolments, printed", "/gestione/iscritti?stampa=si".to_owned()),
            ("somebody new", "/gestione/persone/nuova".to_owned()),
            ("a person", of("")),
            ("a person, the last page", of("?pagina=9999")),
            ("a person, to enrol", of("/iscrivi")),
            ("a person, the name", of("/nome")),
            ("a person, the address", of("/indirizzo")),
            ("a person, the data", of("/dati")),
            ("a person, to erase", of("/cancella")),
            ("a mark, to correct", format!("/gestione/presenze/{session}/{person}")),
            ("who did what", "/gestione/storia".to_owned()),
            ("who did what, the last page", "/gestione/storia?pagina=99999".to_owned()),
            ("who did what to one person", format!("/gestione/storia?persona={person}")),
            ("roles", "/gestione/ruoli".to_owned()),
        ]
    }

    fn of_papers(&self) -> Vec<Page> {
        let (Self { oldest, certificate, .. }, (person, enrolment)) = (self, self.statement);
        vec![
            ("certificates", "/gestione/attestati".to_owned()),
            ("certificates of the oldest edition", format!("/gestione/attestati?edizione={oldest}")),
            ("the same, the last page", format!("/gestione/attestati?edizione={oldest}&pagina=9999")),
            (
                "the same, published",
                format!("/gestione/attestati?edizione={oldest}&stato=issued&pagina=9999"),
            ),
            ("the same, printed", format!("/gestione/attestati?edizione={oldest}&stampa=si")),
            ("a certificate", format!("/gestione/attestati/{certificate}.pdf")),
            ("a statement", format!("/gestione/persone/{person}/attestazioni/{enrolment}.pdf")),
        ]
    }

    fn of_editions(&self) -> Vec<Page> {
        let Self { current, .. } = self;
        let of = |page: &str| format!("/gestione/edizioni/{current}{page}");
        vec![
            ("the editions", "/gestione/edizioni".to_owned()),
            ("the editions, the last page", "/gestione/edizioni?pagina=9999".to_owned()),
            ("a new edition", "/gestione/nuova-edizione".to_owned()),
            ("a new edition, copied", format!("/gestione/nuova-edizione?da={current}")),
            ("an edition", of("")),
            ("an edition, as a file", of(".toml")),
            ("an edition, its state", of("/stato")),
            ("an edition, to add to", of("/aggiungi")),
        ]
    }

    fn of_offerings(&self) -> Vec<Page> {
        let Self { workshop, course, session, .. } = self;
        vec![
            ("the offerings", "/gestione/offerte".to_owned()),
            ("a workshop", format!("/gestione/offerte/{workshop}")),
            ("a workshop, its state", format!("/gestione/offerte/{workshop}/stato")),
            ("the course", format!("/gestione/offerte/{course}")),
            ("the days of the course", format!("/gestione/offerte/{course}/giornate")),
            ("a session", format!("/gestione/sessioni/{session}")),
            ("a session, who leads", format!("/gestione/sessioni/{session}/conduce")),
        ]
    }
}
