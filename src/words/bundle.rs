//! The sentences of both languages.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::Error;
use crate::domain::person::Language;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/locales"]
struct Locales;

/// The sentences of both languages.
pub struct Words {
    it: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads every file of `locales`.
    ///
    /// # Errors
    /// A file that is no Fluent, or a key that stands twice.
    pub fn load() -> Result<Self, Error> {
        Ok(Self { it: bundle(Language::It)?, en: bundle(Language::En)? })
    }

    /// A sentence; none for a key nobody wrote.
    pub fn find(&self, language: Language, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = match language {
            Language::It => &self.it,
            Language::En => &self.en,
        };
        let pattern = bundle.get_message(key)?.value()?;
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
        // A sentence with a hole in it is no sentence.
        faults.is_empty().then_some(text)
    }

    /// A sentence without arguments; a missing one shows its key, and a test finds it.
    pub fn plain(&self, language: Language, key: &str) -> String {
        self.find(language, key, &FluentArgs::new()).unwrap_or_else(|| key.to_owned())
    }

    /// A sentence with arguments.
    pub fn with(&self, language: Language, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            match value {
                Value::Text(text) => fluent.set((*name).to_owned(), (*text).to_owned()),
                Value::Number(number) => fluent.set((*name).to_owned(), *number),
            }
        }
        self.find(language, key, &fluent).unwrap_or_else(|| key.to_owned())
    }
}

/// An argument of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Value<'v> {
    /// A text.
    Text(&'v str),
    /// A number, which may choose a plural.
    Number(i64),
}

/// The sentences of a language as they stand in its files: key → text of the file it is in.
pub(super) fn sources(language: Language) -> BTreeMap<String, String> {
    let prefix = format!("{}/", language.code());
    Locales::iter()
        .filter(|name| name.starts_with(&prefix))
        .filter_map(|name| {
            Some((name.to_string(), String::from_utf8_lossy(&Locales::get(&name)?.data).into_owned()))
        })
        .collect()
}

fn bundle(language: Language) -> Result<FluentBundle<FluentResource>, Error> {
    let id: LanguageIdentifier =
        language.code().parse().map_err(|_| fault(language.code(), "no language"))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks around arguments would show up in subjects and in copied text.
    bundle.set_use_isolating(false);
    for (file, text) in sources(language) {
        let resource =
            FluentResource::try_new(text).map_err(|(_, faults)| fault(&file, &format!("{faults:?}")))?;
        bundle.add_resource(resource).map_err(|faults| fault(&file, &format!("{faults:?}")))?;
    }
    Ok(bundle)
}

fn fault(file: &str, message: &str) -> Error {
    Error::Sentences { file: file.to_owned(), message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(language: Language) -> BTreeSet<String> {
        let begins = |line: &str| line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
        let key = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
        sources(language)
            .values()
            .flat_map(|text| text.lines().filter(|l| begins(l)).filter_map(key).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let (it, en) = (keys(Language::It), keys(Language::En));
        assert_eq!(it.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "only in Italian");
        assert_eq!(en.difference(&it).collect::<Vec<_>>(), Vec::<&String>::new(), "only in English");
        assert!(it.len() > 100);
    }
}
