//! The HTML of every letter, in both languages, with much and with little (UX.md 4.5): narrow, of tables that say that they
//! are no tables, readable in the dark, with one thing to press at most, and nothing fetched from anywhere.

use percorso::domain::letter::Letter;
use percorso::domain::person::Language;
use percorso::mail::compose::{Stored, compose, render};
use percorso::words::Views;

use crate::harness::SITE;
use crate::letter_samples::{letters, payload};

/// A letter as a test names it, with its HTML and the whole message.
struct Rendered {
    name: String,
    html: String,
    headers: String,
}

fn rendered(views: &Views, letter: &Letter, rich: bool, language: Language) -> Rendered {
    let stored = payload(letter.clone(), rich);
    let name = format!("{}, {}, rich {rich}", letter.code(), language.code());
    let (_, words) = render(views, &stored, language).unwrap_or_else(|error| panic!("{name}: {error}"));
    let whole = Stored {
        payload: &stored,
        language,
        message_id: "<x@percorso.example>",
        in_reply_to: None,
        dated: "2014-09-15T07:00:00Z".parse().unwrap(),
    };
    let message = String::from_utf8(compose(views, &whole).unwrap().formatted()).unwrap();
    let headers = message.split("\r\n\r\n").next().unwrap().to_lowercase();
    Rendered { name, html: words.html, headers }
}

/// Every letter.
fn all() -> Vec<Rendered> {
    let views = crate::harness::views();
    let mut found = Vec::new();
    for rich in [true, false] {
        for letter in letters(rich) {
            for language in Language::ALL {
                found.push(rendered(&views, &letter, rich, language));
            }
        }
    }
    assert!(found.len() > 100, "the samples");
    found
}

/// The letters of which something is not as it must be.
fn wrong(is_wrong: impl Fn(&Rendered) -> bool) -> Vec<String> {
    all().into_iter().filter(|letter| is_wrong(letter)).map(|letter| letter.name).collect()
}

/// The tags of a name, each as it stands.
fn tags<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let open = format!("<{name}");
    html.split(open.as_str())
        .skip(1)
        .filter(|rest| rest.starts_with([' ', '>']))
        .map(|rest| rest.split('>').next().unwrap_or_default())
        .collect()
}

/// What stands in an attribute, of every tag.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

#[test]
fn every_letter_is_at_most_600_wide() {
    let wide = |letter: &Rendered| {
        let widths = attributes(&letter.html, "width").into_iter();
        let too_wide = widths.filter_map(|width| width.parse::<u32>().ok()).any(|width| width > 600);
        too_wide || letter.html.matches("max-width:600px").count() != 1
    };
    assert_eq!(wrong(wide), Vec::<String>::new());
}

#[test]
fn every_table_of_a_letter_says_that_it_only_lays_out() {
    let untold = |letter: &Rendered| {
        let tables = tags(&letter.html, "table");
        tables.len() < 3 || tables.iter().any(|tag| !tag.contains(" role=\"presentation\""))
    };
    assert_eq!(wrong(untold), Vec::<String>::new());
}

#[test]
fn every_letter_can_be_read_in_the_dark() {
    let blinding = |letter: &Rendered| {
        let (_, style) = letter.html.split_once("<style>").unwrap_or_default();
        let style = style.split("</style>").next().unwrap_or_default();
        !style.contains("@media (prefers-color-scheme:dark){")
            || !letter.html.contains("<meta name=\"color-scheme\" content=\"light dark\">")
    };
    assert_eq!(wrong(blinding), Vec::<String>::new());
}

#[test]
fn no_letter_has_more_than_one_button() {
    let pushing = |letter: &Rendered| {
        let links = tags(&letter.html, "a");
        links.iter().filter(|tag| tag.contains(" class=\"act\"")).count() > 1
    };
    assert_eq!(wrong(pushing), Vec::<String>::new());
    let with_one = wrong(|letter| letter.html.contains(" class=\"act\""));
    assert!(
        with_one.iter().any(|name| name.starts_with("confirm-sign-up")),
        "a button is known by its class"
    );
}

fn is_ours(to: &str) -> bool {
    [SITE, "mailto:", "tel:"].iter().any(|start| to.starts_with(start))
}

#[test]
fn no_letter_fetches_anything_or_leads_elsewhere() {
    let fetched = ["<img", "<link", "<script", "<iframe", "<object", "<form", "@import", "url(", " src="];
    let fetching = |letter: &Rendered| {
        let html = letter.html.to_lowercase();
        let leads = attributes(&letter.html, "href");
        fetched.iter().any(|word| html.contains(word)) || !leads.into_iter().all(is_ours)
    };
    assert_eq!(wrong(fetching), Vec::<String>::new());
}

#[test]
fn r18_no_letter_can_be_unsubscribed_from_and_none_says_so() {
    let saying = |letter: &Rendered| letter.headers.contains("list-unsubscribe");
    assert_eq!(wrong(saying), Vec::<String>::new());
    let read = |letter: &Rendered| !letter.headers.contains("auto-submitted: auto-generated");
    assert_eq!(wrong(read), Vec::<String>::new(), "the headers are read");
}
