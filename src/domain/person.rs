//! One human, one record: names, the one address, and what a person says of themselves.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The two languages of screens and letters; Italian is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
}

impl Language {
    /// Both, the first one first.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// The code that stands in the database, in `lang` attributes and in file names.
    pub fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The one that somebody changes to.
    pub fn other(self) -> Self {
        match self {
            Self::It => Self::En,
            Self::En => Self::It,
        }
    }

    /// Reads a code; anything unknown is Italian.
    pub fn from_code(code: &str) -> Self {
        if code == "en" { Self::En } else { Self::It }
    }
}

/// Which sentence describes a person best; no profession is required of anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Works in a social service.
    ServiziSociali,
    /// Works in a health service.
    ServiziSanitari,
    /// Works in an educational service.
    ServiziEducativi,
    /// A citizen.
    Cittadinanza,
    /// A volunteer.
    Volontariato,
}

impl Profile {
    /// All, in the order in which forms show them.
    pub const ALL: [Self; 5] = [
        Self::ServiziSociali,
        Self::ServiziSanitari,
        Self::ServiziEducativi,
        Self::Cittadinanza,
        Self::Volontariato,
    ];

    /// The value in forms and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::ServiziSociali => "servizi-sociali",
            Self::ServiziSanitari => "servizi-sanitari",
            Self::ServiziEducativi => "servizi-educativi",
            Self::Cittadinanza => "cittadinanza",
            Self::Volontariato => "volontariato",
        }
    }

    /// The profile of a code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.code() == code)
    }
}

/// An e-mail address as it is stored and compared: lower case, the domain in its ASCII form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

/// What is wrong with an address, so that the page can say how to mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailFault {
    /// Nothing was written.
    Missing,
    /// There is no `@`.
    NoAt,
    /// The part after the `@` has no dot: `name@gmail`.
    NoDot,
    /// Letters outside ASCII before the `@`: many mail servers refuse them.
    NotAscii,
    /// Anything else: blanks, two `@`, a dot in the wrong place, too long.
    Malformed,
}

impl EmailAddress {
    /// Reads an address that was typed. Lengths after RFC 5321 section 4.5.3.1: 64 octets before the `@`,
    /// 254 in all.
    ///
    /// # Errors
    /// The first [`EmailFault`] found.
    pub fn parse(raw: &str) -> Result<Self, EmailFault> {
        let typed = super::text::single_line(raw);
        if typed.is_empty() {
            return Err(EmailFault::Missing);
        }
        let (local, domain) = typed.rsplit_once('@').ok_or(EmailFault::NoAt)?;
        if !local.is_ascii() {
            return Err(EmailFault::NotAscii);
        }
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| EmailFault::Malformed)?;
        if !domain.contains('.') {
            return Err(EmailFault::NoDot);
        }
        if !is_local_part(local) || !is_domain(&domain) {
            return Err(EmailFault::Malformed);
        }
        let address = format!("{local}@{domain}").to_lowercase();
        if address.len() > 254 { Err(EmailFault::Malformed) } else { Ok(Self(address)) }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as a page shows it to somebody who is not signed in: `lu•••@posta.example`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let shown: String = local.chars().take(2).collect();
        format!("{shown}•••@{domain}")
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The unquoted form of RFC 5322 section 3.2.3 (dot-atom); quoted local parts are refused.
fn is_local_part(local: &str) -> bool {
    let atom = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b))
    };
    local.len() <= 64 && local.split('.').all(atom)
}

fn is_domain(domain: &str) -> bool {
    let label =
        |part: &str| !part.is_empty() && part.len() <= 63 && !part.starts_with('-') && !part.ends_with('-');
    let last_is_word = domain
        .rsplit('.')
        .next()
        .is_some_and(|last| last.len() >= 2 && !last.bytes().all(|b| b.is_ascii_digit()));
    last_is_word && domain.split('.').all(label)
}

/// Whether a mail program might make a link of a name: two words tied by a dot, a slash, an at sign.
pub fn looks_like_a_link(name: &str) -> bool {
    let long = |part: Option<&&str>| {
        part.is_some_and(|part| part.chars().filter(|c| c.is_alphanumeric()).count() >= 2)
    };
    let tied = name.split_whitespace().any(|word| {
        let parts: Vec<&str> = word.split(['.', '\u{3002}', '\u{FF0E}']).collect();
        parts.windows(2).any(|pair| long(pair.first()) && long(pair.last()))
    });
    tied || name.contains(['/', '@', '\u{2215}', '\u{FF0F}', '\u{FF20}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_a_mail_program_might_make_a_link_of_is_told_from_one_that_it_would_not() {
        for name in
            ["Vinci su premio-gratis.click/x", "https:\u{2215}\u{2215}evil.example", "scrivi a x@y.example"]
        {
            assert!(looks_like_a_link(name), "{name}");
        }
        for name in ["Anna Maria", "d.ssa Bianchi", "J. R. R.", "Nicolò D’Agosti", "St. John"] {
            assert!(!looks_like_a_link(name), "{name}");
        }
    }
    use proptest::prelude::*;

    #[test]
    fn an_address_is_stored_in_lower_case_with_an_ascii_domain() {
        assert_eq!(
            EmailAddress::parse(" Ada.Neri@Posta.Example ").map(|a| a.to_string()),
            Ok("ada.neri@posta.example".into())
        );
        assert_eq!(
            EmailAddress::parse("ada@caffè.example").map(|a| a.to_string()),
            Ok("ada@xn--caff-8oa.example".into())
        );
    }

    #[test]
    fn each_fault_is_told_apart() {
        let fault = |raw: &str| EmailAddress::parse(raw).err();
        assert_eq!(fault(" "), Some(EmailFault::Missing));
        assert_eq!(fault("ada.posta.example"), Some(EmailFault::NoAt));
        assert_eq!(fault("ada@gmail"), Some(EmailFault::NoDot));
        assert_eq!(fault("àda@posta.example"), Some(EmailFault::NotAscii));
        for bad in [
            "a b@posta.example",
            "a@b@c.example",
            "a..b@posta.example",
            "a@posta..example",
            "<a@posta.example>",
            "a@-x.example",
            "a@1.2.3.4",
            "@posta.example",
        ] {
            assert_eq!(fault(bad), Some(EmailFault::Malformed), "{bad}");
        }
        assert_eq!(fault(&format!("{}@posta.example", "a".repeat(65))), Some(EmailFault::Malformed));
    }

    #[test]
    fn a_masked_address_shows_two_letters_and_the_domain() {
        assert_eq!(EmailAddress::parse("lucia@posta.example").unwrap().masked(), "lu•••@posta.example");
    }

    proptest! {
        #[test]
        fn whatever_is_accepted_is_plain_lower_case_ascii_and_reads_back_the_same(raw in "\\PC{0,30}@\\PC{0,30}") {
            if let Ok(address) = EmailAddress::parse(&raw) {
                prop_assert!(address.as_str().bytes().all(|b| b.is_ascii_graphic() && !b.is_ascii_uppercase()));
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address.clone()));
            }
        }
    }
}
