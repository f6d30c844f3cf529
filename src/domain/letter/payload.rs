//! What the outbox stores of a letter.

use serde::{Deserialize, Serialize};

use super::{Letter, Recipient, Sender};

/// The version of the stored form; raised when a field changes its meaning.
pub const VERSION: i32 = 1;

/// What the outbox stores of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// Who sends.
    pub sender: Sender,
    /// To whom.
    pub to: Recipient,
    /// The key of the edition it is about, which its links name; empty = about none.
    #[serde(default)]
    pub season: String,
    /// What.
    #[serde(flatten)]
    pub letter: Letter,
}
