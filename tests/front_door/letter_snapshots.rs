//! Each letter as it was reviewed: its subject, its text, and what somebody sees of its HTML, in both languages, from
//! facts that never change. After a change of words run
//! `INSTA_UPDATE=always cargo test --test front_door letter_snapshots` and read what differs in `snapshots/`.

use std::collections::BTreeSet;

use percorso::domain::letter::Letter;
use percorso::domain::person::Language;
use percorso::mail::compose::render;

use crate::letter_samples::{letters, payload};
use crate::letter_states::samples;

/// What ends a line on the screen.
const BREAKS: [&str; 5] = ["/p", "/h", "/li", "/td", "br"];
/// How HTML writes some characters.
const ENTITIES: [(&str, &str); 10] = [
    ("&nbsp;", " "),
    ("&ndash;", "–"),
    ("&rarr;", "→"),
    ("&#10003;", "✓"),
    ("&#9675;", "○"),
    ("&#39;", "'"),
    ("&quot;", "\""),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// The line a mailbox shows beside the subject, what somebody sees of the mail, and where its links lead.
fn seen(html: &str) -> String {
    let (hidden, mut rest) = html.split_once("<div role=\"main\">").unwrap();
    let preview = hidden.split_once("mso-hide:all\">").unwrap().1;
    let mut words = String::new();
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(&before.replace('\n', " "));
        let (tag, after) = after.split_once('>').unwrap();
        if BREAKS.iter().any(|end| tag.starts_with(end)) {
            words.push('\n');
        }
        rest = after;
    }
    let links: Vec<&str> = html.split("href=\"").skip(1).filter_map(|link| link.split('"').next()).collect();
    let preview = preview.split_once("</div>").unwrap().0;
    format!("Preview: {}\n\n{}\n\nLinks:\n{}", plain(preview), plain(&words), links.join("\n"))
}

fn plain(html: &str) -> String {
    let text = ENTITIES.iter().fold(html.to_owned(), |text, (entity, sign)| text.replace(entity, sign));
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_letter_reads_as_it_was_reviewed() {
    let views = crate::harness::views();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, letter) in samples() {
        for language in Language::ALL {
            let (_, rendered) = render(&views, &payload(letter.clone(), true), language).unwrap();
            let (subject, text, html) = (rendered.subject, rendered.text.trim_end(), seen(&rendered.html));
            let whole = format!("Subject: {subject}\n\n=== text\n{text}\n\n=== HTML\n{html}\n");
            let name = format!("{name}-{}", language.code());
            settings.bind(|| insta::assert_snapshot!(name, whole));
        }
    }
}

#[test]
fn every_letter_has_a_snapshot_of_its_own_name() {
    let names: Vec<&str> = samples().iter().map(|(name, _)| *name).collect();
    let codes: BTreeSet<&str> = samples().iter().map(|(_, letter)| letter.code()).collect();
    let every: BTreeSet<&str> = letters(true).iter().map(Letter::code).collect();
    assert_eq!(codes, every);
    assert_eq!(names.len(), names.iter().collect::<BTreeSet<_>>().len(), "no name twice");
}
