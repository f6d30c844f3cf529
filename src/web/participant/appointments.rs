//! What a person's own calendar holds: the sessions they are expected at, with the UIDs and SEQUENCEs of
//! their mails (CALENDAR.md R59). Read from the invites, which are kept also for whoever takes none by mail.

use chrono::{DateTime, Utc};

use crate::calendar::feed::{Entry, Feed, Whose, is_carried, render};
use crate::domain::handed_over::handed_over;
use crate::domain::invite::{Appointment, Told};
use crate::domain::letter::SessionFacts;
use crate::domain::offering::Kind;
use crate::store::invites::Invite;
use crate::store::people::Person;
use crate::store::programme::{self, Offered, Programme};
use crate::store::sessions::Session;
use crate::store::{Conn, Error, enrolments, invites};
use crate::web::guards::Visit;
use crate::web::public::calendar::{IcsFile, Kept};
use crate::words::Value;

/// One appointment of a person.
pub struct Appointed {
    /// The session.
    pub session_id: i64,
    /// What it belongs to.
    pub kind: Kind,
    /// As the calendar shows it.
    pub entry: Entry,
    /// As it is now, which a letter that waits will say; none for whoever is not expected there any more.
    pub stands: Option<Standing>,
}

/// An appointment as it is now.
pub struct Standing {
    /// When it is over.
    pub ends_at: DateTime<Utc>,
    /// The session.
    pub session: SessionFacts,
}

/// The appointments of a person: to come, of the last year, and those called off whose day lies ahead.
///
/// # Errors
/// The database failed.
pub async fn of_person(
    conn: &impl Conn,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Appointed>, Error> {
    let mine = enrolments::of_person(conn, person_id).await?;
    let ids: Vec<i64> = mine.iter().map(|enrolment| enrolment.id).collect();
    let mut programmes: Vec<Programme> = Vec::new();
    let mut found = Vec::new();
    for invite in invites::of_enrolments(conn, &ids).await? {
        let Some(enrolment) = mine.iter().find(|e| e.id == invite.enrolment_id) else { continue };
        if !programmes.iter().any(|known| known.offering(enrolment.offering_id).is_some()) {
            programmes.extend(programme::of_offering(conn, enrolment.offering_id).await?);
        }
        let session = programmes.iter().find_map(|known| known.session(invite.session_id));
        found.extend(session.and_then(|(offered, session)| appointed(&invite, offered, session, now)));
    }
    found.sort_by_key(|one| (one.entry.session.date, one.entry.session.start, one.session_id));
    Ok(found)
}

/// What the calendar shows of an invite now; none for what it shows no more.
fn appointed(invite: &Invite, offered: &Offered, session: &Session, now: DateTime<Utc>) -> Option<Appointed> {
    let stored = stored(invite, session);
    let stands = (!stored.ended).then(|| standing(offered, session, &stored.appointment)).flatten();
    let said = handed_over(stored, invite.told());
    let shown = standing(offered, session, &said.appointment)?;
    let stamp = said.stamp.unwrap_or(invite.last_dtstamp);
    is_carried(said.ended, said.sequence, shown.ends_at, now).then(|| Appointed {
        session_id: session.id,
        kind: offered.row.kind(),
        entry: Entry {
            uid: invite.uid.clone(),
            sequence: said.sequence,
            // A corrected title is the same SEQUENCE with a later stamp (R71).
            stamp: session.renamed_at.map_or(stamp, |at| at.max(stamp)),
            cancelled: said.ended,
            session: shown.session,
        },
        stands,
    })
}

/// The session then and there; none without a date.
fn standing(offered: &Offered, session: &Session, at: &Appointment) -> Option<Standing> {
    let ends_at = at.timing(offered.zone)?.ends_at();
    Some(Standing { ends_at, session: offered.session_facts(session).at(at) })
}

/// What an invite says once nothing of it waits. An old one does not say when and where; the session itself does.
fn stored(invite: &Invite, session: &Session) -> Told {
    let shown = invite.shown.as_deref().and_then(|shown| serde_json::from_str::<Appointment>(shown).ok());
    Told {
        sequence: u32::try_from(invite.sequence).unwrap_or(0),
        ended: invite.ended_at.is_some(),
        appointment: shown.unwrap_or_else(|| session.appointment()),
        stamp: Some(invite.last_dtstamp),
    }
}

/// The path of a person's calendar address.
pub fn feed_path(token: &str) -> String {
    format!("/calendario/{token}.ics")
}

/// Appointments of a person that go into a calendar as a file, in the person's language.
pub fn file(visit: &Visit, person: &Person, appointed: Vec<Appointed>, name: &str) -> IcsFile {
    own(visit, person, appointed, None, None, name)
}

/// The whole calendar of a person; with the address where it can be asked for again, it is a subscription.
pub fn whole(visit: &Visit, person: &Person, appointed: Vec<Appointed>, source: Option<String>) -> IcsFile {
    let organisation = Value::Text(&visit.app.desk.policy.sender.organisation);
    let name =
        visit.app.views.words().with(person.language(), "feed-name-own", &[("organisation", organisation)]);
    own(visit, person, appointed, Some(name), source, "percorso")
}

fn own(
    visit: &Visit,
    person: &Person,
    appointed: Vec<Appointed>,
    name: Option<String>,
    source: Option<String>,
    file: &str,
) -> IcsFile {
    let entries = appointed.into_iter().map(|one| one.entry).collect();
    let feed = Feed { whose: Whose::Own, name, source, entries };
    let words = visit.app.views.words();
    let text = render(&feed, &visit.app.desk.policy.sender, person.language(), words);
    IcsFile::new(text, file, Kept::ByTheAsker)
}
