//! Takes a stored letter from its row to the mail server: puts it into words, hands it over.

use lettre::Message;

use super::compose::{Error, Stored, compose};
use super::transport::{Handed, Transport};
use crate::words::Views;

/// Composes and hands over.
#[derive(Clone)]
pub struct Postman {
    views: Views,
    transport: Transport,
}

impl Postman {
    /// A postman with these words and this way out.
    pub fn new(views: Views, transport: Transport) -> Self {
        Self { views, transport }
    }

    /// Whether mail leaves at all.
    pub fn sends(&self) -> bool {
        self.transport.sends()
    }

    /// Delivers one letter. One that cannot be put into words is refused: trying again would not help.
    pub async fn deliver(&self, stored: &Stored<'_>, kind: &str) -> Handed {
        let composed: Result<Message, Error> = compose(&self.views, stored);
        match composed {
            Ok(message) => self.transport.hand_over(message, kind).await,
            Err(error) => Handed::Refused(error.to_string()),
        }
    }
}
