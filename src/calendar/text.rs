//! Content lines after RFC 5545 section 3.1 and 3.3.11: escaping, quoting, folding at 75 octets.

/// The longest content line, in octets, without its line break.
const LONGEST: usize = 75;

/// A TEXT value: control characters dropped, backslash, semicolon, comma and line break escaped once.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A parameter value in double quotes; a quote inside becomes an apostrophe, because older readers know no
/// escape for it.
pub(super) fn quoted(text: &str) -> String {
    let inner: String =
        text.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect();
    format!("\"{inner}\"")
}

/// Folds a whole stream anew: no line longer than 75 octets with its leading blank counted, no character split.
pub(super) fn refolded(stream: &str) -> String {
    let unfolded = stream.replace("\r\n ", "");
    let mut out = String::with_capacity(unfolded.len() + unfolded.len() / 40);
    for line in unfolded.split("\r\n").filter(|line| !line.is_empty()) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LONGEST {
                out.push_str("\r\n ");
                width = 1;
            }
            out.push(c);
            width += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn r26_text_is_escaped_once() {
        assert_eq!(escaped("a\\b;c,d\r\ne\u{7}"), "a\\\\b\\;c\\,d\\ne");
    }

    #[test]
    fn r27_a_quote_in_a_name_cannot_end_its_parameter() {
        assert_eq!(quoted("Neri, Ada: \"dott.\"\r\nATTENDEE"), "\"Neri, Ada: 'dott.'ATTENDEE\"");
    }

    proptest! {
        #[test]
        fn r22_r23_lines_are_short_whole_characters_and_unfold_to_the_same(text in "\\PC{0,400}") {
            let line = format!("SUMMARY:{}\r\n", escaped(&text));
            let folded = refolded(&line);
            prop_assert_eq!(folded.replace("\r\n ", ""), line);
            for part in folded.split("\r\n") {
                prop_assert!(part.len() <= LONGEST);
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,200}") {
            let once = refolded(&format!("X:{}\r\n", escaped(&text)));
            prop_assert_eq!(refolded(&once), once);
        }
    }
}
