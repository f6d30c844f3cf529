//! When two titles are the same one: a workshop with the title of an earlier one is about the same.

use super::text::folded;

/// Whether they are: case, accents, signs and spaces do not matter.
pub fn same_title(one: &str, other: &str) -> bool {
    let (one_word, other_word) = (letters(one), letters(other));
    if one_word.is_empty() { one == other } else { one_word == other_word }
}

fn letters(title: &str) -> String {
    folded(title).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_case_make_no_other_title_and_words_do() {
        assert!(same_title("Il promotore dell’Ama", "il promotore dell'AMA "));
        assert!(same_title("Perché un gruppo?", "Perche un gruppo"));
        assert!(!same_title("Ascolto, prima parte", "Ascolto, seconda parte"));
        assert!(same_title("Η ακρόαση", "η ακροαση"));
        assert!(!same_title("!", "?"), "nothing is left of either");
    }
}
