//! What is to be said about a certificate, where what was to be said of it before has not been heard.

use super::Letter;

/// Whether it is about a certificate: of the same enrolment something else may be to be said beside it.
pub fn is_of_paper(letter: &Letter) -> bool {
    matches!(letter, Letter::CertificateReady { .. } | Letter::CertificateRevoked { .. })
}

/// The letter as it is for somebody who has not heard the one before; none where nothing is left to say. Of a certificate
/// nobody knows of, nobody needs to hear that it was printed anew or revoked; and whoever has not heard that theirs was
/// revoked hears with the new one that the one before is no longer valid.
pub fn after_unheard(mut letter: Letter, unheard: &Letter) -> Option<Letter> {
    match (&mut letter, unheard) {
        (Letter::CertificateReady { again, .. }, Letter::CertificateReady { again: before, .. }) => {
            *again = *before;
        }
        (Letter::CertificateReady { again, .. }, Letter::CertificateRevoked { .. }) => *again = true,
        (Letter::CertificateRevoked { .. }, Letter::CertificateReady { again: false, .. }) => return None,
        _ => {}
    }
    Some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::Title;

    fn ready(number: &str, again: bool) -> Letter {
        let (number, edition) = (number.to_owned(), "autunno-2014".to_owned());
        Letter::CertificateReady { course: Title::default(), number, again, edition }
    }

    fn revoked(number: &str) -> Letter {
        let (number, reason) = (number.to_owned(), "un errore".to_owned());
        Letter::CertificateRevoked { course: Title::default(), number, reason }
    }

    #[test]
    fn of_a_certificate_nobody_heard_of_neither_the_new_print_nor_the_end_is_news() {
        let new = after_unheard(ready("1/b", true), &ready("1", false));
        assert_eq!(new, Some(ready("1/b", false)), "for them it is the first");
        assert_eq!(after_unheard(revoked("1"), &ready("1", false)), None);
    }

    #[test]
    fn whoever_knew_of_one_hears_that_it_is_valid_no_more() {
        assert_eq!(after_unheard(revoked("1/b"), &ready("1/b", true)), Some(revoked("1/b")));
        assert_eq!(after_unheard(ready("2", false), &revoked("1")), Some(ready("2", true)));
    }
}
