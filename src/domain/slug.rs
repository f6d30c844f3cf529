//! The words of addresses: small letters, digits and single hyphens, made from a title.

use unicode_normalization::UnicodeNormalization;

/// The longest word of an address, in characters.
pub const LONGEST: usize = 60;

/// Whether a text is such a word: small letters, digits and single hyphens.
pub fn fits(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= LONGEST && text.split('-').all(part)
}

/// The word of a title: accents dropped, everything that is no letter of ASCII or digit a hyphen. Empty for a title that
/// has none of them.
pub fn slug(title: &str) -> String {
    let plain: String = title
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let mut word = String::new();
    for part in plain.split('-').filter(|part| !part.is_empty()) {
        let joined = if word.is_empty() { part.to_owned() } else { format!("{word}-{part}") };
        if joined.len() > LONGEST {
            break;
        }
        word = joined;
    }
    if word.is_empty() { plain.chars().filter(|c| *c != '-').take(LONGEST).collect() } else { word }
}

/// The word of a title that nobody has yet; `otherwise` where the title gives none.
pub fn unique(title: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let first = Some(slug(title)).filter(|word| !word.is_empty()).unwrap_or_else(|| otherwise.to_owned());
    if !taken(&first) {
        return first;
    }
    let mut number = 2_u32;
    loop {
        let tail = format!("-{number}");
        let head: String = first.chars().take(LONGEST - tail.len()).collect();
        let word = format!("{}{tail}", head.trim_end_matches('-'));
        if !taken(&word) {
            return word;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_becomes_the_word_that_was_announced() {
        assert_eq!(slug("Il promotore dell’Ama"), "il-promotore-dell-ama");
        assert_eq!(slug("Più città, perché?"), "piu-citta-perche");
        assert_eq!(slug("  Autunno 2015 "), "autunno-2015");
        assert_eq!(slug("«Ἀθήνα» سلام"), "");
    }

    #[test]
    fn a_word_that_is_taken_gets_a_number_and_a_title_without_letters_the_other_word() {
        let taken = |word: &str| matches!(word, "autunno-2015" | "autunno-2015-2");
        assert_eq!(unique("Autunno 2015", "edizione", taken), "autunno-2015-3");
        assert_eq!(unique("سلام", "edizione", taken), "edizione");
    }

    proptest! {
        #[test]
        fn whatever_the_title_the_word_fits_or_is_empty(title in ".{0,120}", long in "[a-z]{61,90}") {
            let word = slug(&title);
            prop_assert!(word.is_empty() || fits(&word), "{word}");
            prop_assert!(fits(&slug(&long)));
            let other = unique(&title, "edizione", |word| word == slug(&title) || word == "edizione");
            prop_assert!(fits(&other), "{other}");
        }
    }
}
