//! What a letter would say to somebody without an address becomes a line of the call list: a task with the letter's
//! facts, without names and links. Of one enrolment the list says the newest thing only.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::invites::Place;
use super::post::{About, json};
use super::{Outcome, Scene};
use crate::domain::enrolment::State;
use crate::domain::letter::{
    Letter, OfferNow, Payload, Recipient, SessionFacts, after_unheard, is_of_paper, tells_sessions,
};
use crate::domain::offering::Kind;
use crate::store::calls::{self, OpenCall, Said};
use crate::store::people::Person;
use crate::store::programme::Offered;
use crate::store::sessions::Session;
use crate::store::tasks::Task;

impl Scene<'_> {
    /// Puts on the list what the letter would have said.
    pub(super) async fn call(
        &self,
        person: &Person,
        letter: Letter,
        about: About,
        after: TimeDelta,
    ) -> Outcome<()> {
        if person.erased_at.is_some() {
            return Ok(());
        }
        let (mut letter, mut told_with_it, mut knew) = (letter, false, Vec::new());
        let mut unheard_paper = None;
        for older in calls::open_of(self.tx, person.id).await? {
            if is_superseded(&older, about, &letter) {
                unheard_paper = paper_of(&older).or(unheard_paper);
                if let Letter::OfferLapsed { unheard, .. } = &mut letter {
                    *unheard |= is_an_offer(&older);
                }
                knew.extend(known_before(&older));
                calls::drop_untold(self.tx, older.task_id).await?;
            } else {
                told_with_it |= older.enrolment_id == about.enrolment_id && is_told_by(&older, &letter);
            }
        }
        if told_with_it {
            return Ok(());
        }
        if let Some(unheard) = unheard_paper {
            let Some(left) = after_unheard(letter, &unheard) else { return Ok(()) };
            letter = left;
        }
        let task = Task {
            id: 0,
            kind: calls::KIND.to_owned(),
            edition_id: Some(self.programme.edition.id),
            person_id: Some(person.id),
            session_id: about.session_id,
            enrolment_id: about.enrolment_id,
            key: self.key(person.id, &letter, about),
            created_at: self.now,
            settled_at: None,
            settled_by: None,
            text_id: None,
        };
        letter = letter.without_secrets();
        letter.take_invite();
        let nobody =
            Recipient { address: String::new(), given_name: String::new(), full_name: String::new() };
        let payload = Payload { sender: self.sender(), to: nobody, season: String::new(), letter };
        let said = Said {
            language: person.language().code().to_owned(),
            payload: json(&Kept { payload, knew })?,
            due_at: self.now + after,
        };
        Ok(calls::add(self.tx, task, said).await?)
    }

    /// Once for each kind, enrolment and session at one moment; letters about no enrolment are told apart by the page they
    /// are about.
    fn key(&self, person_id: i64, letter: &Letter, about: About) -> String {
        let page = match letter {
            Letter::AttendedStillShort { session, .. } | Letter::AbsentStillShort { session, .. } => {
                session.page.as_str()
            }
            _ => "",
        };
        let (enrolment, session) =
            (about.enrolment_id.unwrap_or_default(), about.session_id.unwrap_or_default());
        let at = self.now.timestamp_millis();
        format!("call-{person_id}-{}-{enrolment}-{session}-{page}-{at}", letter.code())
    }

    /// M12 on the phone: of two changes nobody was told between, the first day that was known and the last one; one that
    /// undoes the other leaves nothing to say, but that an offer ended by it.
    pub(super) async fn call_changed(
        &self,
        place: Place<'_>,
        offered: &Offered,
        session: &Session,
        was: &SessionFacts,
    ) -> Outcome<()> {
        let mut knew = self.last_told(place.enrolment, session.id, was.clone()).await?;
        let (mut offer, mut others) = (self.offer_now(place, offered).await?, Vec::new());
        for open in calls::open_of(self.tx, place.person.id).await? {
            if open.enrolment_id != Some(place.enrolment.id) {
                continue;
            }
            match serde_json::from_str::<Payload>(&open.payload).map(|payload| payload.letter) {
                Ok(Letter::SessionChanged { was: before, offer: says, .. })
                    if open.session_id == Some(session.id) =>
                {
                    calls::drop_untold(self.tx, open.task_id).await?;
                    knew = before;
                    offer = self.offer_since(place, offered, &says).await?;
                }
                // Of an offer they never heard of, nobody needs to hear that it ended.
                Ok(Letter::PlaceOffered { .. }) if offer.has_ended() => {
                    calls::drop_untold(self.tx, open.task_id).await?;
                    offer = OfferNow::NotMade;
                    // What the offer would have told along is to be said by itself.
                    others = known_before(&open);
                }
                _ => {}
            }
        }
        if let Some(at) = others.iter().position(|(id, _)| *id == session.id) {
            knew = others.swap_remove(at).1;
        }
        let quiet = self.quiet(&was.appointment(), session);
        self.say_changed(place, offered, (session, knew), offer, quiet).await?;
        for (id, knew) in others {
            let other = offered.sessions.iter().find(|other| other.id == id);
            if let Some(other) = other.filter(|other| !other.is_cancelled()) {
                self.say_changed(place, offered, (other, knew), OfferNow::NotMade, quiet).await?;
            }
        }
        Ok(())
    }

    /// One session as it is now, for somebody who knew it as it was; nothing where that is the same and no offer ended.
    async fn say_changed(
        &self,
        place: Place<'_>,
        offered: &Offered,
        (session, knew): (&Session, SessionFacts),
        offer: OfferNow,
        after: TimeDelta,
    ) -> Outcome<()> {
        let now_is = offered.session_facts(session);
        if knew.appointment() == now_is.appointment() && !offer.has_ended() {
            return Ok(());
        }
        let about = About {
            enrolment_id: Some(place.enrolment.id),
            session_id: Some(session.id),
            ..About::default()
        };
        let letter = Letter::SessionChanged {
            was: knew,
            session: now_is,
            course: offered.row.kind() == Kind::Course,
            waiting: matches!(place.state, State::Waitlisted | State::Offered),
            offer,
            provisional: place.state == State::Provisional,
            leave_token: String::new(),
            invite: None,
        };
        self.call(place.person, letter, about, after).await
    }
}

