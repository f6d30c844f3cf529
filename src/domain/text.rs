//! The one normaliser: every text a person or a file gives passes here before anything else looks at it.

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;

/// Keeps two letters apart that would be joined; Persian writes names with it.
const NON_JOINER: char = '\u{200C}';
/// Joins what would stand apart.
const JOINER: char = '\u{200D}';

/// Arabic and its neighbours; India, up to Sinhala; Burmese; Khmer and Mongolian; the islands; Adlam.
const JOINED_SCRIPTS: [RangeInclusive<char>; 8] = [
    '\u{600}'..='\u{8FF}',
    '\u{900}'..='\u{DFF}',
    '\u{1000}'..='\u{109F}',
    '\u{1780}'..='\u{18AF}',
    '\u{1A20}'..='\u{1C4F}',
    '\u{A840}'..='\u{AA7F}',
    '\u{11000}'..='\u{1137F}',
    '\u{1E900}'..='\u{1E95F}',
];

/// A text of one line: composed (NFC), without control characters, direction overrides or invisible
/// separators, inner white space reduced to single blanks, trimmed. Joiners stay where they are part of a word.
pub fn single_line(raw: &str) -> String {
    let seen: Vec<char> =
        raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| keep(*c)).collect();
    // What is hidden between a letter and its accent goes first: else the two would not be composed.
    let kept: String = with_joiners_in_place(&seen).into_iter().nfc().collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text of several lines: like [`single_line`] for each line; no more than one empty line in a row.
pub fn multi_line(raw: &str) -> String {
    let unix = raw.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in unix.split('\n').map(single_line) {
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

/// What a search compares: lower case, accents and punctuation dropped, so that "D'Agosti" finds "Dagostì".
pub fn folded(raw: &str) -> String {
    let plain = single_line(raw).nfkd().filter(|c| !is_combining(*c)).collect::<String>().to_lowercase();
    plain
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '@' | '.' | '%' | '_' | '-' | '+'))
        .collect()
}

/// What is searched for, folded. Of what nothing is left then it is what was typed: it finds nobody, and not everybody.
pub fn searched(raw: &str) -> String {
    let folded = folded(raw);
    if folded.is_empty() { single_line(raw) } else { folded }
}

/// The text without the joiners that nobody sees: beside other letters than those that join, at an end, or doubled. Marks
/// belong to the letter they stand on, wherever they are typed.
fn with_joiners_in_place(text: &[char]) -> Vec<char> {
    let is_base = |c: char| !is_joiner(c) && !is_combining(c);
    let mut after = None;
    let mut followed: Vec<(char, Option<char>)> = Vec::with_capacity(text.len());
    for c in text.iter().rev().copied() {
        followed.push((c, after));
        after = Some(c).filter(|c| is_base(*c)).or(after);
    }
    let mut before = None;
    let mut joined = false;
    let mut kept = Vec::with_capacity(text.len());
    for (c, after) in followed.into_iter().rev() {
        if is_joiner(c) {
            if joined || !joins(before, c, after) {
                continue;
            }
            joined = true;
        } else if is_base(c) {
            (before, joined) = (Some(c), false);
        }
        kept.push(c);
    }
    kept
}

fn is_joiner(c: char) -> bool {
    matches!(c, NON_JOINER | JOINER)
}

/// Whether a joiner between two characters says how they are written: in Persian names, in the ligatures of India, and in
/// pictures that are made of several.
fn joins(before: Option<char>, joiner: char, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let letters = is_joined_letter(before) && is_joined_letter(after);
    letters || (joiner == JOINER && is_picture(before) && is_picture(after))
}

