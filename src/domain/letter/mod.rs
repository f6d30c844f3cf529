//! What a letter says, as decided: the facts that are stored with the decision and rendered later.
//!
//! A letter is written into the outbox in the transaction of its decision; rendering is a pure function of
//! the stored row. To add one: the recipe "A letter" in CONTRIBUTING.md.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

mod calendar;
mod code;
mod current;
mod due;
mod ending;
mod facts;
mod free;
mod holds;
mod instead;
mod late;
mod matters;
mod paper;
mod path;
mod payload;
mod secrets;
mod stands;
mod titled;
mod to_tell;
mod told_by;
mod too_late;
pub use current::{as_it_is_now, draw_anew, due_now, tells_sessions};
pub use ending::{Ending, letter_of};
pub use facts::{
    Choice, Corrected, DigestLine, InviteFacts, Method, OfferNow, PathFacts, Recipient, Sender, SessionFacts,
    Title,
};
pub use holds::still_holds;
pub use instead::Instead;
pub use paper::{after_unheard, is_of_paper};
pub use payload::{Payload, VERSION};
pub use stands::{Recorded, Stands};
pub use to_tell::{TOLD_WITHIN, is_to_tell, may_be_to_tell};
pub use told_by::{TELL_WHEN, is_told_by};

/// A letter: one variant per row of UX.md 4.5 that exists so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the facts of a letter are the ones its own line names")]
pub enum Letter {
    /// M0: confirm the address and the choices.
    ConfirmSignUp { token: String, choices: Vec<Choice>, until: DateTime<Utc> },
    /// M0b: a known address signed up again; `token` where something is to be confirmed, or a `free` place to be taken.
    KnownSignUp {
        token: Option<String>,
        choices: Vec<Choice>,
        already: Vec<Choice>,
        #[serde(default)]
        free: Vec<Choice>,
        until: DateTime<Utc>,
    },
    /// M0c: the hold ended.
    HoldEnded { session: SessionFacts },
    /// M1: the place is confirmed; carries the invite where the person takes invites.
    PlaceConfirmed {
        session: SessionFacts,
        leave_token: String,
        path: PathFacts,
        invite: Option<InviteFacts>,
    },
    /// M11b: the waiting list was joined; `open_to_all`: no offer is made any more.
    WaitingListJoined {
        session: SessionFacts,
        leave_token: String,
        position: u32,
        path: PathFacts,
        #[serde(default)]
        open_to_all: bool,
    },
    /// The place, or the position, was given back or taken away; carries the CANCEL where one is due. `declined`: it was
    /// offered, and never had.
    PlaceReleased {
        session: SessionFacts,
        by_staff: bool,
        waiting: bool,
        path: PathFacts,
        invite: Option<InviteFacts>,
        #[serde(default)]
        declined: bool,
    },
    /// M3: a link and a code to sign in; the link leads back to the page of this site that somebody wanted, where there is
    /// one (`way`, the query of the link).
    SignIn {
        token: String,
        code: String,
        until: DateTime<Utc>,
        #[serde(default)]
        way: String,
    },
    /// A new address is confirmed by whoever reads it; until then nothing changes.
    ConfirmAddress { token: String, until: DateTime<Utc> },
    /// To the address so far: another one was asked for, named with most of it covered.
    AddressAsked { masked: String, until: DateTime<Utc> },
    /// M4: attended, something is still missing.
    AttendedStillShort { session: SessionFacts, path: PathFacts },
    /// M5: the rule is reached.
    RuleReached {
        path: PathFacts,
        course: Title,
        days: Vec<SessionFacts>,
        /// A place for good, which a waiver gave before.
        has_course_place: bool,
        closes: Option<NaiveDate>,
        /// The office decides on each application.
        #[serde(default)]
        by_decision: bool,
    },
    /// M6: absent, something is still missing.
    AbsentStillShort { session: SessionFacts, path: PathFacts },
    /// M10: a place on the course, or a provisional one that has become final; all dates, no calendar object.
    CourseConfirmed {
        course: Title,
        days: Vec<SessionFacts>,
        leave_token: String,
        path: PathFacts,
        #[serde(default)]
        was_provisional: bool,
    },
    /// The invite of one course day.
    CourseDay { invite: InviteFacts },
    /// The CANCEL of one course day.
    CourseDayCancelled { invite: InviteFacts },
    /// M11: waits for a place on the course; `room`: a place is free, and could not be given to them for now.
    CourseWaiting {
        course: Title,
        position: u32,
        leave_token: String,
        path: PathFacts,
        #[serde(default)]
        room: bool,
    },
    /// M11c: a provisional place: all dates, no calendar object.
    /// `again`: they were told that it would end, and it does not.
    ProvisionalPlace {
        course: Title,
        days: Vec<SessionFacts>,
        leave_token: String,
        path: PathFacts,
        #[serde(default)]
        again: bool,
    },
    /// M11c: the provisional place will be released unless something is chosen in time.
    ProvisionalAtRisk { course: Title, until: DateTime<Utc>, path: PathFacts },
    /// M11c: the provisional place was released by the rule.
    ProvisionalReleased { course: Title, path: PathFacts },
    /// M11c: a waiver was given.
    WaiverGiven { course: Title, path: PathFacts },
    /// S19: a mark was corrected after its register took effect.
    MarkCorrected { corrected: Corrected, path: PathFacts },
    /// Somebody said they were there, and it could not be confirmed.
    DisputeDeclined { session: SessionFacts, course: bool, answer: String, path: PathFacts },
    /// The place on the course was given back or taken away; `declined`: it was offered, and never had.
    CourseLeft {
        course: Title,
        by_staff: bool,
        path: PathFacts,
        #[serde(default)]
        declined: bool,
    },
    /// M9: the application for the course has arrived; a person of the office decides on it.
    ApplicationReceived { course: Title, leave_token: String, path: PathFacts },
    /// The office declined the application, and says why.
    ApplicationDeclined { course: Title, reason: String, path: PathFacts },
    /// M8: a place is free and held for you until then; two links, one that takes it and one that does not.
    PlaceOffered {
        session: SessionFacts,
        course: bool,
        until: DateTime<Utc>,
        accept_token: String,
        decline_token: String,
        path: PathFacts,
    },
    /// In the last hours before the begin a place is free for whoever takes it first; to those who wait, with its link.
    PlaceFree { session: SessionFacts, course: bool, accept_token: String, path: PathFacts },
    /// The offer ran out: the end of the line, then out; no other is made: places are `open_to_all`, or there are `no_more`.
    /// `unheard`: nobody reached them by phone while it was open.
    OfferLapsed {
        session: SessionFacts,
        course: bool,
        position: Option<u32>,
        path: PathFacts,
        #[serde(default)]
        open_to_all: bool,
        #[serde(default)]
        no_more: bool,
        #[serde(default)]
        unheard: bool,
    },
    /// The begin came and no place had become free.
    LineClosed { session: SessionFacts, course: bool, path: PathFacts },
    /// M2: two days before a session; `away`: how many days it is until then as it leaves.
    Reminder {
        session: SessionFacts,
        course: bool,
        leave_token: String,
        #[serde(default = "late::usual_days")]
        away: u64,
    },
    /// M7: a workshop somebody asked about has its date.
    DateOut { session: SessionFacts },
    /// M12: another date, other hours, another place; `was` without a date = a session that is new.
    SessionChanged {
        was: SessionFacts,
        session: SessionFacts,
        course: bool,
        waiting: bool,
        #[serde(default)]
        offer: OfferNow,
        provisional: bool,
        leave_token: String,
        invite: Option<InviteFacts>,
    },
    /// M12: one session of several is called off.
    SessionCancelled { session: SessionFacts, course: bool, invite: Option<InviteFacts> },
    /// M12: a whole workshop or course is called off.
    OfferingCancelled {
        session: SessionFacts,
        course: bool,
        waiting: bool,
        path: PathFacts,
        invite: Option<InviteFacts>,
        #[serde(default)]
        instead: Instead,
    },
    /// Before certificates are printed: is the name right? `edition` is a key, for links; `unprintable`: it has a character
    /// that no font of ours has, and is to be corrected.
    CheckName {
        course: Title,
        edition: String,
        #[serde(default)]
        unprintable: bool,
    },
    /// M13: the certificate is out; `again`: printed anew with what was corrected.
    CertificateReady { course: Title, number: String, again: bool, edition: String },
    /// The certificate was revoked, and why.
    CertificateRevoked { course: Title, number: String, reason: String },
    /// M15: to whoever leads tomorrow's session; `today`: what they did not know yet of one that is held today.
    TomorrowInTheRoom {
        session: SessionFacts,
        course: bool,
        session_id: i64,
        expected: u32,
        #[serde(default)]
        today: bool,
    },
    /// M15 does not hold any more: `session` as it said it; it was `moved` there, they were `taken_off` it, or else it was
    /// called off.
    NotTomorrow {
        session: SessionFacts,
        course: bool,
        session_id: i64,
        moved: Option<SessionFacts>,
        #[serde(default)]
        taken_off: bool,
    },
    /// M16: on Mondays, where something needs doing.
    Digest {
        lines: Vec<DigestLine>,
        more: u32,
        #[serde(default)]
        edition: String,
        #[serde(default)]
        key: String,
    },
    /// Everything that said who the person was is gone.
    DataErased,
    /// What `mail-test` sends.
    TestMail,
}

#[cfg(test)]
mod tests;
