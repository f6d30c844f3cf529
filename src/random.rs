//! The only place that makes random values: links, codes, calendar UIDs. Tests give it a seed.

use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::rngs::StdRng;
use rand::{Rng as _, RngExt as _, SeedableRng as _};

/// Letters and digits that nobody mistakes for each other when spoken or read.
const SPOKEN: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Makes random values.
#[derive(Clone)]
pub struct Random(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<Mutex<StdRng>>),
}

impl Random {
    /// Unpredictable values from the system.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// The same values at each run, for tests and reproducible pictures.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed)))))
    }

    /// 128 random bits as 22 characters that need no escaping in an address.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<16>())
    }

    /// 32 random bytes, for a key.
    pub fn key(&self) -> [u8; 32] {
        self.bytes::<32>()
    }

    /// Six digits for a sign-in typed by hand; guarded by a limit of tries.
    pub fn six_digits(&self) -> String {
        format!("{:06}", u32::from_le_bytes(self.bytes::<4>()) % 1_000_000)
    }

    /// Four characters to say on the phone; they identify nothing by themselves.
    pub fn spoken(&self) -> String {
        self.bytes::<4>().iter().map(|b| char::from(SPOKEN[usize::from(*b) % SPOKEN.len()])).collect()
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0u8; N];
        match &self.0 {
            Source::System => system_bytes(&mut bytes),
            Source::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes),
        }
        bytes
    }
}

impl std::fmt::Debug for Random {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Random")
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks for random values")]
fn system_bytes(bytes: &mut [u8]) {
    rand::rng().fill(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_values_and_the_system_does_not() {
        assert_eq!(Random::seeded(7).token(), Random::seeded(7).token());
        assert_ne!(Random::system().token(), Random::system().token());
    }

    #[test]
    fn tokens_carry_128_bits_and_codes_six_digits() {
        let random = Random::system();
        assert_eq!(random.token().len(), 22);
        assert!((0..100).all(|_| random.six_digits().len() == 6));
        assert!(random.spoken().bytes().all(|b| SPOKEN.contains(&b)));
    }
}
