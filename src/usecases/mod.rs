//! What people and jobs can do: one verb per file, each one transaction. The only writers of business data.
//!
//! A use case is *load → decide → save and enqueue → commit*: it locks offerings, then persons, in ascending
//! id, loads the facts, asks `domain`, and writes state, history, audit and letters together. To add one:
//! 1. a file named after the verb; 2. its line below; 3. a handler in `web` or a command in `cli` that calls it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::Clock;
use crate::domain::letter::Sender;
use crate::domain::refusal::Refusal;
use crate::random::Random;
use crate::secret::Secret;
use crate::store::programme::Programme;
use crate::store::qualified::CanPrint;
use crate::store::{self, Store, Tx};

pub mod accept_key;
pub mod add_walk_in;
pub mod answer_dispute;
pub mod answer_offer;
pub mod ask_address;
pub mod award_all;
pub mod award_certificate;
pub mod call_now;
pub mod cancel_enrolment;
pub mod change_programme;
pub mod check_names;
pub mod close_lines;
pub mod close_register;
pub mod confirm_address;
pub mod confirm_new_address;
pub mod correct_mark;
pub mod correct_name;
pub mod correct_person;
pub mod decide_application;
pub mod drop_calls;
pub mod end_reached;
pub mod enrol;
pub mod erase_person;
pub mod erase_unconfirmed;
pub mod expire_holds;
pub mod export_edition;
pub mod grant_role;
pub mod hand_over;
pub mod import_edition;
pub mod issue_statement;
pub mod look_again;
pub mod next_due;
pub mod note_person;
pub mod offer_places;
pub mod open_dispute;
pub mod open_refusals;
pub mod preview_closing;
pub mod reissue_certificate;
pub mod remind_staff;
pub mod reopen_call;
pub mod request_date;
pub mod request_sign_in;
pub mod resend_confirmation;
pub mod revoke_certificate;
pub mod send_again;
pub mod send_letters;
pub mod settle_call;
pub mod settle_refusal;
pub mod settle_task;
pub mod shape_edition;
pub mod sign_in;
pub mod sign_up;
pub mod sign_up_by_staff;
pub mod sign_up_sent;
pub mod swap_workshop;
pub mod take_attendance;
pub mod take_effect;
pub mod take_invites;
pub mod waive_rule;
pub mod write_test_mail;

mod admit;
mod audited;
mod call_instead;
mod certificate_doubts;
mod edition_now;
mod invited;
mod invites;
mod last_told;
mod letter_edition;
mod letter_stands;
mod moves;
mod open_questions;
mod path;
mod place_at_risk;
mod post;
mod put_right;
mod readdress;
mod reconsider;
mod refusals_asked;
mod remind_trainers;
mod reminders;
mod room_needs;
mod tell_change;
mod tell_date;
mod tell_line;
mod told_since;

pub use audited::ACTS;
pub use path::{free_places, full_for_newcomers, offered_workshops, path_facts, told_facts, too_late_for};

/// What every use case works with.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Random values.
    pub random: Random,
    /// The key of links and cookies.
    pub secret: Secret,
    /// Settings.
    pub policy: Policy,
}

/// The settings that decisions depend on.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Who sends letters.
    pub sender: Sender,
    /// How long a change waits for another one before people are told: one letter for both.
    pub quiet_time: TimeDelta,
    /// From closing a register to its taking effect.
    pub register_delay: TimeDelta,
    /// The version of the privacy text that people read.
    pub privacy_version: String,
    /// Sign-in letters to one address in an hour, at most; 0 = no limit.
    pub sign_in_letters_per_hour: u64,
    /// Sign-up letters to one address in an hour, at most; 0 = no limit.
    pub sign_up_letters_per_hour: u64,
    /// How long a sign-in lasts.
    pub sign_in_lasts: TimeDelta,
    /// The beginning of every certificate's number.
    pub certificate_prefix: String,
    /// Whether a name can be printed with the letters at hand; handed in, so that no use case prints.
    pub can_print: CanPrint,
}

/// Whether so many letters have used up a limit; a limit of 0 is none.
fn is_used_up(most: u64, letters: u64) -> bool {
    most > 0 && letters >= most
}

/// Why a use case did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum No {
    /// Decided: no, for this reason.
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// There is no such thing, or it is not the asker's to see.
    #[error("not found")]
    NotFound,
    /// Too many letters to this address in the last hour.
    #[error("too many letters in an hour")]
    TooMany,
    /// Our own machinery failed.
    #[error("the database failed: {0}")]
    Fault(#[from] store::Error),
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a use case gives.
pub type Outcome<T> = Result<T, No>;

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The person whom it concerns.
    Person(i64),
    /// A trainer or somebody of the office.
    Staff(i64),
    /// The program by itself, when a time came.
    Job,
    /// Somebody at the server's command line.
    Command,
}

impl Actor {
    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Staff(_) => "staff",
            Self::Job => "job",
            Self::Command => "command",
        }
    }

    /// The id of the human, where there is one.
    pub fn id(self) -> Option<i64> {
        match self {
            Self::Person(id) | Self::Staff(id) => Some(id),
            Self::Job | Self::Command => None,
        }
    }
}

/// An open decision: the transaction, the edition as it is in it, the time and who acts.
struct Scene<'a> {
    desk: &'a Desk,
    tx: &'a Tx,
    programme: &'a Programme,
    now: DateTime<Utc>,
    actor: Actor,
}

/// Reads the edition of an offering inside the transaction, after the offering was locked.
async fn programme_of(tx: &Tx, offering_id: i64) -> Outcome<Programme> {
    store::programme::of_offering(tx, offering_id).await?.ok_or(No::NotFound)
}

/// The same outside a transaction: to look where something may be due.
async fn programme_of_reader(conn: &impl store::Conn, offering_id: i64) -> Outcome<Programme> {
    store::programme::of_offering(conn, offering_id).await?.ok_or(No::NotFound)
}

/// Locks offerings together with the course they lead to, then persons, each in ascending id: what follows
/// from a decision about a workshop may touch the place on the course.
async fn lock(tx: &Tx, offering_ids: &[i64], person_ids: &[i64]) -> Outcome<()> {
    let mut ids = offering_ids.to_vec();
    if let Some(first) = offering_ids.first()
        && let Some(course) = store::offerings::course_beside(tx, *first).await?
    {
        ids.push(course);
    }
    store::offerings::lock(tx, &ids).await?;
    Ok(store::people::lock(tx, person_ids).await?)
}
