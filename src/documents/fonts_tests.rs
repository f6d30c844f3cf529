//! Which font prints which name, in which order.

use super::*;

fn line(text: &str) -> Vec<Run> {
    runs(&[Piece { text: text.to_owned(), style: Style::SerifBold }])
}

fn order(text: &str) -> Vec<(String, usize, bool)> {
    line(text).into_iter().map(|run| (run.text, run.font, run.rtl)).collect()
}

#[test]
fn every_embedded_font_can_be_read() {
    assert_eq!(
        (0..FILES.len()).filter(|font| face(*font).is_none()).collect::<Vec<_>>(),
        Vec::<usize>::new()
    );
}

#[test]
fn names_in_latin_greek_cyrillic_arabic_and_hebrew_can_be_printed() {
    for name in [
        "Nicolò D’Agostì",
        "Nicolo\u{300}",
        "Łukasz Žižek-Şimşek",
        "Nguyễn Thị Hồng",
        "Ελένη Παπαδοπούλου",
        "Володимир Щербак",
        "محمد بن سلمان",
        "گلناز چراغی",
        "\u{645}\u{6CC}\u{200C}\u{646}\u{627}",
        "שָׁרָה לוי",
    ] {
        assert_eq!(can_print(name), Ok(()), "{name}");
    }
}

#[test]
fn the_first_character_that_no_font_has_is_named() {
    assert_eq!(can_print("Ada 😀 Rossi"), Err('😀'));
    assert_eq!(can_print("Li 王小明"), Err('王'));
    assert_eq!(can_print("김민수"), Err('김'));
    assert_eq!(can_print("\u{E000}"), Err('\u{E000}'));
}

#[test]
fn marks_stay_with_their_base() {
    assert_eq!(clusters("Nicolo\u{300}s"), ["N", "i", "c", "o", "l", "o\u{300}", "s"]);
    assert_eq!(clusters(""), Vec::<&str>::new());
}

#[test]
fn latin_is_one_run_and_arabic_keeps_its_blanks() {
    assert_eq!(order("Ada Rossi-Bianchi"), [("Ada Rossi-Bianchi".to_owned(), 1, false)]);
    assert_eq!(order("محمد علي"), [("محمد علي".to_owned(), 5, true)]);
}

#[test]
fn a_name_in_two_directions_stands_as_it_is_read() {
    assert_eq!(
        order("Sara שרה Levi"),
        [("Sara ".to_owned(), 1, false), ("שרה".to_owned(), 7, true), (" Levi".to_owned(), 1, false)]
    );
    assert_eq!(
        order("שרה محمد"),
        [("محمد".to_owned(), 5, true), ("שרה ".to_owned(), 7, true)],
        "from the left: the second word first"
    );
}

#[test]
fn arabic_letters_join_and_stand_from_right_to_left() {
    let glyphs = line("محمد").iter().flat_map(shape).collect::<Vec<_>>();
    assert_eq!(glyphs.first().map(|glyph| glyph.text_range.end), Some("محمد".len()), "the last letter first");
    let alone: Vec<u32> = "محمد"
        .chars()
        .flat_map(|c| line(&c.to_string()))
        .flat_map(|run| shape(&run))
        .map(|g| g.glyph_id.to_u32())
        .collect();
    let joined: Vec<u32> = glyphs.iter().rev().map(|glyph| glyph.glyph_id.to_u32()).collect();
    assert_ne!(joined, alone, "other forms than the letters alone");
}

#[test]
fn what_parts_or_joins_letters_changes_their_forms_and_draws_nothing() {
    let drawn = |text: &str| -> Vec<u32> {
        let glyphs = line(text).iter().flat_map(shape).collect::<Vec<_>>();
        glyphs.iter().filter(|glyph| glyph.x_advance > 0.0).map(|glyph| glyph.glyph_id.to_u32()).collect()
    };
    let (parted, joined) = ("\u{645}\u{6CC}\u{200C}\u{646}\u{627}", "\u{645}\u{6CC}\u{646}\u{627}");
    assert_eq!(order(parted), [(parted.to_owned(), 5, true)], "one run: else no letter would know of it");
    assert_eq!(drawn(parted).len(), drawn(joined).len(), "no box");
    assert_ne!(drawn(parted), drawn(joined), "other forms of the letters");
}

#[test]
fn a_longer_text_is_wider() {
    assert!(measure("Ada", Style::Sans) > 0.0);
    assert!(measure("Ada Rossi", Style::Sans) > measure("Ada", Style::Sans));
    assert!(measure("Ada", Style::SansBold) > measure("Ada", Style::Sans));
}
