//! The one normaliser: every text a person or a file gives passes here before anything else looks at it.

use unicode_normalization::UnicodeNormalization;

/// A text of one line: composed (NFC), without control characters, direction overrides or invisible
/// separators, inner white space reduced to single blanks, trimmed.
pub fn single_line(raw: &str) -> String {
    let kept: String =
        raw.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| keep(*c)).collect();
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

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Control characters, bidirectional controls (they make a name read as something else), zero-width
/// characters and the byte-order mark carry no meaning in what people type here.
fn keep(c: char) -> bool {
    let hidden = matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{61C}' | '\u{FFF9}'..='\u{FFFB}'
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

    proptest! {
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
