//! The table of ARCHITECTURE.md as data, checked against every file of `src`: which layer may name which, and
//! which crate belongs to which layer. The last tests prove that the check can fail.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::fs;
use std::path::{Path, PathBuf};

/// Layer → the layers it may name besides itself. `cli` may name everything.
const LAYERS: &[(&str, &[&str])] = &[
    ("clock", &[]),
    ("random", &[]),
    ("secret", &[]),
    ("domain", &[]),
    ("words", &["domain"]),
    ("calendar", &["domain", "words"]),
    ("documents", &["domain", "words"]),
    ("store", &["domain"]),
    ("mail", &["domain", "words", "calendar", "clock"]),
    ("usecases", &["domain", "store", "clock", "random", "secret"]),
    ("jobs", &["domain", "usecases", "store", "mail", "clock"]),
    (
        "web",
        &[
            "domain",
            "usecases",
            "store",
            "words",
            "calendar",
            "documents",
            "mail",
            "clock",
            "random",
            "secret",
        ],
    ),
    (
        "cli",
        &[
            "clock",
            "random",
            "secret",
            "domain",
            "words",
            "calendar",
            "documents",
            "store",
            "mail",
            "usecases",
            "jobs",
            "web",
            "config",
        ],
    ),
    ("config", &["domain"]),
];

/// Crate → the only layers that may say it.
const CRATES: &[(&str, &[&str])] = &[
    ("sea_orm", &["store"]),
    ("migrations", &["store"]),
    ("rocket", &["web", "cli"]),
    ("validator", &["web"]),
    ("governor", &["web"]),
    ("tera", &["words"]),
    ("fluent_bundle", &["words"]),
    ("ics", &["calendar"]),
    ("krilla", &["documents"]),
    ("harfrust", &["documents"]),
    ("unicode_bidi", &["documents"]),
    ("qrcode", &["documents"]),
    ("lettre", &["mail"]),
    ("mail_parser", &["mail"]),
    ("clap", &["cli"]),
    ("rand", &["random"]),
    ("hmac", &["secret"]),
    ("tokio", &["mail", "jobs", "cli", "web"]),
];

/// Files that may be longer than a person reads at one sitting, in lines.
const LONGEST_FILE: usize = 300;

fn sources() -> Vec<(PathBuf, String)> {
    files_of("src")
}

/// The Rust files of a folder of the project.
fn files_of(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    assert!(found.len() > 5, "the files of {folder} were not found");
    found
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("an entry of the sources").path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            found.push((path, text));
        }
    }
}

/// The layer of a file: the first part of its path under `src`.
fn layer_of(path: &Path) -> Option<String> {
    let inside =
        path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a path under src");
    let first = inside.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    (!matches!(first.as_str(), "lib" | "main")).then_some(first)
}

/// What a layer's text names that it may not.
fn faults(layer: &str, text: &str) -> Vec<String> {
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("the layer {layer} is not in the table")];
    };
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (other, _) in LAYERS {
        let named = code.contains(&format!("crate::{other}::")) || code.contains(&format!("crate::{other};"));
        if named && *other != layer && !allowed.contains(other) {
            found.push(format!("{layer} names {other}"));
        }
    }
    for (name, layers) in CRATES {
        let says = [
            format!(" {name}::"),
            format!("({name}::"),
            format!("<{name}::"),
            format!("&{name}::"),
            format!("[{name}::"),
            format!("#[{name}"),
        ];
        if says.iter().any(|s| code.contains(s)) && !layers.contains(&layer) {
            found.push(format!("{layer} says {name}"));
        }
    }
    found
}

#[test]
fn each_layer_names_only_the_layers_and_crates_of_its_row() {
    let mut all = Vec::new();
    for (path, text) in sources() {
        if let Some(layer) = layer_of(&path) {
            all.extend(faults(&layer, &text).into_iter().map(|f| format!("{}: {f}", path.display())));
        }
    }
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn the_domain_is_pure() {
    for (path, text) in sources().into_iter().filter(|(path, _)| layer_of(path).as_deref() == Some("domain"))
    {
        for word in ["async fn", ".await", "Utc::now", "std::fs", "std::net"] {
            assert!(!text.contains(word), "{} says {word}", path.display());
        }
    }
}

#[test]
fn no_file_is_longer_than_a_person_reads() {
    let long: Vec<String> = ["src", "tests", "migrations"]
        .into_iter()
        .flat_map(files_of)
        .filter(|(_, text)| text.lines().count() > LONGEST_FILE)
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn a_store_in_the_domain_would_be_found() {
    assert_eq!(faults("domain", "use crate::store::people;"), ["domain names store"]);
    assert_eq!(faults("web", "let x: sea_orm::DbErr;"), ["web says sea_orm"]);
    assert_eq!(faults("elsewhere", ""), ["the layer elsewhere is not in the table"]);
}
