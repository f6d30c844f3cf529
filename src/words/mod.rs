//! Sentences, dates in words and templates: what pages and letters are rendered with, in Italian and English.
//!
//! Sentences stand in `locales/<language>/*.ftl` (Project Fluent), never in code; templates ask for them with
//! `t(key=…)`. To add one: 1. its key in both languages; 2. its use. A test compares the keys of both languages
//! with each other and with those used.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera};

use crate::domain::person::Language;

mod bundle;
pub mod call;
pub mod dates;
mod functions;

pub use bundle::{Value, Words};

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// What can go wrong between a template and its page; always a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A sentence file that cannot be read.
    #[error("sentences of {file}: {message}")]
    Sentences {
        /// The file.
        file: String,
        /// What is wrong.
        message: String,
    },
    /// A template that does not load or render.
    #[error("template: {0}")]
    Template(String),
}

impl From<tera::Error> for Error {
    fn from(error: tera::Error) -> Self {
        let mut text = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(inner) = source {
            text.push_str(": ");
            text.push_str(&inner.to_string());
            source = inner.source();
        }
        Self::Template(text)
    }
}

/// All templates, loaded once.
#[derive(Clone)]
pub struct Views {
    tera: Arc<Tera>,
    words: Arc<Words>,
}

impl std::fmt::Debug for Views {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Views")
    }
}

impl Views {
    /// Loads sentences and templates; an unknown function or component is found here, not on a page.
    ///
    /// # Errors
    /// The first fault, with its place.
    pub fn load() -> Result<Self, Error> {
        let words = Arc::new(Words::load()?);
        let mut tera = Tera::new();
        functions::register(&mut tera, &words);
        let mut sources: Vec<(String, String)> = Vec::new();
        for name in Templates::iter() {
            if let Some(file) = Templates::get(&name) {
                sources.push((name.to_string(), String::from_utf8_lossy(&file.data).into_owned()));
            }
        }
        tera.add_raw_templates(sources.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
        Ok(Self { tera: Arc::new(tera), words })
    }

    /// The sentences.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Renders a template in a language; `values` is an object whose fields the template names.
    ///
    /// # Errors
    /// The template asks for something it was not given.
    pub fn render(
        &self,
        template: &str,
        language: Language,
        values: &impl Serialize,
    ) -> Result<String, Error> {
        let mut context = Context::from_serialize(values)?;
        context.insert("lang", language.code());
        Ok(self.tera.render(template, &context)?)
    }

    /// The names of all templates.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.tera.get_template_names().map(ToOwned::to_owned).collect();
        names.sort();
        names
    }
}
