//! The links and codes of letters: which there are, and how a letter reads without them.

use super::{Letter, OfferNow};

impl Letter {
    /// Whether it travels in the lane of sign-in letters, which nothing else holds up.
    pub fn is_sign_in(&self) -> bool {
        matches!(
            self,
            Self::SignIn { .. }
                | Self::ConfirmSignUp { .. }
                | Self::KnownSignUp { .. }
                | Self::ConfirmAddress { .. }
        )
    }

    /// The links of it that do an act, each with its purpose and its place.
    pub fn links_mut(&mut self) -> Vec<(&'static str, &mut String)> {
        match self {
            Self::PlaceConfirmed { leave_token, .. }
            | Self::WaitingListJoined { leave_token, .. }
            | Self::CourseConfirmed { leave_token, .. }
            | Self::CourseWaiting { leave_token, .. }
            | Self::ProvisionalPlace { leave_token, .. }
            | Self::Reminder { leave_token, .. }
            | Self::ApplicationReceived { leave_token, .. } => vec![("leave", leave_token)],
            Self::SessionChanged {
                leave_token,
                offer: OfferNow::Held { accept_token, decline_token, .. },
                ..
            } => vec![("accept", accept_token), ("decline", decline_token), ("leave", leave_token)],
            Self::SessionChanged { leave_token, .. } => vec![("leave", leave_token)],
            Self::PlaceOffered { accept_token, decline_token, .. } => {
                vec![("accept", accept_token), ("decline", decline_token)]
            }
            Self::PlaceFree { accept_token, .. } => vec![("accept", accept_token)],
            _ => Vec::new(),
        }
    }

    /// The same letter as the office may read it: no link in it works.
    pub fn masked(mut self) -> Self {
        for (_, token) in self.links_mut() {
            "…".clone_into(token);
        }
        match &mut self {
            Self::ConfirmSignUp { token, .. } | Self::ConfirmAddress { token, .. } => {
                "…".clone_into(token);
            }
            Self::KnownSignUp { token, .. } if token.is_some() => *token = Some("…".to_owned()),
            Self::SignIn { token, code, .. } => {
                "…".clone_into(token);
                "…".clone_into(code);
            }
            _ => {}
        }
        self
    }

    /// The same letter without the secrets that only the mail itself may hold; stored once it was sent.
    pub fn without_secrets(mut self) -> Self {
        for (_, token) in self.links_mut() {
            token.clear();
        }
        match &mut self {
            Self::ConfirmSignUp { token, .. } | Self::ConfirmAddress { token, .. } => token.clear(),
            Self::KnownSignUp { token, .. } => *token = None,
            Self::SignIn { token, code, way, .. } => {
                token.clear();
                code.clear();
                way.clear();
            }
            _ => {}
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn a_sent_letter_keeps_no_secret() {
        let letter = Letter::SignIn {
            token: "secret-token".into(),
            code: "123456".into(),
            until: DateTime::UNIX_EPOCH,
            way: String::new(),
        };
        let stored = serde_json::to_string(&letter.without_secrets()).unwrap();
        assert!(!stored.contains("secret-token") && !stored.contains("123456"));
    }
}