/// A call as the list keeps it.
#[derive(Serialize)]
struct Kept {
    #[serde(flatten)]
    payload: Payload,
    /// Sessions as the person knew them before changes that this call tells along.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    knew: Vec<(i64, SessionFacts)>,
}

/// The sessions whose change this call is to tell, or to tell along, as the person knew them before: where it is dropped
/// they know no more than that.
pub(super) fn known_before(call: &OpenCall) -> Vec<(i64, SessionFacts)> {
    #[derive(Deserialize)]
    struct Along {
        #[serde(default)]
        knew: Vec<(i64, SessionFacts)>,
    }
    let along = serde_json::from_str(&call.payload).map(|along: Along| along.knew);
    let mut found = along.unwrap_or_default();
    found.extend(call.session_id.zip(changed_from(&call.payload)));
    found
}

/// Whether nobody was told yet when and where the sessions of the enrolment are: whoever is, is told what is so then, and
/// has heard of no other date.
fn is_told_by(older: &OpenCall, newer: &Letter) -> bool {
    matches!(newer, Letter::SessionChanged { .. } | Letter::SessionCancelled { .. })
        && serde_json::from_str::<Payload>(&older.payload)
            .is_ok_and(|payload| tells_sessions(&payload.letter))
}

/// Whether it was to say that a place is held: while it is open, nobody has said so.
fn is_an_offer(older: &OpenCall) -> bool {
    serde_json::from_str::<Payload>(&older.payload)
        .is_ok_and(|payload| matches!(payload.letter, Letter::PlaceOffered { .. }))
}

/// What it was to say about a certificate, where it was about one.
fn paper_of(older: &OpenCall) -> Option<Letter> {
    let said = serde_json::from_str::<Payload>(&older.payload).ok()?.letter;
    is_of_paper(&said).then_some(said)
}

/// Whether something newer is to be said about the same enrolment: all of it, or the same session of it. That a place is at
/// risk, or free, says nothing of its days: what is to be said of one of them stays. Nor does a certificate say anything of
/// places and marks: what is to be said of it takes the place of what was to be said of it before, and of nothing else.
fn is_superseded(older: &OpenCall, newer: About, letter: &Letter) -> bool {
    let of_days = !matches!(letter, Letter::ProvisionalAtRisk { .. } | Letter::PlaceFree { .. });
    newer.enrolment_id.is_some()
        && older.enrolment_id == newer.enrolment_id
        && paper_of(older).is_some() == is_of_paper(letter)
        && (older.session_id == newer.session_id || newer.session_id.is_none() && of_days)
}

/// What was known before a change that nobody was told of yet, by the stored letter or call that is to tell it.
pub(super) fn changed_from(payload: &str) -> Option<SessionFacts> {
    match serde_json::from_str::<Payload>(payload).ok()?.letter {
        Letter::SessionChanged { was, .. } => Some(was),
        _ => None,
    }
}
