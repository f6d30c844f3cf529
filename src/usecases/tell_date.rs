//! M7: whoever asked to be told of a workshop's date is written to once it has one that everybody can read. The letter
//! waits for the quiet time: a date that is corrected meanwhile is told once and right, one that is taken back to nobody.

use chrono::{DateTime, Utc};

use super::post::{About, Addressee, enqueue, stored};
use super::{No, Outcome, Scene, send_letters, told_facts};
use crate::domain::invite::Appointment;
use crate::domain::letter::{Letter, Payload, Recipient, SessionFacts};
use crate::domain::offering::OfferingStatus;
use crate::domain::person::Language;
use crate::store::date_requests::{self, DateRequest};
use crate::store::outbox::{self, OutboxLetter};
use crate::store::programme::Offered;
use crate::store::sessions::{self, Session};
use crate::store::{Conn, Tx, enrolments, people};

impl Scene<'_> {
    /// Follows a change of an offering, which stood so before: who asked is told of a date, those whose letter waits of the
    /// one that stands now; where it was called off or hidden they wait again.
    pub(super) async fn follow_date(&self, was: &Offered, offered: &Offered) -> Outcome<()> {
        let held = offered.row.status() != OfferingStatus::Cancelled && offered.first_date().is_some();
        if !held || !self.programme.is_shown(offered) {
            return untell_date(self.tx, offered, self.now).await;
        }
        self.amend_date(offered).await?;
        // A draft tells its date when it is published.
        if was.first_date().is_none() { self.tell_date(offered).await } else { Ok(()) }
    }

    /// Everybody who asked to be told, once.
    pub(super) async fn tell_date(&self, offered: &Offered) -> Outcome<()> {
        let session = offered.first_session().ok_or(No::NotFound)?;
        let quiet = self.quiet(&Appointment::default(), session);
        for request in date_requests::open_for(self.tx, offered.row.id).await? {
            let known = people::by_email(self.tx, &request.email).await?;
            let given_name = known.as_ref().map(|person| person.given_name.clone()).unwrap_or_default();
            let to = Recipient { address: request.email.clone(), given_name, full_name: String::new() };
            let sender = self.sender();
            let desktop = self.desktop(&sender);
            let about = About {
                person_id: known.map(|person| person.id),
                session_id: Some(session.id),
                ..About::default()
            };
            let addressee = Addressee { to, language: Language::from_code(&request.language) };
            let letter = Letter::DateOut { session: self.dated(offered, session) };
            enqueue(&desktop, addressee, letter, about, quiet).await?;
            date_requests::told(self.tx, request.id, self.now).await?;
        }
        Ok(())
    }

    /// A letter that still waits says the newest; another date begins its quiet time anew.
    async fn amend_date(&self, offered: &Offered) -> Outcome<()> {
        let session = offered.first_session().ok_or(No::NotFound)?;
        let now_is = self.dated(offered, session);
        for letter in waiting(self.tx, offered).await? {
            let Ok(mut payload) = serde_json::from_str::<Payload>(&letter.payload) else { continue };
            let Letter::DateOut { session: says } = &mut payload.letter else { continue };
            if *says == now_is {
                continue;
            }
            let due = if says.appointment() == now_is.appointment() {
                letter.not_before
            } else {
                self.now + self.quiet(&Appointment::default(), session)
            };
            says.clone_from(&now_is);
            outbox::replace_untouched(self.tx, letter.id, stored(&payload)?, due).await?;
        }
        Ok(())
    }

    /// The session as a letter that brings its date says it.
    pub(super) fn dated(&self, offered: &Offered, session: &Session) -> SessionFacts {
        told_facts(self.programme, offered, session, self.now)
    }

    /// The same of the first one.
    pub(super) fn first_dated(&self, offered: &Offered) -> Outcome<SessionFacts> {
        Ok(self.dated(offered, offered.first_session().ok_or(No::NotFound)?))
    }
}

/// Takes back what nobody was told yet: whoever asked is told of the next date.
pub(super) async fn untell_date(tx: &Tx, offered: &Offered, now: DateTime<Utc>) -> Outcome<()> {
    for letter in waiting(tx, offered).await? {
        let blank = send_letters::without_secrets(&letter);
        if outbox::withdraw_untouched(tx, letter.id, blank, now).await? {
            let row = DateRequest {
                id: 0,
                offering_id: offered.row.id,
                email: letter.address,
                language: letter.language,
                created_at: now,
                told_at: None,
            };
            date_requests::reopen(tx, row).await?;
        }
    }
    Ok(())
}

/// Whether whoever a letter about a date is for has enrolled since: with the place they were told the date. What was not
/// confirmed may be somebody else's doing.
pub(super) async fn enrolled_since(conn: &impl Conn, letter: &OutboxLetter) -> Outcome<bool> {
    let Some(session_id) = letter.session_id.filter(|_| letter.kind == "date-out") else { return Ok(false) };
    let Some(session) = sessions::find(conn, session_id).await? else { return Ok(false) };
    let Some(person) = people::by_email(conn, &letter.address).await? else { return Ok(false) };
    Ok(match enrolments::live(conn, person.id, session.offering_id).await? {
        Some(enrolment) => !enrolment.state()?.is_pending(),
        None => false,
    })
}

/// How many letters a change brings to those who asked: of a date that is new, and of another one than a letter that still
/// waits says.
pub(super) async fn dates_told(conn: &impl Conn, was: &Offered, offered: &Offered) -> Outcome<usize> {
    let Some(session) = offered.first_session().filter(|session| session.date.is_some()) else {
        return Ok(0);
    };
    let mut letters = waiting(conn, offered).await?;
    letters.retain(|letter| said(letter).is_some_and(|says| says.appointment() != session.appointment()));
    let new = was.first_date().is_none();
    let asked = if new { date_requests::open_for(conn, offered.row.id).await?.len() } else { 0 };
    Ok(letters.len() + asked)
}

/// The letters about an offering's date that nobody has begun to send.
async fn waiting(conn: &impl Conn, offered: &Offered) -> Outcome<Vec<OutboxLetter>> {
    let sessions: Vec<i64> = offered.sessions.iter().map(|session| session.id).collect();
    Ok(outbox::untouched_about(conn, &sessions, "date-out").await?)
}

/// The session as a letter about its date says it.
fn said(letter: &OutboxLetter) -> Option<SessionFacts> {
    match serde_json::from_str::<Payload>(&letter.payload).ok()?.letter {
        Letter::DateOut { session } => Some(session),
        _ => None,
    }
}
