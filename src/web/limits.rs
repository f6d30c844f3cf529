//! Loose limits per client address; the tight ones, per recipient of mail, are counted in the database.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Limits per client address; none = no limit.
pub struct Limits {
    requests: Option<DefaultKeyedRateLimiter<IpAddr>>,
    sign_ups: Option<DefaultKeyedRateLimiter<IpAddr>>,
    asked: AtomicU32,
}

/// After so many questions, addresses that have been quiet are forgotten.
const TIDY_EVERY: u32 = 4096;

impl Limits {
    /// Requests in a minute and sign-up forms in an hour; 0 = no limit.
    pub fn new(requests_per_minute: u32, sign_ups_per_hour: u32) -> Self {
        Self {
            requests: NonZeroU32::new(requests_per_minute).map(|n| RateLimiter::keyed(Quota::per_minute(n))),
            sign_ups: NonZeroU32::new(sign_ups_per_hour).map(|n| RateLimiter::keyed(Quota::per_hour(n))),
            asked: AtomicU32::new(0),
        }
    }

    /// Whether one more request of an address is within its limit.
    pub fn allow_request(&self, client: Option<IpAddr>) -> bool {
        self.tidy();
        allowed(self.requests.as_ref(), client)
    }

    /// Whether one more sign-up form of an address is within its limit.
    pub fn allow_sign_up(&self, client: Option<IpAddr>) -> bool {
        allowed(self.sign_ups.as_ref(), client)
    }

    fn tidy(&self) {
        if self.asked.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            for limiter in [&self.requests, &self.sign_ups].into_iter().flatten() {
                limiter.retain_recent();
            }
        }
    }
}

fn allowed(limiter: Option<&DefaultKeyedRateLimiter<IpAddr>>, client: Option<IpAddr>) -> bool {
    match (limiter, client) {
        (Some(limiter), Some(client)) => limiter.check_key(&household(client)).is_ok(),
        _ => true,
    }
}

/// The address that is counted: of IPv6 the first half, which is what one house or one server is given (RFC 6177).
fn household(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => mapped.into(),
            None => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_beyond_its_limit_is_stopped_and_others_are_not() {
        let limits = Limits::new(2, 0);
        let one = Some(IpAddr::from([127, 0, 0, 1]));
        let other = Some(IpAddr::from([127, 0, 0, 2]));
        assert!(limits.allow_request(one) && limits.allow_request(one));
        assert!(!limits.allow_request(one));
        assert!(limits.allow_request(other));
        assert!((0..100).all(|_| limits.allow_sign_up(one)));
    }

    #[test]
    fn a_house_has_one_limit_however_many_addresses_it_was_given() {
        let limits = Limits::new(2, 0);
        let at = |address: &str| Some(address.parse::<IpAddr>().unwrap());
        assert!(
            limits.allow_request(at("2001:db8:1:2::1")) && limits.allow_request(at("2001:db8:1:2:ffff::9"))
        );
        assert!(!limits.allow_request(at("2001:db8:1:2:3:4:5:6")));
        assert!(limits.allow_request(at("2001:db8:1:3::1")));
        assert!(limits.allow_request(at("192.0.2.1")) && limits.allow_request(at("::ffff:192.0.2.1")));
        assert!(!limits.allow_request(at("192.0.2.1")), "the same address, written in the longer form");
    }
}