/// Whether a letter is of a script whose letters change with what stands beside them.
fn is_joined_letter(c: char) -> bool {
    c.is_alphabetic() && JOINED_SCRIPTS.iter().any(|script| script.contains(&c))
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Control characters, bidirectional controls (they make a name read as something else), zero-width
/// characters and the byte-order mark carry no meaning in what people type here. Joiners may: see [`joins`].
fn keep(c: char) -> bool {
    let hidden = matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{61C}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}' | '\u{1D159}'
        | '\u{E0000}'..='\u{E007F}');
    !c.is_control() && !hidden
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn control_characters_and_direction_marks_are_dropped() {
        assert_eq!(single_line(" Lu\u{0}ci\u{202E}a\t \r\nBcc: x "), "Lucia Bcc: x");
        assert_eq!(single_line("\u{3164}\u{AD}\u{E0041}\u{2800}\u{1D159}"), "");
        assert_eq!(multi_line("uno\r\n\r\n\r\n\u{7}due \n"), "uno\n\ndue");
    }

    #[test]
    fn a_composed_and_a_decomposed_accent_become_the_same_text() {
        assert_eq!(single_line("Nicolo\u{300}"), single_line("Nicolò"));
    }

    #[test]
    fn folding_ignores_case_and_accents_and_keeps_the_percent_sign() {
        assert_eq!(folded("NICOLÒ D’Àgosti"), "nicolo dagosti");
        assert_eq!(folded("100%_x"), "100%_x");
    }

    #[test]
    fn a_joiner_stays_between_letters_that_join_and_in_pictures_made_of_several() {
        let persian = "\u{645}\u{6CC}\u{200C}\u{646}\u{627}";
        let with_a_mark = "\u{645}\u{6CC}\u{650}\u{200C}\u{646}\u{627}";
        let bengali = "\u{9B0}\u{200D}\u{9CD}\u{9AF}\u{9BE}";
        let sinhala = "\u{DC1}\u{DCA}\u{200D}\u{DBB}\u{DD3}";
        let family = "\u{1F469}\u{200D}\u{1F467}";
        let heart = "\u{2764}\u{FE0F}\u{200D}\u{1F525}";
        for name in [persian, with_a_mark, bengali, sinhala, family, heart] {
            assert_eq!(single_line(name), name, "{}", name.escape_unicode());
            assert_eq!(multi_line(name), name);
        }
    }

    #[test]
    fn a_joiner_that_nobody_sees_is_dropped() {
        assert_eq!(single_line("Lu\u{200D}cia\u{200C}"), "Lucia", "beside Latin letters, and at the end");
        assert_eq!(
            single_line("\u{200C}\u{645}\u{6CC}\u{200C} \u{646}"),
            "\u{645}\u{6CC} \u{646}",
            "at a blank"
        );
        assert_eq!(
            single_line("\u{6CC}\u{200C}\u{200C}\u{200D}\u{646}"),
            "\u{6CC}\u{200C}\u{646}",
            "doubled"
        );
        assert_eq!(single_line("\u{6CC}\u{200C}\u{202E}\u{646}"), "\u{6CC}\u{200C}\u{646}", "among others");
        assert_eq!(single_line("\u{6CC}\u{200C}a"), "\u{6CC}a", "one side is not enough");
        assert_eq!(single_line("\u{1F469}\u{200C}\u{1F467}"), "\u{1F469}\u{1F467}");
        assert_eq!(single_line("\u{200D}\u{200C}"), "");
    }

    #[test]
    fn what_was_hidden_between_a_letter_and_its_accent_leaves_them_composed() {
        for hidden in ["\u{200B}", "\u{200D}", "\u{34F}"] {
            assert_eq!(single_line(&format!("Nicolo{hidden}\u{300}")), "Nicolò");
        }
    }

    #[test]
    fn a_search_and_a_comparison_look_past_joiners() {
        assert_eq!(folded("\u{645}\u{6CC}\u{200C}\u{646}\u{627}"), folded("\u{645}\u{6CC}\u{646}\u{627}"));
        assert_eq!(folded("\u{DC1}\u{DCA}\u{200D}\u{DBB}"), folded("\u{DC1}\u{DCA}\u{DBB}"));
    }

    proptest! {
        #[test]
        fn no_joiner_is_kept_but_between_two_that_it_joins(
            raw in "[a-zé \u{645}\u{6CC}\u{650}\u{627}\u{915}\u{94D}\u{200C}\u{200D}\u{1F469}\u{FE0F}\u{300}]{0,20}"
        ) {
            let once = single_line(&raw);
            prop_assert_eq!(single_line(&once), once.clone());
            let all: Vec<char> = once.chars().collect();
            for (at, c) in all.iter().enumerate().filter(|(_, c)| is_joiner(**c)) {
                let before = all[..at].iter().rev().copied().find(|c| !is_combining(*c));
                let after = all[at + 1..].iter().copied().find(|c| !is_combining(*c));
                prop_assert!(joins(before, *c, after), "{}", once.escape_unicode());
            }
            let plain = |text: &str| text.replace([NON_JOINER, JOINER], "");
            prop_assert_eq!(single_line(&plain(&once)), single_line(&plain(&raw)), "nothing else is touched");
        }

        #[test]
        fn normalising_twice_changes_nothing(raw in ".{0,60}") {
            let once = single_line(&raw);
            prop_assert_eq!(single_line(&once), once.clone());
            prop_assert!(!once.chars().any(char::is_control));
            let lines = multi_line(&raw);
            prop_assert_eq!(multi_line(&lines), lines);
        }
    }
}
