//! Lines, names that shrink, names that are cut.

use super::*;

/// Every character is half as wide as the size, a mark nothing.
fn half(text: &str, _: Style) -> f32 {
    clusters(text).len() as f32 / 2.0
}

fn set(text: &str) -> Vec<Word> {
    words(text, Style::Sans, Style::SansBold, &half)
}

fn lines(text: &str, characters: f32) -> Vec<String> {
    wrap(&set(text), characters / 2.0, &half).iter().map(Line::text).collect()
}

fn name(text: &str) -> Fit {
    fit(&set(text), &Room { width: 700.0, largest: 33.0, comfortable: 24.0, lines: 2 }, &half)
}

fn fits(found: &Fit) -> bool {
    found.lines.len() <= 2 && found.lines.iter().all(|line| line.width * found.size <= 700.01)
}

#[test]
fn lines_are_filled_and_not_exceeded() {
    assert_eq!(lines("uno due tre", 7.0), ["uno due", "tre"]);
    assert_eq!(lines("uno due tre", 6.9), ["uno", "due", "tre"]);
    assert_eq!(lines("  uno   due ", 70.0), ["uno due"]);
    assert_eq!(lines("", 7.0), Vec::<String>::new());
}

#[test]
fn a_line_that_ends_in_the_sentence_ends_on_paper() {
    assert_eq!(lines("uno\ndue tre", 70.0), ["uno", "due tre"]);
}

#[test]
fn a_word_wider_than_the_line_is_cut_between_characters() {
    assert_eq!(lines("a nabucodonosor b", 5.0), ["a", "nabuc", "odono", "sor b"]);
    assert_eq!(lines("o\u{300}o\u{300}o\u{300}", 2.0), ["o\u{300}o\u{300}", "o\u{300}"]);
    let cut = wrap(&set("nabucodonosor"), 2.5, &half);
    assert_eq!(cut.iter().map(|line| line.cut).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn what_stands_out_is_a_piece_of_its_own_also_within_a_word() {
    let found = wrap(&set(&format!("su {}, poi", strong("sette giorni"))), 70.0, &half);
    let pieces: Vec<(&str, Style)> =
        found[0].pieces.iter().map(|piece| (piece.text.as_str(), piece.style)).collect();
    assert_eq!(pieces, [("su ", Style::Sans), ("sette giorni", Style::SansBold), (", poi", Style::Sans)]);
    assert_eq!(found[0].width, 10.0);
}

#[test]
fn a_short_name_has_the_largest_size_and_one_line() {
    let found = name("Lucia Ferrari");
    assert_eq!((found.size, found.lines.len()), (33.0, 1));
}

#[test]
fn a_longer_name_shrinks_to_its_line() {
    let found = name("Maria Giovanna Alessandra Bianchi-Ferretti di Roccasecca");
    assert_eq!((found.size, found.lines.len()), (25.0, 1));
}

#[test]
fn a_long_name_has_two_lines_and_stays_inside() {
    let found = name(&"Maria Giovanna ".repeat(13));
    assert!(fits(&found), "{found:?}");
    assert_eq!(found.lines.len(), 2);
    assert!(found.size > 10.0, "{}", found.size);
}

#[test]
fn two_hundred_characters_without_a_blank_stay_inside() {
    for letters in [60, 100, 200, 1000] {
        let found = name(&"W".repeat(letters));
        assert!(fits(&found), "{letters}: {found:?}");
    }
}
