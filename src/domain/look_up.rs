//! Who stands there? What a trainer may look for among everybody we know: enough to recognise somebody who says who they
//! are, and never a list to leaf through.

use super::person::EmailAddress;
use super::text::folded;

/// From so many letters or digits on, a part of a name is enough.
const LETTERS: usize = 3;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookUp {
    /// The person of a whole address.
    Address(EmailAddress),
    /// Whoever has this folded text in their name.
    Part(String),
    /// Whoever has this folded text as a name, whole: it is too short to be a part of one.
    Name(String),
    /// Nobody: too little was typed, or a part of an address.
    Nobody,
}

/// What was typed, as it may be looked for.
pub fn look_up(typed: &str) -> LookUp {
    let wanted = folded(typed);
    if wanted.contains('@') {
        return EmailAddress::parse(typed).map_or(LookUp::Nobody, LookUp::Address);
    }
    let letters = wanted.chars().filter(|c| c.is_alphanumeric()).count();
    if letters >= LETTERS {
        LookUp::Part(wanted)
    } else if letters > 0 && wanted.chars().all(char::is_alphanumeric) {
        LookUp::Name(wanted)
    } else {
        LookUp::Nobody
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_letters_are_a_part_of_a_name_and_fewer_are_a_whole_one() {
        assert_eq!(look_up(" Viganò "), LookUp::Part("vigano".into()));
        assert_eq!(look_up("Lì Na"), LookUp::Part("li na".into()));
        assert_eq!(look_up("100%"), LookUp::Part("100%".into()));
        assert_eq!(look_up("Lì"), LookUp::Name("li".into()));
    }

    #[test]
    fn an_address_is_looked_for_whole_and_its_end_finds_nobody() {
        let lucia = EmailAddress::parse("lucia@posta.example").unwrap();
        assert_eq!(look_up("Lucia@posta.example"), LookUp::Address(lucia));
        for part in ["@posta.example", "lucia@", "lucia@posta"] {
            assert_eq!(look_up(part), LookUp::Nobody, "{part}");
        }
    }

    #[test]
    fn what_says_next_to_nothing_finds_nobody() {
        for typed in ["", "  ", "%%%", "a b", "a.b", "_a_", "..."] {
            assert_eq!(look_up(typed), LookUp::Nobody, "{typed}");
        }
    }
}
