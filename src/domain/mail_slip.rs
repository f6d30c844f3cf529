//! A slip in the domain of an address: what was meant, perhaps. Only a question to whoever typed it: addresses of every
//! kind are taken as they are.

use super::person::EmailAddress;

/// Providers that many people here have an address with; a slip is looked for in these.
const FREQUENT: [&str; 13] = [
    "gmail.com",
    "libero.it",
    "hotmail.it",
    "hotmail.com",
    "outlook.it",
    "outlook.com",
    "yahoo.it",
    "yahoo.com",
    "virgilio.it",
    "tiscali.it",
    "icloud.com",
    "alice.it",
    "fastwebnet.it",
];

/// Domains that look like a slip and are none.
const NO_SLIP: [&str; 9] = [
    "mail.com",
    "email.com",
    "email.it",
    "ymail.com",
    "googlemail.com",
    "gmx.com",
    "live.it",
    "yahoo.fr",
    "hotmail.fr",
];

/// The domain that was meant, where the one of an address is one or two letters away from a frequent one.
pub fn meant_domain(address: &EmailAddress) -> Option<&'static str> {
    let (_, domain) = address.as_str().split_once('@')?;
    if FREQUENT.contains(&domain) || NO_SLIP.contains(&domain) {
        return None;
    }
    // The most frequent one of all exists under one ending only.
    if domain.split('.').next() == Some("gmail") {
        return Some("gmail.com");
    }
    let near = |known: &'static str| (distance(domain, known), known);
    let (apart, known) = FREQUENT.into_iter().map(near).min_by_key(|(apart, _)| *apart)?;
    // In a short domain two letters are too many for a slip.
    let most = if known.len() < "gmail.com".len() { 1 } else { 2 };
    (apart <= most).then_some(known)
}

/// How many letters have to be added, left out, replaced, or exchanged with the next one, to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let replaced = last[j] + usize::from(a != b);
            let mut least = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && one[i - 1] == *b && other[j - 1] == *a {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = last;
        last = row;
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(domain: &str) -> Option<&'static str> {
        meant_domain(&EmailAddress::parse(&format!("ada@{domain}")).unwrap())
    }

    #[test]
    fn a_slip_of_one_or_two_letters_is_asked_about() {
        for (typed, wanted) in [
            ("gmial.con", "gmail.com"),
            ("gmail.it", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("lbero.it", "libero.it"),
            ("hotmial.it", "hotmail.it"),
            ("hotmail.co", "hotmail.com"),
            ("yaho.it", "yahoo.it"),
            ("ilcoud.com", "icloud.com"),
        ] {
            assert_eq!(meant(typed), Some(wanted), "{typed}");
        }
    }

    #[test]
    fn a_domain_that_exists_or_is_like_none_is_left_alone() {
        for domain in FREQUENT.into_iter().chain(NO_SLIP) {
            assert_eq!(meant(domain), None, "{domain}");
        }
        for domain in ["posta.example", "percorso.example", "comune.milano.it", "unimi.it", "amalo.it"] {
            assert_eq!(meant(domain), None, "{domain}");
        }
    }

    #[test]
    fn letters_that_changed_places_are_one_slip() {
        assert_eq!(distance("gmial.com", "gmail.com"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("libero.it", "libero.it"), 0);
    }
}
