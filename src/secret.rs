//! The secret key, and what is kept of tokens: never the token, only its keyed hash (HMAC-SHA-256, RFC 2104),
//! one use of the key per purpose.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

/// The program's secret key.
#[derive(Clone)]
pub struct Secret([u8; 32]);

/// What a hash is for: the same token hashed for two purposes gives two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The link that confirms a sign-up.
    Confirm,
    /// The link of a sign-in.
    SignInLink,
    /// The six digits of a sign-in, together with the request's handle.
    SignInCode,
    /// The cookie of a sign-in.
    Cookie,
    /// The token in the forms of a sign-in, made from its cookie.
    Form,
    /// A link that does one act.
    Action,
    /// The link that confirms a new address.
    Address,
    /// A person's calendar address, made from the nonce that is stored.
    FeedAddress,
    /// What is stored of a calendar address.
    Feed,
    /// What the database keeps to know its key again.
    Fingerprint,
}

impl Secret {
    /// A key of 32 bytes.
    pub fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// The keyed hash of a value for a purpose.
    pub fn hash(&self, purpose: Purpose, value: &str) -> String {
        let label: &[u8] = match purpose {
            Purpose::Confirm => b"confirm",
            Purpose::SignInLink => b"sign-in-link",
            Purpose::SignInCode => b"sign-in-code",
            Purpose::Cookie => b"cookie",
            Purpose::Form => b"form",
            Purpose::Action => b"action",
            Purpose::Address => b"address",
            Purpose::FeedAddress => b"feed-address",
            Purpose::Feed => b"feed",
            Purpose::Fingerprint => b"fingerprint",
        };
        // HMAC takes keys of every length; the fallback cannot be reached with 32 bytes.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return String::new() };
        mac.update(label);
        mac.update(&[0]);
        mac.update(value.as_bytes());
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }
}

/// Compares two values in a time that does not depend on where they differ.
pub fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_depends_on_key_purpose_and_value() {
        let secret = Secret::new([1; 32]);
        let hash = secret.hash(Purpose::Cookie, "token");
        assert_eq!(hash, Secret::new([1; 32]).hash(Purpose::Cookie, "token"));
        assert_ne!(hash, Secret::new([2; 32]).hash(Purpose::Cookie, "token"));
        assert_ne!(hash, secret.hash(Purpose::Form, "token"));
        assert_eq!(hash.len(), 43);
    }

    #[test]
    fn comparing_tells_equal_from_different() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd") && !same("abc", "ab") && !same("", "a"));
    }

    #[test]
    fn the_key_is_not_printed() {
        assert_eq!(format!("{:?}", Secret::new([9; 32])), "Secret(…)");
    }
}
