//! QR codes: as squares for a document, as SVG for a page.

use qrcode::{Color, QrCode};

use super::Error;

/// The white around a code that readers need, in squares.
const QUIET: usize = 4;

/// The squares of a code.
#[derive(Debug)]
pub struct Code {
    width: usize,
    squares: Vec<Color>,
}

impl Code {
    /// The code of a text; a seventh of it may be lost on paper.
    ///
    /// # Errors
    /// The text is too long for any code.
    pub fn of(text: &str) -> Result<Self, Error> {
        let code = QrCode::new(text).map_err(|error| Error::Qr(error.to_string()))?;
        Ok(Self { width: code.width(), squares: code.into_colors() })
    }

    /// How many squares a side has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// What is dark: column and row of a first square, and how many follow each other.
    pub fn dark(&self) -> Vec<(usize, usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (at, _) in self.squares.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
            let (column, row) = (at % self.width, at / self.width);
            match found.last_mut() {
                Some((first, same, length)) if *same == row && *first + *length == column => *length += 1,
                _ => found.push((column, row, 1)),
            }
        }
        found
    }
}

/// A code as SVG: dark on white in every colour scheme, with what it says in words. It needs no style.
///
/// # Errors
/// The text is too long for any code.
pub fn svg(text: &str, says: &str) -> Result<String, Error> {
    let code = Code::of(text)?;
    let side = code.width() + 2 * QUIET;
    let path: String = code
        .dark()
        .into_iter()
        .map(|(column, row, length)| format!("M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET))
        .collect();
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\" aria-label=\"{}\" \
         viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#15241d\" d=\"{path}\"/></svg>",
        escaped(says)
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_three_finders_of_a_code_are_where_readers_look() {
        let code = Code::of("https://percorso.example/v/AMA-2014-0117").unwrap();
        let last = code.width() - 7;
        let dark = code.dark();
        for finder in [(0, 0, 7), (last, 0, 7), (0, last, 7)] {
            assert!(dark.contains(&finder), "{finder:?}");
        }
        assert!(
            dark.iter().all(|(column, row, length)| column + length <= code.width() && *row < code.width())
        );
    }

    #[test]
    fn a_reader_that_is_not_ours_reads_exactly_the_address() {
        const PIXELS: usize = 4;
        for address in ["https://percorso.example/v/7K3Q-ABCD-EFGH-JKLM", "http://127.0.0.1:8014/v/7K3Q"] {
            let code = Code::of(address).unwrap();
            let squares: BTreeSet<(usize, usize)> = code
                .dark()
                .into_iter()
                .flat_map(|(column, row, length)| (column..column + length).map(move |at| (at, row)))
                .collect();
            let is_dark = |x: usize, y: usize| {
                let within = |pixel: usize| (pixel / PIXELS).checked_sub(QUIET);
                within(x).zip(within(y)).is_some_and(|square| squares.contains(&square))
            };
            let side = (code.width() + 2 * QUIET) * PIXELS;
            let mut image = rqrr::PreparedImage::prepare_from_bitmap(side, side, is_dark);
            let found: Vec<String> =
                image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
            assert_eq!(found, [address]);
        }
    }

    #[test]
    fn a_code_as_svg_says_what_it_is_and_carries_no_style() {
        let svg = svg("https://percorso.example/v/x", "Verifica \"questo\" & <altro>").unwrap();
        assert!(svg.contains("aria-label=\"Verifica &quot;questo&quot; &amp; &lt;altro&gt;\""), "{svg}");
        assert!(!svg.contains("style="));
    }

    #[test]
    fn a_text_that_is_too_long_is_refused() {
        assert!(matches!(Code::of(&"x".repeat(4000)), Err(Error::Qr(_))));
    }
}
