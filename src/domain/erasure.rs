//! Whether whoever erases somebody has named them: nobody is erased by a slip of the hand.

use super::text::folded;

/// Who is to be erased, as far as they can be named.
#[derive(Clone, Debug, Default)]
pub struct Named<'a> {
    /// First name.
    pub given_name: &'a str,
    /// Surname.
    pub family_name: &'a str,
    /// Address.
    pub email: Option<&'a str>,
    /// The spoken codes of their enrolments.
    pub codes: &'a [String],
}

/// Whether what was typed names them: the surname or a code of an enrolment, in any case and without accents; somebody
/// without a surname by the first name or the address.
pub fn is_named(typed: &str, who: &Named<'_>) -> bool {
    let typed = folded(typed);
    let is = |name: &str| !name.is_empty() && folded(name) == typed;
    let without_surname = who.family_name.is_empty();
    !typed.is_empty()
        && (is(who.family_name)
            || who.codes.iter().any(|code| is(code))
            || (without_surname && (is(who.given_name) || who.email.is_some_and(is))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_or_a_code_names_somebody_and_nothing_names_nobody() {
        let codes = ["AMA-7K3Q".to_owned()];
        let ada = Named {
            given_name: "Ada",
            family_name: "D’Alì",
            email: Some("ada@posta.example"),
            codes: &codes,
        };
        for typed in ["D’Alì", " dali ", "ama-7k3q"] {
            assert!(is_named(typed, &ada), "{typed}");
        }
        for typed in ["", "  ", "’", "Ada", "ada@posta.example", "Alì"] {
            assert!(!is_named(typed, &ada), "{typed}");
        }
    }

    #[test]
    fn somebody_without_a_surname_is_named_by_the_first_name_or_the_address() {
        let office = Named { email: Some("ufficio@percorso.example"), ..Named::default() };
        assert!(is_named("Ufficio@percorso.example", &office));
        assert!(!is_named("", &office));
        assert!(is_named("ada", &Named { given_name: "Ada", ..Named::default() }));
    }
}
